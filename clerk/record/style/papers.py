"""Words and order of the papers beside the minutes: agenda, lists, records of decision."""

from typing import Literal

from clerk.domain.base import Fact

AgendaPart = Literal["contact", "membership", "notices", "items", "officer", "background"]


class AgendaStyle(Fact, frozen=True):
    """The agenda's front sheet. Places of `when`: date, time; see each of the others."""

    heading: str = "AGENDA"
    title: str = "{committee} – Agenda – {plain_date}"
    order: tuple[AgendaPart, ...] = (
        "contact",
        "membership",
        "notices",
        "items",
        "officer",
        "background",
    )
    when: str = "{date}[, at {time}]"
    venue: str = "{venue}"
    contact: str = "Ask for:"
    phone: str = "Telephone:"
    section: str = "[{ref} - ]{title}"
    pages: str = "(Pages {pages})"
    to_follow: str = "(To follow)"
    verbal: str = "(Verbal)"
    withdrawn: str = "(Withdrawn)"
    deferred: str = "(Deferred)"
    urgent: str = "(Urgent: {reason})"
    urgent_unsaid: str = "(Urgent)"
    exempt: str = "[(Exempt: {paragraphs})]"
    open_words: str = "(During these items the meeting is likely to be open to the public)"
    exempt_words: str = "(During these items the meeting is likely NOT to be open to the public)"
    motion_heading: str = "Motion to exclude the press and public"
    motion: str = (
        "That[ under {power}] the press and public be excluded from the meeting for the following "
        "business on the grounds that it involves the likely disclosure of exempt information[ as "
        "defined in {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972]."
    )
    changes: str = "Changes of membership"
    no_items: str = "There are no items yet."
    published: str = "{date}"


class MembershipStyle(Fact, frozen=True):
    """The membership list. Places: count, date, group."""

    title: str = "{committee} – Membership – {plain_date}"
    opening: str = "Membership ({count}) as at {date}"
    on_agenda: str = "Membership ({count})"
    group: str = "{group} ({count}):"
    ungrouped: str = "Members"


class SigningInStyle(Fact, frozen=True):
    """The sheet that members sign as they come in."""

    title: str = "{committee} – Attendance sheet – {plain_date}"
    heading: str = "Attendance sheet"
    when: str = "{date}[, at {time}]"
    venue: str = "{venue}"
    words: str = "Members are asked to sign below as they arrive."
    columns: tuple[str, str, str] = ("Member", "Group", "Signature")
    others: tuple[str, str, str] = (
        "Substitutes and others: name",
        "For whom, or in what capacity",
        "Signature",
    )
    blank: int = 6
    """Rows without a name."""
    apologies: str = "Apologies received"


class DecisionListStyle(Fact, frozen=True):
    """The list for the day after. Places of `opening`: committee, date; `vote`: counts."""

    title: str = "{committee} – Decisions – {plain_date}"
    heading: str = "Decisions"
    opening: str = "Decisions taken by the {committee} on {date}."
    moved: str = "Proposed by {mover}[, seconded by {seconder}]."
    vote: str = "{counts}."
    for_council: str = "(For the council to decide.)"
    """Under what this body only recommends; empty: not said."""
    exempt: str = "(Exempt business[, {paragraphs}]: what was decided is not published.)"
    none: str = "Nothing was decided."
    note: str = ""
    """Printed last: how the decisions may be called in."""


class DecisionRecordStyle(Fact, frozen=True):
    """The record of an executive decision (SI 2012/2089 reg 12): a heading a part."""

    title: str = "{committee} – Record of decision[ {number}] – {plain_date}"
    heading: str = "Record of executive decision"
    taker: str = "Decision taken by:"
    number: str = "Decision number:"
    date: str = "Date of decision:"
    subject: str = "Subject:"
    decision: str = "Decision"
    reasons: str = "Reasons for the decision"
    alternatives: str = "Alternatives considered and rejected"
    interests: str = "Conflicts of interest declared"
    dispensations: str = "Dispensations granted by the head of paid service"
    background: str = "Background documents"
    none: str = "None"


class PapersStyle(Fact, frozen=True):
    """All of them, as one part of a style."""

    agenda: AgendaStyle = AgendaStyle()
    membership: MembershipStyle = MembershipStyle()
    signing_in: SigningInStyle = SigningInStyle()
    decisions: DecisionListStyle = DecisionListStyle()
    record: DecisionRecordStyle = DecisionRecordStyle()

"""Forms of what papers say besides the minutes: the agenda's front sheet, a record of decision.

Keys, counted: Tab to a field and its words; Ctrl+S keeps them.
"""

from msgspec.structs import replace

from clerk.desk.documents import papers
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.meetings import FrontSheet
from clerk.domain.papers import DecisionRecord
from clerk.when import long_date, read_date
from screens.dialogs.form import Answers, Field, Form


def front_form(desk: MeetingDesk) -> Form:
    """Whom to ask for, the proper officer, publication and notices of the agenda's front sheet."""
    front = papers.front_of(desk)

    def keep(answers: Answers) -> None:
        papers.keep_front(desk, _front_in(desk, answers, front))

    def notice(words: str) -> str:
        day = read_date(words, today=desk.office.today) if words.strip() else None
        said = papers.notice_words(desk, replace(front, published=day))
        return f"{long_date(day)}. {said}" if day else said

    fields = (
        Field(id="contact", label="Ask for", value=front.contact),
        Field(id="phone", label="Telephone", value=front.phone),
        Field(
            id="published",
            label="Published on",
            value=long_date(front.published) if front.published else "",
            replaced=True,
            echo=notice,
        ),
        Field(id="officer", label="Proper officer", value=front.officer),
        Field(id="post", label="The proper officer's post", value=front.officer_post),
        Field(
            id="officer_phone", label="The proper officer's telephone", value=front.officer_phone
        ),
        Field(
            id="motion",
            label="Motion to exclude the public; empty: the house's own words",
            value=front.motion,
        ),
        Field(
            id="notices",
            label="Notices, one a line; “Heading: text” gives it a heading",
            value="\n".join(papers.notice_text(each) for each in front.notices),
            lines=True,
        ),
    )
    return Form("Front sheet of the agenda", fields, keep)


def _front_in(desk: MeetingDesk, answers: Answers, front: FrontSheet) -> FrontSheet:
    """The front sheet with what was typed; what the form does not ask for stays."""
    typed = {field: words.strip() for field, words in answers.items()}
    day = typed["published"]
    return replace(
        front,
        contact=typed["contact"],
        phone=typed["phone"],
        officer=typed["officer"],
        officer_post=typed["post"],
        officer_phone=typed["officer_phone"],
        published=read_date(day, today=desk.office.today) if day else None,
        motion=typed["motion"],
        notices=tuple(
            papers.notice_of(line) for line in answers["notices"].splitlines() if line.strip()
        ),
    )


_PARTS = (
    ("number", "Decision number", False),
    ("taker", "Decision taken by; empty: the body", False),
    ("subject", "Subject; empty: the minute's title", False),
    ("decision", "Decision; empty: the minute's resolution", True),
    ("reasons", "Reasons: required", True),
    ("alternatives", "Alternatives considered and rejected; empty prints as none", True),
    ("interests", "Conflicts of interest; empty: those declared, else none", False),
    ("dispensations", "Dispensations of the head of paid service; empty prints as none", False),
    ("background", "Background documents, one a line; empty prints as none", True),
)
"""What a record of executive decision says (SI 2012/2089 reg 12), and which is of several lines."""


def decision_form(desk: MeetingDesk, minute_id: str) -> Form:
    """Reasons, alternatives and the rest of a minute's record of executive decision."""
    record = papers.record_of_decision(desk.meeting, minute_id)
    minute = desk.meeting.minute(minute_id)

    def keep(answers: Answers) -> None:
        typed = {part: answers[part].strip() for part, _, _ in _PARTS}
        papers.keep_decision(desk, DecisionRecord(minute=minute_id, **typed))

    fields = tuple(
        Field(id=part, label=label, value=getattr(record, part), lines=lines)
        for part, label, lines in _PARTS
    )
    title = minute.title if minute else ""
    return Form(f"Record of decision: {title}", fields, keep)

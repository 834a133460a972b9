"""The papers beside the minutes, from a meeting's facts: agenda, lists, records of decision."""

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.counted import counted
from clerk.desk.lists.decisions import decision_lines, taken
from clerk.desk.lists.member_lists import membership
from clerk.desk.lists.rows import Membership
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.roll_call import RollCall
from clerk.desk.office import Office
from clerk.desk.register.agenda_notes import membership_notes
from clerk.desk.words import tidied
from clerk.domain.meetings import FrontSheet, Meeting, Minute, Notice
from clerk.domain.paper_acts import DecisionRecorded, FrontSheetSet
from clerk.domain.papers import DecisionRecord
from clerk.domain.printed import Edition, Record
from clerk.errors import RefusedError
from clerk.law.notice import last_day, notice
from clerk.record.context import Context
from clerk.record.facts.declarations import declaration_words
from clerk.record.facts.room import setting_of
from clerk.record.papers.agenda_sheet import Sheet, agenda_record
from clerk.record.papers.decision_papers import Recorded, decision_list_record, decision_record
from clerk.record.papers.signing_in import Expected, signing_in_record
from clerk.record.public import exempt_minutes, public_view
from clerk.when import long_date


def agenda(
    desk: MeetingDesk, edition: Edition = "public", context: Context | None = None
) -> Record:
    """The agenda with its front sheet; the full edition alone has exempt titles."""
    full = edition in ("full", "signing")
    meeting = desk.meeting if full else public_view(desk.meeting)
    found = membership(desk.office, desk.committee, meeting.date)
    sheet = Sheet(
        front=front_of(desk),
        membership=groups_of(found),
        changes=membership_notes(desk.office, desk.meeting),
    )
    return agenda_record(meeting, context or desk.context, sheet, "full" if full else "public")


def groups_of(found: Membership) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The membership by groups, each seat as it is printed; none where nothing is known."""
    if found.first_seen or found.dissolved:
        return ()
    return tuple((group, tuple(row.printed for row in rows)) for group, rows in found.groups)


def attendance_sheet(desk: MeetingDesk, context: Context | None = None) -> Record:
    """The sheet on which those who are expected sign; who sent apologies is marked so."""
    expected = [
        Expected(
            name=f"{row.name} ({row.role})" if row.role else row.name,
            group=row.group,
            apologies=row.capacity == "apologies",
        )
        for row in RollCall.expected(desk)
        if row.group or row.capacity in ("present", "remote", "apologies", "")
    ]
    return signing_in_record(desk.meeting, context or desk.context, expected)


def decision_list(desk: MeetingDesk, context: Context | None = None) -> Record:
    """What was decided, for the day after."""
    return decision_list_record(desk.meeting.date, context or desk.context, taken(desk))


def decision_paper(
    desk: MeetingDesk, minute: Minute, edition: Edition = "public", context: Context | None = None
) -> Record:
    """The record of the decision of a minute.

    Raises RefusedError: exempt business in a public edition, or reasons missing.
    """
    if minute.id in exempt_minutes(desk.meeting) and edition not in ("full", "signing"):
        shown = next(m for m in public_view(desk.meeting).minutes if m.id == minute.id)
        raise RefusedError(
            f"“{shown.title}” is exempt business: its record of decision is not for the public. "
            "The full edition has it."
        )
    found = _recorded(desk, minute)
    return decision_record(desk.meeting.date, context or desk.context, found, "full")


def record_of_decision(meeting: Meeting, minute_id: str) -> DecisionRecord:
    """What was typed of a minute's record of decision; an empty one where nothing was."""
    found = (record for record in meeting.decision_records if record.minute == minute_id)
    return next(found, DecisionRecord(minute=minute_id))


def keep_decision(desk: MeetingDesk, record: DecisionRecord) -> None:
    """Stores what the record of a decision says besides its minute."""
    minute = desk.meeting.minute(record.minute)
    said = f"Record of decision of “{minute.title}”" if minute else "Record of decision"
    desk.do(DecisionRecorded(record=record), said)


# --- the front sheet ------------------------------------------------------------------------------


def front_of(desk: MeetingDesk) -> FrontSheet:
    """The front sheet as it stands; what was never said of it is as at the last meeting."""
    own = desk.meeting.front
    if own is not None:
        return own
    before = last_front(desk.office, desk.meeting)
    return replace(
        before,
        published=None,
        motion="",
        motion_paragraphs=(),
        stated_total=None,
        stated_groups=(),
    )


def last_front(office: Office, meeting: Meeting) -> FrontSheet:
    """The front sheet of the committee's last meeting that has one."""
    slug = office.committee(meeting.committee).slug
    earlier = [path for path, row in office.summaries(slug) if row.date < meeting.date]
    for path in reversed(earlier):
        state = office.load(path).state
        if state is not None and state.front is not None:
            return state.front
    return FrontSheet()


def keep_front(desk: MeetingDesk, front: FrontSheet) -> None:
    """Stores the front sheet."""
    desk.do(FrontSheetSet(front=front), "Front sheet of the agenda changed")


def notice_words(desk: MeetingDesk, front: FrontSheet) -> str:
    """How many clear days the agenda gives, in a sentence; by when it is due, where unpublished."""
    setting = setting_of(desk.meeting, desk.context)
    if front.published is None:
        due = last_day(setting)
        return f"To be published by {long_date(due)}." if due else ""
    found = notice(front.published, setting)
    days = counted(found.given, "clear day")
    if found.needed is None:
        return f"The agenda gives {days}."
    if found.enough:
        return f"The agenda gives {days}; {found.needed} are needed ({found.source})."
    return (
        f"The agenda gives only {days}, and {found.needed} are needed ({found.source}): it was due "
        f"by {long_date(last_day(setting) or front.published)}."
    )


def notice_of(words: str) -> Notice:
    """A notice as it is typed: “Heading: text”; without a short heading it is all text."""
    clean = clean_text(words)[0].strip()
    heading, colon, text = clean.partition(": ")
    if colon and len(heading) <= _LONGEST_HEADING and text.strip():
        return Notice(heading=heading.strip(), text=text.strip())
    return Notice(text=clean)


def notice_text(notice: Notice) -> str:
    """A notice as it is typed."""
    text = " ".join(notice.text.split())
    return f"{notice.heading}: {text}" if notice.heading else text


_LONGEST_HEADING = 60


def _recorded(desk: MeetingDesk, minute: Minute) -> Recorded:
    mine = {minute.id, *minute.items}
    declared = [d for d in desk.meeting.declarations if d.item in mine]
    words = tuple(tidied(declaration_words(d, desk.meeting, desk.context)) for d in declared)
    dispensed = [d.dispensation for d in declared if d.dispensation]
    return Recorded(
        record=record_of_decision(desk.meeting, minute.id),
        title=minute.title,
        lines=decision_lines(desk, minute.id, "full"),
        declared=words,
        dispensed=tuple(dict.fromkeys(tidied(each) for each in dispensed)),
    )

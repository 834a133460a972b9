"""Mending what was misread in a paper: a name, a title, the kind of a block, what a report asks.

Minutes in work are simply changed. Those that came published from a paper are read anew and frozen
again: that is no correction of a record, since the paper never said what had been stored.
"""

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.desk.data_folder import MeetingLedger
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.words import one_line, typed_name
from clerk.domain.base import new_id
from clerk.domain.meeting_acts import ReadingMended
from clerk.domain.meetings import Meeting, Minute, Report
from clerk.domain.mentioned import people_in
from clerk.domain.minute_acts import MinuteChanged
from clerk.domain.paper_acts import ReportMended
from clerk.domain.register import Register
from clerk.domain.register_acts import NameMended
from clerk.errors import InputError, NotFoundError
from clerk.names import Name, full
from clerk.notation import reparse
from clerk.record.freeze import freeze


def mend_title(desk: MeetingDesk, minute_id: str, title: str) -> None:
    """Another title for a minute; raises RefusedError where its record is fixed."""
    minute = _minute(desk, minute_id)
    words = one_line(title, "title")
    said = f"Minute “{minute.title}” renamed “{words}”"
    if _was_read(desk.meeting):
        _reread(desk, replace(minute, title=words), said)
    else:
        desk.do(MinuteChanged(minute=minute_id, title=words), said)


def mend_text(desk: MeetingDesk, minute_id: str, text: str) -> tuple[str, ...]:
    """Other words or marks for a minute: its notation says of what kind each block is.

    Returns in words what was cleaned of them.
    """
    minute = _minute(desk, minute_id)
    if not _was_read(desk.meeting):
        return desk.edit(minute_id, text)
    clean, changes = clean_text(text)
    blocks = tuple(reparse(minute.text, minute.blocks, clean, new_id))
    _reread(desk, replace(minute, text=clean, blocks=blocks, links=()), f"“{minute.title}” mended")
    return changes


def mend_report(
    desk: MeetingDesk, report: Report, *, recommendation: str, summary: str
) -> tuple[str, ...]:
    """What a report of the papers recommends and is about, where that was misread or not found.

    Returns in words what was cleaned of them; raises InputError where nothing would change.
    """
    asked, cleaned = clean_text(recommendation.strip())
    about, cleaned_too = clean_text(summary.strip())
    if (asked, about) == (report.recommendation, report.summary):
        raise InputError("Nothing was changed: the report says so already.")
    item = desk.meeting.item(report.item)
    of = f" on “{item.title}”" if item and not item.exempt and not report.exempt else ""
    desk.do(
        ReportMended(report=report.id, recommendation=asked, summary=about), f"Report{of} mended"
    )
    return (*cleaned, *cleaned_too)


def mend_name(office: Office, person_id: str, words: str, *, was: Name | None = None) -> Name:
    """The name as it should always have been, in the register and in what was read from papers.

    `was` is the name that was misread, where the person bore several; else the last one seen.
    Minutes that were published here keep what they printed. Raises InputError, RefusedError.
    """
    name = typed_name(words)
    person = office.register.people.get(person_id)
    if person is None:
        raise NotFoundError("There is no such person in the register.")
    said = f"{full(was or person.name)} mended to {full(name)}"
    change = new_id()
    with office.register_lock():
        register = office.register_ledger
        register.refresh()
        planned = register.plan(NameMended(person=person_id, name=name, was=was), said, change)
        ledgers = _read_with(office, person_id)
        plans = [
            ledger.plan(_frozen_anew(office, ledger.state, planned.state), said, change)
            for ledger in ledgers
            if ledger.state is not None
        ]
        changes = [ledger.change(plan) for ledger, plan in zip(ledgers, plans, strict=True)]
        stored = office.write_together([register.change(planned), *changes])
        register.adopt(planned, stored[0])
    return name


def _was_read(meeting: Meeting) -> bool:
    return meeting.published is not None and meeting.published.on is None


def _minute(desk: MeetingDesk, minute_id: str) -> Minute:
    minute = desk.meeting.minute(minute_id)
    if minute is None:
        raise NotFoundError("That minute is not there any more.")
    return minute


def _reread(desk: MeetingDesk, minute: Minute, said: str) -> None:
    minutes = tuple(minute if m.id == minute.id else m for m in desk.meeting.minutes)
    published, _ = freeze(replace(desk.meeting, minutes=minutes), desk.context, None)
    desk.do(ReadingMended(published=published, minute=minute), said)


def _read_with(office: Office, person_id: str) -> list[MeetingLedger]:
    """The files of minutes that were read from papers and print the person's name."""
    found = office.summaries()
    naming = (path for path, _ in found if person_id in people_in(found.skeleton(path)))
    ledgers = (office.load(path) for path in naming)
    return [each for each in ledgers if each.state is not None and _was_read(each.state)]


def _frozen_anew(office: Office, meeting: Meeting | None, register: Register) -> ReadingMended:
    if meeting is None:
        raise NotFoundError("There is no such meeting any more.")
    published, _ = freeze(meeting, office.context(meeting, register), None)
    return ReadingMended(published=published)

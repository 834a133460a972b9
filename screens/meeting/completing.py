"""What the editor may offer: gathered once when a meeting is opened, away from the typing."""

from contextlib import suppress

from msgspec.structs import replace

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.base import Source
from clerk.domain.meetings import Meeting, Minute
from clerk.errors import ClerkError
from clerk.paths import templates_dir
from clerk.record.public import public_view
from clerk.store.phrases import FILE_NAME, read_phrases
from clerk.suggest import Completer
from clerk.suggest.gathering import sources_of
from screens.widgets.agenda import Entry

EARLIER = 24
"""How many of the committee's last meetings completion learns from."""


def completer_of(desk: MeetingDesk) -> Completer:
    """A completer that has learnt what a clerk has at this moment, and the minutes so far.

    Nothing of exempt business is learnt, its own title neither, lest it be offered in an open
    minute.
    """
    office, meeting = desk.office, public_view(desk.meeting)
    reports = tuple(replace(each, text=_text(desk, each.source)) for each in meeting.reports)
    completer = Completer(
        sources_of(
            replace(meeting, reports=reports),
            desk.committee,
            office.register,
            earlier=[public_view(each) for each in _before(desk)],
            phrases=phrases_of(office),
        )
    )
    for minute in meeting.minutes:
        completer.learn(minute.text + "\n", of=_business(meeting, minute))
    return completer


def phrases_of(office: Office) -> tuple[tuple[str, str], ...]:
    """Every phrase by its code, the council's own over those that Clerk ships."""
    return read_phrases(templates_dir() / FILE_NAME, office.home.root / FILE_NAME)


def phrases_mark(office: Office) -> int:
    """Another number whenever the council's own phrases have changed."""
    try:
        return (office.home.root / FILE_NAME).stat().st_mtime_ns
    except OSError:
        return 0


def learns_as(desk: MeetingDesk, entry: Entry | None) -> str:
    """What the completer calls the minute of a line of the agenda; empty for exempt business."""
    if entry is None:
        return ""
    item, minute = desk.meeting.item(entry.item), desk.meeting.minute(entry.minute)
    exempt = (item and item.exempt) or (minute and minute.exempt)
    return "" if exempt else entry.item or entry.minute


def _business(meeting: Meeting, minute: Minute) -> str:
    """The item, or the minute itself where it is loose or the second of an item."""
    first = meeting.minute_of(minute.items[0]) if minute.items else None
    return minute.items[0] if first is minute else minute.id


def _before(desk: MeetingDesk) -> list[Meeting]:
    """The committee's last meetings before this one, oldest first; other files are not opened."""
    day = desk.meeting.date.isoformat()
    paths = [p for p in desk.office.meeting_paths(desk.committee.slug) if p.stem[:10] < day]
    found: list[Meeting | None] = []
    for path in paths[-EARLIER:]:
        with suppress(ClerkError):  # one bad file never hides the others
            found.append(desk.office.load(path).state)
    return [meeting for meeting in found if meeting is not None]


def _text(desk: MeetingDesk, source: Source | None) -> str:
    if source is None:
        return ""
    return "\n".join(desk.office.paper_lines(source.paper, source.first, source.last))

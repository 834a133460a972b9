"""A minute, or the whole record, as plain text: for the clipboard and for a file.

Always the public edition, exempt business left out of it, unless the exempt minute itself is asked
for by a word of its own.
"""

from pathlib import Path

from msgspec.structs import replace

from clerk.desk.exports import in_exports
from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.domain.meetings import Meeting, Minute
from clerk.domain.printed import Line
from clerk.errors import NotFoundError, RefusedError
from clerk.record.freeze import lines_of_minute
from clerk.record.minutes.compose import minute_lines
from clerk.record.public import public_view
from clerk.writers.files import write_whole
from clerk.writers.text import as_text


def text_of_record(desk: OpenMeeting) -> str:
    """The public record as plain text; raises RefusedError where there are no minutes."""
    if not desk.meeting.minutes:
        raise RefusedError("There are no minutes to copy yet. Minute an item first.")
    return as_text(desk.record("public"))


def text_of_minute(desk: OpenMeeting, minute_id: str, *, exempt: bool = False) -> str:
    """One minute as plain text, as the public edition has it.

    `exempt` asks for the words of an exempt minute; without it, they are not there. Raises
    NotFoundError.
    """
    lines = lines_in(desk, minute_id, exempt=exempt)
    record = desk.record("full" if exempt else "public")
    return as_text(replace(record, lines=lines))


def lines_in(desk: OpenMeeting, minute_id: str, *, exempt: bool = False) -> tuple[Line, ...]:
    """The lines of one minute in the public edition, or with its exempt words.

    Raises NotFoundError where there is no such minute yet.
    """
    minute = desk.meeting.minute(minute_id)
    if minute is None:
        raise NotFoundError("This item has no minute yet. Type it first.")
    return desk.lines_of(minute_id) if exempt else _public_lines(desk, minute)


def is_exempt(meeting: Meeting, minute_id: str) -> bool:
    """Whether the public edition leaves the minute's words out, for itself or for its item."""
    seen = public_view(meeting).minute(minute_id)
    minute = meeting.minute(minute_id)
    return seen is not None and minute is not None and seen.text != minute.text


def write_copy(desk: OpenMeeting, text: str) -> Path:
    """The text in a file of its own among the exports, for where the clipboard cannot be reached.

    Its name tells the meeting and no more. Raises StorageError.
    """
    path = in_exports(desk.office, f"{desk.label()} (copied)", ".txt")
    write_whole(text.encode(), path)
    return path


def _public_lines(desk: OpenMeeting, minute: Minute) -> tuple[Line, ...]:
    published = desk.meeting.published
    if published is not None:
        return lines_of_minute(desk.record("public").lines, minute)
    seen = public_view(desk.meeting)
    public = seen.minute(minute.id)
    return minute_lines(seen, public, desk.context, "public") if public else ()

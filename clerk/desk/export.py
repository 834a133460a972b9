"""Documents out: the minutes in Word, under a right file name, opened with the system's program."""

from pathlib import Path

from clerk.clean import safe_filename
from clerk.desk.life import first_page
from clerk.desk.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Edition, Record
from clerk.errors import InputError
from clerk.paths import make_private
from clerk.record.freeze import record_of

EDITIONS: tuple[Edition, ...] = ("draft", "public", "full", "signing")


def usual_edition(meeting: Meeting) -> Edition:
    """The edition to make where none is asked for; never one with exempt business in it."""
    return "draft" if meeting.state == "draft" else "public"


def export_minutes(
    desk: MeetingDesk,
    target: Path | None = None,
    *,
    edition: Edition | None = None,
    style: str = "",
    pdf: bool = False,
    first: int | None = None,
) -> Path:
    """The minutes as a Word file (or PDF); returns where it was written.

    Without a target it goes to the data folder's exports. Unpublished minutes are exported under
    the DRAFT mark alone, since their numbers may still change. `first` is the first page's number;
    the signing edition runs on by itself from the last leaf signed, where leaves are numbered.
    Raises InputError, StorageError.
    """
    wanted = edition or usual_edition(desk.meeting)
    if desk.meeting.state == "draft" and wanted == "signing":
        raise InputError(
            "These minutes are not published yet, so there is no signing edition. Publish first."
        )
    if not desk.meeting.minutes:
        raise InputError("There are no minutes to export yet. Minute an item first.")
    record = _record(desk, wanted, style)
    name = style or record.style
    path = target or _usual_target(desk, record, wanted, pdf)
    word = path.with_suffix(".docx") if pdf else path
    if first is None and wanted == "signing":
        first = first_page(desk)
    _write(record, desk.office.styles.look(name), word, desk, first)
    return as_pdf(word) if pdf else word


def as_pdf(word: Path) -> Path:
    """A Word file made into a PDF beside it; returns that. Raises StorageError."""
    from clerk.writers.pdf import to_pdf

    to_pdf(word, word.with_suffix(".pdf"))
    return word.with_suffix(".pdf")


def in_exports(office: Office, name: str, ending: str) -> Path:
    """Where a document of this name goes that was given no other place."""
    office.prepare()
    make_private(office.home.exports_dir)
    return office.home.exports_dir / f"{safe_filename(name)}{ending}"


def open_document(path: Path) -> str:
    """Opens a document with the system's own program; a sentence where there is none, else ""."""
    from clerk.writers.opening import open_file

    return open_file(path)


def _record(desk: MeetingDesk, edition: Edition, style: str) -> Record:
    """The record; in another style than its own only while it is a draft."""
    if not style or style == desk.context.style_name:
        return desk.record(edition)
    if desk.meeting.published is not None:
        # A published record keeps its words; another style changes its looks alone.
        return desk.record(edition)
    from msgspec.structs import replace

    context = desk.office.context(replace(desk.meeting, style=style))
    return record_of(desk.meeting, context, edition)


def _write(record: Record, look: Path, target: Path, desk: MeetingDesk, first: int | None) -> None:
    from clerk.writers.word import DocumentProperties, write_word  # spares python-docx and lxml

    properties = DocumentProperties(
        title=record.title,
        subject="Minutes",
        author=desk.context.authority,
        first_page=first,
        dated=desk.meeting.date,
    )
    write_word(record, look, target, properties=properties)


def _usual_target(desk: MeetingDesk, record: Record, edition: Edition, pdf: bool) -> Path:
    words = f"{record.title} ({edition})" if edition != "public" else record.title
    return in_exports(desk.office, words, ".pdf" if pdf else ".docx")

"""Documents out: text, Word or PDF, under a right file name, opened or printed by the system."""

import datetime as dt
from pathlib import Path

from clerk.clean import safe_filename
from clerk.desk.exports import in_exports
from clerk.desk.meeting.life import first_page
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Edition, Record
from clerk.errors import InputError
from clerk.record.freeze import record_of

EDITIONS: tuple[Edition, ...] = ("draft", "public", "full", "signing")
ENDINGS = (".docx", ".pdf", ".txt")
_MOST_COPIES = 20
"""Of a document that is open elsewhere: then the clerk is told to close some."""


class Document(Fact, frozen=True):
    """A record ready to be written, with what the file says of itself."""

    record: Record
    style: str
    """The house style whose looks it takes."""
    name: str
    """The file's, without ending: public words only."""
    subject: str
    author: str
    dated: dt.date
    first_page: int | None = None


def usual_edition(meeting: Meeting) -> Edition:
    """The edition to make where none is asked for; never one with exempt business in it."""
    return "draft" if meeting.state == "draft" else "public"


def minutes_document(
    desk: MeetingDesk,
    *,
    edition: Edition | None = None,
    style: str = "",
    leaf: int | None = None,
) -> Document:
    """The minutes in an edition; `leaf` is the first page's number in the minute book.

    Unpublished minutes come under the DRAFT mark alone, since their numbers may still change.
    Raises InputError where there is nothing to print, or nothing to sign yet.
    """
    wanted = edition or usual_edition(desk.meeting)
    if desk.meeting.state == "draft" and wanted == "signing":
        raise InputError(
            "These minutes are not published yet, so there is no signing edition. Publish first."
        )
    if not desk.meeting.minutes:
        raise InputError("There are no minutes to export yet. Minute an item first.")
    record = _record(desk, wanted, style)
    if leaf is None and wanted == "signing":
        leaf = first_page(desk)  # the leaves of the minute book run on (LGA 1972 Sch 12 para 41)
    words = f"{record.title} ({wanted})" if wanted != "public" else record.title
    return meeting_document(desk, record, "Minutes", style, name=words, leaf=leaf)


def meeting_document(
    desk: MeetingDesk,
    record: Record,
    subject: str,
    style: str = "",
    *,
    name: str = "",
    leaf: int | None = None,
) -> Document:
    """A record of one meeting, ready to be written."""
    ordinal = desk.path.stem[11:]  # "2" for the second meeting of a day
    words = name or record.title
    return Document(
        record=record,
        style=style or record.style,
        name=f"{words} ({ordinal})" if ordinal else words,
        subject=subject,
        author=desk.context.authority,
        dated=desk.meeting.date,
        first_page=leaf,
    )


def write_document(
    office: Office, document: Document, target: Path | None = None, *, pdf: bool = False
) -> Path:
    """Writes a document and returns where; the ending of `target` says as what.

    Without a target it goes to the data folder's exports, and there under another name where the
    file of that name is open elsewhere. Raises InputError, StorageError.
    """
    if target is not None:
        return _write(office, document, target, pdf)
    from clerk.writers.files import OpenElsewhereError

    name = safe_filename(document.name)
    for copy in range(1, _MOST_COPIES):
        ending = ".pdf" if pdf else ".docx"
        path = in_exports(office, f"{name} - copy {copy}" if copy > 1 else name, ending)
        try:
            return _write(office, document, path, pdf)
        except OpenElsewhereError:
            continue
    raise InputError(f"“{name}” is open many times over. Close it, and export it again.")


def export_minutes(
    desk: MeetingDesk,
    target: Path | None = None,
    *,
    edition: Edition | None = None,
    style: str = "",
) -> Path:
    """The minutes as a Word file; returns where it was written."""
    document = minutes_document(desk, edition=edition, style=style)
    return write_document(desk.office, document, target)


def open_document(path: Path) -> str:
    """Opens a document with the system's own program; a sentence of what came of it."""
    from clerk.writers.opening import open_file

    return open_file(path)


def print_document(path: Path) -> str:
    """Sends a document to the usual printer; a sentence of what came of it."""
    from clerk.writers.printing import print_file

    return print_file(path)


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


def _write(office: Office, document: Document, path: Path, pdf: bool) -> Path:
    ending = ".pdf" if pdf else path.suffix.casefold()
    if ending not in ENDINGS:
        raise InputError(f"“{path.name}” has to end in .docx, .pdf or .txt.")
    from clerk.writers.files import write_whole

    if ending == ".txt":
        from clerk.writers.text import as_text

        write_whole(as_text(document.record).encode("utf-8", "replace"), path)
        return path
    content = _word(office, document)
    if ending == ".docx":
        write_whole(content, path)
        return path
    from clerk.writers.pdf import word_to_pdf

    path = path.with_suffix(".pdf")
    word_to_pdf(content, path)
    return path


def _word(office: Office, document: Document) -> bytes:
    from clerk.writers.word import DocumentProperties, word_bytes  # spares python-docx and lxml

    properties = DocumentProperties(
        title=document.record.title,
        subject=document.subject,
        author=document.author,
        first_page=document.first_page,
        dated=document.dated,
    )
    return word_bytes(document.record, office.styles.look(document.style), properties)

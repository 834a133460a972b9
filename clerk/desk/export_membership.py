"""The membership list as a document: Word (or PDF) in the council's house style, or text."""

import datetime as dt
from pathlib import Path

from clerk.desk.export import as_pdf, in_exports
from clerk.desk.lists import membership
from clerk.desk.office import Office
from clerk.domain.committees import Committee
from clerk.errors import InputError
from clerk.record.membership import membership_record


def export_membership(
    office: Office,
    body: Committee,
    on: dt.date,
    target: Path | None = None,
    *,
    style: str = "",
    pdf: bool = False,
) -> Path:
    """The membership as on a day, as .docx, .pdf or .txt; returns where it was written.

    Without a target it goes to the data folder's exports, as Word. Raises InputError, StorageError.
    """
    name = style or body.style or office.register.style or office.styles.default
    found = membership(office, body, on)
    instead = found.text if found.first_seen or found.dissolved or not found.groups else ""
    record = membership_record(
        found.name,
        on,
        [(group, [row.printed for row in rows]) for group, rows in found.groups],
        office.styles[name],
        name,
        authority=body.authority,
        notes=found.notes,
        instead=instead,
    )
    path = target or in_exports(office, record.title, ".docx")
    ending = path.suffix.casefold()
    if ending == ".txt":
        from clerk.writers.files import write_whole

        write_whole(f"{found.text}\n".encode(), path)
        return path
    if ending not in (".docx", ".pdf"):
        raise InputError(f"“{path.name}” has to end in .docx, .pdf or .txt.")
    from clerk.writers.word import DocumentProperties, write_word  # spares python-docx and lxml

    word = path.with_suffix(".docx")
    properties = DocumentProperties(
        title=record.title, subject="Membership", author=body.authority, dated=on
    )
    write_word(record, office.styles.look(name), word, properties=properties)
    return as_pdf(word) if pdf or ending == ".pdf" else word

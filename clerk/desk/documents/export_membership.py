"""The membership list as a document: Word (or PDF) in the council's house style, or text."""

import datetime as dt
from pathlib import Path

from clerk.desk.documents.export import Document, write_document
from clerk.desk.documents.papers import groups_of
from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.domain.committees import Committee
from clerk.record.papers.membership import membership_record


def membership_document(office: Office, body: Committee, on: dt.date, style: str = "") -> Document:
    """The membership as on a day, ready to be written."""
    name = style or body.style or office.register.style or office.styles.default
    found = membership(office, body, on)
    groups = groups_of(found)
    record = membership_record(
        found.name,
        on,
        groups,
        office.styles[name],
        name,
        authority=body.authority,
        notes=found.notes,
        instead="" if groups else found.text,
    )
    return Document(
        record=record,
        style=name,
        name=record.title,
        subject="Membership",
        author=body.authority,
        dated=on,
    )


def export_membership(office: Office, body: Committee, on: dt.date) -> Path:
    """The membership as on a day, as Word in the data folder's exports; returns where.

    Raises InputError, StorageError.
    """
    return write_document(office, membership_document(office, body, on))

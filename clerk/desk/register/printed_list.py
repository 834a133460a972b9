"""A membership list as papers print it, typed or pasted, made into the table that it is."""

from clerk.clean import clean_text
from clerk.domain.base import Fact
from clerk.errors import InputError
from clerk.readers.agenda.membership import membership_heading, read_membership
from clerk.readers.pages.page import page_of
from clerk.readers.tables.table_file import Table

_HEADER = ("Surname", "Initials", "Title", "Honours", "Group", "Role")


class PrintedList(Fact, frozen=True):
    """A row for each seat that the list prints, and what of it is doubtful."""

    table: Table
    doubts: tuple[str, ...] = ()
    """Counts that it states wrongly, names that may be none."""


def printed_list(text: str) -> PrintedList:
    """ "Conservative (2): Ms A Pell (Chairman), Mr B Dace / Labour (1): Vacancy", a group a line.

    Raises InputError where no name is found.
    """
    lines = [line.strip() for line in clean_text(text)[0].splitlines() if line.strip()]
    if not lines or not membership_heading(lines[0]):
        lines = ["Membership:", *lines]
    page = page_of(lines)
    found = read_membership(page, 0, len(page))
    if not found.seats:
        raise InputError(
            "No names were found. Type a group, its number and names on a line, as in "
            "“Independent (2): Mr A Pell, Vacancy”."
        )
    left_over = [line.text for line in page[found.end :] if line.text]
    doubts = [f"{doubt.read}: {doubt.uncertain}" for doubt in found.doubts]
    doubts += [f"not understood: {words}" for words in left_over]
    rows = []
    for at, seat in enumerate(found.seats):
        name = seat.name
        cells = ("Vacancy", "", "", "")
        if name is not None:
            cells = (name.surname, name.given, name.title, ", ".join(name.honours))
        rows.append((at + 1, (*cells, seat.group, seat.role)))
    return PrintedList(table=Table(header=_HEADER, rows=tuple(rows)), doubts=tuple(doubts))

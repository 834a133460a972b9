"""The membership list as a record, so that the one writer of Word files sets it like minutes."""

import datetime as dt
from collections.abc import Iterator, Sequence

from clerk.domain.printed import Line, Record, Run
from clerk.record.dates import plain_date
from clerk.record.papers.shared import head_lines, paper, plain_line
from clerk.record.style.house_style import HouseStyle
from clerk.record.wording import filled, listed

Groups = Sequence[tuple[str, Sequence[str]]]
"""Each group with the entries of its seats, as printed."""


def membership_record(
    name: str,
    on: dt.date,
    groups: Groups,
    style: HouseStyle,
    style_name: str,
    *,
    authority: str = "",
    notes: Sequence[str] = (),
    instead: str = "",
) -> Record:
    """The membership of a committee as on a day; each count is that of the entries behind it.

    `instead` is printed where there is no list: nothing known, or dissolved.
    """
    day = plain_date(on, style.dates)
    words = style.papers.membership
    opening = instead or filled(
        words.opening, {"count": _total(groups), "date": day, "committee": name}
    )
    # a heading over the list: who has it read out finds the way by headings
    heads = plain_line("opening" if instead else "section", opening)
    lines = [*head_lines(authority, name, style), heads]
    if not instead:
        lines.extend(_groups(groups, style))
        lines.extend(plain_line("note", f"Note: {note}.") for note in notes)
    title = filled(words.title, {"committee": name, "plain_date": day})
    return paper(lines, title, style, style_name, "public")


def group_lines(groups: Groups, style: HouseStyle) -> Iterator[Line]:
    """The membership as an agenda prints it: "Membership (14)", then a line a group."""
    if groups:
        words = filled(style.papers.membership.on_agenda, {"count": _total(groups)})
        yield Line(kind="attendance", runs=(Run(text=words, role="label"),), role="membership")
        yield from _groups(groups, style)


def _groups(groups: Groups, style: HouseStyle) -> Iterator[Line]:
    words = style.papers.membership
    for group, entries in groups:
        label = filled(words.group, {"group": group or words.ungrouped, "count": len(entries)})
        runs = (
            Run(text=label, role="label"),
            Run(text=" ", role="space"),
            Run(text=listed(list(entries), ", ", " and "), role="entry"),
        )
        yield Line(kind="attendance", runs=runs, role="group")


def _total(groups: Groups) -> int:
    return sum(len(entries) for _, entries in groups)

"""The membership list as a record, so that the one writer of Word files sets it like minutes."""

import datetime as dt
from collections.abc import Iterator, Sequence

from clerk.domain.printed import Case, Line, Record, Run
from clerk.record.dates import plain_date
from clerk.record.style import HouseStyle
from clerk.record.wording import listed

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
    lines = tuple(_lines(name, on, groups, style, authority, notes, instead))
    title = f"{name} – Membership – {plain_date(on, style.dates)}"
    return Record(
        lines=lines, edition="public", style=style_name, title=title, language=style.language
    )


def group_label(name: str, count: int) -> str:
    """ "Conservative (12):"."""
    return f"{name or 'Members'} ({count}):"


def _lines(
    name: str,
    on: dt.date,
    groups: Groups,
    style: HouseStyle,
    authority: str,
    notes: Sequence[str],
    instead: str,
) -> Iterator[Line]:
    case: Case | None = "upper" if style.heading.capitals else None
    if authority:
        yield Line(kind="authority", runs=(Run(text=authority),), role="authority", case=case)
    yield Line(kind="committee", runs=(Run(text=name),), role="committee", case=case)
    total = sum(len(entries) for _, entries in groups)
    day = plain_date(on, style.dates)
    if instead:
        yield Line(kind="opening", runs=(Run(text=instead),), role="opening")
        return
    opening = f"Membership ({total}) as at {day}"
    yield Line(kind="opening", runs=(Run(text=opening),), role="opening")
    for group, entries in groups:
        label = Run(text=group_label(group, len(entries)), role="label")
        words = listed(list(entries), ", ", " and ")
        runs = (label, Run(text=" ", role="space"), Run(text=words, role="entry"))
        yield Line(kind="attendance", runs=runs, role="group")
    for note in notes:
        yield Line(kind="note", runs=(Run(text=f"Note: {note}."),), role="note")

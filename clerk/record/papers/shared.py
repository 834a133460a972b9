"""What the papers beside the minutes share: their heads, lines with a label, the record itself."""

from collections.abc import Iterable, Iterator

from clerk.domain.printed import Case, Edition, Line, LineKind, Record, Run
from clerk.record.style.house_style import HouseStyle


def head_lines(
    authority: str, committee: str, style: HouseStyle, heading: str = ""
) -> Iterator[Line]:
    """The council's and the committee's name, in the case of the minutes' heading; what it is."""
    case: Case | None = "upper" if style.heading.capitals else None
    if authority:
        yield Line(kind="authority", runs=(Run(text=authority),), role="authority", case=case)
    yield Line(kind="committee", runs=(Run(text=committee),), role="committee", case=case)
    if heading:
        yield plain_line("part", heading)


def labelled(label: str, words: str) -> Line:
    """ "Ask for: Emrys Pargeter", the label marked as one."""
    runs = (Run(text=label, role="label"), Run(text=" ", role="space"), Run(text=words))
    return Line(kind="attendance", runs=runs, role="particular")


def plain_line(kind: LineKind, words: str, number: str = "") -> Line:
    """A line of one run."""
    return Line(kind=kind, runs=(Run(text=words),), number=number or None, role="paper")


def paper(
    lines: Iterable[Line], title: str, style: HouseStyle, style_name: str, edition: Edition
) -> Record:
    """The lines as a record, which text and Word are written from."""
    return Record(
        lines=tuple(lines),
        edition=edition,
        style=style_name,
        title=title,
        language=style.language,
    )

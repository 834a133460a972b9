"""An invented meeting of Wealdshire County Council with every kind of line in its record."""

from pathlib import Path

import pytest

from clerk.domain.printed import Line, LineKind, Record, Run


@pytest.fixture
def templates() -> Path:
    """The folder of the built-in house styles."""
    return Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def record() -> Record:
    """The signing edition of twelve minutes, open and exempt."""
    return Record(
        lines=(*_head(), *_attendance(), *_open_minutes(), *_exempt_minutes(), *_end()),
        edition="signing",
        style="committee-2012",
        title="Environment and Highways Committee – Minutes – 14 March 2024",
    )


@pytest.fixture
def draft(record: Record) -> Record:
    """The same without parts, with provisional numbers, attendance one a line, under DRAFT."""
    lines = (*_head(), *_attendance_lines(), *_open_minutes(provisional=True)[1:])
    return Record(lines=lines, edition="draft", style="panel-2012", title=record.title, draft=True)


def _line(kind: LineKind, text: str, number: str | None = None, role: str = "") -> Line:
    return Line(kind=kind, number=number, runs=(Run(text=text, role=role),))


def _head() -> tuple[Line, ...]:
    return (
        Line(kind="authority", runs=(Run(text="Wealdshire County Council"),), case="upper"),
        Line(
            kind="committee", runs=(Run(text="Environment and Highways Committee"),), case="upper"
        ),
        _line(
            "opening",
            "MINUTES of a meeting of the Environment and Highways Committee held in the Weir Room, "
            "Shire House, Harbourne on Thursday, 14 March 2024.",
        ),
    )


def _run_in(label: str, *entries: str) -> Line:
    runs = [Run(text=label, role="label"), Run(text=" ", role="space")]
    for at, entry in enumerate(entries):
        runs.append(Run(text=entry, role="entry"))
        if at < len(entries) - 1:
            last = at == len(entries) - 2
            runs.append(Run(text=" and " if last else ", ", role="separator"))
    return Line(kind="attendance", runs=tuple(runs))


def _attendance() -> tuple[Line, ...]:
    return (
        _run_in(
            "PRESENT:",
            "Mrs P Ashdown-Lee (Chairman)",
            "Mr T B Orchard, MBE (Vice-Chairman)",
            "Ms N Balogun",
            "Dr F Carrow",
            "Mr G L Dunmore (Substitute for Mr R Tallis)",
            "Miss E van der Meer",
        ),
        _run_in("ALSO PRESENT:", "Mr K O'Rourke"),
        _run_in(
            "IN ATTENDANCE:",
            "Ms H Pell (Director of Highways)",
            "Mr J Quill (Principal Democratic Services Officer)",
        ),
    )


def _attendance_lines() -> tuple[Line, ...]:
    return (
        _line("attendance", "Present:", role="label"),
        _line("attendance", "Mrs P Ashdown-Lee (Chairman)", role="entry"),
        _line("attendance", "Mr T B Orchard, MBE", role="entry"),
        _line("attendance", "Ms N Balogun", role="entry"),
        _line("attendance", "Officers:", role="label"),
        _line("attendance", "Ms H Pell (Director of Highways)", role="entry"),
    )


def _minute(
    number: int, title: str, reference: str = "", *, under: bool = False, provisional: bool = False
) -> tuple[Line, ...]:
    heading = Line(
        kind="minute",
        number=f"{number}.",
        runs=(Run(text=title, role="title"),),
        provisional=provisional,
    )
    if not reference:
        return (heading,)
    run = Run(text=f"({reference})")
    return (heading, Line(kind="reference", runs=(run,), beside=not under))


def _resolution(lead: str, words: str, number: str | None = None) -> Line:
    runs = (Run(text=lead, role="lead"), Run(text=words))
    return Line(kind="resolution", number=number, runs=runs)


def _open_minutes(*, provisional: bool = False) -> tuple[Line, ...]:
    def minute(number: int, title: str, reference: str = "", under: bool = False) -> list[Line]:
        return list(_minute(number, title, reference, under=under, provisional=provisional))

    return (
        _line("part", "UNRESTRICTED ITEMS"),
        *minute(21, "Apologies and Substitutes", "Item A1"),
        _line("paragraph", "Apologies were received from Mr R Tallis; Mr G L Dunmore sat for him."),
        *minute(22, "Declarations of Interest", "Item A2"),
        _line("paragraph", "There were none."),
        *minute(23, "Minutes of the Meeting on 18 January 2024", "Item A3"),
        _resolution(
            "RESOLVED that",
            " the minutes of the meeting held on 18 January 2024 are a true record and that they "
            "be signed by the Chairman.",
        ),
        *minute(24, "Election of Vice-Chairman", "Item A4"),
        _line(
            "paragraph",
            "Ms N Balogun proposed and Dr F Carrow seconded that Mr T B Orchard, MBE be elected "
            "Vice-Chairman for the rest of the municipal year.",
        ),
        _line("outcome", "Carried"),
        *minute(25, "Dates of Future Meetings", "Item A5"),
        _line("paragraph", "The Committee noted the dates of its meetings in 2024:-"),
        _line("date", "Thursday 16 May 2024"),
        _line("date", "Thursday 18 July 2024"),
        _line("date", "Wednesday 9 October 2024"),
        *minute(
            26,
            "Winter Maintenance of the Rural Network: Lessons of the Season and Plan for the "
            "Next – Report by Ms H Pell",
            "Item B1 – Report by Ms H Pell, Director of Highways",
            under=True,
        ),
        _line("note", "(Mr A Finch, Network Engineer was present for this item)"),
        _line(
            "paragraph",
            "Ms Pell introduced the report. Gritting had been called on forty-one nights, nine "
            "more than the mean of the last ten winters, and the store had been filled twice.",
            "(1)",
        ),
        _line("subheading", "Discussion"),
        _line("paragraph", "Members asked about the following:-", "(2)"),
        Line(kind="bullet", runs=(Run(text="the routes that serve schools, and in particular"),)),
        Line(kind="bullet", level=2, runs=(Run(text="the hill at Nether Cross;"),)),
        Line(kind="bullet", level=2, runs=(Run(text="the bus turning at Oxley;"),)),
        Line(kind="bullet", runs=(Run(text="salt bins, and who fills them."),)),
        _line(
            "paragraph",
            "In response to a question from Dr Carrow, Mr Finch set out the cost of each route:",
            "(3)",
        ),
        Line(
            kind="table",
            header=True,
            rows=(
                ("Route", "Length (km)", "Cost a night"),
                ("Harbourne to Oxley by the coast road", "31", "£410"),
                ("Nether Cross", "9", "£165"),
                ("Weir Vale", "", "£1,020"),
            ),
        ),
        _line("paragraph", "Mrs Ashdown-Lee read from the letter of a resident:", "(4)"),
        _line(
            "quotation",
            "We had not seen the road so clear in thirty years, and wish the crews to know it.",
        ),
        _resolution("RESOLVED that", ":", "(5)"),
        _line("limb", "the report be noted;", "(a)"),
        _line("limb", "the Director of Highways be asked to bring:", "(b)"),
        Line(kind="limb", level=2, number="(i)", runs=(Run(text="a plan of salt bins; and"),)),
        Line(kind="limb", level=2, number="(ii)", runs=(Run(text="its cost; and"),)),
        _line("limb", "the crews be thanked.", "(c)"),
        *minute(27, "Parking Charges in Harbourne", "Item B2"),
        _line("paragraph", "Mr O'Rourke spoke as the local member.", "(1)"),
        Line(
            kind="paragraph",
            number="(2)",
            runs=(
                Run(text="After a long debate "),
                Run(text="the Committee agreed to defer the matter", role="resolution"),
                Run(text=" until its July meeting."),
            ),
        ),
        *minute(28, "Exclusion of the Press and Public"),
        _resolution(
            "RESOLVED that",
            " under section 100A(4) of the Local Government Act 1972 the public be excluded for "
            "the following item, on the ground that it involves exempt information as defined in "
            "paragraph 3 of Part 1 of Schedule 12A.",
        ),
    )


def _exempt_minutes() -> tuple[Line, ...]:
    return (
        _line("part", "EXEMPT ITEMS"),
        *_minute(29, "Sale of the Depot at Oxley", "Item C1"),
        _line("summary", "The Committee agreed the terms of a sale; the report is not public."),
        _line("section", "D – Other Business"),
        *_minute(30, "Petition: A Crossing for Mill Lane", "Item D1"),
        _line("paragraph", "The petition was received."),
        *_minute(31, "Urgent Item: Flooding at Weir Vale", "Item D2"),
        _line("paragraph", "The Chairman agreed to take the item."),
        *_minute(32, "Thanks", "Item D3"),
        _line("paragraph", "Members thanked Mr Quill."),
    )


def _end() -> tuple[Line, ...]:
    return (
        _line("closing", "The meeting closed at 12.40 p.m."),
        _line("signature", "Signed"),
        _line("signature", "Chairman"),
        _line("signature", "Date"),
    )

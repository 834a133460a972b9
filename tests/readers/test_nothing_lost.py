"""Nothing that minutes say is lost in reading: each line is in a fact, or a doubt names it."""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.errors import InputError
from clerk.readers.paper import read_lines
from clerk.readers.reading import Reading, ReadMinutes
from clerk.when import find_dates
from tests.packs.truth import PACKS
from tests.packs.truth import pack as pack_file

Lines = list[str]
Change = Callable[[Sequence[str]], Lines]

_MARK = re.compile(
    r"^\s*(?:[-\u2011•●▪o·*]\s+)?(?:\(?\d+(?:\.\d+)*[.)]?|\(?[a-z]\)|\(?[ivxl]+\))?\s*",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"^\W*(?:page )?\d+(?: of \d+)?\W*$|^this page is intentionally", re.I)


def wrapped(width: int) -> Change:
    def change(lines: Sequence[str]) -> Lines:
        return [part for line in lines for part in _broken(line, width)]

    return change


def _broken(line: str, width: int) -> Lines:
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def doubled(lines: Sequence[str]) -> Lines:
    return [part for line in wrapped(78)(lines) for part in (line, "")]


def paged(foot: str) -> Change:
    """Broken into pages of 46 lines, each with its number at the foot."""

    def change(lines: Sequence[str]) -> Lines:
        found: Lines = []
        for at, line in enumerate(wrapped(80)(lines)):
            found.append(line)
            if at % 46 == 45:
                found += ["", foot.format(at // 46 + 1), ""]
        return found

    return change


def replaced(pattern: str, by: str) -> Change:
    def change(lines: Sequence[str]) -> Lines:
        return [re.sub(pattern, by, line) for line in lines]

    return change


HEADING = r"^(\d{1,2})\. (?=[A-Z].{3,90}$)"
CHANGES: dict[str, Change] = {
    "as it is": list,
    "100 wide": wrapped(100),
    "72 wide": wrapped(72),
    "double spaced": doubled,
    "figures at the foot": paged("{}"),
    "Page n of m at the foot": paged("                Page {} of 90"),
    "form feeds": paged("\f"),
    "hard hyphens": replaced("-", "\u2011"),
    "hard spaces": replaced(" ", "\u00a0"),
    "curly quotes": replaced("'", "’"),
    "other bullets": replaced(r"^(\s*)- ", r"\1• "),
    "numbers with a year": replaced(HEADING, r"\1/15 "),
    "numbers with a letter": replaced(HEADING, r"C.\1 "),
    "Councillors": replaced(r"\b(?:Mr|Mrs|Ms|Miss) (?=[A-Z] )", "Councillor "),
    "Cllrs": replaced(r"\b(?:Mr|Mrs|Ms|Miss) (?=[A-Z] )", "Cllr "),
    "indented": replaced(r"^(?=\S)", "      "),
    "no attendance": replaced(r"^(?:PRESENT|ALSO PRESENT|IN ATTENDANCE):.*$", ""),
    "no headings between": replaced(r"^(?:UNRESTRICTED|EXEMPT) ITEMS$", ""),
    "carriage returns": replaced(r"$", " "),
}


def squashed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def said_by(read: ReadMinutes) -> Iterator[str]:
    """Everything that minutes say, in words that stand together."""
    for one in read.minutes:
        number = one.number_printed or one.number
        yield " ".join((number, one.title, one.reference_printed, one.note_printed, one.text))
        yield " ".join((number, one.reference_printed, one.title))
    for paragraph in read.paragraphs:
        yield f"{paragraph.label} {paragraph.text}"
    yield from (part.words for part in read.parts)
    yield from (entry.words for entry in read.attendance)
    yield from read.closing
    yield from (read.opening_printed, read.authority, read.committee, read.venue)


def lost(reading: Reading, lines: Sequence[str]) -> list[str]:
    """The lines of the minutes that are in no fact and in no doubt."""
    doubts = [squashed(doubt.read) for doubt in reading.doubts]
    found: list[str] = []
    for read in reading.minutes:
        pool = [*map(squashed, said_by(read)), *doubts]
        for line in lines[read.first - 1 : read.last]:
            plain = line.replace("*", "").replace("\u00a0", " ")
            pieces = [plain, *re.split(r"\s{3,}|\t", plain)]
            if _FURNITURE.match(plain) or _told(plain, pool, read):
                continue
            if not all(_told(piece, pool, read) for piece in pieces[1:]):
                found.append(line)
    return found


def _told(line: str, pool: Sequence[str], read: ReadMinutes) -> bool:
    for words, day in find_dates(line):
        line = line.replace(words, " ") if day == read.date else line
    bare = (squashed(line), squashed(_MARK.sub("", line, count=1)))
    return any(not words or any(words in one for one in pool) for words in bare)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_line_of_minutes_is_lost(pack: str, change: Change) -> None:
    lines = change(pack.splitlines())
    assert lost(read_lines(lines, "pack.txt"), lines) == []


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("name", PACKS[:1])
def test_no_line_of_a_real_packs_minutes_is_lost(name: str, change: Change) -> None:
    if not pack_file(name).is_file():
        pytest.skip("the council packs are not beside this checkout")
    lines = change(pack_file(name).read_text(encoding="utf-8").splitlines())
    assert lost(read_lines(lines, name), lines) == []


_WORDS = st.sampled_from(
    [
        "RESOLVED that the wall be mended.",
        "Mr A Field",
        "(1)",
        "12.",
        "- a price",
        "(a) the wall; and",
        "[sic]",
        "## ",
        "EXEMPT ITEMS",
        "PRESENT:",
        "Carried",
        "(Item B1)",
        "Page 3",
        "7",
        "RESOLVED",
        "MOTION",
        "10.00 am",
        "5 May 2015",
        "> quoted",
        "| a | b |",
        "\tx\ty",
        "Signed ....... Chairman",
        "The meeting closed at 12.05 pm",
        "IN ATTENDANCE: Mrs B Lane",
        "The minutes of the meeting held on 1 May 2015 were agreed.",
        "\\- ",
        "[[",
        "]]",
        "(14)= ",
        ":apologies",
        "*",
        "<b>",
        "Agenda Item 5",
        "By: Mr A Field",
        "To: Cabinet",
        "Minutes:",
        "19.09.01 Title",
        "Item 4 - Roads",
        "4(a) Harbour",
    ]
)


@given(st.lists(st.tuples(st.integers(0, 60), _WORDS), max_size=8))
@settings(max_examples=40, deadline=None)
def test_whatever_stands_in_minutes_no_line_is_lost(
    minutes: str, thrown_in: list[tuple[int, str]]
) -> None:
    lines = minutes.splitlines()
    for place, words in thrown_in:
        lines.insert(8 + place % (len(lines) - 8), words)
    try:
        reading = read_lines(lines, "minutes.txt")
    except InputError:
        return  # a sentence says so, and nothing is stored
    assert lost(reading, lines) == []

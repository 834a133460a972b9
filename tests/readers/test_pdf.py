"""A PDF is read as the Word file that it was made of: no line broken, no column lost, no letter."""

import base64
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.errors import InputError
from clerk.readers import lines, read_paper
from clerk.readers.paper import read_lines
from tests.packs.truth import PACKS, needs_packs, truth
from tests.packs.truth import pack as pack_file
from tests.readers.made_pdf import Look, pdf_of, shown_pdf, wide

LOOKS = {
    "ragged": Look(),
    "set to both margins": Look(justified=True, head="Wealdshire papers", foot="{}"),
    "small and close": Look(size=8, leading=9.5, gap=5, margin=40),
    "large on a narrow page": Look(size=14, leading=17, gap=14, width=450, height=600),
}


def read(folder: Path, content: bytes) -> tuple[str, ...]:
    """The lines that are not empty."""
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return tuple(line for line in lines(path) if line.strip())


def facts(reading: Any) -> Any:
    """All that was read, without ids and places in the file."""
    return _bare(msgspec.to_builtins(reading))


def _bare(value: Any) -> Any:
    """Notes over several lines are one; ids and what the places of lines decide are left out."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _PLACES}
    if isinstance(value, list | tuple):
        return [_bare(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


_PLACES = {
    "id", "item", "section", "before", "fact", "line", "lines", "first", "last", "block_lines",
    "source", "text", "layout",
}  # fmt: skip
"""What differs from file to file: `text` is compared by itself."""


def texts(reading: Any) -> list[str]:
    return [minute.text for one in reading.minutes for minute in one.minutes]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_paper_from_a_pdf_reads_as_from_text(tmp_path: Path, pack: str, look: Look) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_of(pack.splitlines(), look))
    from_text = read_lines(pack.splitlines(), "paper.txt")
    from_pdf = read_paper(path)
    assert texts(from_pdf) == texts(from_text)
    assert facts(from_pdf) == facts(from_text)


@needs_packs
@pytest.mark.parametrize("look", ("ragged", "set to both margins"))
@pytest.mark.parametrize("name", PACKS)
def test_a_real_packs_agenda_and_minutes_read_from_a_pdf_as_from_text(
    tmp_path: Path, name: str, look: str
) -> None:
    whole = pack_file(name).read_text(encoding="utf-8").splitlines()
    front = truth(name, "agenda")["region"][1]
    first, last = truth(name, "minutes")["region"]
    said = [_plain(line) for line in (*whole[:front], "", *whole[first - 1 : last])]
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_of(said, LOOKS[look]))
    from_text, from_pdf = read_lines(said, name), read_paper(path)
    assert texts(from_pdf) == texts(from_text)
    assert facts(from_pdf.agenda) == facts(from_text.agenda)
    assert facts(from_pdf.minutes) == facts(from_text.minutes)


def _plain(line: str) -> str:
    """The line without tags and signs that the PDF's letters lack."""
    line = re.sub(r"</?(?:p|i|u|b|sup)(?: [^<>]*)?>", "", line)
    return line.encode("cp1252", errors="replace").decode("cp1252")


def squashed(words: Sequence[str]) -> str:
    return "".join(char for line in words for char in line if not char.isspace())


@given(
    st.lists(
        st.sampled_from(
            [
                "The wall leaks, as Ms Jarman said at the last meeting but one of the committee.",
                "(1) " + "Members asked who would pay for the wall, and when. " * 6,
                "- a survey",
                "RESOLVED that the slipway be closed",
                "12 May 2015",
                "Ward\tCost\tYear",
                "Harbourne\tforty thousand pounds and some pence more\t2015",
                "\t12\t",
                "A" * 130,
                "PRESENT: Mr A Field, Mrs B Glebe, OBE, Ms C Heath, Mr D Ings and Mr E Kerr-Lowe",
            ]
        ),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from([*LOOKS.values(), Look(ruled=False), Look(gap=0), Look(height=220)]),
)
@settings(max_examples=12, deadline=None)
def test_no_letter_of_a_pdf_is_lost_however_it_is_set(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], look: Look
) -> None:
    # Each is another one: what is the same at the head of each page is the page's and goes.
    said = [f"{words} {NAMES[at]}" for at, words in enumerate(said)]
    look = look._replace(foot="", head="")
    found = read(tmp_path_factory.mktemp("pdf"), pdf_of(said, look))
    assert sorted(squashed(found)) == sorted(squashed(said))


NAMES = [f"{one}{other}" for one in "bcdfgh" for other in "aeiouyw"]


def test_text_that_two_pages_begin_with_is_no_running_line(tmp_path: Path) -> None:
    said = ["The wall leaks, and", "it leaks more."]
    page = [shown(60, 780 - 14 * n, words) for n, words in enumerate(said)]
    assert squashed(read(tmp_path, shown_pdf([page, page]))) == squashed([*said, *said])


def test_headings_that_count_on_at_the_head_of_two_pages_are_no_page_numbers(
    tmp_path: Path,
) -> None:
    pages = [[shown(60, 780, f"{n}. Reports"), shown(60, 700, "Nil.")] for n in (4, 5)]
    found = [line for line in read(tmp_path, shown_pdf(pages)) if "Reports" in line]
    assert found == ["4. Reports", "5. Reports"]


# --- tables --------------------------------------------------------------------------------

TABLE = [
    "Before the table.",
    "Ward\tWhat is to be done there, and by whom\tCost",
    "Harbourne North\tThe sea wall is to be pointed before the winter\t£40",
    "Overstrand\t\t£2",
    "Behind the table.",
]


def test_a_ruled_tables_columns_are_kept_and_a_cell_of_several_lines_is_one(tmp_path: Path) -> None:
    assert list(read(tmp_path, pdf_of(TABLE, Look(width=400, foot="")))) == TABLE


def test_a_table_over_two_pages_is_one_and_a_row_that_the_page_broke_too(tmp_path: Path) -> None:
    cell = "The wall is to be pointed before the winter and looked at again"
    rows = ["Ward\tWork", *(f"Ward {n}\t{cell} in {n}" for n in range(12)), "Last\tNone"]
    found = lines_with_gaps(tmp_path, pdf_of(rows, Look(height=300, width=420)))
    assert [line for line in found if line] == rows
    start = found.index(rows[0])
    assert found[start : start + len(rows)] == rows


def lines_with_gaps(folder: Path, content: bytes) -> list[str]:
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return list(lines(path))


def ruled(x: float, y: float, wide: float, high: float) -> str:
    return f"{x} {y} {wide} {high} re f"


def shown(x: float, y: float, words: str) -> str:
    return f"BT /F1 11 Tf {x} {y} Td ({words}) Tj ET"


def test_merged_cells_are_one_cell(tmp_path: Path) -> None:
    page = [
        *(ruled(50, y, 300, 0.5) for y in (700, 670, 640)),
        *(ruled(x, 640, 0.5, 60) for x in (50, 350)),
        ruled(200, 640, 0.5, 30),
        *(shown(60, 680, "DECISION TAKEN"), shown(60, 650, "Subject"), shown(210, 650, "The wall")),
    ]
    assert list(read(tmp_path, shown_pdf([page]))) == ["DECISION TAKEN\t", "Subject\tThe wall"]


def test_a_grid_drawn_as_one_path_is_a_table_and_a_box_round_text_is_none(tmp_path: Path) -> None:
    grid = "50 700 m 350 700 l 350 640 l 50 640 l h S 200 700 m 200 640 l S 50 670 m 350 670 l S"
    box = "50 500 300 60 re S"
    words = [shown(60, 680, "A"), shown(210, 680, "B"), shown(60, 650, "C"), shown(210, 650, "D")]
    boxed = [shown(60, 540, "Please note"), shown(60, 510, "The lift is out of use")]
    found = read(tmp_path, shown_pdf([[grid, box, *words, *boxed]]))
    assert list(found) == ["A\tB", "C\tD", "Please note", "The lift is out of use"]


def test_columns_without_rules_stand_apart_by_three_blanks_or_more(tmp_path: Path) -> None:
    page = [
        line
        for row, y in ((("Ward", "Cost"), 700), (("Harbourne", "40"), 685), (("Strand", "2"), 670))
        for line in (shown(60, y, row[0]), shown(260, y, row[1]))
    ]
    found = read(tmp_path, shown_pdf([page]))
    assert [re.split(r" {3,}", line) for line in found] == [
        ["Ward", "Cost"], ["Harbourne", "40"], ["Strand", "2"],
    ]  # fmt: skip
    assert len({re.search(r"\S+$", line).start() for line in found}) == 1  # type: ignore[union-attr]


# --- paragraphs ----------------------------------------------------------------------------

LONG = (
    "The Head of Highways said that the wall had been looked at in May, and that Members would be "
    "told of the price before the committee met again, since the tide would not wait for anybody."
)


def broken_by(*parts: str) -> list[list[str]]:
    """Two pages of full lines with these words before and after the page's end."""
    full = LONG[:88].rsplit(" ", 1)[0]
    pages = []
    for part, above in ((parts[0], True), (parts[1], False)):
        texts = [full] * 7
        texts = [*texts, part] if above else [part, *texts]
        pages.append([shown(60, 760 - 14 * n, text) for n, text in enumerate(texts)])
    return pages


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    full = LONG[:88].rsplit(" ", 1)[0]
    found = read(tmp_path, shown_pdf(broken_by(full, "and nobody would wait for the tide.")))
    assert any(f"{full} and nobody would wait" in line for line in found)


def test_a_paragraph_that_ended_with_the_page_does_not_go_on(tmp_path: Path) -> None:
    found = read(tmp_path, shown_pdf(broken_by("The wall leaks.", "Nobody knew why.")))
    assert any(line.endswith("The wall leaks.") for line in found)


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("the sub-", "committee of the harbour", "the subcommittee of the harbour"),
        ("the Vice-", "Chairman of the harbour", "the Vice-Chairman of the harbour"),
        ("the well-", "known wall of the harbour", "the well-known wall of the harbour"),
        ("the year 2011-", "12 of the harbour", "the year 2011-12 of the harbour"),
        ("and the pre-", "and post-war wall", "and the pre- and post-war wall"),
    ],
)
def test_a_hyphen_at_a_lines_end_is_kept_unless_the_paper_writes_the_word_without(
    tmp_path: Path, end: str, begin: str, joined: str
) -> None:
    room = LONG[:92]
    first = f"{room[: 90 - len(end)].rsplit(' ', 1)[0]} {end}"
    right = 60 + wide(first, 11)
    full = [shown(60, 700 - 14 * n, LONG[:88]) for n in range(8)]
    margin = [shown(right - wide("x", 11), 550, "x"), shown(right - wide("x", 11), 530, "x")]
    words = "The subcommittee met, and a well-known man came."
    page = [*full, *margin, shown(60, 500, first), shown(60, 486, begin), shown(60, 440, words)]
    found = read(tmp_path, shown_pdf([page]))
    assert any(joined in line for line in found)


# --- pages ---------------------------------------------------------------------------------


def test_page_numbers_and_running_lines_go_and_what_heads_a_document_stays(tmp_path: Path) -> None:
    pages = [
        [
            shown(60, 810, "Wealdshire papers for June"),
            shown(400, 790, f"Agenda Item {4 + n // 3}"),
            shown(60, 700, f"Words of page {'abcdef'[n]}."),
            shown(290, 30, f"{n + 11}"),
        ]
        for n in range(6)
    ]
    found = [line.strip() for line in read(tmp_path, shown_pdf(pages))]
    assert found == [
        "Agenda Item 4", "Words of page a.", "Words of page b.", "Words of page c.",
        "Agenda Item 5", "Words of page d.", "Words of page e.", "Words of page f.",
    ]  # fmt: skip


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_as_it_is_shown(tmp_path: Path, rotate: int) -> None:
    turns = {
        90: (0, 1, -1, 0, 300, 100),
        180: (-1, 0, 0, -1, 500, 700),
        270: (0, -1, 1, 0, 300, 700),
    }
    a, b, c, d, e, f = turns[rotate]
    step = {90: (14, 0), 180: (0, 14), 270: (-14, 0)}[rotate]
    page = [
        f"BT /F1 11 Tf {a} {b} {c} {d} {e + n * step[0]} {f + n * step[1]} Tm ({words}) Tj ET"
        for n, words in enumerate(("First line", "Second line", "Third line"))
    ]
    found = read(tmp_path, shown_pdf([page], rotate=rotate))
    assert [line.strip() for line in found] == ["First line", "Second line", "Third line"]


def test_a_mark_across_the_page_is_a_line_of_its_own(tmp_path: Path) -> None:
    page = [
        shown(60, 700, "The wall leaks."),
        "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET",
    ]
    assert list(read(tmp_path, shown_pdf([page]))) == ["The wall leaks.", "DRAFT"]


# --- strangers' files ----------------------------------------------------------------------


# Two thousand million blanks, packed three times over.
_PACKED = (
    "eNqruPX2jq7fnESJtoua9mwXjZoUDEwOlrBemeDAKsXI5hzBsK8vU+3qil15DawbGGSsG/peMQVwhMxmTBOvuW75"
    "6mr/ns/PftlV7/lrWGV689/X/6effb3FwcDAILHj5PyXn9q3H//259+HFywgkV2f/eXDxRYf2L95LfNzoEDDwd87"
    "v5fWfnR+8PJT0lFLoEjCB7N5/9/pb2vY/fPsjxu2YBE5FmYgreBqACQZosCcBRBOEjJnVGZUZlRmVGZUZlRmVGZU"
    "ZlRmVGZUZmjIpF1+unS77oPPf3LK01nen39/9XL+49Xi0m/t9gEAYEe4xQ=="
)


def test_a_small_pdf_that_asks_for_gigabytes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    bomb = base64.b64decode(_PACKED)
    filters = b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    stream = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (filters, len(bomb), bomb)
    plain = shown_pdf([["%"]])
    content = plain.replace(b"<< /Length 1 >>\nstream\n%\nendstream", stream)
    assert content != plain
    with pytest.raises(InputError, match="damaged PDF"):
        read(tmp_path, content)

"""What is shown beside notation while it is typed: signs told apart, what is amiss in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.notation import parse
from clerk.notation.marking import marks_of
from clerk.notation.structure import troubles

LINES = st.text(alphabet="ab ()[]#->|\\:=1\tRESOLVED that", max_size=60)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(a) one", "(a) is a limb without a lead: a paragraph or a resolution above it."),
        (
            "## Roads\n(a) one",
            "(a) is a limb without a lead: a paragraph or a resolution above it.",
        ),
        ("RESOLVED that:-\n(b) two", "The limbs begin with (b)."),
        ("As follows:\n(a) one\n(c) three", "(c) follows (a), not (b)."),
        ("As follows:\n(a) one\n(a) again", "(a) is there twice."),
        ("- one", "A bullet hangs under a paragraph: there is none above it."),
        ("As follows:\n    - deep", "This bullet stands deeper than any above it."),
        ("## Roads\n## Bridges\nWords.", "Nothing stands under this sub-heading."),
        ("RESOLVED that", "The resolution has no words."),
        ("| a | b |\n| c |", "The rows of this table have not all 2 cells."),
        ("##Roads", "A sub-heading needs a space behind ##."),
        ("-one", "A bullet needs a space behind the dash."),
        ("(a)one", "A limb needs a space behind its letter."),
        ("It was [[agreed.", "[[ is never closed: ]] is missing behind the words resolved."),
        ("It was agreed]].", "]] closes nothing: [[ is missing before it."),
        ("It was [[ ]] agreed.", "[[ ]] holds no words."),
    ],
)
def test_what_is_amiss_is_said_in_words(text: str, said: str) -> None:
    assert said in [trouble.says for trouble in troubles(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "One.\n\nTwo.\n## Roads\nThree.\n- a\n  - b\n- c",
        "RESOLVED that:-\n(a) one; and\n(b) two.",
        "As follows:\n(a) one\n(i) deep\n(ii) deep\n(b) two",
        "As follows:\n(h) eight\n(i) nine\n(j) ten".replace("(h) eight", "(a) x"),
        "It was [[agreed]] and [[noted]].",
        "-5 degrees, \\[[ and a plain (a).",
        "| a | b |\n|---|---|\n| c | d |",
        "Carried\n12 May 2026\n> Words.",
    ],
)
def test_nothing_is_said_of_minutes_as_they_should_be(text: str) -> None:
    assert troubles(parse(text)) == ()


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("## Roads", [("## ", "sign"), ("Roads", "heading")]),
        ("  - a bullet", [("- ", "mark")]),
        ("(a) a limb", [("(a) ", "mark")]),
        ("RESOLVED that it be noted.", [("RESOLVED that ", "lead")]),
        ("(14)= RESOLVED that it be", [("(14)= ", "sign"), ("RESOLVED that ", "lead")]),
        (":declarations", [(":declarations", "field")]),
        ("It was [[agreed]].", [("[[", "sign"), ("agreed", "resolved"), ("]]", "sign")]),
        ("MOTION Pell, Dace: that", [("MOTION", "act")]),
        ("Plain words.", []),
    ],
)
def test_signs_are_told_apart_from_words(line: str, marked: list[tuple[str, str]]) -> None:
    assert [(line[m.start : m.end], m.kind) for m in marks_of(line)] == marked


@given(LINES)
def test_every_mark_lies_within_its_line(line: str) -> None:
    for start, end, _ in marks_of(line):
        assert 0 <= start <= end <= len(line)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_any_text_can_be_looked_at(text: str) -> None:
    blocks = parse(text)
    for trouble in troubles(blocks):
        assert trouble.block < len(blocks)
        assert trouble.says.endswith((".", "?"))

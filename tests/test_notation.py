"""What a clerk types becomes blocks, nothing of it is lost, and blocks keep their ids."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clerk.notation import (
    Block,
    Bullet,
    Dates,
    Limb,
    Outcome,
    Paragraph,
    Quotation,
    Resolution,
    Subheading,
    Table,
    marked_runs,
    numbered,
    parse,
    reparse,
    resolution_line,
    spans,
    write,
)

MARKED = (
    "- ",
    "## ",
    "> ",
    "|",
    "\\|",
    "(14)= ",
    "(a) ",
    "* ",
    "(ii) ",
    "---",
    "[[",
    "]]",
    "\\",
    ":",
    ",",
)
RESOLVING = (
    "RESOLVED that ",
    "RESOLVED",
    "Cabinet resolved to",
    "AGREED: ",
    "that ",
    "Following a ",
)
PLAIN = ("Carried", "6 July 2012", "26/4/2012", "The Committee ", "a", "noted.", "é")
BLANK = ("\n", " ", "  ", "\t", "\x0b", "\x85", "\u2028", "\ufeff", "\r")
FRAGMENTS = (*MARKED, *RESOLVING, *PLAIN, *BLANK)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join) | st.text(max_size=80)
WORDS = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map(
    lambda parts: " ".join("".join(parts).split())
)
LINES = WORDS.filter(bool)
RESTARTS = st.none() | st.integers(0, 9999)
MARKS = st.sampled_from(["(a)", "(z)", "(aa)", "(iii)", "(xviii)"])
CELLS = st.lists(WORDS, min_size=1, max_size=3).map(tuple)


def made(block: type[Block], **parts: st.SearchStrategy[object]) -> st.SearchStrategy[Block]:
    return st.builds(block, id=st.just(""), **parts)


BLOCKS = st.one_of(
    made(Paragraph, text=LINES, restart=RESTARTS),
    made(Subheading, text=LINES),
    made(Quotation, text=LINES),
    made(Bullet, text=LINES, level=st.integers(1, 3)),
    made(Limb, text=LINES, mark=MARKS, for_council=st.booleans()),
    made(Outcome, text=st.sampled_from(["Carried", "LOST.", "Carried unanimously", "withdrawn"])),
    made(Table, rows=st.lists(CELLS, min_size=1, max_size=3).map(tuple), header=st.booleans()),
    made(
        Resolution,
        text=st.just("the report be noted.") | st.just(":-") | st.just(""),
        lead=st.none() | st.sampled_from(["RESOLVED to", "Cabinet resolved to", "RESOLVED - That"]),
        restart=RESTARTS,
        for_council=st.booleans(),
    ),
)


def ids_from(start: int) -> Callable[[], str]:
    """A maker of ids that have not been used, counted from `start`."""
    counter = itertools.count(start)
    return lambda: f"id{next(counter)}"


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("The report was noted.", Paragraph(id="", text="The report was noted.")),
        ("## Libraries", Subheading(id="", text="Libraries")),
        ("- first", Bullet(id="", text="first")),
        ("  - second level", Bullet(id="", text="second level", level=2)),
        ("\t\t- third level", Bullet(id="", text="third level", level=3)),
        ("          - deeper", Bullet(id="", text="deeper", level=3)),
        ("(a) the lease", Limb(id="", text="the lease", mark="(a)")),
        ("  (iv) the rent", Limb(id="", text="the rent", mark="(iv)")),
        ("(aa) the key", Limb(id="", text="the key", mark="(aa)")),
        ("* (a) the lease", Limb(id="", text="the lease", mark="(a)", for_council=True)),
        ("*(a) the lease", Limb(id="", text="the lease", mark="(a)", for_council=True)),
        ("* RESOLVED that x", Resolution(id="", text="x", for_council=True)),
        ("(3)= * RESOLVED that x", Resolution(id="", text="x", restart=3, for_council=True)),
        ("\\* RESOLVED that x", Paragraph(id="", text="* RESOLVED that x")),
        ("> words displayed", Quotation(id="", text="words displayed")),
        ("Carried", Outcome(id="", text="Carried")),
        ("CARRIED UNANIMOUSLY.", Outcome(id="", text="CARRIED UNANIMOUSLY.")),
        ("Carried nem con", Outcome(id="", text="Carried nem con")),
        ("not carried", Outcome(id="", text="not carried")),
        ("6 July 2012", Dates(id="", dates=("6 July 2012",))),
        ("(14)= text", Paragraph(id="", text="text", restart=14)),
        ("(3)= RESOLVED that x", Resolution(id="", text="x", restart=3)),
        ("\\- plain", Paragraph(id="", text="- plain")),
        ("\\RESOLVED that", Paragraph(id="", text="RESOLVED that")),
        ("\\(14)= x", Paragraph(id="", text="(14)= x")),
        ("\\\\- plain", Paragraph(id="", text="\\- plain")),
        ("\\\\server\\share", Paragraph(id="", text="\\\\server\\share")),
        ("| a | b\\|c |", Table(id="", rows=(("a", "b|c"),))),
    ],
)
def test_a_line_is_the_block_that_its_mark_says(line: str, block: Block) -> None:
    assert parse(line) == (block,)


@pytest.mark.parametrize(
    "line",
    [
        "-no space",
        "-",
        "##",
        "##no space",
        "(the) lease",
        "(14)=",
        "(14) text",
        "• bullet of another hand",
        "* star",
        "The motion was Carried",
        "Carried by 9 votes",
        "CARRIED 9-2-1",
        "MOTION Birch, Dray: that the report be noted",
        "ACTION Marsh by 5 May: write",
        ":apologies",
        "Friday 6 July 2012 at 10.00 am",
        "C:\\minutes",
    ],
)
def test_a_line_without_a_mark_of_ours_is_a_paragraph_as_typed(line: str) -> None:
    assert parse(line) == (Paragraph(id="", text=line),)


@pytest.mark.parametrize(
    ("line", "lead", "text"),
    [
        ("RESOLVED that the report be noted.", None, "the report be noted."),
        ("RESOLVED that:-", None, ":-"),
        (
            "RESOLVED that, subject to funding, it be built",
            None,
            ", subject to funding, it be built",
        ),
        ("RESOLVED That it be noted", "RESOLVED That", "it be noted"),
        ("RESOLVED:", "RESOLVED:", ""),
        ("RESOLVED: That it be noted", "RESOLVED: That", "it be noted"),
        ("RESOLVED - That it be noted", "RESOLVED - That", "it be noted"),
        ("RESOLVED to accept the quotation", "RESOLVED to", "accept the quotation"),
        ("RESOLVED as in the confidential minute.", "RESOLVED", "as in the confidential minute."),
        ("RESOLVED unanimously that it be noted", "RESOLVED unanimously that", "it be noted"),
        ("UNANIMOUSLY RESOLVED that it be so", "UNANIMOUSLY RESOLVED that", "it be so"),
        ("Resolved that it be noted", "Resolved that", "it be noted"),
        ("Resolved: the minutes were approved", "Resolved:", "the minutes were approved"),
        ("AGREED that it be noted", "AGREED that", "it be noted"),
        ("AGREED: to write", "AGREED: to", "write"),
        ("It was RESOLVED to approve them", "It was RESOLVED to", "approve them"),
        ("Cabinet resolved to:", "Cabinet resolved to", ":"),
        ("Cabinet Resolved to note it", "Cabinet Resolved to", "note it"),
        ("Cabinet resolved that this be agreed", "Cabinet resolved that", "this be agreed"),
        (
            "Following a short debate the Committee resolved to defer it.",
            "Following a short debate the Committee resolved to",
            "defer it.",
        ),
        (
            "Having considered the plans, the Environment and Highways Committee unanimously "
            "resolved that they be approved",
            "Having considered the plans, the Environment and Highways Committee unanimously "
            "resolved that",
            "they be approved",
        ),
        ("Members therefore resolved to wait", "Members therefore resolved to", "wait"),
        ("The Licensing Sub-Committee RESOLVED to grant it", None, None),
    ],
)
def test_a_resolution_is_known_by_its_lead_and_keeps_it(
    line: str, lead: str | None, text: str | None
) -> None:
    [block] = parse(line)
    assert isinstance(block, Resolution)
    if text is not None:
        assert (block.lead, block.text) == (lead, text)
    assert resolution_line(block) == line


TRUTH = Path(__file__).resolve().parents[2] / "shared" / "truth"
KINDS: dict[str, tuple[str, type[Block]]] = {
    "para": ("", Paragraph),
    "resolution": ("", Resolution),
    "outcome": ("", Outcome),
    "dates": ("", Dates),
    "bullet": ("- ", Bullet),
    "heading": ("## ", Subheading),
    "subpara": ("(a) ", Limb),
    "table": ("| ", Table),
}


def blocks_of_the_packs() -> Iterator[tuple[str, str]]:
    for path in sorted(TRUTH.glob("*-minutes.json")):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            yield from ((block["kind"], block["text"]) for block in item["blocks"])


@pytest.mark.skipif(not TRUTH.is_dir(), reason="the truth stands beside the checkout, in ../shared")
def test_every_block_of_the_packs_minutes_is_read_as_what_it_is_and_printed_back() -> None:
    blocks = list(blocks_of_the_packs())
    assert len(blocks) == 147
    for kind, text in blocks:
        mark, wanted = KINDS[kind]
        line = mark + " ".join(text.split())
        [block] = parse(line)
        assert type(block) is wanted, line
        if not isinstance(block, Table):
            assert write([block]).split() == line.split()


@pytest.mark.parametrize(
    "line",
    [
        "During a debate several Members gave news, following which Cabinet Resolved to note it.",
        "The minutes were agreed and signed. The Committee resolved to note them.",
        "Mrs Dray explained that the Council resolved to close the bridge.",
        "In 2011 the Council resolved to close the bridge.",
        "The Council had resolved to close the bridge.",
        "The Leader of the Council resolved to stand down.",
        "Following a question on which the Panel resolved to wait",
        "Resolved issues were listed.",
        "Agreed actions were listed.",
        "The dispute was resolved.",
        "In response, it was agreed that figures be sent.",
    ],
)
def test_prose_that_only_tells_of_a_resolution_stays_a_paragraph(line: str) -> None:
    assert parse(line) == (Paragraph(id="", text=line),)


def test_lines_of_dates_make_one_list_whatever_blank_lines_stand_between() -> None:
    text = "Friday 6 July 2012 Wednesday 19 September 2012\n\nMonday 7 January 2013\nNoted."
    assert parse(text) == (
        Dates(
            id="",
            dates=("Friday 6 July 2012", "Wednesday 19 September 2012", "Monday 7 January 2013"),
        ),
        Paragraph(id="", text="Noted."),
    )


def test_a_table_has_a_header_where_a_rule_follows_its_first_row() -> None:
    text = "| Name | Vote |\n|---|:---:|\n| Pell | For |\n\n| next |\n| --- |"
    assert parse(text) == (
        Table(id="", rows=(("Name", "Vote"), ("Pell", "For")), header=True),
        Table(id="", rows=(("next",),), header=True),
    )


def test_only_paragraphs_and_resolutions_take_a_number() -> None:
    kinds = parse("One\nRESOLVED that x\n- b\n## h\n(a) l\n> q\nCarried\n6 July 2012\n| c |")
    assert [numbered(block) for block in kinds] == [True, True, *[False] * 7]


def test_ids_are_given_to_blocks_in_order_and_missing_ones_are_empty() -> None:
    assert [block.id for block in parse("one\n\ntwo\nthree", ["x", "y"])] == ["x", "y", ""]


@given(TEXTS)
@example("\\" * 2000 + "- x")
@example("|")
@example("(14)= \\\\RESOLVED that")
def test_what_was_parsed_is_written_so_that_it_parses_the_same(text: str) -> None:
    blocks = parse(text)
    assert parse(write(blocks)) == blocks


@given(st.lists(BLOCKS, max_size=6))
def test_blocks_made_elsewhere_are_written_so_that_they_parse_the_same(blocks: list[Block]) -> None:
    assert parse(write(blocks)) == tuple(blocks)


@given(TEXTS)
def test_every_character_that_is_not_blank_stands_in_one_block(text: str) -> None:
    covered = spans(text)
    assert len(covered) == len(parse(text))
    at = 0
    for start, end in covered:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(LINES.filter(lambda line: "|" not in line and "\\" not in line))
def test_no_word_of_a_line_is_lost_but_its_mark(line: str) -> None:
    assert "".join(write(parse(line)).split()) in {
        "".join(line.split()),
        "RESOLVEDthat".join(line.split()),
    } or isinstance(parse(line)[0], Dates)


@given(TEXTS)
def test_a_text_that_did_not_change_keeps_every_id(text: str) -> None:
    ids = [f"old{at}" for at in range(len(parse(text)))]
    assert reparse(text, ids, text, ids_from(0)) == tuple(ids)


@given(TEXTS, TEXTS)
def test_ids_after_any_change_are_one_for_each_block_and_none_twice(
    before: str, after: str
) -> None:
    old = [f"old{at}" for at in range(len(parse(before)))]
    new = reparse(before, old, after, ids_from(0))
    assert len(new) == len(set(new)) == len(parse(after))


@given(st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=6), st.data())
def test_an_edit_inside_one_line_changes_no_id(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    edited = data.draw(st.text("abcd .", min_size=1).filter(str.strip))
    ids = [f"old{n}" for n in range(len(lines))]
    after = [*lines[:at], edited, *lines[at + 1 :]]
    assert reparse("\n".join(lines), ids, "\n".join(after), ids_from(0)) == tuple(ids)


def test_a_paragraph_put_in_taken_out_or_turned_into_a_bullet_leaves_the_others_their_ids() -> None:
    before, ids = "The first of them.\nThe second was long.\nA third.", ("1", "2", "3")
    put_in = "The first of them.\nNew words here.\nThe second was long.\nA third."
    assert reparse(before, ids, put_in, ids_from(9)) == ("1", "id9", "2", "3")
    assert reparse(before, ids, "The first of them.\nA third.", ids_from(9)) == ("1", "3")
    bullet = "The first of them.\n- The second was long.\nA third."
    assert reparse(before, ids, bullet, ids_from(9)) == ids
    two = "New words here.\nThe second was very long.\nA third."
    assert reparse(before, ids, "Nothing like it\n" + two, ids_from(9)) == ("id9", "id10", "2", "3")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", ()),
        ("plain", (("plain", False),)),
        (
            "after which [[ it resolved to wait ]].",
            (("after which ", False), ("it resolved to wait", True), (".", False)),
        ),
        ("[[all]]", (("all", True),)),
        ("never [[ closed", (("never [[ closed", False),)),
        ("\\[[ literal ]]", (("[[ literal ]]", False),)),
        ("[[ ]] empty", (("[[ ]] empty", False),)),
    ],
)
def test_a_mark_in_prose_tells_its_words_apart(
    text: str, runs: tuple[tuple[str, bool], ...]
) -> None:
    assert marked_runs(text) == runs


@given(TEXTS)
def test_marks_take_nothing_but_themselves_from_a_paragraph(text: str) -> None:
    joined = "".join(words for words, _ in marked_runs(text))
    bare = str.maketrans("", "", "[]\\ \n\t\r\x0b\x85\u2028")
    assert joined.translate(bare).split() == text.translate(bare).split()
    assert all(words for words, _ in marked_runs(text))

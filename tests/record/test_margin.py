"""The margin says of each block what the record will print of it, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.meetings import AsPrinted
from clerk.notation import spans
from clerk.record.margin import Beside, beside
from clerk.record.minutes.compose import minute_lines
from tests.record.builders import context, entry, meeting, minute

STYLES = (
    "",
    "[paragraph]\nlone_number = true",
    '[paragraph]\nnumber = "{m}.{n}"\nresolutions_numbered = false',
)


def margin(text: str, toml: str = "", **facts: object) -> tuple[Beside, ...]:
    one = minute("roads", text)
    return beside(meeting(one, **facts), one, context(toml))


def test_each_row_has_the_number_that_will_print() -> None:
    found = margin("First.\n\n## Bridges\nSecond.\n- a bullet\nRESOLVED that:-\n(a) it be noted.")
    assert [(each.row, each.number) for each in found] == [
        (0, "(1)"),
        (2, ""),
        (3, "(2)"),
        (4, ""),
        (5, "(3)"),
        (6, ""),
    ]


def test_a_field_has_the_numbers_of_all_that_it_prints_and_what_follows_runs_on() -> None:
    text = ":substitutes\n:apologies\nLast."
    assert [each.number for each in margin(text)] == ["(1)", "(2)", "(3)"]
    away = (entry("pell", "apologies"),)
    assert margin(text, attendance=away)[1].facts == ("roads/apologies",)


def test_a_slip_of_a_paper_is_in_the_margin_as_it_prints() -> None:
    slip = AsPrinted(fact="roads/1", role="number", text="(14)")
    found = margin("One.\nTwo.", as_printed=(slip,))
    assert [each.number for each in found] == ["(1)", "(14)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":declaration", ":declaration is no field, so it prints as typed. :declarations is."),
        ("One.\n(b) two", "The limbs begin with (b)."),
    ],
)
def test_what_is_amiss_stands_at_its_block(text: str, said: str) -> None:
    assert margin(text)[-1].trouble == said
    assert all(not each.trouble for each in margin(text)[:-1])


BLOCKS = st.sampled_from(
    ["One.", "## Two", "- three", "(a) four", "RESOLVED that five", ":apologies", "(7)= Seven.", ""]
)


@given(st.lists(BLOCKS, max_size=9).map("\n".join), st.sampled_from(STYLES))
def test_the_margin_never_says_another_number_than_the_record(text: str, toml: str) -> None:
    one = minute("roads", text)
    of = meeting(one)
    lines = minute_lines(of, one, context(toml))
    printed = ["" if line.kind == "limb" else line.number or "" for line in lines[1:]]
    found = beside(of, one, context(toml))
    assert [(each.start, each.end) for each in found] == list(spans(text))
    assert [each.number for each in found] == printed

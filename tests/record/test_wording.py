"""A style's words: places, optional parts, and values that are never read as either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.errors import StyleError
from clerk.record.wording import filled, listed, places
from tests.hostile import WORDS


@pytest.mark.parametrize(
    ("words", "values", "printed"),
    [
        ("in the {venue}", {"venue": "Chamber"}, "in the Chamber"),
        ("held[ in the {venue}] on", {"venue": "Chamber"}, "held in the Chamber on"),
        ("held[ in the {venue}] on", {"venue": ""}, "held on"),
        ("held[ in the {venue}] on", {"venue": None}, "held on"),
        ("[{a}[ – {b}]]", {"a": "A", "b": ""}, "A"),
        ("[{a}[ – {b}]]", {"a": "A", "b": "B"}, "A – B"),
        ("[{a}[ – {b}]]", {"a": "", "b": "B"}, ""),
        ("[{a} and {b}]", {"a": "A", "b": ""}, ""),
        ("[plain]", {}, "plain"),
        (r"\[{a}\]", {"a": "A"}, "[A]"),
        (r"\{{a}\}", {"a": "A"}, "{A}"),
        (r"a\b", {}, r"a\b"),
        ("{n:03}", {"n": 7}, "007"),
        ("{n:03}", {"n": 1234}, "1234"),
        ("[{n}]", {"n": 0}, "0"),
        ("", {}, ""),
    ],
)
def test_places_are_filled_and_empty_parts_left_out(
    words: str, values: dict[str, str | int | None], printed: str
) -> None:
    assert filled(words, values) == printed


@pytest.mark.parametrize(
    "words",
    ["{vanue}", "[{vanue}]", "{", "}", "{ venue }", "{plain-date}", "[open", "close]", "[[a]"],
)
def test_a_slip_in_a_style_is_refused_before_it_is_printed_in_minutes(words: str) -> None:
    with pytest.raises(StyleError):
        filled(words, {"venue": "Chamber", "plain_date": "x"})


def test_a_misspelt_place_is_told_with_those_there_are() -> None:
    with pytest.raises(StyleError, match="committee, venue"):
        filled("{vanue}", {"venue": "x", "committee": "y"})


@given(st.text())
def test_a_value_prints_as_it_is_whatever_it_holds(value: str) -> None:
    assert filled("a {v} b", {"v": value}) == f"a {value} b"
    assert filled("a[ {v}] b", {"v": value}) == (f"a {value} b" if value else "a b")


@pytest.mark.parametrize("value", ["[", "]", "\\[", "{n:03}", *WORDS.values()])
def test_braces_and_brackets_in_a_name_are_part_of_the_name(value: str) -> None:
    assert filled("[({v})]", {"v": value}) == f"({value})"


def test_places_are_found_in_order() -> None:
    assert places("{a}[ {b:02}] {a}") == ("a", "b", "a")


@pytest.mark.parametrize(
    ("parts", "printed"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_listed_with_and_before_the_last(parts: list[str], printed: str) -> None:
    assert listed(parts, ", ", " and ") == printed

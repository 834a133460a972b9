"""How deep a limb stands."""

import pytest

from clerk.notation import parse
from clerk.record.linking import links_in
from clerk.record.minutes.limbs import limb_levels
from tests.record.builders import context


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("a b c", [1, 1, 1]),
        ("a i ii b", [1, 2, 2, 1]),
        ("a b c d e f g h i j", [1] * 10),
        ("i ii iii", [1, 1, 1]),
        ("a i ii iii b i c", [1, 2, 2, 2, 1, 2, 1]),
    ],
)
def test_roman_limbs_stand_under_a_letter_and_not_after_h(marks: str, levels: list[int]) -> None:
    text = "\n".join(f"({mark}) words" for mark in marks.split())
    assert list(limb_levels(parse(text)).values()) == levels


def test_a_paragraph_between_begins_the_list_anew() -> None:
    assert limb_levels(parse("(a) one\nWords.\n(i) two")) == {0: 1, 2: 1}


def test_only_a_surname_that_one_person_bears_is_linked() -> None:
    people = {key: known.name for key, known in context().people.items()}
    text = "Mr Tolley asked Mr J A Pell, MBE and Mrs Dace; Mr F Tolley and Mrs Dacey agreed."
    assert [(text[link.start : link.end], link.person) for link in links_in(text, people)] == [
        ("Mr J A Pell, MBE", "pell"),
        ("Mrs Dace", "dace"),
        ("Mr F Tolley", "tolley"),
    ]

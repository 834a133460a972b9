import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.suggest.undertakings import Undertaking, undertaking, undertaking_at, undertakings


@pytest.mark.parametrize(
    ("sentence", "officer", "what"),
    [
        ("Mr Pell undertook to provide the figures.", "Mr Pell", "provide the figures"),
        ("Ms A Wren offered to circulate a copy.", "Ms A Wren", "circulate a copy"),
        ("Cllr Frost promised to ask.", "Cllr Frost", "ask"),
        ("Mr Pell also agreed to look into this.", "Mr Pell", "look into this"),
        ("Mr Pell and Ms Wren undertook to meet.", "Mr Pell and Ms Wren", "meet"),
        ("The Director undertook to write.", "the Director", "write"),
        ("The Head of Highways offered to visit.", "the Head of Highways", "visit"),
        ("Officers undertook to report back.", "Officers", "report back"),
        ("Mrs Hazel said that she would write to him.", "Mrs Hazel", "write to him"),
        ("Mr Pell would circulate the plan.", "Mr Pell", "circulate the plan"),
        ("Further details would be provided.", "", "provide further details"),
        ("A note would be circulated to Members.", "", "circulate a note to Members"),
        (
            "It was agreed that a report be brought to the next meeting.",
            "",
            "bring a report to the next meeting",
        ),
    ],
)
def test_an_undertaking_in_prose_is_found(sentence: str, officer: str, what: str) -> None:
    assert undertaking(sentence) == Undertaking(officer=officer, what=what)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Pell asked about the cost.",
        "The Committee agreed to visit the site.",
        "Members agreed to note the report.",
        "RESOLVED that the figures be provided.",
        "Additional places would be provided at the school.",
        "Mr Pell would be leaving in May.",
        "",
    ],
)
def test_what_nobody_undertakes_is_none(sentence: str) -> None:
    assert undertaking(sentence) is None


def test_he_is_who_was_named_last() -> None:
    found = undertaking("He undertook to ask.", "Mr Pell spoke. Mr Crake replied. ")
    assert found == Undertaking(officer="Mr Crake", what="ask")
    assert undertaking("He undertook to ask.") == Undertaking(officer="", what="ask")


def test_the_sentence_under_the_cursor_counts() -> None:
    text = "Mr Pell spoke. Mr Crake undertook to ask. Ms Wren offered to help."
    assert undertaking_at(text, 3) is None
    assert undertaking_at(text, 20) == Undertaking(officer="Mr Crake", what="ask")
    assert undertaking_at(text, len(text)) == Undertaking(officer="Ms Wren", what="help")
    assert [found.officer for found in undertakings(text)] == ["Mr Crake", "Ms Wren"]


@given(st.text(max_size=200), st.integers(-3, 210))
def test_any_text_can_be_asked(text: str, cursor: int) -> None:
    undertaking_at(text, cursor)
    undertakings(text)

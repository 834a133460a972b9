"""Texts that hold from a day on."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.base import DatedText, new_id, text_on, with_text

APRIL, MAY, JUNE = dt.date(2012, 4, 1), dt.date(2012, 5, 1), dt.date(2012, 6, 1)
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2014, 12, 31))


def test_nothing_known_is_nothing_said() -> None:
    assert text_on((), MAY) is None


def test_a_post_first_seen_in_june_serves_for_may() -> None:
    assert text_on((DatedText(on=JUNE, text="Head of Libraries"),), MAY) == "Head of Libraries"


def test_the_latest_text_not_after_the_day_holds() -> None:
    texts = with_text(with_text((), APRIL, "Officer"), JUNE, "Head")
    assert [text_on(texts, day) for day in (APRIL, MAY, JUNE)] == ["Officer", "Officer", "Head"]


def test_saying_again_what_held_already_adds_nothing() -> None:
    texts = with_text((), APRIL, "Officer")
    assert with_text(texts, MAY, "Officer") is texts


@given(st.lists(st.tuples(DAYS, st.sampled_from(["A", "B", "C"])), max_size=8))
def test_what_was_said_last_of_a_day_holds_on_that_day(said: list[tuple[dt.date, str]]) -> None:
    texts: tuple[DatedText, ...] = ()
    for day, text in said:
        texts = with_text(texts, day, text)
        assert text_on(texts, day) == text
    assert [dated.on for dated in texts] == sorted({dated.on for dated in texts})


def test_ids_do_not_repeat() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(each) == 12 and int(each, 16) >= 0 for each in made)

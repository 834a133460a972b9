"""Publishing freezes: no later marriage, honour, style or release changes what was published."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.meetings import Meeting
from clerk.names import parse_name
from clerk.record.context import Context, Known
from clerk.record.freeze import (
    differs_from_published,
    edition_of,
    fingerprint,
    freeze,
    record_of,
)
from tests.record.builders import context, entry, meeting, minute

DAY = dt.date(2026, 5, 1)


def published(ctx: Context, text: str = "Words.") -> Meeting:
    of = meeting(minute("one", text), minute("two"), attendance=(entry("dace"),))
    frozen, numbers = freeze(of, ctx, DAY)
    minutes = tuple(replace(each, number=numbers[each.id]) for each in of.minutes)
    return replace(of, state="published", minutes=minutes, published=frozen)


def married(ctx: Context) -> Context:
    name = Known(name=parse_name("Mrs R Tolley, OBE"))
    return replace(ctx, people=ctx.people | {"dace": name})


def test_a_marriage_does_not_change_what_was_published() -> None:
    of = published(context())
    assert record_of(of, married(context()), "full") == record_of(of, context(), "full")


def test_another_style_does_not_change_what_was_published() -> None:
    of = published(context())
    other = context('[minute]\nprinted_number = "Minute {number}"')
    assert record_of(of, other, "public") == record_of(of, context(), "public")


def test_what_has_changed_since_is_found_though_not_printed() -> None:
    of = published(context())
    assert not differs_from_published(of, context())
    assert differs_from_published(of, married(context()))
    assert not differs_from_published(meeting(minute("one")), context())


def test_published_numbers_are_fixed_and_not_marked_provisional() -> None:
    of = published(context(first_number=9))
    lines = [line for line in record_of(of, context(), "full").lines if line.kind == "minute"]
    assert [(line.number, line.provisional) for line in lines] == [("9.", False), ("10.", False)]


def test_a_draft_copy_of_published_minutes_carries_the_mark_and_the_others_do_not() -> None:
    frozen = published(context()).published
    assert frozen is not None
    assert [edition_of(frozen, each).draft for each in ("draft", "public", "full", "signing")] == [
        True,
        False,
        False,
        False,
    ]


def test_the_chair_title_to_sign_under_is_that_of_the_day_of_publishing() -> None:
    frozen = published(context(chair_title="Chairperson")).published
    assert frozen is not None
    assert "Chairperson" in [line.text for line in edition_of(frozen, "signing").lines]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_fingerprint_tells_two_records_apart(one: str, other: str) -> None:
    a, b = published(context(), one), published(context(), other)
    assert a.published and b.published
    same_lines = a.published.record.lines == b.published.record.lines
    assert (a.published.sha256 == b.published.sha256) == same_lines
    assert a.published.sha256 == fingerprint(a.published.record.lines)

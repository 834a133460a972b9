"""Exempt business never gets out: not in a public line, a title, an agenda, a list or JSON."""

import json
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.domain.interests import Declaration
from clerk.domain.meetings import (
    AgendaItem,
    AsPrinted,
    Author,
    Doubt,
    Exempt,
    Link,
    Meeting,
    Minute,
    Report,
)
from clerk.record.freeze import edition_of, freeze
from clerk.record.minutes.compose import compose
from clerk.record.papers.agenda_sheet import Sheet, agenda_record
from clerk.record.public import has_exempt, public_view
from clerk.writers.data import record_json
from clerk.writers.text import as_text
from tests.record.builders import context, item, meeting, minute, printed, record

SECRET = "Quillfeather"
"""Stands in everything that must not get out."""


def exempt(public_title: str = "A contract") -> Exempt:
    return Exempt(paragraphs=("3",), public_title=public_title)


def secret_item(name: str) -> AgendaItem:
    return item(
        name,
        ref=f"E{name}",
        title=f"{SECRET} Ltd",
        note=f"{SECRET} will attend",
        reason=f"{SECRET} sues",
        exempt=exempt(),
    )


def secret_minute(name: str) -> Minute:
    text = f"{SECRET} bid more.\nRESOLVED that {SECRET} be refused.\n| {SECRET} |\n- {SECRET}"
    return minute(
        name,
        text,
        title=f"{SECRET} Ltd",
        items=(f"x{name}",),
        authors=(Author(name=f"Mr {SECRET}"),),
        present_for=(Author(name=f"Mr {SECRET}"),),
        links=(Link(start=0, end=3, person=SECRET),),
        exempt=exempt(),
        summary="The Committee considered a contract.",
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """A meeting some of whose items and minutes are exempt and full of secrets."""
    kinds = draw(st.lists(st.booleans(), min_size=1, max_size=5))
    listed = draw(st.lists(st.booleans(), max_size=3))
    minutes = tuple(
        secret_minute(str(at)) if kind else minute(str(at), "Open.", items=(f"x{at}",))
        for at, kind in enumerate(kinds)
    )
    items = tuple(
        secret_item(f"x{at}") if kind else item(f"x{at}", ref=f"A{at}")
        for at, kind in enumerate([*kinds, *listed])
    )
    hidden = [m for m in minutes if m.exempt]
    reports = tuple(
        Report(id=f"r{i.id}", item=i.id, subject=SECRET, text=SECRET, exempt=i.exempt)
        for i in items
        if i.exempt
    )
    if draw(st.booleans()):
        reports += (Report(id="loose", subject=SECRET, summary=SECRET, exempt=exempt()),)
    slips = tuple(AsPrinted(fact=m.blocks[0], role="text", text=SECRET) for m in hidden)
    slips += tuple(AsPrinted(fact=m.id, role="reference", text=SECRET) for m in hidden)
    shut = [i.id for i in items if i.exempt]
    declared = tuple(
        Declaration(id=f"d{of}", person="p", item=of, kind="personal", nature=SECRET) for of in shut
    )
    slips += tuple(AsPrinted(fact=f"d{of}", role="text", text=SECRET) for of in shut)
    doubts = (Doubt(id="d", read=SECRET, uncertain=f"is it {SECRET}?"),)
    return meeting(
        *minutes,
        items=items,
        reports=reports,
        as_printed=slips,
        doubts=doubts,
        declarations=declared,
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(meetings())
def test_no_secret_word_is_in_anything_that_the_public_may_see(of: Meeting) -> None:
    ctx = context('[minute]\nreference = "([{items}][ – Report by {authors}])"')
    published, _ = freeze(of, ctx, of.date)
    seen: list[Any] = [
        msgspec.json.encode(public_view(of)),
        agenda_record(public_view(of), ctx, Sheet(), "public"),
    ]
    for made in (
        compose(of, ctx, "draft"),
        compose(of, ctx, "public"),
        edition_of(published, "draft"),
        edition_of(published, "public"),
    ):
        seen += [msgspec.json.encode(made), record_json(made), as_text(made), made.title]
    assert SECRET not in " ".join(str(each) for each in seen)
    if any(each.exempt for each in of.minutes):
        assert SECRET in as_text(compose(of, ctx, "full"))


def test_a_report_that_alone_is_exempt_is_kept_from_the_public() -> None:
    of = meeting(reports=(Report(id="r", subject=SECRET, exempt=exempt()),))
    assert SECRET not in json.dumps(msgspec.to_builtins(public_view(of)))


def test_the_public_reads_the_summary_where_the_text_is_cut() -> None:
    lines = record(meeting(secret_minute("1")), edition="public").lines
    assert printed(lines, "summary") == [("summary", None, "The Committee considered a contract.")]
    assert not printed(record(meeting(secret_minute("1"))).lines, "summary")


def test_an_exempt_minute_keeps_its_number_in_the_public_record() -> None:
    of = meeting(minute("a"), secret_minute("b"), minute("c"))
    for edition in ("public", "full"):
        heads = printed(record(of, edition=edition).lines, "minute")
        assert [number for _, number, _ in heads] == ["1.", "2.", "3."]


def test_a_title_that_may_be_public_stays() -> None:
    of = meeting(minute("one", "Secret.", exempt=Exempt(paragraphs=("3",))))
    assert printed(record(of, edition="public").lines) == [("minute", "1.", "One")]


def test_a_meeting_with_nothing_exempt_is_as_public_as_it_stands() -> None:
    of = meeting(minute("one", "Words."))
    assert not has_exempt(of)
    assert public_view(of) == of

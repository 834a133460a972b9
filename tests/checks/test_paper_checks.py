"""The slips that real papers show: in the agenda, the membership, the numbers, the spelling."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from clerk.checks.meeting import check_meeting
from clerk.domain.meetings import (
    AsPrinted,
    FrontSheet,
    Meeting,
    Minute,
    Section,
    Sitting,
    StatedGroup,
)
from tests.checks.test_meeting_checks import codes, met, seats
from tests.record.builders import item, minute

CLOSED = (Sitting(id="s", closed=dt.time(12)),)
ITEMS = (item("b1", "B1", title="Road safety"), item("b2", "B2", title="Bridges"))
BOTH = (minute("one", "Words.", items=("b1",)), minute("two", "Words.", items=("b2",)))


def front(total: int | None, *groups: StatedGroup) -> FrontSheet:
    return FrontSheet(stated_total=total, stated_groups=groups)


def group(name: str, stated: int | None, *members: str) -> StatedGroup:
    return StatedGroup(name=name, stated=stated, members=members)


def typed(text: str, **facts: Any) -> Meeting:
    return met(minute("one", text, items=("b1",)), **facts)


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (met(items=ITEMS, sittings=CLOSED), "ITEM-NO-MINUTE"),
        (met(*BOTH, items=(ITEMS[0], replace(ITEMS[1], ref="B1"))), "REFERENCE-TWICE"),
        (met(BOTH[0], minute("two", "Words.", items=("gone",))), "MINUTE-NOT-ON-AGENDA"),
        (
            met(
                items=(replace(ITEMS[0], title="Road safety Monitoring of Performance"),),
                sections=(Section(id="c", title="Monitoring of Performance", ref="C"),),
            ),
            "HEADING-IN-TITLE",
        ),
        (met(front=front(3, group("Labour", 3, "Mr Pell", "Mrs Dace"))), "GROUP-COUNT"),
        (met(front=front(12, group("Labour", 2, "a", "b"))), "MEMBERSHIP-TOTAL"),
        (typed("(1)= One.\nTwo.\n(2)= Three."), "PARAGRAPH-TWICE"),
        (typed("One.\n(5)= Two."), "PARAGRAPH-GAP"),
        (typed("RESOLVED that the report be endorse."), "RESOLUTION-BE"),
        (typed("Mrs Dacey asked about the bridge."), "NAME-SPELT"),
        (typed("Mr Stranger asked about the bridge."), "QUOTED-NOT-LISTED"),
    ],
)
def test_a_slip_that_papers_show_is_named(of: Meeting, code: str) -> None:
    assert code in codes(of)


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (met(BOTH[1], items=ITEMS), "ITEM-NO-MINUTE"),
        (met(items=(ITEMS[0], replace(ITEMS[1], state="deferred")), sittings=CLOSED), "ITEM-NO-M"),
        (met(front=front(2, group("Labour", 2, "Mr Pell", "Mrs Dace"))), "GROUP-COUNT"),
        (met(front=front(None, group("Labour", None, "Mr Pell"))), "MEMBERSHIP-TOTAL"),
        (typed("RESOLVED that the report be endorsed."), "RESOLUTION-BE"),
        (typed("RESOLVED that members be asked to note it."), "RESOLUTION-BE"),
        (typed("Mrs Dace asked about the bridge."), "NAME-SPELT"),
        (typed("One.\nTwo."), "PARAGRAPH-GAP"),
    ],
)
def test_what_is_right_is_left_in_peace(of: Meeting, code: str) -> None:
    assert not any(found.startswith(code) for found in codes(of))


def test_a_comma_missing_between_two_names_of_a_paper_is_named() -> None:
    of = met()
    slip = AsPrinted(fact=of.attendance[0].id, role="separator", text=" ")
    assert "NAMES-RUN-TOGETHER" in codes(replace(of, as_printed=(slip,)))
    kept = AsPrinted(fact=of.attendance[0].id, role="separator", text=" and ")
    assert "NAMES-RUN-TOGETHER" not in codes(replace(of, as_printed=(kept,)))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("the minutes of the meeting held on 5 March 2026 are correctly recorded", True),
        ("the minutes of the meeting held on 12 March 2026 are correctly recorded", False),
        ("members recalled the minutes of the meeting held on 5 March 2026", False),
    ],
)
def test_minutes_approved_of_another_day_than_the_last_meetings_are_named(
    words: str, named: bool
) -> None:
    of = typed(f"RESOLVED that {words}.")
    found = check_meeting(of, seats(previous=(dt.date(2026, 3, 12),)))
    assert any(each.code == "MINUTES-OF-ANOTHER-DAY" for each in found) is named


def test_every_finding_has_a_code_a_sentence_and_how_grave_it_is() -> None:
    of = met(
        Minute(id="one", title="Road safety", text="RESOLVED that", items=("gone",)),
        items=ITEMS,
        sittings=CLOSED,
    )
    for found in check_meeting(of, seats()):
        assert found.code == found.code.upper()
        assert found.sentence.endswith(".")
        assert found.severity in ("wrong", "look")

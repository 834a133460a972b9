"""Random acts in the room: whatever is done, nobody is in two places, and undo leaves no trace."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.interests import Declaration
from clerk.domain.log import Entry, Undone, fold
from clerk.domain.meeting_acts import AttendanceCleared, AttendanceMarked, apply
from clerk.domain.meetings import AgendaItem, Attendance, Meeting
from clerk.domain.motions import Counts, Motion, Vote
from clerk.domain.movements import Movement
from clerk.domain.presence import Moment, moments, presence_at
from clerk.domain.room_acts import (
    DeclarationMade,
    MotionMoved,
    MovementCleared,
    MovementNoted,
    NothingDeclared,
    VoteTaken,
    contradictions,
)
from clerk.errors import RefusedError

DAY = dt.date(2026, 4, 23)
PEOPLE = ("pell", "dace", "tolley", "orme", "cole")
ITEMS = ("a1", "b1", "b2")
NOW = dt.datetime(2026, 4, 23, 10, tzinfo=dt.UTC)


def a_meeting(*entries: Attendance) -> Meeting:
    return Meeting(
        id="m",
        committee="c",
        date=DAY,
        items=tuple(AgendaItem(id=i, title=i.upper(), ref=i.upper()) for i in ITEMS),
        attendance=entries,
    )


def entry(person: str, capacity: Any = "present", **facts: Any) -> Attendance:
    return Attendance(id=f"a-{person}", person=person, capacity=capacity, **facts)


def movement(number: int, kind: Any, person: str, **facts: Any) -> Movement:
    return Movement(id=f"v{number}", kind=kind, person=person, **facts)


def done(meeting: Meeting, *acts: Any) -> Meeting:
    state: Meeting | None = meeting
    for act in acts:
        state = apply(state, act)
    assert state is not None
    return state


people = st.sampled_from(PEOPLE)
times = st.none() | st.integers(0, 119).map(lambda m: dt.time(10 + m // 60, m % 60))
numbers = st.integers(0, 9999)
marks = st.builds(
    lambda person, capacity, substitute: AttendanceMarked(
        attendance=entry(
            person,
            capacity,
            substitute_for=substitute if capacity == "present" and substitute != person else "",
        )
    ),
    people,
    st.sampled_from(["present", "remote", "apologies", "absent", "in attendance"]),
    st.just("") | people,
)
comings = st.builds(
    lambda number, kind, person, at, item, back: MovementNoted(
        movement=movement(number, kind, person, at=at, item=item),
        attendance=entry(person) if back and kind == "arrived" else None,
    ),
    numbers,
    st.sampled_from(["arrived", "left", "left for item", "returned", "took the chair"]),
    people,
    times,
    st.sampled_from(ITEMS),
    st.booleans(),
)
clearings = st.builds(MovementCleared, movement=numbers.map(lambda n: f"v{n}"))
unmarkings = st.builds(AttendanceCleared, attendance=people.map(lambda p: f"a-{p}"))
acts = st.lists(marks | comings | comings | clearings | unmarkings, max_size=25)


def those_that_fit(meeting: Meeting, tried: list[Any]) -> tuple[Meeting, list[Any]]:
    """The meeting after every act that is not refused, and those acts."""
    fitted = []
    for act in tried:
        try:
            meeting = done(meeting, act)
        except RefusedError:
            continue
        fitted.append(act)
    return meeting, fitted


@settings(max_examples=150, deadline=None)
@given(acts)
def test_nobody_is_ever_present_and_absent_whatever_is_done(tried: list[Any]) -> None:
    meeting, _ = those_that_fit(a_meeting(entry("pell"), entry("dace")), tried)
    for moment in (*moments(meeting), *(Moment(item=item) for item in ITEMS)):
        room = presence_at(meeting, moment)
        assert not {*room.everyone} & {*room.away}
        assert len({*room.everyone}) == len(room.everyone)


@settings(max_examples=150, deadline=None)
@given(acts)
def test_a_member_and_their_substitute_are_never_both_in_the_room(tried: list[Any]) -> None:
    meeting, _ = those_that_fit(
        a_meeting(entry("pell"), entry("cole", substitute_for="orme")), tried
    )
    assert contradictions(meeting) == frozenset()
    for moment in moments(meeting):
        room = presence_at(meeting, moment)
        assert not {*room.substitutes.values()} & {*room.members, *room.remote}


@settings(max_examples=100, deadline=None)
@given(acts)
def test_times_along_the_timeline_never_run_backwards(tried: list[Any]) -> None:
    noted = [act for act in tried if isinstance(act, MovementNoted) and act.movement.at]
    meeting, _ = those_that_fit(a_meeting(*(entry(p) for p in PEOPLE)), noted)
    at = [each.at for each in meeting.movements if each.at]
    assert at == sorted(at)


@settings(max_examples=100, deadline=None)
@given(acts)
def test_an_act_undone_leaves_the_meeting_as_if_it_had_never_been(tried: list[Any]) -> None:
    before = a_meeting(entry("pell"), entry("dace"))
    after, fitted = those_that_fit(before, tried)
    entries: list[Entry[Any]] = [
        Entry(id=str(at), at=NOW, act=act) for at, act in enumerate(fitted)
    ]
    begun: Meeting | None = before
    assert fold(begun, entries, apply) == after
    undoings: list[Entry[Any]] = [
        Entry(id=f"u{each.id}", at=NOW, act=Undone(entry=each.id)) for each in reversed(entries)
    ]
    assert fold(begun, entries + undoings, apply) == before


def test_who_left_for_an_item_is_back_when_the_item_changes() -> None:
    meeting = done(
        a_meeting(entry("pell")),
        MovementNoted(movement=movement(1, "left for item", "pell", item="b1")),
    )
    assert presence_at(meeting, Moment(item="b1")).away == {"pell": "left for this item"}
    assert presence_at(meeting, Moment(item="b2")).members == ("pell",)
    assert presence_at(meeting, Moment(item="a1")).members == ("pell",)


def test_a_late_member_is_absent_until_the_arrival() -> None:
    meeting = done(
        a_meeting(entry("pell", "apologies")),
        MovementNoted(
            movement=movement(1, "arrived", "pell", at=dt.time(10, 40)), attendance=entry("pell")
        ),
    )
    assert presence_at(meeting, Moment(at=dt.time(10, 30))).away == {"pell": "not arrived"}
    assert presence_at(meeting, Moment(at=dt.time(10, 40))).members == ("pell",)


def test_a_movement_noted_afterwards_takes_its_place_by_its_time() -> None:
    meeting = done(
        a_meeting(entry("pell"), entry("dace")),
        MovementNoted(movement=movement(1, "left", "pell", at=dt.time(11, 30))),
        MovementNoted(movement=movement(2, "left", "dace", at=dt.time(11))),
    )
    assert [each.person for each in meeting.movements] == ["dace", "pell"]


def test_a_member_whose_seat_a_substitute_has_is_told_apart_from_one_not_marked() -> None:
    start = a_meeting(entry("cole", substitute_for="orme"))
    assert presence_at(start).away == {"orme": "substituted"}
    left = done(start, MovementNoted(movement=movement(1, "left", "cole")))
    assert presence_at(left).away == {"cole": "left", "orme": "substituted"}


def test_a_substitute_stands_down_when_the_member_comes_and_both_times_are_kept() -> None:
    start = a_meeting(entry("orme", "apologies"), entry("cole", substitute_for="orme"))
    at = dt.time(10, 40)
    came = movement(2, "arrived", "orme", at=at)
    with pytest.raises(RefusedError, match="substitute"):
        done(start, MovementNoted(movement=came, attendance=entry("orme")))
    meeting = done(
        start,
        MovementNoted(
            movement=movement(1, "stood down", "cole", other="orme", at=at),
            attendance=entry("orme"),
            also=(came,),
        ),
    )
    room = presence_at(meeting)
    assert room.members == ("orme",)
    assert room.away == {"cole": "stood down"}
    assert [each.at for each in meeting.movements] == [at, at]


@pytest.mark.parametrize(
    "act",
    [
        MovementNoted(movement=movement(1, "returned", "pell")),
        MovementNoted(movement=movement(1, "left", "orme")),
        AttendanceMarked(attendance=Attendance(id="x", person="pell", capacity="apologies")),
        MovementCleared(movement="v9"),
    ],
    ids=["returned without leaving", "left without being there", "twice", "no such movement"],
)
def test_what_cannot_have_happened_is_refused_in_a_sentence(act: Any) -> None:
    with pytest.raises(RefusedError, match=r"\.$"):
        done(a_meeting(entry("pell")), act)


def test_what_a_paper_says_may_be_impossible_and_the_rest_can_still_be_changed() -> None:
    slip = Attendance(id="slip", person="pell", capacity="apologies")
    meeting = a_meeting(entry("pell"), slip, entry("dace"))
    assert len(contradictions(meeting)) == 1
    done(meeting, MovementNoted(movement=movement(1, "left", "dace")))


def test_the_nature_of_a_sensitive_interest_is_never_kept() -> None:
    declared = Declaration(id="d", person="pell", sensitive=True, nature="words")
    with pytest.raises(RefusedError, match="s32"):
        done(a_meeting(entry("pell")), DeclarationMade(declaration=declared))


def test_none_declared_is_not_the_same_as_not_asked() -> None:
    meeting = a_meeting(entry("pell"))
    assert not meeting.nothing_declared
    assert done(meeting, NothingDeclared()).nothing_declared
    declared = done(
        meeting, NothingDeclared(), DeclarationMade(declaration=Declaration(id="d", person="pell"))
    )
    assert not declared.nothing_declared
    with pytest.raises(RefusedError, match="already"):
        done(declared, NothingDeclared())


def test_a_second_vote_leaves_the_first_as_it_was() -> None:
    motion = Motion(id="n", item="b1", words="that it be noted", mover="pell", seconder="dace")
    first = Vote(id="1", result="lost", counts=Counts(in_favour=2, against=3))
    second = Vote(id="2", result="carried", counts=Counts(in_favour=3, against=2))
    meeting = done(
        a_meeting(),
        MotionMoved(motion=motion),
        VoteTaken(motion=motion, vote=first),
        VoteTaken(motion=motion, vote=second),
    )
    assert meeting.motions[0].votes == (first, second)
    with pytest.raises(RefusedError, match="already"):
        done(meeting, VoteTaken(motion=motion, vote=first))


def test_published_minutes_take_no_more_acts_of_the_room() -> None:
    fixed = replace(a_meeting(entry("pell")), state="published")
    with pytest.raises(RefusedError, match="fixed"):
        done(fixed, MovementNoted(movement=movement(1, "left", "pell")))

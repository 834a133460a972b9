"""Acts on a meeting: what fits is done, what does not is refused, nothing changes by stealth."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.domain.agenda_acts import ItemAdded, ItemChanged, ItemMoved, ItemRemoved, SectionAdded
from clerk.domain.base import new_id
from clerk.domain.life_acts import MinutesPublished, MinutesWithdrawn
from clerk.domain.log import Entry, Undone, fold
from clerk.domain.meeting_acts import (
    AttendanceCleared,
    AttendanceMarked,
    DetailsChanged,
    DoubtSettled,
    MeetingAct,
    MeetingCalled,
    ReadingMended,
    SittingSet,
    apply,
)
from clerk.domain.meetings import (
    AgendaItem,
    AsPrinted,
    Attendance,
    Doubt,
    Meeting,
    Minute,
    Number,
    Part,
    Published,
    Section,
    Sitting,
)
from clerk.domain.minute_acts import (
    MinuteChanged,
    MinuteMoved,
    MinuteOpened,
    MinuteRemoved,
    PartRemoved,
    PartSet,
    TextEdited,
)
from clerk.domain.printed import Record
from clerk.errors import RefusedError

DAY = dt.date(2026, 4, 23)
FROZEN = Published(
    record=Record(lines=(), edition="full", style="s", title="t"),
    style_version=1,
    sha256="0",
    on=DAY,
)


def item(name: str, **facts: Any) -> AgendaItem:
    return AgendaItem(id=name, title=name.title(), **facts)


def minute(name: str, text: str = "", **facts: Any) -> Minute:
    return Minute(id=name, title=name.title(), text=text, **facts)


def meeting(**facts: Any) -> Meeting:
    return Meeting(id="m", committee="c", date=DAY, **facts)


def after(before: Meeting, act: MeetingAct) -> Meeting:
    state = apply(before, act)
    assert state is not None
    return state


PUBLISHED = meeting(
    state="published",
    published=FROZEN,
    minutes=(minute("one", "Words.", number=Number(text="3", ordinal=3)),),
    attendance=(Attendance(id="a", person="p", capacity="present"),),
    items=(item("first"),),
)


@pytest.mark.parametrize(
    "act",
    [
        TextEdited(minute="one", at=0, removed="Words", inserted="Other"),
        MinuteOpened(minute=minute("two")),
        MinuteChanged(minute="one", title="Another"),
        MinuteMoved(minute="one"),
        MinuteRemoved(minute="one"),
        AttendanceMarked(attendance=Attendance(id="b", person="q", capacity="present")),
        AttendanceCleared(attendance="a"),
        PartSet(part=Part(id="x", kind="open", before="one")),
        PartRemoved(part="x"),
        DetailsChanged(first_number=9),
        MinutesPublished(published=FROZEN, numbers={}),
    ],
    ids=lambda act: type(act).__name__,
)
def test_published_minutes_cannot_be_changed(act: MeetingAct) -> None:
    with pytest.raises(RefusedError, match="published"):
        apply(PUBLISHED, act)


@pytest.mark.parametrize(
    "act",
    [
        ItemChanged(item=item("none")),
        ItemMoved(item="none"),
        ItemRemoved(item="none"),
        ItemAdded(item=item("new"), before="none"),
        AttendanceCleared(attendance="none"),
        MinuteChanged(minute="none"),
        MinuteMoved(minute="none"),
        MinuteRemoved(minute="none"),
        MinuteOpened(minute=minute("new"), before="none"),
        TextEdited(minute="none", at=0),
        PartRemoved(part="none"),
        DoubtSettled(doubt="none", how="right"),
    ],
    ids=lambda act: type(act).__name__,
)
def test_an_act_on_what_is_no_longer_there_is_refused(act: MeetingAct) -> None:
    with pytest.raises(RefusedError, match="no longer there"):
        apply(meeting(), act)


def test_an_act_on_a_meeting_whose_making_was_undone_is_refused() -> None:
    with pytest.raises(RefusedError, match="no such meeting"):
        apply(None, SectionAdded(section=Section(id="s", title="A")))


@pytest.mark.parametrize(
    ("at", "removed"), [(0, "Other"), (1, "Words"), (6, "more"), (99, "Words")]
)
def test_an_edit_of_text_that_has_moved_on_is_refused(at: int, removed: str) -> None:
    typed = meeting(minutes=(minute("one", "Words."),))
    with pytest.raises(RefusedError, match="changed since"):
        apply(typed, TextEdited(minute="one", at=at, removed=removed, inserted="x"))


def test_an_edit_replaces_just_the_words_it_names() -> None:
    typed = meeting(minutes=(minute("one", "The old words.", blocks=("b",)),))
    act = TextEdited(minute="one", at=4, removed="old", inserted="new", blocks=("b",))
    assert after(typed, act).minutes[0].text == "The new words."


# --- what a paper printed otherwise -------------------------------------------------------------


def printed(*places: tuple[str, str]) -> tuple[AsPrinted, ...]:
    return tuple(AsPrinted(fact=fact, role=role, text="slip") for fact, role in places)


def left(before: Meeting, act: MeetingAct) -> set[tuple[str, str]]:
    return {(entry.fact, entry.role) for entry in after(before, act).as_printed}


TYPED = meeting(
    minutes=(minute("one", "First.\nSecond.", blocks=("b1", "b2")), minute("two")),
    attendance=(
        Attendance(id="a", person="p", capacity="present"),
        Attendance(id="b", person="q", capacity="present"),
        Attendance(id="o", person="r", capacity="in attendance"),
    ),
    as_printed=printed(
        ("one", "reference"),
        ("b1", "text"),
        ("b2", "text"),
        ("two", "note"),
        ("m", "opening"),
        ("m", "present"),
        ("m", "in attendance"),
        ("a", "separator"),
        ("m/present", "label"),
    ),
)


def test_a_changed_paragraph_prints_what_was_typed_and_not_the_old_slip() -> None:
    act = TextEdited(
        minute="one", at=0, removed="First", inserted="Other", blocks=("b1", "b2"), changed=("b1",)
    )
    assert ("b1", "text") not in left(TYPED, act)
    assert ("b2", "text") in left(TYPED, act)


def test_a_paragraph_that_is_gone_takes_its_slip_along() -> None:
    act = TextEdited(minute="one", at=0, removed="First.\n", blocks=("b2",))
    assert ("b1", "text") not in left(TYPED, act)


def test_a_changed_heading_drops_what_the_paper_printed_for_it() -> None:
    kept = left(TYPED, MinuteChanged(minute="one", title="Other"))
    assert ("one", "reference") not in kept
    assert ("two", "note") in kept


def test_someone_marked_present_is_printed_though_the_paper_had_a_slip_in_that_list() -> None:
    act = AttendanceMarked(attendance=Attendance(id="n", person="s", capacity="present"))
    kept = left(TYPED, act)
    assert ("m", "present") not in kept
    assert ("a", "separator") not in kept
    assert ("m", "in attendance") in kept
    assert ("m/present", "label") in kept


def test_someone_struck_from_a_list_is_not_printed_for_the_sake_of_a_slip() -> None:
    kept = left(TYPED, AttendanceCleared(attendance="o"))
    assert ("m", "in attendance") not in kept
    assert ("m", "present") in kept


def test_another_list_for_someone_drops_the_slips_of_both_lists() -> None:
    act = AttendanceMarked(attendance=Attendance(id="o", person="r", capacity="present"))
    assert not {("m", "present"), ("m", "in attendance")} & left(TYPED, act)


def test_another_place_of_meeting_is_printed_in_the_opening() -> None:
    assert ("m", "opening") not in left(TYPED, DetailsChanged(venue="Town Hall, Harbourne"))
    assert ("m", "opening") in left(TYPED, DetailsChanged(first_number=9))


# --- items, minutes, parts ----------------------------------------------------------------------


def test_an_item_with_a_minute_cannot_be_struck_off() -> None:
    begun = meeting(items=(item("first"),), minutes=(minute("one", items=("first",)),))
    with pytest.raises(RefusedError, match="belongs to this item"):
        apply(begun, ItemRemoved(item="first"))


@pytest.mark.parametrize(
    ("act", "order"),
    [
        (ItemAdded(item=item("d"), before="b"), "adbc"),
        (ItemAdded(item=item("d")), "abcd"),
        (ItemMoved(item="c", before="a"), "cab"),
        (ItemMoved(item="a"), "bca"),
        (ItemMoved(item="b", before="b"), "abc"),
        (ItemRemoved(item="b"), "ac"),
    ],
)
def test_items_stand_where_they_were_put(act: MeetingAct, order: str) -> None:
    listed = meeting(items=(item("a"), item("b"), item("c")))
    assert "".join(each.id for each in after(listed, act).items) == order


def test_details_not_named_stay_as_they_are() -> None:
    before = meeting(venue="Harbourne", time=dt.time(10))
    changed = after(before, DetailsChanged(time=dt.time(14)))
    assert (changed.venue, changed.time) == ("Harbourne", dt.time(14))


@pytest.mark.parametrize("number", [0, -1])
def test_minutes_cannot_be_numbered_from_nought_or_less(number: int) -> None:
    with pytest.raises(RefusedError, match="from 1"):
        apply(meeting(), DetailsChanged(first_number=number))


def test_marking_someone_again_replaces_the_mark() -> None:
    once = after(
        meeting(),
        AttendanceMarked(attendance=Attendance(id="a", person="p", capacity="apologies")),
    )
    twice = after(
        once, AttendanceMarked(attendance=Attendance(id="a", person="p", capacity="present"))
    )
    assert [entry.capacity for entry in twice.attendance] == ["present"]


def test_a_minute_struck_out_takes_the_heading_before_it_along() -> None:
    before = meeting(minutes=(minute("one"),), parts=(Part(id="x", kind="exempt", before="one"),))
    assert after(before, MinuteRemoved(minute="one")).parts == ()


def test_a_part_or_a_sitting_put_again_is_replaced_and_not_doubled() -> None:
    state = after(meeting(), PartSet(part=Part(id="x", kind="open", before="one")))
    state = after(state, PartSet(part=Part(id="x", kind="exempt", before="one")))
    state = after(state, SittingSet(sitting=Sitting(id="s", place="A")))
    state = after(state, SittingSet(sitting=Sitting(id="s", place="B")))
    assert [part.kind for part in state.parts] == ["exempt"]
    assert [sitting.place for sitting in state.sittings] == ["B"]


def test_a_settled_doubt_keeps_what_was_found() -> None:
    doubtful = meeting(doubts=(Doubt(id="d", read="Mr Dacc", uncertain="spelling"),))
    assert after(doubtful, DoubtSettled(doubt="d", how="Dace")).doubts[0].settled == "Dace"


# --- publishing ---------------------------------------------------------------------------------


def test_withdrawing_makes_the_numbers_provisional_again() -> None:
    withdrawn = after(PUBLISHED, MinutesWithdrawn(reason="wrong chairman"))
    assert (withdrawn.state, withdrawn.published) == ("draft", None)
    assert withdrawn.minutes[0].number is None


@pytest.mark.parametrize("state", ["draft", "confirmed", "signed"])
def test_only_published_minutes_can_be_withdrawn(state: Any) -> None:
    with pytest.raises(RefusedError, match="only published"):
        apply(replace(PUBLISHED, state=state), MinutesWithdrawn(reason="x"))


def test_minutes_published_here_cannot_be_mended_as_a_misreading() -> None:
    with pytest.raises(RefusedError, match="read from a paper"):
        apply(PUBLISHED, ReadingMended(published=FROZEN))
    with pytest.raises(RefusedError, match="read from a paper"):
        apply(meeting(), ReadingMended(published=FROZEN))


# --- laws ---------------------------------------------------------------------------------------

IDS = st.sampled_from(["a", "b", "c"])
ACTS: st.SearchStrategy[MeetingAct] = st.one_of(
    st.builds(lambda: ItemAdded(item=item(new_id()))),
    IDS.map(lambda name: ItemMoved(item=name)),
    IDS.map(lambda name: ItemRemoved(item=name)),
    IDS.map(lambda name: MinuteOpened(minute=minute(f"m{name}"))),
    IDS.map(lambda name: MinuteRemoved(minute=f"m{name}")),
    st.tuples(IDS, st.text("xyz", max_size=3)).map(
        lambda pair: TextEdited(minute=f"m{pair[0]}", at=0, inserted=pair[1])
    ),
    IDS.map(
        lambda name: AttendanceMarked(
            attendance=Attendance(id=name, person=name, capacity="present")
        )
    ),
    IDS.map(lambda name: AttendanceCleared(attendance=name)),
)


@given(st.lists(ACTS, max_size=15))
def test_whatever_was_done_undoing_all_of_it_leaves_no_meeting(acts: list[MeetingAct]) -> None:
    called = MeetingCalled(meeting=meeting(items=(item("a"), item("b"), item("c"))))
    at = dt.datetime(2026, 4, 23, tzinfo=dt.UTC)
    log: list[Entry[MeetingAct]] = [Entry(id="0", at=at, act=called)]
    state = apply(None, called)
    states: list[Meeting | None] = [None, state]
    for act in acts:
        try:
            state = apply(state, act)
        except RefusedError:
            continue
        states.append(state)
        log.append(Entry(id=str(len(log)), at=at, act=act))
    assert fold(None, log, apply) == state
    for entry, before in zip(reversed(log[:]), reversed(states[:-1]), strict=True):
        log.append(Entry(id=f"u{entry.id}", at=at, act=Undone(entry=entry.id)))
        assert fold(None, log, apply) == before

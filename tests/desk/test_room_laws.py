"""What must hold of a room whatever is done in it, over random acts through the desk."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.desk.meeting import comings, voting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.log import standing
from clerk.domain.ordered import found
from clerk.domain.presence import moments
from clerk.errors import ClerkError
from tests.desk.builders import called, council, minuted, person

SURNAMES = ("Pell", "Dace", "Tolley", "Orme", "Anstey")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    """A meeting with the four members present and B1 minuted."""
    office, body = council(tmp_path)
    desk = MeetingDesk(office, called(office, body), lock=False)
    desk.everyone_present()
    minuted(desk, A1="Nothing.", B1="The report was introduced.")
    yield desk
    desk.close()


Deed = Callable[[MeetingDesk], object]


def _who(at: int, desk: MeetingDesk) -> str:
    return person(desk.office, SURNAMES[at])


def _items(desk: MeetingDesk) -> tuple[str, ...]:
    return tuple(item.id for item in desk.meeting.items)


people, items = st.integers(0, len(SURNAMES) - 1), st.integers(0, 2)
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(
        lambda at, item, for_item: lambda desk: comings.leave(
            desk, _who(at, desk), _items(desk)[item], for_item=for_item
        ),
        people,
        items,
        st.booleans(),
    ),
    st.builds(
        lambda at, item: lambda desk: comings.come(desk, _who(at, desk), _items(desk)[item]),
        people,
        items,
    ),
    st.builds(
        lambda at, how: lambda desk: desk.mark(_who(at, desk), how),
        people,
        st.sampled_from(["present", "apologies", "absent", "remote"]),
    ),
    st.builds(
        lambda at: lambda desk: desk.mark(
            _who(4, desk), "present", substitute_for=_who(at, desk), note="agreed"
        ),
        st.integers(0, 3),
    ),
    st.builds(
        lambda line, item: lambda desk: desk.say(line, _items(desk)[item]),
        st.sampled_from(
            ["sub anstey for orme", "sub anstey for orme B1", "apol dace",
             "in orme 10.40", "out tol 11.05", "chair dac",
             "doi orme B1 dpi left", "adjourned 11.00 to 11.15", "moved pel, sec dac: that it be",
             "carried 3-1", "names against: tol"]
        ),
        items,
    ),
)  # fmt: skip


def do_all(desk: MeetingDesk, tried: list[Deed]) -> None:
    for deed in tried:
        with suppress(ClerkError):
            deed(desk)


def back_to(desk: MeetingDesk, begun: int) -> None:
    while len(standing(desk.ledger.entries)) > begun:
        desk.undo()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=8))
def test_the_room_holds_together_whatever_is_done_and_undone_leaves_no_trace(
    desk: MeetingDesk, tried: list[Deed]
) -> None:
    before, begun = desk.record(), len(standing(desk.ledger.entries))
    do_all(desk, tried)
    for moment in (*moments(desk.meeting), None):
        room = desk.room(moment=moment)
        presence = room.presence
        assert not {*presence.everyone} & {*presence.away}
        assert len({*presence.everyone}) == len(presence.everyone)
        assert not {*presence.substitutes.values()} & {*presence.members, *presence.remote}
        assert room.quorate is (room.quorum is None or len(room.present) >= room.quorum)
        assert {*room.entitled} == {*room.present} - {each.person for each in room.barred}
    back_to(desk, begun)
    assert desk.record() == before


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=6), st.lists(people, max_size=3), st.lists(people, max_size=2))
def test_a_vote_by_exceptions_adds_up_to_those_present_and_entitled(
    desk: MeetingDesk, tried: list[Deed], against: list[int], abstained: list[int]
) -> None:
    begun = len(standing(desk.ledger.entries))
    do_all(desk, tried)
    item = _items(desk)[2]
    motion = voting.motion_of(desk, item, voting.in_hand(desk, item))
    entitled = tuple(v.person for v in voting.voters(desk, motion) if not v.why_not)
    ways = voting.ways_of(None, entitled)
    for others, way in ((against, "against"), (abstained, "abstained")):
        for at in others:
            if _who(at, desk) in ways:
                ways[_who(at, desk)] = "against" if way == "against" else "abstained"
    said = desk.perform(voting.taken(desk, motion, None, ways=ways))
    vote = found(desk.meeting.motions, motion.id).votes[-1]
    assert vote.named is not None
    assert sorted(vote.named.everyone) == sorted(entitled)
    assert not [words for words in said.warnings if words.startswith(("VOTE-TOO", "VOTE-NOT"))]
    back_to(desk, begun)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=8))
def test_the_words_printed_agree_with_the_facts(desk: MeetingDesk, tried: list[Deed]) -> None:
    begun = len(standing(desk.ledger.entries))
    do_all(desk, tried)
    meeting, lines = desk.meeting, desk.record().lines
    printed = " ".join(line.text for line in lines)
    for entry in meeting.attendance:
        lists = [line for line in lines if line.role == entry.capacity]
        if entry.capacity != "absent":
            assert any(desk.name(entry.person) in line.text for line in lists)
    for event in comings.events(desk):
        if not event.words.endswith(("stood down", "public excluded")):
            assert event.words in printed
    for motion in meeting.motions:
        for vote in motion.votes:
            counts = vote.counts
            if counts is not None and not vote.named:
                assert f"For {counts.in_favour}, Against {counts.against}" in printed
    back_to(desk, begun)

"""Motions and votes by few keys; what does not add up is said, and never a wall."""

import datetime as dt

from textual.pilot import Pilot

from clerk.desk.office import Office
from clerk.domain.motions import outcome_of
from screens.meeting.decisions import DecisionsScreen
from screens.meeting.vote_names import VoteNamesScreen
from screens.meeting.votes import VotesScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import press, seen, settled, top


async def _open(pilot: Pilot[None]) -> VotesScreen:
    """The votes of B1."""
    await opened(pilot, "B1", "v")
    screen = pilot.app.screen
    assert isinstance(screen, VotesScreen)
    return screen


async def _moved(pilot: Pilot[None], key: str = "m", words: str = "that it be noted") -> None:
    await press(pilot, key, '"rag"', "enter", '"hanl"', "enter", f'"{words}"', "enter")
    await settled(pilot)


async def test_a_motion_is_moved_and_carried_and_stands_in_the_minutes_at_once(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        before = screen.desk.record()
        await _moved(pilot)
        await press(pilot, "c")
        (motion,) = screen.desk.meeting.motions
        assert outcome_of(motion) == "carried"
        printed = " ".join(line.text for line in screen.desk.record().lines)
        assert "Dr Raghunathan proposed and Ms O'Hanlon seconded that it be noted." in printed
        await press(pilot, "u", "u")
        assert screen.desk.record() == before, "undone, it leaves no trace: not even the heading"


async def test_a_count_that_does_not_add_up_is_said_before_enter_and_kept_as_a_finding(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "k", '"17-2-1"')
        assert "VOTE-TOO-MANY" in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        assert any("VOTE-TOO-MANY" in words for words in screen.desk.findings())
        await press(pilot, "enter", '"7-2-1 11.42"', "enter")
        await settled(pilot)
        assert screen.desk.meeting.motions[0].votes[0].at == dt.time(11, 42)
        assert len(screen.desk.meeting.motions[0].votes) == 1, "corrected, not put again"
        assert not any("VOTE-TOO-MANY" in words for words in screen.desk.findings())


async def test_a_vote_by_names_takes_a_key_an_exception_and_adds_up(office: Office) -> None:
    keys = ["v", "down", "a", "b", "n", "enter"]
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, *keys)
        await settled(pilot)
        (motion,) = screen.desk.meeting.motions
        named = motion.votes[0].named
        assert named is not None
        entitled = screen.desk.room(screen.item).entitled
        assert (len(named.against), len(named.abstained)) == (1, 1)
        assert len(named.everyone) == len(entitled) - 1
        assert set(named.everyone) < set(entitled)


async def test_a_name_that_may_not_vote_is_shown_at_once_and_enter_records_it_all_the_same(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        screen.desk.say("out fairbairn", screen.item)
        await press(pilot, "v", "pagedown", "f")
        assert "no vote: left" in seen(app)
        assert "VOTE-NOT-ENTITLED: Mrs J A Fairbairn, OBE" in " ".join(seen(app).split())
        await press(pilot, "enter")
        assert any("VOTE-NOT-ENTITLED" in words for words in screen.desk.findings())


async def test_going_back_from_names_records_nothing_and_keeps_what_was_marked(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "v", "a", "escape")
        assert top(app) is screen
        assert not screen.desk.meeting.motions
        await press(pilot, "v")
        names = app.screen
        assert isinstance(names, VoteNamesScreen)
        assert [*names.ways.values()].count("against") == 1


async def test_a_second_vote_never_overwrites_the_first(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await _moved(pilot)
        await press(pilot, "l", "c")
        (motion,) = screen.desk.meeting.motions
        assert [vote.result for vote in motion.votes] == ["lost", "carried"]
        await press(pilot, "delete")
        assert [vote.result for vote in screen.desk.meeting.motions[0].votes] == ["lost"]


async def test_an_amendment_is_put_before_the_motion_that_it_would_change(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await _moved(pilot)
        await _moved(pilot, "a", "that noted become welcomed")
        main, amendment = screen.desk.meeting.motions
        assert amendment.of == main.id
        await press(pilot, "l")
        assert outcome_of(screen.desk.meeting.motions[1]) == "lost"
        await press(pilot, "c")  # the motion itself is marked once the amendment is decided
        assert outcome_of(screen.desk.meeting.motions[0]) == "carried"


async def test_a_tie_is_decided_by_the_casting_vote_and_a_member_has_their_own_recorded(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "k", '"5-5"', "enter")
        await settled(pilot)
        assert "unless whoever presides gives a casting vote" in " ".join(seen(app).split())
        await press(pilot, "g", '"for"', "enter")
        await settled(pilot)
        (vote,) = screen.desk.meeting.motions[0].votes
        assert vote.result == "carried"
        assert vote.casting is not None
        await press(pilot, "r", '"rag"', "enter", '"ag"', "enter")
        await settled(pilot)
        (own,) = screen.desk.meeting.motions[0].votes[0].own_votes
        assert own.way == "against"


async def test_an_election_has_several_candidates_and_votes_for_each(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        for candidate in ("rag", "ngata"):
            await press(pilot, "n", f'"{candidate}"', "enter", '"Vice-Chairman"', "enter")
            await press(pilot, '"hanl"', "enter", "enter")
            await settled(pilot)
        await press(pilot, "k", '"4"', "enter", '"6"', "enter")
        await settled(pilot)
        (election,) = screen.desk.meeting.motions
        assert [tally.votes for tally in election.votes[0].tallies] == [4, 6]
        printed = " ".join(line.text for line in screen.desk.record().lines)
        assert "RESOLVED that Miss Ngata be elected Vice-Chairman." in printed


async def test_a_motion_is_withdrawn_or_referred_or_taken_away(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "w")
        assert "No motion is marked" in seen(app)
        await _moved(pilot)
        await press(pilot, "w")
        assert screen.desk.meeting.motions[0].outcome == "withdrawn"
        await press(pilot, "u", "f", '"Cabinet"', "enter")
        await settled(pilot)
        assert screen.desk.meeting.motions[0].to == "Cabinet"
        await press(pilot, "delete")
        assert not screen.desk.meeting.motions


async def test_what_was_decided_is_a_page_the_same_evening(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot)
        await _moved(pilot)
        await press(pilot, "c", "d")
        assert isinstance(top(app), DecisionsScreen)
        assert "Proposed by Dr Raghunathan, seconded by Ms O'Hanlon" in seen(app)
        await press(pilot, "s")
        (written,) = office.home.exports_dir.glob("*.csv")
        assert "that it be noted" in written.read_text(encoding="utf-8-sig")

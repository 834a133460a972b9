"""Interests declared, by few keys: none is not the same as not asked."""

import datetime as dt

from msgspec.structs import replace
from textual.pilot import Pilot

from clerk.desk.documents.style_files import save_style
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import persons
from clerk.domain.meeting_acts import DetailsChanged
from screens.meeting.declarations import DeclarationsScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import press, seen, settled


async def _open(pilot: Pilot[None]) -> DeclarationsScreen:
    """The declarations of the meeting."""
    await opened(pilot, "", "i")
    screen = pilot.app.screen
    assert isinstance(screen, DeclarationsScreen)
    return screen


async def test_nobody_declared_is_one_key_and_apart_from_not_asked(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        assert "Not asked yet" in seen(app)
        await press(pilot, "n")
        assert screen.desk.meeting.nothing_declared
        assert "nobody declared an interest" in seen(app)
        await press(pilot, "n")
        assert not screen.desk.meeting.nothing_declared


async def test_an_interest_is_declared_in_ten_keys_and_what_was_done_by_one_more(
    office: Office,
) -> None:
    keys = ["a", *"rag", "enter", "o", "enter", *"B1", "ctrl+s"]
    assert len(keys) == 10
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, *keys[:5])
        await settled(pilot)
        await press(pilot, *keys[5:])
        await settled(pilot)
        (declared,) = screen.desk.meeting.declarations
        assert declared.kind == "other significant"
        item = screen.desk.meeting.item(declared.item)
        assert item is not None
        assert item.ref == "B1"
        assert "declared an other significant interest in Item B1" in " ".join(seen(app).split())
        await press(pilot, "s")
        assert screen.desk.meeting.declarations[0].done == "stayed"
        await press(pilot, "d", "r")
        (changed,) = screen.desk.meeting.declarations
        assert (changed.dispensation, changed.registered) == ("granted", False)
        await press(pilot, "delete")
        assert not screen.desk.meeting.declarations
        await press(pilot, "u")
        assert len(screen.desk.meeting.declarations) == 1


async def test_a_pecuniary_interest_bars_the_vote_and_reminds_of_28_days(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot)
        await press(pilot, "a", '"rag"', "enter")
        await settled(pilot)
        await press(pilot, '"d"', "ctrl+s")
        await settled(pilot)
        shown = " ".join(seen(app).split())
        assert "No vote on this item: disclosable pecuniary interest" in shown
        assert "the monitoring officer must be told by 24 December 2026" in shown


async def test_the_nature_of_a_sensitive_interest_is_nowhere_kept(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "a", '"rag"', "enter")
        await settled(pilot)
        await press(pilot, '"d"', "enter", "enter", '"y"', "enter", '"hidden words"', "ctrl+s")
        await settled(pilot)
        (declared,) = screen.desk.meeting.declarations
        assert (declared.sensitive, declared.nature) == (True, "")
        files = [path for path in office.home.root.rglob("*") if path.is_file()]
        assert not [path for path in files if b"hidden words" in path.read_bytes()]


async def test_what_stands_in_the_register_and_an_item_names_is_offered_and_taken_by_enter(
    office: Office,
) -> None:
    person = next(p for p in office.register.people.values() if p.name.surname == "Raghunathan")
    since = dt.date(2020, 1, 1)
    persons.keep_interest(office, person, "Land", "Harbourne Station Gateway", since=since)
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _open(pilot)
        assert "? ask: disclosable pecuniary" in seen(app)
        await press(pilot, "enter")
        (declared,) = screen.desk.meeting.declarations
        assert declared.person == person.id
        assert declared.registered
        assert "? ask" not in seen(app)


async def test_a_kind_of_the_councils_own_is_chosen_by_its_first_letter_and_said_in_a_line(
    office: Office,
) -> None:
    app = with_everyone(office)
    path = office.meeting_paths("environment-and-highways-committee")[-1]
    meeting = office.load(path).state
    assert meeting is not None
    name = office.context(meeting).style_name
    style = office.styles[name]
    declarations = replace(style.room.declarations, kinds=("non-registrable", "gift or favour"))
    own = replace(style, room=replace(style.room, declarations=declarations))
    save_style(office, name, "ours", own)
    with MeetingDesk(office, path) as desk:
        desk.do(DetailsChanged(style="ours"), "Another style")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "a", '"rag"', "enter", '"g"', "enter", '"B1"', "ctrl+s")
        await settled(pilot)
        (declared,) = screen.desk.meeting.declarations
        assert declared.own_kind == "gift or favour"
        await press(pilot, "ctrl+k", '"doi hanl non-registrable B2"', "enter")
        await settled(pilot)
        assert screen.desk.meeting.declarations[1].own_kind == "non-registrable"
        assert "a non-registrable interest in Item B2" in " ".join(seen(app).split())

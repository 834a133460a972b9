"""Names and titles that look like commands to the screen are words, on every screen."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk import hand
from clerk.desk.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt, Section
from screens.app import ClerkApp
from tests.screens.pressing import press, seen, settled

HOSTILE = [
    "[/]",
    "[sic] [Cllr Smith] [$primary]",
    "[@click=app.quit]x[/]",
    "[/$R :",
    "C:\\tmp\\ ../../etc/passwd",
    "\u202eexe.txt",
    "x" * 300,
]


def _made(office: Office, name: str) -> None:
    """A committee, a member, a meeting, an item, a minute and a doubt, all of that name."""
    body = hand.add_committee(office, f"Aa {name}", authority=name)
    member = hand.add_member(office, body.id, f"Mr A {name}", name, role=name)
    day = dt.date(2026, 11, 23)
    path = hand.call_meeting(office, body.id, day, None, name, titles=[f"B1 {name}", name])
    with MeetingDesk(office, path) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        desk.edit(minute.id, f"{name}\n## {name}\nRESOLVED that {name} be noted.\n| {name} | b |")
        desk.mark(member.id, "present")
        officer = hand.add_officer(office, f"Ms B {name}", name)
        desk.mark(officer.id, "in attendance")
        doubt = Doubt(id="aaaaaaaaaaaa", read=name, uncertain=name, fact=minute.id)
        section = Section(id="bbbbbbbbbbbb", title=name)
        items = tuple(replace(item, section=section.id) for item in desk.meeting.items)
        meeting = replace(desk.meeting, doubts=(doubt,), sections=(section,), items=items)
        desk.do(MeetingRead(meeting=meeting), name)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_name_passes_through_every_screen_as_words(
    empty_office: Office, name: str
) -> None:
    _made(empty_office, name)
    app = ClerkApp(empty_office)
    visible = name.replace("\u202e", "")[:10]
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settled(pilot)
        assert f"Aa {visible}" in seen(app)
        await press(pilot, "n", "escape", "m")
        assert visible in seen(app)
        await press(pilot, "e", "escape", "a", "escape", "u", "escape")
        await press(pilot, "ctrl+f")
        assert visible in seen(app)
        await press(pilot, "escape", "ctrl+p", '"open"')
        await pilot.pause(0.4)
        await press(pilot, "escape", "escape", "enter")
        assert visible in seen(app)
        await press(pilot, "ctrl+g", "escape", "r", "escape", "e", "escape", "w", "u", "p", "u")
        await press(pilot, "ctrl+t")
        assert visible in seen(app)
        await press(pilot, "escape", "ctrl+r")
        assert visible in seen(app)
        await press(pilot, "s", f'"{name[:5]}"', "escape", "n", "escape", "x", "u", "escape")
        await press(pilot, "d")
        assert visible in seen(app)
        await press(pilot, "e", "escape", "enter", "u", "escape", "question_mark", "escape")
        assert app.is_running


async def test_a_hostile_name_passes_through_the_screens_of_the_room_as_words(
    empty_office: Office,
) -> None:
    name = " ".join(HOSTILE[:6])
    _made(empty_office, name)
    app = ClerkApp(empty_office)
    visible = name.replace("\u202e", "")[:10]
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "ctrl+k", f'"moved : that {name[:12]}"', "enter")
        await settled(pilot)
        for key in ("o", "v", "c"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "o", "o", "t", "escape", "escape", "v", "c", "v", "enter")
        await settled(pilot)
        await press(pilot, "m", "escape", "g", "escape", "escape", "i", "a")
        assert visible in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, '"p"', "ctrl+s", "enter", "escape", "escape")
        await press(pilot, "x", "escape", "equals_sign")
        assert visible in seen(app)
        await press(pilot, "escape", "ctrl+k", f'"out {name[:5]}"', "escape")
        assert app.is_running


async def test_a_hostile_name_passes_through_the_screens_of_the_register_as_words(
    empty_office: Office, tmp_path: Path
) -> None:
    name = " ".join(HOSTILE[:6])
    _made(empty_office, name)
    visible = name.replace("\u202e", "")[:10]
    table = tmp_path / "t.csv"
    table.write_text(f'Name,Committee,Group\n"Mr C {name}","{name[:20]}","{name}"\n', "utf-8")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m")
        for key in ("r", "l", "c", "h", "q", "w", "x", "plus", "p"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "delete", "plus", "enter")
        await settled(pilot)
        assert visible in seen(app)
        await press(pilot, "escape", "v")
        assert visible in seen(app)
        await press(pilot, "c", "s", "v", "enter", "escape", "escape", "p")
        assert visible in seen(app)
        await press(pilot, "enter")
        await settled(pilot)
        for key in ("n", "e", "g", "o", "i", "v", "a", "l", "s", "c"):
            await press(pilot, key)
            assert visible in seen(app), key
            await press(pilot, "escape")
        await press(pilot, "escape", "escape", "i", f'"{table}"', "enter")
        await settled(pilot)
        assert visible in seen(app)
        await press(pilot, "escape", "o", "escape")
        assert app.is_running

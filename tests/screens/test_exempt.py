"""Exempt business by few keys: the motion is written, and the public edition keeps silent."""

from textual.pilot import Pilot

from clerk.desk.office import Office
from clerk.domain.printed import Edition
from screens.dialogs.form import Form
from screens.meeting.workspace import MeetingScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import press, seen, settled, top


async def _at_b1(pilot: Pilot[None], words: str = "") -> MeetingScreen:
    """B1 with these words typed, in the agenda."""
    screen = await opened(pilot, "B1")
    if words:
        minute = screen.desk.start_minute(screen.item)
        screen.desk.edit(minute.id, words)
        screen.reload()
    return screen


def _text(screen: MeetingScreen, edition: Edition) -> str:
    return "\n".join(line.text for line in screen.desk.record(edition).lines)


async def test_an_item_is_exempt_by_four_keys_and_the_motion_is_written(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot, "The bid was secret.")
        await press(pilot, "x", '"3"')
        assert "financial or business affairs" in seen(app)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "secret" in _text(screen, "full")
        assert "paragraph 3 of Part 1 of Schedule 12A" in _text(screen, "public")
        assert "secret" not in _text(screen, "public")
        assert not any("EXEMPT-NO-MOTION" in words for words in screen.desk.findings())


async def test_only_the_public_title_and_the_summary_are_public(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot, "The bid was secret.")
        title = screen.desk.meeting.item(screen.item)
        assert title is not None
        await press(pilot, "x", '"1, 3"', "enter", "enter", "enter")
        await press(pilot, '"A contract"', "enter", '"A contract was let."', "enter")
        await settled(pilot)
        public = _text(screen, "public")
        assert "A contract" in public
        assert "A contract was let." in public
        assert title.title not in public
        assert "secret" not in public


async def test_a_summary_typed_before_the_item_has_a_word_is_not_lost(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot)
        await press(pilot, "x", '"3"', "enter", "enter", "enter", '"A claim was settled."', "enter")
        await settled(pilot)
        assert "A claim was settled." in _text(screen, "public")
        await press(pilot, "enter", '"Terms were named."', "ctrl+s")
        await settled(pilot)
        assert "Terms were named." in _text(screen, "full")
        assert "A claim was settled." in _text(screen, "public")
        assert "Terms were named." not in _text(screen, "public")
        await press(pilot, "escape", "u", "u", "u", "u")
        assert not screen.desk.meeting.minutes, "undone, nothing of it is left"


async def test_an_item_part_heard_in_private_becomes_two_minutes(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot, "Said in the open.")
        await press(pilot, "x", '"3"', "enter", '"y"', "ctrl+s")
        await settled(pilot)
        minutes = screen.desk.meeting.minutes
        assert [bool(minute.exempt) for minute in minutes] == [False, True]
        assert screen.item == minutes[1].id, "the second is in hand, ready to be typed"
        await press(pilot, "enter", '"Said in private."', "ctrl+s")
        assert "Said in private." in _text(screen, "full")
        assert "Said in private." not in _text(screen, "public")
        assert "Said in the open." in _text(screen, "public")


async def test_without_the_motion_it_is_a_finding_and_emptied_it_is_open_again(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot, "The bid.")
        await press(pilot, "x", '"3"', "enter", "enter", "backspace", '"n"', "ctrl+s")
        await settled(pilot)
        assert any("EXEMPT-NO-MOTION" in words for words in screen.desk.findings())
        await press(pilot, "x", "backspace", "ctrl+s")
        await settled(pilot)
        assert screen.desk.meeting.minutes[0].exempt is None


async def test_a_paragraph_that_there_is_not_is_refused_in_the_form(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _at_b1(pilot)
        await press(pilot, "x", '"9"', "ctrl+s")
        assert isinstance(top(app), Form)
        assert "is no paragraph of Schedule 12A" in " ".join(seen(app).split())
        assert not screen.desk.meeting.motions

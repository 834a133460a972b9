"""A house style is chosen in words, with the committee's own minutes beside it, and saved."""

from collections.abc import Callable

from clerk.desk.office import Office
from screens.app import ClerkApp
from tests.screens.pressing import press, seen, settled

Reopened = Callable[[Office], Office]
CABINET = ("down", "down", "h")
"""From Home to the house style of the Cabinet."""


async def test_a_choice_shows_in_the_real_minutes_at_once_and_is_taken_back(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *CABINET)
        await settled(pilot)
        assert "PRESENT: Mr R H Standish" in seen(app)
        await press(pilot, "slash", '"lay"', "enter", "enter")
        await settled(pilot)
        assert "PRESENT: Mr R H" not in seen(app) and "Mr R H Standish" in seen(app)
        assert "not saved" in seen(app)
        await press(pilot, "u")
        await settled(pilot)
        assert "PRESENT: Mr R H Standish" in seen(app)


async def test_words_that_would_lose_a_number_are_refused_where_they_are_typed(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *CABINET)
        await settled(pilot)
        await press(pilot, "slash", '"minute.number"', "enter", "enter")
        await press(pilot, "backspace", "backspace", "backspace", '"[/]"', "enter")
        assert "lacks {n} or {i}" in seen(app)
        await press(pilot, *["backspace"] * 3, '"[{yy}]/{n:03}"', "enter")
        await settled(pilot)
        assert "26/054" in seen(app), "the minutes are numbered so"


async def test_a_style_is_saved_for_the_committee_and_holds_on_the_next_day(
    office: Office, reopened: Reopened
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *CABINET)
        await settled(pilot)
        await press(pilot, "slash", '"lay"', "enter", "enter", "s", '"cabinet-2012"', "ctrl+s")
        assert "one of the styles that Clerk ships" in seen(app)
        await press(pilot, *["backspace"] * 12, '"wealdshire"', "ctrl+s")
        await settled(pilot)
        assert "Saved in" in seen(app) and "not saved" not in seen(app)
        await press(pilot, "escape")
        await settled(pilot)
    later = reopened(office)
    body = next(b for b in later.register.committees.values() if b.slug == "cabinet")
    assert body.style == "wealdshire"
    assert later.styles["wealdshire"].attendance.layout == "under label"
    assert later.styles.look("wealdshire").is_file()
    assert later.styles["cabinet-2012"].attendance.layout == "run-in", "Clerk's own stands"


async def test_choices_not_saved_are_there_again_and_another_style_can_be_begun_from(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *CABINET)
        await settled(pilot)
        await press(pilot, "b", '"parish"', "enter")
        await settled(pilot)
        assert "26/054" in seen(app)
        await press(pilot, "escape", "h")
        await settled(pilot)
        assert "House style parish-2020 (not saved)" in seen(app)


async def test_a_style_that_cannot_be_read_says_so_and_the_screen_stands(office: Office) -> None:
    folder = office.home.house_styles_dir / "broken"
    folder.mkdir(parents=True)
    (folder / "style.toml").write_text("[minute]\nnumbr = 1\n", encoding="utf-8")
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *CABINET)
        await settled(pilot)
        await press(pilot, "b")
        await settled(pilot)
        assert "numbr" in seen(app) and "committee-2012" in seen(app)

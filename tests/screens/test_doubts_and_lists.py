"""An import's doubts are settled or mended on screen; resolutions are found in an instant."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt
from screens.app import ClerkApp
from screens.home.imported import ImportedScreen
from screens.lists.resolutions import ResolutionsScreen
from screens.meeting.doubts import DoubtsScreen
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import next_meeting, press, seen, settled, top

PACK = (
    Path(__file__).resolve().parents[3]
    / "shared"
    / "packs"
    / "communities-cabinet-committee-2012-07-06.txt"
)


def _with_doubts(office: Office) -> None:
    """The next meeting of the Environment Committee as if an import had doubted two things."""
    path = next_meeting(office, "environment-and-highways-committee")
    with MeetingDesk(office, path) as desk:
        item = desk.meeting.items[3]
        seat = desk.expected()[0].person
        doubts = (
            Doubt(
                id="aaaaaaaaaaaa", read="a smudge", uncertain="the title", weight=40, fact=item.id
            ),
            _of_name(seat),
        )
        desk.do(MeetingRead(meeting=replace(desk.meeting, doubts=doubts)), "Read from a paper")


def _of_name(person: str) -> Doubt:
    return Doubt(
        id="bbbbbbbbbbbb",
        read="Mr [/] Blot",
        uncertain="whether this is a name",
        weight=90,
        line=17,
        fact=person,
    )


async def _open(pilot: Pilot[None]) -> DoubtsScreen:
    await settled(pilot)
    await press(pilot, "down", "enter", "d")
    screen = pilot.app.screen
    assert isinstance(screen, DoubtsScreen)
    return screen


async def test_the_greatest_doubt_stands_first_and_enter_settles_it(office: Office) -> None:
    _with_doubts(office)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        assert "Read: Mr [/] Blot" in seen(app) and "e mends the name" in seen(app)
        await press(pilot, "enter")
        settled_doubts = [doubt.settled for doubt in screen.desk.meeting.doubts]
        assert settled_doubts == ["", "right as read"]
        await press(pilot, "u")
        assert not any(doubt.settled for doubt in screen.desk.meeting.doubts)


async def test_a_misread_name_and_a_misread_title_are_mended_and_settled(office: Office) -> None:
    _with_doubts(office)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "e", *["backspace"] * 60, '"Mr B Blott"', "enter")
        await settled(pilot)
        await press(pilot, "e", '"X"', "tab", *["backspace"] * 60, '"Declared"', "enter")
        await settled(pilot)
        assert [doubt.settled for doubt in screen.desk.meeting.doubts] == ["mended", "mended"]
        assert screen.desk.meeting.items[3].title == "Declared"
        assert screen.desk.meeting.items[3].ref.endswith("X"), "a missing reference is typed here"
        assert screen.desk.expected()[0].name == "Mr B Blott"
        assert "No doubt stands here" in seen(app)


async def test_a_recommendation_that_was_not_found_is_typed_beside_its_doubt(
    office: Office,
) -> None:
    path = next_meeting(office, "environment-and-highways-committee")
    with MeetingDesk(office, path) as desk:
        report = desk.meeting.reports[0]
        unread = replace(report, recommendation="", summary="")
        doubt = Doubt(id="r", read="Report", uncertain="No recommendation.", fact=report.id)
        read = replace(desk.meeting, reports=(unread, *desk.meeting.reports[1:]), doubts=(doubt,))
        desk.do(MeetingRead(meeting=read), "Read from a paper")
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        assert "e takes what the report recommends" in " ".join(seen(app).split())
        await press(pilot, "e", '"Members are asked to NOTE [it]."', "ctrl+s")
        await settled(pilot)
        assert screen.desk.meeting.reports[0].recommendation == "Members are asked to NOTE [it]."
        assert [each.settled for each in screen.desk.meeting.doubts] == ["mended"]
        await press(pilot, "u", "u")
        assert screen.desk.meeting.reports[0] == unread


async def test_a_doubt_leads_to_where_it_stands(office: Office) -> None:
    _with_doubts(office)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "down", "j")
        assert isinstance(top(app), MeetingScreen)
        assert f"Item {screen.desk.meeting.items[3].ref}" in seen(app)


async def test_doubts_of_one_kind_are_settled_by_one_key_and_taken_back_one_by_one(
    office: Office,
) -> None:
    path = next_meeting(office, "environment-and-highways-committee")
    with MeetingDesk(office, path) as desk:
        doubts = tuple(
            Doubt(id=f"d{at}", read=f"Report {at}", uncertain="No summary was found.", line=at)
            for at in range(1, 5)
        )
        other = Doubt(id="other", read="Mr Blot", uncertain="whether this is a name", weight=10)
        read = MeetingRead(meeting=replace(desk.meeting, doubts=(*doubts, other)))
        desk.do(read, "Read from a paper")
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _open(pilot)
        await press(pilot, "a")
        assert "1 to look at, 4 settled" in seen(app)
        await press(pilot, "u")
        assert sum(bool(doubt.settled) for doubt in screen.desk.meeting.doubts) == 3


async def test_d_on_home_opens_the_doubts_of_the_marked_meeting_and_esc_leads_to_it(
    office: Office,
) -> None:
    _with_doubts(office)
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "d")
        await settled(pilot)
        assert isinstance(top(app), DoubtsScreen)
        await press(pilot, "escape")
        assert isinstance(top(app), MeetingScreen)


async def test_resolutions_are_found_as_words_are_typed_and_opened_at_their_minute(
    office: Office,
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+f")
        screen = app.screen
        assert isinstance(screen, ResolutionsScreen)
        count = screen.found.row_count
        assert count > 3
        await press(pilot, '"noted"')
        assert 0 < screen.found.row_count < count
        await press(pilot, "enter")
        assert isinstance(top(app), MeetingScreen)


async def test_a_paper_is_read_from_home_and_its_meeting_opened(empty_office: Office) -> None:
    if not PACK.exists():
        pytest.skip("the packs are not beside this checkout")
    app = ClerkApp(empty_office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "i", f'"{PACK}"', "enter")
        for _ in range(100):
            await pilot.pause(0.2)
            if isinstance(top(app), ImportedScreen):
                break
        await settled(pilot)
        assert isinstance(top(app), ImportedScreen)
        assert "6 July 2012: 4 doubts" in seen(app)
        await press(pilot, "d")
        await settled(pilot)
        assert isinstance(top(app), DoubtsScreen)
        assert "▶    70  Delegation to Kent" in seen(app), "the paper's own line stands beside"
        await press(pilot, "down", "e")
        await settled(pilot)
        assert "Front sheet of the agenda" in seen(app)
        await press(pilot, "escape", "escape", "escape")
        await press(pilot, "enter")
        assert isinstance(top(app), MeetingScreen)
        await press(pilot, "escape", "escape")
        assert "Reading" not in seen(app), "what was said of it before is over"
        await press(pilot, "u")
        assert "Taken back" in seen(app)
        assert not empty_office.register.committees


async def test_a_file_that_is_no_paper_is_refused_in_a_sentence(
    office: Office, tmp_path: Path
) -> None:
    nothing = tmp_path / "empty.txt"
    nothing.write_text("", encoding="utf-8")
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "i", '"nowhere.txt"', "enter")
        assert "There is no file nowhere.txt" in seen(app)
        for path, said in (("~nobody-here/a", "called nobody-here"), ("a" * 300, "no file")):
            await press(pilot, "end", "ctrl+u", f'"{path}"', "enter")
            assert said in seen(app)
        await press(pilot, "end", "ctrl+u", f'"{nothing}"', "enter")
        await pilot.pause(1)
        assert "!!" in seen(app)
        assert app.is_running

"""Every document of a meeting is a key and a few letters away, and hostile words stay words."""

from pathlib import Path

import pytest

from clerk.desk.office import Office
from screens.app import ClerkApp
from tests.screens.pressing import comes_to_show, press, seen, settled, stored

CABINET = "cabinet/2026-10-19"


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would have been opened or printed: nothing is, in a test."""
    asked: list[Path] = []

    def take(path: Path) -> str:
        asked.append(path)
        return "Opened."

    monkeypatch.setattr("screens.meeting.document_deeds.open_document", take)
    monkeypatch.setattr("screens.meeting.document_deeds.print_document", take)
    return asked


async def test_j_and_three_letters_write_the_agenda_and_open_it(
    office: Office, opened: list[Path]
) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter", "j", '"age"', "enter")
        await settled(pilot)
        (path,) = opened
        assert (
            path.name == "Environment and Highways Committee - Agenda - 26 November 2026.docx"
            or ("Agenda" in path.name and path.is_file())
        )
        await press(pilot, "j", '"print att"', "enter")
        await settled(pilot)
        assert "Attendance sheet" in opened[-1].name


async def test_the_front_sheet_is_filled_in_and_its_clear_days_are_said(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter", "j", '"front"', "enter")
        await settled(pilot)
        assert "5 clear days; 5 are needed" in seen(app)
        await press(pilot, *["backspace"] * 16, '"Mr [/] Pell & Co"', "ctrl+s")
        await settled(pilot)
        path = office.meeting_paths("environment-and-highways-committee")[-1]
        front = stored(office, office.ref(path)).meeting.front
        assert front and front.contact.endswith("Mr [/] Pell & Co")
        await press(pilot, "u")
        assert "Taken back: Front sheet" in seen(app)
        await press(pilot, "y")
        assert "Done again: Front sheet" in seen(app), "and not that it was done again twice"


async def test_a_record_of_decision_without_reasons_is_refused_in_words(
    office: Office, opened: list[Path]
) -> None:
    from screens.home.home import HomeScreen
    from screens.meeting.workspace import open_meeting

    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        home = app.screen
        assert isinstance(home, HomeScreen)
        open_meeting(home, CABINET)
        await settled(pilot)
        await press(pilot, "down", "down", "down", "j", '"record of"', "enter")
        await settled(pilot)
        assert "has no reasons" in seen(app) and not opened
        await press(pilot, "j", '"fill in record"', "enter")
        await settled(pilot)
        await press(pilot, "tab", "tab", "tab", "tab", '"It saves money."', "ctrl+s")
        await settled(pilot)
        await press(pilot, "j", '"record of"', "enter")
        await settled(pilot)
        assert "Record of decision" in opened[-1].name


async def test_where_the_membership_list_was_written_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerk.desk.documents.export.open_document", lambda _: "Opened.")
    app = ClerkApp(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "m", "ctrl+o")
        await settled(pilot)
        (path,) = office.home.exports_dir.glob("*.docx")
        assert await comes_to_show(pilot, "Written to")
        shown = "".join(seen(app).split())
        assert "".join(path.name.split()) in shown, "or the clerk looks for it in vain"

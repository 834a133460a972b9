"""What a clerk met with on a walk through a whole day, each thing by real keys."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from clerk.desk import phrases
from clerk.desk.incoming.importing import import_paper
from clerk.desk.lists import actions
from clerk.desk.lists.decisions import decisions
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from screens.app import ClerkApp
from screens.lists.actions import ActionsScreen
from screens.lists.phrases import PhrasesScreen
from screens.meeting.workspace import MeetingScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import comes_to_show, focused, next_meeting, press, seen, settled, top

ENVIRONMENT = "environment-and-highways-committee"


async def _typing(pilot: Pilot[None], ref: str = "B1") -> MeetingScreen:
    screen = await opened(pilot, ref, "enter")
    await settled(pilot)
    return screen


# --- what is due ---------------------------------------------------------------------------------


def _undertaken(office: Office, what: str, due: dt.date | None) -> None:
    path: Path = next_meeting(office, ENVIRONMENT)
    with MeetingDesk(office, path) as desk:
        item = desk.meeting.items[3]
        minute = desk.meeting.minute_of(item.id) or desk.start_minute(item.id)
        actions.note(desk, minute.id, "Mr Quennell", what, due=due)


async def test_an_action_that_is_overdue_is_seen_on_home_and_enter_opens_the_list(
    office: Office,
) -> None:
    _undertaken(office, "provide the figures", office.today - dt.timedelta(days=3))
    _undertaken(office, "write to the parish", office.today + dt.timedelta(days=90))
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        await settled(pilot)
        shown = seen(app)
        assert "Mr Quennell to provide the figures" in shown and "OVERDUE" in shown
        assert "2 actions are open in all" in shown and "write to the parish" not in shown
        await press(pilot, "slash", '"overdue"', "enter")
        await settled(pilot)
        assert isinstance(top(app), ActionsScreen)


# --- people are found as a keyboard has them ------------------------------------------------------


async def test_a_member_is_found_without_the_accent_that_the_keyboard_lacks(office: Office) -> None:
    adding.add_other(office, "Ms Siân Ŵyllt-Øst")
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "p", '"sian wyllt-ost"')
        await settled(pilot)
        assert "Siân" in seen(app)


# --- exempt business is told from open business while it is typed ---------------------------------


async def test_while_an_exempt_minute_is_typed_its_frame_says_so(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, '"An open sentence."')
        assert "EXEMPT" not in seen(app)
        screen.put_away()
        before = len(screen.desk.meeting.minutes)
        await press(pilot, "ctrl+k", '"private 3"', "enter")
        await settled(pilot)
        for _ in range(100):  # what a line says is done once its dialog has gone
            if len(screen.desk.meeting.minutes) > before:
                break
            await pilot.pause(0.02)
        await settled(pilot)
        assert "EXEMPT · Winter Service Policy" in seen(app)
        await press(pilot, '"Not for the public."')
        screen.put_away()
        first, second = (m.text for m in screen.desk.meeting.minutes[-2:])
        assert (first, second) == ("An open sentence.", "Not for the public.")


# --- back to where one was ------------------------------------------------------------------------


async def test_a_letter_pressed_after_the_notes_acts_in_the_agenda_and_is_not_typed_as_a_minute(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(pilot, "B1")
        await press(pilot, "ctrl+d", "escape")
        assert focused(app) == "agenda"
        await press(pilot, "enter", '"Words."', "ctrl+underscore")
        assert focused(app) == "preview", "of what was typed a moment ago, too"
        await press(pilot, "escape")
        assert focused(app) == "minutes"
        await press(pilot, "ctrl+d", "escape")
        assert (focused(app), screen.editor.text) == ("minutes", "Words.")
        await press(pilot, "escape", "q", "escape")
        assert focused(app) == "agenda"


# --- phrases --------------------------------------------------------------------------------------


async def test_a_phrase_set_during_the_meeting_is_offered_at_once(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, "escape", "slash")
        assert isinstance(top(app), PhrasesScreen)
        await press(pilot, "ctrl+n", '"qz"', "enter", '"Members thanked the officers."', "enter")
        await settled(pilot)
        await press(pilot, "escape", "enter", '"qz"', "tab")
        assert screen.editor.text_to_keep == "Members thanked the officers."
        phrases.set_phrase(office, "qy", "Set elsewhere.")
        screen.look_at_phrases()
        await press(pilot, "enter", '"qy"', "tab")
        assert screen.editor.text_to_keep.endswith("Set elsewhere.")


# --- resolutions ----------------------------------------------------------------------------------


async def test_selected_words_become_the_resolution_inside_prose_and_are_so_no_longer(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await _typing(pilot)
        await press(pilot, '"It was agreed that the plan be noted"')
        await press(pilot, *["shift+left"] * len("the plan be noted"), "ctrl+e")
        assert screen.editor.text == "It was agreed that [[the plan be noted]]"
        screen.put_away()
        assert [row.decision for row in decisions(screen.desk)] == ["the plan be noted"]
        await press(pilot, *["shift+left"] * 6, "ctrl+e")
        assert screen.editor.text == "It was agreed that the plan be noted"
        screen.put_away()
        assert decisions(screen.desk) == ()


async def test_a_motion_that_the_minute_then_resolves_is_listed_as_one_decision(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await _typing(pilot)
        people = [office.register.people[row.person] for row in screen.desk.expected()]
        mover, seconder = (each.name.surname.casefold() for each in people[:2])
        said = f"moved {mover}, sec {seconder}: that the plan be noted"
        await press(pilot, "ctrl+k", f'"{said}"', "enter")
        await settled(pilot)
        await press(pilot, "ctrl+k", '"carried 5-2"', "enter")
        await settled(pilot)
        assert len(decisions(screen.desk)) == 1
        await press(pilot, '"RESOLVED that the plan be noted."')
        screen.put_away()
        (row,) = decisions(screen.desk)
        assert row.decision == "RESOLVED that the plan be noted."
        assert row.mover and row.seconder and row.vote, "who moved it and the vote stand with it"


# --- after the worst ------------------------------------------------------------------------------


async def test_after_a_kill_it_is_said_that_nothing_was_lost_and_after_leaving_it_is_not(
    office: Office,
) -> None:
    path = next_meeting(office, ENVIRONMENT)
    desk = MeetingDesk(office, path)
    minute = desk.start_minute(desk.meeting.items[3].id)
    desk.edit(minute.id, "Mr Pell asked about grit.")
    desk.moved(minute.id, 7)
    path.with_name(f"{path.name}.lock").unlink()  # as of a process that is gone
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        for _ in range(100):  # which is opened once Home is drawn
            if isinstance(top(app), MeetingScreen):
                break
            await pilot.pause(0.02)
        await settled(pilot)
        shown = " ".join(seen(app).split())
        assert "All that was typed is here" in shown and "Mr Pell asked" in shown
        await press(pilot, "ctrl+q")
    again = ClerkApp(office)
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "without being closed" not in " ".join(seen(again).split())


async def test_a_second_reader_is_told_who_has_the_meeting_before_any_file_name(
    office: Office,
) -> None:
    path = next_meeting(office, ENVIRONMENT)
    with MeetingDesk(office, path) as desk:
        app = ClerkApp(office, open_ref=desk.ref)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await settled(pilot)
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            assert screen.desk.read_only.startswith(f"{desk.ref} is open with ")
            assert "READ ONLY: open with" in seen(app), "by whom stands under the text all the time"
            assert "! This meeting is open with" in seen(app)
            await press(pilot, "enter", '"not mine"')
            assert screen.editor.text == ""


async def _hear_the_clock(pilot: Pilot[None], screen: MeetingScreen) -> None:
    screen._tick()
    await settled(pilot)


async def test_a_second_reader_sees_only_keys_that_work_and_is_told_when_the_meeting_is_free(
    office: Office,
) -> None:
    path = next_meeting(office, ENVIRONMENT)
    with MeetingDesk(office, path) as desk:
        app = ClerkApp(office, open_ref=desk.ref)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await settled(pilot)
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            assert "READ ONLY" in seen(app) and "Enter Read  o The room" in seen(app)
            assert " Add" not in seen(app).splitlines()[-1]
            for key in ("a", "r", "n", "x", "z"):
                await press(pilot, key)
                assert isinstance(top(app), MeetingScreen), f"{key} opens no form"
            await press(pilot, "ctrl+r", "e")
            assert "READ ONLY" in seen(app) and "! This meeting is open with" in seen(app)
            await press(pilot, "escape", "i", "a")
            assert "Who declares" not in seen(app)
            await press(pilot, "escape")
            await _hear_the_clock(pilot, screen)
            assert "READ ONLY" in seen(app), "who has it keeps it"
            desk.keep_notes("Ask about the gate")
            await press(pilot, "ctrl+d")
            await _hear_the_clock(pilot, screen)
            assert "Ask about the gate" in seen(app), "notes of the other session are followed too"
            await press(pilot, "escape")
            desk.mark(desk.expected()[0].person, "present")
            desk.close()
            await _hear_the_clock(pilot, screen)
            assert "it can be changed here now" in seen(app)
            assert "present 1 of 11" in seen(app), "with what they did last"
            await press(pilot, "enter", '"Now mine."')
            assert "READ ONLY" not in seen(app) and screen.editor.text == "Now mine."


async def test_a_second_clerk_is_not_led_into_the_meeting_that_the_first_has_open(
    office: Office, reopened: Callable[[Office], Office]
) -> None:
    first = ClerkApp(office, open_ref=f"{ENVIRONMENT}/next")
    async with first.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter", '"Half a sent"')
        assert reopened(office).left_open() == ""
    assert reopened(office).left_open() == ""


async def test_typing_into_fixed_minutes_is_answered(office: Office) -> None:
    path = office.meeting_paths(ENVIRONMENT)[0]
    app = ClerkApp(office, open_ref=office.ref(path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "p Confirm" in seen(app) and "b Take back" in seen(app)
        await press(pilot, "enter", '"x"')
        shown = " ".join(seen(app).split())
        assert "These minutes are published" in shown and "In the agenda, b does that" in shown


@pytest.mark.parametrize("key", ["plus", "slash", "delete"])
async def test_no_key_in_the_text_of_fixed_minutes_acts_as_one_of_the_agenda(
    office: Office, key: str
) -> None:
    path = office.meeting_paths(ENVIRONMENT)[0]
    app = ClerkApp(office, open_ref=office.ref(path))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        before = top(app)
        await press(pilot, "enter", key)
        await settled(pilot)
        assert top(app) is before and focused(app) == "minutes"
        assert await comes_to_show(pilot, "These minutes are published")


async def test_an_import_that_was_taken_back_is_done_again_by_a_key(
    empty_office: Office, tmp_path: Path
) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_text(
        "MINUTES of a meeting of the Harbour Committee held in the Tidal Room on Tuesday, "
        "9 June 2015.\n\nPRESENT: Mr A Field (Chairman) and Ms C Heath\n\n11. Slipway\n\n"
        "RESOLVED that the slipway be closed.\n",
        encoding="utf-8",
    )
    import_paper(empty_office, paper)
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "u")
        assert "y does it again" in seen(app) and "Nothing here yet" in seen(app)
        await press(pilot, "y")
        assert "Harbour Committee" in seen(app) and "imported" in seen(app)


# --- from nothing ---------------------------------------------------------------------------------


async def test_from_an_empty_folder_to_a_meeting_with_members_and_a_pasted_agenda(
    empty_office: Office,
) -> None:
    app = ClerkApp(empty_office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "clerk demo" in seen(app), "where to learn is said where there is nothing yet"
        await press(pilot, "c", '"Allotments Committee"', "enter", '"Harbourne Council"', "ctrl+s")
        await settled(pilot)
        assert "takes the members from a printed list" in seen(app)
        await press(pilot, "p", '"Independent (2): Mrs P Orme (Chairman), Mr T Dace"', "ctrl+s")
        await settled(pilot)
        await press(pilot, "enter", "escape", "n", '"3/12"', "enter", '"7pm"', "enter", "enter")
        await press(pilot, "enter", '"1 Apologies\n2 Rents\n3 Water supply"', "ctrl+s")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert [item.ref for item in screen.desk.meeting.items] == ["1", "2", "3"]
        await press(pilot, "ctrl+r", "e", "escape", "enter", '"Nobody was away."')
        screen.put_away()
        assert screen.desk.meeting.minutes[0].text == "Nobody was away."


# --- looks ----------------------------------------------------------------------------------------


async def test_high_contrast_once_chosen_is_there_the_next_time(office: Office) -> None:
    app = ClerkApp(office)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p", '"high contrast"')
        await pilot.pause(0.5)
        await press(pilot, "down", "enter")
        await settled(pilot)
        assert app.theme == "clerk-high-contrast"
    assert ClerkApp(office).theme == "clerk-high-contrast"
    (office.home.root / "looks.txt").write_bytes(b"\xff no theme")
    assert ClerkApp(office).theme == "clerk-dark"

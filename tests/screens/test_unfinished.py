"""What was being typed into a form when Clerk ended stands in it again, and is said on opening."""

import re

from textual.widgets import Input

from clerk.desk.office import Office
from screens.dialogs.form import Form
from screens.dialogs.say_line import SayLine
from screens.meeting.votes import VotesScreen
from tests.screens.meetings import opened, with_everyone
from tests.screens.pressing import comes_to_show, press, settled, top


async def test_a_motion_half_typed_when_the_terminal_is_closed_stands_in_its_form_again(
    office: Office,
) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "B1", "v")
        await press(pilot, "m", '"rag"', "enter", "enter", '"that it be n"')
        app._cut_short()
    again = with_everyone(office)
    async with again.run_test(size=(120, 40), notifications=True) as pilot:
        assert await comes_to_show(pilot, "was being filled in when Clerk ended")
        await opened(pilot, "B1", "v")
        await press(pilot, "m")
        assert isinstance(top(again), Form)
        typed = [entry.value for entry in top(again).query(Input)]
        assert typed[:3] == ["rag", "", "that it be n"]
        await press(pilot, "tab", '"hanl"', "tab", '"oted"', "ctrl+s")
        await settled(pilot)
        votes = top(again)
        assert isinstance(votes, VotesScreen)
        assert [each.words for each in votes.desk.meeting.motions] == ["that it be noted"]
        await press(pilot, "ctrl+q")
    assert not list(office.home.journal_dir.glob("forms*")), "and no form is begun any more"


async def test_ctrl_q_in_the_middle_of_a_line_that_is_said_loses_none_of_it(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "B1", "ctrl+k")
        await press(pilot, '"moved rag: that"', "ctrl+q")
    again = with_everyone(office)
    async with again.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "B1", "ctrl+k")
        line = top(again)
        assert isinstance(line, SayLine)
        assert line.entry.value == "moved rag: that"


async def test_what_may_be_kept_nowhere_is_in_no_journal_while_it_is_typed(office: Office) -> None:
    app = with_everyone(office)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "B1", "i")
        await press(pilot, "a", '"rag"', "enter", '"other"', "tab", "tab", '"y"', "tab", '"qqqq"')
        form = top(app)
        assert isinstance(form, Form)
        assert form.answers()["nature"] == "qqqq"
        (journal,) = office.home.journal_dir.glob("forms*.typed")
        kept = journal.read_text(encoding="utf-8")
        await press(pilot, "escape", "escape", "ctrl+k")
        await press(pilot, '"doi rag B1 sensitive stays qqqq"')
        kept += journal.read_text(encoding="utf-8")
        strokes = "".join(re.findall(r'"inserted":"([^"]*)"', kept))
        assert "other" in strokes, "the rest of the form is there"
        assert "q" not in strokes

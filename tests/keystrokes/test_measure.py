"""A sample of the measure: one standing minute and one item of debate, by real keys."""

from pathlib import Path

from tests.keystrokes.given import given
from tests.keystrokes.replay import DEBATE, desk_of, replayed
from tests.keystrokes.wanted import wanted_minutes
from tests.packs.truth import PACKS, needs_packs, truth

_ITEMS = ("A4", "B7")
"""Of the overview committee: the approval of the last minutes, and a short report with its
resolution."""


@needs_packs
async def test_a_sample_of_a_real_meeting_is_minuted_with_two_keys_for_three_characters(
    tmp_path: Path,
) -> None:
    name = PACKS[2]
    minutes, at_hand = truth(name, "minutes"), given(name, tmp_path / "home")
    replay = await replayed(at_hand, minutes, only=_ITEMS)
    wanted = [minute for minute in wanted_minutes(minutes) if minute.ref in _ITEMS]
    desk = desk_of(at_hand)
    assert [minute.title for minute in desk.meeting.minutes] == [each.title for each in wanted]
    assert [minute.text for minute in desk.meeting.minutes] == [":previous-minutes", wanted[1].text]
    approval = desk.lines_of(desk.meeting.minutes[0].id)[-1].text
    assert approval == wanted[0].text, "the field prints what the council printed"
    assert list(at_hand.office.home.exports_dir.glob("*.docx"))
    assert replay.counted()[DEBATE] / sum(minute.debate for minute in wanted) < 0.75

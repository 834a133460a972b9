"""One open meeting: typing, marking, publishing, undo."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.desk.meeting import taking
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.typing import splice
from clerk.domain.meeting_acts import DetailsChanged
from clerk.domain.meetings import AsPrinted
from clerk.errors import NotFoundError, RefusedError
from tests.desk.builders import APRIL, JULY, called, council, minuted, office_in, person


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        yield desk


def present(desk: MeetingDesk) -> list[str]:
    return [desk.name(entry.person) for entry in desk.meeting.attendance]


# --- minutes ------------------------------------------------------------------------------------


def test_beginning_a_minute_twice_gives_the_same_minute(desk: MeetingDesk) -> None:
    item = desk.meeting.items[0]
    assert desk.start_minute(item.id) == desk.start_minute(item.id)
    assert len(desk.meeting.minutes) == 1


def test_a_minute_of_no_item_is_refused(desk: MeetingDesk) -> None:
    with pytest.raises(NotFoundError):
        desk.start_minute("none")
    with pytest.raises(NotFoundError):
        desk.edit("none", "x")


def test_minutes_stand_in_agenda_order_whichever_was_begun_first(desk: MeetingDesk) -> None:
    minuted(desk, B1="Third.", A1="First.", A2="Second.")
    assert [minute.text for minute in desk.meeting.minutes] == ["First.", "Second.", "Third."]


def test_a_line_that_was_not_touched_stays_the_same_block(desk: MeetingDesk) -> None:
    (minute_id,) = minuted(desk, B1="First line.\nSecond line.\nThird line.")

    def blocks_of(text: str) -> list[str]:
        desk.edit(minute_id, text)
        return list(desk.meeting.minutes[0].blocks)

    before = list(desk.meeting.minutes[0].blocks)
    assert blocks_of("First line.\nSecond line, longer now.\nThird line.") == before
    assert blocks_of("First line.\nThird line.") == [before[0], before[2]]
    new, *rest = blocks_of("Quite new words here\nFirst line.\nThird line.")
    assert rest == [before[0], before[2]]
    assert new not in before


def test_the_same_text_again_is_no_act(desk: MeetingDesk) -> None:
    (minute_id,) = minuted(desk, B1="Words.")
    before = len(desk.ledger.entries)
    assert desk.edit(minute_id, "Words.") == ()
    assert len(desk.ledger.entries) == before


def test_what_word_cannot_hold_is_taken_out_and_told(desk: MeetingDesk) -> None:
    (minute_id,) = minuted(desk, B1="")
    told = desk.edit(minute_id, "One\vtwo\x07 “three”\u00a0four")
    assert desk.meeting.minutes[0].text == "One\ntwo “three”\u00a0four"
    assert len(told) == 2


def test_an_edited_paragraph_prints_what_was_typed_though_a_paper_had_a_slip_there(
    desk: MeetingDesk,
) -> None:
    (minute_id,) = minuted(desk, B1="The first line.\nThe second line.")
    blocks = desk.meeting.minutes[0].blocks
    slips = tuple(AsPrinted(fact=block, role="text", text="slip") for block in blocks)
    from msgspec.structs import replace

    from clerk.domain.meeting_acts import MeetingRead

    desk.do(MeetingRead(meeting=replace(desk.meeting, as_printed=slips)), "read")
    desk.edit(minute_id, "The first line, mended.\nThe second line.")
    words = [line.text for line in desk.record().lines if line.kind == "paragraph"]
    assert words == ["The first line, mended.", "slip"]


@given(st.text("ab\n", max_size=20), st.text("ab\n", max_size=20))
def test_only_what_differs_is_logged_and_nothing_is_lost(before: str, after: str) -> None:
    at, removed, inserted = splice(before, after)
    assert before[:at] + removed + before[at + len(removed) :] == before
    assert before[:at] + inserted + before[at + len(removed) :] == after
    assert not (removed and inserted and removed[0] == inserted[0])


def test_undo_takes_back_typing_and_redo_gives_it_back(desk: MeetingDesk) -> None:
    (minute_id,) = minuted(desk, B1="First.")
    desk.edit(minute_id, "First.\nSecond.")
    desk.undo()
    assert desk.meeting.minutes[0].text == "First."
    desk.redo()
    assert desk.meeting.minutes[0].text == "First.\nSecond."
    with pytest.raises(RefusedError):
        desk.redo()


# --- attendance ---------------------------------------------------------------------------------


def test_those_present_stand_chair_first_then_vice_chair_then_by_surname(
    desk: MeetingDesk,
) -> None:
    for surname in ("Tolley", "Orme", "Dace", "Pell"):
        desk.mark(person(desk.office, surname), "present")
    assert present(desk) == ["Mr J A Pell, MBE", "Mrs R Dace", "Ms K Orme", "Mr F Tolley"]
    assert [entry.role for entry in desk.meeting.attendance] == [
        "Chairman",
        "Vice-Chairman",
        "",
        "",
    ]


def test_marking_again_changes_the_mark_and_clearing_takes_it_away(desk: MeetingDesk) -> None:
    orme = person(desk.office, "Orme")
    desk.mark(orme, "present")
    desk.mark(orme, "apologies")
    assert [entry.capacity for entry in desk.meeting.attendance] == ["apologies"]
    desk.clear_mark(orme)
    desk.clear_mark(orme)
    assert desk.meeting.attendance == ()


def test_officers_stay_in_the_order_of_rank_in_which_they_were_entered(desk: MeetingDesk) -> None:
    from clerk.desk.register import adding

    junior = adding.add_officer(desk.office, "Mr A Able", "Engineer").id
    senior = person(desk.office, "Anstey")
    desk.mark(senior, "in attendance")
    desk.mark(junior, "in attendance")
    desk.mark(senior, "in attendance", post="Director of Roads")
    assert [entry.person for entry in desk.meeting.attendance] == [senior, junior]
    assert desk.meeting.attendance[0].post == "Director of Roads"


def test_an_officers_post_comes_from_the_register(desk: MeetingDesk) -> None:
    desk.mark(person(desk.office, "Anstey"), "in attendance")
    assert desk.meeting.attendance[0].post == "Head of Highways"


def test_a_substitute_is_named_with_the_member_whose_seat_they_fill(desk: MeetingDesk) -> None:
    from clerk.desk.register import adding

    guest = adding.add_other(desk.office, "Mr G Quill").id
    orme = person(desk.office, "Orme")
    desk.mark(guest, "present", substitute_for=orme)
    row = next(row for row in desk.expected() if row.person == orme)
    assert (row.capacity, row.substitute) == ("", "Mr G Quill")
    assert desk.everyone_present() == 3
    assert orme not in {entry.person for entry in desk.meeting.attendance}
    words = [line.text for line in desk.record().lines if line.kind == "attendance"]
    assert "Mr G Quill (Substitute for Ms K Orme)" in words[0]


def test_the_roll_has_a_row_for_every_member_and_for_whoever_else_came(desk: MeetingDesk) -> None:
    desk.mark(person(desk.office, "Anstey"), "in attendance")
    assert len(desk.expected()) == 5


# --- two at once --------------------------------------------------------------------------------


def test_a_second_desk_on_a_meeting_reads_and_says_who_has_it(desk: MeetingDesk) -> None:
    second = MeetingDesk(office_in(desk.office.home.root), desk.path)
    assert "Clerk on here" in second.read_only
    assert second.meeting == desk.meeting
    for act in (
        lambda: second.do(DetailsChanged(venue="x"), "x"),
        lambda: second.undo(),
        lambda: second.redo(),
        lambda: second.publish(),
    ):
        with pytest.raises(RefusedError):
            act()
    second.close()
    assert desk.read_only == ""
    desk.do(DetailsChanged(venue="Town Hall"), "moved")


def test_a_meeting_is_free_again_when_its_desk_is_closed(desk: MeetingDesk) -> None:
    desk.close()
    with MeetingDesk(office_in(desk.office.home.root), desk.path) as second:
        assert second.read_only == ""


def test_a_meeting_whose_making_was_undone_is_not_left_locked(desk: MeetingDesk) -> None:
    desk.undo(making=True)
    assert desk.is_gone and "its making was undone" in desk.read_only
    assert desk.meeting.items, "what is still on a screen can be drawn"
    desk.close()
    with pytest.raises(NotFoundError):
        MeetingDesk(office_in(desk.office.home.root), desk.path)
    assert not list(desk.path.parent.glob("*.lock"))


# --- publishing ---------------------------------------------------------------------------------


def test_publishing_fixes_numbers_and_withdrawing_frees_them(desk: MeetingDesk) -> None:
    (minute_id, _) = minuted(desk, A1="None.", B1="Words.")
    desk.do(DetailsChanged(first_number=9), "first number")
    desk.publish()
    assert [m.number.text for m in desk.meeting.minutes if m.number] == ["9", "10"]
    assert desk.last_said == "Minutes 9 to 10 published"
    with pytest.raises(RefusedError, match="published"):
        desk.edit(minute_id, "Other.")
    with pytest.raises(RefusedError, match="published already"):
        desk.publish()
    with pytest.raises(RefusedError, match="why"):
        desk.withdraw(" ")
    desk.withdraw("wrong chairman")
    assert [m.number for m in desk.meeting.minutes] == [None, None]
    desk.edit(minute_id, "Other.")


def test_publishing_can_be_undone(desk: MeetingDesk) -> None:
    minuted(desk, B1="Words.")
    desk.publish()
    assert desk.last_said == "Minute 1 published"
    desk.undo()
    assert desk.meeting.state == "draft"


def test_there_must_be_minutes_to_publish(desk: MeetingDesk) -> None:
    with pytest.raises(RefusedError, match="no minutes"):
        desk.publish()


def test_what_was_published_stays_when_the_register_moves_on(desk: MeetingDesk) -> None:
    from clerk.desk.meeting import mending
    from clerk.desk.register import adding

    office = desk.office
    desk.mark(person(office, "Orme"), "present")
    (minute_id,) = minuted(desk, B1="Words.")
    desk.publish()
    before = desk.record("public")
    mending.mend_name(office, person(office, "Orme"), "Ms K Ormerod")
    adding.change_committee(office, desk.committee.id, style="panel-2012")
    again = MeetingDesk(office_in(office.home.root), desk.path, lock=False)
    assert again.record("public") == before
    assert any("published" in words for words in again.findings())
    assert [line.text for line in again.lines_of(minute_id)][-1] == "Words."


def test_numbers_published_run_on_from_what_another_desk_has_written_since(
    tmp_path: Path,
) -> None:
    office, body = council(tmp_path)
    first, second = called(office, body, APRIL), called(office, body, JULY)
    with MeetingDesk(office, first) as april, MeetingDesk(office, second) as july:
        minuted(july, B1="Words.")
        assert july.context.first_number == 1
        minuted(april, A1="None.", B1="Words.")
        july.publish()
        assert july.meeting.minutes[0].number is not None
        assert july.meeting.minutes[0].number.text == "3"


def test_a_label_names_the_meeting_to_a_reader(desk: MeetingDesk) -> None:
    assert desk.label() == "Environment and Highways Committee, 23 April 2026"
    assert desk.ref == "environment-and-highways-committee/2026-04-23"
    assert dt.date.fromisoformat(desk.ref[-10:]) == APRIL


def test_announcements_made_between_two_items_keep_their_place(desk: MeetingDesk) -> None:
    first, second, third = desk.meeting.items
    taking.begin(desk, first.id)
    desk.start_loose_minute("Announcements")
    taking.begin(desk, second.id)
    taking.begin(desk, third.id)
    titles = [minute.title for minute in desk.meeting.minutes]
    assert titles == [first.title, "Announcements", second.title, third.title]

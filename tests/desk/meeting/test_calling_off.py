"""A meeting called off is in the lists, marked so, and nowhere counted."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.lists import meeting_lists
from clerk.desk.lists.front import front
from clerk.desk.meeting.calling_off import call_off, stands_after_all
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register.agenda_notes import notes_owed
from clerk.desk.register.attendance_lists import attendance
from clerk.domain.committees import Committee
from clerk.errors import InputError, RefusedError
from clerk.store.storage import DurableStorage, Prepared
from tests.desk.builders import APRIL, JULY, MARCH, called, council, minuted


@pytest.fixture
def body(tmp_path: Path) -> tuple[Office, Committee]:
    return council(tmp_path)


def test_a_meeting_called_off_reserves_no_number_and_awaits_no_approval(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    with MeetingDesk(office, called(office, committee, MARCH)) as first:
        minuted(first, B1="Words.")
        first.publish()
    with MeetingDesk(office, called(office, committee, APRIL)) as desk:
        call_off(desk, "snow")
        assert desk.meeting.state == "called off"
        with pytest.raises(RefusedError, match="called off \\(snow\\): it has no minutes"):
            minuted(desk, B1="Words.")
        with pytest.raises(RefusedError, match="no minutes"):
            desk.publish()
        with pytest.raises(RefusedError, match="already"):
            call_off(desk)
    with MeetingDesk(office, called(office, committee, JULY)) as later:
        assert later.context.previous == (MARCH,)
        assert later.context.first_number == 2
    [row] = [row for row in meeting_lists.meetings(office) if row.date == APRIL]
    assert row.called_off == "called off (snow)"
    [shown] = meeting_lists.committees(office)
    assert shown.next_meeting == JULY, "it is not the next meeting"
    assert front(office, 9).committees[0].next_meeting == JULY


def test_attendance_counts_no_meeting_that_was_called_off_and_a_mark_refuses_it(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    with MeetingDesk(office, called(office, committee, MARCH)) as desk:
        desk.everyone_present()
        with pytest.raises(RefusedError, match="marked as present"):
            call_off(desk, to=APRIL)
        assert len(office.meeting_paths()) == 1, "no other meeting was called meanwhile"
    with MeetingDesk(office, called(office, committee, dt.date(2026, 4, 2))) as desk:
        call_off(desk)
    assert {row.of for row in attendance(office)} == {"1 of 1"}


def test_a_meeting_postponed_is_called_anew_with_its_agenda_and_may_stand_after_all(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    with MeetingDesk(office, called(office, committee, APRIL)) as desk:
        with pytest.raises(InputError, match="is not after"):
            call_off(desk, to=MARCH)
        path = call_off(desk, "", JULY)
        assert desk.meeting.called_off is not None
        assert desk.meeting.called_off.words == "postponed to 9 July 2026"
        assert path is not None
        anew = office.load(path).state
        assert anew is not None
        assert [item.title for item in anew.items] == [i.title for i in desk.meeting.items]
        assert not {item.id for item in anew.items} & {item.id for item in desk.meeting.items}
    with MeetingDesk(office, path) as other:
        minuted(other, B1="Words.")
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        stays = stands_after_all(desk)
        assert desk.meeting.state == "draft"
        assert office.load(path).state is not None, "something was done in the other: it stays"
        assert stays == office.ref(path)
        minuted(desk, B1="Words.")
        with pytest.raises(RefusedError, match="was not called off"):
            stands_after_all(desk)


def test_postponing_is_one_change_taken_back_and_done_again_in_both_meetings(
    body: tuple[Office, Committee],
) -> None:
    office, committee = body
    with MeetingDesk(office, called(office, committee, APRIL)) as desk:
        path = call_off(desk, "", JULY)
        assert path is not None
        desk.undo()
        assert _standing(office) == ["draft"], "a second meeting would stay called"
        desk.redo()
        assert _standing(office) == ["called off", "draft"]
        assert stands_after_all(desk) == ""
        assert _standing(office) == ["draft"]
        assert call_off(desk, "", JULY) == path
    with MeetingDesk(office, path) as other:
        minuted(other, B1="Words.")
    with (
        MeetingDesk(office, office.meeting_paths()[0]) as desk,
        pytest.raises(RefusedError, match="2026-07-09 has been changed since"),
    ):
        desk.undo()


def test_a_kill_while_a_meeting_is_postponed_leaves_both_meetings_or_neither(
    body: tuple[Office, Committee], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, committee = body
    with MeetingDesk(office, called(office, committee, APRIL)) as desk:
        kept = DurableStorage.put
        saved: list[Path] = []

        def killed(storage: DurableStorage, save: Prepared) -> None:
            if saved:
                raise KeyboardInterrupt
            kept(storage, save)
            saved.append(Path())

        monkeypatch.setattr(DurableStorage, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            call_off(desk, "", JULY)
        monkeypatch.undo()
    again = Office(office.home, now=office.now).open()
    assert any("cut short was completed" in said for said in again.notices)
    first, second = (again.load(path).state for path in again.meeting_paths())
    assert first is not None and first.called_off is not None
    assert second is not None and second.date == JULY


def test_membership_is_noted_since_the_last_meeting_that_took_place(
    body: tuple[Office, Committee],
) -> None:
    from clerk.desk.register.appointments import replace_member
    from clerk.desk.register.deeds import Grounds
    from clerk.desk.register.who import find_person

    office, committee = body
    called(office, committee, MARCH)
    with MeetingDesk(office, called(office, committee, dt.date(2026, 4, 15))) as desk:
        call_off(desk)
    grounds = Grounds(on=dt.date(2026, 4, 10))
    replace_member(office, committee.id, find_person(office, "Orme"), "Mr Q Vine", grounds)
    assert notes_owed(office, office.committee(committee.id))


def _standing(office: Office) -> list[str]:
    """How each meeting stands that there is, in order of date."""
    return [summary.state for _, summary in office.summaries()]

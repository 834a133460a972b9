"""Mending what was misread: the paper's record is read anew, what we published is not."""

from pathlib import Path

import pytest

from clerk.desk.incoming.importing import import_paper
from clerk.desk.meeting import mending
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.errors import ClerkError, InputError, NotFoundError, RefusedError
from clerk.names import full, parse_name
from tests.desk.builders import JULY, called, minuted, office_in, person
from tests.desk.incoming.test_importing import PAPER, paper


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = office_in(tmp_path / "home")
    misread = PAPER.replace("Mr F Tolley", "Mr F Tolly").replace("Winter", "Wınter")
    import_paper(office, paper(tmp_path, misread))
    return office


def desk_of(office: Office) -> MeetingDesk:
    return MeetingDesk(office, office.meeting_paths()[0])


def words(office: Office) -> list[str]:
    again = office_in(office.home.root)
    with MeetingDesk(again, again.meeting_paths()[0], lock=False) as desk:
        assert desk.findings() == ()
        return [line.text for line in desk.record("public").lines]


def test_a_misread_name_is_mended_wherever_the_paper_printed_it(office: Office) -> None:
    mending.mend_name(office, person(office, "Tolly"), "Mr F Tolley")
    assert any("Mr F Tolley" in line for line in words(office))
    assert full(office_in(office.home.root).register.people[person(office, "Tolley")].name)


def test_what_was_published_here_keeps_the_name_that_it_printed(office: Office) -> None:
    (body,) = office.register.committees.values()
    tolly = person(office, "Tolly")
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        minuted(desk, A1="None.")
        desk.mark(tolly, "present")
        desk.publish()
    mending.mend_name(office, tolly, "Mr F Tolley")
    with MeetingDesk(office, office.meeting_paths()[1], lock=False) as desk:
        assert "PRESENT: Mr F Tolly" in [line.text for line in desk.record("public").lines]
        assert desk.findings()


def test_a_title_and_a_text_that_were_misread_are_read_anew(office: Office) -> None:
    with desk_of(office) as desk:
        minute = desk.meeting.minutes[1]
        mending.mend_title(desk, minute.id, "Winter  maintenance")
        mending.mend_text(desk, minute.id, minute.text.replace("gritting", "salting"))
        assert desk.meeting.state == "published"
        assert [m.number.text for m in desk.meeting.minutes if m.number] == ["9", "10"]
    printed = words(office)
    assert "Winter maintenance" in printed
    assert any("salting" in line for line in printed)
    with desk_of(office) as desk:
        desk.undo()
        desk.undo()
    assert "Wınter maintenance" in words(office)


def test_minutes_published_here_are_not_mended_but_corrected(office: Office) -> None:
    (body,) = office.register.committees.values()
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        (minute_id,) = minuted(desk, A1="None.")
        desk.publish()
        for mend in (mending.mend_title, mending.mend_text):
            with pytest.raises(RefusedError, match="published"):
                mend(desk, minute_id, "Other")


def test_a_draft_is_simply_changed(office: Office) -> None:
    (body,) = office.register.committees.values()
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        (minute_id,) = minuted(desk, A1="None.")
        mending.mend_title(desk, minute_id, "Apologies for absence")
        mending.mend_text(desk, minute_id, "Ms Orme.")
        assert [(m.title, m.text) for m in desk.meeting.minutes] == [
            ("Apologies for absence", "Ms Orme.")
        ]


@pytest.mark.parametrize("title", ["", "  ", "\x07"])
def test_a_title_needs_words(office: Office, title: str) -> None:
    with desk_of(office) as desk, pytest.raises(InputError):
        mending.mend_title(desk, desk.meeting.minutes[0].id, title)


def test_what_is_not_there_cannot_be_mended(office: Office) -> None:
    with desk_of(office) as desk, pytest.raises(NotFoundError):
        mending.mend_title(desk, "none", "x")
    with pytest.raises(NotFoundError):
        mending.mend_name(office, "none", "Mr X Y")
    with pytest.raises(InputError):
        mending.mend_name(office, person(office, "Tolly"), " ")


def test_a_name_mended_in_a_meeting_that_is_open_elsewhere_changes_nothing(
    office: Office,
) -> None:
    other = office_in(office.home.root)
    with desk_of(other), pytest.raises(ClerkError):
        mending.mend_name(office, person(office, "Tolly"), "Mr F Tolley")
    assert person(office_in(office.home.root), "Tolly")
    assert any("Mr F Tolly" in line for line in words(office))


def test_a_misread_name_is_mended_in_each_form_with_the_honours_of_its_day(
    office: Office,
) -> None:
    person_id = person(office, "Dace")
    honoured = PAPER.replace("23 April", "9 July").replace("Mrs R Dace", "Mrs R Dace, OBE")
    import_paper(office, paper(office.home.root.parent, honoured, "july.txt"))
    mending.mend_name(office, person_id, "Mrs R Dale", was=parse_name("Mrs R Dace"))
    names = office.register.people[person_id].names
    assert [full(dated.name) for dated in names] == ["Mrs R Dale", "Mrs R Dale, OBE"]

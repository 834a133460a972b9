"""Minutes are confirmed, signed and corrected, and what was published stays as it was published."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk.meeting import life
from clerk.desk.meeting.life import Putting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.committees import CommitteeKind
from clerk.domain.life_acts import KindSet
from clerk.domain.meetings import Exempt
from clerk.errors import ClerkError, NotFoundError, RefusedError
from tests.desk.builders import APRIL, JULY, called, council, minuted, person

MAY = dt.date(2026, 5, 21)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A committee with minutes of April, published, one of them exempt; it meets again in July."""
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        exempt = Exempt(paragraphs=("3",), public_title="A contract")
        item = replace(desk.meeting.items[2], title="Quillfeather Ltd", exempt=exempt)
        desk.do(ItemChanged(item=item), "exempt")
        minuted(desk, A1="None.", A2="Agreed.", B1="RESOLVED that Quillfeather be paid.")
        desk.publish()
    called(office, body, JULY)
    return office


@pytest.fixture
def april(office: Office) -> Iterator[MeetingDesk]:
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        yield desk


@pytest.fixture
def july(office: Office) -> Iterator[MeetingDesk]:
    with MeetingDesk(office, office.meeting_paths()[-1]) as desk:
        for surname in ("Pell", "Dace", "Orme"):
            desk.mark(person(office, surname), "present")
        yield desk


def _suitable(desk: MeetingDesk) -> life.Confirming:
    found = life.suitable(desk)
    assert found is not None
    return found


def _approval(desk: MeetingDesk) -> str:
    desk.forget_context()
    minute = desk.start_minute(next(i for i in desk.meeting.items if i.ref == "A2").id)
    if not minute.text:
        desk.edit(minute.id, ":previous-minutes")
    return "\n".join(line.text for line in desk.lines_of(minute.id)[1:])


def test_a_clerk_confirms_and_signs_with_what_clerk_knows(
    april: MeetingDesk, july: MeetingDesk
) -> None:
    before = april.record("full")
    life.confirm(april, _suitable(april))
    life.sign(april, pages=life.leaves("201-208"))
    assert life.state_words(april.meeting) == (
        "Confirmed at the meeting on 9 July 2026 and signed by Mr J A Pell, MBE on 9 July 2026, "
        "leaves 201 to 208."
    )
    assert april.record("full") == before, "confirming as they stand changes no word"
    assert life.life_findings(april) == ()
    assert life.first_page(july) == 209, "the next leaf of the minute book"
    states = [april.undo() and april.meeting.state for _ in range(2)]
    assert states == ["confirmed", "published"]
    assert april.record("full") == before


def test_an_amendment_is_named_by_the_minute_that_approves_and_noted_under_the_one_it_changes(
    april: MeetingDesk, july: MeetingDesk
) -> None:
    frozen = april.meeting.published
    plain = _approval(july)
    assert "subject to" not in plain and "23 April 2026" in plain
    life.confirm(april, _suitable(april), (Putting(number="1", words="Mr Tolley [sic] came."),))
    assert "subject to the amendment of minute 1 to read “Mr Tolley [sic] came.”" in _approval(july)
    texts = [line.text for line in april.record("public").lines]
    note = "(Amended at the meeting held on 9 July 2026 to read: “Mr Tolley [sic] came.”)"
    assert texts.index(note) == texts.index("None.") + 1
    assert april.meeting.published == frozen, "the record as published is never touched"
    minute = april.meeting.minutes[0]
    assert note in [line.text for line in april.lines_of(minute.id)], "and the preview shows it"


def test_what_an_exempt_minute_is_to_read_reaches_nobody_outside(
    april: MeetingDesk, july: MeetingDesk, office: Office
) -> None:
    put = Putting(number="3", words="RESOLVED that Quillfeather be paid twice.")
    life.confirm(april, _suitable(april), (put,))
    for edition in ("draft", "public"):
        assert "Quillfeather" not in repr(april.record(edition).lines)
    assert "twice" in repr(april.record("full").lines)
    approval = _approval(july)
    assert "minute 3," in approval and "Quillfeather" not in approval
    assert "Quillfeather" not in april.last_said
    cached = b"".join(path.read_bytes() for path in office.home.cache_dir.glob("*"))
    office.summaries()
    assert b"twice" not in cached


def test_a_correction_after_confirmation_is_noted_with_the_minute_that_made_it(
    april: MeetingDesk,
) -> None:
    at = _suitable(april)
    with pytest.raises(RefusedError, match="are put right on being confirmed"):
        life.correct(april, at, Putting(number="1", words="Some."))
    life.confirm(april, at)
    life.correct(april, at, Putting(number="1", words="“Some.”", decided="12."))
    assert "(Corrected at the meeting held on 9 July 2026, minute 12, to read: “Some.”)" in [
        line.text for line in april.record("public").lines
    ]
    with pytest.raises(RefusedError, match="A correction is a minute of a later meeting"):
        april.edit(april.meeting.minutes[0].id, "Otherwise.")
    with pytest.raises(NotFoundError, match="no minute 44"):
        life.correct(april, at, Putting(number="44", words="x"))


def test_steps_out_of_turn_are_refused_in_a_sentence(april: MeetingDesk) -> None:
    at = _suitable(april)
    with pytest.raises(RefusedError, match="signed once they are confirmed"):
        life.sign(april, name="Mr A Stranger")
    with pytest.raises(RefusedError, match="cannot be confirmed before that day"):
        life.confirm(april, life.on_day(april, dt.date(2026, 3, 1)))
    life.confirm(april, at)
    with pytest.raises(RefusedError, match="confirmed already"):
        life.confirm(april, at)
    with pytest.raises(RefusedError, match="cannot be signed before"):
        life.sign(april, name="Mr A Stranger", on=APRIL)
    with pytest.raises(RefusedError, match="last leaf cannot come before"):
        life.sign(april, name="Mr A Stranger", pages=(9, 8))
    with pytest.raises(RefusedError, match="only published ones can be withdrawn"):
        april.withdraw("a slip")
    with pytest.raises(ClerkError, match="no leaves"):
        life.leaves("some")


def test_a_draft_and_another_bodys_meeting_confirm_nothing(
    april: MeetingDesk, july: MeetingDesk, office: Office
) -> None:
    with pytest.raises(RefusedError, match="a draft: publish them first"):
        life.confirm(july, life.on_day(july, dt.date(2026, 12, 1)))
    other = adding.add_committee(office, "Standards Committee", authority="Wealdshire")
    path = called(office, other, dt.date(2026, 8, 1))
    with pytest.raises(RefusedError, match="another body"):
        life.at_meeting(april, path)


@pytest.mark.usefixtures("july")
def test_a_signature_by_somebody_who_did_not_preside_is_found(
    april: MeetingDesk, office: Office
) -> None:
    life.confirm(april, _suitable(april))
    life.sign(april, person(office, "Orme"))
    (said,) = (each.sentence for each in life.life_findings(april))
    assert said.startswith("SIGNED-NOT-PRESIDING: Ms K Orme signed the minutes, and Mr J A Pell")
    assert "Sch 12 para 41(1)" in said
    assert any("SIGNED-NOT-PRESIDING" in words for words in april.findings())


def test_the_vice_chair_who_presided_in_the_chairs_absence_may_sign(
    april: MeetingDesk, office: Office
) -> None:
    with MeetingDesk(office, office.meeting_paths()[-1]) as july:
        july.mark(person(office, "Pell"), "apologies")
        july.mark(person(office, "Dace"), "present")
    life.confirm(april, _suitable(april))
    assert life.chairs(april) == (person(office, "Dace"),)
    life.sign(april)
    assert april.meeting.signed and april.meeting.signed.name == "Mrs R Dace"


@pytest.mark.parametrize("kind", ["council", "committee"])
def test_an_extraordinary_meeting_of_the_council_is_passed_over(
    tmp_path: Path, kind: CommitteeKind
) -> None:
    office, _ = council(tmp_path)
    body = adding.add_committee(office, "County Council", authority="Wealdshire", kind=kind)
    paths = [called(office, body, day) for day in (APRIL, MAY, JULY)]
    with MeetingDesk(office, paths[1]) as may:
        may.do(KindSet(kind="extraordinary"), "extraordinary")
        assert may.context.previous == (() if kind == "council" else (APRIL,))
    with MeetingDesk(office, paths[2]) as july:
        assert july.context.previous == (APRIL, MAY), "both wait for the next ordinary one"
    with MeetingDesk(office, paths[0]) as april:
        minuted(april, A1="None.")
        april.publish()
        assert _suitable(april).on == (JULY if kind == "council" else MAY)
        life.confirm(april, life.at_meeting(april, paths[1]))
        said = [each.sentence for each in life.life_findings(april)]
        assert len(said) == (1 if kind == "council" else 0)
        if said:
            assert said[0].startswith("CONFIRMED-EXTRAORDINARY") and "SI 1993/202" in said[0]


def test_a_meeting_that_confirmed_minutes_and_does_not_say_so_is_found(
    april: MeetingDesk, july: MeetingDesk
) -> None:
    life.confirm(april, _suitable(april))
    minuted(july, A1="None.")
    assert any("CONFIRMED-NO-MINUTE" in words for words in july.findings())
    _approval(july)
    assert not any("CONFIRMED-NO-MINUTE" in words for words in july.findings())
    assert life.awaiting(july) == (april.path,), "they wait for the signature"
    life.sign(april)
    assert life.awaiting(july) == ()

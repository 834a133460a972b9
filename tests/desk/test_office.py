"""The data folder: numbers across meetings, and changes of several files undone whole or not."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk.history import history_of, newest_ledger
from clerk.desk.meeting import mending
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.committees import Committee, Series
from clerk.domain.meeting_acts import DetailsChanged
from clerk.domain.minute_acts import MinuteChanged
from clerk.errors import ClerkError, NotFoundError, RefusedError, StorageError
from tests.desk.builders import APRIL, JULY, MARCH, called, council, minuted, office_in, person

OCTOBER = dt.date(2026, 10, 1)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Office, Committee]:
    return council(tmp_path)


def first_of(office: Office, path: Path) -> int:
    state = office.load(path).state
    assert state is not None
    return office.context(state).first_number


def write(office: Office, path: Path, *, publish: bool = False, first: int | None = None) -> None:
    with MeetingDesk(office, path) as desk:
        if first is not None:
            desk.do(DetailsChanged(first_number=first), "first")
        minuted(desk, A1="None.", B1="Words.")
        if publish:
            desk.publish()


# --- numbers ------------------------------------------------------------------------------------


def test_numbers_run_on_across_drafts_and_published_meetings(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    march, april, july, october = (called(office, body, d) for d in (MARCH, APRIL, JULY, OCTOBER))
    write(office, march, publish=True, first=35)
    write(office, april)
    assert [first_of(office, path) for path in (march, april, july, october)] == [35, 37, 39, 39]
    write(office, july)
    assert first_of(office, october) == 41


def test_a_number_typed_for_one_meeting_moves_the_provisional_ones_after_it(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    april, july = called(office, body, APRIL), called(office, body, JULY)
    write(office, april)
    write(office, july)
    with MeetingDesk(office, april) as desk:
        desk.do(DetailsChanged(first_number=100), "first")
    assert first_of(office, july) == 102


def test_published_numbers_never_move(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    april, july = called(office, body, APRIL), called(office, body, JULY)
    write(office, july, publish=True)
    write(office, april, first=50)
    assert first_of(office, july) == 1
    with MeetingDesk(office, july, lock=False) as desk:
        assert [m.number.text for m in desk.meeting.minutes if m.number] == ["1", "2"]


@pytest.mark.parametrize(
    ("series", "first"),
    [
        (Series(), 3),
        (Series(reset="calendar year"), 3),
        (Series(reset="municipal year"), 1),
        (Series(reset="council term"), 3),
        (Series(reset="each meeting"), 1),
    ],
)
def test_numbers_begin_again_when_the_series_says_so(
    pair: tuple[Office, Committee], series: Series, first: int
) -> None:
    office, body = pair
    adding.change_committee(office, body.id, series=series)
    write(office, called(office, body, APRIL))
    assert first_of(office, called(office, body, JULY)) == first


def test_two_meetings_on_one_day_are_two_and_run_on(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    one, two = called(office, body), called(office, body)
    assert (one.stem, two.stem) == ("2026-04-23", "2026-04-23-2")
    write(office, one)
    assert (first_of(office, one), first_of(office, two)) == (1, 3)
    write(office, two)
    assert (first_of(office, one), first_of(office, two)) == (1, 3)
    with MeetingDesk(office, two, lock=False) as desk:
        assert desk.findings() == ()


def test_missing_numbers_are_said_at_the_desk(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    write(office, called(office, body, APRIL))
    july = called(office, body, JULY)
    write(office, july, first=9)
    with MeetingDesk(office, july, lock=False) as desk:
        assert "3 to 8 are missing" in desk.findings()[0]


def test_a_meeting_that_cannot_be_read_does_not_stop_the_others(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    april, july = called(office, body, APRIL), called(office, body, JULY)
    write(office, april, first=7)
    bad = called(office, body, dt.date(2026, 5, 1))
    bad.write_bytes(b"spoilt")
    assert first_of(office, july) == 9
    assert len(list(office.each_meeting())) == 2


def test_the_minutes_to_approve_are_the_last_meetings(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    called(office, body, MARCH)
    called(office, body, APRIL)
    july = office.load(called(office, body, JULY)).state
    assert july is not None
    assert office.context(july).previous == (APRIL,)


# --- several files as one change ----------------------------------------------------------------


def read_from_paper(office: Office, path: Path) -> None:
    """Makes published minutes look as if a paper had brought them: mending is then open to them."""
    with MeetingDesk(office, path) as desk:
        published = desk.meeting.published
        assert published is not None
        from clerk.domain.meeting_acts import MeetingRead

        read = replace(desk.meeting, published=replace(published, on=None))
        desk.do(MeetingRead(meeting=read), "Read from a paper")


@pytest.fixture
def mended(pair: tuple[Office, Committee]) -> tuple[Office, list[Path]]:
    office, body = pair
    paths = [called(office, body, APRIL), called(office, body, JULY)]
    for path in paths:
        with MeetingDesk(office, path) as desk:
            desk.mark(person(office, "Orme"), "present")
        write(office, path, publish=True)
        read_from_paper(office, path)
    mending.mend_name(office, person(office, "Orme"), "Ms K Ormerod")
    return office, paths


def printed(office: Office, path: Path) -> str:
    with MeetingDesk(office_in(office.home.root), path, lock=False) as desk:
        return " ".join(line.text for line in desk.record().lines if line.kind == "attendance")


def test_a_change_of_several_files_is_undone_in_all_from_any_of_them(
    mended: tuple[Office, list[Path]],
) -> None:
    office, paths = mended
    assert all("Ormerod" in printed(office, path) for path in paths)
    with MeetingDesk(office, paths[0]) as desk:
        desk.undo(making=True)
    assert not any("Ormerod" in printed(office, path) for path in paths)
    again = office_in(office.home.root)
    assert person(again, "Orme")


def test_a_change_of_several_files_is_done_again_in_all(
    mended: tuple[Office, list[Path]],
) -> None:
    office, paths = mended
    with MeetingDesk(office, paths[0]) as desk:
        desk.undo(making=True)
        desk.redo()
    assert all("Ormerod" in printed(office, path) for path in paths)
    again = office_in(office.home.root)
    assert person(again, "Ormerod")
    with MeetingDesk(again, paths[1]) as desk:
        desk.undo(making=True)
    assert not any("Ormerod" in printed(office, path) for path in paths)


def test_a_change_is_not_done_again_where_another_file_has_moved_on(
    mended: tuple[Office, list[Path]],
) -> None:
    office, paths = mended
    with MeetingDesk(office, paths[0]) as desk:
        desk.undo(making=True)
    adding.add_other(office, "Mr G Quill")
    before = {path: path.read_bytes() for path in paths}
    with MeetingDesk(office, paths[0]) as desk, pytest.raises(RefusedError, match="changed since"):
        desk.redo()
    assert {path: path.read_bytes() for path in paths} == before


def test_nothing_is_undone_where_one_of_the_files_has_moved_on(
    mended: tuple[Office, list[Path]],
) -> None:
    office, paths = mended
    with MeetingDesk(office, paths[1]) as desk:
        desk.withdraw("to change a title")
    before = [path.read_bytes() for path in (*paths, office.home.register)]
    with MeetingDesk(office, paths[0]) as desk, pytest.raises(RefusedError, match="2026-07-09"):
        desk.undo(making=True)
    with pytest.raises(RefusedError, match="2026-07-09"):
        office_in(office.home.root).undo_register()
    assert [path.read_bytes() for path in (*paths, office.home.register)] == before


def test_a_file_of_the_change_that_cannot_be_read_stops_the_undo(
    mended: tuple[Office, list[Path]],
) -> None:
    office, paths = mended
    paths[1].write_bytes(b"spoilt")
    before = [path.read_bytes() for path in (*paths, office.home.register)]
    with pytest.raises(ClerkError):
        office_in(office.home.root).undo_register()
    assert [path.read_bytes() for path in (*paths, office.home.register)] == before


def test_a_committee_is_not_taken_back_from_under_its_meetings(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    path = called(office, body)
    with pytest.raises(RefusedError, match="parks-committee/2026-04-23"):
        office.undo_register()
    assert office_in(tmp_path).committee(body.id)
    with MeetingDesk(office, path) as desk:
        for _ in range(len(desk.ledger.entries)):
            desk.undo(making=True)
    office.undo_register()
    assert not office_in(tmp_path).register.committees


def test_someone_in_an_attendance_list_is_not_taken_back_from_the_register(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    path = called(office, body)
    guest = adding.add_other(office, "Mr G Quill")
    with MeetingDesk(office, path) as desk:
        desk.mark(guest.id, "also present")
    with pytest.raises(RefusedError, match="2026-04-23"):
        office.undo_register()


# --- undo of the newest, history ----------------------------------------------------------------


def ticking(folder: Path) -> Office:
    """An office whose clock goes on, as real ones do, by the file system's own time."""
    from clerk.paths import Home

    return Office(
        Home(folder), now=lambda: dt.datetime.now(dt.UTC), who="Clerk", where="here"
    ).open()


def test_undo_without_a_name_walks_back_through_every_file_in_turn(tmp_path: Path) -> None:
    office = ticking(tmp_path)
    body = adding.add_committee(office, "Parks Committee")
    one, two = called(office, body, APRIL), called(office, body, JULY)
    for path, venue in ((one, "A"), (two, "B"), (one, "C")):
        with MeetingDesk(office, path) as desk:
            desk.do(DetailsChanged(venue=venue), venue)
    said = []
    while (newest := newest_ledger(office)) is not None:
        with MeetingDesk(office, newest) as desk:
            said.append(desk.undo(making=True))
    assert said[:3] == ["C", "B", "A"]
    assert len(said) == 5
    assert office.undo_register() == "Parks Committee added"


def test_history_tells_what_was_done_and_what_was_undone(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    path = called(office, body)
    with MeetingDesk(office, path) as desk:
        desk.do(DetailsChanged(venue="Town Hall"), "moved")
        desk.undo(making=True)
    rows = history_of(office, path)
    assert [(row.said, row.undone) for row in rows[-2:]] == [
        ("moved", True),
        ("Undone: moved", False),
    ]
    assert all(row.by == "Clerk" for row in rows)
    assert history_of(office, None)[0].said == "Environment and Highways Committee added"


# --- the folder ---------------------------------------------------------------------------------


def test_an_empty_folder_is_an_office_and_nothing_is_made_by_looking(tmp_path: Path) -> None:
    office = office_in(tmp_path / "new")
    assert office.register.committees == {}
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_entered_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.stat

    def refused(path: Path, **named: bool) -> object:
        if str(path).startswith(str(tmp_path)):
            raise PermissionError(13, "Permission denied")
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(StorageError, match="permission"):
        office_in(tmp_path)


def test_a_file_in_the_folders_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a letter")
    with pytest.raises(StorageError, match="folder"):
        office_in(tmp_path / "home")


def test_a_damaged_register_is_a_sentence_and_left_alone(pair: tuple[Office, Committee]) -> None:
    office, _ = pair
    office.home.register.write_bytes(b"spoilt")
    assert "register.json" in office_in(office.home.root).notices[0]
    assert office.home.register.read_bytes() == b"spoilt"


def test_a_committee_that_is_not_there_is_a_sentence(pair: tuple[Office, Committee]) -> None:
    with pytest.raises(NotFoundError):
        pair[0].committee("none")


def test_lines_of_a_paper_are_given_only_for_the_version_that_was_read(
    pair: tuple[Office, Committee],
) -> None:
    assert pair[0].paper_lines("none", 1, 3) == ()


def test_a_minute_changed_by_an_act_composes_with_its_new_title(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    with MeetingDesk(office, called(office, body)) as desk:
        (minute_id,) = minuted(desk, B1="Words.")
        desk.do(MinuteChanged(minute=minute_id, title="Safer roads"), "renamed")
        assert "Safer roads" in [line.text for line in desk.lines_of(minute_id)]

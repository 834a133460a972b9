"""What lists say from the summary is what the files say, whatever was done in between."""

import datetime as dt
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from clerk.desk.lists import meeting_lists, resolution_list
from clerk.desk.lists.front import front, whole_front
from clerk.desk.lists.public_record import PublicRecords
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding, persons
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.committees import Committee
from clerk.domain.meeting_acts import DetailsChanged
from clerk.domain.meetings import Exempt, Meeting
from clerk.domain.minute_acts import MinuteChanged
from clerk.domain.motions import Motion
from clerk.domain.room_acts import MotionMoved
from clerk.errors import ClerkError, NotFoundError
from clerk.record.freeze import edition_of
from clerk.record.minutes.compose import compose
from clerk.record.numbering import Taken, first_number, numbers_of
from clerk.store import storage
from clerk.store.cache import Cache
from clerk.store.sealed import Header
from tests.desk.builders import APRIL, JULY, called, council, minuted, office_in

SECRET = "Nightingale"
DAYS = [APRIL, APRIL, JULY, dt.date(2025, 12, 1), dt.date(2027, 5, 4)]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Office, Committee]:
    return council(tmp_path / "home")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 2**32), min_size=1, max_size=10), st.booleans())
def test_lists_from_the_summary_are_those_from_the_files_after_any_acts(
    seeds: list[int], opened_anew: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office, body = council(Path(folder))
        called(office, body)
        for seed in seeds:
            _do_something(office, body, random.Random(seed))
            office = office_in(Path(folder)) if opened_anew else office
            _agree(office, body)


def test_lists_hold_when_many_meetings_changed_since(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    for year in range(2010, 2020):
        with MeetingDesk(office, called(office, body, dt.date(year, 5, 4))) as desk:
            minuted(desk, A1="None.", B1="RESOLVED that it be done.")
            if year % 2:
                desk.publish()
    _agree(office, body)
    _agree(office_in(office.home.root), body)


def test_a_committees_lists_read_no_meetings_file_twice(
    pair: tuple[Office, Committee], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, body = pair
    for year in range(2010, 2020):
        path = called(office, body, dt.date(year, 5, 4))
        with MeetingDesk(office, path) as desk:
            minuted(desk, B1="RESOLVED that it be done.")
        _age(path)
    before = _lists(office, body)
    anew = office_in(office.home.root)
    _no_file_may_be_read(monkeypatch)
    assert _lists(anew, body) == before


def test_showing_a_published_meeting_reads_no_other_meeting(
    pair: tuple[Office, Committee], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, body = pair
    paths = [called(office, body, day) for day in (APRIL, JULY)]
    for path in paths:
        with MeetingDesk(office, path) as desk:
            minuted(desk, B1="Words.")
            desk.publish()
    read: set[Path] = set()
    real = storage.checked

    def noted(path: Path, kind: str) -> tuple[bytes, Header]:
        read.add(path)
        return real(path, kind)

    def asked(*_: object, **__: object) -> None:
        raise AssertionError("the summary was asked")

    monkeypatch.setattr(storage, "checked", noted)
    monkeypatch.setattr(Cache, "use", asked)
    found = find_meeting(office, office.ref(paths[1]))
    assert MeetingDesk(office, found, lock=False).record("public").lines
    assert read == {paths[1]}


@pytest.mark.parametrize("fault", ["missing", "empty", "noise", "torn", "folder", "flipped"])
def test_a_summary_that_is_lost_or_damaged_is_made_again_unseen(
    pair: tuple[Office, Committee], fault: str
) -> None:
    office, body = pair
    for day in (APRIL, JULY):
        with MeetingDesk(office, called(office, body, day)) as desk:
            minuted(desk, A1="None.", B1="RESOLVED that it be done.")
    before = _lists(office, body)
    (cache,) = office.home.cache_dir.glob("summary-*.sqlite")
    _harm(cache, fault)
    assert _lists(office_in(office.home.root), body) == before
    _agree(office, body)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="modes do not bind this user")
def test_a_folder_that_can_only_be_read_has_lists_too(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    called(office, body)
    office.home.root.chmod(0o500)
    try:
        _agree(office, body)
    finally:
        office.home.root.chmod(0o700)
    assert not office.home.cache_dir.exists()


def test_where_no_cache_can_be_made_lists_are_the_same(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    called(office, body)
    office.home.cache_dir.write_text("a file stands where the folder should")
    _agree(office, body)
    _agree(office, body)


def test_an_empty_office_has_empty_lists_and_makes_no_folder(tmp_path: Path) -> None:
    office = office_in(tmp_path / "home")
    assert (
        meeting_lists.meetings(office),
        meeting_lists.committees(office),
        resolution_list.resolutions(office),
    ) == (
        (),
        (),
        (),
    )
    assert not (tmp_path / "home").exists()


def test_a_damaged_meeting_is_said_and_hides_no_other(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    first, second = called(office, body, APRIL), called(office, body, JULY)
    _agree(office, body)
    second.write_bytes(second.read_bytes()[:-20])
    rows = meeting_lists.meetings(office)
    assert [bool(row.trouble) for row in rows] == [False, True]
    with pytest.raises(ClerkError) as refused:
        office.load(second)
    assert rows[1].trouble == str(refused.value)
    assert rows[0].ref == office.ref(first)


def test_a_file_put_back_from_a_copy_with_its_old_times_is_noticed(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    path = called(office, body)
    old, times = path.read_bytes(), path.stat()
    with MeetingDesk(office, path) as desk:
        minuted(desk, B1="Words.")
    _agree(office, body)
    path.write_bytes(old)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert meeting_lists.meetings(office)[0].minutes == 0
    _agree(office, body)


def test_exempt_words_are_not_in_the_cache(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    path = called(office, body, APRIL, "A1 Apologies", f"B1 {SECRET} lease")
    with MeetingDesk(office, path) as desk:
        item = desk.meeting.items[1]
        hidden = Exempt(paragraphs=("3",), public_title="A lease")
        desk.do(ItemChanged(item=replace(item, exempt=hidden)), "Made exempt")
        minuted(desk, A1="None.", B1=f"RESOLVED that {SECRET} be let.")
    _lists(office, body)
    resolution_list.resolutions(office, "let")
    for kept in office.home.cache_dir.iterdir():
        assert SECRET.encode() not in kept.read_bytes()


def test_a_name_or_style_that_changes_is_in_the_list_at_once(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, B1="RESOLVED that it be done.")
    assert resolution_list.resolutions(office)[0].committee_name == body.name
    adding.change_committee(office, body.id, name="Highways Committee", style="cabinet-2012")
    _agree(office, body)


def test_whoever_moves_without_being_listed_is_known_to_the_lists_too(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    clerk = adding.add_officer(office, "Ms V Vane", "Head of Libraries").id
    with MeetingDesk(office, called(office, body)) as desk:
        minuted(desk, B1="Words.")
        motion = Motion(id="m1", item=desk.meeting.items[-1].id, words="it be so", mover=clerk)
        desk.do(MotionMoved(motion=motion), "Moved")
        path = desk.path
    kept = office.summaries()
    before = PublicRecords(office, kept).basis(path)
    persons.rename_person(office, office.register.people[clerk], "Dame Vera Vane")
    assert PublicRecords(office, kept).basis(path) != before


def test_minutes_that_nobody_signed_are_listed_until_they_are(
    pair: tuple[Office, Committee],
) -> None:
    office, body = pair
    past, coming = called(office, body, dt.date(2026, 3, 1)), called(office, body, JULY)
    assert [row.ref for row in meeting_lists.unsigned(office)] == [office.ref(past)]
    assert office.ref(coming) not in {row.ref for row in meeting_lists.unsigned(office)}


# --- what is done, and what the files say ------------------------------------------------------


def _do_something(office: Office, body: Committee, luck: random.Random) -> None:
    paths = office.meeting_paths()
    path = luck.choice(paths)
    try:
        match luck.randrange(8):
            case 0 | 1:
                called(office, body, luck.choice(DAYS))
            case 2:
                _change(office, path, luck)
            case 3:
                adding.change_committee(
                    office,
                    body.id,
                    series=replace(body.series, reset=luck.choice(["never", "calendar year"])),
                )
            case _:
                with MeetingDesk(office, path) as desk:
                    _minute(desk, luck)
    except ClerkError:
        return  # an act that does not fit is refused: nothing has changed


def _minute(desk: MeetingDesk, luck: random.Random) -> None:
    match luck.randrange(5):
        case 0:
            desk.publish()
        case 1:
            desk.withdraw("A slip.")
        case 2:
            desk.undo()
        case _:
            ref = luck.choice(["A1", "A2", "B1"])
            minuted(desk, **{ref: luck.choice(["None.", "One.\n\nRESOLVED that it be done."])})


def _change(office: Office, path: Path, luck: random.Random) -> None:
    with MeetingDesk(office, path) as desk:
        if luck.random() < 0.5 or not desk.meeting.minutes:
            desk.do(DetailsChanged(first_number=luck.randrange(1, 50)), "Number set")
        else:
            minute = luck.choice(desk.meeting.minutes)
            desk.do(MinuteChanged(minute=minute.id, restart=luck.randrange(1, 50)), "Number set")


def _lists(office: Office, body: Committee) -> list[object]:
    return [
        meeting_lists.meetings(office),
        meeting_lists.meetings(office, body.slug),
        meeting_lists.committees(office),
        resolution_list.resolutions(office, "done"),
        office.taken(body.id),
    ]


def _agree(office: Office, body: Committee) -> None:
    held = list(_held(office))
    for rows in (meeting_lists.meetings(office), meeting_lists.meetings(office, body.slug)):
        told = [(r.ref, r.id, r.date, r.state, r.items, r.minutes, r.numbers) for r in rows]
        assert told == [_row(office, path, meeting) for path, meeting in held]
    assert office.taken(body.id) == tuple(_taken(office, path, m) for path, m in held)
    for path, meeting in held:
        assert office.context(meeting).first_number == _first(office, path, meeting)
        assert find_meeting(office, office.ref(path)) == path
    expected = sum(line.kind == "resolution" for p, m in held for line in _lines(office, p, m))
    assert len(resolution_list.resolutions(office)) == expected
    assert [row.meetings for row in meeting_lists.committees(office)] == [len(held)]
    assert front(office, 99) == whole_front(office)


def _held(office: Office) -> Iterator[tuple[Path, Meeting]]:
    for path in office.meeting_paths():
        meeting = office.load(path).state
        if meeting is not None:
            yield path, meeting


def _row(office: Office, path: Path, meeting: Meeting) -> tuple[object, ...]:
    printed = [line for line in _lines(office, path, meeting) if line.kind == "minute"]
    numbers = ""
    if printed:
        mark = "~" if printed[0].provisional else ""
        ends = [f"{mark}{(line.number or '').rstrip('.')}" for line in (printed[0], printed[-1])]
        numbers = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    counts = len(meeting.items), len(meeting.minutes)
    return office.ref(path), meeting.id, meeting.date, meeting.state, *counts, numbers


def _lines(office: Office, path: Path, meeting: Meeting):  # type: ignore[no-untyped-def]
    if meeting.published is not None:
        return edition_of(meeting.published, "public").lines
    context = replace(office.context(meeting), first_number=_first(office, path, meeting))
    return compose(meeting, context, "public").lines


def _first(office: Office, path: Path, meeting: Meeting) -> int:
    """From the files alone, backwards from the meeting: what the summary works out forwards."""
    if meeting.first_number is not None:
        return meeting.first_number
    if meeting.minutes and all(minute.number for minute in meeting.minutes):
        assert meeting.minutes[0].number is not None
        return meeting.minutes[0].number.ordinal
    earlier = [
        _taken(office, other, held)
        for other, held in _held(office)
        if held.minutes and (held.date, _ordinal(other)) < (meeting.date, _ordinal(path))
    ]
    return first_number(meeting.date, earlier[-1:], office.committee(meeting.committee).series)


def _taken(office: Office, path: Path, meeting: Meeting) -> Taken:
    style = office.context(meeting).style
    numbers = numbers_of(meeting, _first(office, path, meeting), style)
    ordinals = [number.ordinal for number in numbers.values()]
    return Taken(
        meeting=meeting.id,
        label=f"{meeting.date.day} {meeting.date:%B %Y}",
        date=meeting.date,
        first=min(ordinals, default=None),
        last=max(ordinals, default=None),
    )


def _ordinal(path: Path) -> int:
    return int(path.stem[11:] or 1)


def _age(path: Path) -> None:
    """As if it had been written an hour ago: what has just been written is looked into twice."""
    hour = 3_600_000_000_000
    os.utime(path, ns=(path.stat().st_atime_ns - hour, path.stat().st_mtime_ns - hour))


def _no_file_may_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr("clerk.store.cache_marks.storage.checked", refuse)
    monkeypatch.setattr("clerk.desk.office.Office.load", lambda _, path: refuse(path))


def _harm(path: Path, fault: str) -> None:
    content = path.read_bytes()
    path.unlink()
    match fault:
        case "empty":
            path.write_bytes(b"")
        case "noise":
            path.write_bytes(random.Random(1).randbytes(len(content)))
        case "torn":
            path.write_bytes(content[: len(content) // 2 + 100])
        case "folder":
            path.mkdir()
        case "flipped":
            harmed = bytearray(content)
            for at in range(200, len(harmed), 97):
                harmed[at] ^= 0x55
            path.write_bytes(harmed)


def test_a_meeting_that_was_undone_is_in_no_list(pair: tuple[Office, Committee]) -> None:
    office, body = pair
    path = called(office, body)
    _agree(office, body)
    with MeetingDesk(office, path) as desk:
        desk.undo(making=True)
    assert meeting_lists.meetings(office) == ()
    with pytest.raises(NotFoundError):
        find_meeting(office, office.ref(path))

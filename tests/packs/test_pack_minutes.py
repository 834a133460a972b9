"""The minutes of the real packs, composed from the stored facts, against the truth by hand."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.cli import main
from clerk.desk.incoming.importing import import_paper
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.paths import Home
from clerk.record.minutes.compose import compose
from tests.packs.truth import (
    PACKS,
    dates_in,
    folded,
    from_record,
    from_truth,
    needs_packs,
    pack,
    truth,
)

pytestmark = needs_packs

MINUTED = {
    "communities-cabinet-committee-2012-07-06": "communities-cabinet-committee/2012-04-26",
    "cabinet-2012-07-09": "cabinet/2012-06-11",
    "customer-and-communities-posc-2011-09-15": (
        "customer-and-communities-policy-overview-and-scrutiny-committee/2011-07-08"
    ),
}
AS_PRINTED_AT_MOST = {
    "communities-cabinet-committee-2012-07-06": 0,
    "cabinet-2012-07-09": 5,
    "customer-and-communities-posc-2011-09-15": 2,
}
"""Slips of the councils' own: reference punctuation, two missing commas in lists of names."""
RESTARTS_AT_MOST = {
    "communities-cabinet-committee-2012-07-06": 0,
    "cabinet-2012-07-09": 0,
    "customer-and-communities-posc-2011-09-15": 1,
}
FIRST_OF_NEXT = {
    "communities-cabinet-committee-2012-07-06": ("communities/2012-07-06", 9),
    "cabinet-2012-07-09": ("cabinet/2012-07-09", 42),
    "customer-and-communities-posc-2011-09-15": ("customer/2011-09-15", 15),
}


def now() -> dt.datetime:
    return dt.datetime(2012, 7, 1, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office into which all three packs were imported."""
    root: Path = tmp_path_factory.mktemp("packs")
    office = Office(Home(root), now=now, who="tester", where="here").open()
    for name in PACKS:
        import_paper(office, pack(name))
    return office


def desk_of(office: Office, name: str) -> MeetingDesk:
    return MeetingDesk(office, find_meeting(office, MINUTED[name]), lock=False)


@pytest.mark.parametrize("name", PACKS)
def test_the_printed_minutes_are_those_of_the_pack(office: Office, name: str) -> None:
    desk = desk_of(office, name)
    assert from_record(desk.record("full")) == from_truth(truth(name, "minutes"))


@pytest.mark.parametrize("name", PACKS)
def test_composing_the_facts_again_gives_what_was_frozen(office: Office, name: str) -> None:
    desk = desk_of(office, name)
    again = compose(desk.meeting, desk.context, "full")
    assert again.lines == desk.record("full").lines


@pytest.mark.parametrize("name", PACKS)
def test_a_list_of_dates_is_a_list(office: Office, name: str) -> None:
    wanted = [
        block["dates"]
        for item in truth(name, "minutes")["items"]
        for block in item["blocks"]
        if block["kind"] == "dates"
    ]
    assert dates_in(desk_of(office, name).record("full")) == wanted


@pytest.mark.parametrize("name", PACKS)
def test_attendance_paragraphs_are_the_packs_own_lines(office: Office, name: str) -> None:
    lines = {folded(line) for line in pack(name).read_text(encoding="utf-8").splitlines()}
    record = desk_of(office, name).record("full")
    attendance = [line.text for line in record.lines if line.kind == "attendance"]
    assert attendance
    assert [text for text in attendance if folded(text) not in lines] == []


@pytest.mark.parametrize("name", PACKS)
def test_few_slips_are_kept_as_printed(
    office: Office, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = desk_of(office, name).meeting
    restarts = sum(
        line.startswith("(") and ")= " in line[:7]
        for minute in meeting.minutes
        for line in minute.text.splitlines()
    )
    with capsys.disabled():
        print(f"\n{name}: {len(meeting.as_printed)} as printed, {restarts} restarts")
    assert len(meeting.as_printed) <= AS_PRINTED_AT_MOST[name]
    assert restarts <= RESTARTS_AT_MOST[name]


@pytest.mark.parametrize("name", PACKS)
def test_minutes_found_in_a_pack_are_published_drafts(office: Office, name: str) -> None:
    meeting = desk_of(office, name).meeting
    assert meeting.state == "published"
    assert all(minute.number for minute in meeting.minutes)


@pytest.mark.parametrize("name", PACKS)
def test_the_next_meeting_goes_on_numbering(office: Office, name: str) -> None:
    ref, first = FIRST_OF_NEXT[name]
    desk = MeetingDesk(office, find_meeting(office, ref), lock=False)
    assert desk.context.first_number == first
    assert not desk.meeting.minutes


def test_another_bodys_minutes_stand_outside_the_cabinets_series(office: Office) -> None:
    desk = MeetingDesk(office, find_meeting(office, "panel/2012-06-07"), lock=False)
    assert desk.committee.kind == "other body"
    assert desk.meeting.reproduced_in
    numbers = [minute.number.text for minute in desk.meeting.minutes if minute.number]
    assert numbers == ["1", "2", "3", "4", "5", "6"]
    cabinet = MeetingDesk(office, find_meeting(office, "cabinet/2012-07-09"), lock=False)
    assert cabinet.context.first_number == 42


def test_the_same_pack_again_changes_nothing_and_says_so(office: Office) -> None:
    before = {path: path.read_bytes() for path in sorted(office.home.root.rglob("*.json"))}
    done = import_paper(office, pack(PACKS[0]))
    assert not done.changed
    assert "Nothing was changed" in done.said[0]
    after = {path: path.read_bytes() for path in sorted(office.home.root.rglob("*.json"))}
    assert after == before


def test_a_person_without_honours_in_an_older_paper_prints_without_them(office: Office) -> None:
    desk = desk_of(office, PACKS[0])
    names = [run.text for line in desk.record().lines for run in line.runs if run.role == "entry"]
    held = truth(PACKS[0], "minutes")["present"][3]["name"]
    later = truth(PACKS[0], "agenda")["membership"]["groups"][0]["members"][4]["name"]
    assert later.startswith(held)
    assert held in names
    assert later not in names


@pytest.mark.parametrize("name", PACKS)
def test_each_report_is_kept_with_its_item_and_can_be_read(office: Office, name: str) -> None:
    ref, _ = FIRST_OF_NEXT[name]
    desk = MeetingDesk(office, find_meeting(office, ref), lock=False)
    lines = pack(name).read_text(encoding="utf-8").splitlines()
    assert desk.meeting.reports
    for report in desk.meeting.reports:
        assert report.item in {item.id for item in desk.meeting.items}
        assert report.source is not None
        text = desk.report_text(report)
        assert text == "\n".join(lines[report.source.first - 1 : report.source.last])
        assert text.strip()


@pytest.mark.parametrize("name", PACKS)
def test_every_source_names_its_paper(office: Office, name: str) -> None:
    ref, _ = FIRST_OF_NEXT[name]
    meeting = MeetingDesk(office, find_meeting(office, ref), lock=False).meeting
    sources = [*(item.source for item in meeting.items), *(r.source for r in meeting.reports)]
    assert {source.paper for source in sources if source} == {meeting.paper}


def test_a_report_on_exempt_business_is_shown_only_where_the_full_edition_is_asked_for(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--home", str(office.home.root), "show", "cabinet/2012-07-09", "--report", "12"]
    assert main(asked) == 2
    assert "is exempt" in capsys.readouterr().err
    assert main([*asked, "--edition", "full"]) == 0

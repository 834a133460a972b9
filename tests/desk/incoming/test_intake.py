"""Taking a paper in: what a reading becomes, joined to what is already here, nothing invented."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clerk.desk.incoming.intake import Intake, take_in
from clerk.desk.styles import Styles
from clerk.domain.committees import Committee, holder_on, role_on
from clerk.domain.meetings import AgendaItem, Exempt, Meeting, Minute, Report
from clerk.domain.register import Paper, Register
from clerk.domain.register_acts import apply
from clerk.names import full, parse_name
from clerk.paths import Home
from clerk.readers.reading import (
    ReadAuthor,
    ReadChange,
    ReadDoubt,
    Reading,
    ReadParagraph,
    ReadPart,
)
from clerk.record.context import context_of
from clerk.record.freeze import differs_from_published
from clerk.record.public import public_view
from tests.desk.builders import (
    APRIL,
    COMMITTEE,
    JULY,
    MARCH,
    agenda,
    came,
    minutes,
    read_minute,
    seat,
)

STYLES = Styles(Home(Path("nowhere")).house_styles_dir)


class Folder:
    """What a data folder would hold, in memory: a register and meetings."""

    def __init__(self) -> None:
        self.register = Register()
        self.meetings: dict[str, Meeting] = {}

    def take(self, reading: Reading, paper: str = "p1", day: dt.date = JULY) -> Intake:
        shown = Paper(id=paper, committee="", date=day, kind=reading.kind, sha256=paper)
        intake = take_in(reading, self.register, shown, STYLES, self._find)
        self.register = apply(self.register, intake.act)
        self.meetings |= {meeting.id: meeting for meeting in intake.meetings}
        return intake

    def _find(self, committee: str, day: dt.date) -> Meeting | None:
        found = (m for m in self.meetings.values() if (m.committee, m.date) == (committee, day))
        return next(found, None)

    def on(self, day: dt.date) -> Meeting:
        (meeting,) = [m for m in self.meetings.values() if m.date == day]
        return meeting

    @property
    def body(self) -> Committee:
        (body,) = self.register.committees.values()
        return body

    def sitting(self, day: dt.date) -> list[str]:
        people = self.register.people
        found = [holder_on(each, day) for each in self.body.seats]
        return sorted(
            full(people[h.person].name_on(day)) if h.person else "Vacancy" if h.known else "?"
            for h in found
        )


@pytest.fixture
def folder() -> Folder:
    return Folder()


def pack(*found: Any, **facts: Any) -> Reading:
    return Reading(kind="pack", agenda=facts.pop("agenda", agenda()), minutes=found, **facts)


def only_minutes(*found: Any, **facts: Any) -> Reading:
    return Reading(kind="minutes", minutes=found, **facts)


# --- the agenda ---------------------------------------------------------------------------------

SEATS = (
    seat("Mr J A Pell, MBE", role="Chairman"),
    seat("Mrs R Dace"),
    seat("", "Labour"),
)


def test_a_front_sheet_gives_a_committee_its_seats_and_its_meeting(folder: Folder) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS, venue="Chamber")))
    assert folder.body.name == COMMITTEE
    assert folder.sitting(JULY) == ["Mr J A Pell, MBE", "Mrs R Dace", "Vacancy"]
    people = folder.register.people
    chairman = role_on(folder.body.roles[0], JULY)
    assert chairman and full(people[chairman].name) == "Mr J A Pell, MBE"
    assert folder.body.venue == "Chamber"
    meeting = folder.on(JULY)
    assert (meeting.state, meeting.minutes, meeting.published) == ("draft", (), None)


def test_the_same_front_sheet_again_adds_nobody_and_no_seat(folder: Folder) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS)))
    people, seats = len(folder.register.people), len(folder.body.seats)
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS)))
    assert (len(folder.register.people), len(folder.body.seats)) == (people, seats)
    assert len(folder.meetings) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_packs_of_one_committee_come_in_either_order(
    folder: Folder, order: tuple[int, int]
) -> None:
    packs = (
        (
            Reading(kind="agenda", agenda=agenda(APRIL, seat("Mr A Able"), seat("Mrs B Best"))),
            APRIL,
        ),
        (Reading(kind="agenda", agenda=agenda(JULY, seat("Mr A Able"), seat("Ms C Cole"))), JULY),
    )
    for at in order:
        folder.take(packs[at][0], f"p{at}", packs[at][1])
    assert folder.sitting(APRIL) == ["Mr A Able", "Mrs B Best"]
    assert folder.sitting(JULY) == ["Mr A Able", "Ms C Cole"]
    assert folder.sitting(dt.date(2026, 6, 1)) == ["?", "Mr A Able"]
    assert folder.sitting(MARCH) == ["?", "?"]


def test_a_replacement_that_the_agenda_notes_tells_who_sat_before(folder: Folder) -> None:
    change = ReadChange(
        joined=parse_name("Mrs R Dace"), left=parse_name("Mr O Old"), words="has replaced"
    )
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS, changes=(change,))))
    tenures = next(s.tenures for s in folder.body.seats if len(s.tenures) == 2)
    people = folder.register.people
    assert [full(people[t.person].name) for t in tenures] == ["Mr O Old", "Mrs R Dace"]
    assert folder.sitting(JULY) == ["Mr J A Pell, MBE", "Mrs R Dace", "Vacancy"]


def test_a_change_that_names_nobody_changes_nothing(folder: Folder) -> None:
    change = ReadChange(joined=None, left=None, words="membership")
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS, changes=(change,))))
    assert len(folder.register.people) == 2


def test_a_near_name_is_another_person_and_a_doubt(folder: Folder) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(APRIL, seat("Mr J A Pell"))), "p1", APRIL)
    intake = folder.take(Reading(kind="agenda", agenda=agenda(JULY, seat("Mr J Pell"))), "p2")
    assert len(folder.register.people) == 2
    (doubt,) = intake.doubts
    assert (doubt.read, doubt.weight) == ("Mr J Pell", 40)
    assert "Mr J A Pell" in doubt.uncertain


# --- minutes ------------------------------------------------------------------------------------


def test_minutes_of_a_paper_are_published_with_their_numbers_fixed(folder: Folder) -> None:
    folder.take(only_minutes(minutes()), day=APRIL)
    meeting = folder.on(APRIL)
    assert meeting.state == "published"
    assert meeting.published is not None and meeting.published.on is None
    assert [m.number.text for m in meeting.minutes if m.number] == ["3", "4"]
    assert folder.body.style in STYLES


def test_what_was_frozen_is_what_the_facts_compose(folder: Folder) -> None:
    folder.take(only_minutes(minutes()), day=APRIL)
    meeting = folder.on(APRIL)
    context = context_of(
        folder.register, folder.body, meeting, STYLES[folder.body.style], folder.body.style
    )
    assert not differs_from_published(meeting, context)


def test_every_block_of_a_minute_has_an_id_of_its_own(folder: Folder) -> None:
    found = read_minute(3, "One.\n- two\nRESOLVED that three.", block_lines=())
    folder.take(only_minutes(minutes(APRIL, found)), day=APRIL)
    blocks = folder.on(APRIL).minutes[0].blocks
    assert len(set(blocks)) == 3


def test_without_a_membership_those_present_are_the_seats_and_that_is_a_doubt(
    folder: Folder,
) -> None:
    attendance = (
        came("Mr J A Pell", role="Chairman"),
        came("Mr S Stand", substitute_for=parse_name("Mrs R Dace")),
        came("Dr B Anstey", "in attendance", post="Head of Highways"),
        came("Mr G Quill", "apologies"),
    )
    intake = folder.take(only_minutes(minutes(attendance=attendance)), day=APRIL)
    assert folder.sitting(APRIL) == ["Mr J A Pell", "Mrs R Dace"]
    assert any("were taken as its seats" in doubt.uncertain for doubt in intake.doubts)


def test_that_doubt_is_not_lost_where_the_meeting_was_here_before(folder: Folder) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(APRIL)), "p1", APRIL)
    folder.take(only_minutes(minutes()), "p2", APRIL)
    assert any("taken as its seats" in doubt.uncertain for doubt in folder.on(APRIL).doubts)


def test_how_much_of_the_meeting_someone_was_there_is_kept(folder: Folder) -> None:
    attendance = (came("Mr J A Pell", note="from item 3"),)
    folder.take(only_minutes(minutes(attendance=attendance)), day=APRIL)
    assert folder.on(APRIL).attendance[0].note == "from item 3"


def test_when_the_meeting_closed_is_kept(folder: Folder) -> None:
    folder.take(only_minutes(minutes(closed=dt.time(12, 40))), day=APRIL)
    assert folder.on(APRIL).sittings[0].closed == dt.time(12, 40)


def test_doubts_of_a_paper_that_is_only_minutes_are_all_kept(folder: Folder) -> None:
    doubts = (
        ReadDoubt(line=2, read="before the minutes", uncertain="x", weight=90),
        ReadDoubt(line=60, read="in the minutes", uncertain="x", weight=80),
        ReadDoubt(line=None, read="of the whole paper", uncertain="x", weight=70),
        ReadDoubt(line=400, read="behind the minutes", uncertain="x", weight=60),
    )
    intake = folder.take(only_minutes(minutes(), doubts=doubts), day=APRIL)
    read = [doubt.read for doubt in intake.doubts]
    assert {doubt.read for doubt in doubts} <= set(read)
    assert len(read) == len(set(read))
    assert read[0] == "before the minutes"


def test_doubts_of_a_pack_stay_with_the_meeting_they_are_of(folder: Folder) -> None:
    doubts = (
        ReadDoubt(line=5, read="agenda", uncertain="x"),
        ReadDoubt(line=60, read="minutes", uncertain="x"),
        ReadDoubt(line=None, read="paper", uncertain="x"),
    )
    folder.take(pack(minutes(), doubts=doubts))
    assert {d.read for d in folder.on(JULY).doubts} == {"agenda", "paper"}
    assert "minutes" in {d.read for d in folder.on(APRIL).doubts}


def test_minutes_without_a_date_are_left_out_and_told(folder: Folder) -> None:
    intake = folder.take(pack(minutes(None)))
    assert len(intake.meetings) == 1
    assert "no date" in intake.left_out[0]


def test_another_bodys_minutes_are_outside_the_series(folder: Folder) -> None:
    panel = minutes(MARCH, committee="Improvement Panel", reproduced=True, first=100, last=120)
    intake = folder.take(pack(minutes(), panel))
    meeting = next(m for m in intake.meetings if m.date == MARCH)
    body = folder.register.committees[meeting.committee]
    assert (meeting.kind, meeting.reproduced_in, body.kind) == ("reproduced", "p1", "other body")


def test_a_minute_on_an_item_that_no_agenda_has_gives_one_without_a_place(
    folder: Folder,
) -> None:
    folder.take(only_minutes(minutes(APRIL, read_minute(3, refs=("A3",)))), day=APRIL)
    (item,) = folder.on(APRIL).items
    assert (item.ref, item.title, item.pages, item.section) == ("A3", "Business 3", "", "")


def test_an_exempt_minute_does_not_let_its_title_out_through_its_item(folder: Folder) -> None:
    exempt = Exempt(paragraphs=("3",), public_title="A contract")
    secret = read_minute(3, "Quillfeather.", title="Quillfeather", refs=("E1",), exempt=exempt)
    folder.take(only_minutes(minutes(APRIL, secret)), day=APRIL)
    assert "Quillfeather" not in repr(public_view(folder.on(APRIL)))


# --- what is here already -----------------------------------------------------------------------


def test_minutes_join_the_meeting_whose_agenda_is_here(folder: Folder) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(APRIL, *SEATS)), "p1", APRIL)
    before = folder.on(APRIL)
    folder.take(pack(minutes(APRIL, read_minute(3, refs=("A3",)))), "p2")
    after = folder.on(APRIL)
    assert (after.id, after.items) == (before.id, before.items)
    assert after.minutes[0].items == (before.items[0].id,)


def test_an_agenda_joins_the_meeting_whose_minutes_are_here_and_changes_none(
    folder: Folder,
) -> None:
    folder.take(pack(minutes(APRIL, read_minute(3, refs=("A3",)))), "p2")
    before = folder.on(APRIL)
    items = (
        AgendaItem(id="new", ref="A3", title="Minutes", pages="1 - 4"),
        AgendaItem(id="b1", ref="B1", title="Roads"),
    )
    report = Report(id="r", item="new", subject="Minutes")
    reading = Reading(
        kind="agenda", agenda=agenda(APRIL, items=items, venue="Chamber"), reports=(report,)
    )
    folder.take(reading, "p3", APRIL)
    after = folder.on(APRIL)
    assert after.id == before.id
    assert (after.minutes, after.published, after.state) == (
        before.minutes,
        before.published,
        "published",
    )
    assert [item.ref for item in after.items] == ["A3", "B1"]
    assert after.items[0].id == before.minutes[0].items[0] == after.reports[0].item
    assert after.items[0].pages == "1 - 4"


def test_an_agenda_for_a_meeting_that_is_being_minuted_does_not_freeze_the_draft(
    folder: Folder,
) -> None:
    folder.take(Reading(kind="agenda", agenda=agenda(JULY)), "p1")
    meeting = folder.on(JULY)
    typed = Minute(id="m1", title="Minutes", text="Typed.", items=(meeting.items[0].id,))
    folder.meetings[meeting.id] = replace(meeting, minutes=(typed,))
    folder.take(Reading(kind="agenda", agenda=agenda(JULY, *SEATS)), "p2")
    after = folder.on(JULY)
    assert (after.state, after.published) == ("draft", None)
    assert after.minutes == (typed,)
    assert after.items[0].id == typed.items[0]


def test_minutes_that_are_here_from_elsewhere_are_not_replaced_and_that_is_told(
    folder: Folder,
) -> None:
    folder.take(only_minutes(minutes()), "p1", APRIL)
    before = folder.on(APRIL)
    other = minutes(APRIL, read_minute(3, "Quite other words."))
    intake = folder.take(pack(other), "p2")
    assert folder.on(APRIL) == before
    assert "already in Clerk (2 minutes)" in intake.left_out[0]


def changed_minutes(folder: Folder, first: Callable[[], None]) -> Meeting:
    first()
    folder.take(pack(minutes(APRIL, read_minute(3, "Old words."))), "p2")
    folder.take(pack(minutes(APRIL, read_minute(3, "New words."), read_minute(4))), "p2")
    return folder.on(APRIL)


@pytest.mark.parametrize("agenda_first", [True, False])
def test_a_changed_paper_puts_its_minutes_in_the_place_of_those_it_brought(
    folder: Folder, agenda_first: bool
) -> None:
    def first() -> None:
        if agenda_first:
            folder.take(Reading(kind="agenda", agenda=agenda(APRIL, *SEATS)), "p1", APRIL)

    meeting = changed_minutes(folder, first)
    assert [minute.text for minute in meeting.minutes] == ["New words.", "Words."]
    assert meeting.published is not None
    words = [line.text for line in meeting.published.record.lines]
    assert "New words." in words and "Old words." not in words
    assert len(meeting.attendance) == 2


def test_a_changed_agenda_gives_its_own_time_and_its_own_doubts(folder: Folder) -> None:
    doubt = ReadDoubt(line=5, read="10.00 am", uncertain="time")
    first = agenda(JULY, time=dt.time(10))
    folder.take(Reading(kind="agenda", agenda=first, doubts=(doubt,)))
    second = agenda(JULY, time=dt.time(14))
    folder.take(Reading(kind="agenda", agenda=second, doubts=(doubt,)))
    assert folder.on(JULY).time == dt.time(14)
    assert len(folder.on(JULY).doubts) == 1


def test_a_time_typed_by_the_clerk_stands_against_another_paper(folder: Folder) -> None:
    folder.take(only_minutes(minutes(time=dt.time(10))), "p1", APRIL)
    folder.take(Reading(kind="agenda", agenda=agenda(APRIL, time=dt.time(14))), "p2", APRIL)
    assert folder.on(APRIL).time == dt.time(10)


# --- as printed ---------------------------------------------------------------------------------


def test_a_slip_is_kept_for_its_one_place_and_only_where_we_would_print_otherwise(
    folder: Folder,
) -> None:
    attendance = (came("Mr J A Pell"), came("Mrs R Dace"), came("Ms K Orme"))
    paragraph = ReadParagraph(
        capacity="present", label="PRESENT:", text="Mr J A Pell Mrs R Dace and Ms K Orme"
    )
    found = minutes(
        APRIL,
        read_minute(3, refs=("A3",), reference_printed="(Item A3)"),
        read_minute(4, refs=("A4",), reference_printed="(Item A4"),
        read_minute(5, refs=("A5",), reference_printed=""),
        attendance=attendance,
        paragraphs=(paragraph,),
        parts=(),
    )
    folder.take(only_minutes(found), day=APRIL)
    meeting = folder.on(APRIL)
    kept = {(entry.role, entry.text) for entry in meeting.as_printed}
    assert kept == {("separator", " "), ("reference", "(Item A4"), ("reference", "")}
    assert meeting.published is not None
    words = [line.text for line in meeting.published.record.lines]
    assert "PRESENT: Mr J A Pell Mrs R Dace and Ms K Orme" in words
    assert "(Item A4" in words and "(Item A5)" not in words


def test_a_name_in_other_words_keeps_the_whole_paragraph_as_it_was(folder: Folder) -> None:
    paragraph = ReadParagraph(
        capacity="present", label="PRESENT:", text="Mr Pell (in the Chair) and Mrs R Dace"
    )
    folder.take(only_minutes(minutes(paragraphs=(paragraph,))), day=APRIL)
    published = folder.on(APRIL).published
    assert published is not None
    assert "PRESENT: Mr Pell (in the Chair) and Mrs R Dace" in [
        line.text for line in published.record.lines
    ]


def test_the_style_is_the_one_that_needs_the_fewest_slips(folder: Folder) -> None:
    found = minutes(
        APRIL,
        read_minute(3, "One.\nTwo."),
        layout="lines",
        paragraph_shape="1.1",
        attendance=(came("Mr J A Pell"),),
    )
    folder.take(only_minutes(found), day=APRIL)
    assert folder.body.style == "panel-2012"


def test_parts_and_authors_of_a_paper_are_its_own(folder: Folder) -> None:
    one = read_minute(3, authors=(ReadAuthor(name="Mr J A Pell", post="Cabinet Member"),))
    part = ReadPart(kind="other", words="URGENT BUSINESS", before=one.id)
    folder.take(only_minutes(minutes(APRIL, one, parts=(part,))), day=APRIL)
    meeting = folder.on(APRIL)
    assert [(p.words, p.before) for p in meeting.parts] == [("URGENT BUSINESS", one.id)]
    author = meeting.minutes[0].authors[0]
    assert full(folder.register.people[author.person].name) == "Mr J A Pell"

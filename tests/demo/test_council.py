"""The invented council holds together: what a clerk learns on must not contradict itself."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from clerk.demo.council import TO_PUBLISH, build
from clerk.demo.days import publication
from clerk.domain.committees import Committee, holder_on, role_on, stands
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.law.notice import is_working_day
from clerk.names import full
from clerk.notation import parse

# A Monday, a weekend, the eve of Christmas, Easter, a leap day, the day after an election.
TODAYS = [
    dt.date(2026, 11, 23),
    dt.date(2025, 6, 15),
    dt.date(2025, 12, 24),
    dt.date(2026, 4, 2),
    dt.date(2024, 2, 29),
    dt.date(2025, 5, 2),
]
each_day = pytest.mark.parametrize("today", TODAYS, ids=dt.date.isoformat)


@each_day
def test_everyone_who_is_named_by_id_is_in_the_register(today: dt.date) -> None:
    register, meetings = build(today)
    named = {
        tenure.person
        for body in _bodies(register)
        for seat in body.seats
        for tenure in seat.tenures
    }
    named |= {
        tenure.person
        for body in _bodies(register)
        for role in body.roles
        for tenure in role.tenures
    }
    for meeting in meetings:
        named |= {entry.person for entry in meeting.attendance}
        named |= {entry.substitute_for for entry in meeting.attendance if entry.substitute_for}
        for minute in meeting.minutes:
            named |= {author.person for author in (*minute.authors, *minute.present_for)}
    assert named <= set(register.people)
    assert len(register.people) >= 40


@each_day
def test_each_committee_met_about_five_weeks_ago_and_meets_within_a_week(today: dt.date) -> None:
    register, meetings = build(today)
    for body in _bodies(register):
        last, coming = _pair(body, meetings)
        assert dt.timedelta(days=28) <= today - last.date <= dt.timedelta(days=42)
        assert today < coming.date <= today + dt.timedelta(days=11)
        assert is_working_day(last.date) and is_working_day(coming.date)


def test_committees_meet_on_their_own_weekday_when_no_bank_holiday_is_near() -> None:
    register, meetings = build(dt.date(2026, 11, 23))
    weekdays = {
        body.slug: {f"{meeting.date:%w}" for meeting in _pair(body, meetings)}
        for body in _bodies(register)
    }
    assert weekdays == {
        "cabinet": {"1"},
        "environment-and-highways-committee": {"4"},
        "standards-committee": {"2"},
    }


@each_day
def test_the_agenda_was_published_with_five_clear_days_notice(today: dt.date) -> None:
    for meeting in build(today)[1]:
        if meeting.front is None:
            continue
        published = meeting.front.published
        assert published is not None and published < today
        between = [
            published + dt.timedelta(days=n) for n in range(1, (meeting.date - published).days)
        ]
        assert sum(is_working_day(day) for day in between) == 5


@pytest.mark.parametrize(
    ("meeting", "published"),
    [
        ((2012, 7, 6), (2012, 6, 28)),  # an ordinary Friday
        ((2026, 1, 5), (2025, 12, 23)),  # over Christmas and the New Year
        ((2026, 4, 9), (2026, 3, 30)),  # over Easter
        ((2022, 1, 5), (2021, 12, 23)),  # Christmas and Boxing Day kept on Monday and Tuesday
    ],
)
def test_clear_days_pass_over_bank_holidays(
    meeting: tuple[int, int, int], published: tuple[int, int, int]
) -> None:
    assert publication(dt.date(*meeting)) == dt.date(*published)


@each_day
def test_the_environment_committee_has_eleven_seats_one_of_them_vacant(today: dt.date) -> None:
    register, meetings = build(today)
    body = _body(register, "environment-and-highways-committee")
    for meeting in _pair(body, meetings):
        holders = [
            holder_on(seat, meeting.date) for seat in body.seats if stands(seat, meeting.date)
        ]
        assert all(holder.known for holder in holders)
        assert Counter(holder.group for holder in holders) == {
            "Conservative": 5,
            "Liberal Democrat": 4,
            "Labour": 2,
        }
        assert [holder.group for holder in holders if not holder.person] == ["Liberal Democrat"]


@each_day
def test_a_new_member_has_taken_a_seat_since_the_last_meeting(today: dt.date) -> None:
    register, meetings = build(today)
    body = _body(register, "environment-and-highways-committee")
    last, coming = _pair(body, meetings)
    assert _members(register, body, last.date) - _members(register, body, coming.date) == {
        "Mr P R Dunmore"
    }
    assert _members(register, body, coming.date) - _members(register, body, last.date) == {
        "Miss H Ngata"
    }
    [membership] = [item for item in coming.items if item.title == "Membership"]
    assert "Miss H Ngata has replaced Mr P R Dunmore" in membership.note


@each_day
def test_each_committee_has_a_chairman_who_holds_a_seat(today: dt.date) -> None:
    register, meetings = build(today)
    for body in _bodies(register):
        for meeting in _pair(body, meetings):
            holders = {holder_on(seat, meeting.date).person for seat in body.seats}
            held = {role.title: role_on(role, meeting.date) for role in body.roles}
            assert held["Chairman"] in holders
            assert held["Vice-Chairman"] in holders


@each_day
def test_the_executive_has_no_substitutes_and_one_party(today: dt.date) -> None:
    register, meetings = build(today)
    body = _body(register, "cabinet")
    assert (body.kind, body.substitutes) == ("executive", "none")
    assert not any(entry.substitute_for for entry in _pair(body, meetings)[0].attendance)


def test_the_standards_committee_has_co_opted_members_in_seats_of_their_own() -> None:
    register, _ = build(TODAYS[0])
    body = _body(register, "standards-committee")
    kinds = {
        (seat.group, register.people[tenure.person].kind)
        for seat in body.seats
        for tenure in seat.tenures
    }
    assert ("Parish Representatives", "co-opted") in kinds
    assert {kind for group, kind in kinds if group != "Parish Representatives"} == {"member"}


@each_day
def test_every_seat_is_accounted_for_in_the_attendance(today: dt.date) -> None:
    register, meetings = build(today)
    for body in _bodies(register):
        last, _ = _pair(body, meetings)
        holders = {person for seat in body.seats if (person := holder_on(seat, last.date).person)}
        present = [entry for entry in last.attendance if entry.capacity == "present"]
        replaced = {entry.substitute_for for entry in present if entry.substitute_for}
        sent = {entry.person for entry in last.attendance if entry.capacity == "apologies"}
        came = {entry.person for entry in present if not entry.substitute_for}
        assert came <= holders
        assert replaced <= sent
        assert came | sent == holders
        assert body.quorum is not None and len(present) >= body.quorum.of(len(body.seats))


def test_substitutes_belong_to_the_group_where_the_rule_asks_for_it() -> None:
    register, meetings = build(TODAYS[0])
    for body in _bodies(register):
        for entry in _pair(body, meetings)[0].attendance:
            if entry.substitute_for and body.substitutes == "same group":
                groups = {
                    register.people[one].groups[-1].text
                    for one in (entry.person, entry.substitute_for)
                }
                assert len(groups) == 1


@each_day
def test_minutes_are_drafts_whose_words_parse_and_whose_items_stand_on_the_agenda(
    today: dt.date,
) -> None:
    register, meetings = build(today)
    for body in _bodies(register):
        last, coming = _pair(body, meetings)
        assert last.id in TO_PUBLISH and coming.id not in TO_PUBLISH
        assert (last.state, coming.state, coming.minutes) == ("draft", "draft", ())
        for minute in last.minutes:
            assert minute.number is None and minute.title and "$" not in minute.text
            assert len(parse(minute.text)) == len(minute.blocks) > 0
            assert all(last.item(item) for item in minute.items)
            assert bool(minute.exempt) == any(
                item.exempt is not None for item in last.items if item.id in minute.items
            )


@each_day
def test_exempt_business_follows_a_motion_that_names_its_paragraphs(today: dt.date) -> None:
    for meeting in build(today)[1]:
        exempt = {
            number for item in meeting.items if item.exempt for number in item.exempt.paragraphs
        }
        if meeting.front:
            assert set(meeting.front.motion_paragraphs) == exempt
            assert all(number in meeting.front.motion for number in exempt)
        if meeting.minutes:
            at = next(n for n, minute in enumerate(meeting.minutes) if minute.exempt)
            assert "public be excluded" in meeting.minutes[at - 1].text
            assert all(minute.summary for minute in meeting.minutes if minute.exempt)


@each_day
def test_the_next_agenda_is_full_with_something_to_follow_and_something_verbal(
    today: dt.date,
) -> None:
    register, meetings = build(today)
    for body in _bodies(register):
        _, coming = _pair(body, meetings)
        sections = {section.id for section in coming.sections}
        assert all(item.section in sections for item in coming.items)
        assert {"to follow", "verbal"} <= {item.report for item in coming.items}
        assert {section.exempt for section in coming.sections} == {True, False}
        for report in coming.reports:
            assert coming.item(report.item)
            assert report.recommendation in report.text


def test_pages_run_on_through_an_agenda() -> None:
    for meeting in build(TODAYS[0])[1]:
        pages = [item.pages.split(" - ") for item in meeting.items if item.pages]
        ends = [0, *(int(last) for _, last in pages)]
        assert [int(first) for first, _ in pages] == [end + 1 for end in ends[:-1]]


def test_ids_are_unique_and_the_same_every_day() -> None:
    first, second = (build(today) for today in TODAYS[:2])
    assert set(first[0].people) == set(second[0].people)
    assert [meeting.id for meeting in first[1]] == [meeting.id for meeting in second[1]]
    ids = [fact_id for meeting in first[1] for fact_id in _ids(meeting)]
    ids += [seat.id for body in _bodies(first[0]) for seat in body.seats]
    ids += list(first[0].people)
    assert max(Counter(ids).values()) == 1
    assert build(TODAYS[0]) == first


def test_names_show_what_names_can_be() -> None:
    names = [person.name for person in build(TODAYS[0])[0].people.values()]
    surnames = Counter(name.surname for name in names)
    assert max(surnames.values()) == 2
    assert {"van der Meer", "de Souza", "O'Hanlon", "St John-Hale", "Szymański"} <= set(surnames)
    assert {"Sir", "Dr", "Mr", "Mrs", "Miss", "Ms"} == {name.title for name in names}
    assert any(len(name.honours) == 2 for name in names)


def test_nobody_of_the_invented_council_is_in_a_real_paper() -> None:
    packs = Path(__file__).resolve().parents[3] / "shared" / "packs"
    if not packs.is_dir():
        pytest.skip("the packs are not beside this checkout")
    papers = "\n".join(path.read_text(encoding="utf-8") for path in sorted(packs.glob("*.txt")))
    names = [full(person.name) for person in build(TODAYS[0])[0].people.values()]
    assert [name for name in names if name in papers] == []


def _bodies(register: Register) -> list[Committee]:
    return list(register.committees.values())


def _body(register: Register, slug: str) -> Committee:
    body = register.committee_by_slug(slug)
    assert body is not None
    return body


def _pair(body: Committee, meetings: tuple[Meeting, ...]) -> tuple[Meeting, Meeting]:
    """The committee's last meeting and its next."""
    last, coming = (meeting for meeting in meetings if meeting.committee == body.id)
    return last, coming


def _ids(meeting: Meeting) -> list[str]:
    return [
        meeting.id,
        *(section.id for section in meeting.sections),
        *(item.id for item in meeting.items),
        *(report.id for report in meeting.reports),
        *(entry.id for entry in meeting.attendance),
        *(minute.id for minute in meeting.minutes),
    ]


def _members(register: Register, body: Committee, day: dt.date) -> set[str]:
    holders = [holder_on(seat, day).person for seat in body.seats]
    return {full(register.people[person].name) for person in holders if person}

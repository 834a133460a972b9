"""People and appointments out of a table: a dry run says what would change; it is one act."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.desk.lists.member_lists import membership
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.register.table_in import TablePlan, plan_table, take_table_in
from clerk.errors import InputError
from clerk.names import full
from clerk.readers.tables.table_file import table_from
from tests.desk.builders import office_in

DAY = dt.date(2026, 5, 1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = office_in(tmp_path)
    adding.add_committee(office, "Parks Committee")
    return office


def planned(office: Office, *lines: str, committee: str = "parks") -> TablePlan:
    content = "\n".join(lines).encode()
    return plan_table(office, table_from(content, "x.csv"), committee=committee)


def taken(office: Office, *lines: str) -> TablePlan:
    plan = planned(office, *lines)
    take_table_in(office, plan, "x.csv")
    return plan


def text(office: Office, on: dt.date = DAY) -> str:
    (body,) = office.register.committees.values()
    return membership(office, body, on).text


ROWS = (
    "Party,Name,From,Role",
    'Green,"Kite, Mr J A",1/5/2026,Chair',
    "Labour,Mrs S O'Brien MBE,1/5/2026,",
    "Labour,Vacancy,1/5/2026,",
)


def test_a_table_makes_the_list_that_it_holds_and_undo_takes_all_of_it_back(
    office: Office,
) -> None:
    before = office.register
    taken(office, *ROWS)
    assert text(office) == (
        "Membership (3)\nGreen (1): Mr J A Kite (Chairman)\n"
        "Labour (2): Mrs S O'Brien, MBE and Vacancy"
    )
    office.undo_register()
    assert office.register == before


def test_the_same_table_again_changes_nothing(office: Office) -> None:
    taken(office, *ROWS)
    before = len(office.register_ledger.entries)
    plan = taken(office, *ROWS)
    assert plan.acts == () and all(not row.does for row in plan.rows)
    assert len(office.register_ledger.entries) == before


def test_a_dry_run_stores_nothing_and_says_what_each_row_would_do(office: Office) -> None:
    plan = planned(office, *ROWS)
    assert [row.does for row in plan.rows] == [
        ("new member", "Parks Committee, Green from 1 May 2026", "Chairman from 1 May 2026"),
        ("new member", "Parks Committee, Labour from 1 May 2026"),
        ("a vacant seat of Labour on Parks Committee",),
    ]
    assert office.register.people == {}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Green,=cmd|' /C calc'!A0,1/5/2026,", "Name"),
        ("Green,Mr Kite,05/13/2026,", "From"),
        ("Green,Mr Kite (Chair),1/5/2026,", "Name"),
        ("Green,Mr Kite,1/5/2026,Chair,one,two", ""),
        ("Green,,1/5/2026,", "Name"),
    ],
)
def test_one_fault_names_its_line_and_column_and_keeps_everything_out(
    office: Office, row: str, column: str
) -> None:
    plan = planned(office, *ROWS, row)
    (faulty,) = plan.faulty
    assert (faulty.line, [fault.column for fault in faulty.faults]) == (5, [column])
    with pytest.raises(InputError, match="nothing was stored"):
        take_table_in(office, plan, "x.csv")
    assert office.register.people == {}


def test_one_seat_goes_from_hand_to_hand_whatever_the_order_of_the_rows(office: Office) -> None:
    taken(
        office,
        "Name;Group;From;To",
        "Ms B Lee;Labour;5.5.2025;",
        "Dr A Kite;Labour;1.5.2021;4.5.2025",
    )
    assert text(office) == "Membership (1)\nLabour (1): Ms B Lee"
    assert "Labour (1): Dr A Kite" in text(office, dt.date(2023, 1, 1))


def test_who_is_known_is_not_made_again_and_who_nearly_is_is_kept_apart(office: Office) -> None:
    taken(office, *ROWS)
    plan = taken(office, "Name,Group", "Mr J.A. Kite,Green", "Miss J A Kite,Green")
    assert plan.rows[0].does == ()
    assert plan.rows[1].does[0] == (
        "new member, kept apart from Mr J A Kite: title or initials differ"
    )
    names = sorted(full(person.name) for person in office.register.people.values())
    assert names == ["Miss J A Kite", "Mr J A Kite", "Mrs S O'Brien, MBE"]


def test_officers_get_posts_members_their_wards_and_rows_may_name_their_committee(
    office: Office,
) -> None:
    adding.add_committee(office, "Roads Committee")
    plan = planned(
        office,
        "Kind,Name,Post,Committee,From,Division",
        "Officer,Dr B Anstey,Head of Parks,,,",
        "Councillor,Ms L Lee,,roads,1 May 2026,Quay",
        "Councillor,Ms L Lee,,Nowhere,1 May 2026,Quay",
        committee="",
    )
    assert [row.does for row in plan.rows[:2]] == [
        ("new officer", "post: Head of Parks"),
        ("new member", "ward: Quay", "Roads Committee from 1 May 2026"),
    ]
    assert plan.rows[2].faults[0].column == "Committee"


def test_a_thousand_rows_are_planned_without_a_pause_for_each(office: Office) -> None:
    rows = [
        f"Mr {chr(65 + n % 26)} {'abcdefghij'[n // 100].title()}{'x' * (n % 40)},Red"
        for n in range(1000)
    ]
    assert len(planned(office, "Name,Group", *rows).rows) == 1000


def test_a_day_that_cannot_be_meant_is_a_fault_as_everywhere(office: Office) -> None:
    plan = planned(office, "name,group,from", "Mr A Pell,Green,1/5/1026")
    ((fault,),) = (row.faults for row in plan.rows)
    assert fault.column == "from"
    assert "cannot be meant" in fault.said


WHOLE = (
    "Party,Name,Role",
    "Green,Vacancy,",
    "Green,Ms R Quill,Chair",
    "Labour,Mrs S O'Brien MBE,",
)


def test_a_whole_list_makes_the_membership_what_it_says_and_undo_takes_it_back(
    office: Office,
) -> None:
    taken(office, *ROWS)
    before = office.register
    later = dt.date(2027, 5, 1)
    table = table_from("\n".join(WHOLE).encode(), "x.csv")
    trial = plan_table(office, table, committee="parks", on=later)
    assert trial.not_listed == 1, "said before anybody is made to leave"
    plan = plan_table(office, table, committee="parks", on=later, whole=True)
    followed = {row.name: row.does for row in plan.rows if not row.line}
    assert followed == {
        "Mr J A Kite": ("leaves Parks Committee from 1 May 2027",),
        "Vacancy": ("a seat of Labour on Parks Committee is no more from 1 May 2027",),
    }
    take_table_in(office, plan, "x.csv")
    assert text(office, later) == (
        "Membership (3)\nGreen (2): Ms R Quill (Chairman) and Vacancy\n"
        "Labour (1): Mrs S O'Brien, MBE"
    )
    assert "Kite" in text(office, DAY), "who sat there before still did"
    office.undo_register()
    assert office.register == before


def test_who_goes_over_to_another_groups_seat_leaves_the_old_one_in_the_same_act(
    office: Office,
) -> None:
    taken(office, *ROWS)
    later = dt.date(2027, 5, 1)
    table = table_from(b'Party,Name\nLabour,"Kite, Mr J A"\nLabour,Mrs S O\'Brien MBE', "x.csv")
    take_table_in(
        office, plan_table(office, table, committee="parks", on=later, whole=True), "x.csv"
    )
    assert "Labour (2)" in text(office, later) and "Green" not in text(office, later)


def test_a_vacancy_in_a_list_is_not_filled_by_the_next_name_of_its_group(office: Office) -> None:
    taken(office, "Party,Name,From", "Green,Vacancy,1/5/2026", "Green,Ms R Quill,1/5/2026")
    assert text(office) == "Membership (2)\nGreen (2): Ms R Quill and Vacancy"

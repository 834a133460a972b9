"""A list as papers print it, pasted: each name a seat, the chair a role, a vacancy a vacancy."""

from pathlib import Path

import pytest

from clerk.desk.lists.member_lists import membership
from clerk.desk.register import adding
from clerk.desk.register.printed_list import printed_list
from clerk.desk.register.table_in import plan_table, take_table_in
from clerk.errors import InputError
from tests.desk.builders import office_in

LIST = """Membership (6)
Independent (3): Ms A Hollis (Chairman), Mr J A Kerr, MBE and Mr R van der Berg
Green (2): Dr Q O'Dell, Vacancy
Labour (2) Mrs E Vine
"""


def test_a_pasted_list_makes_the_seats_that_it_prints_and_says_where_its_counts_are_wrong(
    tmp_path: Path,
) -> None:
    office = office_in(tmp_path)
    body = adding.add_committee(office, "Harbours Committee")
    read = printed_list(LIST)
    plan = plan_table(office, read.table, committee=body.slug)
    assert plan.faulty == ()
    take_table_in(office, plan, "a list")
    assert membership(office, office.committee(body.id), office.today).text == (
        "Membership (6)\n"
        "Independent (3): Ms A Hollis (Chairman), Mr R van der Berg and Mr J A Kerr, MBE\n"
        "Green (2): Dr Q O'Dell and Vacancy\n"
        "Labour (1): Mrs E Vine"
    )
    assert any("2 seats are stated" in doubt for doubt in read.doubts)
    office.undo_register()
    assert not office.committee(body.id).seats


def test_a_list_without_a_heading_will_do_and_one_without_a_name_is_refused() -> None:
    assert len(printed_list("Labour (1): Mrs E Vine").table.rows) == 1
    with pytest.raises(InputError, match="No names were found"):
        printed_list("[/]\n\n")

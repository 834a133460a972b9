"""How bodies that are no councils set out minutes, each made with a style.toml alone."""

import datetime as dt

from clerk.domain.actions import Action
from clerk.domain.meetings import Author, Exempt, Meeting, Sitting
from clerk.names import parse_name
from clerk.record.context import Member
from tests.record.builders import entry, item, meeting, minute
from tests.record.style.elsewhere import NAMES, lines

MAY = dt.date(2026, 5, 5)


def test_a_senate_sets_numbers_at_the_margin_after_the_minute() -> None:
    toml = """
[attendance]
layout = "under label"
[[attendance.groups]]
capacity = "present"
label = "Present"
[minute]
number = "{n}/{yy}"
printed_number = "{number}"
number_place = "end of minute"
capitals = true
[parts]
printed = "never"
"""
    of = meeting(minute("minutes", "Approved."), attendance=(entry("clerk"),))
    assert lines(of, toml)[-5:] == ["Present", "Ms N Quayle", "MINUTES", "Approved.", "1/26"]


def test_governors_have_initials_behind_their_names_and_nothing_else() -> None:
    toml = """
[[attendance.groups]]
capacity = "present"
label = ""
entry = "{name} \\\\[{initials}\\\\][ {role}][ ({group})]"
[attendance]
separator = "; "
last = "; "
"""
    toml = "[attendance]\nseparator = '; '\nlast = '; '\n" + toml.split("[attendance]\n")[0]
    of = meeting(minute("welcome"), attendance=(entry("pell", role="Chair"), entry("clerk")))
    assert lines(of, toml)[3] == (
        "Councillor Mrs J A Pell [JAP] Chair (Independent); Ms N Quayle [NQ]"
    )


LEADS = """
[margin]
heading = "Lead"
minute = "{initials}[ p. {pages}]"
action = "{officer}[ by {due}]"
"""


def _governors() -> Meeting:
    return meeting(
        minute("welcome", "The Chair opened the meeting.", items=("w",)),
        minute(
            "report",
            "The accounts were noted.\nMr Frank undertook to write to the bank.\nAll was well.",
            authors=(Author(name="Mrs J A Lund"), Author(name="Mr T Hay")),
        ),
        minute("pay", "The Head to be paid more.", exempt=Exempt(paragraphs=("1",))),
        items=(item("w", pages="3"),),
        actions=(
            Action(id="a", minute="report", what="write to the  Bank", officer="DF", due=MAY),
            Action(id="b", minute="report", what="something else", officer="CW"),
            Action(id="c", minute="pay", what="be paid more", officer="The Head"),
        ),
    )


def test_governors_read_in_a_column_who_leads_and_who_is_to_act() -> None:
    read = lines(_governors(), LEADS)
    assert read[3:12] == [
        "UNRESTRICTED ITEMS",
        "Lead",
        "1. Welcome",
        "p. 3",
        "The Chair opened the meeting.",
        "2. Report",
        "JAL and TH",
        "(1) The accounts were noted.",
        "(2) Mr Frank undertook to write to the bank.",
    ]
    assert read[12:15] == ["DF by 5 May 2026", "(3) All was well.", "CW"]
    assert "The Head" in read


def test_what_is_to_be_done_in_private_is_told_to_nobody_else() -> None:
    public = lines(_governors(), LEADS, "public")
    assert "DF by 5 May 2026" in public
    assert not [line for line in public if "Head" in line]


def test_actions_may_stand_under_their_paragraphs_and_print_nowhere_unless_wanted() -> None:
    toml = '[margin]\nplace = "under"\nheading = "Lead"\naction = "ACTION: {officer}"\n'
    read = lines(_governors(), toml)
    assert "Lead" not in read
    assert "ACTION: DF" in read
    assert not [line for line in lines(_governors(), "") if "DF" in line]


def test_a_fire_authority_sets_the_lead_on_a_line_of_its_own() -> None:
    toml = """
[minute]
number = "FA{n:02}"
printed_number = "{number}"
capitals = true
[paragraph]
resolutions_numbered = false
[resolution]
lead = "RESOLVED -"
lead_place = "own line"
that = "That"
limb = "{n}."
[closing]
closed = "The {chair_title} closed the meeting at {time}"
capitals = true
[parts]
printed = "never"
"""
    of = meeting(
        minute("minutes", "RESOLVED that the minutes be approved."),
        minute("pay", "RESOLVED that:\n(a) That it be approved.\n(b) That it be published."),
        sittings=(Sitting(id="s", closed=dt.time(12, 4)),),
    )
    assert lines(of, toml, first_number=2)[3:] == [
        "FA02 MINUTES",
        "RESOLVED -\nThat the minutes be approved.",
        "FA03 PAY",
        "RESOLVED -",
        "1. That it be approved.",
        "2. That it be published.",
        "THE CHAIRMAN CLOSED THE MEETING AT 12.04 PM",
    ]


def test_a_joint_board_names_the_bodies_that_its_members_come_from() -> None:
    toml = """
[attendance]
end = "."
order = ["seat"]
[[attendance.groups]]
capacity = "present"
label = "PRESENT:"
by_group = "{group}: "
group_separator = ". "
[resolution]
lead = "Resolved:"
that = "That"
limb = "({n})"
[closing]
after = ["Copies of this document are on the Council website."]
"""
    of = meeting(
        minute("roads", "RESOLVED that:\n(a) That the report be noted."),
        attendance=(entry("birch"), entry("abbot"), entry("pell")),
    )
    members = {
        "pell": Member(name=parse_name(NAMES["pell"]), group="Councillors"),
        "abbot": Member(name=parse_name(NAMES["abbot"]), group="Councillors"),
        "birch": Member(name=parse_name(NAMES["birch"]), group="Parish Representatives"),
    }
    read = lines(of, toml, members=members)
    assert read[3] == (
        "PRESENT: Councillors: Councillor Mrs J A Pell and Councillor R Abbot. "
        "Parish Representatives: Councillor D Birch."
    )
    assert read[-3:] == [
        "Resolved:",
        "(1) That the report be noted.",
        "Copies of this document are on the Council website.",
    ]

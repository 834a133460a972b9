"""How bodies that are no councils set out minutes, each made with a style.toml alone."""

import datetime as dt

from clerk.domain.meetings import Sitting
from clerk.names import parse_name
from clerk.record.context import Member
from tests.record.builders import entry, meeting, minute
from tests.record.elsewhere import NAMES, lines


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

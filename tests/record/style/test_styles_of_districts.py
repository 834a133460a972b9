"""How boroughs, districts and cities set out minutes, each made with a style.toml alone."""

import datetime as dt

from clerk.domain.meetings import Sitting
from clerk.domain.motions import Counts, Motion, Vote
from clerk.domain.movements import Movement
from clerk.names import parse_name
from clerk.record.context import Known
from clerk.record.minutes.compose import compose
from tests.record.builders import context, entry, item, meeting, minute
from tests.record.style.elsewhere import CAME, NAMES, lines


def test_a_borough_names_councillors_by_surname_and_dates_its_head_below() -> None:
    toml = """
[heading]
opening = "Minutes of the meeting of the {committee} held at the {venue} on"
opening_capitals = true
committee = ""
below = ["{plain_date}"]
[attendance]
names = "[{courtesy} ][{shared} ]{surname}"
order = ["role", "surname"]
[[attendance.groups]]
capacity = "present"
label = "Present:"
presiding = "Councillor {name} ({role})"
after_presiding = " and "
several = "Councillors "
one = "Councillor "
[[attendance.groups]]
capacity = "also present"
label = "Also Present:"
one = "Councillor "
[parts]
printed = "never"
[paragraph]
number = ""
limb = "{n}."
[resolution]
lead = "RESOLVED:"
that = "That"
limb = "{n}."
[room.motions]
place = "end of minute"
put = ""
carried = ""
counts = "Voting: [{in_favour} - For][ {against} - Against][ {abstained} - {abstentions}]"
abstentions = ["Abstention", "Abstentions"]
resolved = ""
[room.movements]
note = "Note: {words}."
arrived = "{name} entered the meeting during consideration of this item[ ({time})]"
[dates]
time = "{h}.{mm} {ampm}"
am = "a.m."
pm = "p.m."
"""
    of = meeting(
        minute(
            "barns",
            "The Committee considered the report.\n"
            "RESOLVED that permission be refused for the following reasons:-\n"
            "(a) Loss of the gap between villages.\n(b) Harm to a barn.",
            title="Nine dwellings – Mill Lane",
            items=("i",),
        ),
        items=(item("i", "5"),),
        attendance=CAME,
        first_number=218,
        motions=(
            Motion(
                id="m",
                item="i",
                votes=(
                    Vote(
                        id="v",
                        result="carried",
                        counts=Counts(in_favour=6, against=2, abstained=1),
                    ),
                ),
            ),
        ),
        movements=(Movement(id="x", kind="arrived", person="dray", item="i", at=dt.time(18, 25)),),
    )
    toml = toml.replace("[parts]", '[minute]\nreference_place = "absent"\n[parts]')
    assert lines(of, toml, first_number=218) == [
        "WEALDSHIRE BOROUGH COUNCIL",
        "MINUTES OF THE MEETING OF THE ENVIRONMENT AND HIGHWAYS COMMITTEE HELD AT THE COUNCIL "
        "CHAMBER, HARBOURNE ON",
        "23 April 2026",
        "Present: Councillor Mrs Pell (Chairman) and Councillors Abbot, D Birch and M Birch",
        "Also Present: Councillor Mrs Oxley",
        "218. Nine dwellings – Mill Lane",
        "The Committee considered the report.",
        "RESOLVED: That permission be refused for the following reasons:-",
        "1. Loss of the gap between villages.",
        "2. Harm to a barn.",
        "Voting: 6 - For 2 - Against 1 - Abstention",
        "Note: Councillor Mrs Dray entered the meeting during consideration of this item "
        "(6.25 p.m.).",
    ]


def test_a_district_cabinet_sets_portfolios_in_a_table_and_signs_every_edition() -> None:
    toml = """
[heading]
authority = ""
opening = "HELD: {date}"
below = ["[Start: {opened}]", "[Finish: {closed}]"]
[attendance]
layout = "table"
names = "plain"
columns = [
    { heading = "Councillor", words = "{name}" },
    { heading = "Portfolio", words = "{role}" },
]
[[attendance.groups]]
capacity = "present"
label = "PRESENT:"
[minute]
capitals = true
reference_place = "absent"
[parts]
printed = "never"
[paragraph]
number = ""
[resolution]
lead = "RESOLVED:"
limb = "{A}."
[closing]
signature = ["LEADER"]
signature_in = "every edition"
"""
    of = meeting(
        minute("lease", "RESOLVED that:\n(a) That option 2 be approved.\n(b) That it stand."),
        attendance=(entry("pell", role="Leader"), entry("abbot", role="Housing")),
        sittings=(Sitting(id="s", opened=dt.time(19), closed=dt.time(19, 42)),),
    )
    assert lines(of, toml) == [
        "ENVIRONMENT AND HIGHWAYS COMMITTEE",
        "HELD: Thursday, 23 April 2026",
        "Start: 7.00 pm",
        "Finish: 7.42 pm",
        "PRESENT:",
        "Councillor | Portfolio\nJ A Pell | Leader\nR Abbot | Housing",
        "1. LEASE",
        "RESOLVED:",
        "A. That option 2 be approved.",
        "B. That it stand.",
        "LEADER",
    ]


def test_a_district_brackets_its_numbers_and_counts_in_the_resolution() -> None:
    toml = """
[heading]
authority = ""
committee = ""
above = ["{plain_date}"]
opening = "Minutes of a meeting of the {committee} held in the {venue} when there were present:"
[minute]
printed_number = "({number})"
reference_place = "absent"
[parts]
printed = "never"
[paragraph]
number = ""
[room.motions]
moved = "It was proposed by {mover}, seconded by {seconder} and"
names = "full"
carried = ""
counts = ""
resolved = "RESOLVED by {in_favour} votes to {against} with {abstained} {abstentions} that {words}."
[page]
header = ""
footer = "{committee}"
number = "{page}"
"""
    counts = Counts(in_favour=9, against=3, abstained=1)
    of = meeting(
        minute("barn", "", items=("i",), title="Erection of barn"),
        items=(item("i"),),
        motions=(
            Motion(id="m", item="i", mover="pell", seconder="abbot", words="the barn be approved",
                   votes=(Vote(id="v", result="carried", counts=counts),)),
        ),
    )  # fmt: skip
    assert lines(of, toml, first_number=217)[-3:] == [
        "(217) Erection of barn",
        "It was proposed by Councillor Mrs J A Pell, seconded by Councillor R Abbot and",
        "RESOLVED by 9 votes to 3 with 1 abstention that the barn be approved.",
    ]


def test_a_kent_district_numbers_c_and_year_and_ends_titles_with_a_full_stop() -> None:
    toml = """
[minute]
number = "C {yy}/{n:03}"
printed_number = "{number}"
title = "{title}."
reference_place = "absent"
[paragraph]
number = ""
[parts]
printed = "never"
[resolution]
lead = "RESOLVED:"
that = "That"
"""
    of = meeting(
        minute("questions", "There were none.", title="Any questions?"),
        minute("minutes", "RESOLVED that the Minutes be approved."),
    )
    assert lines(of, toml, first_number=67)[3:] == [
        "C 26/067 Any questions?",
        "There were none.",
        "C 26/068 Minutes.",
        "RESOLVED: That the Minutes be approved.",
    ]


def test_a_city_heads_its_members_with_their_wards_in_two_columns() -> None:
    toml = """
[attendance]
layout = "columns"
order = ["role", "surname"]
names = "{given} {surname}"
[[attendance.groups]]
capacity = "present"
label = "PRESENT:"
by_group = "{ward}"
[[attendance.groups]]
capacity = "also present"
label = "Visiting:"
entry = "{name}[ - {ward} Ward]"
"""
    wards = {"pell": "Quay", "abbot": "Alder", "birch": "Quay", "oxley": "Scotby"}
    people = {
        key: Known(name=parse_name(words), ward=wards.get(key, "")) for key, words in NAMES.items()
    }
    came = [entry(each) for each in ("clerk", "birch", "abbot", "pell")]
    of = meeting(minute("one"), attendance=(*came, entry("oxley", "also present")))
    assert lines(of, toml, people=people)[3:12] == [
        "PRESENT:",
        "N Quayle",
        "Alder",
        "R Abbot",
        "Quay",
        "D Birch",
        "J A Pell",
        "Visiting:",
        "P Oxley - Scotby Ward",
    ]
    printed = compose(of, context(toml, people=people), "full").lines
    assert {line.columns for line in printed[4:10]} == {2}, "a heading stands over its own names"

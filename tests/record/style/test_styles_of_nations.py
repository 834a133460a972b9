"""How councils in Scotland and Wales set out minutes, each made with a style.toml alone."""

import datetime as dt

from clerk.domain.meetings import Sitting
from clerk.domain.motions import Motion, Named, Vote
from clerk.domain.movements import Movement
from clerk.record.minutes.compose import compose
from tests.record.builders import context, entry, item, meeting, minute
from tests.record.style.elsewhere import lines


def test_a_scottish_council_heads_what_it_decided_and_says_who_came_late() -> None:
    toml = """
language = "en-GB"
[heading]
committee = ""
opening = "MINUTE of MEETING of the {committee} held in the {venue} on {date}[ at {time}]"
[dates]
time = "{h}.{mm} {ampm}"
am = "a.m."
[attendance]
names = "{dotted} {surname}"
late = "from para {minute}"
[[attendance.groups]]
capacity = "present"
label = "Present:-"
several = "Councillors "
entry = "{name}[ ({role})][ ({part})]"
[parts]
printed = "never"
[minute]
capitals = true
reference_place = "absent"
for_council = "*"
[paragraph]
number = ""
[resolution]
heading = "DECISION"
lead = "AGREED that"
for_council = "* "
[room.movements]
printed = "never"
[closing]
closed = "The meeting concluded at {time}."
"""
    of = meeting(
        minute("minute", "The Minute was considered.\nRESOLVED that it be approved."),
        minute("buses", "RESOLVED that:\n* (a) service 14 be kept; and\n(b) noted.", items=("b",)),
        items=(item("b", "2"),),
        attendance=(entry("pell", role="Convener"), entry("abbot")),
        movements=(Movement(id="x", kind="arrived", person="abbot", item="b"),),
        sittings=(Sitting(id="s", closed=dt.time(11, 55)),),
        time=dt.time(10),
    )
    assert lines(of, toml)[1:] == [
        "MINUTE of MEETING of the Environment and Highways Committee held in the Council Chamber, "
        "Harbourne on Thursday, 23 April 2026 at 10.00 a.m.",
        "Present:- Councillors J.A. Pell (Convener) and R. Abbot (from para 2)",
        "1. MINUTE",
        "The Minute was considered.",
        "DECISION",
        "AGREED that it be approved.",
        "*2. BUSES",
        "DECISION",
        "AGREED that:",
        "* (a) service 14 be kept; and",
        "(b) noted.",
        "The meeting concluded at 11.55 a.m.",
    ]


def test_a_highland_council_lists_the_roll_in_the_first_minute_in_two_columns() -> None:
    toml = """
[heading]
committee = ""
above = ["No. {meeting} {municipal_full}"]
opening = "Minutes of Meeting of {committee} held in the {venue} on {date}."
[attendance]
place = "first minute"
layout = "columns"
[[attendance.groups]]
capacity = "present"
label = "Present:"
[minute]
title = "{title}"
reference_place = "absent"
[bilingual]
languages = ["en-GB", "gd-GB"]
place = "under"
[parts]
printed = "never"
[paragraph]
number = ""
[room.motions]
names = "full"
by_names_layout = "own line"
by_names = ["For the Motion:", "For the Amendment:", "Abstentions:"]
"""
    named = Named(in_favour=("pell", "abbot"), against=("birch",))
    of = meeting(
        minute("roll", ":apologies", title="Apologies / Leisgeulan"),
        minute("orders", "", title="Standing Orders", items=("i",)),
        items=(item("i"),),
        attendance=(entry("pell"), entry("abbot")),
        motions=(
            Motion(id="m", item="i", mover="pell", seconder="abbot", words="that it be adopted",
                   votes=(Vote(id="v", result="carried", named=named),)),
        ),
    )  # fmt: skip
    read = lines(of, toml, nth=3)
    assert read[0] == "No. 3 2025/2026"
    assert read[3:] == [
        "1. Apologies",
        "Leisgeulan",
        "Present:",
        "Councillor Mrs J A Pell",
        "Councillor R Abbot",
        "There were no apologies for absence.",
        "2. Standing Orders",
        "Councillor Mrs J A Pell proposed and Councillor R Abbot seconded that it be adopted.",
        "Carried",
        "For the Motion:",
        "Councillor Mrs J A Pell and Councillor R Abbot",
        "For the Amendment:",
        "Councillor D Birch",
    ]
    record = compose(of, context(toml), "full")
    assert {line.columns for line in record.lines if line.role == "entry line"} == {2}


def test_a_welsh_community_council_prints_two_languages_and_says_which_is_which() -> None:
    toml = """
language = "cy-GB"
[heading]
authority = "CYNGOR CYMUNED BRYN / BRYN COMMUNITY COUNCIL"
committee = ""
opening = "Cofnodion Cyfarfod a gynhaliwyd {date}."
below = ["Minutes of the Meeting held on {plain_date}."]
[bilingual]
languages = ["cy-GB", "en-GB"]
[dates]
long = "{weekday} {month} {day}, {year}"
months = ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst",
          "Medi", "Hydref", "Tachwedd", "Rhagfyr"]
weekdays = ["Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"]
[attendance]
names = "{dotted} {surname}"
last = " a/and "
[[attendance.groups]]
capacity = "present"
label = "Presennol / Present:"
several = "Cyng/Cllrs. "
[minute]
number = "{yy}/{n:02}"
printed_number = "{number}"
capitals = true
reference_place = "absent"
[parts]
printed = "never"
[paragraph]
number = ""
[resolution]
lead = "PENDERFYNWYD / RESOLVED:"
[page]
number = "Tudalen {page}"
"""
    of = meeting(
        minute("precept", "RESOLVED that £8,400.", title="Praesept / Precept"),
        attendance=(entry("pell"), entry("abbot")),
    )
    assert lines(of, toml, first_number=4) == [
        "CYNGOR CYMUNED BRYN / BRYN COMMUNITY COUNCIL",
        "Cofnodion Cyfarfod a gynhaliwyd Iau Ebrill 23, 2026.",
        "Minutes of the Meeting held on 23 Ebrill 2026.",
        "Presennol / Present: Cyng/Cllrs. J.A. Pell a/and R. Abbot",
        "26/04 PRAESEPT / PRECEPT",
        "PENDERFYNWYD / RESOLVED: £8,400.",
    ]
    title = compose(of, context(toml), "full").lines[-2]
    assert [run.language for run in title.runs] == ["", "", "en-GB"]

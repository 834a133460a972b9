"""Other councils' ways of setting out minutes, each made with a style.toml alone."""

import datetime as dt

from clerk.domain.interests import Declaration
from clerk.domain.meetings import Exempt, Meeting, Part, Sitting
from clerk.domain.motions import Candidate, Casting, Counts, Motion, Named, Tally, Vote
from clerk.domain.movements import Movement
from clerk.domain.printed import Edition, Line
from clerk.names import parse_name
from clerk.record.compose import compose
from clerk.record.context import Known, Member
from tests.record.builders import context, entry, item, meeting, minute

NAMES = {
    "pell": "Councillor Mrs J A Pell",
    "abbot": "Councillor R Abbot",
    "birch": "Councillor D Birch",
    "birch2": "Councillor M Birch",
    "dray": "Councillor Mrs K Dray",
    "oxley": "Councillor Mrs P Oxley",
    "clerk": "Ms N Quayle",
}
GROUPS = {"pell": "Independent", "abbot": "Independent", "birch": "Labour", "birch2": "Labour"}


def lines(of: Meeting, toml: str, edition: Edition = "full", **facts: object) -> list[str]:
    """Each line as it is read: its number, if it stands before the words, and the words."""
    people = {
        key: Known(name=parse_name(words), group=GROUPS.get(key, ""))
        for key, words in NAMES.items()
    }
    values: dict[str, object] = {"people": people, "authority": "Wealdshire Borough Council"}
    record = compose(of, context(toml, **(values | facts)), edition)
    return [_words(line) for line in record.lines]


def _words(line: Line) -> str:
    number = "" if line.apart else line.number
    return f"{number} {line.text}" if number else line.text


CAME = (
    entry("pell", role="Chairman"),
    entry("abbot"),
    entry("birch2"),
    entry("birch"),
    entry("oxley", "also present"),
)


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


def test_a_county_sets_declarations_in_a_table() -> None:
    toml = """
[room.declarations]
layout = "table"
names = "{dotted} {surname}"
personal = "personal"
columns = [
    { heading = "Councillor", words = "{name}" },
    { heading = "Minute Number", words = "{minute} - {title}" },
    { heading = "Nature of Interest", words = "{nature}" },
]
because = "being"
[minute]
title = "{title}."
capitals = true
"""
    of = meeting(
        minute("interests", ":declarations", title="Declarations of personal interest"),
        minute("housing", "Noted.", items=("h",), title="Housing Company"),
        items=(item("h", "4", title="Housing Company"),),
        declarations=(
            Declaration(id="d", person="pell", item="h", kind="personal", nature="as a director"),
        ),
    )
    read = lines(of, toml)
    assert read[-5:-3] == [
        "1. DECLARATIONS OF PERSONAL INTEREST.",
        "Councillor | Minute Number | Nature of Interest\nJ.A. Pell | 2 - Housing Company | "
        "as a director",
    ]


def test_a_parish_numbers_twice_and_gives_names_one_a_line_by_surname() -> None:
    toml = """
[heading]
authority = ""
committee = "Minutes of {committee} {plain_date}"
capitals = false
opening = ""
[attendance]
layout = "lines"
order = ["surname"]
names = "Cllr {given} {surname}"
roles = { Chairman = "Chair" }
[[attendance.groups]]
capacity = "present"
label = "THOSE ATTENDING:"
[minute]
number = "C{n:03}/{yy}"
printed_number = "{number}[ {ref}.]"
capitals = true
reference_place = "absent"
[parts]
open = "AGENDA PART 1"
exempt = "AGENDA PART 2"
exempt_note = "(press and public excluded: Public Bodies (Admission to Meetings) Act 1960)"
[paragraph]
number = ""
[room.motions]
place = "around resolution"
moved = "Proposed {mover}, seconded {seconder}."
carried = "Carried ({counts})"
counts = "{in_favour} in favour, {against} against"
names = "Cllr {surname}"
"""
    counts = Counts(in_favour=2, against=1)
    of = meeting(
        minute("benches", "RESOLVED to accept quotation B.", items=("b",)),
        minute("staffing", "RESOLVED as noted.", items=("s",), exempt=Exempt()),
        items=(item("b", "10"), item("s", "11", exempt=Exempt())),
        attendance=CAME[:3],
        motions=(
            Motion(id="m", item="b", mover="pell", seconder="abbot", words="that B be taken",
                   votes=(Vote(id="v", result="carried", counts=counts),)),
        ),
    )  # fmt: skip
    assert lines(of, toml, first_number=15) == [
        "Minutes of Environment and Highways Committee 23 April 2026",
        "THOSE ATTENDING:",
        "Cllr R Abbot",
        "Cllr M Birch",
        "Cllr J A Pell (Chair)",
        "AGENDA PART 1",
        "C015/26 10. BENCHES",
        "Proposed Cllr Pell, seconded Cllr Abbot.",
        "RESOLVED to accept quotation B.",
        "Carried (2 in favour, 1 against)",
        "AGENDA PART 2",
        "(press and public excluded: Public Bodies (Admission to Meetings) Act 1960)",
        "C016/26 11. STAFFING",
        "RESOLVED as noted.",
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


def test_a_city_parts_members_by_group_and_sets_a_recorded_vote_in_columns() -> None:
    toml = """
[attendance]
names = "{given} {surname}"
[[attendance.groups]]
capacity = "present"
label = "PRESENT:"
by_group = "{group}: "
group_separator = ". "
[resolution]
lead = "RESOLVED - That"
[room.motions]
place = "end of minute"
names = "surname"
by_names_before = "The voting was recorded as follows:-"
by_names_layout = "table"
by_names = ["YES", "NO", "ABSTAIN"]
carried = ""
"""
    named = Named(in_favour=("pell", "abbot"), against=("dray",))
    of = meeting(
        minute("budget", "RESOLVED that the budget be approved.", items=("i",)),
        items=(item("i"),),
        attendance=(entry("birch"), entry("pell"), entry("birch2"), entry("abbot")),
        motions=(Motion(id="m", item="i", votes=(Vote(id="v", result="carried", named=named),)),),
    )
    read = lines(of, toml)
    assert read[3] == "PRESENT: Independent: J A Pell and R Abbot. Labour: D Birch and M Birch"
    assert read[-3:] == [
        "(1) RESOLVED - That the budget be approved.",
        "(2) The voting was recorded as follows:-",
        "YES | NO\nPell | Dray\nAbbot | ",
    ]


def test_a_recorded_vote_may_name_groups_and_leave_out_who_has_none() -> None:
    toml = """
[room.motions]
voters = "surname"
carried = "Carried ({counts})"
by_group = "{group} ({count}): {names}"
"""
    named = Named(in_favour=("pell", "birch2", "abbot"), abstained=("dray",))
    of = meeting(
        minute("budget", "", items=("i",)),
        items=(item("i"),),
        motions=(Motion(id="m", item="i", votes=(Vote(id="v", result="carried", named=named),)),),
    )
    assert lines(of, toml)[-3:] == [
        "Carried (For 3, Against 0, Abstentions 1)",
        "For (3): Independent (2): Pell and Abbot; Labour (1): M Birch",
        "Abstained (1): Dray",
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


def test_a_town_has_those_present_in_its_first_minute_and_applications_in_a_table() -> None:
    toml = """
[heading]
authority = ""
committee = ""
opening = ""
[attendance]
place = "first minute"
layout = "under label"
names = "surname"
end = "."
[[attendance.groups]]
capacity = "present"
label = ""
several = "Councillors "
[[attendance.groups]]
capacity = "in attendance"
label = ""
names = "plain"
[minute]
number = "PL{yy}/{n:03}"
printed_number = "{number}"
capitals = true
[paragraph]
number = ""
[parts]
printed = "never"
[room.fields]
names = "surname"
apologies = "Apologies were received from Cllrs {names}."
"""
    of = meeting(
        minute("present"),
        minute("apologies", ":apologies"),
        minute("applications", "| 26/0076M | Two storeys | No objection |"),
        attendance=(
            entry("abbot"),
            entry("dray"),
            entry("clerk", "in attendance", post="Town Clerk"),
            entry("oxley", "apologies"),
        ),
    )
    assert [words for words in lines(of, toml, first_number=48) if words] == [
        "PL26/048 PRESENT",
        "Councillors Abbot and Dray.",
        "N Quayle (Town Clerk).",
        "PL26/049 APOLOGIES",
        "Apologies were received from Cllrs Oxley.",
        "PL26/050 APPLICATIONS",
        "26/0076M | Two storeys | No objection",
    ]


def test_a_tie_is_told_with_the_votes_of_each_candidate_and_the_casting_vote() -> None:
    toml = """
[minute]
reference_place = "under"
[paragraph]
number = "{n}."
resolutions_numbered = false
[parts]
printed = "never"
[room.motions]
nominated = "{mover} proposed and {seconder} seconded {candidate} as {office}."
tally = "{name}:  {votes} votes"
casting_candidate = "As there was a tie the {chair_title} used the casting vote for {candidate}"
elected = "RESOLVED that {candidate} be elected {office} of the Committee."
"""
    of = meeting(
        minute("election", "The Chairman asked for nominations.", items=("a",)),
        items=(item("a", "A2"),),
        motions=(
            Motion(
                id="m",
                kind="election",
                item="a",
                office="Vice-Chairman",
                candidates=(
                    Candidate(person="birch", mover="abbot", seconder="dray"),
                    Candidate(person="oxley", mover="dray", seconder="abbot"),
                ),
                votes=(
                    Vote(
                        id="v",
                        tallies=(Tally(person="birch", votes=4), Tally(person="oxley", votes=4)),
                        casting=Casting(person="pell", candidate="birch"),
                    ),
                ),
            ),
        ),
    )
    read = lines(of, toml, first_number=29)
    assert read[3:6] == [
        "29. Election",
        "(Item A2)",
        "1. The Chairman asked for nominations.",
    ]
    assert read[-4:] == [
        "Councillor D Birch: 4 votes",
        "Councillor Mrs Oxley: 4 votes",
        "As there was a tie the Chairman used the casting vote for Councillor D Birch",
        "RESOLVED that Councillor D Birch be elected Vice-Chairman of the Committee.",
    ]


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


def test_exempt_business_between_open_business_has_its_own_words_and_a_notice_for_the_public() -> (
    None
):
    toml = """
[parts]
open_note = "(meeting likely to be open to the public)"
open_again = "UNRESTRICTED ITEMS (continued)"
withheld = "This minute is exempt under {paragraphs} of Part 1 of Schedule 12A."
[minute]
exempt = " (exempt – {paragraphs})"
"""
    of = meeting(
        minute("one", "Open."),
        minute("two", "The price is £9.", exempt=Exempt(paragraphs=("3",))),
        minute("three", "Open again."),
    )
    assert lines(of, toml, "public")[3:] == [
        "UNRESTRICTED ITEMS",
        "(meeting likely to be open to the public)",
        "1. One",
        "Open.",
        "EXEMPT ITEMS",
        "2. Two (exempt – paragraph 3)",
        "This minute is exempt under paragraph 3 of Part 1 of Schedule 12A.",
        "UNRESTRICTED ITEMS (continued)",
        "(meeting likely to be open to the public)",
        "3. Three",
        "Open again.",
    ]


def test_the_public_is_excluded_before_the_exempt_items_are_headed() -> None:
    of = meeting(
        minute("one", "Open."),
        minute("two", "Shut.", exempt=Exempt(paragraphs=("3",)), items=("i",)),
        items=(item("i", "C1", exempt=Exempt(paragraphs=("3",))),),
        motions=(
            Motion(id="m", kind="exclusion", items=("i",), paragraphs=("3",),
                   votes=(Vote(id="v", result="carried"),)),
        ),
    )  # fmt: skip
    read = lines(of, '[parts]\nexclusion = "before heading"\n')
    at = read.index("EXEMPT ITEMS")
    assert read[at - 1].startswith("RESOLVED that under Section 100A(4)")
    assert lines(of, "")[at - 1] == "EXEMPT ITEMS"


def test_numbers_of_year_meeting_and_item_run_as_a_council_wants_them() -> None:
    toml = '[minute]\nnumber = "{yy}.{meeting:02}.{i:02}"\nprinted_number = "{number}"\n'
    read = lines(meeting(minute("one"), minute("two")), toml, nth=3, first_number=40)
    assert read[-2:] == ["26.03.01 One", "26.03.02 Two"]
    toml = '[minute]\nnumber = "PL/{yy}/{n}"\nprinted_number = "{number}"\n'
    assert lines(meeting(minute("one")), toml, first_number=101)[-1] == "PL/26/101 One"
    toml = '[minute]\nnumber = "{n} ({municipal})"\nprinted_number = "{number}"\n'
    assert lines(meeting(minute("one")), toml)[-1] == "1 (2025/26) One"


def test_paragraphs_may_run_through_the_meeting_or_begin_again_under_a_sub_heading() -> None:
    of = meeting(minute("one", "A.\nB."), minute("two", "C.\n## Part\nD.\nE."))
    through = lines(of, '[paragraph]\nruns = "through meeting"\n')
    assert [words for words in through if words[0] == "("] == [
        "(1) A.", "(2) B.", "(3) C.", "(4) D.", "(5) E.",
    ]  # fmt: skip
    again = lines(of, '[paragraph]\nruns = "from sub-heading"\nnumber = "{i}."\n')
    assert again[-4:] == ["i. C.", "Part", "i. D.", "ii. E."]


def test_resolutions_may_come_last_with_numbers_of_their_own_and_all_in_bold() -> None:
    toml = """
[paragraph]
resolutions_numbered = false
[resolution]
place = "end of minute"
number = "R{n}"
weight = "whole"
"""
    text = "First.\nRESOLVED that it be done;\n(a) soon.\nSecond.\nRESOLVED that it be paid."
    of = meeting(minute("one", text))
    assert lines(of, toml)[-5:] == [
        "(1) First.",
        "(2) Second.",
        "R1 RESOLVED that it be done;",
        "(a) soon.",
        "R2 RESOLVED that it be paid.",
    ]
    record = compose(of, context(toml), "full")
    assert {run.role for run in record.lines[-1].runs} == {"lead"}


def test_what_a_paper_called_a_part_stays_its_own() -> None:
    of = meeting(minute("one"), parts=(Part(id="p", kind="other", before="one", words="MATTERS"),))
    assert "MATTERS" in lines(of, "[parts]\nopen_note = 'x'\n")


def test_substitutes_may_have_a_list_of_their_own_and_an_empty_list_may_say_so() -> None:
    toml = """
[[attendance.groups]]
capacity = "present"
who = "not substitutes"
label = "PRESENT:"
[[attendance.groups]]
capacity = "present"
who = "substitutes"
label = "SUBSTITUTES:"
entry = "{name} (for {principal})"
[[attendance.groups]]
capacity = "apologies"
label = "APOLOGIES:"
none = "None"
"""
    of = meeting(minute("one"), attendance=(entry("abbot"), entry("dray", substitute_for="birch")))
    assert lines(of, toml)[3:6] == [
        "PRESENT: Councillor R Abbot",
        "SUBSTITUTES: Councillor Mrs K Dray (for Councillor D Birch)",
        "APOLOGIES: None",
    ]


def test_a_style_may_say_chair_where_the_committee_says_chairman() -> None:
    from clerk.domain.base import DatedText
    from clerk.domain.committees import Committee
    from clerk.domain.register import Register
    from clerk.record.context import context_of
    from clerk.record.style import style_from

    body = Committee(id="c", slug="c", names=(DatedText(on=dt.date(2020, 1, 1), text="Body"),))
    of = meeting(minute("one"))
    style = style_from('chair_title = "Chair"', "test")
    found = context_of(Register(), body, of, style, "test")
    assert compose(of, found, "signing").lines[-2].text == "Chair"

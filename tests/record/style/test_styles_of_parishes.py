"""How parishes, towns and a county set out minutes, each made with a style.toml alone."""

from clerk.domain.interests import Declaration
from clerk.domain.meetings import Exempt
from clerk.domain.motions import Counts, Motion, Vote
from tests.record.builders import entry, item, meeting, minute
from tests.record.style.elsewhere import CAME, lines


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

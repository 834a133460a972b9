"""What the commands on committees and people are asked with."""

import argparse
from typing import Any

from clerk.commands.asking import (
    command_of,
    committee_of,
    grounds_of,
    json_of,
    meeting_of,
    number_from_one,
)

RESETS = ("never", "calendar year", "municipal year", "council term", "each meeting")


def add(words: Any) -> None:
    """Committees and people: who sits where since when; what is added and mended by hand."""
    _by_hand(words)
    _appointments(words)
    _bodies(words)
    _persons(words)
    _members_table(words)
    _changes(words)
    _mending(words)


def _by_hand(words: Any) -> None:
    add = words.add_parser("add", help="add a committee, a member, an officer, a meeting, an item")
    kinds = add.add_subparsers(metavar="WHAT", required=True)
    body = command_of(kinds, "committee", "register.adding", "add_committee", "add a committee")
    body.add_argument("name", metavar="NAME")
    body.add_argument("--authority", default="", help="the council's name")
    body.add_argument("--style", default="", help="its house style")
    body.add_argument(
        "--kind",
        default="committee",
        choices=("committee", "executive", "council", "parish", "other body"),
    )
    member = command_of(
        kinds, "member", "register.adding", "add_member", "put a member into a seat"
    )
    committee_of(member)
    member.add_argument("name", metavar="NAME", help="“Mr J A Example, MBE”")
    member.add_argument("--group", default="", help="the political group or category of the seat")
    member.add_argument("--role", default="", help="“Chairman”")
    member.add_argument("--on", metavar="DATE", help="from this day; else today")
    officer = command_of(kinds, "officer", "register.adding", "add_officer", "add an officer")
    officer.add_argument("name", metavar="NAME")
    officer.add_argument("--post", default="", help="“Head of Libraries”")
    meeting = command_of(kinds, "meeting", "register.adding", "add_meeting", "add a meeting")
    committee_of(meeting)
    meeting.add_argument("date", metavar="DATE", help="“26 April 2012”, “26/4/12”, “next Thursday”")
    meeting.add_argument("--time", default="", help="“10.00 am”")
    meeting.add_argument("--venue", default="", help="where; else where it usually meets")
    meeting.add_argument("--standing", action="store_true", help="begin with the standing items")
    meeting.add_argument("--first-number", type=number_from_one, help="the first minute number")
    item = command_of(
        kinds,
        "items",
        "register.adding",
        "add_items",
        "add agenda items, one a line, from standard input",
    )
    meeting_of(item)


def _appointments(words: Any) -> None:
    appoint = command_of(
        words, "appoint", "register.appointments", "appoint", "put a member into a seat"
    )
    committee_of(appoint)
    appoint.add_argument("name", metavar="NAME", help="“Mr J A Example, MBE”")
    appoint.add_argument("--group", default="", help="the group or category of the seat")
    appoint.add_argument("--role", default="", help="“chair”, “vice-chair”, “Spokesman”")
    appoint.add_argument("--co-opted", action="store_true", help="a co-opted member")
    grounds_of(appoint)
    swap = command_of(
        words, "replace", "register.appointments", "replace", "put one member into another's seat"
    )
    committee_of(swap)
    swap.add_argument("old", metavar="OLD", help="whoever has the seat")
    swap.add_argument("new", metavar="NEW", help="the full name of who takes it")
    grounds_of(swap)
    leave = command_of(
        words, "leave", "register.appointments", "leave", "take a member out of a seat, or of all"
    )
    leave.add_argument("name", metavar="NAME", help="who leaves")
    leave.add_argument("committee", metavar="COMMITTEE", nargs="?", help="else the whole council")
    leave.add_argument(
        "--how", default="resigned", choices=("resigned", "removed", "died", "left"), help="how"
    )
    grounds_of(leave)
    elect = command_of(
        words, "elect", "register.appointments", "elect", "elect a chair or give another role"
    )
    committee_of(elect)
    elect.add_argument("name", metavar="NAME", help="a member of the committee")
    elect.add_argument("--role", default="", help="the chair, unless named: “vice-chair”")
    elect.add_argument("--end", action="store_true", help="gives the role up, keeps the seat")
    grounds_of(elect)


def _bodies(words: Any) -> None:
    seats = command_of(
        words,
        "seats",
        "register.bodies",
        "seats",
        "a committee's seats over time; add or abolish some",
    )
    committee_of(seats)
    seats.add_argument("group", metavar="GROUP", nargs="?", default="", help="whose seats")
    seats.add_argument("--add", type=_number_of_seats, metavar="N", help="so many more")
    seats.add_argument(
        "--abolish", type=_number_of_seats, metavar="N", help="so many vacant ones fewer"
    )
    seats.add_argument("--of", metavar="NAME", help="abolish the seat that this member holds")
    json_of(seats)
    grounds_of(seats)
    rename = command_of(
        words,
        "rename-committee",
        "register.bodies",
        "rename_committee",
        "rename a committee from a day",
    )
    committee_of(rename)
    rename.add_argument("name", metavar="NAME", help="old papers keep the old name")
    grounds_of(rename)
    dissolve = command_of(words, "dissolve", "register.bodies", "dissolve", "dissolve a committee")
    committee_of(dissolve)
    grounds_of(dissolve)
    rules = command_of(
        words, "rules", "register.bodies", "rules", "show or change a committee's rules"
    )
    committee_of(rules)
    rules.add_argument("--quorum", help="“4”, “1/3”, “a quarter”")
    rules.add_argument("--minimum", type=int, default=0, help="the least that a fraction gives")
    rules.add_argument("--chair-title", help="“Chairman”, “Chair”")
    rules.add_argument("--substitutes", choices=("same group", "any member", "none"))
    rules.add_argument("--for-items", choices=("yes", "no"), help="substitutes for one item alone")
    rules.add_argument("--sits-as", action="append", metavar="NAME", help="once for each body")
    grounds_of(rules)


def _persons(words: Any) -> None:
    rename = command_of(
        words,
        "rename-person",
        "register.persons",
        "rename_person",
        "another name or honour from a day",
    )
    rename.add_argument("name", metavar="NAME", help="who")
    rename.add_argument("new", metavar="NEW", help="“Sir John Example, MBE”")
    grounds_of(rename)
    group = command_of(
        words, "regroup", "register.persons", "regroup", "a member goes to another group"
    )
    group.add_argument("name", metavar="NAME", help="who")
    group.add_argument("group", metavar="GROUP", help="which; “” for none")
    group.add_argument("--with-seats", action="store_true", help="the seats go along")
    grounds_of(group)
    post = command_of(words, "post", "register.persons", "post", "an officer's post from a day")
    post.add_argument("name", metavar="NAME", help="who")
    post.add_argument("post", metavar="POST", help="“Head of Libraries”; “” for none")
    grounds_of(post)
    ward = command_of(words, "ward", "register.persons", "ward", "a member's ward from a day")
    ward.add_argument("name", metavar="NAME", help="who")
    ward.add_argument("ward", metavar="WARD", help="“Harbour and Quay”; “” for none")
    grounds_of(ward)
    interest = command_of(
        words, "interest", "register.persons", "interest", "register or end an interest"
    )
    interest.add_argument("name", metavar="NAME", help="whose")
    interest.add_argument("category", metavar="CATEGORY", help="“Employment”, “Land”")
    interest.add_argument("subject", metavar="SUBJECT", help="in what")
    interest.add_argument("--sensitive", action="store_true", help="its subject never prints")
    interest.add_argument("--end", action="store_true", help="it stands no longer")
    grounds_of(interest)
    votes = command_of(
        words, "co-opted", "register.persons", "co_opted", "on what a co-opted member votes"
    )
    votes.add_argument("name", metavar="NAME", help="who")
    votes.add_argument("--votes-on", default="", help="“education”; else everything")
    same = command_of(
        words, "same", "register.persons", "same", "two people in the register who are one"
    )
    same.add_argument("name", metavar="NAME", help="who is kept")
    same.add_argument("other", metavar="OTHER", help="who turned out to be the same person")


def _members_table(words: Any) -> None:
    table = command_of(
        words,
        "import-members",
        "register.members_table",
        "import_members",
        "take people in from a CSV table",
    )
    table.add_argument("file", metavar="FILE", help="made in Excel, LibreOffice or by hand")
    table.add_argument("--committee", default="", help="for rows that name none")
    table.add_argument("--on", metavar="DATE", help="for rows that give no day; else today")
    table.add_argument(
        "--list", action="store_true", help="FILE is a list as papers print it, a group a line"
    )
    table.add_argument(
        "--whole", action="store_true", help="it lists everybody: whoever sits there besides leaves"
    )
    table.add_argument("--dry-run", action="store_true", help="say what would change, row by row")
    json_of(table)


def _changes(words: Any) -> None:
    change = words.add_parser("change", help="change a meeting's or a committee's particulars")
    kinds = change.add_subparsers(metavar="WHAT", required=True)
    meeting = command_of(kinds, "meeting", "register.changes", "change_meeting", "change a meeting")
    meeting_of(meeting)
    meeting.add_argument("--time", help="“10.00 am”")
    meeting.add_argument("--venue", help="where")
    meeting.add_argument("--style", help="a house style for this meeting alone")
    meeting.add_argument("--first-number", type=number_from_one, help="the first minute number")
    meeting.add_argument("--nth", type=int, help="which meeting of its year it is")
    meeting.add_argument("--kind", choices=("ordinary", "annual", "extraordinary"))
    off = command_of(
        words, "call-off", "register.changes", "call_off", "a meeting that does not take place"
    )
    meeting_of(off)
    off.add_argument("--reason", default="", help="“snow”, “no business”")
    off.add_argument("--to", metavar="DAY", help="postponed to this day, with the same agenda")
    off.add_argument("--time", help="at which time then; else the same")
    off.add_argument("--stands", action="store_true", help="it takes place after all")
    body = command_of(
        kinds, "committee", "register.changes", "change_committee", "change a committee"
    )
    committee_of(body)
    body.add_argument("--name", help="renamed from today; old papers keep the old name")
    body.add_argument("--style", help="its house style")
    body.add_argument("--reset", choices=RESETS, help="when its minute numbers begin again")


def _mending(words: Any) -> None:
    mend = words.add_parser("mend", help="mend what was misread in a paper")
    misread = mend.add_subparsers(metavar="WHAT", required=True)
    name = command_of(
        misread, "name", "register.mending", "mend_name", "mend a name, in drafts and imports"
    )
    name.add_argument("wrong", metavar="NAME", help="as it was read")
    name.add_argument("right", metavar="RIGHT", help="as it should be")
    title = command_of(misread, "title", "register.mending", "mend_title", "mend a minute's title")
    meeting_of(title)
    title.add_argument("number", metavar="NUMBER", help="the minute's number")
    title.add_argument("right", metavar="TITLE", help="as it should be")
    text = command_of(
        misread,
        "text",
        "register.mending",
        "mend_text",
        "mend a minute's text, from standard input",
    )
    meeting_of(text)
    text.add_argument("number", metavar="NUMBER", help="the minute's number")
    report = command_of(
        misread, "report", "register.mending", "mend_report", "mend what a report asks members for"
    )
    meeting_of(report)
    report.add_argument("item", metavar="ITEM", help="the item's reference or title")
    report.add_argument("--recommendation", metavar="WORDS", help="what it asks members to do")
    report.add_argument("--summary", metavar="WORDS", help="what it is about")


def _number_of_seats(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number of seats, 1 or more")
    return number

"""The words of the command line. What each does is imported only when it is asked for."""

import argparse
from collections.abc import Sequence
from typing import Any

from clerk import __version__
from clerk.commands import parser_aids, parser_documents
from clerk.commands.asking import COMMITTEE
from clerk.commands.asking import command_of as _command
from clerk.commands.asking import committee_of as _committee
from clerk.commands.asking import json_of as _json
from clerk.commands.asking import late as _late
from clerk.commands.asking import meeting_of as _meeting
from clerk.commands.item_words import add_item_commands

RESETS = ("never", "calendar year", "municipal year", "council term", "each meeting")
SAYINGS = (
    "Acts: present pell, dace · apol waters · sub cole for craske · remote pell · out chi 11.42 · "
    "left chi B1 interest · in chi 10.40 · back chi · chair bell · opened 10.02 · closed 12.40 · "
    "here Mr B Field, Performance Manager · adjourned 11.00 to 11.15 · "
    "doi green B1 other stays “as a governor” · doi none · "
    "moved ang, sec bur: that … · amend ang, sec bur: that … · nom pell as Chairman by dace · "
    "carried 7-2-1 · carried unan · lost 3-5 · vote 7-2-1 · again carried 6-5 · "
    "names against: craske; abstain: cole · votes pell 4, orme 3 · casting for · "
    "record bell against · withdrawn · referred to Cabinet · exclude 3 · private 3 · readmit · "
    "exempt C1 3 · unexempt C1 · title C1: … · summary C1: … · urgent B3: … · "
    "apol pell: on Council business · standin carr for Mr Oakford · chair bell start · "
    "doi green B1 =registrable stays · strike chi · strike doi green B1 · strike vote · "
    "strike motion"
)

_APP = "app", "open_app"


def read(words: Sequence[str]) -> argparse.Namespace:
    """What is asked for; raises SystemExit where it is nothing that Clerk knows, or help.

    The app alone needs no parser: to build all of it would take a tenth of the start.
    """
    match list(words):
        case []:
            home = None
        case ["--home", home] if home and not home.startswith("-"):
            pass
        case _:
            return build().parse_args(words)
    return argparse.Namespace(home=home, run=_late(*_APP))


def build() -> argparse.ArgumentParser:
    """The parser of every command; without a command, the app opens."""
    parser = argparse.ArgumentParser(
        prog="clerk",
        description="Minutes, membership and resolutions of committees. Without a command, "
        "opens the app.",
        epilog="Exit codes: 0 done, 1 findings, 2 wrong use or input, 3 storage.",
    )
    parser.add_argument("--home", metavar="DIR", help="the data folder (else CLERK_HOME)")
    parser.add_argument("-V", "--version", action="version", version=f"clerk {__version__}")
    parser.set_defaults(run=_late(*_APP))
    words = parser.add_subparsers(metavar="COMMAND", title="commands")
    _papers(words)
    parser_documents.documents(words)
    _lists(words)
    _search(words)
    _acts(words)
    _life(words)
    _room(words)
    add_item_commands(words)
    _by_hand(words)
    _changes(words)
    _register(words)
    _upkeep(words)
    return parser


def _from_one(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("minutes are numbered from 1")
    return number


def _papers(words: Any) -> None:
    read = _command(words, "import", "papers", "import_papers", "read papers and store them")
    read.add_argument("files", metavar="FILE", nargs="+", help=".txt, .docx or .pdf with text")
    read.add_argument(
        "--dry-run", action="store_true", help="say what would be stored, store nothing"
    )
    read.add_argument(
        "--committee", metavar="NAME", default="", help="whose paper it is, where it does not say"
    )
    read.add_argument("--date", help="the meeting's day, where the paper does not say")
    read.add_argument("--strict", action="store_true", help="exit 1 where there are doubts")
    read.add_argument(
        "--replace", action="store_true", help="put a changed paper in the place of the one before"
    )
    _json(read)
    doubts = _command(words, "doubts", "papers", "doubts", "list the doubts of an import")
    _meeting(doubts)
    doubts.add_argument("--settle", metavar="NUMBER", type=int, help="settle the doubt so numbered")
    doubts.add_argument("--how", default="right as read", help="how it was settled")
    _json(doubts)
    _command(words, "demo", "app", "demo", "the app on an invented council, in a folder of its own")


def _lists(words: Any) -> None:
    _list(_command(words, "committees", "lists", "committees", "list the committees"))
    people = _command(words, "people", "lists", "people", "list people")
    people.add_argument("words", metavar="WORDS", nargs="*", help="parts of their names")
    _list(people)
    meetings = _command(words, "meetings", "lists", "meetings", "list meetings")
    meetings.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    _list(meetings)
    resolutions = _command(words, "resolutions", "lists", "resolutions", "find resolutions")
    resolutions.add_argument("words", metavar="WORDS", nargs="*", help="each must occur")
    _list(resolutions)
    parser_aids.aids(words, _list)


def _search(words: Any) -> None:
    found = _command(words, "search", "search", "search", "find minutes by their words")
    found.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help="each must occur, the last one may be only begun; “in quotation marks”: together",
    )
    found.add_argument("--committee", metavar="COMMITTEE", default="", help=COMMITTEE)
    found.add_argument(
        "--in",
        dest="within",
        metavar="MEETING",
        default="",
        help="each place in this meeting alone",
    )
    _json(found)


def _acts(words: Any) -> None:
    minute = _command(
        words,
        "minute",
        "acts",
        "minute",
        "put a minute's text, in the notation, from standard input",
    )
    _meeting(minute)
    minute.add_argument("item", metavar="ITEM", help="the item's reference or title")
    notes = _command(words, "notes", "acts", "notes", "print your private notes on a meeting")
    _meeting(notes)
    notes.add_argument(
        "--write", action="store_true", help="put those of standard input; none at all deletes them"
    )
    mark = _command(words, "mark", "acts", "mark", "mark how someone attends")
    _meeting(mark)
    mark.add_argument("name", metavar="NAME", help="full name, or a surname that one member bears")
    mark.add_argument(
        "how",
        choices=(
            "present",
            "apologies",
            "absent",
            "remote",
            "also-present",
            "in-attendance",
            "expected",
        ),
    )
    mark.add_argument("--for", dest="principal", metavar="NAME", help="as substitute for a member")
    mark.add_argument("--note", default="", help="why a substitute sits against the rules")
    mark.add_argument("--post", default="", help="an officer's post")


def _life(words: Any) -> None:
    publish = _command(words, "publish", "acts", "publish", "fix the numbers and freeze the record")
    _meeting(publish)
    withdraw = _command(words, "withdraw", "acts", "withdraw", "take a publication back")
    _meeting(withdraw)
    withdraw.add_argument("reason", help="why: it is kept")
    parser_documents.life(words)
    undo = _command(words, "undo", "acts", "undo", "take back the last act")
    undo.add_argument(
        "of", metavar="MEETING|register", nargs="?", help="the newest change unless named"
    )
    redo = _command(words, "redo", "acts", "redo", "do again what was undone")
    _meeting(redo)
    history = _command(words, "history", "acts", "history", "what was done, by whom, when")
    history.add_argument("of", metavar="MEETING|register")
    _json(history)
    check = _command(
        words, "check", "acts", "check", "look for what is wrong; exit 1 if anything is"
    )
    _meeting(check)
    _json(check)


def _by_hand(words: Any) -> None:
    add = words.add_parser("add", help="add a committee, a member, an officer, a meeting, an item")
    kinds = add.add_subparsers(metavar="WHAT", required=True)
    body = _command(kinds, "committee", "hand", "add_committee", "add a committee")
    body.add_argument("name", metavar="NAME")
    body.add_argument("--authority", default="", help="the council's name")
    body.add_argument("--style", default="", help="its house style")
    body.add_argument(
        "--kind",
        default="committee",
        choices=("committee", "executive", "council", "parish", "other body"),
    )
    member = _command(kinds, "member", "hand", "add_member", "put a member into a seat")
    _committee(member)
    member.add_argument("name", metavar="NAME", help="“Mr J A Example, MBE”")
    member.add_argument("--group", default="", help="the political group or category of the seat")
    member.add_argument("--role", default="", help="“Chairman”")
    member.add_argument("--on", metavar="DATE", help="from this day; else today")
    officer = _command(kinds, "officer", "hand", "add_officer", "add an officer")
    officer.add_argument("name", metavar="NAME")
    officer.add_argument("--post", default="", help="“Head of Libraries”")
    meeting = _command(kinds, "meeting", "hand", "add_meeting", "add a meeting")
    _committee(meeting)
    meeting.add_argument("date", metavar="DATE", help="“26 April 2012”, “26/4/12”, “next Thursday”")
    meeting.add_argument("--time", default="", help="“10.00 am”")
    meeting.add_argument("--venue", default="", help="where; else where it usually meets")
    meeting.add_argument("--standing", action="store_true", help="begin with the standing items")
    meeting.add_argument("--first-number", type=_from_one, help="the first minute number")
    item = _command(
        kinds, "items", "hand", "add_items", "add agenda items, one a line, from standard input"
    )
    _meeting(item)


def _changes(words: Any) -> None:
    change = words.add_parser("change", help="change a meeting's or a committee's particulars")
    kinds = change.add_subparsers(metavar="WHAT", required=True)
    meeting = _command(kinds, "meeting", "changes", "change_meeting", "change a meeting")
    _meeting(meeting)
    meeting.add_argument("--time", help="“10.00 am”")
    meeting.add_argument("--venue", help="where")
    meeting.add_argument("--style", help="a house style for this meeting alone")
    meeting.add_argument("--first-number", type=_from_one, help="the first minute number")
    meeting.add_argument("--nth", type=int, help="which meeting of its year it is")
    meeting.add_argument("--kind", choices=("ordinary", "annual", "extraordinary"))
    off = _command(words, "call-off", "changes", "call_off", "a meeting that does not take place")
    _meeting(off)
    off.add_argument("--reason", default="", help="“snow”, “no business”")
    off.add_argument("--to", metavar="DAY", help="postponed to this day, with the same agenda")
    off.add_argument("--time", help="at which time then; else the same")
    off.add_argument("--stands", action="store_true", help="it takes place after all")
    body = _command(kinds, "committee", "changes", "change_committee", "change a committee")
    _committee(body)
    body.add_argument("--name", help="renamed from today; old papers keep the old name")
    body.add_argument("--style", help="its house style")
    body.add_argument("--reset", choices=RESETS, help="when its minute numbers begin again")
    same = _command(words, "same", "register", "same", "two people in the register who are one")
    same.add_argument("name", metavar="NAME", help="who is kept")
    same.add_argument("other", metavar="OTHER", help="who turned out to be the same person")
    mend = words.add_parser("mend", help="mend what was misread in a paper")
    misread = mend.add_subparsers(metavar="WHAT", required=True)
    name = _command(misread, "name", "changes", "mend_name", "mend a name, in drafts and imports")
    name.add_argument("wrong", metavar="NAME", help="as it was read")
    name.add_argument("right", metavar="RIGHT", help="as it should be")
    title = _command(misread, "title", "changes", "mend_title", "mend a minute's title")
    _meeting(title)
    title.add_argument("number", metavar="NUMBER", help="the minute's number")
    title.add_argument("right", metavar="TITLE", help="as it should be")
    text = _command(
        misread, "text", "changes", "mend_text", "mend a minute's text, from standard input"
    )
    _meeting(text)
    text.add_argument("number", metavar="NUMBER", help="the minute's number")


def _register(words: Any) -> None:
    _seat_words(words)
    _body_words(words)
    _person_words(words)
    _register_lists(words)
    _attendance_lists(words)


def _seats(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number of seats, 1 or more")
    return number


def _grounds(command: argparse.ArgumentParser) -> None:
    """From when, why, and on what it rests: the same for every act on the register."""
    command.add_argument("--on", metavar="DATE", help="the first day on which it is so; else today")
    command.add_argument("--reason", default="", help="why")
    command.add_argument("--source", default="", help="a minute's number, a letter, an election")


def _list(command: argparse.ArgumentParser) -> None:
    _json(command)
    command.add_argument("--csv", action="store_true", help="as CSV")
    command.add_argument("-o", "--output", metavar="FILE", help="into a .csv, .json or .txt file")


def _seat_words(words: Any) -> None:
    appoint = _command(words, "appoint", "register", "appoint", "put a member into a seat")
    _committee(appoint)
    appoint.add_argument("name", metavar="NAME", help="“Mr J A Example, MBE”")
    appoint.add_argument("--group", default="", help="the group or category of the seat")
    appoint.add_argument("--role", default="", help="“chair”, “vice-chair”, “Spokesman”")
    appoint.add_argument("--co-opted", action="store_true", help="a co-opted member")
    _grounds(appoint)
    swap = _command(words, "replace", "register", "replace", "put one member into another's seat")
    _committee(swap)
    swap.add_argument("old", metavar="OLD", help="whoever has the seat")
    swap.add_argument("new", metavar="NEW", help="the full name of who takes it")
    _grounds(swap)
    leave = _command(words, "leave", "register", "leave", "take a member out of a seat, or of all")
    leave.add_argument("name", metavar="NAME", help="who leaves")
    leave.add_argument("committee", metavar="COMMITTEE", nargs="?", help="else the whole council")
    leave.add_argument(
        "--how", default="resigned", choices=("resigned", "removed", "died", "left"), help="how"
    )
    _grounds(leave)
    elect = _command(words, "elect", "register", "elect", "elect a chair or give another role")
    _committee(elect)
    elect.add_argument("name", metavar="NAME", help="a member of the committee")
    elect.add_argument("--role", default="", help="the chair, unless named: “vice-chair”")
    elect.add_argument("--end", action="store_true", help="gives the role up, keeps the seat")
    _grounds(elect)


def _body_words(words: Any) -> None:
    seats = _command(
        words, "seats", "register", "seats", "a committee's seats over time; add or abolish some"
    )
    _committee(seats)
    seats.add_argument("group", metavar="GROUP", nargs="?", default="", help="whose seats")
    seats.add_argument("--add", type=_seats, metavar="N", help="so many more")
    seats.add_argument("--abolish", type=_seats, metavar="N", help="so many vacant ones fewer")
    seats.add_argument("--of", metavar="NAME", help="abolish the seat that this member holds")
    _json(seats)
    _grounds(seats)
    rename = _command(
        words, "rename-committee", "register", "rename_committee", "rename a committee from a day"
    )
    _committee(rename)
    rename.add_argument("name", metavar="NAME", help="old papers keep the old name")
    _grounds(rename)
    dissolve = _command(words, "dissolve", "register", "dissolve", "dissolve a committee")
    _committee(dissolve)
    _grounds(dissolve)
    rules = _command(words, "rules", "register", "rules", "show or change a committee's rules")
    _committee(rules)
    rules.add_argument("--quorum", help="“4”, “1/3”, “a quarter”")
    rules.add_argument("--minimum", type=int, default=0, help="the least that a fraction gives")
    rules.add_argument("--chair-title", help="“Chairman”, “Chair”")
    rules.add_argument("--substitutes", choices=("same group", "any member", "none"))
    rules.add_argument("--for-items", choices=("yes", "no"), help="substitutes for one item alone")
    rules.add_argument("--sits-as", action="append", metavar="NAME", help="once for each body")
    _grounds(rules)


def _person_words(words: Any) -> None:
    rename = _command(
        words, "rename-person", "register", "rename_person", "another name or honour from a day"
    )
    rename.add_argument("name", metavar="NAME", help="who")
    rename.add_argument("new", metavar="NEW", help="“Sir John Example, MBE”")
    _grounds(rename)
    group = _command(words, "regroup", "register", "regroup", "a member goes to another group")
    group.add_argument("name", metavar="NAME", help="who")
    group.add_argument("group", metavar="GROUP", help="which; “” for none")
    group.add_argument("--with-seats", action="store_true", help="the seats go along")
    _grounds(group)
    post = _command(words, "post", "register", "post", "an officer's post from a day")
    post.add_argument("name", metavar="NAME", help="who")
    post.add_argument("post", metavar="POST", help="“Head of Libraries”; “” for none")
    _grounds(post)
    interest = _command(words, "interest", "register", "interest", "register or end an interest")
    interest.add_argument("name", metavar="NAME", help="whose")
    interest.add_argument("category", metavar="CATEGORY", help="“Employment”, “Land”")
    interest.add_argument("subject", metavar="SUBJECT", help="in what")
    interest.add_argument("--sensitive", action="store_true", help="its subject never prints")
    interest.add_argument("--end", action="store_true", help="it stands no longer")
    _grounds(interest)
    votes = _command(words, "co-opted", "register", "co_opted", "on what a co-opted member votes")
    votes.add_argument("name", metavar="NAME", help="who")
    votes.add_argument("--votes-on", default="", help="“education”; else everything")
    table = _command(
        words, "import-members", "register", "import_members", "take people in from a CSV table"
    )
    table.add_argument("file", metavar="FILE", help="made in Excel, LibreOffice or by hand")
    table.add_argument("--committee", default="", help="for rows that name none")
    table.add_argument("--on", metavar="DATE", help="for rows that give no day; else today")
    table.add_argument(
        "--list", action="store_true", help="FILE is a list as papers print it, a group a line"
    )
    table.add_argument("--dry-run", action="store_true", help="say what would change, row by row")
    _json(table)


def _register_lists(words: Any) -> None:
    lists = "register_lists"
    members = _command(words, "members", lists, "members", "list a committee's members")
    _committee(members)
    members.add_argument("--on", metavar="DATE", help="as at this day; else today")
    members.add_argument("--popolo", action="store_true", help="as Popolo JSON, with all tenures")
    _list(members)
    member = _command(words, "member", lists, "member", "everything about one person")
    member.add_argument("name", metavar="NAME", help="a name, or any part that one person bears")
    _list(member)
    vacancies = _command(words, "vacancies", lists, "vacancies", "list the vacant seats")
    vacancies.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    vacancies.add_argument("--on", metavar="DATE", help="as at this day; else today")
    _list(vacancies)
    chairs = _command(words, "chairs", lists, "chairs", "list chairs, vice-chairs, other roles")
    chairs.add_argument("--on", metavar="DATE", help="as at this day; else today")
    _list(chairs)
    changes = _command(
        words, "changes", lists, "changes", "how a committee differs between two days"
    )
    _committee(changes)
    changes.add_argument("--from", dest="start", metavar="DATE", required=True)
    changes.add_argument("--to", dest="end", metavar="DATE", help="else today")
    _list(changes)
    interests = _command(
        words, "interests", lists, "interests", "standing interests that a meeting's items name"
    )
    _meeting(interests)
    _json(interests)


def _attendance_lists(words: Any) -> None:
    lists = "register_lists"
    attendance = _command(words, "attendance", lists, "attendance", "who came how often")
    attendance.add_argument("of", metavar="COMMITTEE|NAME", nargs="?", help="else everyone's")
    attendance.add_argument("--from", dest="start", metavar="DATE")
    attendance.add_argument("--to", dest="end", metavar="DATE", help="else today")
    _list(attendance)
    clock = _command(
        words, "six-months", lists, "six_months", "when each councillor's six months end"
    )
    _list(clock)


def _upkeep(words: Any) -> None:
    doctor = _command(words, "doctor", "upkeep", "doctor", "say what is sound and what is not")
    doctor.add_argument("--mend", action="store_true", help="mend what can be mended")
    doctor.add_argument(
        "--accept", metavar="FILE", help="take a file that was edited by hand, or a copy"
    )
    _json(doctor)
    backup = _command(words, "backup", "upkeep", "backup", "write everything into one file")
    backup.add_argument(
        "file", metavar="FILE", nargs="?", help="where to; else the data folder's backups"
    )
    restore = _command(words, "restore", "upkeep", "restore", "show what a backup would change")
    restore.add_argument("file", metavar="FILE", help="a backup")
    restore.add_argument("--yes", action="store_true", help="put it in place; else only show")
    restore.add_argument(
        "--overwrite-newer", action="store_true", help="replace also what is newer here"
    )
    restore.add_argument(
        "--exactly", action="store_true", help="put aside what the backup does not hold"
    )
    _json(restore)


def _room(words: Any) -> None:
    act = _command(words, "act", "room", "act", "do an act as it is said: 'out chi 11.42'")
    act.epilog = SAYINGS
    _meeting(act)
    act.add_argument("words", metavar="WORDS", nargs="+", help="“moved ang, sec bur: that …”")
    act.add_argument("--item", metavar="ITEM", default="", help="during which; else the last")
    act.add_argument("--dry-run", action="store_true", help="only say how it would print")
    room = _command(words, "room", "room", "room", "who is there, the quorum, who may not vote")
    _meeting(room)
    room.add_argument("--item", metavar="ITEM", default="", help="during which; else the last")
    _json(room)
    decided = _command(words, "decisions", "room", "decisions", "list what a meeting decided")
    _meeting(decided)
    decided.add_argument("--csv", action="store_true", help="as CSV, for a spreadsheet")
    _json(decided)

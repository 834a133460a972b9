"""What the commands that list and find are asked with."""

from typing import Any

from clerk.commands.asking import (
    COMMITTEE,
    command_of,
    committee_of,
    json_of,
    list_of,
    meeting_of,
)


def add(words: Any) -> None:
    """Everything that is listed, and what is found by its words."""
    _lists(words)
    _search(words)
    _register_lists(words)
    _attendance_lists(words)


def _lists(words: Any) -> None:
    list_of(command_of(words, "committees", "lists.lists", "committees", "list the committees"))
    people = command_of(words, "people", "lists.lists", "people", "list people")
    people.add_argument("words", metavar="WORDS", nargs="*", help="parts of their names")
    list_of(people)
    meetings = command_of(words, "meetings", "lists.lists", "meetings", "list meetings")
    meetings.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    list_of(meetings)
    resolutions = command_of(words, "resolutions", "lists.lists", "resolutions", "find resolutions")
    resolutions.add_argument("words", metavar="WORDS", nargs="*", help="each must occur")
    list_of(resolutions)


def _search(words: Any) -> None:
    found = command_of(words, "search", "lists.search", "search", "find minutes by their words")
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
    json_of(found)


def _register_lists(words: Any) -> None:
    lists = "lists.register_lists"
    members = command_of(words, "members", lists, "members", "list a committee's members")
    committee_of(members)
    members.add_argument("--on", metavar="DATE", help="as at this day; else today")
    members.add_argument("--popolo", action="store_true", help="as Popolo JSON, with all tenures")
    list_of(members)
    member = command_of(words, "member", lists, "member", "everything about one person")
    member.add_argument("name", metavar="NAME", help="a name, or any part that one person bears")
    list_of(member)
    vacancies = command_of(words, "vacancies", lists, "vacancies", "list the vacant seats")
    vacancies.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    vacancies.add_argument("--on", metavar="DATE", help="as at this day; else today")
    list_of(vacancies)
    chairs = command_of(words, "chairs", lists, "chairs", "list chairs, vice-chairs, other roles")
    chairs.add_argument("--on", metavar="DATE", help="as at this day; else today")
    list_of(chairs)
    changes = command_of(
        words, "changes", lists, "changes", "how a committee differs between two days"
    )
    committee_of(changes)
    changes.add_argument("--from", dest="start", metavar="DATE", required=True)
    changes.add_argument("--to", dest="end", metavar="DATE", help="else today")
    list_of(changes)
    interests = command_of(
        words, "interests", lists, "interests", "standing interests that a meeting's items name"
    )
    meeting_of(interests)
    json_of(interests)


def _attendance_lists(words: Any) -> None:
    lists = "lists.register_lists"
    attendance = command_of(words, "attendance", lists, "attendance", "who came how often")
    attendance.add_argument("of", metavar="COMMITTEE|NAME", nargs="?", help="else everyone's")
    attendance.add_argument("--from", dest="start", metavar="DATE")
    attendance.add_argument("--to", dest="end", metavar="DATE", help="else today")
    list_of(attendance)
    clock = command_of(
        words, "six-months", lists, "six_months", "when each councillor's six months end"
    )
    list_of(clock)

"""What the commands on one meeting are asked with."""

from typing import Any

from clerk.commands.asking import (
    COMMITTEE,
    command_of,
    json_of,
    list_of,
    meeting_of,
)

SAYINGS = (
    "Acts: present pell, dace · apol waters · sub cole for craske · sub cole for craske B1 · "
    "remote pell · out chi 11.42 · left chi B1 interest · in chi 10.40 · back chi · chair bell · "
    "opened 10.02 · closed 12.40 · here Mr B Field, Performance Manager · "
    "adjourned 11.00 to 11.15 · "
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

_OF_ITEMS = (
    ("now", "take_now", "the meeting goes on to this item, in its turn or not"),
    ("earlier", "earlier", "its minute one place earlier in the order taken"),
    ("later", "later", "its minute one place later in the order taken"),
    ("together", "together", "one minute for several items"),
    ("apart", "apart", "an item taken together with others by itself again"),
    ("defer", "defer", "deferred to a later meeting; again, and it stands"),
    ("withdraw", "withdraw_item", "withdrawn; again, and it stands"),
    ("heading", "heading", "a heading above an item; no words take it away"),
)


def add(words: Any) -> None:
    """Minuting a meeting, from the first minute to the signature."""
    _minuting(words)
    _aids(words)
    _room(words)
    _items(words)
    _life(words)
    _history(words)


def _minuting(words: Any) -> None:
    minute = command_of(
        words,
        "minute",
        "meeting.minuting",
        "minute",
        "put a minute's text, in the notation, from standard input",
    )
    meeting_of(minute)
    minute.add_argument("item", metavar="ITEM", help="the item's reference or title")
    notes = command_of(
        words, "notes", "meeting.minuting", "notes", "print your private notes on a meeting"
    )
    meeting_of(notes)
    notes.add_argument(
        "--write", action="store_true", help="put those of standard input; none at all deletes them"
    )
    mark = command_of(words, "mark", "meeting.minuting", "mark", "mark how someone attends")
    meeting_of(mark)
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
    mark.add_argument("--item", metavar="ITEM", help="as substitute for that item alone")
    mark.add_argument("--note", default="", help="why a substitute sits against the rules")
    mark.add_argument("--post", default="", help="an officer's post")


def _aids(words: Any) -> None:
    usual = command_of(
        words, "usual", "meeting.aids", "usual", "the house's usual words for an item"
    )
    meeting_of(usual)
    usual.add_argument("item", metavar="ITEM", help="the item's reference or title")
    usual.add_argument("--put", type=int, metavar="N", help="put the Nth into the minute")
    listed = command_of(words, "actions", "meeting.aids", "listed", "list what was undertaken")
    listed.add_argument("committee", metavar="COMMITTEE", nargs="?", help=COMMITTEE)
    listed.add_argument("--all", action="store_true", help="the done ones too")
    listed.add_argument("--done", metavar="LABEL", default="", help="this one is done")
    listed.add_argument("--reopen", metavar="LABEL", default="", help="this one is not done")
    listed.add_argument("--on", metavar="DATE", help="the day on which it was done; today")
    list_of(listed)
    noted = command_of(
        words, "action", "meeting.aids", "noted", "keep what a minute undertakes, or what you say"
    )
    meeting_of(noted)
    noted.add_argument("item", metavar="ITEM", help="the item's reference or title")
    noted.add_argument("words", metavar="WORDS", nargs="*", help="what is to be done")
    noted.add_argument("--who", default="", help="by whom")
    noted.add_argument("--by", metavar="DATE", help="by when")
    phrases = command_of(
        words, "phrases", "meeting.aids", "phrase_list", "list or change phrases by code"
    )
    phrases.add_argument("words", metavar="WORDS", nargs="*", help="each must occur")
    phrases.add_argument(
        "--set", nargs="+", metavar="CODE WORDS", default=[], help="the phrase of a code"
    )
    phrases.add_argument("--remove", metavar="CODE", default="", help="take a code away")
    list_of(phrases)


def _room(words: Any) -> None:
    act = command_of(
        words, "act", "meeting.room", "act", "do an act as it is said: 'out chi 11.42'"
    )
    act.epilog = SAYINGS
    meeting_of(act)
    act.add_argument("words", metavar="WORDS", nargs="+", help="“moved ang, sec bur: that …”")
    act.add_argument("--item", metavar="ITEM", default="", help="during which; else the last")
    act.add_argument("--dry-run", action="store_true", help="only say how it would print")
    room = command_of(
        words, "room", "meeting.room", "room", "who is there, the quorum, who may not vote"
    )
    meeting_of(room)
    room.add_argument("--item", metavar="ITEM", default="", help="during which; else the last")
    json_of(room)
    decided = command_of(
        words, "decisions", "meeting.room", "decisions", "list what a meeting decided"
    )
    meeting_of(decided)
    decided.add_argument("--csv", action="store_true", help="as CSV, for a spreadsheet")
    json_of(decided)


def _items(words: Any) -> None:
    kinds = words.add_parser(
        "item", help="an agenda item as the meeting takes it: out of order, together, urgent …"
    ).add_subparsers(metavar="WHAT", required=True)
    for name, function, sentence in _OF_ITEMS:
        command = command_of(kinds, name, "meeting.items", function, sentence)
        meeting_of(command)
        command.add_argument("item", metavar="ITEM", help="its reference or title")
        if name == "together":
            command.add_argument("others", metavar="OTHER", nargs="+", help="each other item")
        if name == "heading":
            command.add_argument("title", metavar="TITLE", help="its words")
            command.add_argument("--ref", default="", help="its letter")
    urgent = command_of(
        kinds,
        "urgent",
        "meeting.items",
        "urgent",
        "an item not on the agenda, with the reason to be stated",
    )
    meeting_of(urgent)
    urgent.add_argument("title", metavar="TITLE", help="its title")
    urgent.add_argument("reason", metavar="REASON", help="the special circumstances")
    urgent.add_argument("--ref", default="", help="its reference")


def _life(words: Any) -> None:
    publish = command_of(
        words, "publish", "meeting.life", "publish", "fix the numbers and freeze the record"
    )
    meeting_of(publish)
    withdraw = command_of(words, "withdraw", "meeting.life", "withdraw", "take a publication back")
    meeting_of(withdraw)
    withdraw.add_argument("reason", help="why: it is kept")
    confirm = command_of(words, "confirm", "meeting.life", "confirm", "confirm published minutes")
    meeting_of(confirm)
    confirm.add_argument(
        "--at", metavar="MEETING", help="the meeting that confirmed them; else the next suitable"
    )
    confirm.add_argument("--on", metavar="DATE", help="its day, where that meeting is not in Clerk")
    confirm.add_argument(
        "--amend",
        nargs=2,
        action="append",
        default=[],
        metavar=("NUMBER", "WORDS"),
        help="subject to the amendment of that minute to read these words; may be repeated",
    )
    correct = command_of(words, "correct", "meeting.life", "correct", "correct a confirmed minute")
    meeting_of(correct)
    correct.add_argument("number", metavar="NUMBER", help="the minute's number")
    correct.add_argument("words", metavar="WORDS", help="what it is to read")
    correct.add_argument("--at", metavar="MEETING", help="the later meeting that corrected it")
    correct.add_argument("--on", metavar="DATE", help="its day, where it is not in Clerk")
    correct.add_argument("--minute", metavar="NUMBER", default="", help="that meeting's minute")
    sign = command_of(words, "sign", "meeting.life", "sign", "sign confirmed minutes")
    meeting_of(sign)
    sign.add_argument("--by", metavar="NAME", default="", help="else who presided there")
    sign.add_argument("--on", metavar="DATE", help="else the day on which they were confirmed")
    sign.add_argument("--leaves", metavar="FIRST-LAST", default="", help="“201-208”, in the book")


def _history(words: Any) -> None:
    undo = command_of(words, "undo", "meeting.history", "undo", "take back the last act")
    undo.add_argument(
        "of", metavar="MEETING|register", nargs="?", help="the newest change unless named"
    )
    redo = command_of(words, "redo", "meeting.history", "redo", "do again what was undone")
    redo.add_argument(
        "of", metavar="MEETING|register", nargs="?", help="the newest undoing unless named"
    )
    history = command_of(
        words, "history", "meeting.history", "history", "what was done, by whom, when"
    )
    history.add_argument("of", metavar="MEETING|register")
    json_of(history)
    check = command_of(
        words, "check", "meeting.checking", "check", "look for what is wrong; exit 1 if anything is"
    )
    meeting_of(check)
    json_of(check)

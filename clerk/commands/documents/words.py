"""What the commands that print and write documents are asked with."""

from typing import Any

from clerk.commands.asking import command_of, json_of, meeting_of

PAPERS = ("minutes", "agenda", "membership", "attendance-sheet", "decisions", "decision-record")
EDITIONS = ("draft", "public", "full", "signing")


def add(words: Any) -> None:
    """What is printed and written."""
    show = command_of(
        words, "show", "documents.documents", "show", "print a meeting's minutes or agenda"
    )
    meeting_of(show)
    show.add_argument("--edition", choices=EDITIONS, help="draft or public unless asked for")
    show.add_argument("--minute", metavar="NUMBER", help="one minute alone, by its number")
    show.add_argument(
        "--why",
        action="store_true",
        help="under each line the fact, the act and the style behind it",
    )
    show.add_argument("--notation", action="store_true", help="what was typed, minute by minute")
    show.add_argument("--report", metavar="ITEM", help="the report of an agenda item")
    show.add_argument("--agenda", action="store_true", help="the agenda, though there are minutes")
    json_of(show)
    export = command_of(words, "export", "documents.documents", "export", "write a Word document")
    export.add_argument("what", choices=PAPERS, help="which document")
    export.add_argument("of", metavar="MEETING|COMMITTEE", help="of what")
    export.add_argument("item", metavar="ITEM", nargs="?", default="", help="of a decision-record")
    export.add_argument("-o", "--output", metavar="FILE", help="a .docx, .pdf or .txt file")
    export.add_argument("--style", default="", help="a house style, instead of the committee's")
    export.add_argument("--edition", choices=EDITIONS, help="draft or public unless asked for")
    export.add_argument("--pdf", action="store_true", help="as PDF, through LibreOffice")
    export.add_argument("--on", metavar="DATE", help="membership as at this day")
    export.add_argument("--text", action="store_true", help="print it here as plain text")
    export.add_argument("--open", action="store_true", help="open it with the system's program")
    export.add_argument("--print", action="store_true", help="send it to the printer")
    export.add_argument(
        "--first-page", type=int, metavar="N", help="its first leaf's number in the minute book"
    )
    _decision(words)
    _styles(words)


def _styles(words: Any) -> None:
    styles = command_of(
        words, "styles", "documents.styles", "styles", "list, check or copy house styles"
    )
    deeds = styles.add_subparsers(metavar="check|copy", title="what to do; else they are listed")
    check = command_of(
        deeds, "check", "documents.styles", "check", "say what is wrong with a house style"
    )
    check.add_argument("style", metavar="NAME|FOLDER", help="one at hand, or a folder anywhere")
    copy = command_of(
        deeds, "copy", "documents.styles", "copy", "make a style of your own from another"
    )
    copy.add_argument("style", metavar="NAME", help="the one to begin from")
    copy.add_argument("new", metavar="NEW", help="what yours is called")
    keys = command_of(
        deeds, "keys", "documents.styles", "keys", "list what a style may say, and says"
    )
    keys.add_argument("style", metavar="NAME", help="one at hand")
    keys.add_argument("words", metavar="WORDS", nargs="*", help="each must occur")
    put = command_of(
        deeds, "set", "documents.styles", "put", "change a style of your own, key by key"
    )
    put.add_argument("style", metavar="NAME", help="one at hand")
    put.add_argument("values", metavar="KEY=WORDS", nargs="+", help="“minute.number={yy}/{n:03}”")
    put.add_argument("--as", dest="new", default="", metavar="NEW", help="save it under this name")
    document = command_of(
        words,
        "check-document",
        "documents.document_check",
        "check_documents",
        "look through Word files",
    )
    document.add_argument("files", metavar="FILE", nargs="+", help="a .docx file")


def _decision(words: Any) -> None:
    kept = command_of(
        words,
        "decision",
        "documents.papers_typed",
        "decision",
        "what a record of decision says, and put it",
    )
    meeting_of(kept)
    kept.add_argument("item", metavar="ITEM", help="the item's reference or title")
    kept.add_argument("--number", help="“12/01905”")
    kept.add_argument("--taker", help="who took it; else the body")
    kept.add_argument("--subject", help="else the minute's title")
    kept.add_argument("--decision", help="else the minute's resolution")
    kept.add_argument("--reasons", help="required before it is exported")
    kept.add_argument("--alternatives", help="considered and rejected")
    kept.add_argument("--interests", help="else those declared")
    kept.add_argument("--dispensations", help="granted by the head of paid service")
    kept.add_argument("--background", help="background documents")
    json_of(kept)
    front = command_of(
        words,
        "front-sheet",
        "documents.papers_typed",
        "front_sheet",
        "what an agenda's front sheet says",
    )
    meeting_of(front)
    front.add_argument("--contact", help="whom to ask for")
    front.add_argument("--phone", help="the contact's telephone")
    front.add_argument("--officer", help="the proper officer who signs the agenda")
    front.add_argument("--officer-post", help="the proper officer's post")
    front.add_argument("--officer-phone", help="the proper officer's telephone")
    front.add_argument("--published", metavar="DATE", help="the day of publication")
    front.add_argument("--motion", help="the motion to exclude the public, in its own words")
    front.add_argument("--open-words", help="said under the heading of open items")
    front.add_argument("--exempt-words", help="said under the heading of exempt items")
    front.add_argument(
        "--notice", action="append", metavar="TEXT", help="“Heading: text”; replaces all notices"
    )
    json_of(front)

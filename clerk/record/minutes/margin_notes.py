"""What stands beside the minutes in a narrow column, or under them: who leads, who is to act."""

from collections.abc import Iterable, Iterator

from clerk.domain.actions import Action
from clerk.domain.meetings import Author, Meeting, Minute
from clerk.domain.printed import Line, Run
from clerk.errors import InputError
from clerk.names import initials, parse_name
from clerk.record.context import Context
from clerk.record.dates import plain_date
from clerk.record.wording import Value, filled, listed

BESIDE = "margin note"
"""The role of a line that stands beside the paragraph before it."""
IN_COLUMN = frozenset({BESIDE, "margin heading"})
"""The roles of all that stands in the column."""


def margin_heading(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """What stands at the top of the column, over the first minute."""
    margin = context.style.margin
    first = meeting.minutes[0].id == minute.id
    if first and margin.heading and margin.place == "beside":
        runs = (Run(text=margin.heading),)
        yield Line(kind="margin", runs=runs, fact=meeting.id, role="margin heading")


def lead_note(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """Who leads a minute's item, or whatever the house puts beside its heading."""
    items = [item for each in minute.items if (item := meeting.item(each))]
    values: dict[str, Value] = {
        "authors": _together([author.name for author in minute.authors], context),
        "initials": _together(list(map(_initials_of, minute.authors)), context),
        "refs": _together([item.ref for item in items if item.ref], context),
        "pages": _together([item.pages for item in items if item.pages], context),
    }
    yield from _note(context.style.margin.minute, values, minute.id, context)


def with_actions(
    lines: Iterable[Line], meeting: Meeting, minute: Minute, context: Context
) -> Iterator[Line]:
    """The lines of a minute's text, each with what was undertaken in it.

    An action stands by the line with its words, else by the one that names who is to act, else by
    the last.
    """
    mine = [action for action in meeting.actions if action.minute == minute.id]
    if not mine or not context.style.margin.action:
        yield from lines
        return
    printed = list(lines)
    places = [(_place(action, printed), action) for action in mine]
    for at, line in enumerate(printed):
        yield line
        for place, action in places:
            if place == at:
                yield from _action_note(action, context)
    if not printed:
        for action in mine:
            yield from _action_note(action, context)


def _place(action: Action, lines: list[Line]) -> int:
    for words in filter(None, (action.what, action.officer)):
        wanted = _plain(words)
        at = next((at for at, line in enumerate(lines) if wanted in _plain(line.text)), None)
        if at is not None:
            return at
    return len(lines) - 1


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _action_note(action: Action, context: Context) -> Iterator[Line]:
    values: dict[str, Value] = {
        "officer": action.officer,
        "initials": _initials(action.officer),
        "what": action.what,
        "due": plain_date(action.due, context.style.dates) if action.due else "",
    }
    yield from _note(context.style.margin.action, values, action.id, context)


def _note(words: str, values: dict[str, Value], fact: str, context: Context) -> Iterator[Line]:
    text = filled(words, values).strip()
    if text:
        role = BESIDE if context.style.margin.place == "beside" else "under"
        yield Line(kind="margin", runs=(Run(text=text),), fact=fact, role=role)


def _initials_of(author: Author) -> str:
    return _initials(author.name)


def _initials(words: str) -> str:
    """ "JAP" of Mr J A Pell; words that are no name stay as they are."""
    try:
        return initials(parse_name(words)) if " " in words.strip() else words
    except InputError:
        return words


def _together(words: list[str], context: Context) -> str:
    lists = context.style.lists
    return listed(words, lists.separator, lists.last)

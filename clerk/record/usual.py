"""The house's usual words for an item of business: what one key puts under it.

Each is normal notation: a field where facts say it all, a resolution that adopts the report's
recommendation, the words of a field where the clerk wants to type on behind them.
"""

import re
from collections.abc import Iterator

from clerk.domain.base import Fact
from clerk.domain.meetings import AgendaItem, Meeting, Minute
from clerk.notation import Paragraph, parse
from clerk.record.adopting import adopted
from clerk.record.context import Context
from clerk.record.minutes.fields import field_words, fields_in

NOTED = "RESOLVED that the {what} be noted."
_NOTED = re.compile(r"\b(?P<what>update|presentation)\b", re.IGNORECASE)
_SAID = (
    (r"\burgent\b", "There were no urgent items."),
    (
        r"\bpublic (?:questions?|speaking|participation)|questions from",
        "There were no questions from members of the public.",
    ),
    (
        r"\bwebcast",
        "The {chair} reminded those present that the meeting was being webcast.",
    ),
)
"""What is said where nothing else happens."""
_TITLES: tuple[tuple[str, str], ...] = (
    ("apologies", r"\bapolog"),
    ("substitutes", r"\bsubstitut"),
    ("declarations", r"\bdeclarations?\b|\binterests\b"),
    (
        "previous-minutes",
        r"^(?:draft )?minutes\b|\bminutes of (?:the|its) (?:last|previous|meeting)",
    ),
    ("exclusion", r"\bexclu(?:de|sion)\b|^exempt (?:items|business)"),
    ("dates", r"\bdates? of\b.*\bmeetings?\b|\bfuture meetings\b|^(?:next|future) meetings?\b"),
)
"""What a standing item is called: a title may be of several, "Apologies and Substitutes"."""
_NOTE = re.compile(r"^to note that (?P<what>.+?) has (?P<done>\w+)", re.IGNORECASE | re.DOTALL)


class Usual(Fact, frozen=True):
    """Words to be put, and what they are, for the clerk to know what the next press brings."""

    what: str
    text: str


def usual_words(
    meeting: Meeting, context: Context, item: AgendaItem | None, minute: Minute
) -> tuple[Usual, ...]:
    """What is usual here, likeliest first; none where nothing is known of the item.

    `minute` is the item's, perhaps not stored yet. Fields that stand in it already are left out.
    """
    there = set(fields_in(minute))
    found = (each for each in _usual(meeting, context, item, minute) if each.text)
    each_once = {one.text: one for one in found if one.text.removeprefix(":") not in there}
    return tuple(each_once.values())


def _usual(
    meeting: Meeting, context: Context, item: AgendaItem | None, minute: Minute
) -> Iterator[Usual]:
    title = item.title if item else minute.title
    names = [name for name, words in _TITLES if re.search(words, title, re.IGNORECASE)]
    said = [words for name, words in _SAID if re.search(name, title, re.IGNORECASE)]
    if any(motion.item and motion.item in (minute.id, *minute.items) for motion in meeting.motions):
        yield Usual(what="motions and votes", text=":motions")
    yield from _from_facts(names, meeting, context, minute)
    if item is not None:
        yield from _on_the_papers(meeting, item)
    for words in said:
        yield Usual(what="the usual sentence", text=words.format(chair=context.chair_title))
    if not names and not said:
        found = _NOTED.search(title)
        what = found["what"].lower() if found else "report"
        yield Usual(what="noted", text=NOTED.format(what=what))


def _from_facts(
    names: list[str], meeting: Meeting, context: Context, minute: Minute
) -> Iterator[Usual]:
    """What the facts say in the fields of these names; of declarations also that there are none."""
    told = {name: field_words(name, meeting, minute, context) for name in names}
    told = {name: words for name, words in told.items() if words}
    if told:
        yield Usual(what="from the facts", text="\n".join(f":{name}" for name in told))
        plain = (_marked(name, words) for name, words in told.items())
        yield Usual(what="the same as plain text", text="\n".join(plain))
    if "declarations" in names and "declarations" not in told:
        none = context.style.room.declarations.none
        yield Usual(what="nobody declared anything", text=none)
        yield Usual(what="from the facts, once members were asked", text=":declarations")


def _on_the_papers(meeting: Meeting, item: AgendaItem) -> Iterator[Usual]:
    """What the agenda asks to note, and what the item's reports recommend."""
    if note := _NOTE.match(item.note):
        rest = item.note[note.end() :].strip()
        words = f"The Committee noted that {note['what']} had {note['done']} {rest}"
        yield Usual(what="what the agenda asks to note", text=f"{words.rstrip('. ')}.")
    for report in meeting.reports:
        if report.item == item.id and report.exempt is None:
            yield Usual(what="the recommendation adopted", text=adopted(report.recommendation))


def _marked(name: str, words: str) -> str:
    """An approval that is no resolution by its first words is marked as one."""
    if name == "previous-minutes" and isinstance(parse(words)[0], Paragraph):
        return f"[[{words}]]"
    return words

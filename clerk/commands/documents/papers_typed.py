"""`clerk decision` and `clerk front-sheet`: what papers beside the minutes say."""

from argparse import Namespace

import msgspec
from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.commands.documents.documents import minute_of
from clerk.commands.opening import day_of, desk_of
from clerk.commands.say import say, say_json
from clerk.desk.documents import papers

_OF_DECISION = (
    "number",
    "taker",
    "subject",
    "decision",
    "reasons",
    "alternatives",
    "interests",
    "dispensations",
    "background",
)
_ON_FRONT = (
    "contact",
    "phone",
    "officer",
    "officer_post",
    "officer_phone",
    "motion",
    "open_words",
    "exempt_words",
)


def decision(asked: Namespace) -> int:
    """Shows what the record of a decision says; puts what was given."""
    given = _given(asked, _OF_DECISION)
    with desk_of(asked, lock=bool(given)) as desk:
        minute = minute_of(desk, asked.item)
        record = papers.record_of_decision(desk.meeting, minute.id)
        if given:
            record = replace(record, **given)
            papers.keep_decision(desk, record)
        if asked.json:
            say_json(record)
        else:
            for part in _OF_DECISION:
                say(f"{part}: {getattr(record, part) or '-'}")
    return 0


def front_sheet(asked: Namespace) -> int:
    """Shows what an agenda's front sheet says, with its clear days; puts what was given."""
    given: dict[str, object] = dict(_given(asked, _ON_FRONT))
    changing = bool(given) or asked.notice is not None or asked.published is not None
    with desk_of(asked, lock=changing) as desk:
        front = papers.front_of(desk)
        if asked.published is not None:
            given["published"] = day_of(asked.published, desk.office)
        if asked.notice is not None:
            given["notices"] = tuple(papers.notice_of(words) for words in asked.notice if words)
        if changing:
            front = replace(front, **given)
            papers.keep_front(desk, front)
        if asked.json:
            say_json(msgspec.to_builtins(front))
            return 0
        for part in _ON_FRONT:
            say(f"{part.replace('_', '-')}: {getattr(front, part) or '-'}")
        for notice in front.notices:
            say(f"notice: {papers.notice_text(notice)}")
        say(papers.notice_words(desk, front))
    return 0


def _given(asked: Namespace, parts: tuple[str, ...]) -> dict[str, str]:
    found = ((part, getattr(asked, part)) for part in parts)
    return {part: clean_text(words)[0].strip() for part, words in found if words is not None}

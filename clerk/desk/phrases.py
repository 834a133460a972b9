"""Phrases by code: the list that completion offers, and the council's changes to it."""

import json
import re

from clerk.clean import clean_text
from clerk.desk.office import Office
from clerk.desk.row import Row
from clerk.errors import InputError, NotFoundError
from clerk.paths import templates_dir
from clerk.store.phrases import (
    FILE_NAME,
    is_code,
    phrases_from,
    read_own_phrases,
    read_phrases,
    write_own_phrases,
)

_HEAD = "# The council's own phrases by code: see `clerk phrases`.\n"


class PhraseRow(Row, frozen=True):
    """A phrase and its code."""

    code: str
    words: str
    own: bool = False
    """Whether the council set it; else Clerk ships it."""


def phrases(office: Office, words: str = "") -> tuple[PhraseRow, ...]:
    """Every phrase in whose code or words each of `words` occurs, by code; raises InputError."""
    shipped = dict(read_phrases(templates_dir() / FILE_NAME))
    own = _own(office)
    rows = [
        PhraseRow(code=code, words=said, own=code in own)
        for code, said in sorted((shipped | own).items())
        if said
    ]
    wanted = words.casefold().split()
    return tuple(
        row for row in rows if all(word in f"{row.code} {row.words}".casefold() for word in wanted)
    )


def code_of(words: str) -> str:
    """The code that the words are, in small letters; raises InputError where they can be none."""
    small = words.strip().casefold()
    if not is_code(small):
        raise InputError(
            f"“{words.strip()}” is no code: two to eight letters or digits, a letter first."
        )
    return small


def set_phrase(office: Office, code: str, words: str, *, instead_of: str = "") -> PhraseRow:
    """The phrase of a code, new or another; `instead_of` is the code that it had before.

    Raises InputError where one cannot be used.
    """
    small, said = code_of(code), " ".join(clean_text(words)[0].split())
    if not said:
        raise InputError("A phrase needs words. Type them behind its code.")
    _put(office, small, said)
    if instead_of and instead_of != small:
        take_away(office, instead_of)
    return PhraseRow(code=small, words=said, own=True)


def take_away(office: Office, code: str) -> str:
    """Takes a code away, a shipped one too; returns its words. Raises NotFoundError."""
    row = next((each for each in phrases(office) if each.code == code.strip()), None)
    if row is None:
        raise NotFoundError(f"There is no phrase “{code}”. `clerk phrases` lists them.")
    shipped = dict(read_phrases(templates_dir() / FILE_NAME))
    _put(office, row.code, "" if row.code in shipped else None)
    return row.words


def _own(office: Office) -> dict[str, str]:
    return phrases_from(read_own_phrases(office.home), FILE_NAME)


def _put(office: Office, code: str, words: str | None) -> None:
    """The code's line put, changed or taken out; every other line of the file stays as it is."""
    text = read_own_phrases(office.home)
    line = "" if words is None else f"{code} = {json.dumps(words, ensure_ascii=False)}\n"
    same = re.compile(rf"^[ \t]*{re.escape(code)}[ \t]*=.*\n?", re.MULTILINE)
    if same.search(text):
        text = same.sub(lambda _: line, text, count=1)
    else:
        text = line + text if text else _HEAD + line  # before any heading: it would be under it
    phrases_from(text, FILE_NAME)  # refused here, before anything is stored
    office.prepare()
    write_own_phrases(office.home, text)

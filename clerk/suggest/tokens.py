"""Text cut into the pieces that are counted and foretold: words, marks, names, paragraph ends."""

import re
from collections.abc import Iterable, Iterator

START = "\n"
"""The piece between paragraphs, and before the first."""
SOMEONE = "\x00someone"
"""Stands for any person: which one is foretold apart from where one is named."""

_TITLES = (
    r"(?:The )?(?:(?:County|Borough|District|Parish|Town) )?(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|"
    r"Cllr|Councillor|Alderman|Sir|Dame|Lord|Lady|Baroness|Canon|Rev|Revd|Reverend)"
)
_INITIALS = r"(?:[A-Z]\.? ?){1,4}"
_HONOURS = r"(?:, (?:[A-Z]{2,5}|PhD|BSc|BEd|BA|MA)\b)*"
NAMED = rf"{_TITLES}\.? (?:{_INITIALS} )?(?:(?:van|de|der|von|la|le|St\.?) )*[A-Z][\w’'-]*\w{_HONOURS}"
"""A titled name: "Mr Pell", "Cllr Mrs J A Pell, MBE"."""
_WORD = r"[£$€#]?[^\W_]+(?:(?:[&/.’'-]|\.(?=\d)|,(?=\d))[^\W_]+)*%?"
_PIECE = re.compile(rf"\b{NAMED}|['’]s\b|{_WORD}|\n+|[^\s\w]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_NOTATION = re.compile(r"^[ \t]*(?:#{1,6} |- |> |\([a-z0-9]{1,4}\)=? |\\)", re.M)

SENTENCE_ENDS = frozenset((START, ".", "?", "!"))
CLOSERS = frozenset(",;:.?!)]}”%")
OPENERS = frozenset("([{“£")


def pieces(text: str) -> list[str]:
    """The pieces of `text` in order: a titled name is one, an apostrophe's s is one."""
    found: list[str] = []
    for piece in _PIECE.findall(_NOTATION.sub("", text)):
        if piece[-1] == "s" and len(piece) > 2 and piece[-2] in "'’":
            found += (piece[:-2], piece[-2:])
        elif piece[0] == "\n":
            found.append(START)
        else:
            found.append(piece)
    return found


def joined(before: str, piece: str) -> str:
    """`piece` as it stands behind `before`: with a space where one belongs."""
    if piece in CLOSERS or piece in ("'s", "’s") or before in OPENERS or before == START:
        return piece
    return f" {piece}"


def is_name(piece: str) -> bool:
    """Whether the piece is a titled name: no other piece has a space in it."""
    return " " in piece


def is_word(piece: str) -> bool:
    """Whether it is a word, a number or a name: not a mark and not a paragraph's end."""
    return piece[0].isalnum() or piece[0] in "£$€#\x00"


def in_sentence_case(found: Iterable[str], known: set[str]) -> Iterator[str]:
    """The pieces with the capital of a sentence's first word, and of headings, taken off.

    Only where the small form is known: a name at a sentence's start keeps its capital.
    """
    before = START
    for piece in found:
        if piece[:1].isupper() and not is_name(piece):
            first = before in SENTENCE_ENDS and piece[1:].islower()
            shouted = len(piece) > 3 and piece.isupper()
            if (first or shouted) and piece.lower() in known:
                yield piece.lower()
                before = piece
                continue
        yield piece
        before = piece

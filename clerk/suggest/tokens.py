"""Text cut into the pieces that are counted and foretold: words, marks, names, starts."""

import re
from collections.abc import Iterable, Iterator, Mapping

START = "\n"
"""Where a paragraph or a sentence begins."""
SOMEONE = "\x00"
"""Stands for any person: which one is foretold apart from where one is named."""

_TITLE = (
    r"(?:(?:The )?(?:(?:County|Borough|District|Parish|Town) )?(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|"
    r"Professor|Cllr|Councillor|Cyng|Alderman|Sir|Dame|Lord|Lady|Baroness|Canon|Rev|Revd|Reverend)"
    r"\.?)"
)
_INITIALS = r"(?:[A-Z]\.? ?){1,4}"
_PARTICLES = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Vv]on|[Ll]a|[Ll]e|St\.?) ){0,3}"
_HONOURS = r"(?:, ?[A-Z]{2,5}\b)*"
NAMED = rf"{_TITLE}(?: {_TITLE}){{0,2}} (?:{_INITIALS} )?{_PARTICLES}[A-Z][\w’'-]*\w{_HONOURS}"
"""A titled name: "Mr Pell", "Cllr Mrs J A Pell, MBE"."""
_ANY_TITLE = rf"(?:{_TITLE}|(?:mr|mrs|ms|dr|cllr)\.?)"
_PART_OF_NAME = re.compile(
    rf"\b{_ANY_TITLE}(?: {_ANY_TITLE}){{0,2}} (?:[A-Z]\.? )*{_PARTICLES}"
    r"(?:[^\W\d_][\w’'-]*)?$"
)
"""A titled name under way, the title perhaps in small letters."""
_WORD = r"[£$€#]?[^\W_]+(?:(?:[&/.’'-]|[.,](?=\d))[^\W_]+)*%?"
_PIECE = re.compile(rf"\b{NAMED}|['’]s\b|{_WORD}|\n|[^\s\w]")
_PART_OF_WORD = re.compile(r"[£$€#]?(?:[^\W_]+[&/.’'-])*[^\W_]*$")
_NOTATION = re.compile(r"^[ \t]*(?:#{1,6} |[-•] |> |\(\w{1,4}\)=? |\\)", re.M)
_WRAPPED = re.compile(r"(?<=[^\s.:;?!])[ \t]*\n[ \t]*(?=[a-z])")
"""A line of a paper that runs on in the next."""

SENTENCE_ENDS = frozenset(".?!")
STARTING = SENTENCE_ENDS | {START}
"""A sentence begins behind these."""
CLOSERS = frozenset(",;:.?!)]}”%")
_OPENERS = frozenset("([{“")
POSSESSIVES = frozenset(("'s", "’s"))
_SHOUTED = frozenset(
    ("RESOLVED", "RECOMMENDED", "AGREED", "MOTION", "CARRIED", "LOST", "ACTION", "NOTED")
)
"""Words of minutes that councils write in capitals inside a text."""

Forms = Mapping[str, tuple[tuple[str, ...], ...]]
"""Names without a title, in words, by their first word: ("Ann", "Pell")."""


def pieces(text: str, untitled: Forms | None = None) -> list[str]:
    """The pieces of `text` in order; a name is one piece, and so is an apostrophe's s.

    Titled names are told by their shape; those without a title are given in `untitled`.
    """
    plain = _NOTATION.sub("", text)
    if "\n" in plain:
        plain = _WRAPPED.sub(" ", plain)
    found: list[str] = []
    for piece in _PIECE.findall(plain):
        if piece[-1] == "s" and len(piece) > 2 and piece[-2] in "'’":
            found += (piece[:-2], piece[-2:])
        else:
            found.append(piece)
    return list(_together(found, untitled)) if untitled else found


def _together(found: list[str], untitled: Forms) -> Iterator[str]:
    at = 0
    while at < len(found):
        forms = untitled.get(found[at], ())
        words = next((f for f in forms if tuple(found[at : at + len(f)]) == f), (found[at],))
        yield " ".join(words)
        at += len(words)


def in_sentence_case(found: Iterable[str], known: set[str]) -> Iterator[str]:
    """The pieces without the capital of a sentence's first word and without shouted words.

    Only where the small form is known: a name at a sentence's start keeps its capital.
    """
    starts = True
    for piece in found:
        if piece.islower():
            yield piece
            starts = False
            continue
        small = piece.lower()
        if small in known and small != piece and not is_name(piece):
            shouted = len(piece) > 3 and piece.isupper() and piece not in _SHOUTED
            yield small if shouted or (starts and piece[1:].islower()) else piece
        else:
            yield piece
        starts = ends_sentence(piece)


def unfinished(line: str) -> str:
    """What of the last word stands before the cursor; perhaps nothing."""
    part = _PART_OF_WORD.search(line)
    return part[0] if part else ""


def unfinished_name(line: str) -> str:
    """What of a titled name stands before the cursor: "Mr ", "mr h", "Cllr Mrs P"; or nothing."""
    part = _PART_OF_NAME.search(line)
    return part[0] if part else ""


def beside(before: str, piece: str) -> str:
    """`piece` as it stands behind `before`: with a space where one belongs."""
    close = piece in CLOSERS or piece in POSSESSIVES or before in _OPENERS or before == START
    return piece if close else f" {piece}"


def ends_sentence(piece: str) -> bool:
    """Whether a sentence begins behind the piece."""
    return piece in STARTING


def is_name(piece: str) -> bool:
    """Whether the piece is a name: no other has a space in it."""
    return " " in piece


def is_word(piece: str) -> bool:
    """Whether it is a word or a number: not a name, a mark or a start."""
    return (piece[0].isalnum() or piece[0] in "£$€#") and " " not in piece

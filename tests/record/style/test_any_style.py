"""Whatever a valid style says, no word that the clerk typed is lost."""

import re
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.domain.meetings import Exempt, Sitting
from clerk.domain.movements import Movement
from clerk.domain.printed import Record
from clerk.record.minutes.compose import compose, minute_lines
from clerk.record.named import FORMS
from clerk.record.style.house_style import HouseStyle, style_from
from clerk.record.style.keys import hints_of, literals_of, struct_within
from clerk.record.style.places import places_of
from tests.record.builders import context, entry, item, meeting, minute

_LINES = (
    "Members asked about the bridge.",
    "RESOLVED that the report be noted.",
    "RESOLVED that:",
    "RESOLVED TO RECOMMEND that fares rise",
    "The Cabinet resolved to defer it:-",
    "(a) a plan of salt bins; and",
    "(b) its cost",
    "(i) at Oxley",
    "(zz) odd mark",
    "- bullet one",
    "  - bullet two",
    "## Discussion",
    "> Words displayed",
    "Carried",
    "Thursday 16 May 2026",
    "| Route | Cost |",
    "|---|---|",
    "Prose in which [[they agreed to wait]] for a while",
    "(14)= A paragraph renumbered",
    ":apologies",
    "\\- plain dash",
)
_TEXTS = st.lists(st.sampled_from(_LINES), max_size=9).map("\n".join)
_WORDS = ("", " x ", " {0} ", "[ {0} ] x ", " {0} {1} {2} {3} ")


def _values(kind: Any, key: str) -> st.SearchStrategy[Any]:
    """Some of what a key of this type may hold, valid or not."""
    if literals_of(kind):
        return st.sampled_from(literals_of(kind))
    if kind is bool:
        return st.booleans()
    if kind is str:
        if key.rsplit(".", 1)[-1] in ("names", "principals", "voters"):
            return st.sampled_from(FORMS)
        known = places_of(key) or ()
        return st.sampled_from([_with_places(words, known) for words in _WORDS])
    return st.nothing()


def _with_places(words: str, known: tuple[str, ...]) -> str:
    for at in range(4):
        place = f"{{{known[at % len(known)]}}}" if known else "y"
        words = words.replace(f"{{{at}}}", place)
    return words


def _toml_keys(kind: Any = HouseStyle, where: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, of in hints_of(kind).items():
        if struct_within(of) is of:
            found += _toml_keys(of, f"{where}{key}.")
        elif of in (str, bool) or (literals_of(of) and not str(of).startswith("tuple")):
            found.append((f"{where}{key}", of))
    return found


_KEYS = _toml_keys()


@st.composite
def styles(draw: st.DrawFn) -> HouseStyle:
    """A valid style: up to a dozen keys changed, each left alone where it is refused."""
    toml = ""
    for key, kind in draw(st.lists(st.sampled_from(_KEYS), max_size=12, unique=True)):
        value = draw(_values(kind, key))
        written = str(value).lower() if isinstance(value, bool) else f"'{value}'"
        table = toml + f"{key} = {written}\n"
        try:
            style_from(table, "any")
        except Exception as refused:
            assert str(refused).startswith("The style.toml of “any”")
        else:
            toml = table
    return style_from(toml, "any")


@settings(max_examples=120, deadline=None)
@given(styles(), st.lists(_TEXTS, min_size=1, max_size=3))
def test_no_word_of_the_minutes_is_lost_in_any_style(style: HouseStyle, texts: list[str]) -> None:
    of = meeting(
        *(
            minute(f"m{at}", text, title=f"Title{at}", exempt=Exempt() if at == 1 else None)
            for at, text in enumerate(texts)
        ),
        items=(item("i", "A1"),),
        attendance=(entry("pell", role="Chairman"), entry("dace", "apologies"), entry("orme")),
        movements=(Movement(id="x", kind="arrived", person="orme"),),
        sittings=(Sitting(id="s"),),
    )
    known = context(style=style)
    record = compose(of, known, "full")
    said = _count(_all(record))
    typed = _count(" ".join((*texts, *(f"Title{at}" for at in range(len(texts))))))
    missing = {word for word in typed if said[word] < typed[word]} - _NOT_PRINTED
    assert missing == set()
    for each in of.minutes:
        assert set(minute_lines(of, each, known)) <= set(record.lines)


_NOT_PRINTED = {"resolved", "that", "apologies", "14", "a", "b", "i", "zz"}
"""What the style words otherwise: the lead, a field's name, numbers and marks."""


def _all(record: Record) -> str:
    return " ".join(f"{line.number or ''} {line.text}" for line in record.lines)


def _count(words: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", words.casefold()))

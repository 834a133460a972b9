"""Esc and the next key, as fast as they come: both act, and neither is typed into the minutes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from screens.escaping import EscapeParser

ESCAPE = "\x1b"


def heard(*pieces: str) -> list[str]:
    """The keys that a terminal's pieces are heard as, and in brackets what is pasted."""
    parser = EscapeParser()
    events = [event for piece in pieces for event in parser.feed(piece)]
    time.sleep(0.11)  # after which a lone Escape is a key
    events += parser.tick()
    return [
        event.key if isinstance(event, Key) else f"[{event.text}]"
        for event in events
        if isinstance(event, Key | Paste)
    ]


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        (["\x1bp"], ["escape", "p"]),
        (["\x1b", "p"], ["escape", "p"]),
        (["\x1b."], ["escape", "full_stop"]),
        (["\x1b1"], ["escape", "1"]),
        (["\x1b\r"], ["escape", "enter"]),
        (["\x1b", "\x7f"], ["escape", "backspace"]),
        (["\x1b\x13"], ["escape", "ctrl+s"]),
        (["\x1bpub"], ["escape", "p", "u", "b"]),
        (["\x1bp\x1b"], ["escape", "p", "escape"]),
        (["\x1b\x1bv"], ["escape", "escape", "v"]),
        (["\x1b", "\x1b[B"], ["escape", "down"]),
        (["q\x1b", "b", "w"], ["q", "escape", "b", "w"]),
        (["\x1b"], ["escape"]),
    ],
)
def test_escape_and_the_key_behind_it_are_two_keys(pieces: list[str], keys: list[str]) -> None:
    assert heard(*pieces) == keys


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        (["\x1b[A"], ["up"]),
        (["\x1b", "[A"], ["up"]),
        (["\x1b[", "A"], ["up"]),
        (["\x1bOP"], ["f1"]),
        (["\x1b[1;5C"], ["ctrl+right"]),
        (["\x1b[27u"], ["escape"]),
        (["\x1bb"], ["ctrl+left"]),
        (["\x1b\x7f"], ["ctrl+w"]),
        (["\x1b[I", "\x1b[1;5Cq"], ["ctrl+right", "q"]),
    ],
)
def test_arrows_and_other_sequences_are_heard_as_ever(pieces: list[str], keys: list[str]) -> None:
    assert heard(*pieces) == keys


@pytest.mark.parametrize("pasted", ["a\x1bbc\x1bpd", "\x1b", "\x1b[31mred\x1b[0m", ""])
def test_a_paste_with_escape_in_it_is_one_paste_and_types_no_key(pasted: str) -> None:
    clean = pasted.replace(ESCAPE, "")
    assert heard(f"\x1b[200~{pasted}\x1b[201~x\x1bv") == [f"[{clean}]", "x", "escape", "v"]


_PIECES = st.lists(
    st.sampled_from([ESCAPE, "p", "v", "x", "\r", "\x1b[A", "\x1b[B", "\x13"]), max_size=8
)


@given(pieces=_PIECES, joined=st.booleans())
def test_no_key_is_lost_or_made_up_however_they_come(pieces: list[str], joined: bool) -> None:
    names = {ESCAPE: "escape", "\r": "enter", "\x1b[A": "up", "\x1b[B": "down", "\x13": "ctrl+s"}
    parser = EscapeParser()
    sent = ["".join(pieces)] if joined and pieces else pieces
    events = [event for piece in sent for event in parser.feed(piece)]
    parser._timeout_time = 0.0 if parser._timeout_time else None
    events += parser.tick()
    assert [e.key for e in events if isinstance(e, Key)] == [names.get(p, p) for p in pieces]

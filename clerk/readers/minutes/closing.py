"""The end of minutes: when the meeting closed, and the place for a signature."""

import datetime as dt
import re
from typing import NamedTuple

from clerk.readers.minutes.minutes_head import times_in
from clerk.readers.pages.page import Page


class Closing(NamedTuple):
    """The lines after the last minute."""

    first: int
    """Where in the page they begin."""
    lines: tuple[str, ...]
    time: dt.time | None


# "The meeting closed at 12.05 pm", "THE CHAIRMAN CLOSED THE MEETING AT 12.04 PM", "Council rose at"
_CLOSED = re.compile(
    r"^(?:there being no (?:further|other) business.{0,60})?(?:the )?"
    r"(?:meeting|council|committee|cabinet|board|chair(?:man|woman|person)?|mayor|business)\b.{0,50}?"
    r"\b(?:closed|ended|concluded|finished|rose|terminated|finish(?:ed)?|to an? (?:close|end))\b"
    r".{0,90}$",
    re.IGNORECASE,
)
# What a line holds that is nothing but a place to sign: "Signed …… Chair …… Date ……", "CHAIRMAN"
_SIGNS = re.compile(
    r"\b(?:signed|signature|arwyddo(?:wyd)?|chair(?:man|woman|person)?|mayor|leader|convener|provost|"
    r"president|dated?|clerk|cadeirydd|presiding|confirmed|as a (?:true|correct) record|"
    r"of the meeting|tudalen \d+)\b",
    re.IGNORECASE,
)
_MOST = 14
"""Lines that are not empty after the sentence that closes the meeting, at most."""


def read_closing(page: Page, first: int, end: int) -> Closing:
    """The closing of the minutes whose last minute's text begins at `first`."""
    at = _closing_sentence(page, first, end)
    if at is None:
        at = _signature(page, first, end)
    lines = tuple(line.text for line in page[at:end] if line.text)
    time = next((times[0] for line in lines if (times := times_in(line))), None)
    return Closing(at, lines, time)


def _closing_sentence(page: Page, first: int, end: int) -> int | None:
    for at in range(first, end):
        if len(page[at].text) < 200 and _CLOSED.match(page[at].text):
            left = sum(1 for line in page[at:end] if line.text)
            if left <= _MOST:
                return at
    return None


def _signature(page: Page, first: int, end: int) -> int:
    """Where lines begin that are nothing but a place to sign; `end` if there are none."""
    found = end
    for at in range(end - 1, first - 1, -1):
        text = page[at].text
        if text and not _is_signature(text):
            break
        if text:
            found = at
    return found


def _is_signature(text: str) -> bool:
    return len(text) <= 200 and not re.search(r"[^\W_]", _SIGNS.sub("", text))

"""What makes a line a resolution: its lead, in capitals or as a sentence's main clause."""

import re

from clerk.notation.blocks import Resolution
from clerk.patterns import LatePattern


def resolution_line(resolution: Resolution) -> str:
    """The resolution's whole wording: its lead, "RESOLVED that" without one, then its text."""
    lead = _STANDARD_LEAD if resolution.lead is None else resolution.lead
    return lead + gap_before(resolution.text) + resolution.text


def gap_before(text: str) -> str:
    """What joins a resolution's lead to its text: a space, or nothing where none was printed.

    That is before no text at all, and before one that begins with `, : ; .` or a dash.
    """
    return "" if not text or text[0] in _STOPS else " "


_STANDARD_LEAD = "RESOLVED that"

_LINK = r"(?:[Tt]hat|THAT|to|TO)\b"
_SAID = r"(?:,?\s+\(?(?:unanimously|UNANIMOUSLY|nem\.?\s*con\.?)\)?,?)?"
_DASH = r"\s*(?::(?:\s*[-–—]+)?|[-–—]+)"
_STOPS = ",:;.-–—"
"""What a resolution's text may begin with right behind the lead, without a space."""
_LEAD = LatePattern(
    # RESOLVED or AGREED in capitals, with whatever stands before "that" or "to".
    rf"(?:(?:It was|IT WAS|UNANIMOUSLY|Unanimously)\s+)*(?:RESOLVED|AGREED)\b{_SAID}"
    rf"(?:{_DASH})?(?:\s*{_LINK})?"
    rf"|(?:Resolved|Agreed)\b{_SAID}(?:\s+that\b|{_DASH}(?:\s*{_LINK})?)"
    rf"|Resolved\b{_SAID}\s+to\b"
    rf"|It\s+was\s+(?:\w+ly\s+|also\s+|further\s+|then\s+)?resolved{_SAID}\s+{_LINK}"
)
_BODY = (
    r"(?:Cabinet|Committees?|Sub-?[Cc]ommittee|Council|Board|Panel|Commission|Authority|Members|"
    r"Executive|Governors|Trustees|Assembly|Forum|Group|Partnership|Governing Body|Senate|Court)"
)
_NAME_WORDS = r"(?:(?:[A-Z][\w'’&.-]*,?|of|and|the|for|&)\s+){0,9}?"
_OPENER = (
    r"(?:(?:Following|After|Having|On|In|Upon|At|With|Accordingly|Therefore|Thereupon|Subsequently|"
    r"Consequently|Finally|Whereupon|Arising)\b,?(?:\s+[^\s.:;]+){0,9}?\s+)?"
)
_ADVERB = r"(?:\s+(?:unanimously|therefore|accordingly|then|also|further|subsequently|duly|thus))*"
_NARRATIVE = LatePattern(
    rf"(?P<opening>{_OPENER})(?P<body>(?:[Tt]he\s+)?{_NAME_WORDS}{_BODY}(?:\s+of\s+the\s+{_BODY})?)"
    rf",?{_ADVERB},?\s+(?:[Rr]esolved|RESOLVED|AGREED){_SAID}\s+{_LINK}"
)
_ANOTHER_CLAUSE = LatePattern(
    r"\b(?:which|that|who|whom|when|where|whether|if|because|since|said|stated|explained|reported|"
    r"confirmed|asked|advised|noted|told|reminded|had|has|have|was|were|is|are|Leader|Chairman|"
    r"Chair|Chairperson|Vice-Chairman|Clerk|Mayor|Member|Head|Director|Secretary|Mr|Mrs|Ms|Miss|"
    r"Councillor|Cllr)\b"
)
_PAST_DAY = LatePattern(r"(?:On|In|At)\b.*\d")
"""An opening that dates the resolution tells of an earlier one."""


def read_resolution(words: str) -> Resolution | None:
    """The resolution that the words are; None where they tell of one only in passing."""
    end = _lead_end(words)
    if end is None:
        return None
    lead, text = words[:end], words[end:].lstrip()
    if text and text[0] in _STOPS and words[end].isspace():
        # The space goes with the lead, so that joining them gives the very line.
        lead += " "
    return Resolution(id="", text=text, lead=None if lead == _STANDARD_LEAD else lead)


def _lead_end(words: str) -> int | None:
    """Where the words that resolve end, through "that" or "to"; None where there are none."""
    found = _LEAD.match(words) or _NARRATIVE.match(words)
    if not found or not re.match(rf"$|\s|[{_STOPS}]", words[found.end() :]):
        return None
    opening = found.groupdict().get("opening")
    if opening is None:
        return found.end()
    told = _ANOTHER_CLAUSE.search(opening + found["body"]) or _PAST_DAY.match(opening)
    return None if told else found.end()

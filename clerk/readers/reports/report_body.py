"""What a report's body says under its headings, and what it asks of members."""

import re
from collections.abc import Sequence

from clerk.readers.pages.page import Line, is_blank_page

# "1. Summary", "Recommendations", "3.0 Recommendation", "Summary and Recommendations This report …"
HEADED = re.compile(
    r"^(?:\d{1,2}(?:\.\d)?\.?\s+)?(?P<label>(?:executive )?summary|recommendations?(?:\(s\))?|"
    r"summary and recommendations?)\W*$",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"^(?:[-•]\s+)?(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?"
    r"(?:(?:The )?(?:[A-Z][\w&’'-]* |of |the |and ){0,8}?"
    r"(?:Members|Committee|Cabinet|Council|Board|Panel|POSC|Executive|Authority|Governors|Forum)"
    r"(?: of .{3,60}?)? (?:is|are) (?:also )?(?:asked|invited|recommended|requested|to)\b"
    r"|It is recommended that\b|That (?:the )?(?:Members|Committee|Cabinet)\b)",
)
_BODY_HEADING = re.compile(r"^(?:\d{1,2}(?:\.0)?\.?\s+)?[A-Z].{2,90}$")
TAIL = re.compile(
    r"^(?:(?:lead |report )?(?:contact|author|director|officer)\b.{0,30}"
    r"(?::|details|information|$)|(?:name|job title|telephone|tel|e-?mail)\b.{0,15}:|"
    r"background (?:documents?|papers?|information)|"
    r"attachments?\b|appendi(?:x|ces)\b|relevant director)",
    re.IGNORECASE,
)


def asked(lines: Sequence[Line]) -> str:
    """The sentence that asks members for something, where it has no label."""
    seen = 0
    for line in lines:
        seen += bool(line.text)
        if seen > 60 or is_blank_page(line):
            return ""
        words = re.sub(r"^Summary:\s*", "", line.text)
        if ASKED.match(words):
            return words
    return ""


def is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a heading of the report's body."""
    text = lines[at].text
    if re.match(r"^\d{1,2}(?:\.0)?\.?\s+[A-Z][^.]{2,90}$", text):
        return True
    alone = (at == 0 or not lines[at - 1].text) and (at + 1 >= len(lines) or not lines[at + 1].text)
    short = len(text) <= 80 and not text.endswith((".", ";", ",", ":")) and text[:1].isupper()
    following = next((line.text for line in lines[at + 1 : at + 4] if line.text), "")
    runs_on = following[:1].islower() or re.search(r"\b(?:and|of|the|to|for|or)$", text)
    return (
        alone
        and short
        and not runs_on
        and bool(_BODY_HEADING.match(text))
        and len(text.split()) <= 10
    )

"""The labelled fields at a report's head: by, to, date, subject, and what runs on below them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clerk.readers.minutes.minute_heads import people_with_posts
from clerk.readers.pages import labels
from clerk.readers.pages.page import Line, is_furniture
from clerk.readers.pages.report_starts import BY, REPORT_BY
from clerk.readers.reports.report_body import ASKED, HEADED, TAIL, is_heading
from clerk.when import find_dates


class Field(NamedTuple):
    """A field by its name in a report, and the words on the line of its label."""

    name: str
    rest: str
    whole: bool = False
    """Whether nothing below goes on with it."""


# "By: A Person", "Report of: the Head of …", "SUBJECT: …", "Decision No: 12/345"
LABELLED = re.compile(
    r"^(?:[-•]\s+)?(?P<label>by|from|report of|report by|report from|report author|lead officer|to|"
    r"report to|decision maker|decision taken by|committee|date of meeting|meeting date|"
    r"date of decision|date|subject matter|"
    r"subject|report title|title|classification|status|decision no|decision number|"
    r"summary|purpose|executive summary|recommendations?(?:\(s\))?|summary and recommendations?|"
    r"past pathway of paper|future pathway of paper|electoral divisions?|"
    r"ward(?:s|\(s\))?(?: affected)?|"
    r"key decision|exempt(?: information)?|lead member|cabinet member|portfolio holder|decision|"
    r"reasons? for (?:the )?decision|reason\(s\) for decision|alternatives?(?: options)? considered"
    r"(?: and rejected)?|(?:any )?(?:conflicts? of )?interests? declared.{0,40}?)"
    r"\.?\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(?P<label>Summary and Recommendations?)\s+(?P<rest>[A-Z].*)$")
FIELDS = {
    "by": "by",
    "from": "by",
    "report of": "by",
    "report by": "by",
    "report from": "by",
    "report author": "by",
    "decision maker": "by",
    "decision taken by": "by",
    "lead officer": "by",
    "to": "to",
    "report to": "to",
    "committee": "to",
    "date": "date",
    "date of meeting": "date",
    "meeting date": "date",
    "date of decision": "date",
    "subject matter": "subject",
    "decision": "summary",
    "subject": "subject",
    "report title": "subject",
    "title": "subject",
    "classification": "classification",
    "status": "classification",
    "decision no": "decision_number",
    "decision number": "decision_number",
    "summary": "summary",
    "purpose": "summary",
    "executive summary": "summary",
    "summary and recommendation": "summary",
    "summary and recommendations": "summary",
    "recommendation": "recommendation",
    "recommendations": "recommendation",
    "recommendation(s)": "recommendation",
    "recommendations(s)": "recommendation",
}
_FOR = re.compile(r"^FOR (?:INFORMATION|DECISION|COMMENT|ENDORSEMENT|CONSIDERATION)\b")
_NO_TITLE = re.compile(r"\bcouncil\b|\bauthority\b|^(?:agenda )?item\b|^\d", re.IGNORECASE)
"""What stands in a report's head and is not its title: whose it is, an item, a number."""
_HEAD_LINES = 45
"""Lines that are not empty within which a report's own fields stand."""
LONGEST_FIELD = 6000


def body_start(lines: Sequence[Line]) -> int:
    """Where the fields end: at the first numbered heading after two of them."""
    seen = fields = 0
    for at, line in enumerate(lines):
        if not line.text:
            continue
        seen += 1
        fields += field_at(line.text) is not None
        numbered = re.match(
            r"^\d{1,2}(?:\.0)?\.?\s+[A-Z]|(?:introduction|background)\W*$", line.text, re.IGNORECASE
        ) and not _is_date(line.text)
        if seen > _HEAD_LINES or (fields >= 2 and numbered):
            return at
    return len(lines)


def field_at(text: str) -> Field | None:
    """The field that the line begins; None where it begins none."""
    if len(text) > 3000:
        return None
    if (found := LABELLED.match(text)) and (name := FIELDS.get(found["label"].lower())):
        return Field(name, found["rest"].strip())
    if found := BY.match(text):
        return Field("by", found["rest"].strip())
    if found := REPORT_BY.match(text):
        return Field("by", found["rest"].strip(), whole=True)
    if found := _GLUED.match(text):
        return Field("summary", found["rest"].strip())
    return None


def value_at(lines: Sequence[Line], at: int, end: int, field: Field) -> tuple[str, int]:
    """A field's words with the lines that it runs over, and where the next line stands."""
    words, start = [field.rest] if field.rest else [], at
    at += 1
    if field.whole:
        return field.rest, at
    while at < end:
        line = lines[at]
        if is_furniture(line) or _stops(line.text, field.name, lines, at, bool(words)):
            break
        if line.text:
            words.append(line.text)
        at += 1
        if at - start > 40 or (
            field.name in ("date", "classification", "decision_number") and words
        ):
            break
    if field.name == "by":
        return _people(words), at
    return " ".join(words)[:LONGEST_FIELD], at


def _stops(text: str, name: str, lines: Sequence[Line], at: int, begun: bool) -> bool:
    """Whether a field ends before this line."""
    if not text:
        return False
    if field_at(text) is not None:
        return True
    if any(begins.match(text) for begins in (LABELLED, TAIL, HEADED, _FOR)):
        return True
    if name in ("by", "to", "date", "classification", "decision_number"):
        return _stops_short(text, name, begun)
    if name == "subject":
        return begun and (len(text) > 250 or bool(ASKED.match(text)))
    if name == "summary" and begun:
        whole = _inline(lines, at) and _ends_paragraph(lines, at)
        return whole or bool(ASKED.match(text)) or is_heading(lines, at)
    return begun and is_heading(lines, at)


def _stops_short(text: str, name: str, begun: bool) -> bool:
    """`_stops` for a field of a few words: names, a date, a number."""
    if _is_date(text) and name != "date":
        return True
    if not begun:
        return len(text) > 200
    return text.isupper() or len(text) > 160 or bool(re.match(r"[-•(\d]", text))


def _inline(lines: Sequence[Line], at: int) -> bool:
    """Whether the last label above stands before words on its own line: "Summary: This report"."""
    for place in range(at - 1, max(at - 40, -1), -1):
        if (field := field_at(lines[place].text)) is not None:
            return bool(field.rest)
    return False


def _ends_paragraph(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before the gap above ended with a full stop."""
    before = next((line.text for line in reversed(lines[:at]) if line.text), "")
    return not lines[at - 1].text and before.endswith(".")


def _people(words: Sequence[str]) -> str:
    """The authors, one a line, a post that runs over its line's end joined to its name."""
    found: list[str] = []
    for line in words:
        named = people_with_posts(line)
        begins = bool(named) and bool(re.match(r"[A-Z][\w’'.-]* +[A-Z]", named[0].name))
        if found and (not begins or found[-1].endswith((" and", ",", "–", "-", "&"))):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return "\n".join(found)


def fill_unlabelled(found: dict[str, str], lines: Sequence[Line], body: int) -> None:
    """A head without labels: whose committee, which day, the title, "Report of the Head of …"."""
    head = next((at for at in range(body) if REPORT_BY.match(lines[at].text)), None)
    if head is None:
        return
    above = [line.text for line in lines[:head] if line.text]
    below = [line.text for line in lines[head + 1 :] if line.text]
    for text in (*above, *below[:2]):
        if field_at(text) or HEADED.match(text) or len(text) > 120 or _is_date(text):
            continue
        if labels.names_a_body(text) and not re.search(r"\bcouncil\b", text, re.IGNORECASE):
            found.setdefault("to", text)
        elif not _NO_TITLE.search(text):
            found.setdefault("subject", text)


def fill_subject(found: dict[str, str], lines: Sequence[Line], body: int) -> None:
    """A report without "Subject:" bears its title in capitals below the other fields."""
    if "subject" in found or ("summary" in found and "by" not in found):
        return
    title: list[str] = []
    for line in lines[:body]:
        words = re.sub(r"^[-•]\s*", "", line.text)
        letters = re.sub(r"^\(\d+\)\s*", "", words)
        if field_at(line.text) or _FOR.match(words) or not letters.isupper() or len(letters) < 8:
            if title and line.text and line.text != "-":
                break
            continue
        if re.match(r"\d{1,2}\.\s", words):
            break
        title.append(words)
    if title:
        found["subject"] = " ".join(title)


def fill_date(found: dict[str, str], lines: Sequence[Line], body: int) -> None:
    """A date behind the body's name ("To: Cabinet – 9 July 2012") or alone on its line."""
    if "date" in found:
        return
    addressed = found.get("to", "")
    dates = find_dates(addressed)
    if dates:
        found["date"] = dates[0][0]
        found["to"] = addressed.replace(dates[0][0], "").strip(" ,–—-")
        return
    for line in lines[:body]:
        if _is_date(line.text):
            found["date"] = find_dates(line.text)[0][0]
            return


def _is_date(text: str) -> bool:
    """Whether the line holds one date and nothing else."""
    dates = find_dates(text) if len(text) < 40 else ()
    return len(dates) == 1 and len(text) - len(dates[0][0]) <= 2

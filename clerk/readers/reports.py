"""Reports: by whom, to whom, on what, and what they recommend."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.domain.base import Source, new_id
from clerk.domain.meetings import Exempt, Report
from clerk.readers.exemption import paragraphs_of
from clerk.readers.minute_heads import people_with_posts
from clerk.readers.outline import BY, ReportStretch, Stretch, is_restricted
from clerk.readers.page import Line, Page, is_blank_page, is_furniture
from clerk.readers.reading import ReadDoubt
from clerk.readers.tables import is_row
from clerk.record.wording import listed
from clerk.when import find_dates


class ReportRead(NamedTuple):
    """A report, what is doubtful in it, and the item that it says it is for."""

    report: Report
    doubts: tuple[ReadDoubt, ...]
    mark: str
    restricted: bool = False
    """True for a page that stands in for a document which the public may not see."""


class _Field(NamedTuple):
    name: str
    rest: str


# "By: A Person", "Report of: the Head of …", "SUBJECT: …", "Decision No: 12/345"
_LABELLED = re.compile(
    r"^(?:[-•]\s+)?(?P<label>by|from|report of|report by|report author|lead officer|to|report to|"
    r"committee|date|subject|report title|title|classification|status|decision no|decision number|"
    r"summary|purpose|executive summary|recommendations?(?:\(s\))?|summary and recommendations?|"
    r"past pathway of paper|future pathway of paper|electoral divisions?|wards?(?: affected)?|"
    r"key decision)\b\.?\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
# "1. Summary", "Recommendations", "3.0 Recommendation", "Summary and Recommendations This report …"
_HEADED = re.compile(
    r"^(?:\d{1,2}(?:\.\d)?\.?\s+)?(?P<label>(?:executive )?summary|recommendations?(?:\(s\))?|"
    r"summary and recommendations?)\W*$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(?P<label>Summary and Recommendations?)\s+(?P<rest>[A-Z].*)$")
_FIELDS = {
    "by": "by",
    "from": "by",
    "report of": "by",
    "report by": "by",
    "report author": "by",
    "lead officer": "by",
    "to": "to",
    "report to": "to",
    "committee": "to",
    "date": "date",
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
_ASKED = re.compile(
    r"^(?:[-•]\s+)?(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?"
    r"(?:(?:The )?(?:[A-Z][\w&’'-]* |of |the |and ){0,8}?"
    r"(?:Members|Committee|Cabinet|Council|Board|Panel|POSC|Executive|Authority|Governors|Forum)"
    r"(?: of .{3,60}?)? (?:is|are) (?:also )?(?:asked|invited|recommended|requested|to)\b"
    r"|It is recommended that\b|That (?:the )?(?:Members|Committee|Cabinet)\b)",
)
_BODY_HEADING = re.compile(r"^(?:\d{1,2}(?:\.0)?\.?\s+)?[A-Z].{2,90}$")
_TAIL = re.compile(
    r"^(?:(?:lead |report )?(?:contact|author|director|officer)\b.{0,30}"
    r"(?::|details|information|$)|(?:name|job title|telephone|tel|e-?mail)\b.{0,15}:|"
    r"background (?:documents?|papers?|information)|"
    r"attachments?\b|appendi(?:x|ces)\b|relevant director)",
    re.IGNORECASE,
)
_FOR = re.compile(r"^FOR (?:INFORMATION|DECISION|COMMENT|ENDORSEMENT|CONSIDERATION)\b")
_HEAD_LINES = 45
"""Lines that are not empty within which a report's own fields stand."""
_LONGEST_FIELD = 6000


def read_report(page: Page, stretch: ReportStretch | Stretch) -> ReportRead:
    """The report in `stretch`."""
    lines = page[stretch.first : stretch.end]
    mark = stretch.mark if isinstance(stretch, ReportStretch) else ""
    restricted = any(is_restricted(line.text) for line in lines[:25])
    fields = {} if restricted else _fields(lines)
    exempt = _exempt(lines, fields.get("classification", ""), restricted=restricted)
    first, last = lines[0].number, _last(lines)
    report = Report(
        id=new_id(),
        by=fields.get("by", ""),
        to=fields.get("to", ""),
        date=fields.get("date", ""),
        subject=fields.get("subject", ""),
        classification=fields.get("classification", ""),
        summary=fields.get("summary", ""),
        recommendation=fields.get("recommendation", ""),
        decision_number=fields.get("decision_number", ""),
        text="\n".join(line.raw.rstrip() for line in lines).strip("\n"),
        exempt=exempt,
        source=Source(paper="", first=first, last=last),
    )
    doubts = () if restricted else tuple(_missing(report, first))
    return ReportRead(report, doubts, mark, restricted)


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """What the report's head says, and its recommendation wherever it stands."""
    found: dict[str, str] = {}
    body = _body_start(lines)
    at = 0
    while at < body:
        field = _field_at(lines[at].text)
        if field is None or field.name in found:
            at += 1
            continue
        words, at = _value(lines, at, body, field)
        if words:
            found[field.name] = words
    _fill_subject(found, lines, body)
    _fill_date(found, lines, body)
    for name in ("summary", "recommendation"):
        if name not in found and (words := _headed(lines, name)):
            found[name] = words
    if "recommendation" not in found and (words := _asked(lines)):
        found["recommendation"] = words
    return found


def _body_start(lines: Sequence[Line]) -> int:
    """Where the fields end: at the first numbered heading after two of them."""
    seen = fields = 0
    for at, line in enumerate(lines):
        if not line.text:
            continue
        seen += 1
        fields += _field_at(line.text) is not None
        numbered = re.match(
            r"^\d{1,2}(?:\.0)?\.?\s+[A-Z]|(?:introduction|background)\W*$", line.text, re.IGNORECASE
        ) and not _is_date(line.text)
        if seen > _HEAD_LINES or (fields >= 2 and numbered):
            return at
    return len(lines)


def _field_at(text: str) -> _Field | None:
    if len(text) > 3000:
        return None
    if (found := _LABELLED.match(text)) and (name := _FIELDS.get(found["label"].lower())):
        return _Field(name, found["rest"].strip())
    if found := BY.match(text):
        return _Field("by", found["rest"].strip())
    if found := _GLUED.match(text):
        return _Field("summary", found["rest"].strip())
    return None


def _value(lines: Sequence[Line], at: int, end: int, field: _Field) -> tuple[str, int]:
    """A field's words with the lines that it runs over, and where the next line stands."""
    words, start = [field.rest] if field.rest else [], at
    at += 1
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
    return " ".join(words)[:_LONGEST_FIELD], at


def _stops(text: str, name: str, lines: Sequence[Line], at: int, begun: bool) -> bool:
    """Whether a field ends before this line."""
    if not text:
        return False
    if _field_at(text) is not None:
        return True
    if any(begins.match(text) for begins in (_LABELLED, _TAIL, _HEADED, _FOR)):
        return True
    if name in ("by", "to", "date", "classification", "decision_number"):
        return _stops_short(text, name, begun)
    if name == "subject":
        return begun and (len(text) > 250 or bool(_ASKED.match(text)))
    if name == "summary" and begun:
        whole = _inline(lines, at) and _ends_paragraph(lines, at)
        return whole or bool(_ASKED.match(text)) or _is_heading(lines, at)
    return begun and _is_heading(lines, at)


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
        if (field := _field_at(lines[place].text)) is not None:
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


def _fill_subject(found: dict[str, str], lines: Sequence[Line], body: int) -> None:
    """A report without "Subject:" bears its title in capitals below the other fields."""
    if "subject" in found or ("summary" in found and "by" not in found):
        return
    title: list[str] = []
    for line in lines[:body]:
        words = re.sub(r"^[-•]\s*", "", line.text)
        letters = re.sub(r"^\(\d+\)\s*", "", words)
        if _field_at(line.text) or _FOR.match(words) or not letters.isupper() or len(letters) < 8:
            if title and line.text and line.text != "-":
                break
            continue
        if re.match(r"\d{1,2}\.\s", words):
            break
        title.append(words)
    if title:
        found["subject"] = " ".join(title)


def _fill_date(found: dict[str, str], lines: Sequence[Line], body: int) -> None:
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


def _headed(lines: Sequence[Line], name: str) -> str:
    """The words under a heading "Summary" or "Recommendations", as far as the next heading.

    Of several headings of recommendations the first that asks members for something counts.
    """
    found: list[list[str]] = []
    for at, line in enumerate(lines):
        if is_row(line) or (name == "summary" and at > 200):
            continue
        label = _HEADED.match(line.text) or _labelled_only(line.text)
        if label and _FIELDS.get(label["label"].lower()) == name and (words := _below(lines, at)):
            found.append(words)
    if not found:
        return ""
    asking = (words for words in found if any(_ASKED.match(text) for text in words))
    return "\n".join(_lone_unnumbered(next(asking, found[0])))[:_LONGEST_FIELD]


def _below(lines: Sequence[Line], heading: int) -> list[str]:
    words: list[str] = []
    for at in range(heading + 1, min(heading + 120, len(lines))):
        text = lines[at].text
        if is_blank_page(lines[at]) or _TAIL.match(text) or _HEADED.match(text):
            break
        if words and text and _is_heading(lines, at):
            break
        if text and not is_furniture(lines[at]):
            words.append(_unbulleted(text))
    return words


def _lone_unnumbered(words: list[str]) -> list[str]:
    """One paragraph without its number in the report: "6.1 Members are asked …"."""
    if len(words) == 1:
        return [re.sub(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[A-Z])", "", words[0])]
    return words


def _labelled_only(text: str) -> re.Match[str] | None:
    found = _LABELLED.match(text)
    return found if found and not found["rest"] else None


def _unbulleted(text: str) -> str:
    """ "- 2.1 Note …" without the bullet that stands before its number."""
    return re.sub(r"^[-•]\s+(?=\(?[\da-z]{1,3}[.)])", "", text)


def _asked(lines: Sequence[Line]) -> str:
    """The sentence that asks members for something, where it has no label."""
    seen = 0
    for line in lines:
        seen += bool(line.text)
        if seen > 60 or is_blank_page(line):
            return ""
        words = re.sub(r"^Summary:\s*", "", line.text)
        if _ASKED.match(words):
            return words
    return ""


def _is_heading(lines: Sequence[Line], at: int) -> bool:
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


def _exempt(lines: Sequence[Line], classification: str, *, restricted: bool) -> Exempt | None:
    if restricted:
        text = " ".join(line.text for line in lines[:25])
        return Exempt(paragraphs=paragraphs_of(text))
    closed = re.match(
        r"(?:exempt|restricted|confidential|not for publication|private)\b", classification, re.I
    )
    if not closed:
        return None
    return Exempt(
        paragraphs=paragraphs_of(classification), confidential=classification[:4].lower() == "conf"
    )


def _last(lines: Sequence[Line]) -> int:
    said = (line.number for line in reversed(lines) if line.text and not is_furniture(line))
    return next(said, lines[0].number)


def _missing(report: Report, line: int) -> Iterator[ReadDoubt]:
    names = {
        "by": report.by,
        "to": report.to,
        "date": report.date,
        "subject": report.subject,
        "classification": report.classification,
        "summary": report.summary,
        "recommendation": report.recommendation,
    }
    lacking = [name for name, words in names.items() if not words]
    if lacking:
        were = "was" if len(lacking) == 1 else "were"
        yield ReadDoubt(
            line=line,
            read=report.subject[:100],
            uncertain=f"The report's {listed(lacking, ', ', ' and ')} {were} not found.",
            weight=min(15 + 5 * len(lacking), 45),
            fact=report.id,
        )

"""Reports: by whom, to whom, on what, and what they recommend."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.domain.base import Source, new_id
from clerk.domain.meetings import Exempt, Report
from clerk.readers.pages.exemption import paragraphs_of
from clerk.readers.pages.outline import ReportStretch, Stretch
from clerk.readers.pages.page import Line, Page, is_blank_page, is_furniture
from clerk.readers.pages.report_starts import is_restricted, labelled
from clerk.readers.pages.tables import is_row
from clerk.readers.reading import ReadDoubt
from clerk.readers.reports.report_body import ASKED, HEADED, TAIL, asked, is_heading
from clerk.readers.reports.report_fields import (
    FIELDS,
    LABELLED,
    LONGEST_FIELD,
    body_start,
    field_at,
    fill_date,
    fill_subject,
    fill_unlabelled,
    value_at,
)
from clerk.record.wording import listed


class ReportRead(NamedTuple):
    """A report, what is doubtful in it, and the item that it says it is for."""

    report: Report
    doubts: tuple[ReadDoubt, ...]
    mark: str
    restricted: bool = False
    """True for a page that stands in for a document which the public may not see."""


def read_report(page: Page, stretch: ReportStretch | Stretch) -> ReportRead:
    """The report in `stretch`."""
    lines = [line._replace(text=_label_apart(line)) for line in page[stretch.first : stretch.end]]
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


def _label_apart(line: Line) -> str:
    """A table's row with its label and its words as a field prints them, where it is a field."""
    words = labelled(line)
    return words if words != line.text and LABELLED.match(words) else line.text


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """What the report's head says, and its recommendation wherever it stands."""
    found: dict[str, str] = {}
    body = body_start(lines)
    at = 0
    while at < body:
        field = field_at(lines[at].text)
        if field is None or field.name in found:
            at += 1
            continue
        words, at = value_at(lines, at, body, field)
        if words:
            found[field.name] = words
    fill_unlabelled(found, lines, body)
    fill_subject(found, lines, body)
    fill_date(found, lines, body)
    for name in ("summary", "recommendation"):
        if name not in found and (words := _headed(lines, name)):
            found[name] = words
    if "recommendation" not in found and (words := asked(lines)):
        found["recommendation"] = words
    return found


def _headed(lines: Sequence[Line], name: str) -> str:
    """The words under a heading "Summary" or "Recommendations", as far as the next heading.

    Of several headings of recommendations the first that asks members for something counts.
    """
    found: list[list[str]] = []
    for at, line in enumerate(lines):
        if is_row(line) or (name == "summary" and at > 200):
            continue
        label = HEADED.match(line.text) or _labelled_only(line.text)
        if label and FIELDS.get(label["label"].lower()) == name and (words := _below(lines, at)):
            found.append(words)
    if not found:
        return ""
    asking = (words for words in found if any(ASKED.match(text) for text in words))
    return "\n".join(_lone_unnumbered(next(asking, found[0])))[:LONGEST_FIELD]


def _below(lines: Sequence[Line], heading: int) -> list[str]:
    words: list[str] = []
    for at in range(heading + 1, min(heading + 120, len(lines))):
        text = lines[at].text
        if is_blank_page(lines[at]) or TAIL.match(text) or HEADED.match(text):
            break
        if words and text and is_heading(lines, at):
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
    found = LABELLED.match(text)
    return found if found and not found["rest"] else None


def _unbulleted(text: str) -> str:
    """ "- 2.1 Note …" without the bullet that stands before its number."""
    return re.sub(r"^[-•]\s+(?=\(?[\da-z]{1,3}[.)])", "", text)


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

"""The packs and what is in them by hand, as lists of (kind, number, text) to compare with."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from clerk.domain.printed import Record

SHARED = Path(__file__).resolve().parents[3] / "shared"
PACKS = (
    "communities-cabinet-committee-2012-07-06",
    "cabinet-2012-07-09",
    "customer-and-communities-posc-2011-09-15",
)

Printed = tuple[str, str | None, str]

needs_packs = pytest.mark.skipif(
    not (SHARED / "packs").is_dir(), reason="the council packs are not beside this checkout"
)

_KINDS = {
    "para": "paragraph",
    "subpara": "limb",
    "heading": "subheading",
    "dates": "dates",
}


def pack(name: str) -> Path:
    """The text of a pack."""
    return SHARED / "packs" / f"{name}.txt"


def truth(name: str, what: str) -> dict[str, Any]:
    """The truth file of a pack's "agenda" or "minutes"."""
    path = SHARED / "truth" / f"{name}-{what}.json"
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def folded(text: str) -> str:
    """NFC, each run of white space one space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def from_truth(minutes: dict[str, Any]) -> list[Printed]:
    """What the truth file says that the minutes print."""
    printed: list[Printed] = [
        ("authority", None, minutes["authority"]),
        ("committee", None, minutes["committee"]),
        ("opening", None, _opening(minutes)),
    ]
    for capacity, key in (
        ("present", "present"),
        ("also present", "also_present"),
        ("in attendance", "in_attendance"),
    ):
        printed.extend((capacity, None, _entry(entry)) for entry in minutes[key] or ())
    parts = {part["before_item"]: part["text"] for part in minutes["section_headings"]}
    for item in minutes["items"]:
        if item["number"] in parts:
            printed.append(("part", None, parts[item["number"]]))
        printed.extend(_item(item))
    return [(kind, number, folded(text)) for kind, number, text in printed]


def from_record(record: Record) -> list[Printed]:
    """What a composed record prints, a list of dates taken together as in the truth."""
    printed: list[Printed] = []
    for line in record.lines:
        if line.kind == "attendance":
            printed.extend((line.role, None, run.text) for run in line.runs if run.role == "entry")
        elif line.kind == "date":
            before = printed[-1]
            if before[0] == "dates":
                printed[-1] = ("dates", None, f"{before[2]} {line.text}")
            else:
                printed.append(("dates", None, line.text))
        else:
            printed.append((line.kind, line.number, line.text))
    return [(kind, number, folded(text)) for kind, number, text in printed]


def dates_in(record: Record) -> list[list[str]]:
    """Each list of dates of a record."""
    lists: list[list[str]] = []
    for before, line in zip((None, *record.lines), record.lines, strict=False):
        if line.kind != "date":
            continue
        if before is None or before.kind != "date":
            lists.append([])
        lists[-1].append(line.text)
    return lists


def _opening(minutes: dict[str, Any]) -> str:
    return (
        f"MINUTES of a meeting of the {minutes['committee_in_sentence']} held in the "
        f"{minutes['venue']} on {minutes['date']}."
    )


def _entry(entry: dict[str, Any]) -> str:
    words: str = entry["name"]
    if entry.get("role"):
        words += f" ({entry['role']})"
    if entry.get("substitute_for"):
        words += f" (Substitute for {entry['substitute_for']})"
    if entry.get("post"):
        words += f" ({entry['post']})"
    return words


def _item(item: dict[str, Any]) -> list[Printed]:
    printed: list[Printed] = [("minute", f"{item['number']}.", item["title"])]
    note = item.get("officers_note")
    reference = item.get("agenda_ref_raw") or (
        f"({item['agenda_ref']})" if item["agenda_ref"] else ""
    )
    if note:
        reference = reference.replace(note, "")
    if reference:
        printed.append(("reference", None, reference))
    if note:
        printed.append(("note", None, note))
    printed.extend(
        (_KINDS.get(block["kind"], block["kind"]), block["number"], block["text"])
        for block in item["blocks"]
    )
    return printed

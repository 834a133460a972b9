"""What is read from three real packs, field by field against a transcription made by hand."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clerk import notation
from clerk.domain.meetings import AgendaItem, Section
from clerk.names import full
from clerk.readers import read_paper
from clerk.readers.reading import ReadAgenda, ReadAttendance, Reading, ReadMinute, ReadMinutes

SHARED = Path(__file__).resolve().parents[3] / "shared"
PACKS = (
    "cabinet-2012-07-09",
    "communities-cabinet-committee-2012-07-06",
    "customer-and-communities-posc-2011-09-15",
)
KINDS = {
    notation.Paragraph: "para",
    notation.Resolution: "resolution",
    notation.Limb: "subpara",
    notation.Bullet: "bullet",
    notation.Subheading: "heading",
    notation.Outcome: "outcome",
    notation.Dates: "dates",
    notation.Table: "table",
}
Truth = dict[str, Any]
Block = tuple[str, str | None, str]

pytestmark = pytest.mark.skipif(
    not (SHARED / "packs").is_dir(), reason="the packs are not beside the checkout"
)


@cache
def reading(pack: str) -> Reading:
    return read_paper(SHARED / "packs" / f"{pack}.txt")


@cache
def truth(pack: str, part: str) -> Truth:
    path = SHARED / "truth" / f"{pack}-{part}.json"
    loaded: Truth = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def agenda_of(pack: str) -> ReadAgenda:
    agenda = reading(pack).agenda
    assert agenda is not None
    return agenda


def minutes_of(pack: str) -> ReadMinutes:
    return reading(pack).minutes[0]


def folded(words: str | None) -> str:
    """Normal form C, each run of white space one space; nothing is as good as empty."""
    return " ".join(unicodedata.normalize("NFC", words or "").split())


# --- the front sheet -----------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
def test_the_front_sheet_names_the_same_meeting(pack: str) -> None:
    agenda, expected = agenda_of(pack), truth(pack, "agenda")
    assert agenda.committee.casefold() == expected["committee"].casefold()
    assert not agenda.committee.isupper()
    assert str(agenda.date) == expected["date_iso"]
    assert agenda.time is not None
    assert agenda.time.strftime("%H:%M") == "10:00"
    assert expected["time"] == "10.00 am"
    assert folded(agenda.venue) == folded(expected["venue"])
    assert (agenda.first, agenda.last) == (1, expected["region"][1])


@pytest.mark.parametrize("pack", PACKS)
def test_the_committee_is_written_as_in_its_minutes(pack: str) -> None:
    assert agenda_of(pack).committee == truth(pack, "minutes")["committee_in_sentence"]


@pytest.mark.parametrize("pack", PACKS)
def test_the_front_sheet_says_whom_to_ask_and_who_signs(pack: str) -> None:
    front, expected = agenda_of(pack).front, truth(pack, "agenda")
    assert folded(front.contact) == folded(expected["contact"])
    assert folded(front.phone) == folded(expected["phone"])
    assert folded(front.officer) == folded(expected["proper_officer"])
    assert folded(front.officer_post) == folded(expected["officer_title"])
    assert folded(front.officer_phone) == folded(expected["officer_phone"])
    assert str(front.published) == expected["published_iso"]


@pytest.mark.parametrize("pack", PACKS)
def test_no_notice_is_lost_or_added(pack: str) -> None:
    front, expected = agenda_of(pack).front, truth(pack, "agenda")
    found = [(notice.heading, folded(notice.text)) for notice in front.notices]
    assert found == [(n["heading"] or "", folded(n["text"])) for n in expected["notices"]]
    assert front.open_words == expected["open_notice"]["text"]
    assert front.exempt_words == expected["exempt"]["text"]


@pytest.mark.parametrize("pack", PACKS)
def test_the_motion_to_exclude_the_public_is_kept_with_its_paragraphs(pack: str) -> None:
    front, motion = agenda_of(pack).front, truth(pack, "agenda")["exempt"]["motion"] or {}
    assert folded(front.motion) == folded(motion.get("text"))
    assert list(front.motion_paragraphs) == motion.get("paragraphs", [])


@pytest.mark.parametrize("pack", PACKS)
def test_every_member_has_a_seat_in_the_right_group_with_the_right_role(pack: str) -> None:
    agenda = agenda_of(pack)
    expected = truth(pack, "agenda")["membership"] or {"stated_total": None, "groups": []}
    seats = [(seat.group, full(seat.name) if seat.name else "", seat.role) for seat in agenda.seats]
    assert seats == [
        (group["name"], member["name"], member["role"] or "")
        for group in expected["groups"]
        for member in group["members"]
    ]


@pytest.mark.parametrize("pack", PACKS)
def test_the_counts_that_the_paper_states_are_kept_as_stated(pack: str) -> None:
    front = agenda_of(pack).front
    expected = truth(pack, "agenda")["membership"] or {"stated_total": None, "groups": []}
    assert front.stated_total == expected["stated_total"]
    assert [(group.name, group.stated) for group in front.stated_groups] == [
        (group["name"], group["stated"]) for group in expected["groups"]
    ]
    printed = [member for group in front.stated_groups for member in group.members]
    assert printed == [
        member["name"] + (f" ({member['role']})" if member["role"] else "")
        for group in expected["groups"]
        for member in group["members"]
    ]


def printed_items(pack: str) -> list[tuple[str, str, str, str, str, bool, int]]:
    agenda = agenda_of(pack)
    sections = {section.id: section for section in agenda.sections}
    return [
        (
            _section_name(sections.get(item.section)),
            item.ref,
            folded(item.title),
            item.pages,
            item.report or folded(item.note),
            item.exempt is not None,
            item.source.first if item.source else 0,
        )
        for item in agenda.items
    ]


def _section_name(section: Section | None) -> str:
    return "" if section is None else section.ref or section.title


@pytest.mark.parametrize("pack", PACKS)
def test_every_item_is_read_with_its_reference_title_pages_and_note(pack: str) -> None:
    expected = truth(pack, "agenda")
    rows = []
    for section, exempt in [
        *((section, False) for section in expected["sections"]),
        ({**expected["exempt"], "ref": None, "title": expected["exempt"]["heading"]}, True),
    ]:
        for item in section["items"]:
            note = folded(item["note"])
            note = "to follow" if note.strip("()").casefold() == "to follow" else note
            rows.append(
                (
                    section["ref"] or section["title"],
                    item["ref"] or "",
                    folded(item["title"]),
                    item["pages"] or "",
                    note,
                    exempt,
                    item["line"],
                )
            )
    assert printed_items(pack) == rows


@pytest.mark.parametrize("pack", PACKS)
def test_every_section_is_read_even_where_it_is_empty(pack: str) -> None:
    sections = [s for s in agenda_of(pack).sections if not s.exempt]
    assert [(s.ref, folded(s.title), s.note) for s in sections] == [
        (s["ref"] or "", folded(s["title"]), s.get("note") or "")
        for s in truth(pack, "agenda")["sections"]
    ]


def test_a_change_of_membership_is_read_from_under_its_item() -> None:
    (change,) = agenda_of("communities-cabinet-committee-2012-07-06").changes
    assert change.line == 59
    assert change.joined is not None
    assert change.left is not None
    assert change.words.startswith("To note that")


# --- the minutes ---------------------------------------------------------------------------


@pytest.mark.parametrize("pack", PACKS)
def test_the_minutes_are_of_the_same_meeting(pack: str) -> None:
    minutes, expected = minutes_of(pack), truth(pack, "minutes")
    assert minutes.authority.upper() == expected["authority"]
    assert minutes.committee == expected["committee_in_sentence"]
    assert str(minutes.date) == expected["date_iso"]
    assert folded(minutes.venue) == folded(expected["venue"])
    assert [minutes.first, minutes.last] == expected["region"]
    assert minutes.opening_printed == (
        f"MINUTES of a meeting of the {expected['committee_in_sentence']} held in the "
        f"{expected['venue']} on {expected['date']}."
    )


def entries(pack: str, capacity: str) -> list[ReadAttendance]:
    return [entry for entry in minutes_of(pack).attendance if entry.capacity == capacity]


@pytest.mark.parametrize("pack", PACKS)
def test_everybody_who_was_there_is_read_and_nobody_else(pack: str) -> None:
    expected = truth(pack, "minutes")
    present = [
        (full(e.name), e.role, full(e.substitute_for) if e.substitute_for else "")
        for e in entries(pack, "present")
    ]
    assert present == [
        (e["name"], e["role"] or "", e["substitute_for"] or "") for e in expected["present"]
    ]
    also = [(full(entry.name), entry.role) for entry in entries(pack, "also present")]
    assert also == [(entry["name"], entry["role"] or "") for entry in expected["also_present"]]
    officers = [(full(entry.name), entry.post) for entry in entries(pack, "in attendance")]
    assert officers == [(e["name"], e["post"] or "") for e in expected["in_attendance"]]
    total = sum(len(expected[key]) for key in ("present", "also_present", "in_attendance"))
    assert len(minutes_of(pack).attendance) == total


@pytest.mark.parametrize("pack", PACKS)
def test_the_attendance_paragraphs_are_kept_as_printed(pack: str) -> None:
    lines = (SHARED / "packs" / f"{pack}.txt").read_text(encoding="utf-8").split("\n")
    for paragraph in minutes_of(pack).paragraphs:
        printed = " ".join(lines[paragraph.first - 1 : paragraph.last])
        assert folded(f"{paragraph.label} {paragraph.text}") == folded(printed)


@pytest.mark.parametrize("pack", PACKS)
def test_headings_between_minutes_stand_before_the_right_one(pack: str) -> None:
    minutes = minutes_of(pack)
    numbers = {minute.id: minute.number for minute in minutes.minutes}
    found = [(part.words, numbers[part.before], part.line) for part in minutes.parts]
    assert found == [
        (heading["text"], heading["before_item"], heading["line"])
        for heading in truth(pack, "minutes")["section_headings"]
    ]


@pytest.mark.parametrize("pack", PACKS)
def test_every_minute_has_its_number_title_and_reference(pack: str) -> None:
    found = [
        (
            minute.number,
            folded(minute.title),
            folded(
                minute.reference_printed + (f" {minute.note_printed}" * bool(minute.note_printed))
            ),
            minute.refs,
            folded(minute.note_printed),
            [minute.first, minute.last],
        )
        for minute in minutes_of(pack).minutes
    ]
    assert found == [
        (
            item["number"],
            folded(item["title"]),
            folded(item.get("agenda_ref_raw") or _bracketed(item["agenda_ref"])),
            (item["agenda_ref"].removeprefix("Item "),) if item["agenda_ref"] else (),
            folded(item["officers_note"]),
            item["lines"],
        )
        for item in truth(pack, "minutes")["items"]
    ]


def _bracketed(reference: str | None) -> str:
    return f"({reference})" if reference else ""


@pytest.mark.parametrize("pack", PACKS)
def test_the_authors_of_reports_are_all_named(pack: str) -> None:
    for minute, item in zip(minutes_of(pack).minutes, truth(pack, "minutes")["items"], strict=True):
        words = item.get("report_by") or ""
        for author in minute.authors:
            assert author.name in words
            assert author.post in words
        assert bool(minute.authors) == bool(words)
        letters = sum(len(author.name) + len(author.post) for author in minute.authors)
        assert letters >= len(words) * 0.85


@pytest.mark.parametrize("pack", PACKS)
def test_every_block_of_every_minute_is_read_letter_for_letter(pack: str) -> None:
    for minute, item in zip(minutes_of(pack).minutes, truth(pack, "minutes")["items"], strict=True):
        assert blocks_of(minute) == [true_block(block) for block in item["blocks"]]


def blocks_of(minute: ReadMinute) -> list[Block]:
    """Kind, number and words of each block, numbered as running on numbers them."""
    blocks = notation.parse(minute.text)
    count = sum(notation.numbered(block) for block in blocks)
    upcoming, found = 1, []
    for block in blocks:
        number = getattr(block, "mark", None)
        if isinstance(block, notation.Paragraph | notation.Resolution):
            upcoming = block.restart or upcoming
            number = f"({upcoming})" if count > 1 else None
            upcoming += 1
        found.append((KINDS[type(block)], number, words_of(block)))
    return found


def words_of(block: notation.Block) -> str:
    match block:
        case notation.Dates():
            return " / ".join(block.dates)
        case notation.Table():
            return "\n".join(" | ".join(row) for row in block.rows)
        case notation.Resolution():
            return folded(notation.resolution_line(block))
        case notation.Paragraph():
            return folded("".join(words for words, _ in notation.marked_runs(block.text)))
    return folded(block.text)


def true_block(block: Truth) -> Block:
    if block["kind"] == "dates":
        return "dates", None, " / ".join(block["dates"])
    if block["kind"] == "table":
        return "table", None, block["text"]
    return block["kind"], block["number"], folded(block["text"])


@pytest.mark.parametrize("pack", PACKS)
def test_a_resolution_inside_a_paragraph_is_marked_and_no_other_words(pack: str) -> None:
    for minute, item in zip(minutes_of(pack).minutes, truth(pack, "minutes")["items"], strict=True):
        for block, expected in zip(notation.parse(minute.text), item["blocks"], strict=True):
            if isinstance(block, notation.Paragraph):
                marked = [words for words, inside in notation.marked_runs(block.text) if inside]
                decision = expected.get("contains_resolution")
                assert marked == ([decision] if decision else [])


@pytest.mark.parametrize("pack", PACKS)
def test_every_block_names_the_lines_that_it_was_read_from(pack: str) -> None:
    for minute, item in zip(minutes_of(pack).minutes, truth(pack, "minutes")["items"], strict=True):
        assert list(minute.block_lines) == [
            (min(block["lines"]), max(block["lines"])) for block in item["blocks"]
        ]


@pytest.mark.parametrize("pack", PACKS)
def test_restarts_are_written_only_where_the_paper_numbers_otherwise(pack: str) -> None:
    texts = "\n".join(minute.text for minute in minutes_of(pack).minutes)
    assert texts.count(")= ") == (1 if pack.startswith("customer") else 0)


def test_the_panels_minutes_in_the_cabinet_pack_are_another_bodys() -> None:
    own, panel = reading("cabinet-2012-07-09").minutes
    assert (own.reproduced, panel.reproduced) == (False, True)
    assert str(panel.date) == "2012-06-07"
    assert panel.time is not None
    assert panel.time.strftime("%H:%M") == "09:30"
    assert panel.layout == "lines"
    assert panel.paragraph_shape == "1.1"
    assert [minute.number for minute in panel.minutes] == ["1", "2", "3", "4", "5", "6"]
    counts = {
        capacity: sum(1 for entry in panel.attendance if entry.capacity == capacity)
        for capacity in ("present", "in attendance", "apologies")
    }
    assert counts == {"present": 6, "in attendance": 7, "apologies": 3}
    blocks = notation.parse(panel.minutes[1].text)
    assert len(blocks) == 6


# --- the reports ---------------------------------------------------------------------------


def needs_a_report(item: AgendaItem) -> bool:
    """Whether the pack holds a paper for the item, other than the committee's own minutes."""
    return bool(item.pages) and not item.report and not item.title.startswith("Minutes")


@pytest.mark.parametrize(("pack", "count"), zip(PACKS, (8, 8, 10), strict=True))
def test_every_item_with_pages_has_its_report(pack: str, count: int) -> None:
    reported = {report.item for report in reading(pack).reports}
    items = [item for item in agenda_of(pack).items if needs_a_report(item)]
    assert [item.title for item in items if item.id not in reported] == []
    assert len(items) == count


@pytest.mark.parametrize("pack", PACKS)
def test_no_report_is_without_an_item_and_none_has_lost_a_line(pack: str) -> None:
    lines = (SHARED / "packs" / f"{pack}.txt").read_text(encoding="utf-8").split("\n")
    for report in reading(pack).reports:
        assert report.item
        assert report.text
        assert report.source is not None
        assert lines[report.source.first - 1].strip()


@pytest.mark.parametrize("pack", PACKS)
def test_the_fields_of_a_report_are_those_on_its_lines(pack: str) -> None:
    for report in reading(pack).reports:
        if report.exempt or not report.by:
            continue
        assert report.to
        assert report.date
        assert report.subject
        text = folded(report.text)
        for field in (report.by, report.subject, report.classification, report.summary):
            assert all(folded(line) in text or len(line) > 200 for line in field.split("\n"))


def test_restricted_documents_go_with_their_exempt_items() -> None:
    pack = "cabinet-2012-07-09"
    refs = {item.id: item.ref for item in agenda_of(pack).items}
    closed = [report for report in reading(pack).reports if report.exempt]
    assert [refs[report.item] for report in closed] == ["12", "13", "13"]
    assert all(report.exempt and report.exempt.paragraphs == ("3",) for report in closed)


def test_a_report_with_the_mark_of_another_item_goes_by_its_subject() -> None:
    pack = "customer-and-communities-posc-2011-09-15"
    refs = {item.id: item.ref for item in agenda_of(pack).items}
    by_line = {
        report.source.first: refs[report.item] for report in reading(pack).reports if report.source
    }
    assert by_line[2857] == "B9"
    assert by_line[3386] == "B10"


# --- the doubts ----------------------------------------------------------------------------

SLIPS = {
    "cabinet-2012-07-09": {77, 98, 139, 141, 1916, 2970},
    "communities-cabinet-committee-2012-07-06": {19, 70, 168, 281},
    "customer-and-communities-posc-2011-09-15": {27, 29, 104, 108, 166, 2857, 3386},
}


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_doubtful_is_said_and_little_else(pack: str) -> None:
    doubts = reading(pack).doubts
    assert {doubt.line for doubt in doubts} == SLIPS[pack]
    assert [doubt.weight for doubt in doubts] == sorted((d.weight for d in doubts), reverse=True)
    assert len(doubts) <= 9

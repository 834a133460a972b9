"""Papers beside the minutes: the same facts, the house's words, nothing exempt in public."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from clerk.desk.documents import papers
from clerk.desk.documents.export import write_document
from clerk.desk.documents.export_papers import PAPERS, Offer, document_of, offers
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.agenda_acts import ItemChanged, SectionAdded
from clerk.domain.base import new_id
from clerk.domain.interests import Declaration
from clerk.domain.meetings import Exempt, FrontSheet, Section
from clerk.domain.papers import DecisionRecord
from clerk.domain.printed import Record
from clerk.domain.room_acts import DeclarationMade
from clerk.errors import InputError, RefusedError
from tests.desk.builders import APRIL, called, council, minuted, person

SECRET = "Quillfeather"
HOSTILE = "[/] {n} <b>&amp; \\ “x” =1+1"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    """Minutes of which one is exempt, titles that would break what is not careful."""
    office, body = council(tmp_path)
    titles = ("A1 Apologies", f"A2 {HOSTILE}", f"B1 {SECRET} Ltd")
    with MeetingDesk(office, called(office, body, APRIL, *titles)) as desk:
        shut = Section(id="shut", title="Exempt items", exempt=True)
        desk.do(SectionAdded(section=shut), "section")
        exempt = Exempt(paragraphs=("3",), public_title="A contract")
        item = replace(desk.meeting.items[2], section="shut", exempt=exempt, note=f"{SECRET} asks")
        desk.do(ItemChanged(item=item), "exempt")
        minuted(
            desk,
            A1="None.",
            A2="It was said.\nRESOLVED that:-\n(a) it be done; and\n(b) told.",
            B1=f"RESOLVED that {SECRET} be paid.",
        )
        yield desk


def _words(record: Record) -> list[str]:
    return [" ".join(part for part in (line.number, line.text) if part) for line in record.lines]


def _inside(path: Path) -> str:
    with ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_no_public_document_nor_its_name_tells_of_exempt_business(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    minute = desk.meeting.minutes[1].id
    papers.keep_decision(desk, DecisionRecord(minute=minute, reasons="Because."))
    for what in PAPERS:
        document = document_of(desk, what, minute=minute)
        path = write_document(desk.office, document)
        assert SECRET not in path.name and SECRET not in _inside(path), what
        text = write_document(desk.office, document, tmp_path / f"{what}.txt")
        assert SECRET not in text.read_text(encoding="utf-8"), what
    assert SECRET in repr(papers.agenda(desk, "full").lines), "members are told all of it"
    assert "(full)" in document_of(desk, "agenda", edition="full").name


def test_the_same_facts_give_the_same_bytes_and_no_word_is_lost(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    first = write_document(desk.office, document_of(desk, "agenda"), tmp_path / "a.docx")
    second = write_document(desk.office, document_of(desk, "agenda"), tmp_path / "b.docx")
    assert first.read_bytes() == second.read_bytes()
    assert f"A2 {HOSTILE}" in _words(papers.agenda(desk))


def test_an_agenda_has_its_parts_and_the_motion_before_the_exempt_one(desk: MeetingDesk) -> None:
    front = FrontSheet(contact="Ms E Tarn", officer="Mr B Lodge", published=dt.date(2026, 4, 15))
    papers.keep_front(desk, front)
    lines = _words(papers.agenda(desk))
    order = [
        "WEALDSHIRE COUNTY COUNCIL",
        "AGENDA",
        "Thursday, 23 April 2026, at 10.00 am",
        "Ask for: Ms E Tarn",
        "Membership (4)",
        "UNRESTRICTED ITEMS",
        "A1 Apologies",
        "Motion to exclude the press and public",
        "Exempt items",
        "B1 A contract (Exempt: paragraph 3)",
        "Mr B Lodge",
        "Wednesday, 15 April 2026",
    ]
    assert [line for line in lines if line in order] == order
    assert "EXEMPT ITEMS" not in lines, "the section's own heading says so already"
    motion = lines[lines.index("Motion to exclude the press and public") + 1]
    assert "Section 100A(4)" in motion and "paragraph 3 of Part 1" in motion


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "To be published by Wednesday, 15 April 2026."),
        (dt.date(2026, 4, 15), "The agenda gives 5 clear days; 5 are needed (LGA 1972 s100A(6))."),
        (dt.date(2026, 4, 16), "gives only 4 clear days, and 5 are needed"),
    ],
)
def test_clear_days_are_counted_and_said(
    desk: MeetingDesk, published: dt.date | None, words: str
) -> None:
    assert words in papers.notice_words(desk, FrontSheet(published=published))


def test_the_next_agenda_begins_with_the_last_ones_front_sheet(desk: MeetingDesk) -> None:
    papers.keep_front(desk, FrontSheet(contact="Ms E Tarn", motion="That …", published=APRIL))
    later = called(desk.office, desk.committee, dt.date(2026, 6, 4))
    with MeetingDesk(desk.office, later) as june:
        assert papers.front_of(june) == FrontSheet(contact="Ms E Tarn")


def test_everyone_expected_has_a_line_to_sign_and_there_is_room_for_others(
    desk: MeetingDesk,
) -> None:
    desk.mark(person(desk.office, "Orme"), "apologies")
    tables = [line for line in papers.attendance_sheet(desk).lines if line.kind == "table"]
    assert tables[0].rows[1] == ("Mr J A Pell, MBE (Chairman)", "Conservative", "")
    assert ("Ms K Orme", "Labour", "Apologies received") in tables[0].rows
    assert all(table.header for table in tables) and len(tables[1].rows) == 7


def test_the_list_of_decisions_has_limbs_and_exempt_business_by_its_public_title(
    desk: MeetingDesk,
) -> None:
    lines = _words(papers.decision_list(desk))
    assert lines[-6:] == [
        f"A2 {HOSTILE}",
        "RESOLVED that:-",
        "(a) it be done; and",
        "(b) told.",
        "B1 A contract",
        "(Exempt business, paragraph 3: what was decided is not published.)",
    ]
    assert "~" not in "".join(lines), "no number that may still move"


def test_a_record_of_decision_is_refused_without_reasons_and_says_none_where_empty(
    desk: MeetingDesk,
) -> None:
    minute = desk.meeting.minutes[1]
    with pytest.raises(RefusedError, match=r"has no reasons.*reg 12"):
        papers.decision_paper(desk, minute)
    declared = Declaration(
        id=new_id(), person=person(desk.office, "Dace"), item=minute.items[0], dispensation="CEO"
    )
    desk.do(DeclarationMade(declaration=declared), "declared")
    papers.keep_decision(desk, DecisionRecord(minute=minute.id, reasons="One.\nTwo."))
    lines = _words(papers.decision_paper(desk, minute))
    assert lines[lines.index("Reasons for the decision") + 1 :][:2] == ["One.", "Two."]
    assert lines[lines.index("Alternatives considered and rejected") + 1] == "None"
    assert "Mrs Dace declared" in lines[lines.index("Conflicts of interest declared") + 1]
    assert lines[lines.index("Decision") + 1] == "RESOLVED that:-"
    assert "Decision number: None" in lines
    assert desk.undo().startswith("Record of decision")


def test_a_decision_on_exempt_business_or_none_at_all_is_no_public_record(
    desk: MeetingDesk,
) -> None:
    none, _, exempt = desk.meeting.minutes
    for minute in (none, exempt):
        papers.keep_decision(desk, DecisionRecord(minute=minute.id, reasons="Because."))
    with pytest.raises(RefusedError, match="“A contract” is exempt business"):
        papers.decision_paper(desk, exempt)
    assert SECRET in repr(papers.decision_paper(desk, exempt, "full").lines)
    with pytest.raises(RefusedError, match="has no resolution"):
        papers.decision_paper(desk, none)
    with pytest.raises(InputError, match="of which item"):
        document_of(desk, "decision-record")


def test_two_meetings_on_a_day_and_a_file_open_in_word_keep_apart(
    desk: MeetingDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    second = called(desk.office, desk.committee, APRIL)
    with MeetingDesk(desk.office, second) as other:
        names = {document_of(each, "agenda").name for each in (desk, other)}
        assert len(names) == 2
    document = document_of(desk, "agenda")
    first = write_document(desk.office, document)
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == first:
            raise PermissionError(13, "held by Word")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    assert write_document(desk.office, document).name == f"{first.stem} - copy 2.docx"
    with pytest.raises(InputError, match=r"is open in Word.*such as “.* - copy 3\.docx”"):
        write_document(desk.office, document, first)
    with pytest.raises(InputError, match="has to end in"):
        write_document(desk.office, document, tmp_path / "agenda.odt")


def test_what_a_meeting_offers_grows_with_what_there_is(desk: MeetingDesk) -> None:
    def words(found: tuple[Offer, ...]) -> list[str]:
        return [offer.words for offer in found]

    assert words(offers(desk))[0] == "Minutes, draft"
    assert "Minutes for signing" not in words(offers(desk))
    desk.publish()
    assert words(offers(desk))[0] == "Minutes, for the public"
    assert "Minutes for signing" in words(offers(desk))
    for offer in offers(desk):
        assert document_of(desk, offer.what, edition=offer.edition).record.lines

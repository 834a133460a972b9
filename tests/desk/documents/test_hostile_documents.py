"""Every hostile word at once, in every document that a meeting gives: words, and nothing else.

`tests/hostile.py` holds them; the documents are those that the desk has, so that a new one is
tried without being named here.
"""

import contextlib
import re
import zipfile
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document

from clerk.desk.documents.export import write_document
from clerk.desk.documents.export_papers import PAPERS, document_of
from clerk.desk.documents.papers import keep_decision
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.papers import DecisionRecord
from clerk.errors import InputError
from tests.desk.builders import called, office_in
from tests.hostile import MOST, WORDS

_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A committee, its members, an officer, the items and minutes of a meeting: all hostile."""
    office = office_in(tmp_path_factory.mktemp("hostile"))
    body = adding.add_committee(office, "Aa " + WORDS["markup"], authority=WORDS["a formula"])
    people = []
    for word in WORDS.values():
        with contextlib.suppress(InputError):  # what is behind a name in brackets is refused
            people.append(adding.add_member(office, body.id, f"Mr A {word[:60]}", word, role=word))
    assert len(people) > len(WORDS) - 6
    titles = [f"B{at} {word}" for at, word in enumerate(WORDS.values(), 1)]
    with MeetingDesk(office, called(office, body, office.today, *titles)) as desk:
        for person in people:
            desk.mark(person.id, "present")
        for item in desk.meeting.items[:3]:
            minute = desk.start_minute(item.id)
            desk.edit(minute.id, f"{MOST}\nRESOLVED that {WORDS['XML']} be noted.\n{MOST}")
        words = desk.meeting.minutes[-1].text
        keep_decision(
            desk,
            DecisionRecord(minute=minute.id, reasons=words, decision=words, alternatives=words),
        )
    return office


@pytest.mark.parametrize("what", PAPERS)
@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_every_document_of_a_hostile_council_is_whole_and_steers_nothing(
    office: Office, tmp_path: Path, what: str, ending: str
) -> None:
    with MeetingDesk(office, office.meeting_paths()[0], lock=False) as desk:
        minute = desk.meeting.minutes[-1].id
        document = document_of(desk, what, minute=minute)  # type: ignore[arg-type]
        path = write_document(office, document, tmp_path / f"{what}.{ending}")
        inside = write_document(office, document, None)
    assert inside.parent == office.home.exports_dir, "a name led out of the folder"
    if ending == "txt":
        assert not _STEERS.search(path.read_text(encoding="utf-8"))
        return
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                fromstring(package.read(part))  # well-formed, without entities
    assert "[sic]" in "\n".join(each.text for each in Document(str(path)).paragraphs)
    assert not re.search(rb'TargetMode="External"', _all_of(path))


def _all_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(part) for part in package.namelist())

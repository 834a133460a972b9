"""A paper imported from a file: one change, all of it or nothing, and never twice."""

from pathlib import Path

import pytest

from clerk.desk.incoming import importing
from clerk.desk.incoming.importing import import_paper
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.errors import ClerkError, InputError, StorageError
from clerk.readers.reading import Reading
from tests.desk.builders import APRIL, agenda, minuted, minutes, office_in

PAPER = """WEALDSHIRE COUNTY COUNCIL

ENVIRONMENT AND HIGHWAYS COMMITTEE

MINUTES of a meeting of the Environment and Highways Committee held in the Council Chamber, \
County Hall, Harbourne on Thursday, 23 April 2026.

PRESENT: Mr J A Pell, MBE (Chairman), Mrs R Dace (Vice-Chairman), Ms K Orme and Mr F Tolley

IN ATTENDANCE: Dr B Anstey (Head of Highways)

UNRESTRICTED ITEMS

9. Minutes of the meeting held on 12 March 2026
(Item A3)

RESOLVED that the minutes of the meeting held on 12 March 2026 are correctly recorded and that \
they be signed by the Chairman as a correct record.

10. Winter maintenance
(Item B1)

(1) Dr Anstey introduced the report on gritting.

(2) Mrs Dace asked about pavements.

(3) RESOLVED that the report be noted.
"""


def paper(folder: Path, words: str = PAPER, name: str = "minutes.txt") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return office_in(tmp_path / "home")


def contents(office: Office) -> dict[str, bytes]:
    root = office.home.root
    return {str(p): p.read_bytes() for p in root.rglob("*") if p.is_file()} if root.exists() else {}


def texts(office: Office) -> list[str]:
    again = office_in(office.home.root)
    with MeetingDesk(again, find_meeting(again, "env/2026-04-23"), lock=False) as desk:
        return [line.text for line in desk.record("full").lines]


def test_a_paper_is_printed_again_as_it_was(office: Office, tmp_path: Path) -> None:
    imported = import_paper(office, paper(tmp_path))
    assert imported.changed
    assert imported.refs == ("environment-and-highways-committee/2026-04-23",)
    printed = texts(office)
    for words in (
        "PRESENT: Mr J A Pell, MBE (Chairman), Mrs R Dace (Vice-Chairman), Ms K Orme and "
        "Mr F Tolley",
        "IN ATTENDANCE: Dr B Anstey (Head of Highways)",
        "Winter maintenance",
        "(Item B1)",
        "Mrs Dace asked about pavements.",
        "RESOLVED that the report be noted.",
    ):
        assert words in printed


def test_the_same_paper_again_changes_nothing_though_it_was_worked_on_since(
    office: Office, tmp_path: Path
) -> None:
    file = paper(tmp_path)
    import_paper(office, file)
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        desk.withdraw("to mend a title")
        desk.edit(desk.meeting.minutes[1].id, "Mended.")
    before = contents(office)
    again = import_paper(office, file)
    assert not again.changed
    assert "read before" in again.said[0]
    assert contents(office) == before


def test_a_dry_run_tells_and_stores_nothing(office: Office, tmp_path: Path) -> None:
    imported = import_paper(office, paper(tmp_path), dry_run=True)
    assert imported.refs and not imported.changed
    assert not office.home.root.exists()


def test_an_import_is_undone_whole_and_can_be_made_again(office: Office, tmp_path: Path) -> None:
    file = paper(tmp_path)
    import_paper(office, file)
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        assert "Read from minutes.txt" in desk.undo(making=True)
    assert not office.register.people and not office.register.papers
    assert list(office.each_meeting()) == []
    assert import_paper(office_in(office.home.root), file).changed
    assert "Winter maintenance" in texts(office)


def test_a_changed_paper_is_refused_until_it_is_asked_for_and_then_backed_up(
    office: Office, tmp_path: Path
) -> None:
    import_paper(office, paper(tmp_path))
    before = contents(office)
    changed = paper(tmp_path, PAPER.replace("gritting", "salting"), "minutes v2.txt")
    with pytest.raises(InputError, match=r"minutes v2\.txt is another version of “minutes\.txt”"):
        import_paper(office, changed)
    assert contents(office) == before
    import_paper(office, changed, replace_it=True)
    assert any("salting" in words for words in texts(office))
    assert not any("gritting" in words for words in texts(office))
    assert list(office.home.backups_dir.glob("*.zip"))


def test_a_replacement_can_be_undone_and_the_old_lines_are_not_shown_wrongly(
    office: Office, tmp_path: Path
) -> None:
    import_paper(office, paper(tmp_path))
    (kept,) = office.register.papers.values()
    assert office.paper_lines(kept.id, 1, 1) == ("WEALDSHIRE COUNTY COUNCIL",)
    changed = paper(tmp_path, "\n\n" + PAPER.replace("gritting", "salting"), "v2.txt")
    import_paper(office, changed, replace_it=True)
    with MeetingDesk(office, office.meeting_paths()[0]) as desk:
        desk.undo()
    assert any("gritting" in words for words in texts(office))
    assert office.paper_lines(kept.id, 3, 3) != ("WEALDSHIRE COUNTY COUNCIL",)


def test_a_failed_save_stores_nothing_in_part(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("Not saved: the disk is full.")

    monkeypatch.setattr(Office, "write_together", full)
    with pytest.raises(StorageError):
        import_paper(office, paper(tmp_path))
    assert not list(office.home.root.rglob("*.json"))
    assert not office.register.people


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.txt"),
        (b"   \n\n  ", "blank.txt"),
        (b"\x00\x01\x02\xff\xfe" * 100, "binary.txt"),
        (b"PK\x03\x04 no zip at all", "broken.docx"),
        (b"%PDF-1.4 no pdf at all", "broken.pdf"),
        (b"Dear Sir, thank you for your letter. Yours, A Friend.", "letter.txt"),
        (PAPER.encode("utf-16"), "utf16.txt"),
        (b"\xff\xd8\xff\xe0JFIF", "picture.jpg"),
    ],
)
def test_what_is_no_council_paper_is_one_sentence_and_stores_nothing(
    office: Office, tmp_path: Path, content: bytes, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    try:
        imported = import_paper(office, file)
    except ClerkError as error:
        assert str(error).count("\n") == 0
        assert not contents(office)
    else:
        assert name == "utf16.txt" and imported.refs


@pytest.mark.parametrize("name", ["missing.txt", "folder"])
def test_a_missing_file_and_a_folder_are_sentences(
    office: Office, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ClerkError, match=name.split(".")[0]):
        import_paper(office, tmp_path / name)


@pytest.mark.parametrize(
    "reading",
    [
        Reading(kind="agenda", agenda=agenda(committee="")),
        Reading(kind="minutes", minutes=(minutes(committee=" "),)),
        Reading(kind="minutes", minutes=(minutes(None),)),
        Reading(kind="minutes"),
    ],
)
def test_a_paper_without_committee_or_date_invents_none(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    monkeypatch.setattr(importing, "read_lines", lambda *_: reading)
    with pytest.raises(InputError, match="import again"):
        import_paper(office, paper(tmp_path))
    assert not contents(office)


def test_minutes_join_a_meeting_that_was_called_by_hand(office: Office, tmp_path: Path) -> None:
    from clerk.desk.register import adding
    from tests.desk.builders import called

    body = adding.add_committee(office, "Environment and Highways Committee")
    path = called(office, body)
    import_paper(office, paper(tmp_path))
    assert office.meeting_paths() == [path]
    assert "Winter maintenance" in texts(office)


def test_the_next_meeting_runs_on_from_the_imported_minutes(office: Office, tmp_path: Path) -> None:
    from tests.desk.builders import JULY, called

    import_paper(office, paper(tmp_path))
    (body,) = office.register.committees.values()
    with MeetingDesk(office, called(office, body, JULY)) as desk:
        minuted(desk, A1="None.")
        assert desk.context.first_number == 11
    assert APRIL < JULY


AGENDA = """\
AGENDA

ENVIRONMENT AND HIGHWAYS COMMITTEE

Thursday, 23 April 2026 at 10.00 am

A3 Minutes (Pages 1 - 4)
B1 Winter maintenance (Pages 5 - 8)
B2 Pavements (Pages 9 - 12)

"""


def test_an_agenda_and_the_minutes_of_that_very_meeting_are_one_meeting(
    office: Office, tmp_path: Path
) -> None:
    imported = import_paper(office, paper(tmp_path, AGENDA + PAPER))
    assert imported.refs == ("environment-and-highways-committee/2026-04-23",)
    assert "RESOLVED that the report be noted." in texts(office)
    with MeetingDesk(office, find_meeting(office, "env/2026-04-23"), lock=False) as desk:
        assert [item.ref for item in desk.meeting.items] == ["A3", "B1", "B2"]
        assert desk.meeting.minutes


def test_minutes_of_one_meeting_that_stand_twice_are_taken_once_and_it_is_said(
    office: Office, tmp_path: Path
) -> None:
    again = PAPER.replace("Mrs Dace asked about pavements.", "Mrs Dace asked about hedges.")
    imported = import_paper(office, paper(tmp_path, f"{PAPER}\n{again}"))
    assert imported.refs == ("environment-and-highways-committee/2026-04-23",)
    assert any("of 23 April 2026 twice" in words for words in imported.said)
    assert "Mrs Dace asked about pavements." in texts(office)

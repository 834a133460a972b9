"""The register's acts are read when they are asked for; nothing else is different for that."""

from pathlib import Path

import pytest

from clerk.desk import ledger as ledgers
from clerk.desk.history import history_of
from clerk.desk.register import adding
from clerk.store.files import read_file
from tests.desk.builders import council, office_in


def test_opening_reads_what_stands_and_history_undo_and_acts_read_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = council(tmp_path)
    acts = len(first.register_ledger.entries)
    whole: list[Path] = []

    def counted(path: Path, kind: str) -> object:
        whole.append(path)
        return read_file(path, kind)

    monkeypatch.setattr(ledgers, "read_file", counted)
    office = office_in(tmp_path)
    assert office.register == first.register and whole == []
    assert len(history_of(office, None)) == acts
    assert len(whole) == 1
    adding.add_officer(office, "Ms P Quill", "")
    again = office_in(tmp_path)
    assert again.register == office.register
    assert again.undo_register() == "Ms P Quill added"
    assert again.register == first.register


def test_what_another_clerk_wrote_between_is_read_before_an_act(tmp_path: Path) -> None:
    council(tmp_path)
    late, other = office_in(tmp_path), office_in(tmp_path)
    adding.add_officer(other, "Ms P Quill", "")
    adding.add_officer(late, "Mr S Rook", "")
    names = {p.name.surname for p in office_in(tmp_path).register.people.values()}
    assert {"Quill", "Rook"} <= names
    said = [change.said for change in history_of(late, None)]
    assert said[-2:] == ["Ms P Quill added", "Mr S Rook added"]


def test_the_checkpoint_survives_acts_beyond_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council(tmp_path)  # first: it is made once for all tests
    monkeypatch.setattr(ledgers, "KEPT_ACTS", 3)
    for number in range(9):
        adding.add_officer(office_in(tmp_path), f"Ms P Quill-{chr(65 + number)}x", "")
    office = office_in(tmp_path)
    before = office.register
    adding.add_officer(office, "Mr S Rook", "")
    office.undo_register()
    assert office.register == before == office_in(tmp_path).register

"""Paths completed while they are typed: only what can be read, and nothing where nothing fits."""

import os
from pathlib import Path

import pytest

from clerk.suggest.files import completed, paths_beginning


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Agenda May.PDF", "agenda june.docx", "notes.xlsx", ".hidden.txt"):
        (tmp_path / name).touch()
    (tmp_path / "agendas").mkdir()
    return tmp_path


def test_files_stand_before_folders_and_letters_are_not_told_apart_by_case(folder: Path) -> None:
    found = paths_beginning(f"{folder}/AGENDA")
    assert found == (
        f"{folder}/agenda june.docx",
        f"{folder}/Agenda May.PDF",
        f"{folder}/agendas{os.sep}",
    )
    assert paths_beginning(f"{folder}/") == found, "neither what is hidden nor what cannot be read"
    assert paths_beginning(f"{folder}/.h") == (f"{folder}/.hidden.txt",)


@pytest.mark.parametrize(
    "words", ["", "  ", "\0", "'a", '"a', "~nobody-of-this-name/x", "a" * 5000]
)
def test_what_begins_no_path_is_offered_nothing(words: str) -> None:
    assert paths_beginning(words) == ()
    assert completed(words) == ""


def test_a_path_is_completed_as_far_as_it_is_plain(folder: Path) -> None:
    assert completed(f"{folder}/agenda ") == f"{folder}/agenda june.docx"
    assert completed(f"{folder}/agendas") == f"{folder}/agendas{os.sep}"
    (folder / "agenda july.docx").touch()
    assert completed(f"{folder}/agenda j") == f"{folder}/agenda ju"
    assert completed(f"{folder}/x") == ""

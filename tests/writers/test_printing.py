"""A document goes to the printer, its name read by no shell and told to no print queue."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from clerk.writers.printing import print_file


@pytest.mark.parametrize("program", ["lp", "lpr"])
def test_a_pdf_goes_to_the_printer_under_a_name_that_tells_nothing(
    program: str, tmp_path: Path
) -> None:
    path = tmp_path / "-o; rm $(x) [Quillfeather].pdf"
    path.touch()
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> tuple[int, str]:
        asked.append(command)
        return 0, ""

    find = {program: f"/bin/{program}"}.get
    said = print_file(path, platform="linux", find_program=find, run=run)
    assert said == f"“{path.name}” was sent to the printer."
    assert asked[0][-2:] == ["--", str(path.resolve())] and asked[0][2] == "Clerk"


def test_what_the_printer_says_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    said = print_file(
        path,
        platform="linux",
        find_program=lambda name: name,
        run=lambda _: (1, "lp: Error - no default\n destination available."),
    )
    assert "was not printed: lp: Error - no default destination available." in said


def test_without_a_printer_or_libreoffice_it_says_where_the_file_is(tmp_path: Path) -> None:
    word = tmp_path / "a.docx"
    word.touch()
    assert str(tmp_path) in print_file(word, platform="linux", find_program=lambda _: None)
    only_lp = {"lp": "/bin/lp"}.get
    said = print_file(word, platform="linux", find_program=only_lp)
    assert said.startswith("Not printed. No PDF was made: LibreOffice is not installed")
    assert print_file(tmp_path / "no.docx").startswith("There is no file")

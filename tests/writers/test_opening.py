"""A finished file opens in the system's own program, and its name is never read by a shell."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from clerk.writers.opening import open_file


@pytest.mark.parametrize(("platform", "program"), [("darwin", "open"), ("linux", "xdg-open")])
def test_the_name_goes_whole_to_the_program(platform: str, program: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes; rm -rf $(home) [x].docx"
    path.touch()
    started: list[Sequence[str]] = []
    said = open_file(
        path, platform=platform, find_program=lambda name: f"/bin/{name}", start=started.append
    )
    assert started == [[f"/bin/{program}", str(path.resolve())]]
    assert said == "Opened."


def test_where_nothing_opens_files_it_says_where_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.touch()
    said = open_file(path, platform="linux", find_program=lambda _: None)
    assert said == f"Nothing here opens files by itself; “minutes.docx” is in {tmp_path}."


def test_a_program_that_cannot_start_is_told_and_never_raised(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.touch()

    def refused(_: Sequence[str]) -> None:
        raise OSError(13, "Permission denied")

    said = open_file(path, platform="linux", find_program=lambda _: "/bin/x", start=refused)
    assert said == f"“minutes.docx” could not be opened (Permission denied); it is in {tmp_path}."


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert open_file(tmp_path / "no.docx") == "There is no file “no.docx” to open."

"""Where a clerk's work is kept: nothing strays out of the data folder, nothing appears unasked."""

import datetime as dt
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from clerk.errors import InputError
from clerk.paths import Home, data_home, make_private, templates_dir, typed_path
from tests.systems import private_modes

DAY = dt.date(2026, 9, 3)


def test_the_folder_asked_for_comes_before_the_environment_and_that_before_the_usual_place() -> (
    None
):
    environ = {"CLERK_HOME": "/srv/clerk"}
    assert data_home(Path("/tmp/asked"), environ) == Path("/tmp/asked")
    assert data_home(None, environ) == Path("/srv/clerk")
    assert data_home(None, {"CLERK_HOME": ""}).name == "clerk"
    assert data_home(None, {}).name == "clerk"


@pytest.mark.parametrize(
    "typed",
    [
        '"{}"',
        "'{}'",
        " {} ",
        "& '{}'",
    ],
)
def test_a_path_is_what_stands_in_the_quotes_that_a_terminal_puts_around_it(
    tmp_path: Path, typed: str
) -> None:
    paper = tmp_path / "agenda pack.docx"
    assert typed_path(typed.format(paper)) == paper
    assert data_home(None, {"CLERK_HOME": typed.format(tmp_path)}) == tmp_path


@pytest.mark.skipif(os.name == "nt", reason="on Windows a backslash parts folders")
def test_a_paper_dragged_into_macos_terminal_is_found(tmp_path: Path) -> None:
    paper = tmp_path / "agenda pack (final).docx"
    paper.touch()
    assert typed_path(f"{tmp_path}/agenda\\ pack\\ \\(final\\).docx") == paper
    odd = tmp_path / "a\\b.docx"
    odd.touch()
    assert typed_path(str(odd)) == odd


def test_a_tilde_is_the_users_own_folder() -> None:
    assert data_home(Path("~/minutes"), {}) == Path.home() / "minutes"
    assert data_home(None, {"CLERK_HOME": "~/minutes"}) == Path.home() / "minutes"


@pytest.mark.skipif(os.name == "nt", reason="Windows takes any name for a user's")
def test_a_tilde_of_nobody_here_is_refused_in_a_sentence() -> None:
    for asked, environ in ((Path("~nobody-here/x"), {}), (None, {"CLERK_HOME": "~nobody-here"})):
        with pytest.raises(InputError, match="called nobody-here"):
            data_home(asked, environ)


def test_a_second_meeting_on_one_day_has_a_file_of_its_own() -> None:
    home = Home(Path("h"))
    assert home.meeting_file("cabinet", DAY) == Path("h/meetings/cabinet/2026-09-03.json")
    assert home.meeting_file("cabinet", DAY, 2) == Path("h/meetings/cabinet/2026-09-03-2.json")


@pytest.mark.parametrize(
    "slug",
    ["", ".", "..", "../cabinet", "a/b", "a\\b", "c:", "con", "nul", "com1", "Cabinet", "-cabinet",
     "cabinet-", "cab inet", "cabinet\n", "cabin\0et", "x" * 121, "~", ".hidden"],
)  # fmt: skip
def test_a_name_that_would_lead_out_of_the_folder_makes_no_file_name(slug: str) -> None:
    with pytest.raises(ValueError, match="no file name"):
        Home(Path("h")).meeting_file(slug, DAY)


def test_every_place_is_inside_the_data_folder(tmp_path: Path) -> None:
    home = Home(tmp_path / "clerk")
    places = [
        home.register,
        home.meetings_dir,
        home.notes_dir,
        home.house_styles_dir,
        home.backups_dir,
        home.journal_dir,
        home.exports_dir,
    ]
    assert len(set(places)) == len(places)
    assert all(place.parent == home.root for place in places)
    assert not home.root.exists(), "asking for a name creates nothing"


@private_modes
def test_a_folder_made_is_for_the_user_alone_and_so_are_its_parents(tmp_path: Path) -> None:
    make_private(tmp_path / "clerk" / "meetings" / "cabinet")
    made = [tmp_path / "clerk", *(tmp_path / "clerk").rglob("*")]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 3


@private_modes
def test_a_folder_that_the_clerk_has_shared_stays_shared(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o770


def test_the_shipped_house_styles_are_found_beside_the_package_or_in_it() -> None:
    package = Path(sys.modules["clerk.paths"].__file__ or "").parent
    assert templates_dir() in (package / "templates", package.parent / "templates")


def test_a_run_that_was_told_its_folder_does_not_load_platformdirs() -> None:
    code = (
        "import sys; from pathlib import Path; from clerk.paths import data_home;"
        "data_home(Path('x'), {}); assert 'platformdirs' not in sys.modules"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=Path(__file__).resolve().parents[1]
    )

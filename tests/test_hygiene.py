"""What must never be loaded, imported or written, looked for where it would show."""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.demo.setting import set_up
from clerk.desk.office import Office
from clerk.paths import Home, templates_dir
from clerk.record.style.house_style import read_style

ROOT = Path(__file__).resolve().parents[1]

HEAVY = ("textual", "rich", "docx", "lxml", "dateparser", "pypdfium2", "nameparser", "tomlkit")

_LOADED_AFTER = """\
import json, sys
from pathlib import Path
from clerk.cli import run
try:
    run()
except SystemExit as end:
    code = end.code
else:
    code = 0
found = [name for name in {heavy!r} if name in sys.modules]
Path({report!r}).write_text(json.dumps([code or 0, found]), encoding="utf-8")
"""


def test_the_version_is_told_without_loading_what_only_other_commands_need(tmp_path: Path) -> None:
    assert _loaded_after(tmp_path, "--version") == (0, [])


def test_a_refusal_to_show_an_unknown_meeting_loads_nothing_heavy(tmp_path: Path) -> None:
    assert _loaded_after(tmp_path, "show", "no-such-committee/2012-04-26") == (2, [])


def test_showing_a_meeting_loads_nothing_that_only_screens_and_word_need(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    set_up(Office(home, now=lambda: dt.datetime.now().astimezone()).open())
    assert _loaded_after(tmp_path, "show", "cabinet/last") == (0, [])
    assert _loaded_after(tmp_path, "show", "cabinet/next") == (0, [])
    assert _loaded_after(tmp_path, "members", "cabinet") == (0, [])


def test_imports_keep_to_the_contracts(tmp_path: Path) -> None:
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = _python("-c", lint, home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_screens_leave_words_literal_instead_of_escaping_them() -> None:
    call = re.compile(r"\bescape\(")
    found = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "screens").rglob("*.py"))
        if call.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_house_style_is_reachable_from_the_code() -> None:
    shipped = {folder.name for folder in (ROOT / "templates").iterdir() if folder.is_dir()}
    assert {"committee-2012", "cabinet-2012"} <= shipped
    for name in shipped:
        assert read_style(templates_dir() / name)


@pytest.mark.parametrize("word", ["file", "words"])
def test_nothing_of_the_machine_it_was_made_on_is_in_a_file(word: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in _files()
        for match in _forbidden().finditer(
            str(path.relative_to(ROOT)) if word == "file" else _text(path)
        )
    ]
    assert found == []


def test_no_lock_file_records_where_packages_came_from() -> None:
    locks = {"uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json", "pdm.lock"}
    assert [str(path) for path in _files() if path.name in locks] == []


def _forbidden() -> re.Pattern[str]:
    """Written in halves, so that this file does not contain what it looks for."""
    hosts = [
        ("py" + "pi", "org"),
        ("python" + "hosted", ""),
        ("deb." + "debian", ""),
        ("npm" + "js", ""),
    ]
    words = [re.escape(host + "." + end) for host, end in hosts]
    words += [
        re.escape(f"/{'wo' + 'rk'}/{room}") for room in ("main", "shared", "venv", ".lib" + "rary")
    ]
    words += [
        re.escape("." + "library/"),
        re.escape("/fa" + "rm/"),
        "fa" + r"rm-\w+",
        "bash" + "_jobs",
    ]
    if len(ROOT.parts) > 2:
        words.append(re.escape(str(ROOT)))
    return re.compile("|".join(words))


def _files() -> Iterator[Path]:
    """The files that are or could be committed; those on disk where there is no Git."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    yield from (ROOT / name for name in names if (ROOT / name).is_file())


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _loaded_after(tmp_path: Path, *words: str) -> tuple[int, list[str]]:
    """The exit code of the command line, and which of the heavy libraries it loaded."""
    report = tmp_path / "loaded.json"
    code = _LOADED_AFTER.format(heavy=HEAVY, report=str(report))
    done = _python("-c", code, *words, home=tmp_path)
    assert report.exists(), done.stdout + done.stderr
    exit_code, found = json.loads(report.read_text(encoding="utf-8"))
    return exit_code, found


def _python(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1", "CLERK_HOME": str(home / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

"""`clerk search` in words, as JSON, and with what it refuses."""

import datetime as dt
import json
from pathlib import Path

import pytest

from clerk.cli import main
from clerk.demo.setting import set_up
from clerk.desk.office import Office
from clerk.paths import Home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council") / "home"
    set_up(Office(Home(folder), now=lambda: dt.datetime(2026, 9, 3, 9, tzinfo=dt.UTC)).open())
    return folder


def test_a_search_prints_where_each_hit_stands(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(home), "search", "resolved"]) == 0
    printed = capsys.readouterr()
    assert ", minute " in printed.out and "clerk show " in printed.out
    assert printed.err == ""


def test_a_search_as_json_has_the_same_hits(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(home), "search", "--json", "resolved"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert {"meeting", "number", "title", "snippet", "minute"} <= hits[0].keys()


def test_words_kept_together_by_the_shell_are_a_phrase(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--home", str(home), "search", "resolved"])
    first = capsys.readouterr().out.splitlines()[1].strip("… \n").split()
    assert main(["--home", str(home), "search", " ".join(first[1:3])]) == 0
    assert "clerk show" in capsys.readouterr().out
    assert main(["--home", str(home), "search", " ".join(reversed(first[1:3])) + " zebra"]) == 0
    assert "No minute was found" in capsys.readouterr().out


def test_an_unknown_committee_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(home), "search", "resolved", "--committee", "nowhere"]) == 2
    assert "There is no committee" in capsys.readouterr().err

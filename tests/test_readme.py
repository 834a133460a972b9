"""What the README and the guide tell a newcomer is there and is true."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from screens.keys import keys_table

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", ["the main job", "the tests"])
def test_each_marked_command_is_one_line_that_a_newcomer_can_copy(mark: str) -> None:
    fenced = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert fenced, f"no command is marked “{mark}”"
    [command] = fenced[1].strip().splitlines()
    assert shlex.split(command)[:4] == ["python", "-m", "pip", "install"]


def test_the_check_takes_its_commands_from_the_readme() -> None:
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'readme_command "the main job"' in check
    assert 'readme_command "the tests"' in check
    assert "pytest" not in check


def test_the_table_of_commands_is_that_of_clerk() -> None:
    documented = set(re.findall(r"`clerk ([\w-]+)", _between("commands")))
    asked = [sys.executable, "-m", "clerk", "--help"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    assert documented == set(re.findall(r"^    (\w[\w-]*)(?:  |$)", told, re.MULTILINE))


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_guide_for_newcomers_names_places_that_are_there() -> None:
    named = re.findall(r"`((?:clerk|screens|templates|tests|\.ci)/[^` ]*)`", GUIDE)
    assert len(named) > 30
    assert [place for place in named if not any(ROOT.glob(place))] == []


@pytest.mark.parametrize("house", ["clerk", "clerk/desk", "clerk/readers", "screens"])
def test_the_guide_for_newcomers_names_every_room(house: str) -> None:
    rooms = [path.parent.name for path in (ROOT / house).glob("*/__init__.py")]
    assert [room for room in rooms if f"{room}/" not in GUIDE] == []


def test_the_table_of_keys_is_that_of_the_app() -> None:
    written = _between("keys")
    if os.environ.get("CLERK_DRAW"):
        drawn = README.replace(written, keys_table())
        (ROOT / "README.md").write_text(drawn, encoding="utf-8", newline="\n")
        return
    assert written == keys_table(), "the keys are others: run this test with CLERK_DRAW=1"


def _between(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", README, re.DOTALL)
    assert found, f"the README has no place marked “{mark}”"
    return found[1]

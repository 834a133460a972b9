"""House styles: every shipped one loads, and a slip in a council's own is told, never printed."""

from pathlib import Path

import pytest

from clerk.errors import StyleError
from clerk.paths import templates_dir
from clerk.record.style.house_style import HouseStyle, read_style, style_from
from tests.record.builders import meeting, minute, record

SHIPPED = sorted(path.parent.name for path in templates_dir().glob("*/style.toml"))


def test_styles_are_shipped() -> None:
    assert {"committee-2012", "cabinet-2012"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_style_loads_and_prints(name: str) -> None:
    found = read_style(templates_dir() / name)
    assert found.title
    words = (templates_dir() / name / "style.toml").read_text(encoding="utf-8")
    numbers = [line.number for line in record(meeting(minute("one")), words).lines]
    assert {"1.", "26/001"} & set(numbers)


def test_what_a_style_leaves_out_is_the_default() -> None:
    assert style_from("", "x") == HouseStyle()


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[minute]\nreferense = "x"', "“minute.referense”.*Did you mean “minute.reference”"),
        ('[minut]\nnumber = "x"', "“minut”.*Did you mean “minute”"),
        ("zzzz = 1", "“zzzz”"),
        ('[[attendance.groups]]\ncapacity = "present"\nlable = "P"', "lable.*groups.label”"),
        ("[minute]\ncapitals = 3", "capitals"),
        ("heading = 3", "heading"),
        ("[heading]\nopening = []", "opening"),
        ('[attendance]\nlayout = "collumns"', "“attendance.layout”.*Did you mean “columns”"),
        (
            '[[attendance.groups]]\ncapacity = "upstairs"\nlabel = "x"',
            "groups.capacity”.*also present",
        ),
        ("version = 2", "newer Clerk"),
        ('version = 2\nwatermark = "DRAFT"', "newer Clerk"),
        ('version = "one"', "version"),
        ('[heading]\nopening = "held in the {vanue}"', "vanue"),
        ('[heading]\nopening = "held[ in the {venue}"', "never closes"),
        ('[minute]\nnumber = "{number}"', "number"),
        ('[paragraph]\nnumber = "{x}"', "{x}"),
        ('[closing]\nsignature = ["{date}"]', "{date}"),
        ('[dates]\nlong = "{dy}"', "{dy}"),
        ('[previous]\ntext = "{dates}"', "{dates}"),
        ('[[attendance.groups]]\ncapacity = "present"\nlabel = "P"\nentry = "{nme}"', "{nme}"),
        ("this is no TOML", "line 1, “this is no TOML”: a line is key = value"),
    ],
)
def test_a_slip_in_a_style_is_told_by_name(toml: str, told: str) -> None:
    with pytest.raises(StyleError, match=f"(?s)“wealdshire”.*{told}"):
        style_from(toml, "wealdshire")


@pytest.mark.parametrize("number", ["Minute", "{yy}"])
def test_a_style_in_which_all_minutes_have_one_number_is_refused(number: str) -> None:
    with pytest.raises(StyleError, match="number"):
        style_from(f'[minute]\nnumber = "{number}"', "wealdshire")


def test_a_style_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"no style\.toml that can be read"):
        read_style(tmp_path / "none")
    folder = tmp_path / "latin"
    folder.mkdir()
    (folder / "style.toml").write_bytes(b'title = "caf\xe9"')
    with pytest.raises(StyleError, match=r"no style\.toml that can be read"):
        read_style(folder)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[room.motions]\nmovd = "x"', "Did you mean “room.motions.moved”"),
        ('[room.motions]\nmoved = "{mover} and {nobody}"', "nobody"),
        ('[room.movements]\nleft = "{name} [left"', "never closes"),
        ('[room.declarations]\nprinted = "everywhere"', "printed"),
    ],
)
def test_a_slip_in_the_words_for_the_room_is_named(toml: str, said: str) -> None:
    with pytest.raises(StyleError, match=said):
        style_from(toml, "test")

"""The page of keys that an officer reads: every key is there, with the value that truly holds."""

import re
import tomllib
from typing import Any

import pytest

from clerk.paths import templates_dir
from clerk.record.named import FORMS
from clerk.record.style.house_style import HouseStyle, style_from
from clerk.record.style.keys import keys_of
from clerk.record.style.places import places_of, words_of

PAGE = (templates_dir() / "reference.toml").read_text(encoding="utf-8")


def _keys(table: dict[str, Any], where: str = "") -> set[str]:
    found = set()
    for key, value in table.items():
        found.add(f"{where}{key}")
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict) and f"{where}{key}" != "attendance.roles":
                found |= _keys(part, f"{where}{key}.")
    return found


def test_every_key_of_a_house_style_is_in_the_officers_reference() -> None:
    assert _keys(tomllib.loads(PAGE)) == set(keys_of(HouseStyle))


def test_the_reference_is_the_style_that_holds_where_nothing_is_said() -> None:
    assert style_from(PAGE, "reference") == HouseStyle()


def test_the_reference_names_every_place_that_a_key_may_have_and_every_form_of_a_name() -> None:
    named = set(re.findall(r"\w+", PAGE))
    places = {place for key, _ in words_of(HouseStyle()) for place in places_of(key) or ()}
    assert places - named == set()
    assert [form for form in FORMS if f'"{form}"' not in PAGE] == []


def test_the_officers_page_points_to_the_reference() -> None:
    assert "reference.toml" in (templates_dir() / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[minute]\nlead = 'x'", "“minute.lead”.*Did you mean “resolution.lead”"),
        ("[room.motion]\nmoved = 'x'", "“room.motion”.*“room.motions”"),
        ("[room]\nmoved = 'x'", "“room.moved”.*“room.motions.moved”"),
        ("[closing]\nqq = 1", "The keys of “closing” are: closed"),
        ("a1 = 1\nb2 = 2", "“a1”.*“b2”"),
        ("[minute]\nnumber = 3", "“minute.number” must be text in quotation marks, not a whole"),
        ("[closing]\nsignature = 'x'", "“closing.signature” must be a list"),
        ("[room.motions]\nby_names = ['x']", "“room.motions.by_names” must be a list of 3"),
        ("[[attendance.groups]]\nlabel = 'x'", "“attendance.groups” .* lacks the key “capacity”"),
        ("[attendance]\nnames = 'shrt'", "“attendance.names” is “shrt”; it may be full, short"),
        ("[attendance]\nnames = '{surnme}'", "“attendance.names”.*{surnme}"),
        ("[attendance]\nnames = '{title}'", "lacks {surname}"),
        ("[resolution]\nlead = 'RESOLVED to'", "would read “RESOLVED to the report be noted”"),
        ("[attendance]\nacross = 9", "from 1 to 4"),
        ("[attendance]\norder = ['surnam']", "“attendance.order”.*“surname”"),
        ("[minute]\ntitle = 'Item'", "lacks {title}"),
        ("[paragraph]\nlimb = '(x)'", "lacks {n}"),
        ("[dates]\nmonths = ['Ionawr']", "names 1; it must name 12"),
        ("[bilingual]\nlanguages = ['cy-GB']", "must name 2"),
        ("[bilingual]\nseparator = ' '", "needs a mark"),
        ("[page]\nnumber = 'Page {pge}'", "{pge}"),
        ("[attendance]\nroles = { Chairman = 1 }", "“attendance.roles” must be text"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(toml: str, told: str) -> None:
    from clerk.errors import StyleError

    with pytest.raises(StyleError, match=f"(?s){told}"):
        style_from(toml, "wealdshire")

"""A style saved again keeps what its officer wrote besides: comments, blank lines, order."""

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.desk.documents.style_choices import (
    choices,
    chosen,
    next_option,
    options_of,
    takes_lines,
    value_of,
    words_of_value,
)
from clerk.errors import ClerkError
from clerk.record.style.attendance import SortKey
from clerk.record.style.editing import edited
from clerk.record.style.house_style import HouseStyle, style_from

BUILT_IN = sorted((Path(__file__).resolve().parents[3] / "templates").glob("*/style.toml"))
OURS = """\
# The minutes of our council; ask Nora before you change them.
version = 1
title = "Ours"     # said in the list

[minute]           # since 2019
# the clerk before counted otherwise
number = "{yy}/{n:03}"   # 26/056
# title = "{title}."

[attendance]
order = ["role", "surname"]  # the chair first

[[attendance.groups]]
capacity = "present"
label = "There:"   # not PRESENT

# and those who did not come
[[attendance.groups]]
capacity = "apologies"
label = "Apologies:"

[closing]
closed = "Closed at {time}."
"""


def _comments(words: str) -> list[str]:
    return [line.partition("#")[2] for line in words.splitlines() if "#" in line]


def _changed(style: HouseStyle, key: str) -> HouseStyle:
    """The style with another value under a key; as it was where none can be made up."""
    if options_of(key):
        return chosen(style, key, next_option(style, key))
    words = words_of_value(value_of(style, key))
    for other in ("surname", f"{words}!", "", "{n}", "one\ntwo", "a = b"):
        try:
            if other != words and (takes_lines(key) or "\n" not in other):
                return chosen(style, key, other)
        except ClerkError:
            continue
    return style


def test_a_value_changes_where_it_stands_and_nothing_else_does() -> None:
    style = style_from(OURS, "ours")
    for key, words in (
        ("minute.number", "C{n}/{yy}"),
        ("attendance.groups.0.label", "PRESENT:"),
        ("attendance.order", "surname"),
    ):
        style = chosen(style, key, words)
    wanted = OURS.replace("{yy}/{n:03}", "C{n}/{yy}").replace("There:", "PRESENT:")
    wanted = wanted.replace('["role", "surname"]', '["surname"]')
    assert edited(OURS, style) == wanted


def test_a_new_key_stands_in_its_table_and_a_new_table_at_the_end() -> None:
    style = style_from(OURS, "ours")
    for key, words in (
        ("minute.title", "{title}."),
        ("attendance.groups.1.none", "None"),
        ("room.motions.put", "Put: {words}"),
    ):
        style = chosen(style, key, words)
    words = edited(OURS, style)
    assert style_from(words, "ours") == style
    assert _comments(words) == _comments(OURS)
    assert '# title = "{title}."\ntitle = "{title}."\n' in words
    assert words.rstrip().endswith('[room.motions]\nput = "Put: {words}"')


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.parent.name)
def test_any_choice_of_any_style_is_saved_with_every_comment(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    style = style_from(words, "any")
    keys = [each.key for each in choices(style)]
    for key in random.Random(path.parent.name).sample(keys, 25):
        changed = _changed(style, key)
        saved = edited(words, changed)
        assert style_from(saved, "any") == changed, key
        assert set(_comments(words)) <= set(_comments(saved)), key


LISTED = """\
version = 1
title = "Ours"

[attendance]
order = [
    # nobody before the chair
    "role",  # as the standing orders say
    "surname",
    # asked for by the leader in 2019
    "seat",  # of the list
]
columns = [
    { heading = "Name", words = "{name}" },  # as on the list
    { heading = "Capacity", words = "{role}" },  # no posts
]
"""


@pytest.mark.parametrize(
    ("order", "lost"),
    [
        (("role", "surname", "seat", "ward"), set()),
        (("role", "group", "surname", "seat"), set()),
        (("group", "surname", "seat"), set()),
        (("role", "seat"), set()),
        (("surname", "seat"), {" as the standing orders say"}),
        ((), {" as the standing orders say", " of the list"}),
    ],
)
def test_comments_inside_a_list_stay_with_what_they_stand_beside(
    order: tuple[SortKey, ...], lost: set[str]
) -> None:
    style = style_from(LISTED, "ours")
    wanted = replace(style, attendance=replace(style.attendance, order=order))
    saved = edited(LISTED, wanted)
    assert style_from(saved, "ours") == wanted
    assert {*_comments(LISTED)} - {*_comments(saved)} <= lost
    column = replace(style.attendance.columns[1], words="{post}")
    columns = (style.attendance.columns[0], column)
    wanted = replace(style, attendance=replace(style.attendance, columns=columns))
    saved = edited(LISTED, wanted)
    assert style_from(saved, "ours") == wanted
    assert _comments(LISTED) == _comments(saved)


def test_what_can_be_read_no_more_is_made_anew() -> None:
    style = style_from(OURS, "ours")
    for words in ("", "this = is = no toml", 'nonsense = "key"', "\x00"):
        assert style_from(edited(words, style), "ours") == style

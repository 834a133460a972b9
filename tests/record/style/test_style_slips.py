"""A slip in a style.toml is told as an officer would tell it: where, what, and how to mend it."""

import re

import pytest

from clerk.errors import StyleError
from clerk.record.style.house_style import slips_in, style_from

NO_TOML = [
    ("[resolution]\nlead = RESOLVED that", "line 2: “lead = RESOLVED that”: text needs straight"),
    ("[resolution]\nlead = “RESOLVED that”", "are those of a letter"),
    ('[resolution]\nlead = "RESOLVED that', "quotation marks do not close"),
    ('[resolution]\nlead = "RESOLVED\nthat"', "line 2.*a line break within is \\\\n"),
    ('[resolution]\nlead "RESOLVED that"', "a line is key = value"),
    ('[resolution]\nlead: "RESOLVED that"', "an equals sign stands between .* not a colon"),
    ("[heading]\ncapitals = True", "true or false, in small letters"),
    ("[heading]\ncapitals = yes", "true or false, in small letters"),
    ("[heading]\ncapitals = true\ncapitals = false", "line 3.*this key is there a second time"),
    ("[heading]\n[minute]\n[heading]", "line 3.*this table is there a second time"),
    ("[minute\n", "line 1.*a table stands in square brackets"),
    ("[room motions]\n", "joined by full stops"),
    ('[closing]\nclosed = "C:\\minutes"', "a backslash within quotation marks is typed twice"),
    ('[closing]\nsignature = ["Chair" "Date"]', "lacks a comma"),
    ('[closing]\nclosed = "x" y', "something stands behind the value"),
]
SLIPS = [
    ('[minute]\nnumbr = "{n}"', "line 2: “minute.numbr” is not known. .*“minute.number”"),
    ('[resolution]\nnumber_place = "x"', "Did you mean “minute.number_place”"),
    ('printed_number = "{number}"', "line 1: .*Did you mean “minute.printed_number”"),
    ('[minutes]\nnumber = "{n}"', "“minutes” is not known. Did you mean “minute”"),
    ('[[attendance.group]]\nlabel = "x"', "Did you mean “attendance.groups”"),
    ('[heading]\ncapitals = "true"', "must be true or false, not text in quotation marks"),
    ('[closing]\nsignature = "Chair"', "must be a list in square brackets"),
    ("[minute]\nnumber = 5", "must be text in quotation marks, not a whole number"),
    ('[attendance.groups]\ncapacity = "present"', r"Write \[\[attendance.groups\]\]"),
    ('[[attendance.groups]]\ncapacity = "present"', r"\(number 1\) lacks the key “label”"),
    ('[parts]\nprinted = "Never"', "line 2: .*Did you mean “never”"),
    ('[attendance]\nnames = "initial"', "Did you mean “initials”"),
    ('[heading]\nopening = "on {Date}"', "Did you mean {date}"),
    ('[heading]\nopening = "on {date"', "opens a brace and never closes it"),
    ('[heading]\nopening = "[at {time} on"', "opens a square bracket and never closes it"),
    ('[heading]\nopening = "at {time}]"', "belongs to no place or optional part"),
    ('[minute]\nnumber = "{n:3}"', "{n:3}, which is no place.*Did you mean {n}"),
    ('[minute]\nnumber = "{ n }"', "Did you mean {n}"),
    ('[minute]\nnumber = "{}"', "which is no place"),
    ('[minute]\nnumber = "(n)"', "lacks {n} or {i}: all minutes would have one number"),
    ('[dates]\nlong = "%d %B %Y"', "lacks {day}: no date would be one"),
    ('[dates]\nmonths = ["Ionawr"]', "names 1; it must name 12"),
]


@pytest.mark.parametrize(("toml", "told"), [*NO_TOML, *SLIPS])
def test_a_slip_is_told_with_its_line_and_how_to_mend_it(toml: str, told: str) -> None:
    (said,) = slips_in(toml, "ours")
    assert said.startswith("style.toml, line ")
    assert re.search(told, said), said
    assert not {"$.", "`", "Expected", "got"} & {*said.split()}
    with pytest.raises(StyleError, match=r"The style\.toml of “ours”: "):
        style_from(toml, "ours")


def test_every_slip_is_told_at_once_so_that_none_is_found_only_after_mending_another() -> None:
    toml = """
[minute]
numbr = "{n}"
capitals = 3
title = "no place"
[parts]
printed = "Never"
[attendance]
across = 9
order = ["roles", "surname"]
columns = [{ heading = "Name", word = "{name}" }]
"""
    said = slips_in(toml, "ours")
    for line, key in (
        *((3, "minute.numbr"), (4, "minute.capitals"), (5, "minute.title"), (7, "parts.printed")),
        *((9, "attendance.across"), (10, "attendance.order"), (11, "attendance.columns.word")),
    ):
        assert [s for s in said if s.startswith(f"style.toml, line {line}: “{key}”")], (key, said)

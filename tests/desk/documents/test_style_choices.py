"""A style is written as it is read, choice by choice, and a slip is told in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.desk.documents.style_choices import (
    choices,
    chosen,
    matching,
    next_option,
    options_of,
    value_of,
    words_of_value,
)
from clerk.desk.documents.style_files import save_style
from clerk.desk.documents.style_trial import first_change, trial_of
from clerk.errors import ClerkError, InputError
from clerk.paths import templates_dir
from clerk.record.style.as_toml import toml_of
from clerk.record.style.house_style import HouseStyle, read_style, style_from
from tests.desk.builders import council

BUILT_IN = sorted(path.parent for path in templates_dir().glob("*/style.toml"))
each_style = pytest.mark.parametrize("folder", BUILT_IN, ids=lambda path: path.name)


@each_style
def test_a_style_written_is_the_style_that_was_read(folder: Path) -> None:
    style = read_style(folder)
    assert style_from(toml_of(style), folder.name) == style


@each_style
def test_every_choice_typed_as_it_stands_changes_nothing(folder: Path) -> None:
    style = read_style(folder)
    for choice in choices(style):
        words = words_of_value(value_of(style, choice.key))
        assert chosen(style, choice.key, words) == style, choice.key
        assert choice.group and choice.name


def test_every_choice_with_a_list_goes_round_it_and_each_value_holds() -> None:
    style = HouseStyle()
    for choice in choices(style):
        for _ in options_of(choice.key):
            style = chosen(style, choice.key, next_option(style, choice.key))
    assert style == HouseStyle()


@given(words=st.text(max_size=40))
def test_whatever_is_typed_is_kept_to_the_letter_or_refused_in_a_sentence(words: str) -> None:
    try:
        style = chosen(HouseStyle(), "room.movements.adjourned", words)
    except ClerkError as error:
        assert str(error).strip()
        return
    assert style_from(toml_of(style), "x") == style


@pytest.mark.parametrize(
    ("key", "words", "told"),
    [
        ("minute.number", "x", "lacks {n} or {i}"),
        ("attendance.layout", "linse", "Did you mean “lines”"),
        ("heading.capitals", "perhaps", "yes or no"),
        ("attendance.across", "many", "a whole number"),
        ("papers.agenda.when", "{dte}", "{dte}"),
    ],
)
def test_a_slip_is_told_without_the_name_of_a_file(key: str, words: str, told: str) -> None:
    with pytest.raises(ClerkError, match=told) as refused:
        chosen(HouseStyle(), key, words)
    assert "style.toml of" not in str(refused.value)


def test_a_key_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"minute\.number"):
        matching(HouseStyle(), "minute.nmber")


def test_a_saved_style_keeps_the_file_before_and_leaves_what_clerk_ships(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    style = chosen(office.styles["parish-2020"], "closing.closed", "It ended at {time}: \\[sic\\].")
    with pytest.raises(InputError, match="one of the styles that Clerk ships"):
        save_style(office, "parish-2020", "parish-2020", style)
    with pytest.raises(InputError, match="cannot be the name"):
        save_style(office, "parish-2020", "../x", style)
    style = chosen(office.styles["parish-2020"], "closing.closed", "It ended at {time}.")
    folder = save_style(office, "parish-2020", "ours", style)
    assert office.styles["ours"] == style and (folder / "style.docx").is_file()
    again = chosen(style, "paragraph.number", "{n}.")
    before = office.drafts_rest_on
    save_style(office, "ours", "ours", again)
    assert office.styles["ours"] == again and office.drafts_rest_on != before
    kept = (folder / "style.toml.before").read_text(encoding="utf-8")
    assert style_from(kept, "ours") == style
    assert trial_of(office, body.id).words.startswith("Invented minutes")


def test_the_first_line_that_a_choice_changes_is_found(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    trial = trial_of(office, body.id)
    lines = trial.lines(HouseStyle(), "x")
    other = trial.lines(chosen(HouseStyle(), "paragraph.number", "{n}."), "x")
    at = first_change(lines, other)
    assert at is not None and lines[at].number != other[at].number
    assert first_change(lines, lines) is None

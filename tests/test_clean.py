"""Text from anywhere: nothing of it stops an export, steers a screen or names a wrong file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.clean import clean_text, safe_filename, shown, slug, text_of
from tests.hostile import WORDS

ANY = st.text(st.characters(codec=None), max_size=60)
"""Text with any code point in it, halves of characters too."""
HOSTILE = st.sampled_from([*WORDS.values()]) | st.text(
    st.sampled_from("\x00\x0b\x0c\r\n\t\x1b\x85\x9b\u2028\u202e\ufeff\ud800\ufffe .-/\\:*con[]ab"),
    max_size=40,
)


def test_text_from_word_keeps_its_words_and_says_what_changed() -> None:
    text, told = clean_text("First\x0bsecond\x0b“third”\xa0\x0c\r\nfourth\x00")
    assert text == "First\nsecond\n“third”\xa0\nfourth"
    assert told == (
        "2 soft line breaks became new lines",
        "1 page break was removed",
        "1 character that Word cannot hold was removed",
    )


def test_text_that_needs_nothing_is_left_and_says_nothing() -> None:
    text = "[Square] brackets, \u202emarks of direction\u202c,\ta tab and “quotes” – all stay"
    assert clean_text(text) == (text, ())


def test_an_accent_pasted_apart_from_its_letter_is_put_together() -> None:
    assert clean_text("cafe\u0301")[0] == "café"


@given(ANY | HOSTILE)
def test_cleaned_text_is_what_xml_can_hold_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned, _ = clean_text(text)
    assert clean_text(cleaned) == (cleaned, ())
    assert unicodedata.is_normalized("NFC", cleaned)
    for char in cleaned:
        assert (
            char in "\t\n"
            or " " <= char <= "\ud7ff"
            or "\ue000" <= char <= "\ufffd"
            or (char >= "\U00010000")
        )


@given(ANY | HOSTILE)
def test_what_is_shown_can_neither_steer_a_terminal_nor_turn_its_order(text: str) -> None:
    on_screen = shown(text)
    on_screen.encode()
    for char in on_screen:
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(char) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI"}
        assert char not in "\u200e\u200f\u061c"


@given(ANY | HOSTILE)
def test_a_file_name_is_one_that_every_system_takes(words: str) -> None:
    name = safe_filename(words)
    assert 0 < len(name) <= 81
    assert len(name.encode()) <= 240
    assert not set(name) & set('<>:"/\\|?*\n\t')
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Environment and Highways Committee", "Environment and Highways Committee"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Minutes\\May", "C-Minutes-May"),
        ("CON", "CON_"),
        ("nul.min", "nul_.min"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("", "untitled"),
        ("\u202e", "untitled"),
    ],
)
def test_a_title_that_looks_like_a_path_names_a_plain_file(words: str, name: str) -> None:
    assert safe_filename(words) == name


def test_a_name_of_three_hundred_characters_is_shortened_between_words() -> None:
    name = safe_filename("Joint " * 50)
    assert len(name) <= 80
    assert name.endswith("Joint")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Environment and Highways Committee", "environment-and-highways-committee"),
        ("Children's Services & Étude Panel", "childrens-services-and-etude-panel"),
        ("  Cabinet  ", "cabinet"),
        ("!!!", "untitled"),
        ("Con", "con-x"),
        ("../..", "untitled"),
        ("委員会", "untitled"),
        ("Pwyllgor Tŷ 日本", "pwyllgor-ty"),
    ],
)
def test_a_committee_gets_a_short_plain_label(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(ANY | HOSTILE)
def test_a_label_is_safe_as_a_folder_and_its_own_label(words: str) -> None:
    label = slug(words)
    assert label
    assert label == safe_filename(label, limit=90)
    assert slug(label) == label


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_notepad_saves_is_read_as_it_was_typed(code: str) -> None:
    assert text_of("Tŷ – “Verges”\r\nnoted\r".encode(code)) == "Tŷ – “Verges”\nnoted\n"


def test_an_old_code_page_is_not_guessed_at() -> None:
    with pytest.raises(UnicodeDecodeError):
        text_of("£9".encode("cp1252"))

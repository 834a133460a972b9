from pathlib import Path

import pytest

from clerk.errors import InputError
from clerk.paths import Home, templates_dir
from clerk.store.phrases import FILE_NAME, phrases_from, read_own_phrases, read_phrases

SHIPPED = templates_dir() / FILE_NAME


def test_the_standing_wording_of_clerking_is_shipped() -> None:
    phrases = dict(read_phrases(SHIPPED))
    assert len(phrases) >= 40
    assert phrases["rn"] == "RESOLVED that the report be noted."
    assert phrases["irq"] == "In response to a question,"
    assert not any("\n" in words for words in phrases.values())


def test_no_shipped_code_is_a_word_that_minutes_use() -> None:
    house = Path(__file__).parents[2] / "clerk" / "suggest" / "house_english.txt"
    words = set(house.read_text(encoding="utf-8").lower().replace(".", " ").split())
    assert not words & {code for code, _ in read_phrases(SHIPPED)}


def test_the_councils_own_phrases_stand_before_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "phrases.toml"
    own.write_text('rn = "Resolved: to note the report."\nirq = ""\nzz = "Mine."', encoding="utf-8")
    phrases = dict(read_phrases(SHIPPED, own))
    assert phrases["rn"] == "Resolved: to note the report."
    assert phrases["zz"] == "Mine."
    assert "irq" not in phrases
    assert "irqs" in phrases


def test_a_council_without_phrases_of_its_own_has_the_shipped_ones(tmp_path: Path) -> None:
    assert read_phrases(SHIPPED, tmp_path / "none.toml") == read_phrases(SHIPPED)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("rn = ", "not TOML|cannot be used"),
        ('RN = "x"', "code “RN”"),
        ('r = "x"', "code “r”"),
        ('"a b" = "x"', "code “a b”"),
        ("rn = 3", "“rn”"),
        (f'rn = "{"x" * 1001}"', "“rn”"),
        ('[one]\nrn = "x"\n[two]\nrn = "y"', "“rn” twice"),
        ("version = 2", "newer Clerk"),
        ('version = "one"', "version one"),
    ],
)
def test_phrases_that_cannot_be_used_are_named(words: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        phrases_from(words, "phrases.toml")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "phrases.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"phrases\.toml"):
        read_phrases(SHIPPED, tmp_path / "phrases.toml")


def test_a_phrase_of_two_lines_becomes_one() -> None:
    assert phrases_from('aa = """one\ntwo"""', "x") == {"aa": "one two"}


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16"])
def test_phrases_that_notepad_has_saved_are_read_and_can_be_added_to(
    tmp_path: Path, code: str
) -> None:
    own = tmp_path / FILE_NAME
    own.write_bytes('rn = "Nodwyd – noted."\r\n'.encode(code))
    assert dict(read_phrases(SHIPPED, own))["rn"] == "Nodwyd – noted."
    assert read_own_phrases(Home(tmp_path)) == 'rn = "Nodwyd – noted."\n'


def test_phrases_in_an_old_code_page_are_refused_and_not_saved_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes('rn = "£9"'.encode("cp1252"))
    with pytest.raises(InputError, match="Save As, Encoding, UTF-8"):
        read_own_phrases(Home(tmp_path))

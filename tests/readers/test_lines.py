"""One paper in every kind of file that councils send, and what is said of the files they do not."""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from clerk.errors import InputError
from clerk.readers import lines, read_paper, sha256
from tests.readers.made_pdf import pdf_of, shown_pdf


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_every_encoding_that_councils_use(tmp_path: Path, encoding: str) -> None:
    path = saved(tmp_path, "paper.txt", "Café – “late”\nMr O’Hara\n".encode(encoding))
    assert lines(path) == ("Café – “late”", "Mr O’Hara")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_known_by_its_zeros(tmp_path: Path, encoding: str) -> None:
    assert lines(saved(tmp_path, "a.txt", "PRESENT: Mr A\nB".encode(encoding))) == (
        "PRESENT: Mr A",
        "B",
    )


def test_line_numbers_are_those_of_the_file_whatever_ends_its_lines(tmp_path: Path) -> None:
    assert lines(saved(tmp_path, "a.txt", b"one\r\n\r\nthree\rfour\nfive")) == (
        "one", "", "three", "four", "five",
    )  # fmt: skip


def test_the_first_bytes_decide_and_not_the_name(tmp_path: Path) -> None:
    assert lines(saved(tmp_path, "paper.pdf", b"plain words")) == ("plain words",)


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", b"words")
    assert sha256(path) == hashlib.sha256(b"words").hexdigest()


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \r\n\t ", "is empty"),
    "binary": (bytes(range(256)) * 8, "is not a text, Word or PDF file"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "is not a text, Word or PDF file"),
    "controls": (b"\x01\x02\x03abc" * 50, "is not a text, Word or PDF file"),
    "encoding": (b"Mr \x81\x8d \x90 Field caf\xe9", "save it as UTF-8"),
    "torn utf-16": (b"\xff\xfea\x00b", "save it as UTF-8"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "torn zip": (b"PK\x03\x04 no archive", "is not a Word file"),
    "torn pdf": (b"%PDF-1.7\n garbage", "damaged PDF"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence_with_a_remedy(
    tmp_path: Path, case: str
) -> None:
    content, said = REFUSED[case]
    with pytest.raises(InputError, match=said) as refusal:
        lines(saved(tmp_path, "paper.docx", content))
    assert str(refusal.value).count("\n") == 0
    assert str(refusal.value).endswith(".")


def test_a_missing_file_a_folder_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        lines(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="is a folder"):
        lines(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        lines(Path("a\0b"))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the super-user may read everything"
)
def test_a_file_that_one_may_not_open_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", b"words")
    path.chmod(0)
    with pytest.raises(InputError, match="may open it"):
        lines(path)


def test_a_text_that_is_no_council_paper_is_refused(tmp_path: Path) -> None:
    recipe = "Dough\n\n1. Take flour.\n2. Add water.\n\nServes 4\n"
    with pytest.raises(InputError, match="neither an agenda's front sheet nor minutes"):
        read_paper(saved(tmp_path, "recipe.txt", recipe.encode()))


# --- Word ----------------------------------------------------------------------------------


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a Word file"):
        lines(saved(tmp_path, "a.docx", zipped(readme=b"hello")))


def test_a_word_file_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    bomb = {"word__document.xml": b"<a>" + b" " * (70 * 1024 * 1024) + b"</a>"}
    with pytest.raises(InputError, match="too large when unpacked"):
        lines(saved(tmp_path, "a.docx", zipped(**bomb)))


def test_a_word_file_with_xml_entities_is_refused(tmp_path: Path) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(InputError, match="is not a Word file"):
        lines(saved(tmp_path, "a.docx", zipped(**{"word__document.xml": laughs})))


def word_file(folder: Path, text: str) -> Path:
    """The text as a Word file, a paragraph each, "- " lines in Word's own bullet list."""
    import docx

    document = docx.Document()
    for line in text.split("\n"):
        if line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line.strip():
            document.add_paragraph(line)
    path = folder / "paper.docx"
    document.save(str(path))
    return path


def test_minutes_from_word_read_as_from_text(tmp_path: Path, minutes: str) -> None:
    text = read_paper(saved(tmp_path, "m.txt", minutes.encode())).minutes[0]
    word = read_paper(word_file(tmp_path, minutes)).minutes[0]
    assert [(m.number, m.title, m.refs, m.text) for m in word.minutes] == [
        (m.number, m.title, m.refs, m.text) for m in text.minutes
    ]
    assert [entry.words for entry in word.attendance] == [e.words for e in text.attendance]
    assert (word.committee, word.date, word.venue) == (text.committee, text.date, text.venue)


def test_words_own_numbers_are_written_out(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("Title")
    for words in ("first", "second"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("point", style="List Bullet")
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert [line for line in lines(path) if line] == ["Title", "1. first", "2. second", "- point"]


def test_a_words_table_has_a_tab_between_its_cells(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("A", "B"), ("C", "D\nE")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.rows[0].cells[0].merge(table.rows[0].cells[1])
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert lines(path)[:2] == ("A B\t", "C\tD E")


def test_merged_cells_and_a_table_in_a_cell_are_read_whole(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, ("ABC", "DEF", "GHI"), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    table.cell(0, 2).add_table(1, 1).cell(0, 0).text = "within"
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert lines(path)[:3] == ("A D\tB\tC within", "A D\tE\tF", "G\tH I")


def test_word_and_pdf_readers_load_only_for_such_files(tmp_path: Path, minutes: str) -> None:
    path = saved(tmp_path, "m.txt", minutes.encode())
    asked = (
        "import sys, pathlib; from clerk.readers import read_paper; "
        f"read_paper(pathlib.Path({str(path)!r})); "
        "late = {'docx', 'lxml', 'pypdfium2', 'defusedxml', 'dateparser'}; "
        "print(sorted(late & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


# --- PDF -----------------------------------------------------------------------------------


def pdf_file(folder: Path, text: str) -> Path:
    return saved(folder, "paper.pdf", pdf_of(text.split("\n")))


def test_minutes_from_a_pdf_read_as_from_text(tmp_path: Path, minutes: str) -> None:
    text = read_paper(saved(tmp_path, "m.txt", minutes.encode())).minutes[0]
    read = read_paper(pdf_file(tmp_path, minutes)).minutes[0]
    assert [(m.number, m.title, m.refs, m.text) for m in read.minutes] == [
        (m.number, m.title, m.refs, m.text) for m in text.minutes
    ]
    assert [entry.words for entry in read.attendance] == [e.words for e in text.attendance]


def test_a_pdf_of_pictures_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="pictures of pages and no text"):
        lines(saved(tmp_path, "paper.pdf", shown_pdf([["0 0 m 9 9 l S"]])))


def test_a_pdf_with_a_password_is_refused_with_a_remedy(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(pdf_file(tmp_path, "words")))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    with pytest.raises(InputError, match="protected by a password"):
        lines(path)

"""`clerk import` of damaged, disguised and hostile files: a sentence, no fall, no long wait."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.cli import main
from tests.readers.made_pdf import pdf_of, shown_pdf


def word_of(text: str) -> bytes:
    """The text as a Word file, a paragraph a line."""
    import docx

    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.add_table(2, 2).rows[0].cells[0].text = "Ward"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def rezipped(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The Word file with each part changed, and with more parts."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in parts.namelist():
            package.writestr(name, change(name, parts.read(name)))
        for name, part in more.items():
            package.writestr(name, part)
    return made.getvalue()


def in_document(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    return rezipped(
        content, lambda name, part: change(part) if name == "word/document.xml" else part
    )


def archive(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def imported(folder: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said on the error output; fails unless a refusal is one sentence, and quick."""
    path = folder / name
    path.write_bytes(content)
    capsys.readouterr()
    begun = time.process_time()
    code = main(["--home", str(folder / "home"), "import", str(path), "--dry-run"])
    assert time.process_time() - begun < 10
    said = capsys.readouterr().err
    assert code in (0, 2)
    assert (code == 0) == (said == "")
    if code:
        assert said.startswith("clerk: ")
        assert said.count("\n") == 1
        assert said.endswith(".\n")
        assert not (folder / "home").exists()
    return said


BODY = b"<w:body>"
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
TEMPLATE = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/>'
)


def nested(part: bytes) -> bytes:
    return part.replace(
        BODY,
        BODY + b"<w:tbl><w:tr><w:tc>" * 3000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3000,
    )


DISGUISED: dict[str, tuple[bytes, str]] = {
    "rtf.docx": (rb"{\rtf1\ansi AGENDA\par 1. Apologies\par}", "a Rich Text file"),
    "odt.docx": (archive(**{"mimetype": b"application/vnd", "content.xml": b"<a/>"}), "OpenDoc"),
    "xlsx.docx": (archive(**{"xl/workbook.xml": b"<a/>"}), "a workbook"),
    "zip.docx": (archive(notes=b"words"), "not a Word file"),
    "doc.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "old Word file"),
    "page.docx": (b"<!DOCTYPE html><html><body><h1>AGENDA</h1></body></html>", "a web page"),
    "packed.txt": (b"\x1f\x8b\x08\x00" + bytes(range(200)), "not a text"),
    "utf32.txt": ("AGENDA\n1. Apologies".encode("utf-32"), "not a text"),
    "long.txt": (b"AGENDA\n" + b"word " * 2_000_000, "a line of 10,000,000 letters"),
    "many.txt": (b"12. Title\n\nText.\n" * 60_000, "lines, more than any"),
    "headings.txt": (
        b"MINUTES of a meeting of the Cabinet held in the Hall on 5 May 2015.\n\nPRESENT: Mr A B\n"
        + b"\n12. Title\n\nRESOLVED that it be.\n" * 4100,
        "more than 4,000 minutes",
    ),
    "bare.pdf": (b"%PDF-1.7\n%%EOF", "damaged PDF"),
    "round.pdf": (pdf_of(["a"]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "no text|damaged"),
    "pages.pdf": (shown_pdf([["%"]] * 3001), "more than 3000 pages"),
}


@pytest.mark.parametrize("name", DISGUISED)
def test_what_is_something_else_than_its_name_says_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    content, remedy = DISGUISED[name]
    said = imported(tmp_path, name, content, capsys)
    assert any(words in said for words in remedy.split("|"))


WORD_TRICKS: dict[str, Callable[[bytes], bytes]] = {
    "an entity in UTF-16": lambda word: in_document(
        word,
        lambda part: (
            '<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE + part.decode().split("?>", 1)[1]
        ).encode("utf-16"),
    ),
    "tables in tables in tables": lambda word: in_document(word, nested),
    "a bomb beside the text": lambda word: rezipped(
        word, lambda _, part: part, **{"word/more.xml": b"<a>" + b" " * 70_000_000 + b"</a>"}
    ),
}


@pytest.mark.parametrize("trick", WORD_TRICKS)
def test_a_hostile_word_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], minutes: str, trick: str
) -> None:
    assert imported(tmp_path, "a.docx", WORD_TRICKS[trick](word_of(minutes)), capsys)


def test_a_word_files_template_elsewhere_is_not_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    end = b"</Relationships>"
    word = rezipped(word_of(minutes), lambda _, part: part.replace(end, TEMPLATE + end))
    assert imported(tmp_path, "a.docx", word, capsys) == ""


def test_a_cell_that_claims_a_million_columns_is_one_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    span = b'<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'
    table = b"<w:tbl><w:tr>" + span + b"</w:tr></w:tbl>"
    word = in_document(word_of(minutes), lambda part: part.replace(BODY, BODY + table))
    assert imported(tmp_path, "a.docx", word, capsys) == ""


def test_a_style_that_stands_on_itself_is_no_endless_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    normal = b'w:styleId="Normal">'
    word = rezipped(
        word_of(minutes),
        lambda _, part: part.replace(normal, normal + b'<w:basedOn w:val="Normal"/>'),
    )
    assert imported(tmp_path, "a.docx", word, capsys) == ""


def test_an_entity_never_brings_another_file_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the clerk's own")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    word = in_document(
        word_of(minutes),
        lambda part: part.replace(b"<w:document", doctype + b"<w:document", 1).replace(
            b"slipway", b"&e;", 1
        ),
    )
    assert "the clerk's own" not in imported(tmp_path, "a.docx", word, capsys)


_DAMAGE = st.tuples(
    st.sampled_from(["cut", "flip", "hole", "double", "zeros"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 400),
)


def damaged(content: bytes, how: str, where: float, much: int) -> bytes:
    at = int(where * len(content))
    match how:
        case "cut":
            return content[:at]
        case "flip":
            return content[:at] + bytes([content[at] ^ (1 << much % 8)]) + content[at + 1 :]
        case "hole":
            return content[:at] + content[at + much :]
        case "double":
            return content[: at + much] + content[at:]
    return content[:at] + bytes(much) + content[at + much :]


@pytest.mark.parametrize("kind", ["txt", "docx", "part of docx", "pdf"])
@given(damage=st.lists(_DAMAGE, min_size=1, max_size=4))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    pack: str,
    kind: str,
    damage: list[tuple[str, float, int]],
) -> None:
    def change(content: bytes) -> bytes:
        for how, where, much in damage:
            content = damaged(content, how, where, much) or b" "
        return content

    made = {
        "txt": lambda: change(pack.encode()),
        "docx": lambda: change(word_of(pack)),
        "part of docx": lambda: in_document(word_of(pack), change),
        "pdf": lambda: change(pdf_of(pack.splitlines())),
    }
    name = f"paper.{kind.split()[-1]}"
    imported(tmp_path_factory.mktemp("paper"), name, made[kind](), capsys)

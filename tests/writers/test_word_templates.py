"""Templates that cannot be used, and files that cannot be written."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from clerk.domain.printed import Record
from clerk.errors import InputError, StyleError
from clerk.writers.word import word_bytes, write_word
from clerk.writers.word_template import check_template, template_problems
from tests.writers.word import (
    PLAIN,
    STYLES,
    opened,
    parts_of,
)

ALL_STYLES = sorted(
    path.parent.name
    for path in (Path(__file__).resolve().parents[2] / "templates").glob("*/style.docx")
)


def test_a_template_without_a_style_is_refused_by_name_before_anything_is_written(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    template = _without_style(templates / "committee-2012" / "style.docx", "Limb 2", tmp_path)
    target = tmp_path / "minutes.docx"
    with pytest.raises(StyleError, match=r"no paragraph style “Limb 2” .*“Limb”"):
        write_word(record, template, target, properties=PLAIN)
    assert not target.exists()


@pytest.mark.parametrize("content", [None, b"", b"not a Word file", b"PK\x03\x04torn"])
def test_a_template_that_is_no_word_file_is_refused_in_words(
    content: bytes | None, tmp_path: Path
) -> None:
    template = tmp_path / "style.docx"
    if content is not None:
        template.write_bytes(content)
    with pytest.raises(StyleError, match="Nothing was exported"):
        check_template(template)


@pytest.mark.parametrize("style", STYLES)
def test_the_built_in_templates_have_every_style(style: str, templates: Path) -> None:
    check_template(templates / style / "style.docx")


def test_a_bold_paragraph_style_does_not_turn_bold_words_plain(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    document.styles["Resolution"].font.bold = True
    document.styles["Title"].font.all_caps = True
    template = tmp_path / "style.docx"
    document.save(str(template))
    runs = {
        (str(part.style.name if part.style else ""), run.text): str(run.style.name)
        for part in opened(word_bytes(record, template, PLAIN)).paragraphs
        for run in part.runs
    }
    assert runs["Resolution", "RESOLVED that"] == "Default Paragraph Font"
    assert runs["Numbered Resolution", "RESOLVED that"] == "Resolution Lead"
    assert runs["Title", "Environment and Highways Committee"] == "Default Paragraph Font"


def test_the_file_is_written_to_a_path_or_a_stream(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    template = templates / "committee-2012" / "style.docx"
    stream, target = io.BytesIO(), tmp_path / "minutes [draft] ñ.docx"
    write_word(record, template, stream, properties=PLAIN)
    write_word(record, template, target, properties=PLAIN)
    assert target.read_bytes() == stream.getvalue()


def test_a_folder_is_not_written_over(record: Record, templates: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        template = templates / "committee-2012" / "style.docx"
        write_word(record, template, tmp_path, properties=PLAIN)


def _numbers_itself(document: WordDocument) -> None:
    properties = document.styles["Limb"].element.get_or_add_pPr()
    properties.append(OxmlElement("w:numPr"))
    properties[-1].append(OxmlElement("w:numId"))
    properties[-1][-1].set(qn("w:val"), "1")


def _no_bullets(document: WordDocument) -> None:
    properties = document.styles["List Bullet"].element.pPr
    properties.remove(properties.find(qn("w:numPr")))


def _no_level(document: WordDocument) -> None:
    _style(document, "Minute Heading 2").base_style = document.styles["Normal"]


def _no_hang(document: WordDocument) -> None:
    _style(document, "Limb").paragraph_format.first_line_indent = Pt(0)


def _hidden(document: WordDocument) -> None:
    _style(document, "Outcome").font.hidden = True


def _close(document: WordDocument) -> None:
    _style(document, "Note").paragraph_format.line_spacing = Pt(6)


def _narrow(document: WordDocument) -> None:
    document.sections[0].left_margin = Cm(16)


def _another_kind(document: WordDocument) -> None:
    document.styles["Label"].delete()
    document.styles.add_style("Label", WD_STYLE_TYPE.PARAGRAPH)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (_numbers_itself, "“Limb” numbers by itself"),
        (_no_bullets, "“List Bullet” has no bullets"),
        (_no_level, "“Minute Heading 2” is no heading of level 2: base it on “heading 2”"),
        (_no_hang, "“Limb” has no hanging indent"),
        (_hidden, "“Outcome” is hidden"),
        (_close, "the lines of the style “Note” are closer than its letters are high"),
        (_narrow, "leave 2.5 cm for the text"),
        (_another_kind, r"no character style “Label” \(it has a paragraph style of that name\)"),
    ],
)
def test_what_minutes_cannot_be_set_in_is_told_of_a_template(
    slip: Callable[[WordDocument], None], told: str, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    slip(document)
    document.save(str(tmp_path / "style.docx"))
    (said,) = template_problems(tmp_path / "style.docx")
    assert re.search(told, said), said


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b"\xd0\xcf\x11\xe0 and more", r"an old Word file \(.doc\), or has a password"),
    ],
)
def test_a_file_that_word_saved_otherwise_is_told_as_such(
    content: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / "style.docx").write_bytes(content)
    with pytest.raises(StyleError, match=told):
        check_template(tmp_path / "style.docx")
    (tmp_path / "style.docx").rename(tmp_path / "Style (1).docx")
    with pytest.raises(StyleError, match=r"There is a “Style \(1\).docx”: give it that name"):
        check_template(tmp_path / "style.docx")


@pytest.mark.parametrize(
    ("part", "was", "becomes", "told"),
    [
        ("[Content_Types].xml", b"document.main", b"template.main", r"a Word template \(.dotx\)"),
        ("mimetype", b"", b"application/vnd.oasis.opendocument.text", "an OpenDocument file"),
    ],
)
def test_another_kind_of_document_under_that_name_is_told(
    *, part: str, was: bytes, becomes: bytes, told: str, templates: Path, tmp_path: Path
) -> None:
    parts = parts_of((templates / "committee-2012" / "style.docx").read_bytes())
    if not was:
        parts = {"content.xml": b"<x/>"}
    parts[part] = parts.get(part, b"").replace(was, becomes, 1)
    with zipfile.ZipFile(tmp_path / "style.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(StyleError, match=told):
        check_template(tmp_path / "style.docx")


@pytest.mark.parametrize("style", ALL_STYLES)
def test_nothing_is_wrong_with_the_built_in_templates(style: str, templates: Path) -> None:
    assert template_problems(templates / style / "style.docx") == ()


def _without_style(template: Path, name: str, folder: Path) -> Path:
    document = Document(str(template))
    document.styles[name].delete()
    made = folder / "style.docx"
    document.save(str(made))
    return made

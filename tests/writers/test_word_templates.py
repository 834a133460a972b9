"""Templates that cannot be used, and files that cannot be written."""

import io
from pathlib import Path

import pytest
from docx import Document

from clerk.domain.printed import Record
from clerk.errors import InputError, StyleError
from clerk.writers.word import check_template, word_bytes, write_word
from tests.writers.word import (
    PLAIN,
    STYLES,
    opened,
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


def _without_style(template: Path, name: str, folder: Path) -> Path:
    document = Document(str(template))
    document.styles[name].delete()
    made = folder / "style.docx"
    document.save(str(made))
    return made

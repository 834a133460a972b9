"""What a Word file says of itself, and what it must not tell."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from msgspec.structs import replace

from clerk.domain.printed import Record
from clerk.writers.word import word_bytes
from tests.writers.word import (
    PLAIN,
    STYLES,
    W,
    content_of,
    opened,
    paragraph,
    parts_of,
    record_of,
)


def test_the_language_is_british_english_unless_the_record_says_otherwise(
    record: Record, templates: Path
) -> None:
    for language in ("en-GB", "cy-GB"):
        content = content_of(replace(record, language=language), templates)
        styles = etree.fromstring(parts_of(content)["word/styles.xml"])
        assert [str(lang.get(f"{W}val")) for lang in styles.iter(f"{W}lang")] == [language]
        assert opened(content).core_properties.language == language


def test_properties_name_the_authority_and_the_paper_and_nobody_else(
    record: Record, templates: Path
) -> None:
    content = content_of(record, templates)
    core = etree.fromstring(parts_of(content)["docProps/core.xml"])
    said = {str(child.tag).rsplit("}", 1)[-1]: child.text for child in core}
    assert said == {
        "title": record.title,
        "subject": "Minutes",
        "creator": "Wealdshire County Council",
        "language": "en-GB",
    }


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_the_library_the_user_or_the_machine_is_in_the_file(
    record: Record, templates: Path, style: str
) -> None:
    parts = parts_of(content_of(record, templates, style))
    everything = b"\n".join(parts.values()).lower()
    for trace in (b"python", b"root", str(Path.home()).encode().lower(), b"2013-", b"/tmp"):
        assert trace not in everything
    assert not [name for name in parts if "custom" in name or "thumbnail" in name]


def test_the_same_minutes_make_the_same_bytes(record: Record, templates: Path) -> None:
    first = content_of(record, templates)
    assert first == content_of(record, templates)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_not_in_the_record_is_not_in_the_file(record: Record, templates: Path) -> None:
    exempt = "the price of the depot"
    secret = record_of(*record.lines, paragraph(exempt))
    assert exempt.encode() in b"".join(parts_of(content_of(secret, templates)).values())
    assert exempt.encode() not in b"".join(parts_of(content_of(record, templates)).values())


def test_what_an_officer_left_in_the_template_stays_there(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    document.core_properties.author = "Some Officer"
    document.core_properties.last_modified_by = "Some Officer"
    document.core_properties.comments = "from the shared drive"
    document.add_comment(document.paragraphs[0].runs, "Nicer?", author="Some Officer")
    document.sections[0].header.paragraphs[0].text = "Our crest"
    template = tmp_path / "style.docx"
    document.save(str(template))
    parts = parts_of(word_bytes(record, template, PLAIN))
    everything = b"".join(parts.values())
    assert b"Some Officer" not in everything
    assert b"shared drive" not in everything
    assert "word/comments.xml" not in parts
    header = parts["word/header1.xml"].decode()
    assert header.index("Our crest") < header.index(record.title[:20])

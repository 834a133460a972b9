"""A Word file looked through: ours has nothing to report, and each fault of others is named."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from msgspec.structs import replace

from clerk.domain.printed import Line, Record, Run
from clerk.errors import InputError
from clerk.writers.word import DocumentProperties, word_bytes
from clerk.writers.word_check import check_content, check_document
from clerk.writers.word_check_looks import contrast

STYLES = sorted(
    path.parent.name
    for path in (Path(__file__).resolve().parents[2] / "templates").glob("*/style.docx")
)


def _made(record: Record, templates: Path, style: str = "committee-2012") -> bytes:
    return word_bytes(record, templates / style / "style.docx", DocumentProperties())


def _found(content: bytes) -> set[str]:
    return {found.code for found in check_content(content, "minutes.docx")}


def _changed(content: bytes, change: Callable[[WordDocument], object]) -> set[str]:
    document = Document(io.BytesIO(content))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return _found(stream.getvalue())


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_found_in_what_clerk_writes(
    record: Record, draft: Record, templates: Path, style: str
) -> None:
    for minutes in (record, draft):
        assert check_content(_made(minutes, templates, style), "minutes.docx") == ()


def _insert(document: WordDocument, at: int, text: str, style: str) -> None:
    document.paragraphs[at].insert_paragraph_before(text, style)


def _hide(document: WordDocument) -> None:
    document.paragraphs[2].runs[0].font.hidden = True


def _bold(document: WordDocument) -> None:
    document.paragraphs[2].runs[0].font.bold = True


def _pale(document: WordDocument) -> None:
    document.styles["Paragraph"].font.color.rgb = RGBColor(0xBB, 0xBB, 0xBB)


def _small(document: WordDocument) -> None:
    document.styles["Paragraph"].font.size = Pt(7)


def _loose(document: WordDocument) -> None:
    document.styles["Minute Heading 2"].paragraph_format.keep_with_next = False


def _headerless(document: WordDocument) -> None:
    row: Any = document.tables[0].rows[0]._tr
    row.trPr.remove(row.trPr.find(qn("w:tblHeader")))


def _nameless_column(document: WordDocument) -> None:
    document.tables[0].rows[0].cells[1].paragraphs[0].runs[0].text = ""


def _link(document: WordDocument) -> None:
    link: Any = OxmlElement("w:hyperlink")
    paragraph = document.paragraphs[2]
    link.append(paragraph.add_run("click here")._r)
    paragraph._p.append(link)


def _tracked(document: WordDocument) -> None:
    inserted: Any = OxmlElement("w:ins")
    document.paragraphs[2]._p.append(inserted)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("title", lambda document: setattr(document.core_properties, "title", "")),
        ("private", lambda d: setattr(d.core_properties, "last_modified_by", "A Clerk")),
        ("private", lambda d: d.add_comment(d.paragraphs[1].runs, "Nicer?", author="A Clerk")),
        ("private", _hide),
        ("private", _tracked),
        ("headings", lambda d: _insert(d, 3, "Deep", "Sub-heading 3")),
        ("headings", lambda d: _insert(d, 8, "", "Part Heading")),
        ("tables", _headerless),
        ("tables", _nameless_column),
        ("blanks", lambda d: _insert(d, 8, "", "Paragraph")),
        ("tabs", lambda d: _insert(d, 8, "Present:\tMr Pell\tMrs Dace", "Paragraph")),
        ("tabs", lambda d: _insert(d, 8, "Mr Pell          Mrs Dace", "Paragraph")),
        ("lists", lambda d: _insert(d, 8, "• a typed bullet", "Paragraph")),
        ("links", _link),
        ("pages", lambda d: [p._p.getparent().remove(p._p) for p in _footers(d)]),
        ("by-hand", _bold),
        ("contrast", _pale),
        ("small", _small),
        ("keep", _loose),
    ],
)
def test_a_fault_is_named(
    record: Record, templates: Path, code: str, change: Callable[[WordDocument], object]
) -> None:
    assert code in _changed(_made(record, templates), change)


def _footers(document: WordDocument) -> list[Any]:
    return list(document.sections[0].footer.paragraphs)


def test_a_crest_needs_words_and_keeps_them(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    crest = tmp_path / "crest.png"
    crest.write_bytes(_PNG)
    run = document.sections[0].header.paragraphs[0].add_run()
    run.add_picture(str(crest))
    template = tmp_path / "style.docx"
    document.save(str(template))
    content = word_bytes(record, template, DocumentProperties())
    assert _found(content) == {"pictures"}
    drawing = next(run._r.iter(qn("wp:docPr")))
    drawing.set("descr", "The arms of Wealdshire")
    document.save(str(template))
    content = word_bytes(record, template, DocumentProperties())
    assert _found(content) == set()
    header = Document(io.BytesIO(content)).sections[0].header
    assert len(header.part.related_parts) == 1


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63"
    "60606060000000050001a5f645400000000049454e44ae426082"
)


def test_a_document_without_any_heading_or_language_says_so(templates: Path) -> None:
    lines = (Line(kind="paragraph", runs=(Run(text="Words."),)),)
    record = Record(lines=lines, edition="full", style="x", title="Words")
    assert _found(_made(record, templates)) == {"headings"}

    def strip(document: WordDocument) -> None:
        for language in list(document.styles.element.iter(qn("w:lang"))):
            language.getparent().remove(language)

    assert "language" in _changed(_made(record, templates), strip)


def test_words_in_another_language_and_names_in_columns_have_nothing_to_report(
    record: Record, templates: Path
) -> None:
    welsh = Line(
        kind="minute",
        number="1.",
        runs=(Run(text="Ymddiheuriadau", language="cy-GB"), Run(text=" / Apologies")),
    )
    names = tuple(
        Line(kind="attendance", runs=(Run(text=name, role="entry"),), columns=2)
        for name in ("Mr Pell", "Mrs Dace", "Ms Orme")
    )
    label = Line(kind="attendance", runs=(Run(text="Present:", role="label"),))
    made = _made(replace(record, lines=(label, *names, label, *names, welsh)), templates)
    assert _found(made) == set()
    document = Document(io.BytesIO(made))
    sections: Any = document.sections
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in sections]
    assert columns == [None, "2", None, "2", None]
    assert all("PAGE" in section.footer._element.xml for section in document.sections)
    assert 'w:lang w:val="cy-GB"' in document.element.xml


def test_what_is_no_word_file_is_a_sentence(tmp_path: Path) -> None:
    other = tmp_path / "notes.docx"
    other.write_bytes(b"no Word file")
    with pytest.raises(InputError, match="cannot be opened as a Word file"):
        check_document(other)
    with pytest.raises(InputError, match="cannot be read"):
        check_document(tmp_path / "none.docx")


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)

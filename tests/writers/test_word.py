"""The Word file: the record's words in named styles, and nothing of anything else."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from clerk.domain.printed import Line, Record, Run
from clerk.errors import InputError, StyleError
from clerk.writers.word import DocumentProperties, check_template, word_bytes, write_word
from clerk.writers.word_xml import legal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = ("committee-2012", "cabinet-2012", "overview-2011", "panel-2012")
PLAIN = DocumentProperties()


def _bytes(record: Record, templates: Path, style: str = "committee-2012") -> bytes:
    return word_bytes(record, templates / style / "style.docx", PLAIN)


def _opened(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _paragraphs(content: bytes) -> list[tuple[str, str]]:
    return [
        (str(paragraph.style.name if paragraph.style else ""), paragraph.text)
        for paragraph in _opened(content).paragraphs
    ]


def _record(*lines: Line) -> Record:
    return Record(lines=lines, edition="full", style="committee-2012", title="Minutes")


def _paragraph(text: str, number: str | None = None) -> Line:
    return Line(kind="paragraph", number=number, runs=(Run(text=text),))


def test_each_line_stands_in_the_style_of_its_kind(record: Record, templates: Path) -> None:
    found = _paragraphs(_bytes(record, templates))
    for expected in (
        ("Authority", "Wealdshire County Council"),
        ("Title", "Environment and Highways Committee"),
        ("Attendance", "ALSO PRESENT: Mr K O'Rourke"),
        ("Part Heading", "UNRESTRICTED ITEMS"),
        ("Minute Heading 2", "21.\tApologies and Substitutes (Item A1)"),
        ("Paragraph", "There were none."),
        ("Outcome", "Carried"),
        ("Meeting Date", "Thursday 16 May 2024"),
        ("Reference", "(Item B1 – Report by Ms H Pell, Director of Highways)"),
        ("Note", "(Mr A Finch, Network Engineer was present for this item)"),
        ("Sub-heading 3", "Discussion"),
        ("Numbered Paragraph", "(2)\tMembers asked about the following:-"),
        ("List Bullet", "the routes that serve schools, and in particular"),
        ("List Bullet 2", "the hill at Nether Cross;"),
        ("Numbered Resolution", "(5)\tRESOLVED that:"),
        ("Limb", "(a)\tthe report be noted;"),
        ("Limb 2", "(i)\ta plan of salt bins; and"),
        ("Section Heading", "D – Other Business"),
        ("Closing Words", "The meeting closed at 12.40 p.m."),
        ("Signature Line", "Chairman"),
    ):
        assert expected in found


def test_attendance_one_a_line_has_labels_and_entries_in_styles_of_their_own(
    draft: Record, templates: Path
) -> None:
    found = _paragraphs(_bytes(draft, templates, "panel-2012"))
    assert ("Attendance Label", "Officers:") in found
    assert ("Attendance Entry", "Ms N Balogun") in found


def test_a_word_file_says_every_word_of_the_record_and_no_other(
    record: Record, templates: Path
) -> None:
    document = _opened(_bytes(record, templates))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = [part.text for part in document.paragraphs] + cells
    record_words = [
        " ".join((line.number or "", *(run.text for run in line.runs), *sum(line.rows, ())))
        for line in record.lines
    ]
    assert sorted(_words(said)) == sorted(_words(record_words))


def _words(texts: Sequence[str]) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


@pytest.mark.parametrize("style", STYLES)
def test_headings_never_skip_a_level(
    record: Record, draft: Record, templates: Path, style: str
) -> None:
    for minutes in (record, draft):
        levels = [1, *_levels(_bytes(minutes, templates, style))]
        assert len(levels) > 5
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def _levels(content: bytes) -> Iterator[int]:
    """The heading levels in order, from the built-in heading that each style is based on."""
    for paragraph in _opened(content).paragraphs:
        style = paragraph.style
        while style is not None:
            if match := re.fullmatch(r"Heading (\d)", str(style.name)):
                yield int(match[1])
            style = style.base_style


def test_a_minute_before_the_first_part_is_no_level_lower_than_its_place(templates: Path) -> None:
    heading = Line(kind="minute", number="1.", runs=(Run(text="First"),))
    part = Line(kind="part", runs=(Run(text="EXEMPT ITEMS"),))
    found = _paragraphs(_bytes(_record(heading, part, heading), templates))
    assert [style for style, _ in found] == [
        "Minute Heading 1",
        "Part Heading",
        "Minute Heading 2",
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_signed_number_is_literal_text_with_one_tab_and_a_hanging_indent(
    record: Record, templates: Path, style: str
) -> None:
    document = _opened(_bytes(record, templates, style))
    numbered = [part for part in document.paragraphs if re.match(r"\(?\w+[.)]\t", part.text)]
    assert len(numbered) == sum(line.number is not None for line in record.lines)
    for paragraph in numbered:
        assert paragraph.text.count("\t") == 1
        assert paragraph.style is not None
        assert paragraph.style.paragraph_format.first_line_indent is not None
        assert paragraph.style.paragraph_format.first_line_indent < 0


def test_no_paragraph_is_empty_and_no_tab_lays_anything_out(
    record: Record, templates: Path
) -> None:
    for _, text in _paragraphs(_bytes(record, templates)):
        assert text.strip()
        assert "\t" not in text or re.match(r"\(?\w+[.)]\t[^\t]*$", text)


def test_bullets_are_a_real_list_of_two_levels(record: Record, templates: Path) -> None:
    parts = _parts(_bytes(record, templates))
    styles = etree.fromstring(parts["word/styles.xml"])
    levels = {
        str(style.get(f"{W}styleId")): str(level.get(f"{W}val"))
        for style in styles.iter(f"{W}style")
        for level in style.iter(f"{W}ilvl")
    }
    assert levels == {"ListBullet": "0", "ListBullet2": "1"}
    numbering = etree.fromstring(parts["word/numbering.xml"])
    formats = [str(form.get(f"{W}val")) for form in numbering.iter(f"{W}numFmt")]
    assert formats == ["bullet", "bullet"]


def test_a_table_with_a_header_repeats_it_and_one_without_does_not(templates: Path) -> None:
    rows = (("Route", "Cost"), ("Oxley", "£4"))
    for header in (True, False):
        content = _bytes(_record(Line(kind="table", rows=rows, header=header)), templates)
        body = etree.fromstring(_parts(content)["word/document.xml"])
        assert len(list(body.iter(f"{W}tblHeader"))) == int(header)
        assert [[cell.text for cell in row.cells] for row in _opened(content).tables[0].rows] == [
            list(row) for row in rows
        ]


def test_two_tables_that_touch_stay_two_tables(templates: Path) -> None:
    table = Line(kind="table", rows=(("a", "b"),))
    body = etree.fromstring(_parts(_bytes(_record(table, table), templates))["word/document.xml"])[
        0
    ]
    tags = [str(child.tag).removeprefix(W) for child in body]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_box_of_one_cell_is_words_and_no_table(templates: Path) -> None:
    content = _bytes(_record(Line(kind="table", rows=(("Words in a box.",),))), templates)
    assert _paragraphs(content) == [("Quote", "Words in a box.")]


def test_no_column_is_narrower_than_its_longest_word(templates: Path) -> None:
    rows = (("Member", "Interest"), ("Ms Balogun", "a personal interest " * 9))
    content = _bytes(_record(Line(kind="table", header=True, rows=rows)), templates)
    body = etree.fromstring(_parts(content)["word/document.xml"])
    first, second = (int(str(col.get(f"{W}w"))) for col in body.iter(f"{W}gridCol"))
    assert first > 7 * 140
    assert first + second == 9026 - 720
    endless = (("x" * 90, "y" * 90),)
    assert _bytes(_record(Line(kind="table", rows=endless)), templates)


def test_the_last_cell_of_a_short_row_reaches_to_the_end_of_the_table(templates: Path) -> None:
    content = _bytes(_record(Line(kind="table", rows=(("a",), ("b", "c")))), templates)
    rows = _opened(content).tables[0].rows
    # python-docx names a cell once for each column that it covers
    assert [[cell.text for cell in row.cells] for row in rows] == [["a", "a"], ["b", "c"]]


def test_pages_are_numbered_by_fields(record: Record, templates: Path) -> None:
    footer = _parts(_bytes(record, templates))["word/footer1.xml"].decode()
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]
    assert "Initials:" in footer


def test_pages_may_run_on_through_the_minute_book(record: Record, templates: Path) -> None:
    properties = DocumentProperties(first_page=118)
    content = word_bytes(record, templates / "committee-2012" / "style.docx", properties)
    parts = _parts(content)
    assert b'<w:pgNumType w:start="118"/><w:cols' in parts["word/document.xml"]
    assert b"NUMPAGES" not in parts["word/footer1.xml"]


def test_committee_and_date_stand_on_top_of_each_page(record: Record, templates: Path) -> None:
    header = _opened(_bytes(record, templates)).sections[0].header
    assert [part.text for part in header.paragraphs] == [record.title]


def test_a_signature_never_stands_alone_on_a_page(record: Record, templates: Path) -> None:
    document = _opened(_bytes(record, templates))
    last = [part for part in document.paragraphs if part.text][-5:]
    styles = [str(part.style.name) for part in last if part.style]
    assert styles[-4:] == ["Closing Words", "Signature Line", "Signature Line", "Signature Line"]
    assert [part.paragraph_format.keep_with_next for part in last[:2]] == [True, True]


def test_a_draft_says_so_on_every_page_and_the_signing_edition_does_not(
    record: Record, draft: Record, templates: Path
) -> None:
    assert b"DRAFT" in _parts(_bytes(draft, templates))["word/header1.xml"]
    assert b"DRAFT" not in b"".join(_parts(_bytes(record, templates)).values())
    assert b"Initials:" not in _parts(_bytes(draft, templates))["word/footer1.xml"]


def test_a_number_that_may_still_change_never_leaves_without_the_draft_mark(
    draft: Record, templates: Path
) -> None:
    content = _bytes(replace(draft, draft=False, edition="full"), templates)
    assert b"DRAFT" in _parts(content)["word/header1.xml"]


def test_capitals_are_formatting_and_the_words_stay_as_the_record_has_them(
    record: Record, templates: Path
) -> None:
    title = next(
        part
        for part in _opened(_bytes(record, templates)).paragraphs
        if part.text == "Environment and Highways Committee"
    )
    assert [run.style.name for run in title.runs] == ["Capitals"]


def test_marked_words_have_styles_and_no_formatting_of_their_own(
    record: Record, templates: Path
) -> None:
    document = _opened(_bytes(record, templates))
    styled = {(run.text, str(run.style.name)) for part in document.paragraphs for run in part.runs}
    assert ("PRESENT:", "Label") in styled
    assert ("RESOLVED that", "Resolution Lead") in styled
    assert ("the Committee agreed to defer the matter", "Resolution Words") in styled
    assert ("(Item A1)", "Reference Beside") in styled
    body = etree.fromstring(_parts(_bytes(record, templates))["word/document.xml"])
    direct = {str(each.tag) for found in body.iter(f"{W}rPr") for each in found}
    assert direct == {f"{W}rStyle"}


def test_the_language_is_british_english_unless_the_record_says_otherwise(
    record: Record, templates: Path
) -> None:
    for language in ("en-GB", "cy-GB"):
        content = _bytes(replace(record, language=language), templates)
        styles = etree.fromstring(_parts(content)["word/styles.xml"])
        assert [str(lang.get(f"{W}val")) for lang in styles.iter(f"{W}lang")] == [language]
        assert _opened(content).core_properties.language == language


def test_properties_name_the_authority_and_the_paper_and_nobody_else(
    record: Record, templates: Path
) -> None:
    content = _bytes(record, templates)
    core = etree.fromstring(_parts(content)["docProps/core.xml"])
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
    parts = _parts(_bytes(record, templates, style))
    everything = b"\n".join(parts.values()).lower()
    for trace in (b"python", b"root", str(Path.home()).encode().lower(), b"2013-", b"/tmp"):
        assert trace not in everything
    assert not [name for name in parts if "custom" in name or "thumbnail" in name]


def test_the_same_minutes_make_the_same_bytes(record: Record, templates: Path) -> None:
    first = _bytes(record, templates)
    assert first == _bytes(record, templates)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_not_in_the_record_is_not_in_the_file(record: Record, templates: Path) -> None:
    exempt = "the price of the depot"
    secret = _record(*record.lines, _paragraph(exempt))
    assert exempt.encode() in b"".join(_parts(_bytes(secret, templates)).values())
    assert exempt.encode() not in b"".join(_parts(_bytes(record, templates)).values())


@pytest.mark.parametrize(
    "text",
    [
        "[sic] [/] [@click=app.quit]x[/]",
        "<w:p/> & </w:t> ]]> &amp;",
        "=HYPERLINK('x')",
        "C:\\minutes\\..\\secret",
        "\u202eright to left\u202c and \u200fmarks\u200e",
        "Sir " + "Bartholomew-" * 25,
        "{ TITLE } PAGE",
        " spaces  kept ",
        "e\u0301 as typed, and \N{NO-BREAK SPACE}hard spaces",
    ],
)
def test_hostile_text_comes_out_letter_for_letter(text: str, templates: Path) -> None:
    minute = Line(kind="minute", number="1.", runs=(Run(text=text),))
    found = _paragraphs(_bytes(_record(minute, _paragraph(text)), templates))
    assert [words for _, words in found] == [f"1.\t{text}", text]


def test_what_word_cannot_hold_is_replaced_and_never_stops_an_export(templates: Path) -> None:
    text = "a\x00b\x1bc\ufffed\ud800e\x0bf\r\ng\ti"
    content = _bytes(replace(_record(_paragraph(text)), title=text * 200), templates)
    assert _paragraphs(content)[0][1] == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\ng i"
    title = _opened(content).core_properties.title
    assert len(title) == 255
    assert title.startswith("a\ufffdb")


def test_an_empty_record_still_opens(templates: Path) -> None:
    assert _paragraphs(_bytes(_record(), templates)) == []


def test_a_template_without_a_style_is_refused_by_name_before_anything_is_written(
    record: Record, templates: Path, tmp_path: Path
) -> None:
    template = _without_style(templates / "committee-2012" / "style.docx", "Limb 2", tmp_path)
    target = tmp_path / "minutes.docx"
    with pytest.raises(StyleError, match=r"no paragraph style “Limb 2” .*“Limb”"):
        write_word(record, template, target, properties=PLAIN)
    assert not target.exists()


def _without_style(template: Path, name: str, folder: Path) -> Path:
    document = Document(str(template))
    document.styles[name].delete()
    made = folder / "style.docx"
    document.save(str(made))
    return made


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
    parts = _parts(word_bytes(record, template, PLAIN))
    everything = b"".join(parts.values())
    assert b"Some Officer" not in everything
    assert b"shared drive" not in everything
    assert "word/comments.xml" not in parts
    header = parts["word/header1.xml"].decode()
    assert header.index("Our crest") < header.index(record.title)


def test_a_template_with_its_own_first_page_has_the_draft_mark_there_too(
    draft: Record, templates: Path, tmp_path: Path
) -> None:
    document = Document(str(templates / "committee-2012" / "style.docx"))
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    template = tmp_path / "style.docx"
    document.save(str(template))
    section = _opened(word_bytes(draft, template, PLAIN)).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert header.paragraphs[0].text == "DRAFT"
    for footer in (section.footer, section.first_page_footer, section.even_page_footer):
        assert "PAGE" in footer._element.xml
    assert len(section.first_page_header.paragraphs) == 1


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
        for part in _opened(word_bytes(record, template, PLAIN)).paragraphs
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


_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs lang",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType cols titlePg",
    "tblPr": "tblStyle tblW tblInd tblBorders tblCellMar tblLook",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}
"""The order of children that ECMA-376 part 1 lays down, of those that Clerk writes."""


@pytest.mark.parametrize("style", STYLES)
def test_elements_stand_in_the_order_of_the_schema(
    record: Record, templates: Path, style: str
) -> None:
    properties = DocumentProperties(first_page=3)
    content = word_bytes(record, templates / style / "style.docx", properties)
    for name, part in _parts(content).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in etree.fromstring(part).iter():
            wanted = _ORDERS.get(str(element.tag).removeprefix(W), "").split()
            found = [str(child.tag).removeprefix(W) for child in element]
            if wanted:
                assert found == sorted(found, key=wanted.index), name


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_at_all_can_be_exported_and_read_back(text: str) -> None:
    templates = Path(__file__).resolve().parents[2] / "templates"
    found = _paragraphs(_bytes(_record(_paragraph(text, "(1)")), templates))
    assert found == [("Numbered Paragraph", f"(1)\t{legal(text)}")]
    assert len(legal(text).replace("\n", "")) <= len(text)

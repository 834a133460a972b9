"""What Word is strict about, and LibreOffice is not: nobody here can open a file in Word itself."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from lxml import etree
from lxml.etree import _Element
from msgspec.structs import replace

from clerk.desk.documents.sample import sample_context, sample_meeting
from clerk.domain.printed import Line, Record, Run
from clerk.record.minutes.compose import compose
from clerk.record.papers.signing_in import SIGN
from clerk.record.style.house_style import read_style
from clerk.writers.word import DocumentProperties, word_bytes
from tests.writers.word import W, parts_of

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
STYLES = sorted(path.parent.name for path in TEMPLATES.glob("*/style.docx"))

_P_PR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_R_PR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape "
    "mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
    "proofState attachedTemplate linkStyles stylePaneFormatFilter documentType trackRevisions "
    "defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr "
    "compat docVars rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator"
)
ORDERS = {
    "document": "background body",
    "pPr": _P_PR,
    "rPr": _R_PR,
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
    "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tblGrid": "gridCol",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId",
    "p": "pPr r fldSimple",
    "r": "rPr t tab br",
    "fldSimple": "r",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "settings": _SETTINGS,
    "compat": "compatSetting",
    "numbering": "numPicBullet abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "hdr": "p",
    "ftr": "p",
}
"""The order of children that ECMA-376 part 1 lays down; those of a choice (what stands in a
paragraph or a run) in any."""
_IN_ANY_ORDER = frozenset({"body", "trPr", "p", "r", "fldSimple"})
_ONCE = frozenset({"pPr", "rPr", "tblPr", "tcPr", "sectPr", "style", "settings", "lvl"})
"""Where no child stands twice, but for the references to headers and footers."""
_LEAST = {"tc": "p", "tr": "tc", "tbl": "tblGrid", "hdr": "p", "ftr": "p", "r": "t tab br"}
"""What an element cannot be without: Word calls the file damaged."""


def _everything(style: str) -> Record:
    """All that minutes, sheets and margins can have, in one record."""
    found = read_style(TEMPLATES / style)
    margin = replace(found.margin, heading="Lead", minute="{refs}", action="{officer}")
    attendance = replace(found.attendance, layout="columns")
    found = replace(found, margin=margin, attendance=attendance)
    record = compose(sample_meeting(), sample_context(found, style), "signing")
    sheet = Line(kind="table", rows=(("Name", "Signature"), ("", "")), header=True, role=SIGN)
    short = Line(kind="table", rows=(("A", "B"), ("only one",)), header=True)
    margin_number = Line(kind="margin", runs=(Run(text="1/26"),))
    caps = Line(kind="paragraph", number="(9)", runs=(Run(text="x"),), case="upper")
    return replace(record, lines=(*record.lines, sheet, short, margin_number, caps), draft=True)


@pytest.fixture(scope="module", params=[(style, page) for style in STYLES for page in (None, 3)])
def parts(request: pytest.FixtureRequest) -> dict[str, bytes]:
    style, page = request.param
    properties = DocumentProperties(first_page=page, subject="Minutes", author="A Council")
    return parts_of(word_bytes(_everything(style), TEMPLATES / style / "style.docx", properties))


def _elements(parts: dict[str, bytes]) -> Iterator[tuple[str, _Element]]:
    for name, part in parts.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            for element in etree.fromstring(part).iter():
                yield name, element


def _name(element: _Element) -> str:
    return str(element.tag).removeprefix(W)


def test_children_stand_in_the_order_of_the_schema_and_each_of_them_is_known(
    parts: dict[str, bytes],
) -> None:
    for part, element in _elements(parts):
        name, found = _name(element), [_name(child) for child in element]
        if not found:
            continue
        if name in ORDERS:
            wanted = ORDERS[name].split()
            assert set(found) <= set(wanted), (part, name, found)
            if name not in _IN_ANY_ORDER:
                assert found == sorted(found, key=wanted.index), (part, name, found)
        else:
            assert name in _IN_ANY_ORDER, f"the order of {name} is not held: {part}, {found}"
        if name in _ONCE:
            once = [each for each in found if not each.endswith(("Reference", "tblStylePr"))]
            assert len(once) == len(set(once)), (part, name, found)


def test_properties_come_first_and_nothing_lacks_what_word_wants(parts: dict[str, bytes]) -> None:
    for part, element in _elements(parts):
        name, found = _name(element), [_name(child) for child in element]
        if name in _LEAST:
            assert set(found) & {*_LEAST[name].split()}, (part, name, found)
        for properties in ("pPr", "rPr", "trPr", "tcPr", "tblPr"):
            if name in ("p", "r", "tr", "tc", "tbl") and properties in found:
                assert found.index(properties) == 0, (part, name, found)


def test_a_body_ends_with_its_section_and_a_table_never_ends_a_cell_or_a_body(
    parts: dict[str, bytes],
) -> None:
    body = etree.fromstring(parts["word/document.xml"])[0]
    names = [_name(child) for child in body]
    assert names[-2:] == ["p", "sectPr"]
    assert names.count("sectPr") == 1
    assert ("tbl", "tbl") not in pairwise(names)


def test_the_cells_of_each_row_fill_the_columns_of_the_table(parts: dict[str, bytes]) -> None:
    for table in etree.fromstring(parts["word/document.xml"]).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        assert min(grid) > 0
        assert sum(grid) == int(next(table.iter(f"{W}tblW")).get(f"{W}w", "0"))
        for row in table.iter(f"{W}tr"):
            spans = [
                int(span.get(f"{W}val", "1")) if span is not None else 1
                for span in (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc"))
            ]
            assert sum(spans) == len(grid)


def test_every_style_list_and_part_that_is_named_is_there_once(parts: dict[str, bytes]) -> None:
    styles = etree.fromstring(parts["word/styles.xml"])
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    names = [next(style.iter(f"{W}name")).get(f"{W}val", "") for style in styles.iter(f"{W}style")]
    assert len(names) == len({name.casefold() for name in names})
    lists = {
        number.get(f"{W}numId")
        for number in etree.fromstring(parts["word/numbering.xml"]).iter(f"{W}num")
    }
    for part, element in _elements(parts):
        value = element.get(f"{W}val")
        if _name(element) in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            assert value in ids, (part, value)
        if _name(element) == "numId":
            assert value in lists, (part, value)


def test_every_relation_leads_to_a_part_whose_type_is_told(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    told = {each.get("PartName") for each in types if each.get("PartName")}
    held = {f"/{name}" for name in parts if not name.endswith(".rels")} - {"/[Content_Types].xml"}
    assert told == held
    for name, part in parts.items():
        if name.endswith(".rels"):
            folder = name.rpartition("_rels/")[0]
            ids = [relation.get("Id") for relation in etree.fromstring(part)]
            assert len(ids) == len(set(ids))
            for relation in etree.fromstring(part):
                target = relation.get("Target", "")
                path = target.removeprefix("/") if target[:1] == "/" else f"{folder}{target}"
                assert path in parts, (name, target)
    used = set(re.findall(rb'r:id="([^"]+)"', parts["word/document.xml"]))
    there = re.findall(rb'Id="([^"]+)"', parts["word/_rels/document.xml.rels"])
    assert used <= set(there)


def test_the_fonts_are_on_every_machine_and_the_file_is_for_the_word_of_today(
    parts: dict[str, bytes],
) -> None:
    fonts = {
        value
        for _, element in _elements(parts)
        if _name(element) == "rFonts"
        for key, value in element.attrib.items()
        if str(key) != f"{W}hint"
    }
    assert fonts == {"Arial"}
    assert b'w:name="compatibilityMode"' in parts["word/settings.xml"]
    assert all(part.startswith(b"<?xml") or name == "[Content_Types].xml"
               for name, part in parts.items())  # fmt: skip


def _bare(document: WordDocument) -> None:
    """A section as an officer's own template may have it: without columns, with a grid."""
    section = document.element.body.sectPr
    for name in ("cols", "pgNumType", "titlePg"):
        found = section.find(f"{W}{name}")
        if found is not None:
            section.remove(found)
    for name in ("titlePg", "docGrid"):
        section.append(section.makeelement(f"{W}{name}"))


def test_the_sections_of_an_officers_own_template_keep_their_order(tmp_path: Path) -> None:
    document = Document(str(TEMPLATES / "committee-2012" / "style.docx"))
    _bare(document)
    document.save(str(tmp_path / "style.docx"))
    content = word_bytes(
        _everything("committee-2012"), tmp_path / "style.docx", DocumentProperties(first_page=9)
    )
    for section in etree.fromstring(parts_of(content)["word/document.xml"]).iter(f"{W}sectPr"):
        found = [_name(child) for child in section]
        assert found == sorted(found, key=ORDERS["sectPr"].split().index)

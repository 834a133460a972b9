"""Make the Word templates of the built-in house styles: python -m templates.make_styles

Run by hand after a change here; the files it writes are committed, and councils change copies of
them in Word. The same script makes the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml.etree import _Element

from clerk.writers.files import write_whole
from clerk.writers.word_package import packed

HERE = Path(__file__).resolve().parent
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Arial"
LANGUAGE = "en-GB"
GREY, RED = "595959", "9C0006"
SIZE = 12
"""Points: what guidance on documents that everybody can read asks for at least."""
STEP = 1.27
"""Centimetres: the hang of a number, and the indent of one level."""
HANG = 0.63
"""Centimetres: the hang of a bullet."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a style looks; lengths in centimetres, spaces and sizes in points. None: inherited."""

    based: str = "Normal"
    following: str = ""
    """The style that Word gives to the next paragraph typed."""
    kind: str = "paragraph"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    colour: str = ""
    align: str = ""
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    before: float | None = None
    after: float | None = None
    keep_next: bool = False
    keep_lines: bool = False
    close: bool = False
    """No space between paragraphs of this same style."""
    outline: int | None = None
    """The heading level, from 1."""
    bullet: int | None = None
    """The level in the list of bullets, from 0."""
    border: str = ""
    """"box", or "rule" below."""
    frame: float | None = None
    """The width of a frame at the right margin, which stands beside the next paragraph."""


LOOKS: Mapping[str, Look] = {
    "Authority": Look(
        following="Title", align="center", bold=True, size=13, before=0, after=0, keep_next=True
    ),
    "Title": Look(
        following="Opening", align="center", bold=True, size=13, before=6, after=12, keep_next=True
    ),
    "Opening": Look(after=10, close=True),
    "Attendance": Look(before=5, after=7),
    "Attendance Label": Look(
        following="Attendance Entry", bold=True, before=10, after=2, keep_next=True
    ),
    "Attendance Entry": Look(before=0, after=6, close=True),
    "heading 1": Look(
        following="Paragraph", bold=True, before=14, after=3, keep_next=True, outline=1
    ),
    "heading 2": Look(
        following="Paragraph", bold=True, before=14, after=3, keep_next=True, outline=2
    ),
    "heading 3": Look(
        following="Paragraph", bold=True, before=10, after=3, keep_next=True, outline=3
    ),
    "Part Heading": Look(based="heading 1", align="center", before=18, after=6),
    "Section Heading": Look(based="heading 1", before=18, after=6),
    "Minute Heading 1": Look(based="heading 1", left=STEP, hanging=STEP, keep_lines=True),
    "Minute Heading 2": Look(based="heading 2", left=STEP, hanging=STEP, keep_lines=True),
    "Sub-heading 2": Look(based="heading 2", left=STEP, italic=True, before=10),
    "Sub-heading 3": Look(based="heading 3", left=STEP, italic=True, before=10),
    "Reference": Look(left=STEP, italic=True, before=0, after=3, keep_next=True),
    "Note": Look(left=STEP, italic=True, before=0, after=3, keep_next=True),
    "Paragraph": Look(left=STEP),
    "Numbered Paragraph": Look(left=STEP, hanging=STEP),
    "List Bullet": Look(bullet=0, left=STEP + HANG, hanging=HANG, before=2, after=3),
    "List Bullet 2": Look(bullet=1, left=STEP + 2 * HANG, hanging=HANG, before=1, after=2),
    "Limb": Look(left=2 * STEP, hanging=STEP, before=2, after=4),
    "Limb 2": Look(left=3 * STEP, hanging=STEP, before=2, after=4),
    "Resolution": Look(left=STEP),
    "Numbered Resolution": Look(left=STEP, hanging=STEP),
    "Outcome": Look(left=STEP, italic=True, before=2, after=6, close=True),
    "Meeting Date": Look(left=STEP, before=2, after=6, close=True),
    "Table Heading": Look(bold=True, before=3, after=3, keep_next=True),
    "Table Text": Look(before=3, after=3),
    "Table Gap": Look(size=4, before=0, after=0),
    "Quote": Look(left=2 * STEP, right=STEP),
    "Summary": Look(left=STEP, italic=True),
    "Margin Number": Look(align="right", bold=True, before=0, after=6),
    "Margin Note": Look(frame=3, bold=True, before=0, after=0, keep_next=True),
    "Second Title": Look(left=STEP, bold=True, italic=True, before=0, after=3, keep_next=True),
    "Closing Words": Look(before=14, after=5),
    "Signature Line": Look(border="rule", right=7.5, before=30, after=0, keep_next=True),
    "header": Look(size=10, colour=GREY, align="right", before=0, after=12),
    "footer": Look(size=10, colour=GREY, align="center", before=4, after=0),
    "Draft Mark": Look(size=16, bold=True, colour=RED, align="center", before=0, after=4),
    "Initials": Look(size=10, border="box", left=11.8, right=0.15, before=6, after=8),
    "Label": Look(kind="character", based="", bold=True),
    "Lead": Look(kind="character", based="", bold=True),
    "Resolution Lead": Look(kind="character", based="", bold=True),
    "Resolution Words": Look(kind="character", based=""),
    "Reference Beside": Look(kind="character", based="", italic=True),
    "Capitals": Look(kind="character", based="", capitals=True),
    "Minutes Table": Look(kind="table", left=STEP),
}
"""What all built-in styles share. Numbers hang in a margin of their own, so that a minute's
heading, paragraphs and lone resolution stand on one edge."""


def _moved_in(by: float, *names: str, hanging: float | None = None) -> dict[str, Look]:
    """Styles with their left edge further in: for numbers that want a wider margin."""
    return {
        name: replace(
            LOOKS[name],
            left=(LOOKS[name].left or 0) + by,
            hanging=LOOKS[name].hanging if hanging is None else hanging,
        )
        for name in names
    }


HOUSE_STYLES: Mapping[str, Mapping[str, Look]] = {
    "committee-2012": {},
    "cabinet-2012": {
        "Part Heading": replace(LOOKS["Part Heading"], align="left"),
        "Reference": replace(LOOKS["Reference"], after=2),
    },
    "overview-2011": {
        "Minute Heading 1": replace(LOOKS["Minute Heading 1"], before=18),
        "Minute Heading 2": replace(LOOKS["Minute Heading 2"], before=18),
    },
    "panel-2012": {
        "Title": replace(LOOKS["Title"], align="left", size=15, before=0, after=4),
        "Authority": replace(LOOKS["Authority"], align="left"),
        "Opening": replace(LOOKS["Opening"], bold=True, before=0),
    },
    "committee-2023": {
        "Part Heading": replace(LOOKS["Part Heading"], align="left"),
    },
    "district-2020": {
        "Title": replace(LOOKS["Title"], align="left", size=15, before=0, after=8),
        "Authority": replace(LOOKS["Authority"], align="left"),
        "Part Heading": replace(LOOKS["Part Heading"], align="left"),
    },
    "parish-2020": {
        "Title": replace(LOOKS["Title"], size=15, before=2, after=10),
        **_moved_in(STEP, "Minute Heading 1", "Minute Heading 2", hanging=2 * STEP),
        **_moved_in(
            STEP,
            "Sub-heading 2",
            "Sub-heading 3",
            "Reference",
            "Second Title",
            "Note",
            "Paragraph",
            "Numbered Paragraph",
            "List Bullet",
            "List Bullet 2",
            "Limb",
            "Limb 2",
            "Resolution",
            "Numbered Resolution",
            "Outcome",
            "Meeting Date",
            "Quote",
            "Summary",
            "Minutes Table",
        ),
    },
}
"""Where one of them looks otherwise."""

SAMPLE: Sequence[tuple[str, str]] = (
    ("Authority", "Authority: the council"),
    ("Title", "Title: the committee"),
    ("Opening", "Opening: what the meeting was, where it was held and when."),
    ("Attendance", "Attendance: names that run on in one paragraph."),
    ("Attendance Label", "Attendance Label: above names that stand one a line"),
    ("Attendance Entry", "Attendance Entry: one name"),
    ("Attendance Entry", "Attendance Entry: another"),
    ("Part Heading", "Part Heading: open or exempt business"),
    ("Minute Heading 2", "3.\tMinute Heading 2: under a part heading"),
    ("Reference", "Reference: the agenda item, under the heading"),
    ("Note", "Note: who was present for this item"),
    ("Numbered Paragraph", "(1)\tNumbered Paragraph: the number is typed, the text hangs."),
    ("List Bullet", "List Bullet"),
    ("List Bullet 2", "List Bullet 2: one level in"),
    ("Sub-heading 3", "Sub-heading 3: inside a minute under a part heading"),
    ("Numbered Resolution", "(2)\tNumbered Resolution: what was resolved."),
    ("Limb", "(a)\tLimb; and"),
    ("Limb 2", "(i)\tLimb 2."),
    ("Section Heading", "Section Heading: a section of the agenda"),
    ("Minute Heading 1", "4.\tMinute Heading 1: where there is no part heading"),
    ("Paragraph", "Paragraph: without a number."),
    ("Second Title", "Second Title: the title in another language"),
    ("Quote", "Quote: words displayed."),
    ("Meeting Date", "Meeting Date: one of a list of dates"),
    ("Sub-heading 2", "Sub-heading 2: inside a minute where there is no part heading"),
    ("Resolution", "Resolution: without a number."),
    ("Outcome", "Outcome: Carried"),
    ("Summary", "Summary: what the public may read of an exempt minute."),
    ("Margin Number", "1/26 Margin Number"),
    ("Margin Note", "Margin Note"),
    ("Paragraph", "Paragraph: a Margin Note stands beside the paragraph after it."),
    ("Closing Words", "Closing Words: when the meeting closed."),
    ("Signature Line", "Signature Line"),
    ("Draft Mark", "Draft Mark"),
    ("Initials", "Initials"),
)
"""What the officer sees on opening the template; an export takes it out."""


def main() -> None:
    """Write style.docx into the folder of each built-in house style."""
    for name, changes in HOUSE_STYLES.items():
        write_whole(template(name, {**LOOKS, **changes}), HERE / name / "style.docx")
        print(f"{name}/style.docx")


def template(name: str, looks: Mapping[str, Look]) -> bytes:
    """The bytes of the template of the house style `name`."""
    document = Document()
    _strip(document)
    _replace(document.styles.element, _styles_xml(looks))
    _replace(document.settings.element, _SETTINGS)
    _replace(document.part.numbering_part.element, _numbering_xml())
    _page(document)
    for style, words in SAMPLE:
        document.add_paragraph(words, style)
    _sample_table(document)
    document.add_paragraph("Table Gap: between two tables", "Table Gap")
    _properties(document, name)
    return packed(document.part.package)


def _strip(document: WordDocument) -> None:
    """Leave out what python-docx's own template brings: a thumbnail, fonts, attached data."""
    kept = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    package = document.part.package
    for relation in list(package.rels.values()):
        if relation.reltype not in kept:
            del package.rels[relation.rId]
    needed = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.NUMBERING)
    for relation in list(document.part.rels.values()):
        if relation.reltype not in needed:
            del document.part.rels[relation.rId]


def _replace(old: _Element, words: str) -> None:
    """Put the children of the element that `words` describe into `old`."""
    for child in list(old):
        old.remove(child)
    for child in list(parse_xml(words)):
        old.append(child)


def _page(document: WordDocument) -> None:
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.append(
        parse_xml(
            f'<w:sectPr {NAMESPACE}><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
            'w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
        )
    )


def _sample_table(document: WordDocument) -> None:
    table = document.add_table(rows=2, cols=2)
    table.style = "Minutes Table"
    for row, style in zip(table.rows, ("Table Heading", "Table Text"), strict=True):
        for cell in row.cells:
            cell.paragraphs[0].text = style
            cell.paragraphs[0].style = style


def _properties(document: WordDocument, name: str) -> None:
    core = document.core_properties
    for child in list(core._element):
        core._element.remove(child)
    core.title = f"House style {name}"
    core.language = LANGUAGE


def _styles_xml(looks: Mapping[str, Look]) -> str:
    return (
        f"<w:styles {NAMESPACE}>{_DEFAULTS}"
        + "".join(_style_xml(name, look) for name, look in looks.items() if look.kind != "table")
        + f"{_table_style(looks['Minutes Table'])}</w:styles>"
    )


def _style_xml(name: str, look: Look) -> str:
    built_in = name in _BUILT_IN
    custom = "" if built_in else ' w:customStyle="1"'
    based = look.based or "Default Paragraph Font"
    following = f'<w:next w:val="{_id(look.following)}"/>' if look.following else ""
    paragraph, run = "".join(_paragraph_xml(look)), "".join(_run_xml(look))
    return (
        f'<w:style w:type="{look.kind}"{custom} w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{_id(based)}"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _table_style(look: Look) -> str:
    """Thin lines, a grey header, the left edge that of the paragraphs."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="MinutesTable">'
        '<w:name w:val="Minutes Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/>'
        f'<w:qFormat/><w:tblPr><w:tblInd w:w="{round((look.left or 0) * 567)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _id(name: str) -> str:
    """Word's own form of a style's id: "heading 1" is Heading1."""
    return "".join(part[:1].upper() + part[1:] for part in name.replace("-", " ").split())


def _paragraph_xml(look: Look) -> Iterator[str]:
    """In the order that the schema wants."""
    if look.keep_next:
        yield "<w:keepNext/>"
    if look.keep_lines:
        yield "<w:keepLines/>"
    if look.frame is not None:
        yield (
            f'<w:framePr w:w="{round(look.frame * 567)}" w:hSpace="170" w:wrap="around" '
            'w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
        )
    if look.bullet is not None:
        yield f'<w:numPr><w:ilvl w:val="{look.bullet}"/><w:numId w:val="1"/></w:numPr>'
    if look.border:
        yield _BORDERS[look.border]
    if look.before is not None or look.after is not None:
        before = "" if look.before is None else f' w:before="{round(look.before * 20)}"'
        after = "" if look.after is None else f' w:after="{round(look.after * 20)}"'
        yield f"<w:spacing{before}{after}/>"
    if look.left is not None or look.right is not None:
        yield _indent_xml(look)
    if look.close:
        yield "<w:contextualSpacing/>"
    if look.align:
        yield f'<w:jc w:val="{look.align}"/>'
    if look.outline is not None:
        yield f'<w:outlineLvl w:val="{look.outline - 1}"/>'


def _indent_xml(look: Look) -> str:
    lengths = (("left", look.left), ("right", look.right), ("hanging", look.hanging))
    said = "".join(f' w:{side}="{round(cm * 567)}"' for side, cm in lengths if cm is not None)
    return f"<w:ind{said}/>"


def _run_xml(look: Look) -> Iterator[str]:
    """In the order that the schema wants."""
    for tag, on in (("b", look.bold), ("i", look.italic)):
        if on is not None:
            yield f"<w:{tag}/><w:{tag}Cs/>" if on else f'<w:{tag} w:val="0"/>'
    if look.capitals:
        yield "<w:caps/>"
    if look.colour:
        yield f'<w:color w:val="{look.colour}"/>'
    if look.size is not None:
        yield f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'


def _numbering_xml() -> str:
    """One list of bullets of two levels; everything else that has a number has it typed."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="357"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/>'
        "</w:rPr></w:lvl>"
        for level, (style, mark, left) in enumerate(
            (("ListBullet", "•", 1077), ("ListBullet2", "–", 1434))
        )
    )
    return (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


_BUILT_IN = frozenset(
    {
        "Title",
        "heading 1",
        "heading 2",
        "heading 3",
        "List Bullet",
        "List Bullet 2",
        "Quote",
        "header",
        "footer",
    }
)
"""Names that Word knows by itself; the others are ours."""

_RULE = '<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="595959"/>'
_BORDERS = {
    "box": "<w:pBdr>"
    + "".join(
        _RULE.format(side=side, space=6 if side in ("top", "bottom") else 4)
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>",
    # "between" draws the rule where two such paragraphs meet, which Word else takes for one box.
    "rule": "<w:pBdr>"
    + "".join(_RULE.format(side=side, space=1) for side in ("bottom", "between"))
    + "</w:pBdr>",
}

_DEFAULTS = f"""
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:sz w:val="{SIZE * 2}"/><w:szCs w:val="{SIZE * 2}"/>
    <w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:widowControl/>
    <w:spacing w:before="100" w:after="100" w:line="259" w:lineRule="auto"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"
  w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
</w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>
  <w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
  <w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
  <w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
"""

_SETTINGS = f"""
<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
  w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
  w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures"
  w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents"
  w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="differentiateMultirowTableHeaders"
  w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
</w:compat>
<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
</w:settings>
"""


if __name__ == "__main__":
    main()

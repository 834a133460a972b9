"""The record's lines as paragraphs, tables and headings, each in its named style."""

from collections.abc import Iterator, Sequence

from clerk.domain.printed import Line, LineKind, Run
from clerk.record.minutes.margin_notes import BESIDE, IN_COLUMN
from clerk.record.papers.agenda_sheet import PAGES
from clerk.writers.word_columns import Stretch
from clerk.writers.word_styles import StyleSheet
from clerk.writers.word_tables import table
from clerk.writers.word_xml import number, paragraph, run, unbroken

_STYLES: dict[LineKind, str] = {
    "authority": "Authority",
    "committee": "Title",
    "opening": "Opening",
    "part": "Part Heading",
    "section": "Section Heading",
    "reference": "Reference",
    "note": "Note",
    "outcome": "Outcome",
    "date": "Meeting Date",
    "quotation": "Quote",
    "summary": "Summary",
    "closing": "Closing Words",
    "signature": "Signature Line",
    "margin": "Margin Number",
}
_NUMBERED: dict[LineKind, str] = {
    "paragraph": "Numbered Paragraph",
    "resolution": "Numbered Resolution",
}
_UNNUMBERED: dict[LineKind, str] = {"paragraph": "Paragraph", "resolution": "Resolution"}
_ROLES = {"label": "Label", "lead": "Lead", "resolution": "Resolution Words"}
_LISTED = frozenset[LineKind]({"bullet", "limb"})
_SHORT = 20
"""Characters of a reference that is never parted over two lines."""
_HANGS_ON = frozenset[LineKind]({"bullet", "limb", "date", "table", "outcome", "quotation"})
"""What belongs to the paragraph before it, which must not stay behind alone on a page."""


class Body:
    """The body of one document, line by line."""

    def __init__(self, styles: StyleSheet, text_width: int) -> None:
        """`text_width`: between the margins, in twentieths of a point."""
        self._styles = styles
        self._text_width = text_width
        self.written: list[str] = []
        """The paragraphs and tables, each as XML."""
        self.columns: list[Stretch] = []
        """The paragraphs that are set in columns."""
        self._under_part = False
        self._after_table = False

    def add(self, lines: Sequence[Line]) -> None:
        """All `lines`, in their order; one without words and number takes no paragraph."""
        across = 1
        framed = bool(self._styles.frame(self._styles.named("Margin Note")))
        for line, beside, (following, after) in _grouped(_frames_first(lines) if framed else lines):
            if line.kind == "table":
                self._add_table(line, following)
            elif line.number or any(each.text for each in line.runs):
                ending = following is not None and _is_last_but_one(line, following, after)
                self._add_words(line, beside, following, ending=ending)
                if line.columns > 1:
                    self._note_columns(line.columns, across)
            across = line.columns
        if self._after_table:
            self._add_gap()

    def _note_columns(self, columns: int, before: int) -> None:
        last = len(self.written) - 1
        first = self.columns.pop().first if before == columns else last
        self.columns.append(Stretch(first, last, columns))

    def _add_table(self, line: Line, following: Line | None) -> None:
        if not line.rows:
            return
        if len(line.rows) == 1 and len(line.rows[0]) == 1:  # words in a box, and no table
            boxed = Line(kind="quotation", runs=(Run(text=line.rows[0][0]),), fact=line.fact)
            self._add_words(boxed, (), following)
            return
        if self._after_table:
            self._add_gap()
        signed = following is not None and following.kind in ("closing", "signature")
        self.written.append(table(line, self._styles, self._text_width, keep_next=signed))
        self._after_table = True

    def _add_gap(self) -> None:
        """The one empty paragraph there is: Word makes one table of two that touch, and wants a
        paragraph at the end of a document."""
        self.written.append(paragraph(self._styles.paragraph("Table Gap")))

    def _add_words(
        self, line: Line, beside: Sequence[Line], following: Line | None, *, ending: bool = False
    ) -> None:
        self._after_table = False
        self._under_part = self._under_part or line.kind in ("part", "section")
        name = self._style_of(line)
        leads = ending or (following is not None and _leads(line, following))
        said = number(line.number) if line.number and _stands_before(line) else ""
        said += self._runs(name, line)
        for other in beside:
            said += run(" ") + self._runs(name, other, default="Reference Beside")
        frame = self._styles.frame(name) if line.role in IN_COLUMN else ""
        self.written.append(
            paragraph(self._styles.paragraph(name), said, keep_next=leads, frame=frame)
        )

    def _runs(self, name: str, line: Line, default: str = "") -> str:
        capitals = line.case == "upper" and not self._styles.capitals(name)
        return "".join(
            run(
                unbroken(each.text) if _holds_together(line, each) else each.text,
                self._styles.character(role) if role else None,
                capitals=capitals and role != "Capitals",
                language=each.language,
            )
            for each in line.runs
            for role in (self._role(name, line, each, default, capitals),)
        )

    def _role(self, name: str, line: Line, each: Run, default: str, capitals: bool) -> str:
        """The character style of a run; none where it would undo what the paragraph has."""
        role = _character_style(line, each) or default
        if role and self._styles.cancels(name, role):
            role = ""
        return role or ("Capitals" if capitals else "")

    def _style_of(self, line: Line) -> str:
        match line.kind:
            case "minute":
                return "Minute Heading 2" if self._under_part else "Minute Heading 1"
            case "subheading":
                return "Sub-heading 3" if self._under_part else "Sub-heading 2"
            case "attendance":
                return _attendance_style(line)
            case "bullet":
                return "List Bullet" if line.level < 2 else "List Bullet 2"
            case "limb":
                return "Limb" if line.level < 2 else "Limb 2"
            case "paragraph" | "resolution":
                return (_NUMBERED if line.number else _UNNUMBERED)[line.kind]
            case "margin" if line.role in IN_COLUMN:
                return self._styles.named("Margin Note")
            case "reference" if line.role == "second title":
                return self._styles.named("Second Title")
            case _:
                return self._styles.named(_STYLES[line.kind])


def _holds_together(line: Line, each: Run) -> bool:
    """Whether no line may break within a run: "(Item B2)" behind a title, "(Pages 27 - 36)"."""
    return each.role == PAGES or (line.beside and len(each.text) <= _SHORT)


def _stands_before(line: Line) -> bool:
    """Whether a line's number is printed before its words: a bullet's is the list's."""
    return line.kind != "bullet" and not line.apart


def _is_last_but_one(line: Line, following: Line, after: Line | None) -> bool:
    """Whether only one more of its list comes, which would stand alone on the next page."""
    listed = [each is not None and each.kind in _LISTED for each in (line, following, after)]
    return listed == [True, True, False]


def _leads(line: Line, following: Line) -> bool:
    """Whether a line must not stay behind alone on a page; a signature never stands alone."""
    if following.kind in ("closing", "signature"):
        return line.kind != "signature"
    label = line.kind == "quotation" and line.text.rstrip().endswith(":")
    return (line.kind in _NUMBERED or label) and following.kind in _HANGS_ON


def _grouped(
    lines: Sequence[Line],
) -> Iterator[tuple[Line, list[Line], tuple[Line | None, Line | None]]]:
    """Each paragraph's line, those that stand beside it, and the lines that begin the next two."""
    at = 0
    while at < len(lines):
        end = _end_of(lines, at)
        following = _next_place(lines, end)
        after = _next_place(lines, _end_of(lines, following))
        yield lines[at], list(lines[at + 1 : end]), (_at(lines, following), _at(lines, after))
        at = end


def _end_of(lines: Sequence[Line], at: int) -> int:
    """Where the lines end that stand in one paragraph with that at `at`."""
    end = at + 1
    while end < len(lines) and lines[end].beside and lines[at].kind != "table":
        end += 1
    return end


def _next_place(lines: Sequence[Line], at: int) -> int:
    """The first line from `at` on that stands in no column beside another."""
    while at < len(lines) and lines[at].role in IN_COLUMN:
        at += 1
    return at


def _at(lines: Sequence[Line], at: int) -> Line | None:
    return lines[at] if at < len(lines) else None


def _frames_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with each note of the margin before its paragraph: Word sets a frame beside the
    paragraph after it. Behind a table, which no frame stands beside, it stays."""
    if all(line.role != BESIDE for line in lines):
        return lines
    ordered: list[Line] = []
    for line in lines:
        ordered.insert(_last_paragraph(ordered) if line.role == BESIDE else len(ordered), line)
    return ordered


def _last_paragraph(lines: Sequence[Line]) -> int:
    """Where the paragraph begins with which the lines end; their end where that is none."""
    at = len(lines) - 1
    while at > 0 and lines[at].beside:
        at -= 1
    none = at < 0 or lines[at].kind == "table" or lines[at].role == BESIDE
    return len(lines) if none else at


def _attendance_style(line: Line) -> str:
    roles = [run.role for run in line.runs if run.text]
    if roles[:1] != ["label"]:
        return "Attendance Entry"
    return "Attendance" if len(roles) > 1 else "Attendance Label"


def _character_style(line: Line, run: Run) -> str:
    if run.role == "lead" and line.kind == "resolution":
        return "Resolution Lead"
    return _ROLES.get(run.role, "")

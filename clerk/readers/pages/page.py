"""A paper's lines made ready to read: emphasis and tags off, headings that ran together parted."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from clerk.clean import clean_text


class Line(NamedTuple):
    """One line of a paper."""

    number: int
    """Its place in the file, counted from 1; two lines share it where one was parted."""
    text: str
    """The words, white space folded."""
    raw: str
    """The words with their tabs and gaps, by which columns are known."""
    titles: bool = False
    """Whether it is known to be the title of a minute, though it bears no number."""

    @property
    def indent(self) -> int:
        """Blanks before the first word."""
        return len(self.raw) - len(self.raw.lstrip())


Page = Sequence[Line]

# Tags that text converters leave: "<p>", "</i>", "<AI3>"; anything else in brackets is text.
_TAG = re.compile(r"</? ?(?:p|i|u|b|em|strong|sup|sub|span|div|AI\d+|[A-Z_]+SECTION)(?: [^<>]*)?>")
# What committee systems print around the words: "pdf icon PDF 112 KB", "FIELD_TITLE"
_SYSTEM = re.compile(
    r"\bpdf icon\b.*$|\b(?:PDF|DOCX?|DOTX|XLSX?) \d+ [KM]B\b.*$|\bView directions$|^FIELD_[A-Z]+$"
)
_BREAK = re.compile(r"<br ?/?>|</p>\s*<p>", re.IGNORECASE)
# "**Ask for**", and the "*Item A3*" of "(*Item A3*)", but not "*3." or "Notes*".
_BOLD = re.compile(r"\*\*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+(?=\S)")
# "UNRESTRICTED ITEMS**12. Minutes**": a heading in capitals and the next one on the same line.
_RUN_TOGETHER = re.compile(
    r"^\s*\W{0,2}([A-Z][A-Z /&-]{3,60}[A-Z])(?:\*\*(?=\*{0,2}\d)|(?=\d{1,4}\.\s))(.+)$"
)
# "[the full plan](https://…)" keeps its words.
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:https?:|#|mailto:)[^()\s]*\)")
_BLANK_PAGE = re.compile(r"^this page is intentionally (?:left )?blank\W*$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^(?:Page|Tudalen) \d{1,4}(?: (?:of|o) \d{1,4})?$", re.IGNORECASE)
# "Audit Committee          3          20 March 2014" at the foot of each page
_FOOTER = re.compile(r"^\s*\S[^\t]{2,80}?(?: {3,}|\t)\d{1,4}(?: {3,}|\t)\d{1,2} [A-Z][a-z]+ \d{4}$")
_BULLETS = "\u25cb\u25ba\u2219\u2043\u27a2\u2714\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf0a8\uf0d9"
"""Bullets of other shapes, among them those that Word's Symbol and Wingdings leave in a PDF."""
_HANGS = re.compile(r"(?:and|or|to)\b")
"""What follows a hyphen that parts nothing: "pre-" and "and post-war"."""
_SPACES = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u2002\u2003\u2009\u3000", " "),
        "\u2010": "-",
        "\u2011": "-",
        "\uf02d": "-",
        **dict.fromkeys(_BULLETS, "•"),
    }
)
"""Hard spaces, and hyphens that Word sets so that no line is broken at them."""
# What shows nothing and only hides a line's first mark; marks of direction inside a line are text.
_DROPPED = re.compile("[\u200b\u2060\ufeff\u00ad]|^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f]")
_WIDEST = 200
"""Blanks kept of a longer gap: no page is wider, and patterns take long over endless ones."""
_GULF = re.compile(r"[ \t]{201,}")
_LONGEST = 20_000
"""Characters above which a line is not looked at for a heading within it."""


def page_of(lines: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a paper in reading order, empty ones too, because they part paragraphs."""
    found: list[Line] = []
    for number, line in enumerate(lines, start=1):
        parted = _RUN_TOGETHER.match(_spaced(line)) if len(line) < _LONGEST else None
        found += [_line(number, piece) for piece in (parted.groups() if parted else (line,))]
    return tuple(found)


def is_furniture(line: Line) -> bool:
    """Whether the line is the page's and not the paper's: "Page 3", "This page is … blank"."""
    return is_page_number(line) or is_blank_page(line)


def is_page_number(line: Line) -> bool:
    """Whether it only numbers its page: "Page 3 of 9", "Audit Committee      3      5 May 2014"."""
    if len(line.text) > 140:
        return False
    return bool(_PAGE_NUMBER.match(line.text) or _FOOTER.match(line.raw))


def is_blank_page(line: Line) -> bool:
    """Whether it says that a page was left blank on purpose, which ends a document in a pack."""
    return bool(_BLANK_PAGE.match(line.text))


def fold(text: str) -> str:
    """The text with each run of white space as one blank, none at the ends."""
    return " ".join(text.split())


def joined(words: str, more: str) -> str:
    """Words with those of the next line: "the Vice-" and "Chairman" are one word again, and
    "2011-" and "12" are one year.
    """
    parted = words[-1:] == "-" and (
        (words[-2:-1].isalpha() and not _HANGS.match(more))
        or (words[-2:-1].isdigit() and more[:1].isdigit())
    )
    return f"{words}{more}" if parted else f"{words} {more}"


def columns(line: Line) -> tuple[str, ...]:
    """The pieces of a line set in columns: parted by a tab or by three blanks or more."""
    return tuple(fold(part) for part in re.split(r"\t+| {3,}", line.raw.strip()) if part.strip())


def last_said(page: Page, first: int, end: int) -> int:
    """Where the last line of `page[first:end]` stands that is not empty; `first` if none is."""
    return next((at for at in range(end - 1, first, -1) if page[at].text), first)


def broken_at(page: Page) -> int:
    """The length at which these lines were broken; 0 where a paragraph is one line.

    Lines are broken where none is very long and several full ones have another right below.
    """
    lengths = [len(line.raw) for line in page]
    longest = max(lengths, default=0)
    if not 40 <= longest <= 150:
        return 0
    full = sum(1 for one, other in pairwise(lengths) if other and one > longest * 0.8)
    return longest if full >= 4 else 0


def was_full(line: Line, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have stood on the line any more."""
    return len(line.raw) + 1 + len(following.split(maxsplit=1)[0]) > width


def unbroken(page: Page, begins: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines put together where they were broken for their length; `begins` says of a line
    that it begins something of its own.
    """
    width = broken_at(page)
    found: list[Line] = []
    last: Line | None = None
    for line in page:
        full = width and last is not None and last.text and line.text
        if full and last is not None and was_full(last, line.text, width) and not begins(line.text):
            whole = found[-1]
            found[-1] = whole._replace(
                text=joined(whole.text, line.text), raw=joined(whole.raw, line.raw.strip())
            )
        else:
            found.append(line)
        last = line
    return tuple(found)


def _spaced(line: str) -> str:
    """The line with hard spaces and hyphens as plain ones, and nothing that shows nothing."""
    cleaned = clean_text(_CONTROL.sub(" ", line))[0].replace("\n", " ")
    return _GULF.sub(" " * _WIDEST, _DROPPED.sub("", cleaned.translate(_SPACES)))


def _line(number: int, line: str) -> Line:
    raw = _spaced(line).rstrip(" ")  # a tab at the end ends a table's cell
    if "<" in raw:
        raw = _TAG.sub("", _BREAK.sub(" ", raw))
    if "](" in raw:
        raw = _LINK.sub(r"\1", raw)
    if "*" in raw:
        raw = _ITALIC.sub(r"\1", _BOLD.sub("", raw))
    raw = _HASHES.sub("", raw)
    if _SYSTEM.search(raw):
        raw = _SYSTEM.sub("", raw).rstrip()
    return Line(number, fold(raw), raw)

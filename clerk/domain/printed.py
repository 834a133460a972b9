"""The record: what will be read, as an ordered list of lines. Published minutes keep theirs."""

from typing import Literal

from clerk.domain.base import Fact

LineKind = Literal[
    "authority",
    "committee",
    "opening",
    "attendance",
    "part",
    "section",
    "minute",
    "reference",
    "note",
    "paragraph",
    "subheading",
    "bullet",
    "limb",
    "resolution",
    "outcome",
    "date",
    "table",
    "quotation",
    "summary",
    "closing",
    "signature",
    "margin",
]
Case = Literal["upper"]
Edition = Literal["draft", "public", "full", "signing"]
"""draft: may still change; public: without exempt business; full: with it; signing: full, with
the signature block."""


class Run(Fact, frozen=True):
    """A piece of a line; `role` says what it is ("entry", "separator", "label", "lead" …)."""

    text: str
    role: str = ""
    fact: str = ""
    """The id of the fact that it prints, where that is another than the line's."""
    language: str = ""
    """Where it is in another language than the record: "cy-GB"."""


class Line(Fact, frozen=True):
    """One paragraph, heading or table of the record.

    `number` is literal text ("43.", "(2)", "(a)"); `fact` and `role` say which fact it prints and
    as what, so that a reader can ask why.
    """

    kind: LineKind
    runs: tuple[Run, ...] = ()
    number: str | None = None
    fact: str = ""
    role: str = ""
    level: int = 1
    case: Case | None = None
    """How the style sets it: Word gets caps formatting, plain text gets capitals."""
    provisional: bool = False
    """True while its number may still change."""
    beside: bool = False
    """True where it stands on the line above it (a reference beside its title)."""
    apart: bool = False
    """True where its number stands on a line of its own ("margin") and not before its words."""
    columns: int = 1
    """In how many columns it stands with the lines beside it that say the same."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of a table; the first is the header where `header` is true."""
    header: bool = False
    for_council: bool = False
    """True where the council itself must decide what it says, this body having recommended it."""
    why: str = ""
    """The rule or fact that it came from, in words; empty where the kind says it all."""

    @property
    def text(self) -> str:
        """The words as printed, the style's case applied; a table's rows parted by new lines."""
        if self.rows:
            return "\n".join(" | ".join(row) for row in self.rows)
        words = "".join(run.text for run in self.runs)
        return words.upper() if self.case == "upper" else words


class PageWords(Fact, frozen=True):
    """What stands on each page besides the lines."""

    header: str
    footer: str = ""
    number: str = "Page {page}[ of {pages}]"
    """With the places page and pages; pages has nothing to say where pages run on."""
    draft: str = "DRAFT"
    initials: str = "Initials"


class Record(Fact, frozen=True):
    """The printed minutes of one meeting in one edition and style."""

    lines: tuple[Line, ...]
    edition: Edition
    style: str
    title: str
    """The document's title: "Communities Cabinet Committee – Minutes – 26 April 2012"."""
    language: str = "en-GB"
    draft: bool = False
    """True where the DRAFT mark belongs on it."""
    page: PageWords | None = None
    """None for the title on top and the page number below."""

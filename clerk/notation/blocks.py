"""The blocks that a minute's text is made of."""

from typing import Literal

from clerk.domain.base import Fact


class Paragraph(Fact, frozen=True, tag="paragraph"):
    """A plain paragraph; numbered by the house style."""

    id: str
    text: str
    restart: int | None = None
    """The printed number set by hand (`(14)= text`); the next run on from it."""


class Subheading(Fact, frozen=True, tag="subheading"):
    """`## Words`: a heading inside a minute."""

    id: str
    text: str


class Bullet(Fact, frozen=True, tag="bullet"):
    """`- words`; two spaces before the dash make the next level."""

    id: str
    text: str
    level: int = 1


class Limb(Fact, frozen=True, tag="limb"):
    """`(a) words`: a limb of the list or resolution above it. `mark` is "(a)" as typed."""

    id: str
    text: str
    mark: str
    for_council: bool = False
    """`* (a) words`: the council itself must decide it."""


class Resolution(Fact, frozen=True, tag="resolution"):
    """`RESOLVED that words`. `lead` None stands for the house style's own lead words.

    A lead that is not the standard one ("Cabinet resolved to", "RESOLVED That") is kept as typed,
    since its grammar or spelling is the council's. `text` is all that follows the lead.
    """

    id: str
    text: str
    lead: str | None = None
    restart: int | None = None
    for_council: bool = False
    """`* RESOLVED that words`: the council itself must decide it; this body recommends."""


class Outcome(Fact, frozen=True, tag="outcome"):
    """How a motion ended: "Carried", "Lost", "Carried unanimously"."""

    id: str
    text: str


class Dates(Fact, frozen=True, tag="dates"):
    """Consecutive lines that are nothing but dates: a list of meetings to come."""

    id: str
    dates: tuple[str, ...]


class Table(Fact, frozen=True, tag="table"):
    """Consecutive lines that begin with `|`; `header` where the second is a rule (`|---|`)."""

    id: str
    rows: tuple[tuple[str, ...], ...]
    header: bool = False


class Quotation(Fact, frozen=True, tag="quotation"):
    """`> words`: words displayed."""

    id: str
    text: str


Block = Paragraph | Subheading | Bullet | Limb | Resolution | Outcome | Dates | Table | Quotation
Numbered = Literal["paragraph", "resolution"]


def for_council(block: Block) -> bool:
    """Whether a star before it says that the council itself must decide it."""
    return isinstance(block, Resolution | Limb) and block.for_council


def numbered(block: Block) -> bool:
    """Whether the block takes a number of its minute: a paragraph or a resolution."""
    return isinstance(block, Paragraph | Resolution)

"""A meeting: when and where, its agenda, who came, its minutes, and what a paper said of it."""

import datetime as dt
from typing import Literal

from clerk.domain.actions import Action
from clerk.domain.base import Fact, Source
from clerk.domain.interests import Declaration
from clerk.domain.life import Amendment, CalledOff, Confirmed, Signed
from clerk.domain.motions import Motion
from clerk.domain.movements import Movement
from clerk.domain.papers import DecisionRecord
from clerk.domain.printed import Line, Record

MeetingState = Literal["draft", "published", "confirmed", "signed", "called off"]
"""What has become of the minutes; "called off": the meeting never took place, and has none."""
MeetingKind = Literal["ordinary", "annual", "extraordinary", "reproduced"]
Capacity = Literal["present", "also present", "in attendance", "remote", "apologies", "absent"]
PartKind = Literal["open", "exempt", "other"]


class Exempt(Fact, frozen=True):
    """Business from which the public may be excluded."""

    paragraphs: tuple[str, ...] = ()
    """Numbers of paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972."""
    confidential: bool = False
    """Confidential in the sense of section 100A(2)-(3): another class than exempt."""
    public_title: str = ""
    """What the public edition calls it; empty where the title itself may be public."""


class AgendaItem(Fact, frozen=True):
    """An item of the agenda; one known only from the minutes has no place on a front sheet."""

    id: str
    title: str
    ref: str = ""
    """"A3", "4"; empty where none is printed."""
    section: str = ""
    """The id of the section it stands in."""
    pages: str = ""
    """"11 - 14" as printed, without the word "Pages"."""
    note: str = ""
    """What stands under the title: words to be noted, who presents."""
    report: Literal["", "to follow", "verbal"] = ""
    state: Literal["listed", "withdrawn", "deferred", "urgent"] = "listed"
    reason: str = ""
    """Why it was taken as urgent, which the minutes must state (LGA 1972 s100B(4)(b))."""
    exempt: Exempt | None = None
    source: Source | None = None


class Section(Fact, frozen=True):
    """A section of the agenda: "A - Committee Business"; "UNRESTRICTED ITEMS" has no ref."""

    id: str
    title: str
    ref: str = ""
    note: str = ""
    """"None" where the section is printed empty."""
    exempt: bool = False


class Notice(Fact, frozen=True):
    """A standing notice of the front sheet."""

    text: str
    heading: str = ""


class StatedGroup(Fact, frozen=True):
    """A line of the membership as the front sheet prints it."""

    name: str
    stated: int | None
    members: tuple[str, ...]
    """Each as printed, with the role in brackets."""


class FrontSheet(Fact, frozen=True):
    """The rest of an agenda's front sheet."""

    contact: str = ""
    phone: str = ""
    open_words: str = ""
    exempt_words: str = ""
    motion: str = ""
    """The motion to exclude the public, in its words."""
    motion_paragraphs: tuple[str, ...] = ()
    officer: str = ""
    """The proper officer who signs it."""
    officer_post: str = ""
    officer_phone: str = ""
    published: dt.date | None = None
    notices: tuple[Notice, ...] = ()
    stated_total: int | None = None
    stated_groups: tuple[StatedGroup, ...] = ()


class Report(Fact, frozen=True):
    """A report of the pack, kept with its agenda item; fields as printed, empty where not found."""

    id: str
    item: str = ""
    by: str = ""
    to: str = ""
    date: str = ""
    subject: str = ""
    classification: str = ""
    summary: str = ""
    recommendation: str = ""
    decision_number: str = ""
    text: str = ""
    """The whole report as plain text."""
    exempt: Exempt | None = None
    source: Source | None = None


class Attendance(Fact, frozen=True):
    """One person at one meeting, in one capacity."""

    id: str
    person: str
    capacity: Capacity
    role: str = ""
    """"Chairman", as the record prints it behind the name."""
    post: str = ""
    substitute_for: str = ""
    """The person whose seat this one fills at this meeting."""
    for_item: str = ""
    """The item for which alone they fill it; empty for the whole meeting."""
    note: str = ""

    @property
    def came(self) -> bool:
        """Whether it says that they were there, in whatever capacity."""
        return self.capacity not in ("apologies", "absent")


class Author(Fact, frozen=True):
    """Who a report is by, in the words of the minute's heading."""

    name: str
    post: str = ""
    person: str = ""


class Link(Fact, frozen=True):
    """A span of a minute's text that names a person: `text[start:end]`."""

    start: int
    end: int
    person: str


class Number(Fact, frozen=True):
    """A minute number once fixed: its text without the style's punctuation, and its ordinal."""

    text: str
    ordinal: int


class Detached(Fact, frozen=True):
    """A field that stands in a minute as plain words: those that the facts gave at that time."""

    field: str
    """Its name without the colon: "declarations"."""
    words: str


class Minute(Fact, frozen=True):
    """One numbered minute. `text` is what was typed, byte for byte; blocks are derived from it."""

    id: str
    title: str
    items: tuple[str, ...] = ()
    """The agenda items it belongs to: none, one or several."""
    text: str = ""
    blocks: tuple[str, ...] = ()
    """The ids of the text's blocks, in order."""
    links: tuple[Link, ...] = ()
    number: Number | None = None
    """Fixed when published; None while provisional."""
    restart: int | None = None
    """The ordinal set by hand, from which the next run on."""
    authors: tuple[Author, ...] = ()
    present_for: tuple[Author, ...] = ()
    """Those who were present for this item alone."""
    exempt: Exempt | None = None
    summary: str = ""
    """What the public edition says of an exempt minute (LGA 1972 s100C(2))."""
    detached: tuple[Detached, ...] = ()
    """Fields that stand in the text as plain words."""
    source: Source | None = None


class Part(Fact, frozen=True):
    """A heading between minutes, before the minute `before`: open or exempt business, or other."""

    id: str
    kind: PartKind
    before: str
    words: str = ""
    """Its own words where `kind` is "other"; else the style's."""


class AsPrinted(Fact, frozen=True):
    """What a paper printed in one place where the house style would print something else."""

    fact: str
    role: str
    text: str
    source: Source | None = None


FRONT_SHEET, MEMBERSHIP = "front sheet", "membership"
"""What a doubt is about where that is no fact with an id of its own."""


class Doubt(Fact, frozen=True):
    """Something read from a paper that a person should look at, until it is settled."""

    id: str
    read: str
    """What was read."""
    uncertain: str
    """What is uncertain about it."""
    weight: int = 50
    """How doubtful, from 0 to 100."""
    line: int | None = None
    """The paper's line, counted from 1."""
    fact: str = ""
    """The id of the fact in doubt, or `FRONT_SHEET` or `MEMBERSHIP`; empty where it has none."""
    settled: str = ""
    """How it was settled; empty while it stands."""


class Sitting(Fact, frozen=True):
    """A stretch of the meeting: sitting as which body, chaired by whom, when, where."""

    id: str
    body: str = ""
    chair: str = ""
    date: dt.date | None = None
    opened: dt.time | None = None
    closed: dt.time | None = None
    place: str = ""


class Published(Fact, frozen=True):
    """The record as it was published: nothing later changes it."""

    record: Record
    """The full edition."""
    style_version: int
    sha256: str
    """Of the record's lines; see `clerk.record.freeze`."""
    on: dt.date | None = None
    """None where the paper does not say."""
    nth: int | None = None
    """Which meeting of its year it was; None where it was read from a paper."""
    public: Record | None = None
    """The public edition; None where nothing is exempt, so that it is the full one."""
    signature: tuple[Line, ...] = ()


class Meeting(Fact, frozen=True):
    """A meeting of a committee on a day; its file holds this and its acts."""

    id: str
    committee: str
    date: dt.date
    time: dt.time | None = None
    venue: str = ""
    kind: MeetingKind = "ordinary"
    state: MeetingState = "draft"
    style: str = ""
    """Empty for the committee's."""
    first_number: int | None = None
    """The first minute number, typed where meetings that are not in Clerk lie between."""
    nth: int | None = None
    """Which meeting of its year it is, typed where earlier ones are not in Clerk."""
    front: FrontSheet | None = None
    sections: tuple[Section, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    """In agenda order."""
    reports: tuple[Report, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    parts: tuple[Part, ...] = ()
    minutes: tuple[Minute, ...] = ()
    """In the order taken."""
    sittings: tuple[Sitting, ...] = ()
    movements: tuple[Movement, ...] = ()
    """In the order in which they happened."""
    declarations: tuple[Declaration, ...] = ()
    nothing_declared: bool = False
    """Whether members were asked and declared nothing; False with no declaration: not asked."""
    motions: tuple[Motion, ...] = ()
    """In the order moved."""
    actions: tuple[Action, ...] = ()
    """What was undertaken, in the order noted."""
    as_printed: tuple[AsPrinted, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    published: Published | None = None
    confirmed: Confirmed | None = None
    amendments: tuple[Amendment, ...] = ()
    """What later meetings put right; the published record stays as it was."""
    signed: Signed | None = None
    called_off: CalledOff | None = None
    """Where it is: the state says so too."""
    decision_records: tuple[DecisionRecord, ...] = ()
    """One for each minute of which a record of decision is made."""
    reproduced_in: str = ""
    """The paper in which another body's minutes were found; such a meeting is in no series."""
    paper: str = ""
    """The id of the paper it was read from; empty where made by hand."""

    def item(self, item_id: str) -> AgendaItem | None:
        """The agenda item with this id; None if there is none."""
        return next((item for item in self.items if item.id == item_id), None)

    def minute(self, minute_id: str) -> Minute | None:
        """The minute with this id; None if there is none."""
        return next((minute for minute in self.minutes if minute.id == minute_id), None)

    def minute_of(self, item_id: str) -> Minute | None:
        """The first minute that belongs to the agenda item; None if it has none yet."""
        return next((minute for minute in self.minutes if item_id in minute.items), None)

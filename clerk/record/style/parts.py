"""The parts of a house style but those of attendance and of the room: what each key may say.

`templates/reference.toml` shows every key with its default, for officers. A key that is added here
must be there too.
"""

from typing import Literal

from clerk.domain.base import Fact


class Heading(Fact, frozen=True):
    """The head of the minutes.

    Places: authority, committee, venue, date, plain_date, time, opened, closed, kind, chair_title,
    meeting, ordinal, yy, yyyy, municipal, municipal_full.
    """

    authority: str = "{authority}"
    committee: str = "{committee}"
    capitals: bool = True
    """Authority and committee in capitals: formatting, never typed."""
    opening: str = "MINUTES of a meeting of the {committee}[ held in the {venue}] on {date}."
    opening_capitals: bool = False
    above: tuple[str, ...] = ()
    """Lines over the council's name; one with nothing in it is left out."""
    below: tuple[str, ...] = ()
    """Lines under the opening."""
    title: str = "{committee} – Minutes – {plain_date}"
    """The title in the file's properties, and the usual file name."""


class MinuteStyle(Fact, frozen=True):
    """A minute's heading.

    Places of `number`: n, i, meeting, yy, yyyy, mm, municipal, municipal_full; of
    `printed_number`: number, ref; of `reference`: items, authors; of `urgent`: reason, chair_title;
    of `out_of_order`: item, that of the minute before.
    """

    number: str = "{n}"
    printed_number: str = "{number}."
    number_place: Literal["before title", "end of minute"] = "before title"
    """"end of minute": on a line of its own at the right margin."""
    title: str = "{title}"
    """"{title}." for a title with a full stop. Place: title."""
    exempt: str = ""
    """What stands behind the title of an exempt minute. Place: paragraphs."""
    capitals: bool = False
    for_council: str = ""
    """Before the number of a minute with something that the council itself must decide: "*"."""
    item: str = "Item {ref}"
    items: str = "Items {refs}"
    reference: str = "({items})"
    reference_place: Literal["beside", "under", "absent"] = "beside"
    author: str = "{name}[, {post}]"
    present_for: str = "({people} was present for this item)"
    present_for_several: str = "({people} were present for this item)"
    present_place: Literal["under heading", "end of minute"] = "under heading"
    urgent: str = (
        "(The {chair_title} was of the opinion that this item should be considered at the meeting "
        "as a matter of urgency, by reason of special circumstances: {reason})"
    )
    """Under an item taken as urgent; the minutes must state the reason (LGA 1972 s100B(4)(b))."""
    out_of_order: str = ""
    """Under an item taken out of order, such as "(This item was taken after {item})"."""
    order: Literal["taken", "agenda"] = "taken"
    """Whether minutes stand in the order in which items were taken, or in that of the agenda."""


class ParagraphStyle(Fact, frozen=True):
    """Numbers of paragraphs and marks of limbs. Places: n, a, A, i, I; of `number` m too."""

    number: str = "({n})"
    runs: Literal["through minute", "from sub-heading", "through meeting"] = "through minute"
    lone_number: bool = False
    """Whether the only paragraph of a minute carries its number."""
    resolutions_numbered: bool = True
    """Whether a resolution takes its place in the sequence."""
    limb: str = ""
    """The mark of a limb that is not a resolution's: "({a})"; empty: as typed."""
    sublimb: str = ""
    subheading_capitals: bool = False


class ResolutionStyle(Fact, frozen=True):
    """How a resolution stands out."""

    lead: str = "RESOLVED that"
    lead_place: Literal["run-in", "own line"] = "run-in"
    heading: str = ""
    """A sub-heading over it ("DECISION"); empty: none. Several together have one."""
    weight: Literal["lead", "whole", "none"] = "lead"
    """Which of its words are in the style Resolution Lead."""
    that: str = ""
    """A word that begins what follows the house's own lead: "That"."""
    capital: bool = False
    """Whether what follows the lead begins with a capital letter."""
    place: Literal["where typed", "end of minute"] = "where typed"
    number: str = ""
    """A number of its own, where it takes none of the paragraphs'. Places: n, a, A, i, I, m."""
    limb: str = ""
    """The mark of its limbs; empty: as typed. Places: n, a, A, i, I."""
    sublimb: str = ""
    for_council: str = ""
    """Before a resolution or limb that the council itself must decide: "* "."""


class MarginStyle(Fact, frozen=True):
    """What stands beside the minutes in a narrow column, or under them: who leads, who is to act.

    Places of `minute`: authors, initials, refs, pages; of `action`: officer, initials, what, due.
    """

    place: Literal["beside", "under"] = "beside"
    heading: str = ""
    """At the top of the column, over the first minute."""
    minute: str = ""
    """By a minute's heading; empty: nothing."""
    action: str = ""
    """By the paragraph in which something was undertaken; empty: actions do not print."""


class PartsStyle(Fact, frozen=True):
    """Headings of open and exempt business, each with a line under it where one is given."""

    printed: Literal["always", "when both", "never"] = "always"
    open: str = "UNRESTRICTED ITEMS"
    open_note: str = ""
    exempt: str = "EXEMPT ITEMS"
    exempt_note: str = ""
    open_again: str = ""
    """The heading where open business follows exempt business; empty: as `open`."""
    exclusion: Literal["under heading", "before heading"] = "under heading"
    """Where the resolution to exclude the public stands: with the exempt items, or before them."""
    withheld: str = ""
    """What the public edition says of every exempt minute. Place: paragraphs."""


class ClosingStyle(Fact, frozen=True):
    """How the minutes end. Places of `closed`: time, chair_title."""

    closed: str = ""
    capitals: bool = False
    after: tuple[str, ...] = ()
    """Lines under the closing words. Places: authority, committee, chair_title."""
    signature: tuple[str, ...] = ("{chair_title}", "Date")
    """The lines to be signed. Places: authority, committee, chair_title."""
    signature_in: Literal["signing edition", "every edition", "none"] = "signing edition"


class PageStyle(Fact, frozen=True):
    """What stands on each page.

    Places of `header` and `footer`: title, authority, committee, date, plain_date; of `number`:
    page, pages.
    """

    header: str = "{title}"
    footer: str = ""
    number: str = "Page {page}[ of {pages}]"
    draft: str = "DRAFT"
    """On top of each page while numbers may change."""
    initials: str = "Initials"
    """Beside the box on each leaf of the edition for signing; empty: no box."""


class DateStyle(Fact, frozen=True):
    """How dates and times print.

    Places of dates: weekday, weekday_short, day, ordinal, month, month_short, month_number, year,
    yy; of times: h, hh, mm, ampm.
    """

    long: str = "{weekday}, {day} {month} {year}"
    plain: str = "{day} {month} {year}"
    time: str = "{h}.{mm} {ampm}"
    on_the_hour: str = ""
    """A time of whole hours ("{h} {ampm}"); empty: as the others."""
    noon: str = ""
    midnight: str = ""
    am: str = "am"
    pm: str = "pm"
    months: tuple[str, ...] = ()
    """The twelve names in another language; none: English."""
    weekdays: tuple[str, ...] = ()
    """The seven names from Monday; none: English."""


class ListStyle(Fact, frozen=True):
    """Names in a sentence: "A, B and C"."""

    separator: str = ", "
    last: str = " and "


class PreviousStyle(Fact, frozen=True):
    """The standing minute that approves the last minutes, and what is noted under an amended one.

    Places of `text`: date, chair_title, amendments; of `amendment`: number, words; of `note` and
    `correction`: date, number (of the minute that decided it), words.
    """

    text: str = (
        "RESOLVED that[, subject to the amendment of {amendments},] the minutes of the meeting "
        "held on {date} are correctly recorded and that they be signed by the {chair_title} as a "
        "correct record."
    )
    several: str = ""
    """The same for several meetings at once; empty: a sentence each. Places: dates, chair_title."""
    subject_to: str = ", subject to the amendment of {amendments}"
    """Put before the full stop of a `text` that has no place for amendments."""
    amendment: str = "minute {number}[ to read “{words}”]"
    note: str = "(Amended at the meeting held on {date} to read: “{words}”)"
    correction: str = (
        "(Corrected at the meeting held on {date}[, minute {number},] to read: “{words}”)"
    )


class BilingualStyle(Fact, frozen=True):
    """Headings and labels in two languages: "Ymddiheuriadau / Apologies", as typed."""

    languages: tuple[str, ...] = ()
    """The two, in the order in which they are typed: ["cy-GB", "en-GB"]; none: one language."""
    separator: str = " / "
    """What parts them where they are typed."""
    place: Literal["beside", "under"] = "beside"
    """Whether a minute's title in the second language has a line of its own."""

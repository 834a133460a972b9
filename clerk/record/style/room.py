"""The part of a house style that words what happened in the room. No words at all: not printed."""

from typing import Literal

from clerk.domain.base import Fact
from clerk.record.named import NameForm
from clerk.record.style.attendance import Column


class TimesStyle(Fact, frozen=True):
    """Opening and chair, under the lists of names.

    Places of `opened`: time, closed, venue, chair_title; of `in_chair`: name, chair_title.
    """

    opened: str = ""
    in_chair: str = "{name} in the chair"
    """Where another than the usual chair presided from the start."""
    names: NameForm = "short"


class MovementStyle(Fact, frozen=True):
    """Notes of comings and goings. Places: name, other, time."""

    printed: Literal["under item", "under heading", "after attendance", "never"] = "under item"
    """After the minute's text, under its heading, or all together under the lists of names."""
    note: str = "({words})"
    """Around each note. Place: words."""
    names: NameForm = "short"
    arrived: str = "{name} arrived[ at {time}]"
    replaced: str = "{name} arrived[ at {time}] and {other} stood down"
    """A member who came after a substitute had sat for them."""
    left: str = "{name} left the meeting[ at {time}]"
    left_for_item: str = "{name} left the room for this item[ at {time}]"
    left_for_interest: str = (
        "{name}, having declared an interest, left the room for this item[ at {time}]"
    )
    returned: str = "{name} returned to the meeting[ at {time}]"
    stood_down: str = "{name} stood down as substitute for {other}[ at {time}]"
    took_the_chair: str = "{name} took the chair[ at {time}]"
    adjourned: str = "The meeting was adjourned[ at {time}]"
    resumed: str = "The meeting resumed[ at {time}]"
    public_excluded: str = ""
    """Empty because the resolution to exclude says it."""
    public_readmitted: str = "The public was readmitted[ at {time}]"


class DeclarationStyle(Fact, frozen=True):
    """Interests declared. Places of `line`: name, kind, item, nature, done, minute."""

    printed: Literal["in minute", "in minute and under item"] = "in minute"
    """Where besides the field `:declarations` stands."""
    layout: Literal["sentences", "table"] = "sentences"
    columns: tuple[Column, ...] = (
        Column(heading="Member", words="{name}"),
        Column(heading="Item", words="{item}"),
        Column(heading="Interest", words="{kind}[ {nature}]"),
        Column(heading="Action", words="{done}"),
    )
    """Of the table. Places: as of `line`, and title."""
    intro: str = ""
    """A sentence before them, where there are any."""
    names: NameForm = "short"
    none: str = "There were no declarations of interest."
    not_asked: str = ""
    line: str = "{name} declared {kind}[ in {item}][ {nature}][ and {done}]."
    dispensed: str = "{name} had been granted a dispensation."
    under_item: str = "({name} declared {kind} in this item[ {nature}][ and {done}])"
    item: str = "Item {ref}[ ({title})]"
    unnumbered_item: str = "“{title}”"
    because: str = "as"
    """What joins a nature that begins with no such word of its own."""
    pecuniary: str = "a disclosable pecuniary interest"
    significant: str = "an other significant interest"
    personal: str = "a personal interest"
    prejudicial: str = "a personal and prejudicial interest"
    arrears: str = "an interest under section 106 of the Local Government Finance Act 1992"
    kinds: tuple[str, ...] = ()
    """The council's own kinds besides these, offered where an interest is declared."""
    own_kind: str = "{article} {own_kind} interest"
    stayed: str = "remained in the room"
    spoke: str = "spoke on the item"
    left: str = "left the room"
    did_not_vote: str = "did not vote"


class MotionStyle(Fact, frozen=True):
    """Motions and votes. Places: mover, seconder, words, candidate, office."""

    printed: Literal["always", "where asked"] = "always"
    """In the item's minute even where its text has no `:motions`; or only there."""
    place: Literal["before resolution", "around resolution", "end of minute"] = "before resolution"
    """Where, unless the text has `:motions`: before the resolution with which the minute ends, with
    their votes after it, or after everything."""
    names: NameForm = "short"
    moved: str = "{mover} proposed and {seconder} seconded[ {words}]."
    unseconded: str = "{mover} proposed[ {words}]."
    put: str = "It was proposed {words}."
    amendment: str = "{mover} proposed and {seconder} seconded as an amendment[ {words}]."
    amendment_unseconded: str = "{mover} proposed as an amendment[ {words}]."
    amendment_put: str = "It was proposed as an amendment {words}."
    nominated: str = "{mover} proposed and {seconder} seconded {candidate}[ as {office}]."
    nominated_unseconded: str = "{mover} proposed {candidate}[ as {office}]."
    nominated_put: str = "{candidate} was proposed[ as {office}]."
    elected: str = "RESOLVED that {candidate} be elected[ {office}]."
    """After an election; nothing where it is typed by hand."""
    resolved: str = ""
    """After a motion is carried: "RESOLVED {words}."; nothing where it is typed by hand."""
    carried: str = "Carried"
    carried_unanimously: str = "Carried unanimously"
    lost: str = "Lost"
    withdrawn: str = "The motion was withdrawn."
    referred: str = "The motion was referred[ to {to}]."
    substantive: str = "The motion[ {words}] was put to the vote."
    """Before the vote on a motion to which amendments were moved, none of them carried."""
    substantive_amended: str = "The motion as amended was put to the vote."
    again: str = "The motion was put to the vote again."
    """Before a second vote and each later one."""
    counts: str = "[For {in_favour}][, Against {against}][, Abstentions {abstained}]"
    """Places: in_favour, against, abstained, abstentions. Printed on its own unless `carried` and
    `lost` have the place {counts}."""
    abstentions: tuple[str, str] = ("abstention", "abstentions")
    """The place {abstentions} for one and for several."""
    voters: NameForm = ""
    """The form of names in a vote by names; empty: as `names`."""
    by_names_layout: Literal["run-in", "own line", "table"] = "run-in"
    """Names behind their label, on the line under it, or three columns of a table."""
    by_names_before: str = ""
    """A sentence before the names: "The voting was recorded as follows:"."""
    by_group: str = ""
    """Names parted by political group ("{group}: {names}"); empty: not parted."""
    by_names: tuple[str, str, str] = (
        "For ({count}): {names}",
        "Against ({count}): {names}",
        "Abstained ({count}): {names}",
    )
    """For, against and abstaining; a line of nobody is left out. Places: count, names."""
    casting: str = (
        "As there was an equality of votes, {name} used the casting vote {way} the motion."
    )
    casting_candidate: str = (
        "As there was an equality of votes, {name} used the casting vote for {candidate}."
    )
    own_vote_for: str = "{name} asked that a vote for the motion be recorded."
    own_vote_against: str = "{name} asked that a vote against the motion be recorded."
    own_abstention: str = "{name} asked that an abstention be recorded."
    tally: str = "{name}: {votes} votes"
    tally_one: str = "{name}: {votes} vote"


class ExclusionStyle(Fact, frozen=True):
    """The resolution to exclude the public. Places: power, paragraphs, items, reason."""

    text: str = (
        "RESOLVED that under {power} the public be excluded from the meeting for the following "
        "business on the grounds that it involves the likely disclosure of exempt information as "
        "defined in {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972."
    )
    unstated: str = (
        "RESOLVED that the public be excluded from the meeting for the following business."
    )
    """Where neither paragraph nor reason was given."""
    for_reason: str = (
        "RESOLVED that under {power} the public be excluded from the meeting for the following "
        "business because {reason}."
    )
    lost: str = "The motion to exclude the public was lost."


class FieldStyle(Fact, frozen=True):
    """Sentences of the other fields. Places: names; list; substitute, principal."""

    names: NameForm = "short"
    substitutes_layout: Literal["run-in", "lines"] = "run-in"
    """In the sentence, or one a line under it."""
    apology: str = "{name}[ ({note})]"
    """One name of them. Places: name, note."""
    apologies: str = "Apologies for absence were received from {names}."
    no_apologies: str = "There were no apologies for absence."
    substitutes: str = "Substitutes were present as follows: {list}."
    substitute: str = "{substitute} for {principal}"
    no_substitutes: str = "There were no substitutes."
    dates: str = "The Committee noted the dates of its future meetings as follows:"
    """Stands over the list of the committee's meetings to come; empty: the list alone."""


class RoomStyle(Fact, frozen=True):
    """All of it, as one part of a style."""

    times: TimesStyle = TimesStyle()
    movements: MovementStyle = MovementStyle()
    declarations: DeclarationStyle = DeclarationStyle()
    motions: MotionStyle = MotionStyle()
    exclusion: ExclusionStyle = ExclusionStyle()
    fields: FieldStyle = FieldStyle()

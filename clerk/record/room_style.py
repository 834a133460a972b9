"""The part of a house style that words what happened in the room. No words at all: not printed."""

from typing import Literal

from clerk.domain.base import Fact

NameForm = Literal["full", "short"]


class TimesStyle(Fact, frozen=True):
    """Opening and chair, under the lists of names. Places: time, chair_title; name, chair_title."""

    opened: str = ""
    in_chair: str = "{name} in the chair"
    """Where another than the usual chair presided from the start."""
    names: NameForm = "short"


class MovementStyle(Fact, frozen=True):
    """Notes of comings and goings. Places: name, other, time."""

    printed: Literal["under item", "never"] = "under item"
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
    """Interests declared. Places of `line`: name, kind, item, nature, done."""

    printed: Literal["in minute", "in minute and under item"] = "in minute"
    """Where besides the field `:declarations` stands."""
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
    own_kind: str = "{article} {own_kind} interest"
    stayed: str = "remained in the room"
    spoke: str = "spoke on the item"
    left: str = "left the room"
    did_not_vote: str = "did not vote"


class MotionStyle(Fact, frozen=True):
    """Motions and votes. Places: mover, seconder, words, candidate, office."""

    printed: Literal["always", "where asked"] = "always"
    """At the end of the item's minute unless its text has `:motions`; or only there."""
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
    by_names: tuple[str, str, str] = (
        "For ({count}): {names}",
        "Against ({count}): {names}",
        "Abstained ({count}): {names}",
    )
    """For, against and abstaining; a line of nobody is left out."""
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
    apologies: str = "Apologies for absence were received from {names}."
    no_apologies: str = "There were no apologies for absence."
    substitutes: str = "Substitutes were present as follows: {list}."
    substitute: str = "{substitute} for {principal}"
    no_substitutes: str = "There were no substitutes."


class RoomStyle(Fact, frozen=True):
    """All of it, as one part of a style."""

    times: TimesStyle = TimesStyle()
    movements: MovementStyle = MovementStyle()
    declarations: DeclarationStyle = DeclarationStyle()
    motions: MotionStyle = MotionStyle()
    exclusion: ExclusionStyle = ExclusionStyle()
    fields: FieldStyle = FieldStyle()


_PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("times.opened", ("time", "chair_title")),
    ("times.in_chair", ("name", "chair_title")),
    ("movements.note", ("words",)),
    ("movements", ("name", "other", "time")),
    ("declarations.line", ("name", "kind", "item", "nature", "done")),
    ("declarations.under_item", ("name", "kind", "item", "nature", "done")),
    ("declarations.dispensed", ("name",)),
    ("declarations.item", ("ref", "title")),
    ("declarations.unnumbered_item", ("title",)),
    ("declarations.own_kind", ("article", "own_kind")),
    ("declarations", ()),
    ("motions.counts", ("in_favour", "against", "abstained")),
    ("motions.by_names", ("count", "names")),
    ("motions.casting", ("name", "way", "candidate", "chair_title")),
    ("motions.own_", ("name",)),
    ("motions.tally", ("name", "votes")),
    ("motions.referred", ("to",)),
    ("motions", ("mover", "seconder", "words", "candidate", "office")),
    ("exclusion", ("power", "paragraphs", "items", "reason")),
    ("fields.substitutes", ("list",)),
    ("fields.substitute", ("substitute", "principal")),
    ("fields", ("names",)),
)
"""Which places a template may have: the first that its name begins with counts."""


def templates(style: RoomStyle) -> list[tuple[str, dict[str, str | int | None]]]:
    """Every sentence of the style with a value for each of its places, to be tried on reading."""
    found: list[tuple[str, dict[str, str | int | None]]] = []
    for table in style.__struct_fields__:
        part = getattr(style, table)
        for field in part.__struct_fields__:
            words = getattr(part, field)
            values = dict.fromkeys(_places_of(f"{table}.{field}"), "x")
            each = words if isinstance(words, tuple) else (words,)
            found.extend((sentence, dict(values)) for sentence in each)
    return found


def _places_of(name: str) -> tuple[str, ...]:
    return next((places for prefix, places in _PLACES if name.startswith(prefix)), ())

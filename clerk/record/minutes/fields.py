"""Fields of the notation: a line that is nothing but `:declarations` prints what the facts say."""

from collections.abc import Callable, Iterator, Sequence

from clerk.domain.meetings import Detached, Meeting, Minute
from clerk.domain.motions import Motion
from clerk.notation import (
    Block,
    Bullet,
    Dates,
    Limb,
    Outcome,
    Paragraph,
    Quotation,
    Resolution,
    Table,
    parse,
    write,
)
from clerk.patterns import LatePattern
from clerk.record.context import Context
from clerk.record.dates import long_date
from clerk.record.facts.declarations import declaration_rows, declaration_sentences
from clerk.record.facts.life import approval_of_several, approval_words
from clerk.record.facts.motions import exclusion_sentences, motion_sentences
from clerk.record.facts.room import name_of
from clerk.record.facts.said import Said
from clerk.record.minutes.entries import principal_words
from clerk.record.wording import filled, listed

_FIELD = LatePattern(r":(?P<name>[a-z][a-z-]*)")


def blocks_of(meeting: Meeting, minute: Minute, context: Context) -> tuple[Block, ...]:
    """The blocks of a minute as they are read: each field replaced by what it stands for."""
    groups = grouped_blocks(meeting, minute, context)
    return tuple(block for _, become in groups for block in become)


def grouped_blocks(
    meeting: Meeting, minute: Minute, context: Context
) -> tuple[tuple[Block | None, tuple[Block, ...]], ...]:
    """Each block as typed, with the blocks that it is read as: itself, or what a field prints.

    A field that is not known is plain text, as is one behind a backslash. Motions that no field
    asks for stand under None where the house prints them always: before the resolution with which
    the text ends, since that is what came of them, with their votes after it, or all of them last.
    """
    groups: list[tuple[Block | None, tuple[Block, ...]]] = []
    parsed = parse(minute.text, minute.blocks)
    fields = [field_of(block) for block in parsed]
    for block, name in zip(parsed, fields, strict=True):
        if name:
            groups.append((block, tuple(_as_blocks(_FIELDS[name](meeting, minute, context)))))
        else:
            groups.append((block, (_unmasked(block),)))
    always = context.style.room.motions.printed == "always"
    if always and "motions" not in fields:
        before, after = _around(meeting, minute, context)
        groups.insert(_last_resolution(parsed), (None, before))
        groups.append((None, after))
    return tuple(groups)


def _around(
    meeting: Meeting, minute: Minute, context: Context
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What of the motions stands before the resolution that came of them, and what after it."""
    said = tuple(_as_blocks(motion_sentences(meeting, minute, context)))
    match context.style.room.motions.place:
        case "before resolution":
            return said, ()
        case "end of minute":
            return (), said
    votes = {vote.id for motion in meeting.motions for vote in motion.votes}
    before = tuple(block for block in said if block.id.partition("/")[0] not in votes)
    return before, tuple(block for block in said if block not in before)


def _last_resolution(blocks: Sequence[Block]) -> int:
    """Where the resolution begins with which the blocks end; their end where there is none."""
    at = len(blocks)
    while at and isinstance(blocks[at - 1], Limb | Bullet):
        at -= 1
    return at - 1 if at and isinstance(blocks[at - 1], Resolution) else len(blocks)


def fields_in(minute: Minute) -> tuple[str, ...]:
    """The names of the fields in a minute's text, in order."""
    if ":" not in minute.text:
        return ()
    return tuple(name for block in parse(minute.text) if (name := field_of(block)))


def field_of(block: Block) -> str:
    """The name of the field that a block is; empty for any other block."""
    found = _FIELD.fullmatch(block.text) if isinstance(block, Paragraph) else None
    return found["name"] if found and found["name"] in _FIELDS else ""


def field_words(name: str, meeting: Meeting, minute: Minute, context: Context) -> str:
    """What a field prints now, in the notation; empty where the facts have nothing to say."""
    blocks = tuple(_as_blocks(_FIELDS[name](meeting, minute, context)))
    return write(tuple(block for block in blocks if not isinstance(block, Paragraph) or block.text))


def detached_in(
    meeting: Meeting, minute: Minute, text: str, context: Context
) -> tuple[Detached, ...]:
    """The fields that stand in `text`, which is to be the minute's, as plain words.

    One that was turned into words stays so, with the words that it had, as long as they stand
    there; words like those of a field are taken for it though a clerk typed them.
    """
    lines = {line.strip() for line in text.splitlines()}
    kept = {each.field: each for each in minute.detached if _stands(each.words, lines)}
    for name in _TOLD:
        if name in kept or f":{name}" in lines:
            continue
        words = field_words(name, meeting, minute, context)
        if words and _stands(words, lines):
            kept[name] = Detached(field=name, words=words)
    return tuple(kept.values())


def _stands(words: str, lines: set[str]) -> bool:
    return all(line in lines for line in words.splitlines())


def exclusion_before(meeting: Meeting, minute: Minute, context: Context) -> tuple[Block, ...]:
    """The resolution to exclude the public, before the first minute that it covers.

    Nothing where a field prints it. It stands before the minute, not in it: it is public.
    """
    motions = [m for m in meeting.motions if m.kind == "exclusion"]
    here = [m for m in motions if _first_covered(m, meeting) == minute.id]
    if not here or any("exclusion" in fields_in(other) for other in meeting.minutes):
        return ()
    return tuple(
        block
        for motion in here
        for block in _as_blocks(exclusion_sentences(motion, meeting, context))
    )


def _first_covered(motion: Motion, meeting: Meeting) -> str:
    return _first_of(motion.items, meeting) or _first_of((motion.item,), meeting)


def _first_of(business: tuple[str, ...], meeting: Meeting) -> str:
    """The id of the first minute of these items or minutes; empty where none is minuted."""
    return next((m.id for m in meeting.minutes if {*business} & {m.id, *m.items}), "")


def _unmasked(block: Block) -> Block:
    """`\\:declarations` means those very characters."""
    if isinstance(block, Paragraph) and block.text.startswith("\\:"):
        found = _FIELD.fullmatch(block.text[1:])
        if found and found["name"] in _FIELDS:
            return Paragraph(id=block.id, text=block.text[1:], restart=block.restart)
    return block


def _as_blocks(said: Iterator[Said]) -> Iterator[Block]:
    for sentence in said:
        text = " ".join(sentence.text.split())
        if sentence.rows:
            yield Table(id=sentence.id, rows=sentence.rows, header=True)
        elif sentence.kind == "date":
            yield Dates(id=sentence.id, dates=(text,))
        elif sentence.kind == "outcome":
            yield Outcome(id=sentence.id, text=text)
        elif sentence.kind == "displayed":
            yield Quotation(id=sentence.id, text=text)
        else:
            yield _paragraph(sentence.id, text)


def _paragraph(block_id: str, text: str) -> Block:
    """A resolution where the words are one; else a paragraph, whatever marks they begin with."""
    read = parse(text)
    if len(read) == 1 and isinstance(read[0], Resolution):
        return Resolution(id=block_id, text=read[0].text, lead=read[0].lead)
    return Paragraph(id=block_id, text=text)


def _apologies(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    style, lists = context.style.room.fields, context.style.lists
    named = [
        filled(style.apology, {"name": name_of(e.person, context, style.names), "note": e.note})
        for e in meeting.attendance
        if e.capacity == "apologies"
    ]
    names = listed(named, lists.separator, lists.last)
    words = filled(style.apologies, {"names": names}) if named else style.no_apologies
    yield Said(f"{minute.id}/apologies", "paragraph", words)


def _substitutes(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    style, lists = context.style.room.fields, context.style.lists
    pairs = {
        entry.id: filled(
            style.substitute,
            {
                "substitute": name_of(entry.person, context, style.names),
                "principal": principal_words(entry, meeting, context, style.names),
            },
        )
        for entry in meeting.attendance
        if entry.substitute_for and entry.capacity in ("present", "remote")
    }
    apart = bool(pairs) and style.substitutes_layout == "lines"
    joined = "" if apart else listed(list(pairs.values()), lists.separator, lists.last)
    words = filled(style.substitutes, {"list": joined}) if pairs else style.no_substitutes
    yield Said(f"{minute.id}/substitutes", "paragraph", words)
    if apart:
        for entry, pair in pairs.items():
            yield Said(f"{minute.id}/substitutes/{entry}", "displayed", pair)


def _declarations(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    style = context.style.room.declarations
    if meeting.declarations and style.intro:
        yield Said(f"{minute.id}/declarations/intro", "paragraph", style.intro)
    if meeting.declarations and style.layout == "table":
        rows = declaration_rows(meeting, context)
        yield Said(f"{minute.id}/declarations/table", "table", "", rows)
        return
    for fact, words in declaration_sentences(meeting, context):
        yield Said(fact, "paragraph", words)


def _previous(_: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    several = context.style.previous.several
    if several and len(context.previous) > 1 and not context.amended:
        words = approval_of_several(context.previous, context)
        yield Said(f"{minute.id}/previous/{context.previous[0]}", "paragraph", words)
        return
    for day in context.previous:
        yield Said(f"{minute.id}/previous/{day}", "paragraph", approval_words(day, context))


def _exclusion(meeting: Meeting, _: Minute, context: Context) -> Iterator[Said]:
    for motion in meeting.motions:
        if motion.kind == "exclusion":
            yield from exclusion_sentences(motion, meeting, context)


def _dates(_: Meeting, minute: Minute, context: Context) -> Iterator[Said]:
    style = context.style.room.fields
    if context.upcoming and style.dates:
        yield Said(f"{minute.id}/dates/intro", "paragraph", style.dates)
    for day in context.upcoming:
        words = long_date(day, context.style.dates)
        yield Said(f"{minute.id}/dates/{day}", "date", words)


_FIELDS: dict[str, Callable[[Meeting, Minute, Context], Iterator[Said]]] = {
    "apologies": _apologies,
    "declarations": _declarations,
    "substitutes": _substitutes,
    "previous-minutes": _previous,
    "exclusion": _exclusion,
    "motions": motion_sentences,
    "dates": _dates,
}
FIELD_NAMES = tuple(_FIELDS)
"""The names of all fields that there are."""
_TOLD = tuple(name for name in _FIELDS if name != "motions")
"""Fields that print what the facts say at one time: a motion's words are typed as often as not."""

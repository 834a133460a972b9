"""Why a line of the record is there: the fact that it prints, and the words of the house style."""

from collections.abc import Mapping

from clerk.domain.base import Fact
from clerk.domain.meetings import Meeting
from clerk.domain.motions import Motion
from clerk.domain.printed import Line
from clerk.notation import Block, Paragraph, Resolution, parse
from clerk.record.context import Context
from clerk.record.facts.room import name_of
from clerk.record.minutes.fields import field_of, grouped_blocks


class Why(Fact, frozen=True):
    """What a line rests on."""

    says: str
    """The fact, in a sentence."""
    keys: tuple[str, ...] = ()
    """The keys of `style.toml` that word, number or order it; empty where none does."""


def why(line: Line, meeting: Meeting, context: Context) -> Why:
    """Where a line of the meeting's record comes from."""
    found = (
        _of_typed(line, meeting)
        or _of_room(line, meeting, context)
        or _of_minute(line, meeting)
        or _BY_ROLE.get((line.kind, line.role))
        or _BY_KIND.get(line.kind)
        or Why(says="It is part of the record.")
    )
    says = " ".join(part for part in (found.says, line.why, _as_printed(line, meeting)) if part)
    return Why(says=says, keys=found.keys)


_BY_ROLE: Mapping[tuple[str, str], Why] = {
    ("opening", "opened"): Why(
        says="When the meeting opened, as it was said.", keys=("room.times.opened",)
    ),
    ("opening", "in chair"): Why(
        says="Another than the usual chair presided.", keys=("room.times.in_chair",)
    ),
    ("note", "note"): Why(
        says="Who was present for this item alone.", keys=("minute.present_for",)
    ),
    ("note", "out of order"): Why(
        says="The item was not taken in its turn; the order taken is kept.",
        keys=("minute.out_of_order",),
    ),
}
_BY_KIND: Mapping[str, Why] = {
    "authority": Why(says="The council, as the register has it.", keys=("heading.authority",)),
    "committee": Why(
        says="The committee's name on the day of the meeting.",
        keys=("heading.committee", "heading.capitals"),
    ),
    "opening": Why(
        says="The committee, the place and the day of the meeting.", keys=("heading.opening",)
    ),
    "part": Why(says="", keys=("parts.printed", "parts.open", "parts.exempt")),
    "margin": Why(
        says="What stands in the margin: a number, who leads, or who is to act.",
        keys=("margin.minute", "margin.action", "minute.number_place"),
    ),
    "summary": Why(says="What the public edition says of an exempt minute (LGA 1972 s100C(2))."),
    "closing": Why(says="When the meeting closed, as it was said.", keys=("closing.closed",)),
    "signature": Why(
        says="Whoever presides at the meeting that confirms the minutes signs (LGA 1972 Sch 12 "
        "para 41).",
        keys=("closing.signature",),
    ),
}
_KINDS: Mapping[str, str] = {
    "paragraph": "a paragraph",
    "subheading": "a sub-heading (##)",
    "bullet": "a bullet (-)",
    "limb": "a limb",
    "resolution": "a resolution",
    "outcome": "an outcome",
    "date": "a list of dates",
    "table": "a table (|)",
    "quotation": "words displayed (>)",
}


def _of_typed(line: Line, meeting: Meeting) -> Why | None:
    """Of a line that was typed as it stands."""
    minute = next((m for m in meeting.minutes if line.fact and line.fact in m.blocks), None)
    if minute is None:
        return None
    blocks = parse(minute.text, minute.blocks)
    block = next(block for block in blocks if block.id == line.fact)
    says = f"Typed as {_KINDS.get(line.kind, 'words')}."
    numbered, keys = _number(line, block)
    if isinstance(block, Resolution):
        own = block.lead is not None
        says += (
            " Its first words are kept as typed." if own else " Its first words are the house's."
        )
        keys = keys if own else ("resolution.lead", *keys)
    if line.for_council:
        says += " The star says that the council itself must decide it."
        keys = (*keys, "resolution.for_council")
    return Why(says=f"{says}{numbered}", keys=keys)


def _number(line: Line, block: Block) -> tuple[str, tuple[str, ...]]:
    """What to say of a paragraph's number, and the keys of it."""
    if not isinstance(block, Paragraph | Resolution):
        return "", ()
    if block.restart is not None:
        return " Its number was set by hand; the next run on from it.", ("paragraph.number",)
    if line.number:
        return " Its number runs through the minute.", ("paragraph.number",)
    if isinstance(block, Resolution):
        return "", ("paragraph.resolutions_numbered", "paragraph.lone_number")
    return " One paragraph alone carries no number.", ("paragraph.lone_number",)


def _of_minute(line: Line, meeting: Meeting) -> Why | None:
    minute = meeting.minute(line.fact)
    if minute is None or line.kind not in ("minute", "reference"):
        return None
    items = [item for each in minute.items if (item := meeting.item(each))]
    named = " and ".join(item.ref or f"“{item.title}”" for item in items)
    of = f"item {named}" if len(items) == 1 else f"items {named}" if items else "no item"
    if line.kind == "reference":
        authors = ", and who its report is by" if minute.authors else ""
        keys = ("minute.reference", "minute.item", *(("minute.author",) if authors else ()))
        return Why(says=f"The reference of {of}{authors}.", keys=keys)
    keys = ("minute.number", "minute.printed_number")
    if line.for_council:
        says = f"The minute of {of}. The council itself must decide something of it."
        return Why(says=says, keys=("minute.for_council", *keys))
    return Why(says=f"The minute of {of}.", keys=keys)


def _of_room(line: Line, meeting: Meeting, context: Context) -> Why | None:
    """Of a line that prints who was there or what happened in the room."""
    if line.kind == "attendance":
        return _of_attendance(line, meeting, context)
    root = line.fact.partition("/")[0]
    for movement in meeting.movements:
        if movement.id == root:
            key = f"room.movements.{movement.kind.replace(' ', '_')}"
            return Why(says="", keys=(key, "room.movements.note"))
    for declaration in meeting.declarations:
        if declaration.id == root:
            name = name_of(declaration.person, context, "short")
            says = f"Declared by {name}.{_through_field(line, meeting, context)}"
            return Why(says=says, keys=("room.declarations.line",))
    for motion in meeting.motions:
        if root in (motion.id, *(vote.id for vote in motion.votes)):
            return _of_motion(line, motion, root, meeting, context)
    if line.role == "urgent":
        says = "Taken as urgent; the minutes must state the reason (LGA 1972 s100B(4)(b))."
        return Why(says=says, keys=("minute.urgent",))
    field = _through_field(line, meeting, context)
    return (
        Why(says=field.strip(), keys=_FIELD_KEYS.get(_field(line, meeting, context), ()))
        if (field)
        else None
    )


def _of_attendance(line: Line, meeting: Meeting, context: Context) -> Why:
    entry = next((e for e in meeting.attendance if e.id == line.fact), None)
    if entry is not None:
        name = name_of(entry.person, context, "short")
        return Why(says=f"{name} is marked {entry.capacity}.", keys=("attendance.groups.entry",))
    capacity = line.role.removesuffix(" label")
    says = f"Everyone marked {capacity}, in the order of the list."
    return Why(says=says, keys=("attendance.groups", "attendance.layout"))


def _of_motion(line: Line, motion: Motion, root: str, meeting: Meeting, context: Context) -> Why:
    field = _through_field(line, meeting, context)
    if motion.kind == "exclusion":
        says = "The motion to exclude the public; it stands before the first minute that it covers."
        return Why(says=field.strip() or says, keys=("room.exclusion.text",))
    moved = [
        f"{how} by {name_of(person, context, 'short')}"
        for how, person in (("moved", motion.mover), ("seconded", motion.seconder))
        if person
    ]
    what = f"The {motion.kind}{' ' if moved else ''}{', '.join(moved)}"
    said = what if root == motion.id else f"The vote on {what[0].lower()}{what[1:]}"
    keys = ("room.motions.moved",) if root == motion.id else ("room.motions.counts",)
    return Why(says=f"{said}.{field}", keys=keys)


def _through_field(line: Line, meeting: Meeting, context: Context) -> str:
    name = _field(line, meeting, context)
    return f" {_prints(name)}" if name else ""


def _prints(field: str) -> str:
    return f"The field :{field} prints it."


def _field(line: Line, meeting: Meeting, context: Context) -> str:
    """The name of the field through which a line prints; empty where none does."""
    for minute in meeting.minutes:
        if ":" not in minute.text:
            continue
        for block, become in grouped_blocks(meeting, minute, context):
            if block is not None and any(each.id == line.fact for each in become):
                return field_of(block)
    return ""


_FIELD_KEYS: Mapping[str, tuple[str, ...]] = {
    "apologies": ("room.fields.apologies", "room.fields.no_apologies"),
    "substitutes": ("room.fields.substitutes", "room.fields.no_substitutes"),
    "declarations": ("room.declarations.none", "room.declarations.not_asked"),
    "previous-minutes": ("previous.text",),
}


def _as_printed(line: Line, meeting: Meeting) -> str:
    roles = {line.role, "number"}
    slip = any(e.fact == line.fact and e.role in roles for e in meeting.as_printed)
    return "A paper printed it so; the house style would not." if slip else ""

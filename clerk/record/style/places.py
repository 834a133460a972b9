"""Which places the words of each key of a house style may have, and whether a style keeps to it."""

import difflib
from collections.abc import Iterator

import msgspec

from clerk.errors import StyleError
from clerk.record.named import FORMS
from clerk.record.named import PLACES as NAME_PLACES
from clerk.record.style.slips import Slip
from clerk.record.wording import filled, places

_YEAR = ("meeting", "yy", "yyyy", "municipal", "municipal_full")
"""Which meeting of its year it is, and the year in its forms."""
_HEAD = (
    "authority", "committee", "venue", "date", "plain_date", "time", "opened", "closed", "kind",
    "chair_title", "ordinal", *_YEAR,
)  # fmt: skip
_ENTRY = ("name", "role", "principal", "post", "note", "group", "ward", "initials", "part")
_MARK = ("n", "a", "A", "i", "I")
_COUNTS = ("in_favour", "against", "abstained", "abstentions", "counts")

_PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("heading", _HEAD),
    ("attendance.columns.heading", ()),
    ("attendance.columns.words", _ENTRY),
    ("attendance.groups.entry", _ENTRY),
    ("attendance.groups.presiding", _ENTRY),
    ("attendance.groups.by_group", ("group", "ward")),
    ("attendance.for_item", ("principal", "item")),
    ("attendance.late", ("minute", "time")),
    ("attendance.early", ("minute", "time")),
    ("minute.number", ("n", "i", "mm", *_YEAR)),
    ("minute.printed_number", ("number", "ref")),
    ("minute.title", ("title",)),
    ("minute.exempt", ("paragraphs",)),
    ("minute.urgent", ("reason", "chair_title")),
    ("minute.out_of_order", ("item",)),
    ("minute.order", ()),
    ("minute.for_council", ()),
    ("minute.items", ("refs",)),
    ("minute.item", ("ref",)),
    ("minute.reference", ("items", "authors")),
    ("minute.author", ("name", "post")),
    ("minute.present_for", ("people",)),
    ("paragraph.number", (*_MARK, "m")),
    ("paragraph", _MARK),
    ("resolution.number", (*_MARK, "m")),
    ("resolution.limb", _MARK),
    ("resolution.sublimb", _MARK),
    ("resolution.for_council", ()),
    ("margin.minute", ("authors", "initials", "refs", "pages")),
    ("margin.action", ("officer", "initials", "what", "due")),
    ("margin", ()),
    ("parts.withheld", ("paragraphs",)),
    ("closing.closed", ("time", "chair_title")),
    ("closing", ("authority", "committee", "chair_title")),
    ("page.number", ("page", "pages")),
    ("page.header", ("title", "authority", "committee", "date", "plain_date")),
    ("page.footer", ("title", "authority", "committee", "date", "plain_date")),
    ("dates.long", ("weekday", "weekday_short", "day", "ordinal", "month", "month_short",
                    "month_number", "year", "yy")),
    ("dates.plain", ("weekday", "weekday_short", "day", "ordinal", "month", "month_short",
                     "month_number", "year", "yy")),
    ("dates.time", ("h", "hh", "mm", "ampm")),
    ("dates.on_the_hour", ("h", "hh", "mm", "ampm")),
    ("previous.text", ("date", "chair_title", "amendments")),
    ("previous.several", ("dates", "chair_title")),
    ("previous.subject_to", ("amendments",)),
    ("previous.amendment", ("number", "words")),
    ("previous", ("date", "number", "words")),
    ("room.times.opened", ("time", "chair_title", "closed", "venue")),
    ("room.times.in_chair", ("name", "chair_title")),
    ("room.movements.note", ("words",)),
    ("room.movements", ("name", "other", "time")),
    ("room.declarations.columns.heading", ()),
    ("room.declarations.columns.words",
     ("name", "kind", "item", "nature", "done", "minute", "title")),
    ("room.declarations.line", ("name", "kind", "item", "nature", "done", "minute")),
    ("room.declarations.under_item", ("name", "kind", "item", "nature", "done", "minute")),
    ("room.declarations.dispensed", ("name",)),
    ("room.declarations.item", ("ref", "title")),
    ("room.declarations.unnumbered_item", ("title",)),
    ("room.declarations.own_kind", ("article", "own_kind")),
    ("room.declarations", ()),
    ("room.motions.counts", ("in_favour", "against", "abstained", "abstentions")),
    ("room.motions.abstentions", ()),
    ("room.motions.by_names_before", _COUNTS),
    ("room.motions.by_names", ("count", "names")),
    ("room.motions.by_group", ("group", "names", "count")),
    ("room.motions.carried", _COUNTS),
    ("room.motions.lost", _COUNTS),
    ("room.motions.resolved", ("mover", "seconder", "words", *_COUNTS)),
    ("room.motions.casting", ("name", "way", "candidate", "chair_title")),
    ("room.motions.own_", ("name",)),
    ("room.motions.tally", ("name", "votes")),
    ("room.motions.referred", ("to",)),
    ("room.motions", ("mover", "seconder", "words", "candidate", "office")),
    ("room.exclusion", ("power", "paragraphs", "items", "reason")),
    ("room.fields.substitutes", ("list",)),
    ("room.fields.apology", ("name", "note")),
    ("room.fields.substitute", ("substitute", "principal")),
    ("room.fields", ("names",)),
    ("papers.record.title", ("committee", "plain_date", "number")),
    ("papers.agenda.title", ("committee", "plain_date")),
    ("papers.agenda.when", ("date", "time", "ordinal", *_YEAR)),
    ("papers.agenda.venue", ("venue",)),
    ("papers.agenda.section", ("ref", "title")),
    ("papers.agenda.pages", ("pages",)),
    ("papers.agenda.urgent_unsaid", ()),
    ("papers.agenda.urgent", ("reason",)),
    ("papers.agenda.exempt_words", ()),
    ("papers.agenda.exempt", ("paragraphs",)),
    ("papers.agenda.motion_heading", ()),
    ("papers.agenda.motion", ("power", "paragraphs")),
    ("papers.agenda.published", ("date",)),
    ("papers.membership.title", ("committee", "plain_date")),
    ("papers.membership.opening", ("committee", "date", "count")),
    ("papers.membership.on_agenda", ("count",)),
    ("papers.membership.group", ("group", "count")),
    ("papers.signing_in.title", ("committee", "plain_date")),
    ("papers.signing_in.when", ("date", "time")),
    ("papers.signing_in.venue", ("venue",)),
    ("papers.decisions.title", ("committee", "plain_date")),
    ("papers.decisions.opening", ("committee", "date")),
    ("papers.decisions.moved", ("mover", "seconder")),
    ("papers.decisions.vote", ("counts",)),
    ("papers.decisions.for_council", ()),
    ("papers.decisions.exempt", ("paragraphs",)),
)  # fmt: skip
"""The first whose name a key begins with counts; a key that none names is no template."""

_NEEDED: tuple[tuple[str, tuple[str, ...], bool, str], ...] = (
    ("minute.number", ("n", "i"), True, "all minutes would have one number"),
    ("minute.printed_number", ("number",), True, "no minute would have its number"),
    ("minute.title", ("title",), True, "no minute would have its title"),
    ("attendance.groups.entry", ("name", "initials"), True, "nobody would be named"),
    ("attendance.groups.presiding", ("name", "initials"), False, "nobody would be named"),
    ("paragraph.number", _MARK, False, "all paragraphs would have one number"),
    ("paragraph.limb", _MARK, False, "all limbs would have one mark"),
    ("paragraph.sublimb", _MARK, False, "all limbs would have one mark"),
    ("resolution.number", _MARK, False, "all resolutions would have one number"),
    ("resolution.limb", _MARK, False, "all limbs would have one mark"),
    ("resolution.sublimb", _MARK, False, "all limbs would have one mark"),
    ("dates.long", ("day",), True, "no date would be one"),
    ("dates.plain", ("day",), True, "no date would be one"),
    ("dates.time", ("h", "hh"), True, "no time would be one"),
    ("page.number", ("page",), False, "no page would have its number"),
    ("room.movements.note", ("words",), True, "nothing would be said"),
    ("room.declarations.line", ("name",), True, "nobody would be named"),
)
"""(key, one of the places it must have, whether it may not be empty, what would come of it)."""

_NAME_FORMS = frozenset({"names", "principals", "voters"})
"""Keys that hold the form of a name."""


def places_of(key: str) -> tuple[str, ...] | None:
    """The places that the words of `key` ("minute.number") may have; None where it takes none."""
    return next((places for prefix, places in _PLACES if key.startswith(prefix)), None)


def words_of(style: msgspec.Struct, where: str = "") -> Iterator[tuple[str, str]]:
    """(key, words) of every text in a style, with the keys of the tables above it."""
    for field in style.__struct_fields__:
        value = getattr(style, field)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, msgspec.Struct):
                yield from words_of(each, f"{where}{field}.")
            elif isinstance(each, str):
                yield f"{where}{field}", each


def place_slips(style: msgspec.Struct) -> Iterator[Slip]:
    """Where the words of a key have a place that does not exist there, or lack one they need."""
    for key, words in words_of(style):
        if key.rsplit(".", 1)[-1] in _NAME_FORMS:
            yield from _form_slips(key, words)
            continue
        known = places_of(key)
        if known is not None:
            try:
                filled(words, dict.fromkeys(known, "1"))
            except StyleError as error:
                yield Slip(key, f"“{key}”: {error}")
                continue
            yield from _lacking(key, words)


def _lacking(key: str, words: str) -> Iterator[Slip]:
    for of, needed, always, consequence in _NEEDED:
        if key == of and (words or always) and not {*needed} & {*places(words)}:
            braced = " or ".join(f"{{{place}}}" for place in needed)
            yield Slip(key, f"“{key}” is “{words}” and lacks {braced}: {consequence}.")


def _form_slips(key: str, form: str) -> Iterator[Slip]:
    if "{" in form:
        try:
            filled(form, NAME_PLACES)
        except StyleError as error:
            yield Slip(key, f"“{key}”: {error}")
            return
        if not {"surname", "initials"} & {*places(form)}:
            yield Slip(key, f"“{key}”: the form “{form}” lacks {{surname}}, so nobody is named.")
    elif form and form not in FORMS:
        near = difflib.get_close_matches(form.casefold(), FORMS, 1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        yield Slip(
            key,
            f"“{key}” is “{form}”; it may be {', '.join(FORMS)}, or words with {{surname}} in "
            f"them.{hint}",
        )

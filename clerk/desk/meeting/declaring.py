"""Interests declared at an open meeting: asked about, declared, corrected, withdrawn, by keys.

Each gives what was done, in house wording; raises InputError or RefusedError where it cannot be.
"""

from collections.abc import Sequence
from typing import cast, get_args

from msgspec.structs import replace

from clerk.desk.meeting.room import DECLARATIONS, InTheRoom, Said
from clerk.desk.register.agenda_notes import interests_named
from clerk.domain.base import Fact, new_id
from clerk.domain.interests import Declaration, Done, InterestKind
from clerk.domain.ordered import found
from clerk.domain.presence import business_of
from clerk.domain.room_acts import DeclarationCleared, DeclarationMade, NothingDeclared
from clerk.errors import InputError
from clerk.law.interests import bar, kinds_of_the_day, reminder
from clerk.record.facts.declarations import declaration_words
from clerk.record.facts.room import setting_of
from clerk.speech.declaring import DEEDS, KINDS
from clerk.speech.hearing import item_of


class DeclarationRow(Fact, frozen=True):
    """An interest declared; or one that stands in the register and an item names, to be asked."""

    id: str
    name: str
    ref: str
    title: str
    kind: str
    done: str
    more: str
    """Nature, dispensation, register; of a sensitive one nothing of what it is."""
    words: str
    """How it will print, what it bars and what must follow."""
    declaration: Declaration
    """As it would be made, where it is only offered."""
    offered: bool = False


def declared(desk: InTheRoom) -> tuple[DeclarationRow, ...]:
    """What was declared, then what the register suggests to ask about."""
    made = [_row(desk, each) for each in desk.meeting.declarations]
    there = {(each.person, each.item) for each in desk.meeting.declarations}
    offered: list[DeclarationRow] = []
    for each in interests_named(desk.office, desk.meeting):
        if (each.person, each.item) in there:
            continue
        declaration = Declaration(
            id=f"offered-{each.person}-{each.item}-{len(offered)}",
            person=each.person,
            item=each.item,
            kind="disclosable pecuniary",
            nature="" if each.sensitive else each.interest,
            sensitive=each.sensitive,
            registered=True,
        )
        offered.append(replace(_row(desk, declaration), offered=True))
    return (*made, *offered)


def state_words(desk: InTheRoom) -> str:
    """Whether members were asked, and what came of it; not asked is not the same as none."""
    count = len(desk.meeting.declarations)
    if count:
        return f"{count} declared."
    if desk.meeting.nothing_declared:
        return "Members were asked, and nobody declared an interest."
    return "Not asked yet: n says that nobody declared any, a adds one."


def none_declared(desk: InTheRoom) -> Said:
    """Members were asked and nobody declared anything; where that was said, it is taken back."""
    return desk.perform(NothingDeclared(asked=not desk.meeting.nothing_declared))


def declare(desk: InTheRoom, declaration: Declaration) -> Said:
    """An interest is declared, or what was declared is corrected; the offered one becomes made."""
    kept = replace(declaration, nature="") if declaration.sensitive else declaration
    if kept.id.startswith("offered-") or not kept.id:
        kept = replace(kept, id=new_id())
    return desk.perform(DeclarationMade(declaration=kept))


def withdraw(desk: InTheRoom, declaration_id: str) -> str:
    """Takes a declaration away, and says what it was."""
    declaration = found(desk.meeting.declarations, declaration_id)
    words = declaration_words(declaration, desk.meeting, desk.context)
    desk.do(DeclarationCleared(declaration=declaration_id), f"Declaration taken away: {words}")
    return words


def with_done(declaration: Declaration, done: Done) -> Declaration:
    """The declaration with what its member did; the same again takes that away."""
    return replace(declaration, done="" if declaration.done == done else done)


def own_kinds(desk: InTheRoom) -> tuple[str, ...]:
    """The council's own kinds: those of its house style, then what was declared here besides."""
    declared_here = (each.own_kind for each in desk.meeting.declarations if each.own_kind)
    return tuple(dict.fromkeys((*desk.context.style.room.declarations.kinds, *declared_here)))


def kinds_offered(desk: InTheRoom) -> tuple[str, ...]:
    """Every kind to choose from: the council's own, then those of the law on the meeting's day."""
    return (*own_kinds(desk), *kinds_of_the_day(setting_of(desk.meeting, desk.context)))


def kind_of(desk: InTheRoom, words: str) -> tuple[InterestKind, str]:
    """(the law's kind, the council's own word): letters of a kind, or another word of its own.

    A kind that the law no longer has is meant where nothing else is. Raises InputError where
    letters could be two kinds.
    """
    plain = " ".join(words.casefold().split())
    kinds: tuple[InterestKind, ...] = get_args(InterestKind)
    offered = kinds_offered(desk)
    if not plain:
        raise InputError(f"Type a kind: {', '.join(offered)}, or another word of your own.")
    found = _begun_so(words, offered) or _begun_so(words, kinds)
    if found in own_kinds(desk):
        return "personal", found
    if plain in KINDS:
        return KINDS[plain], ""
    if found:
        return cast(InterestKind, found), ""
    return "personal", " ".join(words.split())


def done_of(words: str) -> Done:
    """What was done, by its first letters; "" where nothing was said. Raises InputError."""
    plain = " ".join(words.casefold().split())
    if not plain:
        return ""
    if plain in DEEDS:
        return DEEDS[plain]
    deeds: tuple[Done, ...] = get_args(Done)
    found = _begun_so(words, [deed for deed in deeds if deed])
    if not found:
        raise InputError("Type what was done: stayed, spoke, left, or did not vote.")
    return cast(Done, found)


def _begun_so(words: str, known: Sequence[str]) -> str:
    """The one that the words are, or begin; empty for none. Raises InputError for several."""
    plain = " ".join(words.casefold().split())
    near = [each for each in known if each.casefold().startswith(plain)]
    if plain in (each.casefold() for each in near):
        return next(each for each in near if each.casefold() == plain)
    if len(near) > 1:
        raise InputError(f"“{words}” could be {' or '.join(near)}. Type more of it.")
    return next(iter(near), "")


def usual_item(desk: InTheRoom, item: str) -> str:
    """The item that a declaration made now is likely about: that in hand, but not that at which
    members are asked."""
    return "" if DECLARATIONS.search(business_of(desk.meeting, item)) else item


def item_read_back(desk: InTheRoom, ref: str) -> str:
    """The title of the item that a reference means; raises InputError where there is none."""
    return business_of(desk.meeting, item_by_ref(desk, ref))


def item_by_ref(desk: InTheRoom, ref: str) -> str:
    """The item's id; "" for a declaration on the meeting as a whole. Raises InputError."""
    if not ref.strip():
        return ""
    item = item_of(ref, desk.hearing())
    if item is None:
        raise InputError(f"There is no item “{ref.strip()}” on the agenda.")
    return item.id


def _row(desk: InTheRoom, declaration: Declaration) -> DeclarationRow:
    meeting, context = desk.meeting, desk.context
    item = meeting.item(declaration.item) or meeting.minute(declaration.item)
    setting = setting_of(meeting, context)
    said = [
        "sensitive" if declaration.sensitive else declaration.nature,
        f"dispensation: {declaration.dispensation}" if declaration.dispensation else "",
        {None: "", True: "on the register", False: "not on the register"}[declaration.registered],
    ]
    barred = bar(declaration, setting)
    follows = [
        declaration_words(declaration, meeting, context),
        f"No vote on this item: {barred}." if barred else "",
        reminder(declaration, setting),
    ]
    return DeclarationRow(
        id=declaration.id,
        name=desk.name(declaration.person),
        ref=getattr(item, "ref", ""),
        title=item.title if item else "the meeting as a whole",
        kind=declaration.own_kind or declaration.kind,
        done=declaration.done,
        more=", ".join(part for part in said if part),
        words=" ".join(part for part in follows if part),
        declaration=declaration,
    )

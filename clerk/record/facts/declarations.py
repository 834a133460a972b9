"""Interests declared, in the house's words: the declarations minute, and notes under items."""

from collections.abc import Iterator

from clerk.domain.interests import Declaration
from clerk.domain.meetings import Meeting, Minute
from clerk.domain.presence import business_of
from clerk.domain.printed import Line, Run
from clerk.record.context import Context
from clerk.record.facts.room import name_of
from clerk.record.numbering import numbers_of
from clerk.record.style.room import DeclarationStyle
from clerk.record.wording import filled

_JOINS = ("as ", "because ", "since ", "in that ", "being ", "by reason ", "due to ", "through ")


def declaration_sentences(meeting: Meeting, context: Context) -> Iterator[tuple[str, str]]:
    """(id, sentence) of everything declared; or that nothing was, or what is said if not asked."""
    style = context.style.room.declarations
    for declaration in meeting.declarations:
        yield declaration.id, declaration_words(declaration, meeting, context)
    if not meeting.declarations:
        words = style.none if meeting.nothing_declared else style.not_asked
        if words:
            yield f"{meeting.id}/declarations", words


def declaration_words(declaration: Declaration, meeting: Meeting, context: Context) -> str:
    """ "Mr Pell declared a personal interest in Item B1 (…) as … and left the room." """
    style = context.style.room.declarations
    values = _values(declaration, meeting, context)
    words = filled(style.line, values)
    if declaration.dispensation and style.dispensed:
        words += " " + filled(style.dispensed, {"name": values["name"]})
    return words


def declaration_rows(meeting: Meeting, context: Context) -> tuple[tuple[str, ...], ...]:
    """Everything declared as the rows of a table, its header first."""
    columns = context.style.room.declarations.columns
    rows = [tuple(column.heading for column in columns)]
    for declaration in meeting.declarations:
        values = _values(declaration, meeting, context)
        values["title"] = business_of(meeting, declaration.item)
        rows.append(tuple(filled(column.words, values) for column in columns))
    return tuple(rows)


def notes_under(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Line]:
    """The notes of interests in a minute's items, where the house wants them there too."""
    style = context.style.room.declarations
    if style.printed != "in minute and under item":
        return
    for declaration in meeting.declarations:
        if declaration.item in (minute.id, *minute.items):
            words = filled(style.under_item, _values(declaration, meeting, context))
            yield Line(
                kind="note", runs=(Run(text=words),), fact=declaration.id, role="declaration"
            )


def _values(
    declaration: Declaration, meeting: Meeting, context: Context
) -> dict[str, str | int | None]:
    style = context.style.room.declarations
    return {
        "name": name_of(declaration.person, context, style.names),
        "kind": _kind(declaration, style),
        "item": _item(declaration.item, meeting, style),
        "nature": _nature(declaration, style),
        "done": _done(declaration, style),
        "minute": _minute_number(declaration.item, meeting, context),
    }


def _minute_number(item_id: str, meeting: Meeting, context: Context) -> str:
    """The number of the minute on what was declared; empty while there is none."""
    if not any("{minute}" in words for words in _sayings(context.style.room.declarations)):
        return ""
    minute = meeting.minute_of(item_id) or meeting.minute(item_id)
    numbers = numbers_of(meeting, context.first_number, context.style, context.nth)
    return numbers[minute.id].text if minute else ""


def _sayings(style: DeclarationStyle) -> tuple[str, ...]:
    return (style.line, style.under_item, *(column.words for column in style.columns))


def _kind(declaration: Declaration, style: DeclarationStyle) -> str:
    if declaration.own_kind:
        article = "an" if declaration.own_kind[:1].casefold() in "aeiou" else "a"
        return filled(style.own_kind, {"article": article, "own_kind": declaration.own_kind})
    return {
        "disclosable pecuniary": style.pecuniary,
        "other significant": style.significant,
        "personal": style.personal,
        "prejudicial": style.prejudicial,
        "council tax arrears": style.arrears,
    }[declaration.kind]


def _done(declaration: Declaration, style: DeclarationStyle) -> str:
    return {
        "": "",
        "stayed": style.stayed,
        "spoke": style.spoke,
        "left": style.left,
        "did not vote": style.did_not_vote,
    }[declaration.done]


def _item(item_id: str, meeting: Meeting, style: DeclarationStyle) -> str:
    item = meeting.item(item_id)
    title = business_of(meeting, item_id)
    if item is not None and item.ref:
        return filled(style.item, {"ref": item.ref, "title": title})
    return filled(style.unnumbered_item, {"title": title}) if title else ""


def _nature(declaration: Declaration, style: DeclarationStyle) -> str:
    """What a sensitive one consists of is nowhere said, whatever a file may hold."""
    words = declaration.nature.strip().rstrip(".")
    if not words or declaration.sensitive:
        return ""
    return words if words.casefold().startswith(_JOINS) else f"{style.because} {words}"

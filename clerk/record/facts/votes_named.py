"""A vote by names, as the house sets it: run in, under its label, in columns, parted by groups."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from clerk.domain.motions import Named, Vote
from clerk.record.context import Context
from clerk.record.facts.counts import counted_values
from clerk.record.facts.room import name_of
from clerk.record.facts.said import Said
from clerk.record.wording import filled, listed


def named_sentences(vote: Vote, named: Named, context: Context) -> Iterator[Said]:
    """Who voted for, against, and abstained; a way that nobody voted is left out."""
    style = context.style.room.motions
    if style.by_names_before:
        words = filled(style.by_names_before, counted_values(vote, style))
        yield Said(f"{vote.id}/names", "paragraph", words)
    ways = [
        (words, people)
        for words, people in zip(
            style.by_names, (named.in_favour, named.against, named.abstained), strict=True
        )
        if people and words
    ]
    if style.by_names_layout == "table":
        yield from _table(vote, ways, context)
        return
    for at, (words, people) in enumerate(ways):
        yield from _way(f"{vote.id}/names/{at}", words, people, context)


def _way(fact: str, words: str, people: Sequence[str], context: Context) -> Iterator[Said]:
    style = context.style.room.motions
    names = _names(people, context)
    if style.by_names_layout == "run-in":
        text = filled(words, {"count": len(people), "names": names})
        yield Said(fact, "displayed", text)
        return
    label = filled(words, {"count": len(people), "names": ""}).rstrip()
    yield Said(f"{fact}/label", "displayed", label)
    yield Said(fact, "displayed", names)


def _table(
    vote: Vote, ways: Sequence[tuple[str, Sequence[str]]], context: Context
) -> Iterator[Said]:
    """A column for each way, with a name in each cell."""
    form = _form(context)
    header = tuple(
        filled(words, {"count": len(people), "names": ""}).rstrip(" :-–—") for words, people in ways
    )
    columns = [[name_of(person, context, form) for person in people] for _, people in ways]
    rows = tuple(tuple(row) for row in zip_longest(*columns, fillvalue=""))
    if rows:
        yield Said(f"{vote.id}/names/table", "table", "", (header, *rows))


def _names(people: Sequence[str], context: Context) -> str:
    style, lists = context.style.room.motions, context.style.lists
    if not style.by_group:
        return listed(
            [name_of(p, context, _form(context)) for p in people], lists.separator, lists.last
        )
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(_group(person, context), []).append(
            name_of(person, context, _form(context))
        )
    return "; ".join(_group_words(group, names, context) for group, names in groups.items())


def _group_words(group: str, names: list[str], context: Context) -> str:
    """ "Labour: Mr Pell and Ms Orme"; the names alone of those who are in no group."""
    lists = context.style.lists
    listed_names = listed(names, lists.separator, lists.last)
    if not group:
        return listed_names
    values = {"group": group, "names": listed_names, "count": str(len(names))}
    return filled(context.style.room.motions.by_group, values)


def _form(context: Context) -> str:
    style = context.style.room.motions
    return style.voters or style.names


def _group(person: str, context: Context) -> str:
    member, known = context.members.get(person), context.people.get(person)
    return (member.group if member else "") or (known.group if known else "")

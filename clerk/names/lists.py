"""People in a run-in list: "Mr A Oak (Chairman), Councillors Ash, Elm and Mrs Fir"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from clerk.names.brackets import blot_brackets, without_brackets
from clerk.names.name import (
    VACANCY,
    Name,
    full,
    is_initials,
    is_name,
    is_vacancy,
    parse_name,
    spaced,
    split_title,
)
from clerk.names.words import (
    BODY,
    CIVIC,
    HONOUR,
    LETTER,
    PARTICLES,
    PLURAL_TITLE,
    POST,
    POST_START,
    RANK,
    SINGULAR,
    SURE_TITLE,
    TITLE_WORD,
)
from clerk.patterns import LatePattern


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One person of a run-in list: `words` is `text[start:end]`, with whatever brackets follow."""

    words: str
    start: int
    end: int
    bracket: str
    """What the outermost brackets hold, or the post printed without any; "" if neither."""
    name: Name
    separator: str
    """All that stands between this piece and the next, as printed; "" after the last."""
    doubt: str = ""
    """What was uncertain, as a sentence; empty where nothing was."""


def split_people(text: str) -> tuple[Piece, ...]:
    """The people of a run-in list, in order.

    Honours after a comma stay with their name; a title or initials after a name begin the next
    person even where the comma is missing, which is a doubt; "Councillors" governs the names that
    follow it. `text[:first.start]`, each piece's words and separator, and what is left after the
    last (a full stop) make up the text again. Never raises.
    """
    masked = blot_brackets(text)
    joined = _honours_joined(masked, _segments(masked))
    spans = [part for span in joined for part in _split_where_comma_is_missing(text, masked, span)]
    people = _people(masked, spans)
    untils = [person.start for person in people[1:]] + [person.end for person in people[-1:]]
    return tuple(
        _piece(text, masked, person, until) for person, until in zip(people, untils, strict=True)
    )


_VACANCY = LatePattern(r"\W*(?:(?:\d+|a|one|two|three|four|five)\s+)?vacan(?:cy|cies|t)\b", re.I)

_JOINERS = r"(?:and|&|a/and)"
_SEPARATOR = LatePattern(
    rf"\s*[,;](?:\s*{_JOINERS}(?=\s))?\s*|\s+{_JOINERS}\s+|\s*\n\s*"
    # A new group: ". Church Representatives: ", or a full stop after a word or a bracket.
    r"|(?<=[a-z)\]\x00]{2})\.\s+(?:[A-Z][^,;:.()]{2,60}:\s*)?(?=[A-Z])"
)
_ABBREVIATED = LatePattern(rf"\b(?:{SURE_TITLE}|{RANK}|Cllrs|Clrs|Messrs|St|Jnr|Snr)$", re.I)
_TWO_WITH_INITIALS = LatePattern(
    rf"(?:{SURE_TITLE}\s+)*(?:[A-Z]\.?\s?){{1,4}}\s?[A-Z][^\W\d_][\w'’-]*\s+"
    r"(?=(?:[A-Z]\.?\s){1,4}\s?[A-Z][\w'’-]*[a-z])"
)
_BEHIND_A_BRACKET = LatePattern(r"\0\s+(?=[A-Z])")
_NEW_TITLE = LatePattern(
    rf"(?<=\s)(?:{SURE_TITLE}|Lord(?=\s\w+-)|Councillors|Cllrs|Messrs)\b\.?(?=\s)"
)


class _Span(NamedTuple):
    """A stretch of a list between two separators."""

    start: int
    end: int
    doubt: str = ""


class _Found(NamedTuple):
    """A person in a list: the name ends at `name_end`, a post printed after a comma at `end`."""

    start: int
    name_end: int
    end: int
    governing: str
    """The singular of the plural title that governs the name; "" if none does."""
    doubt: str


def _segments(masked: str) -> Iterator[_Span]:
    """What stands between the separators, trimmed; "Mr and Mrs Oak" is one."""
    start = 0
    for found in _SEPARATOR.finditer(masked):
        before = masked[start : found.start()].strip()
        if found[0].lstrip().startswith(".") and _ABBREVIATED.search(before):
            continue
        if before and all(TITLE_WORD.fullmatch(word) for word in before.split()):
            continue
        yield from _trimmed(masked, start, found.start())
        start = found.end()
    yield from _trimmed(masked, start, len(masked))


def _trimmed(masked: str, start: int, end: int, doubt: str = "") -> Iterator[_Span]:
    """The span without white space and without the full stop that ends a list; none if blank."""
    part = masked[start:end]
    start += len(part) - len(part.lstrip())
    end = start + len(part.strip())
    if masked[:end].endswith(".") and not masked[end:].strip() and _ends_a_sentence(masked[:end]):
        end = start + len(masked[start : end - 1].rstrip())
    if end > start:
        yield _Span(start, end, doubt)


def _ends_a_sentence(words: str) -> bool:
    """Whether the last full stop is a sentence's rather than an initial's or an abbreviation's."""
    return not re.search(r"(?:^|[\s.])(?:[A-Z]|Jr|Jnr|Snr|Sr)\.$", words)


def _honours_joined(masked: str, spans: Iterator[_Span]) -> list[_Span]:
    """Spans with those that are nothing but honours joined to the name before them."""
    joined: list[_Span] = []
    for span in spans:
        words = masked[span.start : span.end].replace("\0", "").split()
        if joined and words and all(HONOUR.fullmatch(word) for word in words):
            joined[-1] = _Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _split_where_comma_is_missing(text: str, masked: str, span: _Span) -> Iterator[_Span]:
    """The span, or its parts where several people stand in it, with a doubt from the second on."""
    start, doubt = span.start, ""
    while (at := _next_person(masked, start, span.end)) is not None:
        yield from _trimmed(masked, start, at, doubt)
        first = " ".join(text[start:at].split())
        after = " ".join(text[at : span.end].split())
        doubt = f"No comma stands between “{first}” and “{after}”; they were read as two people."
        start = at
    yield from _trimmed(masked, start, span.end, doubt)


def _next_person(masked: str, start: int, end: int) -> int | None:
    """Where in the span another person begins; None if nowhere."""
    part = masked[start:end]
    plural = PLURAL_TITLE.match(part)
    skipped = plural.end() if plural else 0
    for found in _NEW_TITLE.finditer(part, skipped):
        before = part[skipped : found.start()].split()
        named = before and not all(TITLE_WORD.fullmatch(word) for word in before)
        if named and not (before[-1].islower() and before[-1].isalpha()):
            return start + found.start()
    after = _BEHIND_A_BRACKET.search(part, skipped)
    if after and not HONOUR.fullmatch(part[after.end() :].split()[0].rstrip(",\0")):
        return start + after.end()
    run_on = _TWO_WITH_INITIALS.match(part, skipped)
    return start + run_on.end() if run_on else None


def _people(masked: str, spans: list[_Span]) -> list[_Found]:
    """The spans as people: governed by a plural title or not, with posts that follow a comma."""
    people: list[_Found] = []
    governing = ""
    for at, span in enumerate(spans):
        words = masked[span.start : span.end]
        after = masked[spans[at + 1].start : spans[at + 1].end] if at + 1 < len(spans) else ""
        before = masked[spans[at - 1].end : span.start] if at else ""
        plural = PLURAL_TITLE.match(words)
        start = span.start
        if plural and plural.end() < len(words):
            governing, start = _singular(plural["title"]), start + plural.end()
        elif people and _is_post(words, after, masked, people[-1]):
            people[-1] = people[-1]._replace(end=span.end)
            continue
        elif _ends_the_group(words, before, governing):
            governing = ""
        people.append(_Found(start, span.end, span.end, governing, span.doubt))
    return people


def _singular(plural: str) -> str:
    *body, last = plural.split()
    return " ".join([*body, SINGULAR[last.casefold()]])


def _ends_the_group(words: str, before: str, governing: str) -> bool:
    """Whether a title of their own takes these words out of the group of a plural title."""
    title = split_title(words.split())[0]
    if not title:
        return False
    civic = re.match(rf"(?:{BODY}|{CIVIC})\b", title, re.I)
    return bool(civic) or ";" in before or "." in before or governing in {"Mr", "Mrs", "Dr", "Miss"}


def _is_post(words: str, after: str, masked: str, person: _Found) -> bool:
    """Whether words between commas are the post of the person before, or more of that post."""
    plain = " ".join(words.replace("\0", " ").split())
    if not plain or split_title(plain.split())[0] or _VACANCY.match(plain):
        return False
    name = masked[person.start : person.name_end].replace("\0", " ")
    tail = _tail(name)
    if not (person.governing or is_name(name[: len(name) - tail])):
        return False
    if _is_post_words(plain):
        return True
    if person.end == person.name_end and not POST.search(name[len(name) - tail :]):
        return False
    has_initials = is_initials(parse_name(plain).given)
    return not (is_name(plain) and (has_initials or _is_post_words(after)))


def _is_post_words(words: str) -> bool:
    """Whether the words name a post: a word posts are made of, and no name's shape."""
    return bool(POST.search(words)) and not (is_name(words) or _is_initialled(words))


def _is_initialled(words: str) -> bool:
    """ "R Head", "D. Leader": initials before a surname that is also a word of posts."""
    return bool(re.fullmatch(rf"(?:[A-Z]\.?\s?)+\s{LETTER}[\w'’-]+", words.strip()))


def _piece(text: str, masked: str, person: _Found, until: int) -> Piece:
    """The person as a piece whose separator ends at `until`."""
    words = text[person.start : person.end]
    own = text[person.start : person.name_end]
    tail = _tail(masked[person.start : person.name_end])
    name = _named(own[: len(own) - tail], person.governing)
    if _is_no_person(name, own, tail):
        name, tail = Name(surname=" ".join(without_brackets(own).split())), 0
    bracket = _bracket(words, masked[person.start : person.end])
    post = words[len(own) - tail :].strip(" -–—:,;")
    return Piece(
        words=words,
        start=person.start,
        end=person.end,
        bracket=bracket or post,
        name=name,
        separator=text[person.end : until],
        doubt=" ".join(_doubts(words, name, person, "" if bracket else post)),
    )


def _is_no_person(name: Name, own: str, tail: int) -> bool:
    """Whether the words are a post alone: "Clerk to the Council"."""
    if name.title or is_vacancy(name) or is_name(own[: len(own) - tail]):
        return False
    return _is_post_words(without_brackets(own))


def _tail(masked: str) -> int:
    """How many characters at the end are a post or a note without brackets; 0 if none."""
    tokens = list(re.finditer(r"\S+", masked))
    first = len(split_title(masked.split())[0].split())
    named = False
    for token in tokens[first:]:
        word = token[0]
        note = word in {"-", "–", "—"} or (word.islower() and word not in PARTICLES)
        if named and "\0" not in word and (note or POST_START.match(masked, token.start())):
            return len(masked) - token.start()
        named = named or len(word.rstrip(".,")) > 1
    return 0


def _named(words: str, governing: str) -> Name:
    """The name, with the title that governs it."""
    vacancy = _VACANCY.match(words.strip())
    if vacancy:
        return Name(surname=VACANCY)
    name = parse_name(words)
    if not governing:
        return name
    if governing in {"Mr", "Mrs", "Dr", "Miss"} and name.title:
        return name
    return msgspec.structs.replace(name, title=spaced(governing, name.title))


def _bracket(words: str, masked: str) -> str:
    """What the outermost brackets hold, "; " between two of them."""
    held = (words[found.start() : found.end()] for found in re.finditer(r"\0+", masked))
    return "; ".join(one[1:-1] if one[-1] in ")]" else one[1:] for one in held)


def _doubts(words: str, name: Name, person: _Found, post: str) -> Iterator[str]:
    if person.doubt:
        yield person.doubt
    if is_vacancy(name):
        if not re.match(r"\W*(?:(?:1|one|a)\s+)?vacan(?:cy|t)\b", words, re.I):
            yield f"“{words}” may stand for more than one vacancy."
        return
    if post:
        yield f"“{post}” stands without brackets; it was read as what {full(name)} is."
    if person.governing and name.title.endswith(" Mr"):
        yield f"“{words}” was read as one of the councillors before it."
    if words.count("(") != words.count(")"):
        yield f"A bracket in “{words}” is not closed."
    if not (name.title or is_name(spaced(name.given, name.surname))):
        yield f"“{words}” may not be a person's name."

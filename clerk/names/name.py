"""A person's name in its parts, and the forms it is printed in."""

import re
import unicodedata

import msgspec

from clerk.errors import InputError
from clerk.names.brackets import without_brackets
from clerk.names.words import (
    AFTER_SURNAME,
    CAPITAL_PARTICLES,
    HONOUR,
    LETTER,
    NOT_NAMES,
    PAIRED,
    PARTICLES,
    PLURAL_TITLE,
    POST,
    STYLE_OF_RESPECT,
    SURE_HONOUR,
    TITLE_WORD,
)
from clerk.patterns import LatePattern


class Name(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name in its parts, in name case: "Mr" "J A" "Pell" ("MBE",).

    `given` holds initials ("J A") or forenames ("Mike") as the paper prints them; empty in a bare
    surname. `title` is empty where none was printed.
    """

    surname: str
    title: str = ""
    given: str = ""
    honours: tuple[str, ...] = ()


def parse_name(words: str) -> Name:
    """The parts of one person's name; round brackets behind it are left out.

    Anything that is not blank gives a name: what cannot be told apart stands as the surname.
    Capitals are put in name case only where the whole name is in capitals. Raises InputError for
    blank words.
    """
    kept = " ".join(without_brackets(words, "(").split()) or " ".join(words.split())
    if not kept:
        raise InputError("A name cannot be blank; type at least a surname.")
    body, honours = _honours_off(_in_name_case(kept))
    title, rest = split_title(body.split())
    given, surname = _given_and_surname(rest, titled=bool(title))
    return Name(surname=surname, title=title, given=given, honours=honours)


def full(name: Name) -> str:
    """ "Mr J A Pell, MBE"."""
    return ", ".join([spaced(name.title, name.given, name.surname), *name.honours])


def short(name: Name, *, initials: bool = False) -> str:
    """ "Mr Pell"; with `initials`, "Mr J A Pell", for where two people share a surname.

    A knight or dame is "Sir John"; someone printed without a title keeps their forenames.
    """
    title = STYLE_OF_RESPECT.sub("", name.title)
    knighted = title.split()[-1:] in (["Sir"], ["Dame"])
    if knighted and name.given and not (initials or is_initials(name.given)):
        return spaced(title, name.given.split()[0])
    if initials or knighted or not title:
        return spaced(title, name.given, name.surname)
    return spaced(title, name.surname)


def sort_form(name: Name) -> str:
    """ "Pell J A"."""
    return spaced(name.surname, name.given)


def initials(name: Name) -> str:
    """ "JAP"; both letters of a double surname, none for a particle in small letters."""
    parts = re.split(r"[\s.\-]+", name.given)
    given = "".join(part if is_initials(part) else part[:1].upper() for part in parts)
    surname = [part[0] for part in re.split(r"[\s\-]+", name.surname) if part[:1].isupper()]
    return given + ("".join(surname) or name.surname[:1].upper())


def sort_key(name: Name) -> tuple[str, ...]:
    """Where the name stands in a list: surname, given, title, without accents or case.

    Particles in small letters are passed over ("de Vries" stands under V) and those with a capital
    count ("De Souza" under D), as English councils' printed lists have them.
    """
    words = name.surname.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    main = " ".join(words).replace("-", " ")
    return (_plain(main), _plain(name.given), _plain(name.surname), _plain(name.title))


def same_person(a: Name, b: Name) -> bool:
    """Whether title, given and surname are equal but for case, dots, spaces and apostrophes.

    Honours do not count: they come and go. "Cllr" and "Councillor" are two titles.
    """
    return all(
        _squeezed(x) == _squeezed(y)
        for x, y in ((a.title, b.title), (a.given, b.given), (a.surname, b.surname))
    )


def is_vacancy(name: Name) -> bool:
    """Whether a list printed "Vacancy" in place of a name."""
    return name == Name(surname=VACANCY)


def is_name(words: str) -> bool:
    """Whether these words could be one person's name; in doubt, no.

    A title and one word will do; without a title it takes initials or forenames too, and no word
    that headings, posts or places are made of. Brackets behind the name are allowed.
    """
    kept = without_brackets(words).strip()
    if not kept or len(kept) > _LONGEST or "\n" in kept or "\t" in kept:
        return False
    name = parse_name(kept)
    if "," in kept and not name.honours:
        return False
    tokens = [*name.given.split(), *name.surname.split()]
    if PLURAL_TITLE.match(kept) or len(tokens) > 6 or not _are_name_words(tokens):
        return False
    if not all(HONOUR.fullmatch(honour) for honour in name.honours):
        return False
    if name.title and all(is_initials(word) for word in name.given.split()):
        return True
    if any(_plain(word) in NOT_NAMES for word in tokens):
        return False
    return bool(name.title) or (bool(name.given) and len(tokens) <= _MOST_UNTITLED_WORDS)


VACANCY = "Vacancy"
"""The surname of a vacancy's name: see `is_vacancy`."""

_LONGEST = 80
"""Characters of a name that `is_name` still believes."""
_MOST_UNTITLED_WORDS = 5
_NAME_WORD = LatePattern(rf"['’]?{LETTER}+(?:(?:\.-?|[-'’]){LETTER}+)*\.?")
_INITIALS = LatePattern(r"(?:[A-Z]\.?[\s-]?){1,5}")


def _are_name_words(words: list[str]) -> bool:
    """Whether each word has a name's letters, and a capital unless it is a particle."""
    return all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word in PARTICLES or word[0] in "'’")
        for word in words
    ) and any(word[0].isupper() for word in words)


def spaced(*parts: str) -> str:
    """The parts that are not empty, a space between them."""
    return " ".join(part for part in parts if part)


def _plain(words: str) -> str:
    """Without accents, apostrophes, dots or case."""
    apart = unicodedata.normalize("NFKD", words)
    kept = "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’‘`.")
    return kept.casefold()


def _squeezed(words: str) -> str:
    return re.sub(r"[\s.'’‘`]+", "", unicodedata.normalize("NFC", words).casefold())


def is_initials(words: str) -> bool:
    """Whether the words are initials alone: "J A", "J.A.", "JA"."""
    return bool(_INITIALS.fullmatch(words)) and (len(words) <= 3 or not words.isalpha())


def _in_name_case(words: str) -> str:
    """A name wholly in capitals in name case; any other as it is.

    Two bare letters ("DF") stay: they are initials.
    """
    body, comma, honours = words.partition(",")
    longest = max((len(word) for word in re.split(r"[\W\d_]+", body)), default=0)
    if body != body.upper() or longest < 2 or (longest == 2 and " " not in body):
        return words
    tokens = [_word_in_name_case(word, at) for at, word in enumerate(body.split())]
    return " ".join(tokens) + comma + honours


def _word_in_name_case(word: str, at: int) -> str:
    if SURE_HONOUR.fullmatch(word) and at:
        return word
    if at and word.casefold() in PARTICLES - {"st", "mc", "mac", "fitz", "ap", "ab", "y"}:
        return word.lower()
    cased = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return re.sub(
        rf"(\bMc|\b[ODM]['’])({LETTER})", lambda found: found[1] + found[2].upper(), cased
    )


def _honours_off(words: str) -> tuple[str, tuple[str, ...]]:
    """The name and its honours: all that follows a comma, and known letters without one.

    "Pell, J A", surname first, is turned round.
    """
    body, *rest = [part.strip() for part in words.split(",")]
    honours = [part for part in rest if part]
    if not body:
        return (honours[0], tuple(honours[1:])) if honours else (words, ())
    if len(honours) == 1 and _is_given(honours[0]) and len(split_title(body.split())[1]) == 1:
        title, given = split_title(honours[0].split())
        return spaced(title, " ".join(given), body), ()
    tokens, letters = body.split(), list[str]()
    while len(tokens) > 2 and SURE_HONOUR.fullmatch(tokens[-1].rstrip(",")):
        letters.insert(0, tokens.pop())
    return " ".join(tokens), (*letters, *honours)


def _is_given(words: str) -> bool:
    """Whether what follows a surname and a comma is its initials or one forename."""
    given = split_title(words.split())[1]
    if HONOUR.fullmatch(words) or not given:
        return False
    rest = " ".join(given)
    return is_initials(rest) or (len(given) <= 2 and not POST.search(rest) and rest.istitle())


def split_title(tokens: list[str]) -> tuple[str, list[str]]:
    """The title's words as printed, and the rest, which is never empty: "Mr Major", "Mrs Lord"."""
    at = 1 if len(tokens) > 2 and tokens[0] == "The" and TITLE_WORD.fullmatch(tokens[1]) else 0
    while at < len(tokens) - 1 and _is_title_at(tokens, at):
        at += 1
    return " ".join(token.rstrip(":") for token in tokens[:at]), tokens[at:]


def _is_title_at(tokens: list[str], at: int) -> bool:
    word = tokens[at].rstrip(":")
    plain = _plain(word)
    after = PAIRED.get(plain)
    if after is not None:
        return _plain(tokens[at + 1]) in after
    if plain == "leader":
        return at > 0 and _plain(tokens[at - 1]) == "squadron"
    if plain == "hon" and at == 0:
        return True
    return bool(TITLE_WORD.fullmatch(word)) and (word[:1].isupper() or word.islower())


def _given_and_surname(tokens: list[str], *, titled: bool) -> tuple[str, str]:
    """Initials or forenames, and the surname with its particles ("van der Berg", "St John")."""
    tokens = _initials_apart(tokens)
    end = len(tokens) - 1
    if end and AFTER_SURNAME.fullmatch(tokens[end]):
        end -= 1
    if "of" in tokens[1:end]:
        end = tokens.index("of", 1) - 1
    start = end
    while start and _is_particle(tokens, start - 1, titled=titled):
        start -= 1
    return " ".join(tokens[:start]), " ".join(tokens[start:])


def _initials_apart(tokens: list[str]) -> list[str]:
    """ "J.A.Pell" as "J.A." and "Pell"."""
    found = re.fullmatch(rf"((?:[A-Z]\.)+)({LETTER}{{2,}}.*)", tokens[0])
    return [found[1], found[2], *tokens[1:]] if found else tokens


def _is_particle(tokens: list[str], at: int, *, titled: bool) -> bool:
    word = tokens[at]
    if word.islower():
        return word.casefold() in PARTICLES
    # "Van Hale" without a title has a forename; "Mr Van Damme" and "J Van Damme" have none.
    return word in CAPITAL_PARTICLES and (titled or at > 0 or word != "Van")

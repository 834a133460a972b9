"""A person's name and its printed forms, and lists of people as councils print them.

Clerk reads names itself. `nameparser` (2.6) is right on most forms, but takes a bare surname for a
forename, "van" for one after "Cllr", and "County Councillor" for two; and the harder half, the
lists, it leaves to us.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from clerk.errors import InputError


class Name(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A name in its parts, in name case: "Mr" "J A" "Pell" ("MBE",).

    `given` holds initials ("J A") or forenames ("Mike") as the paper prints them; empty in a bare
    surname. `title` is empty where none was printed.
    """

    surname: str
    title: str = ""
    given: str = ""
    honours: tuple[str, ...] = ()


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


def parse_name(words: str) -> Name:
    """The parts of one person's name; brackets behind it are left out.

    Anything that is not blank gives a name: what cannot be told apart stands as the surname.
    Capitals are put in name case only where the whole name is in capitals. Raises InputError for
    blank words.
    """
    kept = " ".join(_without_brackets(words).split()) or " ".join(words.split())
    if not kept:
        raise InputError("A name cannot be blank; type at least a surname.")
    body, honours = _honours_off(_in_name_case(kept))
    title, rest = _title_off(body.split())
    given, surname = _given_and_surname(rest, titled=bool(title))
    return Name(surname=surname, title=title, given=given, honours=honours)


def full(name: Name) -> str:
    """ "Mr J A Pell, MBE"."""
    return ", ".join([_joined(name.title, name.given, name.surname), *name.honours])


def short(name: Name, *, initials: bool = False) -> str:
    """ "Mr Pell"; with `initials`, "Mr J A Pell", for where two people share a surname.

    A knight or dame is "Sir John"; someone printed without a title keeps their forenames.
    """
    title = _STYLE_OF_RESPECT.sub("", name.title)
    knighted = title.split()[-1:] in (["Sir"], ["Dame"])
    if knighted and name.given and not (initials or _is_initials(name.given)):
        return _joined(title, name.given.split()[0])
    if initials or knighted or not title:
        return _joined(title, name.given, name.surname)
    return _joined(title, name.surname)


def sort_form(name: Name) -> str:
    """ "Pell J A"."""
    return _joined(name.surname, name.given)


def initials(name: Name) -> str:
    """ "JAP"; both letters of a double surname, none for a particle in small letters."""
    parts = re.split(r"[\s.\-]+", name.given)
    given = "".join(part if _is_initials(part) else part[:1].upper() for part in parts)
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
    kept = _without_brackets(words).strip()
    if not kept or len(kept) > _LONGEST or "\n" in kept or "\t" in kept:
        return False
    name = parse_name(kept)
    if "," in kept and not name.honours:
        return False
    tokens = [*name.given.split(), *name.surname.split()]
    if _PLURAL_TITLE.match(kept) or len(tokens) > 6 or not _are_name_words(tokens):
        return False
    if not all(_HONOUR.fullmatch(honour) for honour in name.honours):
        return False
    if name.title and all(_is_initials(word) for word in name.given.split()):
        return True
    if any(_plain(word) in _NOT_NAMES for word in tokens):
        return False
    return bool(name.title) or (bool(name.given) and len(tokens) <= _MOST_UNTITLED_WORDS)


def split_people(text: str) -> tuple[Piece, ...]:
    """The people of a run-in list, in order.

    Honours after a comma stay with their name; a title or initials after a name begin the next
    person even where the comma is missing, which is a doubt; "Councillors" governs the names that
    follow it. `text[:first.start]`, each piece's words and separator, and what is left after the
    last (a full stop) make up the text again. Never raises.
    """
    masked = _masked(text)
    joined = _honours_joined(masked, _segments(masked))
    spans = [part for span in joined for part in _split_where_comma_is_missing(text, masked, span)]
    people = _people(masked, spans)
    untils = [person.start for person in people[1:]] + [person.end for person in people[-1:]]
    return tuple(
        _piece(text, masked, person, until) for person, until in zip(people, untils, strict=True)
    )


def _words(line: str) -> list[str]:
    """The words of a table below, kept in lines that can be read."""
    return line.split()


VACANCY = "Vacancy"
"""The surname of a vacancy's name: see `is_vacancy`."""

_LONGEST = 80
"""Characters of a name that `is_name` still believes."""
_MOST_UNTITLED_WORDS = 5

_MARITAL = r"Mr|Mrs|Miss|Ms|Mx|Mme|Mlle"
_CIVIC = r"Cllr|Clr|Councillor|Cyng|Cynghorydd|Ald|Alderman|Alderwoman"
_LEARNED = r"Dr|Doctor|Prof|Professor|Rev|Revd|Reverend|Sir|Dame"
_SURE_TITLE = rf"(?:{_MARITAL}|{_CIVIC}|{_LEARNED})"
"""Titles that are hardly ever a surname, so that one after a name begins another person."""

_RANK = (
    r"Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|Countess|Hon|Honourable|Rt|Right|Canon|"
    r"Father|Fr|Bishop|Archdeacon|Rabbi|Imam|Pastor|Sister|Brother|Judge|HHJ|Justice|Chief|Acting|"
    r"Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|PC|PS|DCI|Captain|Capt|Major|Maj|"
    r"Colonel|Col|Lieutenant|Lt|Brigadier|General|Commander|Cdr|Wing|Squadron|Group|Commodore|"
    r"Admiral|Mayor|Provost|Bailie|Vice|Very|Most|Venerable|Ven|Madam"
)
_BODY = r"County|Borough|District|City|Town|Parish|Community|Lord|Deputy|Honorary|Hon"
_TITLE_WORD = re.compile(rf"(?:{_SURE_TITLE}|{_RANK}|County|Borough|District|Parish)\.?", re.I)
_NEVER_ALONE = {"right", "rt", "chief", "acting", "wing", "squadron", "group", "vice", "very"}
_NEVER_ALONE |= {"most", "county", "borough", "district", "parish"}
_PAIRED = {
    "rt": {"hon", "rev", "revd", "reverend"},
    "right": {"hon", "honourable", "rev", "revd", "reverend"},
    "chief": {"inspector", "insp", "superintendent", "supt", "constable"},
    "acting": {"inspector", "chief", "sergeant", "superintendent"},
    "wing": {"commander", "cdr"},
    "squadron": {"leader"},
    "group": {"captain", "capt"},
    "vice": {"admiral"},
    "very": {"rev", "revd", "reverend"},
    "most": {"rev", "revd", "reverend"},
    "county": {"councillor", "cllr", "alderman"},
    "borough": {"councillor", "cllr"},
    "district": {"councillor", "cllr"},
    "parish": {"councillor", "cllr"},
}
_STYLE_OF_RESPECT = re.compile(r"^(?:The )?(?:Rt\.?|Right) Hon(?:\.|ourable)? (?=\w)")

_PLURAL_TITLE = re.compile(
    r"(?:Cyng\.?\s*/\s*)?(?P<title>(?:(?:County|Borough|District|City|Town|Parish|Community)\s+)?"
    r"(?:Councillors|Cllrs|Clrs|Aldermen)|Messrs|Drs|Misses|Mesdames)\b\.?\s*:?-?\s*",
    re.I,
)
_SINGULAR = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "clrs": "Clr",
    "aldermen": "Alderman",
    "messrs": "Mr",
    "drs": "Dr",
    "misses": "Miss",
    "mesdames": "Mrs",
}

_KNOWN_HONOURS = _words(
    "KG KT LG LT GCB KCB DCB CB OM GCMG KCMG DCMG CMG GCVO KCVO DCVO CVO LVO MVO GBE KBE DBE CBE "
    "OBE MBE BEM RVM CH VC GC DSO DSC MC DFC AFC DCM CGC QPM KPM QFSM KFSM QAM QVRM TD VR RD VRD "
    "CD JP DL VL MP MEP MSP MLA MS AM KC QC PC SC ED Bt Bart Esq KStJ OStJ CStJ MStJ DStJ FRS FBA "
    "FRSA FRICS MRICS FCA ACA FCCA FCMA CPFA FCIS ACIS MRTPI FRTPI FRIBA RIBA FCIH FRCS FRCP FRCGP "
    "FRGS FLS PhD DPhil MPhil MA BA BSc MSc BEd MEd MBA LLB LLM BCL DBA MD MBBS MBChB RGN RN Rtd"
)
_HONOUR = re.compile(
    r"(?:" + "|".join(_KNOWN_HONOURS) + r"|(?:[A-Z]\.){2,5}|[A-Z]{3,6})(?:\s?\(\w+\))?\.?"
)
_SURE_HONOUR = re.compile(r"(?:" + "|".join(_KNOWN_HONOURS) + r"|[MOCDK]\.?B\.?E\.|J\.P\.|D\.L\.)")

_PARTICLES = set(
    _words(
        "van der den de la le les du des von zu zur zum del della dela di da das do dos ten ter te "
        "af av 't t st ap ab ferch bin ibn binti al el ul of y mac mc fitz"
    )
)
_CAPITAL_PARTICLES = {"Van", "Von", "De", "Du", "La", "Le", "Del", "Des", "Dos", "Den", "Der"}
_CAPITAL_PARTICLES |= {"Ter", "Ten", "St", "St.", "Ste", "Mac", "Mc", "Fitz", "O", "Ap", "Ab"}
_AFTER_SURNAME = re.compile(r"(?:Jnr|Jr|Snr|Sr|Junior|Senior|II|III|IV)\.?")

_LETTER = r"[^\W\d_]"
_NAME_WORD = re.compile(rf"['’]?{_LETTER}+(?:(?:\.-?|[-'’]){_LETTER}+)*\.?")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,5}")
_POST = re.compile(
    r"\b(?:Director|Officer|Clerk|Head|Manager|Chief|Executive|Solicitor|Secretary|Treasurer|"
    r"Leader|Member|Councillor|Chairman|Chair|Chairperson|Vice|Deputy|Assistant|Principal|Senior|"
    r"Lead|Adviser|Advisor|Auditor|Accountant|Engineer|Planner|Surveyor|Co-?ordinator|Inspector|"
    r"Representative|Rep|Services?|Team|Partner|Registrar|Governor|Headteacher|Headmaster|Headmistress|Consultant|"
    r"Supervisor|Administrator|Monitoring|Corporate|Democratic|Committee|Legal|Portfolio|Ward|"
    r"Mayor|Trainee|Interim|Acting|Analyst|Specialist|Strategic|Finance|Police|Support|Convener)\b",
    re.I,
)

_NOT_NAMES = set(
    _words(
        "absent academies academy accepted access accounts acquisition act adjournment "
        "admissions adult adults agency agenda agreed also and announcement announcements "
        "annual any apologies apology appendix appointment appointments approved april archive "
        "area areas assessments attendance audit august authority award background board budget "
        "building bus business cabinet capital care centre chair chairman chairperson chamber "
        "cheques chief children childrens city clerk closure commissioning committee "
        "communications communities community confidential conservative consultation "
        "consultations contract contracts core corporate correspondence costs council "
        "councillors county crime customer customers data date dates december decision "
        "decisions declaration declarations democratic department deputation deputations deputy "
        "details development director disability disposal district economic education election "
        "emergency environment exclusion executive exempt external february finance flood for "
        "forum forward framework friday fund future general given governance government "
        "governors group guidance health highways human independent information interest "
        "interests internal introduction investment issue issues item items january july june "
        "key labour lead leader learners learning lease legal liberal libraries library local "
        "management manager matters meeting meetings member members membership mental minute "
        "minute-taker minutes monday monitoring motion national needs new next nil none noted "
        "notes november october of officer officers older open options other outturn overview "
        "panel parenting parish part partnership partnerships party payments pension pensions "
        "people performance petition petitions places plan planning plans please police policy "
        "present previous private procurement programme programmes project projects property "
        "proposals proposed public quarterly question questions ratings reason received "
        "recommendation record reference regeneration regional remarks report reports "
        "representative representatives rescue resolved resources response revenue review "
        "rights risk road room safety saturday savings school scrutiny secretary section sector "
        "select september service services skills social special staff standards strategic "
        "strategy structure subject subsidy substitute substitutes summary sunday support task "
        "team technology terms the themes this thursday to total town trading transformation "
        "transport treasury tuesday unrestricted update updates urgent vacancy venue verbal "
        "vice-chair vice-chairman village visitors waste water webcast webcasting wednesday "
        "wellbeing with work youth "
    )
)

_POST_START = re.compile(
    rf"(?:(?:Town|Parish|Borough|County|District|City|Group|Service)\s+)?{_POST.pattern}"
    rf"(?=.*\b(?:of|for|to)\b|.+{_POST.pattern})",
    re.I,
)
"""The first word of a post that stands right behind a name: "Head of …", "Deputy Parish Clerk"."""

_VACANCY = re.compile(r"\W*(?:(?:\d+|a|one|two|three|four|five)\s+)?vacan(?:cy|cies|t)\b", re.I)

_JOINERS = r"(?:and|&|a/and)"
_SEPARATOR = re.compile(
    rf"\s*[,;](?:\s*{_JOINERS}(?=\s))?\s*|\s+{_JOINERS}\s+|\s*\n\s*"
    # A new group: ". Church Representatives: ", or a full stop after a word or a bracket.
    r"|(?<=[a-z)\]\x00]{2})\.\s+(?:[A-Z][^,;:.()]{2,60}:\s*)?(?=[A-Z])"
)
_COMMA_AND_TITLE = re.compile(rf",\s+(?={_SURE_TITLE}\b)")
_ABBREVIATED = re.compile(rf"\b(?:{_SURE_TITLE}|{_RANK}|Cllrs|Clrs|Messrs|St|Jnr|Snr)$", re.I)
_TWO_WITH_INITIALS = re.compile(
    rf"(?:{_SURE_TITLE}\s+)*(?:[A-Z]\.?\s?){{1,4}}\s?[A-Z][^\W\d_][\w'’-]*\s+"
    r"(?=(?:[A-Z]\.?\s){1,4}\s?[A-Z][\w'’-]*[a-z])"
)
_NEW_TITLE = re.compile(
    rf"(?<=\s)(?:{_SURE_TITLE}|Lord(?=\s\w+-)|Councillors|Cllrs|Messrs)\b\.?(?=\s)"
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


def _are_name_words(words: list[str]) -> bool:
    """Whether each word has a name's letters, and a capital unless it is a particle."""
    return all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES or word[0] in "'’")
        for word in words
    ) and any(word[0].isupper() for word in words)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _plain(words: str) -> str:
    """Without accents, apostrophes, dots or case."""
    apart = unicodedata.normalize("NFKD", words)
    kept = "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’‘`.")
    return kept.casefold()


def _squeezed(words: str) -> str:
    return re.sub(r"[\s.'’‘`]+", "", unicodedata.normalize("NFC", words).casefold())


def _is_initials(words: str) -> bool:
    return bool(_INITIALS.fullmatch(words)) and (len(words) <= 3 or not words.isalpha())


def _masked(text: str) -> str:
    """The text with all that stands in brackets blotted out by NULs, its length unchanged.

    A bracket that never closes ends before the next comma with a title after it.
    """
    chars, closing = list(text), _closing(text)
    at = 0
    while at < len(text):
        if text[at] not in "([":
            at += 1
            continue
        stop = closing.get(at)
        if stop is None:
            title = _COMMA_AND_TITLE.search(text, at)
            stop = at + len(text[at : title.start() if title else None].rstrip())
        chars[at:stop] = "\0" * (stop - at)
        at = stop
    return "".join(chars)


def _closing(text: str) -> dict[int, int]:
    """For each bracket that closes, where the text goes on behind it."""
    opened: list[int] = []
    closing = {}
    for at, char in enumerate(text):
        if char in "([":
            opened.append(at)
        elif char in ")]" and opened:
            closing[opened.pop()] = at + 1
    return closing


def _without_brackets(words: str) -> str:
    """The words without the brackets that follow the name; a nickname inside it stays."""
    masked = _masked(words)
    for found in reversed(list(re.finditer(r"\s*\0+", masked))):
        if not re.match(r"\s*[^\s\0,;.]", masked[found.end() :]):
            words = words[: found.start()] + words[found.end() :]
            masked = masked[: found.start()] + masked[found.end() :]
    return words.strip().strip(",;").strip()


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
    if _SURE_HONOUR.fullmatch(word) and at:
        return word
    if at and word.casefold() in _PARTICLES - {"st", "mc", "mac", "fitz", "ap", "ab", "y"}:
        return word.lower()
    cased = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return re.sub(
        rf"(\bMc|\b[ODM]['’])({_LETTER})", lambda found: found[1] + found[2].upper(), cased
    )


def _honours_off(words: str) -> tuple[str, tuple[str, ...]]:
    """The name and its honours: all that follows a comma, and known letters without one.

    "Pell, J A", surname first, is turned round.
    """
    body, *rest = [part.strip() for part in words.split(",")]
    honours = [part for part in rest if part]
    if not body:
        return (honours[0], tuple(honours[1:])) if honours else (words, ())
    if len(honours) == 1 and _is_given(honours[0]) and len(_title_off(body.split())[1]) == 1:
        title, given = _title_off(honours[0].split())
        return _joined(title, " ".join(given), body), ()
    tokens, letters = body.split(), list[str]()
    while len(tokens) > 2 and _SURE_HONOUR.fullmatch(tokens[-1].rstrip(",")):
        letters.insert(0, tokens.pop())
    return " ".join(tokens), (*letters, *honours)


def _is_given(words: str) -> bool:
    """Whether what follows a surname and a comma is its initials or one forename."""
    given = _title_off(words.split())[1]
    if _HONOUR.fullmatch(words) or not given:
        return False
    rest = " ".join(given)
    return _is_initials(rest) or (len(given) <= 2 and not _POST.search(rest) and rest.istitle())


def _title_off(tokens: list[str]) -> tuple[str, list[str]]:
    """The title's words as printed, and the rest, which is never empty: "Mr Major", "Mrs Lord"."""
    at = 1 if len(tokens) > 2 and tokens[0] == "The" and _TITLE_WORD.fullmatch(tokens[1]) else 0
    while at < len(tokens) - 1 and _is_title_at(tokens, at):
        at += 1
    return " ".join(token.rstrip(":") for token in tokens[:at]), tokens[at:]


def _is_title_at(tokens: list[str], at: int) -> bool:
    word = tokens[at].rstrip(":")
    plain = _plain(word)
    after = _PAIRED.get(plain)
    if after is not None:
        return _plain(tokens[at + 1]) in after
    if plain == "leader":
        return at > 0 and _plain(tokens[at - 1]) == "squadron"
    if plain == "hon" and at == 0:
        return True
    return bool(_TITLE_WORD.fullmatch(word)) and (word[:1].isupper() or word.islower())


def _given_and_surname(tokens: list[str], *, titled: bool) -> tuple[str, str]:
    """Initials or forenames, and the surname with its particles ("van der Berg", "St John")."""
    tokens = _initials_apart(tokens)
    end = len(tokens) - 1
    if end and _AFTER_SURNAME.fullmatch(tokens[end]):
        end -= 1
    if "of" in tokens[1:end]:
        end = tokens.index("of", 1) - 1
    start = end
    while start and _is_particle(tokens, start - 1, titled=titled):
        start -= 1
    return " ".join(tokens[:start]), " ".join(tokens[start:])


def _initials_apart(tokens: list[str]) -> list[str]:
    """ "J.A.Pell" as "J.A." and "Pell"."""
    found = re.fullmatch(rf"((?:[A-Z]\.)+)({_LETTER}{{2,}}.*)", tokens[0])
    return [found[1], found[2], *tokens[1:]] if found else tokens


def _is_particle(tokens: list[str], at: int, *, titled: bool) -> bool:
    word = tokens[at]
    if word.islower():
        return word.casefold() in _PARTICLES
    # "Van Morrison" without a title has a forename; "Mr Van Damme" and "J Van Damme" have none.
    return word in _CAPITAL_PARTICLES and (titled or at > 0 or word != "Van")


def _segments(masked: str) -> Iterator[_Span]:
    """What stands between the separators, trimmed; "Mr and Mrs Smith" is one."""
    start = 0
    for found in _SEPARATOR.finditer(masked):
        before = masked[start : found.start()].strip()
        if found[0].lstrip().startswith(".") and _ABBREVIATED.search(before):
            continue
        if before and all(_TITLE_WORD.fullmatch(word) for word in before.split()):
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
        if joined and words and all(_HONOUR.fullmatch(word) for word in words):
            joined[-1] = _Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _split_where_comma_is_missing(text: str, masked: str, span: _Span) -> Iterator[_Span]:
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
    plural = _PLURAL_TITLE.match(part)
    skipped = plural.end() if plural else 0
    for found in _NEW_TITLE.finditer(part, skipped):
        before = part[skipped : found.start()].split()
        named = before and not all(_TITLE_WORD.fullmatch(word) for word in before)
        if named and not (before[-1].islower() and before[-1].isalpha()):
            return start + found.start()
    after = re.compile(r"\0\s+(?=[A-Z])").search(part, skipped)
    if after and not _HONOUR.fullmatch(part[after.end() :].split()[0].rstrip(",\0")):
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
        plural = _PLURAL_TITLE.match(words)
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
    return " ".join([*body, _SINGULAR[last.casefold()]])


def _ends_the_group(words: str, before: str, governing: str) -> bool:
    """Whether a title of their own takes these words out of the group of a plural title."""
    title = _title_off(words.split())[0]
    if not title:
        return False
    civic = re.match(rf"(?:{_BODY}|{_CIVIC})\b", title, re.I)
    return bool(civic) or ";" in before or "." in before or governing in {"Mr", "Mrs", "Dr", "Miss"}


def _is_post(words: str, after: str, masked: str, person: _Found) -> bool:
    """Whether words between commas are the post of the person before, or more of that post."""
    plain = " ".join(words.replace("\0", " ").split())
    if not plain or _title_off(plain.split())[0] or _VACANCY.match(plain):
        return False
    name = masked[person.start : person.name_end].replace("\0", " ")
    tail = _tail(name)
    if not (person.governing or is_name(name[: len(name) - tail])):
        return False
    if _is_post_words(plain):
        return True
    if person.end == person.name_end and not _POST.search(name[len(name) - tail :]):
        return False
    has_initials = _is_initials(parse_name(plain).given)
    return not (is_name(plain) and (has_initials or _is_post_words(after)))


def _is_post_words(words: str) -> bool:
    """Whether the words name a post: a word posts are made of, and no name's shape."""
    return bool(_POST.search(words)) and not (is_name(words) or _is_initialled(words))


def _is_initialled(words: str) -> bool:
    """ "R Head", "D. Leader": initials before a surname that is also a word of posts."""
    return bool(re.fullmatch(rf"(?:[A-Z]\.?\s?)+\s{_LETTER}[\w'’-]+", words.strip()))


def _piece(text: str, masked: str, person: _Found, until: int) -> Piece:
    """The person as a piece whose separator ends at `until`."""
    words = text[person.start : person.end]
    own = text[person.start : person.name_end]
    tail = _tail(masked[person.start : person.name_end])
    name = _named(own[: len(own) - tail], person.governing)
    if _is_no_person(name, own, tail):
        name, tail = Name(surname=" ".join(_without_brackets(own).split())), 0
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
    return _is_post_words(_without_brackets(own))


def _tail(masked: str) -> int:
    """How many characters at the end are a post or a note without brackets; 0 if none."""
    tokens = list(re.finditer(r"\S+", masked))
    first = len(_title_off(masked.split())[0].split())
    named = False
    for token in tokens[first:]:
        word = token[0]
        note = word in {"-", "–", "—"} or (word.islower() and word not in _PARTICLES)
        if named and "\0" not in word and (note or _POST_START.match(masked, token.start())):
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
    return msgspec.structs.replace(name, title=_joined(governing, name.title))


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
    if not (name.title or is_name(_joined(name.given, name.surname))):
        yield f"“{words}” may not be a person's name."

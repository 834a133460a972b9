"""The columns of a table of members, by their names; and what their cells say, in many forms."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from clerk.domain.people import PersonKind
from clerk.errors import InputError
from clerk.names import Name, full, parse_name
from clerk.names.name import is_initials, split_title
from clerk.names.words import HONOUR, SURE_HONOUR
from clerk.when import full_year, month_number, strict_date

_NAMES: Mapping[str, str] = {
    "name": "name fullname member membername councillor person officer",
    "title": "title prefix salutation style honorificprefix",
    "given": "initials forename forenames firstname firstnames given givenname givennames",
    "surname": "surname lastname familyname family",
    "honours": "honours honors letters postnominals suffix honorificsuffix",
    "group": "group party politicalgroup politicalparty category seat onbehalfof",
    "committee": "committee body organisation organization panel committeename",
    "role": "role office position roleoncommittee",
    "on": "from start startdate started appointed appointedon dateappointed dateofappointment "
    "since validfrom on effectivefrom begin begins",
    "until": "to end enddate ended until left lefton dateleft validto termends leavingdate",
    "kind": "kind type membertype",
    "post": "post jobtitle job",
    "ward": "ward division electoraldivision constituency wardordivision",
    "reason": "reason why note notes comment comments remarks",
    "source": "source minute minutenumber authority reference ref letter",
}
COLUMNS = {meaning: frozenset(names.split()) for meaning, names in _NAMES.items()}
"""What a column means, and the names it goes by, in small letters without spaces or marks."""

KINDS: Mapping[str, PersonKind] = {
    "member": "member",
    "councillor": "member",
    "elected": "member",
    "cooptedmember": "co-opted",
    "coopted": "co-opted",
    "officer": "officer",
    "other": "other",
    "guest": "other",
}


def columns_of(header: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where each column stands, and the names of those that mean nothing here.

    Raises InputError where two columns mean the same, or none holds a name.
    """
    found: dict[str, int] = {}
    unused = []
    for at, words in enumerate(header):
        meaning = next((m for m, names in COLUMNS.items() if _bare(words) in names), "")
        if not meaning:
            unused.append(words)
        elif meaning in found:
            raise InputError(
                f"The columns “{header[found[meaning]]}” and “{words}” both give the {meaning}. "
                "Leave one of them out."
            )
        else:
            found[meaning] = at
    if "name" not in found and "surname" not in found:
        named = ", ".join(f"“{words}”" for words in header if words) or "none"
        raise InputError(
            f"No column holds the names: call it Name or Surname. The columns are {named}."
        )
    return found, tuple(words for words in unused if words)


def read_name(cells: Mapping[str, str]) -> Name:
    """The name that a row gives, in one cell or several. Raises InputError where it is none.

    "Mr J A Kite MBE", "Kite, J A", "KITE, Mr J A, MBE", "Kite J A", or surname, initials, title and
    honours apart.
    """
    if cells.get("surname", "").strip():
        return _from_parts(cells)
    words = " ".join(cells.get("name", "").split())
    _refuse_hostile(words)
    return parse_name(_turned_round(words))


def read_day(words: str) -> dt.date:
    """The day in a cell, the day before the month. Raises InputError where it is none.

    "26/04/2012", "26.4.2012", "2012-04-26", "26-Apr-12", "26 April 2012", with a time behind it,
    or the number by which a spreadsheet keeps a day.
    """
    plain = _TIME_BEHIND.sub("", words.strip())
    day = strict_date(plain) or _short_month(plain) or _serial(plain)
    if day is not None:
        return day
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", plain)
    if found and int(found[2]) > 12 >= int(found[1]):
        raise InputError(
            f"“{plain[:40]}” has the month first; write it {found[2]}/{found[1]}/{found[3]}"
        )
    raise InputError(f"“{words[:40]}” is no date; write it like 26/04/2012 or 2012-04-26")


def read_kind(words: str) -> PersonKind:
    """ "member", "co-opted", "officer" or "other". Raises InputError."""
    kind = KINDS.get(_bare(words))
    if kind is None:
        raise InputError(f"“{words[:40]}” is none of member, co-opted, officer, other")
    return kind


_HOSTILE = re.compile(r"^[=+@]|^-(?=\S)|[=|<>{}\\^~\ufffd]|\d{3}|https?:")
_TIME_BEHIND = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?[AaPp][Mm])?$")
_LONGEST = 120
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 14_611, 73_050
"""1 January 1940 and 31 December 2099: other numbers are no days that a council would list."""


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _refuse_hostile(words: str) -> None:
    if not words:
        raise InputError("no name is given")
    if _HOSTILE.search(words) or not re.search(r"[^\W\d_]", words):
        raise InputError(f"“{words[:40]}” is no name of a person")
    if len(words) > _LONGEST:
        raise InputError(f"“{words[:40]}…” is too long for a name")
    if re.search(r"[()\[\]]", words):
        raise InputError(f"“{words[:60]}” has brackets: give what is in them its own column")


def _from_parts(cells: Mapping[str, str]) -> Name:
    surname = " ".join(cells["surname"].split())
    given = " ".join(cells.get("given", "").split())
    title = " ".join(cells.get("title", "").split())
    honours = " ".join(cells.get("honours", "").split())
    for words in filter(None, (surname, given, title, honours)):
        _refuse_hostile(words)
    letters = tuple(part for part in re.split(r"[,\s]+", honours) if part)
    return Name(surname=_cased(surname), title=title, given=given, honours=letters)


def _turned_round(words: str) -> str:
    """A name with its surname last: "Kite, Mr J A, MBE" as "Mr J A Kite, MBE"."""
    first, *rest = [part.strip() for part in words.split(",") if part.strip()]
    if rest and not HONOUR.fullmatch(rest[0]):
        title, given = split_title(rest[0].split())
        behind: list[str] = []
        while len(given) > 1 and SURE_HONOUR.fullmatch(given[-1]):
            behind.insert(0, given.pop())
        front = " ".join(part for part in (title, *given) if part)
        before, surname = split_title(first.split())
        turned = " ".join(part for part in (before, front, _cased(" ".join(surname))) if part)
        return ", ".join([turned, *behind, *rest[1:]])
    return ", ".join([_initials_first(first), *rest])


def _initials_first(words: str) -> str:
    """ "Kite J A" as "J A Kite": a word, and nothing but initials behind it."""
    title, rest = split_title(words.split())
    behind = [word for word in rest[1:] if is_initials(word)]
    surname_first = len(rest) > 1 and len(behind) == len(rest) - 1 and len(rest[0]) > 2
    if not surname_first or is_initials(rest[0]) or any(len(word) > 2 for word in behind):
        return words
    return " ".join(part for part in (title, *behind, _cased(rest[0])) if part)


def _cased(surname: str) -> str:
    """A surname in capitals in name case."""
    if surname != surname.upper() or len(surname) < 3:
        return surname
    return full(parse_name(f"MR {surname}")).removeprefix("Mr ")


def _short_month(words: str) -> dt.date | None:
    """ "26-Apr-12", "26 Apr 2012": as spreadsheets show days."""
    found = re.fullmatch(r"(\d{1,2})[\s-]([A-Za-z]{3,9})[\s,-]+(\d{2}|\d{4})", words)
    if not found:
        return None
    try:
        return dt.date(full_year(found[3]), month_number(found[2]), int(found[1]))
    except ValueError:
        return None


def _serial(words: str) -> dt.date | None:
    if not re.fullmatch(r"\d{5}(?:\.0+)?", words):
        return None
    number = int(float(words))
    within = _FIRST_SERIAL <= number <= _LAST_SERIAL
    return _EXCEL_EPOCH + dt.timedelta(days=number) if within else None

"""The forms in which a house style prints a person's name: a known form, or its own words."""

import re
from collections.abc import Mapping

from clerk.names import Name, full, initials, short, sort_form
from clerk.names.name import spaced
from clerk.names.words import CIVIC
from clerk.patterns import LatePattern
from clerk.record.wording import Value, filled

NameForm = str
"""One of FORMS, or words with places: "[{courtesy} ]{given} {surname}"."""

FORMS = ("full", "short", "plain", "surname", "sort", "initials")
"""full "Mr J A Pell, MBE"; short "Mr Pell"; plain "J A Pell"; surname "Pell"; sort "Pell J A";
initials "JAP". Short and surname keep initials where two people share a surname."""

PLACES: Mapping[str, Value] = dict.fromkeys(
    ("title", "courtesy", "given", "dotted", "initials", "shared", "surname", "honours"), "x"
)
"""`courtesy` is the title without "Councillor"; `dotted` is "J.A."; `shared` is the initials or
forenames of those alone who share their surname."""

_CIVIC = LatePattern(
    rf"\b(?:(?:County|Borough|District|City|Town|Parish)\s+)?(?:{CIVIC})\b\.?", re.I
)


def in_form(name: Name, form: NameForm, *, shared: bool = False) -> str:
    """`name` in a form; `shared` where somebody else there has the same surname."""
    match form:
        case "full" | "":
            return full(name)
        case "short":
            return short(name, initials=shared)
        case "plain":
            return spaced(name.given, name.surname)
        case "surname":
            return spaced(name.given, name.surname) if shared else name.surname
        case "sort":
            return sort_form(name)
        case "initials":
            return initials(name)
    return " ".join(filled(form, _values(name, shared=shared)).split())


def _values(name: Name, *, shared: bool) -> dict[str, Value]:
    return {
        "title": name.title,
        "courtesy": " ".join(_CIVIC.sub("", name.title).split()),
        "given": name.given,
        "dotted": _dotted(name.given),
        "initials": initials(name),
        "shared": name.given if shared else "",
        "surname": name.surname,
        "honours": ", ".join(name.honours),
    }


def _dotted(given: str) -> str:
    """ "J.A." of "J A"; of forenames the first letters."""
    return "".join(f"{part[0]}." for part in re.split(r"[\s.\-]+", given) if part)

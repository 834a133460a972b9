"""Forms about committees as they change: another name, other rules, an end; the source of acts.

Keys, counted: each field's words, Enter between them; the day stands there already.
"""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, get_args

from msgspec.structs import replace

from clerk.desk.office import Office
from clerk.desk.register import bodies
from clerk.desk.register.appointments import appoint
from clerk.desk.register.deeds import Grounds
from clerk.domain.committees import Committee, Reset, SubstituteRule, rules_on
from clerk.errors import InputError
from clerk.when import long_date, read_date
from screens.dialogs.form import Answers, Field, Form
from screens.forms import day_field, given, read_name, yes, yes_field

if TYPE_CHECKING:
    from clerk.desk.register.printed_list import PrintedList

WordT = TypeVar("WordT", bound=str)

_RESETS: tuple[Reset, ...] = get_args(Reset)
_SUBSTITUTES: tuple[SubstituteRule, ...] = get_args(SubstituteRule)


def dated_fields(office: Office, grounds: Grounds) -> tuple[Field, ...]:
    """From which day, on what it rests, and why; the day comes last, since it stands there."""
    return (
        Field(
            id="source",
            label="Source: a minute's number, a letter, an election; may stay empty",
            value=grounds.source,
        ),
        Field(id="reason", label="Reason; may stay empty", value=grounds.reason),
        day_field(office, "From", long_date(grounds.on or office.today)),
    )


def member_form(office: Office, body: Committee, grounds: Grounds) -> Form:
    """Puts a member in a seat of a group."""

    def add(answers: Answers) -> None:
        day = read_date(given(answers["date"], "date"), today=office.today)
        appoint(
            office,
            body.id,
            answers["name"],
            answers["group"].strip(),
            role=answers["role"].strip(),
            grounds=replace(grounds, on=day),
        )

    fields = (
        Field(id="name", label="Name as minutes print it", hint="Mr J A Pell, MBE", echo=read_name),
        Field(
            id="group",
            label="Group",
            value=body.seats[-1].group if body.seats else "",
            replaced=True,
        ),
        Field(id="role", label="Role; may stay empty", hint=body.chair_title),
        day_field(office, "From", long_date(grounds.on or office.today)),
    )
    return Form(f"New member of {body.name}", fields, add)


def grounds_in(office: Office, answers: Answers) -> Grounds:
    """What was typed into `dated_fields`; raises InputError."""
    day = read_date(given(answers["date"], "date"), today=office.today)
    return Grounds(on=day, source=answers["source"], reason=answers["reason"])


def grounds_form(office: Office, title: str, done: Callable[[Grounds], object]) -> Form:
    """From which day something holds, on what it rests and why; today stands there already."""
    fields = dated_fields(office, Grounds())
    return Form(title, fields, lambda answers: done(grounds_in(office, answers)))


def source_form(source: Grounds, done: Callable[[Grounds], None]) -> Form:
    """The source and reason of the acts that follow."""
    fields = (
        Field(
            id="source",
            label="Source of what follows: a minute's number, a letter, an election",
            value=source.source,
            hint="County Council, 15 May 2026, minute 12",
        ),
        Field(id="reason", label="Reason; may stay empty", value=source.reason),
    )

    def take(answers: Answers) -> None:
        done(Grounds(source=answers["source"].strip(), reason=answers["reason"].strip()))

    return Form("On what do the changes that follow rest?", fields, take)


def list_form(body: Committee, done: "list[PrintedList]", begun: str = "") -> Form:
    """A membership list typed or pasted, or `begun`; `done` gets it as it was read."""

    def take(answers: Answers) -> None:
        from clerk.desk.register.printed_list import printed_list  # with readers of papers

        done.append(printed_list(answers["list"]))

    field = Field(
        id="list",
        label="A group a line: “Labour (2): Mr A Pell (Chairman), Vacancy”",
        value=begun,
        lines=True,
    )
    return Form(f"Members of {body.name}, as a paper lists them", (field,), take)


def rename_form(office: Office, body: Committee, grounds: Grounds) -> Form:
    """Another name from a day on."""

    def rename(answers: Answers) -> None:
        bodies.rename(office, body.id, answers["name"], grounds_in(office, answers))

    name = Field(id="name", label="Its name from that day on", value=body.name)
    return Form(f"Rename {body.name}", (name, *dated_fields(office, grounds)), rename)


def dissolve_form(office: Office, body: Committee, grounds: Grounds) -> Form:
    """The committee is no more from a day on."""

    def dissolve(answers: Answers) -> None:
        bodies.dissolve(office, body.id, grounds_in(office, answers))

    title = f"{body.name} is no more: its seats and roles end the day before"
    return Form(title, dated_fields(office, grounds), dissolve)


def rules_form(office: Office, body: Committee, grounds: Grounds) -> Form:
    """Quorum, substitutes, the chair's title, bodies as which it sits, numbering."""

    def change(answers: Answers) -> None:
        quorum = answers["quorum"].strip()
        bodies.change_rules(
            office,
            body.id,
            quorum=bodies.read_quorum(quorum) if quorum else None,
            chair_title=answers["chair"],
            substitutes=_one_of(answers["substitutes"], _SUBSTITUTES, "rule for substitutes"),
            for_items=yes(answers["items"]),
            sits_as=tuple(filter(None, (each.strip() for each in answers["sits"].split(";")))),
            reset=_one_of(answers["reset"], _RESETS, "way of numbering"),
            grounds=grounds_in(office, answers),
        )

    return Form(
        f"Rules of {body.name}",
        (*_rule_fields(body, grounds.on or office.today), *dated_fields(office, grounds)),
        change,
    )


def _rule_fields(body: Committee, day: dt.date) -> tuple[Field, ...]:
    rules = rules_on(body, day)
    return (
        Field(
            id="quorum",
            label="Quorum; may stay empty",
            value=bodies.quorum_words(rules.quorum) if rules.quorum else "",
            replaced=True,
            hint="4, a quarter, 1/3 of the seats, at least 3",
            echo=lambda words: (
                bodies.quorum_words(bodies.read_quorum(words)) if words.strip() else ""
            ),
        ),
        Field(
            id="substitutes",
            label=f"Substitutes: {', '.join(_SUBSTITUTES)}",
            value=rules.substitutes,
            replaced=True,
            echo=lambda words: _one_of(words, _SUBSTITUTES, "rule for substitutes"),
        ),
        yes_field(
            "items",
            "May a substitute sit for one item alone? y or n",
            "y" if rules.substitutes_for_items else "n",
        ),
        Field(id="chair", label="What its chair is called", value=rules.chair_title),
        Field(
            id="sits",
            label="Sits for part of a meeting as; several with ; between",
            value="; ".join(rules.sits_as),
        ),
        Field(
            id="reset",
            label=f"Minute numbers begin anew: {', '.join(_RESETS)}",
            value=body.series.reset,
            replaced=True,
            echo=lambda words: _one_of(words, _RESETS, "way of numbering"),
        ),
    )


def _one_of(words: str, known: tuple[WordT, ...], what: str) -> WordT:
    """The one that begins with what was typed."""
    wanted = words.strip().casefold()
    found = [each for each in known if wanted and each.startswith(wanted)]
    if wanted in found:
        found = [each for each in found if each == wanted]
    if len(found) != 1:
        raise InputError(f"“{words.strip()}” is no {what}. Type {' or '.join(known)}.")
    return found[0]

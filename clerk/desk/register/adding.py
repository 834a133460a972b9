"""Committees and people added by hand, from no paper; and what a committee is changed in."""

import datetime as dt

from clerk.clean import clean_text, slug
from clerk.desk.office import Office
from clerk.desk.register.appointments import appoint
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.who import met
from clerk.desk.words import one_line, tidied
from clerk.domain.base import DatedText, new_id
from clerk.domain.committees import Committee, CommitteeKind, Series
from clerk.domain.people import Person, PersonKind
from clerk.domain.register_acts import (
    CommitteeAdded,
    CommitteeChanged,
    PersonAdded,
    PostSet,
)
from clerk.errors import InputError
from clerk.names import full


def add_committee(
    office: Office,
    name: str,
    *,
    authority: str = "",
    kind: CommitteeKind = "committee",
    style: str = "",
) -> Committee:
    """A new committee, stored; raises InputError where the name is empty or taken."""
    words = one_line(name, "committee")
    if style:
        office.styles[style]  # refused here, before anything is stored
    _refuse_taken(office, words)
    body = Committee(
        id=new_id(),
        slug=_free_slug(office, words),
        names=(DatedText(on=office.today, text=words),),
        authority=clean_text(authority)[0].strip(),
        kind=kind,
        style=style,
        substitutes="none" if kind in ("executive", "council", "parish") else "same group",
    )
    office.do(CommitteeAdded(committee=body), f"{words} added")
    return office.committee(body.id)


def change_committee(
    office: Office,
    committee_id: str,
    *,
    style: str | None = None,
    series: Series | None = None,
    name: str | None = None,
) -> None:
    """Another house style, numbering series or name; raises InputError where another has it."""
    body = office.committee(committee_id)
    if style:
        office.styles[style]
    words = None if name is None else one_line(name, "committee")
    if words is not None:
        _refuse_taken(office, words, but=committee_id)
    act = CommitteeChanged(
        committee=committee_id,
        style=style,
        series=series,
        name=words,
        on=office.today if words is not None else None,
    )
    office.do(act, f"{body.name} changed")


def add_member(
    office: Office,
    committee_id: str,
    words: str,
    group: str,
    *,
    role: str = "",
    on: dt.date | None = None,
) -> Person:
    """A member in a seat of a group: a vacant one, else a new one.

    Someone who bears this very name already is that person. Raises InputError, also where they
    sit on the committee already.
    """
    return appoint(office, committee_id, words, group, role=role, grounds=Grounds(on=on))


def add_officer(office: Office, words: str, post: str) -> Person:
    """An officer with a post as from today; someone of this very name gets the post."""
    person = _added(office, words, "officer")
    if post.strip():
        act = PostSet(person=person.id, post=one_line(post, "post"), on=office.today)
        office.do(act, f"{full(person.name)}: {act.post}")
    return office.register.people[person.id]


def add_councillor(office: Office, words: str, group: str = "") -> Person:
    """A member of the council without a seat yet; someone of this very name is that person."""
    return _added(office, words, "member", tidied(group))


def add_other(office: Office, words: str) -> Person:
    """A guest or a speaker; someone of this very name is that person."""
    return _added(office, words, "other")


def _added(office: Office, words: str, kind: PersonKind, group: str = "") -> Person:
    """Whoever bears this very name; added where nobody does."""
    person, new = met(office, words, kind, office.today, group)
    if new:
        office.do(PersonAdded(person=person), f"{full(person.name)} added")
    return person


def _refuse_taken(office: Office, name: str, *, but: str = "") -> None:
    """Raises InputError where another committee bears or bore the name."""
    for body in office.register.committees.values():
        taken = any(dated.text.casefold() == name.casefold() for dated in body.names)
        if taken and body.id != but:
            raise InputError(f"There is a committee “{name}” already: {body.slug}.")


def _free_slug(office: Office, name: str) -> str:
    label = slug(name)
    taken = {body.slug for body in office.register.committees.values()}
    number = 2
    free = label
    while free in taken:
        free = f"{label}-{number}"
        number += 1
    return free

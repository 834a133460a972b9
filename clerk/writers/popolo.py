"""The register as Popolo JSON: persons, organizations, posts and memberships with their dates.

https://www.popoloproject.com/specs/: a post is a seat or a role, a membership is a tenure, and a
group is an organization on whose behalf someone sits. Days that are not known are left out. The
register of interests is not in it.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from clerk.domain.base import eve
from clerk.domain.committees import (
    Committee,
    Role,
    Seat,
    Tenure,
    covers,
    group_on,
    stands,
)
from clerk.domain.people import Person
from clerk.domain.register import Register
from clerk.domain.tenures import is_void
from clerk.names import full, sort_form

Json = dict[str, object]


def popolo_json(
    register: Register, bodies: Iterable[Committee], on: dt.date | None = None
) -> bytes:
    """The committees, as they are and were, or as on one day; UTF-8, two spaces a level."""
    chosen = list(bodies)
    memberships = [each for body in chosen for each in _memberships(register, body, on)]
    people = {str(each["person_id"]) for each in memberships}
    groups = sorted({g for body in chosen for seat in body.seats for g in _groups(seat) if g})
    document = {
        "persons": [_person(register.people[i]) for i in sorted(people) if i in register.people],
        "organizations": [*map(_organization, chosen), *map(_group, groups)],
        "posts": [post for body in chosen for post in _posts(body, on)],
        "memberships": memberships,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def group_id(name: str) -> str:
    """The id of a group's organization: always the same for one name."""
    return f"group-{hashlib.sha256(name.casefold().encode()).hexdigest()[:12]}"


def _person(person: Person) -> Json:
    name = person.name
    others: list[Json] = [
        {"name": full(dated.name), "end_date": _before(following.on)}
        for dated, following in zip(person.names, person.names[1:], strict=False)
    ]
    return _without_nothing(
        {
            "id": person.id,
            "name": full(name),
            "given_name": name.given,
            "family_name": name.surname,
            "honorific_prefix": name.title,
            "honorific_suffix": ", ".join(name.honours),
            "sort_name": sort_form(name),
            "other_names": others,
        }
    )


def _organization(body: Committee) -> Json:
    others: list[Json] = [
        {"name": dated.text, "end_date": _before(following.on)}
        for dated, following in zip(body.names, body.names[1:], strict=False)
    ]
    return _without_nothing(
        {
            "id": body.id,
            "name": body.name,
            "classification": body.kind,
            "dissolution_date": _day(body.dissolved),
            "other_names": others,
            "identifiers": [{"scheme": "clerk", "identifier": body.slug}],
        }
    )


def _group(name: str) -> Json:
    return {"id": group_id(name), "name": name, "classification": "group"}


def _groups(seat: Seat) -> Iterator[str]:
    yield seat.group
    yield from (dated.text for dated in seat.moved)


def _posts(body: Committee, on: dt.date | None) -> Iterator[Json]:
    for seat in body.seats:
        if on is None or stands(seat, on):
            yield _without_nothing(
                {
                    "id": seat.id,
                    "label": f"Member of {body.name}",
                    "role": "Member",
                    "organization_id": body.id,
                    "start_date": _day(seat.created),
                    "end_date": _before(seat.abolished) if seat.abolished else None,
                }
            )
    for role in body.roles:
        label = f"{role.title} of {body.name}"
        yield {"id": role.id, "label": label, "role": role.title, "organization_id": body.id}


def _memberships(register: Register, body: Committee, on: dt.date | None) -> Iterator[Json]:
    places: list[Seat | Role] = [*body.seats, *body.roles]
    for place in places:
        for number, tenure in enumerate(place.tenures, start=1):
            if is_void(tenure) or tenure.person not in register.people:
                continue
            if on is None or covers(tenure, on):
                yield _membership(body, place, number, tenure, on)


def _membership(
    body: Committee, place: Seat | Role, number: int, tenure: Tenure, on: dt.date | None
) -> Json:
    role, group = "Member", ""
    if isinstance(place, Role):
        role = place.title
    else:
        group = group_on(place, on or tenure.end or dt.date.max)
    return _without_nothing(
        {
            "id": f"{place.id}-{number}",
            "person_id": tenure.person,
            "organization_id": body.id,
            "post_id": place.id,
            "role": role,
            "on_behalf_of_id": group_id(group) if group else None,
            "start_date": _day(tenure.start),
            "end_date": _day(tenure.end),
        }
    )


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _before(day: dt.date) -> str:
    return eve(day).isoformat()


def _without_nothing(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value not in (None, "", [])}

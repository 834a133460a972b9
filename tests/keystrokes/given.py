"""What the clerk of a minuted meeting has before it begins: nothing of its minutes.

A data folder as of a council in its second year: the committee with its seats and chair, everyone
who may come, 300 invented people besides, the meetings whose minutes wait for approval; and the
agenda as a paper of its own, with titles, references and the authors of reports.
"""

import datetime as dt
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from clerk.desk.incoming.importing import import_paper
from clerk.desk.meeting import calling
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.register.deeds import do_all
from clerk.desk.register.who import met
from clerk.domain.base import DatedText
from clerk.domain.meeting_acts import DetailsChanged
from clerk.domain.people import Person, PersonKind
from clerk.domain.people_acts import PersonAdded
from clerk.names import parse_name
from clerk.paths import Home
from clerk.when import find_dates
from tests.packs.truth import truth

INVENTED = 300
_STYLES = {
    "communities-cabinet-committee-2012-07-06": "committee-2012",
    "cabinet-2012-07-09": "cabinet-2012",
    "customer-and-communities-posc-2011-09-15": "overview-2011",
}
_FIRST = ("Ash", "Brook", "Crow", "Dun", "East", "Fair", "Grove", "Hart", "Kings", "Lang", "North")
_LAST = ("by", "den", "field", "ford", "ham", "hurst", "ley", "man", "ridge", "son", "ton", "well")
_CHANGE = re.compile(r"note that (?P<new>[^.]+?) has replaced (?P<old>.+?) as a member")
_STANDING = re.compile(r"introduction|webcast|membership|apolog|substitut|declaration", re.I)
_AUTHOR = re.compile(r" and (?=(?:Mr|Mrs|Ms|Miss|Dr) |[A-Z][a-z]+ [A-Z][a-z]+, )")
_POST = re.compile(r"(?:,| –)? (?=(?:the )?(?:Corporate|Cabinet|Deputy|Head)\b)")


@dataclass(frozen=True)
class Given:
    """A data folder, the meeting in it that is to be minuted, and what was put there, in words."""

    office: Office
    ref: str
    told: tuple[str, ...]


def given(name: str, folder: Path) -> Given:
    """The folder for the minutes in the pack `name`."""
    minutes, agenda = truth(name, "minutes"), truth(name, "agenda")
    day = dt.date.fromisoformat(minutes["date_iso"])
    office = Office(Home(folder), now=lambda: _evening(day), who="Clerk", where="here").open()
    body = adding.add_committee(
        office,
        minutes["committee_in_sentence"],
        authority=minutes["authority"],
        style=_STYLES[name],
        kind="executive" if minutes["committee_in_sentence"] == "Cabinet" else "committee",
    ).id
    seated = _seats(office, body, minutes, agenda)
    others = _others(office, minutes)
    invented = _invented(office, random.Random(name))
    earlier = _previous(office, body, minutes)
    ref = _agenda(office, minutes, agenda, folder)
    told = (
        f"the agenda, as a paper: {len(minutes['items'])} items of business and standing items; "
        "titles, references, authors",
        f"{seated} seats as on the next front sheet, its noted changes undone; who takes the chair",
        f"{others} other people and posts of the attendance lists, and {invented} invented people",
        f"the dates of {earlier} earlier meetings whose minutes wait for approval, and none of "
        "their words; no report",
    )
    return Given(office, ref, told)


def _evening(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(18), tzinfo=dt.UTC)


def _first_day(minutes: dict[str, Any]) -> dt.date:
    return dt.date.fromisoformat(minutes["date_iso"]) - dt.timedelta(days=400)


# --- the register ---------------------------------------------------------------------------------


def _seats(office: Office, body: str, minutes: dict[str, Any], agenda: dict[str, Any]) -> int:
    """Seats as on the next front sheet, each change that it notes undone.

    Honours are those of the minutes: a name is as it stood on the day. Who takes the chair is
    known from the year before; no other role is taken over, since a vice-chairman may have been
    elected between.
    """
    undone = {found["new"]: found["old"] for found in _changes(agenda)}
    attended = {parse_name(name).surname: name for name in _names(minutes)}
    seated: list[tuple[str, str]] = []
    for group in (agenda["membership"] or {"groups": ()})["groups"]:
        for member in group["members"]:
            name = undone.get(member["name"], member["name"])
            own = attended.get(parse_name(name).surname, name)
            same = parse_name(own).given == parse_name(name).given
            seated.append((own if same else name, group["name"]))
    chair = next(e["name"] for e in minutes["present"] if e["role"] == "Chairman")
    if chair not in [name for name, _ in seated]:
        seated.append((chair, ""))
    for name, group_name in seated:
        role = "Chairman" if name == chair else ""
        adding.add_member(office, body, name, group_name, role=role, on=_first_day(minutes))
    return len(seated)


def _changes(agenda: dict[str, Any]) -> Iterator[re.Match[str]]:
    yield from _CHANGE.finditer(json.dumps(agenda, ensure_ascii=False))


def _names(minutes: dict[str, Any]) -> Iterator[str]:
    for key in ("present", "also_present", "in_attendance"):
        yield from (entry["name"] for entry in minutes[key] or ())


def _others(office: Office, minutes: dict[str, Any]) -> int:
    """Everyone else of the attendance lists: officers with their posts, members with their group.

    The lists print no groups. All are of the largest, which holds in fact: two substitutes may sit
    for members of it, and the rest are its Cabinet Members.
    """
    groups = Counter(
        seat.group for body in office.register.committees.values() for seat in body.seats
    )
    group = next((name for name, _ in groups.most_common(1)), "")
    before, day = len(office.register.people), _first_day(minutes)
    members = [e["name"] for key in ("present", "also_present") for e in minutes[key] or ()]
    added = [met(office, name, "member", day, group) for name in members]
    for entry in minutes["in_attendance"] or ():
        person, _ = met(office, entry["name"], "officer", day)
        posts = (DatedText(on=day, text=entry["post"]),) if entry["post"] else ()
        added.append((replace(person, posts=posts), True))
    _add(office, [person for person, new in added if new])
    return len(office.register.people) - before


def _invented(office: Office, chance: random.Random) -> int:
    """People who never come: completion has to choose."""
    kinds: tuple[PersonKind, ...] = ("member", "officer", "other")
    names = tuple(invented_names(chance))
    _add(office, [met(office, name, chance.choice(kinds), office.today)[0] for name in names])
    return len(names)


def invented_names(chance: random.Random) -> Iterator[str]:
    """Names as a county has them."""
    for _ in range(INVENTED):
        title, letter = chance.choice(("Mr", "Mrs", "Ms", "Dr")), chance.choice("ABCDEFGHJKLMPRST")
        yield f"{title} {letter} {chance.choice(_FIRST)}{chance.choice(_LAST)}"


def _add(office: Office, people: list[Person]) -> None:
    do_all(office, [PersonAdded(person=person) for person in people], "People added")


# --- meetings -------------------------------------------------------------------------------------


def _previous(office: Office, body: str, minutes: dict[str, Any]) -> int:
    """The meetings whose minutes this one approves, so that numbers run on; without their words."""
    title = next(item["title"] for item in minutes["items"] if "inutes" in item["title"])
    days = _two_days(title) or [day for _, day in find_dates(title)]
    first = int(minutes["items"][0]["number"])
    for at, day in enumerate(days):
        path = calling.call_meeting(office, body, day, titles=["Business"])
        with MeetingDesk(office, path) as desk:
            desk.do(DetailsChanged(time=None, venue="", first_number=first - len(days) + at), "Set")
            desk.edit(desk.start_minute(desk.meeting.items[0].id).id, "Noted.")
            desk.publish()
    return len(days)


def _two_days(title: str) -> list[dt.date]:
    """ "5 & 6 April 2011" is two days."""
    found = re.search(r"(\d+) & (\d+) (\w+ \d{4})", title)
    if found is None:
        return []
    return [day for one in (1, 2) for _, day in find_dates(f"{found[one]} {found[3]}")]


def _agenda(office: Office, minutes: dict[str, Any], agenda: dict[str, Any], folder: Path) -> str:
    """The agenda imported; returns the meeting's ref."""
    paper = folder.parent / f"{folder.name}-agenda.txt"
    paper.write_text("\n".join(_sheet(minutes, agenda)), encoding="utf-8")
    return import_paper(office, paper).refs[0]


def _sheet(minutes: dict[str, Any], agenda: dict[str, Any]) -> Iterator[str]:
    """The lines of the agenda, and of the first page of each report that has authors."""
    items = [item for item in minutes["items"] if item["agenda_ref"]]
    taken = {_ref(item): item["title"] for item in items}
    for section in agenda["sections"]:
        for each in section["items"]:
            if each["ref"] and each["ref"] not in taken and _STANDING.search(each["title"]):
                taken[each["ref"]] = each["title"]
    yield from (minutes["committee"], "", f"{minutes['date']}, at {agenda['time']}", "")
    yield from (minutes["venue"], "", "AGENDA", "", "UNRESTRICTED ITEMS", "")
    for ref in sorted(taken, key=_order):
        yield from (f"{ref}. {taken[ref]}" if ref.isdigit() else f"{ref} {taken[ref]}", "")
    yield from ("EXEMPT ITEMS", "", "Proper Officer", "Head of Democratic Services", "")
    for item in items:
        authors = list(_authors(item.get("report_by") or ""))
        if authors:
            yield from (f"By: {authors[0]}", *authors[1:], f"To: {minutes['committee']}")
            yield from (f"Subject: {item['title']}", "", "Classification: Unrestricted", "")


def _ref(item: dict[str, Any]) -> str:
    return str(item["agenda_ref"]).removeprefix("Item ")


def _order(ref: str) -> tuple[str, int]:
    return ref.rstrip("0123456789"), int(re.sub(r"\D", "", ref))


def _authors(words: str) -> Iterator[str]:
    """Each author, a comma before the post."""
    for each in _AUTHOR.split(words) if words else ():
        name, *post = _POST.split(each, maxsplit=1)
        yield ", ".join((name, *post))

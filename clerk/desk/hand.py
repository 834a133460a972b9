"""By hand: committees, people, meetings and agendas that come from no paper, and mending."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from clerk.clean import clean_text, slug
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_title
from clerk.desk.office import Office
from clerk.desk.register.appointments import appoint
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.who import met
from clerk.desk.words import one_line, tidied
from clerk.domain.agenda_acts import ItemAdded, ItemChanged, ItemMoved, ItemRemoved
from clerk.domain.base import DatedText, new_id
from clerk.domain.committees import Committee, CommitteeKind, Series
from clerk.domain.meeting_acts import DoubtSettled
from clerk.domain.meetings import AgendaItem, Meeting
from clerk.domain.people import Person, PersonKind
from clerk.domain.register_acts import (
    CommitteeAdded,
    CommitteeChanged,
    PersonAdded,
    PostSet,
)
from clerk.errors import InputError, NotFoundError
from clerk.names import full
from clerk.when import find_dates

_STANDING = re.compile(
    r"apolog|substitut|declaration|minutes|membership|introduction|webcast|urgent|"
    r"date of (the )?next|future meetings|exclusion|chair\w*.s announcement",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"^\s*[-•]?\s*(?P<ref>[A-Z]{1,2}\.?\d{1,3}[a-z]?(?=[.)\]:]?\s)|\d{1,3}[a-z]?(?=[.)\]:]\s|\t|\s\s))"
    r"[.)\]:]?\s+(?P<title>\S.*)$"
)


# --- committees and people ---------------------------------------------------------------------


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


# --- meetings and agendas ----------------------------------------------------------------------


def call_meeting(
    office: Office,
    committee_id: str,
    date: dt.date,
    time: dt.time | None = None,
    venue: str = "",
    *,
    titles: Sequence[str] = (),
    standing: bool = False,
) -> Path:
    """A meeting made by hand, stored; `standing` puts the last meeting's standing items first.

    Returns its file.
    """
    body = office.committee(committee_id)
    kept = standing_items(office, committee_id, date) if standing else ()
    meeting = Meeting(
        id=new_id(),
        committee=body.id,
        date=date,
        time=time,
        venue=clean_text(venue)[0].strip() or body.venue,
        items=item_lines("\n".join([*kept, *titles])),
    )
    return office.call(meeting)


def standing_items(office: Office, committee_id: str, before: dt.date) -> tuple[str, ...]:
    """The titles of the last meeting's standing items: apologies, declarations, minutes and such.

    Minutes to be approved are those of that last meeting, so the title names no date.
    """
    last = _last_meeting(office, committee_id, before)
    if last is None:
        return ()
    return tuple(
        "Minutes of the last meeting" if _approves(item.title) else item.title
        for item in last.items
        if _STANDING.search(item.title) and item.exempt is None and item.state == "listed"
    )


def loose_titles(desk: MeetingDesk) -> tuple[str, ...]:
    """Titles that a minute of no agenda item may bear: the last meeting's, then customary ones."""
    meeting = desk.meeting
    last = _last_meeting(desk.office, meeting.committee, meeting.date)
    earlier = [m.title for m in last.minutes if not m.items and m.exempt is None] if last else []
    customary = [f"{desk.context.chair_title}'s Announcement", *_CUSTOMARY]
    return tuple(dict.fromkeys((*earlier, *customary)))


_CUSTOMARY = (
    "Webcast Announcement",
    "Membership",
    "Urgent Business",
    "Order of Business",
    "Adjournment",
    "Exclusion of the Public",
    "Date of the Next Meeting",
)


def _last_meeting(office: Office, committee_id: str, before: dt.date) -> Meeting | None:
    """The committee's last meeting before that day that had an agenda."""
    found = office.summaries(office.committee(committee_id).slug)
    earlier = [(path, each.date) for path, each in found if each.date < before and each.items]
    return office.load(max(earlier, key=lambda row: row[1])[0]).state if earlier else None


def _approves(title: str) -> bool:
    """Whether the item approves minutes, which are others at each meeting."""
    named = re.search(r"\bminutes\b", title, re.IGNORECASE)
    return named is not None and (named.start() == 0 or bool(find_dates(title)))


def item_lines(text: str) -> tuple[AgendaItem, ...]:
    """Items typed or pasted, one a line: "A1 Title", "1. Title", or a plain title.

    A bare number is a reference only before a tab or a wide gap: "20 mph limits" is a title.
    Raises InputError where a title is too long to keep.
    """
    clean, _ = clean_text(text)
    items = []
    for line in clean.splitlines():
        found = _ITEM.match(line)
        title = found["title"] if found else line.strip().lstrip("-•")
        if title.strip():
            ref = found["ref"].replace(".", "") if found else ""
            items.append(AgendaItem(id=new_id(), title=one_line(title, "item"), ref=ref))
    return tuple(items)


def add_items(desk: MeetingDesk, items: Sequence[AgendaItem], before: str = "") -> None:
    """Items put on the agenda, before the item `before` or at its end."""
    for item in items:
        desk.do(ItemAdded(item=item, before=before), f"Item “{item.title}” added")


def rename_item(desk: MeetingDesk, item_id: str, title: str, ref: str | None = None) -> None:
    """Another title, and another reference if one is given; the item's minute goes along."""
    item = _item(desk, item_id)
    words = one_line(title, "item")
    changed = replace(item, title=words, ref=item.ref if ref is None else ref.strip())
    desk.do(ItemChanged(item=changed), f"Item “{item.title}” renamed “{words}”")
    minute = desk.meeting.minute_of(item_id)
    if minute is not None and minute.title == item.title and desk.meeting.state == "draft":
        mend_title(desk, minute.id, words)


def move_item(desk: MeetingDesk, item_id: str, up: bool) -> None:
    """One place up or down the agenda; nothing happens at its ends."""
    items = desk.meeting.items
    at = items.index(_item(desk, item_id))
    if up and at > 0:
        before = items[at - 1].id
    elif not up and at < len(items) - 1:
        before = items[at + 2].id if at + 2 < len(items) else ""
    else:
        return
    desk.do(ItemMoved(item=item_id, before=before), f"Item “{items[at].title}” moved")


def withdraw_or_restore(desk: MeetingDesk, item_id: str) -> None:
    """The item stays on the agenda as withdrawn; done again, it stands."""
    item = _item(desk, item_id)
    if item.state == "withdrawn":
        restore_item(desk, item_id)
        return
    desk.do(ItemChanged(item=replace(item, state="withdrawn")), f"Item “{item.title}” withdrawn")


def restore_item(desk: MeetingDesk, item_id: str) -> None:
    """A withdrawn item stands again."""
    item = _item(desk, item_id)
    desk.do(ItemChanged(item=replace(item, state="listed")), f"Item “{item.title}” restored")


def remove_item(desk: MeetingDesk, item_id: str) -> None:
    """The item struck off; refused while it has a minute."""
    item = _item(desk, item_id)
    desk.do(ItemRemoved(item=item_id), f"Item “{item.title}” struck off")


def settle_doubt(desk: MeetingDesk, doubt_id: str, how: str) -> None:
    """A doubt of an import looked at; `how` says what was found ("right as read")."""
    doubt = next((d for d in desk.meeting.doubts if d.id == doubt_id), None)
    if doubt is None:
        raise NotFoundError("That doubt is not there any more.")
    desk.do(
        DoubtSettled(doubt=doubt_id, how=one_line(how, "answer")),
        f"Doubt about “{doubt.read}” settled: {how}",
    )


# --- helpers -----------------------------------------------------------------------------------


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


def _item(desk: MeetingDesk, item_id: str) -> AgendaItem:
    item = desk.meeting.item(item_id)
    if item is None:
        raise NotFoundError("The agenda has no such item any more.")
    return item

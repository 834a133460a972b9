"""What the register adds to an agenda: changes of membership to note, interests to ask about."""

import datetime as dt
import re
from collections.abc import Iterator

from clerk.desk.office import Office
from clerk.desk.register.persons import interest_stands, interest_words
from clerk.domain.base import Fact
from clerk.domain.committees import Committee, person_on, stands
from clerk.domain.meetings import AgendaItem, Meeting
from clerk.domain.people import Interest, Person
from clerk.names import full, sort_key
from clerk.record.changes import since_last_meeting


class InterestOffered(Fact, frozen=True):
    """A member whose standing interest an item names: to be asked about it before the meeting."""

    person: str
    name: str
    item: str
    """The item's id."""
    ref: str
    title: str
    interest: str
    """In words; of a sensitive one nothing but that it is one."""
    sensitive: bool = False


def membership_notes(office: Office, meeting: Meeting) -> tuple[str, ...]:
    """The sentences that the agenda of `meeting` owes to changes since the last one.

    None for one that came from a paper, which printed its own, and for published minutes.
    """
    if meeting.paper or meeting.published is not None:
        return ()
    body = office.committee(meeting.committee)
    last = last_meeting_before(office, body.slug, meeting)
    told = since_last_meeting(office.register, body, last, meeting.date)
    return tuple(dict.fromkeys(each.noted for each in told))


def notes_owed(office: Office, body: Committee) -> tuple[str, ...]:
    """What coming agendas of a committee will note of its membership, as things stand today.

    None before its first meeting.
    """
    days = [found.date for _, found in office.summaries(body.slug) if found.took_place]
    last = max((day for day in days if day < office.today), default=None)
    told = since_last_meeting(office.register, body, last, dt.date.max)
    return tuple(dict.fromkeys(each.noted for each in told))


def last_meeting_before(office: Office, slug: str, meeting: Meeting) -> dt.date | None:
    """The day of the committee's last meeting before this one; None for the first."""
    days = [
        summary.date
        for _, summary in office.summaries(slug)
        if summary.date < meeting.date and summary.took_place and summary.id != meeting.id
    ]
    return max(days, default=None)


def interests_named(office: Office, meeting: Meeting) -> tuple[InterestOffered, ...]:
    """The standing interests that items or their reports name, of members with a seat that day.

    An interest is named where the whole of its subject stands in the text, whatever its case, or
    two of its longer words do.
    """
    members = _members(office, meeting)
    texts = {item.id: _text(meeting, item) for item in meeting.items}
    return tuple(
        _offered(person, item, interest, meeting.date)
        for item in meeting.items
        for person in members
        for interest in person.interests
        if interest_stands(interest, meeting.date) and _named(interest.subject, texts[item.id])
    )


def _members(office: Office, meeting: Meeting) -> list[Person]:
    """Those with a seat that day, and anyone else who is marked: substitutes have interests too."""
    body = office.committee(meeting.committee)
    ids = {person_on(s, meeting.date) for s in body.seats if stands(s, meeting.date)}
    ids |= {entry.person for entry in meeting.attendance}
    people = [office.register.people[each] for each in ids if each in office.register.people]
    return sorted(people, key=lambda person: sort_key(person.name_on(meeting.date)))


def _text(meeting: Meeting, item: AgendaItem) -> str:
    reports = [report for report in meeting.reports if report.item == item.id]
    pieces = [item.title, item.note]
    for report in reports:
        pieces += [report.subject, report.summary, report.recommendation]
    return " ".join(pieces).casefold()


def _named(subject: str, text: str) -> bool:
    folded = subject.casefold().strip()
    if re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text):
        return True
    words = list(_telling(folded))
    hits = sum(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None for word in words)
    return hits >= _ENOUGH


def _telling(subject: str) -> Iterator[str]:
    """The words that tell one subject from another: long ones that companies do not share."""
    for word in dict.fromkeys(re.findall(r"[^\W\d_]{4,}", subject)):
        if word not in _COMMON:
            yield word


_ENOUGH = 2
_COMMON = {
    "limited",
    "company",
    "council",
    "county",
    "services",
    "service",
    "group",
    "land",
    "with",
}
_COMMON |= {"from", "road", "street", "house", "trust", "employed", "director", "member", "owner"}


def _offered(person: Person, item: AgendaItem, interest: Interest, day: dt.date) -> InterestOffered:
    return InterestOffered(
        person=person.id,
        name=full(person.name_on(day)),
        item=item.id,
        ref=item.ref,
        title=item.title,
        interest=interest_words(interest),
        sensitive=interest.sensitive,
    )

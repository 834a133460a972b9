"""What completion may know of a meeting, gathered from the facts."""

from collections.abc import Iterable, Iterator, Sequence

from clerk.domain.committees import Committee, holder_on, stands
from clerk.domain.meetings import Attendance, Meeting, Report
from clerk.domain.register import Register
from clerk.suggest.sources import Business, Paper, Someone, Sources, Standing


def sources_of(
    meeting: Meeting,
    committee: Committee,
    register: Register,
    *,
    earlier: Sequence[Meeting] = (),
    phrases: Sequence[tuple[str, str]] = (),
) -> Sources:
    """The sources for minuting `meeting`; `earlier` are meetings of the committee, oldest first.

    The minutes of `meeting` itself are not among them: learn each with `Completer.learn`, by its
    id, so that what is deleted from it is forgotten. Members who hold a seat count as present
    until they are marked otherwise.
    """
    return Sources(
        people=tuple(_people(meeting, committee, register)),
        committee=committee.name_on(meeting.date),
        authority=committee.authority,
        agenda=tuple(_agenda(meeting)),
        papers=tuple(map(_paper, meeting.reports)),
        dates=tuple(dict.fromkeys([*(each.date for each in earlier), meeting.date])),
        day=meeting.date,
        phrases=tuple(phrases),
        earlier=tuple(minute.text for each in earlier for minute in each.minutes if minute.text),
    )


def _people(meeting: Meeting, committee: Committee, register: Register) -> Iterator[Someone]:
    standing: dict[str, Standing] = {}
    for seat in committee.seats:
        holder = holder_on(seat, meeting.date)
        if holder.person and stands(seat, meeting.date):
            standing[holder.person] = "present"
    standing |= {entry.person: _standing(entry) for entry in meeting.attendance}
    for person in register.everyone:
        yield Someone(
            name=person.name_on(meeting.date), standing=standing.get(person.id, "register")
        )


def _standing(entry: Attendance) -> Standing:
    if entry.capacity in ("apologies", "absent"):
        return "register"
    if entry.substitute_for:
        return "substitute"
    return "officer" if entry.capacity == "in attendance" else "present"


def _agenda(meeting: Meeting) -> Iterator[Business]:
    by = {report.item: _lines(report.by) for report in meeting.reports if report.item}
    for item in meeting.items:
        yield Business(title=item.title, ref=item.ref, authors=tuple(by.get(item.id, ())))


def _lines(words: str) -> Iterable[str]:
    return (line.strip() for line in words.splitlines() if line.strip())


def _paper(report: Report) -> Paper:
    return Paper(
        subject=report.subject,
        by=report.by,
        recommendation=report.recommendation,
        text=report.text,
    )

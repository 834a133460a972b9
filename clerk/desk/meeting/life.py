"""The life of minutes after publishing: at which meeting they are confirmed, who signs them."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from clerk.checks.finding import Finding
from clerk.checks.life import check_approving, check_life
from clerk.desk.meeting.open_meeting import OpenMeeting, meeting_on
from clerk.desk.order import role_rank
from clerk.desk.words import all_of, tidied
from clerk.domain.base import Fact, new_id
from clerk.domain.committees import role_on
from clerk.domain.life import Amendment, Confirmed, Signed
from clerk.domain.life_acts import MinutesConfirmed, MinutesCorrected, MinutesSigned
from clerk.domain.meetings import Meeting, Minute
from clerk.domain.presence import presided
from clerk.errors import InputError, NotFoundError, RefusedError
from clerk.names import full
from clerk.record.facts.life import amendment_note
from clerk.record.numbering import numbers_of
from clerk.when import plain_date


class Putting(Fact, frozen=True):
    """A minute put right: its number, what it is to read, and the minute that decided it."""

    number: str
    words: str
    decided: str = ""


class Confirming(Fact, frozen=True):
    """The meeting at which minutes are confirmed, or corrected later."""

    on: dt.date
    ref: str = ""
    """How it is named on the command line; empty where it is not in Clerk."""
    meeting: Meeting | None = None


def suitable(desk: OpenMeeting) -> Confirming | None:
    """The next suitable meeting that Clerk knows; None where it knows none.

    An extraordinary meeting of the council is passed over (SI 1993/202 Sch 2 para 2).
    """
    path = next(_suitable(desk), None)
    return at_meeting(desk, path) if path else None


def at_meeting(desk: OpenMeeting, path: Path) -> Confirming:
    """That meeting as the one that confirms; raises RefusedError where it is another body's."""
    office, mine = desk.office, desk.meeting
    meeting = office.load(path).state
    if meeting is None:
        raise NotFoundError(f"There is no meeting {office.ref(path)} any more.")
    if meeting.committee != mine.committee:
        raise RefusedError(
            f"{office.ref(path)} is a meeting of another body: minutes are confirmed by the body "
            "whose they are."
        )
    return Confirming(on=meeting.date, ref=office.ref(path), meeting=meeting)


def on_day(desk: OpenMeeting, day: dt.date) -> Confirming:
    """A meeting on that day: the committee's own where there is one, else one not in Clerk."""
    found = meeting_on(desk.office, desk.meeting.committee, day)
    return at_meeting(desk, found[0]) if found else Confirming(on=day)


def confirm(desk: OpenMeeting, at: Confirming, amendments: Sequence[Putting] = ()) -> None:
    """Confirms the minutes as they stand, or subject to amendments.

    Raises NotFoundError: no minute of that number; RefusedError: a draft, or confirmed already.
    """
    put = tuple(_amendment(desk, at, each, late=False) for each in amendments)
    confirmed = Confirmed(on=at.on, meeting=at.meeting.id if at.meeting else "")
    said = f"Minutes confirmed at the meeting on {plain_date(at.on)}{_subject_to(amendments)}"
    desk.do(MinutesConfirmed(confirmed=confirmed, amendments=put), said)


def correct(desk: OpenMeeting, at: Confirming, put: Putting) -> None:
    """Puts a confirmed minute right by a minute of a later meeting; raises as `confirm` does."""
    amendment = _amendment(desk, at, put, late=True)
    said = f"Minute {put.number} corrected at the meeting on {plain_date(at.on)}"
    desk.do(MinutesCorrected(amendment=amendment), said)


def sign(
    desk: OpenMeeting,
    person: str = "",
    *,
    name: str = "",
    on: dt.date | None = None,
    pages: tuple[int | None, int | None] = (None, None),
) -> None:
    """Signs confirmed minutes, on the day of the meeting that confirmed them unless said.

    `name` is that of a signer who is not in the register. Raises RefusedError where they are not
    confirmed, InputError where nobody is named and Clerk cannot tell who presided.
    """
    confirmed = desk.meeting.confirmed
    day = on or (confirmed.on if confirmed else desk.office.today)
    there = chairs(desk)
    if not person and not name and len(there) == 1:
        person = there[0]
    if not person and not name and desk.meeting.state == "confirmed":
        raise InputError(
            "Clerk cannot tell who presided at the meeting that confirmed these minutes. Say who "
            "signed them."
        )
    known = desk.office.register.people.get(person)
    signer = tidied(name) or (full(known.name_on(day)) if known else "")
    first, last = pages
    signed = Signed(on=day, name=signer, person=person, first_page=first, last_page=last)
    desk.do(MinutesSigned(signed=signed), f"Minutes signed by {signer} on {plain_date(day)}")


def chairs(desk: OpenMeeting) -> tuple[str, ...]:
    """Who presided at the meeting that confirmed the minutes; nobody where not known."""
    at = confirming(desk)
    if at is None or at.meeting is None:
        return ()
    return presided(at.meeting, _usual_chairs(desk, at.meeting))


def confirming(desk: OpenMeeting) -> Confirming | None:
    """The meeting that confirmed the minutes; None while none has."""
    confirmed = desk.meeting.confirmed
    if confirmed is None:
        return None
    if not confirmed.meeting:
        return Confirming(on=confirmed.on)
    for path, row in desk.office.summaries(desk.committee.slug):
        if row.id == confirmed.meeting:
            return at_meeting(desk, path)
    return Confirming(on=confirmed.on)


def first_page(desk: OpenMeeting) -> int | None:
    """The number of the first leaf, running on from the last minutes signed; None where unsaid."""
    signed = desk.meeting.signed
    if signed and signed.first_page:
        return signed.first_page
    before = [
        row.last_page
        for _, row in desk.office.summaries(desk.committee.slug)
        if row.date < desk.meeting.date and row.last_page
    ]
    return max(before) + 1 if before else None


def awaiting(desk: OpenMeeting) -> tuple[Path, ...]:
    """The files of the meetings whose minutes this one is to confirm, or has and await a signature.

    Oldest first.
    """
    mine, days = desk.meeting, set(desk.context.previous)
    return tuple(
        path
        for path, row in desk.office.summaries(desk.committee.slug)
        if (row.state == "published" and row.date in days and row.date < mine.date)
        or (row.state == "confirmed" and row.confirmed_at == mine.id)
    )


def life_findings(desk: OpenMeeting) -> tuple[Finding, ...]:
    """What is wrong with how the minutes were confirmed and signed."""
    approved = check_approving(desk.meeting, confirmed_here(desk))
    at = confirming(desk)
    if at is None:
        return approved
    first = suitable(desk)
    passed_over = first.on if first and first.on < at.on else None
    there = chairs(desk)
    names = tuple(desk.name(person) for person in there)
    found = check_life(desk.meeting, desk.committee.kind, at.meeting, there, names, passed_over)
    return (*found, *approved)


def confirmed_here(desk: OpenMeeting) -> tuple[dt.date, ...]:
    """The days of the meetings whose minutes this one confirmed, oldest first."""
    rows = desk.office.summaries(desk.committee.slug)
    return tuple(sorted(row.date for _, row in rows if row.confirmed_at == desk.meeting.id))


def puttings(words: str) -> tuple[Putting, ...]:
    """Amendments as they are typed, one a line: "44: what it is to read". Raises InputError."""
    found = []
    for line in filter(None, map(str.strip, words.splitlines())):
        number, colon, text = line.partition(":")
        if not colon or not text.strip():
            raise InputError(f"“{line}” amends nothing. Type the minute's number, a colon, words.")
        found.append(Putting(number=number.strip(), words=text.strip()))
    return tuple(found)


def leaves(words: str) -> tuple[int | None, int | None]:
    """ "201-208" as numbers; a single one is both, none are None. Raises InputError."""
    if not words.strip():
        return None, None
    found = re.fullmatch(r"\s*(\d{1,6})(?:\s*(?:-|–|to)\s*(\d{1,6}))?\s*", words)
    if found is None:
        raise InputError(f"“{words}” are no leaves of a minute book. Type “201-208”.")
    first = int(found[1])
    return first, int(found[2]) if found[2] else first


def state_words(meeting: Meeting) -> str:
    """ "Confirmed at the meeting on 9 July 2026 and signed by Mr Pell …"; empty before that."""
    if meeting.confirmed is None:
        return ""
    words = f"Confirmed at the meeting on {plain_date(meeting.confirmed.on)}"
    if meeting.signed is not None:
        signed = meeting.signed
        words += f" and signed by {signed.name} on {plain_date(signed.on)}"
        if signed.first_page and signed.last_page:
            words += f", leaves {signed.first_page} to {signed.last_page}"
    return f"{words}."


def minute_numbered(desk: OpenMeeting, number: str) -> Minute:
    """The minute with that number as printed; raises NotFoundError naming those there are."""
    numbers = numbers_of(
        desk.meeting, desk.context.first_number, desk.context.style, desk.context.nth
    )
    wanted = number.strip().rstrip(".").lstrip("~")
    for minute in desk.meeting.minutes:
        if numbers[minute.id].text == wanted:
            return minute
    texts = ", ".join(found.text for found in numbers.values())
    there = f"There are {texts}" if texts else "No item is minuted yet"
    raise NotFoundError(f"There is no minute {wanted}. {there}.")


def _suitable(desk: OpenMeeting) -> Iterator[Path]:
    mine = desk.meeting
    council = desk.committee.kind == "council"
    for path, row in desk.office.summaries(desk.committee.slug):
        later = row.date > mine.date and row.took_place
        if later and not (council and row.kind == "extraordinary"):
            yield path


def _amendment(desk: OpenMeeting, at: Confirming, put: Putting, *, late: bool) -> Amendment:
    words = tidied(put.words).strip('“”"').strip()
    if not words:
        raise InputError(f"Say what minute {put.number} is to read.")
    amendment = Amendment(
        id=new_id(),
        minute=minute_numbered(desk, put.number).id,
        words=words,
        on=at.on,
        meeting=at.meeting.id if at.meeting else "",
        number=put.decided.strip().rstrip("."),
        late=late,
    )
    return replace(amendment, note=amendment_note(amendment, desk.context.style))


def _subject_to(amendments: Sequence[Putting]) -> str:
    if not amendments:
        return ", as they stand"
    return f", subject to the amendment of minute {all_of([put.number for put in amendments])}"


def _usual_chairs(desk: OpenMeeting, meeting: Meeting) -> list[str]:
    """The chair, then the vice-chair: as the record of the meeting has them, else the register."""
    printed = [(role_rank(e.role), e.person) for e in meeting.attendance if e.role]
    held = [
        (role_rank(role.title), person)
        for role in desk.committee.roles
        if (person := role_on(role, meeting.date))
    ]
    return [person for rank, person in sorted(printed + held, key=lambda row: row[0]) if rank < 2]

"""Every resolution, as the public edition prints it."""

import datetime as dt
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from clerk.clean import letters_of
from clerk.desk.lists.public_record import decided
from clerk.desk.lists.rows import FOR_COUNCIL, ResolutionRow
from clerk.desk.office import Office
from clerk.domain.meetings import Meeting
from clerk.domain.motions import outcome_words
from clerk.domain.printed import Line
from clerk.names import full
from clerk.record.decided import decided_in, motion_behind
from clerk.record.facts.counts import count_words
from clerk.record.public import public_view
from clerk.record.style.room import MotionStyle


def resolutions(office: Office, words: str = "") -> tuple[ResolutionRow, ...]:
    """Every resolution whose number, title or words hold each of `words`; newest meeting first."""
    wanted = letters_of(words).split()

    def named(person: str, day: dt.date) -> str:
        """Kept are ids: a name stays the one of that day, whatever becomes of it."""
        known = office.register.people.get(person)
        return full(known.name_on(day)) if known else ""

    rows = [
        replace(
            row,
            committee_name=office.committee(committee).name_on(row.date),
            mover=named(row.mover, row.date),
            seconder=named(row.seconder, row.date),
        )
        for committee, content in decided(office, _decided_by)
        if _may_hold(content, wanted)
        for row in msgspec.json.decode(content, type=tuple[ResolutionRow, ...])
        if row.holds(wanted)
    ]
    return tuple(sorted(rows, key=lambda row: row.date, reverse=True))


def _may_hold(content: bytes, wanted: list[str]) -> bool:
    """Whether it is worth looking closer: JSON writes quotes, backslashes and tabs otherwise."""
    text = letters_of(content.decode())
    return all(
        word in text or word in FOR_COUNCIL or not word.isprintable() or {*word} & {*'"\\'}
        for word in wanted
    )


def _decided_by(ref: str, meeting: Meeting, lines: tuple[Line, ...]) -> bytes:
    """The resolutions of a meeting, without what the register says of its committee."""
    return msgspec.json.encode(tuple(_resolutions_of(ref, meeting, lines)))


def _resolutions_of(ref: str, meeting: Meeting, lines: tuple[Line, ...]) -> Iterator[ResolutionRow]:
    meeting = public_view(meeting)
    for found in decided_in(lines):
        minute = meeting.minute(found.heading.fact) if found.heading else None
        business = (minute.id, *minute.items) if minute else ()
        motion = motion_behind(found.line, business, meeting)
        vote = motion.votes[-1].counted if motion and motion.votes else None
        yield ResolutionRow(
            mover=motion.mover if motion else "",
            seconder=motion.seconder if motion else "",
            vote=count_words(vote, MotionStyle()) if vote else "",
            outcome=outcome_words(motion) if motion else "",
            meeting=ref,
            committee_name="",
            date=meeting.date,
            state=meeting.state,
            number=found.number,
            title=found.title,
            words=found.words,
            minute=found.heading.fact if found.heading else "",
            for_council=found.for_council,
        )

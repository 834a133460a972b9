"""Rows of lists: what a list of committees, meetings, members or resolutions shows of each."""

import datetime as dt
from collections.abc import Sequence

from clerk.clean import letters_of
from clerk.desk.row import Row
from clerk.domain.meetings import MeetingState
from clerk.record.wording import listed
from clerk.when import plain_date

_NOTES_SAID = 3
"""Late entries that are told one by one: a register typed in afterwards has nothing else."""


class CommitteeRow(Row, frozen=True):
    """A committee in a list."""

    id: str
    slug: str
    name: str
    kind: str
    seats: int
    meetings: int
    next_meeting: dt.date | None = None


class MeetingRow(Row, frozen=True):
    """A meeting in a list. `ref` names it on the command line: "slug/2012-04-26"."""

    id: str
    ref: str
    committee: str
    committee_name: str
    date: dt.date
    time: dt.time | None
    venue: str
    state: MeetingState
    items: int
    minutes: int
    numbers: str = ""
    """"3 to 8"; with "~" while provisional; empty without minutes."""
    doubts: int = 0
    """Doubts that still stand."""
    reproduced: bool = False
    publish_by: dt.date | None = None
    """The last day for the agenda of a meeting to come that is not out, where the law sets one."""
    called_off: str = ""
    """In words, where it was called off or postponed."""
    trouble: str = ""
    """Why its file could not be read; everything else is then empty."""


class MemberRow(Row, frozen=True):
    """A seat on a day: who holds it, or that it is vacant, or that it is not known."""

    seat: str
    group: str
    name: str = ""
    person: str = ""
    role: str = ""
    known: bool = True
    first_seen: dt.date | None = None
    since: dt.date | None = None
    """The first day of the holder's time in the seat, or of the vacancy; None where not known."""
    source: str = ""
    """What began it: a minute's number, a letter, an election."""
    note: str = ""
    """What was entered only after the day of the list, so that a list made then said otherwise."""

    @property
    def printed(self) -> str:
        """The name with its role, "Vacancy", or what is not known."""
        if not self.known:
            return "not known" + (
                f" (first seen {plain_date(self.first_seen)})" if self.first_seen else ""
            )
        if not self.person:
            return "Vacancy"
        return f"{self.name} ({self.role})" if self.role else self.name

    @property
    def evidence(self) -> str:
        """Since when: "1 May 2025 (minute 12)", or what shows it: "first seen 6 July 2012"."""
        if not self.known:
            return ""
        if self.since is not None:
            return plain_date(self.since) + (f" ({self.source})" if self.source else "")
        return f"first seen {plain_date(self.first_seen)}" if self.first_seen else "not known"


class Membership(Row, frozen=True):
    """The seats of a committee on a day, by group, in the order of the groups."""

    committee: str
    name: str
    on: dt.date
    groups: tuple[tuple[str, tuple[MemberRow, ...]], ...]
    first_seen: dt.date | None = None
    """Where nothing at all is known on that day: the first day of which something is."""
    dissolved: dt.date | None = None
    """The day from which the committee is no more, where that has come."""

    @property
    def total(self) -> int:
        """The number of seats."""
        return sum(len(rows) for _, rows in self.groups)

    @property
    def text(self) -> str:
        """The list in the form of a front sheet: the counts are those of the seats printed."""
        if self.first_seen is not None:
            return f"{self.name}: not known (first seen {plain_date(self.first_seen)})"
        if self.dissolved is not None:
            return f"{self.name}: dissolved from {plain_date(self.dissolved)}."
        if not self.groups:
            return f"{self.name}: no seats are known."
        lines = [f"Membership ({self.total})", *map(_group_words, self.groups)]
        return "\n".join([*lines, *(f"Note: {note}." for note in self.notes)])

    @property
    def notes(self) -> tuple[str, ...]:
        """What was entered late: lists made earlier, and what was published, stay as they were."""
        said = tuple(row.note for _, rows in self.groups for row in rows if row.note)
        if len(said) <= _NOTES_SAID:
            return said
        return (f"{len(said)} of these places were entered later than {plain_date(self.on)}",)


def _group_words(group: tuple[str, tuple[MemberRow, ...]]) -> str:
    name, rows = group
    names = listed([row.printed for row in rows], ", ", " and ")
    return f"{name or 'Members'} ({len(rows)}): {names}"


class PersonRow(Row, frozen=True):
    """Someone in the register, as known today."""

    id: str
    name: str
    kind: str
    group: str = ""
    post: str = ""
    ward: str = ""
    seats: tuple[str, ...] = ()
    """The committees on which they sit today."""


FOR_COUNCIL = "for council"
"""What is said of a resolution that the council itself must decide, and what it is found by."""


class ResolutionRow(Row, frozen=True):
    """A resolution, with the minute in which it stands."""

    meeting: str
    """The meeting's ref."""
    committee_name: str
    date: dt.date
    state: MeetingState
    number: str
    """The minute's number, with "~" while provisional, and the paragraph's: "36 (2)"."""
    title: str
    words: str
    minute: str
    """The minute's id."""
    mover: str = ""
    seconder: str = ""
    vote: str = ""
    """ "For 7, Against 2, Abstentions 1"; empty where it was not counted, or none was recorded."""
    outcome: str = ""
    """What became of the motion: "carried", "lost", "referred to Cabinet"."""
    for_council: bool = False
    """Whether the council itself must decide it, or a limb of it."""

    @property
    def how(self) -> str:
        """Who moved it, how it went, and whose it is to decide, in words; empty where nobody
        recorded that."""
        by = f"moved by {self.mover}" if self.mover else ""
        seconded = f"seconded by {self.seconder}" if self.seconder else ""
        council = FOR_COUNCIL if self.for_council else ""
        return ", ".join(part for part in (by, seconded, self.outcome, self.vote, council) if part)

    def holds(self, wanted: Sequence[str]) -> bool:
        """Whether each of the words, as `letters_of` gives them, is part of what is found by."""
        council = FOR_COUNCIL if self.for_council else ""
        told = f"{self.number} {self.title} {self.words} {self.committee_name} {council}"
        letters = letters_of(told)
        return all(word in letters for word in wanted)

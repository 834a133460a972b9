"""Committees, their seats, who holds each seat from when to when, roles and numbering series."""

import datetime as dt
from typing import Literal

from clerk.domain.base import Dated, DatedText, Fact, Seen, text_on

CommitteeKind = Literal["committee", "executive", "council", "parish", "other body"]
How = Literal[
    "", "replaced", "resigned", "removed", "died", "left", "moved", "abolished", "dissolved"
]
"""How a tenure ended; empty where it goes on, or where no paper says."""
SubstituteRule = Literal["same group", "any member", "none"]
Reset = Literal["never", "calendar year", "municipal year", "council term", "each meeting"]


class Tenure(Fact, frozen=True):
    """One person's time in a seat or a role; days are inclusive, None where not known.

    `start` None and `end` None is common: all that is known then is `seen`, the papers that
    showed the person there.
    """

    person: str
    start: dt.date | None = None
    end: dt.date | None = None
    ended: bool = False
    """True where it is over, though `end` may not be known."""
    ended_before: dt.date | None = None
    """The day by which it was over: the date of the paper that says so."""
    seen: tuple[Seen, ...] = ()
    reason: str = ""
    """Why it began."""
    source: str = ""
    """What began it: a minute's number, a letter, an election."""
    entered: dt.date | None = None
    """The day on which its start was entered, where that was later than the start."""
    filled: bool = False
    """Whether the place is known to have been empty just before."""
    how: How = ""
    end_reason: str = ""
    end_source: str = ""
    end_entered: dt.date | None = None
    """The day on which its end was entered, where that was later than the end."""


class Seat(Fact, frozen=True):
    """A place on a committee that belongs to a political group or a category."""

    id: str
    group: str
    """"Conservative", "Church Representatives"; as printed in the membership list.

    The first that it belonged to: see `group_on`.
    """
    moved: tuple[DatedText, ...] = ()
    """The groups to which it went over later, oldest first."""
    tenures: tuple[Tenure, ...] = ()
    """Oldest first."""
    created: dt.date | None = None
    abolished: dt.date | None = None


class Role(Fact, frozen=True):
    """A role on a committee ("Chairman"), held by one person at a time."""

    id: str
    title: str
    tenures: tuple[Tenure, ...] = ()


class Quorum(Fact, frozen=True):
    """A number of members, or a fraction of the seats, rounded up, with a minimum."""

    number: int | None = None
    numerator: int = 0
    denominator: int = 1
    minimum: int = 0

    def of(self, seats: int) -> int:
        """The members who must be present of a committee of so many seats."""
        if self.number is not None:
            return self.number
        return max(self.minimum, -(-seats * self.numerator // self.denominator))


class Series(Fact, frozen=True):
    """How minute numbers run: from meeting to meeting until a reset."""

    reset: Reset = "never"
    year_starts: tuple[int, int] = (5, 1)
    """Month and day from which a municipal year or council term is counted."""
    term_years: int = 4
    first_term: int = 2009
    """A year in which a council term began."""


class Rules(Dated, frozen=True):
    """How a committee does its business from a day on: a meeting is judged by those of its day."""

    chair_title: str = "Chairman"
    quorum: Quorum | None = None
    substitutes: SubstituteRule = "same group"
    """Who may sit for a member."""
    substitutes_for_items: bool = False
    """Whether a substitute may sit for one item alone; else for the whole meeting."""
    sits_as: tuple[str, ...] = ()
    """The bodies as which it sits for part of a meeting: "Crime and Disorder Committee"."""


RULES = ("chair_title", "quorum", "substitutes", "substitutes_for_items", "sits_as")
"""The fields of `Rules` besides its day."""


class Committee(Fact, frozen=True):
    """A body that meets. `slug` is its label in file names and on the command line."""

    id: str
    slug: str
    names: tuple[DatedText, ...]
    """In name case, oldest first: a committee may be renamed. Never empty."""
    authority: str = ""
    kind: CommitteeKind = "committee"
    style: str = ""
    """The house style's name; empty for the council's default."""
    chair_title: str = "Chairman"
    quorum: Quorum | None = None
    series: Series = Series()
    seats: tuple[Seat, ...] = ()
    roles: tuple[Role, ...] = ()
    substitutes: SubstituteRule = "same group"
    substitutes_for_items: bool = False
    sits_as: tuple[str, ...] = ()
    rules: tuple[Rules, ...] = ()
    """Once any of them changed: all that ever held, oldest first. The same fields above are those
    that hold last; see `rules_on`."""
    venue: str = ""
    """Where it usually meets: offered for the next meeting."""
    dissolved: dt.date | None = None

    def name_on(self, day: dt.date) -> str:
        """The name borne on `day`."""
        return text_on(self.names, day) or self.slug

    @property
    def name(self) -> str:
        """The name last known."""
        return self.names[-1].text


def rules_on(body: Committee, day: dt.date) -> Rules:
    """The rules that held on `day`; the earliest known on days before them."""
    held = [rules for rules in body.rules if rules.on <= day]
    if held:
        return held[-1]
    if body.rules:
        return body.rules[0]
    return Rules(on=dt.date.min, **{field: getattr(body, field) for field in RULES})


class Holder(Fact, frozen=True):
    """Who holds a seat on a day: a person, nobody (a vacancy), or not known."""

    seat: str
    group: str
    person: str | None = None
    known: bool = True
    first_seen: dt.date | None = None
    """Where not known: the first day on which a paper shows a holder; None if none does."""


def holder_on(seat: Seat, day: dt.date) -> Holder:
    """Who holds `seat` on `day`; on a day of change the one who holds it at its end."""
    group = group_on(seat, day)
    tenure = tenure_on(seat.tenures, day)
    if tenure is not None:
        return Holder(seat=seat.id, group=group, person=tenure.person)
    if seat.tenures and not _was_vacant(seat, day):
        first = min((seen.on for tenure in seat.tenures for seen in tenure.seen), default=None)
        return Holder(seat=seat.id, group=group, known=False, first_seen=first)
    return Holder(seat=seat.id, group=group)


def person_on(seat: Seat, day: dt.date) -> str | None:
    """The person who holds `seat` on `day`; None where it is vacant or nobody knows."""
    return _person_in(seat.tenures, day)


def group_on(seat: Seat, day: dt.date) -> str:
    """The group or category to which the seat belongs on `day`."""
    gone_over = [dated.text for dated in seat.moved if dated.on <= day]
    return gone_over[-1] if gone_over else seat.group


def role_on(role: Role, day: dt.date) -> str | None:
    """The person who holds the role on `day`; None where vacant or not known."""
    return _person_in(role.tenures, day)


def _person_in(tenures: tuple[Tenure, ...], day: dt.date) -> str | None:
    tenure = tenure_on(tenures, day)
    return tenure.person if tenure else None


def tenure_on(tenures: tuple[Tenure, ...], day: dt.date) -> Tenure | None:
    """The tenure of who holds the place on `day`; None where nobody is known to."""
    return next((tenure for tenure in reversed(tenures) if covers(tenure, day)), None)


def first_day(tenure: Tenure) -> dt.date | None:
    """The first day on which the tenure is known to run: its start, else its first evidence."""
    if tenure.start:
        return tenure.start
    return min((seen.on for seen in tenure.seen), default=None)


def last_day(tenure: Tenure) -> dt.date | None:
    """The last day on which it is known to run; None while it goes on."""
    if tenure.end:
        return tenure.end
    if tenure.ended:
        return max((seen.on for seen in tenure.seen), default=dt.date.min)
    return None


def stands(seat: Seat, day: dt.date) -> bool:
    """Whether the seat exists on `day`."""
    begun = seat.created is None or seat.created <= day
    return begun and (seat.abolished is None or day < seat.abolished)


def covers(tenure: Tenure, day: dt.date) -> bool:
    """Whether the tenure is known to run on `day`."""
    first, last = first_day(tenure), last_day(tenure)
    return first is not None and first <= day and (last is None or day <= last)


def _was_vacant(seat: Seat, day: dt.date) -> bool:
    """Whether the seat is known to be empty: its last holder before `day` had left by then."""
    later = [tenure for tenure in seat.tenures if (first_day(tenure) or dt.date.min) > day]
    earlier = [tenure for tenure in seat.tenures if tenure not in later]
    before_all = seat.created is not None or seat.tenures[0].filled
    empty = _is_over(earlier[-1], day) if earlier else before_all
    return empty and all(tenure.start is not None for tenure in later)


def _is_over(tenure: Tenure, day: dt.date) -> bool:
    """Whether the holder is known to have left by `day`, and nobody was seen to take over."""
    return tenure.end is not None or (
        tenure.ended_before is not None and tenure.ended_before <= day
    )

"""What an act typed as it is said may mean: the meeting, who is there, and whose name is whose."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from clerk.clean import letters_of
from clerk.domain.base import Fact
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.meetings import AgendaItem, Attendance, Meeting
from clerk.domain.presence import Presence
from clerk.errors import AmbiguousError, InputError, NotFoundError
from clerk.names import Name, full, initials
from clerk.when import strict_time

Acts = tuple[MeetingAct, ...]
"""What a line means: the acts to be done, most often one."""
LISTED = 6
"""How many people an ambiguous name lists."""


class Hearing(Fact, frozen=True):
    """The meeting as it stands, and everybody who could be meant."""

    meeting: Meeting
    presence: Presence
    entitled: tuple[str, ...]
    """Members present who may vote on the item."""
    holders: tuple[str, ...]
    """Who holds a seat on that day, there or not."""
    people: dict[str, Name]
    """Everyone in the register by id, with the name of that day."""
    roles: dict[str, str] = {}
    """The roles of seat holders: "Chairman"."""
    officers: dict[str, str] = {}
    """The officers of the register, with their posts."""
    own_kinds: tuple[str, ...] = ()
    """The council's own kinds of interest."""
    item: str = ""
    """The item that is being taken; empty before the first."""
    last_movement: str = ""
    """The movement that came last, up to the item taken."""
    now: dt.time | None = None
    """The time, where the meeting is going on; None where it is minuted on another day."""

    @property
    def kinds_as_typed(self) -> dict[str, str]:
        """The council's own kinds by the one word that a line has for each."""
        return {kind.casefold().replace(" ", "-"): kind for kind in self.own_kinds}

    def entry_of(self, person: str) -> Attendance | None:
        """What is marked of a person so far."""
        return next((e for e in self.meeting.attendance if e.person == person), None)


def who(words: str, hearing: Hearing, *pools: Iterable[str]) -> str:
    """The id of who is meant, looked for in one pool of people after the other.

    A surname or the first letters of one, initials, with a title or without. Raises NotFoundError,
    or AmbiguousError, which lists who it could be.
    """
    wanted = _wanted(words)
    if not wanted:
        raise InputError("Type a name, or its first two or three letters.")
    for pool in pools:
        found = _among(wanted, [p for p in dict.fromkeys(pool) if p in hearing.people], hearing)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(
                f"“{words.strip()}” could be {_listed([full(hearing.people[p]) for p in found])}. "
                "Type more of the name."
            )
    raise NotFoundError(f"Nobody who could be meant is called “{words.strip()}”.")


def item_of(words: str, hearing: Hearing) -> AgendaItem | None:
    """The agenda item with this reference; None where it is none."""
    wanted = words.strip().strip(",;:").casefold()
    items = hearing.meeting.items
    return next((item for item in items if item.ref and item.ref.casefold() == wanted), None)


def time_of(words: str, hearing: Hearing) -> dt.time | None:
    """The time that a bare "11.42" or "2.05" means at this meeting; None where it is no time.

    Of morning and afternoon, the first that is not before the meeting began.
    """
    plain = words.strip().strip(",;").casefold()
    if re.search(r"[ap]\.?m|noon|midnight", plain):
        return strict_time(plain)
    found = _BARE.fullmatch(plain)
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    began = _began(hearing.meeting)
    if hour < 12 and (dt.time(hour, minute) < began or hour == 0):
        return dt.time(hour + 12, minute) if hour else dt.time(0, minute)
    return dt.time(hour, minute)


def first_time(tokens: Iterable[str], hearing: Hearing) -> dt.time | None:
    """The first of the tokens that is a time; else the time now, where the meeting is going on."""
    typed = next((at for token in tokens if (at := time_of(token, hearing)) is not None), None)
    return typed or hearing.now


def tokens_of(words: str) -> list[str]:
    """The words apart, "10.40 am" being one."""
    joined = _JOIN_HALVES.sub(r"\1\2", words)
    return [token for token in re.split(r"[\s,;]+", joined) if token]


def split_words(words: str, hearing: Hearing) -> tuple[str, list[str]]:
    """(name, the tokens behind it): a name ends at a time, an item's reference or a known word."""
    tokens = tokens_of(words)
    known = {*KNOWN_WORDS, *hearing.kinds_as_typed}
    for at, token in enumerate(tokens):
        if at and (token.casefold() in known or token[:1] == "=" or is_mark(token, hearing)):
            return " ".join(tokens[:at]), tokens[at:]
    return " ".join(tokens), []


def is_mark(token: str, hearing: Hearing) -> bool:
    """Whether a token is a time or an item's reference."""
    return time_of(token, hearing) is not None or item_of(token, hearing) is not None


KNOWN_WORDS = frozenset(
    re.findall(
        r"\w+",
        "at interest item this for as because sensitive dispensation disp dpi pecuniary other "
        "significant osi personal voluntary prejudicial arrears s106 stays stayed spoke speaks "
        "left leaves out novote registered unregistered start",
    )
)
"""Words behind a name that cannot be part of it."""
_BARE = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")
_JOIN_HALVES = re.compile(r"(\d)\s+([ap]\.?m\.?)\b", re.IGNORECASE)
_TITLES = frozenset(
    re.findall(r"\w+", "mr mrs miss ms mx dr cllr councillor sir dame lord lady rev prof the")
)


def _began(meeting: Meeting) -> dt.time:
    opened = next((s.opened for s in meeting.sittings if s.opened), None)
    start = opened or meeting.time or dt.time(8)
    return dt.time(max(start.hour - 1, 0), start.minute)


def _wanted(words: str) -> list[str]:
    return [token for token in re.split(r"[\s.,;]+", letters_of(words)) if token]


def _among(wanted: list[str], pool: Sequence[str], hearing: Hearing) -> list[str]:
    """Those of the pool that fit best: the whole surname before its beginning."""
    titles = [token for token in wanted if token in _TITLES]
    tokens = [token for token in wanted if token not in _TITLES] or titles
    fits = {person: _fit(tokens, hearing.people[person]) for person in pool}
    best = max(fits.values(), default=0)
    found = [person for person, fit in fits.items() if fit == best and best]
    titled = [p for p in found if hearing.people[p].title.casefold().split()[:1] == titles[:1]]
    return titled if titles and titled else found


def _fit(tokens: list[str], name: Name) -> int:
    """How well the tokens name someone: 4 wholly, 3 by initials, 2 or 1 by a beginning, 0 not."""
    surname = _plain(name.surname)
    typed = _plain(" ".join(tokens))
    given = [letters_of(part) for part in re.split(r"[\s.\-]+", name.given) if part]
    if typed == surname or typed == _plain(f"{name.given} {name.surname}"):
        return 4
    if len(tokens) == 1 and typed == letters_of(initials(name)) and len(typed) > 1:
        return 3
    if surname.startswith(typed):
        return 2
    if len(tokens) > 1 and surname.startswith(tokens[-1]) and _initials_fit(tokens[:-1], given):
        return 2
    parts = [_plain(part) for part in re.split(r"[\s\-'’]+", name.surname)]
    return 1 if any(part.startswith(typed) for part in parts[1:] if part) else 0


def _initials_fit(tokens: list[str], given: list[str]) -> bool:
    """Each begins the forename in its place, "t j"; or they are typed in one, "tj"."""
    apart = len(tokens) <= len(given) and all(map(str.startswith, given, tokens))
    in_one = len(tokens) == 1 and "".join(part[0] for part in given).startswith(tokens[0])
    return apart or in_one


def _plain(words: str) -> str:
    return "".join(filter(str.isalpha, letters_of(words)))


def _listed(names: Sequence[str]) -> str:
    if len(names) > LISTED:
        return ", ".join(names[:LISTED]) + f" or {len(names) - LISTED} others"
    return ", ".join(names[:-1]) + " or " + names[-1]

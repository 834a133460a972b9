"""What lists and numbering need to know of every meeting, without opening every file.

A summary is worked out from one file alone. What depends on the register or on other meetings (the
committee's name, a provisional number) is worked out from the summaries when it is asked for.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.meetings import Attendance, Meeting, MeetingKind, MeetingState, Minute
from clerk.domain.mentioned import people_in
from clerk.domain.movements import Movement
from clerk.domain.printed import Line
from clerk.errors import ClerkError, NotFoundError
from clerk.paths import Home
from clerk.store.cache_marks import Known, is_settled, mark_of, read_state
from clerk.store.cache_summary import Decided, Row, SummaryRows, Wanted

_FORM = 6
"""Raised with every change of what is kept, so that rows of another form are not used."""
_UNDONE = msgspec.msgpack.encode(None)
"""The row of a file whose meeting's making was undone."""
_FEW = 2
"""Rows that are not worth a write of their own: a meeting that is being minuted changes again."""


class Summary(Fact, frozen=True):
    """A meeting without its words: nothing in it that the public edition does not show."""

    id: str
    committee: str
    date: dt.date
    time: dt.time | None = None
    venue: str = ""
    state: MeetingState = "draft"
    style: str = ""
    first_number: int | None = None
    """As typed; None where it follows from the series."""
    nth: int | None = None
    """Which meeting of its year it is, where that was typed or fixed."""
    items: int = 0
    minutes: int = 0
    doubts: int = 0
    """Those that still stand."""
    reproduced: bool = False
    ordinals: tuple[int, int] | None = None
    """The lowest and the highest of the minutes' numbers, where all are fixed."""
    numbers: str | None = None
    """The first and last number as the published record prints them; None without one."""
    kind: MeetingKind = "ordinary"
    confirmed_at: str = ""
    """The id of the meeting that confirmed its minutes."""
    amended: tuple[tuple[str, str], ...] = ()
    """What was put right on confirming them: the minute's number, and its words where public."""
    called_off: str = ""
    """In words, where it was called off or postponed."""
    last_page: int | None = None
    """The last leaf in the minute book, where it was said on signing."""
    agenda_out: dt.date | None = None
    """The day on which the agenda was published, where it says so."""

    @property
    def took_place(self) -> bool:
        """Whether it is a meeting of the committee's own that was not called off."""
        return not (self.reproduced or self.called_off)


_FACTS = msgspec.msgpack.Decoder(Summary | None)


def summary_of(meeting: Meeting) -> Summary:
    """What is kept of a meeting for lists."""
    from clerk.record.freeze import edition_of  # a list of what is kept is shown without it

    numbers = [minute.number for minute in meeting.minutes]
    published = meeting.published
    return Summary(
        id=meeting.id,
        committee=meeting.committee,
        date=meeting.date,
        time=meeting.time,
        venue=meeting.venue,
        state=meeting.state,
        style=meeting.style,
        first_number=meeting.first_number,
        nth=meeting.nth or (published.nth if published else None),
        items=len(meeting.items),
        minutes=len(meeting.minutes),
        doubts=sum(not doubt.settled for doubt in meeting.doubts),
        reproduced=bool(meeting.reproduced_in),
        ordinals=_span([number.ordinal for number in numbers if number], len(numbers)),
        numbers=printed_numbers(edition_of(published, "public").lines) if published else None,
        kind=meeting.kind,
        confirmed_at=meeting.confirmed.meeting if meeting.confirmed else "",
        amended=tuple(_amended(meeting)) if meeting.amendments else (),
        called_off=meeting.called_off.words if meeting.called_off else "",
        last_page=meeting.signed.last_page if meeting.signed else None,
        agenda_out=meeting.front.published if meeting.front else None,
    )


def skeleton_of(meeting: Meeting) -> Meeting:
    """The meeting with its numbers and who came, and nothing else that anybody said or typed.

    Enough to number its minutes and to know what its record takes from the register. Whoever has
    another part in it (a mover who is in no list, the chair) stands in it as a bare movement.
    """
    listed = {each for e in meeting.attendance for each in (e.person, e.substitute_for)}
    return Meeting(
        id=meeting.id,
        committee=meeting.committee,
        date=meeting.date,
        style=meeting.style,
        kind=meeting.kind,
        state=meeting.state,
        first_number=meeting.first_number,
        nth=meeting.nth,
        attendance=tuple(_bare(entry) for entry in meeting.attendance),
        movements=tuple(
            Movement(id=person, kind="arrived", person=person)
            for person in sorted(people_in(meeting) - listed)
        ),
        minutes=tuple(
            Minute(id=minute.id, title="", number=minute.number, restart=minute.restart)
            for minute in meeting.minutes
        ),
        as_printed=tuple(
            entry for entry in meeting.as_printed if entry.role == "title" and not entry.text
        ),
        reproduced_in=meeting.reproduced_in,
    )


def printed_numbers(lines: Sequence[Line]) -> str:
    """ "3 to 8", with "~" while provisional; empty where no minute is printed."""
    printed = [line for line in lines if line.kind == "minute"]
    if not printed:
        return ""
    first, last = ((line.number or "").rstrip(".") for line in (printed[0], printed[-1]))
    return number_run(first, last, provisional=printed[0].provisional)


def number_run(first: str, last: str, *, provisional: bool) -> str:
    """Two printed numbers as a list shows them."""
    mark = "~" if provisional else ""
    return f"{mark}{first}" if first == last else f"{mark}{first} to {mark}{last}"


class Entry(NamedTuple):
    """One meeting's summary with what is known of its file; no skeleton where it was not read."""

    known: Known | None
    summary: Summary | None
    """None where the making of the meeting was undone."""
    skeleton: Meeting | None = None


class Summarised:
    """What there was to know of some meetings at one moment, in the order of their files."""

    def __init__(
        self,
        entries: Mapping[Path, Entry],
        troubles: Mapping[Path, ClerkError],
        skeletons: Callable[[str], Mapping[str, Meeting]],
        load: Callable[[Path], Meeting | None],
    ) -> None:
        self.entries = entries
        """Those that hold a meeting."""
        self.troubles = troubles
        """What is wrong with the files that cannot be read."""
        self._skeletons_in = skeletons
        self._skeletons: dict[str, Mapping[str, Meeting]] = {}
        self._load = load
        self._folders: dict[str, dict[Path, Entry]] = {}

    def __iter__(self) -> Iterator[tuple[Path, Summary]]:
        return ((path, entry.summary) for path, entry in self.entries.items() if entry.summary)

    def __contains__(self, path: Path) -> bool:
        """Whether the file holds a meeting, or cannot be read: then that is said on opening it."""
        return path in self.entries or path in self.troubles

    def within(self, folder: str) -> "Summarised":
        """Those of one committee's folder alone."""
        if not self._folders:
            for path, entry in self.entries.items():
                self._folders.setdefault(path.parent.name, {})[path] = entry
        return Summarised(self._folders.get(folder, {}), {}, self._skeletons_in, self._load)

    def skeleton(self, path: Path) -> Meeting:
        """See `skeleton_of`. Raises StorageError where it is not kept and cannot be read."""
        entry = self.entries[path]
        if entry.skeleton is not None:
            return entry.skeleton
        folder = path.parent.name
        if folder not in self._skeletons:
            self._skeletons[folder] = self._skeletons_in(folder)
        kept = self._skeletons[folder].get(path.name)
        if kept is not None and entry.summary is not None and kept.id == entry.summary.id:
            return kept
        meeting = self._load(path)  # cleared by another Clerk since
        if meeting is None:
            raise NotFoundError(f"There is no meeting in {path.name} any more.")
        return skeleton_of(meeting)


class Kept(NamedTuple):
    """What `Summaries.standing` gives."""

    moved: dict[str, str]
    """The folders of which nothing is given, with their marks; an empty mark where one is gone."""
    found: Summarised
    totals: Sequence[int]
    """For each that was wanted: how many meetings there are in all, but for those folders'."""
    held: Mapping[str, tuple[int, int | None]]
    """See `clerk.store.cache_summary.Standing`."""


class Summaries:
    """The summaries of a data folder; `load` reads a meeting's file and says what is wrong."""

    def __init__(self, home: Home, load: Callable[[Path], Meeting | None]) -> None:
        self._home = home
        self._rows = SummaryRows(home, _FORM)
        self._load = load

    def of(self, paths: Sequence[Path], folder: str = "", mark: str = "") -> Summarised:
        """What there is to know of these meetings now, each row checked against its file.

        `folder` is that of the committee whose meetings they are; without one they are all. `mark`
        is the folder's as it was before it was listed, where they are all that lie in it: its rows
        are then in step with it, and `standing` need not look at it again.
        """
        holding = self._rows.holding(paths, folder, whole=bool(mark)) if paths else {}
        missing = [path for path in paths if path not in holding]
        clock_ns = self._rows.clock_ns() if missing or mark else 0
        entries: dict[Path, Entry] = {}
        troubles: dict[Path, ClerkError] = {}
        read: dict[Path, Row] = {}
        for path in paths:
            try:
                known, facts = holding[path]
                entry = Entry(known, _FACTS.decode(facts))
            except (KeyError, msgspec.MsgspecError):
                try:
                    entry = self._read(path, clock_ns, read)
                except ClerkError as error:
                    troubles[path] = error
                    continue
            if entry.summary is not None:
                entries[path] = entry
        settled = is_settled(mark, clock_ns) and not troubles
        if len(read) > (_FEW if folder and not settled else 0):
            self._rows.put(read)
        if settled:
            self._rows.seen(folder, mark, clock_ns)
        return Summarised(entries, troubles, self._skeletons_in, self._load)

    def standing(self, wanted: Sequence[Wanted], today: dt.date) -> Kept:
        """What is kept of the meetings that are `wanted`, without a look at every file.

        Of a folder in which a file is not as it was, or in which a draft's numbers follow from
        those of other meetings, nothing is given: it counts as moved, and is to be gone through.
        """
        apart: set[str] = set()
        while True:
            standing = self._rows.standing(wanted, today.toordinal(), apart)
            entries = {
                self._home.meetings_dir / name: Entry(known, _summary_or_none(facts))
                for shown in standing.shown
                for name, known, facts in shown.rows
            }
            doubtful = {
                path.parent.name for path, entry in entries.items() if not _holds(path, entry)
            }
            if not doubtful:
                found = Summarised(entries, {}, self._skeletons_in, self._load)
                return Kept(standing.moved, found, standing.totals, standing.held)
            apart |= doubtful

    def one(self, path: Path) -> Entry:
        """What there is to know of one meeting, from its file. Raises StorageError."""
        return self._read(path, 0, {})

    def forget(self, path: Path) -> None:
        """Lets go of what is kept of a meeting, until somebody asks for it again."""
        self._rows.clear([path])

    def decided(self) -> dict[str, Decided]:
        """What each meeting decided, as far as kept, by "folder/file" and with its basis."""
        return self._rows.decided()

    def keep_decided(self, rows: Mapping[Path, Decided]) -> None:
        """Keeps what meetings decided."""
        self._rows.put_decided(rows)

    def _read(self, path: Path, clock_ns: int, read: dict[Path, Row]) -> Entry:
        """The summary of a file, made anew and added to what was `read`. Raises StorageError."""
        try:
            known, state = read_state(path, clock_ns)
            meeting = msgspec.json.decode(state, type=Meeting) if state else None
        except (ClerkError, msgspec.MsgspecError):
            meeting = self._load(path)  # says what is wrong as opening it would
            return Entry(None, *_both(meeting))
        entry = Entry(known, *_both(meeting))
        facts, skeleton = (msgspec.msgpack.encode(each) for each in entry[1:])
        read[path] = Row(known, facts, skeleton, *_listed(entry.summary))
        return entry

    def _skeletons_in(self, folder: str) -> Mapping[str, Meeting]:
        return _Decoded(self._rows.skeletons(folder))


class _Decoded(Mapping[str, Meeting]):
    """Skeletons made into values one by one: seldom is more than a draft's wanted."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = {name: content for name, content in kept.items() if content != _UNDONE}

    def __getitem__(self, name: str) -> Meeting:
        return msgspec.msgpack.decode(self._kept[name], type=Meeting)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _amended(meeting: Meeting) -> Iterator[tuple[str, str]]:
    from clerk.record.public import exempt_minutes  # seldom needed

    hidden = exempt_minutes(meeting)
    for amendment in meeting.amendments:
        minute = meeting.minute(amendment.minute)
        if minute is not None and minute.number is not None and not amendment.late:
            words = "" if minute.id in hidden else amendment.words
            yield minute.number.text, words


def _both(meeting: Meeting | None) -> tuple[Summary | None, Meeting | None]:
    return (summary_of(meeting), skeleton_of(meeting)) if meeting else (None, None)


def _summary_or_none(facts: bytes) -> Summary | None:
    try:
        summary: Summary | None = _FACTS.decode(facts)
    except msgspec.MsgspecError:
        return None
    return summary


def _holds(path: Path, entry: Entry) -> bool:
    """Whether a kept summary is that of its file, and a row can be made of it alone."""
    known, summary, _ = entry
    if known is None or summary is None or (summary.numbers is None and summary.minutes):
        return False
    return known.settled and mark_of(path) == known.mark


def _listed(summary: Summary | None) -> tuple[str, int]:
    """Under what a meeting is listed, and its day as an ordinal."""
    if summary is None:
        return "", 0
    return "reproduced" if summary.reproduced else summary.state, summary.date.toordinal()


def _span(fixed: Sequence[int], minutes: int) -> tuple[int, int] | None:
    return (min(fixed), max(fixed)) if fixed and len(fixed) == minutes else None


def _bare(entry: Attendance) -> Attendance:
    return replace(entry, note="")

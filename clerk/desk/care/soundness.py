"""Whether a file that was written whole makes sense: its acts give its state, its ids exist.

What a paper contradicts in itself is no matter here: that is for the checks of a meeting.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from clerk.desk.astray import Lying, Stray, strays
from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.ledger import Kind
from clerk.domain.base import Fact, Source
from clerk.domain.committees import Role, Seat, Tenure
from clerk.domain.log import Entry, fold
from clerk.domain.meetings import Meeting
from clerk.domain.mentioned import people_in
from clerk.domain.register import Register
from clerk.errors import ClerkError, InputError, StorageError
from clerk.paths import Home
from clerk.record.freeze import fingerprint
from clerk.store.doctor import Finding
from clerk.store.files import is_stored, read_file
from clerk.store.listing import each_meeting
from clerk.store.naming import name_in
from clerk.store.sealed import Document


class PaperText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of a paper that was read."""

    name: str
    sha256: str
    lines: tuple[str, ...]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds, in its types; `disagrees` names what its acts do not give as it stands."""

    base: Any
    state: Any
    entries: tuple[Entry[Any], ...]
    disagrees: tuple[str, ...] = ()


def held(
    kind: str, base: Document | None, state: Document | None, acts: Iterable[Document]
) -> Held:
    """The documents as what their kind holds. Raises InputError, which says where they are not."""
    try:
        if kind == "paper":
            return Held(base=None, state=msgspec.convert(state, PaperText), entries=())
        return _folded(_KINDS[kind], base, state, tuple(acts))
    except msgspec.ValidationError as error:
        raise InputError(f"it holds something that this Clerk does not know: {error}") from error


def examine_facts(home: Home) -> Iterator[Finding]:
    """What does not fit in the files that can be read; those that cannot are left to the doctor."""
    register, wrong = _register(home)
    yield from wrong
    seen: dict[str, Path] = {}
    lying: list[Lying] = []
    for path, stored in each_meeting(home):
        if isinstance(stored, StorageError):
            continue
        try:
            found = held("meeting", stored.base, stored.state, stored.acts)
        except InputError as error:
            yield _fault(home, path, str(error))
            continue
        for said in (*_disagreement(found), *_of_meeting(found.state, register)):
            yield _fault(home, path, said)
        if found.state is not None:
            lying.append(Lying(path, found.state.id, found.state.committee))
            if found.state.id in seen:
                yield _twice(home, path, seen[found.state.id])
            seen.setdefault(found.state.id, path)
    if register is not None:
        for stray in strays(lying, register):
            yield _astray(home, stray)
        for said in _of_register(register, None if wrong else seen):
            yield _fault(home, home.register, said)


_KINDS: Mapping[str, Kind[Any, Any]] = {"meeting": MEETING, "register": REGISTER}


def _folded(
    kind: Kind[Any, Any],
    base: Document | None,
    state: Document | None,
    acts: tuple[Document, ...],
) -> Held:
    first, last = _read(kind, base), _read(kind, state)
    done = kind.acts()
    entries = msgspec.convert(acts, tuple[Entry[done.type], ...])  # type: ignore[name-defined]
    try:
        given = fold(first, entries, done.apply)
    except ClerkError as error:
        return Held(base=first, state=last, entries=entries, disagrees=(str(error),))
    return Held(base=first, state=last, entries=entries, disagrees=_differing(given, last))


def _read(kind: Kind[Any, Any], value: Document | None) -> Any:
    return kind.empty if value is None else msgspec.convert(value, kind.state)


def _differing(given: Any, stands: Any) -> tuple[str, ...]:
    """The fields in which two states differ."""
    if given == stands:
        return ()
    if given is None or stands is None:
        return ("whether there is a meeting at all",)
    names = (field.name for field in msgspec.structs.fields(stands))
    return tuple(name for name in names if getattr(given, name) != getattr(stands, name))


def _disagreement(found: Held) -> list[str]:
    if not found.disagrees:
        return []
    return [f"its acts do not give what it holds: they differ in {', '.join(found.disagrees)}"]


def register_of(home: Home) -> Register | None:
    """The register as it is read here: None where it is not sound."""
    return _register(home)[0]


def _register(home: Home) -> tuple[Register | None, list[Finding]]:
    """The register as far as it can be read, and what is wrong with it."""
    if not is_stored(home.register):
        return Register(), []
    try:
        stored = read_file(home.register, "register")
        found = held("register", stored.base, stored.state, stored.acts)
    except InputError as error:
        return None, [_fault(home, home.register, str(error))]
    except StorageError:  # the doctor has said so
        return None, []
    register: Register = found.state
    return register, [_fault(home, home.register, said) for said in _disagreement(found)]


def _of_register(register: Register, meetings: Mapping[str, Path] | None) -> Iterator[str]:
    for body in register.committees.values():
        tenures = (*_tenures(body.seats), *_tenures(body.roles))
        yield from _unknown(
            f"{body.name} seats", (each.person for each in tenures), register.people, "people"
        )
    for paper in register.papers.values():
        yield from _unknown(
            f"the paper {paper.name} is of", [paper.committee], register.committees, "committees"
        )
        if meetings is not None:
            said = f"the paper {paper.name} gave"
            yield from _unknown(said, paper.meetings, meetings, "meetings")


def _of_meeting(meeting: Meeting | None, register: Register | None) -> Iterator[str]:
    if meeting is None:
        return
    published = meeting.published
    if published is not None and fingerprint(published.record.lines) != published.sha256:
        yield "the record that was published is not the one that its SHA-256 was taken of"
    if register is None:
        return
    yield from _unknown(
        "it is a meeting of", [meeting.committee], register.committees, "committees"
    )
    yield from _unknown("it names", _named(meeting), register.people, "people")
    yield from _unknown("it was read from", _papers_of(meeting), register.papers, "papers")


def _unknown(said: str, ids: Iterable[str], known: Mapping[str, object], what: str) -> list[str]:
    missing = sorted({each for each in ids if each and each not in known})
    return [f"{said} {', '.join(missing)}, not among the {what}"] if missing else []


def _tenures(places: Iterable[Seat | Role]) -> Iterator[Tenure]:
    return (tenure for place in places for tenure in place.tenures)


def _named(meeting: Meeting) -> Iterator[str]:
    yield from people_in(meeting)
    for minute in meeting.minutes:
        yield from (link.person for link in minute.links)
        yield from (author.person for author in (*minute.authors, *minute.present_for))


def _papers_of(meeting: Meeting) -> Iterator[str]:
    yield from (meeting.paper, meeting.reproduced_in)
    facts: tuple[tuple[Fact, ...], ...] = (meeting.items, meeting.reports, meeting.minutes)
    for fact in (fact for each in facts for fact in each):
        source: Source | None = getattr(fact, "source", None)
        if source is not None:
            yield source.paper


def _twice(home: Home, path: Path, other: Path) -> Finding:
    return _fault(
        home,
        path,
        f"it is the same meeting as {name_in(home, other)}",
        f"compare them with `clerk show {_ref(path)}` and `clerk show {_ref(other)}`, then move "
        "one out of the data folder; `clerk restore` has what a backup holds in its place",
    )


def _astray(home: Home, stray: Stray) -> Finding:
    here, there = stray.path.parent.name, stray.belongs.parent.name
    said = f"it lies in the folder {here}, and its committee is {there}"
    if not stray.free:
        return _fault(home, stray.path, said, f"move it out of the data folder, or to {there}")
    found = _fault(home, stray.path, said, f"name the folder {there} again")
    return replace(found, remedy=f"it becomes {name_in(home, stray.belongs)}")


def _ref(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


_LOOK = "look whether a backup has it right: `clerk restore` shows what would change"


def _fault(home: Home, path: Path, said: str, advice: str = _LOOK) -> Finding:
    said = f"does not hold together: {said}"
    return Finding(path=name_in(home, path), state="fault", said=said, advice=advice)

"""Import: read papers, say what was understood and what is doubtful, store it as one change."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from clerk.desk.data_folder import MeetingLedger
from clerk.desk.incoming.intake import Intake, take_in
from clerk.desk.incoming.joining import FindMeeting
from clerk.desk.incoming.versions import differences
from clerk.desk.meeting.open_meeting import meeting_on
from clerk.desk.office import Office
from clerk.domain.base import Fact, new_id
from clerk.domain.committees import Committee, person_on
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt, Meeting
from clerk.domain.register import Paper
from clerk.errors import AnotherVersionError, NotSaidError, RefusedError
from clerk.names import full
from clerk.readers.files.lines import lines, sha256
from clerk.readers.paper import read_lines
from clerk.readers.reading import Reading
from clerk.record.dates import clock
from clerk.record.style.parts import DateStyle
from clerk.store.backup import backup
from clerk.store.files import is_stored, read_file
from clerk.store.together import Change
from clerk.when import long_date, plain_date


class Imported(Fact, frozen=True):
    """What an import did, or would do."""

    said: tuple[str, ...]
    """What was understood, a sentence a line."""
    doubts: tuple[Doubt, ...]
    """Most doubtful first."""
    refs: tuple[str, ...]
    """The meetings, as they are named on the command line."""
    changed: bool
    """False where the same paper had been read before, or nothing was to be stored."""


def import_paper(
    office: Office,
    path: Path,
    *,
    dry_run: bool = False,
    replace_it: bool = False,
    committee: str = "",
    day: dt.date | None = None,
) -> Imported:
    """Reads a paper and stores all of it as one change, or nothing.

    The same paper again changes nothing and says so; a changed one is refused without
    `replace_it`, with which everything is backed up first. `committee` and `day` are those of
    the meeting where the paper does not say them. Raises InputError, StorageError.
    """
    office.register_ledger.refresh()
    digest, text = sha256(path), lines(path)
    reading = _dated(_named(read_lines(text, path.name), committee.strip()), day)
    known = _known_paper(office, reading)
    if known is not None and known.sha256 == digest:
        return _same_again(known)
    if known is not None and not replace_it:
        raise AnotherVersionError(
            f"{path.name} is another version of “{known.name}”, which was read before "
            f"({_what(known)}). Nothing was changed. Use --replace to put this one in its place: "
            "what was read then, and minuted since, is backed up first."
        )
    paper = Paper(
        id=known.id if known else new_id(),
        committee="",
        date=_date_of(reading),
        kind=reading.kind,
        sha256=digest,
        name=path.name,
    )
    intake = take_in(reading, office.register, paper, office.styles, _finder(office))
    otherwise = _otherwise(office, intake) if known else ()
    said = (*_understood(intake, reading, office), *intake.left_out, *otherwise)
    refs = tuple(office.ref(_path_of(office, intake, meeting)) for meeting in intake.meetings)
    if not dry_run:
        _store(office, intake, known, text)
    return Imported(said=said, doubts=intake.doubts, refs=refs, changed=not dry_run)


def _otherwise(office: Office, intake: Intake) -> tuple[str, ...]:
    """What the meetings have otherwise than before, in sentences."""
    said: list[str] = []
    for meeting in intake.meetings:
        found = meeting_on(office, meeting.committee, meeting.date)
        said += differences(found[1] if found else None, meeting, plain_date(meeting.date))
    return tuple(said) or ("Nothing in it reads otherwise than in the version read before.",)


def _date_of(reading: Reading) -> dt.date:
    """The day of the meeting that the paper is for; raises InputError where it shows none."""
    day = reading.agenda.date if reading.agenda else next((m.date for m in reading.minutes), None)
    if day is None:
        raise NotSaidError(
            "The paper shows no date of a meeting that could be read. Give it with --date, or put "
            "it into the heading, like “Thursday, 26 April 2012”, and import again."
        )
    return day


def _named(reading: Reading, committee: str) -> Reading:
    """The reading with a committee for what names none; a printed name stays as it is.

    Raises InputError where the paper names none and none is given: none is invented.
    """
    papers = [reading.agenda] if reading.agenda else list(reading.minutes[:1])
    if papers and all(each.committee.strip() for each in papers):
        return reading
    if not committee or not papers:
        raise NotSaidError(
            "The paper names no committee that could be read. Name it with --committee, or put "
            "it into the heading, and import again."
        )
    if reading.agenda:
        return replace(reading, agenda=replace(reading.agenda, committee=committee))
    first, *others = reading.minutes
    return replace(reading, minutes=(replace(first, committee=committee), *others))


def _dated(reading: Reading, day: dt.date | None) -> Reading:
    """The reading with a day for the meeting that shows none; a printed date stays."""
    if day is None:
        return reading
    if reading.agenda:
        return replace(reading, agenda=replace(reading.agenda, date=reading.agenda.date or day))
    first, *others = reading.minutes
    return replace(reading, minutes=(replace(first, date=first.date or day), *others))


def _known_paper(office: Office, reading: Reading) -> Paper | None:
    """The same paper as read before: the same committee, date and kind."""
    name = (reading.agenda or reading.minutes[0]).committee.casefold()
    day = _date_of(reading)
    for paper in office.register.papers.values():
        body = office.register.committees.get(paper.committee)
        if body is None or (paper.date, paper.kind) != (day, reading.kind):
            continue
        if any(dated.text.casefold() == name for dated in body.names):
            return paper
    return None


def _numbered(numbers: Sequence[str]) -> str:
    """ "minutes 3 to 8"; of minutes that bear no numbers, how many there are."""
    known = [number for number in numbers if number]
    if not known:
        return f"{len(numbers)} minutes without numbers"
    return f"minutes {known[0]} to {known[-1]}" if len(known) > 1 else f"minute {known[0]}"


def _same_again(known: Paper) -> Imported:
    said = f"This very paper was read before ({_what(known)}). Nothing was changed."
    return Imported(said=(said,), doubts=(), refs=(), changed=False)


def _what(paper: Paper) -> str:
    return f"the {paper.kind} of {plain_date(paper.date)}"


def _finder(office: Office) -> FindMeeting:
    """How a committee's meeting on a day is found that is already in Clerk."""

    def find(committee_id: str, day: dt.date) -> Meeting | None:
        if committee_id not in office.register.committees:
            return None
        found = meeting_on(office, committee_id, day)
        return found[1] if found else None

    return find


def _path_of(office: Office, intake: Intake, meeting: Meeting) -> Path:
    body = next(
        (body for body in intake.act.committees if body.id == meeting.committee), None
    ) or office.committee(meeting.committee)
    if body.id in office.register.committees:
        found = meeting_on(office, body.id, meeting.date)
        if found is not None and found[1].id == meeting.id:
            return found[0]
    return office.free_path(body, meeting.date)


def _store(office: Office, intake: Intake, known: Paper | None, text: tuple[str, ...]) -> None:
    """The register and every meeting of the paper, as one change."""
    office.prepare()
    if known is not None:
        _backup(office)
    change = new_id()
    name = intake.act.paper.name
    with office.register_lock():
        register = office.register_ledger
        if register.refresh():
            raise RefusedError(
                "Another clerk changed the register while the paper was read. Nothing was stored; "
                "import it again."
            )
        planned = register.plan(intake.act, f"{name} imported", change)
        ledgers: list[MeetingLedger] = []
        changes = [register.change(planned)]
        plans = []
        for meeting in intake.meetings:
            ledger = office.fresh(_path_of(office, intake, meeting))
            plan = ledger.plan(MeetingRead(meeting=meeting), f"Read from {name}", change)
            ledgers.append(ledger)
            plans.append(plan)
            changes.append(ledger.change(plan))
        changes.append(_kept_text(office, intake.act.paper, text))
        stored = office.write_together(changes)
        register.adopt(planned, stored[0])


def _kept_text(office: Office, paper: Paper, text: tuple[str, ...]) -> Change:
    """The paper's own lines, kept once: reports and sources point into them."""
    path = office.home.papers_dir / f"{paper.id}.json"
    stored = read_file(path, "paper") if is_stored(path) else None
    state = {"name": paper.name, "sha256": paper.sha256, "lines": list(text)}
    return Change(path=path, kind="paper", base=None, state=state, acts=(), expected=stored)


def _backup(office: Office) -> None:
    moment = office.now()
    target = office.home.backups_dir / f"before-replace-{moment:%Y-%m-%d-%H%M%S}.zip"
    backup(office.home, target, moment)


# --- what was understood, in words ---------------------------------------------------------------


def _understood(intake: Intake, reading: Reading, office: Office) -> list[str]:
    bodies = {body.id: body for body in office.register.committees.values()}
    bodies |= {body.id: body for body in intake.act.committees}
    people = office.register.people | {person.id: person for person in intake.act.people}
    names = {person.id: full(person.name) for person in people.values()}
    said = [f"{intake.act.paper.name}: {reading.lines} lines read."]
    for meeting in intake.meetings:
        body = bodies[meeting.committee]
        if meeting.front is not None and not meeting.minutes:
            said.extend([_committee_words(body, meeting, names), _agenda_words(body, meeting)])
        elif meeting.minutes:
            said.append(_minutes_words(body, meeting))
    return said


def _committee_words(body: Committee, meeting: Meeting, names: dict[str, str]) -> str:
    groups = Counter(seat.group or "members" for seat in body.seats)
    seats = ", ".join(f"{group} {count}" for group, count in groups.items())
    roles = ", ".join(
        f"{role.title} {names[role.tenures[-1].person]}" for role in body.roles if role.tenures
    )
    vacant = sum(person_on(seat, meeting.date) is None for seat in body.seats)
    words = f"{body.name}: {len(body.seats)} seats"
    words += f" ({seats})" if seats else ""
    words += f", {vacant} vacant" if vacant else ""
    return f"{words}; {roles}." if roles else f"{words}."


def _agenda_words(body: Committee, meeting: Meeting) -> str:
    at = f", {clock(meeting.time, DateStyle())}" if meeting.time else ""
    exempt = sum(item.exempt is not None for item in meeting.items)
    words = (
        f"Agenda of {body.name}, {long_date(meeting.date)}{at}: {len(meeting.items)} items"
        f" in {len(meeting.sections)} sections, {len(meeting.reports)} reports"
    )
    return f"{words}, {exempt} exempt items." if exempt else f"{words}."


def _minutes_words(body: Committee, meeting: Meeting) -> str:
    present = sum(entry.capacity == "present" for entry in meeting.attendance)
    numbers = [minute.number.text for minute in meeting.minutes if minute.number]
    kind = "Another body's minutes, reproduced" if meeting.reproduced_in else "Minutes"
    slips = len(meeting.as_printed)
    words = (
        f"{kind}: {body.name}, {long_date(meeting.date)}: {_numbered(numbers)}, {present} present"
    )
    return f"{words}, {slips} kept as printed." if slips else f"{words}."

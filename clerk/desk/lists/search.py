"""Search: the minutes of every meeting that hold some words, newest first, from the public record.

The index is a cache: it is brought in step with the files before it is asked, and made again when
it is missing.
"""

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import cast

from clerk.clean import clean_text
from clerk.desk.lists.public_record import PublicRecords
from clerk.desk.office import Office
from clerk.desk.summary import Summarised
from clerk.domain.base import Fact
from clerk.domain.meetings import MeetingState
from clerk.domain.printed import Line
from clerk.errors import ClerkError, InputError
from clerk.record.public import withheld
from clerk.store.cache_marks import mark_of
from clerk.store.cache_search import MARKS, Found, Indexed, Part

Progress = Callable[[int, int], None]
"""Told how many meetings have been indexed, and of how many."""

FIRST = 50
"""How many hits are looked for: who gets more will rather type another word."""
_MOST_WORDS = 30
BATCH = 100
"""Meetings indexed in one go: what was done before an interruption stays done."""


class Hit(Fact, frozen=True):
    """A minute that holds the words; without a number, a meeting's head."""

    meeting: str
    """The meeting's ref."""
    committee: str
    committee_name: str
    date: dt.date
    state: MeetingState
    number: str
    """With "~" while provisional."""
    title: str
    snippet: str
    """Some words of it, where the words looked for stand if they stand together."""
    marked: tuple[tuple[int, int], ...]
    """From where to where the words looked for stand in the snippet."""
    minute: str
    """The minute's id."""


def find(office: Office, words: str, limit: int = FIRST, committee: str = "") -> tuple[Hit, ...]:
    """The newest minutes in which all the words occur, of one committee (its id) or of all.

    Words in quotation marks stand together; the last word may be only begun. Only folders in which
    something changed are looked into first: `refresh` looks at every file. Raises InputError,
    StorageError.
    """
    wanted = _expression(words)
    if not wanted:
        return ()
    answer = office.index.find(wanted, committee, limit)
    basis = office.drafts_rest_on
    if answer.rests_on != basis:
        refresh(office)
        answer = office.index.find(wanted, committee, limit)
    elif answer.changed:
        _look_into(office, answer.changed, basis)
        answer = office.index.find(wanted, committee, limit)
    if not _stand(office, answer.found):  # a file was overwritten in place
        refresh(office)
        answer = office.index.find(wanted, committee, limit)
    return tuple(_hits(office, answer.found))


def refresh(office: Office, progress: Progress | None = None) -> None:
    """The index in step with every file; made anew where it is missing."""
    index, basis = office.index, office.drafts_rest_on
    folders = index.folders()
    paths = office.meeting_paths()
    missing = index.not_indexed(paths)
    if basis != index.rests_on():
        missing.extend(_drafts_made_otherwise(office, {*missing}))
    _index(office, missing, progress)
    index.seen(folders, basis)


def _look_into(office: Office, folders: Mapping[str, str], basis: str) -> None:
    for folder in folders:
        missing = office.index.not_indexed(office.meeting_paths(folder), folder)
        _index(office, missing, None)
    office.index.seen(folders, basis)


def _stand(office: Office, found: Sequence[Found]) -> bool:
    """Whether the files in which something was found are those that were indexed."""
    meetings = str(office.home.meetings_dir)
    marks = {row.path: row.mark for row in found}
    return all(mark_of(f"{meetings}/{path}") == mark for path, mark in marks.items())


def _drafts_made_otherwise(office: Office, others: set[Path]) -> Iterator[Path]:
    bases = office.index.bases()
    found = office.summaries()
    records = PublicRecords(office, found)
    for path, summary in found:
        if summary.numbers is None and path not in others:
            with contextlib.suppress(ClerkError):
                if records.basis(path) != bases.get(f"{path.parent.name}/{path.name}"):
                    yield path


def _index(office: Office, paths: Sequence[Path], progress: Progress | None) -> None:
    done: list[Indexed] = []
    number = 0
    for folder, group in groupby(sorted(paths), key=lambda path: path.parent.name):
        found = office.summaries(folder)
        records = PublicRecords(office, found)
        for path in group:
            number += 1
            meeting = _indexed(path, found, records)
            if meeting is None:
                office.index.clear([path])
            else:
                done.append(meeting)
            if len(done) == BATCH or number == len(paths):
                office.index.put(done)
                done.clear()
                if progress:
                    progress(number, len(paths))


def _indexed(path: Path, found: Summarised, records: PublicRecords) -> Indexed | None:
    """None where the file holds no meeting or cannot be read."""
    try:
        entry = found.entries[path]
        record = records.lines(path)
        basis = records.basis(path)
    except (ClerkError, KeyError):
        return None
    if record is None or entry.known is None:
        return None
    meeting, lines = record
    return Indexed(
        path=path,
        known=entry.known,
        basis=basis,
        state=meeting.state,
        withheld=" ".join(withheld(meeting)),
        date=meeting.date,
        committee=meeting.committee,
        parts=tuple(_parts(lines)),
    )


def _parts(lines: Sequence[Line]) -> Iterator[Part]:
    heading: Line | None = None
    held: list[str] = []
    for line in (*lines, None):
        if line is not None and line.kind != "minute":
            held.append(_words(line))
            continue
        number = "" if heading is None or heading.provisional else heading.number or ""
        yield Part(
            title=_words(heading) if heading else "",
            text="\n".join(held),
            number=number.rstrip("."),
            fact=heading.fact if heading else "",
        )
        heading = line
        held.clear()


def _words(line: Line) -> str:
    """As they were typed: capitals are the house style's."""
    if line.rows:
        return " ".join(" ".join(row) for row in line.rows)
    return "".join(run.text for run in line.runs)


def _hits(office: Office, found: Sequence[Found]) -> Iterator[Hit]:
    provisional: dict[str, Mapping[str, str]] = {}
    for row in found:
        number = row.number
        if row.fact and not number:
            if row.path not in provisional:
                provisional[row.path] = _provisional(office, row.path, row.committee)
            number = provisional[row.path].get(row.fact, "")
        snippet, marked = _split(row.snippet)
        day = dt.date.fromordinal(row.day)
        body = office.committee(row.committee)
        yield Hit(
            meeting=row.path.removesuffix(".json"),
            committee=body.id,
            committee_name=body.name_on(day),
            date=day,
            state=cast(MeetingState, row.state),
            number=number,
            title=row.title,
            snippet=snippet,
            marked=marked,
            minute=row.fact,
        )


def _provisional(office: Office, name: str, committee: str) -> Mapping[str, str]:
    path = office.home.meetings_dir / name
    body = office.committee(committee)
    found = office.summaries(body.slug)
    if path not in found.entries:
        return {}
    return office.series(body, meetings=found).printed(path)


def _split(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words without their marks, and where these stood."""
    text, marked = "", []
    for piece in re.split(f"({MARKS[0]}[^{MARKS}]*{MARKS[1]})", snippet.replace("\n", " ")):
        words = piece.strip(MARKS)
        if piece != words:
            marked.append((len(text), len(text) + len(words)))
        text += words
    return text, tuple(marked)


def _expression(words: str) -> str:
    """What was typed as an expression of the index: each word or phrase quoted, all to be there.

    Nothing typed is ever read as the index's own language.
    """
    clean = re.sub("[“”„″]", '"', clean_text(words)[0])
    wanted: list[str] = []
    for at, piece in enumerate(clean.split('"')):
        wanted.extend([piece] if at % 2 else piece.split())
    kept = [each for each in wanted if any(character.isalnum() for character in each)]
    if len(kept) > _MOST_WORDS:
        raise InputError(f"{len(kept)} words are too many to look for. Type at most {_MOST_WORDS}.")
    if not kept:
        return ""
    begun = not clean.rstrip().endswith('"') and len(kept[-1]) > 1
    return " AND ".join(f'"{each}"' for each in kept) + (" *" if begun else "")

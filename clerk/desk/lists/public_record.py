"""The public record of many meetings, and on what each rests: what lists and search are made of."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from clerk.desk.office import Office
from clerk.desk.series import Series
from clerk.desk.summary import Summarised
from clerk.domain.meetings import Meeting
from clerk.domain.printed import Line
from clerk.errors import ClerkError
from clerk.record.context import Context
from clerk.store.cache_summary import Decided


class PublicRecords:
    """The public records of the meetings summarised, each made only when it is asked for."""

    def __init__(self, office: Office, found: Summarised) -> None:
        self._office = office
        self._found = found
        self._series: dict[str, Series] = {}

    def basis(self, path: Path) -> str:
        """What stays the same while the meeting's public record does; empty where not known.

        A published record rests on its file alone; a draft's on the names, the style and the
        numbers before it too.
        """
        known, summary, _ = self._found.entries[path]
        if known is None or summary is None:
            return ""
        if summary.numbers is not None:
            return known.sha256
        context = msgspec.json.encode(self._context(self._found.skeleton(path)))
        return f"{known.sha256} {hashlib.sha256(context).hexdigest()}"

    def lines(self, path: Path) -> tuple[Meeting, tuple[Line, ...]] | None:
        """The meeting and its public record, from which exempt business is absent.

        None where its file has just been lost or its making undone. Raises ClerkError.
        """
        from clerk.record.freeze import standing_record
        from clerk.record.minutes.compose import compose  # lists of what is kept need it not

        meeting = self._office.load(path).state
        if meeting is None:
            return None
        published = standing_record(meeting, "public")
        if published is not None:
            return meeting, published.lines
        return meeting, compose(meeting, self._context(meeting), "public").lines

    def series(self, committee_id: str) -> Series:
        """The numbers of a committee's meetings."""
        if committee_id not in self._series:
            body = self._office.committee(committee_id)
            mine = self._found.within(body.slug)
            self._series[committee_id] = self._office.series(body, meetings=mine)
        return self._series[committee_id]

    def _context(self, meeting: Meeting) -> Context:
        return self._office.context(meeting, series=self.series(meeting.committee))


def decided(
    office: Office, made: Callable[[str, Meeting, tuple[Line, ...]], bytes]
) -> Iterator[tuple[str, bytes]]:
    """What each meeting decided, with its committee's id; kept, and `made` again where it changed.

    A meeting that cannot be read hides no other.
    """
    found = office.summaries()
    records = PublicRecords(office, found)
    kept = office.kept.decided() if found.entries else {}
    fresh: dict[Path, Decided] = {}
    for path, summary in found:
        if not summary.minutes:
            continue
        try:
            basis = records.basis(path)
            held = kept.get(f"{path.parent.name}/{path.name}")
            if held is None or not basis or held.basis != basis:
                record = records.lines(path)
                if record is None:
                    continue
                held = Decided(basis, made(office.ref(path), *record))
                fresh[path] = held
        except ClerkError:
            continue
        yield summary.committee, held.content
    if fresh:
        office.kept.keep_decided(fresh)

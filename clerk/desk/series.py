"""A committee's minute numbers, meeting by meeting, from the summaries alone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from clerk.desk.summary import Summarised, Summary, number_run
from clerk.domain.committees import Committee
from clerk.domain.meetings import Meeting
from clerk.record.context import Amended
from clerk.record.numbering import (
    Taken,
    first_number,
    heading_number,
    numbers_of,
    year_before,
)
from clerk.record.style.house_style import HouseStyle
from clerk.when import plain_date


class Series:
    """The series of one committee. `style` gives the house style of its name, or the default's.

    Worked out forwards from the first meeting, so that a decade of drafts costs one pass.
    """

    def __init__(
        self, body: Committee, meetings: Summarised, style: Callable[[str], HouseStyle]
    ) -> None:
        self._body = body
        self._meetings = meetings
        self._style = style
        rows = [(path, found) for path, found in meetings if found.took_place]
        rows.sort(key=lambda row: row[1].date)  # those of one day stay in the order of their files
        self._rows: list[tuple[Path, Summary]] = rows
        self._taken: list[Taken] = []

    def first(self, meeting: Meeting) -> int:
        """The first number of a meeting: typed, fixed, or one more than the last before it."""
        if meeting.first_number is not None:
            return meeting.first_number
        if meeting.minutes and meeting.minutes[0].number and all(m.number for m in meeting.minutes):
            return meeting.minutes[0].number.ordinal
        return self._run_on(meeting.date, self._place(meeting))

    def nth(self, meeting: Meeting) -> int:
        """Which meeting of its year it is: typed, fixed, or one more than the one before it."""
        if known := meeting.nth or (meeting.published.nth if meeting.published else None):
            return known
        begins = year_before(meeting.date, self._body.series)
        count = 1
        for _, found in reversed(self._rows[: self._place(meeting)]):
            if found.date < begins:
                break
            if found.nth is not None:
                return found.nth + count
            count += 1
        return count

    def awaiting_approval(self, meeting: Meeting) -> tuple[dt.date, ...]:
        """The days of the meetings whose minutes this one is to confirm, or has, oldest first.

        That is the last meeting before it, with those of the days just before it where a meeting
        took several, and with an extraordinary one the meeting before that.
        A council's extraordinary meeting confirms none (SI 1993/202 Sch 2 para 2).
        """
        if self._body.kind == "council" and meeting.kind == "extraordinary":
            return ()
        days = [row.date for row in self._confirmed_at(meeting)]
        for _, row in reversed(self._rows[: self._place(meeting)]):
            if row.state in ("draft", "published"):
                days.append(row.date)
            if row.kind != "extraordinary" and not self._on_the_day_before(row.date):
                break
        return tuple(sorted(set(days)))

    def _on_the_day_before(self, day: dt.date) -> bool:
        """Whether there was a meeting on the day before, whose minutes still wait."""
        before = day - dt.timedelta(days=1)
        return any(
            row.date == before and row.state in ("draft", "published") for _, row in self._rows
        )

    def amended(self, meeting: Meeting) -> tuple[Amended, ...]:
        """What was put right in earlier minutes when this meeting confirmed them."""
        return tuple(
            Amended(date=row.date, number=number, words=words)
            for row in self._confirmed_at(meeting)
            for number, words in row.amended
        )

    def _confirmed_at(self, meeting: Meeting) -> list[Summary]:
        return [row for _, row in self._rows if row.confirmed_at == meeting.id]

    def taken(self) -> tuple[Taken, ...]:
        """The numbers that each meeting uses, in order of date."""
        self._work_out(len(self._rows))
        return tuple(self._taken)

    def numbers(self, path: Path) -> str:
        """The numbers of a draft as its record would print them: "~3 to ~8"; empty without any."""
        printed = tuple(self.printed(path).values())
        if not printed:
            return ""
        # One mark tells of all: a draft's first number is fixed only where all of them are.
        first, last = (number.lstrip("~") for number in (printed[0], printed[-1]))
        return number_run(first, last, provisional=printed[0].startswith("~"))

    def printed(self, path: Path) -> dict[str, str]:
        """The number of each minute of a draft as lists print it, by the minute's id: "~36".

        A minute whose heading is not printed, as its paper had it, has none.
        """
        if path not in self._meetings.entries:
            return {}  # it lies in another committee's folder, which `clerk doctor` says
        meeting = self._meetings.skeleton(path)
        dropped = {entry.fact for entry in meeting.as_printed}
        style = self._style(meeting.style)
        numbers = numbers_of(meeting, self.first(meeting), style, self.nth(meeting))
        return {
            minute.id: ("" if minute.number else "~")
            + heading_number(meeting, minute, numbers[minute.id].text, style).rstrip(".")
            for minute in meeting.minutes
            if minute.id not in dropped
        }

    def _place(self, meeting: Meeting) -> int:
        """How many meetings go before it; one that is not stored comes last of its day."""
        for at, (_, found) in enumerate(self._rows):
            if found.id == meeting.id:
                return at
        return sum(found.date <= meeting.date for _, found in self._rows)

    def _run_on(self, day: dt.date, at: int) -> int:
        self._work_out(at)
        last = next((taken for taken in reversed(self._taken[:at]) if taken.last is not None), None)
        return first_number(day, (last,) if last else (), self._body.series)

    def _work_out(self, end: int) -> None:
        for at in range(len(self._taken), end):
            self._taken.append(self._taken_by(at, *self._rows[at]))

    def _taken_by(self, at: int, path: Path, found: Summary) -> Taken:
        span = found.ordinals
        if found.minutes and span is None:
            meeting = self._meetings.skeleton(path)
            first = found.first_number
            if first is None:
                first = self._run_on(found.date, at)
            numbers = numbers_of(meeting, first, self._style(found.style))
            ordinals = [number.ordinal for number in numbers.values()]
            span = min(ordinals), max(ordinals)
        return Taken(
            meeting=found.id,
            label=plain_date(found.date),
            date=found.date,
            first=span[0] if span else None,
            last=span[1] if span else None,
        )

"""The office: a data folder, what a record needs besides its meeting, and numbers that run on."""

import datetime as dt

from clerk.desk.changes_together import ChangesTogether
from clerk.desk.series import Series
from clerk.desk.summary import Summarised
from clerk.domain.committees import Committee
from clerk.domain.meetings import Meeting
from clerk.domain.register import Register
from clerk.record.context import Context, context_of
from clerk.record.numbering import Taken


class Office(ChangesTogether):
    """What the command line and the screens work through; the only writer of a data folder."""

    def context(
        self,
        meeting: Meeting,
        register: Register | None = None,
        *,
        series: Series | None = None,
    ) -> Context:
        """Names, style and first number for composing `meeting`.

        `register` is the one to take names from, where it is not yet the stored one; `series` the
        committee's, where it has been worked out already.
        """
        body = self.committee(meeting.committee)
        name = meeting.style or body.style or self.register.style or self.styles.default
        numbers = series or self.series(body, until=meeting.date)
        return context_of(
            register or self.register,
            body,
            meeting,
            self.styles[name],
            name,
            first_number=numbers.first(meeting),
            nth=numbers.nth(meeting),
            previous=numbers.awaiting_approval(meeting),
            amended=numbers.amended(meeting),
            upcoming=self._upcoming(body, meeting.date),
        )

    def taken(self, committee_id: str) -> tuple[Taken, ...]:
        """The numbers that each meeting of the committee's series uses, in order of date."""
        return self.series(self.committee(committee_id)).taken()

    def _upcoming(self, body: Committee, day: dt.date) -> tuple[dt.date, ...]:
        """The days of a committee's later meetings that are to take place."""
        later = [p for p in self.meeting_paths(body.slug) if p.stem[:10] > day.isoformat()]
        found = self.kept.of(later, body.slug) if later else ()
        return tuple(sorted({summary.date for _, summary in found if summary.took_place}))

    def series(
        self,
        body: Committee,
        *,
        until: dt.date = dt.date.max,
        meetings: Summarised | None = None,
    ) -> Series:
        """The numbers of a committee's meetings up to a day, from their summaries.

        `meetings` are those summaries where they are at hand already.
        """
        if meetings is None:
            paths = self.meeting_paths(body.slug)
            early = [path for path in paths if path.stem[:10] <= until.isoformat()]
            meetings = self.kept.of(early, body.slug)
        usual = body.style or self.register.style or self.styles.default
        return Series(body, meetings, lambda name: self.styles[name or usual])

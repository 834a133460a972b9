"""The room strip: who is here, where the meeting is, the time, and whether all is saved."""

import datetime as dt

from textual.widgets import Static

from clerk.desk.meeting_desk import MeetingDesk
from clerk.domain.committees import holder_on, stands
from screens.literal import plain


class RoomStrip(Static):
    """`present 11 of 13 · Item B1 · 10.42 · saved`, always visible and always true."""

    _shown: tuple[str, bool] = ("", False)

    def show(self, room: str, place: str, now: dt.datetime, saved: str, *, trouble: bool) -> None:
        """Draws the strip; trouble with saving stands out, and is said in words."""
        time = f"{now.hour:02d}.{now.minute:02d}"
        words = " · ".join(part for part in (room, place, time, saved) if part)
        if (words, trouble) == self._shown:
            return  # asked at each key: drawing it anew would cost as much as the letter
        self._shown = (words, trouble)
        self.set_class(trouble, "-trouble")
        self.update(plain(words))


def room_words(desk: MeetingDesk) -> str:
    """How many of the committee are here; says so where nobody was marked yet."""
    rows = desk.expected()
    here = sum(row.capacity in ("present", "remote") for row in rows)
    waiting = sum(not row.capacity and not row.substitute for row in rows)
    body, day = desk.committee, desk.meeting.date
    seats = sum(stands(seat, day) and holder_on(seat, day).known for seat in body.seats)
    if not any(row.capacity for row in rows):
        return f"nobody marked of {seats}" if seats else "nobody marked"
    words = f"present {here} of {seats}" if seats else f"present {here}"
    return f"{words}, {waiting} not marked" if waiting else words

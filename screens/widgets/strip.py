"""The room strip: who is here, where the meeting is, the time, and whether all is saved."""

import datetime as dt

from textual.widgets import Static

from clerk.desk.meeting_desk import MeetingDesk
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
    found = desk.turnout()
    of_seats = f" of {found.seats}" if found.seats else ""
    if not found.begun:
        return f"nobody marked{of_seats}"
    words = f"present {found.here}{of_seats}"
    return f"{words}, {found.waiting} not marked" if found.waiting else words

"""The room strip: who is here, where the meeting is, the time, and whether all is saved."""

import datetime as dt
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from clerk.desk.meeting.strip import Strip
from screens.literal import cut, plain

_DETAIL_ROWS = 2


class RoomStrip(Vertical):
    """`present 11 of 13 · quorum 4 ✓ 7 may leave · Item B1 · 10.42 · saved`, always there and true.

    Below it, by group, who may not vote and why; and a warning before there is no quorum.
    """

    _shown: tuple[Strip | None, str, bool] = (None, "", False)
    _told: Callable[[], None] | None = None
    """Draws what was told last anew."""

    def __init__(self, id: str = "room") -> None:
        super().__init__(id=id)

    def compose(self) -> ComposeResult:
        yield Static("", id="room-now")
        yield Static("", id="room-more")

    def show(
        self, strip: Strip, place: str, now: dt.datetime, saved: str = "", *, trouble: bool = False
    ) -> None:
        """Draws the strip; trouble with saving stands out, and is said in words."""
        self._told = lambda: self.show(strip, place, now, saved, trouble=trouble)
        time = f"{now.hour:02d}.{now.minute:02d}"
        words = self._with_room(strip.here, place, time, saved, trouble)
        if (strip, words, trouble) == self._shown:
            return  # asked at each key: drawing it anew would cost as much as the letter
        before, self._shown = self._shown, (strip, words, trouble)
        self.set_class(trouble, "-trouble")
        now_line = self.query_one("#room-now", Static)
        now_line.update(plain(words), layout=trouble or before[2])  # else it stays one row high
        if before[0] != strip:
            self._show_more(strip)

    def _with_room(self, here: str, place: str, time: str, saved: str, trouble: bool) -> str:
        """All on one line; without room the time goes, then the place is cut: whether all is
        saved is always there. Trouble with saving has lines enough."""
        width = self.size.width - 2
        for parts in ((here, place, time, saved), (here, place, saved)):
            words = " · ".join(filter(None, parts))
            if trouble or width <= 0 or len(words) <= width:
                return words
        return " · ".join(filter(None, (here, cut(place, len(place) + width - len(words)), saved)))

    def on_resize(self) -> None:
        """Cuts both lines anew."""
        if self._told is not None:
            self._told()
        if self._shown[0] is not None:
            self._show_more(self._shown[0])

    def _show_more(self, strip: Strip) -> None:
        width = max(self.size.width - 2, 20)
        lines = [plain(cut(strip.detail, width * _DETAIL_ROWS))] if strip.detail else []
        if strip.warning:
            lines.append(plain(f"! {strip.warning}", "bold $warning"))
        more = self.query_one("#room-more", Static)
        more.display = bool(lines)
        more.update(Content("\n").join(lines))

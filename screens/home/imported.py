"""What an import understood, and what it doubts.

Keys: Enter opens the meeting that is marked (1), d its doubts (1); Page Down reads on; Esc goes
home. Of another version of a paper it shows what would change first: Enter puts it in the old one's
place (1), Esc leaves all as it is.
"""

from collections.abc import Callable

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from clerk.counted import counted
from clerk.desk.incoming.doubting import standing
from clerk.desk.incoming.importing import Imported
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.errors import ClerkError
from screens.base import ClerkScreen
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine

_REPLACE = "replace"


class ImportedScreen(ClerkScreen):
    """The account that the import gives, its meetings ready to open."""

    PLACES = ("imported",)
    BINDINGS = bindings("imported")
    account = getters.query_one("#account", VerticalScroll)
    listed = getters.query_one("#refs", OptionList)

    def __init__(
        self, office: Office, imported: Imported, replace: Callable[[], None] | None = None
    ) -> None:
        super().__init__(office)
        self._imported = imported
        self._replace = replace
        """Puts the paper in the place of its earlier version; None where it is stored."""

    def compose(self) -> ComposeResult:
        said = "\n".join(self._imported.said)
        doubts = "\n".join(
            f"{f'line {doubt.line}: ' if doubt.line else ''}{doubt.read} → {doubt.uncertain}"
            for doubt in self._imported.doubts
        )
        yield Static(self._title(), id="screen-title")
        yield OptionList(
            *self._options(),
            id="refs",
            markup=False,
            compact=True,
        )
        with VerticalScroll(id="account", can_focus=False):
            yield Static(plain(said))
            if doubts:
                yield Static(plain("\nDoubts, the greatest first:\n" + doubts))
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def _title(self) -> str:
        if self._replace is not None:
            return "Another version of a paper that was read before: nothing was changed yet"
        return "Imported" if self._imported.changed else "Nothing changed"

    def _options(self) -> list[Option]:
        if self._replace is not None:
            words = "Put it in place of what was read before; a backup is made first"
            return [Option(plain(words), id=_REPLACE)]
        return [Option(plain(self._named(ref)), id=ref) for ref in self._imported.refs]

    def _named(self, ref: str) -> str:
        """The meeting in a clerk's words, its doubts counted."""
        try:
            with MeetingDesk(self.office, find_meeting(self.office, ref), lock=False) as desk:
                count = len(standing(desk.meeting))
                doubts = f": {counted(count, 'doubt')}" if count else ""
                return f"{desk.label()}{doubts}"
        except ClerkError:  # of a trial nothing is stored yet
            return ref

    def on_mount(self) -> None:
        """The meetings take the keys."""
        self.set_focus(self.listed)

    def on_screen_resume(self) -> None:
        """Doubts may have been settled meanwhile."""
        if self._replace is None:
            marked = self.listed.highlighted
            self.listed.set_options(self._options())
            self.listed.highlighted = (
                marked if marked is not None else 0 if self._options() else None
            )

    def action_doubts(self) -> None:
        """The doubts of the meeting that is marked."""
        option = self.listed.highlighted_option
        if self._replace is None and option is not None and option.id:
            self.app.open_meeting(self, option.id, doubts=True)

    def action_read_on(self, by: int) -> None:
        """A page of the account on or back."""
        self.account.scroll_page_down() if by > 0 else self.account.scroll_page_up()

    @on(OptionList.OptionSelected, "#refs")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the meeting, or puts the paper in place of its earlier version."""
        if event.option_id == _REPLACE and self._replace is not None:
            self.app.pop_screen()
            self._replace()
            return
        self.app.open_meeting(self, event.option_id or "")

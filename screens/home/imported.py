"""What an import understood, and what it doubts.

Keys: Enter opens the meeting that is marked (1), where d lists the doubts; Esc goes home. Of
another version of a paper it shows what would change first: Enter puts it in the old one's place
(1), Esc leaves all as it is.
"""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from clerk.desk.incoming.importing import Imported
from clerk.desk.office import Office
from screens.base import ClerkScreen
from screens.literal import plain
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine

_REPLACE = "replace"


class ImportedScreen(ClerkScreen):
    """The account that the import gives, its meetings ready to open."""

    PLACES = ("home",)

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
            f"{doubt.line or ''}: {doubt.read} → {doubt.uncertain}"
            for doubt in self._imported.doubts
        )
        yield Static(self._title(), id="screen-title")
        yield OptionList(
            *self._options(),
            id="refs",
            markup=False,
            compact=True,
        )
        with VerticalScroll(id="account"):
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
        return [Option(plain(f"Open {ref}"), id=ref) for ref in self._imported.refs]

    def on_mount(self) -> None:
        """The meetings take the keys."""
        self.query_one("#refs").focus()

    @on(OptionList.OptionSelected, "#refs")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the meeting, or puts the paper in place of its earlier version."""
        if event.option_id == _REPLACE and self._replace is not None:
            self.app.pop_screen()
            self._replace()
            return
        self.app.open_meeting(self, event.option_id or "")

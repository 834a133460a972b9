"""What an import understood, and what it doubts.

Keys: Enter opens the meeting that is marked (1), where d lists the doubts; Esc goes home.
"""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from clerk.desk.importing import Imported
from clerk.desk.office import Office
from screens.base import ClerkScreen
from screens.literal import plain
from screens.meeting import open_meeting
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine


class ImportedScreen(ClerkScreen):
    """The account that the import gives, its meetings ready to open."""

    PLACES = ("home",)

    def __init__(self, office: Office, imported: Imported) -> None:
        super().__init__(office)
        self._imported = imported

    def compose(self) -> ComposeResult:
        said = "\n".join(self._imported.said)
        doubts = "\n".join(
            f"{doubt.line or ''}: {doubt.read} → {doubt.uncertain}"
            for doubt in self._imported.doubts
        )
        yield Static("Imported" if self._imported.changed else "Nothing changed", id="screen-title")
        yield OptionList(
            *(Option(plain(f"Open {ref}"), id=ref) for ref in self._imported.refs),
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

    def on_mount(self) -> None:
        """The meetings take the keys."""
        self.query_one("#refs").focus()

    @on(OptionList.OptionSelected, "#refs")
    def chosen(self, event: OptionList.OptionSelected) -> None:
        """Opens the meeting."""
        open_meeting(self, event.option_id or "")

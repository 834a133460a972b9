"""What every screen of Clerk shares: the office, the way back, help, and errors in words."""

from collections.abc import Callable
from typing import TypeVar

from textual.content import Content
from textual.screen import Screen

from clerk.desk.office import Office
from clerk.errors import ClerkError
from screens.keys import Where, bindings
from screens.literal import Severity, say
from screens.widgets.said import SaidLine

ResultT = TypeVar("ResultT")


class ClerkScreen(Screen[None]):
    """A screen with a line at its foot that keeps the last message until there is another.

    `PLACES` names the parts of the table of keys that hold here, for help and the palette.
    """

    PLACES: tuple[Where, ...] = ()
    BINDINGS = bindings("everywhere")

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office

    def tell(self, message: str | Content, severity: Severity = "information") -> None:
        """Says something at the foot of the screen; an error or warning pops up as well."""
        words = message if isinstance(message, str) else message.plain
        for line in self.query(SaidLine):
            line.keep(words, severity)
        if severity != "information":
            say(self, words, severity=severity)

    def attempt(self, deed: Callable[[], ResultT]) -> ResultT | None:
        """What the deed gives; where it is refused, None, and the reason is shown."""
        try:
            return deed()
        except ClerkError as error:
            self.tell(str(error), "error")
            return None

    def succeeds(self, deed: Callable[[], object]) -> bool:
        """Whether the deed was done; where it is refused, the reason is shown."""
        try:
            deed()
        except ClerkError as error:
            self.tell(str(error), "error")
            return False
        return True

    def action_back(self) -> None:
        """One step back."""
        if self.is_current and len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    def action_help(self) -> None:
        """The keys that work here."""
        from screens.help import HelpScreen  # help is a ClerkScreen itself

        if not isinstance(self, HelpScreen):
            self.app.push_screen(HelpScreen(self.office, self.PLACES))

    def action_find(self) -> None:
        """Every resolution, found as you type."""
        from screens.lists.resolutions import ResolutionsScreen  # it opens meetings, as home does

        if not isinstance(self, ResolutionsScreen):
            self.app.push_screen(ResolutionsScreen(self.office))

"""What every screen of Clerk shares: the office, the doors, the way back, and errors in words.

A screen imports those that it alone opens. Those that are opened from many places, and open others
in their turn, are behind the app's doors: screens that imported each other would stand in a circle.
"""

from collections.abc import Callable
from typing import TypeVar

from textual import getters
from textual.app import App
from textual.content import Content

from clerk.desk.office import Office
from clerk.desk.unfinished import Unfinished
from clerk.errors import ClerkError
from screens.keys import Where, bindings, of
from screens.literal import Severity, say
from screens.widgets.key_line import KeyedScreen
from screens.widgets.said import SaidLine

ResultT = TypeVar("ResultT")


class Doors(App[None]):
    """What can be opened from anywhere; the app knows the screens behind, and loads them then."""

    unfinished: Unfinished
    """What is typed into forms and lines, and not done yet."""

    def open_help(self, places: tuple[Where, ...]) -> None:
        """The keys that work at these places, then all others."""
        raise NotImplementedError

    def open_resolutions(self) -> None:
        """Every resolution, found as you type."""
        raise NotImplementedError

    def open_meeting(
        self, over: "ClerkScreen", ref: str, minute_id: str = "", *, doubts: bool = False
    ) -> None:
        """The meeting that `ref` names, at a minute if one is given, over the screen that asks.

        Where it cannot be opened, that screen says why. `doubts` opens its doubts over it.
        """
        raise NotImplementedError

    def open_committee(self, committee_id: str) -> None:
        """The seats of a committee as they stand today."""
        raise NotImplementedError

    def open_person(self, person_id: str) -> None:
        """Everything about one person."""
        raise NotImplementedError


class ClerkScreen(KeyedScreen):
    """A screen with a line at its foot that keeps the last message until there is another."""

    BINDINGS = bindings("everywhere")
    app = getters.app(Doors)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office

    def refuses(self, action: str) -> bool:
        """Whether a key's action would change what can only be read here; the clerk is told so."""
        changing = {key.action for key in of(*self.PLACES) if key.changes}
        return action in changing and self.refuses_changes()

    def refuses_changes(self) -> bool:
        """The same, for what a widget's own key would do."""
        why = self.read_only
        if why:
            self.remind(why)
        return bool(why)

    def remind(self, message: str) -> None:
        """Says a warning at the foot alone: no notice covers what is being read."""
        for line in self.query(SaidLine):
            line.keep(message, "warning")

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
        self.app.open_help(self.PLACES)

    def action_find(self) -> None:
        """Every resolution, found as you type."""
        self.app.open_resolutions()

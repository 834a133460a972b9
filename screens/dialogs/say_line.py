"""A line in which an act is typed as it is said; how it will print stands above it before Enter.

Keys, counted: what one would say ("out chi 11.42" is 13), Enter. Tab or → takes the name offered.
Esc goes back and keeps what was typed; ↑ and ↓ turn the lines said before.
"""

from weakref import WeakKeyDictionary

from textual import getters
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.room import Said
from clerk.desk.unfinished import FormName
from clerk.domain.presence import business_of
from clerk.errors import ClerkError
from screens.base import Doors
from screens.keys import bindings
from screens.literal import cut, plain
from screens.widgets.entry import Entry
from screens.widgets.key_line import KeyLine

_KEPT_LINES = 100
_LINE = "line"
_EXAMPLES = (
    "out chi 11.42 · moved ang, sec bur · carried 7-2-1 · doi green B1 other stays · apol waters"
)


_SPOKEN: WeakKeyDictionary[App[None], dict[str, list[str]]] = WeakKeyDictionary()
"""The lines said, by meeting, newest last, for as long as the app is open."""


class _Completing(Suggester):
    """The whole line with its last word completed, where one can be meant."""

    def __init__(self, desk: MeetingDesk, item: str) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._desk, self._item = desk, item

    async def get_suggestion(self, value: str) -> str | None:
        """The line as it would be; None where nothing is offered."""
        found = self._desk.offers(value, self._item)
        head, gap, last = value.rpartition(" ")
        if not found or (not last and len(found) > 1):
            return None
        return f"{head}{gap}{last}{found[0][len(last) :]}"


class SayLine(ModalScreen[Said | None]):
    """The line at the foot of the screen that it was asked for on; gives what was done, or None."""

    BINDINGS = bindings("say line")
    app = getters.app(Doors)
    entry = getters.query_one("#say-entry", Input)

    def __init__(self, desk: MeetingDesk, item: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.item = item
        self._at = 0
        """How many lines back the clerk has turned; 0 for the line being typed."""

    def compose(self) -> ComposeResult:
        with Vertical(id="say"):
            yield Static(plain(self._title()), id="say-title")
            yield Static("", id="say-echo")
            yield Static("", id="say-look")
            yield Entry(
                self._begun,
                id="say-entry",
                compact=True,
                select_on_focus=False,
                suggester=_Completing(self.desk, self.item),
            )
            yield Static("", id="say-offers")
            yield KeyLine("say line")

    def on_mount(self) -> None:
        """Reads back what was left unfinished."""
        self._read_back(self.entry.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads the line back at each stroke."""
        if self._at == 0:
            # The nature of a sensitive interest, said behind that word, may be kept nowhere.
            on_disk = "sensitive" not in event.value.casefold()
            self.app.unfinished.typed(self.form_name, _LINE, "", event.value, on_disk=on_disk)
        self._read_back(event.value)

    def on_input_submitted(self) -> None:
        """Does what the line says; what is refused stays in it with its reason."""
        line = self.entry.value.strip()
        if not line:
            self.action_leave()
            return
        try:
            said = self.desk.say(line, self.item)
        except ClerkError as error:
            self.query_one("#say-echo", Static).update("")  # which may say the same already
            self.query_one("#say-look", Static).update(plain(f"!! {error}"))
            return
        former = [each for each in self._spoken if each != line]
        self._spoken[:] = [*former, line][-_KEPT_LINES:]
        self.app.unfinished.done(self.form_name)
        self._answer(said)

    def action_take(self) -> None:
        """Takes the word offered behind the cursor."""
        self.entry.action_end()
        self.entry.action_cursor_right()

    def action_turn_back(self, by: int) -> None:
        """An earlier line, or a later one; the last of all is the one being typed."""
        self._at = max(0, min(self._at + by, len(self._spoken)))
        self.entry.value = self._spoken[-self._at] if self._at else self._begun
        self.entry.action_end()

    def action_leave(self) -> None:
        """Back; what was typed waits for the next time."""
        self._answer(None)

    @property
    def form_name(self) -> FormName:
        """What the line being typed is kept under."""
        return FormName.of("Say it", [self.desk.ref])

    @property
    def _begun(self) -> str:
        return self.app.unfinished.begun(self.form_name).get(_LINE, "")

    @property
    def _spoken(self) -> list[str]:
        return _SPOKEN.setdefault(self.app, {}).setdefault(self.desk.ref, [])

    def _title(self) -> str:
        about = business_of(self.desk.meeting, self.item)
        return f"Say it: {about}" if about else "Say it: before the first item"

    def _read_back(self, line: str) -> None:
        said = self.desk.hear(line, self.item) if line.strip() else Said()
        echo = f"= {said.echo}" if said.echo else f"? {said.trouble}" if said.trouble else _EXAMPLES
        self.query_one("#say-echo", Static).update(plain(echo))
        self.query_one("#say-look", Static).update(
            plain("\n".join(f"! {w}" for w in said.warnings))
        )
        found = self.desk.offers(line, self.item) if line else ()
        self.query_one("#say-offers", Static).update(self._offered(found))

    def _offered(self, found: tuple[str, ...]) -> Content:
        return plain(cut(" · ".join(found), self.size.width - 4))

    def _answer(self, said: Said | None) -> None:
        if self.is_current:
            self.dismiss(said)

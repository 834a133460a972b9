"""Finding words in the meeting, or in all meetings, as they are typed.

Keys, counted: Ctrl+F, a few letters, Enter at the first place (2 and the letters); Ctrl+F, Enter at
the next one (2), ↓ to any other. Ctrl+F in the field looks in all meetings, and back.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from textual import getters
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key as KeyPressed
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from clerk.counted import counted
from clerk.desk.lists.search import Hit, find
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.passages import Passage, find_in
from clerk.errors import ClerkError
from clerk.when import plain_date
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.arrows import move_in
from screens.widgets.key_line import KeyLine
from screens.widgets.listed import Listed


@dataclass(slots=True)
class _Sought:
    """What was looked for in a meeting last, and at which place the clerk went there."""

    words: str = ""
    at: int = -1


_SOUGHT: WeakKeyDictionary[App[None], dict[str, _Sought]] = WeakKeyDictionary()
"""By meeting, for as long as the app is open."""


class FindInMeeting(ModalScreen[Passage | Hit | None]):
    """A field and the places where its words stand; gives the one that was chosen."""

    BINDINGS = bindings("find")
    entry = getters.query_one("#choose-entry", Input)
    listed = getters.query_one("#choose-list", OptionList)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self.desk = desk
        self._everywhere = False
        self._found: tuple[Passage | Hit, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="choose"):
            yield Static("", id="choose-title")
            yield Input(self._sought.words, id="choose-entry", compact=True)
            yield Listed("choose-list")
        yield KeyLine("find")

    def on_mount(self) -> None:
        """Looks again for what was looked for last, at the place after the last one."""
        self._show(self._sought.words, self._sought.at + 1)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows where the words stand."""
        if event.value != self._sought.words or self._everywhere:
            self._sought.words, self._sought.at = event.value, -1
            self._show(event.value)

    def on_input_submitted(self) -> None:
        """Goes to the place that is marked."""
        if self.listed.highlighted is not None:
            self._go(self.listed.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Goes to the place."""
        self._go(event.option_index)

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move in the list while typing goes on."""
        if self.entry.has_focus:
            move_in(self.listed, event)

    def action_everywhere(self) -> None:
        """Looks in all meetings instead, or in this one again."""
        self._everywhere = not self._everywhere
        self._show(self.entry.value)

    def action_leave(self) -> None:
        """Back to where the cursor was."""
        self._answer(None)

    @property
    def _sought(self) -> _Sought:
        return _SOUGHT.setdefault(self.app, {}).setdefault(self.desk.ref, _Sought())

    def _show(self, words: str, at: int = 0) -> None:
        self._found, trouble = self._look(words)
        count = f": {counted(len(self._found), 'place')}"
        where = "all meetings" if self._everywhere else "this meeting"
        self.query_one("#choose-title", Static).update(
            plain(f"Find in {where}{count if words.strip() else ''}")
        )
        options = [Option(_line(each)) for each in self._found]
        if not options:
            options = [Option(plain(trouble or self._nothing(words)), disabled=True)]
        self.listed.set_options(options)
        self.listed.highlighted = at % len(self._found) if self._found else None

    def _look(self, words: str) -> tuple[tuple[Passage | Hit, ...], str]:
        try:
            if self._everywhere:
                return find(self.desk.office, words), ""
            return find_in(self.desk.meeting, words), ""
        except ClerkError as error:
            return (), str(error)

    def _nothing(self, words: str) -> str:
        if not words.strip():
            return "Type some letters of it."
        if self._everywhere:
            return "Nowhere in the minutes of any meeting. Type less of it."
        return "Nowhere in this meeting. Type less of it; Ctrl+F looks in all meetings."

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self._found):
            return
        if not self._everywhere:
            self._sought.at = at
        self._answer(self._found[at])

    def _answer(self, result: Passage | Hit | None) -> None:
        if self.is_current:
            self.dismiss(result)


def _line(found: Passage | Hit) -> Content:
    if isinstance(found, Hit):
        head = f"{plain_date(found.date)} {found.committee_name}  {found.number} {found.title}"
        return Content.assemble(plain(f"{head}\n  "), _marked(found.snippet, found.marked))
    words = _marked(found.excerpt, (found.marked,))
    return words if found.at < 0 else Content.assemble(plain(f"{found.title}\n  ", "dim"), words)


def _marked(text: str, marked: tuple[tuple[int, int], ...]) -> Content:
    content = plain(text)
    for start, end in marked:
        content = content.stylize("bold reverse", start, end)
    return content

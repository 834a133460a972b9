"""Choosing one of many by typing two or three letters of it.

Keys: a few letters, Enter. Where nothing fits, what was typed can be taken as something new.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key as KeyPressed
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from clerk.clean import findable, letters_of
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.arrows import move_in
from screens.widgets.key_line import KeyLine
from screens.widgets.listed import Listed

LISTED = 50
"""Lines shown at a time: more are found by typing more."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose from; `also` is searched besides what is shown.

    `name` is what letters most often mean, such as a surname: it goes before other words.
    """

    id: str
    words: str
    also: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: a line's id, or the words typed for something new."""

    id: str = ""
    new: str = ""


class Choose(ModalScreen[Chosen | None]):
    """A field and the lines that hold every word typed; those that begin with it come first."""

    BINDINGS = bindings("choice")
    entry = getters.query_one("#choose-entry", Input)
    listed = getters.query_one("#choose-list", OptionList)

    def __init__(self, title: str, choices: Sequence[Choice], *, new: str = "") -> None:
        super().__init__()
        self.question = title
        self.choices = tuple(choices)
        self.new = new
        """How to say that what was typed can be taken as something new; empty where it cannot."""

    def compose(self) -> ComposeResult:
        with Vertical(id="choose"):
            yield Static(plain(self.question), id="choose-title")
            yield Input(id="choose-entry", placeholder="type a few letters", compact=True)
            yield Listed("choose-list")
        yield KeyLine("choice")

    def on_mount(self) -> None:
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what fits."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Takes the line that is marked."""
        option = self.listed.highlighted_option
        if option is not None and option.id is not None:
            self._take(option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the line."""
        if event.option_id is not None:
            self._take(event.option_id)

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move in the list while typing goes on."""
        if self.entry.has_focus:
            move_in(self.listed, event)

    def action_answer_none(self) -> None:
        """Back without choosing."""
        self._answer(None)

    def _show(self, words: str) -> None:
        fitting = _fitting(self.choices, words)[:LISTED]
        options = [Option(plain(choice.words), id=choice.id) for choice in fitting]
        if self.new and words.strip():
            options.append(Option(plain(f"{self.new}: {words.strip()}"), id=_NEW))
        if not options:
            options.append(Option("Nothing fits. Type less of it; Esc goes back.", disabled=True))
        self.listed.set_options(options)
        self.listed.highlighted = None if options[0].disabled else 0

    def _take(self, option_id: str) -> None:
        if option_id == _NEW:
            self._answer(Chosen(new=self.entry.value.strip()))
        else:
            self._answer(Chosen(id=option_id))

    def _answer(self, result: Chosen | None) -> None:
        if self.is_current:
            self.dismiss(result)


_NEW = "something-new"


def _fitting(choices: Sequence[Choice], words: str) -> list[Choice]:
    """The choices that hold every word; first those of which the first is a word, or begins one."""
    wanted = letters_of(words).split()
    found = [
        choice
        for choice in choices
        if all(word in findable(f"{choice.words} {choice.also}") for word in wanted)
    ]
    if not wanted:
        return found
    return sorted(found, key=lambda choice: (not _named(choice, wanted), _rank(choice, wanted[0])))


def _named(choice: Choice, wanted: Sequence[str]) -> bool:
    """Whether two letters or more begin its name."""
    name = letters_of(choice.name)
    begun = name.startswith(wanted[0]) or name.replace("'", "").startswith(wanted[0])
    return len(wanted[0]) > 1 and begun


def _rank(choice: Choice, start: str) -> int:
    words = findable(f"{choice.words} {choice.also}").split()
    if start in words:
        return 0
    return 1 if any(word.startswith(start) for word in words) else 2

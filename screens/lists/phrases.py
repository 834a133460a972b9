"""Phrases by code, found as one types; the council's own stand beside those that Clerk ships.

Keys, counted: w on Home (1), letters of code or phrase; Enter opens it to be changed. Ctrl+N: a new
one: code, Enter, words, Enter. Ctrl+D takes the marked one away (1).
"""

from textual import getters, on, work
from textual.app import ComposeResult
from textual.events import Key as KeyPressed
from textual.widgets import Input, Static

from clerk.counted import counted
from clerk.desk import phrases
from clerk.desk.phrases import PhraseRow
from screens.base import ClerkScreen
from screens.dialogs.form import Answers, Field, Form
from screens.keys import bindings
from screens.literal import cell
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows, WholeRow
from screens.widgets.said import SaidLine


class PhrasesScreen(ClerkScreen):
    """The list that Tab offers behind a code."""

    PLACES = ("phrases",)
    BINDINGS = bindings("phrases")
    table = getters.query_one("#phrases", Rows)
    entry = getters.query_one("#find", Input)

    def compose(self) -> ComposeResult:
        yield Static("Phrases by code: type the code in a minute, then Tab", id="screen-title")
        yield Input(id="find", placeholder="letters of a code or phrase", compact=True)
        yield Rows(id="phrases")
        yield WholeRow("#phrases")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The field takes the keys."""
        self.table.add_columns(cell("Code"), cell("Whose"), cell("Phrase"))
        self._show()
        self.set_focus(self.entry)

    @on(Input.Changed, "#find")
    def words_changed(self) -> None:
        """Shows what holds every word."""
        self._show()

    @on(Input.Submitted, "#find")
    def submitted(self) -> None:
        """Enter: the marked one is changed."""
        row = self._marked
        if row is not None:
            self._ask(row)

    def on_key(self, event: KeyPressed) -> None:
        """Up and down move among the rows while typing goes on."""
        if event.key in ("up", "down") and self.entry.has_focus:
            event.stop()
            event.prevent_default()
            self.table.move_cursor(row=self.table.cursor_row + (1 if event.key == "down" else -1))

    def action_new_phrase(self) -> None:
        """A phrase with a code of its own."""
        self._ask(PhraseRow(code="", words=""))

    def action_remove_phrase(self) -> None:
        """Takes the marked code away."""
        row = self._marked
        if row is not None and self.succeeds(lambda: phrases.take_away(self.office, row.code)):
            self._show()
            self.tell(f"{row.code} is no code any more. Ctrl+N sets it again: {row.words}")

    @work(exclusive=True, group="dialog")
    async def _ask(self, row: PhraseRow) -> None:
        fields = (
            Field(
                id="code",
                label="Code: two to eight letters or digits",
                value=row.code,
                replaced=True,
                echo=lambda words: self._now(words, row.code),
            ),
            Field(id="words", label="Phrase", value=row.words),
        )

        def put(answers: Answers) -> None:
            code, words = answers["code"], answers["words"]
            made.append(phrases.set_phrase(self.office, code, words, instead_of=row.code))

        made: list[PhraseRow] = []
        answers = await self.app.push_screen_wait(Form("Phrase by code", fields, put))
        if answers is not None:
            self._show()
            self.tell(f"{made[-1].code}, Tab: {made[-1].words}")

    def _now(self, words: str, own: str) -> str:
        """What another code means already: it would be replaced."""
        code = phrases.code_of(words)
        there = next((each for each in phrases.phrases(self.office) if each.code == code), None)
        return f"{there.words}: until now" if there and code != own else ""

    @property
    def _marked(self) -> PhraseRow | None:
        found = self.attempt(lambda: phrases.phrases(self.office)) or ()
        return next((row for row in found if row.code == self.table.chosen), None)

    def _show(self) -> None:
        rows = self.attempt(lambda: phrases.phrases(self.office, self.entry.value)) or ()
        cells = [(row.code, (row.code, "own" if row.own else "", row.words)) for row in rows]
        self.table.show(cells, at=self.table.cursor_row)
        none = "No phrase holds these words: type less of them, or Ctrl+N makes one."
        self.tell(f"{counted(len(rows), 'phrase')}." if rows else none)

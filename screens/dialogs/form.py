"""A form of a few lines: what is typed is read back as it is understood, and kept on going back.

Keys: each field's words, Enter or Tab between them, Enter on the last or Ctrl+S anywhere to do it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Static, TextArea

from clerk.desk.unfinished import FormName
from clerk.errors import ClerkError
from screens.base import Doors
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.key_line import KeyLine

Answers = dict[str, str]


def _no_echo(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing asked for. `echo` reads the words back, or raises ClerkError saying why not."""

    id: str
    label: str
    value: str = ""
    hint: str = ""
    """Shown in the empty field."""
    echo: Callable[[str], str] = _no_echo
    lines: bool = False
    """True for a field of several lines."""
    offered: tuple[str, ...] = ()
    """What the words typed may become, offered behind the cursor: the first that begins so."""
    completed: Callable[[str], str] | None = None
    """What the words typed become by Tab or →, where that is looked up: a path."""
    replaced: bool = False
    """Whether typing puts other words in the place of those that stand there: a time, a name."""
    known: bool = False
    """Whether what stands there is most likely right: typing begins at the next field."""
    private: bool = False
    """Whether it may be what the law has nowhere kept: no journal has it while it is typed."""


class Form(ModalScreen[Answers | None]):
    """Asks, and does at once what was asked for; a refusal stays in the form with its reason.

    The result is what was typed, or None where the clerk went back. What was typed then comes
    back when the same form opens again, after a kill as well.
    """

    BINDINGS = bindings("form")
    app = getters.app(Doors)

    def __init__(
        self, title: str, fields: tuple[Field, ...], deed: Callable[[Answers], object]
    ) -> None:
        super().__init__()
        self.form_title = title
        self.fields = fields
        self._deed = deed
        self._begun: Answers = {}

    def compose(self) -> ComposeResult:
        self._begun = self.app.unfinished.begun(self.form_name)
        with VerticalScroll(id="form", can_focus=False):
            yield Static(plain(self.form_title), id="form-title")
            for field in self.fields:
                yield Static(plain(field.label), classes="field-label")
                yield self._entry(field)
                yield Static("", id=f"echo-{field.id}", classes="field-echo")
            yield Static("", id="form-trouble")
        yield KeyLine("form")

    def on_mount(self) -> None:
        first = next((field for field in self.fields if not field.known), self.fields[0])
        # Textual would scroll to the middle of it before anything is laid out: see below.
        self.query_one(f"#field-{first.id}").focus(scroll_visible=False)
        for field in self.fields:
            self._read_back(field, self._value(field.id))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Brings the whole field into view: its label above it, and what is read back below it."""
        at = next((at for at, f in enumerate(self.fields) if event.widget.id == f"field-{f.id}"), 0)
        form = self.query_one("#form", VerticalScroll)
        label = self.query(".field-label")[at] if at else self.query_one("#form-title")
        below = self.query_one(f"#echo-{self.fields[at].id}")

        def into_view() -> None:
            for part in (below, label):
                form.scroll_to_widget(part, animate=False, immediate=True)

        self.call_after_refresh(into_view)

    def action_done(self) -> None:
        """Does it; what is refused is said in the form."""
        answers = self.answers()
        try:
            self._deed(answers)
        except ClerkError as error:
            self.query_one("#form-trouble", Static).update(plain(f"!! {error}"))
            return
        self.app.unfinished.done(self.form_name)
        self._answer(answers)

    def action_cancel(self) -> None:
        """Back; what was typed is kept for the next time."""
        self._answer(None)

    @property
    def form_name(self) -> FormName:
        """Tells this form from others: the same questions about the same thing."""
        return FormName.of(self.form_title, (field.value for field in self.fields))

    def answers(self) -> Answers:
        """What stands in the fields."""
        return {field.id: self._value(field.id) for field in self.fields}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads the words back."""
        self._changed(event.input.id or "", event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Reads the lines back."""
        self._changed(event.text_area.id or "", event.text_area.text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field; on the last it does the deed."""
        if event.input.id == f"field-{self.fields[-1].id}":
            self.action_done()
        else:
            self.focus_next()

    def _changed(self, widget_id: str, value: str) -> None:
        self.query_one("#form-trouble", Static).update("")
        for field in self.fields:
            if widget_id == f"field-{field.id}":
                name, on_disk = self.form_name, not field.private
                self.app.unfinished.typed(name, field.id, field.value, value, on_disk=on_disk)
                self._read_back(field, value)

    def _entry(self, field: Field) -> Input | TextArea:
        value = self._begun.get(field.id, field.value)
        if field.lines:
            return TextArea(value, id=f"field-{field.id}", classes="field-lines", compact=True)
        made = CompletedInput if field.completed else Input
        return made(
            value,
            placeholder=field.hint,
            id=f"field-{field.id}",
            compact=True,
            select_on_focus=field.replaced,
            suggester=_suggester(field),
        )

    def _value(self, field_id: str) -> str:
        entry = self.query_one(f"#field-{field_id}")
        if isinstance(entry, Input):
            return entry.value
        return entry.text if isinstance(entry, TextArea) else ""

    def _read_back(self, field: Field, value: str) -> None:
        try:
            words = f"= {said}" if (said := field.echo(value)) else ""
        except ClerkError as error:
            words = f"? {error}" if value.strip() else ""
        self.query_one(f"#echo-{field.id}", Static).update(plain(words))

    def _answer(self, result: Answers | None) -> None:
        if self.is_current:
            self.dismiss(result)


class CompletedInput(Input):
    """A field in which Tab takes what is offered behind the cursor; else it goes on as ever."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take", show=False)]

    async def action_take(self) -> None:
        """As far as all that may be meant agree; a second time, the first of them."""
        offered = await self.suggester.get_suggestion(self.value) if self.suggester else None
        if offered and offered != self.value:
            self.value = offered
            self.cursor_position = len(offered)
        else:
            self.screen.focus_next()


class _LookedUp(Suggester):
    """Offers what a function finds for the words, each time anew."""

    def __init__(self, completed: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._completed = completed

    async def get_suggestion(self, value: str) -> str | None:
        return self._completed(value) or None


def _suggester(field: Field) -> Suggester | None:
    if field.completed is not None:
        return _LookedUp(field.completed)
    return SuggestFromList(field.offered, case_sensitive=False) if field.offered else None

"""A form of a few lines: what is typed is read back as it is understood, and kept on going back.

Keys: each field's words, Enter or Tab between them, Enter on the last or Ctrl+S anywhere to do it.
What is refused takes the cursor to the field at fault (0; it was a Shift+Tab for each field since).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from clerk.desk.unfinished import FormName
from clerk.errors import ClerkError
from screens.base import Doors
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.entry import Entry
from screens.widgets.key_line import KeyLine

Answers = dict[str, str]
_REFUSED = "bold $error"


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
        self._refused = ""
        self._at_fault: Field | None = None
        """Below which the refusal stands; None where no one field is to blame."""

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
        self.query_one(f"#field-{first.id}").focus()
        for field in self.fields:
            self._read_back(field, self._value(field.id))
        self.watch(self.query_one("#form"), "virtual_size", self._into_view, init=False)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Where Textual would bring an entry alone to the middle, the whole field comes into view.

        Its label stands above it, what is read back below it; and the next field is seen coming.
        """
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        if scroll_visible:
            self._into_view()

    def on_resize(self) -> None:
        """Another window: the field in hand stays in view."""
        self._into_view()

    def _into_view(self) -> None:
        self.call_after_refresh(self._scroll)  # once all is laid out

    def _scroll(self) -> None:
        """As near to the form's beginning as the field in hand allows; to a refusal at its end."""
        if not (self.is_mounted and self.is_current):
            return  # the window changed before all was there, or it is being taken down
        at = next((at for at, f in enumerate(self.fields) if self._is_focused(f)), 0)
        labels, echoes = self.query(".field-label"), self.query(".field-echo")
        form, last = self.query_one("#form", VerticalScroll), len(self.fields) - 1
        room = form.scrollable_content_region.height
        below = echoes[min(at + 1, last)].virtual_region.bottom
        y = min(max(below - room, 0), labels[at].virtual_region.y)
        if self._refused and self._at_fault is None:
            y = self.query_one("#form-trouble").virtual_region.bottom - room
        form.scroll_to(y=max(y, 0), animate=False, immediate=True)

    def _is_focused(self, field: Field) -> bool:
        return self.focused is not None and self.focused.id == f"field-{field.id}"

    def action_done(self) -> None:
        """Does it; what is refused is said in the form."""
        answers = self.answers()
        try:
            self._deed(answers)
        except ClerkError as error:
            self._refuse(str(error))
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
        self._say("")
        for field in self.fields:
            if widget_id == f"field-{field.id}":
                name, on_disk = self.form_name, not field.private
                self.app.unfinished.typed(name, field.id, field.value, value, on_disk=on_disk)
                self._read_back(field, value)

    def _refuse(self, why: str) -> None:
        """Says why it was not done: below the field at fault, with the cursor in it; else last."""
        self._say("")
        self._at_fault = self._to_blame(why)
        self._say(f"!! {why}")
        if self._at_fault is not None:
            self.query_one(f"#field-{self._at_fault.id}").focus()

    def _to_blame(self, why: str) -> Field | None:
        """The field that is refused for the same reason, or else the first whose words are."""
        refused = {field.id: self._trouble_with(field) for field in self.fields}
        same = (field for field in self.fields if refused[field.id] == why)
        typed = (f for f in self.fields if refused[f.id] and self._value(f.id).strip())
        return next(same, None) or next(typed, None)

    def _trouble_with(self, field: Field) -> str:
        try:
            field.echo(self._value(field.id))
        except ClerkError as error:
            return str(error)
        return ""

    def _say(self, refusal: str) -> None:
        """Why it was not done; empty, and what a field says of itself is there again."""
        if refusal == self._refused:
            return
        self._refused, at_fault = refusal, self._at_fault
        if at_fault is None:
            self.query_one("#form-trouble", Static).update(plain(refusal))
        elif refusal:
            self.query_one(f"#echo-{at_fault.id}", Static).update(plain(refusal, _REFUSED))
        else:
            self._read_back(at_fault, self._value(at_fault.id))
            self._at_fault = None
        self._into_view()

    def _entry(self, field: Field) -> Input | TextArea:
        value = self._begun.get(field.id, field.value)
        if field.lines:
            return TextArea(value, id=f"field-{field.id}", classes="field-lines", compact=True)
        made = CompletedInput if field.completed else Entry
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


class CompletedInput(Entry):
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

"""The house style: choices in words, and the committee's real minutes beside them.

Keys, counted: h on a committee (1) or g in a meeting (1); / and two or three letters find a choice
(5 with Enter); Enter changes it: the next value of a list (1), or words typed and Enter. The
minutes beside are set anew at once and show the first line that changed. s, a name, Enter, Enter
saves it for the committee. b and Enter begins from another style. u takes a choice back; Esc goes
back, and what was chosen is there again when the screen opens next.
"""

from pathlib import Path
from weakref import WeakKeyDictionary

from textual import getters, on, work
from textual.app import App, ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import DataTable, Static

from clerk.desk.documents.style_choices import (
    StyleChoice,
    choices,
    chosen,
    next_option,
    options_of,
    takes_lines,
    value_of,
    words_of_value,
)
from clerk.desk.documents.style_files import save_style
from clerk.desk.documents.style_trial import Trial, first_change, trial_of
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.meeting_acts import DetailsChanged
from clerk.errors import ClerkError, InputError
from clerk.record.style.house_style import HouseStyle
from screens.base import ClerkScreen
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Answers, Field, Form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.widgets.key_line import KeyLine
from screens.widgets.preview import Preview
from screens.widgets.rows import Row, Rows
from screens.widgets.said import SaidLine

_NAMES, _VALUES = 24, 29
"""Columns of the terminal that names and values of choices take."""
_BEGUN: WeakKeyDictionary[App[None], dict[str, tuple[str, HouseStyle]]] = WeakKeyDictionary()
"""What was chosen and not saved, by committee, for as long as the app is open."""


class StyleScreen(ClerkScreen):
    """Every choice of a style, and what it makes of real minutes."""

    PLACES = ("house style",)
    BINDINGS = bindings("house style")
    table = getters.query_one("#choices", Rows)
    preview = getters.query_one("#style-preview", Preview)

    def __init__(self, office: Office, committee_id: str, desk: MeetingDesk | None = None) -> None:
        """`desk` is that of the meeting from which it was opened, where it was."""
        super().__init__(office)
        self._committee = committee_id
        self._desk = desk
        self._base = ""
        self._style = HouseStyle()
        self._before: list[tuple[str, HouseStyle]] = []
        self._trial: Trial | None = None
        self._choices: dict[str, StyleChoice] = {}

    def compose(self) -> ComposeResult:
        yield Static("", id="screen-title")
        with Container(id="style"):
            with Vertical(id="style-choices"):
                yield Rows(id="choices")
                yield Static("", id="style-says")
            yield Preview(id="style-preview")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Takes up the style that holds, or what was chosen here before."""
        self.table.add_column(cell("What"), width=_NAMES)
        self.table.add_column(cell("How"), width=_VALUES)
        self.preview.border_title = "As these minutes print"
        begun = self._kept.get(self._committee)
        try:
            base = begun[0] if begun else self._style_in_force()
            style = begun[1] if begun else self.office.styles[base]
            path = self._desk.path if self._desk else None
            self._trial = trial_of(self.office, self._committee, path)
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        self._base, self._style = base, style
        self._show()
        self.set_focus(self.table)
        if begun:
            self.tell("Your choices of before, not saved yet: s saves them.")

    @property
    def _kept(self) -> dict[str, tuple[str, HouseStyle]]:
        return _BEGUN.setdefault(self.app, {})

    def _style_in_force(self) -> str:
        body = self.office.committee(self._committee)
        own = self._desk.meeting.style if self._desk else ""
        return own or body.style or self.office.register.style or self.office.styles.default

    # --- choosing -----------------------------------------------------------------------------

    @on(DataTable.RowHighlighted, "#choices")
    def row_marked(self) -> None:
        """Says what the choice is."""
        choice = self._choices.get(self.table.chosen)
        self.query_one("#style-says", Static).update(plain(_told(choice) if choice else ""))

    @on(DataTable.RowSelected, "#choices")
    def row_chosen(self) -> None:
        """Changes the choice that is marked."""
        choice = self._choices.get(self.table.chosen)
        if choice is None:
            return
        if options_of(choice.key):
            self._take(choice, next_option(self._style, choice.key))
        else:
            self._type(choice)

    @work(exclusive=True, group="dialog")
    async def _type(self, choice: StyleChoice) -> None:
        def take(answers: Answers) -> None:
            self._put(choice.key, answers["words"])

        field = Field(
            id="words",
            label=_told(choice) or choice.name,
            value=words_of_value(value_of(self._style, choice.key)),
            echo=lambda words: self._echo(choice.key, words),
            lines=takes_lines(choice.key),
        )
        form = Form(f"{choice.name.capitalize()}", (field,), take)
        if await self.app.push_screen_wait(form) is not None:
            self._show(choice.key)

    def _echo(self, key: str, words: str) -> str:
        chosen(self._style, key, words)
        return ""

    def _take(self, choice: StyleChoice, words: str) -> None:
        if self.succeeds(lambda: self._put(choice.key, words)):
            self._show(choice.key)

    def _put(self, key: str, words: str) -> None:
        changed = chosen(self._style, key, words)
        if changed != self._style:
            self._before.append((self._base, self._style))
            self._style = changed
            self._kept[self._committee] = (self._base, changed)

    def action_usual(self) -> None:
        """The choice as in the style begun from."""
        choice = self._choices.get(self.table.chosen)
        if choice is not None:
            usual = self.office.styles[self._base]
            try:
                words = words_of_value(value_of(usual, choice.key))
            except IndexError:  # a list that the other style does not have
                self.tell("The style that you began from has no such list.")
                return
            self._take(choice, words)

    def action_undo(self) -> None:
        """Takes back the last choice."""
        if not self._before:
            self.tell("There is no choice left to take back.")
            return
        self._base, self._style = self._before.pop()
        self._kept[self._committee] = (self._base, self._style)
        self._show(self.table.chosen)

    @work(exclusive=True, group="dialog")
    async def action_find_choice(self) -> None:
        """Any choice, by part of its words."""
        listed = [
            Choice(
                each.key,
                f"{_table_of(each)}{each.name}: {_shown(self._style, each.key)}",
                f"{each.key} {each.says} {each.group}",
            )
            for each in self._choices.values()
        ]
        found = await self.app.push_screen_wait(Choose("Which choice?", listed))
        if found is not None:
            self._mark(found.id)

    @work(exclusive=True, group="dialog")
    async def action_begin_from(self) -> None:
        """Another style, whole."""
        listed = []
        for name in self.office.styles:
            try:
                listed.append(Choice(name, f"{name}: {self.office.styles[name].title}"))
            except ClerkError as error:
                self.tell(str(error), "warning")
        found = await self.app.push_screen_wait(Choose("Begin from which house style?", listed))
        if found is not None:
            self._before.append((self._base, self._style))
            self._base, self._style = found.id, self.office.styles[found.id]
            self._kept[self._committee] = (self._base, self._style)
            self._show()

    # --- saving -------------------------------------------------------------------------------

    @work(exclusive=True, group="dialog")
    async def action_save(self) -> None:
        """Saves it as an own style, and has it used."""
        form = Form("Save the house style", self._save_fields(), self._save)
        if await self.app.push_screen_wait(form) is not None:
            self._before.clear()
            self._kept.pop(self._committee, None)
            self._show(self.table.chosen)

    def _save_fields(self) -> tuple[Field, ...]:
        own = self._base if self.office.styles.is_own(self._base) else ""
        meeting = ", meeting" if self._desk else ""
        return (
            Field(id="name", label="Name of the style", value=own, hint="wealdshire"),
            Field(id="title", label="What the list of styles says", value=self._style.title),
            Field(
                id="use",
                label=f"Use it for: committee{meeting}, or nothing yet",
                value="committee",
                replaced=True,
                echo=self._use,
            ),
        )

    def _use(self, words: str) -> str:
        wanted = words.strip().casefold()
        known = ("committee", "meeting", "nothing") if self._desk else ("committee", "nothing")
        found = [each for each in known if wanted and each.startswith(wanted)]
        if not found and not wanted:
            return "nothing"
        if not found:
            raise InputError(f"“{words.strip()}” is none of these: {', '.join(known)}.")
        return found[0]

    def _save(self, answers: Answers) -> None:
        use = self._use(answers["use"])
        name = answers["name"].strip() or ""
        style = chosen(self._style, "title", answers["title"])
        whole = style == self.office.styles[self._base] and name == self._base
        folder = None if whole else save_style(self.office, self._base, name, style)
        self._base, self._style = name, style
        if use == "committee":
            adding.change_committee(self.office, self._committee, style=name)
        elif use == "meeting" and self._desk is not None:
            self._desk.do(DetailsChanged(style=name), f"House style {name}")
        self.tell(_saved(folder, use))

    # --- what is shown ------------------------------------------------------------------------

    def _show(self, key: str = "") -> None:
        """The choices as they are, and the minutes set in them, at what changed."""
        self._choices = {each.key: each for each in choices(self._style)}
        state = "not saved" if self._committee in self._kept else "as it is"
        words = self._trial.words if self._trial else ""
        self.query_one("#screen-title", Static).update(
            plain(f"House style {self._base} ({state}) · {words}")
        )
        self.table.show(list(self._rows()), key=key or self.table.chosen)
        self._show_minutes()

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        group = ""
        for choice in self._choices.values():
            if choice.group != group:
                group = choice.group
                heading = _short(group).upper()
                rows.append((f"group:{len(rows)}", _over_both(heading)))
            rows.append((choice.key, (f"  {choice.name}", _shown(self._style, choice.key))))
        return rows

    def _mark(self, key: str) -> None:
        self.table.move_cursor(row=self.table.get_row_index(key))
        self.table.focus()

    def _show_minutes(self) -> None:
        trial = self._trial
        if trial is None:
            return
        lines = self.attempt(lambda: trial.lines(self._style, self._base))
        if lines is None:
            return
        changed = first_change(self.preview.lines, lines) if self.preview.lines else None
        told = bool(self.preview.lines) and changed is None
        self.preview.show(lines, "There are no minutes to show.")
        if changed is not None:
            self.preview.mark(changed)
        elif told and self._before:
            self.tell("Nothing in these minutes changes by it.")


def _told(choice: StyleChoice) -> str:
    """What a choice is, and what it may be; the page says so of most."""
    options = options_of(choice.key)
    says = choice.says or ("" if options else _places(choice.group))
    more = f"One of: {', '.join(options)}." if options and "One of" not in says else ""
    return " ".join(part for part in (says, more) if part)


def _places(group: str) -> str:
    at = group.find("Places")
    return group[at:] if at >= 0 else ""


def _over_both(heading: str) -> tuple[str, str]:
    """A heading over both columns, parted between two words."""
    first = heading[:_NAMES]
    if len(heading) > _NAMES and " " in first and heading[_NAMES] != " ":
        first = first[: first.rindex(" ")]
    return first, heading[len(first) :].strip()


def _table_of(choice: StyleChoice) -> str:
    """The table of a choice before its name, since many tables have a heading or a place."""
    table = choice.key.rpartition(".")[0].removesuffix(".groups.0")
    return f"{table.replace('.', ' ').replace('_', ' ')}, " if table else ""


def _short(group: str) -> str:
    return group.split(".")[0].split(":")[0].removeprefix("What ").strip()


def _shown(style: HouseStyle, key: str) -> str:
    words = words_of_value(value_of(style, key)).replace("\n", " / ")
    return words or "–"


def _saved(folder: Path | None, use: str) -> str:
    where = f"Saved in {folder}. " if folder else ""
    whom = {
        "committee": "The committee's minutes are set in it; Home, u takes that back.",
        "meeting": "This meeting's minutes are set in it.",
        "nothing": "No committee uses it yet.",
    }[use]
    return where + whom

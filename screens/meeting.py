"""The workspace of one meeting: agenda, minutes, preview, and the room strip below them.

Keys, counted: Enter on the meeting (1) and on an item (1), then only words; Ctrl+N for each next
item (1). Text is saved by itself. Ctrl+R for who is here, Ctrl+O for the Word file: 1 each; Esc, p
to publish: 2. Nothing asks whether one is sure; u in the agenda takes the last change back.
"""

import asyncio
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.timer import Timer
from textual.widgets import OptionList, TextArea

from clerk.desk.export import export_minutes, open_document
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting_desk import EDIT_PAUSE, MeetingDesk
from clerk.errors import ClerkError
from screens.agenda_deeds import AgendaDeeds
from screens.base import ClerkScreen
from screens.dialogs.choose import Choice, Choose
from screens.drafting import Drafting
from screens.home_lines import short_date
from screens.keys import bindings
from screens.literal import plain
from screens.widgets.agenda import AgendaList, Entry, entries_of
from screens.widgets.editor import Editor, Location, place_of_change
from screens.widgets.key_line import KeyLine
from screens.widgets.preview import Preview
from screens.widgets.said import SaidLine
from screens.widgets.strip import RoomStrip, room_words

_RETRY = 2.0
"""Seconds between attempts to save what could not be saved."""
_TICK = 5.0
"""Seconds between two looks at the clock."""


def open_meeting(screen: ClerkScreen, ref: str, minute_id: str = "") -> None:
    """Opens the meeting that `ref` names over `screen`, at a minute if one is given.

    Where it cannot be opened, says why there.
    """
    try:
        desk = MeetingDesk(screen.office, find_meeting(screen.office, ref))
        opened = MeetingScreen(desk, minute_id)
    except ClerkError as error:
        screen.tell(str(error), "error")
        return
    screen.app.push_screen(opened)


class MeetingScreen(AgendaDeeds):
    """Everything a clerk needs during one meeting, a key apart."""

    PLACES = ("meeting", "agenda", "editor")
    BINDINGS = bindings("meeting", "agenda")
    agenda = getters.query_one("#agenda", AgendaList)
    editor = getters.query_one("#minutes", Editor)
    preview = getters.query_one("#preview", Preview)
    strip = getters.query_one("#room", RoomStrip)

    def __init__(self, desk: MeetingDesk, minute_id: str = "") -> None:
        super().__init__(desk)
        self.drafting = Drafting(desk)
        self._current: Entry | None = None
        self._wanted = minute_id
        self._places: dict[str, Location] = {}
        self._pause: Timer | None = None
        self._room = ""
        self._cursor = 0

    def compose(self) -> ComposeResult:
        with Horizontal(id="workspace"):
            yield AgendaList(id="agenda")
            with Container(id="desk"):
                yield Editor(id="minutes", soft_wrap=True, highlight_cursor_line=False)
                yield Preview(id="preview")
        yield SaidLine(id="said")
        yield RoomStrip(id="room")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Opens at the minute that was asked for, or at the first item."""
        meeting = self.desk.meeting
        name = self.desk.committee.name_on(meeting.date)
        self.agenda.border_title = plain(f"{short_date(meeting.date)} {name}")
        self.preview.border_title = "As it will print"
        place = self.desk.place if not self._wanted else None
        self.reload(self._key_of_minute(self._wanted or (place[0] if place else "")))
        self.agenda.focus()
        if place is not None:
            self.editor.place_behind(place[1])
            self.editor.focus()
        self.set_interval(_RETRY, self._try_again)
        self.set_interval(_TICK, self._tick)
        if self.desk.read_only:
            self.tell(self.desk.read_only, "warning")
        for said in self.desk.recovered:
            self.tell(said, "warning")

    def on_unmount(self) -> None:
        """Saves what is left and gives the meeting free."""
        self.put_away()
        self.desk.close()

    def on_screen_resume(self) -> None:
        """Something may have changed on the screen that was over this one."""
        if self._current is not None or self.agenda.entries:
            self.reload()

    # --- what is shown ------------------------------------------------------------------------

    def reload(self, key: str = "") -> None:
        """Shows the meeting anew, at the line of this key or where it was."""
        wanted = key or (self._current.key if self._current else "")
        self.agenda.show(entries_of(self.desk.meeting), wanted)
        self._room = room_words(self.desk)
        self._current = None
        self._take_up(self.agenda.chosen)

    def put_away(self) -> bool:
        """Saves what stands in the editor; whether everything is saved."""
        if self._pause is not None:
            self._pause.stop()
        cleaned = self.drafting.save()
        if self._current is not None:
            self.drafting.moved(self._current, self._cursor)
        for said in self.desk.notices():
            self.tell(said, "warning")
        if cleaned:
            self.tell(f"Cleaned for Word: {', '.join(cleaned)}.", "warning")
        return self.drafting.saved

    def _take_up(self, entry: Entry | None) -> None:
        """Another line of the agenda comes to hand: its text, its preview."""
        if entry is not None and self._current is not None and entry.key == self._current.key:
            return
        if self._current is not None:
            self._places[self._current.key] = self.editor.cursor_location
            self.put_away()
        self._current = entry
        text = self.drafting.text_of(entry) if entry else ""
        self.editor.show(text, self._places.get(entry.key) if entry else None)
        self._show_editor(entry)
        self._show_preview()
        self._show_strip()

    def _show_editor(self, entry: Entry | None) -> None:
        state = self.desk.meeting.state
        fixed = self.desk.read_only or (f"{state}: fixed" if state != "draft" else "")
        self.editor.read_only = bool(fixed) or entry is None
        title = f"{entry.ref} {entry.title}".strip() if entry else "No item"
        self.editor.border_title = plain(title)
        self.editor.border_subtitle = plain("open elsewhere" if self.desk.held else fixed)

    def _show_preview(self) -> None:
        minute = self.drafting.minute_of(self._current) if self._current else ""
        lines = (self.attempt(lambda: self.desk.lines_of(minute)) or ()) if minute else ()
        self.preview.show(lines, self._empty_words())

    def _empty_words(self) -> str:
        if self._current is None:
            return (
                "The agenda has no items yet. Press a to add some, typed or pasted, one a line; "
                "s takes the last meeting's standing items; m begins a minute without an item."
            )
        if self.desk.meeting.state != "draft":
            return "This item has no minute."
        return "No minute yet. Press Enter and type; it appears here as it will print."

    def _show_strip(self) -> None:
        place = self._current.label if self._current else "no item"
        self.strip.show(
            self._room,
            place,
            self.office.now(),
            self.drafting.words,
            trouble=bool(self.drafting.trouble),
        )

    def _tick(self) -> None:
        """The clock goes on; a meeting that another has open is read anew where they wrote."""
        changed = self.attempt(self.desk.follow) if self.desk.held else False
        if changed:
            self.reload()
        self._show_strip()

    # --- typing -------------------------------------------------------------------------------

    @on(TextArea.Changed, "#minutes")
    def text_changed(self) -> None:
        """Takes note of each key at once, and hands over at the next pause."""
        if self._current is None or self.editor.read_only:
            return
        self.drafting.typed(self._current, self.editor.text, self.editor.characters_before)
        if self._pause is not None:
            self._pause.stop()
        if not self.drafting.saved:
            self._pause = self.set_timer(EDIT_PAUSE, self._paused)
        self._show_strip()

    @on(TextArea.SelectionChanged, "#minutes")
    def cursor_moved(self) -> None:
        """Remembers where the cursor is: the app opens there again."""
        self._cursor = self.editor.characters_before

    def _paused(self) -> None:
        self.put_away()
        self._mark_minuted()
        self._show_preview()
        if self.editor.cursor_location == self.editor.document.end:
            self.preview.follow_end()
        self._show_strip()

    def _mark_minuted(self) -> None:
        """The line's sign changes with its first words; nothing else moves."""
        entries = entries_of(self.desk.meeting)
        if self._current is not None and entries != self.agenda.entries:
            self.agenda.show(entries, self._current.key)
            self._current = self.agenda.chosen

    def _try_again(self) -> None:
        if self.drafting.trouble:
            self._paused()

    @on(Editor.PasteCleaned)
    def paste_cleaned(self, event: Editor.PasteCleaned) -> None:
        """Says what became of what Word's format cannot hold."""
        self.tell(f"Cleaned on pasting: {', '.join(event.words)}.", "warning")

    @on(Editor.UndoAsked)
    def undo_asked(self) -> None:
        """Takes back the last typing in this minute; any other last change is only named."""
        self._step_text(back=True)

    @on(Editor.RedoAsked)
    def redo_asked(self) -> None:
        """Does again what was taken back."""
        self._step_text(back=False)

    def _step_text(self, *, back: bool) -> None:
        entry = self._current
        if entry is None or not self.put_away():
            return
        before = self.drafting.text_of(entry)
        step, other = (self.desk.undo, self.desk.redo) if back else (self.desk.redo, self.desk.undo)
        said = self.attempt(step)
        if said is None:
            return
        after = self.drafting.text_of(entry)
        if after == before:
            self.succeeds(other)
            self.tell(f"The last change was not typed here: {said}. Esc, then u takes it back.")
            return
        self.reload(entry.key)
        self.editor.show(after, place_of_change(before, after))

    # --- moving about -------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#agenda")
    def line_marked(self) -> None:
        """Shows the minute of the line that is marked, ready to be typed."""
        self._take_up(self.agenda.chosen)

    @on(OptionList.OptionSelected, "#agenda")
    def line_chosen(self) -> None:
        """Enter: to the typing."""
        self.editor.focus()

    def action_back(self) -> None:
        """From the typing to the agenda; from there to where the clerk came from."""
        if not self.agenda.has_focus:
            self.action_agenda()
        elif self.put_away():
            super().action_back()
        else:
            self.tell(self.drafting.words, "error")

    def action_agenda(self) -> None:
        """To the agenda, where bare letters act."""
        self.put_away()
        self._show_strip()
        self.agenda.focus()

    def action_next_item(self) -> None:
        """The next item, ready to type."""
        self._step(1)

    def action_previous_item(self) -> None:
        """The item before, ready to type."""
        self._step(-1)

    def _step(self, by: int) -> None:
        lines = [entry for entry in self.agenda.entries if entry.state != "heading"]
        keys = [entry.key for entry in lines]
        at = keys.index(self._current.key) + by if self._current else 0
        if not 0 <= at < len(lines):
            self.tell("That was the last item." if by > 0 else "That was the first item.")
            return
        self._go_to(keys[at])

    def _go_to(self, key: str) -> None:
        self.agenda.choose(key)
        self._take_up(self.agenda.chosen)
        self.editor.focus()

    @work(exclusive=True, group="dialog")
    async def action_go_to(self) -> None:
        """Any item, by part of its reference or title."""
        choices = [
            Choice(entry.key, f"{entry.ref} {entry.title}".strip())
            for entry in self.agenda.entries
            if entry.state != "heading"
        ]
        chosen = await self.app.push_screen_wait(Choose("Go to item", choices))
        if chosen is not None:
            self._go_to(chosen.id)

    def action_save(self) -> None:
        """Saves at once and says so."""
        if self.put_away():
            self.tell("Saved.")
        self._show_preview()
        self._show_strip()

    def action_roll_call(self) -> None:
        """Who is here."""
        from screens.roll_call import RollCallScreen  # opened at most once or twice a meeting

        self.put_away()
        self.app.push_screen(RollCallScreen(self.desk))

    def action_whole_record(self) -> None:
        """The whole record as it will print."""
        from screens.whole_record import WholeRecordScreen  # the same

        self.put_away()
        self.app.push_screen(WholeRecordScreen(self.desk))

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Writes the Word file and opens it; typing goes on meanwhile."""
        if not self.put_away():
            self.tell(self.drafting.words, "error")
            return
        self.tell("Writing the Word file …")
        try:
            path = await asyncio.to_thread(export_minutes, self.desk)
            trouble = await asyncio.to_thread(open_document, path)
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        self.tell(_written(path, trouble))

    def _key_of_minute(self, minute_id: str) -> str:
        for entry in entries_of(self.desk.meeting):
            if minute_id and entry.minute == minute_id:
                return entry.key
        return ""


def _written(path: Path, trouble: str) -> str:
    return f"Written to {path}. {trouble}" if trouble else f"Written to {path} and opened."

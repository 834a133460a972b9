"""Typing the minute of the line at hand: its text, its preview, and saving at each pause.

Keys: only words; Ctrl+S saves at once, Ctrl+Z takes back typing and nothing else.
"""

import time

from textual import getters, on, work
from textual.timer import Timer
from textual.widgets import TextArea

from clerk.desk.meeting.meeting_desk import EDIT_PAUSE, MeetingDesk
from clerk.desk.meeting.minuting import Step
from clerk.desk.meeting.strip import Strip, strip_of
from clerk.domain.meetings import MeetingState
from clerk.errors import ClerkError
from screens.literal import plain
from screens.meeting.completing import completer_of, learns_as, phrases_mark, phrases_of
from screens.meeting.drafting import Drafting
from screens.meeting.side_panes import SidePanes
from screens.widgets.agenda import AgendaList, Entry, entries_of
from screens.widgets.editor import Editor, Location, place_of_change
from screens.widgets.strip import RoomStrip

_WAYS_ON: dict[MeetingState, str] = {
    "published": " In the agenda, b does that; Ctrl+L goes there.",
    "confirmed": " In the agenda, t enters it; Ctrl+L goes there.",
    "signed": " In the agenda, t enters it; Ctrl+L goes there.",
}
"""What the clerk can press where minutes are fixed."""
_CLOSED = "The meeting was closed elsewhere"
_WRITABLE = "The meeting's folder can be written again"


class MinuteTyping(SidePanes):
    """One minute at a time stands in the editor; what is typed is kept whatever happens."""

    agenda = getters.query_one("#agenda", AgendaList)
    strip = getters.query_one("#room", RoomStrip)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self.drafting = Drafting(desk)
        self._current: Entry | None = None
        self._places: dict[str, Location] = {}
        self._pause: Timer | None = None
        self._room = Strip(here="")
        self._cursor = 0
        self._last_key = 0.0
        self._phrases_mark = 0
        self._named_step = ""
        """The change elsewhere that undo or redo named last: the same key again does it."""

    # --- what is shown ------------------------------------------------------------------------

    def reload(self, key: str = "") -> None:
        """Shows the meeting anew, at the line of this key or where it was."""
        wanted = key or (self._current.key if self._current else "")
        self._remember_place()
        self.agenda.show(self.entries(), wanted)
        self._current = None
        self._take_up(self.agenda.chosen)
        self.refresh_bindings()  # what the keys are called: other ones once the minutes are fixed

    def entries(self) -> tuple[Entry, ...]:
        """The lines of the agenda as they stand now."""
        return entries_of(self.desk.meeting, self.desk.numbers(), self.desk.taken)

    def put_away(self) -> bool:
        """Saves what stands in the editor; whether everything is saved."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self._take_note()
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
        self._remember_place()
        if self._current is not None:
            self.put_away()
            self.editor.learn_all()
        self._current = entry
        self.editor.learns_as = learns_as(self.desk, entry)
        text = self.drafting.text_of(entry) if entry else ""
        self.editor.show(text, self._places.get(entry.key) if entry else None)
        self._show_editor(entry)
        self.show_margin()
        self._show_preview()
        self._room = self.attempt(lambda: strip_of(self.desk, self.item)) or Strip(here="")
        self._show_strip()

    def _remember_place(self) -> None:
        if self._current is not None:
            self._places[self._current.key] = self.editor.cursor_location

    def _show_editor(self, entry: Entry | None) -> None:
        state = self.desk.meeting.state
        fixed = self.desk.read_only or (f"{state}: fixed" if state != "draft" else "")
        self.editor.read_only = bool(fixed) or entry is None
        title = f"{entry.ref} {entry.title}".strip() if entry else "No item"
        private = "EXEMPT · " if entry and entry.exempt else ""
        self.editor.border_title = plain(private + title)
        short = self.desk.holder or "can only be read here"
        self.editor.say_below(f"READ ONLY: {short}" if self.desk.read_only else fixed)

    def _show_preview(self) -> None:
        minute = self.drafting.minute_of(self._current) if self._current else ""
        lines = (self.attempt(lambda: self.desk.lines_of(minute)) or ()) if minute else ()
        self.preview.show(lines, self._empty_words())
        self.follow_cursor()

    def _empty_words(self) -> str:
        if self._current is None:
            return (
                "The agenda has no items yet. Press a to add some, typed or pasted, one a line; "
                "s takes the last meeting's standing items; m begins a minute without an item."
            )
        if self.desk.read_only or self.desk.meeting.state != "draft":
            return "This item has no minute."
        return (
            "No minute yet. Enter in the agenda, then words: they appear here as they will print."
        )

    def _show_strip(self) -> None:
        self.strip.show(
            self._room,
            self._whereabouts(),
            self.office.now(),
            "read only" if self.desk.read_only else self.drafting.words,
            trouble=bool(self.drafting.trouble),
        )

    def _whereabouts(self) -> str:
        """What the meeting is on, and where the clerk is typing if that is elsewhere."""
        here = self._current.label if self._current else "no item"
        taken = "" if self.desk.fixed else self.desk.taken
        now = next((each for each in self.agenda.entries if taken and each.now), None)
        if now is None or self._current is None or now.key == self._current.key:
            return here
        return f"now {now.label}, typing in {self._current.ref or here}"

    def _tick(self) -> None:
        """The clock goes on; a meeting that another has open is read anew where they wrote."""
        changed = self.attempt(self.desk.follow) if self.desk.read_only else False
        was_held = bool(self.desk.held)
        if self.attempt(self.desk.take_over):
            self._taken_over(_CLOSED if was_held else _WRITABLE)
            return
        self.notes.follow()
        if self.desk.is_gone:
            if self.is_current:
                self.leave_gone(self.desk.read_only)
            return
        if changed:
            step = self.desk.next_step(back=True)
            there = self.key_of_minute(step.minute) if step and self.agenda.has_focus else ""
            self.reload(there)  # a reader who is in a text stays in it
        self.look_at_phrases()
        self._show_strip()

    def _taken_over(self, said: str) -> None:
        """Nothing keeps the meeting from being changed any more: the keys that do so act again."""
        self.reload()
        self.gather_words()
        self.notes.read()
        self.tell(f"{said}: it can be changed here now.", "warning")
        for words in self.desk.recovered:
            self.tell(words, "warning")

    # --- typing -------------------------------------------------------------------------------

    @on(TextArea.Changed, "#minutes")
    def text_changed(self) -> None:
        """Takes note of each key at once, and hands over at the next pause."""
        if self._current is None or self.editor.read_only:
            return
        self._take_note()
        self.margin_perhaps_changed()
        self._last_key = time.monotonic()
        if self._pause is None and not self.drafting.saved:
            self._pause = self.set_timer(EDIT_PAUSE, self._perhaps_paused)
        self._show_strip()

    def _take_note(self) -> None:
        """Has what stands in the editor kept; what tells of a change may still be under way."""
        there = bool(self.query(Editor))  # not any more, once the screen goes
        if there and self._current is not None and not self.editor.read_only:
            self._cursor = self.editor.characters_before
            self.drafting.typed(self._current, self.editor.text_to_keep, self._cursor)

    @on(TextArea.SelectionChanged, "#minutes")
    def cursor_moved(self) -> None:
        """Remembers where the cursor is: the app opens there again."""
        self._cursor = self.editor.characters_before
        if self._pause is None:
            self.follow_cursor()
            self.show_amiss()

    def _perhaps_paused(self) -> None:
        """Saves once no key has come for a while; one timer serves many keys."""
        self._pause = None
        left = self._last_key + EDIT_PAUSE - time.monotonic()
        if left > 0:
            self._pause = self.set_timer(left, self._perhaps_paused)
        else:
            self._paused()

    @work(thread=True, exclusive=True, group="completer", exit_on_error=False)
    def gather_words(self) -> None:
        """Makes ready what the editor may offer, away from the typing; it takes about a second."""
        self._phrases_mark = phrases_mark(self.office)
        try:
            completer = completer_of(self.desk)
        except ClerkError as error:
            self.app.call_from_thread(self.tell, str(error), "warning")
        else:
            self.app.call_from_thread(setattr, self.editor, "completer", completer)

    def look_at_phrases(self) -> None:
        """Takes up phrases that were set or taken away since, on a screen or elsewhere."""
        mark = phrases_mark(self.office)
        if self.editor.completer is None or mark == self._phrases_mark:
            return
        self._phrases_mark = mark
        phrases = self.attempt(lambda: phrases_of(self.office))
        if phrases is not None:
            self.editor.completer.use_phrases(phrases)

    def action_why(self) -> None:
        """Of what was typed a moment ago, too."""
        if self.editor.has_focus:
            self._paused()
        super().action_why()

    def action_phrases(self) -> None:
        """Phrases by code, over the meeting."""
        from screens.lists.phrases import PhrasesScreen  # seldom opened in a meeting

        if self.put_away():
            self.app.push_screen(PhrasesScreen(self.office))

    def _paused(self) -> None:
        self.put_away()
        self._mark_minuted()
        self.show_margin()
        self._show_preview()
        self._show_strip()

    def _mark_minuted(self) -> None:
        """The line's sign changes with its first words; nothing else moves."""
        entries = self.entries()
        if self._current is not None and entries != self.agenda.entries:
            self.agenda.show(entries, self._current.key)
            self._current = self.agenda.chosen

    def _try_again(self) -> None:
        if self.drafting.trouble:
            self._paused()

    @on(Editor.FirstOffer)
    def first_offered(self) -> None:
        """Tells once how what is shown behind the cursor is taken."""
        self.tell("Behind the cursor: Tab takes what is offered, → one word of it. F1: all keys.")

    @on(Editor.NotTaken)
    def not_taken(self) -> None:
        """Says why nothing can be typed here, and what can be done."""
        way = _WAYS_ON.get(self.desk.meeting.state, "") if not self.desk.read_only else ""
        self.remind(f"{self.read_only or self.desk.fixed}{way}")

    @on(Editor.PasteCleaned)
    def paste_cleaned(self, event: Editor.PasteCleaned) -> None:
        """Says what became of what Word's format cannot hold."""
        self.tell(f"Cleaned on pasting: {', '.join(event.words)}.", "warning")

    @on(Editor.UndoAsked)
    def undo_asked(self) -> None:
        """Takes back the last typing in this minute; any other last change when asked twice."""
        self._step_text(back=True)

    @on(Editor.RedoAsked)
    def redo_asked(self) -> None:
        """Does again what was taken back."""
        self._step_text(back=False)

    def _step_text(self, *, back: bool) -> None:
        """Typing in this minute goes at once; any other change is named, and goes when asked again.

        So a slip while typing takes back no vote, and still there is one timeline.
        """
        if self._current is None or not self.put_away():
            return
        step = self.desk.next_step(back=back)
        deed = self.desk.undo if back else self.desk.redo
        if step is not None and not self._is_here(step) and step.id != self._named_step:
            self._named_step = step.id
            how = "Ctrl+Z again takes it back" if back else "Ctrl+Y again does it again"
            self.tell(f"The last change was elsewhere: {step.said}. {how}.")
            return
        self._named_step = ""
        minute = step.minute if step is not None else ""
        before = self._text_of(minute)
        if self.attempt(deed) is None or step is None:
            return
        after = self._text_of(minute)
        self.reload(self.key_of_minute(minute) if after or before else "")
        if after != before:
            self.editor.show(after, place_of_change(before, after))
        if not self._is_here(step) or after == before:
            self.tell(f"{'Taken back' if back else 'Done again'}: {step.said}.")

    def _is_here(self, step: Step) -> bool:
        here = self._current
        if here is None or not step.minute:
            return False
        return step.minute == self.drafting.minute_of(here) or here.item in step.items

    def _text_of(self, minute_id: str) -> str:
        minute = self.desk.meeting.minute(minute_id)
        return minute.text if minute else ""

    def key_of_minute(self, minute_id: str) -> str:
        """The key of the line that shows a minute; empty where none does."""
        for entry in entries_of(self.desk.meeting):
            if minute_id and entry.minute == minute_id:
                return entry.key
        return ""

"""Beside the minute being typed: its margin, its preview, why a line is there, private notes.

Keys: Ctrl+_ asks why of the line at the cursor, then ↑ and ↓ go through the lines (1 each), Esc
back to the typing; Ctrl+D to the notes and back (1 each).
"""

from textual import getters, on
from textual.widget import Widget

from clerk.desk.meeting.why import why_of
from screens.meeting.drafting import Drafting
from screens.meeting.in_workspace import InWorkspace
from screens.widgets.agenda import Entry
from screens.widgets.editor import Editor
from screens.widgets.notes import PrivateNotes
from screens.widgets.preview import Preview

_BEGINNING = 2
"""Characters of a line while a block only begins: what numbers it has is then worked out anew."""


class SidePanes(InWorkspace):
    """The panes that follow what is typed; the workspace that derives from it knows the minute."""

    editor = getters.query_one("#minutes", Editor)
    preview = getters.query_one("#preview", Preview)
    notes = getters.query_one("#notes", PrivateNotes)
    _came_from: Widget | None = None
    """What had the focus before the notes or the preview."""
    drafting: Drafting
    _current: Entry | None = None
    _rows_of_text: int = 0
    _facts: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Where each block of the text begins, and which facts its lines of the record print."""

    # --- the margin ---------------------------------------------------------------------------

    def show_margin(self) -> None:
        """Numbers and what is amiss, for the text as it stands."""
        minute = self.drafting.minute_of(self._current) if self._current else ""
        text = self.editor.text_to_keep
        self._rows_of_text = self.editor.document.line_count
        if not minute:
            self._facts = ()
            self.editor.show_margin({}, {})
            return
        found = self.attempt(lambda: self.desk.beside(minute, text)) or ()
        self._facts = tuple((each.start, each.facts) for each in found)
        self.editor.show_margin(
            {each.row: each.number for each in found if each.number},
            {each.row: each.trouble for each in found if each.trouble},
        )
        self.show_amiss()

    def margin_perhaps_changed(self) -> None:
        """Works the margin out anew where a key began, joined or ended a block; else it holds."""
        row, _ = self.editor.cursor_location
        begins = len(self.editor.document.get_line(row)) <= _BEGINNING
        if begins or self.editor.document.line_count != self._rows_of_text:
            self.show_margin()

    def show_amiss(self) -> None:
        """What is amiss where the cursor is, in the frame below the text."""
        if not self.editor.read_only:
            self.editor.say_below(self.editor.amiss_here)

    # --- the preview --------------------------------------------------------------------------

    def follow_cursor(self) -> None:
        """The preview's mark goes to what the cursor is in."""
        place = self.editor.characters_before
        facts = [facts for start, facts in self._facts if start <= place]
        if facts and not self.preview.has_focus:
            self.preview.follow(facts[-1])

    def action_why(self) -> None:
        """Why the line at the cursor is there; then of any line, by arrows."""
        if self.preview.marked is None:
            self.tell("Nothing is printed here yet: type the minute, then ask why.")
            return
        self._came_from = self._came_from or self.focused
        self.put_away()
        self.show_notes(False)
        self.preview.focus()
        self._tell_why(self.preview)

    @on(Preview.Marked)
    def line_of_record_marked(self, event: Preview.Marked) -> None:
        """Says why it is there."""
        self._tell_why(event.preview)

    def _tell_why(self, preview: Preview) -> None:
        line = preview.marked
        if line is not None:
            said = self.attempt(lambda: why_of(self.desk, line))
            if said is not None:
                self.tell(said)

    # --- private notes ------------------------------------------------------------------------

    def action_notes(self) -> None:
        """To the private notes, or back from them."""
        if self.notes.has_focus:
            self.leave_notes()
        else:
            self._came_from = self._came_from or self.focused
            self.put_away()
            self.show_notes(True)
            self.notes.focus()

    def leave_notes(self) -> None:
        """Back to the typing, or to the agenda from which the notes were opened; the preview stands
        there again."""
        (self._came_from or self.editor).focus()
        self._came_from = None
        self.show_notes(False)

    def show_notes(self, shown: bool) -> None:
        """The notes in the place of the preview, or the preview."""
        self.query_one("#desk").set_class(shown, "-notes")

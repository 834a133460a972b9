"""The workspace of one meeting: agenda, minutes, preview, and the room strip below them.

Keys, counted: Enter on the meeting (1) and on an item (1), then only words; Ctrl+N for each next
item (1). Text is saved by itself. Ctrl+R for who is here, Ctrl+O for the Word file: 1 each; Esc, p
to publish: 2. Nothing asks whether one is sure; u in the agenda takes the last change back.
"""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import OptionList

from clerk.desk.documents.export import export_minutes, open_document
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting import taking
from clerk.desk.meeting.findings import Place
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.passages import Passage
from clerk.desk.meeting.room import Said
from clerk.domain.minute_acts import MinuteOpened
from clerk.domain.room_acts import ExemptMarked
from clerk.errors import ClerkError
from clerk.when import short_date
from screens.base import ClerkScreen
from screens.dialogs.choose import Choice, Choose
from screens.keys import bindings
from screens.literal import plain
from screens.meeting.agenda_deeds import AgendaDeeds
from screens.meeting.document_deeds import DocumentDeeds
from screens.meeting.life_deeds import LifeDeeds, life_words
from screens.meeting.taking_deeds import TakingDeeds
from screens.meeting.usual_deeds import UsualDeeds
from screens.widgets.agenda import AgendaList, Entry
from screens.widgets.editor import Editor
from screens.widgets.key_line import KeyLine
from screens.widgets.notes import PrivateNotes
from screens.widgets.preview import Preview
from screens.widgets.said import SaidLine
from screens.widgets.strip import RoomStrip

_RETRY = 2.0
"""Seconds between attempts to save what could not be saved."""
_TICK = 5.0
"""Seconds between two looks at the clock."""


def open_meeting(
    screen: ClerkScreen, ref: str, minute_id: str = "", *, doubts: bool = False
) -> None:
    """Opens the meeting that `ref` names over `screen`, at a minute if one is given.

    Where it cannot be opened, says why there. `doubts` opens its doubts over it.
    """
    try:
        path = find_meeting(screen.office, ref)
        if _went_back_to(screen, path, minute_id):
            return
        desk = MeetingDesk(screen.office, path)
        opened = MeetingScreen(desk, minute_id, doubts=doubts)
    except ClerkError as error:
        screen.tell(str(error), "error")
        return
    screen.app.push_screen(opened)


def _went_back_to(screen: ClerkScreen, path: Path, minute_id: str) -> bool:
    """Whether the meeting is open below: opened twice, one of the two could only be read."""
    stack = screen.app.screen_stack
    open_below = [s for s in stack if isinstance(s, MeetingScreen) and s.desk.path == path]
    if not open_below:
        return False
    while screen.app.screen is not open_below[-1]:
        screen.app.pop_screen()
    if minute_id:
        open_below[-1].reload(open_below[-1].key_of_minute(minute_id))
    return True


class MeetingScreen(UsualDeeds, AgendaDeeds, TakingDeeds, DocumentDeeds, LifeDeeds):
    """Everything a clerk needs during one meeting, a key apart."""

    PLACES = ("meeting", "agenda", "editor", "in meeting")
    BINDINGS = bindings("meeting", "agenda")

    def __init__(self, desk: MeetingDesk, minute_id: str = "", *, doubts: bool = False) -> None:
        super().__init__(desk)
        self._wanted = minute_id
        self._opens_doubts = doubts
        self.greeting = ""
        """What is said once it is shown."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="workspace"):
            yield AgendaList(id="agenda")
            with Container(id="desk"):
                yield Editor(id="minutes", soft_wrap=True, highlight_cursor_line=False)
                yield Preview(id="preview", beside_typing=True)
                yield PrivateNotes(self.desk, id="notes")
        yield SaidLine(id="said")
        yield RoomStrip()
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """Opens at the minute that was asked for, or at the first item."""
        meeting = self.desk.meeting
        name = self.desk.committee.name_on(meeting.date)
        self.agenda.border_title = plain(f"{short_date(meeting.date)} {name}")
        self.preview.border_title = "As it will print"
        place = self.desk.place if not self._wanted else None
        self.reload(self.key_of_minute(self._wanted or (place[0] if place else "")))
        self.set_focus(self.agenda)
        if place is not None:
            self.editor.place_behind(place[1])
            self.set_focus(self.editor)
        self.gather_words()
        self.set_interval(_RETRY, self._try_again)
        self.set_interval(_TICK, self._tick)
        if self.read_only:
            self.remind(self.read_only)
        if self.greeting:
            self.tell(self.greeting)
        for said in (*self.desk.recovered, *self.desk.notices()):
            self.tell(said, "warning")
        if self._opens_doubts:
            self.action_doubts()

    def on_unmount(self) -> None:
        """Saves what is left and gives the meeting free."""
        self.put_away()
        self.desk.close()

    def on_screen_resume(self) -> None:
        """Something may have changed on the screen that was over this one."""
        if self._current is not None or self.agenda.entries:
            self.reload()
            self.look_at_phrases()

    @property
    def key_words(self) -> Mapping[str, str]:
        """Once the minutes are fixed, what is left to do with them stands in the line of keys."""
        enters = "Read" if self.desk.fixed else "Type"
        # asked for before the agenda is there, too
        words = {"minute": enters if isinstance(self.focused, AgendaList) else ""}
        return {**super().key_words, **life_words(self.desk), **words}

    @property
    def item(self) -> str:
        """What the meeting is on, wherever the clerk is typing; before that, the line at hand."""
        return self.desk.taken or (self._current.business if self._current else "")

    def show_anew(self) -> None:
        """Shows what came of an act."""
        self.reload()

    def tell_done(self, said: Said) -> None:
        """Goes to the minute that the acts began, where they began one of its own."""
        begun = [act.minute.id for act in said.acts if isinstance(act, MinuteOpened)]
        if begun:
            self.reload(self.key_of_minute(begun[-1]))
        for act in said.acts:
            if self.editor.completer and isinstance(act, ExemptMarked) and act.exempt:
                self.editor.completer.learn("", of=act.of)  # lest its words be offered elsewhere
        super().tell_done(said)

    # --- moving about -------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#agenda")
    def line_marked(self) -> None:
        """Shows the minute of the line that is marked, ready to be typed."""
        self._take_up(self.agenda.chosen)

    @on(OptionList.OptionSelected, "#agenda")
    def action_type_minute(self) -> None:
        """Enter, or a click: to the typing of the line that is marked."""
        self._take_up(self.agenda.chosen)
        self.set_focus(self.editor)  # at once: the next key is meant for it already

    def action_back(self) -> None:
        """From the typing to the agenda; from there to where the clerk came from."""
        if self.notes.has_focus or self.preview.has_focus:
            self.leave_notes()
        elif not self.agenda.has_focus:
            self.action_agenda()
        elif not self.put_away():
            self.tell(self.drafting.words, "error")
        elif not self.notes.keep():
            self.action_notes()
            self.tell("Not left: the private notes could not be saved.", "error")
        else:
            super().action_back()

    def action_agenda(self) -> None:
        """To the agenda, where bare letters act."""
        self.put_away()
        self._show_strip()
        self.set_focus(self.agenda)  # at once: the next key is meant for it already

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
        self.query_one(SaidLine).let_go()  # before what saving may have to say
        to = self._onward(lines[at], by)
        self.go_to(to.key if to else keys[at])

    def _onward(self, line: Entry, by: int) -> Entry | None:
        """From what the meeting is on it goes on; a look at another item moves nothing."""
        here, taken = self._current, self.desk.taken
        if here is None or (taken and here.business != taken) or self.desk.fixed:
            return None
        if by < 0 and self.drafting.text_of(here).strip():
            return None  # only a look back; but where nothing was typed yet, the step is undone
        waits = taking.next_business(self.desk) if by > 0 else ""
        to = next((each for each in self.agenda.entries if waits and each.item == waits), line)
        self.put_away()
        self.desk.take(to.business)
        return to

    def go_to(self, key: str) -> None:
        """To the line of this key, ready to type."""
        self.agenda.show(self.entries(), key)
        self._take_up(self.agenda.chosen)
        self.editor.focus()

    @work(exclusive=True, group="dialog")
    async def action_go_to(self) -> None:
        """Any item, by part of its reference or title, or by its minute's number."""
        choices = [
            Choice(
                entry.key,
                f"{entry.ref} {entry.title} {entry.number}".strip(),
                entry.number.lstrip("~"),
            )
            for entry in self.entries()
            if entry.state != "heading"
        ]
        chosen = await self.app.push_screen_wait(Choose("Go to an item or minute", choices))
        if chosen is not None:
            self.go_to(chosen.id)

    def action_save(self) -> None:
        """Saves at once and says so."""
        if self.put_away():
            self.tell("Saved.")
        self._show_preview()
        self._show_strip()

    def action_roll_call(self) -> None:
        """Who is here."""
        # Opened at most once or twice a meeting.
        from screens.meeting.roll_call import RollCallScreen

        self.put_away()
        self.app.push_screen(RollCallScreen(self.desk, self.item))

    def action_declarations(self) -> None:
        """Interests declared, or that nobody declared any."""
        from screens.meeting.declarations import DeclarationsScreen  # the same

        self.put_away()
        self.app.push_screen(DeclarationsScreen(self.desk, self.item))

    def action_votes(self) -> None:
        """Motions and votes."""
        from screens.meeting.votes import VotesScreen  # the same

        self.put_away()
        self.app.push_screen(VotesScreen(self.desk, self.item))

    @work(exclusive=True, group="dialog")
    async def action_exempt(self) -> None:
        """Makes the item exempt, or the rest of it, and writes the motion."""
        from screens.meeting.exempt_form import exempt_form  # the same

        if not self.item:
            self.tell("Choose the item that is exempt first.")
        elif self.put_away():
            await self.app.push_screen_wait(exempt_form(self.desk, self.item, self.tell_done))

    def action_check(self) -> None:
        """What the checks find."""
        from screens.meeting.check import CheckScreen  # the same

        self.put_away()
        self.app.push_screen(CheckScreen(self.desk, self.item, self._go_to_place))

    def _go_to_place(self, place: Place) -> None:
        """To where a finding is put right."""
        key = self.key_of_minute(place.minute) or f"item:{place.item}"
        if self.agenda.place(key) is not None:
            self.go_to(key)
        screens = {
            "votes": self.action_votes,
            "declarations": self.action_declarations,
            "room": self.action_room,
            "roll call": self.action_roll_call,
        }
        if place.spot in screens:
            screens[place.spot]()

    def action_decisions(self) -> None:
        """What the meeting decided, on a page."""
        from screens.meeting.decisions import DecisionsScreen  # the same

        self.put_away()
        self.app.push_screen(DecisionsScreen(self.desk, self.item))

    def action_room(self) -> None:
        """Everyone where they are, and what happened."""
        from screens.meeting.room import RoomScreen  # the same

        self.put_away()
        self.app.push_screen(RoomScreen(self.desk, self.item))

    def action_whole_record(self) -> None:
        """The whole record as it will print, at the minute at hand."""
        from screens.meeting.whole_record import WholeRecordScreen  # the same

        self.put_away()
        here = self.drafting.minute_of(self._current) if self._current else ""
        self.app.push_screen(
            WholeRecordScreen(self.desk, self.item, at=here, type_passage=self.go_to_passage)
        )

    def go_to_passage(self, passage: Passage) -> None:
        """To the typing of a minute, with the cursor where words were found in it."""
        self.go_to(self.key_of_minute(passage.minute) or f"item:{passage.item}")
        if passage.at >= 0:
            self.editor.place_behind(passage.at)

    def action_copy(self) -> None:
        """The minute at hand as plain text."""
        minute = self.drafting.minute_of(self._current) if self._current else ""
        if self.put_away():
            self.copy_minute(minute)

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Writes the Word file and opens it; typing goes on meanwhile."""
        if not self.put_away():
            self.tell(self.drafting.words, "error")
            return
        self.tell("Writing the Word file …")
        try:
            path = await asyncio.to_thread(export_minutes, self.desk)
            opened = await asyncio.to_thread(open_document, path)
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        self.tell(f"Written to {path}. {opened}")

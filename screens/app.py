"""The app: opens on Home, or on a meeting that was asked for, and whatever screens ask it to open.

What stands behind its doors is loaded when it is opened: Home is painted sooner without it.
"""

import gc
from collections.abc import Mapping
from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver

from clerk.desk.care import looks
from clerk.desk.office import Office
from clerk.desk.unfinished import Unfinished
from clerk.errors import ClerkError
from screens.base import ClerkScreen, Doors
from screens.escaping import hear_escape
from screens.hangup import watch
from screens.home.home import HomeScreen
from screens.in_turn import KeysInTurn
from screens.keys import Where
from screens.literal import Severity, say
from screens.palette import Commands, Palette
from screens.steering import unsteered
from screens.themes import CHOICES, DEFAULT, OURS

_TERMINATED = 143
"""The exit code of a program that SIGTERM has ended."""
_QUIET = 2.0
"""Seconds before the day's backup begins: the first frame and the first keys go before it."""


_BEGUN = (
    "{} {} being filled in when Clerk ended: what you had typed stands there when you open it "
    "again."
)


class ClerkApp(KeysInTurn, Doors):
    """Clerk in a terminal. Screens do the work; the app holds looks, palette and leaving."""

    TITLE = "Clerk"
    CSS_PATH = "app.tcss"
    COMMANDS = {Commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit")
    ]

    def __init__(self, office: Office, *, open_ref: str = "", said: str = "") -> None:
        super().__init__()
        for theme in OURS:
            self.register_theme(theme)
        # Before anything is dressed: to put a theme on later is to read every sheet again.
        kept = looks.kept(office)
        self.set_reactive(App.theme, kept if kept in CHOICES else DEFAULT)
        self._refresh_truecolor_filter(self.ansi_theme)  # which Textual has made for its own theme
        self.stylesheet.set_variables(self.get_css_variables())
        self.office = office
        self.unfinished = Unfinished(office.home.journal_dir / "forms.typed", office.meeting_lock)
        self._open_ref = open_ref
        self._said = said
        self._asked_to_leave = False
        self.fault: Exception | None = None
        """What ended the app that we did not foresee."""
        self.leaves_with: int | None = None
        """The exit code, once the clerk leaves or the program is told to end."""

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, from which no stranger's text steers the terminal, and which hears Esc."""
        driver = super().get_driver_class()
        hear_escape()
        return unsteered(driver)

    def on_mount(self) -> None:
        """Opens the first screen."""
        home = HomeScreen(self.office)
        self.push_screen(home)
        self.call_after_refresh(_collect_garbage)
        self.set_timer(_QUIET, self._keep_dated_copy)
        if not self.is_headless:
            watch(self._cut_short, self._end)
        if self._open_ref:
            self.call_after_refresh(self.open_meeting, home, self._open_ref)
        elif left_open := self.office.left_open():
            self.call_after_refresh(self._open_again, home, left_open)
        if self._said:
            self.call_after_refresh(self._tell_when_there, self._said, "error")
        elif begun := self.unfinished.recover():
            forms = " and ".join(f"“{title}”" for title in begun)
            were = "was" if len(begun) == 1 else "were"
            self.call_after_refresh(self._tell_when_there, _BEGUN.format(forms, were), "warning")

    def _open_again(self, home: HomeScreen, ref: str) -> None:
        """The meeting in which Clerk was killed; what had not been saved yet, it says itself."""
        from screens.meeting.workspace import MeetingScreen

        self.open_meeting(home, ref)
        screen = self.screen
        if isinstance(screen, MeetingScreen) and not screen.desk.recovered:
            screen.greeting = (
                "Clerk was ended in this meeting without being closed. All that was typed is here, "
                "and the cursor is where it was."
            )

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Runs what a key stands for; where its screen can only be read, it is told instead."""
        screen = default_namespace
        if isinstance(screen, ClerkScreen) and isinstance(action, str) and screen.refuses(action):
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def action_command_palette(self) -> None:
        """Opens the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    # --- doors --------------------------------------------------------------------------------

    def open_help(self, places: tuple[Where, ...]) -> None:
        """The keys that work at these places, then all others."""
        from screens.help import HelpScreen

        self.push_screen(HelpScreen(self.office, places))

    def open_resolutions(self) -> None:
        """Every resolution, found as you type."""
        from screens.lists.resolutions import ResolutionsScreen

        self.push_screen(ResolutionsScreen(self.office))

    def open_meeting(
        self, over: ClerkScreen, ref: str, minute_id: str = "", *, doubts: bool = False
    ) -> None:
        """The workspace of a meeting; where it cannot be opened, the screen that asks says why."""
        from screens.meeting.workspace import open_meeting

        open_meeting(over, ref, minute_id, doubts=doubts)

    def open_committee(self, committee_id: str) -> None:
        """The seats of a committee as they stand today."""
        from screens.register.committee import CommitteeScreen

        self.push_screen(CommitteeScreen(self.office, committee_id))

    def open_person(self, person_id: str) -> None:
        """Everything about one person."""
        from screens.register.person import PersonScreen

        self.push_screen(PersonScreen(self.office, person_id))

    # --- the day's backup, and leaving --------------------------------------------------------

    @work(thread=True, exit_on_error=False)
    def _keep_dated_copy(self) -> None:
        """The day's backup, away from the typing; a full disk is said, and stops nothing."""
        from clerk.desk.care.upkeep import dated_backup  # after the first frame

        try:
            dated_backup(self.office)
        except ClerkError as error:
            self.call_from_thread(self._tell_of_backup, str(error))

    def _tell_of_backup(self, trouble: str) -> None:
        say(self.screen, f"The day's backup was not made: {trouble}", severity="warning")

    async def action_quit(self) -> None:
        """Leaves; with text that could not be saved, says so first and leaves when asked again."""
        from screens.meeting.workspace import MeetingScreen

        if not self._put_away() and not self._asked_to_leave:
            self._asked_to_leave = True
            say(
                self.screen,
                "Not left: the last text could not be saved. Copy it, or mend what is wrong; "
                "Ctrl+Q again leaves without it.",
                severity="error",
            )
            return
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.desk.close()
        self._leave_forms()
        self.leaves_with = 0
        self.exit()

    def _leave_forms(self) -> None:
        """What was being typed at this moment waits for the next session; no more does."""
        from screens.dialogs.form import Form
        from screens.dialogs.say_line import SayLine

        asking = [each for each in self.screen_stack if isinstance(each, Form | SayLine)]
        self.unfinished.leave([each.form_name for each in asking])

    def _put_away(self) -> bool:
        """Saves what is typed and not saved yet, on every screen; whether all of it is."""
        from screens.meeting.workspace import MeetingScreen  # the same
        from screens.widgets.notes import PrivateNotes

        kept = [
            notes.keep() for screen in self.screen_stack for notes in screen.query(PrivateNotes)
        ]
        texts = [s.put_away() for s in self.screen_stack if isinstance(s, MeetingScreen)]
        return all((*kept, *texts))

    def _cut_short(self) -> None:
        """Saves what can be saved and gives meetings free; the app opens here again."""
        from screens.meeting.workspace import MeetingScreen  # the same

        self._put_away()
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.desk.close(left=False)
        self.unfinished.cut_short()

    def _end(self) -> None:
        """Told to end from outside: the terminal is given back as it was."""
        self._cut_short()
        self.leaves_with = _TERMINATED
        self.exit(return_code=_TERMINATED)

    def _tell_when_there(self, words: str, severity: Severity) -> None:
        """On whatever screen came up, once it is drawn."""
        screen = self.screen
        if isinstance(screen, ClerkScreen):
            screen.call_after_refresh(screen.tell, words, severity)

    def _handle_exception(self, error: Exception) -> None:
        """Ends the app where something went wrong that we did not foresee, with all that is typed.

        Textual would print where, and with it the words of the minutes. What goes wrong while the
        app is leaving is no fault to come back from: a form that was just coming up misses what
        has been taken down already.
        """
        if self.fault is None and self.leaves_with is None:
            self.fault = getattr(error, "error", error)  # a worker's stands in one of Textual's
            with suppress(Exception):  # a second fault must not hide the first
                self._cut_short()
        super()._handle_exception(error)
        self._exit_renderables.clear()


def _collect_garbage() -> None:
    """From here on; what the start has made stays, and need not be looked through again."""
    gc.freeze()
    gc.enable()


def run_app(office: Office, *, open_ref: str = "", said: str = "") -> int:
    """Runs the app until the clerk leaves it; the exit code.

    It opens on the meeting `open_ref`, if one is named; `said` is told once it is open.

    Raises what went wrong that we did not foresee; what was typed is saved then, and the app opens
    where it was.
    """
    app = ClerkApp(office, open_ref=open_ref, said=said)
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.leaves_with if app.leaves_with is not None else app.return_code or 0

"""The command palette: every key of the table that holds here, themes, and every meeting.

Names of committees are user text, so that nothing here is given to Textual as markup.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from clerk.desk.care import looks
from clerk.desk.lists import meeting_lists
from clerk.when import plain_date
from screens.base import ClerkScreen
from screens.keys import Key, of
from screens.literal import plain
from screens.themes import CHOICES


class Commands(Provider):
    """What can be done on this screen, and the meetings that can be opened from it."""

    async def startup(self) -> None:
        """Reads the meetings once for each opening of the palette."""
        screen = self.screen
        self._meetings: list[tuple[str, str]] = []
        if isinstance(screen, ClerkScreen):
            self._meetings = [
                (f"Open: {row.committee_name}, {plain_date(row.date)}", row.ref)
                for row in reversed(meeting_lists.meetings(screen.office))
            ]

    async def discover(self) -> Hits:
        """Everything that can be done here, in the order of the table."""
        for name, sentence, deed in self._deeds():
            yield DiscoveryHit(plain(name), deed, text=name, help=_help(sentence))

    async def search(self, query: str) -> Hits:
        """Deeds and meetings whose names hold the letters typed, in order."""
        matcher = self.matcher(query)
        for name, sentence, deed in (*self._deeds(), *self._openings()):
            score, offsets = matcher.fuzzy_search.match(query, name)
            if score > 0:
                yield Hit(score, _marked(name, offsets), deed, text=name, help=_help(sentence))

    def _deeds(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        if isinstance(screen, ClerkScreen):
            for key in of(*screen.PLACES, "everywhere"):
                if key.action and key.id != "palette":
                    yield f"{key.word} ({key.shown})", key.sentence, partial(_press, screen, key)
        for name, words in CHOICES.items():
            yield f"Theme: {words}", "How Clerk looks.", partial(self._dress, name)

    def _openings(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        for words, ref in self._meetings:
            yield words, ref, partial(self._open, ref)

    def _dress(self, theme: str) -> None:
        self.app.theme = theme
        screen = self.screen
        if isinstance(screen, ClerkScreen):  # where it cannot be kept, it holds until Clerk is left
            screen.attempt(lambda: looks.keep(screen.office, theme))

    async def _open(self, ref: str) -> None:
        screen = self.screen
        if isinstance(screen, ClerkScreen):
            screen.app.open_meeting(screen, ref)


class Palette(CommandPalette):
    """Textual's own, closed before it has found everything: what it finds then is let go.

    (Textual 8.2.8 looks for its list, which is gone, and the app ends: type a letter and Esc.)
    """

    def _watch__list_visible(self) -> None:
        if self.query(CommandList):
            super()._watch__list_visible()

    def _action_command_list(self, action: str) -> None:
        with suppress(LookupError):  # as in `Listed`, which this list is not
            super()._action_command_list(action)

    async def _watch__show_busy(self) -> None:
        if self.query(CommandList):
            await super()._watch__show_busy()


async def _press(screen: ClerkScreen, key: Key) -> None:
    await screen.run_action(key.action)


def _marked(name: str, offsets: object) -> Content:
    content = plain(name)
    if isinstance(offsets, list | tuple):
        for offset in offsets:
            content = content.stylize("bold", offset, offset + 1)
    return content


def _help(sentence: str) -> str:
    """Help is always read as markup: ours has no brackets, nor has a meeting's reference."""
    return sentence.replace("[", "(")

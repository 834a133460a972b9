"""The keys that act now, on one line; as many as there is room for, the rest are in help."""

from collections.abc import Mapping

from textual.content import Content
from textual.events import Mount, Resize
from textual.screen import Screen
from textual.widgets import Static

from screens.keys import TABLE, Where, key_name, of

_GAP = "  "
_ORDER = {key.id: at for at, key in enumerate(TABLE)}
_FIRST = "say"
"""First of the chords: an act said in a line is what a live meeting asks for most."""
_LAST = "help"
"""Always shown, at the end: it tells all that found no room."""
_WAYS_OUT = ("back", "quit")
"""Before it, while there is room: they are the same everywhere."""
_READ_ONLY = "READ ONLY"


class KeyedScreen(Screen[None]):
    """A screen that says which of its keys act just now.

    `PLACES` names the parts of the table of keys that hold here, for help and the palette.
    """

    PLACES: tuple[Where, ...] = ()

    @property
    def read_only(self) -> str:
        """Why nothing can be changed on this screen, in a sentence; empty where it can."""
        return ""

    @property
    def key_words(self) -> Mapping[str, str]:
        """What the line of keys calls a key just now, by its id; "" where it has no place there."""
        if not self.read_only:
            return {}
        return {key.id: "" for key in of(*self.PLACES) if key.changes}


class KeyLine(Static):
    """Made anew whenever the focus, and with it what a key does, has changed; Enter comes first.

    `places` add what their widgets do by themselves, such as Enter in a list.
    """

    def __init__(self, *places: Where) -> None:
        super().__init__(id="keys")
        self._by_themselves = [key for key in of(*places) if key.footer and not key.action]

    def on_mount(self, _: Mount) -> None:
        """Listens to the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._show()

    def on_resize(self, _: Resize) -> None:
        """As many as there is room for."""
        self._show()

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._show()

    def _show(self) -> None:
        screen = self.screen
        words = screen.key_words if isinstance(screen, KeyedScreen) else {}
        active = [
            (id, binding.key, word)
            for each in screen.active_bindings.values()
            if (binding := each.binding) and each.enabled and (id := binding.id or "") in _ORDER
            if (word := words.get(id, binding.description if binding.show else ""))
        ]
        active += [
            (key.id, key.keys[0], word)
            for key in self._by_themselves
            if (word := words.get(key.id, key.word))
        ]
        active.sort(key=_rank)
        badge = [_READ_ONLY] if isinstance(screen, KeyedScreen) and screen.read_only else []
        room = self.size.width - sum(len(each) + len(_GAP) for each in badge)
        kept = _with_room([(key_name(key), word) for _, key, word in active], room)
        signs = [Content.styled(each, "bold reverse") for each in badge]
        self.update(Content(_GAP).join([*signs, *(_drawn(*each) for each in kept)]))


def _with_room(words: list[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """As many as there is room for, and the last."""
    kept, last = words[:-1], words[-1:]
    while kept and _length([*kept, *last]) > room:
        kept.pop()
    return [*kept, *last]


def _rank(key: tuple[str, str, str]) -> tuple[bool, bool, bool, bool, bool, int]:
    """Enter, bare letters, the line to say acts in, the other chords; ways out and help last."""
    id, name, _ = key
    chord = len(name) > 1
    return id == _LAST, id in _WAYS_OUT, name != "enter", chord, id != _FIRST, _ORDER[id]


def _drawn(key: str, word: str) -> Content:
    return Content.assemble((f"{key} ", "bold $accent"), word)


def _length(words: list[tuple[str, str]]) -> int:
    return sum(len(key) + 1 + len(word) + len(_GAP) for key, word in words) - len(_GAP)

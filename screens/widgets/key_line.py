"""The keys that act now, on one line; as many as there is room for, the rest are in help."""

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


class KeyLine(Static):
    """Made anew whenever the focus, and with it what a key does, has changed; bare letters first.

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
        active = [
            (binding.id or "", binding.key, binding.description)
            for each in self.screen.active_bindings.values()
            if (binding := each.binding).show and each.enabled and binding.id in _ORDER
        ]
        active += [(key.id, key.keys[0], key.word) for key in self._by_themselves]
        active.sort(key=_rank)
        words = [(key_name(key), word) for _, key, word in active]
        room = self.size.width
        kept = words[:-1]
        while kept and _length([*kept, words[-1]]) > room:
            kept.pop()
        self.update(Content(_GAP).join(_drawn(*each) for each in [*kept, *words[-1:]]))


def _rank(key: tuple[str, str, str]) -> tuple[bool, bool, bool, int]:
    """Bare letters, then the line to say acts in, then the other chords; help last."""
    id, name, _ = key
    return id == _LAST, len(name) > 1, id != _FIRST, _ORDER[id]


def _drawn(key: str, word: str) -> Content:
    return Content.assemble((f"{key} ", "bold $accent"), word)


def _length(words: list[tuple[str, str]]) -> int:
    return sum(len(key) + 1 + len(word) + len(_GAP) for key, word in words) - len(_GAP)

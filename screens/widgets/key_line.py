"""The keys that act now, on one line; as many as there is room for, the rest are in help."""

from textual.content import Content
from textual.events import Mount, Resize
from textual.screen import Screen
from textual.widgets import Static

from screens.keys import TABLE, key_name

_GAP = "  "
_ORDER = {key.id: at for at, key in enumerate(TABLE)}
_LAST = "help"
"""Always shown, at the end: it tells all that found no room."""


class KeyLine(Static):
    """Made anew whenever the focus, and with it what a key does, changes; bare letters first."""

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
        found = sorted(
            (
                active.binding
                for active in self.screen.active_bindings.values()
                if active.binding.show and active.enabled and active.binding.id in _ORDER
            ),
            key=lambda binding: (
                binding.id == _LAST,
                len(binding.key) > 1,
                _ORDER[binding.id or ""],
            ),
        )
        words = [(key_name(binding.key), binding.description) for binding in found]
        room = self.size.width - 2
        kept = words[:-1]
        while kept and _length([*kept, words[-1]]) > room:
            kept.pop()
        self.update(Content(_GAP).join(_drawn(*each) for each in [*kept, *words[-1:]]))


def _drawn(key: str, word: str) -> Content:
    return Content.assemble((f"{key} ", "bold $accent"), word)


def _length(words: list[tuple[str, str]]) -> int:
    return sum(len(key) + 1 + len(word) + len(_GAP) for key, word in words) - len(_GAP)

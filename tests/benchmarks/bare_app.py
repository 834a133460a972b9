"""The least that Textual can show: a word, or a text to type in. Run as a program, for comparison.

`python -m tests.benchmarks.bare_app` shows "ready"; with a word behind it, an empty `TextArea`.
"""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea


class BareApp(App[None]):
    """One widget and nothing else."""

    def compose(self) -> ComposeResult:
        """The word, or what is typed in."""
        yield TextArea() if len(sys.argv) > 1 else Static("ready")


if __name__ == "__main__":
    BareApp().run()

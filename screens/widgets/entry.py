"""A field of one line, into which words from several are pasted whole."""

import re

from textual.events import Paste
from textual.widgets import Input

from clerk.clean import clean_text


class Entry(Input):
    """Textual's own takes the first line of what is pasted, and a title's second would be gone."""

    def on_paste(self, event: Paste) -> None:
        """Before it is put in: its lines become one, without what no document can hold."""
        event.text = re.sub(r"[ \t]*\n\s*", " ", clean_text(event.text)[0].strip("\n"))

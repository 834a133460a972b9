"""Help: the keys that work where the clerk came from, then all others, from the table of keys.

Keys: F1 or ? opens it, Esc goes back.
"""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from clerk.desk.office import Office
from screens.base import ClerkScreen
from screens.keys import WHERE_WORDS, Where, of
from screens.widgets.hanging import Hanging
from screens.widgets.key_line import KeyLine
from screens.widgets.said import SaidLine

TEN_LINES = """\
1  Home: i reads the agenda pack, Enter opens the meeting (n calls one).
2  Ctrl+R calls the roll: a apologies, s substitute, e all others present.
3  Enter on an item, and type: it is saved as you type, and prints beside.
4  Tab takes what is offered: names, phrases (irq). Ctrl+E: usual words.
5  Ctrl+N is the next item. Out of its turn: Ctrl+L, the item, n.
6  Ctrl+K says it: out chi 11.42 · moved ang, sec bur · carried 7-2-1.
7  RESOLVED that … resolves; :apologies prints what the roll call says.
8  Ctrl+Z takes back, Ctrl+Y does again, Esc goes back; nothing is lost.
9  Ctrl+T the whole record, Ctrl+D private notes, Ctrl+F find, Ctrl+_ why.
10 Ctrl+O writes the Word file. Ctrl+L, p publishes: numbers are fixed."""

NOTATION = """\
Plain lines are paragraphs, numbered by the house style.
## Words            a sub-heading inside the minute
- words             a bullet; two spaces before the dash: the next level
(a) words           a limb of the list or of the resolution above it
RESOLVED that …     a resolution; limbs and bullets after it belong to it
* RESOLVED that …   one that the council must decide; * (a) words: a limb
[[ words ]]         marks the words of a resolution inside prose
:apologies          a field prints what was said or marked; others are
                    :substitutes :declarations :previous-minutes :motions
                    :exclusion
CARRIED             the outcome of a motion
> words             words displayed
| cell | cell |     a row of a table; the first row is the header
(14)= words         the printed number set by hand; later ones run on
\\- words            a backslash makes the first mark plain"""


class HelpScreen(ClerkScreen):
    """The table of keys, the nearest places first, and the notation."""

    PLACES = ()

    def __init__(self, office: Office, places: tuple[Where, ...]) -> None:
        super().__init__(office)
        self._places = places

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            for title, words in self._chapters():
                yield Static(Content(title), classes="help-title")
                yield Hanging(words)
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#help"))

    def action_help(self) -> None:
        """It is open already."""

    def _chapters(self) -> Iterator[tuple[str, str]]:
        near = (*self._places, "everywhere")
        yield "A meeting in ten lines", TEN_LINES
        for place in near:
            yield WHERE_WORDS[place], _keys_of(place)
        if "editor" in near:
            yield "How minutes are typed", NOTATION
        for place in WHERE_WORDS:
            if place not in near:
                yield WHERE_WORDS[place], _keys_of(place)


def _keys_of(place: Where) -> str:
    return "\n".join(f"{key.shown:<22} {key.sentence}" for key in of(place))

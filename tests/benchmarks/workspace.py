"""Typing in the workspace beside a plain editor: a long meeting inside ten years of others.

Sixty items and 30,000 words are open in a terminal of its own; vim, where there is one, has the
minute at hand as a file, else a bare `TextArea` has it. Keys go to both in turns.
"""

import datetime as dt
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from msgspec.structs import replace

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.base import new_id
from clerk.domain.meetings import AgendaItem, Minute
from clerk.notation import parse
from clerk.paths import Home
from tests.benchmarks.archive import archive, draft
from tests.benchmarks.line import Line
from tests.benchmarks.terminal import Terminal, running

_ITEMS, _WORDS_EACH = 60, 500
_FRAME = 0.05
"""Seconds within which a letter seems to be there at once."""
_A_SECOND = 15
"""Keys a second of a fast typist."""
_PASTED = 20_000
_MEDIAN, _LATE = 60.0, 100.0
"""Times vim, which draws a letter in a third of a millisecond; Textual itself costs most of it."""
_PASTE = 0.5
"""Seconds, the machine being busy."""
_SAID = (
    "Mr Pell asked for the {n}th time why the repair of the bridge at Harbourne had been put off "
    "by a month, and whether the school bus could go round by the weir until it was done at last."
)


def measure(quick: bool) -> Iterator[Line]:
    """Key to drawn letter, letters lost in a long run, and a paste."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home, path = _long_meeting(archive(committees=10, years=2) if quick else archive(), folder)
        with running("-c", _OPEN.format(root=str(home.root), ref=_office(home).ref(path))) as ours:
            with running("-c", _plain_editor(folder)) as other:
                ours.until(b"As it will print")
                for terminal, keys in ((ours, "\r\r"), (other, "Go")):
                    _wait(terminal, 3.0)  # words to offer are gathered meanwhile
                    terminal.type(keys)
                yield from _keys(ours, other, 40 if quick else 300)
            ours.type("\r")
            yield _lost(ours, home, path, 8 if quick else 300)
            yield _pasted(ours)


_OPEN = """
import datetime as dt
from pathlib import Path
from clerk.desk.office import Office
from clerk.paths import Home
from screens.app import run_app
now = lambda: dt.datetime.now().astimezone()
run_app(Office(Home(Path({root!r})), now=now).open(), open_ref={ref!r})
"""


def _plain_editor(folder: Path) -> str:
    """A program that becomes vim on the minute at hand, or an empty text area without vim."""
    if shutil.which("vim") is None:
        return "import sys; sys.argv.append('text')\nfrom tests.benchmarks import bare_app\n" + (
            "bare_app.BareApp().run()"
        )
    file = folder / "minute.txt"
    file.write_text(_text(), encoding="utf-8")
    return f"import os; os.execvp('vim', ['vim', '-u', 'NONE', '-N', {str(file)!r}])"


def _long_meeting(large: Home, folder: Path) -> tuple[Home, Path]:
    """The archive with a long meeting of today in it; its files are linked, never changed."""
    root = folder / "home"
    shutil.copytree(large.root, root, copy_function=_linked)
    home = Home(root)
    office = _office(home)
    day = office.today
    items = tuple(AgendaItem(id=new_id(), title=f"Business {n}", ref=str(n)) for n in range(_ITEMS))
    minutes = tuple(_minute(item) for item in items)
    path = office.call(replace(draft(day), id=new_id(), items=items, minutes=minutes))
    return home, path


def _linked(source: str, target: str) -> str:
    """A link of a file that is only ever replaced; a copy of what is written in place."""
    if source.endswith(".json"):
        os.link(source, target)
        return target
    return str(shutil.copy2(source, target))


def _office(home: Home) -> Office:
    return Office(home, now=lambda: dt.datetime.now().astimezone()).open()


def _minute(item: AgendaItem) -> Minute:
    text = _text()
    blocks = tuple(new_id() for _ in parse(text))
    return Minute(id=new_id(), title=item.title, items=(item.id,), text=text, blocks=blocks)


def _text() -> str:
    """About 500 words, as a minute."""
    count = _WORDS_EACH // len(_SAID.split()) + 1
    return "\n".join(_SAID.format(n=n) for n in range(4, 4 + count))


def _keys(ours: Terminal, other: Terminal, rounds: int) -> Iterator[Line]:
    took: dict[Terminal, list[float]] = {ours: [], other: []}
    for number in range(rounds):
        for terminal, times in took.items():
            times.append(_until_painted(terminal, "qz"[number % 2]))
    yield Line("key_to_letter_median_beside_vim", median(took[ours]) / median(took[other]), _MEDIAN)
    late, other_late = (quantiles(times, n=100)[-1] for times in took.values())
    yield Line("key_to_letter_99th_percentile_beside_vim", late / other_late, _LATE)
    yield Line("key_to_letter_median_in_parts_of_50_ms", median(took[ours]) / _FRAME, 1.0)
    yield Line("key_to_letter_99th_percentile_in_parts_of_50_ms", late / _FRAME, 2.0)


def _lost(ours: Terminal, home: Home, path: Path, seconds: int) -> Line:
    """Typing at a steady pace: how much of it stands otherwise in the file than it was typed."""
    words = "the repair of the bridge had been put off by a month "
    typed = (words * (seconds * _A_SECOND // len(words) + 1))[: seconds * _A_SECOND].strip() + "."
    start = time.perf_counter()
    for number, letter in enumerate(typed):
        ours.read_until(start + number / _A_SECOND)
        ours.type(letter)
    ours.type("\x13")  # Ctrl+S
    _wait(ours, 2.0)
    with MeetingDesk(_office(home), path, lock=False) as desk:
        kept = desk.meeting.minutes[0].text.splitlines()[-1]
    differ = sum(one != other for one, other in zip(kept, typed, strict=False))
    return Line("letters_lost_or_out_of_order", differ + abs(len(kept) - len(typed)), 0.0)


def _pasted(ours: Terminal) -> Line:
    """From the paste to its end on the screen."""
    sentence = f"\n{_SAID.format(n=3)}"
    words = (sentence * (_PASTED // len(sentence) + 1))[: _PASTED - 8] + " at qzqz"
    _wait(ours, 1.0)
    start = time.perf_counter()
    ours.type(f"\x1b[200~{words}\x1b[201~")
    took = ours.until(b"qzqz") - start
    return Line("paste_of_20000_characters_in_parts_of_half_a_second", took / _PASTE, 1.0)


def _wait(terminal: Terminal, seconds: float) -> None:
    """Until a moment from now: a cursor that blinks is never quiet for long."""
    terminal.read_until(time.perf_counter() + seconds)


def _until_painted(terminal: Terminal, letter: str) -> float:
    terminal.quiet()
    start = time.perf_counter()
    terminal.type(letter)
    return terminal.until(letter.encode()) - start

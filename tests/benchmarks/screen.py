"""The app in a real terminal: its first frame, Home on ten years, and a key that is typed."""

import datetime as dt
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from clerk.demo.setting import set_up
from clerk.desk.office import Office
from clerk.paths import Home
from tests.benchmarks.archive import archive
from tests.benchmarks.line import Line, ratio
from tests.benchmarks.terminal import Terminal, running

_FIRST_FRAME, _HOME, _KEY = 1.4, 1.2, 1.5
_EMPTY, _FILLED = b"Nothing here yet", b"Published, awaiting"


def measure(quick: bool) -> Iterator[Line]:
    """Through a pseudo-terminal, from the start of the process to the words on the screen."""
    rounds = 3 if quick else 15
    large = archive(committees=10, years=2) if quick else archive()
    with tempfile.TemporaryDirectory() as folder:
        empty = Home(Path(folder))
        yield Line(
            "first_frame_beside_a_minimal_textual_app",
            ratio(
                _home(empty, _EMPTY), _painted(b"ready", "-m", "tests.benchmarks.bare_app"), rounds
            ),
            _FIRST_FRAME,
        )
        _home(large, _FILLED)(0)  # the summary is there
        yield Line(
            "home_in_the_archive_beside_an_empty_folder",
            ratio(_home(large, _FILLED), _home(empty, _EMPTY), rounds),
            _HOME,
        )
        yield from _key(Home(Path(folder) / "council"), 20 if quick else 150)


def _key(home: Home, rounds: int) -> Iterator[Line]:
    """A letter typed at the end of a minute of six paragraphs, beside a `TextArea` of the same."""
    set_up(Office(home, now=lambda: dt.datetime.now().astimezone()).open())
    command = "-m", "clerk", "--home", str(home.root)
    with running(*command) as ours, running("-m", "tests.benchmarks.bare_app", "text") as bare:
        for words in (b"Meetings to come", b"As it will print"):
            ours.until(words)
            ours.quiet()
            ours.type("\r")  # the meeting, then the minute of its first item
        for terminal in (ours, bare):
            terminal.quiet(0.5)
            terminal.type(f"\x1b[200~{_TEXT}\x1b[201~")
            terminal.until(b"at last")
        took: dict[Terminal, list[float]] = {ours: [], bare: []}
        for number in range(rounds):
            for terminal, times in took.items():
                times.append(_until_painted(terminal, "qz"[number % 2]))
    yield Line("a_key_beside_a_bare_text_area", median(took[ours]) / median(took[bare]), _KEY)


def _until_painted(terminal: Terminal, letter: str) -> float:
    """Seconds from a key to its letter on the screen, once what was typed before is painted."""
    terminal.quiet()
    start = time.perf_counter()
    terminal.type(letter)
    return terminal.until(letter.encode()) - start


_TEXT = "\n\n".join(
    f"Mr Pell asked for the {n}th time why the repair of the bridge at Harbourne had been put off "
    "by a month, and whether the school bus could go round by the weir until it was done at last."
    for n in range(4, 10)
)


def _home(home: Home, words: bytes) -> Callable[[int], object]:
    return _painted(words, "-m", "clerk", "--home", str(home.root))


def _painted(words: bytes, *command: str) -> Callable[[int], float]:
    def until_painted(_: int) -> float:
        with running(*command) as terminal:
            return terminal.until(words)

    return until_painted

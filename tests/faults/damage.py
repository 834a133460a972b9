"""Damage at random, of every kind, to any file of a data folder; and everything that looks at it.

`python -m tests.faults SECONDS` goes on with it for as long as it is told.
"""

import asyncio
import contextlib
import io
import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from clerk.cli import main
from clerk.demo.setting import set_up
from clerk.desk.care.upkeep import dated_backup
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.paths import Home, templates_dir
from clerk.store import sealed
from tests.commands.conftest import Answer
from tests.desk.builders import NOW

SHOWN = "standards-committee/2026-03"
"""A published meeting, which is shown as before whichever other file is damaged."""
_ASKED = """
committees; people; member fairbairn; meetings; meetings cabinet; vacancies; chairs; six-months
attendance; attendance cabinet; actions --all; phrases; resolutions; search resolved; styles
members cabinet; members cabinet --popolo; changes cabinet --from 1/1/2026; history register
styles check our-own; styles keys our-own; export membership cabinet; doctor
show PAST; show PAST --edition public; show PAST --minute 1; decisions PAST; check PAST
show NEXT; show NEXT --edition signing; show NEXT --notation; show NEXT --why; show NEXT --json
show NEXT --agenda; decisions NEXT; check NEXT; room NEXT; doubts NEXT; history NEXT; notes NEXT
interests NEXT; front-sheet NEXT; usual NEXT 3; export attendance-sheet NEXT; export agenda NEXT
doctor --mend; act NEXT doi none; undo NEXT; undo register
"""
READING = tuple(
    words.replace("NEXT", "cabinet/2026-04").replace("PAST", "cabinet/2026-03").split()
    for words in _ASKED.strip().replace("\n", "; ").split("; ")
)
"""What is asked of a damaged folder; the last line changes it, where it can."""


def asked(home: Path, *words: str, typed: str = "") -> Answer:
    """What a command answers, as from a shell."""
    out, err, streams = io.StringIO(), io.StringIO(), (sys.stdin, sys.stdout, sys.stderr)
    came_in = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    sys.stdin, sys.stdout, sys.stderr = came_in, out, err
    try:
        code = main(["--home", str(home), *words])
    except SystemExit as refused:
        code = int(refused.code or 0)
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
    return Answer(code, out.getvalue(), err.getvalue())


def make_whole(root: Path) -> Path:
    """The invented council with a file of every kind that a data folder can hold."""
    office = Office(Home(root), now=lambda: NOW, where="here").open()
    set_up(office)
    shutil.copytree(templates_dir() / "cabinet-2012", root / "house-styles" / "our-own")
    shutil.copy(templates_dir() / "phrases.toml", root / "phrases.toml")
    (path, *_) = office.meeting_paths("cabinet")
    with MeetingDesk(office, path) as desk:
        desk.keep_notes("For myself.")
    _cut_short(office, office.meeting_paths("environment-and-highways-committee")[-1])
    dated_backup(office)
    asked(root, "search", "resolved")
    asked(root, "resolutions")
    (root / "journal").mkdir(exist_ok=True)
    (root / "journal" / "aaaaaaaaaaaa.keys").write_bytes(b"torn")
    (root / "journal" / "bbbbbbbbbbbb.intent").write_bytes(b"torn")
    return root


def _cut_short(office: Office, path: Path) -> None:
    """A meeting as a kill leaves it: words in the journal alone, a lock, a version from outside."""
    with MeetingDesk(office, path) as desk:
        minute = desk.start_minute(desk.meeting.items[0].id)
        MeetingDesk(office, path, lock=False).edit(minute.id, "Written outside.")
        desk.edit(minute.id, "Typed in the room.")
        lock = path.with_name(f"{path.name}.lock")
        content = lock.read_bytes()
        desk.typed(minute.id, "Typed in the room, and not saved.", 7)
        desk.close(left=False)
    lock.write_bytes(content)


# --- damage -----------------------------------------------------------------------------------


def _flip(luck: random.Random, content: bytes, _: bytes) -> bytes:
    flipped = bytearray(content)
    for _at in range(luck.choice([1, 1, 3, 40])):
        flipped[luck.randrange(len(flipped))] ^= 1 << luck.randrange(8)
    return bytes(flipped)


def _cut(luck: random.Random, content: bytes, _: bytes) -> bytes:
    return content[: luck.randrange(len(content))]


def _zeros(luck: random.Random, content: bytes, _: bytes) -> bytes:
    at = luck.randrange(len(content))
    size = luck.choice([1, 512, 4096])
    return content[:at] + b"\0" * len(content[at : at + size]) + content[at + size :]


def _spliced(luck: random.Random, content: bytes, other: bytes) -> bytes:
    return content[: luck.randrange(len(content))] + other[luck.randrange(len(other)) :]


def _noise(luck: random.Random, content: bytes, _: bytes) -> bytes:
    at = luck.randrange(len(content))
    return content[:at] + luck.randbytes(luck.choice([1, 9, 3000])) + content[at:]


def _other(_luck: random.Random, _content: bytes, other: bytes) -> bytes:
    return other


def _meant(luck: random.Random, content: bytes, _: bytes) -> bytes:
    """Sound by its checksum, and with other values in it: a merge, a hand, an older release."""
    try:
        header = sealed.proved(content)
        tables = sealed.tables(content)
    except sealed.UnsoundError:
        return _flip(luck, content, content)
    for _at in range(luck.choice([1, 1, 2, 6])):
        _change_one(luck, tables)
    return sealed.seal(sealed.body(tables), header.kind, header.generation)[1]


def _change_one(luck: random.Random, tables: Any) -> None:
    places = list(_places(tables))
    holder, key = luck.choice(places)
    what = luck.randrange(4)
    if what == 0:
        del holder[key]
    elif what == 1:
        mate, its = luck.choice(places)
        with contextlib.suppress(LookupError):  # it may lie in what was just taken away
            holder[key] = json.loads(json.dumps(mate[its]))
    elif isinstance(holder[key], str):
        holder[key] = luck.choice(["", "x", holder[key] * 2, holder[key][::-1], "2026-02-30", "−1"])
    else:
        holder[key] = luck.choice([None, 0, -1, 10**9, "", [], {}, True, [holder[key]]])


def _places(held: Any) -> Iterator[tuple[Any, Any]]:
    """Every value of a document, as what holds it and its key there."""
    for key, value in held.items() if isinstance(held, dict) else enumerate(held):
        yield held, key
        if isinstance(value, dict | list):
            yield from _places(value)


Manner = Callable[[random.Random, bytes, bytes], bytes]
MANNERS: tuple[Manner, ...] = (_flip, _cut, _zeros, _spliced, _noise, _other, _meant, _meant)


def damaged(luck: random.Random, home: Path) -> tuple[Path, str]:
    """Damages one file of the folder in one manner; which, and how."""
    files = sorted(path for path in home.rglob("*") if path.is_file() and path.stat().st_size)
    by_folder: dict[Path, list[Path]] = {}
    for path in files:
        by_folder.setdefault(path.parent, []).append(path)
    path = luck.choice(by_folder[luck.choice(sorted(by_folder))])
    manner = luck.choice(MANNERS)
    path.write_bytes(manner(luck, path.read_bytes(), luck.choice(files).read_bytes()))
    return path.relative_to(home), manner.__name__.strip("_")


# --- looking ----------------------------------------------------------------------------------


def amiss(answer: Answer) -> str:
    """What is wrong with how a command answered; empty where it is one clear answer."""
    said = answer.out + answer.err
    if "did not foresee" in said or "Traceback" in said:
        return said[-400:]
    if answer.code not in (0, 1, 2, 3):
        return f"exit {answer.code}"
    if answer.code in (2, 3) and not answer.err.strip():
        return "refused without a word"
    return ""


def opened(home: Path) -> str:
    """Opens the app, each meeting of the cabinet and a few lists; what went wrong, if anything."""
    from screens.app import ClerkApp

    async def walk() -> None:
        office = Office(Home(home), now=lambda: NOW, who="Clerk", where="here").open()
        app = ClerkApp(office)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            for key in (
                "escape",
                "escape",
                "enter",
                "down",
                "ctrl+t",
                "escape",
                "ctrl+r",
                "escape",
                "o",
                "escape",
            ):
                await pilot.press(key)
            for key in ("c", "escape", "escape", "v", "escape", "p", "escape", "a", "escape"):
                await pilot.press(key)

    try:
        asyncio.run(walk())
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""

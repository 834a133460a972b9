"""A list put where it was asked for: on the screen in columns, as JSON, as CSV, or into a file."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from clerk.clean import shown
from clerk.commands.say import say, say_json
from clerk.errors import InputError
from clerk.paths import typed_path
from clerk.writers.data import Cell, rows_csv, rows_json

ENDINGS = (".csv", ".json", ".txt")


def put_list(
    asked: Namespace,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    on_screen: Callable[[], None],
    *,
    text: str | None = None,
    whole: Any = None,
) -> None:
    """Puts a list: `on_screen` shows it to a reader, where nothing else is asked for.

    `--csv` and `--json` print it so; `-o FILE` writes it in the form that the file's ending names.
    `text` is what goes into a .txt; `whole` is what `--json` prints, where that is more than the
    rows. Raises InputError, StorageError.
    """
    target = typed_path(asked.output) if getattr(asked, "output", None) else None
    form = _form(asked, target)
    if form == "screen":
        on_screen()
        return
    if form == "json":
        if whole is not None and target is None:
            say_json(whole)
            return
        content = rows_json(header, rows)
    elif form == "csv":
        # A file is most likely opened in Excel, which needs the mark to read accents.
        content = rows_csv(header, rows, byte_order_mark=target is not None).encode()
    elif text is not None:
        content = f"{text}\n".encode()
    else:
        raise InputError("This list is written as CSV or JSON: name a file ending .csv or .json.")
    put_bytes(content, target)


def put_bytes(content: bytes, target: Path | None) -> None:
    """Writes a file and says where; or prints, and what could steer a terminal only to a file."""
    if target is None:
        text = content.decode()
        sys.stdout.write(shown(text) if sys.stdout.isatty() else text)
        return
    from clerk.writers.files import write_whole  # only where a file is written

    write_whole(content, target)
    say(f"Written: {target}")


def _form(asked: Namespace, target: Path | None) -> str:
    if asked.json:
        return "json"
    if getattr(asked, "csv", False):
        return "csv"
    if target is None:
        return "screen"
    ending = target.suffix.casefold()
    if ending not in ENDINGS:
        raise InputError(f"“{target.name}” has to end in {', '.join(ENDINGS[:-1])} or .txt.")
    return ending.removeprefix(".")

"""A table made in a spreadsheet: CSV with commas, semicolons or tabs, in any of the usual codes."""

import csv
import io
from pathlib import Path
from typing import NamedTuple

from clerk.clean import clean_text
from clerk.errors import InputError, StorageError

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000


class Table(NamedTuple):
    """The cells of a file, as text, each without white space at its ends."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Each with the number of the line on which it begins, counted from 1; blank ones left out."""


def read_table(path: Path) -> Table:
    """The table in a file; its first line that is not blank names the columns.

    Raises InputError: no such file, a folder, no text, too big, no columns; StorageError where it
    cannot be read.
    """
    return table_from(_bytes_of(path), path.name)


def table_from(content: bytes, name: str) -> Table:
    """The table in the bytes of a file called `name`. Raises InputError."""
    text = _decoded(content, name)
    separator, text, skipped = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, tuple[str, ...]]] = []
    begins = 1
    try:
        for cells in reader:
            row = tuple(_cell(cell) for cell in cells)
            if any(row):
                rows.append((begins + skipped, row))
            begins = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise InputError(f"{name} has more than {MOST_ROWS:,} rows: divide it.")
    except csv.Error as error:
        raise InputError(f"{name}, line {reader.line_num}: no CSV ({error}).") from error
    if not rows:
        raise InputError(f"{name} holds no rows. Its first line has to name the columns.")
    return Table(header=rows[0][1], rows=tuple(rows[1:]))


def text_of(path: Path) -> str:
    """The words of a file in any of those codes. Raises InputError, StorageError."""
    return _decoded(_bytes_of(path), path.name)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{path.name} is bigger than {MOST_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file “{path}”.") from None
    except (IsADirectoryError, NotADirectoryError):
        raise InputError(f"“{path}” is no file.") from None
    except OSError as error:
        raise StorageError(f"“{path}” could not be read ({error.strerror}).") from error


def _decoded(content: bytes, name: str) -> str:
    """UTF-8 with or without its mark, UTF-16 with one (Excel's Unicode text), else Windows-1252."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError(f"{name} is a workbook, no CSV. Save it as “CSV UTF-8” and import that.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        code = "utf-16"
    elif b"\x00" in content:
        raise InputError(f"{name} is no text. Save the table as “CSV UTF-8” and import that.")
    else:
        code = "utf-8-sig"
    try:
        return content.decode(code)
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252: they are shown as replaced, and faulted as names.
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text without Excel's line "sep=;", and how many lines that took."""
    first, _, rest = text.partition("\n")
    hint = first.strip().casefold()
    if hint.startswith("sep=") and len(hint) == 5:
        return first.strip()[-1], rest, 1
    heading = next((line for line in text.splitlines() if line.strip()), "")
    unquoted = "".join(heading.split('"')[::2])
    return max(",;\t", key=unquoted.count), text, 0


def _cell(cell: str) -> str:
    """The words of a cell; an apostrophe put before a formula, as our own tables have, goes."""
    words = clean_text(cell)[0].strip()
    if words[:1] == "'" and words[1:2] in ("=", "+", "-", "@"):
        return words[1:]
    return words

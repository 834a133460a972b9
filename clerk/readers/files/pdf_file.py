"""The text of a PDF: its pages are read by a process of their own (`pdf_words`), laid out here."""

import subprocess
import sys

from clerk.errors import InputError
from clerk.readers.files import pdf_words
from clerk.readers.files.pdf_lines import lines_of
from clerk.readers.files.pdf_sheet import Rule, Sheet, Word

_LONGEST = 600
"""Seconds for a whole paper: each page has its own few, which the process keeps to itself."""
MOST_TEXT = 64 * 1024 * 1024


def pdf_lines(content: bytes, name: str) -> tuple[str, ...]:
    """The lines of a text-bearing PDF; `name` is used in messages alone. Raises InputError."""
    found = lines_of(_sheets(_read(content, name), name))
    if not any(line.strip() for line in found):
        raise InputError(
            f"{name} holds pictures of pages and no text; use the Word file, or a PDF that has "
            "been through text recognition."
        )
    return found


def _read(content: bytes, name: str) -> bytes:
    """What the process says of the file. Raises InputError where it could not read it."""
    command = [sys.executable, "-I", pdf_words.__file__]
    try:
        run = subprocess.run(command, input=content, capture_output=True, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        raise _damaged(name) from None
    except OSError as error:
        raise InputError(
            f"{name} could not be read, because no process could be begun for it "
            f"({error.strerror}); use the Word file."
        ) from None
    match run.returncode:
        case 0 if len(run.stdout) <= MOST_TEXT:
            return run.stdout
        case pdf_words.PASSWORD:
            raise InputError(f"{name} is protected by a password; save a copy without it.")
        case pdf_words.TOO_LONG:
            raise InputError(f"{name} has more than {pdf_words.MOST_PAGES} pages; split it first.")
        case 0 | pdf_words.TOO_MUCH:
            raise InputError(f"{name} holds more text than a council paper; split it first.")
    raise _damaged(name)


def _sheets(said: bytes, name: str) -> list[Sheet]:
    import msgspec

    decoder = msgspec.json.Decoder(tuple[float, float, tuple[Word, ...], tuple[Rule, ...]])
    try:
        return [Sheet(*decoder.decode(line)) for line in said.splitlines()]
    except msgspec.DecodeError:
        raise _damaged(name) from None


def _damaged(name: str) -> InputError:
    return InputError(f"{name} is a damaged PDF; open it elsewhere and save or print it anew.")

"""A paper's lines, whatever file it came in. The first bytes decide what it is, never the name."""

import hashlib
from pathlib import Path

from clerk.errors import InputError
from clerk.readers.files.pdf_file import pdf_lines
from clerk.readers.files.text_file import text_lines
from clerk.readers.files.word_file import word_lines

MOST_LINES = 120_000
"""The lines of a council's largest papers, many times over."""
LONGEST_LINE = 400_000
"""Letters; a whole agenda pack with its reports is some 300,000."""
LARGEST = 64 * 1024 * 1024
"""The largest paper read, in bytes; a whole council agenda with its reports is some hundred kB."""

_OTHERS = {
    b"{\\rtf": "a Rich Text file",
    b"<!doctype html": "a web page's code",
    b"<html": "a web page's code",
    b"<?xml": "an XML file",
}
"""Files of text that no paper's lines can be read from as they stand."""
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def lines(path: Path) -> tuple[str, ...]:
    """The lines of a text, Word (.docx) or PDF paper, in order; line n stands at index n - 1.

    A Word table's row is one line with a tab between its cells; an automatic number or bullet
    is written out. Raises InputError where the file cannot be read as one of these, or has more
    or longer lines than any paper of a council.
    """
    found = _lines(_content(path), path)
    if len(found) > MOST_LINES:
        raise InputError(
            f"{path.name} has {len(found):,} lines, more than any council's paper; split it, or "
            "check that it is the right file."
        )
    longest = max(map(len, found))
    if longest > LONGEST_LINE:
        raise InputError(
            f"{path.name} has a line of {longest:,} letters, longer than any council's paragraph; "
            "save the paper anew as .docx or .txt, or check that it is the right file."
        )
    return found


def _lines(content: bytes, path: Path) -> tuple[str, ...]:
    """The lines, whatever the file is by its first bytes."""
    head = content[:1024]
    if head.lstrip(b"\xef\xbb\xbf\r\n ").startswith(_PDF):
        return pdf_lines(content, path.name)
    if content.startswith(_ZIP):
        return word_lines(content, path.name, MOST_LINES)
    if content.startswith(_OLE):
        raise InputError(
            f"{path.name} is an old Word file or is protected by a password; "
            "open it in Word and save it as .docx without a password."
        )
    start = head.lstrip(b"\xef\xbb\xbf\r\n ").lower()
    for sign, kind in _OTHERS.items():
        if start.startswith(sign):
            raise InputError(f"{path.name} is {kind}; open it and save it as .docx or .txt.")
    return text_lines(content, path.name)


def sha256(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal: it tells the same paper from a changed one.

    Raises InputError where the file cannot be read.
    """
    return hashlib.sha256(_content(path)).hexdigest()


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder; name the paper inside it.")
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(
                f"{path.name} is larger than {LARGEST // 1024 // 1024} MB; "
                "split the paper or save it without pictures."
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}; check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a possible one"
        raise InputError(
            f"{path} cannot be read ({reason}); check that you may open it and that no other "
            "program holds it."
        ) from None
    if not content.strip():
        raise InputError(f"{path.name} is empty; nothing was read.")
    return content

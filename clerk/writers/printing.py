"""Sending a finished document to the printer, with the system's own programs."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from clerk.errors import ClerkError
from clerk.writers.pdf import FindProgram, to_pdf

Run = Callable[[Sequence[str]], tuple[int, str]]

_LONGEST_WAIT = 60


def print_file(
    path: Path,
    *,
    platform: str = sys.platform,
    find_program: FindProgram = shutil.which,
    run: Run | None = None,
) -> str:
    """Send `path` to the usual printer; the sentence that says what came of it. Never raises.

    A Word file goes as the PDF that LibreOffice makes of it, on Windows by the program that the
    system keeps for it. The print queue, which others may read, is told no name of the file.
    """
    if not path.exists():
        return f"There is no file “{path.name}” to print."
    try:
        if platform == "win32":
            return _printed_by_windows(path)
        program = find_program("lp") or find_program("lpr")
        if program is None:
            return f"Nothing here prints by itself; “{path.name}” is in {path.parent}."
        with tempfile.TemporaryDirectory(prefix="clerk-") as folder:
            return _sent(program, _printable(path, Path(folder), find_program), path, run or _run)
    except ClerkError as error:
        return f"Not printed. {error}"
    except (OSError, subprocess.SubprocessError) as error:
        return f"“{path.name}” could not be printed ({error}); it is in {path.parent}."


def _printable(path: Path, folder: Path, find_program: FindProgram) -> Path:
    if path.suffix.casefold() != ".docx":
        return path
    made = folder / "document.pdf"
    to_pdf(path, made, find_program=find_program)
    return made


def _sent(program: str, file: Path, path: Path, run: Run) -> str:
    title = ("-t", "Clerk") if Path(program).name == "lp" else ("-T", "Clerk")
    code, words = run([program, *title, "--", str(file.resolve())])
    if code:
        why = " ".join(words.split()) or "the printer said no"
        return f"“{path.name}” was not printed: {why}. It is in {path.parent}."
    return f"“{path.name}” was sent to the printer."


def _printed_by_windows(path: Path) -> str:
    """`os.startfile` exists on Windows alone."""
    os.startfile(path.resolve(), "print")  # type: ignore[attr-defined,unused-ignore]
    return f"“{path.name}” was sent to the printer."


def _run(command: Sequence[str]) -> tuple[int, str]:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_LONGEST_WAIT,
    )
    return done.returncode, done.stderr

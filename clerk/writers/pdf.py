"""PDF of a Word file, made by LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from clerk.errors import InputError, StorageError
from clerk.writers.files import check_target, write_whole

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST_WAIT = 180
"""Seconds; a first start on a slow machine takes some ten."""


def to_pdf(
    docx: Path, target: Path, *, find_program: Callable[[str], str | None] = shutil.which
) -> None:
    """Write the PDF of the Word file `docx` to `target`; what stood there stands until it is made.

    Raises InputError: no LibreOffice, or `target` cannot be written to; StorageError: LibreOffice
    made no PDF.
    """
    check_target(target)
    program = next(filter(None, map(find_program, _PROGRAMS)), None)
    if program is None:
        raise InputError(
            "No PDF was made: LibreOffice is not installed here. Install it, or open "
            f"“{docx.name}” in Word and save it as PDF."
        )
    with tempfile.TemporaryDirectory(prefix="clerk-") as folder:
        write_whole(_converted(program, docx, Path(folder)), target)


def _converted(program: str, docx: Path, folder: Path) -> bytes:
    made = folder / "made"
    try:
        subprocess.run(
            _command(program, docx, folder, made),
            capture_output=True,
            check=True,
            timeout=_LONGEST_WAIT,
        )
        return (made / f"{docx.stem}.pdf").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise StorageError(
            f"LibreOffice made no PDF of “{docx.name}”. Open it in LibreOffice or Word and save "
            "it as PDF."
        ) from error


def _command(program: str, docx: Path, folder: Path, made: Path) -> list[str]:
    """A profile of its own: with the user's, nothing happens while LibreOffice is open."""
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(made),
        str(docx.resolve()),
    ]

"""PDF of a Word file, made by LibreOffice where it is installed, else by Word."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from clerk.errors import InputError, StorageError
from clerk.writers.files import check_target, write_whole

FindProgram = Callable[[str], str | None]

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
"""On the path, and where macOS and Windows put it."""
_LONGEST_WAIT = 180
"""Seconds; a first start on a slow machine takes some ten."""
_TAGGED = (
    '{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""Headings and tables that can be read out (SI 2018/952), which LibreOffice leaves out unasked."""
_BY_WORD = (
    "$ErrorActionPreference='Stop'; $w=New-Object -ComObject Word.Application; "
    "try { $d=$w.Documents.Open($env:CLERK_WORD,$false,$true); "
    "$d.ExportAsFixedFormat($env:CLERK_PDF,17); $d.Close($false) } finally { $w.Quit() }"
)
"""17 is wdExportFormatPDF. The names come by the environment, so that no shell reads them."""


def word_to_pdf(content: bytes, target: Path) -> None:
    """Write the PDF of a Word file's bytes to `target`; the Word file itself is kept nowhere.

    Raises as `to_pdf` does.
    """
    check_target(target)
    with tempfile.TemporaryDirectory(prefix="clerk-") as folder:
        docx = Path(folder) / "document.docx"
        docx.write_bytes(content)
        to_pdf(docx, target)


def to_pdf(
    docx: Path,
    target: Path,
    *,
    find_program: FindProgram = shutil.which,
    platform: str = sys.platform,
) -> None:
    """Write the PDF of the Word file `docx` to `target`; what stood there stands until it is made.

    Raises InputError: neither LibreOffice nor Word, or `target` cannot be written to; StorageError:
    the program made no PDF.
    """
    check_target(target)
    program = office_program(find_program)
    by_word = find_program("powershell") if platform == "win32" and program is None else None
    if program is None and by_word is None:
        raise InputError(
            "No PDF was made: LibreOffice is not installed here. Install it, or open "
            "the Word file in Word and save it as PDF."
        )
    with tempfile.TemporaryDirectory(prefix="clerk-") as name:
        folder = Path(name)
        made = folder / "made" / f"{docx.stem}.pdf"
        if program is not None:
            content = _made(_command(program, docx, folder, made.parent), made, "LibreOffice")
        else:
            made.parent.mkdir()
            named = {"CLERK_WORD": str(docx.resolve()), "CLERK_PDF": str(made)}
            command = [str(by_word), "-NoProfile", "-NonInteractive", "-Command", _BY_WORD]
            content = _made(command, made, "Word", named)
        write_whole(content, target)


def office_program(find_program: FindProgram = shutil.which) -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return next(filter(None, map(find_program, _PROGRAMS)), None)


def _made(
    command: list[str], made: Path, program: str, named: Mapping[str, str] | None = None
) -> bytes:
    try:
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            timeout=_LONGEST_WAIT,
            env={**os.environ, **named} if named else None,
        )
        return made.read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise StorageError(
            f"{program} made no PDF of “{made.stem}.docx”. Open it in LibreOffice or Word and save "
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
        f"pdf:writer_pdf_Export:{_TAGGED}",
        "--outdir",
        str(made),
        str(docx.resolve()),
    ]

"""What the commands that look after the data folder are asked with."""

from typing import Any

from clerk.commands.asking import (
    command_of,
    json_of,
)


def add(words: Any) -> None:
    """What is sound, what is kept twice, and what is put back."""
    doctor = command_of(
        words, "doctor", "care.upkeep", "doctor", "say what is sound and what is not"
    )
    doctor.add_argument("--mend", action="store_true", help="mend what can be mended")
    doctor.add_argument(
        "--accept", metavar="FILE", help="take a file that was edited by hand, or a copy"
    )
    doctor.add_argument(
        "--without-history",
        action="store_true",
        help="with --accept: as it stands, though its acts say otherwise; they are given up",
    )
    json_of(doctor)
    backup = command_of(words, "backup", "care.upkeep", "backup", "write everything into one file")
    backup.add_argument(
        "file", metavar="FILE", nargs="?", help="where to; else the data folder's backups"
    )
    restore = command_of(
        words, "restore", "care.upkeep", "restore", "show what a backup would change"
    )
    restore.add_argument("file", metavar="FILE", help="a backup")
    restore.add_argument("--yes", action="store_true", help="put it in place; else only show")
    restore.add_argument(
        "--overwrite-newer", action="store_true", help="replace also what is newer here"
    )
    restore.add_argument(
        "--exactly", action="store_true", help="put aside what the backup does not hold"
    )
    restore.add_argument(
        "--only",
        metavar="NAME",
        action="append",
        default=[],
        help="only files with this in their name, such as cabinet/2026-11-30; may stand twice",
    )
    json_of(restore)

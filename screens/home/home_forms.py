"""Forms that Home asks with: a new committee, the file of a paper.

Keys, counted: c, the name, Enter, the council, Enter, Enter, Enter; i, the path, Enter, where Tab
puts what of the path is plain already.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import get_args

from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.committees import Committee, CommitteeKind
from clerk.errors import InputError
from clerk.paths import typed_path
from clerk.suggest.files import completed, paths_beginning
from screens.dialogs.form import Answers, Field, Form

_NAMED = 6
"""Files and folders that are named below a path that is being typed."""
_KINDS: tuple[CommitteeKind, ...] = get_args(CommitteeKind)


def committee_form(office: Office, done: Callable[[Committee], None]) -> Form:
    """Adds a committee; `done` gets it."""

    def add(answers: Answers) -> None:
        done(
            adding.add_committee(
                office,
                answers["name"],
                authority=answers["authority"],
                kind=_kind(answers["kind"]),
                style=_style(office, answers["style"]),
            )
        )

    others = list(office.register.committees.values())
    fields = (
        Field(id="name", label="Name of the committee"),
        Field(
            id="authority",
            label="Council",
            value=others[0].authority if others else "",
            hint="as it heads the minutes",
        ),
        Field(
            id="kind",
            label=f"Kind: {', '.join(_KINDS)}",
            value="committee",
            replaced=True,
            echo=lambda words: _kind(words),
        ),
        Field(
            id="style",
            label=f"House style: {', '.join(office.styles)}",
            hint=f"usual: {office.register.style or office.styles.default}",
            echo=lambda words: _style(office, words),
        ),
    )
    return Form("New committee", fields, add)


def paper_form(done: Callable[[Path], None]) -> Form:
    """Asks for a paper's file."""

    def take(answers: Answers) -> None:
        path = typed_path(answers["path"])
        if not _is_file(path):
            raise InputError(f"There is no file {path}. Type its whole path, or drag it in here.")
        done(path)

    field = Field(
        id="path",
        label="Agenda pack or minutes (.txt, .docx, .pdf), or members (.csv)",
        hint="path of the file; Tab completes it, ~ is your own folder",
        echo=_echo,
        completed=completed,
    )
    return Form("Import a paper", (field,), take)


def _is_file(path: Path) -> bool:
    """Not where a name is too long to be one, or a folder on the way is closed: that raises."""
    with suppress(OSError):
        return path.is_file()
    return False


def _echo(words: str) -> str:
    """Half a path is no mistake yet: it is said what it may become."""
    with suppress(InputError):
        if words.strip() and _is_file(typed_path(words)):
            return "a file"
    found = paths_beginning(words)
    names = [Path(each).name + each[len(each.rstrip("/\\")) :] for each in found]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _kind(words: str) -> CommitteeKind:
    wanted = words.strip().casefold() or "committee"
    found = [kind for kind in _KINDS if kind.startswith(wanted)]
    if wanted in _KINDS:
        return wanted
    if len(found) != 1:
        raise InputError(f"“{words.strip()}” is no kind of committee. Type {' or '.join(_KINDS)}.")
    return found[0]


def _style(office: Office, words: str) -> str:
    wanted = words.strip().casefold()
    if not wanted:
        return ""
    found = [name for name in office.styles if name.startswith(wanted)]
    if wanted in found:
        return wanted
    if len(found) != 1:
        raise InputError(f"“{words.strip()}” is no house style. Type {' or '.join(office.styles)}.")
    return found[0]

"""Import from the screen: what the paper does not say is asked for; another version is shown first.

Keys: the path, Enter. Of a paper that names no committee or shows no day: their words, Enter after
each. Of another version of a paper: Enter, where its differences stand.
"""

import asyncio
from functools import partial
from pathlib import Path

from clerk.desk.incoming.importing import import_paper
from clerk.desk.office import Office
from clerk.errors import AnotherVersionError, ClerkError, NotSaidError
from clerk.when import long_date, read_date
from screens.base import ClerkScreen
from screens.dialogs.form import Answers, Field, Form
from screens.home.imported import ImportedScreen


async def import_on_screen(screen: ClerkScreen, path: Path) -> str:
    """Reads a paper and shows what was understood; a refusal in words, "" if there was none."""
    read = partial(import_paper, screen.office, path)
    told: Answers = {}
    while True:
        day = read_date(told["day"], today=screen.office.today) if told.get("day") else None
        try:
            ask = partial(read, committee=told.get("committee", ""), day=day)
            imported = await asyncio.to_thread(ask)
        except NotSaidError:
            answers = await screen.app.push_screen_wait(_form(screen.office, path))
            if answers is None:
                return f"{path.name} was not imported."
            told = answers
            continue
        except AnotherVersionError:
            return await _show_what_would_change(screen, path, told)
        except ClerkError as error:
            return str(error)
        screen.app.push_screen(ImportedScreen(screen.office, imported))
        return ""


async def _show_what_would_change(screen: ClerkScreen, path: Path, told: Answers) -> str:
    day = read_date(told["day"], today=screen.office.today) if told.get("day") else None
    ask = partial(import_paper, screen.office, path, committee=told.get("committee", ""), day=day)
    try:
        would = await asyncio.to_thread(partial(ask, dry_run=True, replace_it=True))
    except ClerkError as error:
        return str(error)

    def replace() -> None:
        stored = screen.attempt(partial(ask, replace_it=True))
        if stored is not None:
            screen.app.push_screen(ImportedScreen(screen.office, stored))

    screen.app.push_screen(ImportedScreen(screen.office, would, replace))
    return ""


def _form(office: Office, path: Path) -> Form:
    """Asks whose meeting the paper is of, and when it was."""
    fields = (
        Field(id="committee", label="Committee, if the paper does not name it"),
        Field(
            id="day",
            label="Day of the meeting, if the paper does not show it",
            echo=lambda words: long_date(read_date(words, today=office.today)) if words else "",
        ),
    )
    return Form(f"What {path.name} does not say", fields, lambda answers: answers)

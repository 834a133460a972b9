"""Opening the app, on the clerk's own folder or on the invented council."""

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.commands import log
from clerk.commands.opening import home_of, open_office
from clerk.commands.say import say
from clerk.desk.office import Office
from clerk.errors import ClerkError, InputError
from clerk.paths import Home

if TYPE_CHECKING:
    from argparse import Namespace  # the app opens sooner without it

_SOON = 60.0
"""Seconds. In the middle of a meeting the app opens again by itself; what goes wrong again within
so short a time would go on doing so."""


def open_app(asked: "Namespace") -> int:
    """`clerk`: opens the app."""
    return open_on(asked.home)


def open_on(named: str | None) -> int:
    """The app, on the data folder that was named or on the clerk's own."""
    return _run(open_office(home_of(named)))


def demo(asked: "Namespace") -> int:
    """`clerk demo`: the invented council in a folder of its own, and the app opened on it."""
    from clerk.demo.setting import set_up  # only here: the council is no part of a clerk's day
    from clerk.demo.tour import tour

    office = open_office(Home(_demo_home(asked)))
    if office.register.committees and not _is_demo(office):
        raise InputError(
            f"{office.home.root} holds a real council: the invented one was not put there. "
            "Name another folder with --home."
        )
    set_up(office)
    if not sys.stdout.isatty():
        say(tour())
        say(f"The invented council is in {office.home.root}.")
        return 0
    return _run(office)


def _demo_home(asked: "Namespace") -> Path:
    home = home_of(asked.home).root
    return home if asked.home else home.with_name(f"{home.name}-demo")


def _is_demo(office: Office) -> bool:
    from clerk.demo.council import AUTHORITY

    return all(body.authority == AUTHORITY for body in office.register.committees.values())


def _run(office: Office) -> int:
    """The app until the clerk leaves it; opened again where something unforeseen ended it."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise InputError(
            "The app needs a terminal to be opened in. `clerk --help` lists what works without one."
        )
    # The start makes many objects and hardly any garbage: the app collects from its first frame on.
    gc.disable()
    from screens.app import run_app  # Textual is most of the start-up: for the screens alone

    said, before = "", -_SOON
    while True:
        begun = time.monotonic()
        try:
            return run_app(office, said=said)
        except Exception as error:
            now = time.monotonic()
            if isinstance(error, ClerkError) or now - before < _SOON:
                raise
            place, before = log.place_of(error), now
            log.ended(log.log_file(), "open-app", place, begun)
        said = (
            f"Something went wrong that Clerk did not foresee ({place}). What you typed is saved, "
            "and this is where you were. Please report it."
        )
        office = open_office(office.home)

"""Opening the app, on the clerk's own folder or on the invented council."""

from argparse import Namespace

from clerk.commands.opening import office_of


def open_app(asked: Namespace) -> int:
    """`clerk`: opens the app."""
    office = office_of(asked)
    from screens.app import run_app  # Textual is most of the start-up: for the screens alone

    run_app(office)
    return 0

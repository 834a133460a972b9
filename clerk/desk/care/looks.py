"""How Clerk looks, kept for the next time."""

from clerk.desk.office import Office
from clerk.store.looks import keep_looks, read_looks


def kept(office: Office) -> str:
    """The name of the theme that was chosen last; empty where none was."""
    return read_looks(office.home)


def keep(office: Office, theme: str) -> None:
    """Keeps the name of a theme; raises StorageError."""
    office.prepare()
    keep_looks(office.home, theme)

"""How Clerk looks on this machine: the name of a theme, in a file of its own in the data folder."""

from clerk.paths import Home
from clerk.store import atomic
from clerk.store.trouble import in_words

FILE_NAME = "looks.txt"
_LONGEST = 100


def read_looks(home: Home) -> str:
    """The name that was kept; empty where there is none, or none that can be read.

    Nobody is kept from the minutes by how Clerk looks.
    """
    try:
        content = (home.root / FILE_NAME).read_bytes()[:_LONGEST]
    except OSError:
        return ""
    return content.decode("utf-8", errors="replace").strip()


def keep_looks(home: Home, name: str) -> None:
    """Keeps the name for the next time; raises StorageError."""
    path = home.root / FILE_NAME
    with in_words("Looks not kept", path):
        if path.exists():
            atomic.put(path, f"{name}\n".encode())
        else:
            atomic.create(path, f"{name}\n".encode())

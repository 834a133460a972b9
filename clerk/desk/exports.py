"""Where what is exported goes: the exports of the data folder."""

from pathlib import Path

from clerk.clean import safe_filename
from clerk.desk.office import Office
from clerk.paths import make_private


def in_exports(office: Office, name: str, ending: str) -> Path:
    """Where a document of this name goes that was given no other place."""
    office.prepare()
    make_private(office.home.exports_dir)
    return office.home.exports_dir / f"{safe_filename(name)}{ending}"

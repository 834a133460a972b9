"""A file edited by hand, or a copy that a sync service made, taken as the next generation."""

from pathlib import Path
from typing import Any

from clerk.desk.care.soundness import Held, held
from clerk.desk.kinds import MEETING, REGISTER
from clerk.desk.office import Office
from clerk.errors import InputError
from clerk.paths import Home
from clerk.store import atomic, doctor, placing, sealed, upgrades
from clerk.store.files import prepare
from clerk.store.looking import (
    Look,
    edited_header,
    look,
    next_generation,
    original_of,
)
from clerk.store.sealed import Document, Tables
from clerk.store.trouble import in_words

_TABLES = {"base", "state", "acts", "_default"}
_EMPTY = {"meeting": MEETING.empty, "register": REGISTER.empty}


def accept(office: Office, file: Path, *, without_history: bool = False) -> str:
    """Takes the file in the place of the one whose name it bears, and says what was done.

    What stood there is kept aside. Raises InputError, having changed nothing, where the file does
    not hold what its kind holds or where its acts do not give its state; StorageError. With
    `without_history` the state counts as it stands, and there are no acts before it to undo.
    """
    path = _target(office.home, file)
    kind = _kind_of(office.home, path)
    with in_words("Not accepted", file):
        content = atomic.read(file)
    found = _held(file, kind, content)
    if found.disagrees:
        if not without_history:
            raise InputError(_disagreement(file, found))
        found = Held(base=found.state, state=found.state, entries=())
    lock = office.register_lock() if kind == "register" else office.meeting_lock(path)
    with lock, in_words("Not accepted", path):
        standing = look(path, kind)
        if standing.sound and standing.content == content:
            return f"{path} is sound as it stands. Nothing was changed."
        generation = next_generation(look(file, kind), standing, look(atomic.previous(path), kind))
        kept = _put(office, path, standing, _sealed(path, kind, found, generation))
    return f"{path} is generation {generation} now.{kept}"


def _target(home: Home, file: Path) -> Path:
    """The file of Clerk's that `file` is, or is a copy of; raises InputError."""
    root = home.root.resolve()
    path = original_of(file.resolve())
    if path is None or not path.is_relative_to(root):
        raise InputError(
            f"{file} is no file of the data folder {home.root}, nor a copy beside one. Put it "
            "beside the file that it is to replace, under a name that begins like that one's."
        )
    return home.root / path.relative_to(root)


def _kind_of(home: Home, path: Path) -> str:
    for place in doctor.places(home):
        if place.folder == path.parent:
            return place.kind
    raise InputError(f"{path.parent} holds no files of Clerk's. Nothing was accepted.")


def _held(file: Path, kind: str, content: bytes) -> Held:
    try:
        tables = _tables(kind, content)
        state, base = _only(tables, "state"), _only(tables, "base")
        return held(kind, base, state, tables.get("acts", {}).values())
    except (InputError, sealed.UnsoundError) as error:
        raise InputError(f"{file} was not accepted: {error}.") from error


def _disagreement(file: Path, found: Held) -> str:
    return (
        f"{file} was not accepted: its acts do not give its state, which differs in "
        f"{', '.join(found.disagrees)}. Change both alike; or add --without-history, which takes "
        "the state as it stands: what was done before can then be undone no more."
    )


def _tables(kind: str, content: bytes) -> Tables:
    """The file's own tables in the present format. Raises UnsoundError."""
    header = edited_header(content, kind)
    if header is None:
        raise sealed.UnsoundError(
            f"it is not JSON whose first table, _clerk, says that it is a {kind}"
        )
    tables = upgrades.upgraded(sealed.tables(content), kind, header.format)
    odd = sorted(set(tables) - _TABLES)
    if odd:
        raise sealed.UnsoundError(f"its table “{odd[0]}” is not known")
    return tables


def _only(tables: Tables, name: str) -> Document | None:
    documents = [*tables.get(name, {}).values()]
    if len(documents) > 1:
        raise sealed.UnsoundError(f"its table “{name}” holds more than one document")
    return documents[0] if documents else None


def _sealed(path: Path, kind: str, found: Held, generation: int) -> bytes:
    """The file as Clerk itself would have written it."""
    _, save = prepare(
        atomic.beside(path),
        kind,
        base=_unless_empty(kind, found.base),
        state=_unless_empty(kind, found.state),
        acts=found.entries,
        expected=None,
    )
    return sealed.seal(sealed.body_of(save.content), kind, generation)[1]


def _unless_empty(kind: str, value: Any) -> Any:
    return None if value is None or value == _EMPTY.get(kind) else value


def _put(office: Office, path: Path, standing: Look, content: bytes) -> str:
    """Puts it in place, and says where what stood there is kept. Raises OSError."""
    if standing.gone:
        atomic.create(path, content)
        return ""
    word = "replaced" if standing.sound else "edited" if standing.edited else "damaged"
    aside = atomic.keep(path, placing.aside_name(path, word, office.now()))
    if standing.sound:
        atomic.replace(path, content)
    else:  # the generation before it is the last good one, and stays so
        atomic.put(path, content)
    return f" What stood there is kept as {aside.name}."

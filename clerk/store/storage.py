"""The TinyDB storage under every file: durable, checked, and refusing to overwrite the unexpected.

Stock JSONStorage writes in place and truncates afterwards: a stop in between, a full disk or a
second writer leaves a file that cannot be read, and a file of no bytes opens as an empty one.
"""

from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from clerk.errors import ChangedElsewhereError, DamagedError, StorageError
from clerk.patience import patiently
from clerk.store import atomic, sealed, upgrades
from clerk.store.sealed import Body, Header, Tables, Written
from clerk.store.trouble import in_words


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """A save that has been checked and not yet made. `before` is None for a file to be created."""

    path: Path
    before: bytes | None
    content: bytes
    header: Header


class DurableStorage(Storage):
    """Reads and writes one file through `clerk.store.atomic`, and remembers what it has seen.

    `seen` is the header of the generation last read or written; None while the file is not known,
    when `write` only creates.
    """

    def __init__(
        self, path: Path, kind: str, seen: Header | None = None, content: bytes = b""
    ) -> None:
        """`content` is the file as it was seen, where that is at hand: it need not be proved."""
        self.path = path
        self.kind = kind
        self.seen = seen
        self.content = content

    def read(self) -> Tables | None:
        """The tables; None where there is no file yet. Raises DamagedError, StorageError."""
        if self.seen is None and not is_stored(self.path):
            return None
        content, header = checked(self.path, self.kind)
        self.seen, self.content = header, content
        try:
            return upgrades.upgraded(sealed.tables(content), header.kind, header.format)
        except sealed.UnsoundError as error:
            raise DamagedError(_damage(self.path, str(error))) from error

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """One new generation, or nothing where the content is the same. See `prepare`, `put`."""
        self.put(self.prepare(data))

    def prepare(self, tables: Written) -> Prepared:
        """The save that `put` would make.

        Raises ChangedElsewhereError where the file is not the one seen, DamagedError where it is
        missing or empty, StorageError where a newer release wrote it.
        """
        try:
            body = sealed.body(tables)
        except sealed.UnsoundError as error:
            raise unwritable(self.path, error) from error
        if self.seen is None:
            _refuse_existing(self.path)
            return self._prepared(None, body, 1)
        before = self._as_seen()
        if sealed.is_body_of(body, before):
            return Prepared(path=self.path, before=before, content=before, header=self.seen)
        return self._prepared(before, body, self.seen.generation + 1)

    def put(self, save: Prepared) -> None:
        """Make the save. Whatever it raises (StorageError), the file stands as it was."""
        with in_words("Not saved", self.path):
            if save.before is None:
                try:
                    atomic.create(self.path, save.content)
                except FileExistsError:
                    raise _exists(self.path) from None
            elif save.content != save.before:
                _keep_older_format(self.path, save.before)
                atomic.replace(self.path, save.content)
        self.seen, self.content = save.header, save.content

    def _prepared(self, before: bytes | None, body: Body, generation: int) -> Prepared:
        header, content = sealed.seal(body, self.kind, generation)
        return Prepared(path=self.path, before=before, content=content, header=header)

    def _as_seen(self) -> bytes:
        """The content that stands now, proved to be that seen."""
        assert self.seen is not None
        if self.seen.format > sealed.FORMAT:
            raise StorageError(
                f"Not saved: {self.path} was written by a newer release of Clerk: "
                "it can be read here, and changed only there."
            )
        content = _content(self.path)
        if content == self.content:  # byte by byte, which costs less than its checksum
            return content
        try:
            header = sealed.proved(content)
        except sealed.UnsoundError as error:
            raise _changed(self.path, f"now it {error}") from error
        if header != self.seen:
            raise _changed(self.path, f"now it is generation {header.generation}")
        return content


def unwritable(path: Path, error: sealed.UnsoundError) -> StorageError:
    """What is to be raised where there is something that no file can hold."""
    return StorageError(f"Not saved: {path}: the text {error}.")


def is_stored(path: Path) -> bool:
    """Whether there is a file, or was one: a previous generation shows that it has been lost."""
    with in_words("Not read", path):
        return path.exists() or atomic.previous(path).exists()


def checked(path: Path, kind: str) -> tuple[bytes, Header]:
    """The content and header of a sound file of `kind`. Raises DamagedError, StorageError."""
    content = _content(path)
    try:
        header = sealed.proved(content)
    except sealed.UnsoundError as error:
        raise DamagedError(_damage(path, str(error))) from error
    if header.kind != kind:
        raise DamagedError(_damage(path, f"is a {header.kind} and not a {kind}"))
    return content, header


def peek(path: Path) -> Header:
    """What the first line says, unproved; reads no further. Raises DamagedError, StorageError."""
    try:
        with in_words("Not read", path), patiently(lambda: path.open("rb")) as file:
            line = file.readline(sealed.LONGEST_FIRST_LINE)
        return sealed.first_line(line)
    except sealed.UnsoundError as error:
        raise DamagedError(_damage(path, str(error))) from error


def _content(path: Path) -> bytes:
    """The bytes of a file that should be there: missing or empty is damage, not a new start."""
    with in_words("Not read", path):
        try:
            content = atomic.read(path)
        except FileNotFoundError:
            raise DamagedError(_damage(path, atomic.missing(path))) from None
    if not content:
        raise DamagedError(_damage(path, "is empty"))
    return content


def _damage(path: Path, fault: str) -> str:
    """The sentence: what is wrong, that it was left alone, and whether there is a way back."""
    return f"{path} {fault}. It was left as it is; {_remedy(path)}."


def _remedy(path: Path) -> str:
    if path.is_symlink() and not path.exists():
        return "look whether that disk or folder is there, and open it again"
    previous = atomic.previous(path)
    try:
        header = sealed.proved(atomic.read(previous))
    except (OSError, sealed.UnsoundError):
        return (
            "there is no sound generation before it: `clerk doctor` says whether a dated copy has "
            "one; else `clerk restore` takes it from a backup"
        )
    return (
        f"the generation before it is sound ({previous.name}, generation {header.generation}): "
        "`clerk doctor --mend` puts it in its place and keeps the damaged file aside"
    )


def _keep_older_format(path: Path, before: bytes) -> None:
    """Before the first save in a newer format: an upgrade that goes wrong must not be the end."""
    written = sealed.first_line(before[: before.index(b"\n") + 1]).format
    if written < sealed.FORMAT:
        atomic.keep(path, upgrades.kept_copy(path, written))


def _refuse_existing(path: Path) -> None:
    """A new file must not take the place of one that stands or was lost."""
    with in_words("Not saved", path):
        there, before = path.exists(), atomic.previous(path).exists()
    if there:
        raise _exists(path)
    if before:
        raise DamagedError(_damage(path, "was to be made new, and one of that name is missing"))


def _exists(path: Path) -> ChangedElsewhereError:
    return ChangedElsewhereError(
        f"Not saved: {path} was to be made new and is there already. Nothing was overwritten; "
        "open it again and look."
    )


def _changed(path: Path, how: str) -> ChangedElsewhereError:
    return ChangedElsewhereError(
        f"Not saved: {path} has been changed outside since it was read ({how}). Nothing was "
        "overwritten; keep a copy of it, and open it again."
    )

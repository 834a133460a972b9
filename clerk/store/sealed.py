"""The form of a file: tables as plain JSON, the first line of which says what they are.

    {"_clerk": {"1": {"format": 1, "kind": "meeting", "generation": 3, "sha256": "…"}},
    "state": {
    "1": {…}
    },
    …}

One document a line, so that a difference between two files can be read; any JSON reader and stock
TinyDB open it. The checksum is the SHA-256 of the whole file with its own 64 digits left out, so
that a changed kind or generation is noticed as surely as a changed word. Nothing here touches a
disk.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

FORMAT = 1
"""The form that this release writes; a file of a higher one is read, never written."""

Document = dict[str, Any]
"""As read."""
Writable = Document | msgspec.Struct
"""As written: a fact gives the same bytes as its document, which need not be made for it."""
Tables = dict[str, dict[str, Document]]


class Log(msgspec.Struct, frozen=True):
    """A table that only grows, as it stands in a file: what was written is not made anew.

    A long meeting has a thousand acts, and every pause in typing is a save.
    """

    count: int = 0
    pieces: tuple[bytes, ...] = ()
    """Lines that follow each other."""

    def and_then(self, documents: Iterable[Writable]) -> "Log":
        """With more documents, numbered on. Raises UnsoundError as `body` does."""
        first = self.count + 1
        fresh = {str(at): document for at, document in enumerate(documents, start=first)}
        if not fresh:
            return self
        parted = b",\n" if self.pieces else b""
        pieces = (*self.pieces, parted + _lines(msgspec.json.Encoder(), fresh))
        if len(pieces) > _PIECES:
            pieces = (b"".join(pieces),)
        return Log(self.count + len(fresh), pieces)


Written = Mapping[str, Mapping[str, Writable] | Log]
"""Tables that are to be written."""
Body = Sequence[bytes]
"""Everything after the first line, in pieces: half a megabyte is not copied to be put together."""

_OPENING, _CLOSING = b'{"_clerk": {"1": ', b"},\n"
_NO_DIGITS = ""
_PIECES = 64
"""Of a log: few enough that each is hashed for itself at no cost."""
LONGEST_FIRST_LINE = 4096


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the first line says; `generation` counts the saves from 1."""

    format: int
    kind: str
    generation: int
    sha256: str


class UnsoundError(ValueError):
    """The bytes are no file of Clerk's, or not as it wrote them; says which."""


def body(tables: Written) -> Body:
    """The body of a file. The same tables give the same bytes.

    The order of keys is kept and not sorted: it is the order in which people were entered.
    Raises UnsoundError for what no file can hold (half a surrogate pair, endless nesting).
    """
    encoder = msgspec.json.Encoder()
    pieces: list[bytes] = []
    for name, held in tables.items():
        pieces += [b",\n"] if pieces else []
        pieces += [encoder.encode(name) + b": {\n"]
        pieces += held.pieces if isinstance(held, Log) else [_lines(encoder, held)]
        pieces += [b"\n}"]
    # TinyDB's own first table, so that the first line can always end in a comma
    return [*(pieces or [b'"_default": {\n}']), b"\n}\n"]


def seal(body: Body, kind: str, generation: int) -> tuple[Header, bytes]:
    """The header, and the whole file: the body under it."""
    unsigned = Header(format=FORMAT, kind=kind, generation=generation, sha256=_NO_DIGITS)
    digits = _digest(_first_line(unsigned), _NO_DIGITS, body)
    header = msgspec.structs.replace(unsigned, sha256=digits)
    return header, b"".join((_first_line(header), *body))


def first_line(line: bytes) -> Header:
    """What a first line says, unproved. Raises UnsoundError."""
    if not line:
        raise UnsoundError("is empty")
    if not line.startswith(_OPENING) or not line.endswith(_CLOSING):
        raise UnsoundError("does not begin as a file of Clerk's")
    try:
        return msgspec.json.decode(line[len(_OPENING) : -len(_CLOSING)], type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnsoundError("does not begin as a file of Clerk's") from error


def proved(content: bytes) -> Header:
    """The header of a whole file, proved by its checksum. Raises UnsoundError."""
    end = content.find(b"\n") + 1
    line = content[:end]
    header = first_line(line or content[:LONGEST_FIRST_LINE])
    if _digest(line, header.sha256, [memoryview(content)[end:]]) != header.sha256:
        raise UnsoundError("fails its checksum")
    return header


def is_body_of(body: Body, content: bytes) -> bool:
    """Whether a file, proved before, has this body."""
    at = content.find(b"\n") + 1
    if len(content) - at != sum(map(len, body)):
        return False
    for piece in body:
        if not content.startswith(piece, at):
            return False
        at += len(piece)
    return True


def body_of(content: bytes) -> Body:
    """The body of a file that was proved before."""
    return [content[content.find(b"\n") + 1 :]]


def tables(content: bytes) -> Tables:
    """The tables of a file that is `proved`, without the first line. Raises UnsoundError."""
    try:
        found = msgspec.json.decode(content, type=dict[str, dict[str, dict[str, Any]]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnsoundError("is no set of tables") from error
    found.pop("_clerk")
    return found


def _lines(encoder: msgspec.json.Encoder, documents: Mapping[str, Writable]) -> bytes:
    try:
        keys = encoder.encode_lines(documents.keys()).splitlines()
        values = encoder.encode_lines(documents.values()).splitlines()
    except (UnicodeEncodeError, RecursionError, TypeError, msgspec.MsgspecError) as error:
        raise UnsoundError(f"holds what no file can hold ({error})") from error
    return b",\n".join(map(b": ".join, zip(keys, values, strict=True)))


def _first_line(header: Header) -> bytes:
    said = (
        f'{{"format": {header.format}, "kind": {msgspec.json.encode(header.kind).decode()}, '
        f'"generation": {header.generation}, "sha256": "{header.sha256}"}}'
    )
    return _OPENING + said.encode() + _CLOSING


def _digest(line: bytes, digits: str, body: Sequence[bytes | memoryview]) -> str:
    digest = hashlib.sha256(line.replace(digits.encode(), b"", 1))
    for piece in body:
        digest.update(piece)
    return digest.hexdigest()

"""One file judged by its bytes, and by its name: what it is, what is wrong, whose copy it is."""

import re
from pathlib import Path

import msgspec

from clerk.store import atomic, sealed
from clerk.store.sealed import Header

MEETING = r"\d{4}-\d\d-\d\d(?:-\d+(?![0-9A-Za-z]))?"
PAPER = r"[0-9a-f]{12}"
REGISTER = "register"
"""How the names of Clerk's files begin, before ".json"."""

_KEPT = re.compile(
    r".+\.json(?:\.prev)?\.(?:damaged|edited|replaced|set-aside|format)-\d[-\d]*"
    r"|.+\.(?:elsewhere|before-it-was-gone)-[-\d]+\.json"
)
_LARGEST_GENERATION = 2**53


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A file's bytes judged: `content` None where there are none, `fault` empty for a sound one.

    `edited` is set where it is sound JSON with Clerk's tables and fails only its checksum, as
    after an edit by hand; `header` then is what it says of itself.
    """

    content: bytes | None = None
    header: Header | None = None
    fault: str = ""
    edited: bool = False
    copy: str = ""
    """The dated copy that it is from; empty for what stands in the folder."""

    @property
    def sound(self) -> bool:
        """Whether the file is there and as Clerk wrote it."""
        return not self.fault

    @property
    def gone(self) -> bool:
        """Whether there is no such file, as against one that cannot be read."""
        return self.fault == _MISSING


_MISSING = "is missing"


def look(path: Path, kind: str) -> Look:
    """A file as it stands; whatever is wrong with it is said in the look, and nothing is raised."""
    try:
        return judge(atomic.read(path), kind)
    except FileNotFoundError:
        return Look(fault=atomic.missing(path))
    except OSError as error:
        return Look(fault=f"cannot be read ({error.strerror})")


def judge(content: bytes, kind: str) -> Look:
    """The bytes of what should be a file of `kind`."""
    try:
        header = sealed.proved(content)
        sealed.tables(content)
    except sealed.UnsoundError as error:
        edited = edited_header(content, kind)
        fault = "fails its checksum (edited by hand, or damaged)" if edited else str(error)
        return Look(content=content, fault=fault, header=edited, edited=edited is not None)
    if header.kind != kind:
        return Look(content=content, fault=f"is a {header.kind} and not a {kind}")
    return Look(content=content, header=header)


def edited_header(content: bytes, kind: str) -> Header | None:
    """What a file with Clerk's tables says of itself, unproved and however it is laid out."""
    try:
        found = msgspec.json.decode(content, type=dict[str, dict[str, dict[str, object]]])
        header = msgspec.convert(found["_clerk"]["1"], Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        return None
    return header if header.kind == kind and header.format <= sealed.FORMAT else None


def next_generation(*looks: Look) -> int:
    """One more than the highest that any of them says, absurd ones aside."""
    said = [each.header.generation for each in looks if each.header is not None]
    return 1 + max((number for number in said if 0 < number < _LARGEST_GENERATION), default=0)


def is_kept_aside(name: str) -> bool:
    """Whether Clerk keeps a file under this name: "register.json.damaged-2026-11-22-014500"."""
    return _KEPT.fullmatch(name) is not None


def original_of(path: Path) -> Path | None:
    """The file of Clerk's whose copy this is by its name, put aside or made by a sync service.

    It is the file itself where the name is one of Clerk's own; None for what is no file of
    Clerk's at all.
    """
    for stem in (REGISTER, MEETING, PAPER):
        found = re.fullmatch(rf"({stem})(?![0-9A-Za-z]).*\.json(?:\..*)?", path.name)
        if found:
            return path.with_name(f"{found[1]}.json")
    return None

"""Phrases by code: the standing wording that Clerk ships, and a council's own list over it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from clerk.clean import text_of
from clerk.errors import InputError
from clerk.paths import Home
from clerk.store import atomic
from clerk.store.trouble import in_words

KNOWN_VERSION = 1
FILE_NAME = "phrases.toml"
_CODE = re.compile(r"[a-z][a-z0-9]{1,7}")
_LONGEST = 1000


def is_code(words: str) -> bool:
    """Whether the words can be the code of a phrase."""
    return _CODE.fullmatch(words) is not None


def read_phrases(shipped: Path, own: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Code and words from the file `shipped`, with those of `own`, where there is one, over them.

    An empty phrase in `own` takes a code away. Raises InputError for a file that cannot be read or
    used, naming it and the code in question.
    """
    found = dict(_read(shipped))
    if own is not None and own.exists():
        found |= _read(own)
    return tuple((code, words) for code, words in found.items() if words)


def phrases_from(words: str, name: str) -> dict[str, str]:
    """Code → words of the text of a phrase file; headings (`[questions]`) only group them.

    White space in a phrase is folded, since a suggestion never holds the end of a line. Raises
    InputError where the text is no TOML, is of a newer version, or has a code or phrase that
    cannot be used.
    """
    try:
        table = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The phrases in {name} cannot be used: {error}.") from error
    version = table.pop("version", KNOWN_VERSION)
    if not isinstance(version, int) or version > KNOWN_VERSION:
        raise InputError(
            f"The phrases in {name} are of version {version}; this Clerk knows up to "
            f"{KNOWN_VERSION}. Use a newer Clerk."
        )
    found: dict[str, str] = {}
    for code, phrase in _entries(table):
        _check(code, phrase, code in found, name)
        found[code] = " ".join(str(phrase).split())
    return found


def _read(path: Path) -> dict[str, str]:
    try:
        return phrases_from(_text(path.read_bytes()), path.name)
    except OSError as error:
        raise InputError(
            f"The phrases in {path.name} cannot be read: {error.strerror}. Look whether another "
            "program has the file open."
        ) from error


def _text(content: bytes) -> str:
    try:
        return text_of(content)
    except UnicodeDecodeError as error:
        raise InputError(
            f"The phrases in {FILE_NAME} are not in UTF-8. Save the file so (Notepad: Save As, "
            "Encoding, UTF-8)."
        ) from error


def _entries(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from value.items()
        else:
            yield key, value


def _check(code: str, phrase: object, twice: bool, name: str) -> None:
    if not is_code(code):
        raise InputError(
            f"The phrases in {name} have the code “{code}”: a code is two to eight small letters "
            "or digits and begins with a letter."
        )
    if twice:
        raise InputError(f"The phrases in {name} have the code “{code}” twice; rename one.")
    if not isinstance(phrase, str) or len(phrase) > _LONGEST:
        raise InputError(
            f"The phrases in {name} have no words for “{code}” that can be used: put up to "
            f"{_LONGEST} characters in quotation marks behind it."
        )


# --- the council's own file --------------------------------------------------------------------


def read_own_phrases(home: Home) -> str:
    """The text of the file; empty where there is none. Raises StorageError, InputError."""
    path = home.root / FILE_NAME
    with in_words("Not read", path):
        try:
            content = atomic.read(path)
        except FileNotFoundError:
            return ""
    return _text(content)


def write_own_phrases(home: Home, text: str) -> None:
    """Puts the file; raises StorageError, then the old one stands."""
    path = home.root / FILE_NAME
    with in_words("Phrases not saved", path):
        if path.exists():
            atomic.put(path, text.encode())
        else:
            atomic.create(path, text.encode())

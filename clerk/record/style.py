"""House style: words, numbers, punctuation and order, read from a council's `style.toml`.

Where on the page and in what weight a line stands is `style.docx`; both lie in one folder.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from clerk.domain.base import Fact
from clerk.errors import StyleError
from clerk.record.attendance_style import AttendanceStyle
from clerk.record.papers_style import PapersStyle
from clerk.record.room_style import RoomStyle
from clerk.record.style_parts import (
    BilingualStyle,
    ClosingStyle,
    DateStyle,
    Heading,
    ListStyle,
    MarginStyle,
    MinuteStyle,
    PageStyle,
    ParagraphStyle,
    PartsStyle,
    PreviousStyle,
    ResolutionStyle,
)
from clerk.record.style_places import check_places

KNOWN_VERSION = 1


class HouseStyle(Fact, frozen=True):
    """Everything that a council's `style.toml` may say; what it leaves out is as here."""

    version: int = KNOWN_VERSION
    title: str = ""
    language: str = "en-GB"
    chair_title: str = ""
    """"Chair", "Chairperson"; empty: as the committee has it."""
    heading: Heading = Heading()
    attendance: AttendanceStyle = AttendanceStyle()
    minute: MinuteStyle = MinuteStyle()
    paragraph: ParagraphStyle = ParagraphStyle()
    resolution: ResolutionStyle = ResolutionStyle()
    margin: MarginStyle = MarginStyle()
    parts: PartsStyle = PartsStyle()
    closing: ClosingStyle = ClosingStyle()
    page: PageStyle = PageStyle()
    dates: DateStyle = DateStyle()
    lists: ListStyle = ListStyle()
    previous: PreviousStyle = PreviousStyle()
    bilingual: BilingualStyle = BilingualStyle()
    room: RoomStyle = RoomStyle()
    """What happened in the room: comings and goings, declarations, motions, votes."""
    papers: PapersStyle = PapersStyle()
    """The papers beside the minutes: agenda, membership, attendance sheet, decisions."""


def read_style(folder: Path) -> HouseStyle:
    """The style in `folder/style.toml`.

    Raises StyleError: no such file, no TOML, a key that is not known (with the nearest that is),
    a value of the wrong kind, a place that does not exist there, a newer version.
    """
    path = folder / "style.toml"
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError(
            f"The house style “{folder.name}” has no style.toml that can be read. "
            "Put one there, or choose another style."
        ) from error
    return style_from(words, folder.name)


def style_from(words: str, name: str) -> HouseStyle:
    """The style that `words`, the text of a `style.toml`, describe; raises StyleError."""
    try:
        table = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise StyleError(f"The style.toml of “{name}” is not TOML: {error}.") from error
    _check_version(table.get("version"), name)
    unknown = list(_unknown_keys(table, HouseStyle))
    if unknown:
        raise StyleError(f"The style.toml of “{name}” " + " It also ".join(unknown))
    try:
        style = msgspec.convert(table, HouseStyle)
        check_places(style)
        _check_sense(style)
    except msgspec.ValidationError as error:
        raise StyleError(f"The style.toml of “{name}”: {_in_words(error, table)}") from error
    except StyleError as error:
        raise StyleError(f"The style.toml of “{name}”: {error}") from error
    return style


def _check_version(version: object, name: str) -> None:
    """Before the keys: a newer version may have some that are not known here."""
    if isinstance(version, int) and version > KNOWN_VERSION:
        raise StyleError(
            f"The house style “{name}” is of version {version}; this Clerk knows up to "
            f"{KNOWN_VERSION}. Use a newer Clerk."
        )


def _unknown_keys(table: dict[str, Any], kind: Any, where: str = "") -> Iterator[str]:
    """What is said of each key that no style has, with the nearest that there is."""
    known = hints_of(kind)
    for key, value in table.items():
        if key not in known:
            yield f"has “{where}{key}”, which is not known.{_nearest(key, where, known)}"
            continue
        inner = struct_within(known[key])
        if inner is not None:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    yield from _unknown_keys(part, inner, f"{where}{key}.")


def _nearest(key: str, where: str, known: Iterable[str]) -> str:
    """A hint: the nearest key of the same table, else the same key in another table."""
    near = difflib.get_close_matches(key, known, 1)
    if not near:
        near = [each for each in keys_of(HouseStyle) if each.rsplit(".", 1)[-1] == key][:1]
    if not near:
        tables = f" “{where.rstrip('.')}”" if where else " a style"
        return f" The keys of{tables} are: {', '.join(known)}."
    return f" Did you mean “{near[0]}”?"


def keys_of(kind: Any, where: str = "") -> Iterator[str]:
    """Every key that a style may have, with its tables before it: "room.motions.moved"."""
    for key, of in hints_of(kind).items():
        inner = struct_within(of)
        yield f"{where}{key}"
        if inner is not None:
            yield from keys_of(inner, f"{where}{key}.")


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """The type of each key of one table."""
    return get_type_hints(kind)


def struct_within(kind: Any) -> Any:
    """The record type in a field's type: itself, or that of a tuple's members; else None."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    if get_origin(kind) in (tuple, Union):
        return next((inner for arg in get_args(kind) if (inner := struct_within(arg))), None)
    return None


def _check_sense(style: HouseStyle) -> None:
    """What no single key can tell."""
    for key, names, count in (
        ("dates.months", style.dates.months, 12),
        ("dates.weekdays", style.dates.weekdays, 7),
        ("bilingual.languages", style.bilingual.languages, 2),
    ):
        if len(names) not in (0, count):
            raise StyleError(f"“{key}” names {len(names)}; it must name {count}, or none.")
    if style.resolution.lead.casefold().endswith(" to"):
        raise StyleError(
            f"“resolution.lead” is “{style.resolution.lead}”: what is typed as “RESOLVED that the "
            f"report be noted” would read “{style.resolution.lead} the report be noted”. Let it "
            "end in “that”; whoever types “RESOLVED to” keeps those words."
        )
    if not 1 <= style.attendance.across <= 4:
        raise StyleError("“attendance.across” must be from 1 to 4 columns.")
    if not style.bilingual.separator.strip():
        raise StyleError("“bilingual.separator” needs a mark in it, such as “ / ”.")


_KINDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table of keys",
    "float": "a number with a point",
}


def _in_words(error: msgspec.ValidationError, table: dict[str, Any]) -> str:
    """What msgspec found, as a sentence: the key, what stands there, what it may be."""
    said = str(error)
    found = re.search(r" - at `(?:key in )?\$\.?([^`]*)`", said)
    path = found[1] if found else ""
    key = re.sub(r"\[[^\]]*\]", "", path)
    where = f"“{key}” " if key else ""
    if kinds := re.match(r"Expected `([^`]+)`, got `(\w+)`", said):
        wanted = " or ".join(_KINDS.get(kind.strip(), kind) for kind in kinds[1].split("|"))
        return f"{where}must be {wanted}, not {_KINDS.get(kinds[2], kinds[2])}."
    if length := re.match(r"Expected `array` of length (\d+)", said):
        return f"{where}must be a list of {length[1]}."
    if "Invalid enum value" in said:
        return f"{where}{_choices(path, table)}"
    if missing := re.match(r"Object missing required field `(\w+)`", said):
        return f"{where}lacks the key “{missing[1]}”."
    return f"{where or 'It '}cannot be read ({said})."


def _choices(path: str, table: dict[str, Any]) -> str:
    """What a key with a fixed list of values may be, with the nearest to what stands there."""
    kind: Any = HouseStyle
    value: Any = table
    for key, at in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        kind = hints_of(struct_within(kind))[key]
        value = value[key]
        value = value[int(at)] if at else value
    allowed = [str(each) for each in literals_of(kind)]
    near = difflib.get_close_matches(str(value), allowed, 1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"cannot be “{value}”; it may be {', '.join(f'“{each}”' for each in allowed)}.{hint}"


def literals_of(kind: Any) -> tuple[Any, ...]:
    """The values that a fixed list allows; none where the type is no such list."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next((found for arg in get_args(kind) if (found := literals_of(arg))), ())

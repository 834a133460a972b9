"""House style: words, numbers, punctuation and order, read from a council's `style.toml`.

Where on the page and in what weight a line stands is `style.docx`; both lie in one folder.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clerk.clean import text_of
from clerk.domain.base import Fact
from clerk.errors import StyleError
from clerk.record.style.attendance import AttendanceStyle
from clerk.record.style.keys import hints_of, struct_within
from clerk.record.style.papers import PapersStyle
from clerk.record.style.parts import (
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
from clerk.record.style.places import place_slips
from clerk.record.style.room import RoomStyle
from clerk.record.style.slips import Slip, converted, unknown_keys
from clerk.record.style.syntax import line_of, no_toml

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
    return style_from(style_words(folder), folder.name)


def style_words(folder: Path) -> str:
    """The text of `folder/style.toml`; raises StyleError where it cannot be read."""
    path = folder / "style.toml"
    begun = f"The house style “{folder.name}” has no style.toml that can be read"
    try:
        return text_of(path.read_bytes())
    except UnicodeDecodeError as error:
        raise StyleError(
            f"{begun}: it is not in UTF-8. Save it so (Notepad: Save As, Encoding, UTF-8)."
        ) from error
    except OSError as error:
        if path.with_name("style.toml.txt").exists():
            raise StyleError(f"{begun}, but a style.toml.txt: take “.txt” off its name.") from error
        raise StyleError(f"{begun}. Put one there, or choose another style.") from error


def style_from(words: str, name: str) -> HouseStyle:
    """The style that `words`, the text of a `style.toml`, describe; raises StyleError."""
    style, slips = _read(words, name)
    if slips:
        said = " ".join(f"line {s.line}, {s.says}" if s.line else s.says for s in slips)
        raise StyleError(f"The style.toml of “{name}”: {said}")
    return style


def slips_in(words: str, name: str) -> tuple[str, ...]:
    """All that is wrong with a `style.toml`, a sentence each, with its line where that is found.

    Raises StyleError where the version is newer than this Clerk.
    """
    said = []
    for slip in _read(words, name)[1]:
        line = slip.line or line_of(words, slip.key)
        said.append(f"style.toml, line {line}: {slip.says}" if line else f"style.toml: {slip.says}")
    return tuple(said)


def _read(words: str, name: str) -> tuple[HouseStyle, list[Slip]]:
    """The style, and what is wrong with it."""
    try:
        table = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        return HouseStyle(), [no_toml(words, error)]
    _check_version(table.get("version"), name)
    slips = list(unknown_keys(table, HouseStyle, HouseStyle))
    style, wrong = converted(_known_only(table, HouseStyle) if slips else table, HouseStyle)
    return style, [*slips, *wrong, *place_slips(style), *_without_sense(style)]


def _known_only(table: dict[str, Any], kind: Any) -> dict[str, Any]:
    """The table without the keys that no style has, for the rest of it to be looked at."""
    hints = hints_of(kind)
    return {
        key: _known_within(value, struct_within(hints[key]))
        for key, value in table.items()
        if key in hints
    }


def _known_within(value: Any, kind: Any) -> Any:
    if kind is not None and isinstance(value, list):
        return [_known_within(each, kind) for each in value]
    return _known_only(value, kind) if kind is not None and isinstance(value, dict) else value


def _check_version(version: object, name: str) -> None:
    """Before the keys: a newer version may have some that are not known here."""
    if isinstance(version, int) and version > KNOWN_VERSION:
        raise StyleError(
            f"The house style “{name}” is of version {version}; this Clerk knows up to "
            f"{KNOWN_VERSION}. Use a newer Clerk."
        )


def _without_sense(style: HouseStyle) -> Iterator[Slip]:
    """What no single key can tell."""
    for key, names, count in (
        ("dates.months", style.dates.months, 12),
        ("dates.weekdays", style.dates.weekdays, 7),
        ("bilingual.languages", style.bilingual.languages, 2),
    ):
        if len(names) not in (0, count):
            yield Slip(key, f"“{key}” names {len(names)}; it must name {count}, or none.")
    if style.resolution.lead.casefold().endswith(" to"):
        yield Slip(
            "resolution.lead",
            f"“resolution.lead” is “{style.resolution.lead}”: what is typed as “RESOLVED that the "
            f"report be noted” would read “{style.resolution.lead} the report be noted”. Let it "
            "end in “that”; whoever types “RESOLVED to” keeps those words.",
        )
    if not 1 <= style.attendance.across <= 4:
        yield Slip("attendance.across", "“attendance.across” must be from 1 to 4 columns.")
    if not style.bilingual.separator.strip():
        yield Slip(
            "bilingual.separator", "“bilingual.separator” needs a mark in it, such as “ / ”."
        )

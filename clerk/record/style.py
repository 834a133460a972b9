"""House style: words, numbers, punctuation and order, read from a council's `style.toml`.

Where on the page and in what weight a line stands is `style.docx`; both lie in one folder.
"""

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from clerk.domain.base import Fact
from clerk.domain.meetings import Capacity
from clerk.errors import StyleError
from clerk.record.room_style import RoomStyle, templates
from clerk.record.wording import filled, places

KNOWN_VERSION = 1


class Heading(Fact, frozen=True):
    """The head of the minutes. Places: authority, committee, venue, date, time."""

    authority: str = "{authority}"
    committee: str = "{committee}"
    capitals: bool = True
    """Authority and committee in capitals: formatting, never typed."""
    opening: str = "MINUTES of a meeting of the {committee}[ held in the {venue}] on {date}."
    title: str = "{committee} – Minutes – {plain_date}"


class AttendanceGroup(Fact, frozen=True):
    """One list of names. Places of `entry`: name, role, principal, post, note."""

    capacity: Capacity
    label: str
    entry: str = "{name}[ ({role})][ (Substitute for {principal})][ ({post})]"


class AttendanceStyle(Fact, frozen=True):
    """Who came, in which lists, in which order."""

    layout: Literal["run-in", "lines"] = "run-in"
    separator: str = ", "
    last: str = " and "
    names: Literal["full", "short"] = "full"
    end: str = ""
    """What closes a run-in list: "." or nothing."""
    groups: tuple[AttendanceGroup, ...] = (
        AttendanceGroup(capacity="present", label="PRESENT:"),
        AttendanceGroup(capacity="also present", label="ALSO PRESENT:"),
        AttendanceGroup(capacity="in attendance", label="IN ATTENDANCE:"),
        AttendanceGroup(capacity="remote", label="REMOTE:"),
        AttendanceGroup(capacity="apologies", label="APOLOGIES:"),
    )


class MinuteStyle(Fact, frozen=True):
    """A minute's heading. Places of `number`: n, yy, yyyy; of `reference`: items, authors.

    Places of `urgent`: reason, chair_title; of `out_of_order`: item, that of the minute before.
    """

    number: str = "{n}"
    printed_number: str = "{number}."
    item: str = "Item {ref}"
    items: str = "Items {refs}"
    reference: str = "({items})"
    reference_place: Literal["beside", "under"] = "beside"
    author: str = "{name}[, {post}]"
    present_for: str = "({people} was present for this item)"
    present_for_several: str = "({people} were present for this item)"
    urgent: str = (
        "(The {chair_title} was of the opinion that this item should be considered at the meeting "
        "as a matter of urgency, by reason of special circumstances: {reason})"
    )
    """Under an item taken as urgent; the minutes must state the reason (LGA 1972 s100B(4)(b))."""
    out_of_order: str = ""
    """Under an item taken out of order, such as "(This item was taken after {item})"."""
    order: Literal["taken", "agenda"] = "taken"
    """Whether minutes stand in the order in which items were taken, or in that of the agenda."""
    capitals: bool = False


class ParagraphStyle(Fact, frozen=True):
    """Numbers of paragraphs and resolutions. Places: n, m (the minute's number)."""

    number: str = "({n})"
    lone_number: bool = False
    """Whether the only paragraph of a minute carries its number."""
    resolutions_numbered: bool = True
    """Whether a resolution takes its place in the sequence."""


class ResolutionStyle(Fact, frozen=True):
    """The words with which a resolution begins."""

    lead: str = "RESOLVED that"


class PartsStyle(Fact, frozen=True):
    """Headings of open and exempt business."""

    printed: Literal["always", "when both", "never"] = "always"
    open: str = "UNRESTRICTED ITEMS"
    exempt: str = "EXEMPT ITEMS"


class ClosingStyle(Fact, frozen=True):
    """How the minutes end. Places of `closed`: time; of `signature`: chair_title."""

    closed: str = ""
    signature: tuple[str, ...] = ("{chair_title}", "Date")


class DateStyle(Fact, frozen=True):
    """How dates and times print. Places: weekday, day, ordinal, month, year; h, hh, mm, ampm."""

    long: str = "{weekday}, {day} {month} {year}"
    plain: str = "{day} {month} {year}"
    time: str = "{h}.{mm} {ampm}"


class PreviousStyle(Fact, frozen=True):
    """The standing minute that approves the last minutes, and what is noted under an amended one.

    Places of `text`: date, chair_title, amendments; of `amendment`: number, words; of `note` and
    `correction`: date, number (of the minute that decided it), words.
    """

    text: str = (
        "RESOLVED that[, subject to the amendment of {amendments},] the minutes of the meeting "
        "held on {date} are correctly recorded and that they be signed by the {chair_title} as a "
        "correct record."
    )
    subject_to: str = ", subject to the amendment of {amendments}"
    """Put before the full stop of a `text` that has no place for amendments."""
    amendment: str = "minute {number}[ to read “{words}”]"
    note: str = "(Amended at the meeting held on {date} to read: “{words}”)"
    correction: str = (
        "(Corrected at the meeting held on {date}[, minute {number},] to read: “{words}”)"
    )


class HouseStyle(Fact, frozen=True):
    """Everything that a council's `style.toml` may say; what it leaves out is as here."""

    version: int = KNOWN_VERSION
    title: str = ""
    language: str = "en-GB"
    heading: Heading = Heading()
    attendance: AttendanceStyle = AttendanceStyle()
    minute: MinuteStyle = MinuteStyle()
    paragraph: ParagraphStyle = ParagraphStyle()
    resolution: ResolutionStyle = ResolutionStyle()
    parts: PartsStyle = PartsStyle()
    closing: ClosingStyle = ClosingStyle()
    dates: DateStyle = DateStyle()
    previous: PreviousStyle = PreviousStyle()
    room: RoomStyle = RoomStyle()
    """What happened in the room: comings and goings, declarations, motions, votes."""


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
    _check_keys(table, HouseStyle, name, "")
    try:
        style = msgspec.convert(table, HouseStyle)
    except msgspec.ValidationError as error:
        raise StyleError(f"The style.toml of “{name}”: {error}.") from error
    _check_places(style, name)
    return style


def _check_version(version: object, name: str) -> None:
    """Before the keys: a newer version may have some that are not known here."""
    if isinstance(version, int) and version > KNOWN_VERSION:
        raise StyleError(
            f"The house style “{name}” is of version {version}; this Clerk knows up to "
            f"{KNOWN_VERSION}. Use a newer Clerk."
        )


def _check_keys(table: dict[str, Any], kind: Any, name: str, where: str) -> None:
    known = get_type_hints(kind)
    for key, value in table.items():
        if key not in known:
            nearest = difflib.get_close_matches(key, known, 1)
            hint = f" Did you mean “{nearest[0]}”?" if nearest else ""
            raise StyleError(
                f"The style.toml of “{name}” has “{where}{key}”, which is not known.{hint}"
            )
        inner = _struct_within(known[key])
        if inner is not None:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    _check_keys(part, inner, name, f"{where}{key}.")


def _struct_within(kind: Any) -> Any:
    """The record type in a field's type: itself, or that of a tuple's members; else None."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    if get_origin(kind) in (tuple, Union):
        return next((inner for arg in get_args(kind) if (inner := _struct_within(arg))), None)
    return None


_HEADING: Mapping[str, str | int | None] = dict.fromkeys(
    ("authority", "committee", "venue", "date", "plain_date", "time", "chair_title"), "x"
)
_NUMBER: Mapping[str, str | int | None] = {"n": 1, "yy": "12", "yyyy": "2012"}
_ENTRY: Mapping[str, str | int | None] = dict.fromkeys(
    ("name", "role", "principal", "post", "note"), "x"
)
_DATE: Mapping[str, str | int | None] = dict.fromkeys(
    ("weekday", "day", "ordinal", "month", "year"), "x"
)


def _previous_templates(
    style: PreviousStyle,
) -> list[tuple[str, Mapping[str, str | int | None]]]:
    approval = {"date": "x", "chair_title": "x", "amendments": "x"}
    note = {"date": "x", "number": "1", "words": "x"}
    return [
        (style.text, approval),
        (style.subject_to, {"amendments": "x"}),
        (style.amendment, {"number": "1", "words": "x"}),
        (style.note, note),
        (style.correction, note),
    ]


def _check_places(style: HouseStyle, name: str) -> None:
    minute, heading = style.minute, style.heading
    trials: list[tuple[str, Mapping[str, str | int | None]]] = [
        *((words, _HEADING) for words in (heading.authority, heading.committee)),
        *((words, _HEADING) for words in (heading.opening, heading.title)),
        *((group.entry, _ENTRY) for group in style.attendance.groups),
        (minute.number, _NUMBER),
        (minute.printed_number, {"number": "1"}),
        (minute.item, {"ref": "A1"}),
        (minute.items, {"refs": "A1"}),
        (minute.reference, {"items": "x", "authors": "x"}),
        (minute.author, {"name": "x", "post": "x"}),
        (minute.present_for, {"people": "x"}),
        (minute.present_for_several, {"people": "x"}),
        (minute.urgent, {"reason": "x", "chair_title": "x"}),
        (minute.out_of_order, {"item": "x"}),
        (style.paragraph.number, {"n": 1, "m": "1"}),
        (style.closing.closed, {"time": "x"}),
        *((words, {"chair_title": "x"}) for words in style.closing.signature),
        (style.dates.long, _DATE),
        (style.dates.plain, _DATE),
        (style.dates.time, dict.fromkeys(("h", "hh", "mm", "ampm"), "x")),
        *_previous_templates(style.previous),
        *templates(style.room),
    ]
    for words, values in trials:
        try:
            filled(words, values)
        except StyleError as error:
            raise StyleError(f"The style.toml of “{name}”: {error}") from error
    if "n" not in places(minute.number):
        raise StyleError(
            f"The style.toml of “{name}”: the minute's number “{minute.number}” lacks {{n}}, so "
            "that all minutes would have one number."
        )

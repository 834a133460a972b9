"""Records and lists for other programs: JSON and CSV."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clerk.domain.printed import Line, Record

Cell = str | int | None

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BYTE_ORDER_MARK = "\ufeff"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def record_json(record: Record) -> bytes:
    """The record as JSON, UTF-8, two spaces a level, ending with a new line.

    Every key is always there. A line has `kind`, `number` and `text`, the words as printed with
    the style's case applied, and `runs`, the same words in pieces before that case.
    """
    return _json(
        {
            "title": record.title,
            "edition": record.edition,
            "style": record.style,
            "language": record.language,
            "draft": record.draft,
            "lines": [_line(line) for line in record.lines],
        }
    )


def rows_json(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A list as JSON: an array of objects whose keys are `header`, in that order."""
    return _json([dict(zip(header, row, strict=True)) for row in rows])


def rows_csv(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], *, byte_order_mark: bool = False
) -> str:
    """A list as CSV with lines ending in CR LF (RFC 4180).

    A cell of text that begins with =, +, -, @, a tab or a carriage return gets an apostrophe before
    it: spreadsheets would else run it as a formula. Numbers are left alone. Excel needs
    `byte_order_mark` to read accents.
    """
    written = io.StringIO(_BYTE_ORDER_MARK if byte_order_mark else "", newline="")
    written.seek(0, io.SEEK_END)
    writer = csv.writer(written)
    writer.writerow([_guarded(cell) for cell in header])
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return _sound(written.getvalue())


def _guarded(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell


def _line(line: Line) -> dict[str, object]:
    return {
        "kind": line.kind,
        "number": line.number,
        "text": line.text,
        "level": line.level,
        "role": line.role,
        "fact": line.fact,
        "provisional": line.provisional,
        "beside": line.beside,
        "runs": [{"text": run.text, "role": run.role, "fact": run.fact} for run in line.runs],
        "rows": [list(row) for row in line.rows],
        "header": line.header,
        "why": line.why,
    }


def _json(value: Mapping[str, object] | Sequence[object]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(_sound_within(value)), indent=2) + b"\n"


def _sound_within(value: object) -> object:
    """`value` with every text in it sound."""
    match value:
        case str():
            return _sound(value)
        case dict():
            return {key: _sound_within(each) for key, each in value.items()}
        case list():
            return [_sound_within(each) for each in value]
        case _:
            return value


def _sound(text: str) -> str:
    """Half a character (a lone surrogate) cannot be written as UTF-8: U+FFFD stands for it."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)

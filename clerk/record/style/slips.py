"""What is wrong with the keys and values of a style.toml, a sentence each."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from clerk.record.style.keys import hints_of, keys_of, literals_of, struct_within


class Slip(NamedTuple):
    """Something wrong: under which key, with the tables before it, and a sentence."""

    key: str
    says: str
    line: int | None = None
    """The line of the file, where it is known from the start."""


def unknown_keys(table: dict[str, Any], kind: Any, root: Any, where: str = "") -> Iterator[Slip]:
    """Each key of a table that no style has, with the nearest that there is.

    `kind` is the table's record type, `root` that of the whole style.
    """
    known = hints_of(kind)
    for key, value in table.items():
        if key not in known:
            hint = _nearest(key, where, known, root)
            yield Slip(f"{where}{key}", f"“{where}{key}” is not known.{hint}")
            continue
        inner = struct_within(known[key])
        if inner is not None:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    yield from unknown_keys(part, inner, root, f"{where}{key}.")


def _nearest(key: str, where: str, known: Iterable[str], root: Any) -> str:
    """A hint: a key like it of the same table, the same key of another, the nearest there is."""
    like, near = (
        [f"{where}{each}" for each in difflib.get_close_matches(key, known, 1, cutoff)]
        for cutoff in (0.8, 0.6)
    )
    elsewhere = [each for each in keys_of(root) if each.rsplit(".", 1)[-1] == key]
    found = like or elsewhere[:1] or near
    if not found:
        tables = f" “{where.rstrip('.')}”" if where else " a style"
        return f" The keys of{tables} are: {', '.join(known)}."
    return f" Did you mean “{found[0]}”?"


def converted(table: dict[str, Any], kind: Any) -> tuple[Any, list[Slip]]:
    """The table as a record of type `kind`, and what had to be left out of it as wrong."""
    slips: list[Slip] = []
    while True:
        try:
            return msgspec.convert(table, kind), slips
        except msgspec.ValidationError as error:
            path = _path(error)
            slips.append(_in_words(error, path, table, kind))
            if not _left_out(table, path):
                return kind(), slips


def _path(error: msgspec.ValidationError) -> str:
    """Where msgspec stumbled: "attendance.groups[1].label"."""
    found = re.search(r" - at `(?:key in )?\$\.?([^`]*)`", str(error))
    return found[1] if found else ""


def _left_out(table: dict[str, Any], path: str) -> bool:
    """Take what is wrong out of the table, with the first list or table that it stands in."""
    steps = re.findall(r"\w+", re.sub(r"\[.*", "", path))
    for step in steps[:-1]:
        table = table[step]
    return bool(steps) and table.pop(steps[-1], None) is not None


_KINDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table of keys",
    "float": "a number with a point",
}


def _in_words(error: msgspec.ValidationError, path: str, table: dict[str, Any], kind: Any) -> Slip:
    """What msgspec found, as a sentence: the key, what stands there, what it may be."""
    said = str(error)
    key = re.sub(r"\[[^\]]*\]", "", path)
    where = f"“{key}”" if key else "It"
    if kinds := re.match(r"Expected `([^`]+)`, got `(\w+)`", said):
        wanted = " or ".join(_KINDS.get(each.strip(), each) for each in kinds[1].split("|"))
        more = (
            f" Write [[{key}]], with two brackets, over each."
            if (kinds[1], kinds[2]) == ("array", "object")
            else ""
        )
        return Slip(key, f"{where} must be {wanted}, not {_KINDS.get(kinds[2], kinds[2])}.{more}")
    if length := re.match(r"Expected `array` of length (\d+)", said):
        return Slip(key, f"{where} must be a list of {length[1]}.")
    if "Invalid enum value" in said:
        return Slip(key, f"{where} {_choices(path, table, kind)}")
    if missing := re.match(r"Object missing required field `(\w+)`", said):
        which = re.search(r"\[(\d+)\]$", path)
        member = f" (number {int(which[1]) + 1})" if which else ""
        return Slip(key, f"{where}{member} lacks the key “{missing[1]}”.")
    return Slip(key, f"{where} cannot be read ({said}).")


def _choices(path: str, table: dict[str, Any], kind: Any) -> str:
    """What a key with a fixed list of values may be, with the nearest to what stands there."""
    value: Any = table
    for key, at in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        kind = hints_of(struct_within(kind))[key]
        value = value[key]
        value = value[int(at)] if at else value
    allowed = [str(each) for each in literals_of(kind)]
    near = difflib.get_close_matches(str(value).casefold(), allowed, 1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return f"cannot be “{value}”; it may be {', '.join(f'“{each}”' for each in allowed)}.{hint}"

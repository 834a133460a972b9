"""A style.toml with other values under some keys, and all else in it as its officer wrote it.

tomlkit costs 50 ms to load, so that only saving a style loads this module.
"""

from difflib import SequenceMatcher
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Item

from clerk.errors import StyleError
from clerk.record.style.as_toml import toml_of
from clerk.record.style.house_style import HouseStyle, style_from

_Table = Any
"""A table of tomlkit: a document, a table of it, or one parted over the file."""


def edited(words: str, style: HouseStyle) -> str:
    """`words`, the text of a style.toml, changed as little as makes it say `style`.

    Comments, blank lines and the order of keys stay. Where that cannot be (it is no TOML, or no
    style), the text is made anew.
    """
    try:
        before = style_from(words, "")
        document = tomlkit.parse(words)
        _put_all(document, before, style)
        changed = tomlkit.dumps(document)
        if style_from(changed, "") == style:
            return changed
    except (StyleError, TOMLKitError, TypeError, KeyError):
        pass
    return toml_of(style)


def _put_all(table: _Table, before: msgspec.Struct, now: msgspec.Struct) -> None:
    """Every key of a table that is to say something else."""
    for key in now.__struct_fields__:
        was, wanted = getattr(before, key), getattr(now, key)
        if was == wanted:
            continue
        if isinstance(wanted, msgspec.Struct):
            if key not in table:
                table[key] = tomlkit.table(is_super_table=True)
            _put_all(table[key], was, wanted)
        elif isinstance(table.get(key), AoT):
            _put_tables(table, key, was, wanted)
        elif isinstance(table.get(key), Array) and len(table[key]) == len(was):
            _put_values(table[key], was, wanted)
        else:
            table[key] = _item(wanted)


def _put_tables(table: _Table, key: str, was: tuple[Any, ...], wanted: tuple[Any, ...]) -> None:
    """A list of tables: each changed by itself where there are as many as before."""
    if len(was) != len(wanted) or len(table[key]) != len(wanted):
        written = tomlkit.aot()
        for each in wanted:
            written.append(_table_of(each))
        table[key] = written
        return
    for inner, before, now in zip(table[key], was, wanted, strict=True):
        _put_all(inner, before, now)


def _put_values(array: Array, was: tuple[Any, ...], wanted: tuple[Any, ...]) -> None:
    """A list: only what differs is written, so that a comment stays with what it stands beside."""
    before, after = [repr(each) for each in was], [repr(each) for each in wanted]
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for step, start, end, first, last in reversed(steps):  # from the end: places before it hold
        if step == "equal":
            continue
        both = min(end - start, last - first)
        for at in range(end - 1, start + both - 1, -1):
            del array[at]
        for at in range(last - 1, first + both - 1, -1):
            array.insert(start + both, _element(wanted[at]))
        for at in range(both):
            _put_value(array, start + at, was[start + at], wanted[first + at])


def _put_value(array: Array, at: int, was: Any, wanted: Any) -> None:
    if isinstance(wanted, msgspec.Struct):
        _put_all(array[at], was, wanted)
    else:
        array[at] = wanted


def _table_of(value: msgspec.Struct) -> Any:
    table = tomlkit.table()
    for key, each in msgspec.to_builtins(value).items():
        table[key] = _item(each)
    return table


def _item(value: Any) -> Item:
    """A value as TOML; a list stands one a line."""
    if isinstance(value, tuple | list):
        written = tomlkit.array()
        for each in value:
            written.append(_element(each))
        written.multiline(bool(value))
        return written
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    made: Item = tomlkit.item(value)
    return made


def _element(value: Any) -> Any:
    return _inline(value) if isinstance(value, msgspec.Struct) else value


def _inline(value: msgspec.Struct) -> Item:
    table = tomlkit.inline_table()
    table.update(msgspec.to_builtins(value))
    return table

"""A house style as the text of a `style.toml`: only what differs from what holds by itself."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from clerk.record.style.house_style import KNOWN_VERSION, HouseStyle

_HEAD = """# House style: words, numbers and order. The looks are in style.docx beside this.
# reference.toml, among the styles that Clerk ships, tells every key.
"""


def toml_of(style: HouseStyle) -> str:
    """The style as TOML, which `style_from` reads back to an equal value."""
    lines = [f"{_HEAD}version = {KNOWN_VERSION}", *_lines(style, HouseStyle(), "")]
    return "\n".join(lines) + "\n"


def _lines(value: msgspec.Struct, usual: msgspec.Struct, table: str) -> Iterator[str]:
    """The keys of a table that are not as usual, then the tables in it."""
    tables: list[tuple[str, msgspec.Struct, msgspec.Struct]] = []
    own: list[str] = []
    for key in value.__struct_fields__:
        now, was = getattr(value, key), getattr(usual, key)
        if isinstance(now, msgspec.Struct):
            tables.append((f"{table}.{key}" if table else key, now, was))
        elif now != was and (table or key != "version"):
            own.append(f"{key} = {_value(now)}")
    if own and table:
        yield f"\n[{table}]"
    yield from own
    for name, inner, was in tables:
        yield from _lines(inner, was, name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_text(k)} = {_text(v)}" for k, v in value.items()) + " }"
    if isinstance(value, msgspec.Struct):
        return _inline(value)
    lines = [f"    {_value(each)}," for each in value]
    return "\n".join(["[", *lines, "]"]) if lines else "[]"


def _inline(value: msgspec.Struct) -> str:
    """A table on one line, as a member of a list; what is as usual is left out."""
    kept = msgspec.to_builtins(value)
    return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in kept.items()) + " }"


def _text(words: str) -> str:
    """TOML's basic string is JSON's, but for the delete character."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")

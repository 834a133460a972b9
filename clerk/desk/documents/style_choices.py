"""The choices of a house style one by one: what each says, what it is, and what it may be.

The words come from `reference.toml`, the page that officers read; so screen and page say the same.
"""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.domain.base import Fact
from clerk.errors import InputError, StyleError
from clerk.paths import templates_dir
from clerk.record.style.as_toml import toml_of
from clerk.record.style.house_style import HouseStyle, style_from
from clerk.record.style.keys import hints_of, literals_of, struct_within

_TABLE = re.compile(r"\[{1,2}([\w.]+)\]{1,2}\s*")
_KEY = re.compile(r"(\w+)\s*=")
_FIXED = ("version",)
_LIST_SAYS = {
    "label": "What stands before the names.",
    "entry": "Each name, with its role or post. Places: name, role, principal, post, note, group, "
    "ward.",
    "by_group": "What stands before the names of each group or ward; empty: not parted. "
    "Places: group, ward.",
    "none": "What is printed where nobody belongs in the list; empty: the list is left out.",
}
"""What is offered of each list of names; the rest is for the text editor."""


class StyleChoice(Fact, frozen=True):
    """One key of a house style: "minute.number", or "attendance.groups.0.label"."""

    key: str
    group: str
    """The table it stands in, in words."""
    says: str = ""
    """What the officers' page says of it; empty where the key says it all."""

    of: str = ""
    """Which of several alike: "present"."""

    @property
    def name(self) -> str:
        """The key in words: "printed number", "label, present"."""
        words = self.key.rsplit(".", 1)[-1].replace("_", " ")
        return f"{words}, {self.of}" if self.of else words


def choices(style: HouseStyle) -> tuple[StyleChoice, ...]:
    """Every choice, in the order of the officers' page."""
    found: list[StyleChoice] = []
    for each in _page():
        if each.key == "attendance.groups":
            found.extend(_of_lists(style, each))
        elif not _in_a_list(each.key) and _kind(each.key) is not None:
            found.append(each)
    return tuple(found)


def value_of(style: HouseStyle, key: str) -> Any:
    """What the style has under a key."""
    value: Any = style
    for part in key.split("."):
        value = value[int(part)] if part.isdecimal() else getattr(value, part)
    return value


def words_of_value(value: Any) -> str:
    """A value as it is typed: lines of a list one a line, a line break inside words as \\n."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(words_of_value(each) for each in value)
    if isinstance(value, dict):
        return "\n".join(f"{key} = {each}" for key, each in value.items())
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def options_of(key: str) -> tuple[str, ...]:
    """What a key with a fixed list of values may be; none where it is free text."""
    kind = _kind(key)
    if kind is bool:
        return ("yes", "no")
    plain = () if _is_list(kind) else literals_of(kind)
    return tuple(str(each) for each in plain)


def takes_lines(key: str) -> bool:
    """Whether its value is a list, typed one a line."""
    kind = _kind(key)
    return _is_list(kind) or kind == dict[str, str]


def chosen(style: HouseStyle, key: str, words: str) -> HouseStyle:
    """The style with what was typed under a key; raises StyleError or InputError in a sentence."""
    changed = _with(style, key.split("."), _read(key, words))
    try:
        return style_from(toml_of(changed), "")
    except StyleError as error:
        raise StyleError(str(error).removeprefix("The style.toml of “”: ")) from error


def next_option(style: HouseStyle, key: str) -> str:
    """The value after the present one, of a key with a fixed list of them."""
    options = options_of(key)
    now = words_of_value(value_of(style, key))
    return options[(options.index(now) + 1) % len(options)] if now in options else options[0]


def matching(style: HouseStyle, key: str) -> StyleChoice:
    """The choice with that key; raises InputError naming like ones."""
    found = {each.key: each for each in choices(style)}
    if key in found:
        return found[key]
    like = [each for each in found if key.casefold() in each.casefold()][:8]
    like = like or difflib.get_close_matches(key, found, 3)
    hint = f" There is: {', '.join(like)}." if like else " `clerk styles keys` lists them."
    raise InputError(f"There is no key “{key}” in a house style.{hint}")


@cache
def _page() -> tuple[StyleChoice, ...]:
    words = (templates_dir() / "reference.toml").read_text(encoding="utf-8")
    return tuple(_read_page(words))


def _read_page(words: str) -> Iterator[StyleChoice]:
    table, group, said, deep = "", "", [""], 0
    for line in words.splitlines():
        if deep:
            deep += line.count("[") - line.count("]")
            continue
        if line.startswith("#"):
            said.append(line.strip("# "))
            continue
        if opened := _TABLE.fullmatch(line):
            again = table == opened[1]
            table, group = opened[1], group if again else " ".join(said).strip()
            if line.startswith("[[") and not again:
                yield StyleChoice(key=table, group=group)
        elif (found := _KEY.match(line)) and found[1] not in _FIXED:
            yield StyleChoice(
                key=f"{table}.{found[1]}" if table else found[1],
                group=group or "The style as a whole.",
                says=" ".join(said).strip(),
            )
            value = line.split("=", 1)[1].strip()
            deep = 1 if value == "[" else 0
        said = []


def _of_lists(style: HouseStyle, each: StyleChoice) -> Iterator[StyleChoice]:
    for at, group in enumerate(style.attendance.groups):
        for field in _LIST_SAYS:
            yield StyleChoice(
                key=f"attendance.groups.{at}.{field}",
                group=each.group,
                says=_LIST_SAYS[field],
                of=group.capacity,
            )


def _in_a_list(key: str) -> bool:
    """Whether it belongs to each member of a list of tables, such as a column."""
    parts = key.split(".")
    whole: Any = HouseStyle()
    for part in parts:
        if isinstance(whole, tuple):
            return True
        whole = getattr(whole, part, None)
    return False


def _kind(key: str) -> Any:
    """The type of a key; None where it is a table, or a list of tables."""
    kind: Any = HouseStyle
    for part in key.split("."):
        if not part.isdecimal():
            known = hints_of(struct_within(kind))
            if part not in known:
                return None
            kind = known[part]
    return None if struct_within(kind) is not None else kind


def _is_list(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _read(key: str, words: str) -> Any:
    kind = _kind(key)
    clean = clean_text(words)[0]
    if kind is bool:
        return _yes(key, clean)
    if kind is int:
        return _number(key, clean)
    if _is_list(kind):
        return tuple(_unescaped(line) for line in clean.splitlines() if line.strip())
    if kind == dict[str, str]:
        pairs = (line.partition("=") for line in clean.splitlines() if line.strip())
        return {name.strip(): other.strip() for name, _, other in pairs}
    return _unescaped(clean.replace("\n", " "))


def _yes(key: str, words: str) -> bool:
    folded = words.strip().casefold()
    if folded not in ("yes", "y", "true", "no", "n", "false"):
        raise InputError(f"“{key}” is yes or no, not “{words.strip()}”.")
    return folded in ("yes", "y", "true")


def _number(key: str, words: str) -> int:
    if not words.strip().isdecimal() or len(words.strip()) > 4:
        raise InputError(f"“{key}” is a whole number, not “{words.strip()}”.")
    return int(words)


def _unescaped(words: str) -> str:
    return re.sub(r"\\(n|\\)", lambda found: "\n" if found[1] == "n" else "\\", words)


def _with(value: Any, path: list[str], new: Any) -> Any:
    """`value` with `new` at the end of the path; what is not on it stays."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, tuple):
        at = int(first)
        return (*value[:at], _with(value[at], rest, new), *value[at + 1 :])
    return replace(value, **{first: _with(getattr(value, first), rest, new)})

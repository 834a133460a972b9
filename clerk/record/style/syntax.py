"""What is wrong with a style.toml that is no TOML, in an officer's words; where a key stands."""

import re
import tomllib
from collections.abc import Callable

from clerk.record.style.slips import Slip

_AT = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.]+)\s*\]{1,2}")
_KEY = re.compile(r"\s*([\w.]+)\s*=")
_PAIR = re.compile(r"\s*[\w.]+\s*=\s*(?P<value>.*\S)")


def no_toml(words: str, error: tomllib.TOMLDecodeError) -> Slip:
    """In which line, what stands there, and what is wrong with it."""
    lines = words.splitlines()
    found = _AT.search(str(error))
    number = min(int(found[1]), len(lines)) if found else len(lines)
    line = lines[number - 1].strip() if lines else ""
    told = next((says for fits, says in _SLIPS if fits(line, str(error))), "")
    if not told:
        told = f"this is not TOML: {_AT.sub('', str(error)).strip().rstrip('.')}."
    return Slip("", f"“{line}”: {told}", line=number)


def line_of(words: str, key: str) -> int | None:
    """The line, counted from 1, in which a key stands, or what it is within; None where neither."""
    while key:
        found = _line_of(words, key)
        if found:
            return found
        key = key.rpartition(".")[0]
    return None


def _line_of(words: str, key: str) -> int | None:
    table = ""
    for number, line in enumerate(words.splitlines(), 1):
        if header := _HEADER.match(line):
            table = f"{header[1]}."
            if header[1] == key:
                return number
        elif (found := _KEY.match(line)) and f"{table}{found[1]}" == key:
            return number
    return None


def _curly(line: str, _: str) -> bool:
    return bool(re.search(r"[=\[,]\s*[“”‘’„]|^\s*[“”]", line))


def _truth(line: str, error: str) -> bool:
    value = _value(line).casefold()
    return "Invalid value" in error and value in ("true", "false", "yes", "no", "on", "off")


def _unquoted(line: str, error: str) -> bool:
    return "Invalid value" in error and bool(re.match(r"[^\W\d]|\{|\(", _value(line)))


def _open_quote(line: str, error: str) -> bool:
    return "Illegal character" in error or ("Unterminated" in error and '"' in line)


def _backslash(_: str, error: str) -> bool:
    return "Unescaped '\\'" in error or "hex" in error.casefold()


def _header(line: str, _: str) -> bool:
    return line.startswith("[") and not _PAIR.match(line)


def _twice(_: str, error: str) -> bool:
    return "overwrite" in error or "mutate" in error or "twice" in error or "Duplicate" in error


def _colon(line: str, error: str) -> bool:
    return "Expected '='" in error and bool(re.match(r"\s*[\w.]+\s*:", line))


def _no_equals(_: str, error: str) -> bool:
    return "Expected '='" in error or "Invalid statement" in error


def _in_list(_: str, error: str) -> bool:
    return "array" in error


def _behind(_: str, error: str) -> bool:
    return "after a statement" in error


def _value(line: str) -> str:
    found = _PAIR.match(line)
    return found["value"].split("#")[0].strip() if found else ""


def _twice_header(line: str, error: str) -> bool:
    return line.startswith("[") and _twice(line, error)


_SLIPS: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (_curly, 'the quotation marks are those of a letter; TOML wants straight ones: ".'),
    (_truth, "it must be true or false, in small letters and without quotation marks."),
    (_unquoted, "text needs straight quotation marks around it."),
    (_backslash, "a backslash within quotation marks is typed twice: \\\\."),
    (_open_quote, "its quotation marks do not close on that line; a line break within is \\n."),
    (_twice_header, "this table is there a second time; put its keys together under the first."),
    (_twice, "this key is there a second time; take one of them out."),
    (_header, "a table stands in square brackets, its parts joined by full stops: [room.motions]."),
    (_colon, "an equals sign stands between a key and its value, not a colon."),
    (_no_equals, "a line is key = value, or begins with # where it is a comment."),
    (_in_list, "this list lacks a comma between its members, or its closing bracket."),
    (_behind, "something stands behind the value; a comment begins with #."),
)
"""What an officer may have typed, the first that fits told."""

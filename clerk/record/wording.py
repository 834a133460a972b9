"""Words with places in them: "held in the {venue}[ on {date}]", as an officer writes them.

A name in braces is a place. What stands in square brackets is printed only if every place in it
has something to say; a backslash makes a bracket plain. Values are never read for places, so a
person's name may hold any character.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from clerk.errors import StyleError
from clerk.patterns import LatePattern

_PLACE = LatePattern(r"\{(\w+)(?::0(\d+))?\}")
_TOKEN = LatePattern(r"\\[\[\]{}]|\[|\]|\{\w+(?::0\d+)?\}|[^\\\[\]{]+|.", re.DOTALL)

Value = str | int | None


def filled(words: str, values: Mapping[str, Value]) -> str:
    """`words` with each place filled and each optional part printed or left out.

    `{n:03}` fills a number with leading noughts to three digits. Raises StyleError where a place
    is not among `values`, and where a brace or a bracket stands alone.
    """
    return _Filler(words, values).text()


def places(words: str) -> tuple[str, ...]:
    """The names of the places in `words`, in order."""
    return tuple(match.group(1) for match in _PLACE.finditer(words))


def listed(parts: Sequence[str], separator: str, last: str) -> str:
    """ "A, B and C": `separator` between the parts, `last` before the last one."""
    if len(parts) < 2:
        return "".join(parts)
    return separator.join(parts[:-1]) + last + parts[-1]


def paragraphs_named(numbers: Sequence[str]) -> str:
    """ "paragraphs 3 and 5", "paragraph 3"; empty for none."""
    if not numbers:
        return ""
    word = "paragraph" if len(numbers) == 1 else "paragraphs"
    return f"{word} {listed(numbers, ', ', ' and ')}"


def _after(written: list[str], words: str) -> str:
    """`words` without a full stop that would follow one: a value may end in one ("11.55 a.m.")."""
    doubled = bool(written) and written[-1].endswith(".m.") and words.startswith(".")
    return words[1:] if doubled else words


class _Filler:
    def __init__(self, words: str, values: Mapping[str, Value]) -> None:
        self._tokens = _TOKEN.findall(words)
        self._values = values
        self._words = words
        self._at = 0

    def text(self) -> str:
        written, _ = self._part(nested=False)
        return written

    def _part(self, *, nested: bool) -> tuple[str, bool]:
        """The text up to the end, or to the closing bracket, and whether every place was filled."""
        written: list[str] = []
        complete = True
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token == "]" and nested:
                return "".join(written), complete
            if token == "{":
                raise StyleError(self._no_place())
            if token in ("]", "}"):
                raise StyleError(
                    f"“{self._words}” has a “{token}” that belongs to no place or optional part. "
                    f"Put a backslash before it to print it: \\{token}."
                )
            if token == "[":
                inner, whole = self._part(nested=True)
                written.append(inner if whole else "")
            elif token.startswith("{"):
                value = self._value(token)
                complete = complete and bool(value)
                written.append(value)
            else:
                plain = token[1:] if len(token) == 2 and token[0] == "\\" else token
                written.append(_after(written, plain))
        if nested:
            raise StyleError(f"“{self._words}” opens a square bracket and never closes it.")
        return "".join(written), complete

    def _no_place(self) -> str:
        """What is wrong with the brace just read: never closed, or nothing that names a place."""
        rest = "".join(self._tokens[self._at :])
        inner, closed, _ = rest.partition("}")
        if not closed:
            return f"“{self._words}” opens a brace and never closes it."
        name = re.sub(r"\W.*", "", inner.strip(), flags=re.DOTALL)
        return (
            f"“{self._words}” has {{{inner}}}, which is no place: that is a name alone, or one "
            f"with its digits, {{n:03}}; {self._may_have(name)}"
        )

    def _may_have(self, name: str) -> str:
        known = ", ".join(sorted(self._values))
        near = difflib.get_close_matches(name.casefold(), self._values, 1)
        hint = f" Did you mean {{{near[0]}}}?" if near else ""
        return f"it may have {known}.{hint}" if known else "none can stand there."

    def _value(self, token: str) -> str:
        match = _PLACE.fullmatch(token)
        name, width = (match.group(1), match.group(2)) if match else (token, None)
        if name not in self._values:
            raise StyleError(f"“{self._words}” has the place {token}; {self._may_have(name)}")
        value = self._values[name]
        if value is None:
            return ""
        return str(value).zfill(int(width)) if width else str(value)

"""The words and rulings on a PDF's pages, read by a process of its own: `python pdf_words.py`.

A paper is a stranger's file. A PDF of five kilobytes can ask for gigabytes, for hours, or make the
library that reads it fall over; here it can do so without taking the clerk's work with it. The
file comes on standard input; a JSON array goes out for each page, on a line of its own. Nothing of
Clerk is imported, because loading it would cost more than reading a paper's pages.
"""

import contextlib
import ctypes
import faulthandler
import io
import json
import math
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

PASSWORD, DAMAGED, TOO_LONG, TOO_MUCH = 3, 4, 5, 6
"""How the process ends where it cannot read the file; any other end but 0 is a fall."""
MOST_PAGES = 3000
"""More pages than any council's papers have; a file that claims more is refused."""
MOST_CHARACTERS = 150_000
"""Characters on a page above which it is no page that anybody could read."""
_MEMORY = 1_200 * 1024 * 1024
_A_PAGE = 6
"""Seconds for a page; a full one takes a hundredth of one."""
_MOST_PATHS = 6_000
_THIN = 3.0
"""Points up to which a filled rectangle is a line that somebody drew."""
_LONGEST_PATH = 800
_BOLD = 600
_SPACES = frozenset(" \t\r\n\u00a0\x00")
_WIDEST = 0.75
"""Sizes that a letter of a word takes up at most, on an average, if none stands apart."""
_RAISED = 0.7
"""Sizes by which letters of one word may stand higher than each other."""
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""What the library gives for a hyphen at which a line ends."""


def main() -> int:
    """Read the PDF on standard input; the exit code says why none could be read."""
    faulthandler.dump_traceback_later(2 * _A_PAGE, exit=True)
    _limit_memory()
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError:
        return PASSWORD if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD else DAMAGED
    if len(document) > MOST_PAGES:
        return TOO_LONG
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", write_through=False)
    for number in range(len(document)):
        faulthandler.dump_traceback_later(_A_PAGE, exit=True)
        try:
            found = _page(document[number])
        except pypdfium2.PdfiumError:
            found = [0, 0, [], []]  # one page is damaged; the others are not
        if found is None:
            return TOO_MUCH
        json.dump(found, out, ensure_ascii=True, separators=(",", ":"))
        out.write("\n")
    out.flush()
    return 0


def _limit_memory() -> None:
    """Hold the process to its memory, where the system can; it falls rather than fills it."""
    if sys.platform != "win32":
        import resource  # no such thing on Windows

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _page(page: Any) -> list[Any] | None:
    """Width, height, words and rulings of a page as it is shown; None where it holds too much."""
    import pypdfium2.raw as raw

    opened = page.get_textpage()
    text = opened.raw
    count = raw.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS:
        return None
    shown = _Shown(page.get_rotation(), *page.get_size())
    words = list(_words(text, count, shown))
    rules = [list(shown.box(*rule)) for rule in _rules(page)]
    return [round(shown.width, 1), round(shown.height, 1), words, rules]


class _Shown:
    """The page as it is shown: some are turned, and the file places words as if they were not."""

    def __init__(self, turn: int, width: float, height: float) -> None:
        self.turn, self.width, self.height = turn, width, height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file stands on the page as shown."""
        match self.turn:
            case 90:
                return y, self.height - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.width - y, x
        return x, y

    def box(self, left: float, low: float, right: float, high: float) -> tuple[float, ...]:
        """A box of the file as [left, low, right, high] on the page as shown."""
        if not self.turn:
            return round(left, 1), round(low, 1), round(right, 1), round(high, 1)
        (x0, y0), (x1, y1) = self.point(left, low), self.point(right, high)
        found = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        return tuple([round(place, 1) for place in found])

    def is_level(self, angle: float) -> bool:
        """Whether letters turned by so many radians, clockwise in the file, read level."""
        off = (angle + math.radians(self.turn) + math.pi) % math.tau - math.pi
        return abs(off) < 0.1


# --- words ---------------------------------------------------------------------------------


def _words(text: Any, count: int, shown: _Shown) -> Iterator[list[Any]]:
    """Each word as [letters, left, right, base line, size, bold, turned]."""
    import pypdfium2.raw as raw

    code_at, letters, first = raw.FPDFText_GetUnicode, "", 0
    for at in range(count + 1):
        letter = _letter(code_at(text, at)) if at < count else " "
        if letter not in _SPACES:
            first = first if letters else at
            letters += letter
        elif letters:
            yield from _parts(text, first, letters, shown)
            letters = ""


def _parts(text: Any, first: int, letters: str, shown: _Shown) -> Iterator[list[Any]]:
    """The letters as one word; as several where the file sets them apart without a blank.

    It is done for each word of a paper, so only those that reach too far are looked at by letter.
    """
    word = _begun(text, first, shown)
    on = word.pop()
    _, low, right, _ = _box(text, first + len(letters) - 1, shown)
    level = abs(low - on) <= word[4] * _RAISED
    if word[6] or (level and 0 <= right - word[1] <= len(letters) * word[4] * _WIDEST):
        word[0], word[2] = letters, right
        yield word
        return
    for at, letter in enumerate(letters, start=first):
        left, low, right, _ = _box(text, at, shown)
        if word[0] and _apart(word, left, low - on):
            yield word
            word = _begun(text, at, shown)
            on = word.pop()
        word[0] += letter
        word[2] = right
    yield word


def _box(text: Any, at: int, shown: _Shown) -> tuple[float, ...]:
    """Where a letter stands, with the room that its kind takes up: left, low, right, high."""
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    return shown.box(box.left, box.bottom, box.right, box.top)


def _begun(text: Any, at: int, shown: _Shown) -> list[Any]:
    """The word that begins with a letter, without any yet, and at its end how low it reaches."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    base = shown.point(x.value, y.value)[1]
    left, low, _, _ = _box(text, at, shown)
    turned = int(not shown.is_level(raw.FPDFText_GetCharAngle(text, at)))
    bold = int(raw.FPDFText_GetFontWeight(text, at) >= _BOLD)
    return ["", left, 0.0, round(base, 1), _size(text, at), bold, turned, low]


def _apart(word: list[Any], left: float, rise: float) -> bool:
    """Whether the next letter stands too far from the word to be of it."""
    gap, size = left - word[2], word[4]
    return bool(gap > size * 0.3 or gap < -size * 2 or abs(rise) > size * _RAISED)


def _size(text: Any, at: int) -> float:
    """The size of a letter as it is printed, in points."""
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text, at))
    if raw.FPDFText_GetMatrix(text, at, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return round(min(max(size, 1.0), 400.0), 1)


def _letter(code: int) -> str:
    letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _HYPHENS.get(letter, letter)


# --- rulings -------------------------------------------------------------------------------


def _rules(page: Any) -> Iterator[list[float]]:
    """The upright and level lines drawn on a page, as [left, low, right, high]."""
    import pypdfium2.raw as raw

    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    for item in islice(paths, _MOST_PATHS):  # more are a drawing or a map
        left, low, right, high = item.get_bounds()
        if right - left <= _THIN or high - low <= _THIN:
            yield [left, low, right, high]
        elif _is_stroked(item):
            yield from _edges(item)


def _is_stroked(item: Any) -> bool:
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(item, fill, stroke) and stroke.value)


def _edges(item: Any) -> Iterator[list[float]]:
    """The level and upright strokes of a path that holds several, such as a whole grid."""
    import pypdfium2.raw as raw

    count = raw.FPDFPath_CountSegments(item)
    if not 0 < count <= _LONGEST_PATH:
        return
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    last = start = (0.0, 0.0)
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _edge(last, here)
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _edge(here, start)
        last = here


def _edge(one: tuple[float, float], other: tuple[float, float]) -> Iterator[list[float]]:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if (wide <= _THIN) != (high <= _THIN):
        yield [min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]),
               max(one[1], other[1])]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

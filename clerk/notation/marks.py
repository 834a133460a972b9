"""The marked words of a resolution inside prose."""

from collections.abc import Iterator


def marked_runs(text: str) -> tuple[tuple[str, bool], ...]:
    """A paragraph's words without the marks `[[ … ]]`: (words, True) for those inside a mark.

    One run of white space inside each mark goes with it. A mark that never closes or holds nothing
    is plain text, and so is `\\[[`, without its backslash. The words joined are the paragraph's.
    """
    runs: list[tuple[str, bool]] = []
    start = 0
    for opened, closed in _places(text):
        runs += [(text[start:opened], False), (text[opened + 2 : closed].strip(), True)]
        start = closed + 2
    runs.append((text[start:], False))
    return tuple((words.replace("\\[[", "[["), marked) for words, marked in runs if words)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each mark's `[[` and `]]` stand, in order."""
    at = text.find("[[")
    while at >= 0:
        closed = text.find("]]", at + 2)
        if closed < 0:
            return
        if text[:at].endswith("\\") or not text[at + 2 : closed].strip():
            at = text.find("[[", at + 2)
        else:
            yield at, closed
            at = text.find("[[", closed + 2)


def with_mark(line: str, start: int, end: int) -> str:
    """The line with the words from `start` to `end` marked as what is resolved.

    Of words inside a mark, or that hold one, the marks are taken away; white space at their ends
    stays outside. Words of nothing but white space change nothing.
    """
    chosen = line[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    if start >= end:
        return line
    touched = [(at, to) for at, to in _places(line) if at < end and start < to + 2]
    if not touched:
        return f"{line[:start]}[[{line[start:end]}]]{line[end:]}"
    for at, to in reversed(touched):
        line = line[:at] + line[at + 2 : to] + line[to + 2 :]
    return line

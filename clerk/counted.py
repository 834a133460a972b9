"""Numbers of things in words for the clerk: "1 file", "2,000 files"."""


def counted(number: int, one: str, many: str = "") -> str:
    """So many of a thing; `many` is what several are called, where that is not `one` and an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"

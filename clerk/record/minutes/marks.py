"""Numbers and marks in the shapes of a house style: (1), 1., a), (iv)."""

from clerk.record.wording import Value, filled

_ROMANS = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def shaped(shape: str, ordinal: int, minute: str = "") -> str:
    """`ordinal` in a shape with the places n, a, A, i, I and m (the minute's number)."""
    values: dict[str, Value] = {
        "n": ordinal,
        "a": letters(ordinal),
        "A": letters(ordinal).upper(),
        "i": roman(ordinal),
        "I": roman(ordinal).upper(),
        "m": minute,
    }
    return filled(shape, values)


def letters(ordinal: int) -> str:
    """1 is a, 26 z, 27 aa, 28 bb, as lists of limbs go on."""
    if ordinal < 1:
        return str(ordinal)
    times, at = divmod(ordinal - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def roman(ordinal: int) -> str:
    """1 is i, 4 iv, 14 xiv."""
    if not 0 < ordinal < 400:
        return str(ordinal)
    written = ""
    for value, sign in _ROMANS:
        count, ordinal = divmod(ordinal, value)
        written += sign * count
    return written


def value_of(mark: str, *, as_roman: bool) -> int:
    """What a typed mark such as "(b)" or "(iv)" counts; 0 where it is neither."""
    plain = mark.strip("()").casefold()
    if as_roman:
        return next((n for n in range(1, 60) if roman(n) == plain), 0)
    if plain and plain == plain[0] * len(plain):
        return ord(plain[0]) - ord("a") + 1 + 26 * (len(plain) - 1)
    return 0

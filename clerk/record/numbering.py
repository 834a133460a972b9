"""Minute numbers: how they run on, when they reset, what clashes."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from clerk.domain.base import Fact
from clerk.domain.committees import Series
from clerk.domain.meetings import Meeting, Minute, Number
from clerk.record.style.house_style import HouseStyle
from clerk.record.wording import Value, filled


class Taken(Fact, frozen=True):
    """The numbers that another meeting of the series uses, as far as known."""

    meeting: str
    label: str
    """How to name it to a reader: "26 April 2012"."""
    date: dt.date
    first: int | None
    last: int | None


def numbers_of(meeting: Meeting, first: int, style: HouseStyle, nth: int = 1) -> dict[str, Number]:
    """The number of each minute, by its id: fixed ones as they are, others run on.

    `nth` is which meeting of its year it is, for shapes that say so.
    """
    numbers: dict[str, Number] = {}
    upcoming = first
    for at, minute in enumerate(printed_order(meeting, style), 1):
        ordinal = minute.restart or upcoming
        number = minute.number or _shaped(ordinal, at, nth, meeting.date, style)
        numbers[minute.id] = number
        upcoming = number.ordinal + 1
    return numbers


def printed_order(meeting: Meeting, style: HouseStyle) -> tuple[Minute, ...]:
    """The minutes as they stand in print: as taken, or by the agenda where the style wants it.

    Numbers that are fixed keep their order; a minute without an item stays behind the one before.
    """
    if style.minute.order == "taken" or any(minute.number for minute in meeting.minutes):
        return meeting.minutes
    places = {item.id: at for at, item in enumerate(meeting.items)}
    place = -1
    keyed: list[tuple[int, Minute]] = []
    for minute in meeting.minutes:
        place = min((places[i] for i in minute.items if i in places), default=place)
        keyed.append((place, minute))
    return tuple(minute for _, minute in sorted(keyed, key=lambda pair: pair[0]))


def heading_number(meeting: Meeting, minute: Minute, number: str, style: HouseStyle) -> str:
    """A minute's number as its heading prints it: "43.", "(214)", "C012/24 1."."""
    refs = [item.ref for each in minute.items if (item := meeting.item(each)) and item.ref]
    return filled(
        style.minute.printed_number, {"number": number, "ref": refs[0] if refs else ""}
    ).strip()


def _shaped(ordinal: int, at: int, nth: int, day: dt.date, style: HouseStyle) -> Number:
    values = {"n": ordinal, "i": at, "mm": day.month, **year_values(day, nth)}
    return Number(text=filled(style.minute.number, values), ordinal=ordinal)


def year_values(day: dt.date, nth: int) -> dict[str, Value]:
    """What the places say of the year of a meeting, and which meeting of it that is."""
    begins = reset_before(day, Series(reset="municipal year")).year
    return {
        "meeting": nth,
        "yy": f"{day.year % 100:02}",
        "yyyy": str(day.year),
        "municipal": f"{begins}/{(begins + 1) % 100:02}",
        "municipal_full": f"{begins}/{begins + 1}",
    }


def year_before(day: dt.date, series: Series) -> dt.date:
    """The first day of the year in which meetings of a series are counted: its own, or May's."""
    reset = "calendar year" if series.reset == "calendar year" else "municipal year"
    return reset_before(day, replace(series, reset=reset))


def first_number(day: dt.date, earlier: Sequence[Taken], series: Series) -> int:
    """The number with which a meeting on `day` begins: one more than the last of its series.

    `earlier` holds the series' other meetings; those after `day`, before the last reset or
    without numbers do not count.
    """
    since = reset_before(day, series)
    last = [
        taken.last
        for taken in sorted(earlier, key=lambda taken: taken.date)
        if taken.last is not None and since <= taken.date <= day
    ]
    return last[-1] + 1 if last else 1


def reset_before(day: dt.date, series: Series) -> dt.date:
    """The first day of the run of numbers that `day` belongs to."""
    month, start = series.year_starts
    municipal = day.year if (day.month, day.day) >= (month, start) else day.year - 1
    match series.reset:
        case "never":
            return dt.date.min
        case "each meeting":
            return day + dt.timedelta(days=1)
        case "calendar year":
            return dt.date(day.year, 1, 1)
        case "municipal year":
            return _start(municipal, month, start)
        case "council term":
            into = (municipal - series.first_term) % series.term_years
            return _start(municipal - into, month, start)


def _start(year: int, month: int, day: int) -> dt.date:
    """The day on which a year begins; one counted from 29 February begins on 1 March in others."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month + 1, 1)


def disorders(
    meeting: Meeting, first: int, style: HouseStyle, others: Sequence[Taken], series: Series
) -> tuple[str, ...]:
    """What is wrong with the numbers, in sentences: gaps, clashes, disorder; empty if nothing."""
    if not meeting.minutes or meeting.reproduced_in:
        return ()
    numbers = numbers_of(meeting, first, style)
    minutes = printed_order(meeting, style)
    ordinals = [numbers[minute.id].ordinal for minute in minutes]
    said = [*_within(ordinals, minutes)]
    expected = first_number(meeting.date, [o for o in others if o.meeting != meeting.id], series)
    same_run = [
        taken
        for taken in others
        if taken.meeting != meeting.id
        and taken.first is not None
        and _in_one_run(meeting.date, taken.date, series)
    ]
    if same_run and expected != 1 and ordinals[0] > expected:
        said.append(
            f"Minute {ordinals[0]} follows minute {expected - 1} of the last meeting in Clerk: "
            f"{expected} to {ordinals[0] - 1} are missing."
        )
    said.extend(_clashes(ordinals, same_run))
    return tuple(said)


def _in_one_run(day: dt.date, other: dt.date, series: Series) -> bool:
    if series.reset == "each meeting":
        return False
    return reset_before(day, series) == reset_before(other, series)


def _within(ordinals: Sequence[int], minutes: Sequence[Minute]) -> list[str]:
    said = []
    for before, after, minute in zip(ordinals, ordinals[1:], minutes[1:], strict=False):
        if after == before:
            said.append(f"Minute {after} is there twice: “{minute.title}” repeats it.")
        elif after < before:
            said.append(f"Minute {after} comes after minute {before}: “{minute.title}”.")
        elif after > before + 1:
            said.append(f"Minute {after} follows minute {before}: there is a gap.")
    return said


def _clashes(ordinals: Sequence[int], others: Sequence[Taken]) -> list[str]:
    lowest, highest = min(ordinals), max(ordinals)
    return [
        f"Minutes {max(lowest, taken.first)} to {min(highest, taken.last)} are also numbers of "
        f"the meeting of {taken.label}."
        for taken in others
        if taken.first is not None
        and taken.last is not None
        and taken.first <= highest
        and lowest <= taken.last
    ]

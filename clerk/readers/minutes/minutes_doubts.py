"""What is doubtful in minutes as a whole: whose, when, who came, how they are numbered."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clerk.readers.minutes.attendance import Lists, capacity_doubt
from clerk.readers.minutes.minute_heads import Headings
from clerk.readers.minutes.minutes_head import Head
from clerk.readers.reading import ReadDoubt, ReadMinute, ReadMinutes
from clerk.when import weekday_clash


def head_doubts(read: ReadMinutes, head: Head, lists: Lists, line: int) -> Iterator[ReadDoubt]:
    """What the head and the lists leave open; `line` is where the minutes open."""
    yield from _meeting_doubts(read, head, line)
    yield from capacity_doubt(read.attendance, line)
    listed = {doubt.line for doubt in lists.doubts} | {entry.line for entry in lists.people}
    for unread in head.unread:
        if unread.number not in listed:
            yield ReadDoubt(
                line=unread.number,
                read=unread.text[:300],
                uncertain="It stands above the minutes and was left out.",
                weight=20,
            )
    if not read.minutes:
        yield ReadDoubt(line=line, read="", uncertain="No minute was found in them.", weight=95)


def number_doubts(headings: Headings, minutes: Sequence[ReadMinute]) -> Iterator[ReadDoubt]:
    """Gaps, clashes and disorder of minute numbers, and other ways of printing one."""
    if not minutes:
        return
    if not headings.numbered:
        yield ReadDoubt(
            line=minutes[0].first,
            read=minutes[0].title,
            uncertain="The minutes bear no numbers; headings were taken for them.",
            weight=65,
        )
        return
    if headings.found[0].counted:
        yield ReadDoubt(
            line=minutes[0].first,
            read=f"1. {minutes[0].title}"[:100],
            uncertain="Every minute bears the number 1 here; they were counted in their order.",
            weight=60,
        )
    shape = Counter(heading.shape for heading in headings.found if heading.shape).most_common(1)
    for heading, minute, before in zip(headings.found, minutes, (None, *minutes[:-1]), strict=True):
        said = _number_doubt(minute, before)
        if not heading.number:
            said = "It bears no number; it was read as a minute for the words below it."
        if not said and heading.shape != shape[0][0]:
            said = f"Its number is printed otherwise than {minutes[0].number}'s."
        if not said and heading.starred:
            said = _STAR
        if said:
            weight = 30 if "star" in said or "otherwise" in said else 65
            yield ReadDoubt(
                line=minute.first,
                read=f"{minute.number} {minute.title}"[:100],
                uncertain=said,
                weight=weight,
                fact=minute.id,
            )


_STAR = (
    "A star stands before its number: is something of it for the council itself to decide? That "
    "has a star of its own (* RESOLVED that …), and the house style prints the mark."
)


def _number_doubt(minute: ReadMinute, before: ReadMinute | None) -> str:
    if before is None:
        return ""
    step = minute.ordinal - before.ordinal
    if step == 0 and minute.number == before.number:
        return "This minute number stands twice."
    if step < 0:
        return f"It comes after minute {before.number}: the numbers are out of order."
    return f"It follows minute {before.number}: numbers are missing." if step > 1 else ""


def _meeting_doubts(read: ReadMinutes, head: Head, line: int) -> Iterator[ReadDoubt]:
    if not read.committee:
        yield ReadDoubt(
            line=line,
            read=head.opening[:100],
            uncertain="Whose minutes they are is not said.",
            weight=85,
        )
    if read.date is None:
        yield ReadDoubt(
            line=line,
            read=head.opening[:100],
            uncertain="The meeting's date is not said.",
            weight=90,
        )
    elif clash := weekday_clash(head.date_words):
        yield ReadDoubt(
            line=head.date_line or line, read=head.date_words, uncertain=clash, weight=80
        )

"""The head of minutes: whose they are, of which meeting, where and when."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from clerk.readers.pages import labels
from clerk.readers.pages.page import Line, Page, columns, fold
from clerk.when import find_dates, strict_time


class Head(NamedTuple):
    """What stands above the minutes of a meeting."""

    authority: str = ""
    committee: str = ""
    date: dt.date | None = None
    date_words: str = ""
    time: dt.time | None = None
    closed: dt.time | None = None
    venue: str = ""
    opening: str = ""
    date_line: int | None = None
    end: int = 0
    """Where in the page what follows the opening sentence begins."""
    unread: tuple[Line, ...] = ()
    """Lines around the opening sentence that say none of this."""


# "10.00 am", "7:30pm", "14:30", "12 noon"
TIME = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b|noon\b)"
    r"|(?<![\d.])\b\d{1,2}[:.]\d{2}\b(?!\.\d)"
    r"|\b(?:noon|midday)\b",
    re.IGNORECASE,
)
# "meeting of the Audit Committee held …", "Minutes of Parish Council 15 May 2024"
_OF_THE = re.compile(
    r"\bmeetings? of (?:the |our )?(?P<body>.+?)"
    r"(?=,? (?:was |were )?held\b|,? on \x00|,? at \x00|,? in the\b|,? when\b|\s*\x00|[.:,]|$)",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    r"^(?:draft )?minutes of (?:the )?(?P<body>.+?)"
    r"(?=,? (?:meeting|was held|held)\b|,? on \x00|\s*\x00|[.:,]|$)",
    re.IGNORECASE,
)
# "held in the Old Library, Town Hall on …", "held on … in the Civic Hall"
_HELD_IN = re.compile(
    r"\bheld (?:remotely |virtually )?(?:in|at|via|by) (?:the )?(?P<venue>[^\x00]+?)"
    r"(?=,? (?:on|at|from|commencing(?: at)?|starting(?: at)?)(?: the)?\s*\x00|,?\s*\x00"
    r"|,? when\b|[.:]?$)",
    re.IGNORECASE,
)
_HELD_ON = re.compile(
    r"\x00D,? (?:(?:at|from) \x00T(?: to \x00T)?,? )?(?:in|at|via) (?:the )?(?P<venue>[^\x00]+?)"
    r"(?=,? (?:at|from|commencing(?: at)?)\s*\x00|[.:]?$|,? when\b)",
    re.IGNORECASE,
)
_AFTER_HELD = re.compile(r"\bheld:\s*(?P<rest>.*)$", re.IGNORECASE)
PLACE = re.compile(
    r"\b(?:room|chamber|hall|house|suite|offices?|centre|street|road|building|guildhall|school|"
    r"church|theatre|library|civic|lane|avenue|square|college|pavilion|online|teams|zoom|virtual)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"\b(?:council|authority|university|corporation|county|school)\b", re.I)
_NOT_AUTHORITY = re.compile(
    r"\b(?:committee|cabinet|panel|board|forum|senate|minutes?|meeting|sub-?committee)\b", re.I
)
_FIELD = re.compile(
    r"^(?P<label>date|time|start(?:ed)?|venue|place|location|held|finish(?:ed)?|closed?|committee"
    r"|meeting)\s*(?: at)?\s*:\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[A-Z][\w ]{2,24}\s?:")
# "The meeting closed at 12.05 pm", among the names of those who came
_ENDED = re.compile(r"\b(?:closed|ended|concluded|finished|rose)\b.{0,20}\bat\b", re.IGNORECASE)
# "The Minutes of the Council held on 15 May": another meeting's day
_OF_ANOTHER = re.compile(r"\bminutes of\b.*\bheld on\b|\(previously circulated", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?:AND|OF|FOR)\b|&")
_UNFINISHED = re.compile(r"(?:\b(?:and|of|the|for|with)|&|,)$", re.IGNORECASE)
_TRIMMINGS = re.compile(
    r"^(?:draft |unconfirmed |confirmed )?(?:minutes?|notes|agenda|proceedings) of (?:the )?"
    r"(?:(?:meeting|proceedings) of )?(?:the )?"
    r"|\s*[-–—]?\s*(?:draft )?(?:minutes|meetings?|agenda|annual(?: general)?|ordinary|"
    r"extra-?ordinary|A\.?G\.?M)\W*$|^the (?=\S)",
    re.IGNORECASE,
)


def read_head(page: Page, first: int, opening: int | None, end: int) -> Head:
    """The head of the minutes in `page[first:end]`, where the attendance lists begin at `end`."""
    sentence, after = _opening_sentence(page, opening, end) if opening is not None else ("", first)
    head = from_sentence(sentence)._replace(opening=sentence, end=after)
    above = page[first : opening if opening is not None else end]
    below = page[after:end] if opening is not None else ()
    return with_lines(head, [*above, *below])


def from_sentence(sentence: str) -> Head:
    """What an opening sentence says of the meeting."""
    dates = find_dates(sentence)
    masked, times = _masked(sentence, [words for words, _ in dates])
    body = ""
    for pattern in (_OF_THE, _MINUTES_OF):
        if not body and (found := pattern.search(masked)):
            body = _body(found["body"])
    return Head(
        committee=body,
        date=dates[0][1] if dates else None,
        date_words=dates[0][0] if dates else "",
        time=times[0] if times else None,
        venue=_venue(masked),
    )


def times_in(text: str) -> tuple[dt.time, ...]:
    """The times of day in a text that are sure, in order."""
    found = (strict_time(match[0].strip()) for match in TIME.finditer(text))
    return tuple(time for time in found if time is not None)


def body_of(line: str) -> str:
    """The body that a heading names, in name case, without "Minutes of the" or "Meeting"."""
    words = fold(line)
    for date, _ in find_dates(words):
        words = words.replace(date, " ")
    words = TIME.sub(" ", words)
    previous = ""
    while previous != words:
        previous, words = words, _TRIMMINGS.sub("", words.strip(" -–—:,.")).strip()
    return labels.name_case(fold(words))


def _masked(sentence: str, dates: Sequence[str]) -> tuple[str, list[dt.time]]:
    """The sentence with NUL D for each date and NUL T for each time, and the times."""
    times: list[dt.time] = []
    for words in dates:
        sentence = sentence.replace(words, "\0D")

    def blot(found: re.Match[str]) -> str:
        time = strict_time(found[0].strip())
        if time is None:
            return found[0]
        times.append(time)
        return "\0T"

    return TIME.sub(blot, sentence), times


def _body(words: str) -> str:
    words = fold(words.strip(" ,-–—"))
    if not words or "\0" in words or len(words) > 120 or not labels.names_a_body(words):
        return ""
    if re.match(r"(?:held|in|at|on|to)\b", words, re.IGNORECASE):
        return ""
    return body_of(words)


def _venue(masked: str) -> str:
    for pattern in (_HELD_IN, _HELD_ON):
        if found := pattern.search(masked):
            return labels.name_case(fold(found["venue"].strip(" ,")))
    found = _AFTER_HELD.search(masked)
    if found:
        parts = [part.strip() for part in found["rest"].split(",")]
        return ", ".join(part for part in parts if part and "\0" not in part)
    return ""


def _opening_sentence(page: Page, opening: int, end: int) -> tuple[str, int]:
    """The opening sentence, over as many lines as it takes, and where the next line stands."""
    words, at = page[opening].text, opening + 1
    while at < end and len(words) < 800:
        text = page[at].text
        if not text:
            unfinished = re.search(r"(?:\b(?:on|at|in|of|the|held)|,)$", words, re.IGNORECASE)
            later = next((n for n in range(at, end) if page[n].text), None)
            follows = page[later].text if later is not None else ""
            if later is None or not (
                unfinished or re.match(r"(?:was |meeting )?held\b", follows, re.IGNORECASE)
            ):
                break
            at = later
            continue
        if labels.attendance_label(text) or labels.part_heading(text):
            break
        if words.endswith(".") and not re.search(r"\b[ap]\.m\.$", words):
            break
        words, at = f"{words} {text}", at + 1
    return fold(words), at


def with_lines(head: Head, lines: Sequence[Line]) -> Head:
    """The head with what the lines around the opening sentence add to it."""
    bodies: list[str] = []
    naming: list[tuple[Line, str]] = []
    unread = list(head.unread)
    for line in headings_joined(lines):
        if not line.text:
            continue
        before = head
        parts = _parts(line)
        for part in parts:
            head = _with_field(head, part, line.number)
            if _names_body(part):
                bodies.append(part)
                naming.append((line, part))
        named = any(_names_body(part) for part in parts)
        ended = _ENDED.search(line.text) and not _FIELD.match(line.text)
        if ended or (head == before and not named and not _is_said(head, line)):
            unread.append(line)
    head = _with_bodies(head, bodies)
    said = {head.authority.casefold(), head.committee.casefold()}
    unread += [line for line, part in naming if not _says(part, said)]
    return head._replace(unread=tuple(unread))


def _says(part: str, said: set[str]) -> bool:
    """Whether a heading only names the authority or the committee, in part or in whole."""
    named = body_of(part).casefold()
    return any(named in one or one in named for one in said if one) or bool(find_dates(part))


def _parts(line: Line) -> tuple[str, ...]:
    """The columns of a line; one where a date would be parted: "Council   -   3rd   May 2016"."""
    parts = columns(line)
    whole = find_dates(line.text)
    apart = [date for part in parts for date in find_dates(part)]
    return parts if len(parts) < 2 or len(apart) == len(whole) else (line.text,)


def _names_body(text: str) -> bool:
    named = labels.names_a_body(text) or is_authority(text)
    if not named or len(text) > 140 or ";" in text or re.search(r"[a-z]{2}\.$", text):
        return False
    if _LABELLED.match(text) and not re.match(r"(?:committee|meeting)\b", text, re.IGNORECASE):
        return False
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word not in _PLAIN]
    return sum(1 for word in words if word[0].isupper()) * 3 >= len(words) * 2


_PLAIN = {"meeting", "held", "with", "from", "minutes", "agenda", "committee", "council"}
"""Words that stand in small letters in a heading that names a body."""


def _is_said(head: Head, line: Line) -> bool:
    """Whether the line only repeats the date or is a template's or a document's own name."""
    dates = find_dates(line.text)
    if dates and dates[0][1] == head.date:
        return True
    return bool(
        re.match(r"^(?:draft |the )?minutes?(?: template)?$|^page no\.?$", line.text, re.IGNORECASE)
    )


def headings_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with a heading in capitals joined where it runs over: "POLICY AND", "STAFF".

    Other lines stay as they are; empty ones too.
    """
    found: list[Line] = []
    at: int | None = None
    for line in lines:
        before = found[at] if at is not None else None
        adjacent = at is not None and at == len(found) - 1
        runs_over = (
            (adjacent or _SMALL_WORD.match(line.text))
            and before is not None
            and line.text.isupper()
            and before.text.isupper()
            and _runs_on(before.text, line.text)
            and not find_dates(line.text)
        )
        if runs_over and before is not None and at is not None:
            words = f"{before.text} {line.text}"
            found[at] = before._replace(text=words, raw=words)
        else:
            found.append(line)
            at = len(found) - 1 if line.text else at
    return found


def _runs_on(before: str, after: str) -> bool:
    if _UNFINISHED.search(before) or _SMALL_WORD.match(after):
        return True
    return not labels.names_a_body(before) and not is_authority(before)


def _with_field(head: Head, text: str, number: int) -> Head:
    """The head with a date, a time or a place that stands on a line of its own."""
    label = _FIELD.match(text)
    words = label["rest"] if label else text
    name = label["label"].lower() if label else ""
    if name.startswith(("finish", "close")) or _ENDED.search(text):
        return head._replace(closed=next(iter(times_in(words)), head.closed))
    dates = () if _OF_ANOTHER.search(text) else find_dates(words)
    if head.date is None and dates and len(text) <= 160:
        head = head._replace(date=dates[0][1], date_words=dates[0][0], date_line=number)
    if head.time is None and len(text) <= 160:
        head = head._replace(time=next(iter(times_in(words)), None))
    if not head.venue and (name in ("venue", "place", "location") or _is_place(text)):
        head = head._replace(venue=_place_alone(words))
    return head


def _place_alone(words: str) -> str:
    """The place without the times that stand behind it: "Town Hall - 10.00 - 11.25 am"."""
    timed = TIME.search(words)
    return fold((words[: timed.start()] if timed else words).strip(" ,.-–—"))


def _is_place(text: str) -> bool:
    text = _place_alone(text)
    if len(text) > 120 or find_dates(text) or re.search(r"[a-z]{3}\.\s", text):
        return False
    named = labels.names_a_body(text) and not re.search(r"\b(?:offices?|chamber)\b", text, re.I)
    return bool(PLACE.search(text)) and "," in text and not named


def _with_bodies(head: Head, bodies: Sequence[str]) -> Head:
    """The authority, and the committee where the opening sentence does not name it."""
    authority = next((body for body in bodies if is_authority(body)), "")
    committee = head.committee
    if not committee:
        others = [body for body in bodies if not is_authority(body)] or list(bodies)
        committee = next((named for body in others if (named := body_of(body))), "")
    return head._replace(authority=head.authority or body_of(authority), committee=committee)


def is_authority(text: str) -> bool:
    """Whether a heading names the council itself rather than one of its bodies."""
    if ";" in text or text.startswith("(") or len(text) > 100:
        return False
    return bool(_AUTHORITY.search(text)) and not _NOT_AUTHORITY.search(text)

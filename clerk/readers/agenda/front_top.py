"""The head of a front sheet: body, date, time, place, whom to ask; columns read across it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clerk.names import is_name
from clerk.readers.agenda.agenda_items import COLUMN_HEADS
from clerk.readers.agenda.proper_officer import PHONE
from clerk.readers.minutes.minutes_head import PLACE, from_sentence, headings_joined, times_in
from clerk.readers.pages import labels
from clerk.readers.pages.outline import is_agenda_line
from clerk.readers.pages.page import Line, fold, is_furniture
from clerk.when import find_dates


class Top(NamedTuple):
    """What stands above the items."""

    bodies: tuple[str, ...] = ()
    date: dt.date | None = None
    date_words: str = ""
    date_line: int = 0
    time: dt.time | None = None
    venue: tuple[str, ...] = ()
    contact: str = ""
    contact_line: int | None = None
    """Where a label asks for a contact; None if there is none."""
    phone: str = ""
    notices: tuple[Line, ...] = ()


class _Piece(NamedTuple):
    """Words of a line, with the label before them: "Telephone" of "Hall Telephone: 01999"."""

    label: str
    text: str
    line: Line
    adjacent: bool


# Labels of the head of a front sheet, anywhere on a line: two columns are often read across.
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>ask for|contact(?: officer| name)?|enquiries(?: to)?|committee clerk|"
    r"clerk|democratic services officer|please ask for|telephone(?: no\.?| number)?|tel(?: no)?\.?|"
    r"phone|e-?mail(?: address)?|date|time|venue|place|location)\s*:\s*",
    re.IGNORECASE,
)
_LONGEST_TIME = 40
"""Characters of a date with its time; more say something else besides."""
_SENTENCE = re.compile(
    r"\b(?:will|please|may|must|should|is|are|be|has|have|note|available|webcast\w*|filmed)\b", re.I
)


# A day of something else: "Published on", "minutes of 5 May", "questions by noon on 3 May"
_OTHER_DAY = re.compile(
    r"\b(?:published|dated?|issued|minutes|deadline|by|before|until|from|adjourned|last)\b", re.I
)


def read_top(lines: Sequence[Line]) -> Top:
    """What these lines, read in order, say of the meeting."""
    top = Top()
    awaits: list[str] = []
    last = ""
    for piece in _pieces(headings_joined(lines)):
        kind, top = _take(top, piece, awaits, last)
        last = kind
    return top


def begins_with_label(text: str) -> bool:
    """Whether the line begins with a label of the head: "Telephone: 01999 416000"."""
    return bool(_LABEL.match(text))


def is_trivial(line: Line) -> bool:
    """Whether the line names a template or heads a column: it says nothing of the meeting."""
    templated = re.search(r"\btemplate$|^front ?sheet$", line.text, re.IGNORECASE)
    return bool(templated or COLUMN_HEADS.match(line.text))


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    """The lines parted at their labels."""
    adjacent = False
    for line in lines:
        if not line.text or is_furniture(line):
            adjacent = False
            continue
        found = list(_LABEL.finditer(line.text))
        if line.text[: found[0].start() if found else None].strip():
            yield _Piece(
                "", line.text[: found[0].start() if found else None].strip(), line, adjacent
            )
        for place, label in enumerate(found):
            end = found[place + 1].start() if place + 1 < len(found) else len(line.text)
            yield _Piece(
                label["label"].lower(), line.text[label.end() : end].strip(), line, adjacent
            )
        adjacent = True


def _take(top: Top, piece: _Piece, awaits: list[str], last: str) -> tuple[str, Top]:
    """The head with one more piece, and what the piece was."""
    label, text = piece.label, piece.text
    if label:
        kind = _kind_of(label)
        if kind == "contact":
            top = top._replace(contact_line=top.contact_line or piece.line.number)
        if not text:
            awaits.append(kind)
            return kind, top
        return kind, _fill(top, kind, text, piece)
    if last in ("contact", "phone") and _unfinished(top, last):
        return last, _fill(top, last, text, piece)
    for kind in [*awaits]:
        if _fits(kind, text):
            awaits.remove(kind)
            return kind, _fill(top, kind, text, piece)
    return _unlabelled(top, piece, last)


def _kind_of(label: str) -> str:
    if label.startswith(("tel", "phone")):
        return "phone"
    if label.startswith(("date", "time")):
        return "when"
    if label.startswith(("venue", "place", "location")):
        return "venue"
    return "email" if label.startswith(("email", "e-mail")) else "contact"


def _unfinished(top: Top, kind: str) -> bool:
    return (top.contact if kind == "contact" else top.phone).endswith(("/", ",", " and", "or"))


def _fits(kind: str, text: str) -> bool:
    match kind:
        case "phone":
            return bool(PHONE.search(text)) and len(text) < 60
        case "contact":
            return (
                len(text) < 80
                and not PLACE.search(text)
                and all(
                    is_name(part.strip()) for part in re.split(r"/| and |,", text) if part.strip()
                )
            )
        case "when":
            return bool(find_dates(text) or times_in(text))
        case "venue":
            return True
    return "@" in text


def _fill(top: Top, kind: str, text: str, piece: _Piece) -> Top:
    match kind:
        case "contact":
            return _with_contact(top, text, piece)
        case "phone":
            return top._replace(phone=fold(f"{top.phone} {text}"))
        case "venue":
            return top._replace(venue=(text,))
        case "when":
            top = _with_when(top, text, piece)
            if len(text) > _LONGEST_TIME:  # "5.30 pm, or at the end of the Charity Committee"
                top = top._replace(notices=(*top.notices, piece.line))
    return top


def _with_contact(top: Top, text: str, piece: _Piece) -> Top:
    """The contact, and the telephone number where it stands behind the name."""
    phone = PHONE.search(text)
    if phone and not top.phone:
        name = re.sub(
            r"[\s,;–-]*\b(?:tel(?:ephone)?|phone|on)?\W*$", "", text[: phone.start()], flags=re.I
        )
        top = top._replace(phone=phone[0].strip())
        if len(text) > phone.end() + 3:  # an address behind it, which has no field of its own
            top = top._replace(notices=(*top.notices, piece.line))
        text = name
    return top._replace(contact=fold(f"{top.contact} {text}"))


def _with_when(top: Top, text: str, piece: _Piece) -> Top:
    dates, times = find_dates(text), times_in(text)
    if dates and top.date is None:
        words, day = dates[0]
        top = top._replace(date=day, date_words=words, date_line=piece.line.number)
    return top._replace(time=top.time or (times[0] if times else None))


def _unlabelled(top: Top, piece: _Piece, last: str) -> tuple[str, Top]:
    text = piece.text
    if is_agenda_line(text) or is_trivial(piece.line):
        return "", top
    if top.date is None and len(text) <= 120 and find_dates(text) and not _OTHER_DAY.search(text):
        return "when", _with_place(_with_when(top, text, piece), text)
    if len(text) > 140 or _is_sentence(text) or (last == "notice" and piece.adjacent):
        if times_in(text) and not top.time and top.date and len(text) <= 120 and not top.venue:
            return "when", _with_place(_with_when(top, text, piece), text)
        return "notice", top._replace(notices=(*top.notices, piece.line))
    if find_dates(text) or (times_in(text) and len(text) < 40):
        return "when", _with_when(top, text, piece)
    if labels.part_heading(text) or (last == "notice" and not _is_venue(text, top)):
        return "notice", top._replace(notices=(*top.notices, piece.line))
    if top.date is None and (labels.names_a_body(text) or (top.bodies and piece.adjacent)):
        return "body", top._replace(bodies=_with_body(top.bodies, piece))
    if _is_venue(text, top):
        return "venue", top._replace(venue=(*top.venue, text))
    if labels.names_a_body(text) and not top.bodies:
        return "body", top._replace(bodies=(text,))
    return "notice", top._replace(notices=(*top.notices, piece.line))


def _with_place(top: Top, text: str) -> Top:
    """The head with the body and the place that stand on the line of the date or the time."""
    said = from_sentence(text)
    place = said.venue or _behind_time(text)
    if not top.bodies and said.committee:
        top = top._replace(bodies=(said.committee,))
    return top._replace(venue=(place,)) if place and not top.venue else top


def _behind_time(text: str) -> str:
    """ "10am in the Darent Room, County Hall." → "Darent Room, County Hall"."""
    found = re.search(r"(?:[ap]\.?m\.?|noon),? (?:in|at) (?:the )?(?P<place>[A-Z].{3,100})$", text)
    return found["place"].strip(" .") if found else ""


def _with_body(bodies: tuple[str, ...], piece: _Piece) -> tuple[str, ...]:
    """The headings with this line, joined to the last where that runs over its line's end."""
    if bodies and piece.adjacent and piece.text.isupper() == bodies[-1].isupper():
        return (*bodies[:-1], f"{bodies[-1]} {piece.text}")
    return (*bodies, piece.text)


def _is_sentence(text: str) -> bool:
    return (
        bool(_SENTENCE.search(text))
        or (text.endswith(".") and len(text) > 30)
        or text.startswith("(")
    )


def _is_venue(text: str, top: Top) -> bool:
    """Whether a short line below the date is the place, or the rest of it."""
    if top.date is None or top.notices:
        return False
    return bool(PLACE.search(text)) or (bool(top.venue) and len(text) < 60) or "," in text

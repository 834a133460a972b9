"""The front sheet of an agenda: whose meeting, when, where, whom to ask, who the members are."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from clerk.domain.base import new_id
from clerk.domain.meetings import FrontSheet, Notice
from clerk.names import is_name
from clerk.readers import labels
from clerk.readers.agenda_items import COLUMN_HEADS, Items, is_item, read_items
from clerk.readers.membership import Membership, membership_heading, read_membership
from clerk.readers.minute_text import looks_like_heading
from clerk.readers.minutes_head import PLACE, body_of, is_authority, times_in
from clerk.readers.outline import Stretch, is_agenda_line
from clerk.readers.page import Line, Page, fold, is_furniture
from clerk.readers.proper_officer import PHONE, ProperOfficer, find_officer
from clerk.readers.reading import ReadAgenda, ReadDoubt
from clerk.when import find_dates, weekday_clash


class AgendaRead(NamedTuple):
    """A front sheet and what is doubtful in it."""

    agenda: ReadAgenda
    doubts: tuple[ReadDoubt, ...]


class _Piece(NamedTuple):
    """Words of a line, with the label before them: "Telephone" of "Hall Telephone: 01999"."""

    label: str
    text: str
    line: Line
    adjacent: bool


class _Top(NamedTuple):
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


def read_front_sheet(page: Page, stretch: Stretch, paper: str = "") -> AgendaRead:
    """The front sheet in `stretch`; `paper` is the id that sources name."""
    agenda_line = next(
        (at for at in range(stretch.first, stretch.end) if is_agenda_line(page[at].text)),
        stretch.first - 1,
    )
    members_at = _members_at(page, stretch)
    items_at = _items_at(page, agenda_line + 1, stretch.end, members_at)
    members = (
        read_membership(page, members_at, items_at if members_at < items_at else stretch.end)
        if members_at is not None
        else Membership()
    )
    officer = find_officer(page, _after_items(page, items_at, stretch.end), stretch.end)
    top = _top(page, stretch, agenda_line, items_at, members_at, members.end)
    items = read_items(page, items_at, officer.first, paper)
    open_words, notices = _notices(top.notices)
    tail = [*page[officer.end : stretch.end]]
    front = FrontSheet(
        contact=top.contact,
        phone=top.phone,
        open_words=open_words or items.open_words,
        exempt_words=items.exempt_words,
        motion=items.motion,
        motion_paragraphs=items.motion_paragraphs,
        officer=officer.name,
        officer_post=officer.post,
        officer_phone=officer.phone,
        published=officer.published,
        notices=(*notices, *items.notices, *_notices(tail)[1]),
        stated_total=members.total,
        stated_groups=members.groups,
    )
    read = ReadAgenda(
        id=new_id(),
        committee=_committee(top.bodies),
        date=top.date,
        time=top.time,
        venue=fold(" ".join(top.venue)),
        front=front,
        sections=items.sections,
        items=items.items,
        seats=members.seats,
        changes=items.changes,
        first=page[stretch.first].number if page else 0,
        last=_last(page, stretch),
    )
    return AgendaRead(read, tuple(_doubts(read, top, members, items, officer, page)))


def _members_at(page: Page, stretch: Stretch) -> int | None:
    return next(
        (at for at in range(stretch.first, stretch.end) if membership_heading(page[at].text)), None
    )


def _items_at(page: Page, first: int, end: int, members_at: int | None) -> int:
    """Where the items begin: at the first item or lettered section, or at the heading over it.

    A heading over open business counts only where an item follows it closely: notices may stand
    between it and the first item.
    """
    after = first
    if members_at is not None and members_at >= first:
        after = read_membership(page, members_at, end).end
    for at in range(after, end):
        if not is_item(page[at].text):
            continue
        above = [n for n in range(max(after, at - 8), at) if page[n].text]
        for place in above:
            between = [page[n].text for n in above if n > place]
            if labels.part_heading(page[place].text) and all(t.startswith("(") for t in between):
                return place
        return at
    return end


def _after_items(page: Page, first: int, end: int) -> int:
    """Where the last item stands, below which the proper officer signs."""
    last = first
    for at in range(first, end):
        if is_item(page[at].text) or labels.part_heading(page[at].text):
            last = at
    return min(last + 1, end)


def _top(
    page: Page, stretch: Stretch, agenda: int, items: int, members: int | None, members_end: int
) -> _Top:
    """The head below "AGENDA", filled from the cover above it where it lacks something."""
    skipped = range(members, members_end) if members is not None else range(0)
    cover = _read_top([page[n] for n in range(stretch.first, agenda) if n not in skipped])
    below = _read_top([page[n] for n in range(agenda + 1, items) if n not in skipped])
    return _Top(
        bodies=below.bodies or cover.bodies,
        date=below.date or cover.date,
        date_words=below.date_words if below.date else cover.date_words,
        date_line=below.date_line if below.date else cover.date_line,
        time=below.time or cover.time,
        venue=_fuller(below.venue, cover.venue),
        contact=below.contact or cover.contact,
        contact_line=below.contact_line or cover.contact_line,
        phone=below.phone or cover.phone,
        notices=(*(line for line in cover.notices if not _repeated(line, below)), *below.notices),
    )


def _fuller(below: tuple[str, ...], cover: tuple[str, ...]) -> tuple[str, ...]:
    """The venue under "AGENDA", unless it lacks words that the cover has."""
    return cover if len(" ".join(cover)) > len(" ".join(below)) else below


def _trivial(line: Line) -> bool:
    templated = re.search(r"\btemplate$|^front ?sheet$", line.text, re.IGNORECASE)
    return bool(templated or COLUMN_HEADS.match(line.text))


def _repeated(line: Line, below: _Top) -> bool:
    """Whether the cover only says what the head below "AGENDA" says again."""
    said = " ".join([*below.bodies, *below.venue]).casefold()
    return _trivial(line) or line.text.casefold() in said


def _read_top(lines: Sequence[Line]) -> _Top:
    top = _Top()
    awaits: list[str] = []
    last = ""
    for piece in _pieces(lines):
        kind, top = _take(top, piece, awaits, last)
        last = kind
    return top


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


def _take(top: _Top, piece: _Piece, awaits: list[str], last: str) -> tuple[str, _Top]:
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
    if last in ("contact", "phone") and _unfinished(top, last) and piece.adjacent:
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


def _unfinished(top: _Top, kind: str) -> bool:
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


def _fill(top: _Top, kind: str, text: str, piece: _Piece) -> _Top:
    match kind:
        case "contact":
            return top._replace(contact=fold(f"{top.contact} {text}"))
        case "phone":
            return top._replace(phone=fold(f"{top.phone} {text}"))
        case "venue":
            return top._replace(venue=(text,))
        case "when":
            top = _with_when(top, text, piece)
            if len(text) > _LONGEST_TIME:  # "5.30 pm, or at the end of the Charity Committee"
                top = top._replace(notices=(*top.notices, piece.line))
    return top


def _with_when(top: _Top, text: str, piece: _Piece) -> _Top:
    dates, times = find_dates(text), times_in(text)
    if dates and top.date is None:
        words, day = dates[0]
        top = top._replace(date=day, date_words=words, date_line=piece.line.number)
    return top._replace(time=top.time or (times[0] if times else None))


def _unlabelled(top: _Top, piece: _Piece, last: str) -> tuple[str, _Top]:
    text = piece.text
    if is_agenda_line(text) or _trivial(piece.line):
        return "", top
    if len(text) > 140 or _is_sentence(text) or (last == "notice" and piece.adjacent):
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


def _is_venue(text: str, top: _Top) -> bool:
    """Whether a short line below the date is the place, or the rest of it."""
    if top.date is None or top.notices:
        return False
    return bool(PLACE.search(text)) or (bool(top.venue) and len(text) < 60) or "," in text


def _committee(bodies: tuple[str, ...]) -> str:
    own = [body for body in bodies if not is_authority(body)] or list(bodies)
    return body_of(own[-1]) if own else ""


def _notices(lines: Sequence[Line]) -> tuple[str, tuple[Notice, ...]]:
    """The words under a heading of open business, and the notices with their headings."""
    open_words = ""
    notices: list[Notice] = []
    heading = ""
    texts = [
        line.text for line in lines if line.text and not (is_furniture(line) or _trivial(line))
    ]
    for place, text in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else ""
        if labels.part_heading(text):
            continue
        if text.startswith("(") and place and labels.part_heading(texts[place - 1]):
            open_words = open_words or text
        elif looks_like_heading(text) and len(following) > 60 and not text.endswith("."):
            heading = text
            notices.append(Notice(text="", heading=text))
        elif heading and notices:
            last = notices[-1]
            joined = f"{last.text}\n{text}" if last.text else text
            notices[-1] = msgspec.structs.replace(last, text=joined)
        else:
            notices.append(Notice(text=text))
    return open_words, tuple(notices)


def _last(page: Page, stretch: Stretch) -> int:
    last = stretch.end - 1
    while last > stretch.first and not page[last].text:
        last -= 1
    return page[last].number if page else 0


def _doubts(
    read: ReadAgenda,
    top: _Top,
    members: Membership,
    items: Items,
    officer: ProperOfficer,
    page: Page,
) -> Iterator[ReadDoubt]:
    first = page[0].number if page else None
    if not read.committee:
        yield ReadDoubt(line=first, read="", uncertain="Whose agenda it is is not said.", weight=85)
    if read.date is None:
        yield ReadDoubt(line=first, read="", uncertain="The meeting's date is not said.", weight=90)
    elif clash := weekday_clash(top.date_words):
        yield ReadDoubt(line=top.date_line, read=top.date_words, uncertain=clash, weight=80)
    if officer.published and (clash := weekday_clash(officer.published_words)):
        yield ReadDoubt(
            line=officer.published_line, read=officer.published_words, uncertain=clash, weight=70
        )
    if top.contact_line is not None and not read.front.contact:
        yield ReadDoubt(
            line=top.contact_line, read="Ask for:", uncertain="No contact is named.", weight=40
        )
    if not read.items:
        yield ReadDoubt(line=first, read="AGENDA", uncertain="No item was found.", weight=95)
    yield from members.doubts
    yield from items.doubts

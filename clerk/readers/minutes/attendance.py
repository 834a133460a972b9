"""Who was at a meeting: the lists under PRESENT, IN ATTENDANCE, APOLOGIES and the like."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from clerk.domain.base import new_id
from clerk.domain.meetings import Capacity
from clerk.names import Name, Piece, is_name, is_vacancy, parse_name, split_people
from clerk.readers.minutes.minutes_head import times_in
from clerk.readers.minutes.officers import named_in_brackets
from clerk.readers.pages import labels
from clerk.readers.pages.page import Line, Page, columns, fold, is_furniture, joined
from clerk.readers.reading import ReadAttendance, ReadDoubt, ReadParagraph


class Lists(NamedTuple):
    """What the attendance lists of one meeting say."""

    people: tuple[ReadAttendance, ...]
    paragraphs: tuple[ReadParagraph, ...]
    doubts: tuple[ReadDoubt, ...]
    one_a_line: bool
    first: int | None
    """Where the first list begins in the page; None if there is none."""
    loose: tuple[Line, ...] = ()
    """Lines between the names that say when or where the meeting was."""


class _List(NamedTuple):
    """One list with its label, as it stands in the page."""

    label: labels.Label
    lines: list[Line]
    """The line of the label (without it), then the lines below; a blank one parts groups."""


class _Unit(NamedTuple):
    """Words that stand together: a run-in list, or one name of a list with one a line."""

    text: str
    line: int


# "Substitute for Mr A Field", "substituting for Cllr Field", "in place of Mr A Field"
_SUBSTITUTE = re.compile(
    r"^(?i:acting |attending |named |as |a )*"
    r"(?i:substitut(?:e|ing)|sub|deputising|in place|replacing)"
    r"(?i: members?)?(?i: for| of)?:? +(?P<who>[A-Z].*)$"
)
ROLE = re.compile(
    r"\b(?:(?:vice|deputy)[- ])?(?:chair(?:man|woman|person)?|convenor|convener|cadeirydd)\b"
    r"|^(?:v/c|vc|c|the leader|leader\b.*|(?:lord |deputy )?(?:mayor|provost|president)"
    r"|deputy leader\b.*|.*\bin the chair)$|\bspokes(?:man|woman|person)\b|\bpresiding\b",
    re.IGNORECASE,
)
# "part", "from item 3", "until 7.15 pm", "virtual", "left at minute 34"
_NOTE = re.compile(
    r"^(?:part(?: only| of meeting)?|from|until|to|up to|left|arrived|joined|via|virtual|remote|"
    r"online|except|for (?:item|minute|agenda)|items?|minutes?|minus|not|substituted)\b.*$",
    re.IGNORECASE,
)
# "The Lord Mayor Councillor B Lang": an office before a name with a title of its own
_OFFICE = re.compile(
    r"^(?:the )?(?:(?:right |rt\.? )?(?:worshipful|hon(?:ourable)?\.?) )?(?:the )?"
    r"(?P<office>(?:(?:lord|deputy|vice) )?(?:mayor|provost|convener|chair(?:man)?|leader))"
    r"(?:[,:(]? +(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b)|\s*[-–—]+ *(?=[A-Z]))",
    re.IGNORECASE,
)
# "Clerk J Oak", "Member of the Public Mr A Ash": a post without a comma before the name
_POST_BEFORE = re.compile(
    r"^(?:(?:the|and)\s)?(?P<post>(?:(?:parish|town|deputy|assistant) )*clerk(?: to the council)?|"
    r"members? of the public|minutes? secretary)[:,]? +"
    r"(?=(?:Mr|Mrs|Ms|Miss|Dr)\b|(?:[A-Z]\.? ?){1,3} ?[A-Z][a-z])",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"(?:,|\band|&|\ba/and|\bMr|\bMrs|\bMs|\bMiss|\bDr|\bCllr|\bCouncillors?)$")
_LONGEST = 20_000
"""Characters of a run-in list: more than any council's members and officers fill."""
# "The Director presented the report and …" is no list, "Mr A Field was also present" is one
_SAID = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|welcomed|presented|reported|considered|noted|agreed)\b"
)
_LISTED = re.compile(r"\b(?:apolog(?:y|ies)|present|in attendance|attended)\b", re.IGNORECASE)
_CARRIED_ON = re.compile(r"^(?:and\b|&|[a-z(])")


def read_lists(page: Page, first: int, end: int) -> Lists:
    """The attendance lists in `page[first:end]`, which ends where the first minute begins."""
    found = _lists(page, first, end)
    loose = tuple(line for one in found for line in one.lines if _tells_when(line))
    found = [one._replace(lines=[li for li in one.lines if li not in loose]) for one in found]
    people: list[ReadAttendance] = []
    doubts: list[ReadDoubt] = []
    paragraphs = []
    for one in found:
        for unit in _units(one.lines):
            read, said = _people(unit, one.label)
            people += read
            doubts += said
        paragraphs.append(_paragraph(one))
    start = _first_label(page, first, end) if found else None
    return Lists(tuple(people), tuple(paragraphs), tuple(doubts), _one_a_line(found), start, loose)


def read_unlabelled(page: Page, first: int, end: int) -> Lists:
    """People listed without any label: lines that begin with a name that bears a title."""
    label = labels.Label("present", "", "")
    lines = [line for line in page[first:end] if line.text and _begins_with_person(line.text)]
    people: list[ReadAttendance] = []
    doubts = []
    for unit in _units(lines):
        read, said = _people(unit, label)
        people += read
        doubts += said
        doubts.append(
            ReadDoubt(
                line=unit.line,
                read=unit.text[:120],
                uncertain="No label says in what capacity they came; read as present.",
                weight=45,
            )
        )
    return Lists(tuple(people), (), tuple(doubts), True, None)


def capacity_doubt(people: Iterable[ReadAttendance], line: int) -> tuple[ReadDoubt, ...]:
    """A doubt where minutes name nobody as present."""
    if any(person.capacity in ("present", "remote") for person in people):
        return ()
    return (
        ReadDoubt(
            line=line,
            read="",
            uncertain="No list of members present was found; add them by hand.",
            weight=70,
        ),
    )


def continues(text: str) -> bool:
    """Whether a list goes on after these words: they end with a comma, "and" or a title."""
    return bool(_CONTINUES.search(text))


def _first_label(page: Page, first: int, end: int) -> int | None:
    for at in range(first, end):
        if labels.attendance_label(page[at].text) or labels.ends_with_present(page[at].text):
            return at
    return None


def _tells_when(line: Line) -> bool:
    """Whether a line lists nobody: "Chamber, Town Hall - 10.00 am", or a sentence."""
    if line.text.endswith(".") and len(line.text) > 60 and _SAID.search(line.text):
        return not _LISTED.search(line.text)
    if not line.text or len(line.text) > 120 or not times_in(line.text):
        return False
    return not re.search(rf"\b{labels.TITLED}|\(", line.text)


def _lists(page: Page, first: int, end: int) -> list[_List]:
    found: list[_List] = []
    for line in page[first:end]:
        if is_furniture(line):
            continue
        if labels.ends_with_present(line.text):
            label = labels.Label("present", "", labels.after_present(line.text))
            found.append(_List(label, [_with_text(line, label.rest)]))
            continue
        if said := labels.also_present(line.text):
            found.append(_List(said, [_with_text(line, said.rest)]))
            continue
        label_found = labels.attendance_label(line.text, inside=bool(found))
        if label_found is None or (found and _is_open(found[-1].lines)):
            if found:
                found[-1].lines.append(line)
        elif label_found.within:
            title = re.sub(r"\W+$", "", label_found.words)
            words = f"{title} {label_found.rest}" if _governs(label_found) else label_found.rest
            found[-1].lines.append(_with_text(line, "", ""))
            found[-1].lines.append(_with_text(line, words, _raw_rest(line, label_found)))
        else:
            rest = _with_text(line, label_found.rest, _raw_rest(line, label_found))
            found.append(_List(label_found, [rest]))
    return found


def _is_open(lines: Sequence[Line]) -> bool:
    """Whether a bracket is open, so that the next line goes on with a post: "(Area Education"."""
    last = next((line.text for line in reversed(lines) if line.text), "")
    return last.rfind("(") > last.rfind(")") and bool(lines[-1].text)


def _governs(label: labels.Label) -> bool:
    """Whether "Councillors:" gives its title to the names after it on the line."""
    return bool(label.rest) and bool(re.match(r"(?:cllrs?|councillors?)\W*$", label.words, re.I))


def _raw_rest(line: Line, label: labels.Label) -> str:
    raw = line.raw.strip()
    rest = raw[len(label.words) :] if raw.startswith(label.words) else label.rest
    return rest.strip() if len(rest.split()) == len(label.rest.split()) else label.rest


def _with_text(line: Line, text: str, raw: str | None = None) -> Line:
    return line._replace(text=fold(text), raw=text if raw is None else raw)


def _units(lines: Sequence[Line]) -> list[_Unit]:
    """The lines joined where a list runs over the end of a line, and parted at columns."""
    units: list[_Unit] = []
    previous: Line | None = None
    gap = False
    for line in lines:
        if not line.text:
            gap = gap or previous is not None
            continue
        parts = _parts(line)
        if previous is not None and units and _goes_on(units[-1].text, previous, line, gap):
            units[-1] = _Unit(joined(units[-1].text, parts[0]), units[-1].line)
            parts = parts[1:]
        units += [_Unit(part, line.number) for part in parts]
        previous, gap = line, False
    return units


def _parts(line: Line) -> tuple[str, ...]:
    """A line's columns: people side by side, or one person with their post in the next."""
    parts = tuple(_runs_together(columns(line)))
    if len(parts) < 2:
        return (line.text,)
    named = [_names_someone(part) for part in parts]
    if named[0] and not any(named[1:]):
        return (f"{parts[0]} ({', '.join(parts[1:])})",)
    return parts if all(named) or not any(named) else tuple(_paired(parts, named))


def _runs_together(parts: Sequence[str]) -> list[str]:
    """The columns with those joined that a run-in list was only spaced out into."""
    found: list[str] = []
    for part in parts:
        if found and (_CONTINUES.search(found[-1]) or re.match(r"(?:and|&|,)(?!\w)", part)):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _names_someone(part: str) -> bool:
    """Whether a column is a person: "P Moran", "and P Moran", "Clerk J Connelly"."""
    person = re.sub(r"^(?:and|&) |[,;]$", "", part)
    post = _POST_BEFORE.match(person)
    return is_name(person[post.end() :] if post else person)


def _paired(parts: Sequence[str], named: Sequence[bool]) -> list[str]:
    paired: list[str] = []
    for part, is_person in zip(parts, named, strict=True):
        if is_person or not paired:
            paired.append(part)
        else:
            paired[-1] = f"{paired[-1]} ({part})"
    return paired


def _goes_on(so_far: str, previous: Line, line: Line, gap: bool) -> bool:
    if len(so_far) > _LONGEST:
        return False
    if _CONTINUES.search(previous.text) or _CARRIED_ON.match(line.text):
        return True
    if so_far.count("(") > so_far.count(")"):
        return True
    run_in = previous.text.count(",") >= 2 and len(previous.text) >= 60
    return run_in and not gap and not previous.text.endswith((".", ";", ":"))


def _people(unit: _Unit, label: labels.Label) -> tuple[list[ReadAttendance], list[ReadDoubt]]:
    if len(unit.text) > _LONGEST:
        return [], [_no_person(unit.text, unit.line)]
    office = _OFFICE.match(unit.text)
    text = unit.text[office.end() :] if office else unit.text
    if text.isupper() and not re.search(r"\b(?:MR|MRS|MS|MISS|DR|CLLR|COUNCILLOR)", text):
        return [], []  # a ward or another heading above names
    if named := named_in_brackets(text, label.capacity, unit.line):
        return named, []
    if post := _POST_BEFORE.match(text):
        label = label._replace(capacity="in attendance", role="")
        text = text[post.end() :]
    read: list[ReadAttendance] = []
    doubts: list[ReadDoubt] = []
    for piece in split_people(text):
        said = piece.doubt
        if is_vacancy(piece.name):
            continue
        if not _is_person(piece):
            doubts.append(_no_person(piece.words, unit.line))
            continue
        if "No comma" in said:
            doubts.append(
                ReadDoubt(
                    line=unit.line,
                    read=piece.words,
                    uncertain=said.partition(_TWO)[0] + _TWO,
                    weight=50,
                )
            )
        entry = _entry(piece, label, unit.line, office["office"].title() if office else "")
        if post and not entry.post:
            entry = msgspec.structs.replace(entry, post=post["post"])
        read.append(entry)
    return read, doubts


_TWO = "they were read as two people."


def _is_person(piece: Piece) -> bool:
    if "may not be a person" in piece.doubt:
        return False
    words = piece.words.split()
    if len(words) > 14 and not piece.bracket:
        return False
    return bool(re.search(r"[^\W\d_]", piece.name.surname)) and len(piece.name.surname) <= 60


def _no_person(words: str, line: int) -> ReadDoubt:
    return ReadDoubt(
        line=line,
        read=words[:160],
        uncertain="It stands in an attendance list but names nobody; it was left out.",
        weight=35,
    )


def _entry(piece: Piece, label: labels.Label, line: int, office: str) -> ReadAttendance:
    capacity: Capacity = label.capacity
    role = post = note = ""
    substitute: Name | None = None
    bracket = re.sub(r"^the (?=[A-Z])", "", piece.bracket.strip())
    if found := _SUBSTITUTE.match(bracket):
        substitute = parse_name(found["who"])
    elif capacity in ("present", "remote", "absent", "apologies") and ROLE.search(bracket):
        role = bracket
    elif _NOTE.match(bracket):
        note = bracket
    else:
        post = bracket
    if not role and ";" in bracket:
        role = _between_brackets(piece)
    role = ", ".join(part for part in (office or label.role, role) if part)
    return ReadAttendance(
        id=new_id(),
        name=piece.name,
        words=fold(piece.words),
        capacity=capacity,
        role=role,
        post=post,
        note=note,
        substitute_for=substitute,
        line=line,
    )


def _between_brackets(piece: Piece) -> str:
    """The office that stands between two brackets: "Mr A Field [AF] Chair (Staff)"."""
    found = re.search(r"\]\s*([^\[(]+?)\s*[\[(]", piece.words)
    return found[1] if found and ROLE.search(found[1]) else ""


def _paragraph(one: _List) -> ReadParagraph:
    lines = [line for line in one.lines if line.text]
    first = one.lines[0].number
    return ReadParagraph(
        capacity=one.label.capacity,
        label=one.label.words,
        text=fold(" ".join(line.text for line in lines)),
        first=first,
        last=lines[-1].number if lines else first,
    )


def _one_a_line(found: Sequence[_List]) -> bool:
    """Whether the lists have one name a line: most have their names below the label."""
    counts = [sum(1 for line in one.lines if line.text) for one in found]
    return bool(counts) and sum(1 for count in counts if count > 2) * 2 > len(counts)


def _begins_with_person(text: str) -> bool:
    pieces = split_people(text)
    return bool(pieces) and bool(pieces[0].name.title) and pieces[0].start == 0 and len(text) < 300

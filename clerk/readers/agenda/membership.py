"""The membership list of a front sheet: groups, seats, and the counts that it states."""

import re
from typing import NamedTuple

from clerk.domain.meetings import MEMBERSHIP, StatedGroup
from clerk.names import Piece, is_vacancy, split_people
from clerk.readers.minutes.attendance import ROLE, continues
from clerk.readers.pages.page import Line, Page, fold, is_furniture, joined
from clerk.readers.reading import ReadDoubt, ReadSeat


class Membership(NamedTuple):
    """The members that a front sheet lists."""

    seats: tuple[ReadSeat, ...] = ()
    total: int | None = None
    groups: tuple[StatedGroup, ...] = ()
    doubts: tuple[ReadDoubt, ...] = ()
    end: int = 0
    """Where in the page the list ends."""


class _Group(NamedTuple):
    name: str
    stated: int | None
    words: str
    line: int


# "Membership (14)", "Members of the Committee:", "Membership: Councillors …"
_HEADING = re.compile(
    r"^(?:to: ?)?(?:all )?(?:committee |panel |board )?member(?:ship|s)"
    r"(?: of the [\w ’'-]{3,60})?"
    r"\s*(?:\((?P<total>\d{1,3})\))?\s*(?::\s*(?P<rest>.*))?$",
    re.IGNORECASE,
)
# "Councillors Oak (Chairman), Ash, Elm and Mrs Fir" without any heading
_COUNCILLORS = re.compile(r"^(?:Councillors|Cllrs)\b[.:]? [^.;:]+,[^.;:]+$")
# "Conservative (12): Ms A …", "Labour (1) Mrs E …", "Church Representatives (3)"
COUNTED = re.compile(
    r"^(?P<name>[A-Z][\w’'&./ -]{1,110}?)\s*\((?P<stated>\d{1,2})\)\s*[:;.-]?\s*(?P<rest>.*)$"
)
# "Independent: Mr A Field"
_NAMED = re.compile(r"^(?P<name>[A-Z][A-Za-z’'&. -]{2,40}):\s*(?P<rest>\S.*)$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Professor|Sir|Dame)\b\.? ")
_NO_MEMBER = re.compile(
    r"^\w[\w ]{2,20}:|\b(?:will|please|may be|meeting|webcast\w*|quorum|agenda|filmed|"
    r"available|items?|substitutes?)\b",
    re.IGNORECASE,
)


def membership_heading(text: str) -> bool:
    """Whether the line heads a membership list."""
    found = _HEADING.match(text)
    if not found:
        return bool(_COUNCILLORS.match(text))
    return bool(found["total"] or found["rest"]) or text.endswith(":") or len(text.split()) <= 9


def read_membership(page: Page, first: int, end: int) -> Membership:
    """The list whose heading stands at `first`; it ends at `end` or where no names go on."""
    heading = _HEADING.match(page[first].text)
    total = int(heading["total"]) if heading and heading["total"] else None
    rest = heading["rest"] or "" if heading else page[first].text
    lines = [page[first]._replace(text=fold(rest), raw=rest)]
    at = first + 1
    while at < end and _belongs(page[at], lines):
        lines.append(page[at])
        at += 1
    groups = _groups(lines)
    seats: list[ReadSeat] = []
    stated: list[StatedGroup] = []
    doubts: list[ReadDoubt] = []
    for group in groups:
        read, said = _seats(group)
        seats += read
        doubts += [*said, *_count_doubt(group, len(read))]
        stated.append(_stated(group))
    doubts += _total_doubts(total, groups, len(seats), page[first].number)
    return Membership(tuple(seats), total, tuple(stated), tuple(doubts), at)


def _belongs(line: Line, before: list[Line]) -> bool:
    text = line.text
    if not text or is_furniture(line):
        return True
    if COUNTED.match(text):
        return True
    last = next((other.text for other in reversed(before) if other.text), "")
    if last and (continues(last) or text[0].islower() or _is_open(last)):
        return True
    if _NO_MEMBER.search(text) or len(text) > 600:
        return False
    return any(_is_member(piece) for piece in split_people(text))


def _is_member(piece: Piece) -> bool:
    return is_vacancy(piece.name) or "may not be" not in piece.doubt


def _groups(lines: list[Line]) -> list[_Group]:
    groups: list[_Group] = []
    for line in lines:
        if not line.text or is_furniture(line):
            continue
        if (found := COUNTED.match(line.text)) is not None:
            name, rest = _parted(found["name"], found["rest"])
            groups.append(_Group(name, int(found["stated"]), rest, line.number))
        elif (found := _NAMED.match(line.text)) and not found["name"].startswith(("Cllr", "Counc")):
            groups.append(_Group(found["name"], None, found["rest"], line.number))
        elif groups:
            last = groups[-1]
            goes_on = continues(last.words) or line.text[0].islower() or _is_open(last.words)
            words = joined(last.words, line.text) if goes_on else f"{last.words}\n{line.text}"
            groups[-1] = last._replace(words=words.strip())
        else:
            groups.append(_Group("", None, line.text, line.number))
    return groups


def _is_open(words: str) -> bool:
    return words.count("(") > words.count(")")


def _parted(name: str, rest: str) -> tuple[str, str]:
    """A group whose name was broken around its members: "Retired Staff Mr A Field Body (1)".

    Two columns were read across; the words after the last member's surname are the group's again.
    """
    found = _TITLED.search(name)
    if not found or rest:
        return fold(name), rest
    before, names = name[: found.start()], name[found.start() :]
    last = split_people(names)[-1]
    words = last.words.split()
    kept = next((at for at, word in enumerate(words[1:], 1) if len(word.strip(".")) > 1), 0) + 1
    return fold(f"{before} {' '.join(words[kept:])}"), names[: last.start] + " ".join(words[:kept])


def _seats(group: _Group) -> tuple[list[ReadSeat], list[ReadDoubt]]:
    seats: list[ReadSeat] = []
    doubts: list[ReadDoubt] = []
    for piece in split_people(group.words):
        if not _is_member(piece):
            doubts.append(
                ReadDoubt(
                    line=group.line,
                    read=piece.words[:120],
                    uncertain="It stands among the members but names nobody; it was left out.",
                    weight=45,
                    fact=MEMBERSHIP,
                )
            )
            continue
        if "No comma" in piece.doubt:
            doubts.append(
                ReadDoubt(
                    line=group.line,
                    read=piece.words,
                    uncertain=piece.doubt,
                    weight=50,
                    fact=MEMBERSHIP,
                )
            )
        role = piece.bracket if ROLE.search(piece.bracket) else ""
        name = None if is_vacancy(piece.name) else piece.name
        seats.append(ReadSeat(group=group.name, name=name, role=role, line=group.line))
    return seats, doubts


def _stated(group: _Group) -> StatedGroup:
    pieces = [piece for piece in split_people(group.words) if _is_member(piece)]
    members = tuple(fold(piece.words) for piece in pieces)
    return StatedGroup(name=group.name, stated=group.stated, members=members)


def _count_doubt(group: _Group, named: int) -> list[ReadDoubt]:
    if group.stated is None or group.stated == named:
        return []
    return [
        ReadDoubt(
            line=group.line,
            read=f"{group.name} ({group.stated})",
            uncertain=f"{group.stated} seats are stated, but {named} "
            f"{'name is' if named == 1 else 'names are'} listed.",
            weight=80,
            fact=MEMBERSHIP,
        )
    ]


def _total_doubts(
    total: int | None, groups: list[_Group], named: int, line: int
) -> list[ReadDoubt]:
    stated = [group.stated for group in groups if group.stated is not None]
    if total is None or (total == named and (not stated or sum(stated) == total)):
        return []
    said = f"{named} names are listed" if total != named else f"the groups add up to {sum(stated)}"
    return [
        ReadDoubt(
            line=line,
            read=f"Membership ({total})",
            uncertain=f"{total} members are stated, but {said}.",
            weight=75,
            fact=MEMBERSHIP,
        )
    ]

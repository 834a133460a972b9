"""Resolutions that are no sentences, people quoted who are in no list. Lightly: in doubt, no."""

import re
from collections.abc import Iterator

from clerk.checks.finding import Finding
from clerk.domain.meetings import Meeting, Minute
from clerk.names import parse_name
from clerk.notation import Block, Bullet, Limb, Resolution, parse
from clerk.record.context import Context
from clerk.record.minutes.fields import field_words

_VERB = re.compile(
    r"\b(?:be|is|are|was|were|being|been|has|have|do|does|will|shall|should|would|may|can|"
    r"not|note|notes?d?|agrees?d?|approves?d?|endorses?d?|recommends?|accepts?|adopts?|receives?|"
    r"supports?|requests?|asks?|delegates?|authorises?|appoints?|elects?|refers?|"
    r"[a-z]{3,}(?:ed|es|ing))\b",
    re.IGNORECASE,
)
_BE_PLAIN = re.compile(
    r"\bbe\s+(?:endorse|note|approve|agree|accept|adopt|receive|refer|delegate|authorise|confirm|"
    r"support|recommend|welcome|request|ask|appoint|elect|defer)\b(?!d)",
    re.IGNORECASE,
)
_SHORTEST = 4
"""Letters of the shortest surname that may be another's, misspelt."""
_SAID = (
    r"said|asked|explained|reported|stated|commented|replied|advised|suggested|confirmed|"
    r"welcomed|thanked|introduced|undertook|responded|queried|expressed|referred|presented"
)
_QUOTED = re.compile(
    r"\b(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady)\.?\s+"
    r"(?:(?:[A-Z]\.?\s+){0,3})[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s+(?:also\s+|then\s+)?"
    rf"(?:{_SAID})\b"
)


def check_words(meeting: Meeting, context: Context) -> Iterator[Finding]:
    """Each resolution a sentence; each person who is said to have spoken in some list."""
    for minute in meeting.minutes:
        blocks = parse(minute.text, minute.blocks)
        for at, block in enumerate(blocks):
            if isinstance(block, Resolution):
                yield from _resolution(block, blocks[at + 1 :], minute.title)
        yield from _moved_on(meeting, minute, context)
    yield from _unlisted(meeting, context)


def _moved_on(meeting: Meeting, minute: Minute, context: Context) -> Iterator[Finding]:
    """Plain words that a field once gave, where the facts now say something else."""
    if minute.number is not None:
        return
    for each in minute.detached:
        now = field_words(each.field, meeting, minute, context)
        if now != each.words:
            says = f"now say “{_cut(now)}”" if now else "have nothing to say any more"
            yield Finding(
                code="FIELD-MOVED-ON",
                says=f"The words on {each.field} under “{minute.title}” were put when the facts "
                f"said so; they {says}",
                fact=minute.id,
            )


def _resolution(block: Resolution, after: tuple[Block, ...], title: str) -> Iterator[Finding]:
    children = []
    for child in after:
        if not isinstance(child, Limb | Bullet):
            break
        children.append(child.text)
    whole = " ".join((block.text, *children)).strip()
    if not whole:
        yield Finding(
            code="RESOLUTION-EMPTY",
            says=f"A resolution under “{title}” has no words",
            severity="wrong",
            fact=block.id,
        )
        return
    if not _VERB.search(whole):
        yield Finding(
            code="RESOLUTION-NO-VERB",
            says=f"A resolution under “{title}” has no verb that Clerk knows: “{_cut(whole)}”",
            fact=block.id,
        )
    plain = _BE_PLAIN.search(whole)
    if plain:
        yield Finding(
            code="RESOLUTION-BE",
            says=f"A resolution under “{title}” says “{plain[0]}”: a “d” may be missing",
            fact=block.id,
        )
    if not whole.endswith((".", "!", "?", ".”", '."', ".)")):
        yield Finding(
            code="RESOLUTION-NO-STOP",
            says=f"A resolution under “{title}” ends without a full stop: “…{whole[-40:]}”",
            fact=block.id,
        )


def _unlisted(meeting: Meeting, context: Context) -> Iterator[Finding]:
    if not meeting.attendance:
        return
    listed = {known.name.surname.casefold() for known in context.people.values()}
    listed |= {member.name.surname.casefold() for member in context.members.values()}
    for minute in meeting.minutes:
        listed |= {
            parse_name(author.name).surname.casefold()
            for author in (*minute.authors, *minute.present_for)
            if author.name.strip()
        }
    told: set[str] = set()
    for minute in meeting.minutes:
        for found in _QUOTED.finditer(minute.text):
            surname = parse_name(found["name"]).surname.casefold()
            if surname not in listed | told:
                told.add(surname)
                yield _unknown(found["name"], surname, listed, minute)


def _unknown(name: str, surname: str, listed: set[str], minute: Minute) -> Finding:
    """Somebody in no list: one of them whose name is spelt otherwise, or a stranger."""
    near = next((known for known in sorted(listed) if _one_slip(surname, known)), "")
    if near:
        return Finding(
            code="NAME-SPELT",
            says=f"{name} under “{minute.title}” is in no list, and {near.title()} is: the name "
            "may be spelt two ways",
            source="the lists of who came",
            fact=minute.id,
        )
    return Finding(
        code="QUOTED-NOT-LISTED",
        says=f"{name} is quoted under “{minute.title}” and is in no list",
        source="the lists of who came",
        fact=minute.id,
    )


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter more, less, or another makes one name of the other, or two changed places.

    Names of up to three letters differ by a letter in good faith.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (swapped and short[at + 2 :] == long[at + 2 :])


def _cut(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"

"""The words with which papers label their lists, headings and fields."""

import re
from typing import NamedTuple

from clerk.domain.meetings import Capacity

BODY = (
    r"(?:committees?|sub-?committee|cabinet|council|board|panel|forum|executive|authority|group|"
    r"commission|senate|assembly|governing body|governors|trust|partnership|corporation|bench)"
)
TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?)\b"
"""A title with which a name in a list begins, one person's or several people's."""
_BODY_WORD = re.compile(rf"\b{BODY}\b", re.IGNORECASE)

# "UNRESTRICTED ITEMS", "Part I – Public", "PRIVATE BUSINESS", "AGENDA PART 2 (…)"
_PART = re.compile(
    r"^(?:(?:un)?restricted|exempt|confidential|public|private|open|closed|non-exempt)"
    r" (?:items?|business|session)\b(?:.{0,60}| ?\(.{0,200}\)\.?)$"
    r"|^(?:agenda )?part (?:[1-4]|one|two|i{1,3}|a|b)\b(?![.,]? of\b).{0,120}$"
    r"|^items? (?:open|closed|not open) to the public.{0,60}$",
    re.IGNORECASE,
)
_EXEMPT_PART = re.compile(
    r"exempt|confidential|private|closed|(?<!un)restricted|not open|excluded"
    r"|part (?:2|two|ii|b)\b",
    re.IGNORECASE,
)
_NON_EXEMPT = re.compile(r"non-exempt|unrestricted", re.IGNORECASE)

_SUFFIX = (
    r"(?P<after>\s*(?:\([^()]{0,60}\))?\s*(?::\s*[-–—]*|[-–—]+(?=\s|$)|\.(?=\s*$)|\s*$|\s"
    rf"(?={TITLED})))"
)
_PERSON = re.compile(TITLED)
_WHO = r"(?:members?|councillors?|cllrs|governors?|trustees|representatives)"


class Label(NamedTuple):
    """A label at the head of an attendance list."""

    capacity: Capacity
    words: str
    """With its punctuation, "PRESENT:"."""
    rest: str
    """What follows it on the line."""
    role: str = ""
    """What everyone under it is: "Chair"; empty for most."""
    within: bool = False
    """True for a label that only goes on with the list above it ("Councillors")."""


def _labels(*words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?P<label>(?:{'|'.join(words)}){_SUFFIX})(?P<rest>.*)$", re.IGNORECASE)


# Looked through in this order, because "Also in attendance" would be found in "In attendance".
_CAPACITIES: tuple[tuple[re.Pattern[str], Capacity], ...] = (
    (
        _labels(
            r"(?:also |present |in attendance |attending |attended |officers? |members? )*"
            r"(?:remotely|remote(?: attendance| attendees)?|virtual(?:ly)?(?: attendance)?|"
            r"via (?:teams|zoom|video ?link)|online)",
            r"in remote attendance",
            r"attending virtually",
        ),
        "remote",
    ),
    (
        _labels(
            r"(?:ymddiheuriadau ?/ ?)?apolog(?:y|ies)(?: for (?:non-?attendance|absence))?"
            r"(?: (?:were )?received)?(?: from)?",
            rf"{_WHO} apologies",
        ),
        "apologies",
    ),
    (_labels(r"absent", rf"{_WHO} absent", r"not present", r"absent without apology"), "absent"),
    (
        _labels(
            rf"(?:also|other {_WHO}|visiting {_WHO}|non-?voting {_WHO}|portfolio holders?"
            r"|cabinet members?|observers?|ward members?)(?: present)?"
            r"(?: \(?by invitation\)?)?",
            r"other members(?: in attendance)?",
            r"county (?:members|councillors) (?:also )?present",
        ),
        "also present",
    ),
    (
        _labels(
            r"(?:hefyd yn presennol ?/ ?)?(?:also )?in attendance",
            r"(?:the following )?(?:council |supporting |lead )?(?:officers?|staff)"
            r"(?: (?:were |also )?(?:present|in attendance|attending))?",
            r"in attendance \(officers\)",
            r"officer(?:s)? support",
            r"secretary|clerk|minute[- ]taker|minutes(?: taken)? by|advisers?|advisors?",
            r"guests?|by invitation|invitees|invited|public|witnesses|speakers?|partners?",
        ),
        "in attendance",
    ),
    (
        _labels(
            r"(?:presennol ?/ ?)?present(?: at the meeting)?",
            rf"{_WHO} (?:present|attending|in attendance)",
            r"those (?:present|attending|in attendance)",
            rf"present {_WHO}",
            r"attendance(?: list)?|attendees|attended(?: by)?|attending",
            r"voting members|full members|membership present|committee members?(?: present)?",
            r"sederunt",
        ),
        "present",
    ),
)
# "Chair" or "In the Chair:" above a name; "Councillors:" within a list.
_CHAIR = _labels(
    r"(?:present )?(?:in the )?chair(?:man|woman|person)?", r"presiding", r"vice[- ]chair(?:man)?"
)
_WITHIN = _labels(
    rf"(?:voting |elected |appointed |county |borough |district |town |parish |co-?opted |"
    rf"independent |lay |conservative |labour |liberal democrat )*{_WHO}",
    r"cyng(?:horwyr)?\.?(?: ?/ ?cllrs\.?)?",
)
_ALSO_PRESENT = re.compile(
    rf"^(?P<who>{TITLED}.{{3,400}}?) (?:was|were) also "
    r"(?:present|in attendance)\b[^:]{0,40}$"
)
# "when there were present:" at the end of an opening sentence
_WERE_PRESENT = re.compile(r"\b(?:there were present|were present|present were)\s*:[-–]?\s*", re.I)


def attendance_label(text: str, *, inside: bool = False) -> Label | None:
    """The label that the line begins with; None if it has none.

    `inside` says that a list has begun, so that "Chair" or "Councillors" alone may head a part.
    """
    if not text or text[0].isdigit():
        return None
    for pattern, capacity in _CAPACITIES:
        if (found := pattern.match(text)) and _is_label(found):
            return Label(capacity, found["label"].strip(), found["rest"].strip())
    chair = _CHAIR.match(text)
    if chair and (inside or _heads_a_list(chair)) and _is_label(chair):
        role = re.sub(r"\W+$|^(?:present )?in the ", "", chair["label"], flags=re.IGNORECASE)
        return Label("present", chair["label"].strip(), chair["rest"].strip(), role.capitalize())
    within = _WITHIN.match(text)
    if inside and within and (within["rest"].strip() or len(text) < 40):
        return Label("present", within["label"].strip(), within["rest"].strip(), within=True)
    return None


def _heads_a_list(chair: re.Match[str]) -> bool:
    """Whether "Chair" begins the lists: alone on its line, or "Present in the Chair:"."""
    return not chair["rest"].strip() or chair[0][:7].lower() == "present"


def also_present(text: str) -> Label | None:
    """A sentence that says who else came: "Cllrs. Field and Glebe were also present."."""
    found = _ALSO_PRESENT.match(text)
    return Label("also present", "", found["who"]) if found else None


def ends_with_present(text: str) -> bool:
    """Whether an opening sentence runs into the list: "… when there were present:"."""
    return bool(_WERE_PRESENT.search(text))


def after_present(text: str) -> str:
    """What follows "there were present:" in an opening sentence."""
    found = _WERE_PRESENT.search(text)
    return text[found.end() :] if found else ""


def before_present(text: str) -> str:
    """The opening sentence as far as "there were present:"."""
    found = _WERE_PRESENT.search(text)
    return text[: found.end()].strip() if found else text


def names_a_body(text: str) -> bool:
    """Whether the words name a committee, council or the like."""
    return bool(_BODY_WORD.search(text))


def part_heading(text: str) -> bool:
    """Whether the line is a heading between open and exempt business: "UNRESTRICTED ITEMS"."""
    return bool(_PART.match(text)) and not text.endswith((".", ";", ","))


def is_exempt_part(text: str) -> bool:
    """Whether such a heading is of business from which the public may be excluded."""
    return bool(_EXEMPT_PART.search(text)) and not _NON_EXEMPT.search(text)


def name_case(words: str) -> str:
    """A body's or place's name out of capitals: "CABINET AND STAFF PANEL" → "Cabinet and Staff
    Panel"; words that are not all in capitals stay as they are.
    """
    if not words.isupper():
        return words
    small = {"and", "of", "the", "for", "in", "on", "at", "to", "with", "by", "a"}
    cased = [
        word.lower() if at and word.lower() in small else _capitalised(word)
        for at, word in enumerate(words.split())
    ]
    return " ".join(cased)


def _capitalised(word: str) -> str:
    """ "CHILDREN'S" → "Children's", "SUB-COMMITTEE" → "Sub-Committee", "CO-OPTED" → "Co-opted"."""
    cased = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m[0][0] + m[0][1:].lower(), word)
    return re.sub(
        r"(?<=\bCo-)[A-Z]|(?<=\bNon-)[A-Z]|(?<=-)[A-Z](?=-)", lambda m: m[0].lower(), cased
    )


def _is_label(found: re.Match[str]) -> bool:
    """A label has a colon or dash after it, or stands alone, or a person's title follows it."""
    if found["after"].strip() or not found["rest"].strip():
        return True
    return bool(_PERSON.match(found["rest"].strip()))

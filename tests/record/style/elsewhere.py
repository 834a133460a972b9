"""What other councils' ways of setting out minutes are tried on."""

from clerk.domain.meetings import Meeting
from clerk.domain.printed import Edition, Line
from clerk.names import parse_name
from clerk.record.context import Known
from clerk.record.minutes.compose import compose
from tests.record.builders import context, entry

NAMES = {
    "pell": "Councillor Mrs J A Pell",
    "abbot": "Councillor R Abbot",
    "birch": "Councillor D Birch",
    "birch2": "Councillor M Birch",
    "dray": "Councillor Mrs K Dray",
    "oxley": "Councillor Mrs P Oxley",
    "clerk": "Ms N Quayle",
}
GROUPS = {"pell": "Independent", "abbot": "Independent", "birch": "Labour", "birch2": "Labour"}

CAME = (
    entry("pell", role="Chairman"),
    entry("abbot"),
    entry("birch2"),
    entry("birch"),
    entry("oxley", "also present"),
)


def lines(of: Meeting, toml: str, edition: Edition = "full", **facts: object) -> list[str]:
    """Each line as it is read: its number, if it stands before the words, and the words."""
    people = {
        key: Known(name=parse_name(words), group=GROUPS.get(key, ""))
        for key, words in NAMES.items()
    }
    values: dict[str, object] = {"people": people, "authority": "Wealdshire Borough Council"}
    record = compose(of, context(toml, **(values | facts)), edition)
    return [_as_read(line) for line in record.lines]


def _as_read(line: Line) -> str:
    number = "" if line.apart else line.number
    return f"{number} {line.text}" if number else line.text

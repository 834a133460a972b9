"""Other councils' ways of setting out agendas and minutes: what must be understood of each."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from clerk import notation
from clerk.readers.files.lines import lines
from clerk.readers.paper import read_lines
from clerk.readers.reading import Reading

STYLES = Path(__file__).resolve().parents[3] / "shared" / "styles"
pytestmark = pytest.mark.skipif(
    not STYLES.is_dir(), reason="the styles are not beside the checkout"
)


class Minutes(NamedTuple):
    """What minutes of a style must give."""

    file: int
    committee: str
    date: str
    numbers: str
    titles: str
    """The first word of each title."""
    people: dict[str, int]
    """How many came in each capacity."""


CASES = (
    Minutes(
        70, "Planning Committee", "2020-03-12", "214 215 216 217 218 219",
        "Apologies Notification Disclosures Exempt 19/500777/FULL Duration",
        {"present": 9, "also present": 1},
    ),
    Minutes(
        73, "Glendarroch Council", "2019-10-31", "1 2 3 4a 5",
        "CONVENER'S MINUTE SUPPORTED MINUTES DECISION", {"present": 7, "apologies": 2},
    ),
    Minutes(
        74, "Strathmore Council", "2018-09-06", "1 2 3", "Calling Declarations Standing",
        {"present": 6},
    ),
    Minutes(
        75, "Llanfair-y-bryn Community Council", "2021-01-12", "21/01 21/02 21/03 21/04.1",
        "YMDDIHEURIADAU DATGANIADAU COFNODION PRAESEPT", {"present": 4, "in attendance": 1},
    ),
    Minutes(
        76, "Executive Board", "2018-06-11", "1 2 5 6", "APOLOGIES DECLARATIONS MINUTES REGIONAL",
        {"present": 5, "in attendance": 2},
    ),
    Minutes(
        77, "Parish Council", "2024-05-15", "C012/24 C013/24 C014/24 C015/24 C016/24",
        "APOLOGIES DECLARATIONS TO QUOTATIONS STAFFING", {"present": 3, "in attendance": 2},
    ),
    Minutes(
        78, "", "None",
        "PL23/048 PL23/041 PL23/042 PL23/043 PL23/044 PL23/045 PL23/045 PL23/045 PL23/046",
        "PRESENT APOLOGIES DECLARATIONS CONFIRMATION PLANNING PLANNING ENFORCEMENT OUTSTANDING "
        "DATE",
        {"present": 5},
    ),
    Minutes(
        79, "Cabinet", "2024-09-10", "22 23 24 25", "APOLOGIES MINUTES EXCLUSION LEISURE",
        {"present": 4, "in attendance": 4},
    ),
    Minutes(
        80, "Development Committee", "2014-03-20", "214 215 216 217",
        "APOLOGIES MINUTES DECLARATIONS SANDHAM", {"present": 7, "in attendance": 2},
    ),
    Minutes(
        81, "", "2011-11-01", "C 11/067|C 11/068|C 11/069|C 11/070",
        "Declarations Minutes Mayor's Questions", {},
    ),
    Minutes(
        82, "Council", "2008-04-16", "89 90 91 96", "Announcements Minutes Declarations Budget",
        {"present": 5},
    ),
    Minutes(
        83, "Senate", "2013-01-16", "1/13 2/13 3/13 4/13",
        "ANNOUNCEMENTS STARRING MINUTES BUSINESS",
        {"present": 7, "apologies": 2, "in attendance": 2},
    ),
    Minutes(
        84, "Skelbeck Grammar School Full Governing Board", "2020-12-03", "1 2 3 4 5",
        "Welcome To Declarations Minutes Confidential", {"present": 7},
    ),
    Minutes(
        85, "Central Vale Fire Authority", "2022-06-15", "FA02 FA03 FA04", "MINUTES DISCLOSURE PAY",
        {"present": 7, "in attendance": 3, "remote": 1, "apologies": 2},
    ),
    Minutes(
        86, "", "2010-04-13", "772 773 774", "MINUTES DECLARATIONS HIGHWAYS",
        {"present": 10, "in attendance": 7, "apologies": 3},
    ),
    Minutes(
        87, "Scrutiny Committee", "2013-11-12", "29 30 31", "Election Membership Procedure",
        {"present": 8, "also present": 1, "in attendance": 1},
    ),
    Minutes(
        88, "Planning Committee", "2019-01-24", "126 127 128 129",
        "Declarations Minutes Minutes Substitutes", {},
    ),
)  # fmt: skip


@cache
def reading(number: int) -> Reading:
    """The style whose file's name begins with `number`; its first line tells where it is from."""
    (path,) = STYLES.glob(f"{number}-*.txt")
    return read_lines(["", *lines(path)[1:]], path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.file))
def test_minutes_in_every_style_give_committee_date_and_numbers(case: Minutes) -> None:
    (minutes,) = reading(case.file).minutes
    assert minutes.committee == case.committee
    assert str(minutes.date) == case.date
    expected = case.numbers.split("|" if "|" in case.numbers else " ")
    assert [minute.number for minute in minutes.minutes] == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.file))
def test_minutes_in_every_style_have_titles(case: Minutes) -> None:
    (minutes,) = reading(case.file).minutes
    assert [minute.title.split()[0] for minute in minutes.minutes] == case.titles.split()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.file))
def test_minutes_in_every_style_say_who_came(case: Minutes) -> None:
    (minutes,) = reading(case.file).minutes
    counts: dict[str, int] = {}
    for entry in minutes.attendance:
        counts[entry.capacity] = counts.get(entry.capacity, 0) + 1
    assert counts == case.people


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.file))
def test_what_was_not_printed_is_a_doubt(case: Minutes) -> None:
    doubts = " ".join(doubt.uncertain for doubt in reading(case.file).doubts)
    assert ("The meeting's date is not said." in doubts) == (case.date == "None")
    assert ("Whose minutes they are is not said." in doubts) == (not case.committee)
    assert ("No list of members present was found" in doubts) == ("present" not in case.people)


def words_in(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)).casefold() for word in text.split()}


def all_words_of(value: object) -> Iterator[str]:
    """Every word that stands anywhere in a reading."""
    if isinstance(value, str):
        yield from words_in(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from all_words_of(one)
    elif hasattr(value, "__struct_fields__"):
        for field in value.__struct_fields__:
            yield from all_words_of(getattr(value, field))


@pytest.mark.parametrize("number", [*(case.file for case in CASES), 71, 72])
def test_no_word_of_a_paper_is_lost_silently(number: int) -> None:
    (path,) = STYLES.glob(f"{number}-*.txt")
    known = set(all_words_of(reading(number)))
    lost = []
    for line in lines(path)[1:]:
        for word in words_in(line):
            letters = "".join(filter(str.isalpha, word))
            if len(letters) > 4 and word not in known and not NOT_FACTS & {word}:
                lost.append(word)
    assert lost == []


NOT_FACTS = {
    "page", "template", "agenda", "membership", "minutes", "venue", "contact", "telephone",
    "start", "finish", "monday", "tuesday", "wednesday", "thursday", "friday", "items",
    "january", "march", "august", "september", "october", "november", "councillors", "pages",
}  # fmt: skip


def test_tags_of_the_system_are_no_text() -> None:
    for number in (70, 71):
        assert not any("ai1" in word for word in all_words_of(reading(number)))


def test_bold_lists_and_votes_stay_as_text_where_the_notation_has_no_mark_for_them() -> None:
    minutes = reading(70).minutes[0].minutes
    blocks = notation.parse(minutes[4].text)
    assert [type(block).__name__ for block in blocks][:3] == [
        "Paragraph",
        "Paragraph",
        "Resolution",
    ]
    assert any(block.text.startswith("Voting") for block in blocks if hasattr(block, "text"))


def test_an_agenda_with_tags_gives_items_pages_and_what_is_exempt() -> None:
    agenda = reading(71).agenda
    assert agenda is not None
    assert (agenda.committee, str(agenda.date), str(agenda.time)) == (
        "Cabinet", "2020-11-18", "17:30:00",
    )  # fmt: skip
    assert [(item.ref, item.pages, item.report) for item in agenda.items] == [
        ("1", "", ""),
        ("2", "", ""),
        ("3", "1 - 6", ""),
        ("4", "", "to follow"),
        ("5", "7 - 31", ""),
        ("6", "32 - 35", ""),
    ]
    assert [item.exempt.paragraphs for item in agenda.items if item.exempt] == [("3",)]
    assert len(agenda.seats) == 5
    assert agenda.seats[0].role == "Chairman"


def test_exempt_items_between_open_ones_are_the_only_exempt_ones() -> None:
    agenda = reading(72).agenda
    assert agenda is not None
    assert [item.ref for item in agenda.items if item.exempt] == ["5", "6"]
    assert agenda.front.motion_paragraphs == ("3",)
    assert agenda.front.officer_phone
    assert str(agenda.front.published) == "2019-08-29"


def test_a_group_broken_around_its_members_is_put_together() -> None:
    agenda = reading(72).agenda
    assert agenda is not None
    groups = {
        group.name: (group.stated, len(group.members)) for group in agenda.front.stated_groups
    }
    assert groups["Retired Members' Association"] == (2, 2)
    assert [seat.name for seat in agenda.seats if seat.group == "Staff Representative"] == [None]


def test_a_limb_with_a_star_is_for_the_council_itself_to_decide() -> None:
    minutes = reading(73).minutes[0].minutes
    text = next(minute.text for minute in minutes if minute.number == "3")
    starred = [block for block in notation.parse(text) if notation.for_council(block)]
    assert [block.mark for block in starred if isinstance(block, notation.Limb)] == ["(a)"]
    assert len(starred) == 1, "(b) has none"


def test_a_resolution_keeps_the_words_that_its_council_begins_it_with() -> None:
    leads = {
        number: [
            block.lead
            for minute in reading(number).minutes[0].minutes
            for block in notation.parse(minute.text)
            if isinstance(block, notation.Resolution)
        ]
        for number in (70, 76, 85)
    }
    assert leads[70][0] == "RESOLVED: That"
    assert leads[76][0] == "UNANIMOUSLY RESOLVED that"
    assert leads[85][0] == "RESOLVED - That"


def test_minutes_after_a_motion_to_exclude_the_public_are_exempt_with_its_paragraph() -> None:
    exempt = {
        minute.number: minute.exempt.paragraphs
        for minute in reading(79).minutes[0].minutes
        if minute.exempt
    }
    assert exempt == {"25": ("3",)}


def test_every_text_is_notation_with_a_line_of_the_paper_for_each_block() -> None:
    for case in CASES:
        for minute in reading(case.file).minutes[0].minutes:
            assert len(notation.parse(minute.text)) == len(minute.block_lines)

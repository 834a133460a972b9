"""An invented pack, and what happens to it when lines are dropped, moved or garbled."""

import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk import notation
from clerk.errors import InputError
from clerk.names import full
from clerk.readers.files.lines import lines as lines_of
from clerk.readers.paper import read_lines
from clerk.readers.reading import Reading

SHARED = Path(__file__).resolve().parents[3] / "shared"


def read(text: str) -> Reading:
    return read_lines(text.split("\n"), "paper.txt")


def test_a_pack_gives_its_agenda_its_minutes_and_its_reports(pack: str) -> None:
    reading = read(pack)
    assert reading.kind == "pack"
    assert reading.agenda is not None
    assert reading.agenda.committee == "Environment and Highways Committee"
    assert reading.agenda.venue == "Tidal Room, Old Customs House, Harbourne"
    assert reading.agenda.front.contact == "Nora Quayle"
    assert [item.ref for item in reading.agenda.items] == ["A1", "A2", "B1"]
    assert [seat.name and full(seat.name) for seat in reading.agenda.seats] == [
        "Mr A Field", "Mrs B Glebe, OBE", "Ms C Heath", None,
    ]  # fmt: skip
    (report,) = reading.reports
    assert report.item == reading.agenda.items[2].id
    assert report.recommendation == "Members are asked to AGREE the repair."


def test_a_clean_paper_gives_no_doubt(pack: str) -> None:
    assert read(pack).doubts == ()


def test_minutes_alone_and_an_agenda_alone_are_papers_too(minutes: str, agenda: str) -> None:
    assert read(minutes).kind == "minutes"
    assert read(agenda).kind == "agenda"


def test_paragraph_numbers_are_stripped_where_running_on_gives_them(minutes: str) -> None:
    text = read(minutes).minutes[0].minutes[1].text
    assert "(1)" not in text
    assert ")= " not in text


def test_a_number_that_running_on_would_not_give_is_kept_and_doubted(minutes: str) -> None:
    reading = read(minutes.replace("(3) RESOLVED", "(2) RESOLVED"))
    assert "(2)= RESOLVED that the slipway" in reading.minutes[0].minutes[1].text
    assert [doubt.uncertain for doubt in reading.doubts] == [
        "This paragraph number stands twice in the minute."
    ]


def test_a_weekday_that_does_not_fit_its_date_is_doubted(minutes: str, agenda: str) -> None:
    for text, day in ((minutes, "Tuesday, 14 April"), (agenda, "Tuesday, 9 June")):
        (doubt,) = read(text.replace(day, day.replace("Tuesday", "Friday"))).doubts
        assert "Tuesday" in doubt.uncertain
        assert doubt.weight == 80


def test_a_minute_number_that_is_missing_or_stands_twice_is_doubted(minutes: str) -> None:
    (missing,) = read(minutes.replace("12. Ferry", "14. Ferry")).doubts
    assert missing.uncertain == "It follows minute 11: numbers are missing."
    (twice,) = read(minutes.replace("12. Ferry", "11. Ferry")).doubts
    assert twice.uncertain == "This minute number stands twice."


def test_a_paragraph_broken_by_a_page_is_one_again(minutes: str) -> None:
    whole = "(1) Ms Jarman said that the slipway was worn."
    broken = (
        "(1) Ms Jarman said that the slipway which the county had built in the\n\n"
        "Year of the flood was worn."
    )
    assert whole in minutes
    first = notation.parse(read(minutes.replace(whole, broken)).minutes[0].minutes[1].text)[0]
    assert isinstance(first, notation.Paragraph)
    assert first.text.endswith("built in the Year of the flood was worn.")


def test_lines_broken_at_their_ends_are_one_paragraph(minutes: str) -> None:
    import textwrap

    wrapped = "\n".join(
        "\n".join(textwrap.wrap(line, 72)) if line else "" for line in minutes.split("\n")
    )
    expected, found = read(minutes).minutes[0], read(wrapped).minutes[0]
    assert [m.text for m in found.minutes] == [m.text for m in expected.minutes]
    assert found.opening_printed == expected.opening_printed
    assert [e.words for e in found.attendance] == [e.words for e in expected.attendance]


def test_a_line_that_begins_with_a_mark_of_the_notation_stays_plain(minutes: str) -> None:
    marked = minutes.replace("(1) Ms Jarman said", "(1) > Ms Jarman said")
    first = notation.parse(read(marked).minutes[0].minutes[1].text)[0]
    assert isinstance(first, notation.Paragraph)
    assert first.text.startswith("> Ms Jarman")


def test_a_bar_within_a_cell_stays_in_its_cell(minutes: str) -> None:
    row = "Slipway | north\t£5\t\nQuay\t£6\t"
    text = read(minutes.replace("- a survey\n- a price", row)).minutes[0].minutes[1].text
    tables = [block for block in notation.parse(text) if isinstance(block, notation.Table)]
    assert [table.rows for table in tables] == [(("Slipway | north", "£5"), ("Quay", "£6"))]


def test_marks_of_direction_and_brackets_are_text(minutes: str) -> None:
    odd = "said [b]that \u202ethe slipway\u202c was worn"
    text = read(minutes.replace("said that the slipway was worn", odd)).minutes[0].minutes[1].text
    assert odd in text


def test_minutes_without_numbers_are_parted_at_their_headings(minutes: str) -> None:
    unnumbered = minutes.replace("11. ", "").replace("12. ", "")
    reading = read(unnumbered)
    assert [m.title for m in reading.minutes[0].minutes] == ["Minutes", "Ferry slipway"]
    assert [m.number for m in reading.minutes[0].minutes] == ["", ""]
    assert reading.doubts[0].uncertain.startswith("The minutes bear no numbers")


def test_numbers_alone_above_their_titles_are_the_minutes_numbers(minutes: str) -> None:
    apart = minutes.replace("11. ", "11.\n\n").replace("12. ", "12.\n\n")
    found = read(apart).minutes[0].minutes
    assert [(m.number, m.title) for m in found] == [("11", "Minutes"), ("12", "Ferry slipway")]


def test_a_member_substituted_by_another_does_not_sit_for_the_other(minutes: str) -> None:
    apologies = "APOLOGIES: Ms C Heath (substituted by Mr D Ings)\n\nUNRESTRICTED ITEMS"
    found = read(minutes.replace("UNRESTRICTED ITEMS", apologies)).minutes[0].attendance
    heath = next(entry for entry in found if entry.capacity == "apologies")
    assert heath.substitute_for is None
    assert heath.note == "substituted by Mr D Ings"


def test_when_the_meeting_closed_is_no_part_of_the_last_minute(minutes: str) -> None:
    closed = minutes + "\nThe meeting closed at 12.05 pm\n\n.............. Chairman\n"
    read_minutes = read(closed).minutes[0]
    assert str(read_minutes.closed) == "12:05:00"
    assert len(read_minutes.closing) == 2
    assert read_minutes.minutes[1].text == read(minutes).minutes[0].minutes[1].text


def test_minutes_under_exempt_items_are_exempt(minutes: str) -> None:
    parted = minutes.replace("12. Ferry", "EXEMPT ITEMS\n\n12. Ferry")
    found = read(parted).minutes[0]
    assert [minute.exempt is not None for minute in found.minutes] == [False, True]
    assert [part.kind for part in found.parts] == ["open", "exempt"]


def text_of(reading: Reading) -> None:
    """What a reading must always be."""
    for minutes in reading.minutes:
        for minute in minutes.minutes:
            assert len(notation.parse(minute.text)) == len(minute.block_lines)
            for first, last in minute.block_lines:
                assert 1 <= first <= last <= reading.lines
    assert [d.weight for d in reading.doubts] == sorted(
        (d.weight for d in reading.doubts), reverse=True
    )


def survives(text: str) -> None:
    """Only a reading or a refusal may come of it, and soon."""
    began = time.process_time()  # of this program alone, however busy the machine is
    try:
        reading = read(text)
    except InputError:
        return
    finally:
        assert time.process_time() - began < 5
    text_of(reading)


def mutated(text: str, seed: int) -> str:
    """The text with some lines dropped, swapped, doubled, joined, cut or garbled."""
    chance = random.Random(seed)
    rows = text.split("\n")
    for _ in range(chance.randint(1, 40)):
        at, other = chance.randrange(len(rows)), chance.randrange(len(rows))
        match chance.randrange(7):
            case 0:
                del rows[at]
            case 1:
                rows[at], rows[other] = rows[other], rows[at]
            case 2:
                rows.insert(other, rows[at])
            case 3:
                rows[at] = rows[at] + rows[other]
            case 4:
                rows[at] = rows[at][: chance.randrange(len(rows[at]) + 1)]
            case 5:
                rows[at] = "".join(chance.sample(rows[at], len(rows[at])))
            case _:
                rows[at] = re.sub(r"\w", chance.choice("()[]|*#-1.:\t "), rows[at], count=9)
        if not rows:
            return ""
    return "\n".join(rows)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_pack_is_read_or_refused(pack: str, seed: int) -> None:
    survives(mutated(pack, seed))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**9), which=st.integers(0, 2))
@pytest.mark.skipif(not (SHARED / "packs").is_dir(), reason="the packs are not beside the checkout")
def test_a_damaged_real_pack_is_read_or_refused(seed: int, which: int) -> None:
    path = sorted((SHARED / "packs").glob("*.txt"))[which]
    head = path.read_text(encoding="utf-8").split("\n")[:700]
    survives(mutated("\n".join(head), seed))


PIECES = st.sampled_from(
    [
        *("AGENDA", "MINUTES of a meeting of the X Committee held in", "PRESENT:", "1. ", "(1) "),
        *("(a) ", "- ", "RESOLVED that", "Mr A Field", ", ", "and ", "(", ")", "Membership (3)"),
        *("A1 ", "B - ", "Conservative (2): ", "(Pages 1 - 2)", "By: ", "To: ", "Date: "),
        *("14 April 2015", "\t", "   ", "**", "<p>", "EXEMPT ITEMS", "Carried", "[[", "]]", "|"),
        *("\\", " ", "\n", "\n\n"),
    ]
) | st.text(max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    survives(text)


ENDLESS = {
    "brackets": "(" * 5000, "numbers": "1. " * 5000, "names": "Mr A, " * 5000,
    "word": "a" * 200_000,
    "bars": "| " * 20_000, "leads": "RESOLVED " * 9000, "bodies": "the Committee of the " * 5000,
    "items": "Item A1 (" * 4000, "tabs": "\t" * 50_000, "joined": "and " * 20_000,
    "titles": "A1 " + "Cabinet " * 8000, "bullets": "- " * 30_000, "posts": "Mr A B (C " * 3000,
    "underscores": "_ " * 9000, "dates": "14 April 2015 " * 3000,
    "blanks": "x" + " " * 90_000 + "y",
}  # fmt: skip


MANY = {
    "paragraph": ["Mr Field said that it was so and that it would be so again in the year."] * 1500,
    "items": [f"({at}) Mr Field said something." for at in range(1500)],
    "titles": [f"{at}. Title of it" for at in range(2000)],
    "openings": ["Minutes of the meeting of the Cabinet held on 1 May 2015"] * 1500,
    "pages": ["Page 3", "Committee of the Harbour"] * 1500,
}  # fmt: skip


@pytest.mark.parametrize("lines", MANY.values(), ids=MANY)
def test_many_lines_cost_what_they_are_and_no_more(minutes: str, lines: list[str]) -> None:
    survives(minutes + "\n".join(lines))


def test_a_file_of_endless_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "endless.txt"
    path.write_text("x\n" * 250_001, encoding="utf-8")
    with pytest.raises(InputError, match="250,001 lines"):
        lines_of(path)


@pytest.mark.parametrize("line", ENDLESS.values(), ids=ENDLESS)
def test_one_endless_line_is_no_trap(minutes: str, line: str) -> None:
    for place in ("PRESENT: ", "(1) ", "12. "):
        survives(minutes.replace(place, place + line, 1))
    survives(line)

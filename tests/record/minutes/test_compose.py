"""The record: what is numbered, what resolves, where a reference stands, what a paper printed."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.meetings import AsPrinted, Author, Exempt, Number, Part, Sitting
from clerk.notation import parse
from clerk.record.minutes.compose import compose, minute_lines
from tests.record.builders import body, context, entry, item, meeting, minute, printed, record

EXEMPT = Exempt(paragraphs=("3",))


# --- paragraphs ---------------------------------------------------------------------------------


def test_a_lone_paragraph_has_no_number() -> None:
    assert body("The Committee noted the report.") == [
        ("paragraph", None, "The Committee noted the report.")
    ]


def test_a_lone_paragraph_has_one_where_the_style_says_so() -> None:
    assert body("Noted.", "[paragraph]\nlone_number = true") == [("paragraph", "(1)", "Noted.")]


def test_numbers_run_through_sub_headings_and_resolutions() -> None:
    assert body("## Roads\nFirst.\n## Bridges\nSecond.\nRESOLVED that it be noted.") == [
        ("subheading", None, "Roads"),
        ("paragraph", "(1)", "First."),
        ("subheading", None, "Bridges"),
        ("paragraph", "(2)", "Second."),
        ("resolution", "(3)", "RESOLVED that it be noted."),
    ]


def test_a_resolution_outside_the_sequence_leaves_a_lone_paragraph_unnumbered() -> None:
    toml = "[paragraph]\nresolutions_numbered = false"
    assert body("First.\nRESOLVED that it be noted.", toml) == [
        ("paragraph", None, "First."),
        ("resolution", None, "RESOLVED that it be noted."),
    ]
    assert [number for _, number, _ in body("A.\nRESOLVED that b.\nC.", toml)] == [
        "(1)",
        None,
        "(2)",
    ]


def test_bullets_limbs_dates_tables_quotations_and_outcomes_never_take_a_number() -> None:
    text = (
        "First:-\n- one\n  - two\n(a) limb\n> words displayed\nCarried\n"
        "Thursday, 9 July 2026\n| a | b |\nSecond."
    )
    found = body(text)
    assert [(kind, number) for kind, number, _ in found] == [
        ("paragraph", "(1)"),
        ("bullet", None),
        ("bullet", None),
        ("limb", "(a)"),
        ("quotation", None),
        ("outcome", None),
        ("date", None),
        ("table", None),
        ("paragraph", "(2)"),
    ]


def test_a_number_set_by_hand_is_printed_and_the_next_run_on_from_it() -> None:
    numbers = [number for _, number, _ in body("A.\n(14)= B.\nC.")]
    assert numbers == ["(1)", "(14)", "(15)"]


def test_paragraphs_can_carry_the_number_of_their_minute() -> None:
    toml = '[paragraph]\nnumber = "{m}.{n}"'
    assert [number for _, number, _ in body("A.\nB.", toml)] == ["1.1", "1.2"]


def test_a_style_without_paragraph_numbers_prints_none() -> None:
    assert [number for _, number, _ in body("A.\nB.", '[paragraph]\nnumber = ""')] == [None, None]


@given(
    st.lists(
        st.sampled_from(
            ["Words.", "## Head", "- bullet", "(a) limb", "RESOLVED that x.", "> quoted", "Carried"]
        ),
        max_size=12,
    )
)
def test_the_printed_numbers_count_what_is_in_sequence_and_nothing_else(lines: list[str]) -> None:
    found = body("\n".join(lines))
    counted = [line for line in lines if line in ("Words.", "RESOLVED that x.")]
    numbers = [number for kind, number, _ in found if kind in ("paragraph", "resolution")]
    wanted: list[str | None] = [f"({at + 1})" for at in range(len(counted))]
    assert numbers == (wanted if len(counted) > 1 else [None] * len(counted))


@given(st.text(alphabet="abRESOLVEDthat [](){}-#>|.:,;\\\n", max_size=120))
def test_no_word_that_was_typed_is_lost_in_the_record(text: str) -> None:
    of = meeting(minute("one", text))
    lines = record(of).lines
    facts = [line.fact for line in lines]
    for block in parse(text, of.minutes[0].blocks):
        assert block.id in facts


# --- resolutions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "RESOLVED That the report be noted.",
        "Cabinet resolved to: (a) agree.",
        "RESOLVED unanimously that it be noted.",
        "RESOLVED: that it be noted.",
        "RESOLVED; that it be noted.",
        "RESOLVED, nem con, that it be noted.",
        "RESOLVED - that it be noted.",
        "RESOLVED – to note.",
        "It was resolved that it be noted.",
        "RESOLVED that: (a) it be noted.",
        "RESOLVED that, subject to funds, it be agreed.",
    ],
)
def test_a_lead_of_the_councils_own_is_printed_as_it_was_typed(typed: str) -> None:
    assert body(typed) == [("resolution", None, typed)]


def test_the_standard_lead_is_that_of_the_style() -> None:
    toml = '[resolution]\nlead = "Resolved –"'
    assert body("RESOLVED that it be noted.", toml) == [
        ("resolution", None, "Resolved – it be noted.")
    ]


def test_a_resolution_inside_prose_is_marked_and_its_marks_are_not_printed() -> None:
    lines = record(meeting(minute("one", "After debate [[it was agreed]] to wait."))).lines
    runs = [(run.text, run.role) for run in lines[-1].runs]
    assert runs == [("After debate ", ""), ("it was agreed", "resolution"), (" to wait.", "")]


# --- the heading of a minute --------------------------------------------------------------------


def heading(toml: str = "", refs: tuple[str, ...] = ("A3",), **facts: Any) -> list[str]:
    items = tuple(item(f"i{at}", ref) for at, ref in enumerate(refs))
    of = meeting(minute("one", items=tuple(i.id for i in items), **facts), items=items)
    return [words for _, _, words in printed(record(of, toml).lines)][1:]


AUTHORS = (Author(name="Mr F Tolley", post="Cabinet Member"), Author(name="Ms K Orme"))


@pytest.mark.parametrize(
    ("refs", "words"),
    [
        (("A3",), ["(Item A3)"]),
        (("A3", "A4"), ["(Items A3 and A4)"]),
        (("A3", "A4", "B1"), ["(Items A3, A4 and B1)"]),
        (("",), []),
        ((), []),
    ],
)
def test_a_minute_names_its_agenda_items(refs: tuple[str, ...], words: list[str]) -> None:
    assert heading(refs=refs) == words


def test_a_reference_names_the_authors_of_the_report_where_the_style_does() -> None:
    toml = '[minute]\nreference = "([{items}][ – Report by {authors}])"'
    assert heading(toml, authors=AUTHORS) == [
        "(Item A3 – Report by Mr F Tolley, Cabinet Member and Ms K Orme)"
    ]
    assert heading(toml) == ["(Item A3)"]


def test_who_was_there_for_one_item_is_said_in_the_singular_or_the_plural() -> None:
    assert heading(refs=(), present_for=AUTHORS[1:]) == ["(Ms K Orme was present for this item)"]
    assert heading(refs=(), present_for=AUTHORS) == [
        "(Mr F Tolley, Cabinet Member and Ms K Orme were present for this item)"
    ]


@pytest.mark.parametrize(("place", "beside"), [("beside", True), ("under", False)])
def test_a_reference_stands_where_the_style_puts_it(place: str, beside: bool) -> None:
    of = meeting(minute("one", items=("i",)), items=(item("i", "A3"),))
    lines = record(of, f'[minute]\nreference_place = "{place}"').lines
    assert [line.beside for line in lines if line.kind == "reference"] == [beside]


def test_a_number_is_provisional_until_it_is_fixed() -> None:
    of = meeting(minute("one", number=Number(text="3", ordinal=3)), minute("two"))
    heads = [line for line in record(of).lines if line.kind == "minute"]
    assert [(line.number, line.provisional) for line in heads] == [("3.", False), ("4.", True)]


# --- head, parts, closing -----------------------------------------------------------------------


def test_the_head_names_authority_committee_place_and_day() -> None:
    lines = record(meeting()).lines
    assert printed(lines, "authority", "committee", "opening") == [
        ("authority", None, "WEALDSHIRE COUNTY COUNCIL"),
        ("committee", None, "ENVIRONMENT AND HIGHWAYS COMMITTEE"),
        (
            "opening",
            None,
            "MINUTES of a meeting of the Environment and Highways Committee held in the "
            "Council Chamber, Harbourne on Thursday, 23 April 2026.",
        ),
    ]


def test_capitals_are_the_styles_and_the_name_stays_in_name_case() -> None:
    line = next(line for line in record(meeting()).lines if line.kind == "committee")
    assert (line.runs[0].text, line.case) == ("Environment and Highways Committee", "upper")


def test_a_meeting_without_a_place_prints_none() -> None:
    opening = printed(record(meeting(venue="")).lines, "opening")[0][2]
    assert "held in" not in opening


@pytest.mark.parametrize(
    ("when", "mixed", "headings"),
    [
        ("always", False, ["UNRESTRICTED ITEMS"]),
        ("always", True, ["UNRESTRICTED ITEMS", "EXEMPT ITEMS"]),
        ("when both", False, []),
        ("when both", True, ["UNRESTRICTED ITEMS", "EXEMPT ITEMS"]),
        ("never", True, []),
    ],
)
def test_open_and_exempt_business_is_headed_as_the_style_asks(
    when: str, mixed: bool, headings: list[str]
) -> None:
    of = meeting(minute("one"), minute("two", exempt=EXEMPT if mixed else None))
    lines = record(of, f'[parts]\nprinted = "{when}"').lines
    assert [words for _, _, words in printed(lines, "part")] == headings


def test_the_headings_of_a_paper_go_before_those_of_the_style() -> None:
    parts = (Part(id="p", kind="other", before="two", words="URGENT BUSINESS"),)
    lines = record(meeting(minute("one"), minute("two"), parts=parts)).lines
    assert printed(lines, "part") == [("part", None, "URGENT BUSINESS")]


def test_the_time_at_which_the_meeting_closed_is_printed_where_the_style_has_words() -> None:
    of = meeting(sittings=(Sitting(id="s", closed=dt.time(12, 5)),))
    toml = '[closing]\nclosed = "The meeting closed at {time}."'
    assert printed(record(of, toml).lines, "closing") == [
        ("closing", None, "The meeting closed at 12.05 pm.")
    ]
    assert printed(record(of).lines, "closing") == []


def test_only_the_signing_edition_has_a_place_to_sign() -> None:
    of = meeting(minute("one"))
    assert not printed(record(of, edition="full").lines, "signature")
    signed = record(of, edition="signing", chair_title="Chairperson")
    assert [words for _, _, words in printed(signed.lines, "signature")] == ["Chairperson", "Date"]


@pytest.mark.parametrize(
    ("state", "edition", "draft"),
    [
        ("draft", "full", True),
        ("draft", "draft", True),
        ("published", "draft", True),
        ("published", "full", False),
        ("published", "public", False),
    ],
)
def test_the_draft_mark_is_on_all_that_may_still_change(
    state: Any, edition: Any, draft: bool
) -> None:
    assert record(meeting(state=state), edition=edition).draft is draft


# --- as printed ---------------------------------------------------------------------------------


def slip(fact: str, role: str, text: str) -> tuple[AsPrinted, ...]:
    return (AsPrinted(fact=fact, role=role, text=text),)


def test_a_slip_of_a_paper_is_printed_in_its_one_place() -> None:
    of = meeting(minute("one", "A.\nB."), as_printed=slip("one/1", "text", "B"))
    assert printed(record(of).lines)[1:] == [("paragraph", "(1)", "A."), ("paragraph", "(2)", "B")]


def test_a_separator_that_a_paper_left_out_stays_out() -> None:
    of = meeting(
        attendance=(entry("pell"), entry("dace"), entry("orme")),
        as_printed=slip("a-pell", "separator", " "),
    )
    assert printed(record(of).lines, "attendance")[0][2] == (
        "PRESENT: Mr J A Pell, MBE Mrs R Dace and Ms K Orme"
    )


def test_what_a_paper_did_not_print_is_taken_away() -> None:
    of = meeting(
        minute("one", items=("i",)),
        items=(item("i", "A3"),),
        as_printed=slip("one", "reference", ""),
    )
    assert printed(record(of).lines, "reference") == []


def test_a_reference_that_only_the_paper_has_is_printed() -> None:
    of = meeting(minute("one"), as_printed=slip("one", "reference", "(Oral report)"))
    assert printed(record(of).lines, "reference") == [("reference", None, "(Oral report)")]


def test_the_preview_of_one_minute_is_how_it_stands_in_the_whole_record() -> None:
    of = meeting(
        minute("one", "A."),
        minute("two", "B.\nC.", items=("i",)),
        items=(item("i", "A3"),),
        as_printed=slip("two/1", "text", "C, as printed"),
    )
    alone = minute_lines(of, of.minutes[1], context())
    whole = compose(of, context(), "full").lines
    assert alone == whole[-len(alone) :]


# --- the order taken ----------------------------------------------------------------------------


def _taken(*refs: str) -> tuple[tuple[str, str], ...]:
    """What the headings and their notes say of items 1 to 5, taken in this order."""
    facts = meeting(
        *(minute(f"m{ref}", "Noted.", items=(f"i{ref}",)) for ref in refs),
        items=tuple(item(f"i{ref}", ref) for ref in "12345"),
    )
    toml = '[minute]\nout_of_order = "(taken after {item})"\n'
    found: list[tuple[str, str]] = []
    for order in ("taken", "agenda"):
        lines = compose(facts, context(f'{toml}order = "{order}"'), "full").lines
        heads = [line for line in lines if line.role in ("title", "out of order")]
        found.append(
            (
                " ".join(line.number or "" for line in heads if line.role == "title"),
                " ".join(line.text for line in heads),
            )
        )
    return tuple(found)


def test_minutes_stand_as_taken_or_by_the_agenda_as_the_style_wants() -> None:
    taken, agenda = _taken("1", "4", "2", "3", "5")
    assert taken == ("1. 2. 3. 4. 5.", "M1 M4 (taken after Item 1) M2 M3 M5")
    assert agenda == ("1. 2. 3. 4. 5.", "M1 M2 M3 M4 (taken after Item 1) M5")


@pytest.mark.parametrize(
    ("order", "out"),
    [("12345", ""), ("13245", "2"), ("34512", "12"), ("51234", ""), ("13452", "2")],
)
def test_of_items_out_of_order_the_fewest_are_said_to_be(order: str, out: str) -> None:
    words = _taken(*order)[0][1].replace("(taken after Item", "!").split()
    said = [word[1] for at, word in enumerate(words[:-1]) if words[at + 1] == "!"]
    assert "".join(said) == out

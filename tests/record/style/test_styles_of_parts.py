"""How councils set exempt business, numbers and lists apart."""

import datetime as dt

from clerk.domain.meetings import Exempt, Part
from clerk.domain.motions import Motion, Vote
from clerk.record.minutes.compose import compose
from tests.record.builders import context, entry, item, meeting, minute
from tests.record.style.elsewhere import lines


def test_exempt_business_between_open_business_has_its_own_words_and_a_notice_for_the_public() -> (
    None
):
    toml = """
[parts]
open_note = "(meeting likely to be open to the public)"
open_again = "UNRESTRICTED ITEMS (continued)"
withheld = "This minute is exempt under {paragraphs} of Part 1 of Schedule 12A."
[minute]
exempt = " (exempt – {paragraphs})"
"""
    of = meeting(
        minute("one", "Open."),
        minute("two", "The price is £9.", exempt=Exempt(paragraphs=("3",))),
        minute("three", "Open again."),
    )
    assert lines(of, toml, "public")[3:] == [
        "UNRESTRICTED ITEMS",
        "(meeting likely to be open to the public)",
        "1. One",
        "Open.",
        "EXEMPT ITEMS",
        "2. Two (exempt – paragraph 3)",
        "This minute is exempt under paragraph 3 of Part 1 of Schedule 12A.",
        "UNRESTRICTED ITEMS (continued)",
        "(meeting likely to be open to the public)",
        "3. Three",
        "Open again.",
    ]


def test_the_public_is_excluded_before_the_exempt_items_are_headed() -> None:
    of = meeting(
        minute("one", "Open."),
        minute("two", "Shut.", exempt=Exempt(paragraphs=("3",)), items=("i",)),
        items=(item("i", "C1", exempt=Exempt(paragraphs=("3",))),),
        motions=(
            Motion(id="m", kind="exclusion", items=("i",), paragraphs=("3",),
                   votes=(Vote(id="v", result="carried"),)),
        ),
    )  # fmt: skip
    read = lines(of, '[parts]\nexclusion = "before heading"\n')
    at = read.index("EXEMPT ITEMS")
    assert read[at - 1].startswith("RESOLVED that under Section 100A(4)")
    assert lines(of, "")[at - 1] == "EXEMPT ITEMS"


def test_what_a_paper_called_a_part_stays_its_own() -> None:
    of = meeting(minute("one"), parts=(Part(id="p", kind="other", before="one", words="MATTERS"),))
    assert "MATTERS" in lines(of, "[parts]\nopen_note = 'x'\n")


def test_numbers_of_year_meeting_and_item_run_as_a_council_wants_them() -> None:
    toml = '[minute]\nnumber = "{yy}.{meeting:02}.{i:02}"\nprinted_number = "{number}"\n'
    read = lines(meeting(minute("one"), minute("two")), toml, nth=3, first_number=40)
    assert read[-2:] == ["26.03.01 One", "26.03.02 Two"]
    toml = '[minute]\nnumber = "PL/{yy}/{n}"\nprinted_number = "{number}"\n'
    assert lines(meeting(minute("one")), toml, first_number=101)[-1] == "PL/26/101 One"
    toml = '[minute]\nnumber = "{n} ({municipal})"\nprinted_number = "{number}"\n'
    assert lines(meeting(minute("one")), toml)[-1] == "1 (2025/26) One"


def test_paragraphs_may_run_through_the_meeting_or_begin_again_under_a_sub_heading() -> None:
    of = meeting(minute("one", "A.\nB."), minute("two", "C.\n## Part\nD.\nE."))
    through = lines(of, '[paragraph]\nruns = "through meeting"\n')
    assert [words for words in through if words[0] == "("] == [
        "(1) A.", "(2) B.", "(3) C.", "(4) D.", "(5) E.",
    ]  # fmt: skip
    again = lines(of, '[paragraph]\nruns = "from sub-heading"\nnumber = "{i}."\n')
    assert again[-4:] == ["i. C.", "Part", "i. D.", "ii. E."]


def test_resolutions_may_come_last_with_numbers_of_their_own_and_all_in_bold() -> None:
    toml = """
[paragraph]
resolutions_numbered = false
[resolution]
place = "end of minute"
number = "R{n}"
weight = "whole"
"""
    text = "First.\nRESOLVED that it be done;\n(a) soon.\nSecond.\nRESOLVED that it be paid."
    of = meeting(minute("one", text))
    assert lines(of, toml)[-5:] == [
        "(1) First.",
        "(2) Second.",
        "R1 RESOLVED that it be done;",
        "(a) soon.",
        "R2 RESOLVED that it be paid.",
    ]
    record = compose(of, context(toml), "full")
    assert {run.role for run in record.lines[-1].runs} == {"lead"}


def test_substitutes_may_have_a_list_of_their_own_and_an_empty_list_may_say_so() -> None:
    toml = """
[[attendance.groups]]
capacity = "present"
who = "not substitutes"
label = "PRESENT:"
[[attendance.groups]]
capacity = "present"
who = "substitutes"
label = "SUBSTITUTES:"
entry = "{name} (for {principal})"
[[attendance.groups]]
capacity = "apologies"
label = "APOLOGIES:"
none = "None"
"""
    of = meeting(minute("one"), attendance=(entry("abbot"), entry("dray", substitute_for="birch")))
    assert lines(of, toml)[3:6] == [
        "PRESENT: Councillor R Abbot",
        "SUBSTITUTES: Councillor Mrs K Dray (for Councillor D Birch)",
        "APOLOGIES: None",
    ]


def test_a_style_may_say_chair_where_the_committee_says_chairman() -> None:
    from clerk.domain.base import DatedText
    from clerk.domain.committees import Committee
    from clerk.domain.register import Register
    from clerk.record.context import context_of
    from clerk.record.style.house_style import style_from

    body = Committee(id="c", slug="c", names=(DatedText(on=dt.date(2020, 1, 1), text="Body"),))
    of = meeting(minute("one"))
    style = style_from('chair_title = "Chair"', "test")
    found = context_of(Register(), body, of, style, "test")
    assert compose(of, found, "signing").lines[-2].text == "Chair"

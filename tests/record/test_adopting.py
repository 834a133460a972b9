import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.notation import Limb, Resolution, parse
from clerk.readers import read_paper
from clerk.record.adopting import CHOOSE, adopted
from tests.packs.truth import PACKS, needs_packs, pack


@pytest.mark.parametrize(
    ("recommendation", "resolution"),
    [
        ("Members are asked to NOTE this report", "RESOLVED that the report be noted."),
        ("Members are asked to note the contents of this report.",
         "RESOLVED that the contents of the report be noted."),
        ("To note the plan", "RESOLVED that the plan be noted."),
        ("It is recommended that the plan be approved.", "RESOLVED that the plan be approved."),
        ("That the Committee approve the plan", "RESOLVED that the plan be approved."),
        ("3.1 The Cabinet is recommended to agree the budget.",
         "RESOLVED that the budget be agreed."),
        ("Members of the Highways Committee are asked to note and endorse the plan.",
         "RESOLVED that the plan be noted and endorsed."),
        ("Members are asked to note the report and approve the plan.",
         "RESOLVED that the report be noted and that the plan be approved."),
        ("Members are asked to note and comment on the plan.",
         "RESOLVED that the plan and the comments made by Members be noted."),
        ("Members are invited to COMMENT on and to NOTE this information",
         "RESOLVED that the information and the comments made by Members be noted."),
        ("Members are asked to comment on the draft plan.",
         "RESOLVED that the comments made by Members on the draft plan be noted."),
        ("Cabinet is asked to agree that £2m is set aside for verges.",
         "RESOLVED that £2m be set aside for verges."),
        ("Cabinet is asked to note that the reserves have fallen.",
         "RESOLVED that it be noted that the reserves have fallen."),
        ("Cabinet is asked to delegate authority to the Director to sign the lease.",
         "RESOLVED that authority be delegated to the Director to sign the lease."),
        ("Cabinet is asked to approve the plan, subject to the outcome of the consultation.",
         "RESOLVED that the plan be approved subject to the outcome of the consultation."),
        ("Members are asked to consider and approve the plan.",
         "RESOLVED that the plan be approved."),
        ("Members are asked to NOTE this report.\nAda Wren\nHead of Verges\nExt 1234",
         "RESOLVED that the report be noted."),
        ("", ""),
        (" \n ", ""),
    ],
)  # fmt: skip
def test_a_recommendation_becomes_the_resolution(recommendation: str, resolution: str) -> None:
    assert adopted(recommendation) == resolution


@pytest.mark.parametrize(
    ("recommendation", "resolution"),
    [
        ("Members are asked to consider and either endorse or make recommendations on the plan "
         "prior to its submission to Council.",
         f"RESOLVED that the plan be endorsed {CHOOSE} prior to its submission to Council."),
        ("Members are asked to consider the plan.",
         f"RESOLVED that the plan be considered {CHOOSE}."),
        ("Members are asked to consider which option they prefer.",
         f"RESOLVED that {CHOOSE} which option they prefer."),
        ("Members are asked for their views.",
         f"RESOLVED that {CHOOSE} Members are asked for their views."),
    ],
)  # fmt: skip
def test_what_the_clerk_has_to_settle_is_marked(recommendation: str, resolution: str) -> None:
    assert adopted(recommendation) == resolution


@pytest.mark.parametrize(
    "recommendation",
    [
        "Members are asked to:\n(a) note the report;\n(b) agree the plan; and\n(c) thank nobody.",
        "That Members:\n1. note the report\n2. agree the plan\n3. refer the matter to Council",
        "Cabinet is asked to:\n2.1 Note it.\n2.2 Agree the plan,\nwith its map.\n2.3 Note the map.",
        "Members are asked to note: (a) the report; (b) the plan; and (c) the map.",
        "It is recommended that:\n- the report be noted\n- the plan be agreed\n- the map be kept",
    ],
)
def test_a_list_becomes_limbs(recommendation: str) -> None:
    lines = adopted(recommendation).split("\n")
    assert lines[0] == "RESOLVED that"
    assert [line[:4] for line in lines[1:]] == ["(a) ", "(b) ", "(c) "]
    assert lines[1].endswith(";")
    assert lines[2].endswith("; and")
    assert lines[3].endswith(".")
    assert " be " in lines[1]
    assert " be " in lines[2]


def test_a_list_longer_than_the_alphabet_goes_on_with_two_letters() -> None:
    limbs = "\n".join(f"{at}. note paper {at}" for at in range(1, 29))
    lines = adopted(f"Members are asked to:\n{limbs}").split("\n")
    assert lines[26].startswith("(z) ")
    assert lines[27].startswith("(aa) ")


@given(st.text(max_size=300))
def test_any_words_give_one_resolution_or_none(words: str) -> None:
    found = adopted(words)
    assert found == "" or found.startswith("RESOLVED that")
    assert (found == "") == (not words.strip())


@needs_packs
@pytest.mark.parametrize("name", PACKS)
def test_the_reports_of_the_packs_are_adopted(name: str) -> None:
    asked = [report.recommendation for report in read_paper(pack(name)).reports]
    for words in filter(None, asked):
        text = adopted(words)
        blocks = parse(text)
        assert isinstance(blocks[0], Resolution), text
        assert all(isinstance(block, Limb) for block in blocks[1:]), text
        limbs = len(re.findall(r"^\s*(?:\([a-z]\)|\d+\.\d+) ", words, re.M))
        assert len(blocks) - 1 == (limbs if limbs > 1 else 0), text
        said = [block.text for block in blocks[1:]] or [blocks[0].text]  # type: ignore[union-attr]
        assert all(re.search(r"\bbe (?:\w+(?:ed|en)|set)\b", each) for each in said), text
        assert text.endswith(".")
        assert not re.search(r"\b(?:NOTE|COMMENT|asked|invited|this report)\b", text), text


@needs_packs
def test_only_choices_and_reviews_in_the_packs_need_the_clerk() -> None:
    marked, all_of_them = 0, 0
    for name in PACKS:
        for report in read_paper(pack(name)).reports:
            needs = re.search(r"\beither\b|\breview\b", report.recommendation, re.IGNORECASE)
            all_of_them += bool(report.recommendation)
            marked += CHOOSE in adopted(report.recommendation)
            assert (CHOOSE in adopted(report.recommendation)) == bool(needs)
    assert marked < all_of_them / 2

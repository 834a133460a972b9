"""The packs' own lists of people come apart into exactly those that the truth files name."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clerk.names import Piece, full, is_name, parse_name, split_people

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the packs stand beside the checkout, in ../shared"
)
PACKS = (
    "cabinet-2012-07-09",
    "communities-cabinet-committee-2012-07-06",
    "customer-and-communities-posc-2011-09-15",
)
LABELS = {
    "present": "PRESENT: ",
    "also_present": "ALSO PRESENT: ",
    "in_attendance": "IN ATTENDANCE: ",
}


def truth(pack: str, part: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (SHARED / "truth" / f"{pack}-{part}.json").read_text(encoding="utf-8")
    )
    return loaded


def lines(pack: str, region: list[int]) -> list[str]:
    whole = (SHARED / "packs" / f"{pack}.txt").read_text(encoding="utf-8").splitlines()
    return whole[region[0] - 1 : region[1]]


def role_and_substitute(piece: Piece) -> tuple[str | None, str | None]:
    found = re.fullmatch(r"Substitute for (.*)", piece.bracket)
    return (None, found[1]) if found else (piece.bracket or None, None)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("pack", PACKS)
def test_an_attendance_list_names_everybody_who_came_as_what(pack: str, label: str) -> None:
    minutes = truth(pack, "minutes")
    printed = [line for line in lines(pack, minutes["region"]) if line.startswith(LABELS[label])]
    pieces = [piece for line in printed for piece in split_people(line[len(LABELS[label]) :])]
    assert [full(piece.name) for piece in pieces] == [one["name"] for one in minutes[label]]
    for piece, one in zip(pieces, minutes[label], strict=True):
        if label == "in_attendance":
            assert (piece.bracket or None) == one["post"]
        else:
            wanted = (one["role"], one.get("substitute_for"))
            assert role_and_substitute(piece) == wanted


def group_lines(pack: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each group of a membership with what is printed behind its name and number."""
    agenda = truth(pack, "agenda")
    groups = (agenda["membership"] or {}).get("groups", [])
    front = [line for line in lines(pack, agenda["region"]) if line.strip()]
    starts = [
        next(at for at, line in enumerate(front) if line.startswith(f"{group['name']} ("))
        for group in groups
    ]
    ends = [*starts[1:], *(start + 1 for start in starts[-1:])]
    for group, start, end in zip(groups, starts, ends, strict=True):
        yield group, re.sub(r"^.*?\(\d+\):? ", "", "\n".join(front[start:end]))


@pytest.mark.parametrize("pack", PACKS)
def test_a_membership_names_every_member_and_role(pack: str) -> None:
    for group, printed in group_lines(pack):
        pieces = split_people(printed)
        assert [(full(piece.name), piece.bracket or None) for piece in pieces] == [
            (member["name"], member["role"]) for member in group["members"]
        ]


def test_the_missing_commas_of_the_packs_and_nothing_else_in_their_lists_are_doubts() -> None:
    doubts = []
    for pack in PACKS:
        minutes = truth(pack, "minutes")
        for line in lines(pack, minutes["region"]):
            label = next((label for label in LABELS.values() if line.startswith(label)), None)
            if label:
                doubts += [piece.doubt for piece in split_people(line[len(label) :])]
        doubts += [piece.doubt for _, line in group_lines(pack) for piece in split_people(line)]
    said = [doubt for doubt in doubts if doubt]
    assert len(said) == 3
    assert all(doubt.startswith("No comma stands between") for doubt in said)


def test_a_list_with_one_name_a_line_is_known_line_by_line() -> None:
    pack = lines("cabinet-2012-07-09", [2843, 2866])
    printed = [line for line in pack if line.strip()]
    assert [line for line in printed if not is_name(line)] == [
        "Present:",
        "Officers:",
        "Apologies:",
    ]
    assert len(printed) == 19


@pytest.mark.parametrize("pack", PACKS)
def test_every_name_of_the_truth_is_printed_back_as_it_was_read(pack: str) -> None:
    minutes = truth(pack, "minutes")
    for label in LABELS:
        for one in minutes[label]:
            assert full(parse_name(one["name"])) == one["name"]
            assert is_name(one["name"])

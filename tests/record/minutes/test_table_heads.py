"""A table's header is known where it is plain, so that who has it read out hears what is what."""

import pytest

from clerk.record.minutes.block_lines import heads
from tests.record.builders import body, meeting, minute, record


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ((("Route", "Cost"), ("Oxley", "£410")), True),
        ((("Taken by Cabinet", "No. 12/5"), ("Unrestricted",), ("Subject: roads",)), True),
        ((("Oxley", "£410"), ("Nether Cross", "£165")), False),
        ((("Mr Pell", "Mrs Dace"), ("Ms Orme", "Mr Tolley")), False),
        ((("Route", ""), ("Oxley", "£410")), False),
        ((("Route", "Cost"),), False),
        ((("Route",), ("Oxley 4",)), False),
        ((), False),
    ],
)
def test_the_first_row_is_the_header_where_it_is_plain(
    rows: tuple[tuple[str, ...], ...], header: bool
) -> None:
    assert heads(rows) == header


def test_a_typed_rule_always_makes_a_header() -> None:
    text = "| Mr Pell | Mrs Dace |\n|---|---|\n| Ms Orme | Mr Tolley |"
    table = record(meeting(minute("one", text))).lines[-1]
    assert table.header
    assert body(text)[0][0] == "table"

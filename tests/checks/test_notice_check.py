"""An agenda that came out too late is found, and one in time is not."""

import datetime as dt

import pytest

from clerk.checks.meeting import check_meeting
from clerk.domain.meetings import FrontSheet
from tests.record.builders import DAY, context, meeting


@pytest.mark.parametrize(
    ("published", "found"),
    [(None, False), (DAY - dt.timedelta(days=8), False), (DAY - dt.timedelta(days=7), True)],
)
def test_too_few_clear_days_are_found(published: dt.date | None, found: bool) -> None:
    of = meeting(front=FrontSheet(published=published))
    said = [each.sentence for each in check_meeting(of, context())]
    assert any(words.startswith("NOTICE-SHORT") for words in said) is found

"""Confirming and signing by words on the command line."""

from pathlib import Path

import pytest

from tests.commands.conftest import Clerk
from tests.desk.builders import JULY, called, office_in

APRIL = "environment-and-highways-committee/2026-04-23"


@pytest.fixture
def published(clerk: Clerk, meeting: str) -> str:
    clerk("minute", meeting, "A1", typed="None.")
    assert clerk("publish", meeting).code == 0
    return meeting


def test_minutes_are_confirmed_signed_and_put_back_a_step_at_a_time(
    clerk: Clerk, published: str, home: Path
) -> None:
    refused = clerk("confirm", published)
    assert refused.code == 2 and "--on DATE for one that is not in Clerk" in refused.err
    office = office_in(home)
    called(office, next(iter(office.register.committees.values())), JULY)
    done = clerk("confirm", published, "--amend", "1", "Mr Tolley came.")
    assert done.code == 0 and "subject to the amendment of minute 1" in done.out
    assert "to read: “Mr Tolley came.”" in clerk("show", published).out
    nobody = clerk("sign", published)
    assert nobody.code == 2 and "cannot tell who presided" in nobody.err
    assert clerk("sign", published, "--by", "pell", "--leaves", "1-4").code == 0
    assert "signed" in clerk("meetings").out
    assert clerk("correct", published, "1", "Both came.", "--on", "1 August 2026").code == 0
    assert "Corrected at the meeting held on 1 August 2026" in clerk("show", published).out
    for _ in range(3):
        assert clerk("undo", published).code == 0
    assert "Amended" not in clerk("show", published).out


def test_a_meeting_that_is_not_in_clerk_may_confirm(clerk: Clerk, published: str) -> None:
    assert clerk("confirm", published, "--on", "4 June 2026").code == 0
    signed = clerk("sign", published, "--by", "Lord [/] Nobody")
    assert signed.code == 0 and "Lord [/] Nobody" in signed.out


def test_what_cannot_be_confirmed_is_refused_in_a_sentence(clerk: Clerk, published: str) -> None:
    wrong = clerk("confirm", published, "--on", "4 June 2026", "--amend", "44", "x")
    assert wrong.code == 2 and "no minute 44" in wrong.err
    assert clerk("correct", published, "1", "x").code == 2
    assert clerk("sign", published, "--by", "pell", "--leaves", "all").code == 2
    assert clerk("change", "meeting", published, "--kind", "annual").code == 0

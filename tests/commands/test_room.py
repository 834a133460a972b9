"""The room from the command line: acts as they are said, who is there, what was decided."""

import json

from tests.commands.conftest import Clerk
from tests.commands.test_commands import done


def test_an_act_is_done_and_said_in_house_wording(clerk: Clerk, meeting: str) -> None:
    clerk("act", meeting, "present pell, dace, tolley, orme")
    code, out, _ = clerk("act", meeting, "--item", "B1", "out dac 11.42")
    assert (code, out) == (0, "Mrs Dace left the meeting at 11.42 am.\n")
    clerk("minute", meeting, "B1", typed="The report was introduced.")
    assert "(Mrs Dace left the meeting at 11.42 am)" in clerk("show", meeting).out
    assert clerk("undo", meeting).code == 0
    assert clerk("undo", meeting).code == 0
    assert clerk("undo", meeting).code == 0


def test_a_dry_run_changes_nothing(clerk: Clerk, meeting: str) -> None:
    assert clerk("act", meeting, "--dry-run", "opened 10.02").out == "Opened at 10.02 am.\n"
    assert "Opened" not in clerk("history", meeting).out
    assert clerk("act", meeting, "--dry-run", "xyzzy").code == 2


def test_what_means_nothing_is_refused_with_exit_code_2(clerk: Clerk, meeting: str) -> None:
    code, out, err = clerk("act", meeting, "out nobody")
    assert (code, out) == (2, "")
    assert "Nobody who could be meant" in err


def test_an_item_that_is_not_on_the_agenda_is_refused(clerk: Clerk, meeting: str) -> None:
    assert clerk("act", meeting, "--item", "Z9", "carried").code == 2


def test_the_room_says_who_is_there_and_who_may_not_vote(clerk: Clerk, meeting: str) -> None:
    clerk("act", meeting, "present pell, dace, tolley")
    clerk("act", meeting, "doi dace B1 dpi stays “as an owner”")
    out = clerk("room", meeting, "--item", "B1").out
    assert "Present: 3 of 4 seats" in out
    assert "No vote: Mrs R Dace, disclosable pecuniary interest (Localism Act 2011 s31(4))" in out
    found = json.loads(clerk("room", meeting, "--json").out)
    assert len(found["present"]) == 3


def test_a_vote_that_does_not_add_up_is_said_and_kept_as_a_finding(
    clerk: Clerk, meeting: str
) -> None:
    clerk("act", meeting, "present pell, dace, tolley, orme")
    code, out, _ = clerk("act", meeting, "--item", "B1", "carried 7-2-1")
    assert code == 0
    assert "! VOTE-TOO-MANY" in out
    checked = clerk("check", meeting)
    assert checked.code == 1
    assert "VOTE-TOO-MANY" in checked.out


def test_the_decisions_of_an_evening_come_as_text_csv_and_json(clerk: Clerk, meeting: str) -> None:
    assert "Nothing was decided" in clerk("decisions", meeting).out
    clerk("minute", meeting, "B1", typed="RESOLVED that it be noted.")
    assert "RESOLVED that it be noted." in clerk("decisions", meeting).out
    assert clerk("decisions", meeting, "--csv").out.startswith("number,item,title,decision")
    (row,) = json.loads(clerk("decisions", meeting, "--json").out)
    assert row["item"] == "B1"


def test_a_substitute_for_one_item_alone_is_marked_with_its_item(
    clerk: Clerk, meeting: str
) -> None:
    refused = clerk("mark", meeting, "orme", "present", "--item", "B1")
    assert refused.code == 2 and "--for NAME" in refused.err
    asked = ("mark", meeting, "anstey", "present", "--for", "orme", "--item", "B1")
    refused = clerk(*asked)
    assert refused.code == 2 and "for the whole meeting, by its rules" in refused.err
    said = done(clerk(*asked, "--note", "agreed by the chair"))
    assert "as substitute for Ms K Orme for Item B1 alone (agreed by the chair)" in said

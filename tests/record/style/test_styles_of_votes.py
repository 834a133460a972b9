"""How councils tell votes: in columns, by groups, candidate by candidate."""

from clerk.domain.motions import Candidate, Casting, Motion, Named, Tally, Vote
from tests.record.builders import entry, item, meeting, minute
from tests.record.style.elsewhere import lines


def test_a_city_parts_members_by_group_and_sets_a_recorded_vote_in_columns() -> None:
    toml = """
[attendance]
names = "{given} {surname}"
[[attendance.groups]]
capacity = "present"
label = "PRESENT:"
by_group = "{group}: "
group_separator = ". "
[resolution]
lead = "RESOLVED - That"
[room.motions]
place = "end of minute"
names = "surname"
by_names_before = "The voting was recorded as follows:-"
by_names_layout = "table"
by_names = ["YES", "NO", "ABSTAIN"]
carried = ""
"""
    named = Named(in_favour=("pell", "abbot"), against=("dray",))
    of = meeting(
        minute("budget", "RESOLVED that the budget be approved.", items=("i",)),
        items=(item("i"),),
        attendance=(entry("birch"), entry("pell"), entry("birch2"), entry("abbot")),
        motions=(Motion(id="m", item="i", votes=(Vote(id="v", result="carried", named=named),)),),
    )
    read = lines(of, toml)
    assert read[3] == "PRESENT: Independent: J A Pell and R Abbot. Labour: D Birch and M Birch"
    assert read[-3:] == [
        "(1) RESOLVED - That the budget be approved.",
        "(2) The voting was recorded as follows:-",
        "YES | NO\nPell | Dray\nAbbot | ",
    ]


def test_a_recorded_vote_may_name_groups_and_leave_out_who_has_none() -> None:
    toml = """
[room.motions]
voters = "surname"
carried = "Carried ({counts})"
by_group = "{group} ({count}): {names}"
"""
    named = Named(in_favour=("pell", "birch2", "abbot"), abstained=("dray",))
    of = meeting(
        minute("budget", "", items=("i",)),
        items=(item("i"),),
        motions=(Motion(id="m", item="i", votes=(Vote(id="v", result="carried", named=named),)),),
    )
    assert lines(of, toml)[-3:] == [
        "Carried (For 3, Against 0, Abstentions 1)",
        "For (3): Independent (2): Pell and Abbot; Labour (1): M Birch",
        "Abstained (1): Dray",
    ]


def test_a_tie_is_told_with_the_votes_of_each_candidate_and_the_casting_vote() -> None:
    toml = """
[minute]
reference_place = "under"
[paragraph]
number = "{n}."
resolutions_numbered = false
[parts]
printed = "never"
[room.motions]
nominated = "{mover} proposed and {seconder} seconded {candidate} as {office}."
tally = "{name}:  {votes} votes"
casting_candidate = "As there was a tie the {chair_title} used the casting vote for {candidate}"
elected = "RESOLVED that {candidate} be elected {office} of the Committee."
"""
    of = meeting(
        minute("election", "The Chairman asked for nominations.", items=("a",)),
        items=(item("a", "A2"),),
        motions=(
            Motion(
                id="m",
                kind="election",
                item="a",
                office="Vice-Chairman",
                candidates=(
                    Candidate(person="birch", mover="abbot", seconder="dray"),
                    Candidate(person="oxley", mover="dray", seconder="abbot"),
                ),
                votes=(
                    Vote(
                        id="v",
                        tallies=(Tally(person="birch", votes=4), Tally(person="oxley", votes=4)),
                        casting=Casting(person="pell", candidate="birch"),
                    ),
                ),
            ),
        ),
    )
    read = lines(of, toml, first_number=29)
    assert read[3:6] == [
        "29. Election",
        "(Item A2)",
        "1. The Chairman asked for nominations.",
    ]
    assert read[-4:] == [
        "Councillor D Birch: 4 votes",
        "Councillor Mrs Oxley: 4 votes",
        "As there was a tie the Chairman used the casting vote for Councillor D Birch",
        "RESOLVED that Councillor D Birch be elected Vice-Chairman of the Committee.",
    ]

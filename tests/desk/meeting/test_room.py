"""Acts typed as they are said, on an open meeting: done, echoed, undone without a trace."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.desk.lists import resolution_list
from clerk.desk.lists.decisions import decisions, decisions_csv, decisions_text
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.register import adding, bodies
from clerk.desk.register.deeds import Grounds
from clerk.domain.log import standing
from clerk.domain.presence import Moment
from clerk.errors import ClerkError
from tests.desk.builders import APRIL, MARCH, called, council, minuted, person


@pytest.fixture
def desk(tmp_path: Path) -> MeetingDesk:
    """A meeting with the four members present and B1 minuted."""
    office, body = council(tmp_path)
    desk = MeetingDesk(office, called(office, body), lock=False)
    desk.everyone_present()
    minuted(desk, B1="The report was introduced.")
    return desk


def b1(desk: MeetingDesk) -> str:
    return next(item.id for item in desk.meeting.items if item.ref == "B1")


def lines(desk: MeetingDesk) -> list[str]:
    return [line.text for line in desk.record().lines]


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("out dac 11.42", "Mrs Dace left the meeting at 11.42 am."),
        ("left dac B1 interest", "Mrs Dace, having declared an interest, left the room for this"),
        ("chair dac", "Mrs Dace took the chair."),
        ("doi orme B1 other stays “as a governor”", "Ms Orme declared an other significant inter"),
        ("doi none", "There were no declarations of interest."),
        ("doi orme B1 =registrable stays", "Ms Orme declared a registrable interest in Item B1"),
        ("chair dac start", "Mrs R Dace in the chair."),
        ("moved pel, sec dac: that it be noted", "Mr Pell proposed and Mrs Dace seconded that it"),
        ("m pel s dac", "Mr Pell proposed and Mrs Dace seconded."),
        ("moved : that it be noted", "It was proposed that it be noted."),
        ("carried 3-1-0", "Carried. For 3, Against 1, Abstentions 0."),
        ("carried unan", "Carried unanimously."),
        ("carried", "Carried."),
        ("lost 1-3", "Lost. For 1, Against 3."),
        ("names against: tol; abstain: orm", "Carried. For (2): Mr Pell and Mrs Dace. Against"),
        ("names for: pel; against: dac, tol", "Lost. For (1): Mr Pell. Against (2): Mrs Dace and"),
        ("opened 10.02", "Opened at 10.02 am."),
        ("closed 12.40", "Closed at 12.40 pm."),
        ("closed 2.05", "Closed at 2.05 pm."),
        ("exclude 3", "RESOLVED that under Section 100A(4) of the Local Government Act 1972"),
        ("adjourned 11.00 to 11.15", "The meeting was adjourned at 11.00 am. The meeting resumed"),
        ("urgent B1: a bridge closed", "“Road safety”: urgent, because a bridge closed."),
    ],
)
def test_an_act_is_echoed_in_the_words_in_which_it_will_print(
    desk: MeetingDesk, line: str, echo: str
) -> None:
    before = desk.meeting
    said = desk.hear(line, b1(desk))
    assert said.trouble == ""
    assert said.echo.startswith(echo)
    assert desk.meeting == before
    assert desk.say(line, b1(desk)).echo == said.echo


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("", "Type what happened"),
        ("xyzzy", "begins no act"),
        ("out zzz", "Nobody who could be meant"),
        ("in dac", "is in the room already"),
        ("moved", "Type who moved"),
        ("amend pel: that", "No motion is open"),
        ("casting for", "No vote has been taken"),
        ("carried loudly", "is no count"),
        ("doi dac B1 whatever", "is no item, kind or deed"),
        ("exclude", "Type on which paragraphs"),
        ("exclude 9", "is no paragraph"),
        ("opened noonish", "Type the time"),
        ("sub dace", "Type who sits for whom"),
        ("withdrawn", "No motion is open"),
    ],
)
def test_a_line_that_means_nothing_is_answered_in_a_sentence(
    desk: MeetingDesk, line: str, trouble: str
) -> None:
    assert trouble in desk.hear(line, b1(desk)).trouble


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40) | st.from_regex(r"(out|in|doi|moved|names|exclude|votes) .{0,25}"))
def test_no_line_whatever_makes_hearing_fail(desk: MeetingDesk, line: str) -> None:
    desk.hear(line, b1(desk))


def test_a_name_that_could_be_two_lists_them(desk: MeetingDesk) -> None:
    adding.add_member(desk.office, desk.committee.id, "Mrs P Dacey", "Labour", on=MARCH)
    again = MeetingDesk(desk.office, desk.path, lock=False)
    again.everyone_present()
    said = again.hear("moved dac", b1(again)).trouble
    assert "Mrs R Dace" in said
    assert "Mrs P Dacey" in said
    assert again.hear("moved dace", b1(again)).echo == "Mrs Dace proposed."


def test_votes_by_exceptions_add_up_to_those_present_and_entitled(desk: MeetingDesk) -> None:
    desk.say("doi orme B1 dpi left", b1(desk))
    desk.say("names against: tol", b1(desk))
    (motion,) = desk.meeting.motions
    room = desk.room(moment=Moment(item=b1(desk), after=motion.votes[0].after))
    named = motion.votes[0].named
    assert named is not None
    assert named.counts.cast == len(room.entitled)
    assert set(named.everyone) == set(room.entitled)
    assert person(desk.office, "Orme") not in named.everyone


def test_too_many_votes_are_said_at_once_and_kept_as_a_finding(desk: MeetingDesk) -> None:
    said = desk.say("carried 9-2-1", b1(desk))
    assert "12 votes are recorded" in said.warnings[0]
    assert any("VOTE-TOO-MANY" in words for words in desk.findings())


def test_a_vote_is_judged_by_who_was_there_when_it_was_taken(desk: MeetingDesk) -> None:
    desk.say("carried 4-0-0", b1(desk))
    desk.say("out dace 11.30", b1(desk))
    assert not desk.findings()
    desk.say("names against: tol", b1(desk))
    (last,) = desk.meeting.motions[-1].votes
    assert last.named is not None
    assert len(last.named.everyone) == 3


def test_a_substitute_stands_down_when_the_member_arrives_by_one_line(desk: MeetingDesk) -> None:
    desk.say("apol orme")
    desk.say("sub anstey for orme")
    said = desk.say("in orme 10.40", b1(desk))
    assert said.echo == "Ms Orme arrived at 10.40 am and Dr Anstey stood down."
    printed = lines(desk)
    assert "(Ms Orme arrived at 10.40 am and Dr Anstey stood down)" in printed
    assert person(desk.office, "Orme") in desk.room().present
    assert person(desk.office, "Anstey") not in desk.room().present


def test_a_substitute_for_one_item_has_the_seat_for_that_item_and_the_member_for_the_others(
    desk: MeetingDesk,
) -> None:
    said = desk.say("sub anstey for orme B1", b1(desk))
    assert said.echo == "Dr B Anstey (Substitute for Ms K Orme for Item B1)."
    assert any("sits here for the whole meeting" in words for words in said.warnings)
    orme, anstey = person(desk.office, "Orme"), person(desk.office, "Anstey")
    other = next(item.id for item in desk.meeting.items if item.id != b1(desk))
    here, elsewhere = desk.room(b1(desk)), desk.room(other)
    assert anstey in here.present and orme not in here.present
    assert here.presence.away[orme] == "substituted for this item"
    assert orme in elsewhere.present and anstey not in elsewhere.present
    assert len(here.present) == len(elsewhere.present) == 4
    assert desk.turnout().here == 4, "one seat, one member present"
    printed = next(line for line in lines(desk) if line.startswith("PRESENT"))
    assert "Ms K Orme" in printed
    assert "Dr B Anstey (Substitute for Ms K Orme for Item B1)" in printed
    desk.undo()
    assert person(desk.office, "Anstey") not in desk.room(b1(desk)).present


def test_a_body_whose_rules_allow_it_has_no_warning_of_a_substitute_for_one_item(
    desk: MeetingDesk,
) -> None:
    bodies.change_rules(desk.office, desk.committee.id, for_items=True, grounds=Grounds(on=APRIL))
    desk.forget_context()
    assert not desk.say("sub anstey for orme item", b1(desk)).warnings
    assert b1(desk) in {entry.for_item for entry in desk.meeting.attendance}


saying = st.lists(
    st.sampled_from(
        [
            "out dac 11.10", "back dac 11.20", "out tol", "in tol", "left orme B1 interest",
            "doi orme B1 dpi left “as an owner”", "doi none", "moved pel, sec dac: that it be so",
            "amend tol, sec orm: that it be welcomed", "carried 3-1-0", "lost 1-3", "again carried",
            "names against: tol", "casting for", "withdrawn", "referred to Cabinet", "exclude 3",
            "readmit 12.00", "opened 10.02", "closed 12.40", "chair dac", "apol orme",
            "nom pell as Chairman by dac", "votes pell 3", "adjourned 11.00 to 11.15",
            "record tol against", "summary B1: words",
        ]
    ),
    max_size=8,
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(saying)
def test_acts_undone_leave_no_trace_in_the_record(desk: MeetingDesk, said: list[str]) -> None:
    before = desk.record()
    begun = len(standing(desk.ledger.entries))
    for line in said:
        with suppress(ClerkError):
            desk.say(line, b1(desk))
    while len(standing(desk.ledger.entries)) > begun:
        desk.undo()
    assert desk.record() == before


def test_the_item_in_hand_is_that_of_the_last_act(desk: MeetingDesk) -> None:
    assert desk.item_in_hand == b1(desk)
    desk.say("out dac", desk.meeting.items[0].id)
    assert desk.item_in_hand == desk.meeting.items[0].id


def test_the_evenings_decisions_fit_on_a_page(desk: MeetingDesk) -> None:
    desk.say("moved pel, sec dac: that it be noted", b1(desk))
    desk.say("carried 3-1-0", b1(desk))
    (row,) = decisions(desk)
    assert row.decision == "Mr Pell proposed and Mrs Dace seconded that it be noted. Carried"
    assert (row.mover, row.vote) == ("Mr Pell", "For 3, Against 1, Abstentions 0")
    assert "For 3" in decisions_text(desk, [row])
    assert decisions_csv([row]).startswith("number,item,title")


def test_what_was_decided_in_private_is_in_no_list_of_decisions(desk: MeetingDesk) -> None:
    desk.say("exclude 3", b1(desk))
    desk.say("moved pel, sec dac: that the bid be accepted", b1(desk))
    desk.say("carried", b1(desk))
    assert "bid" not in decisions_text(desk, decisions(desk))
    assert [row.title for row in decisions(desk)] == ["Exclusion of the public"]


def test_who_declared_and_left_is_out_of_the_count_for_that_item_alone(desk: MeetingDesk) -> None:
    desk.say("doi orme B1 personal left")
    assert person(desk.office, "Orme") not in desk.room(b1(desk)).present
    assert person(desk.office, "Orme") in desk.room(desk.meeting.items[0].id).present


def test_an_item_heard_partly_in_private_has_an_open_minute_and_an_exempt_one(
    desk: MeetingDesk,
) -> None:
    desk.say("moved pel, sec dac: that the scheme be noted", b1(desk))
    desk.say("carried", b1(desk))
    desk.say("private 3", b1(desk))
    second = desk.item_in_hand
    assert second == desk.meeting.minutes[-1].id
    desk.say("moved pel, sec dac: that the bid be accepted", second)
    desk.say("carried", second)
    full = [line.text for line in desk.record("full").lines]
    public = [line.text for line in desk.record("public").lines]
    assert sum("scheme be noted" in text for text in full) == 1
    assert sum("bid be accepted" in text for text in full) == 1
    assert any("scheme be noted" in text for text in public)
    assert not any("bid be accepted" in text for text in public)
    excluded = next(at for at, text in enumerate(public) if "Section 100A(4)" in text)
    assert any("scheme be noted" in text for text in public[:excluded])


def test_an_equal_vote_is_lost_until_whoever_presides_decides_it(desk: MeetingDesk) -> None:
    said = desk.say("vote 2-2-0", b1(desk))
    assert said.echo.startswith("Lost")
    assert "casting vote" in said.warnings[-1]
    cast = desk.say("casting for", b1(desk))
    assert cast.warnings == ()
    assert desk.meeting.motions[0].votes[0].result == "carried"
    assert "Mr Pell used the casting vote for the motion." in cast.echo


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("here ans", "(Dr B Anstey, Head of Highways was present for this item)"),
        ("here Mr N Field, Surveyor", "(Mr N Field, Surveyor was present for this item)"),
    ],
)
def test_who_came_for_one_item_stands_under_its_title(
    desk: MeetingDesk, line: str, printed: str
) -> None:
    item = b1(desk)
    minute = desk.start_minute(item)
    assert desk.say(line, item).echo == printed
    assert [each.text for each in desk.lines_of(minute.id) if each.kind == "note"] == [printed]
    desk.undo()
    assert not desk.meeting.minutes[-1].present_for


def test_the_register_of_resolutions_says_who_moved_it_and_what_became_of_it(
    desk: MeetingDesk,
) -> None:
    desk.say("moved pel, sec dac: that it be noted", b1(desk))
    desk.say("carried 3-1-0", b1(desk))
    (row,) = resolution_list.resolutions(desk.office)
    assert row.how == (
        "moved by Mr J A Pell, MBE, seconded by Mrs R Dace, carried, "
        "For 3, Against 1, Abstentions 0"
    )
    desk.say("exclude 3", b1(desk))
    assert not any("Pell" in each.how for each in resolution_list.resolutions(desk.office))


def test_an_equal_vote_between_candidates_waits_for_the_casting_vote(desk: MeetingDesk) -> None:
    desk.say("nom pell as Vice-Chairman by dac", b1(desk))
    desk.say("nom tol by orm", b1(desk))
    said = desk.say("votes pell 2, tol 2", b1(desk))
    assert "casting vote" in said.warnings[-1]
    assert desk.say("casting for tol", b1(desk)).warnings == ()


@pytest.mark.parametrize(
    ("lines_said", "strike"),
    [
        (("out dac 11.10",), "strike dac"),
        (("doi none",), "strike doi none"),
        (("carried 3-1",), "strike vote"),
        (("moved pel, sec dac: that it be noted",), "strike motion"),
        (("adjourned 11.00",), "strike adjourned"),
    ],
)
def test_what_was_noted_by_mistake_is_struck_out_by_a_line(
    desk: MeetingDesk, lines_said: tuple[str, ...], strike: str
) -> None:
    before = desk.record()
    for line in lines_said:
        desk.say(line, b1(desk))
    assert desk.record() != before or desk.meeting.nothing_declared
    desk.say(strike, b1(desk))
    assert desk.record() == before
    assert not desk.meeting.nothing_declared


def test_words_of_an_apology_print_unless_they_tell_of_health(desk: MeetingDesk) -> None:
    assert "health" in desk.hear("apol orme: in hospital").trouble
    desk.say("apol orme: on Council business")
    assert any("Ms K Orme (on Council business)" in line for line in lines(desk))


def test_who_is_here_in_place_of_another_has_no_vote(desk: MeetingDesk) -> None:
    desk.say("standin anstey for Mr Oakford")
    assert any("(in place of Mr Oakford)" in line for line in lines(desk))
    assert person(desk.office, "Anstey") not in desk.room().entitled


def test_what_is_declared_stands_in_the_minute_for_it_at_once(tmp_path: Path) -> None:
    office, body = council(tmp_path)
    titles = ("A1 Apologies", "A2 Declarations of Interest", "B1 Road safety")
    desk = MeetingDesk(office, called(office, body, APRIL, *titles), lock=False)
    desk.everyone_present()
    before = desk.record()
    desk.say("doi none")
    assert "There were no declarations of interest." in lines(desk)
    desk.undo()
    assert desk.record() == before
    desk.say("doi orme B1 personal left “as a governor”", b1(desk))
    assert any(line.startswith("Ms Orme declared a personal interest") for line in lines(desk))
    desk.say("strike doi orme B1")
    assert not any(line.startswith("Ms Orme declared") for line in lines(desk))


def test_a_motion_stands_before_the_resolution_that_came_of_it(desk: MeetingDesk) -> None:
    minute = desk.meeting.minutes[-1]
    desk.edit(minute.id, "The report was introduced.\nRESOLVED that:-\n(a) it be noted.")
    desk.say("moved pel, sec dac: that it be noted", b1(desk))
    desk.say("carried 4-0-0", b1(desk))
    printed = lines(desk)
    at = [
        next(at for at, line in enumerate(printed) if line.startswith(words))
        for words in ("The report", "Mr Pell proposed", "Carried", "RESOLVED")
    ]
    assert at == sorted(at)

"""A line as it is said: which names, times and items it can mean."""

import datetime as dt
from typing import Any

import pytest

from clerk.domain.meeting_acts import AttendanceMarked
from clerk.domain.meetings import AgendaItem, Meeting
from clerk.domain.presence import Presence
from clerk.domain.room_acts import DeclarationMade, MovementNoted
from clerk.errors import AmbiguousError, InputError, NotFoundError
from clerk.names import parse_name
from clerk.speech import VERBS, Hearing, hear, offers
from clerk.speech.hearing import time_of, who

NAMES = {
    "barrington": "Mr A Barrington-King",
    "obrien": "Ms F O'Brien",
    "van": "Mr L van der Meer",
    "marsh-d": "Mr D E Marsh",
    "marsh-t": "Mrs T J Marsh",
    "dace": "Mrs R Dace",
    "dacey": "Dr P Dacey",
}


def hearing(begins: dt.time | None = None, **facts: Any) -> Hearing:
    items = (AgendaItem(id="b1", title="Road safety", ref="B1"),)
    meeting = Meeting(
        id="m", committee="c", date=dt.date(2026, 4, 23), time=begins or dt.time(10), items=items
    )
    values: dict[str, Any] = {
        "meeting": meeting,
        "presence": Presence(members=tuple(NAMES)),
        "entitled": tuple(NAMES),
        "holders": tuple(NAMES),
        "people": {key: parse_name(words) for key, words in NAMES.items()},
        "item": "b1",
    }
    return Hearing(**(values | facts))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("barr", "barrington"),
        ("king", "barrington"),
        ("obr", "obrien"),
        ("o'brien", "obrien"),
        ("o’b", "obrien"),
        ("meer", "van"),
        ("van", "van"),
        ("dace", "dace"),
        ("dacey", "dacey"),
        ("mrs marsh", "marsh-t"),
        ("d marsh", "marsh-d"),
        ("tjm", "marsh-t"),
        ("t mar", "marsh-t"),
        ("t j mar", "marsh-t"),
        ("tj marsh", "marsh-t"),
        ("Dr Dac", "dacey"),
        ("DACE", "dace"),
    ],
)
def test_two_or_three_letters_are_enough_where_one_person_is_meant(typed: str, meant: str) -> None:
    assert who(typed, hearing(), NAMES) == meant


def test_letters_that_could_be_two_people_list_both() -> None:
    with pytest.raises(AmbiguousError, match="Mr D E Marsh or Mrs T J Marsh"):
        who("mar", hearing(), NAMES)


def test_someone_in_the_room_is_meant_before_someone_who_is_not() -> None:
    assert who("mar", hearing(), ["marsh-d"], NAMES) == "marsh-d"
    with pytest.raises(NotFoundError):
        who("zz", hearing(), NAMES)


@pytest.mark.parametrize(
    ("typed", "begins", "meant"),
    [
        ("11.42", 10, dt.time(11, 42)),
        ("2.05", 10, dt.time(14, 5)),
        ("12.40", 10, dt.time(12, 40)),
        ("7.42", 19, dt.time(19, 42)),
        ("10.15", 19, dt.time(22, 15)),
        ("14:05", 10, dt.time(14, 5)),
        ("9am", 10, dt.time(9)),
        ("9.58", 10, dt.time(9, 58)),
        ("25.00", 10, None),
        ("11.75", 10, None),
        ("7-2-1", 10, None),
        ("B1", 10, None),
    ],
)
def test_a_bare_time_means_the_hour_at_which_the_meeting_sits(
    typed: str, begins: int, meant: dt.time | None
) -> None:
    assert time_of(typed, hearing(dt.time(begins))) == meant


def test_an_hour_and_its_half_may_stand_apart() -> None:
    (act,) = hear("out dace 11.42 am", hearing())
    assert isinstance(act, MovementNoted)
    assert act.movement.at == dt.time(11, 42)


def test_the_nature_of_a_sensitive_interest_is_dropped_as_it_is_typed() -> None:
    (act,) = hear("doi dace B1 dpi sensitive left “as a hidden thing”", hearing())
    assert isinstance(act, DeclarationMade)
    assert act.declaration.nature == ""
    assert "hidden" not in repr(act)


@pytest.mark.parametrize(
    "line", ["doi dace B1 other stays “as a governor”", "doi dace b1 other stays as a governor"]
)
def test_a_nature_is_quoted_or_begins_with_as(line: str) -> None:
    (act,) = hear(line, hearing())
    assert isinstance(act, DeclarationMade)
    declared = act.declaration
    assert (declared.person, declared.item, declared.kind, declared.done, declared.nature) == (
        "dace",
        "b1",
        "other significant",
        "stayed",
        "as a governor",
    )


def test_a_word_that_begins_no_act_names_those_that_begin_so() -> None:
    with pytest.raises(InputError, match="returned, remote, referred"):
        hear("re 11.00", hearing())
    with pytest.raises(InputError, match="begins no act"):
        hear("w", hearing())  # one letter is a slip


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("adj 11.00", "adjourned 11.00"), ("clo 12.40", "closed 12.40"), ("ab dacey", "absent dacey")],
)
def test_the_first_letters_of_an_act_are_enough_where_they_begin_no_other(
    typed: str, whole: str
) -> None:
    (act,), (meant,) = hear(typed, hearing()), hear(whole, hearing())
    assert type(act) is type(meant)
    assert offers("arr dac", hearing(presence=Presence())) == ("Dace", "Dacey")


def test_initials_that_are_another_persons_mean_nobody() -> None:
    with pytest.raises(NotFoundError):
        who("t e marsh", hearing(), NAMES)


def test_the_last_word_is_completed_from_acts_then_from_those_who_are_there() -> None:
    assert offers("ad", hearing()) == ("adjourned",)
    assert offers("out dac", hearing()) == ("Dace", "Dacey")
    assert offers("moved dace: that dac", hearing()) == ()


def test_officers_and_guests_are_marked_in_their_own_lists() -> None:
    known = hearing(presence=Presence(), holders=("dace",), officers={"van": "Head of Roads"})
    marks = hear("present dace, meer, d marsh", known)
    entries = [act.attendance for act in marks if isinstance(act, AttendanceMarked)]
    assert [entry.capacity for entry in entries] == ["present", "in attendance", "also present"]
    assert entries[1].post == "Head of Roads"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_alone_is_understood_or_refused_in_a_sentence(verb: str) -> None:
    try:
        hear(verb, hearing())
    except (InputError, NotFoundError) as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("back ", ("Dace",)),
        ("in d", ("Dacey", "Dace")),
        ("apol d", ("Dacey", "Dace")),
        ("sub van", ("van der Meer",)),
        ("moved dace s", ("sec",)),
        ("moved dace, sec o", ("O'Brien",)),
        ("names against: o", ("O'Brien",)),
        ("doi dacey B", ("B1",)),
        ("doi dacey b1 st", ("stays",)),
        ("casting ", ("for", "against")),
        ("doi dacey “as d", ()),
    ],
)
def test_only_those_are_offered_who_could_be_meant(line: str, offered: tuple[str, ...]) -> None:
    here = tuple(person for person in NAMES if person not in ("dace", "dacey"))
    room = Presence(members=here, away={"dace": "left", "dacey": "apologies"})
    known = hearing(presence=room, entitled=here, holders=("dacey", "dace", "obrien"))
    assert offers(line, known) == offered

import datetime as dt

from clerk.domain.base import DatedText
from clerk.domain.committees import Committee, Seat, Tenure
from clerk.domain.meetings import AgendaItem, Attendance, Meeting, Minute, Report
from clerk.domain.people import DatedName, Person
from clerk.domain.register import Register
from clerk.names import parse_name
from clerk.suggest.gathering import sources_of

DAY = dt.date(2012, 7, 6)


def person(name: str) -> Person:
    dated = DatedName(on=DAY, name=parse_name(name))
    return Person(id=name, kind="member", names=(dated,))


def here(name: str, capacity: str, principal: str = "") -> Attendance:
    return Attendance(
        id=f"a {name}",
        person=name,
        capacity=capacity,  # type: ignore[arg-type]  # one of the capacities, said by the test
        substitute_for=principal,
    )


def test_everyone_stands_where_the_meeting_has_them() -> None:
    names = ("Mr A Pell", "Mr B Crake", "Ms C Wren", "Mr D Larkin", "Mr E Teal")
    body = Committee(
        id="c",
        slug="c",
        names=(DatedText(on=DAY, text="Highways Committee"),),
        authority="Wealdshire County Council",
        seats=tuple(
            Seat(id=name, group="Independent", tenures=(Tenure(person=name, start=DAY),))
            for name in names[:2]
        ),
    )
    earlier = Meeting(
        id="e",
        committee="c",
        date=dt.date(2012, 4, 26),
        minutes=(Minute(id="1", title="", text="Old."),),
    )
    meeting = Meeting(
        id="m",
        committee="c",
        date=DAY,
        items=(AgendaItem(id="i", title="Verges", ref="B1"),),
        reports=(Report(id="r", item="i", by="Mr D Larkin, Director", text="Grass grows."),),
        attendance=(
            here("Mr B Crake", "apologies"),
            here("Ms C Wren", "present", "Mr B Crake"),
            here("Mr D Larkin", "in attendance"),
        ),
        minutes=(Minute(id="2", title="Verges", text="Being typed."),),
    )
    register = Register(people={name: person(name) for name in names})
    found = sources_of(meeting, body, register, earlier=(earlier,), phrases=(("rn", "Noted."),))
    assert [each.standing for each in found.people] == [
        "present",
        "register",
        "substitute",
        "officer",
        "register",
    ]
    assert found.committee == "Highways Committee"
    assert found.agenda[0].authors == ("Mr D Larkin, Director",)
    assert found.papers[0].text == "Grass grows."
    assert found.dates == (earlier.date, meeting.date)
    assert found.earlier == ("Old.",)
    assert found.written == ()

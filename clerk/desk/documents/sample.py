"""A meeting with something of everything, to try a house style on. Nobody in it is real."""

import datetime as dt

from clerk.domain.interests import Declaration
from clerk.domain.meetings import AgendaItem, Attendance, Author, Exempt, Meeting, Minute, Sitting
from clerk.domain.motions import Counts, Motion, Named, Vote
from clerk.domain.movements import Movement
from clerk.names import parse_name
from clerk.record.context import Context, Known, Member
from clerk.record.style.house_style import HouseStyle

_PEOPLE = {
    "chair": "Mrs P Ashdown-Lee",
    "vice": "Mr T B Orchard, MBE",
    "member": "Ms N Balogun",
    "late": "Dr F Carrow",
    "substitute": "Mr G L Dunmore",
    "absent": "Mr R Tallis",
    "visitor": "Mr K O'Rourke",
    "officer": "Ms H Pell",
}
_GROUPS = {"chair": "Conservative", "vice": "Conservative", "member": "Labour", "late": "Labour"}
_REPORT = """Ms Pell introduced the report.
## Discussion
Members asked about the following:-
- the routes that serve schools, and in particular
  - the hill at Nether Cross;
- salt bins, and who fills them.
The cost of each route was:
| Route | Cost a night |
|---|---|
| Harbourne to Oxley | £410 |
| Nether Cross | £165 |
> We had not seen the road so clear in thirty years.
RESOLVED that:
(a) the report be noted; and
(b) the Director be asked to bring:
(i) a plan of salt bins; and
(ii) its cost."""


def sample_meeting() -> Meeting:
    """Open and exempt minutes, votes, declarations, comings and goings, tables and lists."""
    return Meeting(
        id="sample",
        committee="sample",
        date=dt.date(2026, 4, 23),
        time=dt.time(10),
        venue="Weir Room, Shire House, Harbourne",
        items=(
            AgendaItem(id="a1", ref="A1", title="Apologies"),
            AgendaItem(id="a2", ref="A2", title="Declarations of Interest"),
            AgendaItem(id="b1", ref="B1", title="Winter Maintenance"),
            AgendaItem(id="b2", ref="B2", title="Parking Charges"),
            AgendaItem(id="c1", ref="C1", title="Sale of the Depot"),
        ),
        attendance=_attendance(),
        declarations=(
            Declaration(
                id="d", person="member", item="b2", nature="as a holder of a permit", done="left"
            ),
        ),
        movements=(
            Movement(id="x", kind="arrived", person="late", at=dt.time(10, 20), item="b1"),
            Movement(id="y", kind="left", person="vice", at=dt.time(11, 42), item="b2"),
        ),
        motions=_motions(),
        minutes=_minutes(),
        sittings=(Sitting(id="s", opened=dt.time(10), closed=dt.time(12, 40)),),
    )


def sample_context(style: HouseStyle, name: str) -> Context:
    """The context of the sample in a style."""
    names = {person: parse_name(words) for person, words in _PEOPLE.items()}
    return Context(
        authority="Wealdshire County Council",
        committee="Environment and Highways Committee",
        chair_title=style.chair_title or "Chairman",
        people={
            person: Known(name=found, group=_GROUPS.get(person, ""))
            for person, found in names.items()
        },
        members={
            person: Member(name=names[person], group=group) for person, group in _GROUPS.items()
        },
        style=style,
        style_name=name,
        first_number=21,
        previous=(dt.date(2026, 1, 22),),
    )


def _attendance() -> tuple[Attendance, ...]:
    return (
        Attendance(id="1", person="chair", capacity="present", role="Chairman"),
        Attendance(id="2", person="vice", capacity="present", role="Vice-Chairman"),
        Attendance(id="3", person="member", capacity="present"),
        Attendance(id="4", person="late", capacity="present"),
        Attendance(id="5", person="substitute", capacity="present", substitute_for="absent"),
        Attendance(id="6", person="visitor", capacity="also present"),
        Attendance(id="7", person="officer", capacity="in attendance", post="Director of Highways"),
        Attendance(id="8", person="absent", capacity="apologies"),
    )


def _motions() -> tuple[Motion, ...]:
    named = Named(in_favour=("chair", "vice"), against=("late",), abstained=("substitute",))
    return (
        Motion(
            id="m",
            item="b2",
            mover="vice",
            seconder="chair",
            words="that charges rise by 10p",
            votes=(Vote(id="v", result="carried", named=named),),
        ),
        Motion(
            id="n",
            item="b2",
            mover="late",
            words="that the matter be deferred",
            votes=(Vote(id="w", result="lost", counts=Counts(in_favour=1, against=3)),),
        ),
        Motion(
            id="e",
            kind="exclusion",
            items=("c1",),
            paragraphs=("3",),
            votes=(Vote(id="u", result="carried"),),
        ),
    )


def _minutes() -> tuple[Minute, ...]:
    return (
        Minute(id="1", title="Apologies", items=("a1",), text=":apologies\n:substitutes"),
        Minute(id="2", title="Declarations of Interest", items=("a2",), text=":declarations"),
        Minute(id="3", title="Minutes of 22 January 2026", text=":previous-minutes"),
        Minute(
            id="4",
            title="Winter Maintenance of the Rural Network: Lessons of the Season",
            items=("b1",),
            text=_REPORT,
            authors=(Author(name="Ms H Pell", post="Director of Highways"),),
            present_for=(Author(name="Mr A Finch", post="Network Engineer"),),
        ),
        Minute(id="5", title="Parking Charges", items=("b2",), text="The Panel spoke first."),
        Minute(
            id="6",
            title="Sale of the Depot",
            items=("c1",),
            text="RESOLVED that the offer be taken.",
            exempt=Exempt(paragraphs=("3",)),
            summary="The Committee agreed the terms of a sale.",
        ),
        Minute(id="7", title="Dates of Meetings", text="Noted:\nThursday 16 July 2026"),
    )

"""A whole meeting through the screens, every key counted: who came, what was declared and decided.

Nine seats. One member sends apologies and is substituted, one comes late, one declares a pecuniary
interest and goes out; a motion with an amendment is counted, another is voted on by names, an
election is tied, an item is exempt. The facts are then what the paper of such a meeting says.
"""

import datetime as dt
from pathlib import Path

from textual.pilot import Pilot

from clerk.desk.meeting import calling
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.motions import outcome_of
from screens.app import ClerkApp
from screens.meeting.workspace import MeetingScreen
from tests.screens.pressing import press, settled

_SEATS = (
    ("Mr A Harbottle", "Conservative", "Chairman"),
    ("Mrs B Quantock", "Conservative", "Vice-Chairman"),
    ("Mr C Ditchling", "Conservative", ""),
    ("Ms D Ottershaw", "Conservative", ""),
    ("Mr E Fawley", "Labour", ""),
    ("Mrs F Garsdale", "Labour", ""),
    ("Mr G Inglesham", "Labour", ""),
    ("Dr H Jevington", "Green", ""),
    ("Miss K Lydgate", "Green", ""),
)
_ITEMS = (
    "A1 Election of a Panel Chairman",
    "A2 Declarations of Interest",
    "B1 Car Parks",
    "B2 Bus Services",
    "C1 Depot Contract",
)


def _called(office: Office) -> Path:
    body = adding.add_committee(office, "Aa Transport Committee", authority="Wealdshire Council")
    since = dt.date(2026, 5, 1)
    for name, group, role in _SEATS:
        adding.add_member(office, body.id, name, group, role=role, on=since)
    other = adding.add_committee(office, "Zz Other", authority="Wealdshire Council")
    adding.add_member(office, other.id, "Mr M Nethercott", "Labour", on=since)
    day = dt.date(2026, 11, 23)
    return calling.call_meeting(office, body.id, day, dt.time(10), titles=_ITEMS)


class Keys:
    """Presses keys and counts them; words in quotes are typed letter by letter."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.count = 0

    async def __call__(self, *keys: str) -> None:
        """Presses these, one after the other, waiting for what each opens."""
        for key in keys:
            self.count += len(key) - 2 if key.startswith('"') else 1
            await press(self._pilot, key)
        await settled(self._pilot)

    async def line(self, words: str) -> None:
        """Says an act in a line."""
        await self("ctrl+k", f'"{words}"', "enter")


async def test_a_meeting_is_replayed_key_by_key_and_its_facts_are_those_of_the_paper(
    empty_office: Office,
) -> None:
    _called(empty_office)
    app = ClerkApp(empty_office)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        keys = Keys(pilot)
        await keys("enter", "ctrl+r", *["down"] * 5, "a", "up", "s", '"net"', "enter")
        await keys(*["down"] * 2, "x", "e", "escape")
        roll = keys.count
        await keys.line("nom dit as Panel Chairman by qua, sec ott")
        await keys.line("nom ing by fa, sec net")
        await keys.line("votes dit 4, ing 4")
        await keys.line("casting for dit")
        await keys("ctrl+n", "ctrl+n")
        await keys.line("doi jev C1 dpi left as a shareholder")
        await keys("ctrl+l", "v", "m", '"qua"', "enter", '"dit"', "enter", '"that charges rise"')
        await keys("enter", "a", '"fa"', "enter", '"ing"', "enter", '"that they rise by half"')
        await keys("enter", "k", '"3-5"', "enter", "k", '"5-3-0"', "enter", "escape", "ctrl+n")
        await keys.line("in lyd 10.40")
        await keys("ctrl+l", "v", "v", *["down"] * 4, "a", "a", "a", "enter", "escape")
        await keys("ctrl+n", "ctrl+l", "x", '"3"', "ctrl+s", "v", "c", "escape")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        _agrees_with_the_paper(screen)
        assert roll <= 20, f"the roll took {roll} keys"
        assert keys.count <= 330, f"the facts took {keys.count} keys"


def _agrees_with_the_paper(screen: MeetingScreen) -> None:
    desk = screen.desk
    meeting = desk.meeting
    here = {desk.name(e.person) for e in meeting.attendance if e.capacity == "present"}
    assert "Mr M Nethercott" in here
    assert [desk.name(e.person) for e in meeting.attendance if e.capacity == "apologies"] == [
        "Mrs F Garsdale"
    ]
    assert [each.kind for each in meeting.movements] == ["arrived", "public excluded"]
    election, main, amendment, by_names, exclusion, private = meeting.motions
    assert [outcome_of(each) for each in meeting.motions] == [
        *("carried", "carried", "lost", "carried", "carried", "carried")
    ]
    assert amendment.of == main.id
    casting = election.votes[0].casting
    assert casting is not None
    assert desk.name(casting.candidate) == "Mr C Ditchling"
    named = by_names.votes[0].named
    assert named is not None
    assert (len(named.in_favour), len(named.against)) == (6, 3)
    assert exclusion.paragraphs == ("3",)
    item = next(item.id for item in meeting.items if item.ref == "C1")
    assert private.item == item
    assert [each.why for each in desk.room(item).barred] == []
    assert len(desk.room(item).present) == 8, "who declared a pecuniary interest is out"
    public = "\n".join(line.text for line in desk.record("public").lines)
    assert "For (6)" in public
    assert "Miss Lydgate arrived at 10.40 am" in public
    wrong = [each for each in desk.looked_at() if each.severity == "wrong"]
    assert wrong == []

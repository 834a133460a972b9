"""A vote by names: everyone present and entitled begins as for; exceptions by a key a row.

Keys, counted: ↓ to each exception, a against, b abstained, n not voting (1), Enter. With eleven
present and three against or abstaining: about ten.
"""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from textual import getters, on
from textual.app import App, ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.meeting import voting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.voting import Voter
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.motions import Motion, Way
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine

_SIGNS: dict[Way | None, str] = {
    "for": "✓ for",
    "against": "✗ against",
    "abstained": "– abstained",
    None: "· not voting",
}


_BEGUN: WeakKeyDictionary[App[None], dict[str, dict[str, Way]]] = WeakKeyDictionary()
"""Votes that were marked and left, for as long as the app is open."""


class VoteNamesScreen(InMeeting):
    """One row a member; `done` gets the act of the vote."""

    PLACES = ("vote by names", "in meeting")
    BINDINGS = bindings("vote by names")
    table = getters.query_one("#voters", Rows)

    def __init__(
        self,
        desk: MeetingDesk,
        motion: Motion,
        done: Callable[[MeetingAct], None],
        correcting: str = "",
    ) -> None:
        super().__init__(desk, motion.item)
        self.motion = motion
        self._done = done
        self.correcting = correcting
        self.voters = voting.voters(desk, motion, correcting)
        entitled = tuple(voter.person for voter in self.voters if not voter.why_not)
        known = next((vote for vote in motion.votes if vote.id == correcting), None)
        self.ways = voting.ways_of(known, entitled)
        self._label = "/".join((desk.ref, motion.item, motion.words, correcting))

    def compose(self) -> ComposeResult:
        words = self.motion.words or "the vote"
        yield Static(plain(f"Vote by names · {words}"), id="screen-title")
        yield Rows(id="voters")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys."""
        self.ways = self._begun.pop(self._label, self.ways)
        self.table.add_columns(cell("Vote"), cell("Member"), cell("Group"), cell(""))
        self.set_focus(self.table)
        self._show()

    def action_vote(self, way: str) -> None:
        """For, against, abstained, or not voting; then on to the next row."""
        person = self.table.chosen
        self.ways.pop(person, None)
        chosen: dict[str, Way] = {"for": "for", "against": "against", "abstained": "abstained"}
        if way in chosen:
            self.ways[person] = chosen[way]
        self._show(onward=True)

    def action_all_for(self) -> None:
        """Everyone present and entitled is for."""
        self.ways = dict.fromkeys((v.person for v in self.voters if not v.why_not), "for")
        self._show()

    @on(DataTable.RowSelected, "#voters")
    def recorded(self) -> None:
        """Enter: recorded as it stands; what does not add up stays as a finding."""
        if self.is_current:
            act = self._act
            self.app.pop_screen()
            self._done(act)

    def action_back(self) -> None:
        """Back, and nothing is recorded; what was marked waits for the next time."""
        self._begun[self._label] = self.ways
        super().action_back()

    def show_anew(self) -> None:
        """Who may vote may have changed."""
        self.voters = voting.voters(self.desk, self.motion, self.correcting)
        self._show()

    @property
    def _begun(self) -> dict[str, dict[str, Way]]:
        return _BEGUN.setdefault(self.app, {})

    @property
    def _act(self) -> MeetingAct:
        order = {v.person: self.ways[v.person] for v in self.voters if v.person in self.ways}
        return voting.taken(self.desk, self.motion, None, ways=order, correcting=self.correcting)

    def _show(self, *, onward: bool = False) -> None:
        at = self.table.cursor_row + (1 if onward else 0)
        rows = [(voter.person, self._cells(voter)) for voter in self.voters]
        self.table.show(rows, at=at)
        said = self.desk.weigh(self._act)
        words = "\n".join((f"= {said.echo or said.trouble}", *(f"! {w}" for w in said.warnings)))
        self.query_one("#whole-words", Static).update(plain(words))

    def _cells(self, voter: Voter) -> tuple[str, str, str, str]:
        way = self.ways.get(voter.person)
        sign = "" if voter.why_not and way is None else _SIGNS[way]
        return sign, voter.name, voter.more, f"no vote: {voter.why_not}" if voter.why_not else ""

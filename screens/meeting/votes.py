"""Motions and votes: what is before the meeting, what was decided, and every earlier vote.

Keys, counted: Ctrl+L, v from the typing (2); m, letters of the mover, Enter, of the seconder,
Enter, the words, Enter: about eight and the words; then c where it was carried (1), k and 7-2-1
Enter for a count (7), v for names: a key an exception, Enter. A vote is about the motion that is
marked: the open one, or a new one; on one decided already it is a further vote, the first stays.
"""

from collections.abc import Callable

from textual import getters, on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from clerk.desk.meeting import voting
from clerk.desk.meeting.room import Said
from clerk.desk.meeting.voting import VoteRow
from clerk.domain.meeting_acts import MeetingAct
from clerk.domain.motions import Motion, Way, last_motion
from clerk.errors import InputError
from clerk.speech.voting import Result, is_unanimous, read_counts
from screens.dialogs.form import Answers, Field, Form
from screens.keys import bindings
from screens.literal import cell, plain
from screens.meeting.in_meeting import InMeeting
from screens.meeting.vote_forms import casting_question, moved_fields, name_field, own_vote_fields
from screens.widgets.key_line import KeyLine
from screens.widgets.rows import Rows
from screens.widgets.said import SaidLine


class VotesScreen(InMeeting):
    """A row for each motion and, under it, for each vote; the item in hand comes first."""

    PLACES = ("votes", "in meeting")
    BINDINGS = bindings("votes")
    table = getters.query_one("#votes", Rows)

    def compose(self) -> ComposeResult:
        yield Static(plain(f"Motions and votes · {self.desk.label()}"), id="screen-title")
        yield Rows(id="votes")
        yield Static("", id="whole-words")
        yield SaidLine(id="said")
        yield KeyLine(*self.PLACES)

    def on_mount(self) -> None:
        """The table takes the keys, at the motion that is open."""
        self.table.add_columns(cell("Item"), cell("How it ended"), cell("What"), cell("Moved by"))
        self.set_focus(self.table)
        self._show(voting.in_hand(self.desk, self.item))

    def show_anew(self) -> None:
        """Every motion and vote, at the row that is marked."""
        self._show(self.table.chosen)

    @property
    def words_shown(self) -> str:
        """Below the table it is told of the motion or vote that is marked."""
        row = self._row
        return row.words if row else ""

    def tell_done(self, said: Said) -> None:
        """Marks the motion or vote that was made: all of it is told below the table."""
        made = voting.key_of(said)
        if made:
            self._show(made)
        super().tell_done(said)

    @on(DataTable.RowHighlighted, "#votes")
    def row_marked(self) -> None:
        """How it prints stands below, and what does not add up."""
        row = self._row
        self.query_one("#whole-words", Static).update(plain(row.words if row else ""))

    @on(DataTable.RowSelected, "#votes")
    def row_chosen(self) -> None:
        """Enter corrects a motion's words and people, or a vote as it was taken."""
        row = self._row
        if self.refuses_changes():
            return
        if row is None or not row.motion:
            self.action_move()
        elif not row.vote:
            self._ask_motion(self._motion, "Correct the motion")
        elif voting.vote_of(self._motion, row.vote).named is not None:
            self._by_names(row.vote)
        elif self._motion.kind == "election":
            self._ask_tallies()
        else:
            self._ask_count(row.vote)

    # --- what is moved ------------------------------------------------------------------------

    def action_move(self) -> None:
        """A motion, by whom, and its words."""
        self._ask_motion(voting.motion_of(self.desk, self.item, ""), "A motion is moved")

    def action_amend(self) -> None:
        """An amendment to the motion that is marked, or to the open one."""
        motion = self._motion
        main = motion.of or motion.id
        if not any(each.id == main for each in self.desk.meeting.motions):
            self.tell("No motion is marked that could be amended. Move one with m.")
            return
        begun = voting.motion_of(self.desk, motion.item, "")
        self._ask_motion(begun, "An amendment is moved", of=main)

    @work(exclusive=True, group="dialog")
    async def action_nominate(self) -> None:
        """A candidate of the item's election."""
        fields = (
            name_field(self.desk, self.item, "candidate", "Who is proposed"),
            Field(id="office", label="As what; empty where that was said already"),
            name_field(self.desk, self.item, "mover", "Proposed by"),
            name_field(self.desk, self.item, "seconder", "Seconded by"),
        )

        def nominate(answers: Answers) -> None:
            people = {
                each: self._member(answers[each]) for each in ("candidate", "mover", "seconder")
            }
            if not people["candidate"]:
                raise InputError("Type letters of the candidate's name.")
            said = voting.nominate(
                self.desk,
                self.item,
                people["candidate"],
                answers["office"],
                mover=people["mover"],
                seconder=people["seconder"],
            )
            self.tell_done(said)

        await self.app.push_screen_wait(Form("A candidate is proposed", fields, nominate))

    @work(exclusive=True, group="dialog")
    async def _ask_motion(self, motion: Motion, title: str, of: str = "") -> None:
        def move(answers: Answers) -> None:
            said = voting.move(
                self.desk,
                motion,
                mover=self._member(answers["mover"]),
                seconder=self._member(answers["seconder"]),
                words=answers["words"],
                of=of,
            )
            self.tell_done(said)

        await self.app.push_screen_wait(Form(title, moved_fields(self.desk, motion), move))

    def action_withdrawn(self) -> None:
        """The motion is withdrawn."""
        self._attempt(lambda: voting.end(self.desk, self._known_motion, "withdrawn", ""))

    @work(exclusive=True, group="dialog")
    async def action_refer(self) -> None:
        """The motion is referred elsewhere."""
        field = Field(id="to", label="Referred to; may stay empty")

        def refer(answers: Answers) -> None:
            self.tell_done(voting.end(self.desk, self._known_motion, "referred", answers["to"]))

        await self.app.push_screen_wait(Form("The motion is referred", (field,), refer))

    # --- how it is decided --------------------------------------------------------------------

    def action_decide(self, result: Result, unanimous: bool = False) -> None:
        """Carried or lost without a count."""
        self._attempt(
            lambda: self.desk.perform(
                voting.taken(self.desk, self._motion, result, unanimous=unanimous)
            )
        )

    def action_count(self) -> None:
        """A count: of hands, or of the votes for each candidate."""
        if self._motion.kind == "election":
            self._ask_tallies()
        else:
            self._ask_count("")

    @work(exclusive=True, group="dialog")
    async def _ask_count(self, correcting: str) -> None:
        motion = self._motion

        def act(words: str) -> MeetingAct:
            plain_words = words.casefold()
            counts = read_counts(plain_words)
            said: Result | None = None
            for result in ("carried", "lost"):
                if result in plain_words:
                    said = result
            return voting.taken(
                self.desk,
                motion,
                said,
                counts=counts,
                unanimous=is_unanimous(plain_words),
                at=voting.time_in(self.desk, motion, plain_words),
                correcting=correcting,
            )

        def echo(words: str) -> str:
            said = self.desk.weigh(act(words))
            return " ! ".join((said.echo or said.trouble, *said.warnings))

        field = Field(
            id="count",
            label="For-against-abstaining; also: carried, lost, unanimously, the time. Or empty",
            hint="7-2-1",
            echo=echo,
        )

        def take(answers: Answers) -> None:
            self.tell_done(self.desk.perform(act(answers["count"])))

        await self.app.push_screen_wait(Form("The votes are counted", (field,), take))

    @work(exclusive=True, group="dialog")
    async def _ask_tallies(self) -> None:
        motion = self._motion
        names = {each.person: self.desk.name(each.person) for each in motion.candidates}
        fields = tuple(
            Field(id=f"votes-{person}", label=f"Votes for {name}") for person, name in names.items()
        )

        def take(answers: Answers) -> None:
            votes = {person: _count(answers[f"votes-{person}"], names[person]) for person in names}
            self.tell_done(voting.tally(self.desk, motion, votes))

        await self.app.push_screen_wait(Form("The votes for each candidate", fields, take))

    def action_names(self) -> None:
        """By names: all present and entitled begin as for; exceptions by a key each."""
        self._by_names("")

    def _by_names(self, correcting: str) -> None:
        from screens.meeting.vote_names import VoteNamesScreen  # few votes are taken by names

        self.app.push_screen(VoteNamesScreen(self.desk, self._motion, self._named, correcting))

    def _named(self, act: MeetingAct) -> None:
        self._attempt(lambda: self.desk.perform(act))

    @work(exclusive=True, group="dialog")
    async def action_casting(self) -> None:
        """The casting vote of whoever presides, added to the vote that is marked."""
        motion, vote = self._voted, self._row.vote if self._row else ""
        if motion is None:
            self.tell("No vote has been taken on this item yet. Record the vote first.")
            return
        question = casting_question(self.desk, motion)
        chosen = await self.app.push_screen_wait(question)
        if chosen is not None:
            self._attempt(lambda: voting.cast(self.desk, motion, vote, chosen.id))

    @work(exclusive=True, group="dialog")
    async def action_own_vote(self) -> None:
        """One member's vote, recorded at their request."""
        motion, vote = self._voted, self._row.vote if self._row else ""
        if motion is None:
            self.tell("No vote has been taken on this item yet. Record the vote first.")
            return

        def record(answers: Answers) -> None:
            person = self._member(answers["member"])
            if not person:
                raise InputError("Type letters of the member's name.")
            self.tell_done(voting.own_vote(self.desk, motion, vote, person, _way(answers["way"])))

        fields = own_vote_fields(self.desk, motion.item, _way)
        await self.app.push_screen_wait(Form("“Record my vote”", fields, record))

    def action_strike_out(self) -> None:
        """Takes the marked vote away, or the motion with its votes."""
        row = self._row
        if row is None or not row.motion:
            self.tell("There is no motion or vote on this line.")
            return
        said = self.attempt(lambda: voting.strike_out(self.desk, row.motion, row.vote))
        if said is not None:
            self.show_anew()
            self.tell(f"Taken away: {said} u brings it back.")

    def action_decisions(self) -> None:
        """What the meeting decided, on a page."""
        from screens.meeting.decisions import DecisionsScreen  # opened once a meeting

        self.app.push_screen(DecisionsScreen(self.desk, self.item))

    # --- the table ----------------------------------------------------------------------------

    @property
    def _row(self) -> VoteRow | None:
        rows = voting.vote_rows(self.desk, self.item)
        return next((row for row in rows if row.key == self.table.chosen), None)

    @property
    def _motion(self) -> Motion:
        """The motion that is marked; a new one where none is."""
        row = self._row
        return voting.motion_of(self.desk, self.item, row.motion if row else "")

    @property
    def _known_motion(self) -> Motion:
        motion = self._motion
        if not any(each.id == motion.id for each in self.desk.meeting.motions):
            raise InputError("No motion is marked. Mark the one that ended so.")
        return motion

    @property
    def _voted(self) -> Motion | None:
        """The motion whose vote is marked; else that on which the item's last vote was taken."""
        motion = self._motion
        return motion if motion.votes else last_motion(self.desk.meeting.motions, self.item)

    def _member(self, words: str) -> str:
        return voting.member_meant(self.desk, words, self.item) if words.strip() else ""

    def _attempt(self, deed: Callable[[], Said]) -> None:
        said = self.attempt(deed)
        if said is not None:
            self.tell_done(said)

    def _show(self, key: str) -> None:
        rows = [(row.key, _cells(row)) for row in voting.vote_rows(self.desk, self.item)]
        self.table.show(rows, at=self.table.cursor_row, key=key)
        self.row_marked()


def _cells(row: VoteRow) -> tuple[str, str, str, str]:
    return row.ref, row.outcome, row.what, row.by


def _count(words: str, name: str) -> int:
    plain_words = words.strip()
    if not plain_words.isdecimal() or len(plain_words) > 4:
        raise InputError(f"Type the number of votes for {name}.")
    return int(plain_words)


def _way(words: str) -> Way:
    plain_words = words.strip().casefold()
    ways: tuple[Way, ...] = ("for", "against", "abstained")
    near = [way for way in ways if plain_words and way.startswith(plain_words[:2])]
    near = near or [way for way in ways if plain_words and way.startswith(plain_words[:1])]
    if len(near) != 1:
        raise InputError("Type for, against or abstained.")
    return near[0]

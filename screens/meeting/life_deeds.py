"""The life of the minutes in a meeting: published, confirmed, signed; and those of the last one.

Keys, counted: p publishes (1); p, Ctrl+S confirms at the next meeting as they stand (2), with an
amendment p, "44: the words", Ctrl+S; p, Ctrl+S signs (2): the form knows who presided. + does
the same for the last meeting's minutes from the meeting that confirms them (2). u takes each back.
"""

from collections.abc import Callable
from pathlib import Path

from textual import work

from clerk.counted import counted
from clerk.desk.lookup import find_meeting, find_person
from clerk.desk.meeting import life
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.meetings import MeetingState
from clerk.errors import ClerkError, InputError, NotFoundError
from clerk.when import long_date, read_date
from screens.dialogs.form import Answers, Field, Form
from screens.meeting.in_workspace import InWorkspace
from screens.meeting.minute_forms import text_form


class LifeDeeds(InWorkspace):
    """What a clerk does with minutes that are written."""

    @work(exclusive=True, group="dialog")
    async def action_publish(self) -> None:
        """The next step of these minutes: publish, confirm, sign."""
        if not self.put_away():
            return
        if self.desk.meeting.state == "draft":
            if self.succeeds(self.desk.publish):
                self.reload()
                said = f"{self.desk.last_said}. The record is fixed; u takes it back."
                self.tell(said + self._to_look_at)
        elif self.desk.meeting.state == "signed":
            self.tell(life.state_words(self.desk.meeting) + " t on a minute corrects it.")
        elif await self._asked(next_step_form(self.desk)):
            self.tell(_done(self.desk))

    @property
    def _to_look_at(self) -> str:
        """How much the checks find in what was just published; the clerk may have forgotten c."""
        count = len(self.desk.looked_at())
        things = counted(count, "thing")
        return f" The checks find {things} to look at: c shows them." if count else ""

    @work(exclusive=True, group="dialog")
    async def action_last_minutes(self) -> None:
        """The next step of the minutes that this meeting confirms."""
        waiting = self.attempt(lambda: life.awaiting(self.desk))
        if not waiting:
            self.tell("No minutes of this body wait to be confirmed or signed here.")
            return
        self.put_away()
        said = await self._step_of(waiting[0])
        self.desk.forget_context()
        self.reload()
        if said:
            self.tell(said)

    async def _step_of(self, path: Path) -> str:
        """The next step of another meeting's minutes; what was done, empty where nothing was."""
        try:
            with MeetingDesk(self.office, path) as other:
                form = next_step_form(other, at=self.desk.ref)
                done = await self.app.push_screen_wait(form) is not None
                return f"{other.label()}: {_done(other, 'u in that meeting')}" if done else ""
        except ClerkError as error:
            self.tell(str(error), "error")
            return ""

    @work(exclusive=True, group="dialog")
    async def action_take_back(self) -> None:
        """Takes a publication back, with its reason."""
        if self.desk.meeting.state != "published":
            self.tell(f"These minutes are {self.desk.meeting.state}: nothing to take back.")
            return
        field = Field(id="reason", label="Why the publication is taken back; the reason is kept")
        form = Form("Take the publication back", (field,), self._withdraw_publication)
        if await self._asked(form):
            self.tell("Taken back: the minutes are a draft again, their numbers provisional.")

    def _withdraw_publication(self, answers: Answers) -> None:
        self.desk.withdraw(answers["reason"])

    async def mend_text(self) -> None:
        """Words or kinds of blocks that were misread in a paper."""
        minute = self.desk.meeting.minute(self.chosen.minute) if self.chosen else None
        if minute is None:
            self.tell("This line has no minute to mend.")
            return
        if await self._asked(text_form(self.desk, minute)):
            self.tell(f"{self.desk.last_said}. u takes it back.")

    @work(exclusive=True, group="dialog")
    async def action_mend_text(self) -> None:
        """Words misread in a paper; of confirmed minutes, the correction of a later meeting."""
        if self.desk.meeting.state in ("confirmed", "signed"):
            minute = self.chosen.minute if self.chosen else ""
            if await self._asked(_correct_form(self.desk, minute)):
                self.tell(_done(self.desk))
        else:
            await self.mend_text()


_OF_A_DRAFT = (
    *("usual", "say", "take-now", "exempt", "declarations", "votes", "room", "roll-call"),
    *("add-items", "rename-item"),
)
"""Keys of what is over once the minutes are fixed: they make room for what is left to do."""
_LEFT_TO_DO: dict[MeetingState, dict[str, str]] = {
    "published": {"publish": "Confirm", "take-back": "Take back", "documents": "Documents"},
    "confirmed": {"publish": "Sign", "mend-text": "Correct", "documents": "Documents"},
    "signed": {"publish": "", "mend-text": "Correct", "documents": "Documents"},
}


def life_words(desk: MeetingDesk) -> dict[str, str]:
    """What the line of keys says of fixed minutes: their next step, and no more of the room."""
    left = {} if desk.read_only else _LEFT_TO_DO.get(desk.meeting.state, {})
    over = dict.fromkeys(_OF_A_DRAFT, "") if desk.meeting.state in _LEFT_TO_DO else {}
    return {**over, **left}


def next_step_form(desk: MeetingDesk, at: str = "") -> Form:
    """Confirms published minutes, at the meeting that `at` names; signs confirmed ones."""
    if desk.meeting.state == "confirmed":
        return _sign_form(desk)
    return _confirm_form(desk, at)


def _confirm_form(desk: MeetingDesk, at: str) -> Form:
    def confirm(answers: Answers) -> None:
        put = life.puttings(answers["amendments"])
        life.confirm(desk, _confirming(desk, answers["at"]), put)

    fields = (
        _at_field(desk, at),
        Field(
            id="amendments",
            label="Amendments, one a line: “44: what it is to read”; empty: as they stand",
            echo=lambda words: _titles_of(desk, words),
            lines=True,
        ),
    )
    return Form(f"Confirm the minutes: {desk.label()}", fields, confirm)


def _correct_form(desk: MeetingDesk, minute_id: str) -> Form:
    numbers = {m.id: m.number.text for m in desk.meeting.minutes if m.number}

    def correct(answers: Answers) -> None:
        put = life.Putting(
            number=answers["number"], words=answers["words"], decided=answers["minute"]
        )
        life.correct(desk, _confirming(desk, answers["at"]), put)

    fields = (
        Field(
            id="number",
            label="Minute number",
            value=numbers.get(minute_id, ""),
            echo=_title_of(desk),
            replaced=True,
            known=minute_id in numbers,
        ),
        Field(id="words", label="What it is to read"),
        _at_field(desk, ""),
        Field(id="minute", label="By which minute of that meeting; may stay empty"),
    )
    return Form(f"Correct the confirmed minutes: {desk.label()}", fields, correct)


def _sign_form(desk: MeetingDesk) -> Form:
    presided = life.chairs(desk)
    first = life.first_page(desk)
    day = desk.meeting.confirmed.on if desk.meeting.confirmed else desk.office.today

    def sign(answers: Answers) -> None:
        person, name = _signer(desk, answers["by"])
        on = read_date(answers["date"], today=desk.office.today)
        life.sign(desk, person, name=name, on=on, pages=life.leaves(answers["leaves"]))

    fields = (
        Field(
            id="by",
            label="Signed by who presided at the meeting that confirmed them",
            value=desk.name(presided[0]) if presided else "",
            replaced=True,
            echo=lambda words: _named(desk, words),
        ),
        Field(
            id="date",
            label="On",
            value=long_date(day),
            replaced=True,
            echo=lambda words: long_date(read_date(words, today=desk.office.today)),
        ),
        Field(
            id="leaves",
            label="Leaves in the minute book, where they are numbered on; may stay empty",
            hint=f"{first}-…, as the last ended with {first - 1}" if first else "such as 201-208",
        ),
    )
    return Form(f"Sign the minutes: {desk.label()}", fields, sign)


def _at_field(desk: MeetingDesk, at: str) -> Field:
    known = life.suitable(desk)
    return Field(
        id="at",
        label="At the meeting of",
        value=at or (known.ref if known else ""),
        hint="its day, where it is not in Clerk",
        replaced=True,
        known=bool(at or known),
        echo=lambda words: long_date(_confirming(desk, words).on) if words.strip() else "",
    )


def _confirming(desk: MeetingDesk, words: str) -> life.Confirming:
    """The meeting that was typed: as on the command line, or its day."""
    if not words.strip():
        raise InputError("Say at which meeting: its day, or as lists name it.")
    if "/" in words and not words.strip()[:1].isdigit():
        return life.at_meeting(desk, find_meeting(desk.office, words))
    return life.on_day(desk, read_date(words, today=desk.office.today))


def _title_of(desk: MeetingDesk) -> Callable[[str], str]:
    return lambda words: life.minute_numbered(desk, words).title if words.strip() else ""


def _titles_of(desk: MeetingDesk, words: str) -> str:
    """The titles of the minutes that are amended, as the numbers are read."""
    found = [life.minute_numbered(desk, put.number).title for put in life.puttings(words)]
    return "; ".join(found)


def _signer(desk: MeetingDesk, words: str) -> tuple[str, str]:
    """Whom the words name in the register; else the words themselves."""
    if not words.strip():
        return "", ""
    try:
        return find_person(desk, words), ""
    except NotFoundError:
        return "", words


def _named(desk: MeetingDesk, words: str) -> str:
    person, name = _signer(desk, words)
    return desk.name(person) if person else f"{name}, who is not in the register" if name else ""


def _done(desk: MeetingDesk, undo: str = "u") -> str:
    """What was done; with what is wrong about it."""
    found = " ".join(each.sentence for each in life.life_findings(desk))
    notes = " Your private notes are still kept." if desk.notes else ""
    return " ".join(
        part for part in (f"{desk.last_said}. {undo} takes it back.{notes}", found) if part
    )

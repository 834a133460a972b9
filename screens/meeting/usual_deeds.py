"""One key each: the house's usual words for the item at hand, and an action from a sentence.

Keys, counted: Ctrl+E puts the likeliest words (1), again the next in their place (1 each), at last
none; on a line that is a field it turns it into plain words (1); of words selected with Shift and
arrows it makes the resolution inside prose, [[ ]], or takes that mark away (1). Ctrl+U keeps what
the sentence under the cursor undertakes (1); again, who, what and by when can be mended in a form.
"""

from collections.abc import Sequence

from textual import work

from clerk.desk.lists import actions
from clerk.desk.meeting.usual import minute_at_hand, usual_of
from clerk.domain.actions import Action
from clerk.domain.meetings import Minute
from clerk.notation import parse
from clerk.record.minutes.fields import field_of, field_words
from clerk.record.usual import Usual
from clerk.suggest.undertakings import undertaking_at
from clerk.when import plain_date, read_date
from screens.dialogs.form import Answers, Field, Form
from screens.forms import day_field
from screens.meeting.minute_typing import MinuteTyping


class UsualDeeds(MinuteTyping):
    """What a clerk need not type."""

    def action_usual(self) -> None:
        """The usual words, and at each further press the next that fit."""
        if self._current is None or self.editor.read_only:
            self.tell("There is no minute here that can be typed.")
            return
        if self.editor.selected_text:
            self._mark_resolved()
            return
        self.put_away()
        self.editor.focus()
        plain_words = self._detaching()
        choices = plain_words or self._usual()
        if not choices:
            self.tell("Nothing is usual here that is not in the minute already.")
            return
        at = self.editor.put_in_turn([each.text for each in choices], instead=bool(plain_words))
        self.tell(_told(choices, at))

    def _mark_resolved(self) -> None:
        """The selected words are what is resolved, inside prose; or are no longer."""
        if self.editor.mark_selection():
            self.tell("What stands between [[ and ]] is listed as a resolution. Ctrl+Z: as before.")
        else:
            self.tell("The words of a resolution stand in one paragraph: select them in one line.")

    def _usual(self) -> tuple[Usual, ...]:
        entry = self._current
        assert entry is not None
        minute, text = self.drafting.minute_of(entry), self.editor.text_out_of_turn
        return usual_of(self.desk, entry.item, minute, text)

    def _detaching(self) -> tuple[Usual, ...]:
        """The plain words of the field on the line of the cursor; none where it is no field."""
        line = self.editor.line_at_cursor
        blocks = parse(line)
        name = field_of(blocks[0]) if len(blocks) == 1 and not self.editor.in_turn else ""
        if not name:
            return ()
        desk = self.desk
        words = field_words(name, desk.meeting, self._minute_at_hand(), desk.context)
        return (Usual(what="plain words, no longer from the facts", text=words),) if words else ()

    def _minute_at_hand(self) -> Minute:
        entry = self._current
        assert entry is not None
        return minute_at_hand(self.desk, entry.item, self.drafting.minute_of(entry))

    # --- actions ------------------------------------------------------------------------------

    def action_undertake(self) -> None:
        """Keeps what the sentence under the cursor undertakes; pressed again, it can be mended."""
        entry = self._current
        minute = self.drafting.minute_of(entry) if entry else ""
        if entry is None or not self.put_away() or not (minute := self.drafting.minute_of(entry)):
            self.tell("There is no sentence here yet that could undertake something.")
            return
        found = undertaking_at(self.editor.text_to_keep, self.editor.characters_before)
        known = actions.kept_of(self.desk, minute, found.what) if found else None
        if found is None or known is not None or self.desk.read_only:
            self._ask_for_action(known or Action(id="", minute=minute, what=""))
            return
        noted = self.attempt(lambda: actions.note(self.desk, minute, found.officer, found.what))
        if noted is not None:
            self.tell(f"{actions.words_of(noted)} Ctrl+U again: mend it; Esc, u takes it back.")

    @work(exclusive=True, group="dialog")
    async def _ask_for_action(self, action: Action) -> None:
        """Who is to do what by when."""
        due = plain_date(action.due) if action.due else ""
        fields = (
            Field(id="officer", label="Who", value=action.officer, replaced=True),
            Field(id="what", label="Is to", value=action.what, hint="provide Members with figures"),
            day_field(self.office, "By; may stay empty", due),
        )

        def keep(answers: Answers) -> None:
            words = answers["date"].strip()
            by = read_date(words, today=self.desk.meeting.date) if words else None
            if action.id:
                actions.change(self.desk, action, answers["officer"], answers["what"], by)
            else:
                officer, what = answers["officer"], answers["what"]
                actions.note(self.desk, action.minute, officer, what, due=by)

        if await self.app.push_screen_wait(Form("Action", fields, keep)) is not None:
            self.tell(f"{self.desk.last_said}. clerk actions, or a on Home, lists them.")


def _told(choices: Sequence[Usual], at: int) -> str:
    """What was put, and what the next press brings."""
    if at < 0:
        return f"Taken out again. Ctrl+E again: {choices[0].what}."
    if at + 1 == len(choices):
        return f"Put: {choices[at].what}. Ctrl+E again takes it away."
    return f"Put: {choices[at].what}. Ctrl+E again: {choices[at + 1].what}."

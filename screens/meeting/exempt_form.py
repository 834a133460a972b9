"""The form that makes an item exempt, or the rest of it, and writes the motion.

Keys, counted: Ctrl+L, x from the typing (2), the paragraphs ("3"), Ctrl+S: four where the title may
be public. The public edition shows the public title and the summary, and nothing else.
"""

from collections.abc import Callable

from clerk.desk.meeting import exempting
from clerk.desk.meeting.exempting import ExemptAsked
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.room import Said
from clerk.domain.presence import business_of
from screens.dialogs.form import Answers, Field, Form
from screens.forms import yes, yes_field


def exempt_form(desk: MeetingDesk, of: str, done: Callable[[Said], None]) -> Form:
    """Asks on which grounds, and what the public is told; `done` gets what was done."""
    known = exempting.known(desk, of)

    def make(answers: Answers) -> None:
        asked = ExemptAsked(
            grounds=answers["grounds"],
            public_title=answers["title"],
            summary=answers["summary"],
            motion=yes(answers["motion"]),
            rest=yes(answers.get("rest", "")),
        )
        done(exempting.make_exempt(desk, of, asked))

    return Form(f"Exempt: “{business_of(desk.meeting, of)}”", tuple(_fields(desk, of, known)), make)


def _fields(desk: MeetingDesk, of: str, known: ExemptAsked) -> list[Field]:
    power = exempting.power_of(desk)
    section = power.section or "a power that Clerk does not know"
    label = (
        "Paragraphs of Schedule 12A, 1 to 7; or confidential. Empty: open again"
        if power.by_paragraphs
        else "Why the public is excluded: because … Empty: open again"
    )
    fields = [
        Field(
            id="grounds",
            label=label,
            value=known.grounds,
            replaced=True,
            echo=lambda words: exempting.grounds_words(desk, words) if words.strip() else "",
        )
    ]
    minute = desk.meeting.minute_of(of)
    if minute is not None and minute.text.strip() and minute.exempt is None:
        fields.append(
            yes_field(
                "rest", "Only the rest of it, in a minute of its own: y. Empty: all of the item", ""
            )
        )
    fields += [
        yes_field(
            "motion",
            "The motion to exclude the public is carried now: y; n where it is not",
            "y" if known.motion else "n",
            lambda carried: f"under {section}" if carried else "",
        ),
        Field(
            id="title",
            label="What the public edition calls it. Empty: its title may be public",
            value=known.public_title,
        ),
        Field(
            id="summary",
            label="Written summary for the public edition (LGA 1972 s100C(2))",
            value=known.summary,
        ),
    ]
    return fields

"""What the screen of votes asks for: people by letters, read back as they are understood."""

from collections.abc import Callable

from clerk.desk.meeting import voting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.motions import Motion
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Field
from screens.meeting.picking import people_choices


def name_field(desk: MeetingDesk, item: str, id: str, label: str, value: str = "") -> Field:
    """A field for a member by letters of the name; those present are meant first."""

    def echo(words: str) -> str:
        return desk.name(voting.member_meant(desk, words, item)) if words.strip() else ""

    return Field(
        id=id, label=f"{label}: letters of the name", value=value, replaced=True, echo=echo
    )


def moved_fields(desk: MeetingDesk, motion: Motion) -> tuple[Field, ...]:
    """By whom a motion was moved and seconded, and its words."""
    mover, seconder = (desk.name(p) if p else "" for p in (motion.mover, motion.seconder))
    return (
        name_field(desk, motion.item, "mover", "Moved by", mover),
        name_field(desk, motion.item, "seconder", "Seconded by", seconder),
        Field(
            id="words",
            label="Its words; may stay empty",
            value=motion.words,
            hint="that the report be noted",
        ),
    )


def own_vote_fields(desk: MeetingDesk, item: str, way: Callable[[str], str]) -> tuple[Field, ...]:
    """Whose vote, and which way."""
    return (
        name_field(desk, item, "member", "Whose vote is to be recorded"),
        Field(
            id="way",
            label="For, against, abstained: its first letters",
            echo=lambda words: way(words) if words.strip() else "",
        ),
    )


def casting_question(desk: MeetingDesk, motion: Motion) -> Choose:
    """Which way the casting vote went, or for which candidate."""
    if motion.kind == "election":
        choices = people_choices(desk, [each.person for each in motion.candidates])
    else:
        choices = [Choice("for", "for the motion"), Choice("against", "against the motion")]
    return Choose("Which way did the casting vote go?", choices)

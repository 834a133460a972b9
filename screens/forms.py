"""Forms and fields that several rooms ask with: a meeting called, a day, a name put right.

Keys, counted, for a meeting: n, the day ("26/4"), Enter, the time ("10am"), Enter, Enter for the
usual place, y or Enter for the standing items, the titles as pasted, Ctrl+S: about fourteen and the
titles. What the day and time mean is read back at once, with the weekday.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from clerk.desk.meeting import agenda, calling
from clerk.desk.meeting.mending import mend_name
from clerk.desk.office import Office
from clerk.desk.register.which import find_committee
from clerk.domain.committees import Committee
from clerk.errors import InputError
from clerk.names import full, parse_name
from clerk.when import clock, long_date, read_date, read_time
from screens.dialogs.form import Answers, Field, Form


def day_field(office: Office, label: str, value: str = "") -> Field:
    """A field for a day, read back with its weekday."""
    return Field(
        id="date",
        label=label,
        value=value,
        replaced=True,
        hint=f"26 April {office.today.year}, 26/4, thursday week …",
        echo=lambda words: long_date(read_date(given(words, "date"), today=office.today)),
    )


def yes_field(
    id: str, label: str, value: str, means: Callable[[bool], str] = lambda _: ""
) -> Field:
    """A field for y or n; `value` is what holds where nothing is typed, `means` reads it back."""
    return Field(
        id=id,
        label=label,
        value=value,
        replaced=True,
        echo=lambda words: means(yes(words, blank=value)),
    )


def meeting_form(office: Office, committee: Committee | None, done: Callable[[Path], None]) -> Form:
    """Calls a meeting; `done` gets its file."""

    def call(answers: Answers) -> None:
        body = find_committee(office, given(answers["committee"], "committee"))
        day = read_date(given(answers["date"], "date"), today=office.today)
        time = read_time(answers["time"]) if answers["time"].strip() else None
        done(
            calling.call_meeting(
                office,
                body.id,
                day,
                time,
                answers["venue"],
                titles=answers["items"].splitlines(),
                standing=yes(answers["standing"], blank="y"),
            )
        )

    return Form("New meeting", _meeting_fields(office, committee), call)


def name_form(office: Office, person_id: str, done: Callable[[], None]) -> Form:
    """Puts a misread name right."""
    name = full(office.register.people[person_id].name)

    def mend(answers: Answers) -> None:
        mend_name(office, person_id, answers["name"])
        done()

    field = Field(id="name", label="The name as it should always have been", value=name)
    return Form(f"Mend the name {name}", (field,), mend)


def date_form(
    office: Office, done: Callable[[dt.date], None], title: str = "As on which day?"
) -> Form:
    """Asks for a day."""

    def take(answers: Answers) -> None:
        done(read_date(given(answers["date"], "date"), today=office.today))

    return Form(title, (day_field(office, "Day"),), take)


def count_of_items(words: str) -> str:
    """Reads pasted lines back: how many items, and the first and last."""
    items = agenda.item_lines(words)
    if not items:
        return ""
    first = f"{items[0].ref} {items[0].title}".strip()
    last = f"{items[-1].ref} {items[-1].title}".strip()
    return f"{len(items)} items: {first} … {last}" if len(items) > 1 else f"1 item: {first}"


def given(words: str, what: str) -> str:
    """The words of a field that may not stay empty; raises InputError."""
    if not words.strip():
        raise InputError(f"The {what} is missing. Type it.")
    return words


def yes(words: str, *, blank: str = "n") -> bool:
    """Whether a question was answered with yes; `blank` is the answer where nothing was typed.

    Raises InputError for anything else: what was meant must not be guessed where law hangs on it.
    """
    answer = words.strip().casefold() or blank
    if answer not in ("y", "yes", "n", "no"):
        raise InputError(f"“{words.strip()}” is neither y nor n. Type one of them.")
    return answer[0] == "y"


def read_name(words: str) -> str:
    """A name read back in its parts."""
    if not words.strip():
        return ""
    name = parse_name(words)
    parts = [name.title or "no title", name.given or "no initials", name.surname, *name.honours]
    return " · ".join(parts)


def _standing_words(office: Office, committee: Committee | None) -> str:
    if committee is None:
        return "those of the committee's last meeting"
    titles = calling.standing_items(office, committee.id, dt.date.max)
    return f"{len(titles)}: {', '.join(titles)}" if titles else "its last meeting has none"


def _meeting_fields(office: Office, committee: Committee | None) -> tuple[Field, ...]:
    return (
        Field(
            id="committee",
            label="Committee",
            value=committee.name if committee else "",
            known=committee is not None,
            replaced=True,
            hint="part of its name",
            echo=lambda words: find_committee(office, given(words, "committee")).name,
        ),
        day_field(office, "Date"),
        Field(
            id="time",
            label="Time; may stay empty",
            hint="10am, 2.30 pm, 14:30",
            echo=lambda words: clock(read_time(words)) if words.strip() else "",
        ),
        Field(
            id="venue",
            label="Place",
            hint=committee.venue if committee else "",
            echo=lambda words: "" if words.strip() or not committee else committee.venue,
        ),
        yes_field(
            "standing",
            "Last meeting's standing items first? y or n",
            "y",
            lambda wanted: _standing_words(office, committee) if wanted else "none of them",
        ),
        Field(
            id="items",
            label="Items, typed or pasted, one a line; may stay empty",
            echo=count_of_items,
            lines=True,
        ),
    )

"""Forms that make something new: a meeting, a committee, a member; and the one that reads a paper.

Keys, counted, for a meeting: n, the day ("26/4"), Enter, the time ("10am"), Enter, Enter for the
usual place, y or Enter for the standing items, the titles as pasted, Ctrl+S: about fourteen and the
titles. What the day and time mean is read back at once, with the weekday.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from clerk.desk.meeting import agenda, calling, comings
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_name, mend_text
from clerk.desk.meeting.room import Said
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.desk.register.appointments import appoint
from clerk.desk.register.deeds import Grounds
from clerk.desk.register.which import find_committee
from clerk.domain.committees import Committee, CommitteeKind
from clerk.domain.meetings import Minute
from clerk.errors import InputError
from clerk.names import full, parse_name
from clerk.when import clock, long_date, read_date, read_time
from screens.dialogs.form import Answers, Field, Form

_KINDS: tuple[CommitteeKind, ...] = get_args(CommitteeKind)


def day_field(office: Office, label: str, value: str = "") -> Field:
    """A field for a day, read back with its weekday."""
    return Field(
        id="date",
        label=label,
        value=value,
        hint="26 April 2012, 26/4, thursday week …",
        echo=lambda words: long_date(read_date(words, today=office.today)) if words.strip() else "",
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
                standing=yes(answers["standing"]),
            )
        )

    return Form("New meeting", _meeting_fields(office, committee), call)


def committee_form(office: Office, done: Callable[[Committee], None]) -> Form:
    """Adds a committee; `done` gets it."""

    def add(answers: Answers) -> None:
        done(
            adding.add_committee(
                office,
                answers["name"],
                authority=answers["authority"],
                kind=_kind(answers["kind"]),
                style=_style(office, answers["style"]),
            )
        )

    others = list(office.register.committees.values())
    fields = (
        Field(id="name", label="Name of the committee"),
        Field(
            id="authority",
            label="Council",
            value=others[0].authority if others else "",
            hint="as it heads the minutes",
        ),
        Field(
            id="kind",
            label=f"Kind: {', '.join(_KINDS)}",
            value="committee",
            echo=lambda words: _kind(words),
        ),
        Field(
            id="style",
            label=f"House style: {', '.join(office.styles)}",
            hint=f"usual: {office.register.style or office.styles.default}",
            echo=lambda words: _style(office, words),
        ),
    )
    return Form("New committee", fields, add)


def member_form(office: Office, body: Committee, grounds: Grounds) -> Form:
    """Puts a member in a seat of a group."""

    def add(answers: Answers) -> None:
        day = read_date(given(answers["date"], "date"), today=office.today)
        appoint(
            office,
            body.id,
            answers["name"],
            answers["group"].strip(),
            role=answers["role"].strip(),
            grounds=replace(grounds, on=day),
        )

    fields = (
        Field(id="name", label="Name as minutes print it", hint="Mr J A Pell, MBE", echo=read_name),
        Field(id="group", label="Group", value=body.seats[-1].group if body.seats else ""),
        Field(id="role", label="Role; may stay empty", hint=body.chair_title),
        day_field(office, "From", long_date(grounds.on or office.today)),
    )
    return Form(f"New member of {body.name}", fields, add)


def name_form(office: Office, person_id: str, done: Callable[[], None]) -> Form:
    """Puts a misread name right."""
    name = full(office.register.people[person_id].name)

    def mend(answers: Answers) -> None:
        mend_name(office, person_id, answers["name"])
        done()

    field = Field(id="name", label="The name as it should always have been", value=name)
    return Form(f"Mend the name {name}", (field,), mend)


def times_form(desk: MeetingDesk, done: Callable[[Said], None]) -> Form:
    """When the meeting opened and closed: the time it is now, while it is going on."""
    sitting = next(iter(desk.meeting.sittings), None)
    now = desk.hearing().now
    opened = (sitting.opened if sitting else None) or now
    closed = (sitting.closed if sitting else None) or (now if sitting and sitting.opened else None)

    def put(answers: Answers) -> None:
        times = (
            read_time(answers[each]) if answers[each].strip() else None
            for each in ("opened", "closed")
        )
        done(comings.set_times(desk, *times))

    fields = tuple(
        Field(
            id=id,
            label=label,
            value=clock(time) if time else "",
            replaced=True,
            echo=lambda words: clock(read_time(words)) if words.strip() else "",
        )
        for id, label, time in (
            ("opened", "Opened at", opened),
            ("closed", "Closed at; empty while it goes on", closed),
        )
    )
    return Form("When the meeting opened and closed", fields, put)


def text_form(desk: MeetingDesk, minute: Minute) -> Form:
    """Mends the text of a minute in its notation, whose marks say of what kind each block is."""
    field = Field(
        id="text",
        label="One block a line: ## sub-heading, - bullet, (a) limb, RESOLVED that …",
        value=minute.text,
        lines=True,
    )
    return Form(
        f"Mend “{minute.title}”",
        (field,),
        lambda answers: mend_text(desk, minute.id, answers["text"]),
    )


def date_form(
    office: Office, done: Callable[[dt.date], None], title: str = "As on which day?"
) -> Form:
    """Asks for a day."""

    def take(answers: Answers) -> None:
        done(read_date(given(answers["date"], "date"), today=office.today))

    return Form(title, (day_field(office, "Day"),), take)


def paper_form(done: Callable[[Path], None]) -> Form:
    """Asks for a paper's file."""

    def take(answers: Answers) -> None:
        path = _path(answers["path"])
        if not path.is_file():
            raise InputError(f"There is no file {path}. Type its whole path, or drag it in here.")
        done(path)

    field = Field(
        id="path",
        label="Agenda pack or minutes (.txt, .docx, .pdf), or members (.csv)",
        hint="path of the file",
        echo=lambda words: "a file" if words.strip() and _path(words).is_file() else "",
    )
    return Form("Import a paper", (field,), take)


def count_of_items(words: str) -> str:
    """Reads pasted lines back: how many items, and the first and last."""
    items = agenda.item_lines(words)
    if not items:
        return ""
    first = f"{items[0].ref} {items[0].title}".strip()
    last = f"{items[-1].ref} {items[-1].title}".strip()
    return f"{len(items)} items: {first} … {last}" if len(items) > 1 else f"1 item: {first}"


def _path(words: str) -> Path:
    """The path that was typed, or dragged into the terminal, which may put quotes around it."""
    return Path(words.strip().strip("'\"")).expanduser()


def given(words: str, what: str) -> str:
    """The words of a field that may not stay empty; raises InputError."""
    if not words.strip():
        raise InputError(f"The {what} is missing. Type it.")
    return words


def yes(words: str) -> bool:
    """Whether a question was answered with yes, or left as it stands."""
    return words.strip().casefold() in ("", "y", "yes")


def _kind(words: str) -> CommitteeKind:
    wanted = words.strip().casefold() or "committee"
    found = [kind for kind in _KINDS if kind.startswith(wanted)]
    if wanted in _KINDS:
        return wanted
    if len(found) != 1:
        raise InputError(f"“{words.strip()}” is no kind of committee. Type {' or '.join(_KINDS)}.")
    return found[0]


def _style(office: Office, words: str) -> str:
    wanted = words.strip().casefold()
    if not wanted:
        return ""
    found = [name for name in office.styles if name.startswith(wanted)]
    if wanted in found:
        return wanted
    if len(found) != 1:
        raise InputError(f"“{words.strip()}” is no house style. Type {' or '.join(office.styles)}.")
    return found[0]


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
            hint="part of its name",
            echo=lambda words: find_committee(office, words).name if words.strip() else "",
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
        Field(
            id="standing",
            label="Last meeting's standing items first? y or n",
            value="y",
            echo=lambda words: _standing_words(office, committee) if yes(words) else "none of them",
        ),
        Field(
            id="items",
            label="Items, typed or pasted, one a line; may stay empty",
            echo=count_of_items,
            lines=True,
        ),
    )

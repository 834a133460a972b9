"""`clerk change …` and `clerk call-off`."""

from argparse import Namespace

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.commands.opening import changing_office, desk_of
from clerk.commands.say import say
from clerk.desk.meeting import calling_off
from clerk.desk.register import adding
from clerk.desk.register.which import find_committee
from clerk.domain.life_acts import KindSet
from clerk.domain.meeting_acts import DetailsChanged
from clerk.errors import InputError
from clerk.when import clock, long_date, read_date, read_time


def change_meeting(asked: Namespace) -> int:
    """Time, place, style, first number; reads the meeting back."""
    with desk_of(asked, lock=True) as desk:
        if asked.style:
            desk.office.styles[asked.style]  # refused before anything is stored
        act = DetailsChanged(
            time=read_time(asked.time) if asked.time else None,
            venue=None if asked.venue is None else clean_text(asked.venue)[0].strip(),
            style=asked.style,
            first_number=asked.first_number,
            nth=asked.nth,
        )
        if act == DetailsChanged() and asked.kind is None:
            raise InputError(
                "Say what to change: --time, --venue, --style, --first-number, --nth or --kind."
            )
        if act != DetailsChanged():
            desk.do(act, "Particulars of the meeting changed")
        if asked.kind is not None:
            desk.do(KindSet(kind=asked.kind), f"The meeting is {asked.kind}")
        meeting = desk.meeting
        at = f", {clock(meeting.time)}" if meeting.time else ""
        place = f", {meeting.venue}" if meeting.venue else ""
        say(f"{desk.committee.name}, {long_date(meeting.date)}{at}{place}")
    return 0


def call_off(asked: Namespace) -> int:
    """A meeting called off or postponed; or one that takes place after all."""
    with desk_of(asked, lock=True) as desk:
        name = f"{desk.committee.name}, {long_date(desk.meeting.date)}"
        if asked.stands:
            other = calling_off.stands_after_all(desk)
            say(f"{name}: takes place.")
            if other:
                say(f"{other} stays: `clerk call-off {other}`, if it is not to take place.")
            return 0
        to = read_date(asked.to, today=desk.office.today) if asked.to else None
        time = read_time(asked.time) if asked.time else None
        anew = calling_off.call_off(desk, asked.reason, to, time)
        off = desk.meeting.called_off
        say(f"{name}: {off.words if off else 'called off'}.")
        if anew is not None:
            say(f"Called anew: {desk.office.ref(anew)}")
    return 0


def change_committee(asked: Namespace) -> int:
    """Name, style, numbering."""
    office = changing_office(asked)
    body = find_committee(office, asked.committee)
    series = replace(body.series, reset=asked.reset) if asked.reset else None
    if (asked.style, series, asked.name) == (None, None, None):
        raise InputError("Say what to change: --name, --style or --reset.")
    adding.change_committee(office, body.id, style=asked.style, series=series, name=asked.name)
    changed = office.committee(body.id)
    style = changed.style or office.styles.default
    say(f"{changed.name}: style {style}, numbers reset: {changed.series.reset}")
    return 0

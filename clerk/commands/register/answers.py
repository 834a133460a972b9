"""What every act on the register is asked with, and answers."""

from argparse import Namespace

from clerk.commands.opening import day_of
from clerk.commands.say import say
from clerk.desk.office import Office
from clerk.desk.register.deeds import Grounds
from clerk.errors import InputError


def grounds_of(asked: Namespace, office: Office) -> Grounds:
    """From which day, why, and on what it rests. Raises InputError."""
    on = day_of(asked.on, office)
    return Grounds(on=on, reason=asked.reason, source=asked.source)


def say_done(office: Office) -> int:
    """Reads back what was done, as the history has it."""
    last = office.register_ledger.last
    if last is None:
        raise InputError("Nothing was changed.")
    say(f"{last.said}.")
    return 0

"""`clerk mend …`: what was misread in a paper."""

import sys
from argparse import Namespace

from clerk.commands.opening import changing_office, desk_of, typed
from clerk.commands.say import say
from clerk.desk.lookup import find_item
from clerk.desk.meeting import mending
from clerk.desk.meeting.life import minute_numbered
from clerk.desk.register.who import bearers
from clerk.errors import AmbiguousError, NotFoundError
from clerk.names import full, parse_name


def mend_name(asked: Namespace) -> int:
    """A misread name."""
    office = changing_office(asked)
    wrong = parse_name(asked.wrong)
    found = bearers(office, wrong)
    if not found:
        raise NotFoundError(f"Nobody in the register is called “{asked.wrong}”. `clerk people`.")
    if len(found) > 1:
        raise AmbiguousError(
            f"{len(found)} people in the register bear the name “{asked.wrong}”. Nothing was "
            "changed."
        )
    name = mending.mend_name(office, found[0].id, asked.right, was=wrong)
    say(f"{full(wrong)} mended to {full(name)}")
    return 0


def mend_title(asked: Namespace) -> int:
    """A misread title."""
    with desk_of(asked, lock=True) as desk:
        minute = minute_numbered(desk, asked.number)
        mending.mend_title(desk, minute.id, asked.right)
        say(desk.last_said)
    return 0


def mend_text(asked: Namespace) -> int:
    """A misread text, from standard input."""
    text = typed()
    with desk_of(asked, lock=True) as desk:
        minute = minute_numbered(desk, asked.number)
        for cleaned in mending.mend_text(desk, minute.id, text):
            print(f"clerk: {cleaned}.", file=sys.stderr)
        say(desk.last_said)
    return 0


def mend_report(asked: Namespace) -> int:
    """What a report recommends and is about, where that was not found."""
    with desk_of(asked, lock=True) as desk:
        item = find_item(desk, asked.item)
        report = desk.report_of(item.id)
        if report is None:
            raise NotFoundError(f"The papers hold no report on “{item.title}”.")
        known = {"recommendation": report.recommendation, "summary": report.summary}
        given = {each: words for each in known if (words := getattr(asked, each)) is not None}
        for cleaned in mending.mend_report(desk, report, **{**known, **given}):
            print(f"clerk: {cleaned}.", file=sys.stderr)
        say(desk.last_said)
    return 0

"""Calling a meeting by hand, with the standing items of the last."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from clerk.clean import clean_text
from clerk.desk.meeting.agenda import item_lines
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.domain.base import new_id
from clerk.domain.meetings import Meeting
from clerk.when import find_dates

_STANDING = re.compile(
    r"apolog|substitut|declaration|minutes|membership|introduction|webcast|urgent|"
    r"date of (the )?next|future meetings|exclusion|chair\w*.s announcement",
    re.IGNORECASE,
)
_CUSTOMARY = (
    "Webcast Announcement",
    "Membership",
    "Urgent Business",
    "Order of Business",
    "Adjournment",
    "Exclusion of the Public",
    "Date of the Next Meeting",
)


def call_meeting(
    office: Office,
    committee_id: str,
    date: dt.date,
    time: dt.time | None = None,
    venue: str = "",
    *,
    titles: Sequence[str] = (),
    standing: bool = False,
) -> Path:
    """A meeting made by hand, stored; `standing` puts the last meeting's standing items first.

    Returns its file.
    """
    body = office.committee(committee_id)
    kept = standing_items(office, committee_id, date) if standing else ()
    meeting = Meeting(
        id=new_id(),
        committee=body.id,
        date=date,
        time=time,
        venue=clean_text(venue)[0].strip() or body.venue,
        items=item_lines("\n".join([*kept, *titles])),
    )
    return office.call(meeting)


def standing_items(office: Office, committee_id: str, before: dt.date) -> tuple[str, ...]:
    """The titles of the last meeting's standing items: apologies, declarations, minutes and such.

    Minutes to be approved are those of that last meeting, so the title names no date.
    """
    last = _last_meeting(office, committee_id, before)
    if last is None:
        return ()
    return tuple(
        "Minutes of the last meeting" if _approves(item.title) else item.title
        for item in last.items
        if _STANDING.search(item.title) and item.exempt is None and item.state == "listed"
    )


def loose_titles(desk: MeetingDesk) -> tuple[str, ...]:
    """Titles that a minute of no agenda item may bear: the last meeting's, then customary ones."""
    meeting = desk.meeting
    last = _last_meeting(desk.office, meeting.committee, meeting.date)
    earlier = [m.title for m in last.minutes if not m.items and m.exempt is None] if last else []
    customary = [f"{desk.context.chair_title}'s Announcement", *_CUSTOMARY]
    return tuple(dict.fromkeys((*earlier, *customary)))


def _last_meeting(office: Office, committee_id: str, before: dt.date) -> Meeting | None:
    """The committee's last meeting before that day that had an agenda."""
    found = office.summaries(office.committee(committee_id).slug)
    earlier = [(path, each.date) for path, each in found if each.date < before and each.items]
    return office.load(max(earlier, key=lambda row: row[1])[0]).state if earlier else None


def _approves(title: str) -> bool:
    """Whether the item approves minutes, which are others at each meeting."""
    named = re.search(r"\bminutes\b", title, re.IGNORECASE)
    return named is not None and (named.start() == 0 or bool(find_dates(title)))

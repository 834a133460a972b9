"""Every document of a meeting by its name, ready to be written."""

from typing import Literal, get_args

from msgspec.structs import replace

from clerk.desk.documents import papers
from clerk.desk.documents.export import Document, meeting_document, minutes_document
from clerk.desk.documents.export_membership import membership_document
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.base import Fact
from clerk.domain.printed import Edition
from clerk.errors import InputError
from clerk.record.public import exempt_minutes, has_exempt

PaperName = Literal[
    "minutes", "agenda", "membership", "attendance-sheet", "decisions", "decision-record"
]
PAPERS: tuple[PaperName, ...] = get_args(PaperName)


class Offer(Fact, frozen=True):
    """A document that a meeting can give now."""

    what: PaperName
    words: str
    edition: Edition | None = None
    minute: str = ""


def document_of(
    desk: MeetingDesk,
    what: PaperName,
    *,
    edition: Edition | None = None,
    minute: str = "",
    style: str = "",
    leaf: int | None = None,
) -> Document:
    """The document of a meeting with that name; `minute` is whose record of decision it is.

    Raises InputError where there is nothing to print, or the edition asked for may not be made.
    """
    context = desk.context
    if style and style != context.style_name:
        context = desk.office.context(replace(desk.meeting, style=style))
    full = edition if edition in ("full", "signing") else "public"
    match what:
        case "minutes":
            return minutes_document(desk, edition=edition, style=style, leaf=leaf)
        case "membership":
            return membership_document(desk.office, desk.committee, desk.meeting.date, style)
        case "agenda":
            record, subject = papers.agenda(desk, full, context), "Agenda"
        case "attendance-sheet":
            record, subject = papers.attendance_sheet(desk, context), "Attendance"
        case "decisions":
            record, subject = papers.decision_list(desk, context), "Decisions"
        case "decision-record":
            found = desk.meeting.minute(minute)
            if found is None:
                raise InputError("Say of which item: a record of decision is made of its minute.")
            record, subject = papers.decision_paper(desk, found, full, context), "Decision"
    name = record.title if record.edition == "public" else f"{record.title} ({record.edition})"
    return meeting_document(desk, record, subject, style, name=name)


def offers(desk: MeetingDesk, minute: str = "") -> tuple[Offer, ...]:
    """The documents that the meeting can give as it stands; `minute` is the one at hand."""
    meeting = desk.meeting
    found = [Offer(what="agenda", words="Agenda"), Offer(what="membership", words="Membership")]
    found.append(Offer(what="attendance-sheet", words="Attendance sheet for signing in"))
    exempt = has_exempt(meeting)
    if exempt:
        words = "Agenda with exempt items, for members and officers"
        found.append(Offer(what="agenda", words=words, edition="full"))
    if meeting.minutes:
        draft = meeting.state == "draft"
        usual = "Minutes, draft" if draft else "Minutes, for the public" if exempt else "Minutes"
        found.insert(0, Offer(what="minutes", words=usual))
        if exempt:
            words = "Minutes with exempt business"
            found.append(Offer(what="minutes", words=words, edition="full"))
        if not draft:
            words = "Minutes for signing"
            found.append(Offer(what="minutes", words=words, edition="signing"))
        found.append(Offer(what="decisions", words="Decision list for the day after"))
    at_hand = meeting.minute(minute)
    if at_hand is not None:
        edition: Edition | None = "full" if at_hand.id in exempt_minutes(meeting) else None
        words = f"Record of decision: {at_hand.title}"
        found.append(Offer(what="decision-record", words=words, edition=edition, minute=at_hand.id))
    return tuple(found)

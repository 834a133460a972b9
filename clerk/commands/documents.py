"""`clerk show` and `clerk export`."""

from argparse import Namespace
from pathlib import Path

import msgspec

from clerk.commands.opening import day_of, desk_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.agenda_notes import membership_notes
from clerk.desk.export import export_minutes, usual_edition
from clerk.desk.lists import membership
from clerk.desk.lookup import find_committee, find_item
from clerk.desk.meeting_desk import MeetingDesk
from clerk.errors import InputError, NotFoundError
from clerk.record.public import public_view
from clerk.writers.agenda import agenda_text
from clerk.writers.data import record_json
from clerk.writers.report import report_page
from clerk.writers.text import as_text


def show(asked: Namespace) -> int:
    """Prints the minutes; the agenda while there are none."""
    with desk_of(asked, lock=False) as desk:
        edition = asked.edition or usual_edition(desk.meeting)
        if desk.meeting.called_off is not None and not asked.json:
            say(f"{desk.meeting.called_off.words.upper()}\n")
        if asked.report:
            _show_report(desk, asked.report, full=edition in ("full", "signing"))
        elif asked.agenda or not desk.meeting.minutes:
            _show_agenda(desk, asked)
        elif asked.notation:
            _show_notation(desk, edition)
        elif asked.json:
            say_json(msgspec.json.decode(record_json(desk.record(edition))))
        else:
            say(as_text(desk.record(edition)).rstrip("\n"))
    return 0


def export(asked: Namespace) -> int:
    """Writes a document and says where."""
    target = Path(asked.output) if asked.output else None
    if asked.what == "membership":
        return _export_membership(asked, target)
    asked.meeting = asked.of
    with desk_of(asked, lock=False) as desk:
        path = export_minutes(
            desk,
            target,
            edition=asked.edition,
            style=asked.style,
            pdf=asked.pdf,
            first=asked.first_page,
        )
    say(f"Written: {path}")
    _say_findings(path)
    return 0


def _say_findings(path: Path) -> None:
    """What the house style's Word file makes of ours that not everybody can read."""
    if path.suffix.lower() == ".docx":
        from clerk.writers.word_check import check_document  # lxml is loaded by now

        for found in check_document(path):
            say(f"  {found.code}: {found.says}")


def _show_report(desk: MeetingDesk, words: str, *, full: bool) -> None:
    """A report of the pack; one on exempt business only where the full edition is asked for."""
    item = find_item(desk, words)
    report = desk.report_of(item.id)
    if report is None:
        raise NotFoundError(f"The papers hold no report on “{item.title}”.")
    if (report.exempt or item.exempt) and not full:
        raise InputError(
            f"The report on “{item.title}” is exempt. `--edition full` shows what is kept of it."
        )
    say(report_page(report, desk.report_text(report)).rstrip("\n"))


def _show_agenda(desk: MeetingDesk, asked: Namespace) -> None:
    meeting = desk.meeting if asked.edition == "full" else public_view(desk.meeting)
    if asked.json:
        say_json(meeting)
        return
    notes = membership_notes(desk.office, desk.meeting)
    say(agenda_text(meeting, desk.context.committee, notes).rstrip("\n"))


def _show_notation(desk: MeetingDesk, edition: str) -> None:
    full = edition in ("full", "signing")
    meeting = desk.meeting if full else public_view(desk.meeting)
    for minute in meeting.minutes:
        say(f"# {minute.title}")
        say(minute.text)
        say()


def _export_membership(asked: Namespace, target: Path | None) -> int:
    """In Word, PDF or text; `clerk members` has it on screen, as CSV and as JSON."""
    from clerk.desk.export_membership import export_membership  # for this document alone

    office = office_of(asked)
    body = find_committee(office, asked.of)
    on = day_of(asked.on, office) or office.today
    if target is None and not asked.pdf:
        say(membership(office, body, on).text)
        return 0
    path = export_membership(office, body, on, target, style=asked.style, pdf=asked.pdf)
    say(f"Written: {path}")
    return 0

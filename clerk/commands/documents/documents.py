"""`clerk show` and `clerk export`."""

import sys
from argparse import Namespace
from pathlib import Path

import msgspec

from clerk.commands.opening import day_of, desk_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.documents.export import (
    Document,
    open_document,
    print_document,
    usual_edition,
    write_document,
)
from clerk.desk.lookup import find_item
from clerk.desk.meeting.copying import lines_in, text_of_minute
from clerk.desk.meeting.life import minute_numbered
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.why import why_of
from clerk.desk.office import Office
from clerk.desk.register.which import find_committee
from clerk.domain.meetings import Minute
from clerk.domain.printed import Edition
from clerk.errors import InputError, NotFoundError
from clerk.paths import typed_path
from clerk.record.public import public_view
from clerk.writers.data import record_json
from clerk.writers.report import report_page
from clerk.writers.text import as_text, line_text


def show(asked: Namespace) -> int:
    """Prints the minutes; the agenda while there are none."""
    with desk_of(asked, lock=False) as desk:
        edition = asked.edition or usual_edition(desk.meeting)
        if desk.meeting.called_off is not None and not asked.json:
            say(f"{desk.meeting.called_off.words.upper()}\n")
        if asked.minute or asked.why:
            _show_lines(desk, asked.minute, edition, why=asked.why)
        elif asked.report:
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
    """Writes a document, says where, and opens or prints it where that was asked for."""
    target = typed_path(asked.output) if asked.output else None
    if asked.what == "membership" and "/" not in asked.of:
        office, document = _membership_of(asked)
    else:
        asked.meeting = asked.of
        with desk_of(asked, lock=False) as desk:
            office, document = desk.office, _document_of(desk, asked)
    as_list = asked.what == "membership" and target is None and not (asked.pdf or asked.open)
    if asked.text or (as_list and not asked.print):
        say(as_text(document.record).rstrip("\n"))
        return 0
    path = write_document(office, document, target, pdf=asked.pdf)
    say(f"Written: {path}")
    _say_findings(path)
    if asked.open:
        say(open_document(path))
    if asked.print:
        say(print_document(path))
    return 0


def _show_lines(desk: MeetingDesk, number: str, edition: Edition, *, why: bool) -> None:
    """One minute or all of them, with what is behind each line where that was asked for.

    The words of an exempt minute only in an edition that has them.
    """
    full = edition in ("full", "signing")
    minute = minute_numbered(desk, number) if number else None
    if not why:
        assert minute is not None
        say(text_of_minute(desk, minute.id, exempt=full).rstrip("\n"))
        return
    lines = desk.record(edition).lines if minute is None else lines_in(desk, minute.id, exempt=full)
    for line in lines:
        say(line_text(line))
        say(f"    {why_of(desk, line, public=not full)}")


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
    if asked.json:
        say_json(desk.meeting if asked.edition == "full" else public_view(desk.meeting))
        return
    from clerk.desk.documents.papers import agenda  # minutes are shown without it

    say(as_text(agenda(desk, asked.edition or "public")).rstrip("\n"))


def _show_notation(desk: MeetingDesk, edition: str) -> None:
    full = edition in ("full", "signing")
    meeting = desk.meeting if full else public_view(desk.meeting)
    for minute in meeting.minutes:
        say(f"# {minute.title}")
        say(minute.text)
        say()


def _membership_of(asked: Namespace) -> tuple[Office, Document]:
    """Of a committee, as on a day; `clerk members` has it as CSV and as JSON, too."""
    # For this document alone.
    from clerk.desk.documents.export_membership import membership_document

    office = office_of(asked)
    body = find_committee(office, asked.of)
    on = day_of(asked.on, office) or office.today
    return office, membership_document(office, body, on, asked.style)


def _document_of(desk: MeetingDesk, asked: Namespace) -> Document:
    from clerk.desk.documents.export_papers import document_of  # the same

    if asked.what == "agenda":
        from clerk.desk.documents.papers import front_of, notice_words

        print(f"clerk: {notice_words(desk, front_of(desk))}".rstrip(" :"), file=sys.stderr)
    minute = minute_of(desk, asked.item).id if asked.item else ""
    return document_of(
        desk,
        asked.what,
        edition=asked.edition,
        minute=minute,
        style=asked.style,
        leaf=asked.first_page,
    )


def minute_of(desk: MeetingDesk, words: str) -> Minute:
    """The minute of an item that the words name; raises NotFoundError where it has none."""
    item = find_item(desk, words)
    minute = desk.meeting.minute_of(item.id)
    if minute is None:
        raise NotFoundError(f"“{item.title}” has no minute yet.")
    return minute

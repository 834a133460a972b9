"""Forms about one meeting: when it opened and closed, a minute or a report as it was misread.

Keys, counted: Enter from field to field; Ctrl+S does it.
"""

from collections.abc import Callable

from clerk.desk.meeting import comings
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.meeting.mending import mend_report, mend_text
from clerk.desk.meeting.room import Said
from clerk.domain.meetings import Minute, Report
from clerk.when import clock, read_time
from screens.dialogs.form import Answers, Field, Form


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


def report_form(desk: MeetingDesk, report: Report) -> Form:
    """What a report recommends, which Ctrl+E puts as the resolution, and its summary."""
    item = desk.meeting.item(report.item)
    fields = (
        Field(
            id="recommendation",
            label="What it asks members to do, as printed; Ctrl+E makes the resolution of it",
            value=report.recommendation,
            lines=True,
        ),
        Field(id="summary", label="Its summary", value=report.summary, lines=True),
    )
    return Form(
        f"Mend the report on “{item.title if item else report.subject}”",
        fields,
        lambda answers: mend_report(desk, report, **answers),
    )

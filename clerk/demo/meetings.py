"""The meetings of the invented council: one to look at, fully minuted, and one to minute."""

import datetime as dt
from collections.abc import Iterator, Mapping
from string import Template

from clerk.demo.days import publication, words
from clerk.demo.identity import Which, committee_id, meeting_id, person_id, stable_id
from clerk.demo.sheets import (
    AuthorSheet,
    CommitteeSheet,
    HeldSheet,
    ItemSheet,
    LastSheet,
    MinuteSheet,
    PersonSheet,
    ReportSheet,
    SectionSheet,
)
from clerk.domain.meetings import (
    AgendaItem,
    Attendance,
    Author,
    Capacity,
    FrontSheet,
    Meeting,
    Minute,
    Notice,
    Report,
    Section,
)
from clerk.notation import parse

Days = Mapping[str, dt.date]

_NOTICES = (
    Notice(
        heading="Webcasting Notice",
        text=(
            "This meeting will be broadcast live on the Council's website, and the recording kept "
            "there for a year. Anyone who would rather not be seen on it should speak to the clerk "
            "before the meeting begins."
        ),
    ),
    Notice(
        text=(
            "Background documents mentioned in the reports may be inspected by arrangement with "
            "the officer named in the report."
        ),
    ),
)


def last_meeting(sheet: CommitteeSheet, days: Days, people: Mapping[str, PersonSheet]) -> Meeting:
    """The committee's last meeting: a draft, ready to be published, its numbers not yet fixed."""
    last = sheet.last
    sections = _sections(sheet.slug, "last", last.sections)
    items = _items(sheet, "last", last.items, days)
    return Meeting(
        id=meeting_id(sheet.slug, "last"),
        committee=committee_id(sheet.slug),
        date=days["last"],
        time=sheet.time,
        venue=sheet.venue,
        first_number=last.first_number,
        sections=sections,
        items=items,
        attendance=tuple(_attendance(sheet, days["last"], days, people)),
        minutes=tuple(_minute(sheet.slug, minute, items, days) for minute in last.minutes),
    )


def next_meeting(sheet: CommitteeSheet, days: Days) -> Meeting:
    """The committee's next meeting: agenda and reports, and nothing minuted."""
    return Meeting(
        id=meeting_id(sheet.slug, "next"),
        committee=committee_id(sheet.slug),
        date=days["next"],
        time=sheet.time,
        venue=sheet.venue,
        front=_front_sheet(sheet, days["next"]),
        sections=_sections(sheet.slug, "next", sheet.next.sections),
        items=_items(sheet, "next", sheet.next.items, days),
        reports=tuple(_report(sheet, report, days) for report in sheet.next.reports),
    )


def _front_sheet(sheet: CommitteeSheet, meeting: dt.date) -> FrontSheet:
    return FrontSheet(
        contact=sheet.contact,
        phone=sheet.phone,
        open_words="The public are welcome to stay for these items.",
        exempt_words="The public will be asked to leave before these items are taken.",
        motion=sheet.next.front.motion,
        motion_paragraphs=sheet.next.front.motion_paragraphs,
        officer="Niamh Ransome",
        officer_post="Head of Democratic Services",
        officer_phone="01632 960101",
        published=publication(meeting),
        notices=_NOTICES,
    )


def _sections(slug: str, which: Which, sheets: tuple[SectionSheet, ...]) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=_section_id(slug, which, sheet),
            title=sheet.title,
            ref=sheet.ref,
            exempt=sheet.exempt,
        )
        for sheet in sheets
    )


def _section_id(slug: str, which: Which, sheet: SectionSheet) -> str:
    return stable_id(slug, which, "section", sheet.title)


def _items(
    sheet: CommitteeSheet, which: Which, items: tuple[ItemSheet, ...], days: Days
) -> tuple[AgendaItem, ...]:
    sections = sheet.last.sections if which == "last" else sheet.next.sections
    return tuple(
        AgendaItem(
            id=_item_id(sheet.slug, which, item.ref),
            title=_filled(item.title, days),
            ref=item.ref,
            section=_section_id(sheet.slug, which, _section_of(item, sections)),
            pages=item.pages,
            note=item.note,
            report=item.report,
            exempt=item.exempt,
        )
        for item in items
    )


def _section_of(item: ItemSheet, sections: tuple[SectionSheet, ...]) -> SectionSheet:
    """The section that the item names or its reference begins with; else the first."""
    for section in sections:
        if item.section == section.title or (section.ref and item.ref.startswith(section.ref)):
            return section
    return sections[0]


def _item_id(slug: str, which: Which, ref: str) -> str:
    return stable_id(slug, which, "item", ref)


def _report(sheet: CommitteeSheet, report: ReportSheet, days: Days) -> Report:
    item = next(item for item in sheet.next.items if item.ref == report.item)
    return Report(
        id=stable_id(sheet.slug, "next", "report", report.item),
        item=_item_id(sheet.slug, "next", report.item),
        by=report.by,
        to=sheet.name,
        date=words(days)["next"],
        subject=item.title,
        classification=report.classification,
        summary=report.summary,
        recommendation=report.recommendation,
        text=report.text.strip(),
        exempt=report.exempt,
    )


def _minute(slug: str, sheet: MinuteSheet, items: tuple[AgendaItem, ...], days: Days) -> Minute:
    item = next((item for item in items if item.ref == sheet.item), None)
    title = sheet.title or (item.title if item else "")
    minute = stable_id(slug, "last", "minute", sheet.item or title)
    text = _filled(sheet.text.strip(), days)
    return Minute(
        id=minute,
        title=title,
        items=(item.id,) if item else (),
        text=text,
        blocks=tuple(stable_id(minute, str(at)) for at, _ in enumerate(parse(text))),
        authors=_authors(sheet.authors),
        present_for=_authors(sheet.present_for),
        exempt=item.exempt if item else None,
        summary=sheet.summary,
    )


def _authors(sheets: tuple[AuthorSheet, ...]) -> tuple[Author, ...]:
    return tuple(
        Author(name=sheet.name, post=sheet.post, person=person_id(sheet.person)) for sheet in sheets
    )


def _attendance(
    sheet: CommitteeSheet, day: dt.date, days: Days, people: Mapping[str, PersonSheet]
) -> Iterator[Attendance]:
    last = sheet.last
    for capacity, keys in _lists(last):
        for key in keys:
            principal = last.substitutes.get(key) if capacity == "present" else None
            yield Attendance(
                id=stable_id(sheet.slug, "last", "attendance", key),
                person=person_id(key),
                capacity=capacity,
                role=_role(sheet, key, day, days) if capacity == "present" else "",
                post=people[key].post,
                substitute_for=person_id(principal) if principal else "",
            )


def _lists(last: LastSheet) -> tuple[tuple[Capacity, tuple[str, ...]], ...]:
    return (
        ("present", last.present),
        ("also present", last.also_present),
        ("in attendance", last.in_attendance),
        ("apologies", last.apologies),
    )


def _role(sheet: CommitteeSheet, key: str, day: dt.date, days: Days) -> str:
    """The role that the person held on `day`; empty for most."""
    for role in sheet.roles:
        if any(held.person == key and _holds(held, day, days) for held in role.held):
            return role.title
    return ""


def _holds(held: HeldSheet, day: dt.date, days: Days) -> bool:
    began = not held.since or days[held.since] <= day
    return began and (not held.until or day < days[held.until])


def _filled(text: str, days: Days) -> str:
    """`text` with each `$day` of the calendar in words."""
    return Template(text).substitute(words(days))

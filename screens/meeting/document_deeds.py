"""Every document of a meeting from one key: opened, printed or as PDF; and what they say besides.

Keys, counted: j, a few letters of the document, Enter: written in the house style and opened ("j
age" Enter is 5). "pdf" or "print" among the letters makes a PDF of it or prints it. The agenda's
front sheet and a record of decision are filled in by forms in the same list.
"""

import asyncio
from pathlib import Path

from msgspec.structs import replace
from textual import work

from clerk.desk.documents import papers
from clerk.desk.documents.export import open_document, print_document, write_document
from clerk.desk.documents.export_papers import Offer, document_of, offers
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.papers import DecisionRecord
from clerk.errors import ClerkError
from clerk.when import long_date, read_date
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Answers, Field, Form
from screens.meeting.life_deeds import LifeDeeds

_WAYS = (("open", ""), ("pdf", "PDF: "), ("print", "Print: "))


class DocumentDeeds(LifeDeeds):
    """What a clerk writes out of a meeting."""

    @work(exclusive=True, group="dialog")
    async def action_documents(self) -> None:
        """Any document of this meeting."""
        if not self.put_away():
            return
        minute = self.chosen.minute if self.chosen else ""
        found = self.attempt(lambda: offers(self.desk, minute))
        if found is None:
            return
        chosen = await self.app.push_screen_wait(Choose("Documents", _choices(found)))
        if chosen is None:
            return
        way, _, at = chosen.id.partition(":")
        if way == "front":
            await self._fill_in(front_form(self.desk))
        elif way == "record":
            await self._fill_in(_decision_form(self.desk, minute))
        else:
            self._write_out(found[int(at)], way)

    def action_house_style(self) -> None:
        """The house style, with this meeting's minutes beside it."""
        from screens.style import StyleScreen  # seldom opened in a meeting

        if self.put_away():
            committee = self.desk.meeting.committee
            self.app.push_screen(StyleScreen(self.office, committee, self.desk))

    async def _fill_in(self, form: Form) -> None:
        if await self._asked(form):
            self.tell(f"{self.desk.last_said}. u takes it back.")

    @work(exclusive=True, group="export")
    async def _write_out(self, offer: Offer, way: str) -> None:
        """Writes it and opens or prints it; typing goes on meanwhile."""
        self.tell(f"Writing: {offer.words} …")
        try:
            path = await asyncio.to_thread(_written, self.desk, offer, way == "pdf")
        except ClerkError as error:
            self.tell(str(error), "error")
            return
        deed = print_document if way == "print" else open_document
        self.tell(f"Written to {path}. {await asyncio.to_thread(deed, path)}")


def _written(desk: MeetingDesk, offer: Offer, pdf: bool) -> Path:
    document = document_of(desk, offer.what, edition=offer.edition, minute=offer.minute)
    return write_document(desk.office, document, pdf=pdf)


def _choices(found: tuple[Offer, ...]) -> list[Choice]:
    """Each document to open, then the forms, then each as PDF and on paper."""
    ways = [
        [Choice(f"{way}:{at}", f"{words}{offer.words}") for at, offer in enumerate(found)]
        for way, words in _WAYS
    ]
    forms = [Choice("front:", "Fill in: the agenda's front sheet")]
    forms += [
        Choice("record:", f"Fill in: {offer.words}")
        for offer in found
        if offer.what == "decision-record"
    ]
    return [*ways[0], *forms, *ways[1], *ways[2]]


def front_form(desk: MeetingDesk) -> Form:
    """Whom to ask for, the proper officer, publication and notices of the agenda's front sheet."""
    front = papers.front_of(desk)

    def keep(answers: Answers) -> None:
        day = answers["published"].strip()
        papers.keep_front(
            desk,
            replace(
                front,
                contact=answers["contact"].strip(),
                phone=answers["phone"].strip(),
                officer=answers["officer"].strip(),
                officer_post=answers["post"].strip(),
                officer_phone=answers["officer_phone"].strip(),
                published=read_date(day, today=desk.office.today) if day else None,
                motion=answers["motion"].strip(),
                notices=tuple(
                    papers.notice_of(line)
                    for line in answers["notices"].splitlines()
                    if line.strip()
                ),
            ),
        )

    def notice(words: str) -> str:
        day = read_date(words, today=desk.office.today) if words.strip() else None
        said = papers.notice_words(desk, replace(front, published=day))
        return f"{long_date(day)}. {said}" if day else said

    fields = (
        Field(id="contact", label="Ask for", value=front.contact),
        Field(id="phone", label="Telephone", value=front.phone),
        Field(
            id="published",
            label="Published on",
            value=long_date(front.published) if front.published else "",
            echo=notice,
        ),
        Field(id="officer", label="Proper officer", value=front.officer),
        Field(id="post", label="Post", value=front.officer_post),
        Field(id="officer_phone", label="Telephone", value=front.officer_phone),
        Field(
            id="motion",
            label="Motion to exclude the public; empty: the house's own words",
            value=front.motion,
        ),
        Field(
            id="notices",
            label="Notices, one a line; “Heading: text” gives it a heading",
            value="\n".join(papers.notice_text(each) for each in front.notices),
            lines=True,
        ),
    )
    return Form("Front sheet of the agenda", fields, keep)


_PARTS = (
    ("number", "Decision number", False),
    ("taker", "Decision taken by; empty: the body", False),
    ("subject", "Subject; empty: the minute's title", False),
    ("decision", "Decision; empty: the minute's resolution", True),
    ("reasons", "Reasons: required", True),
    ("alternatives", "Alternatives considered and rejected; empty prints as none", True),
    ("interests", "Conflicts of interest; empty: those declared, else none", False),
    ("dispensations", "Dispensations of the head of paid service; empty prints as none", False),
    ("background", "Background documents, one a line; empty prints as none", True),
)


def _decision_form(desk: MeetingDesk, minute_id: str) -> Form:
    record = papers.record_of_decision(desk.meeting, minute_id)
    minute = desk.meeting.minute(minute_id)

    def keep(answers: Answers) -> None:
        typed = {part: answers[part].strip() for part, _, _ in _PARTS}
        papers.keep_decision(desk, DecisionRecord(minute=minute_id, **typed))

    fields = tuple(
        Field(id=part, label=label, value=getattr(record, part), lines=lines)
        for part, label, lines in _PARTS
    )
    title = minute.title if minute else ""
    return Form(f"Record of decision: {title}", fields, keep)

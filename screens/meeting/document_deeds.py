"""Every document of a meeting from one key: opened, printed, as PDF, or filled in.

Keys, counted: j, a few letters of the document, Enter: written in the house style and opened ("j
age" Enter is 5). "pdf" or "print" among the letters makes a PDF of it or prints it. The agenda's
front sheet and a record of decision are filled in by forms in the same list.
"""

import asyncio
from pathlib import Path

from textual import work

from clerk.desk.documents.export import open_document, print_document, write_document
from clerk.desk.documents.export_papers import Offer, document_of, offers
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.errors import ClerkError
from screens.dialogs.choose import Choice, Choose
from screens.dialogs.form import Form
from screens.meeting.in_workspace import InWorkspace
from screens.meeting.paper_forms import decision_form, front_form

_WAYS = (("open", ""), ("pdf", "PDF: "), ("print", "Print: "))


class DocumentDeeds(InWorkspace):
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
            await self._fill_in(decision_form(self.desk, minute))
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

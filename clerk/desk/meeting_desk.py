"""One open meeting: do, type, undo, and read its record."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.desk.office import MeetingLedger, Office
from clerk.desk.order import place_in_list
from clerk.desk.rows import Expected
from clerk.desk.typing import Typing, splice
from clerk.domain.base import new_id
from clerk.domain.committees import Committee, holder_on, role_on, stands
from clerk.domain.meeting_acts import (
    AttendanceCleared,
    AttendanceMarked,
    MeetingAct,
    MinuteOpened,
    MinutesPublished,
    MinutesWithdrawn,
    TextEdited,
)
from clerk.domain.meetings import (
    Attendance,
    Author,
    Capacity,
    Link,
    Meeting,
    Minute,
    Report,
)
from clerk.domain.printed import Edition, Line, Record
from clerk.errors import ClerkError, NotFoundError, RefusedError
from clerk.names import full, split_people
from clerk.notation import parse, reparse
from clerk.record.compose import minute_lines
from clerk.record.context import Context, known_on
from clerk.record.freeze import differs_from_published, freeze, record_of
from clerk.record.numbering import disorders
from clerk.store.journal import Unsaved, keep_aside
from clerk.store.lock import HeldError, MeetingLock
from clerk.when import plain_date

EDIT_PAUSE = 0.4
"""Seconds without a key after which a screen hands over what was typed."""


class MeetingDesk:
    """A meeting with its file. Every change is an act, saved before the call returns.

    `held` says who else has the meeting open; it can then be read, and acts are refused.
    `recovered` says what an earlier session had typed and not saved, which is saved now.
    """

    def __init__(self, office: Office, path: Path, *, lock: bool = True) -> None:
        self.office = office
        self.path = path
        self._ledger: MeetingLedger = office.load(path)
        self._context: Context | None = None
        self._lock: MeetingLock | None = None
        self._typing: Typing | None = None
        self.held = ""
        self.recovered: tuple[str, ...] = ()
        if lock:
            self._acquire()

    def _acquire(self) -> None:
        lock = self.office.meeting_lock(self.path)
        try:
            lock.acquire()
        except HeldError as error:
            self.held = str(error)
        else:
            self._lock = lock
            try:
                self._typing = Typing(self.office.home.journal_dir, self.meeting)
                self._recover(self._typing)
            except ClerkError:
                self.close()  # nobody holds a desk that was not made, to close it
                raise

    def close(self) -> None:
        """Gives the meeting free for others."""
        if self._typing is not None:
            self._typing.close()
            self._typing = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "MeetingDesk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what there is ------------------------------------------------------------------------

    @property
    def ref(self) -> str:
        """How the meeting is named on the command line: "slug/2012-04-26"."""
        return self.office.ref(self.path)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands; raises NotFoundError where its making was undone."""
        if self._ledger.state is None:
            raise NotFoundError(f"There is no meeting {self.ref} any more: its making was undone.")
        return self._ledger.state

    @property
    def committee(self) -> Committee:
        """The committee as the register has it."""
        return self.office.committee(self.meeting.committee)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here, in a sentence; empty where it can."""
        if self.held:
            return self.held
        if self._ledger.read_only:
            return "A newer Clerk wrote this meeting: it can be read here, and changed only there."
        return ""

    @property
    def context(self) -> Context:
        """What composing needs besides the meeting; kept until an act may have changed it."""
        if self._context is None:
            self._context = self.office.context(self.meeting)
        return self._context

    def record(self, edition: Edition = "full") -> Record:
        """The printed record: the published one where there is one, else composed now."""
        return record_of(self.meeting, self.context, edition)

    def lines_of(self, minute_id: str) -> tuple[Line, ...]:
        """The lines of one minute, as they stand in the full record."""
        published = self.meeting.published
        minute = self._minute(minute_id)
        if published is not None:
            mine = {minute.id, *minute.blocks}
            return tuple(line for line in published.record.lines if line.fact in mine)
        return minute_lines(self.meeting, minute, self.context)

    @property
    def last_said(self) -> str:
        """The last act that is in force, in words; empty where there is none."""
        last = self._ledger.last
        return last.said if last else ""

    @property
    def ledger(self) -> MeetingLedger:
        """The meeting's file, for its history."""
        return self._ledger

    def findings(self) -> tuple[str, ...]:
        """What a reader should look at: number trouble, and a record that no longer agrees."""
        meeting, context = self.meeting, self.context
        body = self.committee
        found = list(
            disorders(
                meeting,
                context.first_number,
                context.style,
                self.office.taken(body.id),
                body.series,
            )
        )
        if differs_from_published(meeting, context):
            found.append(
                "Composing these minutes again gives other words than those published: a name or "
                "the house style has changed since. The published record stands."
            )
        return tuple(found)

    def report_of(self, item_id: str) -> Report | None:
        """The report of an agenda item; None where the papers hold none."""
        return next((r for r in self.meeting.reports if item_id and r.item == item_id), None)

    def follow(self) -> bool:
        """Reads the meeting again where whoever has it open has written; whether that was so."""
        if not self.held:
            return False
        changed = self._ledger.refresh()
        self._context = None if changed else self._context
        return changed

    def notices(self) -> tuple[str, ...]:
        """What happened to the file since this was last asked, in sentences for the clerk."""
        said = tuple(self._ledger.notices)
        self._ledger.notices.clear()
        return said

    # --- acts ---------------------------------------------------------------------------------

    def do(self, act: MeetingAct, said: str) -> None:
        """Does an act and saves it.

        Raises RefusedError where it does not fit or the meeting is open elsewhere, StorageError
        where it cannot be saved; then nothing has changed.
        """
        if self.read_only:
            raise RefusedError(self.read_only)
        self._ledger.do(act, said)
        if not isinstance(act, TextEdited):
            self._context = None

    def undo(self) -> str:
        """Takes back the last act and says what it was.

        An act that changed other files too is undone in all of them, or refused in a sentence.
        """
        if self.read_only:
            raise RefusedError(self.read_only)
        last = self._ledger.last
        if last is None:
            raise RefusedError("There is nothing left to undo in this meeting.")
        if last.change:
            self.office.undo_change(last.change, self.path)
            self._ledger.load()
        else:
            self._ledger.save(self._ledger.plan_undo())
        self._context = None
        return last.said

    def redo(self) -> str:
        """Does again what was undone last, and says what it was; raises RefusedError."""
        if self.read_only:
            raise RefusedError(self.read_only)
        planned = self._ledger.plan_redo()
        if planned.entries[-1].change:
            self.office.redo_change(planned.entries[-1].change, self.path)
            self._ledger.load()
        else:
            self._ledger.save(planned)
        self._context = None
        return planned.said

    def start_minute(self, item_id: str, *, before: str = "") -> Minute:
        """The minute of an agenda item, begun if it has none: its title and authors from the item.

        It stands where the agenda has it, unless `before` names the minute that it was taken
        before: items out of order are the exception. Raises NotFoundError where the meeting has
        no such item.
        """
        meeting = self.meeting
        begun = meeting.minute_of(item_id)
        if begun is not None:
            return begun
        item = meeting.item(item_id)
        if item is None:
            raise NotFoundError("The agenda has no such item any more.")
        report = self.report_of(item_id)
        minute = Minute(
            id=new_id(),
            title=item.title,
            items=(item_id,),
            authors=_authors(report.by) if report else (),
            exempt=item.exempt,
        )
        place = before or self._in_agenda_order(item_id)
        self.do(MinuteOpened(minute=minute, before=place), f"Minute of “{item.title}” begun")
        return minute

    def _in_agenda_order(self, item_id: str) -> str:
        """The first minute whose item comes later on the agenda; empty where none does."""
        later = {item.id for item in self.meeting.items[self._place_on_agenda(item_id) + 1 :]}
        return next((m.id for m in self.meeting.minutes if later.intersection(m.items)), "")

    def _place_on_agenda(self, item_id: str) -> int:
        return next(at for at, item in enumerate(self.meeting.items) if item.id == item_id)

    def start_loose_minute(self, title: str, *, before: str = "") -> Minute:
        """A minute that belongs to no agenda item, such as announcements."""
        minute = Minute(id=new_id(), title=clean_text(title)[0].strip())
        self.do(MinuteOpened(minute=minute, before=before), f"Minute “{minute.title}” begun")
        return minute

    def edit(self, minute_id: str, text: str) -> tuple[str, ...]:
        """Makes `text` the text of a minute; only what differs is logged.

        Returns in words what was cleaned of it: characters that Word cannot hold.
        """
        minute = self._minute(minute_id)
        clean, changes = clean_text(text)
        if clean == minute.text:
            return changes
        at, removed, inserted = splice(minute.text, clean)
        blocks = reparse(minute.text, minute.blocks, clean, new_id)
        act = TextEdited(
            minute=minute_id,
            at=at,
            removed=removed,
            inserted=inserted,
            blocks=tuple(blocks),
            changed=_changed(minute, clean, blocks),
            links=_moved_links(minute.links, at, len(removed), len(inserted)),
        )
        self.do(act, f"Text of “{minute.title}”")
        if self._typing is not None:
            self._typing.saved(minute_id)
        return changes

    # --- typing -------------------------------------------------------------------------------

    def typed(self, minute_id: str, text: str, cursor: int) -> str:
        """Keeps a stroke in the journal at once: a killed program loses none.

        `text` is the whole text of the editor, `cursor` the place in it. Returns in words why it
        could not be kept; empty where it was.
        """
        minute = self.meeting.minute(minute_id)
        if self._typing is None or minute is None:
            return ""
        self._typing.typed(minute_id, minute.text, text, cursor)
        return self._typing.trouble

    def moved(self, minute_id: str, cursor: int) -> None:
        """Keeps where the clerk is, so that the app opens there again."""
        if self._typing is not None:
            self._typing.at(minute_id, cursor)

    @property
    def place(self) -> tuple[str, int] | None:
        """The minute and the place in its text where the clerk was last; None where not known."""
        place = self._typing.place if self._typing else None
        if place is None or self.meeting.minute(place.minute) is None:
            return None
        return place.minute, place.cursor

    def _recover(self, typing: Typing) -> None:
        """Saves what was left in the journal; what no longer fits is kept aside, and named."""
        found = typing.left_behind()
        self.recovered = tuple(
            said for unsaved in found.unsaved if (said := self._recovered(unsaved))
        )
        typing.begin(found.place)

    def _recovered(self, unsaved: Unsaved) -> str:
        minute = self.meeting.minute(unsaved.minute)
        if minute is not None and minute.text == unsaved.typed:
            return ""
        if minute is not None and minute.text == unsaved.saved and self.meeting.state == "draft":
            self.edit(unsaved.minute, unsaved.typed)
            _, removed, inserted = splice(unsaved.saved, unsaved.typed)
            count = len(inserted) or len(removed)
            return f"What was typed last in “{minute.title}” was recovered: {count} characters."
        aside = keep_aside(self.office.home.journal_dir, unsaved, self.office.now())
        return f"Text that was typed and not saved no longer fits. It is kept in {aside}."

    # --- attendance ---------------------------------------------------------------------------

    def expected(self) -> tuple[Expected, ...]:
        """The roll: a row for each seat's holder, then anyone else who was marked."""
        meeting, body = self.meeting, self.committee
        marked = {entry.person: entry for entry in meeting.attendance}
        standing_in = {e.substitute_for: e for e in meeting.attendance if e.substitute_for}
        rows = []
        for seat in body.seats:
            holder = holder_on(seat, meeting.date)
            if holder.person is None or not stands(seat, meeting.date):
                continue
            entry, substitute = marked.pop(holder.person, None), standing_in.get(holder.person)
            rows.append(
                self._row(
                    holder.person,
                    entry,
                    group=seat.group,
                    role=self._role(body, holder.person),
                    substitute=self.name(substitute.person) if substitute else "",
                )
            )
        rows.extend(self._row(person, entry) for person, entry in marked.items())
        return tuple(rows)

    def mark(
        self,
        person_id: str,
        capacity: Capacity,
        *,
        role: str | None = None,
        post: str = "",
        substitute_for: str = "",
    ) -> None:
        """Marks how someone attends; a member's role and an officer's post come from the register.

        Members present stand in order: the chair, the vice-chair, then by surname.
        """
        meeting, body = self.meeting, self.committee
        begun = next((e for e in meeting.attendance if e.person == person_id), None)
        known = known_on(self.office.register, person_id, meeting.date)
        own_role = self._role(body, person_id) if capacity in ("present", "remote") else ""
        entry = Attendance(
            id=begun.id if begun else new_id(),
            person=person_id,
            capacity=capacity,
            role=own_role if role is None else role,
            post=(post or known.post) if capacity == "in attendance" else post,
            substitute_for=substitute_for,
        )
        before = place_in_list(meeting.attendance, entry, self.office.register, meeting.date)
        said = f"{full(known.name)}: {capacity}"
        if substitute_for:
            said += f" as substitute for {self.name(substitute_for)}"
        self.do(AttendanceMarked(attendance=entry, before=before), said)

    def clear_mark(self, person_id: str) -> None:
        """Takes away what was marked for someone: back to expected."""
        entry = next((e for e in self.meeting.attendance if e.person == person_id), None)
        if entry is not None:
            self.do(
                AttendanceCleared(attendance=entry.id), f"{self.name(person_id)}: mark taken away"
            )

    def everyone_present(self) -> int:
        """Marks present every member of whom nothing is marked; returns how many."""
        waiting = [row for row in self.expected() if not row.capacity and not row.substitute]
        for row in waiting:
            self.mark(row.person, "present")
        return len(waiting)

    def name(self, person_id: str) -> str:
        """The person's full name as on the meeting's day."""
        person = self.office.register.people.get(person_id)
        return full(person.name_on(self.meeting.date)) if person else "(name not known)"

    def _row(
        self,
        person: str,
        entry: Attendance | None,
        *,
        group: str = "",
        role: str = "",
        substitute: str = "",
    ) -> Expected:
        return Expected(
            person=person,
            name=self.name(person),
            group=group,
            role=role or (entry.role if entry else ""),
            capacity=entry.capacity if entry else "",
            attendance=entry.id if entry else "",
            substitute=substitute,
            post=entry.post if entry else "",
        )

    def _role(self, body: Committee, person_id: str) -> str:
        for role in body.roles:
            if role_on(role, self.meeting.date) == person_id:
                return role.title
        return ""

    # --- publishing ---------------------------------------------------------------------------

    def publish(self) -> None:
        """Fixes the numbers and freezes the record; raises RefusedError where it cannot be."""
        meeting = self.meeting
        if meeting.state != "draft":
            raise RefusedError(f"These minutes are {meeting.state} already.")
        if not meeting.minutes:
            raise RefusedError("There are no minutes to publish yet. Minute an item first.")
        self._context = None  # another meeting of the series may have taken numbers meanwhile
        published, numbers = freeze(meeting, self.context, self.office.today)
        first, last = meeting.minutes[0].id, meeting.minutes[-1].id
        run = f"{numbers[first].text} to {numbers[last].text}"
        said = f"Minutes {run} published" if first != last else f"Minute {run.split()[0]} published"
        self.do(MinutesPublished(published=published, numbers=numbers), said)

    def withdraw(self, reason: str) -> None:
        """Takes the publication back, so that the minutes can change again; needs a reason."""
        if not reason.strip():
            raise RefusedError("Say why the publication is withdrawn: the reason is kept.")
        self.do(MinutesWithdrawn(reason=reason.strip()), f"Publication withdrawn: {reason.strip()}")

    def _minute(self, minute_id: str) -> Minute:
        minute = self.meeting.minute(minute_id)
        if minute is None:
            raise NotFoundError("That minute is not there any more.")
        return minute

    def label(self) -> str:
        """How to name the meeting to a reader: "Environment Committee, 26 April 2012"."""
        return f"{self.committee.name_on(self.meeting.date)}, {plain_date(self.meeting.date)}"


def _changed(minute: Minute, text: str, blocks: Sequence[str]) -> tuple[str, ...]:
    """The blocks that stay and have other words in `text`."""
    before = {block.id: block for block in parse(minute.text, minute.blocks)}
    after = parse(text, blocks)
    return tuple(b.id for b in after if b.id in before and b != before[b.id])


def _moved_links(links: tuple[Link, ...], at: int, removed: int, inserted: int) -> tuple[Link, ...]:
    """Links after an edit: those behind it move, those that it cuts into go."""
    kept = []
    for link in links:
        if link.end <= at:
            kept.append(link)
        elif link.start >= at + removed:
            shift = inserted - removed
            kept.append(replace(link, start=link.start + shift, end=link.end + shift))
    return tuple(kept)


def _authors(by: str) -> tuple[Author, ...]:
    """The authors of a report's "By" line: one a line, the post after the first comma."""
    authors = []
    for line in by.splitlines():
        name, _, post = line.partition(",")
        if name.strip() and split_people(name):
            authors.append(Author(name=name.strip(), post=post.strip()))
    return tuple(authors)

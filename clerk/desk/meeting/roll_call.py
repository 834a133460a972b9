"""Who is at an open meeting: the roll, a mark for each, in the order of the printed list."""

from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.desk.order import place_in_list
from clerk.desk.row import Row
from clerk.desk.words import tidied
from clerk.domain.base import new_id
from clerk.domain.committees import Committee, holder_on, role_on, stands
from clerk.domain.meeting_acts import AttendanceCleared, AttendanceMarked
from clerk.domain.meetings import (
    Attendance,
    Capacity,
)
from clerk.domain.privacy import health_refusal, tells_of_health
from clerk.errors import InputError
from clerk.law.substitutes import substitute_warnings
from clerk.names import full
from clerk.record.context import known_on


class Expected(Row, frozen=True):
    """Someone at the roll call: a seat's holder, or anyone else who was marked."""

    person: str
    name: str
    group: str
    role: str = ""
    capacity: str = ""
    """Empty while nothing is marked: expected."""
    attendance: str = ""
    """The id of the attendance fact; empty while nothing is marked."""
    substitute: str = ""
    """The name of who substitutes for this member."""
    post: str = ""
    note: str = ""
    """Words that print behind the name."""
    sits_for: str = ""
    """For whom a substitute sits: "for Mr H J Craske"; and for which item, where for one alone."""
    for_item: bool = False
    """Whether they sit for one item alone: then they are no more of the committee than before."""


class Turnout(Row, frozen=True):
    """How many of a committee are here, as far as marked."""

    here: int
    """Present, or taking part from afar."""
    waiting: int
    """Expected, and nothing marked of them or of a substitute."""
    seats: int
    """Seats of which a holder, or a vacancy, is known."""
    begun: bool
    """Whether anything is marked of anybody."""


class RollCall(OpenMeeting):
    """The part of a desk at which attendance is marked."""

    # --- attendance ---------------------------------------------------------------------------

    def expected(self) -> tuple[Expected, ...]:
        """The roll: a row for each seat's holder, then anyone else who was marked."""
        meeting, body = self.meeting, self.committee
        marked = {entry.person: entry for entry in meeting.attendance}
        standing_in = {
            e.substitute_for: e for e in meeting.attendance if e.substitute_for and not e.for_item
        }
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

    def turnout(self) -> Turnout:
        """How many are here of how many seats, and how many are not marked yet."""
        rows, day = self.expected(), self.meeting.date
        return Turnout(
            here=sum(row.capacity in ("present", "remote") and not row.for_item for row in rows),
            waiting=sum(not row.capacity and not row.substitute for row in rows),
            seats=sum(
                stands(seat, day) and holder_on(seat, day).known for seat in self.committee.seats
            ),
            begun=any(row.capacity for row in rows),
        )

    def mark(
        self,
        person_id: str,
        capacity: Capacity,
        *,
        post: str = "",
        substitute_for: str = "",
        for_item: str = "",
        note: str = "",
        words: str = "",
    ) -> None:
        """Marks how someone attends; a member's role and an officer's post come from the register.

        Members present stand in order: the chair, the vice-chair, then by surname. `note` is why
        a substitute may sit against the rules (`substitute_warnings`): it is kept in the history.
        `for_item` is the item for which alone they sit.
        `words` print behind the name: "on Council business", "in place of Mr Pell". Raises
        InputError where they tell of somebody's health: that never prints, and is nowhere kept.
        """
        if tells_of_health(words):
            raise InputError(health_refusal())
        meeting, body = self.meeting, self.committee
        begun = next((e for e in meeting.attendance if e.person == person_id), None)
        known = known_on(self.office.register, person_id, meeting.date)
        own_post = tidied(post)
        own_role = self._role(body, person_id) if capacity in ("present", "remote") else ""
        entry = Attendance(
            id=begun.id if begun else new_id(),
            person=person_id,
            capacity=capacity,
            role=own_role,
            post=(own_post or known.post) if capacity == "in attendance" else own_post,
            substitute_for=substitute_for,
            for_item=for_item,
            note=tidied(words),
        )
        before = place_in_list(meeting.attendance, entry, self.office.register, meeting.date)
        said = f"{full(known.name)}: {capacity}"
        if substitute_for:
            said += f" as substitute for {self.name(substitute_for)}{self._for_one(for_item)}"
        if note.strip():
            said += f" ({tidied(note)})"
        self.do(AttendanceMarked(attendance=entry, before=before), said)

    def substitute_warnings(
        self, person_id: str, principal: str, for_item: str = ""
    ) -> tuple[str, ...]:
        """Why someone may not sit for a member here, in sentences; the clerk may override them."""
        return substitute_warnings(
            self.office.register,
            self.committee,
            self.meeting.date,
            substitute=person_id,
            principal=principal,
            attendance=self.meeting.attendance,
            for_item=bool(for_item),
        )

    def _for_one(self, item_id: str) -> str:
        """For which item alone somebody sits, without what its title may disclose."""
        item = self.meeting.item(item_id)
        if item is None:
            return ""
        return f" for Item {item.ref} alone" if item.ref else " for one item alone"

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
            note=entry.note if entry else "",
            sits_for=self._sits_for(entry) if entry is not None and entry.substitute_for else "",
            for_item=entry is not None and bool(entry.for_item),
        )

    def _sits_for(self, entry: Attendance) -> str:
        return f"for {self.name(entry.substitute_for)}{self._for_one(entry.for_item)}"

    def _role(self, body: Committee, person_id: str) -> str:
        for role in body.roles:
            if role_on(role, self.meeting.date) == person_id:
                return role.title
        return ""

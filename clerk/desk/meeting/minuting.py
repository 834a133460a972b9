"""Minutes of an open meeting: begun, typed, saved at each pause, recovered after a kill."""

from collections.abc import Sequence

from msgspec.structs import replace

from clerk.clean import clean_text
from clerk.desk.meeting.open_meeting import OpenMeeting
from clerk.desk.typing import Typing, splice
from clerk.domain.base import Fact, new_id
from clerk.domain.meetings import (
    Author,
    Link,
    Minute,
)
from clerk.domain.minute_acts import MinuteOpened, TextEdited
from clerk.errors import NotFoundError
from clerk.names import split_people
from clerk.notation import parse, reparse
from clerk.record.margin import Beside, beside
from clerk.record.minutes.fields import detached_in
from clerk.store.journal import Taken, Unsaved, keep_aside


class Step(Fact, frozen=True):
    """What undo or redo would do: in words, and in which minute where it is typing."""

    id: str
    said: str
    minute: str = ""
    items: tuple[str, ...] = ()
    """The items of a minute that was begun."""


class Minuting(OpenMeeting):
    """The part of a desk at which minutes are written.

    `recovered` says what an earlier session had typed and not saved, which is saved now.
    """

    _typing: Typing | None = None
    recovered: tuple[str, ...] = ()

    def _opened_for_writing(self) -> None:
        self._typing = Typing(self.office.home.journal_dir / f"{self.meeting.id}.keys")
        self._recover(self._typing)

    def close(self, *, left: bool = True) -> None:
        """Lets go of the journal, then gives the meeting free.

        Without `left`, the app opens here again, as after a kill.
        """
        if self._typing is not None:
            self._typing.close(left=left)
            self._typing = None
        super().close(left=left)

    def start_minute(self, item_id: str) -> Minute:
        """The minute of an agenda item, begun if it has none: its title and authors from the item.

        That of the business in hand stands behind the one taken before it; any other where the
        agenda has it. Raises NotFoundError where the meeting has no such item.
        """
        begun = self.meeting.minute_of(item_id)
        if begun is not None:
            return begun
        minute, before = self.new_minute(item_id)
        self.do(MinuteOpened(minute=minute, before=before), f"Minute of “{minute.title}” begun")
        return minute

    def new_minute(self, item_id: str) -> tuple[Minute, str]:
        """A minute for an agenda item, not begun yet, and the one before which it belongs.

        Raises NotFoundError where the meeting has no such item.
        """
        item = self.meeting.item(item_id)
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
        return minute, self._place_of(item_id)

    def _place_of(self, item_id: str) -> str:
        """Before which minute one begun now stands; empty for the end."""
        behind = self.taken_behind if item_id == self.taken else ""
        if not behind:
            return self._in_agenda_order(item_id)
        minutes = self.meeting.minutes
        at = next(at for at, minute in enumerate(minutes) if minute.id == behind) + 1
        while at < len(minutes) and not minutes[at].items:
            at += 1  # announcements made in between keep their place
        return minutes[at].id if at < len(minutes) else ""

    def _in_agenda_order(self, item_id: str) -> str:
        """The first minute whose item comes later on the agenda; empty where none does."""
        later = {item.id for item in self.meeting.items[self._place_on_agenda(item_id) + 1 :]}
        return next((m.id for m in self.meeting.minutes if later.intersection(m.items)), "")

    def _place_on_agenda(self, item_id: str) -> int:
        return next(at for at, item in enumerate(self.meeting.items) if item.id == item_id)

    def start_loose_minute(self, title: str) -> Minute:
        """A minute that belongs to no agenda item, such as announcements."""
        minute = Minute(id=new_id(), title=clean_text(title)[0].strip())
        self.do(MinuteOpened(minute=minute), f"Minute “{minute.title}” begun")
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
        blocks = tuple(reparse(minute.text, minute.blocks, clean, new_id))
        same = blocks == minute.blocks
        act = TextEdited(
            minute=minute_id,
            at=at,
            removed=removed,
            inserted=inserted,
            blocks=() if same else blocks,
            same_blocks=same,
            changed=_changed(minute, clean, blocks),
            links=_moved_links(minute.links, at, len(removed), len(inserted)),
            detached=detached_in(self.meeting, minute, clean, self.context),
        )
        self.do(act, f"Text of “{minute.title}”")
        if self._typing is not None:
            self._typing.saved(minute_id, *map(_not_begun, minute.items))
        return changes

    def beside(self, minute_id: str, text: str) -> tuple[Beside, ...]:
        """What stands beside each block of this text of a minute: its number, what is amiss."""
        minute = self._minute(minute_id)
        if minute.text != text:
            minute = replace(minute, text=text, blocks=())
        return beside(self.meeting, minute, self.context)

    def next_step(self, *, back: bool) -> Step | None:
        """What undo would take back, or redo do again; None where there is nothing."""
        entry = self.ledger.last if back else self.ledger.last_undone
        if entry is None:
            return None
        match entry.act:
            case TextEdited(minute=minute):
                return Step(id=entry.id, said=entry.said, minute=minute)
            case MinuteOpened(minute=opened):
                return Step(id=entry.id, said=entry.said, minute=opened.id, items=opened.items)
            case _:
                return Step(id=entry.id, said=entry.said)

    # --- typing -------------------------------------------------------------------------------

    def typed(self, minute_id: str, text: str, cursor: int, *, item: str = "") -> str:
        """Keeps a stroke in the journal at once: a killed program loses none.

        `text` is the whole text of the editor, `cursor` the place in it. Where the minute of `item`
        could not be begun yet, it is when the meeting is opened again. Returns in words why the
        stroke could not be kept; empty where it was.
        """
        minute = self.meeting.minute(minute_id)
        if self._typing is None or (minute is None and not item):
            return ""
        if minute is not None:
            self._typing.typed(minute_id, minute.text, text, cursor)
        else:
            self._typing.typed(_not_begun(item), "", text, cursor)
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

    @property
    def taken(self) -> str:
        """The business that the meeting is on: an item's id, or that of a minute without one.

        Typing elsewhere does not change it; empty until something was taken up.
        """
        taken = self._typing.taken if self._typing else None
        if taken is None:
            return ""
        there = self.meeting.item(taken.business) or self.meeting.minute(taken.business)
        return taken.business if there else ""

    @property
    def out_of_turn(self) -> bool:
        """Whether what the meeting is on was taken before items that still wait."""
        taken = self._typing.taken if self._typing else None
        return taken is not None and taken.out_of_turn

    @property
    def taken_behind(self) -> str:
        """The minute behind which that of the business in hand belongs; empty for none."""
        taken = self._typing.taken if self._typing else None
        return taken.behind if taken and self.meeting.minute(taken.behind) else ""

    def take(self, business: str, *, out_of_turn: bool = False) -> None:
        """The meeting goes on to this business; what is minuted next stands behind the last."""
        if self._typing is not None and business != self.taken:
            behind = self._last_taken()
            self._typing.take(Taken(business=business, behind=behind, out_of_turn=out_of_turn))

    def _last_taken(self) -> str:
        """Of the minute in hand and the one it was taken behind, that which stands later."""
        order = [minute.id for minute in self.meeting.minutes]
        begun = self.meeting.minute_of(self.taken) or self.meeting.minute(self.taken)
        known = [each for each in (self.taken_behind, begun.id if begun else "") if each]
        return max(known, key=order.index, default="")

    def _recover(self, typing: Typing) -> None:
        """Saves what was left in the journal; what no longer fits is kept aside, and named."""
        found = typing.left_behind()
        self.recovered = tuple(
            said for unsaved in found.unsaved if (said := self._recovered(unsaved))
        )
        place = found.place
        if place is not None and (minute := self._minute_typed_in(place.minute)) is not None:
            place = replace(place, minute=minute.id)
        typing.begin(place, found.taken)

    def _minute_typed_in(self, key: str) -> Minute | None:
        """The minute that a line of the journal means, be it begun since or not."""
        begun = (m for m in self.meeting.minutes if key in map(_not_begun, m.items))
        return self.meeting.minute(key) or next(begun, None)

    def _begun_for(self, unsaved: Unsaved) -> Minute | None:
        """The same; begun now, where it could not be while it was typed."""
        begun = self._minute_typed_in(unsaved.minute)
        item = next((i.id for i in self.meeting.items if _not_begun(i.id) == unsaved.minute), "")
        if begun is None and item and self.meeting.state == "draft":
            return self.start_minute(item)
        return begun

    def _recovered(self, unsaved: Unsaved) -> str:
        if not unsaved.typed.strip() and self._minute_typed_in(unsaved.minute) is None:
            return ""
        minute = self._begun_for(unsaved)
        if minute is not None and minute.text == unsaved.typed:
            return ""
        if minute is not None and minute.text == unsaved.saved and self.meeting.state == "draft":
            self.edit(minute.id, unsaved.typed)
            _, removed, inserted = splice(unsaved.saved, unsaved.typed)
            count = len(inserted) or len(removed)
            return f"What was typed last in “{minute.title}” was recovered: {count} characters."
        aside = keep_aside(self.office.home.journal_dir, unsaved, self.office.now())
        return f"Text that was typed and not saved no longer fits. It is kept in {aside}."


def _not_begun(item_id: str) -> str:
    """How the journal names the minute of an item that is not begun."""
    return f"item-{item_id}"


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

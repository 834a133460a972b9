"""Items as a meeting takes them: out of order, together, urgent, deferred; headings over them."""

from msgspec.structs import replace

from clerk.desk.meeting import agenda
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.words import one_line, tidied
from clerk.domain.agenda_acts import ItemAdded, ItemChanged, SectionRemoved, SectionSet
from clerk.domain.base import new_id
from clerk.domain.meetings import AgendaItem, Meeting, Minute, Section
from clerk.domain.minute_acts import MinuteChanged, MinuteMoved, MinuteRemoved
from clerk.errors import InputError, NotFoundError, RefusedError
from clerk.law.urgency import urgency_refused
from clerk.record.facts.room import setting_of
from clerk.record.facts.taken import urgent_words


def take_now(desk: MeetingDesk, business: str) -> None:
    """The meeting goes on to this item, or minute without one, in its turn or not.

    The minute that it then gets stands behind that of the business taken before: the order taken
    is what the minutes keep. A minute begun earlier stays where it is. Raises RefusedError where
    the minutes are fixed: nothing is minuted any more.
    """
    if desk.fixed:
        raise RefusedError(desk.fixed)
    meeting = desk.meeting
    before = _place(meeting, desk.taken)
    passed = [each for each in waiting(desk, business) if _place(meeting, each) > before]
    desk.take(business, out_of_turn=bool(passed))


def waiting(desk: MeetingDesk, business: str) -> tuple[str, ...]:
    """The items before this one that still wait: those behind the last that was minuted."""
    meeting = desk.meeting
    at = _place(meeting, business)
    found: list[str] = []
    for item in reversed(meeting.items[: max(at, 0)]):
        if meeting.minute_of(item.id) is not None:
            break
        if item.state in ("listed", "urgent"):
            found.append(item.id)
    return tuple(reversed(found))


def begin(desk: MeetingDesk, item_id: str) -> Minute:
    """The minute of an item at its first word; the meeting goes on to it where it comes later.

    Words in an item passed over earlier are no change of what the meeting is on, unless that was
    taken out of turn: then the meeting has come back to the item.
    """
    meeting = desk.meeting
    if meeting.minute_of(item_id) is None:
        here, taken = _place(meeting, item_id), _place(meeting, desk.taken)
        if taken < 0 or here > taken or desk.out_of_turn:
            desk.take(item_id)
    return desk.start_minute(item_id)


def next_business(desk: MeetingDesk) -> str:
    """The item to which the meeting returns after one taken out of turn; empty for the usual."""
    if not desk.out_of_turn:
        return ""
    return next(iter(waiting(desk, desk.taken)), "")


def _place(meeting: Meeting, business: str) -> int:
    """Where an item stands on the agenda; -1 for anything else."""
    return next((at for at, item in enumerate(meeting.items) if item.id == business), -1)


def move_minute(desk: MeetingDesk, minute_id: str, earlier: bool) -> None:
    """One place earlier or later in the order taken; nothing happens at its ends."""
    order = [minute.id for minute in desk.meeting.minutes]
    at = order.index(_minute(desk, minute_id).id)
    if earlier and at > 0:
        before = order[at - 1]
    elif not earlier and at < len(order) - 1:
        before = order[at + 2] if at + 2 < len(order) else ""
    else:
        return
    said = f"Minute “{_minute(desk, minute_id).title}” taken {'earlier' if earlier else 'later'}"
    desk.do(MinuteMoved(minute=minute_id, before=before), said)


def take_together(desk: MeetingDesk, item_id: str, others: tuple[str, ...]) -> Minute:
    """One minute for the item and others: theirs joins the minute that the item has, or begins.

    Refused where another of them has words in a minute of its own: nothing is thrown together
    that the clerk did not put together.
    """
    meeting = desk.meeting
    wanted = [_item(desk, each) for each in dict.fromkeys((item_id, *others))]
    if len(wanted) < 2:
        raise InputError("Choose another item to take together with this one.")
    minute = desk.start_minute(item_id)
    for item in wanted[1:]:
        own = meeting.minute_of(item.id)
        if own is not None and own.id != minute.id:
            _give_up(desk, own)
    kept = [each for each in minute.items if all(each != item.id for item in wanted)]
    title = _joint_title(minute, wanted, meeting)
    items = tuple(item.id for item in wanted) + tuple(kept)
    said = f"“{title}” taken together"
    desk.do(MinuteChanged(minute=minute.id, items=items, title=title), said)
    return minute


def take_apart(desk: MeetingDesk, item_id: str) -> None:
    """The item leaves the minute that it shares with others. Raises RefusedError."""
    minute = desk.meeting.minute_of(item_id)
    if minute is None or len(minute.items) < 2:
        raise RefusedError("This item is not taken together with any other.")
    left = tuple(each for each in minute.items if each != item_id)
    titles = [item.title for each in left if (item := desk.meeting.item(each))]
    said = f"“{_item(desk, item_id).title}” taken by itself"
    desk.do(MinuteChanged(minute=minute.id, items=left, title=" and ".join(titles)), said)


def add_urgent(
    desk: MeetingDesk, title: str, reason: str, *, ref: str = "", behind: str = ""
) -> AgendaItem:
    """An item taken as urgent, behind the item `behind` or last.

    Raises InputError without the reason that the minutes must state, RefusedError in a parish,
    which cannot (LGA 1972 s100B(4)(b), Sch 12 para 10(2)(b)).
    """
    words, why = one_line(title, "item"), tidied(reason)
    may_be_urgent(desk, why or "asked for below")
    may_be_urgent(desk, why)
    items = desk.meeting.items
    at = next((at for at, item in enumerate(items) if item.id == behind), len(items) - 1)
    new = AgendaItem(
        id=new_id(),
        title=words,
        ref=tidied(ref),
        section=items[at].section if items else "",
        state="urgent",
        reason=why,
    )
    before = items[at + 1].id if at + 1 < len(items) else ""
    desk.do(ItemAdded(item=new, before=before), f"Urgent item “{words}” added")
    return new


def may_be_urgent(desk: MeetingDesk, reason: str) -> None:
    """Raises RefusedError or InputError, saying why an item may not be taken as urgent."""
    setting = setting_of(desk.meeting, desk.context)
    refused = urgency_refused(setting, reason)
    if refused:
        raise InputError(refused) if setting.kind != "parish" else RefusedError(refused)


def reason_as_printed(desk: MeetingDesk, reason: str) -> str:
    """How the minutes will state the reason; empty while there is none."""
    words = tidied(reason)
    return urgent_words(words, desk.context) if words else ""


def defer_item(desk: MeetingDesk, item_id: str) -> None:
    """The item stays on the agenda as deferred to a later meeting; done again, it stands."""
    item = _item(desk, item_id)
    if item.state == "deferred":
        agenda.restore_item(desk, item_id)
    else:
        said = f"Item “{item.title}” deferred"
        desk.do(ItemChanged(item=replace(item, state="deferred")), said)


def heading_of(meeting: Meeting, item_id: str) -> Section | None:
    """The heading that stands right above an item; None where none does."""
    items = meeting.items
    at = next((at for at, item in enumerate(items) if item.id == item_id), None)
    if at is None or not items[at].section:
        return None
    if at and items[at - 1].section == items[at].section:
        return None
    return next((each for each in meeting.sections if each.id == items[at].section), None)


def set_heading(desk: MeetingDesk, item_id: str, title: str, ref: str = "") -> None:
    """The heading above an item: changed where one stands there, else put there.

    A new one heads the items from here to the next heading. No words at all take it away.
    """
    meeting = desk.meeting
    item = _item(desk, item_id)
    there = heading_of(meeting, item_id)
    if not title.strip():
        _remove_heading(desk, item, there)
        return
    words = one_line(title, "heading")
    if there is not None:
        changed = replace(there, title=words, ref=tidied(ref))
        desk.do(SectionSet(section=changed), f"Heading “{there.title}” renamed “{words}”")
        return
    at = meeting.items.index(item)
    headed = _same_section(meeting.items[at:], item.section)
    above = next((s for s in meeting.sections if s.id == item.section), None)
    new = Section(
        id=new_id(), title=words, ref=tidied(ref), exempt=above.exempt if above else False
    )
    before = _next_section(meeting, item.section)
    desk.do(SectionSet(section=new, items=headed, before=before), f"Heading “{words}” added")


def _remove_heading(desk: MeetingDesk, item: AgendaItem, there: Section | None) -> None:
    if there is None:
        raise InputError("The heading has no words. Type some.")
    items = desk.meeting.items
    at = items.index(item)
    into = items[at - 1].section if at else ""
    desk.do(SectionRemoved(section=there.id, into=into), f"Heading “{there.title}” taken away")


def _same_section(items: tuple[AgendaItem, ...], section: str) -> tuple[str, ...]:
    """The items from the first on that stand in one section."""
    found: list[str] = []
    for item in items:
        if item.section != section:
            break
        found.append(item.id)
    return tuple(found)


def _next_section(meeting: Meeting, section_id: str) -> str:
    """The section behind this one; the first of all behind none."""
    ids = [section.id for section in meeting.sections]
    at = ids.index(section_id) + 1 if section_id in ids else 0
    return ids[at] if at < len(ids) else ""


def _give_up(desk: MeetingDesk, minute: Minute) -> None:
    if minute.text.strip():
        raise RefusedError(
            f"“{minute.title}” has words in a minute of its own. Move them into the other minute "
            "(Ctrl+X, Ctrl+V) first; then take the items together."
        )
    desk.do(MinuteRemoved(minute=minute.id), f"Empty minute of “{minute.title}” taken away")


def _joint_title(minute: Minute, items: list[AgendaItem], meeting: Meeting) -> str:
    """The titles joined, unless the clerk gave the minute a title of its own."""
    own = [item.title for each in minute.items if (item := meeting.item(each))]
    if minute.title != " and ".join(own):
        return minute.title
    return " and ".join(dict.fromkeys([*own, *(item.title for item in items)]))


def _item(desk: MeetingDesk, item_id: str) -> AgendaItem:
    item = desk.meeting.item(item_id)
    if item is None:
        raise NotFoundError("The agenda has no such item any more.")
    return item


def _minute(desk: MeetingDesk, minute_id: str) -> Minute:
    minute = desk.meeting.minute(minute_id)
    if minute is None:
        raise NotFoundError("That minute is not there any more.")
    return minute

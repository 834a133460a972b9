"""The usual words for an item of an open meeting, and putting them into its minute."""

from msgspec.structs import replace

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.meetings import Minute
from clerk.record.usual import Usual, usual_words


def usual_of(
    desk: MeetingDesk, item_id: str, minute_id: str = "", text: str | None = None
) -> tuple[Usual, ...]:
    """What is usual for an item, or for a minute without one; see `usual_words`.

    `text` is what stands in the minute now, where that is not stored yet.
    """
    minute = minute_at_hand(desk, item_id, minute_id)
    if text is not None:
        minute = replace(minute, text=text, blocks=())
    item = desk.meeting.item(item_id) if item_id else None
    return usual_words(desk.meeting, desk.context, item, minute)


def minute_at_hand(desk: MeetingDesk, item_id: str, minute_id: str = "") -> Minute:
    """The stored minute, or what the item's will be once it is begun."""
    meeting = desk.meeting
    stored = meeting.minute(minute_id) or (meeting.minute_of(item_id) if item_id else None)
    if stored is not None:
        return stored
    item = meeting.item(item_id)
    return Minute(id=item_id, title=item.title if item else "", items=(item_id,))


def put_usual(desk: MeetingDesk, item_id: str, words: Usual) -> None:
    """Puts the words behind what the item's minute has."""
    minute = desk.start_minute(item_id)
    gap = "\n" if minute.text.strip() else ""
    desk.edit(minute.id, f"{minute.text.rstrip()}{gap}{words.text}")

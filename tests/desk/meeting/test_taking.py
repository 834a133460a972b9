"""Items as a meeting takes them: the order is kept, and so is what the meeting is on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk.desk.meeting import taking
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register import adding
from clerk.domain.committees import CommitteeKind
from clerk.errors import ClerkError, InputError, RefusedError
from clerk.writers.text import as_text
from tests.desk.builders import APRIL, called, council, office_in
from tests.hostile import WORDS

SIX = tuple(f"B{n} Business {n}" for n in range(1, 7))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body, APRIL, *SIX)) as desk:
        yield desk


def item(desk: MeetingDesk, number: int) -> str:
    return desk.meeting.items[number - 1].id


def typed(desk: MeetingDesk, number: int, words: str = "Words.") -> None:
    """The first words of an item are typed."""
    desk.edit(taking.begin(desk, item(desk, number)).id, words)


def order(desk: MeetingDesk) -> str:
    """The numbers of the items in the order in which their minutes stand."""
    refs = {each.id: each.ref for each in desk.meeting.items}
    return " ".join("+".join(refs[i] for i in minute.items) for minute in desk.meeting.minutes)


def printed(desk: MeetingDesk) -> str:
    return as_text(desk.record())


def test_an_item_taken_early_stands_where_it_was_taken_and_the_rest_follows_it(
    desk: MeetingDesk,
) -> None:
    typed(desk, 1)
    taking.take_now(desk, item(desk, 5))
    typed(desk, 5)
    assert taking.next_business(desk) == item(desk, 2), "the meeting goes back to what waits"
    for number in (2, 3, 4, 6):
        typed(desk, number)
    assert order(desk) == "B1 B5 B2 B3 B4 B6"
    assert "5. Business 4" in printed(desk)


def test_an_item_passed_over_and_minuted_late_stands_in_its_place(desk: MeetingDesk) -> None:
    for number in (1, 2, 4):
        typed(desk, number)
    typed(desk, 3)
    assert order(desk) == "B1 B2 B3 B4"
    assert desk.taken == item(desk, 4), "filling in is no change of what the meeting is on"
    assert desk.item_in_hand == item(desk, 4), "nor of what an act said now is about"


def test_what_the_meeting_is_on_survives_a_kill(desk: MeetingDesk) -> None:
    typed(desk, 1)
    taking.take_now(desk, item(desk, 5))
    path, root = desk.path, desk.office.home.root
    desk.close()  # a kill leaves the journal as it is
    with MeetingDesk(office_in(root), path) as again:
        assert again.taken == again.meeting.items[4].id
        typed(again, 5)
        typed(again, 2)
        assert order(again) == "B1 B5 B2"


def test_an_item_taken_again_keeps_its_place_and_the_next_goes_on_from_the_last(
    desk: MeetingDesk,
) -> None:
    for number in (1, 2, 3):
        typed(desk, number)
    taking.take_now(desk, item(desk, 1))
    typed(desk, 4)
    assert order(desk) == "B1 B2 B3 B4"


def test_the_order_taken_can_be_put_right(desk: MeetingDesk) -> None:
    for number in (1, 2, 3):
        typed(desk, number)
    third = desk.meeting.minutes[2].id
    taking.move_minute(desk, third, earlier=True)
    assert order(desk) == "B1 B3 B2"
    taking.move_minute(desk, third, earlier=False)
    taking.move_minute(desk, third, earlier=False)
    assert order(desk) == "B1 B2 B3"


def test_two_items_have_one_minute_and_can_be_parted(desk: MeetingDesk) -> None:
    typed(desk, 2, "Both were taken.")
    taking.take_together(desk, item(desk, 2), (item(desk, 3),))
    assert order(desk) == "B2+B3"
    assert "Business 2 and Business 3 (Items B2 and B3)" in " ".join(printed(desk).split())
    taking.take_apart(desk, item(desk, 3))
    assert order(desk) == "B2"
    assert desk.meeting.minutes[0].title == "Business 2"


def test_items_with_words_of_their_own_are_not_thrown_together(desk: MeetingDesk) -> None:
    typed(desk, 2)
    typed(desk, 3)
    with pytest.raises(RefusedError, match="words in a minute of its own"):
        taking.take_together(desk, item(desk, 2), (item(desk, 3),))
    assert order(desk) == "B2 B3"


def test_an_urgent_item_needs_its_reason_and_the_minutes_state_it(desk: MeetingDesk) -> None:
    typed(desk, 2)
    with pytest.raises(InputError, match="special circumstances"):
        taking.add_urgent(desk, "The bridge at Harbourne", "  ")
    added = taking.add_urgent(
        desk, "The bridge at Harbourne", "it was closed on Monday.", behind=item(desk, 2)
    )
    assert [each.title for each in desk.meeting.items][2] == "The bridge at Harbourne"
    desk.edit(taking.begin(desk, added.id).id, "Noted.")
    assert "by reason of special circumstances: it was closed on Monday)" in printed(desk)
    assert not [found for found in desk.findings() if "urgent" in found]


def _of_kind(office: Office, kind: CommitteeKind) -> MeetingDesk:
    body = adding.add_committee(office, f"A {kind}", kind=kind)
    return MeetingDesk(office, called(office, body, APRIL, *SIX))


def test_a_parish_cannot_take_urgent_business_and_is_told_why(tmp_path: Path) -> None:
    office, _ = council(tmp_path)
    with _of_kind(office, "parish") as desk:
        with pytest.raises(RefusedError, match=r"Sch 12 para 10\(2\)\(b\)"):
            taking.add_urgent(desk, "A broken swing", "a child might fall")
        assert len(desk.meeting.items) == 6
    with _of_kind(office, "executive") as desk:
        taking.add_urgent(desk, "A broken swing", "a child might fall")


def test_a_deferred_item_stays_on_the_agenda_and_can_stand_again(desk: MeetingDesk) -> None:
    taking.defer_item(desk, item(desk, 2))
    assert [each.state for each in desk.meeting.items[:3]] == ["listed", "deferred", "listed"]
    assert taking.waiting(desk, item(desk, 4)) == (item(desk, 1), item(desk, 3))
    taking.defer_item(desk, item(desk, 2))
    assert {each.state for each in desk.meeting.items} == {"listed"}


def sections(desk: MeetingDesk) -> list[tuple[str, str]]:
    """Each item's reference with the heading that it stands under."""
    titles = {section.id: section.title for section in desk.meeting.sections}
    return [(each.ref, titles.get(each.section, "")) for each in desk.meeting.items[:4]]


def test_headings_are_put_above_items_renamed_and_taken_away(desk: MeetingDesk) -> None:
    taking.set_heading(desk, item(desk, 1), "Opening", "A")
    taking.set_heading(desk, item(desk, 3), "Decisions", "B")
    assert [title for _, title in sections(desk)] == [
        "Opening",
        "Opening",
        "Decisions",
        "Decisions",
    ]
    assert [each.title for each in desk.meeting.sections] == ["Opening", "Decisions"]
    taking.set_heading(desk, item(desk, 3), "Matters for decision")
    assert sections(desk)[2] == ("B3", "Matters for decision")
    taking.set_heading(desk, item(desk, 3), " ")
    assert sections(desk)[3] == ("B4", "Opening")
    desk.undo()
    assert sections(desk)[3] == ("B4", "Matters for decision")


def test_hostile_words_are_kept_as_words_or_refused_in_a_sentence(desk: MeetingDesk) -> None:
    for words in WORDS.values():
        for deed in (
            lambda words=words: taking.add_urgent(desk, words, words, ref=words),
            lambda words=words: taking.set_heading(desk, item(desk, 2), words, words),
        ):
            try:
                deed()
            except ClerkError as error:
                assert str(error).endswith((".", "?"))
    typed(desk, 1)
    assert "\x1b" not in printed(desk)

"""The journal of keystrokes: what was typed is there after any end of the program."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.errors import StorageError
from clerk.store.journal import Began, Journal, Place, Stroke, read_journal
from tests.systems import private_modes


def test_no_journal_is_nothing_to_recover(tmp_path: Path) -> None:
    found = read_journal(tmp_path / "none.keys")
    assert (found.unsaved, found.place, found.torn) == ((), None, False)


def test_a_stroke_is_on_disk_before_the_journal_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "meeting.keys"
    journal = Journal(path)
    journal.write(Began(minute="m", text="Mrs Bell"))
    journal.write(Stroke(minute="m", at=8, removed=0, inserted=" spoke.", cursor=15))
    found = read_journal(path)
    assert [(unsaved.saved, unsaved.typed) for unsaved in found.unsaved] == [
        ("Mrs Bell", "Mrs Bell spoke.")
    ]
    assert found.place == Place(minute="m", cursor=15)
    journal.close()


def test_a_restarted_journal_remembers_the_place_alone(tmp_path: Path) -> None:
    path = tmp_path / "meeting.keys"
    journal = Journal(path)
    journal.write(
        Began(minute="m", text=""), Stroke(minute="m", at=0, removed=0, inserted="a", cursor=1)
    )
    journal.restart(Place(minute="m", cursor=1))
    journal.close()
    found = read_journal(path)
    assert (found.unsaved, found.place) == ((), Place(minute="m", cursor=1))


@private_modes
def test_the_journal_is_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal" / "meeting.keys"
    journal = Journal(path)
    journal.write(Place(minute="m", cursor=0))
    journal.close()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_cut_off_anywhere_it_gives_every_whole_stroke_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "meeting.keys"
    journal = Journal(path)
    journal.write(Began(minute="m", text=""))
    for at, letter in enumerate("Resolved – that"):
        journal.write(Stroke(minute="m", at=at, removed=0, inserted=letter, cursor=at + 1))
    journal.close()
    content = path.read_bytes()
    ends = [at + 1 for at, byte in enumerate(content) if byte == ord("\n")]
    for length in range(len(content)):
        path.write_bytes(content[:length])
        found = read_journal(path)
        whole = sum(end <= length for end in ends)
        typed = found.unsaved[0].typed if found.unsaved else ""
        assert typed == "Resolved – that"[: max(0, whole - 1)]
        assert found.torn == (length not in (0, *ends))


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=12),
    flip=st.integers(min_value=0, max_value=10_000),
)
def test_a_flipped_byte_never_gives_words_that_nobody_typed(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], flip: int
) -> None:
    path = tmp_path_factory.mktemp("journal") / "meeting.keys"
    journal = Journal(path)
    journal.write(Began(minute="m", text=""))
    before = ""
    for text in texts:
        journal.write(Stroke(minute="m", at=0, removed=len(before), inserted=text, cursor=0))
        before = text
    journal.close()
    content = bytearray(path.read_bytes())
    content[flip % len(content)] ^= 1 << (flip % 8)
    path.write_bytes(bytes(content))
    found = read_journal(path)
    assert all(unsaved.typed in ("", *texts) for unsaved in found.unsaved)


def test_a_disk_that_refuses_is_said_and_the_next_stroke_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "meeting.keys")
    journal.write(Began(minute="m", text=""))
    real = os.write

    def full(handle: int, content: bytes) -> int:
        real(handle, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(StorageError, match="disk is full"):
        journal.write(Stroke(minute="m", at=0, removed=0, inserted="a", cursor=1))
    monkeypatch.setattr(os, "write", real)
    journal.write(Stroke(minute="m", at=0, removed=0, inserted="lost its ground", cursor=1))
    journal.write(Began(minute="m", text=""))
    journal.write(Stroke(minute="m", at=0, removed=0, inserted="ab", cursor=1))
    journal.close()
    assert read_journal(tmp_path / "meeting.keys").unsaved[0].typed == "ab"

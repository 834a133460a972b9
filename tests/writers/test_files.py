"""A file is written whole or not at all, and what stands in the way is said in one sentence."""

import errno
import os
from pathlib import Path

import pytest

from clerk.errors import ClerkError, InputError, StorageError
from clerk.writers.files import write_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"old")
    write_whole(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_export_left_does_not_stay_beside_the_next(tmp_path: Path) -> None:
    left, fresh, other = (tmp_path / f".clerk-{name}.tmp" for name in ("0" * 12, "1" * 12, "mine"))
    for each in (left, fresh, other):
        each.write_bytes(b"half a record")
    os.utime(left, (0, 0))
    os.utime(other, (0, 0))
    write_whole(b"whole", tmp_path / "minutes.docx")
    assert sorted(tmp_path.iterdir()) == [fresh, other, tmp_path / "minutes.docx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no folder “.*none”; make it"):
        write_whole(b"new", tmp_path / "none" / "minutes.docx")


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder; give a file name inside it"):
        write_whole(b"new", tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name here")
def test_a_device_or_a_pipe_is_not_replaced_by_a_document(tmp_path: Path) -> None:
    pipe = tmp_path / "minutes.docx"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="is no ordinary file; save under another name"):
        write_whole(b"new", pipe)
    assert pipe.is_fifo()


def test_what_is_written_counts_as_written_where_a_rest_cannot_be_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse(monkeypatch, "unlink", errno.EIO)
    write_whole(b"new", tmp_path / "minutes.docx")
    assert (tmp_path / "minutes.docx").read_bytes() == b"new"


def test_a_file_that_word_holds_open_is_left_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"old")
    _refuse(monkeypatch, "replace", errno.EACCES)
    with pytest.raises(InputError, match=r"“minutes\.docx” is open in Word; close it there, or"):
        write_whole(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("step", "number", "kind", "words"),
    [
        ("open", errno.EACCES, StorageError, "is read-only; save in another folder"),
        ("open", errno.EROFS, StorageError, "is read-only; save in another folder"),
        ("open", errno.ENOSPC, StorageError, "is full; nothing was written"),
        ("replace", errno.ENOSPC, StorageError, "is full; nothing was written"),
        ("replace", errno.EIO, StorageError, "could not be written"),
        ("replace", errno.ENAMETOOLONG, InputError, "cannot be a file name here"),
    ],
)
def test_a_disk_that_refuses_is_told_in_one_sentence_and_the_old_file_stands(
    step: str,
    number: int,
    kind: type[ClerkError],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "minutes.docx"
    target.write_bytes(b"old")
    with monkeypatch.context() as patched:
        _refuse(patched, step, number)
        with pytest.raises(kind, match=words):
            write_whole(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_that_fills_half_way_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="is full"):
        write_whole(b"new", tmp_path / "minutes.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["m" * 300, "minutes\0.docx", "minutes\ud800.docx"])
def test_a_name_that_no_file_can_have_is_refused_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="save under a shorter, plainer name"):
        write_whole(b"new", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def _refuse(patch: pytest.MonkeyPatch, step: str, number: int) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    patch.setattr(Path, step, refused)

"""What is stored comes back, privately, in files that anybody's reader opens."""

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from clerk.errors import ChangedElsewhereError, DamagedError, StorageError
from clerk.store import atomic, sealed
from clerk.store.files import Stored, is_stored, peek, read_file, write_file
from clerk.store.storage import DurableStorage

STATE: dict[str, Any] = {"title": "Café [bold]x[/] \u202e\u2028", "items": [{"n": 1}, {"n": None}]}
ACTS = [{"id": "a1", "act": {"type": "arrive"}}, {"id": "a2", "act": {"type": "depart"}}]


def test_a_meeting_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    saved = _create(tmp_path)
    found = read_file(saved.path, "meeting")
    assert (found.state, found.base, list(found.acts)) == (STATE, {"from": 0}, ACTS)
    assert peek(saved.path) == found.header == saved.header


def test_stock_tinydb_and_any_json_reader_see_the_same_documents(tmp_path: Path) -> None:
    saved = _create(tmp_path)
    with TinyDB(saved.path, access_mode="r", encoding="utf-8") as stock:
        assert stock.table("state").all() == [STATE]
        assert stock.table("base").all() == [{"from": 0}]
        assert stock.table("acts").all() == ACTS
    plain = json.loads(saved.path.read_text(encoding="utf-8"))
    assert plain["acts"] == {"1": ACTS[0], "2": ACTS[1]}
    assert plain["_clerk"]["1"]["generation"] == 1


def test_our_storage_serves_tinydb_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "motions.json"
    with TinyDB(path, "motions", storage=DurableStorage) as database:
        assert database.all() == []
        database.insert({"mover": "Kite"})
        database.update({"seconder": "Wren"})
        database.drop_tables()
        database.insert({"mover": "Frost"})
    with TinyDB(path, "motions", storage=DurableStorage) as database:
        assert database.all() == [{"mover": "Frost"}]
    assert peek(path).generation == 4


def test_the_first_line_says_what_the_file_is_and_each_document_has_a_line(tmp_path: Path) -> None:
    lines = _create(tmp_path).path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith('{"_clerk": {"1": {"format": 1, "kind": "meeting", "generation": 1')
    assert [line[:5] for line in lines if line.startswith('"1"')] == ['"1": '] * 3
    assert len(lines) == 13 and lines[-1] == ""


def test_the_same_content_has_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    one, other = _create(tmp_path / "one"), _create(tmp_path / "other")
    assert one.path.read_bytes() == other.path.read_bytes()


def test_the_order_in_which_people_were_entered_is_kept(tmp_path: Path) -> None:
    people = {"f3": "Wren", "0a": "Kite", "c1": "Frost"}
    path = tmp_path / "register.json"
    write_file(path, "register", base=None, state=people, acts=[], expected=None)
    state = read_file(path, "register").state
    assert state is not None and list(state.items()) == list(people.items())


def test_saving_without_a_change_writes_nothing(tmp_path: Path) -> None:
    saved = _create(tmp_path)
    before = saved.path.stat()
    assert _save(saved, STATE) == saved
    after = saved.path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not atomic.previous(saved.path).exists()


def test_each_save_keeps_the_generation_before_it(tmp_path: Path) -> None:
    first = _create(tmp_path)
    content = first.path.read_bytes()
    second = _save(first, {"title": "Changed"})
    assert second.generation == 2
    assert atomic.previous(first.path).read_bytes() == content
    third = _save(second, {"title": "Again"})
    assert third.generation == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["meeting.json", "meeting.json.prev"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_files_are_for_the_user_alone_until_shared_and_then_stay_shared(tmp_path: Path) -> None:
    saved = _create(tmp_path / "new")
    assert _mode(saved.path) == 0o600 and _mode(saved.path.parent) == 0o700
    later = _save(saved, {"title": "Changed"})
    assert _mode(later.path) == _mode(atomic.previous(later.path)) == 0o600
    later.path.chmod(0o660)
    assert _mode(_save(later, {"title": "Again"}).path) == 0o660


def test_a_file_saved_by_a_colleague_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    ours = _create(tmp_path)
    theirs = _save(ours, {"title": "Theirs"})
    with pytest.raises(ChangedElsewhereError, match="now it is generation 2"):
        _save(ours, {"title": "Ours"})
    assert read_file(ours.path, "meeting").header == theirs.header


def test_a_file_edited_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    ours = _create(tmp_path)
    edited = ours.path.read_bytes().replace(b"arrive", b"depart")
    ours.path.write_bytes(edited)
    with pytest.raises(ChangedElsewhereError, match="fails its checksum"):
        _save(ours, {"title": "Ours"})
    assert ours.path.read_bytes() == edited
    with pytest.raises(DamagedError, match="no sound generation"):
        read_file(ours.path, "meeting")


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    saved = _create(tmp_path)
    with pytest.raises(ChangedElsewhereError, match="is there already"):
        _create(tmp_path)
    saved.path.replace(atomic.previous(saved.path))
    with pytest.raises(DamagedError, match="one of that name is missing"):
        _create(tmp_path)


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_missing_or_empty_file_is_damage_and_no_empty_council(tmp_path: Path, lost: Any) -> None:
    saved = _save(_create(tmp_path), {"title": "Second"})
    lost(saved.path)
    assert is_stored(saved.path)
    with pytest.raises(DamagedError, match=r"is sound \(meeting.json.prev, generation 1\)"):
        read_file(saved.path, "meeting")
    with pytest.raises(DamagedError):
        _save(saved, {"title": "Third"})
    with (
        TinyDB(saved.path, "meeting", storage=DurableStorage) as database,
        pytest.raises(DamagedError),
    ):
        database.insert({"title": "Third"})


def test_a_file_that_never_was_is_said_to_be_missing(tmp_path: Path) -> None:
    assert not is_stored(tmp_path / "register.json")
    with pytest.raises(DamagedError, match="is missing"):
        read_file(tmp_path / "register.json", "register")


def test_a_register_is_not_taken_for_a_meeting(tmp_path: Path) -> None:
    saved = _create(tmp_path)
    with pytest.raises(DamagedError, match="is a meeting and not a register"):
        read_file(saved.path, "register")


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n\0\xff", b"[]", b"{}\n", b'{"_clerk": {"1": 3}},\n}', b"\xff\xfe{\0",
     b'{"_clerk": {"1": ' + b"[" * 5000 + b"},\n", b"no line end " * 900],
)  # fmt: skip
def test_what_is_no_file_of_clerks_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "meeting.json"
    path.write_bytes(content)
    for open_ in (peek, lambda path: read_file(path, "meeting")):
        with pytest.raises(DamagedError, match="does not begin as a file of Clerk's"):
            open_(path)
    assert path.read_bytes() == content


def test_a_file_of_a_newer_release_is_read_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(sealed, "FORMAT", 2)
        saved = _create(tmp_path)
    found = read_file(saved.path, "meeting")
    assert found.read_only and found.state == STATE
    with pytest.raises(StorageError, match="written by a newer release"):
        _save(found, {"title": "Ours"})
    assert read_file(saved.path, "meeting") == found


@pytest.mark.parametrize("text", ["\ud800", "a\udcffb"])
def test_half_a_character_is_refused_and_the_file_stands(tmp_path: Path, text: str) -> None:
    saved = _create(tmp_path)
    with pytest.raises(StorageError, match="holds what no file can hold"):
        _save(saved, {"title": text})
    assert read_file(saved.path, "meeting").header == saved.header


def test_a_folder_in_place_of_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "meeting.json").mkdir()
    with pytest.raises(StorageError, match="a folder stands where the file should"):
        read_file(tmp_path / "meeting.json", "meeting")


def test_a_file_in_place_of_a_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "meetings").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="a file stands where a folder should"):
        _create(tmp_path / "meetings" / "cabinet")


def test_a_scanner_that_holds_the_file_for_a_moment_does_not_stop_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = _create(tmp_path)
    real, refused = atomic._moved, [PermissionError(errno.EACCES, "in use")] * 2

    def replace(source: Path, target: Path) -> None:
        if refused:
            raise refused.pop()
        real(source, target)

    monkeypatch.setattr(atomic, "_moved", replace)
    assert _save(saved, {"title": "Changed"}).generation == 2
    assert refused == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("way", ["one disk", "another disk"])
def test_a_file_that_is_a_link_is_saved_where_it_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Else the copy that a colleague or a sync service looks at stays as it was, for good."""
    saved = _create(tmp_path / "shared")
    here = tmp_path / "home" / "meeting.json"
    here.parent.mkdir()
    here.symlink_to(saved.path)
    first = saved.path.read_bytes()
    if way == "another disk":
        monkeypatch.setattr(os, "link", _refuse_link)
    second = _save(read_file(here, "meeting"), {"title": "Changed"})
    assert here.is_symlink()
    assert read_file(saved.path, "meeting").state == {"title": "Changed"}
    assert atomic.previous(here).read_bytes() == first
    kept = atomic.keep(here, here.with_name("kept"))
    atomic.put(here, first)
    assert (kept.read_bytes(), saved.path.read_bytes()) == (second.content, first)
    atomic.put_back(here, second.content)
    atomic.forget_previous(here)
    assert saved.path.read_bytes() == atomic.previous(here).read_bytes() == second.content
    assert here.is_symlink()
    left = [each.name for each in tmp_path.rglob("*") if each.suffix == ".tmp"]
    assert left == []


def test_a_disk_without_hard_links_keeps_the_previous_generation_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _refuse_link)
    saved = _create(tmp_path)
    content = saved.path.read_bytes()
    _save(saved, {"title": "Changed"})
    assert atomic.previous(saved.path).read_bytes() == content
    with pytest.raises(ChangedElsewhereError, match="is there already"):
        _create(tmp_path)


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), _JSON, max_size=3), max_size=3))
def test_any_text_comes_back_and_plain_json_reads_it(acts: dict[str, dict[str, Any]]) -> None:
    tables = {"acts": acts}
    header, content = sealed.seal(sealed.body(tables), "meeting", 7)
    assert sealed.proved(content) == header
    assert sealed.tables(content) == tables
    assert json.loads(content)["acts"] == acts
    assert content.count(b"\n") == 4 + len(acts) + (not acts)
    assert msgspec.json.decode(content)["_clerk"]["1"]["generation"] == 7


def _refuse_link(*_: Path) -> None:
    raise OSError(errno.ENOTSUP, "not supported")


def _create(folder: Path) -> Stored:
    path = folder / "meeting.json"
    return write_file(path, "meeting", base={"from": 0}, state=STATE, acts=ACTS, expected=None)


def _save(old: Stored, state: dict[str, Any] | None) -> Stored:
    return write_file(old.path, old.kind, base={"from": 0}, state=state, acts=ACTS, expected=old)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)

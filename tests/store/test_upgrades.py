"""A file of an older format is read as one of this, and kept as it was when it is first saved."""

from pathlib import Path
from typing import Any

import pytest

from clerk.errors import DamagedError
from clerk.store import sealed, upgrades
from clerk.store.atomic import previous
from clerk.store.files import Stored, read_file, write_file
from clerk.store.sealed import Tables
from clerk.store.upgrades import Step, kept_copy


def test_the_shipped_table_is_empty_because_the_format_has_been_one_from_the_start() -> None:
    assert upgrades.STEPS == {} and sealed.FORMAT == 1


def test_an_older_file_is_upgraded_in_memory_and_on_disk_only_when_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _old_file(tmp_path, monkeypatch)
    before = path.read_bytes()
    found = read_file(path, "meeting")
    assert found.state == {"title": "Verges"} and found.format == 0 and not found.read_only
    assert path.read_bytes() == before, "reading wrote"
    saved = _save(found, {"title": "Hedges"})
    assert (saved.format, saved.generation) == (1, 2)
    assert read_file(path, "meeting").state == {"title": "Hedges"}
    assert kept_copy(path, 0).read_bytes() == before
    _save(saved, {"title": "Ditches"})
    assert kept_copy(path, 0).read_bytes() == before, "the copy outlives the previous generation"
    assert previous(path).read_bytes() != before


def test_a_second_file_of_the_old_format_gets_a_kept_copy_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _old_file(tmp_path, monkeypatch)
    _save(read_file(path, "meeting"), {"title": "Hedges"})
    path.write_bytes(_old_bytes("Kerbs"))
    _save(read_file(path, "meeting"), {"title": "Ditches"})
    assert len(list(tmp_path.glob("*.format-0*"))) == 2


def test_a_file_for_which_there_is_no_step_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2026-09-03.json"
    path.write_bytes(_old_bytes("Verges"))
    with pytest.raises(DamagedError, match="is of format 0, which this Clerk cannot read"):
        read_file(path, "meeting")
    assert path.read_bytes() == _old_bytes("Verges")


def test_a_file_that_does_not_hold_what_a_step_expects_is_said_to_be_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _old_file(tmp_path, monkeypatch)
    monkeypatch.setattr(upgrades, "STEPS", {"meeting": (Step(before=0, change=_wants_more),)})
    with pytest.raises(DamagedError, match="does not hold what format 0 should"):
        read_file(path, "meeting")


def _old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a made-up format 0, in which a title was called a heading."""
    monkeypatch.setattr(upgrades, "STEPS", {"meeting": (Step(before=0, change=_renamed),)})
    path = folder / "2026-09-03.json"
    path.write_bytes(_old_bytes("Verges"))
    return path


def _old_bytes(heading: str) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "FORMAT", 0)
        body = sealed.body({"state": {"1": {"heading": heading}}, "acts": {}})
        return sealed.seal(body, "meeting", 1)[1]


def _renamed(tables: Tables) -> Tables:
    state = {number: {"title": each["heading"]} for number, each in tables["state"].items()}
    return {**tables, "state": state}


def _wants_more(tables: Tables) -> Tables:
    return {"state": tables["no such table"]}


def _save(old: Stored, state: dict[str, Any]) -> Stored:
    acts = read_file(old.path, old.kind).acts
    return write_file(old.path, old.kind, base=None, state=state, acts=acts, expected=old)

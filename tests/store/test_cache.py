"""A cache is never in the way: lost, damaged, locked or refused, what it held is made again."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from clerk.paths import Home
from clerk.store.cache import Cache
from clerk.store.cache_marks import Known, is_settled, mark_of, read_state, still_holds
from clerk.store.files import Stored, write_file
from tests.systems import private_modes

_SCHEMA = "CREATE TABLE word (word TEXT)"
HOUR = 3_600_000_000_000


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    _put(_cache(tmp_path), "ferry")
    assert _words(_cache(tmp_path)) == ["ferry"]


@private_modes
def test_a_cache_is_for_the_user_alone(tmp_path: Path) -> None:
    cache = _cache(tmp_path)
    _put(cache, "ferry")
    cache.clock_ns()
    for path in (tmp_path / "cache").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def test_work_that_fails_leaves_nothing_half_done(tmp_path: Path) -> None:
    cache = _cache(tmp_path)

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO word VALUES ('half')")
        raise KeyError

    with pytest.raises(KeyError):
        cache.use(fail, write=True)
    assert _words(cache) == []


@pytest.mark.parametrize("content", [b"no database at all, and longer than its first line", b"x"])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    cache = _cache(tmp_path)
    _put(cache, "ferry")
    cache.path.write_bytes(content)
    assert _words(cache) == []
    _put(cache, "weir")
    assert _words(_cache(tmp_path)) == ["weir"]


def test_tables_that_another_hand_took_away_are_made_again(tmp_path: Path) -> None:
    cache = _cache(tmp_path)
    cache.use(lambda connection: connection.execute("DROP TABLE word"), write=True)
    _put(cache, "weir")
    assert _words(cache) == ["weir"]


def test_another_form_begins_its_own_and_clears_the_old_one_away(tmp_path: Path) -> None:
    _put(_cache(tmp_path), "ferry")
    newer = Cache(Home(tmp_path), "words", _SCHEMA, 2)
    assert _words(newer) == []
    assert [path.name for path in (tmp_path / "cache").glob("*.sqlite")] == [newer.path.name]


def test_where_nothing_can_be_written_it_lives_as_long_as_the_program(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the folder's place")
    cache = _cache(tmp_path)
    _put(cache, "ferry")
    assert _words(cache) == ["ferry"]
    assert cache.clock_ns() == 0
    assert _words(_cache(tmp_path)) == []


def test_a_cache_that_another_holds_for_long_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = _cache(tmp_path)
    _put(cache, "ferry")
    monkeypatch.setattr("clerk.store.cache._WAIT", 0.01)
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    _put(cache, "weir")
    assert _words(cache) == ["weir"]
    other.execute("ROLLBACK")
    other.close()
    assert _words(_cache(tmp_path)) == ["ferry"]


def test_a_mark_changes_with_every_save(tmp_path: Path) -> None:
    stored, marks = _stored(tmp_path / "a.json"), set()
    for number in range(30):
        marks.add(mark_of(stored.path))
        stored = _saved(stored, number)
        assert mark_of(stored.path) not in marks or not is_settled(
            mark_of(stored.path), _now(tmp_path)
        )


def test_a_file_is_looked_into_again_while_its_clock_may_stand_still(tmp_path: Path) -> None:
    path = _stored(tmp_path / "a.json").path
    known = read_state(path, _now(tmp_path)).known
    assert not known.settled
    assert still_holds(path, known.mark, known, _now(tmp_path) + HOUR) == known._replace(
        settled=True
    )


def test_a_save_that_leaves_the_mark_as_it_was_is_found_by_the_first_line(tmp_path: Path) -> None:
    stored = _stored(tmp_path / "a.json")
    known = read_state(stored.path, _now(tmp_path)).known
    _saved(stored, 1)
    same = known._replace(mark=mark_of(stored.path))
    assert still_holds(stored.path, same.mark, same, _now(tmp_path)) is None


def test_a_file_that_was_only_touched_still_holds(tmp_path: Path) -> None:
    path = _stored(tmp_path / "a.json").path
    known = read_state(path, _now(tmp_path) + HOUR).known
    os.utime(path, ns=(0, 0))
    now = still_holds(path, mark_of(path), known, _now(tmp_path) + HOUR)
    assert now == known._replace(mark=mark_of(path))


@pytest.mark.parametrize("fault", ["missing", "damaged", "another"])
def test_what_is_no_longer_the_file_does_not_hold(tmp_path: Path, fault: str) -> None:
    stored = _stored(tmp_path / "a.json")
    known: Known = read_state(stored.path, _now(tmp_path) + HOUR).known
    if fault == "missing":
        stored.path.unlink()
    elif fault == "damaged":
        stored.path.write_bytes(stored.path.read_bytes().replace(b"ferry", b"berry"))
    else:
        _saved(stored, 1)
    assert still_holds(stored.path, mark_of(stored.path), known, _now(tmp_path)) is None


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = _stored(tmp_path / "a.json").path
    assert read_state(path, 0).state == b'{"title":"ferry"}'


def _cache(folder: Path) -> Cache:
    return Cache(Home(folder), "words", _SCHEMA, 1)


def _put(cache: Cache, word: str) -> None:
    cache.use(lambda found: found.execute("INSERT INTO word VALUES (?)", (word,)), write=True)


def _words(cache: Cache) -> list[str]:
    rows = cache.use(lambda found: found.execute("SELECT word FROM word").fetchall())
    return [word for (word,) in rows]


def _stored(path: Path) -> Stored:
    state = {"title": "ferry"}
    return write_file(path, "meeting", base=None, state=state, acts=(), expected=None)


def _saved(stored: Stored, number: int) -> Stored:
    return write_file(
        stored.path, "meeting", base=None, state={"n": number}, acts=(), expected=stored
    )


def _now(folder: Path) -> int:
    return _cache(folder).clock_ns()

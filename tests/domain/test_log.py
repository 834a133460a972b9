"""Undo and redo by folding: nothing is lost, and nothing else is touched."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.log import Entry, Redone, Undone, fold, standing

Word = str | Undone | Redone
AT = dt.datetime(2012, 4, 26, tzinfo=dt.UTC)
STEPS = st.lists(st.one_of(st.sampled_from("abc"), st.sampled_from(["undo", "redo"])), max_size=30)


def add(state: str, act: Word) -> str:
    assert isinstance(act, str)
    return state + act


def entries(acts: Sequence[Word]) -> list[Entry[Word]]:
    return [Entry(id=str(at), at=AT, act=act) for at, act in enumerate(acts)]


def undo(done: list[Entry[Word]]) -> list[Entry[Word]]:
    last = standing(done)[-1]
    return [*done, Entry(id=str(len(done)), at=AT, act=Undone(entry=last.id))]


@given(st.text("abc", max_size=12))
def test_undoing_every_act_leaves_what_there_was_at_first(acts: str) -> None:
    done = entries(list(acts))
    while standing(done):
        done = undo(done)
    assert fold("base", done, add) == "base"


@given(st.text("abc", min_size=1, max_size=12))
def test_redo_after_undo_gives_the_same(acts: str) -> None:
    done = entries(list(acts))
    last = standing(done)[-1]
    redone: Entry[Word] = Entry(id="again", at=AT, act=Redone(entry=last.id))
    again = [*undo(done), redone]
    assert fold("", again, add) == fold("", done, add)


@given(STEPS)
def test_the_state_is_always_that_of_the_acts_an_editor_would_have(steps: list[str]) -> None:
    done: list[Entry[Word]] = []
    undone: list[Entry[Word]] = []
    model: list[str] = []
    for at, step in enumerate(steps):
        made = f"step {at}"
        if step == "undo" and standing(done):
            last = standing(done)[-1]
            undone.append(last)
            model.pop()
            done.append(Entry(id=made, at=AT, act=Undone(entry=last.id)))
        elif step == "redo" and undone:
            again = undone.pop()
            assert isinstance(again.act, str)
            model.append(again.act)
            done.append(Entry(id=made, at=AT, act=Redone(entry=again.id)))
        elif step in "abc":
            undone.clear()
            model.append(step)
            done.append(Entry(id=made, at=AT, act=step))
        assert fold("", done, add) == "".join(model)


@given(st.text("abc", min_size=2, max_size=12))
def test_undoing_the_last_act_never_touches_the_earlier_ones(acts: str) -> None:
    done = entries(list(acts))
    assert fold("", undo(done), add) == acts[:-1]

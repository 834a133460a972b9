"""Forms that were begun: a motion typed while it is moved outlives a kill, and no ordinary day."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.desk.unfinished import FormName, Unfinished
from clerk.store.lock import MeetingLock

MOTION = FormName.of("Motion", ["", ""])
OTHER = FormName.of("Amendment", [""])
JOURNAL = "journal/forms.typed"


def session(home: Path) -> Unfinished:
    """As an app that starts."""

    def lock(path: Path) -> MeetingLock:
        return MeetingLock(path, "Clerk", "here", dt.datetime(2026, 11, 26, tzinfo=dt.UTC))

    return Unfinished(home / JOURNAL, lock)


def killed(unfinished: Unfinished) -> None:
    """As a kill leaves it: the lock's holder is dead, and nothing is open."""
    assert unfinished._lock is not None and unfinished._typing is not None
    unfinished._lock.release()
    unfinished._typing.close(left=False)


def test_a_motion_being_typed_when_clerk_is_killed_stands_in_its_form_again(tmp_path: Path) -> None:
    first = session(tmp_path)
    for end in range(1, 30):
        first.typed(MOTION, "words", "", "That the bridge be repaired at once"[:end])
    first.typed(MOTION, "mover", "", "Pell")
    killed(first)
    second = session(tmp_path)
    assert second.recover() == ("Motion",)
    assert second.begun(MOTION) == {"words": "That the bridge be repaired a", "mover": "Pell"}


def test_it_stands_in_the_form_though_its_time_of_day_is_another_by_now(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.typed(FormName.of("Motion", ["10.41"]), "words", "", "That it be so")
    killed(first)
    second = session(tmp_path)
    second.recover()
    later = FormName.of("Motion", ["10.44"])
    assert second.begun(later) == {"words": "That it be so"}
    second.done(later)
    killed(second)
    assert session(tmp_path).recover() == ()


def test_it_outlives_a_second_kill_before_the_form_was_opened(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.typed(MOTION, "words", "", "That it be so")
    killed(first)
    second = session(tmp_path)
    second.recover()
    killed(second)
    third = session(tmp_path)
    assert third.recover() == ("Motion",)
    assert third.begun(MOTION) == {"words": "That it be so"}


def test_what_was_left_or_done_is_on_no_disk_once_the_app_is_left(tmp_path: Path) -> None:
    unfinished = session(tmp_path)
    unfinished.typed(MOTION, "words", "", "zeal-of-a-secret")
    unfinished.typed(OTHER, "words", "", "zeal-of-another")
    unfinished.done(MOTION)
    journal = (tmp_path / JOURNAL).read_bytes()
    assert b"zeal-of-a-secret" not in journal and b"zeal-of-another" in journal
    assert unfinished.begun(OTHER) == {"words": "zeal-of-another"}
    unfinished.leave()
    assert not list((tmp_path / "journal").iterdir())


def test_words_that_turn_out_to_be_sensitive_leave_the_journal_at_that_moment(
    tmp_path: Path,
) -> None:
    unfinished = session(tmp_path)
    unfinished.typed(OTHER, "words", "", "That it be so")
    unfinished.typed(MOTION, "line", "", "doi pell zeal-of-a-secret")
    unfinished.typed(MOTION, "line", "", "doi pell zeal-of-a-secret sensitive", on_disk=False)
    journal = (tmp_path / JOURNAL).read_bytes()
    assert b"zeal-of-a-secret" not in journal and b"That it be so" in journal
    assert unfinished.begun(MOTION) == {"line": "doi pell zeal-of-a-secret sensitive"}


def test_leaving_the_app_in_the_middle_of_a_form_loses_none_of_it(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.typed(OTHER, "words", "", "left before")
    first.typed(MOTION, "words", "", "That it be")
    first.leave([MOTION])
    second = session(tmp_path)
    assert second.recover() == ("Motion",)
    assert second.begun(MOTION) == {"words": "That it be"}
    assert second.begun(OTHER) == {}


def test_words_typed_back_to_what_stood_there_are_nothing_begun(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.typed(MOTION, "mover", "Pell", "Pellx")
    first.typed(MOTION, "mover", "Pell", "Pell")
    killed(first)
    assert session(tmp_path).recover() == ()


def test_a_second_app_on_the_folder_keeps_its_own_in_memory(tmp_path: Path) -> None:
    first, second = session(tmp_path), session(tmp_path)
    first.typed(MOTION, "words", "", "of the first")
    second.typed(MOTION, "words", "", "of the second")
    assert second.begun(MOTION) == {"words": "of the second"}
    second.leave()
    killed(first)
    third = session(tmp_path)
    third.recover()
    assert third.begun(MOTION) == {"words": "of the first"}


def test_no_data_folder_is_made_for_it(tmp_path: Path) -> None:
    unfinished = session(tmp_path / "not-there")
    unfinished.typed(MOTION, "words", "", "That it be so")
    assert unfinished.begun(MOTION) == {"words": "That it be so"}
    assert not (tmp_path / "not-there").exists()


_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


@given(
    strokes=st.lists(
        st.tuples(st.sampled_from([MOTION, OTHER]), st.sampled_from(["a", "b"]), _TEXT), max_size=12
    )
)
def test_after_any_strokes_and_a_kill_each_form_has_what_it_had(
    strokes: list[tuple[FormName, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    first = session(home)
    for form, field, text in strokes:
        first.typed(form, field, "", text)
    had = {form: {f: t for f, t in first.begun(form).items() if t} for form in (MOTION, OTHER)}
    if first._lock is not None:
        killed(first)
    second = session(home)
    assert set(second.recover()) == {form.title for form, answers in had.items() if answers}
    assert {form: second.begun(form) for form in had} == had
    for form in had:
        second.done(form)
    second.leave()
    assert session(home).recover() == ()

"""What is typed into a form and not done yet: it stands there again when the form is next opened.

So for as long as the app is open. Each key is in a journal besides: after a kill, and where the app
is left in the middle of a form, the next session has it.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from clerk.desk.typing import Typing
from clerk.errors import StorageError
from clerk.store.lock import MeetingLock

_BETWEEN = "\x1f"
"""Between the parts of a name in the journal."""


class FormName(NamedTuple):
    """Which form: its title, and what it is about, which tells two of one title apart."""

    title: str
    about: str

    @classmethod
    def of(cls, title: str, values: Iterable[str]) -> "FormName":
        """The form that asks about these: they may be long, and each stroke names its form."""
        about = hashlib.sha256(_BETWEEN.join(values).encode(errors="surrogatepass"))
        return cls(title, about.hexdigest()[:16])


class Unfinished:
    """The forms that were begun. Raises nothing: where no journal can be had, memory has them.

    `path` is the journal; `lock` makes its lock: of two apps on one folder, the first has it.
    """

    def __init__(self, path: Path, lock: Callable[[Path], MeetingLock]) -> None:
        self._path = path
        self._new_lock = lock
        self._lock: MeetingLock | None = None
        self._typing: Typing | None = None
        self._refused = False
        self._answers: dict[FormName, dict[str, str]] = {}
        self._left: dict[FormName, dict[str, str]] = {}
        """What an earlier session left, until its form is opened."""
        self._written: dict[FormName, dict[str, tuple[str, str]]] = {}
        """What the journal has of each form: the names there, what stands of itself, what now."""

    def recover(self) -> tuple[str, ...]:
        """The titles of the forms that an earlier session was cut short in."""
        if not self._path.exists() or (typing := self._opened()) is None:
            return ()
        with suppress(StorageError):
            found = typing.left_behind()
            typing.begin(None)
            for unsaved in found.unsaved:
                *name, field = unsaved.minute.rsplit(_BETWEEN, 2)
                form = FormName(*name)
                self._left.setdefault(form, {})[field] = unsaved.typed
                self._write(typing, form, unsaved.minute, unsaved.saved, unsaved.typed)
        return tuple(dict.fromkeys(name.title for name in self._left))

    def begun(self, form: FormName) -> dict[str, str]:
        """What was typed into each field that was changed, by the field's id.

        What an earlier session left is given to the first form of its title: its times and days
        may be others by now.
        """
        if form not in self._answers and (former := self._former(form)) is not None:
            self._answers[form] = self._left.pop(former)
            written = self._written.pop(former)
            self._written.setdefault(form, {}).update(written)
        return dict(self._answers.get(form, {}))

    def typed(
        self, form: FormName, field: str, saved: str, text: str, *, on_disk: bool = True
    ) -> None:
        """Keeps what stands in a field now; `saved` is what stands there of itself.

        Not `on_disk`: in memory alone, since no file may have it before it is known what it is.
        """
        answers = self._answers.setdefault(form, {})
        if text == answers.get(field, saved):
            return
        answers[field] = text
        name = _BETWEEN.join((*form, field))
        if not on_disk:
            if self._written.get(form, {}).pop(name, None):
                self._write_anew()
        elif (typing := self._opened()) is not None:
            self._write(typing, form, name, saved, text)

    def done(self, form: FormName) -> None:
        """The form's deed is done, and its words leave the journal."""
        self._answers.pop(form, None)
        if self._written.pop(form, None):
            self._write_anew()

    def leave(self, still_open: Collection[FormName] = ()) -> None:
        """The app is left: only what was being typed at that moment waits for the next session."""
        for form in [*self._written]:
            if form not in still_open:
                self.done(form)
        self.cut_short()

    def cut_short(self) -> None:
        """The app is ended: all of it waits for the next session."""
        if self._typing is not None:
            self._typing.discard()
            self._typing = None
        if self._lock is not None:
            with suppress(StorageError):
                self._lock.release()
            self._lock = None

    def _write_anew(self) -> None:
        """What may stand in the journal no longer leaves it."""
        if self._typing is not None:
            self._typing.begin(None)
            for form, names in self._written.items():
                for name, (saved, text) in names.items():
                    self._write(self._typing, form, name, saved, text)

    def _write(self, typing: Typing, form: FormName, name: str, saved: str, text: str) -> None:
        self._written.setdefault(form, {})[name] = saved, text
        typing.typed(name, saved, text, len(text))

    def _former(self, form: FormName) -> FormName | None:
        if form in self._left:
            return form
        return next((name for name in reversed(self._left) if name.title == form.title), None)

    def _opened(self) -> Typing | None:
        """The journal, once its lock is ours; None where it is not to be had in this session."""
        there = self._path.parent.parent.is_dir()  # else there is no data folder yet, or it is away
        if self._typing is None and there and not self._refused:
            lock = self._new_lock(self._path)
            try:
                lock.acquire()
            except StorageError:
                self._refused = True
                return None
            self._lock, self._typing = lock, Typing(self._path)
        return self._typing

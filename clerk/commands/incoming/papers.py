"""`clerk import` and `clerk doubts`."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from clerk import paths
from clerk.commands.opening import changing_office, day_of, desk_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.incoming import doubting
from clerk.desk.incoming.importing import Imported, import_paper
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.domain.meetings import Doubt
from clerk.errors import InputError
from clerk.paths import typed_path


def import_papers(asked: Namespace) -> int:
    """Reads each paper; every one is a change of its own, stored whole or not at all."""
    office = office_of(asked) if asked.dry_run else changing_office(asked)
    day = day_of(asked.date, office)
    done = []
    for path in _papers(asked.files):
        imported = import_paper(
            office,
            path,
            dry_run=asked.dry_run,
            replace_it=asked.replace,
            committee=asked.committee,
            day=day,
        )
        done.append((path.name, imported))
        if not asked.json:
            _say_imported(imported, asked.dry_run)
    if asked.json:
        say_json([{"paper": name, "read": imported} for name, imported in done])
    doubtful = any(imported.doubts for _, imported in done)
    return 1 if asked.strict and doubtful else 0


def _papers(named: Iterable[str]) -> Iterator[Path]:
    """The files that were named: no shell of Windows makes names of "*.docx", as others do."""
    for words in named:
        path = typed_path(words)
        if not paths.ON_WINDOWS or not set("*?") & set(path.name):
            yield path
            continue
        found = sorted(path.parent.glob(path.name.replace("[", "[[]")))
        if not found:
            raise InputError(f"No file in {path.parent} is called {path.name}.")
        yield from found


def _say_imported(imported: Imported, dry_run: bool) -> None:
    for words in imported.said:
        say(words)
    for ref in imported.refs:
        say(f"  clerk show {ref}")
    if imported.doubts:
        say(f"{len(imported.doubts)} doubts, most doubtful first:")
    for doubt in imported.doubts:
        say(_doubt_words(doubt))
    if dry_run:
        say("Nothing was stored: this was a dry run.")


def doubts(asked: Namespace) -> int:
    """Lists the doubts that stand, the gravest first; `--settle 3` settles the third."""
    with desk_of(asked, lock=asked.settle is not None) as desk:
        left = doubting.standing(desk.meeting)
        if asked.settle is not None:
            if not 1 <= asked.settle <= len(left):
                raise InputError(f"There is no doubt {asked.settle}; {len(left)} stand.")
            say(_settled(desk, left[asked.settle - 1], asked))
            return 0
    if asked.json:
        say_json(left)
        return 0
    for number, doubt in enumerate(left, start=1):
        say(f"{number}. {_doubt_words(doubt)}")
    return 0


def _settled(desk: MeetingDesk, doubt: Doubt, asked: Namespace) -> str:
    if asked.alike:
        count = doubting.settle_alike(desk, doubt, asked.how)
        return f"{count} settled, uncertain of the same: {doubt.uncertain}"
    doubting.settle_doubt(desk, doubt.id, asked.how)
    return f"Settled: {doubt.read} → {asked.how}"


def _doubt_words(doubt: Doubt) -> str:
    place = f"{doubt.line}: " if doubt.line else ""
    return f"{place}{doubt.read} → {doubt.uncertain}"

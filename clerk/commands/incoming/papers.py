"""`clerk import` and `clerk doubts`."""

from argparse import Namespace
from pathlib import Path

from clerk.commands.opening import changing_office, day_of, desk_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.incoming.importing import Imported, import_paper
from clerk.domain.meetings import Doubt
from clerk.errors import InputError


def import_papers(asked: Namespace) -> int:
    """Reads each paper; every one is a change of its own, stored whole or not at all."""
    office = office_of(asked) if asked.dry_run else changing_office(asked)
    day = day_of(asked.date, office)
    done = []
    for file in asked.files:
        path = Path(file)
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
    """Lists the doubts that stand; `--settle 3` settles the third."""
    with desk_of(asked, lock=asked.settle is not None) as desk:
        standing = [doubt for doubt in desk.meeting.doubts if not doubt.settled]
        if asked.settle is not None:
            if not 1 <= asked.settle <= len(standing):
                raise InputError(f"There is no doubt {asked.settle}; {len(standing)} stand.")
            from clerk.desk.incoming.doubting import settle_doubt

            settle_doubt(desk, standing[asked.settle - 1].id, asked.how)
            say(f"Settled: {standing[asked.settle - 1].read} → {asked.how}")
            return 0
    if asked.json:
        say_json(standing)
        return 0
    for number, doubt in enumerate(standing, start=1):
        say(f"{number}. {_doubt_words(doubt)}")
    return 0


def _doubt_words(doubt: Doubt) -> str:
    place = f"{doubt.line}: " if doubt.line else ""
    return f"{place}{doubt.read} → {doubt.uncertain}"

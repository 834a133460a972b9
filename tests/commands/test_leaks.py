"""Exempt business is in nothing that the public may get: every output is looked at.

Outputs are found, not named: every command that prints a list or a document, every kind of
document, every file that Clerk writes besides the meetings themselves. What the clerk alone reads
stands in `PRIVATE`, with the reason.
"""

import argparse
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerk.commands import log
from clerk.desk.documents.export_papers import PAPERS
from clerk.desk.lookup import find_meeting
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.typing import Typing
from clerk.domain.base import new_id
from clerk.domain.meeting_acts import MeetingRead
from clerk.domain.meetings import Doubt, Report
from screens.meeting.completing import completer_of
from tests.commands.conftest import Clerk
from tests.commands.test_hostile_commands import COMMANDS, filled
from tests.desk.builders import office_in

SECRET = "Quillfeather"
PRIVATE = {
    "history": "what was done, for the clerk's own eyes and an auditor's",
    "check": "what is wrong, for whoever mends it",
    "doubts": "quotes what was read, until it is settled",
    "import": "says what was understood of a paper that may be exempt itself",
    "room": "who may not vote on the item in hand, and why",
    "notes": "the clerk's own",
    "act": "gives back what was said to it",
}
"""Commands whose output the clerk alone reads, and why."""
_KEPT = ("meetings", "journal", "backups", "notes", "papers")
"""Folders whose files hold the whole meeting, or are the clerk's own; their names are looked at."""
_ASIDE = {"--help", "--mend", "--yes", "--print", "--open", "--pdf", "--edition", "--dry-run"}


def _listing() -> dict[str, argparse.ArgumentParser]:
    """Commands that print a list or a document: they have a form for other programs, or write."""
    return {
        name: parser
        for name, parser in COMMANDS.items()
        if {"--json", "--csv", "--output", "--edition"} & {*parser._option_string_actions}
        and name not in PRIVATE
    }


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))]
)
def test_no_output_of_clerk_tells_of_exempt_business(
    clerk: Clerk,
    home: Path,
    meeting: str,
    tmp_path: Path,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(log, "log_file", lambda: tmp_path / "clerk.log")
    monkeypatch.chdir(tmp_path)
    luck = random.Random(seed)
    _minuted(clerk, home, meeting, luck)
    said = {" ".join(words): answer for words, answer in _everything_said(clerk, meeting)}
    assert len(said) > 50
    told = {words: answer for words, answer in said.items() if SECRET in answer}
    assert told == {}
    written = dict(_everything_written(home, tmp_path))
    assert any(name.endswith("document.xml") for name in written)
    assert any(name.startswith("home/cache/search") for name in written)
    looked = SECRET.encode()
    assert [name for name, content in written.items() if looked.lower() in content.lower()] == []
    assert [path for path in tmp_path.rglob("*") if SECRET.lower() in path.name.lower()] == []
    assert SECRET not in _offered(home, meeting)
    assert SECRET in clerk("show", meeting, "--edition", "full").out, "there was something to hide"


def _minuted(clerk: Clerk, home: Path, meeting: str, luck: random.Random) -> None:
    """A meeting some of whose business is exempt, from the start or later, and full of secrets."""
    titles = [f"C{at} Purchase of {SECRET} from the {SECRET} Trust" for at in range(1, 4)]
    titles.insert(0, "Declarations of Interest")
    assert clerk("add", "items", meeting, typed="\n".join(titles)).code == 0
    for act in ("present pell, tolley, orme", "apol dace"):
        assert clerk("act", meeting, act).code == 0
    for at in range(1, 4):
        later = luck.random() < 0.5
        if not later:
            _make_exempt(clerk, meeting, at)
        text = f"{SECRET} bid more.\nRESOLVED that {SECRET} be paid.\n| {SECRET} | 1 |"
        assert clerk("minute", meeting, f"C{at}", typed=text).code == 0
        for act in (
            f"moved tolley, sec orme: that {SECRET} be paid",
            "carried 2-1",
            f"doi tolley C{at} other stays “{SECRET} is a cousin”",
        ):
            assert clerk("act", meeting, act, "--item", f"C{at}").code == 0, act
        assert clerk("action", meeting, f"C{at}", f"pay {SECRET}", "--who", "Ms Cole").code == 0
        if later:
            _look_at_everything_once(clerk)
            _make_exempt(clerk, meeting, at)
        assert clerk("act", meeting, f"summary C{at}: It was let.").code == 0
    assert clerk("minute", meeting, "B1", typed="RESOLVED that the bridge be mended.").code == 0
    _with_reports_and_a_doubt(home, meeting)
    if luck.random() < 0.6:
        assert clerk("publish", meeting).code == 0
    with MeetingDesk(office_in(home), path_of(home, meeting)) as desk:
        Typing(desk.office.home.journal_dir / f"{desk.meeting.id}.keys").typed(
            new_id(), "", SECRET, 1
        )


def _make_exempt(clerk: Clerk, meeting: str, at: int) -> None:
    for act in (f"exempt C{at} 3", f"title C{at}: A contract"):
        answer = clerk("act", meeting, act)
        assert answer.code == 0, answer


def _look_at_everything_once(clerk: Clerk) -> None:
    """So that what is kept for speed holds the words that are going to be exempt."""
    assert SECRET in clerk("search", SECRET[:6]).out
    assert SECRET in clerk("resolutions").out
    clerk("meetings")


def _with_reports_and_a_doubt(home: Path, meeting: str) -> None:
    with MeetingDesk(office_in(home), path_of(home, meeting)) as desk:
        reports = tuple(
            Report(id=new_id(), item=item.id, by=SECRET, subject=SECRET, text=SECRET)
            for item in desk.meeting.items
            if item.exempt
        )
        doubt = Doubt(id=new_id(), read=SECRET, uncertain=f"is it {SECRET}?")
        whole = replace(desk.meeting, reports=reports, doubts=(doubt,))
        desk.do(MeetingRead(meeting=whole), "Read")


def _everything_said(clerk: Clerk, meeting: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What each command prints; a refusal on stderr is told to the clerk alone."""
    for name, parser in _listing().items():
        flags = [f for f in parser._option_string_actions if f.startswith("--")]
        bare = [f for f in flags if parser._option_string_actions[f].nargs == 0 and f not in _ASIDE]
        for word in ("Pell", SECRET[:6]):
            words = (*name.split(), *filled(parser, meeting, word))
            for flag in ([], *([flag] for flag in bare)):
                answer = clerk(*words[: len(name.split())], *flag, *words[len(name.split()) :])
                yield (name, *flag, word), answer.out
    for edition in ([], ["--edition", "public"], ["--edition", "draft"]):
        for what in PAPERS:
            for ending in ("docx", "txt"):
                target = f"out {what} {len(edition)}{edition[-1:]}.{ending}"
                words = ("export", what, meeting, "B1", *edition, "-o", target)
                answer = clerk(*words)
                yield words, answer.out
            yield (what, *edition), clerk("export", what, meeting, *edition).out
        yield ("show", *edition), clerk("show", meeting, *edition).out


def _everything_written(home: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file but those that hold the whole meeting; of a zip file, every part."""
    for path in folder.rglob("*"):
        if not path.is_file() or any(path.is_relative_to(home / kept) for kept in _KEPT):
            continue
        name = path.relative_to(folder).as_posix()
        if name == "home/register.json" or name == "home/register.json.prev":
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                for part in package.namelist():
                    yield f"{name}/{part}", package.read(part)
        yield name, path.read_bytes()


def _offered(home: Path, meeting: str) -> str:
    """What is offered while typing, for the secret's first letters and after common words."""
    with MeetingDesk(office_in(home), path_of(home, meeting), lock=False) as desk:
        completer = completer_of(desk)
        lines = [SECRET[:length] for length in range(1, 8)]
        lines += [f"RESOLVED that {SECRET[:3]}", "RESOLVED that ", "that ", f"Mr {SECRET[:4]}"]
        lines += ["The purchase of ", "a letter from the "]
        return " ".join(completer.suggest(line, len(line)).words for line in lines)


def path_of(home: Path, meeting: str) -> Path:
    """The file of the meeting of that name."""
    return find_meeting(office_in(home), meeting)

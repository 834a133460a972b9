"""`clerk doctor`, `clerk backup` and `clerk restore`."""

import shlex
from argparse import Namespace
from collections.abc import Iterable

from clerk.commands.opening import unopened_office
from clerk.commands.say import say, say_json, say_table
from clerk.counted import counted
from clerk.desk.care.accepting import accept
from clerk.desk.care.upkeep import (
    BackedUp,
    Restored,
    backup_to,
    compare,
    examine,
    mend_all,
    restore_from,
)
from clerk.desk.office import Office
from clerk.paths import typed_path
from clerk.store.doctor import Finding
from clerk.store.restore import Compared, Plan, planned
from clerk.when import plain_date


def doctor(asked: Namespace) -> int:
    """Says what is sound and what is not; exit code 1 where anything is not."""
    office = unopened_office(asked)
    if asked.accept:
        file = typed_path(asked.accept)
        say(accept(office, file, without_history=asked.without_history))
        return 0
    if asked.mend:
        for words in mend_all(office):
            say(words)
    findings = examine(office)
    if asked.json:
        say_json(findings)
    else:
        _say_findings(office, findings)
    return 1 if any(each.state == "fault" for each in findings) else 0


def backup(asked: Namespace) -> int:
    """Writes everything into one file, and reads it back; exit code 1 where damage is in it."""
    office = unopened_office(asked)
    made = backup_to(office, typed_path(asked.file) if asked.file else None)
    say(f"Written: {made.path}")
    say(f"{_files(len(made.manifest.files))}, {_size(made)}, read back and found as written.")
    for path in made.unsound:
        say(f"{path} was damaged already and is in it as it is: see `clerk doctor`.")
    return 1 if made.unsound else 0


def restore(asked: Namespace) -> int:
    """Shows what a backup would change; with `--yes` changes it. Exit code 1 where some stays."""
    office = unopened_office(asked)
    for words in office.finish_interrupted():
        say(words)
    file = typed_path(asked.file)
    if asked.yes:
        done = restore_from(
            office,
            file,
            overwrite_newer=asked.overwrite_newer,
            exactly=asked.exactly,
            only=asked.only,
        )
        _say_restored(asked, done)
        return 1 if done.plan.left else 0
    manifest, compared = compare(office, file, asked.only)
    plan = planned(compared, overwrite_newer=asked.overwrite_newer, exactly=asked.exactly)
    if asked.json:
        say_json({"made": manifest.made, "files": compared, "plan": plan})
        return 0
    said = f"{plain_date(manifest.made.date())}, {manifest.made:%H:%M}"
    say(f"The backup of {said}, holds {_files(len(manifest.files))}.")
    _say_plan(asked, compared, plan)
    return 0


# --- the doctor's words -----------------------------------------------------------------------


def _say_findings(office: Office, findings: Iterable[Finding]) -> None:
    """The sound first, so that what is not stands last, where a terminal shows it."""
    by_state = {state: [f for f in findings if f.state == state] for state in _ORDER}
    for state, found in by_state.items():
        for each in found:
            say(f"{_MARKS[state]}{each.path} {each.said}.")
            if each.remedy:
                say(f"    --mend: {each.remedy}.")
            if each.advice:
                say(f"    You can: {each.advice}.")
    faults, sound = len(by_state["fault"]), len(by_state["sound"])
    mendable = sum(bool(each.remedy) for each in by_state["fault"])
    if not faults:
        say(f"{office.home.root}: all is sound, {_files(sound)}.")
        return
    say(f"{office.home.root}: {_faults(faults)}; {_files(sound)} sound.")
    if mendable:
        say(f"`clerk doctor --mend` mends {mendable} of them; nothing is deleted that was written.")


_ORDER = ("sound", "note", "fault")
_MARKS = {"sound": "  ", "note": "- ", "fault": "! "}


def _faults(count: int) -> str:
    return counted(count, "thing is not sound", "things are not sound")


# --- the words of backup and restore ----------------------------------------------------------


def _files(count: int) -> str:
    return counted(count, "file")


def _size(made: BackedUp) -> str:
    for unit, bytes_in_it in (("MB", 1_000_000), ("kB", 1_000)):
        if made.size >= bytes_in_it:
            return f"{made.size / bytes_in_it:.1f} {unit}"
    return f"{made.size} bytes"


def _say_plan(asked: Namespace, compared: Iterable[Compared], plan: Plan) -> None:
    rows = [each for each in compared if each.standing != "same"]
    if rows:
        say_table(("", "file", ""), [(row.standing, row.path, row.said) for row in rows])
    same = sum(each.standing == "same" for each in compared)
    say(f"{_files(same)} the same.")
    if not plan.changes:
        say("There is nothing to restore.")
    else:
        say(f"Nothing was changed. To put {_files(len(plan.changes))} in place:")
        say(f"  {_again(asked)} --yes")
    newer = [each for each in plan.left if each.standing != "damaged in the backup"]
    if newer:
        say(
            f"{_files(len(newer))} would stay, because there is newer here (--overwrite-newer; "
            "--only NAME takes one by itself)."
        )


def _again(asked: Namespace) -> str:
    words = ["clerk", *(["--home", asked.home] if asked.home else []), "restore", asked.file]
    words += ["--overwrite-newer"] if asked.overwrite_newer else []
    words += ["--exactly"] if asked.exactly else []
    words += [word for name in asked.only for word in ("--only", name)]
    return shlex.join(words)


def _say_restored(asked: Namespace, done: Restored) -> None:
    for each in done.plan.replaced:
        say(f"Put in place: {each.path}")
    for each in done.plan.removed:
        say(f"Put aside: {each.path}")
    for each in done.plan.left:
        say(f"Left as it is: {each.path} ({each.standing})")
    if not done.plan.changes:
        say("There was nothing to restore.")
    if done.before is None:
        return
    made = any(each.standing == "only in the backup" for each in done.plan.replaced)
    again = Namespace(
        home=asked.home, file=str(done.before), overwrite_newer=True, exactly=made, only=asked.only
    )
    say(f"Everything as it stood before is in {done.before}. To take this back:")
    say(f"  {_again(again)} --yes")

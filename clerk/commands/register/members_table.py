"""`clerk import-members`: people and appointments from a table."""

from argparse import Namespace
from pathlib import Path

from clerk.commands.opening import changing_office, day_of, office_of
from clerk.commands.say import say, say_json
from clerk.desk.register.table_in import TablePlan, plan_table, take_table_in
from clerk.paths import typed_path
from clerk.readers.tables.table_file import Table, read_table, text_of


def import_members(asked: Namespace) -> int:
    """A table of people and appointments; exit code 1 where a dry run finds faults."""
    office = office_of(asked) if asked.dry_run else changing_office(asked)
    path = typed_path(asked.file)
    on = day_of(asked.on, office)
    table = _listed(path, asked) if asked.list else read_table(path)
    plan = plan_table(office, table, committee=asked.committee, on=on, whole=asked.whole)
    if asked.json:
        say_json({"rows": plan.rows, "unused": plan.unused})
    else:
        _say_plan(plan)
    if asked.dry_run:
        if not asked.json:
            say("Nothing was stored: this was a dry run.")
        return 1 if plan.faulty else 0
    take_table_in(office, plan, path.name)
    if not asked.json:
        taken = f"{plan.changed} of {len(plan.rows)} rows taken in; `clerk undo register` takes all"
        say(f"{taken} back." if plan.changed else "Everything was so already: nothing was changed.")
    return 0


def _listed(path: Path, asked: Namespace) -> Table:
    """The table that a printed list is; says what of it is doubtful."""
    from clerk.desk.register.printed_list import printed_list  # with readers of papers

    read = printed_list(text_of(path))
    for doubt in read.doubts if not asked.json else ():
        say(f"{doubt.rstrip('.')}.")
    return read.table


def _say_plan(plan: TablePlan) -> None:
    for row in plan.rows:
        for fault in row.faults:
            column = f", column “{fault.column}”" if fault.column else ""
            say(f"line {row.line}{column}: {fault.said}.")
        if row.does:
            place = f"line {row.line}" if row.line else "not listed"
            say(f"{place}: {row.name}: {'; '.join(row.does)}")
    same = sum(not row.does and not row.faults for row in plan.rows)
    if same:
        say(f"{same} rows change nothing.")
    if plan.not_listed:
        say(f"{plan.not_listed} who sit there are not listed, and stay; with --whole they leave.")
    if plan.unused:
        say(f"Not used: the columns {', '.join(f'“{name}”' for name in plan.unused)}.")

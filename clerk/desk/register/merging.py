"""Two people who are one: in the register and in every draft, as one change."""

from clerk.desk.data_folder import MeetingLedger
from clerk.desk.office import Office
from clerk.domain.base import new_id
from clerk.domain.merging import PeopleMerged, PersonReplaced
from clerk.domain.people import Person
from clerk.errors import InputError
from clerk.names import full


def merge_people(office: Office, kept: Person, gone: Person) -> int:
    """`gone` is the same person as `kept`; returns how many drafts name the one kept now.

    Published records name `gone` still, and their attendance counts as that of `kept`. Raises
    InputError where both are one already; RefusedError where both hold seats on one committee;
    StorageError where a draft is open elsewhere or cannot be written: then nothing is changed.
    """
    if kept.id == gone.id:
        raise InputError(f"{full(kept.name)} is one person in the register already.")
    said = f"{full(gone.name)} is the same person as {full(kept.name)}"
    change = new_id()
    office.prepare()
    with office.register_lock():
        register = office.register_ledger
        register.refresh()
        act = PeopleMerged(kept=kept.id, gone=gone.id)
        planned = register.plan(act, said, change)
        ledgers = _drafts_naming(office, gone.id)
        replaced = PersonReplaced(kept=kept.id, gone=gone.id)
        changes = [ledger.change(ledger.plan(replaced, said, change)) for ledger in ledgers]
        stored = office.write_together([register.change(planned), *changes])
        register.adopt(planned, stored[0])
    return len(ledgers)


def _drafts_naming(office: Office, person: str) -> list[MeetingLedger]:
    """The files of minutes in work in which the person stands, in whatever part."""
    paths = [path for path, row in office.summaries() if row.state in ("draft", "called off")]
    naming = (path for path in paths if person.encode() in path.read_bytes())
    ledgers = (office.load(path) for path in naming)
    return [each for each in ledgers if each.state is not None]

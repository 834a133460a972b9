"""The first word of a line, or two letters of it, decides what act it is.

Each saying gets the words behind that one and gives acts; it raises InputError, NotFoundError or
AmbiguousError in words for the clerk where they mean none.
"""

from collections.abc import Callable

from clerk.clean import clean_text
from clerk.errors import InputError
from clerk.speech import comings, declaring, moving, presiding, striking, voting
from clerk.speech.hearing import Acts, Hearing
from clerk.speech.offering import completions

_SAYINGS: tuple[tuple[str, Callable[[str, Hearing], Acts], str], ...] = (
    ("out", comings.out, "out chi 11.42"),
    ("left", comings.out, "left chi B1 interest"),
    ("in", comings.come_in, "in chi 10.40"),
    ("arrived", comings.come_in, "arrived chi 10.40"),
    ("back", comings.back, "back chi"),
    ("returned", comings.back, "returned chi 11.55"),
    ("apol", comings.apologies, "apol waters"),
    ("apologies", comings.apologies, "apologies waters, pell"),
    ("present", comings.present, "present pell, dace"),
    ("remote", comings.remote, "remote pell"),
    ("absent", comings.absent, "absent waters"),
    ("sub", comings.substitute, "sub cole for craske"),
    ("standin", comings.stands_in, "standin carr for Mr Oakford"),
    ("doi", declaring.declared, "doi green B1 other stays “as governor of the school”"),
    ("moved", moving.moved, "moved ang, sec bur: that the report be noted"),
    ("m", moving.moved, "m ang s bur: that the report be noted"),
    ("proposed", moving.moved, "proposed ang, sec bur: that the report be noted"),
    ("amend", moving.amended, "amend ang, sec bur: that “noted” become “welcomed”"),
    ("nom", moving.nominated, "nom pell as Chairman by dace, sec orme"),
    ("withdrawn", moving.withdrawn, "withdrawn"),
    ("referred", moving.referred, "referred to Cabinet"),
    ("carried", voting.carried, "carried 7-2-1"),
    ("lost", voting.lost, "lost 3-5"),
    ("vote", voting.put, "vote 7-2-1"),
    ("again", voting.again, "again carried 6-5"),
    ("names", voting.by_names, "names against: craske; abstain: cole"),
    ("votes", voting.tallied, "votes scholar 4, baldry 4"),
    ("casting", voting.casting, "casting for"),
    ("record", voting.recorded, "record bell against"),
    ("opened", presiding.opened, "opened 10.02"),
    ("closed", presiding.closed, "closed 12.40"),
    ("chair", presiding.chair, "chair bell"),
    ("here", presiding.here, "here Mr B Field, Performance Manager"),
    ("adjourned", presiding.adjourned, "adjourned 11.00 to 11.15"),
    ("resumed", presiding.resumed, "resumed 11.15"),
    ("exclude", presiding.excluded, "exclude 3"),
    ("private", presiding.private, "private 3"),
    ("readmit", presiding.readmitted, "readmit 12.10"),
    ("exempt", presiding.exempt, "exempt C1 3"),
    ("unexempt", presiding.opened_up, "unexempt C1"),
    ("title", presiding.public_title, "title C1: Contract award"),
    ("summary", presiding.summarised, "summary C1: The contract was awarded."),
    ("strike", striking.struck, "strike chi"),
    ("urgent", presiding.urgent, "urgent B3: the bridge closed on Monday"),
)
VERBS: dict[str, str] = {verb: example for verb, _, example in _SAYINGS}
"""Each first word with an example of its line, in the order in which help shows them."""
_ACTS = {verb: act for verb, act, _ in _SAYINGS}
_LETTERS = 2
"""How many letters of a first word mean it, where they can mean no other act."""


def hear(line: str, hearing: Hearing) -> Acts:
    """The acts that a line means, ready to be done; most lines are one.

    Raises InputError, NotFoundError or AmbiguousError with a sentence, so it can be asked at each
    stroke.
    """
    words = " ".join(clean_text(line)[0].split())
    typed, _, rest = words.partition(" ")
    if typed.endswith(":"):
        rest = f": {rest}"
    if not typed.rstrip(":"):
        raise InputError("Type what happened: out chi 11.42, moved ang, sec bur, carried 7-2-1.")
    verb = _meant(typed)
    if not verb:
        near = _begun_so(typed)
        more = ", ".join(near or ("out", "in", "doi", "moved", "carried", "names", "exclude"))
        raise InputError(f"“{typed}” begins no act. Begin with {more}, or see `clerk act --help`.")
    return _ACTS[verb](rest.strip(), hearing)


def offers(line: str, hearing: Hearing) -> tuple[str, ...]:
    """What the last word of a line may become: acts for the first word, then surnames and words.

    Those who could be meant come first; nothing inside the words of a motion.
    """
    typed, gap, rest = line.partition(" ")
    if not gap:
        return tuple(_begun_so(line))
    return tuple(completions(f"{_meant(typed) or typed} {rest}", hearing))


def _meant(typed: str) -> str:
    """The first word that is meant: itself, or two letters of it ("adj"); empty for none."""
    bare, near = typed.rstrip(":").casefold(), _begun_so(typed)
    if bare in VERBS:
        return bare
    alone = len(bare) >= _LETTERS and len({_ACTS[verb] for verb in near}) == 1
    return near[0] if alone else ""


def _begun_so(typed: str) -> list[str]:
    return [verb for verb in VERBS if verb.startswith(typed.rstrip(":").casefold())]

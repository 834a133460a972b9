"""Words on the command line → the meeting or the committee that they mean."""

from collections.abc import Sequence
from pathlib import Path

from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.office import Office
from clerk.desk.register.which import find_committee
from clerk.desk.register.who import bearers, is_called, which
from clerk.desk.words import all_of, one_of
from clerk.domain.meetings import AgendaItem
from clerk.errors import AmbiguousError, ClerkError, NotFoundError
from clerk.names import parse_name
from clerk.when import plain_date


def find_meeting(office: Office, words: str) -> Path:
    """The file of the meeting that `words` mean.

    "slug/2012-04-26", "slug/2012-04-26-2", "slug/last", "slug/next", or any unambiguous
    shortening: "comm/04-26", "comm/2012-04", "2012-04-26". Raises NotFoundError or
    AmbiguousError, which lists what it could be.
    """
    committee, _, day = words.strip().rpartition("/")
    if not committee and not _looks_like_day(day):
        committee, day = day, ""
    slug = _folder(office, committee) if committee else ""
    named = [path for path in office.meeting_paths(slug) if path.stem == day]
    if len(named) == 1 and _holds_meeting(office, named[0]):
        return named[0]  # no other file is looked into
    paths = _standing(office, slug)
    if not paths:
        raise NotFoundError(f"There is no meeting “{words}”. `clerk meetings` lists them all.")
    if day in ("last", "next"):
        return _by_clock(office, paths, day, words)
    exact = [path for path in paths if path.stem == day]
    found = exact or [path for path in paths if _matches(path.stem, day)]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(
            f"“{words}” could be {one_of([office.ref(path) for path in found])}. Type more of it."
        )
    raise NotFoundError(
        f"There is no meeting “{words}”. There are {all_of([office.ref(path) for path in paths])}."
    )


def find_item(desk: MeetingDesk, words: str) -> AgendaItem:
    """The agenda item with that reference, or whose title alone holds the words.

    Raises NotFoundError or AmbiguousError.
    """
    wanted = words.strip().casefold()
    items = desk.meeting.items
    found = [item for item in items if item.ref.casefold() == wanted] or [
        item for item in items if wanted in item.title.casefold()
    ]
    if len(found) == 1:
        return found[0]
    named = [f"{item.ref} {item.title}".strip() for item in found or items]
    if found:
        raise AmbiguousError(f"“{words}” could be {one_of(named)}. Type more of it.")
    if not items:
        raise NotFoundError(f"{desk.ref} has no agenda items. `clerk add items {desk.ref}`.")
    raise NotFoundError(f"There is no item “{words}”. There are {all_of(named)}.")


def find_person(desk: MeetingDesk, words: str) -> str:
    """The id of who is meant: a full name, or a surname; those on the committee go first.

    Raises NotFoundError or AmbiguousError.
    """
    office, people = desk.office, desk.office.register.people
    expected = [people[row.person] for row in desk.expected() if row.person in people]
    for found in (
        bearers(office, parse_name(words)),
        [person for person in expected if is_called(person, words)],
        [person for person in office.register.everyone if is_called(person, words)],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            raise AmbiguousError(f"“{words}” could be {which(office, found)}. Type the full name.")
    raise NotFoundError(
        f"Nobody in the register is called “{words}”. `clerk add member` or `clerk add officer`."
    )


def _folder(office: Office, words: str) -> str:
    """The folder of the committee that the words mean, or the very folder that has this name.

    One that was renamed by hand is no committee's, and lists name its meetings by it.
    """
    try:
        return find_committee(office, words).slug
    except NotFoundError:
        if any(path.parent.name == words for path in office.meeting_paths()):
            return words
        raise


def _standing(office: Office, slug: str) -> list[Path]:
    """The files that still hold a meeting: one whose making was undone is none.

    A damaged file is one of them: it is said when it is opened, not hidden.
    """
    found = office.summaries(slug)
    return [path for path in office.meeting_paths(slug) if path in found]


def _holds_meeting(office: Office, path: Path) -> bool:
    try:
        return office.kept.one(path).summary is not None
    except ClerkError:
        return True


def _by_clock(office: Office, paths: Sequence[Path], which: str, words: str) -> Path:
    today = office.today.isoformat()
    if which == "last":
        past = [path for path in paths if path.stem[:10] <= today]
        found = max(past, key=lambda path: path.stem, default=None)
    else:
        coming = [path for path in paths if path.stem[:10] >= today]
        found = min(coming, key=lambda path: path.stem, default=None)
    if found is None:
        side = "before" if which == "last" else "after"
        raise NotFoundError(
            f"There is no meeting “{words}”: Clerk knows none {side} {plain_date(office.today)}."
        )
    return found


def _looks_like_day(words: str) -> bool:
    return words in ("last", "next") or words.replace("-", "").isdigit()


def _matches(stem: str, day: str) -> bool:
    return stem.startswith(day) or stem[5:].startswith(day) or stem.endswith(f"-{day}")

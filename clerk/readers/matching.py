"""Which report belongs to which item of the agenda."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from clerk.domain.meetings import AgendaItem, Report
from clerk.readers.pages.page import fold
from clerk.readers.reading import ReadDoubt, ReadMinutes
from clerk.readers.reports.reports import ReportRead
from clerk.when import find_dates

_SMALL = {"and", "the", "of", "a", "an", "to", "for", "in", "on", "with", "by", "from", "s"}
_LIKE = 0.62
"""How much of the words a subject and a title must share to be taken for the same."""


class _Pairing:
    """Reports and items as they are brought together, with what was uncertain."""

    def __init__(self, reports: Sequence[ReportRead], items: Sequence[AgendaItem]) -> None:
        self.reports = list(reports)
        self.items = list(items)
        self.item_of: dict[int, int] = {}
        self.doubts: list[ReadDoubt] = []

    def free_items(self) -> list[int]:
        """Items without a report that may have one."""
        taken = set(self.item_of.values())
        return [
            at
            for at, item in enumerate(self.items)
            if at not in taken and item.report != "to follow"
        ]

    def doubt(self, at: int, said: str, weight: int) -> None:
        """Note that report `at` was paired, or left, with some doubt."""
        report = self.reports[at].report
        self.doubts.append(
            ReadDoubt(
                line=report.source.first if report.source else None,
                read=report.subject[:100] or report.text[:60].replace("\n", " "),
                uncertain=said,
                weight=weight,
                fact=report.id,
            )
        )


def match_reports(
    reports: Sequence[ReportRead], items: Sequence[AgendaItem], minutes: Sequence[ReadMinutes]
) -> tuple[tuple[Report, ...], tuple[ReadDoubt, ...]]:
    """The reports with their items, and doubts where a pair is a guess or none was found.

    A subject that says what the title says decides; then the mark on the page; then the order.
    """
    if not items:
        return tuple(read.report for read in reports), ()
    pairing = _Pairing(reports, items)
    _by_subject(pairing)
    _by_mark(pairing)
    _by_order(pairing, _minutes_items(items, minutes))
    _restricted_without_mark(pairing)
    matched = tuple(
        msgspec.structs.replace(read.report, item=items[pairing.item_of[at]].id)
        if at in pairing.item_of
        else read.report
        for at, read in enumerate(reports)
    )
    for at in range(len(reports)):
        if at not in pairing.item_of:
            pairing.doubt(at, "No agenda item was found for this report.", 55)
    _unreported(pairing, minutes)
    return matched, tuple(pairing.doubts)


def item_of_minutes(minutes: ReadMinutes, items: Iterable[AgendaItem]) -> AgendaItem | None:
    """The item under which these minutes are in the pack: "Minutes of the meeting held on …"."""
    candidates = [item for item in items if re.search(r"\bminutes?\b", item.title, re.IGNORECASE)]
    for item in candidates:
        if minutes.date is not None and any(
            day == minutes.date for _, day in find_dates(item.title)
        ):
            return item
    named = [item for item in candidates if _words(minutes.committee) <= _words(item.title)]
    if named and minutes.committee:
        return named[0]
    return candidates[0] if len(candidates) == 1 and not minutes.reproduced else None


def _by_subject(pairing: _Pairing) -> None:
    """Pair the likest subject and title first, then the next likest."""
    scores = [
        (_likeness(read.report.subject, item.title), -abs(at - place), at, place)
        for at, read in enumerate(pairing.reports)
        if read.report.subject
        for place, item in enumerate(pairing.items)
        if item.report != "to follow"
    ]
    for score, _, at, place in sorted(scores, reverse=True):
        if score < _LIKE:
            return
        if at in pairing.item_of or place in pairing.item_of.values():
            continue
        pairing.item_of[at] = place
        mark, ref = pairing.reports[at].mark, pairing.items[place].ref
        if mark and ref and mark != ref:
            pairing.doubt(at, f"It says “Item {mark}”, but its subject is that of item {ref}.", 55)


def _by_mark(pairing: _Pairing) -> None:
    free = set(pairing.free_items())
    for at, read in enumerate(pairing.reports):
        if at in pairing.item_of or not read.mark:
            continue
        place = next((p for p in free if pairing.items[p].ref == read.mark), None)
        if place is not None:
            pairing.item_of[at] = place
            free.discard(place)
            if not read.restricted:
                said = f"Its page says item {read.mark}, but its subject is not that item's title."
                pairing.doubt(at, said, 25)


def _by_order(pairing: _Pairing, minutes_items: set[int]) -> None:
    """Give a report that is left to the item that is left between those of its neighbours."""
    for at, read in enumerate(pairing.reports):
        if at in pairing.item_of or read.restricted:
            continue
        low = max((p for r, p in pairing.item_of.items() if r < at), default=-1)
        high = min((p for r, p in pairing.item_of.items() if r > at), default=len(pairing.items))
        between = [
            place
            for place in pairing.free_items()
            if low < place < high and place not in minutes_items and pairing.items[place].pages
        ]
        waiting = [
            other
            for other in range(len(pairing.reports))
            if other not in pairing.item_of
            and not pairing.reports[other].restricted
            and low < high
            and _stands_between(pairing, other, low, high)
        ]
        if between and len(waiting) <= len(between):
            pairing.item_of[at] = between[0]
            title = fold(pairing.items[between[0]].title)[:60]
            pairing.doubt(
                at, f"It was given to the item “{title}” by its place in the pack alone.", 50
            )


def _stands_between(pairing: _Pairing, report: int, low: int, high: int) -> bool:
    before = max((p for r, p in pairing.item_of.items() if r < report), default=-1)
    after = min((p for r, p in pairing.item_of.items() if r > report), default=len(pairing.items))
    return before == low and after == high


def _restricted_without_mark(pairing: _Pairing) -> None:
    """A restricted page that names no item goes with the exempt item of the one before it."""
    for at, read in enumerate(pairing.reports):
        if at in pairing.item_of or not read.restricted:
            continue
        free = [place for place in pairing.free_items() if pairing.items[place].exempt]
        before = pairing.item_of.get(at - 1)
        place = free[0] if free else before
        if place is not None:
            pairing.item_of[at] = place
            ref = pairing.items[place].ref or pairing.items[place].title[:40]
            pairing.doubt(at, f"It names no item; it was taken as part of item {ref}.", 40)


def _minutes_items(items: Sequence[AgendaItem], minutes: Sequence[ReadMinutes]) -> set[int]:
    found = [item_of_minutes(one, items) for one in minutes]
    return {items.index(item) for item in found if item is not None}


def _unreported(pairing: _Pairing, minutes: Sequence[ReadMinutes]) -> None:
    own = _minutes_items(pairing.items, minutes)
    if not pairing.reports and not minutes:
        return  # an agenda on its own: its papers come apart
    for place in pairing.free_items():
        item = pairing.items[place]
        if not item.pages or place in own:
            continue
        pairing.doubts.append(
            ReadDoubt(
                line=item.source.first if item.source else None,
                read=f"{item.ref} {item.title}".strip()[:100],
                uncertain="The item has pages, but no report was found for it.",
                weight=45,
                fact=item.id,
            )
        )


def _likeness(subject: str, title: str) -> float:
    """From 0 to 1: how much of the title's words the subject has, and the other way round."""
    one, other = _words(subject), _words(title)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    shared = len(one & other)
    return 0.7 * shared / len(other) + 0.3 * shared / len(one) - 0.01


def _words(text: str) -> set[str]:
    apart = re.sub(r"[’']s\b", "", text.casefold().replace("&", " and "))
    return {word for word in re.findall(r"[^\W_]+", apart) if word not in _SMALL}

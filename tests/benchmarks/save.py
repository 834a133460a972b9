"""A paragraph saved: Clerk's durable storage beside TinyDB's own, which is not safe."""

import tempfile
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from clerk.store.files import write_file
from tests.benchmarks.line import Line, ratio

_LIMIT = 2.0
"""Two fsyncs, of the file and of its folder, where stock TinyDB has one."""


def measure(quick: bool) -> list[Line]:
    """One changed paragraph of a meeting of 20 items of 10 paragraphs, saved by either."""
    with tempfile.TemporaryDirectory() as folder:
        return [_durable_beside_stock(Path(folder), rounds=100 if quick else 1000)]


def _durable_beside_stock(folder: Path, rounds: int) -> Line:
    state = _meeting()
    stored = write_file(
        folder / "durable.json", "meeting", base=None, state=state, acts=(), expected=None
    )

    def durable(number: int) -> None:
        nonlocal stored
        _change(state, number)
        stored = write_file(
            stored.path, "meeting", base=None, state=state, acts=(), expected=stored
        )

    with TinyDB(folder / "stock.json", encoding="utf-8") as database:
        table = database.table("state")
        table.insert(_meeting())
        in_place = ratio(
            durable,
            lambda number: table.update(lambda document: _change(document, number), doc_ids=[1]),
            rounds,
        )
    return Line("save_a_paragraph_beside_stock_tinydb", in_place, _LIMIT)


def _meeting() -> dict[str, Any]:
    """About what the store is given: each paragraph a block with its id, under an item."""
    words = "The Committee noted the report and asked officers to return with the costs. "
    items = [
        {"id": f"item{n:02}", "title": f"Item {n}", "blocks": [_block(words, b) for b in range(10)]}
        for n in range(20)
    ]
    return {"title": "Environment and Highways Committee", "items": items}


def _block(words: str, number: int) -> dict[str, Any]:
    return {"type": "paragraph", "id": f"{number:012x}", "text": words * 4}


def _change(meeting: Any, number: int) -> None:
    meeting["items"][number % 20]["blocks"][0]["text"] = f"Changed for the {number}th time."

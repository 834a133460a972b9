"""Tables fit the screen: what a clerk looks for never stands beyond its edge."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from screens.literal import cell
from screens.widgets.rows import Rows, WholeRow, fitting, narrowed


@given(st.lists(st.integers(0, 200), min_size=1, max_size=6), st.integers(10, 200))
def test_no_column_is_lost_beyond_the_edge_of_a_screen_that_has_room_for_all(
    widths: list[int], room: int
) -> None:
    cut = fitting(widths, room)
    assert all(now <= before for now, before in zip(cut, widths, strict=True))
    if sum(widths) <= room:
        assert cut == widths
    elif room >= 12 * len(widths):
        assert sum(cut) <= room


def test_the_name_that_a_row_is_about_is_cut_last() -> None:
    assert narrowed((24, 8, 45, 40), 72) == [24, 8, 20, 20]
    assert narrowed((80, 40), 60) == [24, 36]
    assert narrowed((), 60) == []


class _Table(App[None]):
    def compose(self) -> ComposeResult:
        yield Rows(id="rows")


async def test_a_longer_mark_is_not_cut_when_it_replaces_a_shorter_one() -> None:
    app = _Table()
    async with app.run_test(size=(60, 10)) as pilot:
        rows = app.query_one(Rows)
        rows.add_columns(cell("As"), cell("Name"))
        rows.show([("a", ("?", "Ms Orme")), ("b", ("?", "Mr Dace"))])
        await pilot.pause()
        rows.show([("a", ("in attendance", "Ms Orme")), ("b", ("?", "Mr Dace (by Mrs Quill)"))])
        drawn = "".join(rows.render_line(1).text)
        assert "in attendance" in drawn, "at once, not when the table comes to measure itself"
        assert "by Mrs Quill" in rows.render_line(2).text


async def test_end_and_home_go_to_the_last_and_the_first_row() -> None:
    app = _Table()
    async with app.run_test(size=(60, 10)) as pilot:
        rows = app.query_one(Rows)
        rows.add_columns(cell("Name"))
        rows.show([(str(at), (f"Member {at}",)) for at in range(30)])
        rows.focus()
        await pilot.press("end")
        assert rows.chosen == "29"
        await pilot.press("home")
        assert rows.chosen == "0"


async def test_the_marked_row_is_read_in_full_below_where_the_screen_cuts_it() -> None:
    class Below(App[None]):
        def compose(self) -> ComposeResult:
            yield Rows(id="rows")
            yield WholeRow("#rows")

    app = Below()
    async with app.run_test(size=(60, 12)) as pilot:
        rows, below = app.query_one(Rows), app.query_one(WholeRow)
        rows.add_columns(cell("Name"), cell("Why"))
        long = "no attendance in Clerk since 19 October 2026; no council meeting is in Clerk [/]"
        rows.show([("a", ("Ms Orme", "so")), ("b", ("Mr Dace", long))])
        rows.focus()
        await pilot.pause()
        assert below.size.height == 0
        await pilot.press("down")
        assert str(below.render()) == f"Mr Dace · {long}"

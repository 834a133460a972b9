"""Cells as spreadsheets have them: names in several orders, days in several forms, and mischief."""

import datetime as dt
from pathlib import Path

import pytest

from clerk.errors import InputError
from clerk.names import full
from clerk.readers.tables.member_columns import columns_of, read_day, read_kind, read_name
from clerk.readers.tables.table_file import read_table, table_from


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Mr J A Kite MBE", "Mr J A Kite, MBE"),
        ("Mr J A Kite, MBE", "Mr J A Kite, MBE"),
        ("Kite, J A", "J A Kite"),
        ("Kite, Mr J A", "Mr J A Kite"),
        ("Kite, Mr J A, MBE", "Mr J A Kite, MBE"),
        ("KITE, Mr J A MBE", "Mr J A Kite, MBE"),
        ("Cllr KITE, Jane", "Cllr Jane Kite"),
        ("Kite J A", "J A Kite"),
        ("O'Brien, Mrs S", "Mrs S O'Brien"),
        ("van der Berg, Ms D", "Ms D van der Berg"),
        ("Barrington-King, R L", "R L Barrington-King"),
        ("Lord\nHale", "Lord Hale"),
        ("Sir John Kite", "Sir John Kite"),
        ("Ms Zoë Ní Bhriain", "Ms Zoë Ní Bhriain"),
    ],
)
def test_a_name_in_one_cell_is_read_in_whatever_order(cell: str, name: str) -> None:
    assert full(read_name({"name": cell})) == name


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"title": "Mr", "given": "J A", "surname": "Kite", "honours": "MBE"}, "Mr J A Kite, MBE"),
        ({"given": "Jane", "surname": "KITE"}, "Jane Kite"),
        ({"surname": "O’Brien", "title": "Mrs"}, "Mrs O’Brien"),
        ({"surname": "Kite", "honours": "MBE, JP"}, "Kite, MBE, JP"),
    ],
)
def test_a_name_in_several_cells_is_put_together(cells: dict[str, str], name: str) -> None:
    assert full(read_name(cells)) == name


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "  ",
        "=cmd|' /C calc'!A0",
        "+44 1234",
        "@SUM(A1)",
        "-Kite",
        "<b>Kite</b>",
        "Mr Kite (Chairman)",
        "[red]Kite",
        "12345",
        "Kite\ufffd",
        "x" * 300,
    ],
)
def test_what_is_no_name_is_a_fault(cell: str) -> None:
    with pytest.raises(InputError):
        read_name({"name": cell})
    with pytest.raises(InputError):
        read_name({"surname": cell, "name": ""})


@pytest.mark.parametrize(
    "cell",
    [
        "2026-05-04",
        "2026-05-04 00:00:00",
        "2026-05-04T00:00:00Z",
        "04/05/2026",
        "4/5/26",
        "4.5.2026",
        "04/05/2026 00:00",
        "4-May-26",
        "04-May-2026",
        "4 May 2026",
        "4th May 2026",
        "Monday, 4 May 2026",
        "46146",
    ],
)
def test_a_day_is_read_in_whatever_form(cell: str) -> None:
    assert read_day(cell) == dt.date(2026, 5, 4)


@pytest.mark.parametrize(
    "cell", ["05/13/2026", "31/02/2026", "May 2026", "soon", "2026", "-1", "99999", "30-Feb-26"]
)
def test_what_is_no_day_is_a_fault(cell: str) -> None:
    with pytest.raises(InputError):
        read_day(cell)


def test_columns_are_known_by_name_in_any_order_and_others_are_named() -> None:
    columns, unused = columns_of(["Shoe size", "Political Group", "From", "Full name", ""])
    assert columns == {"group": 1, "on": 2, "name": 3}
    assert unused == ("Shoe size",)


@pytest.mark.parametrize("header", [["Group", "From"], ["Name", "Member"], []])
def test_columns_without_a_name_or_twice_the_same_are_refused(header: list[str]) -> None:
    with pytest.raises(InputError):
        columns_of(header)


def test_a_kind_is_one_of_four() -> None:
    assert [read_kind(words) for words in ("Councillor", "Co-opted member", "OFFICER")] == [
        "member",
        "co-opted",
        "officer",
    ]
    with pytest.raises(InputError):
        read_kind("wizard")


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_a_table_is_read_whatever_program_made_it(code: str, separator: str, ends: str) -> None:
    lines = [separator.join(row) for row in (["Name", "Group"], ["Mr Café", "Läbour"])]
    table = table_from(ends.join(lines).encode(code), "x.csv")
    assert table.header == ("Name", "Group")
    assert table.rows == ((2, ("Mr Café", "Läbour")),)


def test_a_cell_with_a_new_line_or_a_separator_in_it_is_one_cell_and_rows_keep_their_lines() -> (
    None
):
    table = table_from(b'sep=;\r\nName;Note\r\n"Kite;\r\nJ A";x\r\n;;\r\nLee;y\r\n', "x.csv")
    assert table.rows == ((3, ("Kite;\nJ A", "x")), (6, ("Lee", "y")))


def test_an_apostrophe_that_guards_a_formula_is_no_part_of_the_cell() -> None:
    assert table_from(b"Name,Note\nLee,'=1+1\nO'Brien,'tis", "x").rows == (
        (2, ("Lee", "=1+1")),
        (3, ("O'Brien", "'tis")),
    )


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04rest", b"a\x00b"])
def test_what_is_no_table_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InputError):
        table_from(content, "x.csv")


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError):
            read_table(path)

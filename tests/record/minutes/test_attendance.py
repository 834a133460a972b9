"""Who was there, as the style prints it."""

from clerk.names import Name
from clerk.record.context import Known
from tests.record.builders import entry, meeting, printed, record

CAME = meeting(
    attendance=(
        entry("pell", role="Chairman"),
        entry("dace", substitute_for="tolley"),
        entry("orme"),
        entry("tolley2", "in attendance", post="Head of Highways"),
    )
)
LINES = '[attendance]\nlayout = "lines"\n'


def lists(toml: str = "") -> list[str]:
    return [words for _, _, words in printed(record(CAME, toml).lines, "attendance")]


def test_lists_run_in_with_and_before_the_last_name() -> None:
    assert lists() == [
        "PRESENT: Mr J A Pell, MBE (Chairman), Mrs R Dace (Substitute for Mr F Tolley)"
        " and Ms K Orme",
        "IN ATTENDANCE: Mr B Tolley (Head of Highways)",
    ]


def test_lists_with_one_name_a_line() -> None:
    assert lists(toml=LINES) == [
        "PRESENT:",
        "Mr J A Pell, MBE (Chairman)",
        "Mrs R Dace (Substitute for Mr F Tolley)",
        "Ms K Orme",
        "IN ATTENDANCE:",
        "Mr B Tolley (Head of Highways)",
    ]


def test_the_order_of_names_is_the_meetings_and_not_the_alphabets() -> None:
    of = meeting(attendance=(entry("orme"), entry("dace")))
    assert printed(record(of).lines, "attendance")[0][2] == "PRESENT: Ms K Orme and Mrs R Dace"


def test_a_list_can_close_with_a_full_stop() -> None:
    assert lists(toml='[attendance]\nend = "."')[0].endswith("Ms K Orme.")


def test_labels_and_forms_are_the_styles() -> None:
    toml = (
        '[[attendance.groups]]\ncapacity = "in attendance"\nlabel = "Officers"\n'
        'entry = "{name}[, {post}]"\n'
    )
    assert lists(toml=toml) == ["Officers Mr B Tolley, Head of Highways"]


def test_short_names_keep_initials_where_two_bear_the_surname() -> None:
    words = lists(toml='[attendance]\nnames = "short"')
    assert (
        words[0] == "PRESENT: Mr Pell (Chairman), Mrs Dace (Substitute for Mr F Tolley) and Ms Orme"
    )
    assert words[1] == "IN ATTENDANCE: Mr B Tolley (Head of Highways)"


def test_a_name_prints_literally_whatever_it_holds() -> None:
    people = {
        "x": Known(name=Name(surname="{role}[/]\\[")),
        "y": Known(name=Name(surname="[@click=app.quit]")),
    }
    of = meeting(attendance=(entry("x", role="Chair [acting]"), entry("y")))
    assert printed(record(of, people=people).lines, "attendance")[0][2] == (
        "PRESENT: {role}[/]\\[ (Chair [acting]) and [@click=app.quit]"
    )


def test_someone_whom_the_register_has_lost_is_not_left_out_silently() -> None:
    of = meeting(attendance=(entry("nobody"),))
    assert printed(record(of).lines, "attendance")[0][2] == "PRESENT: (name not known)"


def test_absence_alone_is_not_printed() -> None:
    assert printed(record(meeting(attendance=(entry("pell", "absent"),))).lines, "attendance") == []

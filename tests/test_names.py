"""A person's name: read as printed, printed as read, and found in any list of people."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clerk.errors import InputError
from clerk.names import (
    Name,
    full,
    initials,
    is_name,
    is_vacancy,
    parse_name,
    same_person,
    short,
    sort_form,
    sort_key,
    split_people,
)

TITLES = ("Mr", "Mrs", "Councillor", "Councillors", "Cllrs.", "Lord")
NAMES = ("J", "J.A.", "Pell", "Marsh", "van", "der", "O'Brien", "de", "St", "of", "é", "MBE")
OTHERS = (
    "Chairman",
    "Head of Roads",
    "Vacancy",
    "and",
    "&",
    ",",
    ";",
    ".",
    ":",
    "-",
    "(",
    ")",
    "[",
)
PARTS = (*TITLES, *NAMES, *OTHERS, " ", " ", "\n", "\x00")
ANY = st.lists(st.sampled_from(PARTS), max_size=20).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("words", "title", "given_names", "surname", "honours"),
    [
        ("Mr J A Pell, MBE", "Mr", "J A", "Pell", ("MBE",)),
        ("Mrs A B Dray, OBE, JP", "Mrs", "A B", "Dray", ("OBE", "JP")),
        ("Sir John Marsh KBE", "Sir", "John", "Marsh", ("KBE",)),
        ("Mike Frost", "", "Mike", "Frost", ()),
        ("Mrs Oakley", "Mrs", "", "Oakley", ()),
        ("Marsh", "", "", "Marsh", ()),
        ("Cllr van der Berg", "Cllr", "", "van der Berg", ()),
        ("Councillor Mrs Pell", "Councillor Mrs", "", "Pell", ()),
        ("County Councillor T Rowan", "County Councillor", "T", "Rowan", ()),
        ("Rt Hon Sir John Marsh, KBE", "Rt Hon Sir", "John", "Marsh", ("KBE",)),
        ("Lord Carver-Holt", "Lord", "", "Carver-Holt", ()),
        ("Lord Marsh of Harbourne", "Lord", "", "Marsh of Harbourne", ()),
        ("The Revd A Pell", "The Revd", "A", "Pell", ()),
        ("Chief Inspector K Heron", "Chief Inspector", "K", "Heron", ()),
        ("Mr Major", "Mr", "", "Major", ()),
        ("Mrs S Lord", "Mrs", "S", "Lord", ()),
        ("O'Brien", "", "", "O'Brien", ()),
        ("Ms C O’Brien", "Ms", "C", "O’Brien", ()),
        ("de Lisle-Oak", "", "", "de Lisle-Oak", ()),
        ("Dr A B de la Mare", "Dr", "A B", "de la Mare", ()),
        ("Mr D St John", "Mr", "D", "St John", ()),
        ("Cllr Van Damme", "Cllr", "", "Van Damme", ()),
        ("Di Pell", "", "Di", "Pell", ()),
        ("R. Alder", "", "R.", "Alder", ()),
        ("J.A. Pell", "", "J.A.", "Pell", ()),
        ("J.A.Pell", "", "J.A.", "Pell", ()),
        ("Mr J Pell Jnr", "Mr", "J", "Pell Jnr", ()),
        ("Pell, J A", "", "J A", "Pell", ()),
        ("Pell, Mr J A", "Mr", "J A", "Pell", ()),
        ("Mr J Pell (Chairman)", "Mr", "J", "Pell", ()),
        ("Mr J Pell (Chairman), MBE", "Mr", "J", "Pell", ("MBE",)),
        ("  Mr   J\tPell ", "Mr", "J", "Pell", ()),
        ("Mr", "", "", "Mr", ()),
    ],
)
def test_a_name_comes_apart_into_its_parts(
    words: str, title: str, given_names: str, surname: str, honours: tuple[str, ...]
) -> None:
    parsed = Name(title=title, given=given_names, surname=surname, honours=honours)
    assert parse_name(words) == parsed


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("MCDONALD", "McDonald"),
        ("O'BRIEN", "O'Brien"),
        ("CARVER-HOLT", "Carver-Holt"),
        ("MR J A PELL, MBE", "Mr J A Pell, MBE"),
        ("CLLR MRS A VAN DER BERG", "Cllr Mrs A van der Berg"),
        ("MR NG", "Mr Ng"),
        ("DF", "DF"),
        ("Mr J PELL", "Mr J PELL"),
        ("mike frost", "mike frost"),
        ("Mr D MacLennan", "Mr D MacLennan"),
    ],
)
def test_only_a_name_wholly_in_capitals_is_put_in_name_case(words: str, printed: str) -> None:
    assert full(parse_name(words)) == printed


@pytest.mark.parametrize("words", ["", " ", "\t\n"])
def test_a_blank_name_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="blank"):
        parse_name(words)


@given(ANY.filter(str.strip))
@example("(only brackets)")
@example(",")
@example(", MBE")
@example("of of of")
def test_whatever_is_not_blank_makes_a_name_with_a_surname(words: str) -> None:
    name = parse_name(words)
    assert name.surname
    for form in (full(name), short(name), short(name, initials=True), sort_form(name)):
        assert form
    assert isinstance(initials(name), str)
    assert sort_key(name)
    assert is_name(words) in {True, False}


@given(
    st.sampled_from(["", "Mr", "Cllr", "Councillor Mrs", "Dr", "Sir", "The Rt Hon"]),
    st.sampled_from(["J", "J A", "J.A.", "Mike", "Mary Ann", "Jean-Paul"]),
    st.sampled_from(["Pell", "van der Berg", "O'Brien", "Carver-Holt", "de la Mare", "Le Sage"]),
    st.sampled_from([(), ("MBE",), ("OBE", "JP")]),
)
def test_a_name_is_read_back_from_its_full_form(
    title: str, given_names: str, surname: str, honours: tuple[str, ...]
) -> None:
    name = Name(title=title, given=given_names, surname=surname, honours=honours)
    assert parse_name(full(name)) == name


@pytest.mark.parametrize(
    ("words", "plain", "with_initials", "sorted_by", "letters"),
    [
        ("Mr J A Pell, MBE", "Mr Pell", "Mr J A Pell", "Pell J A", "JAP"),
        ("Councillor Mrs Hazel", "Councillor Mrs Hazel", "Councillor Mrs Hazel", "Hazel", "H"),
        ("Mike Frost", "Mike Frost", "Mike Frost", "Frost Mike", "MF"),
        ("Sir John Marsh", "Sir John", "Sir John Marsh", "Marsh John", "JM"),
        ("Rt Hon Sir J Marsh", "Sir J Marsh", "Sir J Marsh", "Marsh J", "JM"),
        ("Mrs P Carver-Holt", "Mrs Carver-Holt", "Mrs P Carver-Holt", "Carver-Holt P", "PCH"),
        ("Cllr A van der Berg", "Cllr van der Berg", "Cllr A van der Berg", "van der Berg A", "AB"),
        ("J.A. Pell", "J.A. Pell", "J.A. Pell", "Pell J.A.", "JAP"),
    ],
)
def test_each_place_has_its_form_of_the_name(
    words: str, plain: str, with_initials: str, sorted_by: str, letters: str
) -> None:
    name = parse_name(words)
    assert short(name) == plain
    assert short(name, initials=True) == with_initials
    assert sort_form(name) == sorted_by
    assert initials(name) == letters


def test_a_list_stands_in_the_order_that_councils_print() -> None:
    printed = ["Mr Alder", "Mr D Birch", "Mr M Birch", "Ms Carver", "Ms Carver-Holt", "Mr De Souza"]
    printed += ["Miss Éclair", "Ms Oakley", "Mr O'Brien", "Mrs de Vesey-Oak", "Mr Wood"]
    names = [parse_name(words) for words in printed]
    assert sorted(reversed(names), key=sort_key) == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mr J A Pell, MBE", "Mr J A Pell", True),
        ("Mr J.A. Pell", "MR J A PELL", True),
        ("Ms C O'Brien", "Ms C O’Brien", True),
        ("Mr J Pell", "Mr J A Pell", False),
        ("Mr J Pell", "Mrs J Pell", False),
        ("Cllr Pell", "Councillor Pell", False),
        ("Mr Pell", "Mr J Pell", False),
    ],
)
def test_two_are_one_person_only_by_title_initials_and_surname(
    one: str, other: str, same: bool
) -> None:
    assert same_person(parse_name(one), parse_name(other)) is same


def pieces(text: str) -> list[tuple[str, str, str]]:
    return [(full(piece.name), piece.bracket, piece.separator) for piece in split_people(text)]


def test_honours_stay_with_their_name_between_the_commas() -> None:
    assert pieces("Mr C Oak, MBE, Mr A Ash (Chairman), OBE and Mrs B Elm, JP.") == [
        ("Mr C Oak, MBE", "", ", "),
        ("Mr A Ash, OBE", "Chairman", " and "),
        ("Mrs B Elm, JP", "", ""),
    ]


def test_a_title_without_a_comma_before_it_begins_the_next_person_and_is_a_doubt() -> None:
    first, second, third = split_people(
        "Mr R Oak Mrs C Elm, Ms L Ash (Head of Parks (West)) Mr K Fir"
    )[:3]
    assert (full(first.name), first.separator, first.doubt) == ("Mr R Oak", " ", "")
    assert full(second.name) == "Mrs C Elm"
    assert second.doubt == (
        "No comma stands between “Mr R Oak” and “Mrs C Elm”; they were read as two people."
    )
    assert (third.bracket, third.separator) == ("Head of Parks (West)", " ")


def test_councillors_govern_the_names_behind_them() -> None:
    text = (
        "Councillor Mrs Pell (Chairman) and\nCouncillors Alder, D Birch, M Birch, Mrs Hazel and "
        "de Lisle-Oak"
    )
    assert pieces(text) == [
        ("Councillor Mrs Pell", "Chairman", " and\nCouncillors "),
        ("Councillor Alder", "", ", "),
        ("Councillor D Birch", "", ", "),
        ("Councillor M Birch", "", ", "),
        ("Councillor Mrs Hazel", "", " and "),
        ("Councillor de Lisle-Oak", "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cllrs. Oak and Ash", ["Cllr Oak", "Cllr Ash"]),
        ("Cllrs Oak & Ash", ["Cllr Oak", "Cllr Ash"]),
        ("Messrs Oak, Ash and Mrs Elm", ["Mr Oak", "Mr Ash", "Mrs Elm"]),
        ("Councillors Oak and Ash; Mr P Elm", ["Councillor Oak", "Councillor Ash", "Mr P Elm"]),
        ("Councillors: A.B. Oak, C Ash;", ["Councillor A.B. Oak", "Councillor C Ash"]),
        ("Cllr Oak (Chair); Cllrs Ash, Elm", ["Cllr Oak", "Cllr Ash", "Cllr Elm"]),
        ("S Oak (Head of Parks), M Ash", ["S Oak", "M Ash"]),
        ("S Oak M Ash, K Elm", ["S Oak", "M Ash", "K Elm"]),
        ("Oak (Chair), Ash", ["Oak", "Ash"]),
        ("Mr Oak, Mr Ash, and Mr Elm", ["Mr Oak", "Mr Ash", "Mr Elm"]),
        ("Mr A Oak (Police). Mrs B Ash and Mr C Elm", ["Mr A Oak", "Mrs B Ash", "Mr C Elm"]),
        ("Mr A Oak. Parish Councils: Mr B Ash.", ["Mr A Oak", "Mr B Ash"]),
        ("Mr A Oak\nMr B Ash", ["Mr A Oak", "Mr B Ash"]),
        ("Mr A Oak (one, two and three), Mr B Ash", ["Mr A Oak", "Mr B Ash"]),
        ("Mr Head, Mrs Helen Ward and Mr D Leader", ["Mr Head", "Mrs Helen Ward", "Mr D Leader"]),
        ("Mr J Lord and Mr Major", ["Mr J Lord", "Mr Major"]),
        ("", []),
        (" . ", []),
    ],
)
def test_a_list_in_any_usual_form_names_its_people(text: str, names: list[str]) -> None:
    assert [full(piece.name) for piece in split_people(text)] == names


def test_a_post_without_brackets_goes_with_its_name_and_is_a_doubt() -> None:
    found = split_people(
        "Mrs A Oak, Head of Roads, Parks and Waste, Mr B Ash Deputy Town Clerk, "
        "Mr C Elm - Solicitor and Mr D Fir in the Chair"
    )
    assert [(full(piece.name), piece.bracket) for piece in found] == [
        ("Mrs A Oak", "Head of Roads, Parks and Waste"),
        ("Mr B Ash", "Deputy Town Clerk"),
        ("Mr C Elm", "Solicitor"),
        ("Mr D Fir", "in the Chair"),
    ]
    assert all("without brackets" in piece.doubt for piece in found)


def test_a_substitute_written_without_brackets_is_one_person_not_two() -> None:
    [piece] = split_people("Mrs A Oak substituting for Mr B Ash")
    assert full(piece.name) == "Mrs A Oak"
    assert piece.bracket == "substituting for Mr B Ash"


def test_a_vacancy_is_a_place_without_a_person() -> None:
    found = split_people("Mr A Oak, Vacancy and 2 vacancies")
    assert [is_vacancy(piece.name) for piece in found] == [False, True, True]
    assert [bool(piece.doubt) for piece in found] == [False, False, True]


def test_words_that_name_nobody_are_kept_as_printed_and_doubted() -> None:
    found = split_people("Chief Executive, Clerk to the Council.")
    assert [full(piece.name) for piece in found] == ["Chief Executive", "Clerk to the Council"]
    assert all(piece.doubt for piece in found)


def test_a_bracket_that_never_closes_swallows_one_person_only() -> None:
    found = split_people("Mr A Oak (Substitute, Mr B Ash")
    assert [full(piece.name) for piece in found] == ["Mr A Oak", "Mr B Ash"]
    assert "not closed" in found[0].doubt


@given(ANY)
@example("(" * 500 + ", Mr " * 50)
def test_a_list_is_its_pieces_and_what_stands_between_them(text: str) -> None:
    found = split_people(text)
    for piece in found:
        assert piece.words == text[piece.start : piece.end] == piece.words.strip()
        assert piece.words
    if found:
        joined = "".join(piece.words + piece.separator for piece in found)
        assert text[found[0].start : found[-1].end] == joined


@pytest.mark.parametrize(
    "words",
    [
        "Mr J Hall",
        "Mrs Whitlow (Chair)",
        "R Elm (Vice-Chairman)",
        "K L M Fir",
        "Anna Carver-Holt",
        "Jennifer Oak-Ash",
        "Miss B Fern, MBE",
        "Mr D Leader",
        "Lord Marsh of Harbourne",
        "J. O'Brien",
        "MR J PELL",
    ],
)
def test_one_persons_name_is_known_as_such(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Present:",
        "Officers",
        "Marsh",
        "County Hall",
        "Council Chamber",
        "Previous Minutes",
        "Any Other Business",
        "Adult Social Care",
        "Head of Highways",
        "Clerk to the Council",
        "Councillors Pell and Dray",
        "Mr Pell and Mrs Hazel",
        "Mr Pell introduced the report",
        "The Committee noted the report.",
        "6 July 2012",
        "1. Minutes",
        "Hall, Harbourne",
        "Name\tVote",
        "mike frost",
        "x" * 300,
    ],
)
def test_words_that_may_not_be_one_persons_name_are_not_taken_for_it(words: str) -> None:
    assert not is_name(words)

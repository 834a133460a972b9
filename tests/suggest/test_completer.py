import pytest

from clerk.suggest import Completer, Suggestion
from tests.suggest.builders import PEOPLE, someone, sources


@pytest.fixture(scope="module")
def completer() -> Completer:
    return Completer(sources())


def after(text: str, suggestion: Suggestion) -> str:
    """The text when all of the suggestion is accepted."""
    return text[: len(text) - suggestion.replace] + suggestion.words


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("Mr Pe", "Mr Pell "),
        ("Mrs H", "Mrs Hazel "),
        ("pel", "Mr Pell "),
        ("Pel", "Mr Pell "),
        ("mr pe", "Mr Pell "),
        ("The report was introduced by lar", "The report was introduced by Mr Larkin "),
        ("wre", "Ms Wren "),
        ("Tolli", "Ann Tolliver "),
        ("Mr D C", "Mr D Crake "),
    ],
)
def test_a_few_letters_give_the_name_in_house_form(
    completer: Completer, typed: str, begins: str
) -> None:
    assert after(typed, completer.suggest(typed, len(typed))).startswith(begins)


def test_those_of_the_meeting_go_before_the_register(completer: Completer) -> None:
    assert after("lark", completer.suggest("lark", 4)).startswith("Mr Larkin ")
    assert after("larkh", completer.suggest("larkh", 5)).startswith("Mr Larkham ")


def test_two_with_one_title_and_surname_keep_their_initials(completer: Completer) -> None:
    offered = {after("cra", each).split(" said")[0].strip() for each in completer.choices("cra", 3)}
    assert offered <= {"Mr C Crake", "Mr D Crake"}
    assert offered


def test_a_title_tells_two_of_one_surname_apart(completer: Completer) -> None:
    assert after("Mrs Fr", completer.suggest("Mrs Fr", 6)).startswith("Mrs Frost ")
    assert after("Mr Fr", completer.suggest("Mr Fr", 5)).startswith("Mr Frost ")


def test_a_motion_names_people_in_full(completer: Completer) -> None:
    text = "MOTION Pel"
    assert after(text, completer.suggest(text, len(text))).startswith("MOTION Mr J A Pell, MBE ")


def test_nobody_outside_the_register_is_offered_though_a_paper_names_them(
    completer: Completer,
) -> None:
    for typed in ("Mr Qui", "Mr Quillf", "quillf", "Quillf", "The Quillf"):
        assert "uillfeather" not in after(typed, completer.suggest(typed, len(typed)))


def test_who_was_named_last_is_offered_first() -> None:
    two = Completer(sources(people=(*PEOPLE, someone("Mr N Hazeldine"), someone("Mr P Hazelton"))))
    for last in ("Mr Hazeldine", "Mr Hazelton"):
        text = f"{last} asked about the cost. Mr Haz"
        assert after(text, two.suggest(text, len(text))).startswith(text[:-6] + last)


@pytest.mark.parametrize("before", ["", "Some words. ", "First.\n", "- "])
def test_a_code_gives_its_phrase(completer: Completer, before: str) -> None:
    text = f"{before}rn"
    found = completer.suggest(text, len(text))
    assert (found.replace, found.words) == (2, "RESOLVED that the report be noted. ")
    assert found.ghost == "→ RESOLVED that the report be noted."


def test_a_code_inside_a_word_is_none(completer: Completer) -> None:
    assert "RESOLVED" not in completer.suggest("the learn", 9).words


def test_a_title_of_the_agenda_is_offered_as_far_as_it_is_sure(completer: Completer) -> None:
    text = "The Committee considered the Resu"
    assert "facing of the Harbourne Causeway" in completer.suggest(text, len(text)).words


def test_the_day_of_a_meeting_is_offered_behind_its_number(completer: Completer) -> None:
    assert completer.suggest("held on 26 A", 12).words.startswith("pril 2012 ")


def test_a_sentence_begins_with_a_capital_and_the_next_word_does_not(completer: Completer) -> None:
    assert after("committ", completer.suggest("committ", 7)).startswith("Committee ")
    assert after("Causew", completer.suggest("Causew", 6)).startswith("Causeway ")
    text = "It was the causew"
    assert after(text, completer.suggest(text, len(text))).startswith("It was the causeway ")


def test_a_limb_begins_small(completer: Completer) -> None:
    assert after("(a) recommenda", completer.suggest("(a) recommenda", 14)).startswith(
        "(a) recommendation"
    )


def test_what_was_written_in_this_meeting_is_offered_at_once() -> None:
    mine = Completer(sources())
    text = "The zebra crossing at Pellbridge was unlit. A zeb"
    assert not mine.suggest(text, len(text))
    mine.learn("The zebra crossing at Pellbridge was unlit.")
    assert mine.suggest(text, len(text)).words.startswith("ra ")
    mine.learn("He asked about the zebra crossing at Pellbridge.")
    assert mine.suggest(text, len(text)).words.startswith("ra crossing at Pellbridge ")


def test_a_misspelling_that_was_mended_is_forgotten() -> None:
    mine = Completer(sources())
    mine.learn("The zebrra was unlit.\n", of="minute")
    assert mine.suggest("A zebr", 6).words.startswith("ra ")
    mine.learn("The zebra was unlit.\n", of="minute")
    assert mine.suggest("A zebr", 6).words.startswith("a ")


def test_a_word_half_typed_is_not_learnt_when_the_minute_is_saved() -> None:
    mine = Completer(sources())
    mine.learn("It was said. The zebr", of="minute")
    assert not mine.suggest("A zeb", 5)


def test_learning_the_same_minute_again_changes_nothing() -> None:
    once, often = Completer(sources()), Completer(sources())
    text = "The zebra crossing was unlit. Mr Pell asked why.\n"
    once.learn(text, of="minute")
    for _ in range(5):
        often.learn(text, of="minute")
    for typed in ("The z", "Mr Pell ", "cross", "pel"):
        assert once.choices(typed, len(typed)) == often.choices(typed, len(typed))


@pytest.mark.parametrize("text", ["qzx", "(a", "#", ":decl", "qzx7", "\\- x", "Mr Zqx"])
def test_nothing_is_offered_when_unsure_or_in_a_mark(completer: Completer, text: str) -> None:
    assert not completer.suggest(text, len(text))


def test_nothing_is_offered_inside_a_word(completer: Completer) -> None:
    assert not completer.suggest("The Committee", 7)


def test_surer_shows_less() -> None:
    bold, shy = Completer(sources(), sure=0.05), Completer(sources(), sure=0.9)
    text = "The Committee considered a report which set out the cost of the work."
    shown = [[bool(each.suggest(text[:at], at)) for at in range(len(text))] for each in (bold, shy)]
    assert sum(shown[0]) > sum(shown[1])


def test_one_word_can_be_accepted_alone(completer: Completer) -> None:
    text = "The Committee considered the Resu"
    found = completer.suggest(text, len(text))
    assert found.first == "rfacing "
    assert found.words.startswith(found.first)

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.names import full, short
from clerk.suggest import Completer, Suggestion
from clerk.suggest.tokens import pieces
from tests.suggest.builders import PEOPLE, sources

_COMPLETER = Completer(sources(), sure=0.0)
_FORMS = {
    form
    for each in PEOPLE
    for form in (short(each.name), short(each.name, initials=True), full(each.name))
}
_BITS = "Mr |Mrs |mr |Mr P|Mr Fr|Cllr |Lord L|Dr |pel|Crake|wr|Qui|the |The C|committee |asked |. "
_FRAGMENTS = st.sampled_from((*_BITS.split("|"), "said that ", "\n", "- ", "(a) ", "MOTION ", "’s"))
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_FRAGMENTS, max_size=12).map("".join))


@given(_TEXTS, st.integers(-5, 70))
@settings(max_examples=400, deadline=None)
def test_any_text_and_cursor_give_choices_that_hold_no_line_end(text: str, cursor: int) -> None:
    for each in _COMPLETER.choices(text, cursor):
        assert "\n" not in each.ghost
        assert "\n" not in each.words
        assert "".join(each.parts) == each.words
        assert each.ghost
        assert 0 < each.likely <= 1


@given(_TEXTS)
@settings(max_examples=400, deadline=None)
def test_accepting_keeps_what_was_typed_but_the_letters_replaced(text: str) -> None:
    for each in _COMPLETER.choices(text, len(text)):
        kept = text[: len(text) - each.replace]
        assert 0 <= each.replace <= len(text)
        assert "\n" not in text[len(kept) :]
        assert _accepted(text, each).startswith(kept)
        assert each.replace == 0 or each.ghost.startswith("→ ")


@given(_TEXTS)
@settings(max_examples=600, deadline=None)
def test_no_name_is_completed_that_no_person_bears(text: str) -> None:
    before = set(pieces(text))
    for each in _COMPLETER.choices(text, len(text)):
        # A name that takes the place of letters stands by itself; what only goes on from what
        # was typed is read together with it.
        for piece in pieces(each.words if each.replace else _accepted(text, each)):
            if " " in piece and piece not in before:
                assert piece in _FORMS, (text, each)


@given(st.text("abz ", min_size=1, max_size=20), _TEXTS)
@settings(max_examples=50, deadline=None)
def test_what_has_gone_from_a_minute_is_offered_no_more(learnt: str, text: str) -> None:
    _COMPLETER.learn(f"zzq{learnt} zzqzzq\n", of="one")
    _COMPLETER.learn("", of="one")
    for typed in (text, "zzq", "Zzq"):
        assert not any("zzq" in each.words for each in _COMPLETER.choices(typed, len(typed)))


def _accepted(text: str, suggestion: Suggestion) -> str:
    return text[: len(text) - suggestion.replace] + suggestion.words

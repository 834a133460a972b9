import pytest

from clerk.suggest import stroke


def typed(text: str, keys: str) -> str:
    """The text after an accepted suggestion and the keys typed behind it."""
    ours = True
    for key in keys:
        done = stroke(text, key, ours=ours)
        text, ours = text[: len(text) - done.remove] + done.insert, done.ours
    return text


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("said", "Mr Pell said"),
        (" said", "Mr Pell said"),
        ("  said", "Mr Pell  said"),
        (",", "Mr Pell, "),
        (",and", "Mr Pell, and"),
        (", and", "Mr Pell, and"),
        (".", "Mr Pell. "),
        (".\n", "Mr Pell.\n"),
        ("\n", "Mr Pell\n"),
        ("’s", "Mr Pell’s"),
        ("'s", "Mr Pell's"),
        ("(who", "Mr Pell (who"),
        ("- who", "Mr Pell - who"),
        (").", "Mr Pell). "),
    ],
)
def test_the_space_behind_accepted_words_gives_way(keys: str, wanted: str) -> None:
    assert typed("Mr Pell ", keys) == wanted


def test_a_time_and_a_sum_keep_together() -> None:
    assert typed("at 10 ", ".30") == "at 10.30"
    assert typed("£2 ", ",500") == "£2,500"


@pytest.mark.parametrize("key", [",", " ", ".", "\n", "’", "a"])
def test_a_space_that_was_typed_is_never_touched(key: str) -> None:
    assert stroke("Mr Pell ", key, ours=False) == (0, key, False)

import pytest

from tests.keystrokes.simulate import simulate
from tests.packs.truth import PACKS, needs_packs

_GOAL = 0.65


@needs_packs
@pytest.mark.slow
@pytest.mark.parametrize("name", PACKS)
def test_debate_is_typed_with_two_keys_for_three_characters(name: str) -> None:
    tally = simulate(name)
    assert tally.ratio < _GOAL
    assert tally.right / tally.shown > 0.2

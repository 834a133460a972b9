"""What is offered at the cursor."""

from clerk.domain.base import Fact


class Suggestion(Fact, frozen=True):
    """Words offered at the cursor: accepting removes `replace` characters and puts `words`."""

    ghost: str = ""
    """What to show, dimmed, behind the cursor; never holds the end of a line. Empty for none."""
    replace: int = 0
    """How many characters before the cursor go."""
    parts: tuple[str, ...] = ()
    """The words one by one, each with the space behind it: what accepting one word puts."""
    likely: float = 0.0
    """How likely the first of them is wanted, from 0 to 1."""

    @property
    def words(self) -> str:
        """What accepting all of it puts."""
        return "".join(self.parts)

    @property
    def first(self) -> str:
        """What accepting one word puts."""
        return self.parts[0] if self.parts else ""

    def __bool__(self) -> bool:
        return bool(self.parts)


NOTHING = Suggestion()

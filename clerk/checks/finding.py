"""What a check says: a code to name it by, one sentence, how grave it is, on what it rests."""

from typing import Literal

from clerk.domain.base import Fact

Severity = Literal["wrong", "look"]
"""wrong: the minutes contradict themselves or the law; look: a person should judge."""


class Finding(Fact, frozen=True):
    """One finding about a meeting. It changes nothing."""

    code: str
    says: str
    severity: Severity = "look"
    source: str = ""
    """A section of an Act, or what it was compared with."""
    fact: str = ""
    """The id of the fact that it is about."""

    @property
    def sentence(self) -> str:
        """The sentence, with its source and its code."""
        source = f" ({self.source})" if self.source and self.source not in self.says else ""
        return f"{self.code}: {self.says.removesuffix('.')}{source}."

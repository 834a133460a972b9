"""Interests declared at a meeting: by whom, in which item, of what kind, and what was done."""

from typing import Literal

from clerk.domain.base import Fact

InterestKind = Literal[
    "disclosable pecuniary",
    "other significant",
    "personal",
    "council tax arrears",
    "prejudicial",
]
"""The kinds that law and the usual codes know; a council's own word goes into `own_kind`.

Disclosable pecuniary: Localism Act 2011 s31. Council tax arrears: Local Government Finance Act 1992
s106. Personal and prejudicial: the code of conduct before July 2012 (SI 2007/1159).
"""
Done = Literal["", "stayed", "spoke", "left", "did not vote"]


class Declaration(Fact, frozen=True):
    """One declaration. A sensitive one has no nature: it is nowhere kept (Localism Act s32)."""

    id: str
    person: str
    item: str = ""
    """The agenda item or minute; empty where it concerns the meeting as a whole."""
    kind: InterestKind = "personal"
    own_kind: str = ""
    """The council's own word for the kind, where it has another."""
    nature: str = ""
    """ "as her husband was employed by the contractor", without the "as"."""
    sensitive: bool = False
    done: Done = ""
    dispensation: str = ""
    """Who granted it, or "granted": Localism Act 2011 s33. Empty without one."""
    registered: bool | None = None
    """Whether it stands in the register already; None where nobody looked."""

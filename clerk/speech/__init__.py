"""An act typed as it is said: `out chi 11.42`, `moved ang, sec bur: that …`, `carried 7-2-1`."""

from clerk.speech.hearing import Hearing
from clerk.speech.saying import VERBS, hear, offers

__all__ = ["VERBS", "Hearing", "hear", "offers"]

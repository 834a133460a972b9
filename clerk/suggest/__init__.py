"""Completion of names, phrases and words for whoever types minutes; it knows nothing of screens."""

from clerk.suggest.completer import Completer
from clerk.suggest.sources import Business, Paper, Someone, Sources
from clerk.suggest.spacing import Stroke, ends_here, stroke
from clerk.suggest.suggestion import NOTHING, Suggestion

__all__ = [
    "NOTHING",
    "Business",
    "Completer",
    "Paper",
    "Someone",
    "Sources",
    "Stroke",
    "Suggestion",
    "ends_here",
    "stroke",
]

"""Completion of names, phrases and words for whoever types minutes; it knows nothing of screens."""

from clerk.suggest.completer import Completer
from clerk.suggest.sources import Business, Paper, Someone, Sources
from clerk.suggest.spacing import Stroke, stroke
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
    "stroke",
]

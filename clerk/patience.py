"""Trying again: on Windows others look at a new file for a moment, and nobody may move it then."""

import time
from collections.abc import Callable
from typing import TypeVar

from clerk import paths

T = TypeVar("T")

_PAUSES = (0.01, 0.03, 0.08, 0.15) + ((0.3, 0.5) if paths.ON_WINDOWS else ())
"""Seconds between tries: scanners and OneDrive hold a file for hundredths, or most, of one.

Elsewhere a refusal is hardly ever a short lock, and waiting only delays the sentence.
"""


def patiently(step: Callable[[], T]) -> T:
    """What `step` gives, tried again through the short locks that other programs hold."""
    for pause in _PAUSES:
        try:
            return step()
        except PermissionError:
            time.sleep(pause)
    return step()

"""What minutes say of nobody, because it is nobody's business."""

from clerk.patterns import LatePattern

HEALTH = "UK GDPR article 9"
"""Special category data. Minutes need no reason for an apology: there is no ground to keep it."""

_HEALTH = LatePattern(
    r"(?i)\b(?:ill|illness|sick\w*|unwell|hospital\w*|medical\w*|health|doctor|surg\w+|operation|"
    r"covid\w*|injur\w+|cancer|recover\w*|treatment|diagnos\w+|pregnan\w+|bereave\w*|stress|flu|"
    r"clinic\w*|disab\w+)\b"
)


def tells_of_health(words: str) -> bool:
    """Whether words seem to tell of somebody's health; a clerk can always leave them out."""
    return _HEALTH.search(words) is not None


def health_refusal() -> str:
    """What to tell whoever typed such words."""
    return f"Somebody's health is never printed and nowhere kept ({HEALTH}): leave these words out."

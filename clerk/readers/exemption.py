"""Which paragraphs of Schedule 12A to the Local Government Act 1972 a paper relies on."""

import re

# "paragraph 3 of Part 1 of Schedule 12A", "paragraphs 1, 2 and 3 of part I of …",
# "paragraph(s) 3 of Part 1"
_NAMED = re.compile(
    r"\bparagraphs?(?:\(s\))?\s+(?P<list>\d{1,2}(?:\s*(?:,|and|&|to|or)\s*\d{1,2})*)"
    r"(?:\s*\([^()]{0,80}\))?\s+(?:of|in)\s+(?:part\s+(?:1|i|one)\b|schedule)",
    re.IGNORECASE,
)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The numbers of the paragraphs that the text names, each once, in its order."""
    numbers: list[str] = []
    for found in _NAMED.finditer(text):
        numbers += re.findall(r"\d+", found["list"])
    return tuple(dict.fromkeys(numbers))

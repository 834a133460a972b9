"""Officers whose names stand in brackets behind their posts: "Head of Law (Ms A Ash)"."""

import re

from clerk.domain.base import new_id
from clerk.domain.meetings import Capacity
from clerk.names import parse_name
from clerk.readers.pages.page import fold
from clerk.readers.reading import ReadAttendance

# "Director, Roads and Water (Mr K Oak), Clerk to the Council (Mrs A Ash)"
_POST_WITH_NAME = re.compile(
    r"(?:\s*(?:[,;]|\band\b)\s*)*(?P<post>[A-Z][^();]{3,90}?)\s*"
    r"\((?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Professor)\.? [^()]{2,50})\)"
)


def named_in_brackets(text: str, capacity: Capacity, line: int) -> list[ReadAttendance]:
    """The officers of a list that is nothing but posts with names in brackets; none if it is not.

    `line` is where the list stands in the paper.
    """
    found = list(_POST_WITH_NAME.finditer(text))
    whole = "".join(match[0] for match in found)
    if len(whole) < len(text.rstrip(" .")):
        return []
    return [
        ReadAttendance(
            id=new_id(),
            name=parse_name(match["name"]),
            words=fold(f"{match['post']} ({match['name']})"),
            capacity=capacity,
            post=fold(match["post"]),
            line=line,
        )
        for match in found
    ]

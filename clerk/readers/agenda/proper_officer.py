"""The foot of a front sheet: the proper officer, and when the agenda was published."""

import datetime as dt
import re
from typing import NamedTuple

from clerk.names import is_name
from clerk.readers.minutes.minute_heads import people_with_posts
from clerk.readers.pages.page import Page
from clerk.when import find_dates


class ProperOfficer(NamedTuple):
    """Who signs the front sheet."""

    first: int
    """Where in the page the block begins."""
    end: int
    name: str = ""
    post: str = ""
    phone: str = ""
    published: dt.date | None = None
    published_words: str = ""
    published_line: int | None = None


# "(01999) 416100", "01999 416100", "03999 41 61 00", "(01999) 416100/ 416101"
PHONE = re.compile(r"(?:\(0\d{2,5}\)|\+44 ?\(?0?\)?\d{2,4}|0\d{2,5})[\d /-]{5,24}\d")
_POST = re.compile(
    r"\b(?:head of|director|officer|chief executive|solicitor|clerk|secretary|manager|counsel|"
    r"democratic services|monitoring|governance|service lead|town hall)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"^(?:date of (?:publication|issue|des?patch|dispatch)|published(?: on)?|"
    r"(?:agenda )?issued(?: on)?|publication date|dated?)\s*:?\s*(?P<rest>.+)$",
    re.IGNORECASE,
)


def find_officer(page: Page, first: int, end: int) -> ProperOfficer:
    """The block in `page[first:end]`, where the items end; an empty one at `end` if none."""
    for at in range(first, end):
        text = PHONE.sub("", page[at].text).strip()
        if not text or len(text) > 120 or re.match(r"[-(\d]|[A-Z]\d", text):
            continue
        following = [n for n in range(at + 1, min(at + 9, end)) if page[n].text][:3]
        if is_name(text) and following and _is_post(page[following[0]].text):
            return _block(page, at, following, end, text, "")
        people = people_with_posts(text) if _POST.search(text) else ()
        if (
            len(people) == 1
            and people[0].post
            and is_name(people[0].name)
            and _bare(people[0].name)
        ):
            return _block(page, at, following, end, people[0].name, people[0].post)
    return _published_alone(page, first, end)


def _bare(name: str) -> bool:
    return len(name.split()) <= 5


def _is_post(text: str) -> bool:
    return bool(_POST.search(text)) and len(text) <= 100 and not text.endswith(".")


def _block(
    page: Page, at: int, following: list[int], end: int, name: str, post: str
) -> ProperOfficer:
    phones = PHONE.findall(page[at].text)
    last = at
    for place in following:
        text = page[place].text
        if not post and _is_post(text):
            phones += PHONE.findall(text)
            post, last = PHONE.sub("", text).strip(" ,-–"), place
        elif PHONE.search(text) and not phones and len(text) < 60:
            phones, last = PHONE.findall(text), place
        elif _date_line(text) is None:
            break
    found = ProperOfficer(at, last + 1, name, post, phones[0] if phones else "")
    for place in range(last + 1, min(last + 8, end)):
        if (dated := _date_line(page[place].text)) is not None:
            words, day = dated
            return found._replace(
                end=place + 1,
                published=day,
                published_words=words,
                published_line=page[place].number,
            )
        if page[place].text:
            break
    return found


def _published_alone(page: Page, first: int, end: int) -> ProperOfficer:
    """A line that says when the agenda was published, where nobody signs it."""
    for at in range(first, end):
        label = _PUBLISHED.match(page[at].text)
        dated = _date_line(page[at].text) if label else None
        if dated is not None:
            return ProperOfficer(
                at,
                at + 1,
                published=dated[1],
                published_words=dated[0],
                published_line=page[at].number,
            )
    return ProperOfficer(end, end)


def _date_line(text: str) -> tuple[str, dt.date] | None:
    """The date of a line that holds nothing else, but for a word such as "Published:"."""
    label = _PUBLISHED.match(text)
    words = label["rest"] if label else text
    dates = find_dates(words)
    if len(dates) != 1 or len(words) - len(dates[0][0]) > 3:
        return None
    return dates[0]

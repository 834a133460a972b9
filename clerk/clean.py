"""Text from anywhere made safe to store, to show and to name files by."""

import re
import unicodedata

from clerk.counted import counted
from clerk.patterns import LatePattern

_NO_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": "'"})
"""Letters that Unicode does not take apart, as a keyboard without them types them."""


def letters_of(words: str) -> str:
    """The words as one looks for them: small and without accents, "Siân O’Brien" as "sian o'brien".

    Every search for people and lines by typing compares these, of what is typed and of what is
    found: few keyboards have the accents that a name is printed with.
    """
    small = words.casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(_NO_ACCENT))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def findable(words: str) -> str:
    """Where letters typed to find the words are looked for: an apostrophe may be left out."""
    letters = letters_of(words)
    bare = letters.replace("'", "")
    return letters if bare == letters else f"{letters} {bare}"


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as Clerk stores it, and what was changed, in words; nothing else is changed.

    All that XML 1.0, and so Word, can hold stays: smart quotes, hard spaces, tabs, marks of
    direction. Line ends of every kind become new lines, Word's soft ones among them, and accents
    are put together with their letters (Unicode NFC). The words tell of soft breaks and of what
    was removed: page breaks, control characters, halves of characters. A byte-order mark at the
    beginning is no part of a text.
    """
    text = re.sub(r"\r\n?", "\n", text)
    text, breaks = _SOFT_BREAK.subn("\n", text)
    text, pages = re.subn("\f", "", text)
    text, others = _NOT_XML.subn("", text)
    told = (
        _told(breaks, "soft line break became a new line", "soft line breaks became new lines"),
        _told(pages, "page break was removed", "page breaks were removed"),
        _told(
            others,
            "character that Word cannot hold was removed",
            "characters that Word cannot hold were removed",
        ),
    )
    cleaned = unicodedata.normalize("NFC", text.lstrip("\ufeff"))
    return cleaned, tuple(words for words in told if words)


def text_of(content: bytes) -> str:
    """The text of a file that a user may have edited, as any editor saves it.

    In UTF-8 with or without a byte-order mark, or in UTF-16 with one (Notepad's "Unicode"); line
    ends of every kind are new lines. Raises UnicodeDecodeError.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return re.sub(r"\r\n?", "\n", content.decode("utf-16" if wide else "utf-8-sig"))


def shown(text: str) -> str:
    """The text for a terminal or a listing: it can neither steer the screen nor turn its order.

    Control characters and halves of characters become U+FFFD, tabs a space; marks of direction and
    other characters that show nothing are left out; new lines stay.
    """
    text = _INVISIBLE.sub("", re.sub(r"\r\n?|[\u2028\u2029]", "\n", text))
    return _UNSHOWABLE.sub("\ufffd", text.replace("\t", " "))


def safe_filename(words: str, *, limit: int = 80) -> str:
    """A name, without its ending, that a file may have on any system; never empty.

    At most `limit` characters, cut between words where that can be. Separators, what Windows
    forbids, control characters and marks of direction go; a reserved name ("CON", "com1") gets an
    underscore behind it.
    """
    plain = unicodedata.normalize("NFC", shown(words)).replace("\ufffd", "")
    plain = re.sub(r"\s+", " ", re.sub(r'[<>:"/\\|?*]+', "-", plain))
    plain = _cut(plain.lstrip(" .-~"), limit).rstrip(" .-")
    return _not_reserved(plain, "_") or "untitled"


def slug(words: str) -> str:
    """ "Environment and Highways Committee" as "environment-and-highways-committee".

    Small Latin letters and digits with dashes between, accents dropped: it names a folder, which
    must be the same on every disk, and is typed. A name in another script is "untitled". At most
    80 characters; never empty. Two names may have one slug.
    """
    bare = re.sub(r"['’‘`]", "", words.replace("&", " and "))
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", bare).casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char)).translate(_LETTERS)
    joined = "-".join(re.findall(r"[a-z0-9]+", kept))
    return _not_reserved(_cut(joined, 80, "-"), "-x") or "untitled"


_SOFT_BREAK = LatePattern("[\v\x85\u2028\u2029]")
"""Word's soft break as it comes from the clipboard, and Unicode's own."""
_NOT_XML = LatePattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What the production Char of XML 1.0 (fifth edition, 2.2) leaves out; to name what it has would
take ten times as long to compile, at every start."""
_INVISIBLE = LatePattern(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Marks of direction, and characters of no width but the two that join letters of a script."""
_UNSHOWABLE = LatePattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RESERVED = LatePattern(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|\s*$)", re.I
)
"""https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file, also with an ending."""
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters of Latin script that do not come apart into one of ours and an accent."""
_MOST_BYTES = 200
"""Of a file's name in UTF-8: most systems allow 255, and an ending and a number are to follow."""


def _told(count: int, one: str, many: str) -> str:
    return counted(count, one, many) if count else ""


def _cut(words: str, limit: int, gap: str = " ") -> str:
    """At most `limit` characters and as many bytes as a file's name may have, whole words first."""
    short = words[: max(limit, 1)].encode()[:_MOST_BYTES].decode(errors="ignore")
    if len(short) == len(words) or words[len(short)] == gap:
        return short.rstrip(gap)
    whole = short.rpartition(gap)[0]
    return whole if len(whole) * 2 > len(short) else short


def _not_reserved(name: str, behind: str) -> str:
    """The name with `behind` put after a stem that Windows keeps for a device."""
    return (
        _RESERVED.sub(lambda found: found[0] + behind, name, count=1) if _reserved(name) else name
    )


def _reserved(name: str) -> bool:
    return _RESERVED.match(name) is not None

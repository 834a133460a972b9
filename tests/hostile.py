"""What strangers may send: words, names of files, and files. One list, pushed through everything.

`tests/commands/test_hostile_commands.py` puts it into every word of every command,
`tests/screens/test_hostile.py` onto every screen, `tests/commands/test_leaks.py` looks where it
went.
All three find commands, screens and documents by themselves, so that new ones are covered.
"""

import zipfile
from collections.abc import Callable
from io import BytesIO

WORDS: dict[str, str] = {
    "closing markup": "[/]",
    "markup": "[sic] [Cllr Smith] [$primary] [bold red]x",
    "a link that acts": "[@click=app.quit]x[/]",
    "markup that no parser takes": "[/$R :",
    "a place of the house style": "{venue} {0} %s ${x}",
    "a path out of here": "../../etc/passwd",
    "a path of Windows": "C:\\tmp\\ ..\\..\\x",
    "a reserved name": "CON",
    "a reserved name with an ending": "lpt1.json",
    "an option": "-rf --home=/",
    "a formula": "=cmd|'/c calc'!A1",
    "another formula": '@SUM(1+1)*HYPERLINK("http://x")',
    "a formula behind a sign": "+1-1",
    "colours of a terminal": "\x1b[31mred\x1b[0m \x9b31m",
    "a window's title": "\x1b]0;title\x07",
    "a link of a terminal": "\x1b]8;;http://x\x1b\\here\x1b]8;;\x1b\\",
    "the clipboard of a terminal": "\x1b]52;c;aGk=\x07",
    "a cleared screen": "a\x1b[2J\x1bcb\rc\x08d",
    "turned order": "left\u202eright\u202c \u2066inside\u2069",
    "nothing to be seen": "a\u200bb\u2060c\ufeffd\u00ad",
    "half a character": "half \udc80 character",
    "what XML cannot hold": "a\x00b\x0bc\x0cd\ufffee",
    "XML": "<b>&amp;</b> ]]> <!-- <?x?> &lol;",
    "quotes": "' \" ` ’ “ ; DROP TABLE minute; --",
    "a question to the index": 'NEAR("a" AND * title:x) OR (',
    "accents apart": "e\u0301" * 20,
    "accents without end": "Z" + "\u0301" * 200,
    "one long word": "x" * 300,
    "marks of the notation": "## | a | b |\n(a) - > :apologies\nMOTION : \\",
    "a line of marks": "|" * 60,
    "another script": "Ŵelṡh 日本語 العربية 👩‍👩‍👧",
}
"""Short words by what they pretend to be."""

NAMES_IN_ARCHIVES = (
    "../register.json",
    "/etc/passwd",
    "meetings/../../x.json",
    "meetings/con/2026-09-03.json",
    "meetings/cabinet/2026-09-03.json.prev",
    "meetings\\cabinet\\2026-09-03.json",
    "house-styles/../notes/a.json",
    "house-styles/ours/../../../x",
    "house-styles/./x",
    "house-styles//x",
    "house-styles/c:/x",
    "house-styles/a\nb",
    "house-styles/",
    "notes/0a1b.json",
    "journal/0a1b.intent",
    "backups/x.zip",
    "papers/../register.json",
    "papers/.json",
)
"""Names in a zip file that have no place in a data folder."""

MOST = "\n".join(word for word in WORDS.values() if len(word) < 250)
"""Nearly all of it at once, line by line."""

_LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'>%s]><x>&z;</x>" % b"".join(
    b"<!ENTITY %c '%s'>" % (one, b"&%c;" % (one - 1) * 20) for one in range(ord("b"), ord("z") + 1)
)
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(**parts: bytes) -> bytes:
    """A zip file of these parts; "__" in a name stands for "/"."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def _deep_word() -> bytes:
    nested = b"<w:p>" * 20_000 + b"</w:p>" * 20_000
    head = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
    return zipped(**{"word__document.xml": head + nested + b"</w:body></w:document>"})


def _in_archives() -> bytes:
    return zipped(**{name.replace("/", "__"): b"x" for name in NAMES_IN_ARCHIVES})


FILES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "noise.docx": lambda: bytes(range(256)) * 40,
    "laughs.xml": lambda: _LAUGHS,
    "laughs.docx": lambda: zipped(**{"word__document.xml": _LAUGHS}),
    "styles.docx": lambda: zipped(**{"word__document.xml": b"<x/>", "word__styles.xml": _LAUGHS}),
    "outside.docx": lambda: zipped(**{"word__document.xml": _OUTSIDE}),
    "bomb.docx": lambda: zipped(
        **{"word__document.xml": b"<a>" + b" " * (80 * 1024 * 1024) + b"</a>"}
    ),
    "deep.docx": _deep_word,
    "names.zip": _in_archives,
    "bomb.zip": lambda: zipped(**{"register.json": b"0" * (80 * 1024 * 1024)}),
    "torn.zip": lambda: zipped(a=b"x" * 9999)[:80],
    "loop.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 0>>\nstartxref\n9\n%%EOF"
    ),
    "cell.csv": lambda: b'Name,Committee\n"' + b"x" * (10 * 1024 * 1024) + b'",env\n',
    "cell.txt": lambda: b"MINUTES\nPRESENT: " + b"Mr A Pell, " * 100_000 + b"\n1. Title\n",
    "columns.csv": lambda: b"Name" + b"," * 200_000 + b"\n" + b"x," * 200_000,
    "unclosed.csv": lambda: b'Name,Committee\n"Mr A Pell,env\n' * 2000,
    "formulas.csv": lambda: "\n".join(
        ["Name,Group,Committee", *(f'"Mr A {w}","{w}",env' for w in WORDS.values())]
    ).encode("utf-8", "replace"),
    "words.txt": lambda: f"COUNTY COUNCIL\n{MOST}\nMINUTES of a meeting\n{MOST}".encode(
        "utf-8", "replace"
    ),
    "deep.json": lambda: b"[" * 100_000,
    "deep.html": lambda: (
        b"<html>" + b"<div>" * 50_000 + b"<!ENTITY" + MOST.encode("utf-8", "replace")
    ),
    "marks.txt": lambda: b"(" * 200_000 + b"\n" + b"- " * 100_000,
}
"""Files by name, each made when it is asked for. The ending is what they pretend to be."""

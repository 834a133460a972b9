"""Plain text: which encoding, and where its lines end."""

import codecs
import re

from clerk.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def text_lines(content: bytes, name: str) -> tuple[str, ...]:
    """The lines of a text file; `name` is used in messages alone. Raises InputError."""
    text = _decoded(content, name)
    if not text.strip():
        raise InputError(f"{name} holds no text; nothing was read.")
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls * 20 > len(text):
        raise InputError(
            f"{name} is not a text, Word or PDF file; save the paper as .docx, .pdf or .txt."
        )
    found = _LINE_END.split(text)
    if not found[-1]:
        found.pop()
    return tuple(found)


def _decoded(content: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, or Windows-1252, which is what councils' systems write.

    Windows-1252 comes last because nearly any bytes can be read as it; the few that cannot say
    that the encoding is none of these.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    if b"\x00" in content[:4096]:
        return _unmarked_utf16(content, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "cp1252", name)


def _unmarked_utf16(content: bytes, name: str) -> str:
    """UTF-16 without its mark: every other byte of English is then zero."""
    sample = content[:4096]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[offset::2].count(0)
        if zeros * 10 > len(sample[offset::2]) * 9:
            return _strictly(content, encoding, name)
    raise InputError(
        f"{name} is not a text, Word or PDF file; save the paper as .docx, .pdf or .txt."
    )


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(
            f"{name} is in an encoding that Clerk does not know; save it as UTF-8 text."
        ) from None

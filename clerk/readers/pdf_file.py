"""The text of a PDF, page by page, as it lies on the page."""

from io import BytesIO
from typing import TYPE_CHECKING

from clerk.errors import InputError

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 3000
"""More pages than any council's papers have; a file that claims more is refused."""


def pdf_lines(content: bytes, name: str) -> tuple[str, ...]:
    """The lines of a text-bearing PDF; `name` is used in messages alone. Raises InputError."""
    # pypdf costs about 100 ms to load, which only the reading of a PDF should pay.
    import logging

    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are no help to a clerk
    try:
        found = _all_pages(_opened(content, name), name)
    except InputError:
        raise
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, IndexError) as error:
        raise _damaged(name) from error
    except (AttributeError, AssertionError, RecursionError, ArithmeticError, OSError) as error:
        raise _damaged(name) from error
    if not any(line.strip() for line in found):
        raise InputError(
            f"{name} holds pictures of pages and no text; use the Word file, or a PDF that has "
            "been through text recognition."
        )
    return tuple(found)


def _opened(content: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(f"{name} is protected by a password; save a copy without it.")
    if len(reader.pages) > MOST_PAGES:
        raise InputError(f"{name} has more than {MOST_PAGES} pages; split it first.")
    return reader


def _all_pages(reader: "PdfReader", name: str) -> list[str]:
    found: list[str] = []
    size = 0
    for page in reader.pages:
        # The layout mode keeps blank lines and columns, by which paragraphs and lists are known.
        text = page.extract_text(extraction_mode="layout")
        size += len(text)
        if size > 64 * 1024 * 1024:
            raise InputError(f"{name} holds more text than a council paper; split it first.")
        found += [line.rstrip() for line in text.split("\n")]
        found.append("")
    return found


def _damaged(name: str) -> InputError:
    return InputError(f"{name} is a damaged PDF; open it elsewhere and save or print it anew.")

"""How long a clerk waits for an import: a paper of a hundred pages in each kind of file."""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from clerk.readers import lines
from clerk.readers.paper import read_lines
from tests.benchmarks.line import Line, ratio
from tests.readers.made_pdf import pdf_of

_WORD, _PDF = 4.0, 15.0
"""Beside the library alone that gives the text, without knowing a list's numbers, a paragraph, a
table or the page's furniture.
"""
_GROWTH = 1.5
_MINUTES = 220
"""They fill some hundred pages."""
_TEXT_ALONE = (
    "import sys, pypdfium2; d = pypdfium2.PdfDocument(sys.argv[1]); "
    "print(sum(len(d[n].get_textpage().get_text_range()) for n in range(len(d))))"
)
_MINUTE = (
    "{}. Repairs at quay {}",
    "(Item B{})",
    *(
        f"({n}) Members asked what the works at the quay would cost, who would pay for them, and "
        "whether the ferry could go on while the piles were driven; the Head of Harbours answered "
        "that it could, but for two tides in March."
        for n in range(1, 9)
    ),
    "(9) RESOLVED that the works be put in hand.",
)


def measure(quick: bool) -> Iterator[Line]:
    """A Word file and a PDF beside their libraries, and a text four times as long beside one."""
    paper = _paper(_MINUTES)
    rounds = 5 if quick else 9
    with tempfile.TemporaryDirectory() as folder:
        word, pdf = Path(folder) / "paper.docx", Path(folder) / "paper.pdf"
        word.write_bytes(_word(paper))
        pdf.write_bytes(pdf_of(paper))
        yield Line(
            "lines_of_a_word_file_beside_python_docx_alone",
            ratio(_lines(word), _docx_alone(word), rounds),
            _WORD,
        )
        yield Line(
            "lines_of_a_pdf_beside_pdfium_alone",
            ratio(_lines(pdf), _pdfium_alone(pdf), rounds),
            _PDF,
        )
    grown = ratio(_read(_paper(4 * _MINUTES)), _read(paper), rounds) / 4
    yield Line("reading_of_a_paper_beside_a_quarter_of_it_four_times", grown, _GROWTH)


def _paper(minutes: int) -> list[str]:
    """Minutes of an invented council."""
    found = [
        "MINUTES of a meeting of the Harbour Committee held in the Tidal Room on Tuesday, "
        "5 May 2026.",
        "PRESENT: Mr A Field (Chairman), Mrs B Glebe, OBE and Ms C Heath",
    ]
    for number in range(1, minutes + 1):
        found += [line.format(number, number) for line in _MINUTE]
    return [line for words in found for line in (words, "")]


def _word(paper: list[str]) -> bytes:
    import docx

    document = docx.Document()
    for words in paper:
        if words:
            document.add_paragraph(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _lines(path: Path) -> Callable[[int], object]:
    return lambda _: lines(path)


def _read(paper: list[str]) -> Callable[[int], object]:
    return lambda _: read_lines(paper, "paper.txt")


def _docx_alone(path: Path) -> Callable[[int], object]:
    import docx

    return lambda _: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def _pdfium_alone(path: Path) -> Callable[[int], object]:
    command = [sys.executable, "-I", "-c", _TEXT_ALONE, str(path)]
    return lambda _: subprocess.run(command, check=True, capture_output=True)

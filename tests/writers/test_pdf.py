"""PDF by LibreOffice where it is installed, said plainly where not."""

import shutil
import stat
from pathlib import Path

import pytest

from clerk.domain.printed import Record
from clerk.errors import InputError, StorageError
from clerk.writers.pdf import to_pdf
from clerk.writers.word import DocumentProperties, write_word


def test_without_libreoffice_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="LibreOffice is not installed here"):
        to_pdf(tmp_path / "a.docx", tmp_path / "a.pdf", find_program=lambda _: None)
    assert list(tmp_path.iterdir()) == []


def test_a_libreoffice_that_fails_leaves_the_old_pdf(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(StorageError, match=r"LibreOffice made no PDF of “a\.docx”"):
        to_pdf(tmp_path / "a.docx", target, find_program=lambda _: str(program))
    assert target.read_bytes() == b"old"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_minutes_become_a_pdf(record: Record, templates: Path, tmp_path: Path) -> None:
    docx, target = tmp_path / "minutes [draft].docx", tmp_path / "out.pdf"
    template = templates / "committee-2012" / "style.docx"
    write_word(record, template, docx, properties=DocumentProperties())
    to_pdf(docx, target)
    assert target.read_bytes().startswith(b"%PDF")
    assert sorted(tmp_path.iterdir()) == sorted([docx, target])

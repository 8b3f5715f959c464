"""Files are read beside the window: it is told how far the reading is, and may call it off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.output import FileWork
from tests.documents.pdf_files import Sheet, pdf_of

PDF = Path(__file__).parent.parent / "documents" / "fixtures" / "office" / "ngan.pdf"


@pytest.fixture
def work(qtbot) -> Iterator[FileWork]:
    made = FileWork()
    yield made
    made.close()


def test_the_stages_of_reading_a_pdf_are_told(work: FileWork, qtbot, tmp_path: Path):
    stages: list[str] = []
    work.progressed.connect(lambda stage, done, total: stages.append(stage))
    path = Path(shutil.copy(PDF, tmp_path))
    with qtbot.waitSignal(work.read, timeout=60_000) as found:
        work.read_file(path)
    assert found.args[0].report.format == "pdf"
    assert list(dict.fromkeys(stages)) == ["pages", "paragraphs", "recognising"]


def test_reading_that_is_called_off_says_so_and_the_next_file_is_read(work: FileWork, qtbot, tmp_path: Path):
    with qtbot.waitSignal(work.troubled, timeout=60_000) as found:
        work.read_file(PDF)
        work.stop_reading()
    assert found.args[0].code == "import-stopped"
    path = tmp_path / "sau.pdf"
    path.write_bytes(pdf_of(Sheet().text(85, 100, "KE HOACH nam 2026")))
    with qtbot.waitSignal(work.read, timeout=60_000):
        work.read_file(path)


def test_a_file_of_an_unknown_kind_is_said(work: FileWork, qtbot, tmp_path: Path):
    with qtbot.waitSignal(work.troubled, timeout=60_000) as found:
        work.read_file(tmp_path / "bảng.xlsx")
    assert found.args[0].code == "format-unknown"

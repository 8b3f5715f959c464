"""Files are read beside the window: it is told how far the reading is, and may call it off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.reading import STAGES, Reading
from tests.documents.pdf_files import Sheet, pdf_of

PDF = Path(__file__).parent.parent / "documents" / "fixtures" / "office" / "ngan.pdf"


@pytest.fixture
def reading(qtbot) -> Iterator[Reading]:
    made = Reading()
    yield made
    made.close()


def test_the_stages_of_reading_a_pdf_are_told_and_each_has_its_sentence(reading: Reading, qtbot, tmp_path: Path):
    stages: list[str] = []
    reading.stage.connect(lambda stage, done, total: stages.append(stage))
    path = Path(shutil.copy(PDF, tmp_path))
    with qtbot.waitSignal(reading.read, timeout=60_000) as found:
        reading.start(path)
    assert found.args[0].found.report.format == "pdf"
    assert list(dict.fromkeys(stages)) == ["pages", "paragraphs", "recognising", "tracing"]
    assert set(stages) <= STAGES.keys()


def test_nothing_comes_of_reading_that_is_called_off_and_the_next_file_is_read(reading: Reading, qtbot, tmp_path: Path):
    told: list[object] = []
    reading.read.connect(told.append)
    reading.troubled.connect(told.append)
    with qtbot.waitSignal(reading.ended, timeout=60_000):
        reading.start(PDF)
        reading.cancel()
    path = tmp_path / "sau.pdf"
    path.write_bytes(pdf_of(Sheet().text(85, 100, "KE HOACH nam 2026")))
    with qtbot.waitSignal(reading.read, timeout=60_000):
        reading.start(path)
    assert [arrived.path for arrived in told] == [path]


def test_a_file_of_an_unknown_kind_is_said(reading: Reading, qtbot, tmp_path: Path):
    with qtbot.waitSignal(reading.troubled, timeout=60_000) as found:
        reading.start(tmp_path / "bảng.xlsx")
    assert found.args[0].code == "format-unknown"

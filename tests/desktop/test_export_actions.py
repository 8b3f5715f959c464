"""Bringing a plan out of the window: Word, printer, and places where nothing may be written."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop import exports as exports_module
from desktop import output as output_module
from desktop import printing as printing_module
from desktop.asking import ask_save_path
from desktop.main_window import MainWindow
from documents.pages import docx_to_pdf
from documents.pages.pdf_pages import PdfPages
from documents.rendering import render_docx
from plans.changes import SetField
from plans.plan import PLAN_ID
from plans.sample import sample_plan


@pytest.fixture
def window(sample_window: MainWindow, tmp_path: Path, monkeypatch) -> MainWindow:
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "ra.docx")
    return sample_window


@pytest.fixture
def opened(monkeypatch) -> list[Path]:
    """What was handed to the system's program."""
    paths: list[Path] = []

    def open_file(path: Path) -> bool:
        paths.append(path)
        return True

    monkeypatch.setattr(exports_module, "open_file", open_file)
    return paths


def test_word_opens_a_fresh_export(window, qtbot, opened, tmp_path) -> None:
    window.out.to_word.trigger()
    qtbot.waitUntil(lambda: opened == [tmp_path / "ra.docx"], timeout=20000)
    assert (tmp_path / "ra.docx").stat().st_size > 2000


def test_word_opens_at_once_what_was_exported_since_the_last_change(window, qtbot, opened, tmp_path) -> None:
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_docx.trigger()
    window.out.to_word.trigger()
    assert opened == [tmp_path / "ra.docx"]


def test_word_never_shows_a_plan_older_than_the_window(window, qtbot, opened, tmp_path) -> None:
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_docx.trigger()
    older = (tmp_path / "ra.docx").read_bytes()
    window.editor.document.edit(SetField(PLAN_ID, "subject", "Trồng cây xuân năm 2026"))
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_word.trigger()
    assert opened == [tmp_path / "ra.docx"]
    assert (tmp_path / "ra.docx").read_bytes() != older


def test_a_computer_without_word_is_told_where_the_file_is(window, qtbot, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(exports_module, "open_file", lambda _path: False)
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_docx.trigger()
    window.out.to_word.trigger()
    assert str(tmp_path) in window.notices.text


def way_out(window: MainWindow) -> QPushButton:
    """The button of the notice."""
    return window.notices.findChild(QPushButton)


@pytest.mark.parametrize("owner", [".~lock.ra.docx#", "~$ra.docx"])
def test_a_file_open_in_word_or_libreoffice_is_left_alone_and_another_name_is_one_click(
    window, qtbot, tmp_path, owner
) -> None:
    (tmp_path / "ra.docx").write_bytes(b"open elsewhere")
    (tmp_path / owner).write_bytes(b"")
    with qtbot.waitSignal(window.files.troubled, timeout=20000):
        window.out.to_docx.trigger()
    assert "đang mở" in window.notices.text
    assert (tmp_path / "ra.docx").read_bytes() == b"open elsewhere"
    with qtbot.waitSignal(window.files.written, timeout=20000):
        way_out(window).click()
    assert (tmp_path / "ra (2).docx").stat().st_size > 2000
    assert "ra (2).docx" in window.notices.text


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user who can be refused")
def test_a_read_only_file_is_left_alone_and_another_name_is_one_click(window, qtbot, tmp_path) -> None:
    (tmp_path / "ra.docx").write_bytes(b"read only")
    (tmp_path / "ra.docx").chmod(0o444)
    with qtbot.waitSignal(window.files.troubled, timeout=20000):
        window.out.to_docx.trigger()
    with qtbot.waitSignal(window.files.written, timeout=20000):
        way_out(window).click()
    assert (tmp_path / "ra.docx").read_bytes() == b"read only"
    assert (tmp_path / "ra (2).docx").exists()


def test_a_folder_that_is_gone_leads_to_the_documents(window, qtbot, tmp_path, monkeypatch) -> None:
    documents = tmp_path / "Tai lieu"
    documents.mkdir()
    monkeypatch.setattr(type(window.exports), "documents", documents)
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "USB" / "ra.docx")
    with qtbot.waitSignal(window.files.troubled, timeout=20000):
        window.out.to_docx.trigger()
    with qtbot.waitSignal(window.files.written, timeout=20000):
        way_out(window).click()
    assert (documents / "ra.docx").exists()


def test_issuing_goes_on_under_the_other_name(window, qtbot, tmp_path) -> None:
    (tmp_path / "ra.docx").write_bytes(b"open elsewhere")
    (tmp_path / "~$ra.docx").write_bytes(b"")
    window.issue.trigger()
    window.editor.issue.number.setText("12")
    with qtbot.waitSignal(window.files.troubled, timeout=20000):
        window.editor.issue.issue.click()
    assert window.editor.document.plan.number != "12"
    with qtbot.waitSignal(window.files.issued, timeout=20000):
        way_out(window).click()
    assert window.editor.document.plan.number == "12"


def test_a_name_typed_without_its_suffix_overwrites_nothing(tmp_path, monkeypatch, qapp) -> None:
    (tmp_path / "ra.docx").write_bytes(b"older")
    answer = (str(tmp_path / "ra"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert ask_save_path(None, tmp_path / "goi y", ".docx") == tmp_path / "ra (2).docx"


def test_an_export_that_takes_a_moment_is_told_and_can_be_called_off(window, qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(output_module, "_write", write_when_called_off)
    (tmp_path / "ra.docx").write_bytes(b"older")
    window.out.to_docx.trigger()
    qtbot.waitUntil(lambda: "Đang xuất “ra.docx”" in window.notices.text, timeout=5000)
    with qtbot.waitSignal(window.files.stopped, timeout=20000):
        way_out(window).click()
    assert "chưa ghi tệp nào" in window.notices.text
    assert (tmp_path / "ra.docx").read_bytes() == b"older"


def write_when_called_off(_plan: object, path: Path, stop: threading.Event) -> list[str] | None:
    """A long export that would write in the end."""
    assert stop.wait(timeout=20)
    return [] if output_module._put([(path, b"newer")], stop) else None


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_what_was_called_off_before_it_is_finished_writes_nothing(tmp_path, name) -> None:
    stop = threading.Event()
    stop.set()
    assert output_module._write(sample_plan(), tmp_path / name, stop) is None
    assert list(tmp_path.iterdir()) == []


# the printer


@pytest.fixture
def printer(tmp_path, monkeypatch) -> QPrinter:
    """A printer whose paper is a PDF file."""
    found = QPrinter(QPrinter.PrinterMode.HighResolution)
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(tmp_path / "in.pdf"))
    monkeypatch.setattr(printing_module, "ask_printer", lambda *_: found)
    return found


def printed(tmp_path: Path) -> list[tuple[int, int]]:
    """Width and height in points of each printed page."""
    document = pypdfium2.PdfDocument(str(tmp_path / "in.pdf"))
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    document.close()
    return sizes


def test_what_is_printed_are_the_pages_of_the_preview(window, qtbot, printer, tmp_path) -> None:
    with qtbot.waitSignal(window.out.printing.printed, timeout=60000):
        window.out.to_printer.trigger()
    qtbot.waitUntil(lambda: window.pages().view.page_count > 0, timeout=20000)
    shown = [(round(size.width), round(size.height)) for size in window.pages().view._sizes]
    assert all(abs(a - c) <= 1 and abs(b - d) <= 1 for (a, b), (c, d) in zip(printed(tmp_path), shown, strict=True))
    assert str(len(shown)) in window.notices.text


def grey(pages: PdfPages, page: int) -> bytes:
    """A page as 100 × 140 shades, 255 for paper."""
    drawn = pages.draw(0, page, 1.0)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    small = image.scaled(100, 140, mode=Qt.TransformationMode.SmoothTransformation)
    shades = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(shades.constBits())


def test_ink_lies_where_the_preview_has_it(window, qtbot, printer, tmp_path) -> None:
    with qtbot.waitSignal(window.out.printing.printed, timeout=60000):
        window.out.to_printer.trigger()
    shown = PdfPages(docx_to_pdf(render_docx(window.editor.document.plan)).pdf)
    paper = PdfPages((tmp_path / "in.pdf").read_bytes())
    for page in range(len(shown)):
        wanted, found = grey(shown, page), grey(paper, page)
        assert min(found) < 200
        assert (
            sum(abs(a - b) for a, b in zip(wanted, found, strict=True)) / len(wanted) < 9
        )  # a page of another size makes 22
    shown.close()
    paper.close()


def test_a_range_of_pages_is_printed_alone(window, qtbot, printer, tmp_path) -> None:
    printer.setFromTo(2, 2)
    with qtbot.waitSignal(window.out.printing.printed, timeout=60000) as told:
        window.out.to_printer.trigger()
    assert told.args == [1]
    assert len(printed(tmp_path)) == 1


def test_printing_is_called_off_while_the_pages_are_laid_out(window, qtbot, printer, tmp_path) -> None:
    with qtbot.waitSignal(window.out.printing.printed, timeout=60000) as told:
        window.out.to_printer.trigger()
        assert "Đang dựng trang để in" in window.notices.text
        way_out(window).click()
    assert told.args == [0]
    assert window.notices.text == "Đã dừng in."


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told(window, qtbot, printer, tmp_path) -> None:
    printer.setOutputFileName(str(tmp_path / "khong co" / "in.pdf"))
    window.out.to_printer.trigger()
    qtbot.waitUntil(lambda: "không nhận bản in" in window.notices.text, timeout=30000)


def test_no_printer_chosen_prints_nothing(window, monkeypatch) -> None:
    monkeypatch.setattr(printing_module, "ask_printer", lambda *_: None)
    before = window.notices.text
    window.out.to_printer.trigger()
    assert window.notices.text == before

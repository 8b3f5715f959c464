"""The small pieces of the shell: crash handler, standard texts, screen, tasks."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from db.records import SearchHit
from desktop import crash as crash_module
from desktop import screen, theme
from desktop.crash import CrashHandler
from desktop.garbage import WindowGarbage
from desktop.plan_list import marked_snippet
from desktop.standard_texts import StandardTexts
from desktop.tasks import Tasks
from plans.errors import Trouble


def test_a_bug_saves_the_draft_writes_the_log_and_is_told(qtbot, tmp_path: Path, monkeypatch) -> None:
    told: list[Path | None] = []
    monkeypatch.setattr(crash_module.CrashHandler, "_tell", lambda _self, draft: told.append(draft))
    handler = CrashHandler(lambda: tmp_path / "ban-nhap.kehoach", tmp_path / "nhat-ky" / "loi.log")
    handler.handle(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert told == [tmp_path / "ban-nhap.kehoach"]
    assert "ZeroDivisionError" in (tmp_path / "nhat-ky" / "loi.log").read_text("utf-8")


def test_a_draft_that_cannot_be_saved_does_not_stop_the_crash_handler(qtbot, tmp_path: Path, monkeypatch) -> None:
    told: list[Path | None] = []
    monkeypatch.setattr(crash_module.CrashHandler, "_tell", lambda _self, draft: told.append(draft))

    def fail() -> Path:
        raise OSError("no space")

    CrashHandler(fail, tmp_path / "loi.log").handle(ValueError, ValueError("y"), None)
    assert told == [None]


@pytest.mark.parametrize(("ground", "ink"), [("#efefef", "black"), ("#2b2b2b", "#e6e6e6")])
def test_what_may_only_be_read_is_legible_and_its_hints_are_not_taken_for_words(ground: str, ink: str) -> None:
    palette, off = QPalette(QColor(ground)), QPalette.ColorGroup.Disabled
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    theme.keep_legible(palette)
    words, hint = (
        abs(palette.color(off, role).lightness() - QColor(ground).lightness())
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
    )
    assert words > 110
    assert hint < words / 2


def test_standard_buttons_speak_vietnamese(qtbot) -> None:
    app = QApplication.instance()
    translator = StandardTexts()
    app.installTranslator(translator)
    try:
        every = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(
            every.Ok | every.Cancel | every.Save | every.Discard | every.Yes | every.No | every.Close
        )
        qtbot.addWidget(box)
        texts = {button.text().replace("&", "") for button in box.buttons()}
        assert texts == {"Đồng ý", "Thôi", "Lưu", "Không lưu", "Có", "Không", "Đóng"} or "Bỏ thay đổi" in texts
        assert not texts & {"OK", "Cancel", "Save", "Discard", "Yes", "No", "Close", "Don't Save"}
    finally:
        app.removeTranslator(translator)


def test_the_menu_of_a_text_field_has_no_english(qtbot) -> None:
    app = QApplication.instance()
    translator = StandardTexts()
    app.installTranslator(translator)
    try:
        field = QLineEdit()
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        texts = {a.text().split("\t")[0].replace("&", "") for a in menu.actions() if a.text()}
        assert {"Hoàn tác", "Làm lại", "Cắt", "Chép", "Dán", "Xóa", "Chọn tất cả"} == texts
        menu.deleteLater()
    finally:
        app.removeTranslator(translator)


def test_no_display_means_no_screen(monkeypatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(screen.sys, "platform", "linux")
    assert screen.missing() == "no-screen"


def test_offscreen_needs_no_screen(monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.missing() == ""


def test_work_comes_back_on_the_windows_thread(qtbot) -> None:
    tasks, results = Tasks("test"), []
    tasks.run(lambda: 6 * 7, results.append)
    qtbot.waitUntil(lambda: results == [42], timeout=2000)
    tasks.close()


def test_a_trouble_in_the_thread_goes_to_failed(qtbot) -> None:
    def fail() -> None:
        raise Trouble("file-missing", path="x")

    tasks, troubles = Tasks("test"), []
    tasks.run(fail, None, troubles.append)
    qtbot.waitUntil(lambda: len(troubles) == 1, timeout=2000)
    assert troubles[0].code == "file-missing"
    tasks.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_trouble_has_a_sentence_that_can_be_filled(language: str) -> None:
    from resources import messages, texts

    texts.use(language)
    try:
        for code, text in messages.TROUBLES.items():
            names = [part.split("}")[0] for part in text.split("{")[1:]]
            assert messages.sentence(code, dict.fromkeys(names, "x"))
    finally:
        texts.use("vi")


def test_a_found_sentence_is_shown_with_its_words_bold_and_nothing_as_markup() -> None:
    hit = SearchHit(plan_id="p", node_id="n", subject="s", snippet="a < giáo dục & b", marks=((4, 12),))
    assert marked_snippet(hit) == "a &lt; <b>giáo dục</b> &amp; b"


def test_a_text_of_qt_we_have_no_words_for_stays_as_qt_has_it(qtbot) -> None:
    app = QApplication.instance()
    translator = StandardTexts()
    app.installTranslator(translator)
    try:
        assert QKeySequence("Ctrl+Shift+E").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+E"
        assert QCoreApplication.translate("QAnything", "nobody translated this") == "nobody translated this"
    finally:
        app.removeTranslator(translator)


def test_a_bug_met_again_as_its_box_closes_is_logged_only(qtbot, tmp_path: Path, monkeypatch) -> None:
    told: list[object] = []

    def tell(handler: CrashHandler, draft: object) -> None:
        told.append(draft)
        handler._told = crash_module.time.monotonic()

    monkeypatch.setattr(crash_module.CrashHandler, "_tell", tell)
    handler = CrashHandler(lambda: None, tmp_path / "loi.log")
    for _turn in range(3):
        handler.handle(ValueError, ValueError("z"), None)
    assert len(told) == 1
    assert (tmp_path / "loi.log").read_text("utf-8").count("ValueError: z") == 3


def test_garbage_is_collected_on_the_windows_thread_only(qtbot, monkeypatch) -> None:
    collected: list[int] = []
    garbage = WindowGarbage()
    assert not gc.isenabled()
    monkeypatch.setattr(gc, "collect", collected.append)
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 0, 0))
    garbage.look()
    monkeypatch.setattr(gc, "get_count", lambda: (1, 0, 0))
    garbage.look()
    assert collected == [0]

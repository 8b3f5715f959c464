"""The composition root of the window: makes everything and passes it on."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from db.library import default_path
from desktop import theme
from desktop.crash import CrashHandler
from desktop.garbage import WindowGarbage
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.standard_texts import StandardTexts
from resources import texts

WARM_UP_MS = 600
"""After the list is filled, well before a clerk has chosen a plan."""


def start(arguments: list[str]) -> int:
    """Open the main window, run until it is closed, return Qt's exit code."""
    app = QApplication(arguments)
    app.setApplicationName("kehoach")
    app.setApplicationDisplayName("Kế Hoạch")
    app.setDesktopFileName("kehoach")
    if texts.language() == "vi":
        app.installTranslator(StandardTexts(app))
    theme.apply(app)
    WindowGarbage(app)
    window = make_window()
    CrashHandler(window.save_draft, window.library.path.with_name("loi.log")).install()
    if os.environ.get("KEHOACH_BENCH_START"):
        bench = _StartBench(window)
        window.installEventFilter(bench)
    window.show()
    QTimer.singleShot(0, window.library.refresh)
    QTimer.singleShot(0, window.visits.begin)
    QTimer.singleShot(WARM_UP_MS, window.library.warm_up)
    return app.exec()


def make_window() -> MainWindow:
    """Return the main window with all it is made of, not yet shown."""
    path = default_path()
    settings = QSettings(str(path.parent / "kehoach.ini"), QSettings.Format.IniFormat)
    return MainWindow(Library(path), FileWork(), settings)


class _StartBench(QObject):
    """Prints when the window was first painted and when the list was filled, then ends (see tests/bench/start)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._painted = False
        window.library.listed.connect(self._on_listed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self._say("painted")
        return False

    def _on_listed(self, _plans: object) -> None:
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self._say("filled")
        self._window.close()

    def _say(self, what: str) -> None:
        sys.stdout.write(f"{what} {time.time()}\n")
        sys.stdout.flush()

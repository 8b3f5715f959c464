"""The composition root of the window: makes everything and passes it on."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal
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
    painted = _FirstPaint(window)
    if os.environ.get("KEHOACH_BENCH_START"):
        _StartBench(window, painted)
    painted.done.connect(window.library.refresh)
    painted.done.connect(window.visits.begin)
    window.show()
    QTimer.singleShot(WARM_UP_MS, window.library.warm_up)
    return app.exec()


def make_window() -> MainWindow:
    """Return the main window with all it is made of, not yet shown."""
    path = default_path()
    settings = QSettings(str(path.parent / "kehoach.ini"), QSettings.Format.IniFormat)
    return MainWindow(Library(path), FileWork(), settings)


class _FirstPaint(QObject):
    """Tells once, by ``done``, that the window stands on the screen; what would slow that down begins then."""

    done = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return False


class _StartBench(QObject):
    """Prints when the window was first painted and when the list was filled, then ends (see tests/bench/start)."""

    def __init__(self, window: MainWindow, painted: _FirstPaint) -> None:
        super().__init__(window)
        self._window = window
        painted.done.connect(self._on_painted)
        window.library.listed.connect(self._on_listed)

    def _on_painted(self) -> None:
        self._say("painted")

    def _on_listed(self, _plans: object) -> None:
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self._say("filled")
        self._window.close()

    def _say(self, what: str) -> None:
        sys.stdout.write(f"{what} {time.time()}\n")
        sys.stdout.flush()

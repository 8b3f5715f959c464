"""Where the window stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QMainWindow


def take_place(window: QMainWindow, settings: QSettings) -> None:
    """Stand where the window stood last; over the whole of a screen that is small or has become too small."""
    room = window.screen().availableSize()
    window.resize(1366, 768)
    geometry = settings.value("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    if room.width() <= 1440 or window.height() > room.height() or window.width() > room.width():
        window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
        window.setWindowState(Qt.WindowState.WindowMaximized)

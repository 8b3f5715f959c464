"""What a screen reader says: on every screen each control that is shown has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from plans.blank import blank_plan
from plans.sample import sample_plan
from tests.desktop import test_english
from tests.desktop.test_english import Walk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSpinBox,
    QAbstractSlider,
    QTabBar,
)
OF_QT = (QScrollBar, QHeaderView)


def controls(top: QWidget) -> Iterator[QWidget]:
    """Yield what can be pressed, typed in or chosen from and is in sight, without the parts Qt makes up a control of."""
    for shown in top.findChildren(QWidget):
        above = shown.parentWidget()
        inner = isinstance(above, (QComboBox, QAbstractSpinBox)) or shown.objectName().startswith("qt_")
        if isinstance(shown, CONTROLS) and not isinstance(shown, OF_QT) and not inner and shown.isVisibleTo(top):
            yield shown


def described(shown: QWidget) -> str:
    """Return where a control stands, as classes from within."""
    place: list[str] = []
    above: QWidget | None = shown
    while above is not None and len(place) < 4:
        place.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(place)


class NameWalk(Walk):
    """The tour of the language tests, looking for controls without a name."""

    nameless: dict[str, str]

    def look(self, screen: str, top: QWidget | None = None) -> None:
        for shown in controls(top or self.window):
            interface = QAccessible.queryAccessibleInterface(shown)
            if not interface.text(QAccessible.Text.Name).strip():
                self.nameless.setdefault(described(shown), screen)


def test_every_control_of_every_screen_has_a_name(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Library(tmp_path / "lib" / "kehoach.db"), FileWork(), settings)
    NameWalk.nameless = {}
    monkeypatch.setattr(test_english, "Walk", NameWalk)
    window.show()
    window.library.refresh()
    try:
        test_english._tour(window, qtbot, sample_plan(), blank_plan(2027))
    finally:
        window.close()
        window.deleteLater()
    assert NameWalk.nameless == {}

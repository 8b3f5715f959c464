"""The name above a field, and beside it the field's keys while there is room for them."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

_GAP = 12


class FieldLabel(QWidget):
    """``keys``: what the field's own keys do, "" for none; hidden where it would make the name wrap."""

    def __init__(self, name: str, field: QWidget, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(name, self)
        self._name.setBuddy(field)
        self._name.setWordWrap(True)
        self._keys = QLabel(keys, self)
        self._keys.setMinimumWidth(1)
        self._keys.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._keys.hide()
        field.setToolTip(keys)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self._name, 1)
        line.addWidget(self._keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(label.fontMetrics().horizontalAdvance(label.text()) for label in (self._name, self._keys))
        self._keys.setVisible(bool(self._keys.text()) and wanted + 2 * _GAP <= self.width())

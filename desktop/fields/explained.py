"""Fields with a word of help below: a deadline as it is understood, a legal basis as it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.fields.base import FieldEditor


class ExplainedField(FieldEditor):
    """Another field with a line below that says how its value is understood, hidden while there is nothing to say."""

    def __init__(self, inner: FieldEditor, explain: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        self._explain = explain
        self.meaning = QLabel(self)
        self.meaning.setWordWrap(True)
        self.meaning.setForegroundRole(self.meaning.foregroundRole().PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(inner)
        layout.addWidget(self.meaning)
        self.setFocusProxy(inner)
        inner.edited.connect(self._on_edited)
        inner.settled.connect(self.settled)

    def text_widget(self) -> QWidget:
        return self.inner.text_widget()

    def value(self) -> Any:
        return self.inner.value()

    def set_value(self, value: Any) -> None:
        self.inner.set_value(value)
        self._say()

    def _on_edited(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        words = self._explain(self.inner.value())
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))

"""The line below the legal bases that says how the one at the caret is read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.document import PlanDocument
from desktop.forms.meanings import explain_basis
from desktop.items_edit import ItemsEdit


class BasisLine(QLabel):
    """Explains the item the caret is in, while the keyboard is in the field."""

    def __init__(self, document: PlanDocument, edit: ItemsEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._edit = edit
        self.setWordWrap(True)
        self.setForegroundRole(self.foregroundRole().PlaceholderText)
        edit.cursorPositionChanged.connect(self._say)
        edit.edited.connect(self._say)
        self.hide()

    def _say(self) -> None:
        item = self._edit.caret_item() if self._edit.hasFocus() else None
        words = explain_basis(self._document.plan, item.id, item.text) if item else ""
        self.setText(words)
        self.setVisible(bool(words))

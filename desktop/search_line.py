"""The line for words to look for: named for screen readers down to the signs inside it."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from resources.texts import gettext as _


class SearchLine(QLineEdit):
    """A line with a button that empties it. ``name``: for screen readers; ``hint``: shown while it is empty; ``sign``:
    drawn before the words."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None, *, sign: QIcon | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(_("Xóa chữ đang tìm"))
        if sign is not None:
            self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(button.accessibleName() or name)

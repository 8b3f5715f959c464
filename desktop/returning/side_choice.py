"""Which side has its way where the plan here and the Word file both changed one place: two buttons in the row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop import theme
from resources.texts import gettext as _


class SideChoice(QWidget):
    """Stands over the foot of one row of the list; what is here stays until the clerk says otherwise.

    Signals:
        chosen(int, bool): the place of the row; whether Word's side is taken.
    """

    chosen = Signal(int, bool)

    def __init__(self, at: int, words: str, indent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.here = QRadioButton(_("Giữ bản ở đây"))
        self.word = QRadioButton(_("Lấy bản của tệp Word"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        for button in (self.here, self.word):
            button.setAccessibleDescription(words)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(indent, 0, theme.SMALL_GAP, 2)
        column.addStretch(1)
        column.addLayout(row)
        self.show_side(word=False)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_side(self, *, word: bool) -> None:
        """Show which side is chosen."""
        (self.word if word else self.here).setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._at, self.word.isChecked())

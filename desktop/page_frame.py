"""What the pages one goes to from home have in common: a title, a sentence, the page's own middle, buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from resources.texts import gettext as _


class PageFrame(QWidget):
    """A page with its buttons. Esc leaves it.

    Signals:
        left: back to where one came from; nothing is to be done.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setWhatsThis(_("Quay lại"))
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def compose(
        self, title: str, words: str, middle: QWidget | QLayout, hint: str, buttons: Sequence[QPushButton]
    ) -> None:
        """Lay the page out."""
        said = QLabel(words)
        said.setWordWrap(True)
        column = QVBoxLayout()
        column.setContentsMargins(theme.MARGIN * 2, theme.GAP, theme.MARGIN * 2, theme.GAP)
        column.setSpacing(theme.SMALL_GAP)
        column.addWidget(title_label(title))
        column.addWidget(said)
        column.addSpacing(theme.SMALL_GAP)
        if isinstance(middle, QWidget):
            column.addWidget(middle, 1)
        else:
            column.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(foot(hint, buttons))


def title_label(words: str) -> QLabel:
    """Return the title of a page."""
    title = QLabel(words)
    font = title.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    font.setBold(True)
    title.setFont(font)
    title.setWordWrap(True)
    return title


def foot(hint: str, buttons: Sequence[QPushButton]) -> QFrame:
    """Return the strip at the foot of a page: a hint, then the buttons, the last one the page's own."""
    frame = QFrame()
    frame.setProperty("line", "top")
    words = QLabel(hint)
    words.setWordWrap(True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.MARGIN * 2, theme.SMALL_GAP, theme.MARGIN * 2, theme.SMALL_GAP)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    buttons[-1].setProperty("primary", "true")
    return frame

"""A strip at the foot of the window for what happened: a sentence, at times with one button. Never a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop import theme
from plans.errors import Trouble
from resources.messages import sentence
from resources.texts import gettext as _


class NoticeBar(QFrame):
    """Shows one notice at a time; a trouble stays until it is closed, good news goes by itself after 8 s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_pressed)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Đóng thông báo"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, theme.SMALL_GAP)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._action: Callable[[], None] | None = None
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now, "" when it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Show good news for 8 seconds, with a button if ``button`` names one."""
        self._show(text, button, action)
        self._timer.start(8000)

    def keep(self, text: str, button: str, action: Callable[[], None]) -> None:
        """Show what goes on, with a way to stop it, until something else is said."""
        self._show(text, button, action)
        self._timer.stop()

    def warn(
        self, trouble: Trouble, consequence: str = "", *, button: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show a trouble's sentence until it is closed, and what became of the work where that needs saying; with a
        way out if ``button`` names one."""
        self._timer.stop()
        self._show(f"{sentence(trouble.code, trouble.data)} {consequence}".strip(), button, action)

    def calm(self) -> None:
        """Take away a warning that belonged to the screen before."""
        if not self._timer.isActive():
            self.hide()

    def _show(self, text: str, button: str, action: Callable[[], None] | None) -> None:
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._action = action
        self.show()

    def _on_pressed(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

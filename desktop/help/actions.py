"""The two actions of the help menu; what they show is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from resources.texts import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabWidget

    from desktop.help.window import HelpWindow


class Help(QObject):
    """The two actions of the help menu, for ``window`` and the pages on ``stack``."""

    def __init__(self, window: QWidget, stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        self.pane: HelpWindow | None = None
        self.to_screen = self._action(_("Màn hình này"), QKeySequence("F1"))
        self.to_keys = self._action(_("Phím tắt"), QKeySequence("Shift+F1"))
        self.to_screen.triggered.connect(self.show_screen)
        self.to_keys.triggered.connect(self.show_keys)

    def _action(self, text: str, key: QKeySequence) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(key)
        return action

    def show_screen(self) -> None:
        """Explain the screen one is on."""
        self._open().setCurrentIndex(0)

    def show_keys(self) -> None:
        """List the keys."""
        self._open().setCurrentIndex(1)

    def _open(self) -> QTabWidget:
        from desktop.help.keys import keys_of  # noqa: PLC0415 - after the first paint
        from desktop.help.screens import screen_at  # noqa: PLC0415
        from desktop.help.window import HelpWindow  # noqa: PLC0415

        screen = screen_at(self._focus(), self._stack.currentWidget())
        if self.pane is None:
            self.pane = HelpWindow(self._window)
        self.pane.fill(screen, keys_of(self._window))
        self.pane.show()
        self.pane.raise_()
        return self.pane.tabs

    def _focus(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        return focus if focus is not None and self._stack.isAncestorOf(focus) else None

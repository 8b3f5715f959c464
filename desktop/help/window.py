"""The window of F1: this screen in a few sentences, and the keys; beside the work, never over it as a question."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.help.keys import Key, keys_of
from desktop.help.screens import SCREENS, screen_at
from resources.texts import gettext as _


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


class HelpWindow(QDialog):
    """Two pages of text; it never blocks the window it belongs to, Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Trợ giúp"))
        self.resize(560, 520)
        self.tabs = QTabWidget()
        self.here, self.sheet = QTextBrowser(), QTextBrowser()
        for page, name in ((self.here, _("Màn hình này")), (self.sheet, _("Phím tắt"))):
            page.setOpenLinks(False)
            page.setAccessibleName(name)
            self.tabs.addTab(page, name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)

    def fill(self, screen: str, keys: list[Key]) -> None:
        """Explain ``screen`` (a key in SCREENS, "" for none) with its own keys, and list all ``keys``."""
        own = [key for key in keys if key.place == screen]
        if screen:
            lines = "".join(f"<p>{escape(_(line))}</p>" for line in SCREENS[screen].lines)
            self.here.setHtml(f"<h3>{escape(_(SCREENS[screen].name))}</h3>{lines}{_table(own)}")
        places = dict.fromkeys(key.place for key in keys)
        self.sheet.setHtml("".join(_group(place, [key for key in keys if key.place == place]) for place in places))


def _group(place: str, keys: list[Key]) -> str:
    name = _(SCREENS[place].name) if place else _("Ở mọi nơi")
    return f"<h3>{escape(name)}</h3>{_table(keys)}"


def _table(keys: list[Key]) -> str:
    rows = (
        f"<tr><td><b>{escape(' · '.join(key.keys))}</b>&nbsp;&nbsp;</td><td>{escape(key.text)}</td></tr>"
        for key in keys
    )
    return f"<table cellpadding='3'>{''.join(rows)}</table>"

"""The window of F1: this screen in a few sentences, and the keys; beside the work, never over it as a question."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from desktop.help.keys import Key
from desktop.help.screens import SCREENS
from desktop.tab_bar import TabBar
from resources.texts import gettext as _


class HelpWindow(QDialog):
    """Two pages of text; it never blocks the window it belongs to, Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Trợ giúp"))
        self.resize(560, 520)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TabBar())
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

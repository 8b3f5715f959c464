"""The button "Phiếu giao việc ▾": a slip for one unit, or one for every unit that has something to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.document import PlanDocument
from plans.views import units_with_duties
from resources.texts import gettext as _


class SlipButton(QPushButton):
    """Its menu lists the units with duties; ``chosen`` names the one that is offered first, "" for none.

    Signals:
        asked(str): the unit a slip is wanted for, "" for all of them.
    """

    asked = Signal(str)

    def __init__(self, document: PlanDocument, chosen: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(_("Phiếu giao việc"), parent)
        self._document, self._chosen = document, chosen
        self.setToolTip(_("Xuất phiếu giao việc của một đơn vị, hoặc của mọi đơn vị vào một thư mục"))
        self.setAutoDefault(False)
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._on_opening)
        self.setMenu(self.choices)

    def _on_opening(self) -> None:
        self._document.settle()
        self.choices.clear()
        units = units_with_duties(self._document.plan)
        for unit in units:
            action = self._choice(unit.replace("&", "&&"), unit)
            if unit == self._chosen():
                self.choices.setActiveAction(action)
        if not units:
            self.choices.addAction(_("Chưa đơn vị nào được giao việc")).setEnabled(False)
            return
        self.choices.addSeparator()
        self._choice(_("Mọi đơn vị, mỗi đơn vị một tệp…"), "")

    def _choice(self, words: str, unit: str) -> QAction:
        action = self.choices.addAction(words)
        action.triggered.connect(partial(self._on_chosen, unit))
        return action

    def _on_chosen(self, unit: str, _checked: bool = False) -> None:
        self.asked.emit(unit)

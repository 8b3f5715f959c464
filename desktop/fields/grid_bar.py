"""The buttons over a table: its moves one by one, those on a whole column in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.fields.flow import FlowLayout
from resources.texts import gettext as _

Move = tuple[str, str, Callable[[], None]]
"""What stands on a button, what it does in words, and what it does."""


class GridBar(QWidget):
    """A row of buttons that wraps where there is no room."""

    def __init__(self, moves: Sequence[Move], of_column: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=2)
        for text, tip, run in moves:
            button = self._button(text, tip)
            button.clicked.connect(partial(_run, run))
            row.addWidget(button)
        columns = self._button(_("Theo cột ▾"), _("Cộng, sắp xếp, ghi số và độ rộng của cột đang chọn"))
        columns.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(columns)
        menu.addActions(of_column)
        columns.setMenu(menu)
        row.addWidget(columns)
        row.addWidget(QWidget(self))

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def moves_menu(
    groups: Sequence[Sequence[tuple[str, Callable[[], None]]]], of_column: Sequence[QAction], parent: QWidget
) -> QMenu:
    """Return a menu of moves in groups, each with its words; below them those on a whole column."""
    menu = QMenu(parent)
    for group in groups:
        for text, run in group:
            menu.addAction(text, partial(_run, run))
        menu.addSeparator()
    menu.addActions(of_column)
    return menu


def _run(move: Callable[[], None], _checked: bool = False) -> None:
    """Make a move, whatever state its button is in."""
    move()

"""How wide a table's columns are is the clerk's to say: with the mouse at the edge of their numbers, or by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidget

from resources.texts import gettext as _

_LEAST = 24
"""Pixels: a narrower column could not be caught again."""

_STEP = 0.02
"""What a key adds to a column's share of the whole width, or takes from it."""


class ColumnWidths(QObject):
    """The row of numbers over a table's columns, which together always fill its width.

    Signals:
        changed(list[float]): the clerk wants the columns in these shares of the width; [] for: from the content.
    """

    changed = Signal(object)

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table
        self._showing = False
        self._header = table.horizontalHeader()
        self._header.setMinimumSectionSize(_LEAST)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.setHighlightSections(False)
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionHandleDoubleClicked.connect(self._on_double_clicked)
        self.actions = [
            self._action(_("Nới rộng cột này"), "Alt+Shift+Right", partial(self._step, _STEP)),
            self._action(_("Thu hẹp cột này"), "Alt+Shift+Left", partial(self._step, -_STEP)),
            self._action(_("Độ rộng cột theo nội dung"), "Alt+Shift+0", self._on_from_content),
        ]

    @property
    def height(self) -> int:
        """Pixels the numbers take above the cells."""
        return self._header.sizeHint().height()

    def show(self, widths: Sequence[int]) -> None:
        """Draw the columns this wide, in pixels."""
        self._showing = True
        for column, width in enumerate(widths):
            self._table.setColumnWidth(column, width)
        self._showing = False

    def _action(self, text: str, key: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self._table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(_run, run))
        self._table.addAction(action)
        return action

    def _drawn(self) -> list[int]:
        return [self._header.sectionSize(column) for column in range(self._header.count())]

    def _on_resized(self, column: int, old: int, new: int) -> None:
        """Let the next column give what this one takes; the last one's edge is that of the table and stays."""
        if self._showing:
            return
        widths = self._drawn()
        if column + 1 < len(widths):
            both = old + widths[column + 1]
            widths[column] = min(new, max(_LEAST, both - _LEAST))
            widths[column + 1] = both - widths[column]
        else:
            widths[column] = old
        self._tell(widths)

    def _on_double_clicked(self, _column: int) -> None:
        self._on_from_content()

    def _on_from_content(self) -> None:
        self.changed.emit([])

    def _step(self, by: float) -> None:
        column, widths = self._table.currentColumn(), self._drawn()
        whole = sum(widths)
        if column < 0 or len(widths) < 2:
            return
        wanted = max(widths[column] + by * whole, _LEAST)
        rest = whole - widths[column]
        self._tell([wanted if at == column else width * (whole - wanted) / rest for at, width in enumerate(widths)])

    def _tell(self, widths: Sequence[float]) -> None:
        self.changed.emit([round(width / sum(widths), 4) for width in widths])


def _run(run: Callable[[], None], _checked: bool = False) -> None:
    run()

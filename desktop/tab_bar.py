"""Tabs with room for Vietnamese letters, which stand higher and hang lower than those Qt's styles reckon with."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QWidget

_ROOM = 6
"""Pixels added to a tab's height: without them the tails of "g" and "y" are cut where a tab is not in front."""


class TabBar(QTabBar):
    """A row of tabs above what they show, without a line of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, _ROOM)

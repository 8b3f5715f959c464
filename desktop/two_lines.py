"""Rows of a name over a line that explains it, the whole row a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One row. value: what is chosen; name: its first line; words: the second; aside: at the right, "" for nothing."""

    value: Any
    name: str
    words: str
    aside: str = ""


class ChoicesModel(QAbstractListModel):
    """A list of choices."""

    def __init__(self, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self._choices = list(choices)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def choice(self, index: Index) -> Choice | None:
        """Return the choice of a row, None for no row."""
        return self._choices[index.row()] if index.isValid() else None

    def row_of(self, value: Any) -> int:
        """Return the row of a value, the first one where it is unknown."""
        return next((at for at, choice in enumerate(self._choices) if choice.value == value), 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (choice.name, choice.words, choice.aside)))
        return choice.words or None if role == Qt.ItemDataRole.ToolTipRole else None


class TwoLines(QStyledItemDelegate):
    """Paints a ``Choice``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, option.fontMetrics.height() * 2 + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        line = option.fontMetrics.height()
        first = QRect(option.rect.left() + theme.GAP, option.rect.top() + 5, option.rect.width() - 2 * theme.GAP, line)
        text = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        painter.setPen(text)
        painter.setFont(_font(option.font, bold=True))
        _elided(painter, first, choice.name)
        painter.setFont(_font(option.font, scale=0.92))
        painter.setPen(text if chosen else theme.muted(palette))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, choice.aside)
        _elided(painter, first.translated(0, line + 2), choice.words)
        painter.restore()


def _elided(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def _font(base: QFont, *, bold: bool = False, scale: float = 1.0) -> QFont:
    font = QFont(base)
    font.setBold(bold)
    font.setPointSizeF(base.pointSizeF() * scale)
    return font

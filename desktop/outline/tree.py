"""The tree view of the outline: one line a row, counts at the right, drag and drop inside itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop import theme
from desktop.outline.row_looks import COUNT_ROLE, FINDINGS_ROLE, MISSING_ROLE
from resources.texts import gettext as _

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_MARK = 7
"""Pixels: the size of the mark of what is missing."""

_LINE_PADDING = 8
"""Pixels added to the height of a row's text."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws at the right end of a row the count of a part, or of what should be looked at in a folded row, and a small
    mark where something is missing or should be looked at."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(MISSING_ROLE):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration  # type: ignore[attr-defined]
            option.decorationPosition = QStyleOptionViewItem.Position.Right  # type: ignore[attr-defined]
            option.decorationSize = QSize(_MARK, _MARK)  # type: ignore[attr-defined]
            option.icon = _mark(option.palette)  # type: ignore[attr-defined]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(min(size.width(), 200), option.fontMetrics.height() + _LINE_PADDING)  # type: ignore[attr-defined]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        hidden = self._hidden_findings(index)
        count = hidden or index.data(COUNT_ROLE)
        if not count:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        colour = theme.warning(option.palette) if hidden and not chosen else option.palette.color(role)  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(colour)
        beside_mark = _MARK + 4 if index.data(MISSING_ROLE) else 0
        area: QRect = option.rect.adjusted(0, 0, -8 - beside_mark, 0)  # type: ignore[attr-defined]
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))
        painter.restore()

    def _hidden_findings(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how many places in and below a folded row should be looked at, 0 for one that shows what it holds."""
        tree = self.parent()
        folded = isinstance(tree, QTreeView) and index.model().hasChildren(index) and not tree.isExpanded(index)
        return index.data(FINDINGS_ROLE) if folded else 0


def _mark(palette: QPalette) -> QIcon:
    """Return a dot in the colour of unfinished things."""
    picture = QPixmap(_MARK * 2, _MARK * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.warning(palette))
    painter.drawEllipse(picture.rect())
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


class OutlineTree(QTreeView):
    """A tree of one column without a head; it drags rows within itself, one or several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(600)
        self.setExpandsOnDoubleClick(True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setAccessibleName(_("Dàn ý của kế hoạch"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows with Alt alone: they reach the tree only where the move they mean is not possible, and going
        to another row then would let the next press move that one."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _ARROWS:
            event.accept()
        else:
            super().keyPressEvent(event)

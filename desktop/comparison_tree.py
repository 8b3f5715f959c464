"""The list of a comparison: under one head a kind what was added, changed, dropped and moved, told by icon, colour and
word, with its place and the words that differ marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop import theme
from desktop.marked_words import Mark, laid_out, marked_change
from plans.rollover import Comparison, Difference
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

HEADS = {
    "added": N_("Thêm mới ({count})"),
    "changed": N_("Khác đi ({count})"),
    "removed": N_("Không còn ({count})"),
    "moved": N_("Chuyển chỗ ({count})"),
}
WORDS = {"added": N_("Thêm mới"), "changed": N_("Khác đi"), "removed": N_("Không còn"), "moved": N_("Chuyển chỗ")}

_NODE = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_PLACE = Qt.ItemDataRole.UserRole + 2
_AROUND = 36
_ICON, _PAD = 16, 4
_PLACE_WIDTH = 110
_WIDEST = 100_000
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row. kind: a key of HEADS; node: where it leads, "" nowhere; whole: both texts; words, marks: both in one,
    shortened around what differs."""

    kind: str
    node: str
    whole: str
    words: str
    marks: tuple[Mark, ...] = ()


def lines_of(found: Comparison) -> list[Line]:
    """Return all rows in the order of HEADS. For hundreds of them this takes a moment: not on the window's thread."""
    kinds = (("added", found.added), ("changed", found.changed), ("removed", found.dropped), ("moved", found.moved))
    return [_line(kind, each) for kind, differences in kinds for each in differences]


def _line(kind: str, difference: Difference) -> Line:
    old, new = (" ".join(text.split()) for text in (difference.old, difference.new))
    node = difference.node or difference.holder
    if kind != "changed":
        words = old or new or _("(chưa có chữ)")
        looks = {"removed": ((0, len(words), "old"),)}
        return Line(kind=kind, node=node, whole=words, words=words, marks=looks.get(kind, ()))
    whole = _("{old}  →  {new}").format(old=old or _("(để trống)"), new=new or _("(để trống)"))
    words, marks = marked_change(old, new, _AROUND)
    return Line(kind=kind, node=node, whole=whole, words=words, marks=tuple(marks))


class ComparisonTree(QTreeWidget):
    """Shows lines; Enter or a click leads to the place.

    Signals:
        node_chosen(str): the part of the plan that a row stands for, or stood in.
    """

    node_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: dict[str, QTreeWidgetItem] = {}
        self._rows: dict[str, list[QTreeWidgetItem]] = {}
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setItemDelegate(_LineDelegate(self))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.tint(palette, 0.16))  # below the folding marks too
        self.setPalette(palette)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def forget(self) -> None:
        """Show nothing."""
        self.clear()
        self._heads, self._rows = {}, {}

    def show_lines(self, lines: Sequence[Line], places: dict[str, str]) -> None:
        """Show these under their heads; ``places``: where each node is. What is chosen, and what is folded, stays."""
        chosen = _key(self.currentItem())
        folded = {kind for kind, head in self._heads.items() if head.childCount() and not head.isExpanded()}
        self.forget()
        for kind, head in HEADS.items():
            own = [line for line in lines if line.kind == kind]
            if own:
                self._add(kind, _(head).format(count=len(own)), own, places, folded=kind in folded)
        self._choose_again(chosen)

    def jump(self, kind: str) -> None:
        """Make the first row of this kind the chosen one."""
        if self._rows.get(kind):
            self._heads[kind].setExpanded(True)
            self.setCurrentItem(self._rows[kind][0])
            self.scrollToItem(self._heads[kind], QTreeWidget.ScrollHint.PositionAtTop)
            self.setFocus()

    def _add(self, kind: str, text: str, lines: list[Line], places: dict[str, str], *, folded: bool) -> None:
        head = QTreeWidgetItem([text])
        head.setData(0, _NODE, kind)
        head.setIcon(0, theme.icon(kind, self.palette(), theme.change(kind, self.palette())))
        font = self.font()
        font.setBold(True)
        head.setFont(0, font)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.addTopLevelItem(head)
        self._heads[kind], self._rows[kind] = head, []
        icon = head.icon(0)
        for line in lines:
            item = QTreeWidgetItem([line.whole])
            place = places.get(line.node, "")
            item.setIcon(0, icon)
            item.setToolTip(0, line.whole)
            item.setData(0, _LINE, line)
            item.setData(0, _PLACE, place)
            spoken = ", ".join(filter(None, (_(WORDS[kind]), place, line.whole)))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            head.addChild(item)
            self._rows[kind].append(item)
        head.setExpanded(bool(lines) and not folded)

    def _choose_again(self, chosen: tuple[str, str] | None) -> None:
        rows = [row for own in self._rows.values() for row in own]
        again = [row for row in rows if chosen is not None and _key(row) == chosen]
        for row in (again or rows)[:1]:
            self.setCurrentItem(row)

    def _on_activated(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if line is not None and line.node:
            self.node_chosen.emit(line.node)


def _key(item: QTreeWidgetItem | None) -> tuple[str, str] | None:
    line: Line | None = None if item is None else item.data(0, _LINE)
    return None if line is None else (line.kind, line.node)


class _LineDelegate(QStyledItemDelegate):
    """A row: icon, kind, place, words; the ground of the chosen one is thin, so that the colours stay readable."""

    def __init__(self, view: QTreeWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, max(self._view.fontMetrics().height(), _ICON) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette = self._view.palette()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            option.state = state & ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
            painter.fillRect(rect, theme.tint(palette, 0.16))
        line: Line | None = index.data(_LINE)
        if line is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(rect)
        self._paint_line(painter, rect, line, str(index.data(_PLACE) or ""))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, place: str) -> None:
        palette, metrics = self._view.palette(), self._view.fontMetrics()
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        colour = theme.change(line.kind, palette)
        box = QRect(rect.left() + 2, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        theme.icon(line.kind, palette, colour).paint(painter, box)
        at = box.right() + theme.SMALL_GAP
        kind_width = max(metrics.horizontalAdvance(_(word)) for word in WORDS.values()) + theme.GAP
        painter.setFont(self._view.font())
        painter.setPen(colour)
        painter.drawText(QRect(at, rect.top(), kind_width, rect.height()), middle, _(WORDS[line.kind]))
        at += kind_width
        painter.setPen(theme.muted(palette))
        short = metrics.elidedText(place, Qt.TextElideMode.ElideRight, _PLACE_WIDTH - theme.GAP)
        painter.drawText(QRect(at, rect.top(), _PLACE_WIDTH, rect.height()), middle, short)
        at += _PLACE_WIDTH
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        layout = laid_out(line.words, list(line.marks), self._view.font(), palette, _WIDEST)
        layout.draw(painter, QPointF(at, rect.center().y() - layout.boundingRect().height() / 2 + 1))

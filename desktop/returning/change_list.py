"""The list of what came back: heads and rows with tick boxes, old and new words marked, below them where it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import theme
from desktop.marked_words import Mark, laid_out
from desktop.returning.rows import GROUPS, Row, Standing
from desktop.returning.side_choice import SideChoice
from resources.texts import gettext as _

_ROW = Qt.ItemDataRole.UserRole
_MARKS = Qt.ItemDataRole.UserRole + 1
_NOTE = Qt.ItemDataRole.UserRole + 2
_WARNS = Qt.ItemDataRole.UserRole + 3
_SIDES = Qt.ItemDataRole.UserRole + 4
_PAD, _BOX = 4, 30
_Index = QModelIndex | QPersistentModelIndex
_ON, _OFF, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class ChangeList(QListWidget):
    """Shows rows; what is ticked is wanted. The tick on a head is that of all its rows. A row that both sides changed
    has no tick but the choice of a side; Space takes the other one.

    Signals:
        node_selected(str), node_opened(str): a row was chosen, Enter pressed on it; its node.
        ticked: a tick was set or taken away by the clerk, or a side chosen.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._items: list[QListWidgetItem] = []
        self._heads: list[tuple[QListWidgetItem, list[int]]] = []
        self._unwanted: set[int] = set()
        self._open: set[int] = set()
        self._sides: dict[int, SideChoice] = {}
        self._of_word: set[int] = set()
        self.setAccessibleName(_("Các thay đổi trong bản Word"))
        self.setItemDelegate(_ChangeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)  # hundreds of rows are measured over several turns
        self.itemActivated.connect(self._on_activated)
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(self._on_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these rows, all wanted."""
        self.rows, self._unwanted = rows, set()
        self._open = {at for at, row in enumerate(rows) if row.is_choice}
        self._items, self._heads = [], []
        self._sides, self._of_word = {}, set()
        with QSignalBlocker(self):
            self.clear()
            for group, members in groupby(range(len(rows)), key=self._group):
                self._add_group(group, list(members))
            self._tick_boxes()
        first = next(iter(self._items), None)
        if first is not None:
            self.setCurrentItem(first)

    def show_standings(self, standings: Sequence[Standing], places: dict[str, str]) -> None:
        """Show how the rows stand with the plan as it is now, and where they are in it."""
        self._open = {at for at, (row, s) in enumerate(zip(self.rows, standings, strict=True)) if _is_open(row, s)}
        with QSignalBlocker(self):
            for at, (row, item, standing) in enumerate(zip(self.rows, self._items, standings, strict=True)):
                item.setData(_WARNS, standing.state in ("clash", "sides"))
                item.setData(_NOTE, " · ".join(filter(None, (_place(row, places), _why(row, standing)))))
                self._offer_sides(at, item, offered=standing.state == "sides")
            self._tick_boxes()
        self.viewport().update()

    @property
    def open(self) -> set[int]:
        """The places of the rows that the clerk decides on and that the plan can take."""
        return set(self._open)

    @property
    def wanted(self) -> set[int]:
        """The places of the rows that are ticked among the open ones."""
        return self._open - self._unwanted

    @property
    def both_changed(self) -> set[int]:
        """The places of the rows that the plan and the file both changed, so that a side must be chosen."""
        return set(self._sides)

    @property
    def of_word(self) -> set[int]:
        """The places of those rows of which the file's side is taken."""
        return self._of_word & self._sides.keys()

    def take_side(self, at: int, *, word: bool) -> None:
        """Take the file's side of a row that both changed, or keep the plan's."""
        self._sides[at].show_side(word=word)
        self._on_side_chosen(at, word)

    @property
    def unwanted(self) -> Collection[int]:
        """The places of the rows that the clerk unticked."""
        return self._unwanted

    def _group(self, at: int) -> str:
        return self.rows[at].group

    def _add_group(self, group: str, members: list[int]) -> None:
        head = QListWidgetItem(_(GROUPS[group]).format(count=len(members)))
        self.addItem(head)
        self._heads.append((head, members))
        for at in members:
            row = self.rows[at]
            item = QListWidgetItem(row.words)
            item.setData(_ROW, at)
            item.setData(_MARKS, row.marks)
            item.setData(_NOTE, row.why)
            item.setToolTip("\n\n".join(filter(None, dict.fromkeys((row.before, row.after)))))
            self.addItem(item)
            self._items.append(item)

    def _offer_sides(self, at: int, item: QListWidgetItem, *, offered: bool) -> None:
        """Put the choice of a side into the row, or take it away."""
        if offered == (at in self._sides):
            return
        item.setData(_SIDES, offered)
        if not offered:
            del self._sides[at]
            self.removeItemWidget(item)
            return
        choice = self._sides[at] = SideChoice(at, item.text(), _BOX)
        choice.show_side(word=at in self._of_word)
        choice.chosen.connect(self._on_side_chosen)
        self.setItemWidget(item, choice)

    def _on_side_chosen(self, at: int, word: bool) -> None:
        self._of_word = self._of_word | {at} if word else self._of_word - {at}
        self.setCurrentItem(self._items[at])
        self.ticked.emit()

    def _tick_boxes(self) -> None:
        """Show each row's tick; what the plan has already is ticked, what it cannot take is not."""
        for at, (row, item) in enumerate(zip(self.rows, self._items, strict=True)):
            if at in self._sides:
                item.setData(Qt.ItemDataRole.CheckStateRole, None)
                _allow(item, ticks=False)
            elif row.is_choice:
                clashes = at not in self._open and bool(item.data(_WARNS))
                item.setCheckState(_OFF if at in self._unwanted or clashes else _ON)
                _allow(item, ticks=at in self._open)
        for head, members in self._heads:
            choices = [at for at in members if at in self._open]
            if choices:
                ticked = sum(at not in self._unwanted for at in choices)
                head.setCheckState(_ON if ticked == len(choices) else _PARTLY if ticked else _OFF)
            else:
                head.setData(Qt.ItemDataRole.CheckStateRole, None)
            _allow(head, ticks=bool(choices))

    def _on_changed(self, item: QListWidgetItem) -> None:
        members = next((found for head, found in self._heads if head is item), [item.data(_ROW)])
        if item.checkState() == _ON:
            self._unwanted -= set(members)
        else:
            self._unwanted |= self._open & set(members)
        with QSignalBlocker(self):
            self._tick_boxes()
        self.viewport().update()
        self.ticked.emit()

    def _on_current(self, item: QListWidgetItem | None, _before: object) -> None:
        node = self._node(item)
        if node and self.hasFocus():
            self.node_selected.emit(node)

    def _on_activated(self, item: QListWidgetItem) -> None:
        node = self._node(item)
        if node:
            self.node_opened.emit(node)

    def _node(self, item: QListWidgetItem | None) -> str:
        at = None if item is None else item.data(_ROW)
        return "" if at is None else self.rows[at].node

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        at = None if item is None else item.data(_ROW)
        if event.key() == Qt.Key.Key_Space and at in self._sides:
            self.take_side(at, word=at not in self._of_word)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _allow(item: QListWidgetItem, *, ticks: bool) -> None:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags)


def _is_open(row: Row, standing: Standing) -> bool:
    return row.is_choice and standing.state == "open"


def _place(row: Row, places: dict[str, str]) -> str:
    here, there = places.get(row.node, ""), places.get(row.holder, "")
    if row.group == "moved" and there not in ("", here):
        return f"{here} → {there}"
    return here or (_("vào {place}").format(place=there) if there else "")


def _why(row: Row, standing: Standing) -> str:
    if standing.state == "there":
        return _("kế hoạch đã có")
    return standing.why or row.why


class _ChangeDelegate(QStyledItemDelegate):
    """Rows as high as their words; box, ground and focus are the style's."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], float] = {}
        """Of the words of a row in the width there is: each tick has all rows measured anew."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = self._view.fontMetrics().height()
        if index.data(_ROW) is None:
            return QSize(120, line + 2 * _PAD + 2)
        measured = str(index.data() or ""), self._room()
        height = self._heights.get(measured)
        if height is None:
            height = self._heights[measured] = self._words(index).boundingRect().height()
        return QSize(120, round(height) + self._foot(index) + (line if index.data(_NOTE) else 0) + 2 * _PAD)

    def _foot(self, index: _Index) -> int:
        """Return how high the row's foot is, where a choice of sides stands."""
        return self._view.fontMetrics().height() + 2 * _PAD if index.data(_SIDES) else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        is_head = index.data(_ROW) is None
        option.font.setBold(is_head)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if is_head:
            painter.fillRect(rect, self._view.palette().color(QPalette.ColorRole.AlternateBase))
            super().paint(painter, option, index)
            return
        option.text = ""  # type: ignore[attr-defined]
        style = QApplication.style()
        palette = self._view.palette()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            option.state = state & ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
            theme.paint_chosen(painter, rect, palette)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        painter.save()
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self._words(index).draw(painter, QPointF(rect.left() + _BOX, rect.top() + _PAD))
        painter.setPen(theme.warning(palette) if index.data(_WARNS) else theme.muted(palette))
        room = rect.adjusted(_BOX, 0, -theme.SMALL_GAP, -_PAD - self._foot(index))
        note = painter.fontMetrics().elidedText(index.data(_NOTE) or "", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), note)
        painter.restore()

    def _words(self, index: _Index) -> QTextLayout:
        marks: list[Mark] = list(map(tuple, index.data(_MARKS) or []))  # type: ignore[arg-type]
        return laid_out(index.data() or "", marks, self._view.font(), self._view.palette(), self._room())

    def _room(self) -> int:
        return max(self._view.viewport().width() - _BOX - theme.MARGIN, 60)

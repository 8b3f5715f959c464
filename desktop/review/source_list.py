"""The source as it was read: one row a paragraph or table, with the hints its reader gave."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette

from desktop import theme
from desktop.review.rows import LINKED_ROLE, PAD, WRAP, Index, RowDelegate, with_weight, wrapped_height
from desktop.review.state import ReviewState
from documents.reading.blocks import Block
from resources.texts import gettext as _

BLOCK_ROLE = Qt.ItemDataRole.UserRole + 23
LEFT_OVER_ROLE = Qt.ItemDataRole.UserRole + 24
"""True for a block whose words, or some of them, have no place."""

ROOT = QModelIndex()
_NUMBER, _CELL_GAP = 40, 8


class SourceModel(QAbstractListModel):
    """The blocks of the source; ``link`` says which ones belong to what is chosen in the plan."""

    def __init__(self, state: ReviewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._linked: frozenset[int] = frozenset()
        self._left: frozenset[int] = frozenset()
        self.look_again()

    def link(self, blocks: tuple[int, ...]) -> None:
        """Mark these blocks as those of the chosen node."""
        old, self._linked = self._linked, frozenset(blocks)
        for at in old ^ self._linked:
            self.dataChanged.emit(self.index(at), self.index(at))

    def look_again(self) -> None:
        """Take over which blocks hold words without a place."""
        places = [self._state.block_of_leftover(at) for at, _text in self._state.leftovers()]
        old, self._left = self._left, frozenset(at for at in places if at is not None)
        for at in old ^ self._left:
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._state.blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        block = self._state.blocks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return shown(block)
            case Qt.ItemDataRole.ToolTipRole:
                return hints(block)
            case int() if role == BLOCK_ROLE:
                return block
            case int() if role == LINKED_ROLE:
                return index.row() in self._linked
            case int() if role == LEFT_OVER_ROLE:
                return index.row() in self._left
            case _:
                return None


def shown(block: Block) -> str:
    """Return a block's characters: the label of an automatic list first, the cells of a table parted by bars."""
    if block.rows is None:
        return f"{block.label} {block.text.plain}".strip()
    return "\n".join(" | ".join(" ".join(cell.text.plain.split()) for cell in row) for row in block.rows)


def hints(block: Block) -> str:
    """Return what the reader noticed about a block, in words."""
    found: list[str] = []
    if block.is_table:
        guessed = _("bảng dựng lại từ các dòng rời") if block.guessed else _("bảng")
        found.append(guessed)
    if block.style:
        found.append(_("kiểu “{style}”").format(style=block.style))
    if block.outline:
        found.append(_("đề mục cấp {level}").format(level=block.outline))
    if block.label:
        found.append(_("đánh số tự động"))
    regions = {"textbox": _("trong khung chữ"), "header": _("đầu trang"), "footer": _("chân trang")}
    if block.region in regions:
        found.append(regions[block.region])
    if block.landscape:
        found.append(_("trang ngang"))
    return _("dòng {line}").format(line=block.line) + "".join(f" · {hint}" for hint in found)


class SourceDelegate(RowDelegate):
    """A paragraph in its looks and alignment beside its line number, or a table as a grid."""

    def height(self, index: Index, width: int) -> int:
        block: Block = index.data(BLOCK_ROLE)
        room = width - _NUMBER - theme.GAP
        metrics = self.view.fontMetrics()
        if block.rows is None:
            return wrapped_height(self._metrics(block), shown(block), room) + 2 * PAD
        return sum(self._row_heights(block, room)) + 2 * PAD + metrics.leading()

    def _metrics(self, block: Block) -> QFontMetrics:
        return QFontMetrics(with_weight(self.view.font(), bold=_is_bold(block), italic=_is_italic(block)))

    def _row_heights(self, block: Block, room: int) -> list[int]:
        metrics = self.view.fontMetrics()
        heights: list[int] = []
        for row in block.rows or ():
            width = _cell_width(block, room)
            cells = [wrapped_height(metrics, c.text.plain, width * c.colspan - _CELL_GAP) for c in row]
            heights.append(max(cells, default=metrics.height()) + 4)
        return heights

    def paint_row(self, painter: QPainter, room: QRect, index: Index) -> None:
        block: Block = index.data(BLOCK_ROLE)
        palette = self.view.palette()
        number = QRect(room.left() + 4, room.top() + PAD, _NUMBER - 12, self.view.fontMetrics().height())
        painter.setFont(with_weight(self.view.font(), bold=False, scale=0.85))
        painter.setPen(theme.muted(palette))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignRight), str(block.line or index.row() + 1))
        left_over = bool(index.data(LEFT_OVER_ROLE))
        painter.setPen(theme.muted(palette) if left_over else palette.color(QPalette.ColorRole.Text))
        inside = room.adjusted(_NUMBER, PAD, -theme.GAP, -PAD)
        if block.rows is not None:
            painter.setFont(self.view.font())
            self._paint_table(painter, inside, block)
            return
        painter.setFont(with_weight(self.view.font(), bold=_is_bold(block), italic=_is_italic(block) or left_over))
        painter.drawText(inside, WRAP | _ALIGN.get(block.align, int(Qt.AlignmentFlag.AlignLeft)), shown(block))

    def _paint_table(self, painter: QPainter, room: QRect, block: Block) -> None:
        pen, line = painter.pen(), theme.line(self.view.palette())
        width, top = _cell_width(block, room.width()), room.top()
        for row, height in zip(block.rows or (), self._row_heights(block, room.width()), strict=True):
            left = room.left()
            for cell in row:
                box = QRect(left, top, width * cell.colspan, height)
                painter.setPen(line)
                painter.drawRect(box)
                painter.setPen(pen)
                painter.drawText(box.adjusted(4, 2, -4, -2), WRAP, cell.text.plain)
                left += box.width()
            top += height


def _cell_width(block: Block, room: int) -> int:
    columns = max((sum(cell.colspan for cell in row) for row in block.rows or ()), default=1)
    return room // max(columns, 1)


def _is_bold(block: Block) -> bool:
    return bool(block.text.spans) and all(span.bold for span in block.text.spans if span.text.strip())


def _is_italic(block: Block) -> bool:
    return bool(block.text.spans) and all(span.italic for span in block.text.spans if span.text.strip())


_ALIGN = {
    "center": int(Qt.AlignmentFlag.AlignHCenter),
    "right": int(Qt.AlignmentFlag.AlignRight),
}

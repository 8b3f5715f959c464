"""The grid editor of a data table: cells, rows, columns, merge and split; the table is shown whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.fields.base import FieldEditor
from desktop.fields.grid_cells import ALIGN_ROLE, CELL_PADDING, HEAD_ROLE, TEXT_ROLE, CellDelegate
from desktop.table_grid import Grid
from plans.nodes import Align, Cell
from resources.texts import gettext as _


class GridField(FieldEditor):
    """A table's rows. ``widths`` (shares of the columns, [] from the content) and ``header_rows`` are set by the
    binding; widths follow columns that come and go."""

    def __init__(self, parent: QWidget | None = None, *, number_of: Callable[[str], int] | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid(0, 0, {})
        self._header_rows = 1
        self._loading = False
        self.widths: list[float] = []
        self.table = QTableWidget(self)
        self._delegate = CellDelegate(self.table, number_of)
        self._delegate.typed.connect(self.edited)
        self._prepare_table()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._buttons())
        whole.addWidget(self.table)
        self.setFocusProxy(self.table)

    def value(self) -> list[list[Cell]]:
        grid = self._grid
        if self._delegate.open_cell is not None:
            row, column, edit = self._delegate.open_cell
            grid = grid.with_text((row, column), edit.value().stripped())
        return grid.as_rows()

    def set_value(self, value: list[list[Cell]]) -> None:
        if value != self.value() or not self.table.rowCount():
            self._show(Grid.of(value))

    def set_header_rows(self, count: int) -> None:
        """Show the first ``count`` rows as the table's head."""
        if count != self._header_rows:
            self._header_rows = count
            self._fill()

    def set_widths(self, widths: list[float]) -> None:
        """Show the columns in these shares."""
        if widths != self.widths:
            self.widths = list(widths)
            self._fit()

    # -- moves

    def add_row(self) -> None:
        """Put an empty row below the current one."""
        row = self.table.currentRow()
        at = row + 1 if row >= 0 else self._grid.rows
        self._edit(self._now().with_row(at), (at, max(0, self.table.currentColumn())))

    def remove_row(self) -> None:
        """Take out the current row."""
        row = max(0, self.table.currentRow())
        self._edit(self._now().without_row(row), (min(row, self._grid.rows - 2), max(0, self.table.currentColumn())))

    def add_column(self) -> None:
        """Put an empty column right of the current one."""
        column = self.table.currentColumn()
        at = column + 1 if column >= 0 else self._grid.columns
        if self.widths:
            self.widths = [*self.widths[:at], sum(self.widths) / len(self.widths), *self.widths[at:]]
        self._edit(self._now().with_column(at), (max(0, self.table.currentRow()), at))

    def remove_column(self) -> None:
        """Take out the current column."""
        column = max(0, self.table.currentColumn())
        if self._grid.columns > 1 and self.widths:
            self.widths = [*self.widths[:column], *self.widths[column + 1 :]]
        here = (max(0, self.table.currentRow()), min(column, self._grid.columns - 2))
        self._edit(self._now().without_column(column), here)

    def merge(self) -> None:
        """Make the selected cells one."""
        chosen = [(index.row(), index.column()) for index in self.table.selectedIndexes()]
        if chosen:
            self._edit(self._now().merged(min(chosen), _last(chosen)), min(chosen))

    def split(self) -> None:
        """Make the current cell single cells again."""
        here = self._grid.owner((self.table.currentRow(), self.table.currentColumn()))
        self._edit(self._now().split(here), here)

    def align(self, way: Align) -> None:
        """Align the selected cells."""
        chosen = [(index.row(), index.column()) for index in self.table.selectedIndexes()]
        here = (self.table.currentRow(), self.table.currentColumn())
        self._edit(self._now().aligned(chosen, way), here)

    def _now(self) -> Grid:
        """Return the grid with what is typed in the open cell, which is closed and handed over."""
        if self._delegate.open_cell is not None:
            row, column, edit = self._delegate.open_cell
            self._grid = self._grid.with_text((row, column), edit.value().stripped())
            self._delegate.drop_editor()
            self._fill()
            self.edited.emit()
            self.settled.emit()
        return self._grid

    def _edit(self, grid: Grid, here: tuple[int, int]) -> None:
        if grid == self._grid:
            return
        self._show(grid)
        self.table.setCurrentCell(max(0, here[0]), max(0, here[1]))
        self.edited.emit()
        self.settled.emit()

    # -- showing

    def _prepare_table(self) -> None:
        table = self.table
        table.setItemDelegate(self._delegate)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(24)
        table.horizontalHeader().setMinimumSectionSize(24)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.itemChanged.connect(self._on_item_changed)
        table.currentCellChanged.connect(self._on_current_changed)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        moves: list[tuple[str, str, Callable[[], None]]] = [
            (_("+ Hàng"), _("Thêm hàng dưới ô đang chọn"), self.add_row),
            (_("− Hàng"), _("Xóa hàng đang chọn"), self.remove_row),
            (_("+ Cột"), _("Thêm cột bên phải ô đang chọn"), self.add_column),
            (_("− Cột"), _("Xóa cột đang chọn"), self.remove_column),
            (_("Gộp ô"), _("Gộp các ô đang chọn thành một"), self.merge),
            (_("Tách ô"), _("Tách ô đã gộp"), self.split),
            (_("Trái"), _("Căn trái các ô đang chọn"), partial(self.align, "left")),
            (_("Giữa"), _("Căn giữa các ô đang chọn"), partial(self.align, "center")),
            (_("Phải"), _("Căn phải các ô đang chọn"), partial(self.align, "right")),
        ]
        for text, tip, run in moves:
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(_run, run))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show(self, grid: Grid) -> None:
        self._delegate.drop_editor()
        self._grid = grid
        here = (self.table.currentRow(), self.table.currentColumn())
        self._loading = True
        self.table.clearSpans()
        self.table.setRowCount(grid.rows)
        self.table.setColumnCount(grid.columns)
        self._loading = False
        self._fill()
        if 0 <= here[0] < grid.rows and 0 <= here[1] < grid.columns:
            self.table.setCurrentCell(*here)

    def _fill(self) -> None:
        self._loading = True
        for (row, column), cell in self._grid.cells.items():
            item = QTableWidgetItem()
            item.setData(TEXT_ROLE, cell.text)
            item.setData(ALIGN_ROLE, cell.align)
            item.setData(HEAD_ROLE, row < self._header_rows)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.text.plain)
            self.table.setItem(row, column, item)
            if cell.rowspan > 1 or cell.colspan > 1:
                self.table.setSpan(row, column, cell.rowspan, cell.colspan)
        self._loading = False
        self._fit()

    def _fit(self) -> None:
        """Let the columns fill the width in their shares, and the rows be as high as their text."""
        if not self._grid.columns:
            return
        shares = self.widths if len(self.widths) == self._grid.columns else self._natural_shares()
        room = self.table.width() - 2 * self.table.frameWidth()
        for column, width in enumerate(shared_out(room, shares, self._word_widths())):
            self.table.setColumnWidth(column, width)
        self.table.resizeRowsToContents()
        height = sum(self.table.rowHeight(row) for row in range(self._grid.rows))
        self.table.setFixedHeight(height + 2 * self.table.frameWidth())

    def _natural_shares(self) -> list[float]:
        """Return shares by the longest words of each column, kept within bounds."""
        lengths = [4.0] * self._grid.columns
        for (_row, column), cell in self._grid.cells.items():
            if cell.colspan == 1:
                lengths[column] = max(lengths[column], min(30.0, float(len(cell.text.plain))))
        return lengths

    def _word_widths(self) -> list[int]:
        """Return the width of the longest word in each column, with the padding of a cell."""
        metrics = self.table.fontMetrics()
        widest = [24] * self._grid.columns
        for (_row, column), cell in self._grid.cells.items():
            if cell.colspan == 1:
                words = (metrics.horizontalAdvance(word) for word in cell.text.plain.split())
                widest[column] = max(widest[column], max(words, default=0) + 2 * CELL_PADDING + 4)
        return widest

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._loading:
            return
        text = item.data(TEXT_ROLE)
        self._grid = self._grid.with_text((item.row(), item.column()), text)
        self._fit()
        self.edited.emit()
        self.settled.emit()

    def _on_current_changed(self, row: int, column: int, _old_row: int, _old_column: int) -> None:
        """Bring the current cell into the form's sight."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if isinstance(holder, QScrollArea) and self.table.hasFocus() and row >= 0:
            rect: QRect = self.table.visualItemRect(self.table.item(row, column) or QTableWidgetItem())
            at = self.table.viewport().mapTo(holder.widget() or holder, rect.center())
            holder.ensureVisible(at.x(), at.y(), 0, rect.height())


def shared_out(room: int, shares: Sequence[float], least: Sequence[int]) -> list[int]:
    """Return widths that fill ``room`` in ``shares``, each at least ``least`` where there is room for that."""
    if sum(least) >= room:
        shares, least = [float(width) for width in least], [0] * len(least)
    narrow: set[int] = set()
    while True:
        left = room - sum(least[at] for at in narrow)
        whole = sum(share for at, share in enumerate(shares) if at not in narrow) or 1.0
        widths = [least[at] if at in narrow else int(left * share / whole) for at, share in enumerate(shares)]
        more = {at for at, width in enumerate(widths) if width < least[at]} - narrow
        if not more:
            break
        narrow |= more
    widths[-1] += room - sum(widths)
    return widths


def _run(move: Callable[[], None], _checked: bool = False) -> None:
    move()


def _last(places: list[tuple[int, int]]) -> tuple[int, int]:
    return max(row for row, _column in places), max(column for _row, column in places)

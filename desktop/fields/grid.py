"""The grid editor of a data table: cells, rows, columns, merge and split; the table is shown whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QScrollArea,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.fields.base import FieldEditor
from desktop.fields.cell_table import CellTable, cells_on_clipboard, put_on_clipboard
from desktop.fields.column_moves import ColumnRule, column_actions
from desktop.fields.column_widths import ColumnWidths
from desktop.fields.grid_bar import GridBar, moves_menu
from desktop.fields.grid_cells import ALIGN_ROLE, HEAD_ROLE, TEXT_ROLE, CellDelegate
from desktop.fields.grid_widths import LOWEST, natural_shares, row_heights, shared_out, word_widths
from desktop.offers import Offers
from desktop.table_grid import Grid
from plans.nodes import Align, Cell
from plans.text import RichText
from resources.texts import gettext as _


class GridField(FieldEditor):
    """A table's rows, and ``widths``: the shares of its columns, [] from the content; they follow columns that come and
    go. ``header_rows`` and ``widths`` are set by the binding."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        number_of: Callable[[str], int] | None = None,
        offers: Offers | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = Grid(0, 0, {})
        self._header_rows = 1
        self._loading = False
        self.widths: list[float] = []
        self.table = CellTable(self)
        self._delegate = CellDelegate(self.table, number_of, offers)
        self._delegate.typed.connect(self.edited)
        self._prepare_table()
        self._columns = ColumnWidths(self.table)
        self._columns.changed.connect(self._on_widths_changed)
        self.column_actions = [*column_actions(self.table, self.change_column), *self._columns.actions]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self._bar())
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

    def add_row_above(self) -> None:
        """Put an empty row above the current one."""
        at = max(0, self.table.currentRow())
        self._edit(self._now().with_row(at), (at, max(0, self.table.currentColumn())))

    def remove_row(self) -> None:
        """Take out the current row."""
        row = max(0, self.table.currentRow())
        self._edit(self._now().without_row(row), (min(row, self._grid.rows - 2), max(0, self.table.currentColumn())))

    def add_column(self) -> None:
        """Put an empty column right of the current one."""
        column = self.table.currentColumn()
        at = column + 1 if column >= 0 else self._grid.columns
        self._widen(at, 1)
        self._edit(self._now().with_column(at), (max(0, self.table.currentRow()), at))

    def _widen(self, at: int, count: int) -> None:
        """Give ``count`` columns that come in before ``at`` the average share of the width."""
        if self.widths:
            self.widths = [*self.widths[:at], *[sum(self.widths) / len(self.widths)] * count, *self.widths[at:]]

    def remove_column(self) -> None:
        """Take out the current column."""
        column = max(0, self.table.currentColumn())
        if self._grid.columns > 1 and self.widths:
            self.widths = [*self.widths[:column], *self.widths[column + 1 :]]
        here = (max(0, self.table.currentRow()), min(column, self._grid.columns - 2))
        self._edit(self._now().without_column(column), here)

    def merge(self) -> None:
        """Make the selected cells one."""
        chosen = self._chosen()
        if chosen:
            self._edit(self._now().merged(min(chosen), _last(chosen)), min(chosen))

    def split(self) -> None:
        """Make the current cell single cells again."""
        here = self._grid.owner((self.table.currentRow(), self.table.currentColumn()))
        self._edit(self._now().split(here), here)

    def align(self, way: Align) -> None:
        """Align the selected cells."""
        here = (self.table.currentRow(), self.table.currentColumn())
        self._edit(self._now().aligned(self._chosen(), way), here)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        chosen = self._chosen()
        if chosen:
            put_on_clipboard(self._now().texts_between(min(chosen), _last(chosen)))

    def clear(self) -> None:
        """Take the text out of the selected cells."""
        here = (self.table.currentRow(), self.table.currentColumn())
        self._edit(self._now().cleared(self._chosen()), here)

    def cut(self) -> None:
        """Put the selected cells on the clipboard and take their text out."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Fill cells from the first selected one on with those of the clipboard, adding rows and columns as needed."""
        block = [[RichText.of(text) for text in row] for row in cells_on_clipboard()]
        here = min(self._chosen(), default=(max(0, self.table.currentRow()), max(0, self.table.currentColumn())))
        grid = self._now()
        filled = grid.with_block(here, block)
        self._widen(grid.columns, filled.columns - grid.columns)
        self._edit(filled, here)

    def change_column(self, rule: ColumnRule) -> None:
        """Let a rule change the current column, and the rows as it asks."""
        here = (max(0, self.table.currentRow()), max(0, self.table.currentColumn()))
        rows = self._now().as_rows()
        self._edit(Grid.of(rule(rows, self._header_rows, here[1])), here)

    def _chosen(self) -> list[tuple[int, int]]:
        return [(index.row(), index.column()) for index in self.table.selectedIndexes()]

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
        self._go(max(0, here[0]), max(0, here[1]))
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
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(LOWEST)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.itemChanged.connect(self._on_item_changed)
        table.currentCellChanged.connect(self._on_current_changed)
        table.copy_asked.connect(self.copy)
        table.cut_asked.connect(self.cut)
        table.paste_asked.connect(self.paste)
        table.clear_asked.connect(self.clear)
        table.last_left.connect(self._on_last_left)
        table.menu_asked.connect(self._on_menu_asked)

    def _bar(self) -> QWidget:
        return GridBar(
            [
                (_("+ Hàng"), _("Thêm hàng dưới ô đang chọn"), self.add_row),
                (_("− Hàng"), _("Xóa hàng đang chọn"), self.remove_row),
                (_("+ Cột"), _("Thêm cột bên phải ô đang chọn"), self.add_column),
                (_("− Cột"), _("Xóa cột đang chọn"), self.remove_column),
                (_("Gộp ô"), _("Gộp các ô đang chọn thành một"), self.merge),
                (_("Tách ô"), _("Tách ô đã gộp"), self.split),
                (_("Trái"), _("Căn trái các ô đang chọn"), partial(self.align, "left")),
                (_("Giữa"), _("Căn giữa các ô đang chọn"), partial(self.align, "center")),
                (_("Phải"), _("Căn phải các ô đang chọn"), partial(self.align, "right")),
            ],
            self.column_actions,
            self,
        )

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
            self._go(*here)

    def _go(self, row: int, column: int) -> None:
        self.table.setCurrentCell(row, column, QItemSelectionModel.SelectionFlag.ClearAndSelect)

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
        shares = self.widths if len(self.widths) == self._grid.columns else natural_shares(self._grid)
        room = self.table.width() - 2 * self.table.frameWidth()
        widths = shared_out(room, shares, word_widths(self._grid, self.table.fontMetrics()))
        self._columns.show(widths)
        for row, height in enumerate(row_heights(self._grid, widths, self._delegate.height)):
            self.table.setRowHeight(row, height)
        height = self._columns.height + self.table.verticalHeader().length()
        self.table.setFixedHeight(height + 2 * self.table.frameWidth())

    def _on_widths_changed(self, widths: list[float]) -> None:
        if not self._loading and widths != self.widths:
            self.set_widths(widths)
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._loading:
            return
        text = item.data(TEXT_ROLE)
        self._grid = self._grid.with_text((item.row(), item.column()), text)
        self._fit()
        self.edited.emit()
        self.settled.emit()

    def _on_last_left(self) -> None:
        """Go on in the first cell of a new row."""
        at = self._grid.rows
        self._edit(self._now().with_row(at), (at, 0))

    def _on_menu_asked(self, at: QPoint) -> None:
        menu = self.cell_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def cell_menu(self) -> QMenu:
        """Return what can be done with the selected cells."""
        groups: list[list[tuple[str, Callable[[], None]]]] = [
            [(_("Cắt"), self.cut), (_("Sao chép"), self.copy), (_("Dán"), self.paste), (_("Xóa chữ"), self.clear)],
            [
                (_("Chèn hàng phía trên"), self.add_row_above),
                (_("Chèn hàng phía dưới"), self.add_row),
                (_("Chèn cột bên phải"), self.add_column),
            ],
            [(_("Xóa hàng"), self.remove_row), (_("Xóa cột"), self.remove_column)],
            [(_("Gộp ô"), self.merge), (_("Tách ô"), self.split)],
        ]
        return moves_menu(groups, self.column_actions, self)

    def _on_current_changed(self, row: int, column: int, _old_row: int, _old_column: int) -> None:
        """Bring the current cell into the form's sight."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if isinstance(holder, QScrollArea) and self.table.hasFocus() and row >= 0:
            rect: QRect = self.table.visualItemRect(self.table.item(row, column) or QTableWidgetItem())
            at = self.table.viewport().mapTo(holder.widget() or holder, rect.center())
            holder.ensureVisible(at.x(), at.y(), 0, rect.height())


def _last(places: list[tuple[int, int]]) -> tuple[int, int]:
    return max(row for row, _column in places), max(column for _row, column in places)

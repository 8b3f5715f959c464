"""The table widget of the grid field: the clerk's keys in it, and cells to and from the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextDocument, QTextTable
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QTableWidget, QWidget

from desktop.cell_text import cells_as_text, cells_in
from desktop.rich_document import clean

Key = QKeySequence.StandardKey
Hint = QAbstractItemDelegate.EndEditHint


class CellTable(QTableWidget):
    """A table that tells what its keys ask for; the field it stands in does it.

    Signals:
        copy_asked, cut_asked, paste_asked, clear_asked: what the keys ask for the selected cells.
        last_left: Tab was pressed in the last cell.
        menu_asked: where on the screen the menu of the cells was asked for.
    """

    copy_asked = Signal()
    cut_asked = Signal()
    paste_asked = Signal()
    clear_asked = Signal()
    last_left = Signal()
    menu_asked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Key.Copy: self.copy_asked, Key.Cut: self.cut_asked, Key.Paste: self.paste_asked}
        found = next((signal for key, signal in asked.items() if event.matches(key)), None)
        if found is None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            found = self.clear_asked
        if found is None and event.key() == Qt.Key.Key_Tab and self._in_last_cell():
            found = self.last_left
        if found is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            found.emit()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        leaves_last = hint == Hint.EditNextItem and self._in_last_cell()
        super().closeEditor(editor, Hint.NoHint if leaves_last else hint)
        if leaves_last:
            self.last_left.emit()
            self.editItem(self.currentItem())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cell = self.indexAt(event.pos())
        if cell.isValid() and not self.selectionModel().isSelected(cell):
            self.setCurrentIndex(cell)
        self.menu_asked.emit(event.globalPos())

    def _in_last_cell(self) -> bool:
        row, column = self.currentRow(), self.currentColumn()
        below = row + max(1, self.rowSpan(row, column))
        right = column + max(1, self.columnSpan(row, column))
        return row >= 0 and (below, right) == (self.rowCount(), self.columnCount())


def put_on_clipboard(cells: list[list[str]]) -> None:
    """Put rows of cells on the clipboard, as spreadsheets and Word take them."""
    QApplication.clipboard().setText(cells_as_text(cells))


def cells_on_clipboard() -> list[list[str]]:
    """Return the rows of cells on the clipboard: of its table where it holds one alone (Word breaks cells of several
    paragraphs in the plain text), else of its text."""
    data: QMimeData | None = QApplication.clipboard().mimeData()  # none where nothing was ever copied
    if data is None:
        return []
    return _cells_of_html(data) or [[clean(cell) for cell in row] for row in cells_in(data.text())]


def _cells_of_html(data: QMimeData) -> list[list[str]]:
    if not data.hasHtml() or "<table" not in data.html():
        return []
    document = QTextDocument()
    document.setHtml(data.html())
    frames = document.rootFrame().childFrames()
    table = frames[0] if len(frames) == 1 else None
    if not isinstance(table, QTextTable):
        return []
    return [[_text_of(table, row, column) for column in range(table.columns())] for row in range(table.rows())]


def _text_of(table: QTextTable, row: int, column: int) -> str:
    """Return the text of a cell, "" for a place that a cell reaching over from the left or from above covers."""
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
    lines = (line.strip() for line in clean(cursor.selectedText().replace("\u2029", "\n")).splitlines())
    return "\n".join(line for line in lines if line)

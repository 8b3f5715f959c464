"""The table of a ``RowsModel`` with its keys and buttons: add, take away, move."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.office.rows import RowsModel
from resources.texts import gettext as _

Index = QModelIndex | QPersistentModelIndex


class RowsField(QWidget):
    """Edits a list of rows in place. Keys: F2 or typing edits a cell, Insert adds, Delete takes away, Alt+↑↓ moves.

    Signals:
        edited: as of the model.
    """

    edited = Signal()

    def __init__(self, model: RowsModel, name: str, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.table = QTableView(self)
        self.table.setModel(model)
        self.table.setItemDelegate(_Delegate(self.table))
        self.table.setAccessibleName(name)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 11)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.add = self._button(add, add)
        self.remove = self._button(_("Bỏ"), _("Delete: bỏ dòng đang chọn"))
        self.up = self._button("↑", _("Alt+↑: chuyển lên"))
        self.down = self._button("↓", _("Alt+↓: chuyển xuống"))
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def widths(self, *shares: int) -> None:
        """Let the first column take what is left; give the others these widths, in characters."""
        head = self.table.horizontalHeader()
        head.setMinimumSectionSize(40)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, characters in enumerate(shares, 1):
            head.resizeSection(at, characters * self.fontMetrics().averageCharWidth() + 16)

    def rows(self) -> tuple[Any, ...]:
        """Return the rows, what is being typed in a cell included."""
        if self.table.state() == QAbstractItemView.State.EditingState:
            self.table.setFocus()
        return self.model.rows()

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL_GAP // 2)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        for keys, name, slot in (
            (QKeySequence("Ins"), _("Thêm dòng"), self._on_add),
            (QKeySequence(QKeySequence.StandardKey.Delete), _("Bỏ dòng"), self._on_remove),
            (QKeySequence("Alt+Up"), _("Đưa dòng lên"), self._on_up),
            (QKeySequence("Alt+Down"), _("Đưa dòng xuống"), self._on_down),
        ):
            shortcut = QShortcut(keys, self.table)
            shortcut.setWhatsThis(name)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _choose(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, max(self.table.currentIndex().column(), 0)))

    def _on_add(self) -> None:
        at = self.model.add(self._row() + 1 if self._row() >= 0 else self.model.rowCount())
        index = self.model.index(at, 0)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def _on_remove(self) -> None:
        row = self._row()
        self.model.remove(row)
        if self.model.rowCount():
            self._choose(min(row, self.model.rowCount() - 1))

    def _on_up(self) -> None:
        self._choose(self.model.move(self._row(), -1))

    def _on_down(self) -> None:
        self._choose(self.model.move(self._row(), 1))


class _Delegate(QStyledItemDelegate):
    """Edits a cell as a line, or as a list where there are only some values."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = _choices(index)
        if not choices:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        for value, words in choices:
            combo.addItem(words, value)
        combo.activated.connect(self._on_chosen)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            value = index.data(Qt.ItemDataRole.EditRole)
            values = [known for known, _words in _choices(index)]
            editor.setCurrentIndex(values.index(value) if value in values else 0)
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, _choices(index)[editor.currentIndex()][0])
        else:
            super().setModelData(editor, model, index)

    def _on_chosen(self, _at: int) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


def _choices(index: Index) -> tuple[tuple[Any, str], ...]:
    model = index.model()
    return model.columns[index.column()].choices if isinstance(model, RowsModel) else ()

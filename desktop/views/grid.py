"""The table that shows a grid of tasks: the tasks stay in sight at its left, heads wrap, groups span."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.fields.lines import PlainLine
from desktop.views.model import GROUP_ROLE, NOTE_ROLE, Index, TaskGridModel

TASK_WIDTH = 300
_PAD = 8


class CalmHeader(QHeaderView):
    """A flat head: words wrapped over ``lines`` lines, what does not fit ends in "…", a muted line below."""

    def __init__(self, orientation: Qt.Orientation, lines: int, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._lines = lines
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.Base))
        self.setPalette(palette)

    def thickness(self, *, note: bool) -> int:
        """The pixels that its lines, and a ``note`` below them, need."""
        return self.fontMetrics().lineSpacing() * (self._lines + note) + 12

    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(0, self.thickness(note=True))
        return QSize(TASK_WIDTH, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 (Qt's)
        model = self.model()
        if model is None:
            return
        painter.save()
        palette = self.palette()
        group = bool(model.headerData(logicalIndex, self.orientation(), GROUP_ROLE))
        painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase if group else QPalette.ColorRole.Base))
        painter.setPen(theme.line(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        self._paint_words(painter, rect.adjusted(_PAD, 4, -_PAD, -4), logicalIndex)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, at: int) -> None:
        model, palette = self.model(), self.palette()
        font = model.headerData(at, self.orientation(), Qt.ItemDataRole.FontRole) or self.font()
        colour = model.headerData(at, self.orientation(), Qt.ItemDataRole.ForegroundRole)
        words = str(model.headerData(at, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        note = str(model.headerData(at, self.orientation(), NOTE_ROLE) or "")
        across = self.orientation() == Qt.Orientation.Horizontal
        side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if note:
            below = QRect(room.left(), room.bottom() - metrics.height(), room.width(), metrics.height() + 1)
            painter.setPen(theme.muted(palette))
            painter.drawText(below, side | Qt.AlignmentFlag.AlignBottom, note)
            room = room.adjusted(0, 0, 0, -metrics.height())
        painter.setPen(colour or palette.color(QPalette.ColorRole.WindowText))
        lines = max(1, min(self._lines, room.height() // metrics.lineSpacing()))
        wrap = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, side | wrap, fitted(metrics, words, room.width(), lines))


def fitted(metrics: QFontMetrics, words: str, width: int, lines: int) -> str:
    """Return as much of ``words`` as wraps into ``lines`` lines of ``width`` pixels, with "…" where some is left."""
    flags = int(Qt.TextFlag.TextWordWrap)
    room = round(metrics.lineSpacing() * (lines + 0.5))
    if metrics.boundingRect(QRect(0, 0, width, 10000), flags, words).height() <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        text = words[:middle].rstrip() + "…"
        fits = metrics.boundingRect(QRect(0, 0, width, 10000), flags, text).height() <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return words[:low].rstrip() + "…"


class FramedDelegate(QStyledItemDelegate):
    """Draws the current cell in a frame, so that what it holds keeps its colours."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        off = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        option.state = option.state & ~off  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        self.paint_content(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            rect: QRect = option.rect  # type: ignore[attr-defined]
            palette: QPalette = option.palette  # type: ignore[attr-defined]
            painter.save()
            painter.setPen(QPen(theme.tint(palette, 1.0), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what a cell has besides its words."""


class LineDelegate(FramedDelegate):
    """Opens a plain line for the words of a cell; ``name`` is what a screen reader calls it, ``hint`` an example."""

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._hint = name, hint

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = PlainLine(parent)
        line.setPalette(QGuiApplication.palette())
        line.setAccessibleName(self._name)
        line.setPlaceholderText(self._hint)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class TaskGrid(QTableView):
    """A table over a ``TaskGridModel``. The current cell keeps to its task while rows come and go.

    Signals:
        node_selected: id of the task (or target) the clerk went to.
        node_opened: id of the one the clerk wants to see in its form (Enter, double click on its name).
    """

    node_selected = Signal(str)
    node_opened = Signal(str)

    def __init__(self, model: TaskGridModel, column_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._kept: tuple[str, int] = ("", 0)
        self._typed_in = False
        self.setHorizontalHeader(CalmHeader(Qt.Orientation.Horizontal, column_lines, self))
        self.setVerticalHeader(CalmHeader(Qt.Orientation.Vertical, 2, self))
        self.setModel(model)
        self.setItemDelegate(FramedDelegate(self))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, palette.color(QPalette.ColorRole.Base))
        palette.setColor(QPalette.ColorRole.HighlightedText, palette.color(QPalette.ColorRole.Text))
        self.setPalette(palette)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: palette(base); border: 0; }")
        self.setShowGrid(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setFixedWidth(TASK_WIDTH)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self.verticalHeader().sectionClicked.connect(self._on_task_clicked)
        self.verticalHeader().sectionDoubleClicked.connect(self._on_task_opened)
        model.modelAboutToBeReset.connect(self._on_reset_begins)
        model.modelReset.connect(self._on_reset)
        self._arrange()

    def edit_when_typed_in(self) -> None:
        """Open the current cell at the first key, F2 or a double click."""
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def go_to(self, node_id: str) -> None:
        """Make a task's or target's row the current one, in the current column; unknown ids do nothing."""
        row = self.grid.row_of(node_id)
        if row >= 0 and node_id != self.current_task:
            column = max(0, min(self.currentIndex().column(), self.grid.columnCount() - 1))
            self.setCurrentIndex(self.grid.index(row, column))
            self.scrollTo(self.currentIndex())

    @property
    def current_task(self) -> str:
        """The id of the task (or target) of the current row, "" for none."""
        row = self.grid.entry(self.currentIndex().row())
        return row.node.id if row else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() and self.current_task:
            self.node_selected.emit(self.current_task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_task:
            self.node_opened.emit(self.current_task)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def column_width(self, column: int) -> int:
        """The pixels a column gets: what its note needs, 96 at least."""
        note = str(self.grid.headerData(column, Qt.Orientation.Horizontal, NOTE_ROLE) or "")
        return max(96, self.fontMetrics().horizontalAdvance(note) + 2 * _PAD + 4)

    def _arrange(self) -> None:
        """Set heights, widths and the spans of group rows."""
        self.clearSpans()
        metrics = QFontMetrics(self.font())
        for row in range(self.grid.rowCount()):
            task = self.grid.entry(row) is not None
            self.setRowHeight(row, metrics.lineSpacing() * (2 if task else 1) + 14)
            if not task and self.grid.columnCount() > 1:
                self.setSpan(row, 0, 1, self.grid.columnCount())
        for column in range(self.grid.columnCount()):
            self.setColumnWidth(column, self.column_width(column))

    def _on_reset_begins(self) -> None:
        self._kept = (self.current_task, self.currentIndex().column())
        at_work = QApplication.focusWidget()
        self._typed_in = at_work is not None and self.isAncestorOf(at_work)

    def _on_reset(self) -> None:
        self._arrange()
        task, column = self._kept
        row = self.grid.row_of(task)
        if row >= 0:
            self.setCurrentIndex(self.grid.index(row, max(0, min(column, self.grid.columnCount() - 1))))
        if self._typed_in:  # the line in the cell went with the old rows
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_task_clicked(self, row: int) -> None:
        found = self.grid.entry(row)
        if found:
            self.go_to(found.node.id)

    def _on_task_opened(self, row: int) -> None:
        found = self.grid.entry(row)
        if found:
            self.node_opened.emit(found.node.id)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 (Qt's)
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Pass over the rows of groups, which hold nothing."""
        found = super().moveCursor(cursorAction, modifiers)
        down = cursorAction in (QAbstractItemView.CursorAction.MoveDown, QAbstractItemView.CursorAction.MovePageDown)
        step = 1 if down else -1
        while found.isValid() and self.grid.entry(found.row()) is None:
            found = self.grid.index(found.row() + step, found.column())
        return found if found.isValid() else self.currentIndex()

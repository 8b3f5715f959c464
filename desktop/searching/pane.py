"""Find and replace at the foot of the editor: what is found is listed as it is typed, and replaced in one step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.document import PlanDocument
from desktop.findings.places import place_texts
from desktop.searching.rows import MARKS_ROLE, HitDelegate, line_of
from plans.places import Place
from plans.search import Hit, Query, found, replacing, rewritten
from resources.texts import gettext as _

PAUSE_MS = 150
SHOWN = 500
"""Hits that are listed at most; counted and replaced are those that are listed."""
_HIT = Qt.ItemDataRole.UserRole


class SearchPane(QFrame):
    """Seeks in one document while it is shown.

    Signals:
        node_selected(str): the clerk looks at a hit there; the words stay where they are typed.
        node_opened(str): the clerk wants to go on writing there.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)
    closed = Signal()

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._unticked: set[Place] = set()
        self.hits: list[Hit] = []
        self.words = self._line(_("Tìm"), _("Tìm trong kế hoạch này…"))
        self.new = self._line(_("Thay bằng"), _("Thay bằng…"))
        self.case = QCheckBox(_("Phân biệt hoa, thường"))
        self.whole = QCheckBox(_("Trọn từ"))
        self.all = QCheckBox(_("Chọn hết"))
        self.count = QLabel()
        self.replace = QPushButton(_("Thay các chỗ đã chọn"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Các chỗ tìm thấy"))
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def query(self) -> Query:
        """What is sought now."""
        return Query(words=self.words.text(), match_case=self.case.isChecked(), whole_words=self.whole.isChecked())

    def open_for(self, _checked: bool = False, *, replace: bool) -> None:
        """Show the pane, ready to type what is sought, or once that stands there, by what it is replaced."""
        self._show_replacing(replace)
        self.show()
        line = self.new if replace and self.words.text() else self.words
        line.setFocus()
        line.selectAll()
        self.refresh()

    def refresh(self) -> None:
        """Seek anew; ticks and the chosen row stay with their places."""
        self._pause.stop()
        self.hits = list(found(self._document.plan, self.query))
        at = self.list.currentRow()
        names = place_texts(self._document.plan, self._document.labels())
        with QSignalBlocker(self.list):
            self.list.clear()
            for hit in self.hits[:SHOWN]:
                self.list.addItem(self._item(hit, names.get(hit.place.node, "")))
            self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))
        self._show_count()

    def step(self, by: int) -> None:
        """Go on by that many hits, round at the end."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
            self._tell(self.list.currentItem())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the upper line steps on, Shift+Enter back; the arrow down goes into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.words:
                self._on_enter(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Hide the pane; what was sought stands there when it is opened again."""
        self.hide()
        self.closed.emit()

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setClearButtonEnabled(True)
        line.installEventFilter(self)
        return line

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Đóng phần tìm"))
        close.setToolTip(_("Đóng phần tìm (Esc)"))
        close.clicked.connect(self.put_away)
        self.replace.setToolTip(_("Thay một lần; Ctrl+Z đưa tất cả về như cũ"))
        row = QHBoxLayout()
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, 2)
        row.setSpacing(theme.SMALL_GAP)
        row.addWidget(self.words, 3)
        row.addWidget(self.case)
        row.addWidget(self.whole)
        row.addSpacing(theme.GAP)
        row.addWidget(self.count, 2)
        row.addWidget(self.new, 3)
        row.addWidget(self.all)
        row.addWidget(self.replace)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMaximumHeight(self.list.fontMetrics().height() * 10)

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self.words.textChanged.connect(self._on_asked)
        self.new.textChanged.connect(self._on_changed)
        for box in (self.case, self.whole):
            box.toggled.connect(self._on_asked)
        self.all.clicked.connect(self._on_all)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._tell)
        self.list.itemChanged.connect(self._on_ticked)
        self.new.returnPressed.connect(self.replace.setFocus)
        self.replace.clicked.connect(self._on_replace)
        self._document.applied.connect(self._on_changed)

    def _show_replacing(self, shown: bool) -> None:
        for widget in (self.new, self.all, self.replace):
            widget.setVisible(shown)

    @property
    def _replaces(self) -> bool:
        return not self.new.isHidden()

    def _item(self, hit: Hit, place: str) -> QListWidgetItem:
        new = rewritten(self.query, hit, self.new.text()) if self._replaces else None
        words, marks = line_of(place, hit.before, hit.words, new, hit.after)
        item = QListWidgetItem(words)
        item.setData(_HIT, hit)
        item.setData(MARKS_ROLE, marks)
        item.setToolTip(hit.before + hit.words + hit.after)
        if self._replaces:
            ticked = hit.place not in self._unticked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _ticked(self) -> list[Hit]:
        return [hit for hit in self.hits[:SHOWN] if hit.place not in self._unticked]

    def _show_count(self) -> None:
        ticked = len(self._ticked())
        self.count.setText(self._count_text(ticked))
        self.list.setVisible(bool(self.hits))
        self.replace.setEnabled(ticked > 0)
        self.all.setEnabled(bool(self.hits))
        self.all.setChecked(bool(self.hits) and ticked == min(len(self.hits), SHOWN))

    def _count_text(self, ticked: int) -> str:
        if not self.words.text():
            return _("Không dấu tìm được cả có dấu")
        if not self.hits:
            return _("Không thấy chỗ nào")
        if len(self.hits) > SHOWN:
            return _("{count} chỗ, hiện {shown} chỗ đầu").format(count=len(self.hits), shown=SHOWN)
        if self._replaces:
            return _("{count} chỗ, chọn {ticked}").format(count=len(self.hits), ticked=ticked)
        return _("{count} chỗ").format(count=len(self.hits))

    def _on_asked(self) -> None:
        self._unticked.clear()
        self.list.setCurrentRow(-1)
        self._pause.start()

    def _on_changed(self, _what: object) -> None:
        if not self.isHidden():
            self._pause.start()

    def _on_enter(self, by: int) -> None:
        if self._pause.isActive():
            self.refresh()
            by = 0
        self.step(by)

    def _on_all(self, ticked: bool) -> None:
        self._unticked = set() if ticked else {hit.place for hit in self.hits}
        self.refresh()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(_HIT)
        if item.checkState() == Qt.CheckState.Checked:
            self._unticked.discard(hit.place)
        else:
            self._unticked.add(hit.place)
        self._show_count()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.node_opened.emit(item.data(_HIT).place.node)

    def _tell(self, item: QListWidgetItem) -> None:
        self.node_selected.emit(item.data(_HIT).place.node)

    def _on_replace(self) -> None:
        """Take what is being typed elsewhere into the plan first: the hits are those of the plan as it then stands."""
        self._document.settle()
        self.refresh()
        change = replacing(self._document.plan, self.query, self._ticked(), self.new.text())
        if change.changes:
            self._document.end_burst()
            self._document.try_edit(change)
        self.refresh()

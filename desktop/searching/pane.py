"""Find and replace at the foot of the editor: what is found is listed as it is typed, and replaced in one step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop import theme
from desktop.document import PlanDocument
from desktop.foot_pane import FootPane
from desktop.searching.hit_list import SHOWN, HitList
from plans.search import Hit, Query, found, replacing, rewritten
from resources.texts import gettext as _

PAUSE_MS = 150


class SearchPane(FootPane):
    """Seeks in one document while it is shown.

    Signals:
        node_selected(str): the clerk looks at a hit there; the words stay where they are typed.
        node_opened(str): the clerk wants to go on writing there.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.hits: list[Hit] = []
        self.words = self._line(_("Tìm"), _("Tìm trong kế hoạch này…"))
        self.new = self._line(_("Thay bằng"), _("Thay bằng…"))
        self.case = QCheckBox(_("Phân biệt hoa, thường"))
        self.whole = QCheckBox(_("Trọn từ"))
        self.all = QCheckBox(_("Chọn hết"))
        self.count = QLabel()
        self.replace = QPushButton(_("Thay các chỗ đã chọn"))
        self.list = HitList(document)
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
        query, new = self.query, None if self.new.isHidden() else self.new.text()
        self.hits = list(found(self._document.plan, query))
        shown = self.hits[:SHOWN]
        self.list.show_hits([(hit, None if new is None else rewritten(query, hit, new)) for hit in shown])
        self._show_count()

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

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setClearButtonEnabled(True)
        line.installEventFilter(self)
        return line

    def _lay_out(self) -> None:
        close = self.closing_button(_("Đóng phần tìm"))
        self.replace.setToolTip(_("Thay một lần; Ctrl+Z đưa tất cả về như cũ"))
        row = self.head_row(theme.SMALL_GAP)
        row.addWidget(self.words, 3)
        row.addWidget(self.case)
        row.addWidget(self.whole)
        row.addSpacing(theme.GAP)
        row.addWidget(self.count, 2)
        row.addWidget(self.new, 3)
        row.addWidget(self.all)
        row.addWidget(self.replace)
        row.addWidget(close)
        self.stack(row, self.list)

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self.words.textChanged.connect(self._on_asked)
        self.new.textChanged.connect(self._on_changed)
        for box in (self.case, self.whole):
            box.toggled.connect(self._on_asked)
        self.all.clicked.connect(self._on_all)
        self.list.node_selected.connect(self.node_selected)
        self.list.node_opened.connect(self.node_opened)
        self.list.ticked.connect(self._show_count)
        self.new.returnPressed.connect(self.replace.setFocus)
        self.replace.clicked.connect(self._on_replace)
        self._document.applied.connect(self._on_changed)

    def _show_replacing(self, shown: bool) -> None:
        for widget in (self.new, self.all, self.replace):
            widget.setVisible(shown)

    def _show_count(self) -> None:
        ticked = len(self.list.chosen())
        self.count.setText(self._count_text(ticked))
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
        if not self.new.isHidden():
            return _("{count} chỗ, chọn {ticked}").format(count=len(self.hits), ticked=ticked)
        return _("{count} chỗ").format(count=len(self.hits))

    def _on_asked(self) -> None:
        self.list.tick_all()
        self.list.setCurrentRow(-1)
        self._pause.start()

    def _on_changed(self, _what: object) -> None:
        if not self.isHidden():
            self._pause.start()

    def _on_enter(self, by: int) -> None:
        if self._pause.isActive():
            self.refresh()
            by = 0
        self.list.step(by)

    def _on_all(self, ticked: bool) -> None:
        self.list.tick_all(ticked=ticked)
        self.refresh()

    def _on_replace(self) -> None:
        """Take what is being typed elsewhere into the plan first: the hits are those of the plan as it then stands."""
        self._document.settle()
        if self._pause.isActive():
            self.refresh()
        change = replacing(self._document.plan, self.query, self.list.chosen(), self.new.text())
        if change.changes:
            self._document.end_burst()
            self._document.try_edit(change)

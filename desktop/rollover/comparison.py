"""So với năm trước: below the editor, what this plan adds to the one it was made from, drops and says otherwise."""

from __future__ import annotations

import copy
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.document import PlanDocument
from desktop.tasks import Tasks
from plans.plan import Plan
from plans.rollover import Comparison, Difference, compared
from resources.texts import gettext as _

PAUSE_MS = 600
_NODE_ROLE = Qt.ItemDataRole.UserRole


class ComparisonPane(QFrame):
    """Follows the plan while it is shown.

    Signals:
        node_selected(str): the clerk wants to see this part of the plan.
    """

    node_selected = Signal(str)

    def __init__(self, document: PlanDocument, last: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._last = document, last
        self._asked = 0
        self._tasks = Tasks("comparison", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.title = QLabel(name_of(document.plan, last))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.sum = QLabel()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setAccessibleName(self.title.text())
        self.tree.setRootIsDecorated(True)
        self.tree.setUniformRowHeights(True)
        self._lay_out()
        self.tree.activated.connect(self._on_activated)
        self.tree.clicked.connect(self._on_activated)
        document.applied.connect(self._on_applied)

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Đóng phần so sánh"))
        close.setToolTip(_("Đóng phần so sánh (F6)"))
        close.clicked.connect(self.hide)
        self.closing = close
        row = QHBoxLayout()
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, 2)
        row.setSpacing(theme.GAP)
        row.addWidget(self.title)
        row.addWidget(self.sum, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def refresh(self) -> None:
        """Compare anew, in the background."""
        self._asked += 1
        if not self.tree.topLevelItemCount():
            self.sum.setText(_("Đang so sánh…"))
        work = partial(compared, copy.deepcopy(self._document.plan), self._last)
        self._tasks.run(work, partial(self._on_compared, self._asked))

    def close_work(self) -> None:
        """Stop; nothing more is shown."""
        self._pause.stop()
        self._asked += 1
        self._tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _on_applied(self, _change: object) -> None:
        if self.isVisible():
            self._pause.start()

    def _on_compared(self, asked: int, found: Comparison) -> None:
        if asked != self._asked:
            return
        self.tree.clear()
        groups = (
            (_("Thêm mới ({count})"), found.added),
            (_("Khác đi ({count})"), found.changed),
            (_("Không còn ({count})"), found.dropped),
        )
        for text, differences in groups:
            head = QTreeWidgetItem([text.format(count=len(differences))])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.tree.addTopLevelItem(head)
            head.addChildren([self._item(each) for each in differences])
            head.setExpanded(bool(differences))
        same = not (found.added or found.changed or found.dropped)
        self.sum.setText(_("Chỉ khác ở các mốc thời gian đã chuyển sang năm mới.") if same else "")

    def _item(self, difference: Difference) -> QTreeWidgetItem:
        words = _words(difference)
        item = QTreeWidgetItem([words])
        item.setToolTip(0, words)
        item.setData(0, _NODE_ROLE, difference.node)
        if not difference.node:
            item.setForeground(0, self.palette().color(QPalette.ColorRole.PlaceholderText))
        return item

    def _on_activated(self, index: QModelIndex) -> None:
        node = index.data(_NODE_ROLE)
        if node:
            self.node_selected.emit(str(node))


def name_of(plan: Plan, last: Plan) -> str:
    """Return what the comparison of ``plan`` with the one it was made from is called."""
    if last.year and last.year != plan.year:
        return _("So với năm {year}").format(year=last.year)
    return _("So với bản trước")


def _words(difference: Difference) -> str:
    old, new = (" ".join(text.split()) for text in (difference.old, difference.new))
    if not difference.node or not difference.origin:
        return old or new or _("(chưa có chữ)")
    return _("{old}  →  {new}").format(old=old or _("(để trống)"), new=new or _("(để trống)"))

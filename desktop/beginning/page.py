"""The page "Kế hoạch mới": what to begin with, for which year. Enter begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desktop import theme
from desktop.beginning.beginnings import offered, usual_year
from desktop.page_frame import PageFrame
from desktop.plan_list import PlanDelegate, PlanListModel
from desktop.two_lines import Choice, ChoicesModel, TwoLines
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.store import PlanSummary


class BeginningPage(PageFrame):
    """Lists the beginnings, the last one used chosen; beside them last year's plans, where a rollover is offered.

    Signals:
        begun(str, int): begin a plan with this, for this year.
        rollover_asked(str, int): make the plan with this id anew for this year.
    """

    begun = Signal(str, int)
    rollover_asked = Signal(str, int)

    def __init__(self, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = QSpinBox()
        self.year.setRange(2000, 2100)
        self.year.setValue(usual_year(date.today()))  # noqa: DTZ011 - the clerk's own calendar
        self.year.setAccessibleName(_("Năm của kế hoạch"))
        self.year.setMinimumHeight(self.fontMetrics().height() + 15)
        self.model = ChoicesModel([Choice(value=key, name=name, words=words) for key, name, words in offered()])
        self.list = self._view(self.model, TwoLines(), _("Bắt đầu từ"))
        self.list.setCurrentIndex(self.model.index(self.model.row_of(last)))
        self.plans = PlanListModel()
        self.plan_list = self._view(self.plans, PlanDelegate(), _("Kế hoạch trong thư viện"))
        self._former = QWidget()
        self.begin = QPushButton(_("Bắt đầu soạn"))
        self.later = QPushButton(_("Thôi"))
        self.setFocusProxy(self.list)
        self.compose(
            _("Kế hoạch mới"),
            _("Chọn cách bắt đầu rồi bấm Enter. Đầu văn bản, nơi nhận, người ký lấy theo “Đơn vị của tôi”."),
            self._middle(),
            _("↑↓ chọn · Enter bắt đầu · Alt+N đổi năm · Esc quay lại"),
            [self.later, self.begin],
        )
        self._connect()

    def _view(self, model: ChoicesModel | PlanListModel, delegate: TwoLines | PlanDelegate, name: str) -> QListView:
        view = QListView()
        view.setModel(model)
        delegate.setParent(view)
        view.setItemDelegate(delegate)
        view.setAccessibleName(name)
        view.setFrameShape(QFrame.Shape.StyledPanel)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _middle(self) -> QVBoxLayout:
        label = QLabel(_("&Năm của kế hoạch"))
        label.setBuddy(self.year)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.year)
        top.addStretch(1)
        former = QVBoxLayout(self._former)
        former.setContentsMargins(0, 0, 0, 0)
        words = QLabel(_("Hoặc làm lại từ kế hoạch năm trước (Enter để mở danh sách thay đổi)"))
        words.setWordWrap(True)
        words.setBuddy(self.plan_list)
        former.addWidget(words)
        former.addWidget(self.plan_list, 1)
        self._former.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN * 2)
        row.addWidget(self.list, 1)
        row.addWidget(self._former, 1)
        column = QVBoxLayout()
        column.addLayout(top)
        column.addLayout(row, 1)
        return column

    def _connect(self) -> None:
        self.begin.clicked.connect(self._on_begin)
        self.later.clicked.connect(self.left)
        self.list.activated.connect(self._on_activated)
        self.plan_list.activated.connect(self._on_plan_activated)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(_("Bắt đầu soạn"))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_begin)
        self.year.lineEdit().returnPressed.connect(self._on_begin)

    def offer_plans(self, plans: Sequence[PlanSummary]) -> None:
        """Offer to make one of these plans anew."""
        self.plans.show_plans(plans)
        self._former.setVisible(bool(plans))

    def _on_activated(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is not None:
            self.begun.emit(choice.value, self.year.value())

    def _on_plan_activated(self, index: QModelIndex) -> None:
        plan = self.plans.plan(index)
        if plan is not None:
            self.rollover_asked.emit(plan.id, self.year.value())

    def _on_begin(self) -> None:
        if self.plan_list.hasFocus():
            self._on_plan_activated(self.plan_list.currentIndex())
        else:
            self._on_activated(self.list.currentIndex())

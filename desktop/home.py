"""The home page ("Thư viện kế hoạch"): what can be begun on the left, all plans in the middle, the chosen one right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.home_empty import EmptyList
from desktop.home_filters import HomeFilters
from desktop.home_side import PlanCard, SideBar, roll_text
from desktop.plan_list import PlanDelegate, PlanListModel, marked_snippet, name_of
from desktop.search_line import SearchLine
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.store import PlanSummary, SearchHit
    from plans.agency import Agency


class HomePage(QWidget):
    """All plans, filtered by status and by words.

    Signals:
        plan_chosen(str, str): open the plan with this id, at the node of this id ("" for its beginning).
        search_asked(str): find these words in all plans.
        trash_asked(str), restore_asked(str): put a plan into the trash, take it out.
        roll_asked(str): make a new year's draft of this plan.
        delete_asked(str): delete a plan in the trash for good.
        selected(str): a plan is now the chosen one ("" for none).
    """

    plan_chosen = Signal(str, str)
    search_asked = Signal(str)
    trash_asked = Signal(str)
    restore_asked = Signal(str)
    roll_asked = Signal(str)
    delete_asked = Signal(str)
    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: list[PlanSummary] = []
        self._trash: list[PlanSummary] = []
        self._hits: dict[str, SearchHit] | None = None
        self._chosen = ""
        self._loaded = False
        self._may_change = True
        self.side = SideBar()
        self.card = PlanCard()
        self.card.hide()
        self.model = PlanListModel()
        self.list = self._make_list()
        self.search = self._make_search()
        self.filters = HomeFilters()
        self.office = self._make_office()
        self.empty = EmptyList()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.list)
        self._lay_out()
        self._connect()

    @property
    def plans(self) -> list[PlanSummary]:
        """All plans out of the trash, newest change first."""
        return list(self._plans)

    @property
    def loaded(self) -> bool:
        """Whether the library has been listed once."""
        return self._loaded

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(PlanDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setAccessibleName(_("Danh sách kế hoạch"))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return view

    def _make_search(self) -> QLineEdit:
        sign = theme.icon("search", self.palette())
        field = SearchLine(_("Tìm trong mọi kế hoạch"), _("Tìm trong mọi kế hoạch…  (Ctrl+K)"), sign=sign)
        field.setMinimumHeight(34)
        return field

    def _make_office(self) -> QToolButton:
        """The name at the top right: whose library this is, and what can be set for it."""
        button = QToolButton()
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("arrow", "text")
        button.setMenu(QMenu(button))
        button.setMinimumSize(80, 34)
        button.setText(_("Đơn vị của tôi") + " ▾")
        return button

    def show_office(self, agency: Agency | None) -> None:
        """Show whose library this is; None while nobody said."""
        name = f"UBND {agency.kind} {agency.commune}" if agency and agency.commune else _("Đơn vị của tôi")
        self.office.setText(f"{name} ▾")
        self.office.setAccessibleName(name)
        self.office.setToolTip(_("{name}: đơn vị, sao lưu").format(name=name))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, 0)
        top.addWidget(self.search, 1)
        top.addWidget(self.office)
        centre = QVBoxLayout()
        centre.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, 0)
        centre.setSpacing(theme.GAP)
        centre.addWidget(self.filters)
        centre.addWidget(self._middle, 1)
        below = QHBoxLayout()
        below.addLayout(centre, 1)
        below.addWidget(self.card)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addLayout(below, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._on_words)
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self._on_enter)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)
        self.side.filter_changed.connect(self._show)
        self.filters.changed.connect(self._show)
        self.card.delete_asked.connect(self.delete_asked)
        self.card.open_asked.connect(self._open)
        self.card.roll_asked.connect(self.roll_asked)
        self.card.trash_asked.connect(self.trash_asked)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_asked)
        self.card.restore_asked.connect(self.restore_asked)
        for keys in ("Ctrl+K", "Ctrl+F"):
            QShortcut(QKeySequence(keys), self, self.search.setFocus).setWhatsThis(_("Tìm trong mọi kế hoạch"))
        QShortcut(QKeySequence("Esc"), self.search, self.search.clear).setWhatsThis(_("Xóa chữ đang tìm"))
        self._delete = QShortcut(QKeySequence.StandardKey.Delete, self.list, self._on_delete)
        self._delete.setWhatsThis(_("Bỏ vào thùng rác"))

    def may_change(self, *, allowed: bool) -> None:
        """Say whether the library may be changed here."""
        self._may_change = allowed
        self.card.may_change(allowed=allowed)
        self._delete.setEnabled(allowed)
        self.empty.may_change(allowed=allowed)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, in an empty library to the first step it offers."""
        (self.list if self._plans or not self._loaded else self.empty.first).setFocus()

    def show_plans(self, plans: Sequence[PlanSummary]) -> None:
        """Show these plans as the whole library."""
        first, self._plans, self._loaded = not self._loaded, list(plans), True
        self._show()
        if first and self.isVisible():
            self.take_keyboard()

    def show_trash(self, plans: Sequence[PlanSummary]) -> None:
        """Show these plans when the trash is looked at."""
        self._trash = list(plans)
        self._show()

    def show_hits(self, words: str, hits: Sequence[SearchHit]) -> None:
        """Narrow the list to the plans that a search found; the card shows the first place of each."""
        if words != self.search.text().strip():
            return
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.plan_id, hit)
        self._show()

    def choose(self, plan_id: str) -> None:
        """Make this plan the chosen one when the list is shown next."""
        self._chosen = plan_id

    def _shown(self) -> list[PlanSummary]:
        chosen = self.side.filter
        plans = self._trash if chosen == "trash" else self._plans
        if chosen not in ("all", "trash"):
            plans = [p for p in plans if p.status == chosen]
        plans = self.filters.narrowed(plans)
        return plans if self._hits is None else [p for p in plans if p.id in self._hits]

    def _show(self) -> None:
        self.side.count(self._plans, self._trash)
        self.filters.offer([*self._plans, *self._trash])
        current = self.model.plan(self.list.currentIndex())
        before = self.list.currentIndex().row()
        plans = self._shown()
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show_plans(plans, self.filters.grouping)
        self._say_empty()
        self._middle.setCurrentIndex(1 if plans else 0)
        row = self.model.row_of(self._chosen or (current.id if current else ""), before)
        self._chosen = ""
        self.list.setCurrentIndex(self.model.index(row))
        self._on_current(self.list.currentIndex())

    def _say_empty(self) -> None:
        if not self._loaded:
            return
        fresh = not self._plans and self.side.filter == "all" and self._hits is None
        self.filters.setVisible(not fresh)
        if fresh:
            text = _("Chưa có kế hoạch nào.\nNhập kế hoạch năm trước từ tệp Word, tạo mới, hoặc xem kế hoạch mẫu.")
        elif self._hits is not None:
            text = _("Không tìm thấy trong kế hoạch nào. Hãy thử ít chữ hơn hoặc gõ không dấu.")
        elif self.filters.narrows:
            text = _("Không có kế hoạch nào của năm và lĩnh vực này.")
        elif self.side.filter == "trash":
            text = _("Thùng rác trống. Kế hoạch bỏ vào đây còn lấy lại được trong 30 ngày.")
        else:
            text = _("Không có kế hoạch nào ở trạng thái này.")
        self.empty.say(text, fresh=fresh)

    def _on_enter(self) -> None:
        """Search at once; a second Enter opens what was found."""
        if self._pause.isActive() or self._hits is None:
            self._on_words()
        else:
            self._on_activated(self.list.currentIndex())

    def _on_words(self) -> None:
        self._pause.stop()
        words = self.search.text().strip()
        if words:
            self.search_asked.emit(words)
        else:
            self._hits = None
            self._show()

    def _on_current(self, index: QModelIndex) -> None:
        plan = self.model.plan(index)
        hit = (self._hits or {}).get(plan.id) if plan else None
        snippet = marked_snippet(hit) if hit else ""
        source = self._source_of(plan) if plan else ""
        self.card.show_plan(plan, snippet, in_trash=self.side.filter == "trash", source=source)
        self.card.setVisible(plan is not None)
        self.selected.emit(plan.id if plan else "")

    def _source_of(self, plan: PlanSummary) -> str:
        """Return what the plan that ``plan`` was made from is called, "" where it is not in the library."""
        found = next((each for each in (*self._plans, *self._trash) if each.id == plan.origin), None)
        if found is None:
            return ""
        return _("{name} (năm {year})").format(name=name_of(found), year=found.year) if found.year else name_of(found)

    @property
    def rollable(self) -> str:
        """The id of the chosen plan if a new year's draft can be made of it, "" otherwise."""
        plan = self.model.plan(self.list.currentIndex())
        return plan.id if plan and self.side.filter != "trash" else ""

    def _on_menu_asked(self, place: QPoint) -> None:
        plan = self.model.plan(self.list.indexAt(place))
        if plan is not None and self.side.filter != "trash":
            self.menu_of(plan).popup(self.list.viewport().mapToGlobal(place))

    def menu_of(self, plan: PlanSummary) -> QMenu:
        """Return the menu that offers at the list what the card offers."""
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Mở")).triggered.connect(partial(self._open, plan.id))
        roll = menu.addAction(roll_text(plan.year))
        roll.triggered.connect(partial(self.roll_asked.emit, plan.id))
        menu.addSeparator()
        trash = menu.addAction(_("Bỏ vào thùng rác"))
        trash.triggered.connect(partial(self.trash_asked.emit, plan.id))
        for action in (roll, trash):
            action.setEnabled(self._may_change)
        return menu

    def _on_activated(self, index: QModelIndex) -> None:
        plan = self.model.plan(index)
        if plan and self.side.filter != "trash":
            self._open(plan.id)

    def _open(self, plan_id: str) -> None:
        hit = (self._hits or {}).get(plan_id)
        self.plan_chosen.emit(plan_id, hit.node_id if hit else "")

    def _on_delete(self) -> None:
        plan = self.model.plan(self.list.currentIndex())
        if plan and self.side.filter != "trash":
            self.trash_asked.emit(plan.id)

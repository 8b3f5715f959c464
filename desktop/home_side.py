"""Left and right of the home list: what can be begun and filtered, and the facts of the chosen plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.plan_list import STATUS_TEXTS, name_of, when
from desktop.second_press import SecondPressButton
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from db.store import PlanSummary

FILTERS = {
    "all": N_("Tất cả"),
    "draft": N_("Đang soạn"),
    "review": N_("Chờ ký"),
    "signed": N_("Đã ban hành"),
    "archived": N_("Lưu trữ"),
    "trash": N_("Thùng rác"),
}


TRASH_DAYS = 30
"""How long a plan stays in the trash."""


class SideBar(QFrame):
    """Buttons that begin something, then the filters with their counts.

    Signals:
        filter_changed: another filter was chosen; ``filter`` names it.
    """

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "right")
        self.setFixedWidth(216)
        self.filter = "all"
        self._filters: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._begin = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.setSpacing(2)
        column.addLayout(self._begin)
        line = QFrame()
        line.setProperty("line", "bottom")
        line.setFixedHeight(theme.GAP)
        column.addWidget(line)
        column.addSpacing(theme.GAP)
        for name in FILTERS:
            column.addWidget(self._make_filter(name))
        column.addStretch(1)
        self._looks = QVBoxLayout()
        column.addLayout(self._looks)

    def add_look(self, action: QAction) -> None:
        """Offer ``action`` at the foot, among the looks over all plans."""
        button = _flat_button()
        button.setDefaultAction(action)
        self._looks.addWidget(button)

    def add_beginning(self, action: QAction) -> None:
        """Offer ``action`` among the ways to begin a plan."""
        button = _flat_button()
        button.setDefaultAction(action)
        if action.menu() is not None:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._begin.addWidget(button)

    def count(self, plans: Sequence[PlanSummary], trash: Sequence[PlanSummary]) -> None:
        """Show how many plans each filter holds."""
        for name, button in self._filters.items():
            plans_here = trash if name == "trash" else [p for p in plans if name in ("all", p.status)]
            number = len(plans_here)
            button.setText(f"{_(FILTERS[name])}   {number}" if number else _(FILTERS[name]))

    def _make_filter(self, name: str) -> QToolButton:
        button = _flat_button()
        button.setText(_(FILTERS[name]))
        button.setIcon(theme.icon(name, self.palette()))
        button.setCheckable(True)
        button.setChecked(name == self.filter)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._filters[name] = button
        return button

    def show_all(self) -> None:
        """Let every plan be listed, whatever its status."""
        self._filters["all"].setChecked(True)
        self.filter = "all"

    def _on_clicked(self) -> None:
        self.filter = next(name for name, button in self._filters.items() if button.isChecked())
        self.filter_changed.emit()


def _flat_button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(18, 18))
    button.setFixedWidth(192)
    button.setMinimumHeight(32)
    return button


class PlanCard(QFrame):
    """The chosen plan: name, facts, the sentence a search found, first page, and what can be done with it.

    Signals:
        open_asked(str), roll_asked(str), trash_asked(str), restore_asked(str), delete_asked(str): with the plan's id.
    """

    open_asked = Signal(str)
    roll_asked = Signal(str)
    trash_asked = Signal(str)
    restore_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(340)
        self._plan_id = ""
        self._name, self._facts, self._found = QLabel(), QLabel(), QLabel()
        for label in (self._name, self._facts, self._found):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText if label is self._found else Qt.TextFormat.PlainText)
        font = self._name.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self._name.setFont(font)
        self._pages = QWidget()
        self.page_place = QVBoxLayout(self._pages)
        self.page_place.setContentsMargins(0, 0, 0, 0)
        self._open = QPushButton(_("Mở"))
        self._open.setProperty("primary", "true")
        self.roll = QPushButton()
        self._trash = QPushButton()
        self._trash.setIcon(theme.icon("trash", self.palette()))
        self._trash.setToolTip(_("Bỏ vào thùng rác"))
        self._trash.setAccessibleName(_("Bỏ vào thùng rác"))
        self._restore = QPushButton(_("Lấy lại"))
        self._delete = SecondPressButton(_("Xóa hẳn"), _("Bấm lần nữa để xóa hẳn"))
        self._lay_out()
        self._open.clicked.connect(self._on_open)
        self.roll.clicked.connect(self._on_roll)
        self._trash.clicked.connect(self._on_trash)
        self._restore.clicked.connect(self._on_restore)
        self._delete.confirmed.connect(self._on_delete)
        self.show_plan(None, "", in_trash=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.SMALL_GAP)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self._found)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self.roll)
        row.addWidget(self._restore)
        row.addStretch(1)
        row.addWidget(self._trash)
        row.addWidget(self._delete)
        column.addLayout(row)

    def show_plan(self, plan: PlanSummary | None, snippet: str, *, in_trash: bool, source: str = "") -> None:
        """Show ``plan``, nothing for None; ``snippet``: HTML of the place a search found, "" for none; ``source``: what
        the plan it was made from is called, "" for none."""
        self._plan_id = plan.id if plan else ""
        self._name.setText(name_of(plan) if plan else "")
        self._facts.setText(_facts(plan, source) if plan else "")
        self.roll.setText(roll_text(plan.year) if plan else "")
        self.roll.setVisible(plan is not None and not in_trash)
        self._found.setText(snippet)
        self._found.setVisible(bool(snippet))
        self._open.setVisible(plan is not None and not in_trash)
        self._trash.setVisible(plan is not None and not in_trash)
        self._restore.setVisible(plan is not None and in_trash)
        self._delete.setVisible(plan is not None and in_trash)
        self._delete.calm()

    def may_change(self, *, allowed: bool) -> None:
        """Say whether the library may be changed here."""
        for button in (self.roll, self._trash, self._restore, self._delete):
            button.setEnabled(allowed)

    def _on_open(self) -> None:
        self.open_asked.emit(self._plan_id)

    def _on_roll(self) -> None:
        self.roll_asked.emit(self._plan_id)

    def _on_trash(self) -> None:
        self.trash_asked.emit(self._plan_id)

    def _on_delete(self) -> None:
        self.delete_asked.emit(self._plan_id)

    def _on_restore(self) -> None:
        self.restore_asked.emit(self._plan_id)


def roll_text(year: int | None) -> str:
    """Return what making a new year's draft of a plan of ``year`` is called."""
    return _("Làm cho năm {year}").format(year=year + 1) if year else _("Làm cho năm sau")


def _facts(plan: PlanSummary, source: str) -> str:
    parts = [
        " ".join(plan.agency.split()),
        _("{tasks} nhiệm vụ · {targets} chỉ tiêu").format(tasks=plan.tasks, targets=plan.targets),
        _("{status} · sửa lúc {time}").format(status=_(STATUS_TEXTS[plan.status]), time=when(plan.changed_at)),
        _("Làm từ: {source}").format(source=source) if source else "",
    ]
    if plan.trashed_at is not None:
        parts.append(_days_left(plan.trashed_at))
    return "\n".join(filter(None, parts))


def _days_left(trashed_at: datetime) -> str:
    moment = trashed_at if trashed_at.tzinfo else trashed_at.replace(tzinfo=UTC)
    days = max(0, TRASH_DAYS - (datetime.now(UTC) - moment).days)
    if not days:
        return _("Trong thùng rác; sắp tự xóa hẳn, lấy lại ngay nếu còn cần")
    return _("Trong thùng rác; tự xóa hẳn sau {days} ngày").format(days=days)

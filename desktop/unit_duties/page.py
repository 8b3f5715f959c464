"""The page "Việc của đơn vị": a unit and a year, then everything the unit owes, soonest first. Enter opens the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.fields.choices import ChoiceField
from desktop.fields.units import UnitField, meant
from desktop.page_frame import PageFrame
from desktop.unit_duties.model import ROLES, UnitDutiesModel
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.records import Duty

_OFTEN = 8
"""How many of the units named most can be chosen without typing."""

_PLAIN_LINK = 'style="text-decoration: none"'
"""A line below the words would cover the dot of "ạ", "ọ" and "ụ"."""


class _DutyTable(QTableView):
    """A table whose copy is of whole rows; Qt's own is of one cell."""

    copy_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)


class UnitDutiesPage(PageFrame):
    """Asks for a unit and a year, shows what it is told. key: gives one key for all spellings of one unit.

    Signals:
        asked(str, int): what does this unit owe in this year?
        opened(str, str): open the plan with this id, at the node of this id.
    """

    asked = Signal(str, int)
    opened = Signal(str, str)

    def __init__(self, year: int, key: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._known: list[str] | None = None
        self._duties: list[Duty] = []
        self._asked: tuple[str, int] = ("", 0)
        self.unit = UnitField(known=self._names, hint=_("Gõ tên đơn vị, không cần dấu"))
        self.unit.line.setAccessibleName(_("Đơn vị"))
        self.year = QSpinBox()
        self.year.setRange(2000, 2100)
        self.year.setValue(year)
        self.year.setAccessibleName(_("Năm"))
        self.year.setMinimumHeight(self.fontMetrics().height() + 15)
        self.role = ChoiceField(choices=[("", _("Mọi vai trò")), *((part, _(words)) for part, words in ROLES.items())])
        self.role.combo.setAccessibleName(_("Vai trò"))
        self.sum = QLabel()
        self.model = UnitDutiesModel()
        self.table = self._make_table()
        self.empty = QLabel()
        self._middle = QStackedWidget()
        self.back, self.copy = QPushButton(_("Về thư viện")), QPushButton(_("Chép thành bảng"))
        self.open = QPushButton(_("Mở kế hoạch tại việc này"))
        self.setFocusProxy(self.unit.line)
        self._lay_out()
        self._connect()
        self._show()

    def _make_table(self) -> _DutyTable:
        table = _DutyTable()
        table.setModel(self.model)
        table.setAccessibleName(_("Việc của đơn vị"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((1, 36), (2, 20), (3, 20), (4, 14)):
            table.setColumnWidth(column, table.fontMetrics().averageCharWidth() * letters)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL_GAP)
        for words, field, stretch in ((_("Đơn vị"), self.unit, 1), (_("Năm"), self.year, 0), ("", self.role, 0)):
            if words:
                label = QLabel(words)
                label.setBuddy(field.line if isinstance(field, UnitField) else field)
                row.addWidget(label)
            row.addWidget(field, stretch)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.table)
        middle = QVBoxLayout()
        middle.setSpacing(theme.SMALL_GAP)
        middle.addLayout(row)
        middle.addWidget(self.sum)
        middle.addWidget(self._middle, 1)
        words = _(
            "Mọi việc mà các kế hoạch trong thư viện giao cho một đơn vị trong năm, việc đến hạn trước đứng trước."
        )
        hint = _("Enter: mở kế hoạch tại việc đang chọn · Ctrl+C: chép các việc đang chọn, dán vào Excel hoặc Word")
        self.compose(_("Việc của đơn vị"), words, middle, hint, [self.back, self.copy, self.open])

    def _connect(self) -> None:
        self.unit.line.returnPressed.connect(self._on_named)
        self.unit.settled.connect(self._on_named)
        self.year.valueChanged.connect(self._ask)
        self.role.settled.connect(self._show)
        self.empty.linkActivated.connect(self.choose)
        self.table.activated.connect(self._on_activated)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self._on_copy_all)
        self.back.clicked.connect(self.left)
        self.table.copy_asked.connect(self._on_copy)

    # what is asked

    def _names(self) -> Sequence[str]:
        return self._known or ()

    def offer(self, names: Sequence[str], last: str = "") -> None:
        """Let these units be chosen from, the most named first; ask for ``last`` where nothing else is typed yet."""
        self._known = list(names)
        self._show()
        if last and not self.unit.value() and self._known_as(last):
            self.choose(last)

    def choose(self, unit: str) -> None:
        """Ask for this unit."""
        self.unit.set_value(unit)
        self._ask()

    def _on_named(self) -> None:
        """Take what was typed for the unit it means: the one spelt so, else the first that the list offers."""
        typed = self.unit.value()
        if not typed or typed == self._asked[0]:
            return
        found = [self._known_as(typed), *meant(typed, self._names())]
        self.choose(next(filter(None, found), typed))

    def _known_as(self, unit: str) -> str:
        """Return how the plans write this unit, "" where none names it."""
        return next((name for name in self._names() if self._key(name) == self._key(unit)), "")

    def _ask(self, _year: int = 0) -> None:
        wanted = (self.unit.value(), self.year.value())
        if wanted[0] and wanted != self._asked:
            self._asked = wanted
            self.asked.emit(*wanted)

    # what is answered

    def show_duties(self, unit: str, year: int, duties: Sequence[Duty]) -> None:
        """Show what ``unit`` owes in ``year``, unless something else was asked for meanwhile."""
        if (unit, year) != self._asked:
            return
        self._duties = list(duties)
        self._show()
        if self.model.rowCount():
            self.table.setFocus()

    def _show(self) -> None:
        part = self.role.value()
        shown = [duty for duty in self._duties if part in ("", duty.part)]
        self.model.show_duties(shown)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._middle.setCurrentWidget(self.table if shown else self.empty)
        self.empty.setText("" if shown else self._why_empty())
        self.sum.setText(_summed(self._duties))
        for button in (self.copy, self.open):
            button.setVisible(bool(shown))

    def _why_empty(self) -> str:
        unit, year = self._asked
        if self._known is None:
            return _("Đang xem các kế hoạch…")
        if not self._known:
            return _(
                "Chưa kế hoạch nào giao việc cho đơn vị nào. Ghi đơn vị chủ trì, phối hợp ở từng nhiệm vụ, hoặc phân "
                "công ở phần tổ chức thực hiện; việc của đơn vị sẽ hiện ở đây."
            )
        if self._duties:
            return _("{unit} không có việc nào với vai trò này. Chọn “Mọi vai trò” để xem tất cả.").format(
                unit=escape(unit)
            )
        if not unit:
            return self._often(_("Gõ tên đơn vị ở trên rồi bấm Enter, hoặc chọn đơn vị được nhắc tới nhiều nhất:"))
        if not self._known_as(unit):
            return self._often(_("Không kế hoạch nào nhắc tới “{unit}”. Có thể chọn:").format(unit=escape(unit)))
        return _("Trong năm {year} không kế hoạch nào giao việc cho {unit}. Đổi năm ở trên để xem năm khác.").format(
            year=year, unit=escape(unit)
        )

    def _often(self, words: str) -> str:
        units = [f'<a {_PLAIN_LINK} href="{escape(unit)}">{escape(unit)}</a>' for unit in self._names()[:_OFTEN]]
        return "<br><br>".join([words, "<br>".join(units)])

    # what is done with it

    def _on_activated(self, index: QModelIndex) -> None:
        duty = self.model.duty(index)
        if duty is not None:
            self.opened.emit(duty.plan_id, duty.node_id)

    def _on_open(self) -> None:
        self._on_activated(self.table.currentIndex())

    def _on_copy(self) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        QApplication.clipboard().setMimeData(self.model.table(rows))

    def _on_copy_all(self) -> None:
        QApplication.clipboard().setMimeData(self.model.table())


def _summed(duties: Sequence[Duty]) -> str:
    """Return how many duties there are, in how many plans, as what; "" for none."""
    if not duties:
        return ""
    plans = len({duty.plan_id for duty in duties})
    parts = {words: sum(duty.part == part for duty in duties) for part, words in ROLES.items()}
    said = [_("{role}: {count}").format(role=_(words), count=count) for words, count in parts.items() if count]
    return " · ".join([_("{count} việc trong {plans} kế hoạch").format(count=len(duties), plans=plans), *said])

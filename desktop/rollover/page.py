"""The wizard "Làm cho năm 2027": every change, question, and what is kept, left behind or emptied; then the draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.rollover.choices import Choices
from desktop.rollover.delegate import RolloverDelegate, toggle
from desktop.rollover.detail import Detail
from desktop.rollover.model import Head, RolloverModel
from desktop.rollover.places import Places
from desktop.search_line import SearchLine
from desktop.tab_bar import TabBar
from plans.plan import Plan
from plans.rollover import Entry, Proposal, Rollover
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

TABS = {
    "changes": N_("Đổi ({count})"),
    "questions": N_("Hỏi ({count})"),
    "carried": N_("Giữ nguyên ({count})"),
    "dropped": N_("Bỏ ({count})"),
    "cleared": N_("Để trống ({count})"),
}

NOTHING = {
    "changes": N_("Không có chữ nào phải đổi theo năm."),
    "questions": N_("Không có gì phải hỏi."),
    "carried": N_("Không có phần nào được chuyển sang."),
    "dropped": N_("Không bỏ lại phần nào: mọi phần của năm trước đều được chuyển sang."),
    "cleared": N_("Không có ô nào bị để trống."),
}

HINTS = {
    "changes": N_("Space nhận hoặc bỏ · Enter sửa chữ mới · Space ở dòng lý do: cả nhóm"),
    "questions": N_("1, 2, 3 chọn câu trả lời · Enter ghi câu trả lời khác · N câu chưa trả lời tiếp theo"),
    "carried": N_("Những phần này sang kế hoạch mới; chữ phải đổi nằm ở “Đổi” và “Hỏi”."),
    "dropped": N_("Những phần này chỉ còn trong kế hoạch năm trước, không mất."),
    "cleared": N_("Số, ngày, chữ ký và kết quả là của năm trước nên không chép sang."),
}


class RolloverPage(QWidget):
    """One rollover of one plan.

    Signals:
        drafted(Plan): the new year's draft as the clerk decided it.
        year_asked(int): propose for another year instead.
        cancelled: no draft is made.
    """

    drafted = Signal(object)
    year_asked = Signal(int)
    cancelled = Signal()

    def __init__(self, plan: Plan, rollover: Rollover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rollover = rollover
        places = Places(plan)
        self.choices = Choices(plan, rollover, self)
        self.model = RolloverModel(self.choices, places, self)
        self.list = self._make_list()
        self.detail = Detail(self.choices, places)
        self.tabs = TabBar()
        self.filter = SearchLine(_("Lọc danh sách theo chữ"), _("Lọc theo chữ…  (Ctrl+F)"))
        self.hint, self.sum, self._empty = QLabel(), QLabel(), QLabel()
        self.make = QPushButton(_("Tạo dự thảo {year}").format(year=rollover.year))
        self.cancel = QPushButton(_("Hủy"))
        self.year = QSpinBox()
        self._lists: dict[str, Sequence[Proposal | Entry]] = {
            "changes": rollover.changes,
            "questions": rollover.questions,
            "carried": rollover.carried,
            "dropped": rollover.dropped,
            "cleared": rollover.cleared,
        }
        for name, rows in self._lists.items():
            self.tabs.addTab(_(TABS[name]).format(count=len(rows)))
        self._lay_out(plan)
        self._add_keys()
        self._connect()
        self._open_first()
        self._say_sum()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(RolloverDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(40)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        return view

    def _lay_out(self, plan: Plan) -> None:
        self._stack = QStackedWidget()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.hint.setForegroundRole(self.hint.foregroundRole())
        self.hint.setContentsMargins(theme.MARGIN, 4, theme.MARGIN, 4)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._stack, 1)
        left.addWidget(self.hint)
        line = QFrame()
        line.setProperty("line", "right")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(line)
        middle.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head(plan))
        column.addWidget(self._make_tab_row())
        column.addLayout(middle, 1)

    def _make_head(self, plan: Plan) -> QWidget:
        head = QFrame()
        head.setProperty("line", "bottom")
        name = QLabel(_("Làm cho năm"))
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        self.year.setRange(self.rollover.last.start + 1, 2200)
        self.year.setValue(self.rollover.year)
        self.year.setFont(font)
        self.year.setAccessibleName(_("Năm của dự thảo mới"))
        self.year.setKeyboardTracking(False)
        name.setBuddy(self.year)
        source = QLabel(_("từ “{subject}”").format(subject=plan.subject or plan.title))
        source.setWordWrap(True)
        first = QHBoxLayout()
        first.setSpacing(theme.SMALL_GAP)
        first.addWidget(name)
        first.addWidget(self.year)
        first.addWidget(source, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(first)
        words.addWidget(self.sum)
        self.make.setProperty("primary", "true")
        self.make.setToolTip(_("Tạo dự thảo trong thư viện và mở ra (Ctrl+Enter)"))
        self.cancel.setToolTip(_("Không tạo gì; kế hoạch năm trước giữ nguyên (Esc)"))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.setSpacing(theme.SMALL_GAP)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.make)
        return head

    def _make_tab_row(self) -> QWidget:
        line = QFrame()
        line.setProperty("line", "bottom")
        self.tabs.setAccessibleName(_("Các danh sách của việc làm cho năm mới"))
        self.filter.setFixedWidth(260)
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.GAP, 2, theme.MARGIN, 2)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.filter)
        return line

    def _add_keys(self) -> None:
        self._key("Space", _("Nhận hoặc bỏ"), self._on_space, self.list)
        for keys in ("Return", "Enter", "F2"):
            self._key(keys, _("Sửa đề nghị"), self._on_enter, self.list)
        self._key("N", _("Chỗ cần quyết tiếp theo"), self.next_question, self.list)
        for number in range(1, 10):
            self._key(str(number), _("Chọn câu trả lời theo số"), _Answering(self.detail, number), self.list)
        self._key("Ctrl+F", _("Lọc danh sách theo chữ"), self.filter.setFocus, self)
        self._key("Ctrl+Return", _("Tạo dự thảo"), self.make.click, self)
        self._key("Esc", _("Quay lại"), self._on_escape, self)

    def _key(self, keys: str, name: str, run: object, owner: QWidget) -> None:
        action = QAction(name, self)
        action.setShortcut(QKeySequence(keys))
        inside = Qt.ShortcutContext.WidgetShortcut
        action.setShortcutContext(inside if owner is self.list else Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run)
        owner.addAction(action)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self._on_enter)
        self.detail.answered.connect(self.next_question)
        self.detail.left.connect(self.list.setFocus)
        self.choices.changed.connect(self._say_sum)
        self.make.clicked.connect(self._on_create)
        self.cancel.clicked.connect(self.cancelled)
        self.year.valueChanged.connect(self.year_asked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()

    # -- what is shown

    @property
    def tab(self) -> str:
        """The name of the list that is shown."""
        return list(self._lists)[self.tabs.currentIndex()]

    def _open_first(self) -> None:
        """Open the first list that holds something."""
        filled = (at for at, rows in enumerate(self._lists.values()) if rows)
        self.tabs.setCurrentIndex(next(filled, 0))
        self._on_tab(self.tabs.currentIndex())

    def _on_tab(self, _tab: int) -> None:
        self.model.show_rows(self._lists[self.tab])
        self.list.setAccessibleName(self.tabs.tabText(self.tabs.currentIndex()))
        self.hint.setText(_(HINTS[self.tab]))
        self._show_first()

    def _on_filter(self, words: str) -> None:
        self.model.narrow(words)
        self._show_first()

    def _show_first(self) -> None:
        empty = not self.model.rowCount()
        narrowed = bool(self._lists[self.tab]) and empty
        self._empty.setText(_("Không có dòng nào chứa các chữ này.") if narrowed else _(NOTHING[self.tab]))
        self._stack.setCurrentIndex(1 if empty else 0)
        self.detail.setVisible(not empty)
        self.detail.show_row(None)
        self._go(self.model.first_row())

    def _go(self, row: int) -> None:
        if row >= 0:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(index)
        self.detail.show_row(None if isinstance(row, Head) else row)

    def _say_sum(self, _ids: object = None) -> None:
        asked = len(self.rollover.questions)
        text = _("Nhận {taken} trong {all} thay đổi · đã trả lời {answered} trong {asked} câu hỏi")
        self.sum.setText(
            text.format(
                taken=self.choices.taken_changes,
                all=len(self.rollover.changes),
                answered=asked - len(self.choices.open_questions),
                asked=asked,
            )
        )

    # -- what is done

    def next_question(self) -> None:
        """Go to the next question without an answer, from the last one to the first."""
        rows = list(self.model.open_rows())
        here = self.list.currentIndex().row()
        if rows:
            self._go(next((row for row in rows if row > here), rows[0]))
            self.list.setFocus()

    def _on_space(self) -> None:
        toggle(self.list, self.list.currentIndex())

    def _on_enter(self) -> None:
        if self.detail.field.isVisible():
            self.detail.field.setFocus()
            self.detail.field.selectAll()

    def _on_escape(self) -> None:
        """Out of the field or the filter first, out of the wizard then."""
        if self.list.hasFocus():
            self.cancel.click()
        elif self.filter.hasFocus() and self.filter.text():
            self.filter.clear()
        else:
            self.list.setFocus()

    def _on_create(self) -> None:
        self.drafted.emit(self.choices.draft())


class _Answering:
    """Gives the chosen question the answer of one number when called."""

    def __init__(self, detail: Detail, number: int) -> None:
        self._detail, self._number = detail, number

    def __call__(self) -> None:
        self._detail.answer(self._number)

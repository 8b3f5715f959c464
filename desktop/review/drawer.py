"""Below the review: the texts that have no place yet, and what of the file is no text of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.review.state import ReviewState
from desktop.tab_bar import TabBar
from documents.reading.blocks import LeftOut
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

KINDS = {
    "image": N_("Ảnh"),
    "drawing": N_("Hình vẽ"),
    "comment": N_("Ghi chú của Word"),
    "header": N_("Đầu trang"),
    "footer": N_("Chân trang"),
    "hidden": N_("Chữ ẩn"),
    "deletion": N_("Chữ đã xóa"),
    "moved": N_("Chữ đã chuyển chỗ"),
    "placeholder": N_("Lời nhắc điền"),
    "toc": N_("Mục lục"),
    "embedded": N_("Tài liệu nhúng"),
    "signature": N_("Chữ ký"),
    "macro": N_("Macro"),
}
"""What readers call the kinds of what they leave out, in words; others are shown by their reason alone."""

_AT_ROLE = Qt.ItemDataRole.UserRole + 31


class Drawer(QFrame):
    """Two lists behind tabs with their counts.

    Signals:
        leftover_chosen(int): place in the report of the leftover that is now chosen.
    """

    leftover_chosen = Signal(int)

    def __init__(self, state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.tabs = TabBar()
        self.leftovers = _calm_list(_("Chữ chưa xếp được"))
        self.left_out = _calm_list(_("Phần không nhập"))
        self._pages = QStackedWidget()
        self._nothing = QLabel(_("Mọi chữ trong tệp đều đã có chỗ."))
        self._nothing.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self.leftovers, self.left_out, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self.tabs.addTab("")
        self.tabs.addTab("")
        _model(self.left_out).appendColumn([_item(_left_out_words(each)) for each in state.left_out])
        self.show_leftovers(state.leftovers())
        self.tabs.currentChanged.connect(self._on_tab)
        self.leftovers.selectionModel().currentChanged.connect(self._on_current)
        self.setMinimumHeight(90)
        if not state.left_out and not state.leftovers():
            self.hide()

    def show_leftovers(self, left: Sequence[tuple[int, str]]) -> None:
        """Show what has no place now."""
        row = self.leftovers.currentIndex().row()
        model = _model(self.leftovers)
        with QSignalBlocker(self.leftovers.selectionModel()):
            model.clear()
            for at, text in left:
                item = _item(" ".join(text.split()))
                item.setData(at, _AT_ROLE)
                model.appendRow(item)
            if left:
                index = model.index(min(max(row, 0), len(left) - 1), 0)
                self.leftovers.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.tabs.setTabText(0, _("Chưa xếp được ({count})").format(count=len(left)))
        self.tabs.setTabText(1, _("Không nhập ({count})").format(count=len(self._state.left_out)))
        self._on_tab(self.tabs.currentIndex())

    @property
    def current(self) -> int:
        """The chosen leftover's place in the report, -1 for none."""
        index = self.leftovers.currentIndex()
        return int(index.data(_AT_ROLE)) if index.isValid() and self.leftovers.isVisible() else -1

    @property
    def in_use(self) -> bool:
        """Whether keys now mean the chosen leftover."""
        return self.leftovers.hasFocus() and self.current >= 0

    def _on_tab(self, tab: int) -> None:
        empty = tab == 0 and not _model(self.leftovers).rowCount()
        self._pages.setCurrentIndex(2 if empty else tab)

    def _on_current(self) -> None:
        if self.current >= 0:
            self.leftover_chosen.emit(self.current)

    def sizeHint(self) -> QSize:
        return QSize(400, 130)


def _calm_list(name: str) -> QListView:
    view = QListView()
    view.setModel(QStandardItemModel(view))
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setWordWrap(True)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setSpacing(2)
    return view


def _model(view: QListView) -> QStandardItemModel:
    model = view.model()
    assert isinstance(model, QStandardItemModel)
    return model


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setToolTip(text)
    return item


def _left_out_words(left: LeftOut) -> str:
    kind = _(KINDS[left.kind]) if left.kind in KINDS else ""
    text = " ".join(left.text.split())
    said = _("{kind}: “{text}”").format(kind=kind, text=text) if kind and text else kind or text
    return " – ".join(part for part in (said, left.reason) if part)

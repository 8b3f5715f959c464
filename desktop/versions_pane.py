"""Các bản đã lưu: at the foot of the editor, what the plan was at each export, and the way back to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.foot_pane import FootPane, heading
from desktop.library import Library
from plans.whole import replacing_whole
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from db.records import PlanVersion
    from plans.plan import Plan

REASONS = {
    "export": N_("Khi xuất tệp"),
    "return": N_("Trước khi nhận sửa đổi từ Word"),
    "rollover": N_("Khi làm kế hoạch năm sau"),
    "issue": N_("Khi xuất bản sạch để phát hành"),
    "arrival": N_("Khi nhận gói .kehoach"),
    "restore": N_("Trước khi đưa một bản cũ trở lại"),
    "opened": N_("Khi bắt đầu sửa"),
}
_KEY = Qt.ItemDataRole.UserRole


class VersionsPane(FootPane):
    """Shows the kept versions of one open plan.

    Signals:
        compare_asked(Plan, str): the clerk wants to see what is different since this version, and what that is called.
        closed: the pane was put away.
    """

    compare_asked = Signal(object, str)

    def __init__(self, document: PlanDocument, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._library = document, library
        self.said = ElidedLabel()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Các bản đã lưu"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemActivated.connect(self._on_restore)
        self.restore = QPushButton(_("Đưa bản này trở lại"))
        self.restore.setToolTip(_("Bản đang soạn được lưu lại trước; Ctrl+Z quay về bản đang soạn"))
        self.restore.clicked.connect(self._on_restore)
        self.compare = QPushButton(_("So với bản này"))
        self.compare.setToolTip(_("Xem những chỗ bản đang soạn khác bản này, và lưu bản so sánh (Ctrl+Enter)"))
        self.compare.clicked.connect(self._on_compare)
        self._lay_out()
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, self.compare.click)
        keys.setWhatsThis(self.compare.text())
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def open(self) -> None:
        """Ask for the versions and show them."""
        self._document.settle()
        self.show()
        self.list.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the versions as they are now."""
        self._library.versions.of(self._document.plan.id, self._on_listed)

    def sizeHint(self) -> QSize:
        return QSize(600, 190)

    def _lay_out(self) -> None:
        title = heading(_("Các bản đã lưu"))
        close = self.closing_button(_("Đóng các bản đã lưu"))
        row = self.head_row()
        row.addWidget(title)
        row.addWidget(self.said, 1)
        row.addWidget(self.compare)
        row.addWidget(self.restore)
        row.addWidget(close)
        self.stack(row, self.list)

    def _on_listed(self, versions: list[PlanVersion]) -> None:
        self.list.clear()
        for version in versions:
            at = version.made_at.astimezone()
            item = QListWidgetItem(f"{at:%d/%m/%Y %H:%M} · {_(REASONS[version.why])}")
            item.setData(_KEY, version.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        for button in (self.compare, self.restore):
            button.setEnabled(bool(versions))
        none = _("Chưa có bản nào. Mỗi lần xuất tệp, chương trình lưu lại một bản của kế hoạch.")
        self.said.show_text("" if versions else none)

    def _on_compare(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            name = _("So với bản {version}").format(version=item.text())
            self._library.versions.fetch(item.data(_KEY), partial(self._on_fetched, name))

    def _on_fetched(self, name: str, version: Plan) -> None:
        self.compare_asked.emit(version, name)

    def _on_restore(self, _asked: object = None) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._document.settle()
            key: int = item.data(_KEY)
            self._library.versions.load(key, self._document.plan, partial(self._on_loaded, self._document.revision))

    def _on_loaded(self, revision: int, version: Plan) -> None:
        """Bring it back unless something was written meanwhile."""
        if self._document.revision == revision:
            self._document.end_burst()
            self._document.try_edit(replacing_whole(self._document.plan, version))
            self._document.end_burst()
        self.refresh()

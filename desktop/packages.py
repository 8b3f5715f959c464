"""A package from a USB stick whose plan is here already: which one is newer is told, and three ways are offered."""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.strip import Strip
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from db.arrivals import Relation
    from desktop.editor_page import EditorPage
    from plans.plan import Plan

RELATIONS = {
    "newer": N_("“{name}” đã có trong thư viện. Bản trong gói mới hơn bản đang có."),
    "older": N_("“{name}” đã có trong thư viện. Bản trong gói cũ hơn bản đang có."),
    "both": N_("“{name}” đã có trong thư viện. Bản trong gói và bản đang có đều đã sửa riêng."),
}


class PackageBar(Strip):
    """Takes packages into the library. What is there is never lost: the state that gives way is kept as a version.

    Signals:
        asked(str): the clerk is asked about an arriving plan; how it stands to ours (``db.arrivals.Relation``).
    """

    asked = Signal(str)

    def __init__(self, library: Library, notices: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._notices = library, notices
        self._plan: Plan | None = None
        self._editor: EditorPage | None = None
        self.take = QPushButton(_("Lấy bản trong gói"))
        self.take.setToolTip(_("Bản đang có được giữ lại ở Các bản đã lưu"))
        self.keep = QPushButton(_("Giữ bản đang có"))
        self.both = QPushButton(_("Giữ cả hai"))
        self.both.setToolTip(_("Bản trong gói thành một kế hoạch riêng"))
        self.lay_out(self.take, self.keep, self.both)
        self.take.clicked.connect(self._on_take)
        self.keep.clicked.connect(self._on_keep)
        self.both.clicked.connect(self._on_both)
        self.hide()

    def attend(self, editor: EditorPage | None) -> None:
        """Know which plan is open, None: none; what is typed there is saved before anything is compared."""
        self._editor = editor

    def arrive(self, plan: Plan, history: tuple[str, ...]) -> None:
        """Take a package's plan in, or ask where the library holds another state of it."""
        self._save_open()
        self._library.ask(partial(self._relation, plan, history), partial(self._on_compared, plan))

    def _save_open(self) -> None:
        if self._editor is not None:
            self._editor.save_now()

    def _relation(self, plan: Plan, history: tuple[str, ...]) -> Relation:
        from db.arrivals import relation  # noqa: PLC0415 - SQLAlchemy only after the first paint

        return relation(self._library.store(), plan, history)

    def _on_compared(self, plan: Plan, relation: Relation) -> None:
        if relation not in RELATIONS:
            self.hide()
            self._library.add(plan)
            self._library.versions.keep(plan, "arrival")  # what comes back one day is held against it
            return
        self._plan = plan
        name = plan.subject or _("Kế hoạch chưa có trích yếu")
        self.words.setText(_(RELATIONS[relation]).format(name=name))
        self.show()
        {"newer": self.take, "older": self.keep, "both": self.both}[relation].setFocus()
        self.asked.emit(relation)

    def _put_away(self) -> Plan | None:
        plan, self._plan = self._plan, None
        self.hide()
        return plan

    def _on_take(self) -> None:
        plan = self._put_away()
        if plan is not None:
            self._save_open()
            self._library.change(partial(self._replace, copy.deepcopy(plan)), self._on_replaced)

    def _replace(self, plan: Plan) -> str:
        from db.arrivals import replace_by  # noqa: PLC0415 - as above

        replace_by(self._library.store(), plan)
        return plan.id

    def _on_replaced(self, plan_id: str) -> None:
        self._library.refresh()
        self._library.open(plan_id)
        self._notices.tell(_("Đã lấy bản trong gói. Bản trước đó nằm ở Các bản đã lưu."))

    def _on_keep(self) -> None:
        if self._put_away() is not None:
            self._notices.tell(_("Giữ bản đang có; thư viện không đổi."))

    def _on_both(self) -> None:
        plan = self._put_away()
        if plan is not None:
            self._library.add(plan)

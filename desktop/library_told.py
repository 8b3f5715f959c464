"""What the library tells by itself, said at the foot of the window; what it cannot save is put into safety."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.exports import Exports
from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.rescue import rescue
from plans.errors import Trouble
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from plans.plan import Plan

ARRIVALS = {
    "same": N_("Kế hoạch này đã có trong thư viện."),
    "copy": N_("Thư viện đã có kế hoạch này với nội dung khác; bản vừa nhập được thêm thành một bản riêng."),
}


class LibraryTold(QObject):
    """Turns what happens in the library into notices."""

    def __init__(self, library: Library, notices: NoticeBar, exports: Exports, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._notices, self._exports = library, notices, exports
        library.arrived.connect(self._on_arrived)
        library.kept_apart.connect(self._on_kept_apart)
        library.save_failed.connect(self._on_save_failed)

    @property
    def rescue_folder(self) -> Path:
        """Where drafts go that cannot be saved."""
        return self._library.path.parent / "cuu-ho"

    def rescue_unsaved(self) -> None:
        """Put every plan whose last save failed into safety, before the window goes."""
        for plan in self._library.unsaved.values():
            rescue(plan, [self.rescue_folder, self._exports.folder])

    def trash(self, plan_id: str) -> None:
        """Put a plan into the trash and offer to take that back."""
        self._library.trash(plan_id)
        self._notices.tell(_("Đã bỏ vào thùng rác."), _("Hoàn tác"), _Restoring(self._library, plan_id))

    def _on_arrived(self, outcome: str) -> None:
        if outcome in ARRIVALS:
            self._notices.tell(_(ARRIVALS[outcome]))

    def _on_kept_apart(self, _plan_id: str) -> None:
        self._notices.tell(
            _("Kế hoạch này vừa được sửa ở một cửa sổ khác. Bản đang soạn ở đây được giữ thành một kế hoạch riêng.")
        )

    def _on_save_failed(self, plan: Plan, trouble: Trouble) -> None:
        """Nothing typed may be lost: what the library does not take is put beside it, else among the documents."""
        path = rescue(plan, [self.rescue_folder, self._exports.folder])
        kept = _("Bản đang soạn được giữ ở “{path}”; chương trình sẽ tự lưu lại.").format(path=path)
        self._notices.warn(trouble, kept)


class _Restoring:
    """Takes one plan out of the trash when called."""

    def __init__(self, library: Library, plan_id: str) -> None:
        self._library, self._plan_id = library, plan_id

    def __call__(self) -> None:
        self._library.restore(self._plan_id)

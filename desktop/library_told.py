"""What the library tells by itself, said at the foot of the window; what it cannot save is put into safety."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_save_path, ask_whether_to_keep
from desktop.exports import Exports
from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.output import file_name
from desktop.rescue import Rescue, write_plan
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

    def __init__(self, library: Library, notices: NoticeBar, exports: Exports, rescue: Rescue, window: QWidget) -> None:
        super().__init__(window)
        self._library, self._notices, self._exports = library, notices, exports
        self._rescue, self._window = rescue, window
        self._failing: set[str] = set()
        library.trashed.connect(self._on_trashed)
        library.arrived.connect(self._on_arrived)
        library.kept_apart.connect(self._on_kept_apart)
        library.save_failed.connect(self._on_save_failed)
        library.saved.connect(self._on_saved)

    def rescue_unsaved(self) -> None:
        """Put every plan whose last save failed into safety, before the window goes; where no place takes it, the clerk
        is asked for one until there is one, or until he lets it go."""
        for plan in self._library.unsaved.values():
            try:
                self._rescue.write(plan)
            except Trouble as trouble:
                self._ask_for_place(plan, trouble)

    def _ask_for_place(self, plan: Plan, trouble: Trouble) -> None:
        refused: Trouble | None = trouble
        while refused is not None and ask_whether_to_keep(self._window, plan, refused):
            refused = self._write_elsewhere(plan, refused)

    def _write_elsewhere(self, plan: Plan, refused: Trouble) -> Trouble | None:
        """Write the plan where the clerk says; return why that could not be, None where it stands."""
        path = ask_save_path(self._window, self._exports.folder / f"{file_name(plan)}.kehoach", ".kehoach")
        if path is None:
            return refused
        try:
            write_plan(plan, path)
        except Trouble as trouble:
            return trouble
        self._notices.tell(_("Đã lưu bản đang soạn vào “{path}”.").format(path=path))
        return None

    def _on_trashed(self, plan_id: str) -> None:
        """Offer to take it back."""
        self._notices.tell(_("Đã bỏ vào thùng rác."), _("Hoàn tác"), _Restoring(self._library, plan_id))

    def _on_arrived(self, outcome: str) -> None:
        if outcome in ARRIVALS:
            self._notices.tell(_(ARRIVALS[outcome]))

    def _on_kept_apart(self, _plan_id: str) -> None:
        self._notices.tell(
            _("Kế hoạch này vừa được sửa ở một cửa sổ khác. Bản đang soạn ở đây được giữ thành một kế hoạch riêng.")
        )

    def _on_saved(self, plan_id: str, _revision: int) -> None:
        if plan_id in self._library.unsaved:
            return
        self._rescue.settle(plan_id)
        if plan_id in self._failing:
            self._failing.discard(plan_id)
            self._notices.tell(_("Đã lưu lại được vào thư viện."))

    def _on_save_failed(self, plan: Plan, trouble: Trouble) -> None:
        """Nothing typed may be lost: what the library does not take is put beside it, else among the documents, else
        where the clerk says."""
        self._failing.add(plan.id)
        try:
            path = self._rescue.write(plan)
        except Trouble:
            self._warn_nowhere(plan, trouble)
            return
        kept = _("Bản đang soạn được giữ ở “{path}”; chương trình sẽ tự lưu lại.").format(path=path)
        self._notices.warn(trouble, kept)

    def _warn_nowhere(self, plan: Plan, trouble: Trouble) -> None:
        kept = _("Bản đang soạn mới chỉ có trong cửa sổ này: đừng đóng, hãy lưu ra nơi khác như thẻ nhớ USB.")
        self._notices.warn(trouble, kept, button=_("Lưu ra nơi khác…"), action=partial(self._keep, plan, trouble))

    def _keep(self, plan: Plan, trouble: Trouble) -> None:
        """Write what could not be saved where the clerk says; until that is done the warning stays."""
        refused = self._write_elsewhere(self._library.unsaved.get(plan.id, plan), trouble)
        if refused is not None:
            self._warn_nowhere(plan, refused)


class _Restoring:
    """Takes one plan out of the trash when called."""

    def __init__(self, library: Library, plan_id: str) -> None:
        self._library, self._plan_id = library, plan_id

    def __call__(self) -> None:
        self._library.restore(self._plan_id)

"""After a sudden end (power cut, crash): which plan was open, what of it is safe, and the ways on."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.foot_pane import heading
from desktop.library import Library
from desktop.plan_list import name_of
from desktop.safekeeping.open_mark import OpenMark, OpenPlan
from desktop.strip import Strip
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.records import PlanSummary, PlanVersion
    from desktop.editor_page import EditorPage


class RecoveryBar(Strip):
    """Marks the plan that is open, and at the head of the home page tells of one that was not closed as usual.

    Signals:
        open_asked(str): go on with the plan of this id.
    """

    open_asked = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._mark = library, OpenMark(library.path)
        self._left = None if library.read_only else self._mark.read()
        self._now: OpenPlan | None = None
        self._kept_at = self._stored = 0
        self._wants_versions = False
        self.title = heading()
        self.resume = QPushButton(_("Mở tiếp"))
        self.versions = QPushButton(_("Xem các bản đã lưu"))
        self._close = QToolButton()
        self._dress()
        self.resume.clicked.connect(self._on_resume)
        self.versions.clicked.connect(self._on_versions)
        self._close.clicked.connect(self._on_put_away)
        library.listed.connect(self._on_listed)
        library.versions.kept.connect(self._on_version_kept)
        self.hide()

    def _dress(self) -> None:
        self.resume.setProperty("primary", "true")
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(_("Đóng thông báo"))
        self.lay_out(self.resume, self.versions, self._close, title=self.title)

    # the plan that is open now

    def attend(self, editor: EditorPage | None) -> None:
        """Mark the plan of this editor as open from now on; None: it was closed as usual."""
        if editor is None:
            self._forget()
            return
        self._left = None
        self.hide()
        self._kept_at = self._stored = 0
        if not self._library.read_only:
            self._now = OpenPlan(plan_id=editor.document.plan.id)
            self._mark.write(self._now)
            editor.autosave.stored.connect(self._on_stored)
        if self._wants_versions:
            self._wants_versions = False
            editor.versions.open()

    def _forget(self) -> None:
        if self._now is not None:
            self._now = None
            self._mark.clear()

    def _on_stored(self, changes: int) -> None:
        self._stored = changes
        self._write()

    def _on_version_kept(self, plan_id: str) -> None:
        if self._now is not None and plan_id == self._now.plan_id:
            self._kept_at = self._stored
            self._write()

    def _write(self) -> None:
        if self._now is not None:
            self._now = OpenPlan(plan_id=self._now.plan_id, changes=self._stored - self._kept_at)
            self._mark.write(self._now)

    # the plan that was open when the program ended

    def _on_listed(self, plans: list[PlanSummary]) -> None:
        left = self._left
        if left is None or not self.isHidden():
            return
        found = next((plan for plan in plans if plan.id == left.plan_id), None)
        if found is None:
            self._on_put_away()
        else:
            self._library.versions.of(found.id, partial(self._tell, left, found))

    def _tell(self, left: OpenPlan, plan: PlanSummary, versions: list[PlanVersion]) -> None:
        if self._left is not left:
            return
        self.title.setText(_("Lần trước chương trình bị tắt đột ngột khi đang mở “{name}”.").format(name=name_of(plan)))
        saved, kept = _moment(plan.changed_at), _moment(versions[0].made_at) if versions else ""
        if not left.changes:
            text = _("Kế hoạch còn nguyên, lưu lần cuối lúc {saved}.")
        elif kept:
            text = _("Đã lưu đến {saved}, kể cả {changes} thay đổi sau bản giữ lại lúc {kept}.")
        else:
            text = _("Đã lưu đến {saved}, kể cả {changes} thay đổi từ khi mở.")
        self.words.setText(text.format(saved=saved, changes=left.changes, kept=kept))
        self.versions.setVisible(bool(versions))
        self.show()

    def _on_resume(self) -> None:
        if self._left is not None:
            self.open_asked.emit(self._left.plan_id)

    def _on_versions(self) -> None:
        self._wants_versions = True
        self._on_resume()

    def _on_put_away(self) -> None:
        self._left = None
        self._mark.clear()
        self.hide()


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%H:%M %d/%m/%Y}"

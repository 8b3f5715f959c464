"""At home after trouble: the rescue files that nobody has looked at yet, each to be opened as a plan or put aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.foot_pane import heading
from desktop.library import Library
from desktop.plan_list import name_of
from desktop.rescue import Rescue
from desktop.strip import Strip
from plans.errors import Trouble
from resources.texts import gettext as _

if TYPE_CHECKING:
    from plans.plan import Plan


@dataclass(frozen=True, kw_only=True)
class Rescued:
    """One such file. plan: None where it cannot be read; held: the library has another state of that plan."""

    path: Path
    at: datetime
    plan: Plan | None
    held: bool = False


class RescuedBar(Strip):
    """Asks about one file after the other, the newest first; looks for them once the library is there.

    Signals:
        taken(str): the plan of this id has come into the library from its file.
        told(str): what became of a file.
    """

    taken = Signal(str)
    told = Signal(str)

    def __init__(self, library: Library, rescue: Rescue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._rescue = library, rescue
        self._left: list[Rescued] = []
        self._looked = False
        self._wanted = True
        self.title = heading()
        self.open = QPushButton(_("Mở bản cứu hộ"))
        self.open.setProperty("primary", "true")
        self.dismiss = QPushButton(_("Không cần nữa"))
        self.dismiss.setToolTip(_("Tệp được cất vào thư mục “da-xem”, không bị xóa"))
        self.lay_out(self.open, self.dismiss, title=self.title)
        self.open.clicked.connect(self._on_open)
        self.dismiss.clicked.connect(self._on_dismiss)
        library.listed.connect(self._on_listed)
        self.hide()

    def show_at_home(self, *, home: bool) -> None:
        """Ask only while ``home`` is in front."""
        self._wanted = home
        self._show()

    def _on_listed(self, _plans: object) -> None:
        if not self._looked and not self._library.read_only:
            self._looked = True
            self._library.ask(partial(_look, self._rescue, self._library), self._on_found)

    def _on_found(self, found: Sequence[Rescued]) -> None:
        self._left = list(found)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._wanted and bool(self._left))
        if not self._left:
            return
        first = self._left[0]
        more = _("Còn {count} bản cứu hộ nữa.").format(count=len(self._left) - 1) if self._left[1:] else ""
        self.title.setText(_said(first))
        self.words.setText(" ".join(filter(None, (_what_follows(first), more))))
        self.open.setEnabled(first.plan is not None)

    def _on_open(self) -> None:
        first = self._left[0]
        if first.plan is not None:
            self.open.setEnabled(False)  # until it is there, or a trouble says that it could not come
            self._library.change(partial(_take, self._library, first.plan), partial(self._on_taken, first))
            self._library.ask(_nothing, self._on_tried)

    def _on_tried(self, _nothing: object) -> None:
        self._show()

    def _on_taken(self, rescued: Rescued, held: bool) -> None:
        self._put_aside(rescued)
        self._library.refresh()
        if rescued.plan is not None:
            self.taken.emit(rescued.plan.id)
        if held:
            self.told.emit(_("Đã mở bản cứu hộ. Bản có trong thư viện trước đó nằm ở Các bản đã lưu."))

    def _on_dismiss(self) -> None:
        aside = self._put_aside(self._left[0])
        self.told.emit(_("Đã cất bản cứu hộ vào “{path}”.").format(path=aside))

    def _put_aside(self, rescued: Rescued) -> Path:
        self._left = [each for each in self._left if each is not rescued]
        self._show()
        return self._rescue.answer(rescued.path)


def _said(rescued: Rescued) -> str:
    at = f"{rescued.at.astimezone():%H:%M %d/%m/%Y}"
    if rescued.plan is None:
        return _("Có bản cứu hộ ghi lúc {at} nhưng không đọc được: “{path}”.").format(at=at, path=rescued.path)
    return _("Có bản cứu hộ của “{name}”, ghi lúc {at} khi chưa lưu được vào thư viện.").format(
        name=name_of(rescued.plan), at=at
    )


def _what_follows(rescued: Rescued) -> str:
    if rescued.plan is None:
        return _("Tệp vẫn được giữ; có thể nhờ người biết máy xem lại.")
    if rescued.held:
        return _("Mở thì bản đang có trong thư viện được giữ lại ở Các bản đã lưu.")
    return _("Thư viện chưa có kế hoạch này; mở thì kế hoạch được thêm vào.")


# in the library's thread


def _look(rescue: Rescue, library: Library) -> list[Rescued]:
    """Return the files that wait; what the library holds as it is needs no looking at."""
    found: list[Rescued] = []
    for path in rescue.waiting():
        rescued = _read(path, library)
        if rescued is None:
            rescue.answer(path)
        else:
            found.append(rescued)
    return found


def _read(path: Path, library: Library) -> Rescued | None:
    """Return what the file holds, None where the library holds the same."""
    from documents.package import read_package  # noqa: PLC0415 - only after trouble

    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    try:
        plan = read_package(path)
    except Trouble:
        return Rescued(path=path, at=at, plan=None)
    ours = _held(library, plan.id)
    return None if ours == plan else Rescued(path=path, at=at, plan=plan, held=ours is not None)


def _held(library: Library, plan_id: str) -> Plan | None:
    store = library.store()
    return store.load(plan_id).plan if store.revision(plan_id) is not None else None


def _take(library: Library, plan: Plan) -> bool:
    """Make the file's plan the library's; say whether the library held another state, now one of the kept versions."""
    from db.arrivals import replace_by  # noqa: PLC0415 - SQLAlchemy only after the first paint

    store = library.store()
    held = store.revision(plan.id) is not None
    if held:
        replace_by(store, plan)
    else:
        store.save(plan, None)
    return held


def _nothing() -> None:
    """Only to be told that what was asked before is done."""

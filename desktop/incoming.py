"""What comes into the library from outside it or from last year: files read, reviewed, taken in; plans rolled over."""

from __future__ import annotations

import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop import theme
from desktop.asking import ask_open_path, ask_returned_path
from desktop.exports import Exports
from desktop.home import HomePage
from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.packages import PackageBar
from desktop.reading import OfOpenPlan, Reading, ReadingStrip, read_unless_own
from desktop.return_offer import ReturnOffer
from resources.texts import gettext as _

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage
    from desktop.review import ReviewPage
    from desktop.rollover.route import RolloverRoute
    from documents.arriving import Arrived
    from plans.plan import Plan


class Incoming(QObject):
    """The actions that bring plans in, and the pages they lead over on ``stack``.

    Signals:
        left: the review or the wizard was left without a plan; what was in front before comes back.
    """

    left = Signal()

    def __init__(
        self, library: Library, home: HomePage, stack: QStackedWidget, exports: Exports, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library, self._home, self._stack, self._exports, self._window = library, home, stack, exports, window
        self._notices: NoticeBar = exports.notices
        self.reading = Reading(self)
        self.strip = ReadingStrip(self.reading)
        self.packages = PackageBar(library, self._notices)
        self.offer = ReturnOffer()
        self.review: ReviewPage | None = None
        self._route: RolloverRoute | None = None
        self._rolls = False
        self._reviewed = False
        self._fresh_draft = ""
        self._returning: tuple[str, Path] | None = None
        self._editor: EditorPage | None = None
        self._make_actions()
        self.reading.read.connect(self._on_read)
        self.reading.troubled.connect(self._notices.warn)
        self.offer.wanted.connect(self._return_into)
        self.offer.declined.connect(self._on_declined)
        stack.currentChanged.connect(self._on_front_changed)
        home.roll_asked.connect(self.roll_over)

    def _make_actions(self) -> None:
        window = self._window
        self.read = QAction(theme.icon("import", window.palette()), _("Nhập từ tệp…"), window)
        self.read.setShortcut(QKeySequence.StandardKey.Open)
        self.read.triggered.connect(self._on_read_asked)
        self.last_year = QAction(theme.icon("roll", window.palette()), _("Từ năm trước"), window)
        menu = QMenu(window)
        self.from_chosen = menu.addAction(_("Từ kế hoạch đang chọn"))
        self.from_file = menu.addAction(_("Từ tệp của năm trước…"))
        self.last_year.setMenu(menu)
        menu.aboutToShow.connect(self._on_menu_opening)
        self.from_chosen.triggered.connect(self._on_chosen_asked)
        self.from_file.triggered.connect(self._on_file_asked)
        self.roll = QAction(_("Làm cho năm sau…"), window)
        self.roll.setShortcut(QKeySequence("Ctrl+Shift+N"))
        self.take_back = QAction(_("Nhận lại bản Word đã sửa…"), window)
        self.take_back.setShortcut(QKeySequence("Ctrl+Shift+R"))
        self.take_back.triggered.connect(self._on_take_back_asked)

    # files

    def _on_read_asked(self) -> None:
        self._ask(rolls=False)

    def _on_file_asked(self) -> None:
        self._ask(rolls=True)

    def _ask(self, *, rolls: bool) -> None:
        path = ask_open_path(self._window, str(self._exports.folder))
        if path:
            self.read_file(path, rolls=rolls)

    def _on_take_back_asked(self) -> None:
        path = ask_returned_path(self._window, str(self._exports.folder)) if self._editor is not None else None
        if path and self._editor is not None:
            self._exports.remember(path)
            self._editor.returned.open_file(path)

    def read_file(self, path: Path, *, rolls: bool = False) -> None:
        """Read a file; ``rolls``: to make a new year's draft of it."""
        self._exports.remember(path)
        self._rolls = rolls
        work = None
        if self._editor is not None and path.suffix.lower() == ".docx" and not rolls:
            work = partial(read_unless_own, own=self._editor.document.plan.id)
        self.reading.start(path, work)

    def _on_read(self, found: Arrived | OfOpenPlan) -> None:
        """Review what was recognised; what a file of our own carries goes straight in, an export of the open plan
        shows its changes."""
        if isinstance(found, OfOpenPlan):
            self._on_own_read(found.path)
        else:
            self._on_arrived(found)

    def _on_own_read(self, path: Path) -> None:
        if self._editor is None:
            self.reading.start(path)
            return
        self._editor.returned.open_file(path)
        text = _("“{name}” là bản xuất của kế hoạch đang mở; dưới đây là những chỗ đã sửa trong Word.")
        self._notices.tell(text.format(name=path.name), _("Nhập như tệp khác"), partial(self.reading.start, path))

    def _offer_return(self, arrived: Arrived) -> None:
        """Offer the way back where the file is an edited export of a plan that the library has."""
        plan_id = arrived.found.plan.id
        if arrived.path.suffix.lower() == ".docx" and not self._rolls:
            self._library.fetch(plan_id, partial(self._on_known, arrived), quietly=True)

    def _on_known(self, arrived: Arrived, plan: Plan) -> None:
        if self.review is not None and self.review.arrived is arrived:
            self.offer.offer(plan, arrived.path)

    def _on_front_changed(self) -> None:
        """The question about the file stands below its review only."""
        if self.review is not None and self._stack.currentWidget() is self.review:
            self.offer.come_back()
        else:
            self.offer.hide()

    def _on_declined(self) -> None:
        if self.review is not None:
            self.review.nodes.setFocus()

    def _return_into(self, plan_id: str, path: Path) -> None:
        """Open the plan of the library that the file was exported from, with what was changed in it."""
        self._drop_review()
        self._returning = plan_id, path
        self._library.open(plan_id)

    def _on_arrived(self, arrived: Arrived) -> None:
        if arrived.trace is None:
            self._notices.tell(_("Tệp do chương trình Kế Hoạch tạo: lấy nguyên kế hoạch bên trong."))
            if arrived.path.suffix.lower() == ".kehoach" and not self._rolls:
                self.packages.arrive(arrived.found.plan, arrived.history)
            else:
                self._take(arrived.found.plan, rolls=self._rolls)
            return
        from desktop.review import ReviewPage  # noqa: PLC0415 - after the first paint

        self._drop_review()
        self.review = ReviewPage(arrived, rolls=self._rolls)
        self.review.accepted.connect(self._on_accepted)
        self.review.accepted_to_roll.connect(self._on_accepted_to_roll)
        self.review.cancelled.connect(self._on_cancelled)
        self.review.rejected.connect(self._notices.tell)
        self._stack.addWidget(self.review)
        self._stack.setCurrentWidget(self.review)
        self._offer_return(arrived)

    def _on_accepted(self, plan: Plan) -> None:
        self._reviewed = True
        self._take(copy.deepcopy(plan), rolls=False)
        self._drop_review()

    def _on_accepted_to_roll(self, plan: Plan) -> None:
        self._take(copy.deepcopy(plan), rolls=True)
        self._drop_review()

    def _take(self, plan: Plan, *, rolls: bool) -> None:
        if rolls:
            self._library.keep(plan, self._on_kept)
        else:
            self._library.add(plan)

    def _on_kept(self, plan: Plan) -> None:
        self.route.begin_with(plan)

    def _on_cancelled(self) -> None:
        """Leave the library as it is; the review can be taken up again for a moment."""
        page = self.review
        self.left.emit()
        if page is not None:
            self._notices.tell(_("Đã hủy nhập; thư viện giữ nguyên."), _("Xem lại"), partial(self._reopen, page))

    def _reopen(self, page: ReviewPage) -> None:
        if page is self.review:
            self._stack.setCurrentWidget(page)

    def _drop_review(self) -> None:
        self.offer.forget()
        if self.review is not None:
            self._stack.removeWidget(self.review)
            self.review.deleteLater()
            self.review = None

    def was_reviewed(self) -> bool:
        """Say, once, whether the plan that opens now comes from a review: then all of it is one undoable step."""
        found, self._reviewed = self._reviewed, False
        return found

    # last year's plans

    @property
    def route(self) -> RolloverRoute:
        """The way to the new year's draft, made when it is first gone."""
        if self._route is None:
            from desktop.rollover.route import RolloverRoute  # noqa: PLC0415 - after the first paint

            self._route = RolloverRoute(self._library, self._stack, self)
            self._route.drafted.connect(self._on_drafted)
            self._route.left.connect(self._on_wizard_left)
            self._route.refused.connect(self._notices.tell)
        return self._route

    def _on_wizard_left(self) -> None:
        self.left.emit()
        if self.route.page is not None:
            self._notices.tell(_("Chưa tạo dự thảo nào."), _("Xem lại"), self.route.reopen)

    def roll_over(self, plan_id: str, year: int | None = None) -> None:
        """Make a new year's draft of a plan of the library; year: None for the one after the plan's."""
        if plan_id and self._library.may_change():
            self.route.begin(plan_id, year)

    def _on_menu_opening(self) -> None:
        free = not self._library.read_only
        self.from_chosen.setEnabled(free and self._home.isVisible() and bool(self._home.rollable))

    def _on_chosen_asked(self) -> None:
        self.roll_over(self._home.rollable)

    def _on_drafted(self, plan_id: str) -> None:
        self._fresh_draft = plan_id
        self._library.open(plan_id)

    def attend(self, editor: EditorPage | None) -> None:
        """Serve this editor from now on, None: no one. That of a plan made from another is offered the comparison."""
        self._editor = editor
        self.packages.attend(editor)
        if editor is None:
            return
        plan = editor.document.plan
        self.roll.setText(_("Làm cho năm {year}…").format(year=plan.year + 1) if plan.year else _("Làm cho năm sau…"))
        returning, self._returning = self._returning, None
        if returning is not None and returning[0] == plan.id:
            editor.returned.open_file(returning[1])
        if plan.origin:
            self._library.fetch(plan.origin, partial(self._on_origin, editor), quietly=True)

    def _on_origin(self, editor: EditorPage, last: Plan) -> None:
        if self._editor is not editor:
            return
        name = editor.offer_comparison(last)
        if self._fresh_draft == editor.document.plan.id:
            text = _("Đã tạo dự thảo. Phần chưa quyết được ghi ở Ghi chú của Thể thức.")
            self._notices.tell(text, name, partial(self._compare, editor))
        self._fresh_draft = ""

    def _compare(self, editor: EditorPage) -> None:
        if self._editor is editor:
            editor.show_comparison()

    def close(self) -> None:
        """Call off what is read and finish what is under way."""
        self.reading.close()
        if self._route is not None:
            self._route.close()

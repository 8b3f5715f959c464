"""The one window: the library, and over it the plan that is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.comparing import Comparing
from desktop.enter_presses import EnterPresses
from desktop.export_actions import ExportActions
from desktop.exports import Exports
from desktop.help import Help
from desktop.home import HomePage
from desktop.home_preview import HomePreview
from desktop.incoming import Incoming
from desktop.issuing import Issuing
from desktop.library import Library
from desktop.library_told import LibraryTold
from desktop.menus import Menus
from desktop.notices import NoticeBar
from desktop.one_window import LibraryHold
from desktop.opening import Opening
from desktop.output import FileWork
from desktop.read_only_bar import ReadOnlyBar
from desktop.rescue import Rescue
from desktop.safekeeping.recovery import RecoveryBar
from desktop.safekeeping.rescued import RescuedBar
from desktop.visits import Visits
from desktop.window_place import take_place
from resources.texts import gettext as _

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage
    from desktop.pages_pane import PagesPane
    from plans.plan import Plan


class MainWindow(EnterPresses):
    """Composes home, editor, library and file work; holds the actions of the menus.

    What the first paint does not need (editor, pages, sample) is imported when it is asked for.

    Signals:
        plan_shown: a plan was opened and ``editor`` shows it.
    """

    plan_shown = Signal()

    def __init__(self, library: Library, files: FileWork, settings: QSettings) -> None:
        super().__init__()
        self.library, self.files, self._settings = library, files, settings
        self._pages: PagesPane | None = None
        self.home = HomePage()
        self.home_preview = HomePreview(self.home, library, self.pages, self)
        self.editor: EditorPage | None = None
        self.notices = NoticeBar()
        self.hold = LibraryHold(library.path)
        self.read_only = ReadOnlyBar(library, self.hold)
        self.recovery = RecoveryBar(library)
        self.exports = Exports(files, self.notices, settings, self)
        self.rescue = Rescue(library.path, self.exports.documents)
        self.rescued = RescuedBar(library, self.rescue)
        self.told = LibraryTold(library, self.notices, self.exports, self.rescue, self)
        self.out = ExportActions(self.exports, library, self)
        self.issuing = Issuing(library, self.exports, self)
        self.comparing = Comparing(self.exports, self)
        self._opening = Opening(library, self)
        self._fresh = self._place = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self.incoming = Incoming(library, self.home, self._stack, self.exports, self)
        self._lay_out()
        self.setAcceptDrops(True)
        self.visits = Visits(self._stack, self.home, library, self.notices, settings)
        self._make_actions()
        self._make_menus()
        self._connect()
        self._show_title()
        take_place(self, settings)
        self.home.take_keyboard()

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.read_only, self.recovery, self.rescued):
            column.addWidget(bar)
        column.addWidget(self._stack, 1)
        for bar in (self.incoming.strip, self.incoming.offer, self.incoming.packages, self.notices):
            column.addWidget(bar)
        self.setCentralWidget(centre)

    def pages(self) -> PagesPane:
        """Return the one pages pane of this window, made when it is first asked for."""
        if self._pages is None:
            from desktop.pages_pane import PagesPane  # noqa: PLC0415 - after the first paint

            self._pages = PagesPane()
        return self._pages

    def _action(self, text: str, slot: object, key: str | QKeySequence.StandardKey = "", icon: str = "") -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon:
            action.setIcon(theme.icon(icon, self.palette()))
        return action

    def _make_actions(self) -> None:
        self.new = self._action(_("Kế hoạch mới"), self.visits.show_new, QKeySequence.StandardKey.New, "new")
        self.sample = self._action(_("Xem kế hoạch mẫu"), self._on_sample, "", "sample")
        self.save = self._action(_("Lưu ngay"), self._on_save, QKeySequence.StandardKey.Save)
        self.back = self._action(_("Về thư viện"), self._on_back, "Alt+Left")
        self.quit = self._action(_("Thoát"), self.close, "Ctrl+Q")
        self.issue = self._action(_("Ban hành…"), self.issuing.open, "Ctrl+Shift+K")
        self.issued = self._action(_("Lưu lại bản đã ban hành…"), self.issuing.show_issued)
        self._exports = [*self.out.actions, self.issue, self.issued]
        self.incoming.roll.triggered.connect(self._on_roll)

    def _make_menus(self) -> None:
        incoming, visits = self.incoming, self.visits
        self.help = Help(self, self._stack)
        beginnings = [self.new, incoming.last_year, incoming.read, self.sample]
        self.menus = Menus(
            self.menuBar(),
            beginnings=beginnings,
            of_plan=[self.save, *self._exports, incoming.take_back, self.comparing.action, incoming.roll],
            pages=[visits.to_duties, visits.to_office, visits.to_backups],
            ends=[self.back, self.quit],
            helps=[self.help.to_screen, self.help.to_keys],
        )
        for action in beginnings:
            self.home.side.add_beginning(action)
        self.home.side.add_look(visits.to_duties)
        self._of_writer = [*beginnings, visits.to_office]
        self._show_editor_actions()

    def _connect(self) -> None:
        self.home.plan_chosen.connect(self.open_plan)
        self.home.search_asked.connect(self.library.search)
        self.home.trash_asked.connect(self.library.trash)
        self.home.restore_asked.connect(self.library.restore)
        self.home.delete_asked.connect(self.library.discard)
        self.home.empty.sample.clicked.connect(self._on_sample)
        self.home.empty.first.clicked.connect(self.visits.show_new)
        self.home.empty.read.clicked.connect(self.incoming.read.trigger)
        self.library.listed.connect(self.home.show_plans)
        self.library.trash_listed.connect(self.home.show_trash)
        self.library.found.connect(self.home.show_hits)
        self.library.opened.connect(self._on_opened)
        self._opening.ready.connect(self._on_page_ready)
        self.incoming.left.connect(self._on_left)
        self._stack.currentChanged.connect(self._on_front_changed)
        self.visits.offer_rollover(self.incoming.roll_over)
        self.visits.plan_made.connect(self._on_plan_made)
        self.visits.plan_asked.connect(self.open_plan)
        self.visits.file_asked.connect(self.incoming.read.trigger)
        self.visits.left_plan.connect(self._on_back)
        self.recovery.open_asked.connect(self.open_plan)
        self.rescued.taken.connect(self.open_plan)
        self.rescued.told.connect(self.notices.tell)
        self.read_only.opened.connect(self._on_may_change)
        self.read_only.closed.connect(self._show_editor_actions)
        self.read_only.refused.connect(self.notices.tell)
        self.library.troubled.connect(self.notices.warn)
        self.library.troubled.connect(self.visits.on_troubled)
        self.home.empty.again.clicked.connect(self.library.refresh)

    # the library

    def open_plan(self, plan_id: str, node_id: str = "") -> None:
        """Open a plan of the library, at the node ``node_id`` if one is named."""
        self._place = node_id
        self.library.open(plan_id)

    def _on_plan_made(self, plan: Plan, blank: bool) -> None:
        self._fresh = plan.id if blank else ""
        self.library.add(plan)

    def _on_may_change(self) -> None:
        """Show again what was only to be read: another window may have changed it meanwhile."""
        self._show_editor_actions()
        self.library.refresh()
        if self.editor is not None:
            self.open_plan(self.editor.document.plan.id)

    def _on_sample(self) -> None:
        from plans.sample import sample_plan  # noqa: PLC0415 - only when it is asked for

        self.library.add(sample_plan())

    def _on_roll(self) -> None:
        if self.editor is not None:
            self.editor.save_now()
            self.library.versions.keep(self.editor.document.plan, "rollover")
            self.incoming.roll_over(self.editor.document.plan.id)

    def _on_left(self) -> None:
        self._stack.setCurrentWidget(self.editor or self.home)

    def _on_front_changed(self) -> None:
        self.rescued.show_at_home(home=self._stack.currentWidget() is self.home)
        self._show_editor_actions()

    # the open plan

    def _on_opened(self, plan: Plan) -> None:
        """Make its page; what is in front stays in sight until that can be shown."""
        self._stack.setUpdatesEnabled(self.editor is None)  # else home would be seen between two plans
        self._drop_editor()
        self._opening.start(plan, self.pages(), self._place)
        self._place = ""

    def _on_page_ready(self, editor: EditorPage) -> None:
        from plans.whole import emptying, filling  # noqa: PLC0415 - after the first paint

        self.visits.leave()
        self.home_preview.stop()
        self.notices.calm()
        self.editor, plan = editor, editor.document.plan
        if self.incoming.was_reviewed():
            editor.document.adopt(filling(plan), emptying(plan))
        editor.closed.connect(self._on_editor_closed)
        editor.troubled.connect(self.notices.warn)
        editor.rejected.connect(self.notices.tell)
        editor.told.connect(self.notices.tell)
        editor.views.slips_asked.connect(self.exports.export_slips)
        editor.views.rollover_asked.connect(self._on_roll)
        editor.document.applied.connect(self._show_title)
        editor.bar.offer_exports(self._exports[0], self._exports[1:])
        self._stack.addWidget(editor)
        self._stack.setCurrentWidget(editor)
        self._stack.setUpdatesEnabled(True)
        editor.take_keyboard()
        editor.view_changed.connect(self._show_editor_actions)
        self._attend(editor)
        self._show_title()
        self._show_editor_actions()
        self.plan_shown.emit()

    def _attend(self, editor: EditorPage | None) -> None:
        for room in (self.incoming, self.issuing, self.comparing, self.out, self.recovery):
            room.attend(editor)

    def _show_title(self, _change: object = None) -> None:
        plan = self.editor.document.plan if self.editor else None
        name = (plan.subject or _("Kế hoạch chưa có trích yếu")) if plan else ""
        self.setWindowTitle(_("{subject} – Kế Hoạch").format(subject=name) if name else _("Kế Hoạch"))

    def _show_editor_actions(self) -> None:
        front, allowed = self._stack.currentWidget() is self.editor, not self.library.read_only
        self.menus.follow(self.editor if front else None)
        self.home.may_change(allowed=allowed)
        for action in (self.save, self.issue, self.incoming.roll):
            action.setEnabled(front and allowed)
        for action in self._of_writer:
            action.setEnabled(allowed)

    def _on_editor_closed(self) -> None:
        if self.editor is not None:
            self.home.choose(self.editor.document.plan.id)
        self._drop_editor()
        self._show_title()
        self._stack.setCurrentWidget(self.home)
        self._show_editor_actions()
        self.library.refresh()
        self.home.take_keyboard()

    def _drop_editor(self) -> None:
        if self.editor is None:
            return
        self.editor.save_now()
        document = self.editor.document
        if document.plan.id == self._fresh and document.undo_stack.count() == 0:
            self.library.discard(document.plan.id)
        self.editor.shut()
        self.pages().setParent(None)
        self.pages().clear()
        self._stack.removeWidget(self.editor)
        self.editor.deleteLater()
        self.editor = None
        self._attend(None)

    def _on_back(self) -> None:
        if self.editor is not None:
            self.editor.leave()

    def _on_save(self) -> None:
        if self.editor is not None:
            self.editor.save_now()

    # the window itself

    def save_draft(self) -> Path | None:
        """Write the open plan into safety whatever state it is in; None where none is open."""
        return self.rescue.write(self.editor.document.plan) if self.editor is not None else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self.home.loaded and self.editor is None:
            self.library.refresh()  # another program may have added plans meanwhile

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.library.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self.incoming.read_file(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._opening.stop()
        self._drop_editor()
        self._settings.setValue("geometry", self.saveGeometry())
        self.home_preview.stop()
        self.incoming.close()
        self.out.close()
        self.visits.close()
        self.library.close()
        self.hold.release()
        self.told.rescue_unsaved()
        self.files.close()
        if self._pages is not None:
            self._pages.close_worker()
        event.accept()

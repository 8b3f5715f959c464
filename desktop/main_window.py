"""The one window: the library, and over it the plan that is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.asking import ask_open_path, ask_save_path
from desktop.home import HomePage
from desktop.home_preview import HomePreview
from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.output import FileWork, file_name
from desktop.report_window import ReportWindow
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage
    from desktop.pages_pane import PagesPane
    from documents.audit import AuditReport
    from plans.plan import Plan

ARRIVALS = {
    "same": N_("Kế hoạch này đã có trong thư viện."),
    "copy": N_("Thư viện đã có kế hoạch này với nội dung khác; bản vừa nhập được thêm thành một bản riêng."),
}


class MainWindow(QMainWindow):
    """Composes home, editor, library and file work; holds the actions of the menus.

    What the first paint does not need (editor, pages, sample) is imported when it is asked for.
    """

    def __init__(self, library: Library, files: FileWork, settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(_("Kế Hoạch"))
        self.library, self.files, self._settings = library, files, settings
        self._pages: PagesPane | None = None
        self.home = HomePage()
        self.home_preview = HomePreview(self.home, library, self.pages, self)
        self.editor: EditorPage | None = None
        self.notices = NoticeBar()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notices)
        self.setCentralWidget(centre)
        self.setAcceptDrops(True)
        self._make_actions()
        self._make_menus()
        self._connect()
        self._take_place()

    def pages(self) -> PagesPane:
        """Return the one pages pane of this window, made when it is first asked for."""
        if self._pages is None:
            from desktop.pages_pane import PagesPane  # noqa: PLC0415 - after the first paint

            self._pages = PagesPane()
        return self._pages

    def _take_place(self) -> None:
        """Stand where the window stood last; the first time over the whole of a small screen."""
        self.resize(1366, 768)
        geometry = self._settings.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        elif self.screen().availableSize().width() <= 1440:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _action(self, text: str, slot: object, key: str | QKeySequence.StandardKey = "", icon: str = "") -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon:
            action.setIcon(theme.icon(icon, self.palette()))
        return action

    def _make_actions(self) -> None:
        self.new = self._action(_("Kế hoạch mới"), self._on_new, QKeySequence.StandardKey.New, "new")
        self.read = self._action(_("Nhập từ tệp…"), self._on_read, QKeySequence.StandardKey.Open, "import")
        self.sample = self._action(_("Xem kế hoạch mẫu"), self._on_sample, "", "sample")
        self.save = self._action(_("Lưu ngay"), self._on_save, QKeySequence.StandardKey.Save)
        self.to_docx = self._action(_("Xuất DOCX"), self._on_docx, "Ctrl+E")
        self.to_pdf = self._action(_("Xuất PDF"), self._on_pdf, "Ctrl+Shift+E")
        self.to_issued = self._action(_("Xuất bản sạch để phát hành"), self._on_issued_asked, "Ctrl+Shift+B")
        self.to_package = self._action(_("Xuất gói .kehoach"), self._on_package)
        self.back = self._action(_("Về thư viện"), self._on_back, "Alt+Left")
        self.quit = self._action(_("Thoát"), self.close, "Ctrl+Q")
        self._exports = [self.to_docx, self.to_pdf, self.to_issued, self.to_package]
        self._of_plan = [self.save, *self._exports, self.back]

    def _make_menus(self) -> None:
        plan = self.menuBar().addMenu(_("&Kế hoạch"))
        plan.addActions([self.new, self.read, self.sample])
        plan.addSeparator()
        plan.addActions([self.save, *self._exports])
        plan.addSeparator()
        plan.addActions([self.back, self.quit])
        self._edit_menu: QMenu = self.menuBar().addMenu(_("&Sửa"))
        self._view_menu: QMenu = self.menuBar().addMenu(_("&Xem"))
        for action in (self.new, self.read, self.sample):
            self.home.side.add_beginning(action)
        self._show_editor_actions()

    def _connect(self) -> None:
        self.home.plan_chosen.connect(self.library.open)
        self.home.search_asked.connect(self.library.search)
        self.home.trash_asked.connect(self._on_trash)
        self.home.restore_asked.connect(self.library.restore)
        self.home.sample_button.clicked.connect(self._on_sample)
        self.library.listed.connect(self.home.show_plans)
        self.library.trash_listed.connect(self.home.show_trash)
        self.library.found.connect(self.home.show_hits)
        self.library.opened.connect(self._on_opened)
        self.library.arrived.connect(self._on_arrived)
        self.files.read.connect(self._on_file_read)
        self.files.written.connect(self._on_written)
        self.files.issued.connect(self._on_issued)
        for source in (self.library, self.files):
            source.troubled.connect(self.notices.warn)

    # the library

    def _on_new(self) -> None:
        from plans.blank import blank_plan  # noqa: PLC0415 - only when it is asked for

        self.library.add(blank_plan(date.today().year))  # noqa: DTZ011 - the clerk's own calendar

    def _on_sample(self) -> None:
        from plans.sample import sample_plan  # noqa: PLC0415 - only when it is asked for

        self.library.add(sample_plan())

    def _on_read(self) -> None:
        path = ask_open_path(self, str(self._folder()))
        if path:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file into the library and open it."""
        self._settings.setValue("folder", str(path.parent))
        self.notices.tell(_("Đang đọc “{name}”…").format(name=path.name))
        self.files.read_file(path)

    def _on_file_read(self, found: object) -> None:
        report = found.report  # type: ignore[attr-defined]
        doubts = sum(1 for guess in report.guesses if guess.confidence < 0.8)
        kept = f"{report.text_kept * 100:.1f}".replace(".", ",")
        self.notices.tell(
            _("Đã đọc: giữ {kept} % chữ; {doubts} chỗ đoán cần xem lại.").format(kept=kept, doubts=doubts)
        )
        self.library.add(found.plan)  # type: ignore[attr-defined]

    def _on_arrived(self, outcome: str) -> None:
        if outcome in ARRIVALS:
            self.notices.tell(_(ARRIVALS[outcome]))

    def _on_trash(self, plan_id: str) -> None:
        self.library.trash(plan_id)
        self.notices.tell(_("Đã bỏ vào thùng rác."), _("Hoàn tác"), _Restoring(self.library, plan_id))

    # the open plan

    def _on_opened(self, plan: Plan) -> None:
        from desktop.editor_page import EditorPage  # noqa: PLC0415 - after the first paint

        self._drop_editor()
        self.home_preview.stop()
        self.editor = EditorPage(plan, self.library, self.pages())
        self.editor.closed.connect(self._on_editor_closed)
        self.editor.troubled.connect(self.notices.warn)
        self.editor.rejected.connect(self.notices.tell)
        self.editor.bar.offer_exports(self.to_docx, self._exports[1:])
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        self.setWindowTitle(_("{subject} – Kế Hoạch").format(subject=plan.subject or plan.title))
        self._show_editor_actions()

    def _show_editor_actions(self) -> None:
        for action in self._of_plan:
            action.setEnabled(self.editor is not None)
        for menu in (self._edit_menu, self._view_menu):
            menu.clear()
            menu.menuAction().setVisible(self.editor is not None)
        if self.editor is None:
            return
        self._edit_menu.addActions([self.editor.undo, self.editor.redo])
        self._view_menu.addActions(self.editor.view_actions())

    def _on_editor_closed(self) -> None:
        self._drop_editor()
        self.setWindowTitle(_("Kế Hoạch"))
        self._stack.setCurrentWidget(self.home)
        self._show_editor_actions()
        self.library.refresh()

    def _drop_editor(self) -> None:
        if self.editor is None:
            return
        self.editor.save_now()
        self.editor.shut()
        self.pages().setParent(None)
        self.pages().clear()
        self._stack.removeWidget(self.editor)
        self.editor.deleteLater()
        self.editor = None

    def _on_back(self) -> None:
        if self.editor is not None:
            self.editor.leave()

    def _on_save(self) -> None:
        if self.editor is not None:
            self.editor.save_now()

    def _on_docx(self) -> None:
        self._export(".docx")

    def _on_pdf(self) -> None:
        self._export(".pdf")

    def _on_package(self) -> None:
        self._export(".kehoach")

    def _on_issued_asked(self) -> None:
        self._export(".docx", issued=True)

    def _export(self, suffix: str, *, issued: bool = False) -> None:
        if self.editor is None:
            return
        self.editor.save_now()
        plan = self.editor.document.plan
        name = f"{file_name(plan)} ban phat hanh" if issued else file_name(plan)
        path = ask_save_path(self, self._folder() / (name + suffix), suffix)
        if path:
            self._settings.setValue("folder", str(path.parent))
            write = self.files.write_issued if issued else self.files.write_file
            write(plan, path)

    def _on_issued(self, path: Path, report: AuditReport) -> None:
        text = _("Đã xuất bản sạch “{name}” và soát thể thức: {errors} lỗi.")
        self.notices.tell(text.format(name=path.name, errors=len(report.errors)), _("Mở tệp"), _Opening(path))
        if report.findings:
            ReportWindow(path.name, report, self).show()

    def _on_written(self, path: Path, lost: list[str]) -> None:
        text = _("Đã xuất “{name}”.").format(name=path.name)
        if lost:
            text = _("Đã xuất “{name}”, nhưng bản PDF thiếu chữ: {words}.").format(
                name=path.name, words=", ".join(lost[:8])
            )
        self.notices.tell(text, _("Mở tệp"), _Opening(path))

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(self._settings.value("folder", documents)))

    # the window itself

    def save_draft(self, folder: Path) -> Path | None:
        """Write the open plan into ``folder`` whatever state it is in; None where none is open."""
        from documents.files import write_whole  # noqa: PLC0415 - only in an emergency
        from documents.package import package_bytes  # noqa: PLC0415

        if self.editor is None:
            return None
        path = folder / f"{file_name(self.editor.document.plan)}.kehoach"
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, package_bytes(self.editor.document.plan))
        return path

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self.read_file(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._drop_editor()
        self._settings.setValue("geometry", self.saveGeometry())
        self.home_preview.close()
        self.library.close()
        self.files.close()
        if self._pages is not None:
            self._pages.close_worker()
        event.accept()


class _Restoring:
    """Takes one plan out of the trash when called."""

    def __init__(self, library: Library, plan_id: str) -> None:
        self._library, self._plan_id = library, plan_id

    def __call__(self) -> None:
        self._library.restore(self._plan_id)


class _Opening:
    """Opens a file with the program the system has for it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

"""The editor: outline left, form of the chosen node in the middle, real pages right. The selection is one thing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.autosave import Autosave
from desktop.comparison_pane import ComparisonPane, name_of
from desktop.document import PlanDocument, RedoAction, UndoAction
from desktop.editor_bar import EditorBar
from desktop.findings import FindingsPane, FindingsWatch
from desktop.foot_pane import FootPane
from desktop.forms import NodeForm
from desktop.issue_pane import IssuePane
from desktop.library import Library
from desktop.office.facts import OfficeFacts
from desktop.outline import OutlinePane
from desktop.pages_pane import PagesPane
from desktop.preview import Preview
from desktop.rejection_texts import rejection_text
from desktop.returning import ReturnPane
from desktop.searching import SearchPane, TidyPane
from desktop.versions_pane import VersionsPane
from desktop.views import PlanViews, ViewTabs
from plans.checks import Finding
from plans.plan import Plan
from resources.texts import gettext as _

OUTLINE_WIDTH, FORM_WIDTH, PAGES_WIDTH = 250, 760, 430
"""The form's is what it has use for at most, the pages' what they need to be read."""

FORM_LEAST, PAGES_LEAST = 420, 230
"""Below these the form's fields would be cut, and the pages' words be guessed at: then the pages fold away (F9)."""


class EditorPage(QWidget):
    """One open plan.

    Signals:
        closed: the user wants back to the library; everything is saved.
        troubled(Trouble): a file could not be read; the plan is unharmed.
        rejected(str): a sentence that says why an edit was not possible.
        told(str): a sentence that says what was done.
        view_changed: ``view_actions`` offers something else now.
    """

    closed = Signal()
    troubled = Signal(object)
    rejected = Signal(str)
    told = Signal(str)
    view_changed = Signal()

    def __init__(self, plan: Plan, library: Library, pages: PagesPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = PlanDocument(plan, self)
        self.document.office, self.document.read_only = library.office, library.read_only
        library.office_told.connect(self._on_office_told)
        self.autosave = Autosave(self.document, library, self)
        self.preview = Preview(self.document.plan, pages, self)
        self.undo, self.redo = UndoAction(self.document, self), RedoAction(self.document, self)
        self.bar = EditorBar(self.document, self.undo, self.redo)
        self.outline = OutlinePane(self.document)
        self.form = NodeForm(self.document)
        self.tabs = ViewTabs()
        self.views = PlanViews(self.document)
        self.findings = FindingsPane(self.document)
        self.search, self.tidy = SearchPane(self.document), TidyPane(self.document)
        self.versions, self.issue = VersionsPane(self.document, library), IssuePane(self.document)
        self.returned = ReturnPane(self.document, library)
        self._watch = FindingsWatch(self.document, self)
        self.pages = pages
        self.comparison = ComparisonPane(self.document)
        self.origin: Plan | None = None
        """The plan this one was made from, once it was offered."""
        self._selected = ""
        self._shared = False
        self._outline_wanted = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for pane, stretch in ((self.outline, 0), (self.form, 1), (self.views, 1), (self.pages, 0)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setChildrenCollapsible(False)
        self.views.hide()
        self._share_width(1366)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.tabs)
        column.addWidget(self.splitter, 1)
        self._feet: tuple[FootPane, ...] = (
            self.findings, self.search, self.tidy, self.versions, self.issue, self.returned, self.comparison,
        )  # fmt: skip
        for foot in self._feet:
            column.addWidget(foot)
            foot.opened.connect(partial(self._on_foot_opened, foot))
        self.findings.hide()

    def _share_width(self, width: int) -> None:
        """Give the form what it can use and the pages the rest; below a big screen's width the form comes first, and
        on a screen with large letters the pages get what is left, or nothing."""
        left = width - OUTLINE_WIDTH - FORM_LEAST
        self.pages.setVisible(left >= PAGES_LEAST)
        pages = max(min(PAGES_WIDTH, left), width - OUTLINE_WIDTH - FORM_WIDTH, 0)
        form = width - OUTLINE_WIDTH - pages
        self.splitter.setSizes([OUTLINE_WIDTH, form, form, pages])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shared:
            self._shared = True
            self._share_width(self.width())
            self.view_changed.emit()
            QTimer.singleShot(0, self.preview, self.preview.show)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.leave)
        self.outline.node_selected.connect(self.select)
        self.outline.form_requested.connect(self.form.focus_first)
        self.form.node_selected.connect(self.select)
        self.document.rejected.connect(self._on_rejected)
        self.pages.node_clicked.connect(self.select)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.views.node_selected.connect(self.select)
        self.views.node_opened.connect(self._on_node_opened)
        self.document.applied.connect(self._on_applied)
        self.autosave.state_changed.connect(self.bar.show_state)
        self._watch.found.connect(self._on_found)
        self.findings.place_chosen.connect(self._on_place_opened)
        self.findings.closed.connect(self._on_findings_closed)
        self.bar.findings.toggled.connect(self._on_findings_shown)
        for pane in (self.search, self.tidy, self.returned):
            pane.node_selected.connect(self.select)
            pane.closed.connect(self.form.setFocus)
        self.search.place_opened.connect(self._on_place_opened)
        self.tidy.place_opened.connect(self._on_place_opened)
        self.returned.node_opened.connect(self._on_node_opened)
        self.returned.troubled.connect(self.troubled)
        self.returned.taken.connect(self.told)
        self.comparison.node_selected.connect(self._on_node_opened)
        self.comparison.troubled.connect(self.troubled)
        self.comparison.closed.connect(self.view_changed)
        self.versions.compare_asked.connect(self._on_compare_asked)
        for foot in (self.versions, self.issue, self.comparison):
            foot.closed.connect(self.form.setFocus)

    def _on_foot_opened(self, opened: FootPane) -> None:
        """Let one pane stand at the foot at a time: two of them would leave the form no room."""
        others = [foot for foot in self._feet if foot is not opened and not foot.isHidden()]
        for foot in others:
            foot.hide()
        if self.findings in others:
            self.bar.findings.setChecked(False)
        if others:
            self.view_changed.emit()

    def view_actions(self) -> list[QAction]:
        """Return the actions that change the tab and that fold outline and pages away."""
        outline = self._fold_action(_("Dàn ý"), "F8", shown=self._outline_wanted)
        outline.toggled.connect(self._on_outline_folded)
        pages = self._fold_action(_("Trang in"), "F9", shown=not self.pages.isHidden())
        pages.toggled.connect(self.pages.setVisible)
        actions = [*self.tabs.actions_for_menu(), outline, pages, *self._finding_actions()]
        if self.origin is not None:
            shown = not self.comparison.isHidden() and self.comparison.other is self.origin
            compare = self._fold_action(name_of(self.document.plan, self.origin), "F6", shown=shown)
            compare.toggled.connect(self._on_origin_shown)
            actions.append(compare)
        return actions

    def edit_actions(self) -> list[QAction]:
        """Return the actions on the words of the whole plan."""
        actions = [QAction(_("Tìm…"), self), QAction(_("Tìm và thay…"), self)]
        for action, key, replace in zip(actions, ("Ctrl+F", "Ctrl+H"), (False, True), strict=True):
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(partial(self.search.open_for, replace=replace))
        tidy = QAction(_("Dọn lỗi gõ…"), self)
        tidy.setShortcut(QKeySequence("Ctrl+Shift+L"))
        tidy.triggered.connect(self.tidy.open)
        versions = QAction(_("Các bản đã lưu…"), self)
        versions.setShortcut(QKeySequence("Ctrl+Shift+H"))
        versions.triggered.connect(self.versions.open)
        return [*actions, tidy, versions]

    def offer_comparison(self, last: Plan) -> str:
        """Offer to compare with ``last``, the plan this one was made from; return what that is called."""
        self.origin = last
        self.view_changed.emit()
        return name_of(self.document.plan, last)

    def show_comparison(self) -> None:
        """Show how the plan differs from the one it was made from."""
        if self.origin is not None:
            self.comparison.compare(self.origin, name_of(self.document.plan, self.origin))
            self.view_changed.emit()

    def _on_origin_shown(self, shown: bool) -> None:
        if shown:
            self.show_comparison()
        else:
            self.comparison.put_away()

    def _on_compare_asked(self, version: Plan, name: str) -> None:
        self.versions.hide()
        self.comparison.compare(version, name)
        self.view_changed.emit()

    def _finding_actions(self) -> list[QAction]:
        steps = ((_("Việc cần xem tiếp theo"), "F7", 1), (_("Việc cần xem trước đó"), "Shift+F7", -1))
        actions: list[QAction] = []
        for text, key, by in steps:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(partial(self._step_findings, by))
            actions.append(action)
        return actions

    def _step_findings(self, by: int, _checked: bool = False) -> None:
        opened = not self.bar.findings.isChecked()
        self.bar.findings.setChecked(True)
        self.findings.step(0 if opened and by > 0 else by)

    def _on_findings_shown(self, shown: bool) -> None:
        self.findings.setVisible(shown)
        if shown:
            self.findings.list.setFocus()

    def _on_findings_closed(self) -> None:
        self.bar.findings.setChecked(False)

    def _on_found(self, findings: list[Finding]) -> None:
        self.findings.show_findings(findings)
        self.outline.model.show_findings(findings)
        self.bar.show_findings(self.findings.pressing)

    def _fold_action(self, text: str, key: str, *, shown: bool) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setWhatsThis(_("Hiện hoặc ẩn “{what}”").format(what=text))
        action.setCheckable(True)
        action.setChecked(shown)
        return action

    def _on_outline_folded(self, shown: bool) -> None:
        """Keep the wish for the tab the outline belongs to."""
        self._outline_wanted = shown
        self.outline.setVisible(shown and self.tabs.currentIndex() == 0)

    def select(self, node_id: str) -> None:
        """Make ``node_id`` the chosen node in outline, form and pages alike."""
        if node_id == self._selected:
            return
        self.form.flush()
        self._selected = node_id
        self.outline.select(node_id)
        self.form.show_node(node_id)
        self.pages.select_node(node_id)
        self.views.select(node_id)

    def take_keyboard(self) -> None:
        """Give the keyboard to the outline; in a plan that does not say yet what it is about, to that field."""
        if self.document.plan.subject:
            self.outline.setFocus()
        else:
            self.form.focus_first()

    def _on_tab_changed(self, tab: int) -> None:
        """Show outline and form, or the chosen view in their place; the pages stay. A key leads into the view."""
        self.form.flush()
        walking = self.tabs.hasFocus()
        self.outline.setVisible(tab == 0 and self._outline_wanted)
        self.form.setVisible(tab == 0)
        if tab:
            pane = self.views.show_tab(tab, self._selected)
            if not walking:
                pane.setFocus()
        else:
            self.views.hide()

    def _on_node_opened(self, node_id: str) -> None:
        """Go back to outline and form, there to ``node_id`` where one is named."""
        self.tabs.setCurrentIndex(0)
        if node_id:
            self.select(node_id)
            self.form.focus_first()

    def _on_place_opened(self, node_id: str, field: str) -> None:
        self._on_node_opened(node_id)
        self.form.focus_field(field)

    def save_now(self) -> None:
        """Take what is being typed into the plan and save it."""
        self.document.settle()
        self.autosave.save()

    def leave(self) -> None:
        """Save and go back to the library."""
        self.save_now()
        self.closed.emit()

    def shut(self) -> None:
        """End the background work of this page, before it is deleted."""
        self.comparison.close_work()
        self.returned.close_work()
        self.preview.close()
        self._watch.stop()

    def _on_office_told(self, facts: OfficeFacts) -> None:
        self.document.office = facts

    def _on_applied(self, _change: object) -> None:
        self.preview.refresh()

    def _on_rejected(self, code: str, data: dict[str, object]) -> None:
        self.rejected.emit(rejection_text(code, data))

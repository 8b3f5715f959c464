"""The editor: outline left, form of the chosen node in the middle, real pages right. The selection is one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.autosave import Autosave
from desktop.document import PlanDocument, RedoAction, UndoAction
from desktop.editor_bar import EditorBar
from desktop.forms import NodeForm
from desktop.library import Library
from desktop.outline import OutlinePane
from desktop.pages_pane import PagesPane
from desktop.preview import Preview
from desktop.rejection_texts import rejection_text
from plans.plan import PLAN_ID, Plan
from resources.texts import gettext as _

OUTLINE_WIDTH, PAGES_WIDTH = 250, 430


class EditorPage(QWidget):
    """One open plan.

    Signals:
        closed: the user wants back to the library; everything is saved.
        troubled(Trouble): something failed; the plan is unharmed.
        rejected(str): a sentence that says why an edit was not possible.
    """

    closed = Signal()
    troubled = Signal(object)
    rejected = Signal(str)

    def __init__(self, plan: Plan, library: Library, pages: PagesPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = PlanDocument(plan, self)
        self.autosave = Autosave(self.document, library, self)
        self.preview = Preview(self._current_plan, self)
        self.undo, self.redo = UndoAction(self.document, self), RedoAction(self.document, self)
        self.bar = EditorBar(self.document, self.undo, self.redo)
        self.outline = OutlinePane(self.document)
        self.form = NodeForm(self.document)
        self.pages = pages
        self._selected = ""
        self._lay_out()
        self._connect()
        self.select(PLAN_ID)
        self.preview.render()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for pane, stretch in ((self.outline, 0), (self.form, 1), (self.pages, 0)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([OUTLINE_WIDTH, 686, PAGES_WIDTH])
        self.pages.show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.leave)
        self.outline.node_selected.connect(self.select)
        self.outline.form_requested.connect(self.form.focus_first)
        self.form.node_selected.connect(self.select)
        self.document.rejected.connect(self._on_rejected)
        self.pages.node_clicked.connect(self.select)
        self.document.applied.connect(self._on_applied)
        self.preview.rendered.connect(self.pages.set_docx)
        self.preview.troubled.connect(self.troubled)
        self.autosave.state_changed.connect(self.bar.show_state)

    def view_actions(self) -> list[QAction]:
        """Return the actions that fold outline and pages away."""
        outline = self._fold_action(_("Dàn ý"), "F8", self.outline)
        return [outline, self._fold_action(_("Trang in"), "F9", self.pages)]

    def _fold_action(self, text: str, key: str, pane: QWidget) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setCheckable(True)
        action.setChecked(not pane.isHidden())
        action.toggled.connect(pane.setVisible)
        return action

    def select(self, node_id: str) -> None:
        """Make ``node_id`` the chosen node in outline, form and pages alike."""
        if node_id == self._selected:
            return
        self.form.flush()
        self._selected = node_id
        self.outline.select(node_id)
        self.form.show_node(node_id)
        self.pages.select_node(node_id)

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
        self.preview.close()

    def _current_plan(self) -> Plan:
        return self.document.plan

    def _on_applied(self, _change: object) -> None:
        self.preview.refresh()

    def _on_rejected(self, code: str, data: dict[str, object]) -> None:
        self.rejected.emit(rejection_text(code, data))

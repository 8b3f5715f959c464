"""The outline pane: tree, its buttons and keys. It selects, and edits by changes only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.change_effects import is_structural
from desktop.document import PlanDocument
from desktop.node_texts import KIND_NAMES, headline, kind_name, place_name
from desktop.outline import steps
from desktop.outline.model import OutlineModel
from desktop.outline.tree import OutlineTree
from desktop.pasting import paste_change, paste_place, pasted_blocks
from desktop.task_tables import (
    add_appendix,
    add_text,
    appendix_at,
    has_tasks,
    replace_tables,
    replace_text,
    replacement,
)
from plans.changes import Change, InsertNode
from plans.nodes import Node
from plans.plan import PLAN_ID
from resources.texts import gettext as _

Step = Callable[..., Change | None]


class OutlinePane(QWidget):
    """The plan's tree with the moves a clerk makes on it.

    Signals:
        node_selected: id of the node, part or head (PLAN_ID) the clerk went to.
        form_requested: the clerk wants to type in the selected node's form (Enter, a new node).
    """

    node_selected = Signal(str)
    form_requested = Signal()

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.model = OutlineModel(document, self)
        self.tree = OutlineTree(self)
        self.tree.setModel(self.model)
        self._open: set[str] = set()
        self.tree.expanded.connect(self._on_expanded)
        self.tree.collapsed.connect(self._on_collapsed)
        self._add_menu = QMenu(self)
        self._add_menu.aboutToShow.connect(self._on_add_menu_opening)
        self._actions = self._make_actions()
        self._lay_out()
        self._expand_top()
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.activated.connect(self._on_activated)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        document.applied.connect(self._on_applied)
        self._update_actions()

    @property
    def current(self) -> str:
        """The id of the selected node, "" while nothing is selected."""
        return self.model.node_id(self.tree.currentIndex())

    def select(self, node_id: str) -> None:
        """Select a node's row (of the nearest holder that has one) and bring it into sight; unknown ids do nothing."""
        index = self._shown_index(node_id)
        if index.isValid():
            self.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.tree.scrollTo(index)

    def add(self, kind: str, place: steps.Place) -> None:
        """Put a fresh node of ``kind`` at ``place`` and go to its form."""
        self._document.settle()
        node = steps.new_node(self._document.plan, kind)
        self._document.end_burst()
        if self._document.try_edit(InsertNode(place.holder, place.index, node)):
            self.select(node.id)
            self.form_requested.emit()

    def _shown_index(self, node_id: str) -> QModelIndex:
        path = [node.id for node in self._document.plan.path(node_id)] or [node_id]
        return next((i for i in map(self.model.index_of, reversed(path)) if i.isValid()), QModelIndex())

    # -- buttons and keys

    def _make_actions(self) -> dict[str, QAction]:
        made = {
            "up": self._action(_("Chuyển lên"), "↑", "Alt+Up", partial(self._run, partial(steps.move_by, step=-1))),
            "down": self._action(
                _("Chuyển xuống"), "↓", "Alt+Down", partial(self._run, partial(steps.move_by, step=1))
            ),
            "outdent": self._action(_("Ra một cấp"), "⇤", "Alt+Shift+Left", partial(self._run, steps.outdent)),
            "indent": self._action(_("Vào một cấp"), "⇥", "Alt+Shift+Right", partial(self._run, steps.indent)),
            "duplicate": self._action(_("Nhân đôi"), "❐", "Ctrl+D", self._on_duplicate),
            "delete": self._action(_("Xóa"), "✕", "Del", self._on_delete),
        }
        self._paste = self._action(_("Dán thành mục"), "", "Ctrl+V", self._on_paste)
        self.tree.addActions([*made.values(), self._paste])
        return made

    def _action(self, text: str, sign: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setIconText(sign)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(run)
        return action

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(2)
        add = QToolButton(self)
        add.setText(_("+ Thêm ▾"))
        add.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        add.setMenu(self._add_menu)
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        add.setAutoRaise(True)
        add.setToolTip(_("Thêm mục, đoạn, nhiệm vụ, chỉ tiêu, bảng…"))
        add.setMinimumWidth(add.fontMetrics().horizontalAdvance(add.text()) + 14)
        bar.addWidget(add)
        bar.addStretch(1)
        for action in self._actions.values():
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setAccessibleName(action.text())
            button.setMaximumWidth(26)
            bar.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.tree, 1)

    def _expand_top(self) -> None:
        """Open the sections that hold sections, so that the plan's skeleton is in sight and its prose is not."""
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            node = self._document.node(self.model.node_id(index))
            if node is not None and any(child.kind in ("section", "task") for child in node.children):
                self.tree.expand(index)

    # -- moves

    def _run(self, step: Step, _checked: bool = False) -> None:
        self._document.settle()
        node_id = self.current
        change = step(self._document.plan, node_id)
        if change is None:
            return
        self._document.end_burst()
        if self._document.try_edit(change):
            self.select(node_id)

    def _on_duplicate(self) -> None:
        self._document.settle()
        made = steps.duplicate(self._document.plan, self.current)
        self._document.end_burst()
        if made and self._document.try_edit(made[0]):
            self.select(made[1])

    def _on_delete(self) -> None:
        self._document.settle()
        index = self.tree.currentIndex()
        change = steps.delete(self._document.plan, self.current)
        if change is None:
            return
        below = index.siblingAtRow(index.row() + 1)
        above = index.siblingAtRow(index.row() - 1) if index.row() else index.parent()
        next_id = self.model.node_id(below if below.isValid() else above)
        self._document.end_burst()
        if self._document.try_edit(change):
            self.select(next_id)

    def _on_paste(self) -> None:
        """Put what is on the clipboard at the selected node, in one step."""
        self._document.settle()
        made = paste_change(self._document.plan, self.current, pasted_blocks(QGuiApplication.clipboard().mimeData()))
        self._document.end_burst()
        if made and self._document.try_edit(made[0]):
            self.select(made[1])

    # -- the menu of what may be added here

    def _on_add_menu_opening(self) -> None:
        self.fill_add_menu(self._add_menu)

    def fill_add_menu(self, menu: QMenu) -> None:
        """Fill ``menu`` with what the selected place may hold, inside it and after it."""
        for offered in menu.findChildren(QMenu):
            offered.deleteLater()
        menu.clear()
        plan, node_id = self._document.plan, self.current
        inside = steps.place_inside(plan, "body" if node_id in ("", PLAN_ID, "opening") else node_id)
        after = steps.place_after(plan, node_id)
        offers = [
            (after, node_id, _("Ngay sau “{name}”")),
            (inside, inside.holder if inside else "", _("Bên trong “{name}”")),
        ]
        offers = [offer for offer in offers if offer[0] is not None]
        for place, name, sentence in offers:
            words = sentence.format(name=_short(self._document.node(name)))
            if len(offers) > 1:
                self._offer(menu.addMenu(words), place)
            else:
                menu.addSection(words)
                self._offer(menu, place)
        if node_id == "opening":
            self._offer(menu, steps.place_inside(plan, "opening"))

    def _offer(self, menu: QMenu, place: steps.Place | None) -> None:
        holder = self._document.node(place.holder) if place else None
        if place is None or holder is None:
            return
        allowed = steps.kinds_for(holder)
        for kind in KIND_NAMES:
            if kind in allowed:
                menu.addAction(kind_name(kind), partial(self.add, kind, place))

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_add_menu(menu.addMenu(_("Thêm")))
        menu.addSeparator()
        menu.addActions([*self._actions.values(), self._paste])
        self._offer_task_tables(menu)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _offer_task_tables(self, menu: QMenu) -> None:
        """In the appendices, offer to make a table from the tasks."""
        plan = self._document.plan
        path = [node.id for node in plan.path(self.current)]
        if "appendices" not in path or not has_tasks(plan):
            return
        menu.addSeparator()
        appendix = appendix_at(plan, self.current)
        if appendix is not None:
            action = menu.addAction(replace_text(), partial(replace_tables, self._document, appendix.id))
            action.setEnabled(replacement(plan, appendix) is not None)
        menu.addAction(add_text(), self._on_task_appendix_asked)

    def _on_task_appendix_asked(self) -> None:
        self.select(add_appendix(self._document))

    # -- following

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._update_actions()
        if current.isValid():
            self.node_selected.emit(self.model.node_id(current))

    def _on_activated(self, _index: QModelIndex) -> None:
        self.form_requested.emit()

    def _on_applied(self, change: Change) -> None:
        if is_structural(change):
            self._unfold_again()
            self._update_actions()

    def _on_expanded(self, index: QModelIndex) -> None:
        self._open.add(self.model.node_id(index))

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open.discard(self.model.node_id(index))

    def _unfold_again(self) -> None:
        """Open what was open before it went and came back, as on undo."""
        for node_id in self._open:
            index = self.model.index_of(node_id)
            if index.isValid() and not self.tree.isExpanded(index):
                self.tree.expand(index)

    def _update_actions(self) -> None:
        plan, node_id = self._document.plan, self.current
        able = {
            "up": steps.move_by(plan, node_id, -1) is not None,
            "down": steps.move_by(plan, node_id, 1) is not None,
            "outdent": steps.outdent(plan, node_id) is not None,
            "indent": steps.indent(plan, node_id) is not None,
            "duplicate": steps.place_after(plan, node_id) is not None and plan.footnote(node_id) is None,
            "delete": steps.place_after(plan, node_id) is not None,
        }
        for name, action in self._actions.items():
            action.setEnabled(able[name])
        self._paste.setEnabled(paste_place(plan, node_id) is not None)


def _short(node: Node | None) -> str:
    if node is None:
        return ""
    words = place_name(node.id) if node.kind == "part" else headline(node)
    return words if len(words) <= 40 else f"{words[:39].rstrip()}…"

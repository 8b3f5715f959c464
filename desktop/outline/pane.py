"""The outline pane: tree, its buttons and keys. It selects, and edits by changes only."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.change_effects import is_structural
from desktop.document import PlanDocument
from desktop.node_texts import KIND_NAMES, headline, kind_name, place_name
from desktop.outline import steps
from desktop.outline.model import OutlineModel
from desktop.outline.moves import OutlineMoves
from desktop.outline.tree import OutlineTree
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
        self.setFocusProxy(self.tree)
        self._open: set[str] = set()
        self.tree.expanded.connect(self._on_expanded)
        self.tree.collapsed.connect(self._on_collapsed)
        self.model.rowsInserted.connect(self._on_rows_inserted)
        self._add_menu = QMenu(self)
        self._add_menu.aboutToShow.connect(self._on_add_menu_opening)
        self.moves = OutlineMoves(document, self.model, self.tree)
        self.moves.form_requested.connect(self.form_requested)
        self._lay_out()
        self._expand_top()
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        self.tree.activated.connect(self._on_activated)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        document.applied.connect(self._on_applied)
        self.moves.update()

    @property
    def current(self) -> str:
        """The id of the selected node, "" while nothing is selected."""
        return self.model.node_id(self.tree.currentIndex())

    def select(self, node_id: str) -> None:
        """Select a node's row (of the nearest holder that has one) and bring it into sight; unknown ids do nothing."""
        self.moves.go_to(node_id)

    def add(self, kind: str, place: steps.Place) -> None:
        """Put a fresh node of ``kind`` at ``place`` and go to its form."""
        self._document.settle()
        node = steps.new_node(self._document.plan, kind)
        self._document.end_burst()
        if self._document.try_edit(InsertNode(place.holder, place.index, node)):
            self.select(node.id)
            self.form_requested.emit()

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
        add.setEnabled(not self._document.read_only)
        add.setToolTip(_("Thêm mục, đoạn, nhiệm vụ, chỉ tiêu, bảng…"))
        add.setMinimumWidth(add.fontMetrics().horizontalAdvance(add.text()) + 14)
        bar.addWidget(add)
        bar.addStretch(1)
        for action in self.moves.common.values():
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

    # -- the menu of what may be added here

    def _on_add_menu_opening(self) -> None:
        self.fill_add_menu(self._add_menu)

    def fill_add_menu(self, menu: QMenu) -> None:
        """Fill ``menu`` with what the selected place may hold, inside it and after it."""
        for offered in menu.findChildren(QMenu):
            offered.deleteLater()
        menu.clear()
        if self.moves.rare["another"].isEnabled():
            menu.addAction(self.moves.rare["another"])
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
        menu.addActions([*self.moves.common.values(), *self.moves.rare.values()])
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
            action = menu.addAction(replace_text(appendix), partial(replace_tables, self._document, appendix.id))
            action.setEnabled(replacement(plan, appendix) is not None)
        menu.addAction(add_text(), self._on_task_appendix_asked)

    def _on_task_appendix_asked(self) -> None:
        self.select(add_appendix(self._document))

    # -- following

    def _on_chosen_changed(self, *_selections: object) -> None:
        self.moves.update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.node_selected.emit(self.model.node_id(current))

    def _on_activated(self, _index: QModelIndex) -> None:
        self.form_requested.emit()

    def _on_applied(self, change: Change) -> None:
        if is_structural(change):
            self.moves.update()

    def _on_expanded(self, index: QModelIndex) -> None:
        self._open.add(self.model.node_id(index))

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open.discard(self.model.node_id(index))

    def _on_rows_inserted(self, holder: QModelIndex, first: int, last: int) -> None:
        """Open what was open before it went and came back, as on undo."""
        for row in range(first, last + 1):
            index = self.model.index(row, 0, holder)
            if self.model.node_id(index) in self._open:
                self.tree.expand(index)
            self._on_rows_inserted(index, 0, self.model.rowCount(index) - 1)


def _short(node: Node | None) -> str:
    if node is None:
        return ""
    words = place_name(node.id) if node.kind == "part" else headline(node)
    return words if len(words) <= 40 else f"{words[:39].rstrip()}…"

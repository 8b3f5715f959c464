"""The review of an import: source left, plan right, a band between them, corrections on one key each, one way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from desktop import theme
from desktop.document import RedoAction, UndoAction
from desktop.elided_label import ElidedLabel
from desktop.rejection_texts import rejection_text
from desktop.review.corrections import CorrectionBar
from desktop.review.drawer import Drawer
from desktop.review.head import ReviewHead
from desktop.review.joint import Joint
from desktop.review.nodes import NodeDelegate, NodesModel
from desktop.review.rows import make_list
from desktop.review.source_list import SourceDelegate, SourceModel
from desktop.review.state import ReviewState
from plans.plan import Plan
from plans.retyping import Correction
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.arriving import Arrived

_LAYOUT_TRIES, _LAYOUT_PAUSE_MS = 40, 25
"""A long list is laid out a batch at a time; a row further down is gone to once it has its place."""


class ReviewPage(QWidget):
    """One import. ``rolls``: the plan is read to be made into a new year's.

    Signals:
        accepted(Plan): the clerk takes the plan as it stands now.
        accepted_to_roll(Plan): and goes on to the new year's draft.
        cancelled: the clerk does not take it.
        rejected(str): a sentence that says why a correction was not possible.
    """

    accepted = Signal(object)
    accepted_to_roll = Signal(object)
    cancelled = Signal()
    rejected = Signal(str)

    def __init__(self, arrived: Arrived, *, rolls: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrived = arrived
        """The file that is reviewed, as it was read."""
        self.state = ReviewState(arrived, self)
        document = self.state.document
        self.source_model, self.nodes_model = SourceModel(self.state, self), NodesModel(self.state, self)
        self.source, self.nodes = make_list(_("Tệp gốc")), make_list(_("Kế hoạch nhận ra"))
        for view, model, delegate in (
            (self.source, self.source_model, SourceDelegate(self.source)),
            (self.nodes, self.nodes_model, NodeDelegate(self.nodes)),
        ):
            view.setModel(model)
            view.setItemDelegate(delegate)
        self.joint = Joint(self.source, self.nodes)
        self.drawer = Drawer(self.state)
        self.head = ReviewHead(self.state, rolls=rolls)
        self.bar = CorrectionBar((self.source, self.nodes, self.drawer.leftovers), self.correct)
        self.undo, self.redo = UndoAction(document, self), RedoAction(document, self)
        self.hint = ElidedLabel()
        self._tries = 0
        self._following = False
        self._lay_out()
        self._add_steps()
        self._connect()

    def _lay_out(self) -> None:
        lists = QWidget()
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.hint.setContentsMargins(theme.GAP, 3, theme.GAP, 3)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        read = QVBoxLayout()
        read.setSpacing(0)
        read.addWidget(self.source, 1)
        read.addWidget(self.hint)
        row.addLayout(read, 1)
        row.addWidget(self.joint)
        row.addWidget(self.nodes, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(lists)
        split.addWidget(self.drawer)
        split.setStretchFactor(0, 1)
        split.setSizes([560, 120])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(split, 1)

    def _add_steps(self) -> None:
        """Doubts, undo and the ways out have their keys too."""
        self.bar.row.addStretch(1)
        accept = self.bar.add_action(_("Chỗ này đúng"), ("Space",), self.accept_doubt)
        following = self.bar.add_action(_("Chỗ ngờ tiếp theo"), ("N",), self.next_doubt)
        before = self.bar.add_action(_("Chỗ ngờ trước"), ("Shift+N",), self.previous_doubt)
        self.bar.add_button(accept, _("Space  Đúng"))
        self.bar.add_button(following, _("N  Chỗ ngờ tiếp"))
        self.addActions([before, self.undo, self.redo])
        self.undo.setIconText("↶")
        self.redo.setIconText("↷")
        for action, sign in ((self.undo, "↶"), (self.redo, "↷")):
            button = self.bar.add_button(action, sign)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.bar.add_action(_("Nhận vào kế hoạch"), ("Return", "Enter"), self.head.accept.click)
        leave = QShortcut(QKeySequence("Esc"), self, self.head.cancel.click)
        leave.setWhatsThis(_("Hủy nhập"))
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        self.nodes.selectionModel().currentChanged.connect(self._on_node)
        self.source.selectionModel().currentChanged.connect(self._on_block)
        self.drawer.leftover_chosen.connect(self._on_leftover)
        self.state.document.applied.connect(self._on_applied)
        self.state.document.rejected.connect(self._on_rejected)
        self.state.document.revisited.connect(self.select)
        self.state.settled.connect(self.head.refresh)
        self.head.accept.clicked.connect(self._on_accept)
        self.head.roll.clicked.connect(self._on_roll)
        self.head.cancel.clicked.connect(self.cancelled)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.nodes.currentIndex().isValid():
            self.nodes.setFocus()
            doubts = self.nodes_model.rows_in_doubt()
            self._choose(self.nodes, self.nodes_model.index(doubts[0] if doubts else 0))

    # -- selection

    @property
    def current(self) -> str:
        """The id of the chosen part of the plan."""
        return self.nodes_model.node_id(self.nodes.currentIndex())

    def select(self, node_id: str) -> None:
        """Choose a part of the plan."""
        index = self.nodes_model.index_of(node_id)
        if index.isValid():
            self._choose(self.nodes, index)

    def _choose(self, view: QListView, index: QModelIndex) -> None:
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_node(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Mark where the chosen part came from, and bring that into sight."""
        if self._following or not index.isValid():
            return
        blocks = self.state.blocks_of(self.nodes_model.node_id(index))
        self._following = True
        if blocks:
            self._choose(self.source, self.source_model.index(blocks[0]))
        else:
            self.source.selectionModel().clear()
        self._following = False
        self._join(blocks, index)

    def _on_block(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Choose what came from the chosen block."""
        if self._following or not index.isValid():
            return
        found = self.nodes_model.index_of(self.state.node_of(index.row()))
        self._following = True
        if found.isValid():
            self._choose(self.nodes, found)
        self._following = False
        blocks = self.state.blocks_of(self.nodes_model.node_id(found))
        self._join(blocks if index.row() in blocks else (index.row(),), found)

    def _on_leftover(self, at: int) -> None:
        block = self.state.block_of_leftover(at)
        if block is not None:
            self._choose(self.source, self.source_model.index(block))

    def _join(self, blocks: tuple[int, ...], index: QModelIndex) -> None:
        self.source_model.link(blocks)
        self.hint.show_text(str(self.source.currentIndex().data(Qt.ItemDataRole.ToolTipRole) or ""))
        self.joint.join(blocks, index.row())
        self._tries = _LAYOUT_TRIES
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll both lists to their rows, later where the rows have no place yet."""
        waits = False
        for view in (self.source, self.nodes):
            index = view.currentIndex()
            if not index.isValid():
                continue
            if view.visualRect(index).isValid():
                _show_row(view, index)
            else:
                waits = True
        self.joint.update()
        self._tries -= 1
        if waits and self._tries > 0:
            QTimer.singleShot(_LAYOUT_PAUSE_MS, self, self._bring_into_sight)

    # -- doubts

    def accept_doubt(self) -> None:
        """Take the chosen part as it is and go on to the next doubt."""
        if self.state.reasons(self.current):
            self.state.accept(self.current)
            self.next_doubt()

    def next_doubt(self) -> None:
        """Go to the next doubt below, from the last one to the first."""
        self._step(1)

    def previous_doubt(self) -> None:
        """Go to the doubt above."""
        self._step(-1)

    def _step(self, way: int) -> None:
        rows = self.nodes_model.rows_in_doubt()
        if not rows:
            return
        here = self.nodes.currentIndex().row()
        ahead = [row for row in rows if (row - here) * way > 0]
        ends = (rows[0], rows[-1])
        target = (min(ahead) if way > 0 else max(ahead)) if ahead else ends[0 if way > 0 else 1]
        self._choose(self.nodes, self.nodes_model.index(target))
        self.nodes.setFocus()

    # -- corrections

    def correct(self, correction: Correction) -> None:
        """Correct the chosen part, or give the chosen leftover a place after it."""
        node = self.current
        if self.drawer.in_use:
            made = self.state.place(self.drawer.current, node, correction)
            self.select(made or node)
            return
        row = self.nodes.currentIndex().row()
        if node and self.state.correct(node, correction):
            there = self.nodes_model.index_of(node)
            self._choose(self.nodes, there if there.isValid() else self.nodes_model.index(max(row - 1, 0)))
            self._on_node(self.nodes.currentIndex(), QModelIndex())

    def _on_applied(self, _change: object) -> None:
        self.drawer.show_leftovers(self.state.leftovers())
        self.source_model.look_again()
        self.head.refresh()
        self.joint.update()

    def _on_rejected(self, code: str, data: dict[str, object]) -> None:
        self.rejected.emit(rejection_text(code, data))

    # -- ways out

    def _on_accept(self) -> None:
        self.accepted.emit(self._plan())

    def _on_roll(self) -> None:
        self.accepted_to_roll.emit(self._plan())

    def _plan(self) -> Plan:
        return self.state.document.plan


def _show_row(view: QListView, index: QModelIndex) -> None:
    """Leave a list alone where the row is in sight; move it by a little for a row next to it, else to the middle."""
    room, row = view.viewport().rect(), view.visualRect(index)
    if room.contains(row):
        return
    near = row.bottom() > -room.height() // 4 and row.top() < room.height() * 5 // 4
    hint = QListView.ScrollHint.EnsureVisible if near and view.hasFocus() else QListView.ScrollHint.PositionAtCenter
    view.scrollTo(index, hint)


__all__ = ["ReviewPage"]

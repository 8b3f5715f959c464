"""What a clerk does to the chosen rows of the outline: move, indent, duplicate, delete, merge, split, paste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from desktop.document import PlanDocument
from desktop.outline import steps
from desktop.outline.joining import merge, split_section
from desktop.outline.model import OutlineModel
from desktop.outline.several import Step, each, outermost
from desktop.outline.tree import OutlineTree
from desktop.pasting import paste_change, paste_place, pasted_blocks
from plans.changes import Change
from plans.plan import Plan
from resources.texts import gettext as _


class OutlineMoves(QObject):
    """The actions on the rows chosen in one tree; ``common`` have a button, ``rare`` stand in the menu only.

    Signals:
        form_requested: a new node wants its first words typed.
    """

    form_requested = Signal()

    def __init__(self, document: PlanDocument, model: OutlineModel, tree: OutlineTree) -> None:
        super().__init__(tree)
        self._document, self._model, self._tree = document, model, tree
        self.common = self._make_common()
        self.rare = self._make_rare()
        tree.addActions([*self.common.values(), *self.rare.values()])

    @property
    def current(self) -> str:
        """The id of the row with the focus, "" while there is none."""
        return self._model.node_id(self._tree.currentIndex())

    @property
    def chosen(self) -> list[str]:
        """The selected nodes, in document order; those below another of them, and parts, are not among them."""
        indexes = self._tree.selectionModel().selectedIndexes()
        return outermost(self._document.plan, map(self._model.node_id, indexes))

    def shown_index(self, node_id: str) -> QModelIndex:
        """Return the row of a node, else of the nearest holder that has one, an invalid one for an unknown id."""
        path = [node.id for node in self._document.plan.path(node_id)] or [node_id]
        return next((i for i in map(self._model.index_of, reversed(path)) if i.isValid()), QModelIndex())

    def go_to(self, node_id: str) -> None:
        """Choose that row alone and bring it into sight. One that has the focus already stays as it is, so that what is
        chosen beside it stays so."""
        index = self.shown_index(node_id)
        if index.isValid() and index != self._tree.currentIndex():
            self._tree.selectionModel().setCurrentIndex(index, _ALONE)
            self._tree.scrollTo(index)

    def update(self) -> None:
        """Let each action be possible where its move is."""
        plan, node_id, chosen = self._document.plan, self.current, self.chosen
        free = all(steps.place_after(plan, each_id) is not None for each_id in chosen) and bool(chosen)
        able = {
            **{name: self._moved(name, chosen) is not None for name in _MOVES},
            "duplicate": free and not any(plan.footnote(each_id) for each_id in chosen),
            "delete": free,
            "another": len(chosen) == 1 and steps.takes_another(plan.find(node_id)),
            "merge": len(chosen) == 1 and merge(plan, node_id) is not None,
            "split": len(chosen) == 1 and split_section(plan, node_id) is not None,
            "paste": len(chosen) < 2 and paste_place(plan, node_id) is not None,
        }
        for name, action in (*self.common.items(), *self.rare.items()):
            action.setEnabled(able[name] and not self._document.read_only)

    def _make_common(self) -> dict[str, QAction]:
        return {
            "up": self._action(_("Chuyển lên"), "↑", "Alt+Up", partial(self._move, "up")),
            "down": self._action(_("Chuyển xuống"), "↓", "Alt+Down", partial(self._move, "down")),
            "outdent": self._action(_("Ra một cấp"), "⇤", "Alt+Shift+Left", partial(self._move, "outdent")),
            "indent": self._action(_("Vào một cấp"), "⇥", "Alt+Shift+Right", partial(self._move, "indent")),
            "duplicate": self._action(_("Nhân đôi"), "❐", "Ctrl+D", self._on_duplicate),
            "delete": self._action(_("Xóa"), "✕", "Del", self._on_delete),
        }

    def _make_rare(self) -> dict[str, QAction]:
        another = self._action(_("Thêm một mục cùng loại ngay sau"), "", "Alt+Return", self._on_another)
        another.setShortcuts([QKeySequence("Alt+Return"), QKeySequence("Alt+Enter")])
        return {
            "another": another,
            "merge": self._action(_("Gộp với phần trên"), "", "Ctrl+J", self._on_merge),
            "split": self._action(_("Tách thành mục mới từ đây"), "", "Ctrl+Shift+J", self._on_split),
            "paste": self._action(_("Dán thành mục"), "", "Ctrl+V", self._on_paste),
        }

    def _action(self, text: str, sign: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setIconText(sign)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(run)
        return action

    def _move(self, name: str, _checked: bool = False) -> None:
        self._document.settle()
        node_ids, current = self.chosen, self.current
        if self._try(self._moved(name, node_ids)):
            self._choose(node_ids, current)

    def _moved(self, name: str, node_ids: list[str]) -> Change | None:
        step, backwards = _MOVES[name]
        return each(self._document.plan, node_ids, step, "move", backwards=backwards)

    def _try(self, change: Change | None) -> bool:
        """Make a change an undo step of its own."""
        self._document.end_burst()
        return change is not None and self._document.try_edit(change)

    def _on_another(self) -> None:
        self._document.settle()
        made = steps.another(self._document.plan, self.current)
        if made and self._try(made[0]):
            self.go_to(made[1])
            self.form_requested.emit()

    def _on_duplicate(self) -> None:
        self._document.settle()
        if len(self.chosen) == 1:
            made = steps.duplicate(self._document.plan, self.current)
            if made and self._try(made[0]):
                self.go_to(made[1])
        else:
            self._try(each(self._document.plan, self.chosen, _copied, "duplicate"))

    def _on_delete(self) -> None:
        self._document.settle()
        node_ids = self.chosen
        next_id = self._neighbour(node_ids)
        if self._try(each(self._document.plan, node_ids, steps.delete, "delete", backwards=True)):  # notes first
            self.go_to(next_id)

    def _neighbour(self, node_ids: list[str]) -> str:
        """Return the row to go to when these are gone: the one below the last, else above the first, else around."""
        if not node_ids:
            return ""
        first, last = self._model.index_of(node_ids[0]), self._model.index_of(node_ids[-1])
        below = last.siblingAtRow(last.row() + 1)
        above = first.siblingAtRow(first.row() - 1) if first.row() else first.parent()
        return self._model.node_id(below if below.isValid() else above)

    def _on_merge(self) -> None:
        self._document.settle()
        above = self._neighbour_above()
        if len(self.chosen) == 1 and self._try(merge(self._document.plan, self.current)):
            self.go_to(above)

    def _neighbour_above(self) -> str:
        found = self._document.plan.holder(self.current)
        return found[0].children[found[1] - 1].id if found and found[1] else ""

    def _on_split(self) -> None:
        self._document.settle()
        made = split_section(self._document.plan, self.current)
        if made and self._try(made[0]):
            self.go_to(made[1])
            self.form_requested.emit()

    def _on_paste(self) -> None:
        """Put what is on the clipboard at the selected node, in one step."""
        self._document.settle()
        made = paste_change(self._document.plan, self.current, pasted_blocks(QGuiApplication.clipboard().mimeData()))
        if made and self._try(made[0]):
            self.go_to(made[1])

    def _choose(self, node_ids: list[str], current: str) -> None:
        """Select several rows, ``current`` the one with the focus."""
        model = self._tree.selectionModel()
        index = self.shown_index(current)
        model.setCurrentIndex(index, _ALONE)
        self._tree.scrollTo(index)
        for node_id in node_ids:
            model.select(self.shown_index(node_id), QItemSelectionModel.SelectionFlag.Select)


_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect

_MOVES: dict[str, tuple[Step, bool]] = {
    "up": (partial(steps.move_by, step=-1), False),
    "down": (partial(steps.move_by, step=1), True),
    "outdent": (steps.outdent, True),
    "indent": (steps.indent, False),
}
"""The step of each move, and whether several rows make it from the last to the first."""


def _copied(plan: Plan, node_id: str) -> Change | None:
    made = steps.duplicate(plan, node_id)
    return made[0] if made else None

"""The outline as an item model. It mirrors the plan's tree in rows with integer ids and follows ``applied``.

The mirror is brought in line by row insertions, moves and removals, so views keep selection and expansion. The body
itself is no row while it has sections: these stand at the top, between the parts, as a reader sees them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.change_effects import is_structural, touched
from desktop.document import PlanDocument
from desktop.outline.row_looks import ROOT, OutlineRow, RowLooks
from desktop.outline.several import dropped, outermost
from plans.changes import Change
from plans.checks import Finding
from plans.plan import PART_NAMES, PLAN_ID, Plan

MIME = "application/x-kehoach-node"

_Index = QModelIndex | QPersistentModelIndex
_ROOT_ID = ""
_BEFORE_BODY = (PLAN_ID, "bases", "opening")
_LEAVES = (PLAN_ID, "recipients", "body")
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
_MOVABLE = _FIXED | Qt.ItemFlag.ItemIsDragEnabled


class OutlineModel(QAbstractItemModel):
    """Rows: Thể thức, Căn cứ, Lời dẫn, the body's nodes, Lời kết, Nơi nhận và ký, Phụ lục, Chú thích."""

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: dict[int, OutlineRow] = {ROOT: OutlineRow(_ROOT_ID, ROOT)}
        self._serials: dict[str, int] = {_ROOT_ID: ROOT}
        self._looks = RowLooks(document)
        self._next = 1
        self._fill(ROOT)
        document.applied.connect(self._on_applied)

    # -- the questions of a view

    def index_of(self, node_id: str) -> QModelIndex:
        """Return the index of a node's row, an invalid one where it has none."""
        serial = self._serials.get(node_id)
        return self._index(serial) if serial else QModelIndex()

    def node_id(self, index: _Index) -> str:
        """Return the node id of a row, "" for an invalid index."""
        return self._rows[index.internalId()].node if index.isValid() else ""

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's)
        children = self._rows[self._serial(parent)].children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        return self._index(self._rows[index.internalId()].parent) if index.isValid() else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows[self._serial(parent)].children) if parent.column() <= 0 else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return self._looks.answer(self._rows[index.internalId()], role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _FIXED if self._rows[index.internalId()].node in (PLAN_ID, *PART_NAMES) else _MOVABLE

    # -- drag and drop

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, "\n".join(self.node_id(index) for index in indexes).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        return self._drop_change(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Move the nodes by a change; False, so that the view removes nothing by itself."""
        change = self._drop_change(data, row, parent)
        if change is not None:
            self._document.settle()
            self._document.try_edit(change)
        return False

    def _drop_change(self, data: QMimeData, row: int, parent: _Index) -> Change | None:
        if not data.hasFormat(MIME):
            return None
        at = row - len(_BEFORE_BODY) if not parent.isValid() else row
        node_ids = bytes(data.data(MIME).data()).decode().split("\n")
        return _drop(self._document.plan, node_ids, self.node_id(parent) or "body", None if row < 0 else at)

    def show_findings(self, findings: list[Finding]) -> None:
        """Mark the rows of the places that should be looked at, and count them in the rows around."""
        for index in filter(QModelIndex.isValid, map(self.index_of, self._looks.tell(findings, self._serials.keys()))):
            self.dataChanged.emit(index, index)

    # -- following the plan

    def _on_applied(self, change: Change) -> None:
        if is_structural(change):
            self._remove_gone(ROOT)
            self._arrange(ROOT)
            self._remove_strays(ROOT)
        for row in self._looks.refresh(touched(change), self._serials, self._rows):
            index = self.index_of(row.node)
            self.dataChanged.emit(index, index)

    def _fill(self, serial: int) -> None:
        """Make all rows below one that no view knows yet; those that stand elsewhere are left to ``_arrange``."""
        wanted = _wanted(self._document, self._rows[serial].node)
        if any(node_id in self._serials for node_id in wanted):
            return
        for node_id in wanted:
            self._rows[serial].children.append(self._add(serial, node_id))
            self._fill(self._serials[node_id])

    def _add(self, holder: int, node_id: str) -> int:
        serial, self._next = self._next, self._next + 1
        self._rows[serial] = OutlineRow(node_id, holder)
        self._serials[node_id] = serial
        return serial

    def _arrange(self, serial: int) -> None:
        """Bring every wanted row to its place, from the top down; rows no longer wanted gather behind them."""
        wanted, place = _wanted(self._document, self._rows[serial].node), 0
        while place < len(wanted):
            known = self._serials.get(wanted[place])
            if known is None:
                fresh = list(takewhile(self._is_new, wanted[place:]))
                self._insert(serial, place, fresh)
                place += len(fresh)
                continue
            if self._rows[serial].children[place : place + 1] != [known]:
                self._move(known, serial, place)
            place += 1
        for child in list(self._rows[serial].children):
            if self._is_there(child):
                self._arrange(child)

    def _is_new(self, node_id: str) -> bool:
        return node_id not in self._serials

    def _is_there(self, serial: int) -> bool:
        node_id = self._rows[serial].node
        return node_id in (*_LEAVES, *PART_NAMES) or self._document.node(node_id) is not None

    def _insert(self, holder: int, place: int, node_ids: list[str]) -> None:
        """Put new rows side by side at a place; a view is told once, and sees them with all that is below them."""
        self.beginInsertRows(self._index(holder), place, place + len(node_ids) - 1)
        made = [self._add(holder, node_id) for node_id in node_ids]
        self._rows[holder].children[place:place] = made
        for serial in made:
            self._fill(serial)
        self.endInsertRows()

    def _move(self, serial: int, holder: int, place: int) -> None:
        old = self._rows[serial].parent
        at = self._rows[old].children.index(serial)
        self.beginMoveRows(self._index(old), at, at, self._index(holder), place)
        self._rows[old].children.pop(at)
        self._rows[holder].children.insert(place, serial)
        self._rows[serial].parent = holder
        self.endMoveRows()

    def _remove_gone(self, serial: int) -> None:
        """Take out the rows whose nodes are gone with all below them, those side by side at once: the rows after them
        are then where they belong and need no moving."""
        at = len(self._rows[serial].children)
        for gone, run in groupby(reversed(list(self._rows[serial].children)), self._is_gone):
            children = list(run)
            at -= len(children)
            if gone:
                self._remove(serial, at, at + len(children) - 1)
            else:
                for child in children:
                    self._remove_gone(child)

    def _is_gone(self, serial: int) -> bool:
        return not self._is_there(serial) and all(map(self._is_gone, self._rows[serial].children))

    def _remove_strays(self, serial: int) -> None:
        wanted = set(_wanted(self._document, self._rows[serial].node))
        for at in reversed(range(len(self._rows[serial].children))):
            child = self._rows[serial].children[at]
            if self._rows[child].node in wanted:
                self._remove_strays(child)
            else:
                self._remove(serial, at, at)

    def _remove(self, holder: int, first: int, last: int) -> None:
        self.beginRemoveRows(self._index(holder), first, last)
        children = self._rows[holder].children
        gone, children[first : last + 1] = children[first : last + 1], []
        for serial in gone:
            self._forget(serial)
        self.endRemoveRows()

    def _forget(self, serial: int) -> None:
        row = self._rows.pop(serial)
        self._serials.pop(row.node, None)
        for child in row.children:
            self._forget(child)

    def _serial(self, index: _Index) -> int:
        return index.internalId() if index.isValid() else ROOT

    def _index(self, serial: int) -> QModelIndex:
        if serial == ROOT:
            return QModelIndex()
        return self.createIndex(self._rows[self._rows[serial].parent].children.index(serial), 0, serial)


def _wanted(document: PlanDocument, node_id: str) -> list[str]:
    """Return the ids of the rows that belong below a row, in order."""
    plan = document.plan
    if node_id == _ROOT_ID:
        body = [child.id for child in plan.body.children] or ["body"]
        after = ["closing", "recipients", "appendices", *(["footnotes"] if plan.footnotes.children else [])]
        return [*_BEFORE_BODY, *body, *after]
    node = None if node_id in _LEAVES else document.node(node_id)
    return [child.id for child in node.children] if node else []


def _drop(plan: Plan, node_ids: list[str], holder_id: str, at: int | None) -> Change | None:
    """Return the change that drops nodes at a place below a holder, None for its end."""
    holder = plan.find(holder_id)
    if holder is None:
        return None
    room = len(holder.children)
    return dropped(plan, outermost(plan, node_ids), holder_id, room if at is None else min(max(at, 0), room))

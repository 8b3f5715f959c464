"""The recognised plan as a list: one row a part, indented by its depth, with kind, label, words and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette

from desktop import theme
from desktop.node_texts import headline, kind_name, place_name
from desktop.review.rows import DOUBT_ROLE, LINKED_ROLE, PAD, WRAP, Index, RowDelegate, with_weight, wrapped_height
from desktop.review.state import ReviewState
from desktop.views.grid import fitted
from plans.changes import Change
from plans.nodes import Node, Task
from plans.plan import PLAN_ID, Plan
from resources.texts import gettext as _

ROW_ROLE = Qt.ItemDataRole.UserRole + 25
ROOT = QModelIndex()
_KIND_WIDTH, _STEP, _LINES = 108, 16, 4
_TITLED = ("section", "assignment", "roadmap_year", "appendix")


@dataclass(frozen=True)
class NodeRow:
    """One row: node id (PLAN_ID for the head, "recipients" for the end), depth from 0, kind and label in words, the
    words, and a second line ("" for none)."""

    node: str
    depth: int
    kind: str
    label: str
    words: str
    more: str = ""
    titled: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return " ".join(part for part in (self.kind, self.label, self.words, self.more) if part)


class NodesModel(QAbstractListModel):
    """The parts of the plan in printed order; follows the document, keeping the rows that stay."""

    def __init__(self, state: ReviewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._rows: list[NodeRow] = []
        self._places: dict[str, int] = {}
        self._linked: frozenset[str] = frozenset()
        self._read()
        state.document.applied.connect(self._on_applied)
        state.settled.connect(self._say_all_changed)

    def node_id(self, index: Index) -> str:
        """Return the node of a row, "" for none."""
        return self._rows[index.row()].node if index.isValid() else ""

    def index_of(self, node_id: str) -> QModelIndex:
        """Return the row of a node, or of the nearest holder that has one; an invalid index for neither."""
        path = [node.id for node in self._state.document.plan.path(node_id)] or [node_id]
        return next((self.index(self._places[each]) for each in reversed(path) if each in self._places), QModelIndex())

    def rows_in_doubt(self) -> list[int]:
        """Return the rows in doubt from the top down."""
        return sorted(self._places[each] for each in self._state.doubts if each in self._places)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.spoken
            case Qt.ItemDataRole.AccessibleTextRole:
                why = " ".join(self._state.reasons(row.node))
                return _("{words}. Chỗ ngờ: {why}").format(words=row.spoken, why=why) if why else row.spoken
            case int() if role == ROW_ROLE:
                return row
            case int() if role == DOUBT_ROLE:
                return " ".join(self._state.reasons(row.node))
            case _:
                return False if role == LINKED_ROLE else None

    # -- following

    def _on_applied(self, change: Change) -> None:
        self._read()

    def _say_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _read(self) -> None:
        """Take over the plan's rows; only the stretch that differs is taken out and put in."""
        new, old = list(rows_of(self._state.document.plan, self._state.document.labels())), self._rows
        begun = 0
        while begun < min(len(old), len(new)) and old[begun].node == new[begun].node:
            begun += 1
        after = 0
        while after < min(len(old), len(new)) - begun and old[-1 - after].node == new[-1 - after].node:
            after += 1
        if len(old) - after > begun:
            self.beginRemoveRows(ROOT, begun, len(old) - after - 1)
            self._rows = old[:begun] + old[len(old) - after :]
            self.endRemoveRows()
        if len(new) - after > begun:
            self.beginInsertRows(ROOT, begun, len(new) - after - 1)
            self._rows = new
            self.endInsertRows()
        changed = [at for at, row in enumerate(new) if at < begun or at >= len(new) - after]
        self._rows = new
        self._places = {row.node: at for at, row in enumerate(new)}
        if old and changed:
            self._say_all_changed()


def rows_of(plan: Plan, labels: dict[str, str]) -> list[NodeRow]:
    """Return the rows of a plan: its head, then every part with its children."""
    head = [plan.letterhead.parent, " ".join(plan.letterhead.agency), _number_of(plan), plan.title, plan.subject]
    rows = [NodeRow(PLAN_ID, 0, place_name(PLAN_ID), "", " · ".join(filter(None, head)), titled=True)]
    for part in plan.parts:
        if part.id == "recipients":
            sign = plan.signature
            said = " · ".join(filter(None, (*sign.lines, sign.name)))
            archive = _("Lưu: {archive}").format(archive=plan.archive) if plan.archive else ""
            rows.append(NodeRow("recipients", 0, place_name("recipients"), "", said, archive, titled=True))
        for child in part.children:
            _add(child, 1 if part.id == "recipients" else 0, labels, rows)
    return rows


def _number_of(plan: Plan) -> str:
    return f"{plan.number or '…'}/{plan.symbol}" if plan.number or plan.symbol else ""


def _add(node: Node, depth: int, labels: dict[str, str], rows: list[NodeRow]) -> None:
    more = _task_parts(node) if isinstance(node, Task) else ""
    label = labels.get(node.id, "")
    rows.append(NodeRow(node.id, depth, _short_kind(node), label, headline(node), more, node.kind in _TITLED))
    for child in node.children:
        _add(child, depth + 1, labels, rows)


def _short_kind(node: Node) -> str:
    """Return the kind in a word or two, as the column has room for."""
    short = {"assignment": _("Đơn vị"), "roadmap_year": _("Lộ trình")}
    return short.get(node.kind) or kind_name(node.kind)


def _task_parts(task: Task) -> str:
    parts = [
        (_("Lãnh đạo phụ trách: {who}"), task.leaders),
        (_("Chủ trì: {who}"), task.lead),
        (_("Tham mưu: {who}"), task.advisers),
        (_("Phối hợp: {who}"), task.coordinating),
        (_("Sản phẩm: {who}"), task.products),
        (_("Thời gian: {who}"), [task.deadline] if task.deadline else []),
    ]
    return " · ".join(text.format(who="; ".join(items)) for text, items in parts if items)


class NodeDelegate(RowDelegate):
    """Kind at the left in muted words, then label and words; below them, in amber, why the row is in doubt."""

    def height(self, index: Index, width: int) -> int:
        row: NodeRow = index.data(ROW_ROLE)
        room = width - _left(row) - theme.GAP
        metrics = self._metrics(row)
        height = wrapped_height(metrics, self._words(row, room), room)
        small = QFontMetrics(with_weight(self.view.font(), bold=False, scale=0.92))
        for text in (row.more, str(index.data(DOUBT_ROLE) or "")):
            height += wrapped_height(small, text, room) + 2 if text else 0
        return height + 2 * PAD

    def key(self, index: Index) -> tuple[object, ...]:
        return (index.data(ROW_ROLE), index.data(DOUBT_ROLE))

    def _metrics(self, row: NodeRow) -> QFontMetrics:
        return QFontMetrics(with_weight(self.view.font(), bold=row.titled))

    def _words(self, row: NodeRow, room: int) -> str:
        return fitted(self._metrics(row), f"{row.label} {row.words}".strip(), max(room, 40), _LINES)

    def paint_row(self, painter: QPainter, room: QRect, index: Index) -> None:
        row: NodeRow = index.data(ROW_ROLE)
        palette = self.view.palette()
        small = with_weight(self.view.font(), bold=False, scale=0.85)
        painter.setFont(small)
        painter.setPen(theme.muted(palette))
        kind = QRect(room.left() + 10, room.top() + PAD, _KIND_WIDTH - 14, room.height())
        painter.drawText(kind, int(Qt.AlignmentFlag.AlignTop), _elided(painter.fontMetrics(), row.kind, kind.width()))
        inside = room.adjusted(_left(row), PAD, -theme.GAP, -PAD)
        painter.setFont(with_weight(self.view.font(), bold=row.titled))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        words = self._words(row, inside.width())
        painter.drawText(inside, WRAP, words)
        inside.setTop(inside.top() + wrapped_height(painter.fontMetrics(), words, inside.width()) + 2)
        painter.setFont(with_weight(self.view.font(), bold=False, scale=0.92))
        why = str(index.data(DOUBT_ROLE) or "")
        for text, colour in ((row.more, theme.muted(palette)), (why, theme.warning(palette))):
            if text:
                painter.setPen(colour)
                painter.drawText(inside, WRAP, text)
                inside.setTop(inside.top() + wrapped_height(painter.fontMetrics(), text, inside.width()) + 2)


def _left(row: NodeRow) -> int:
    return _KIND_WIDTH + min(row.depth, 8) * _STEP


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

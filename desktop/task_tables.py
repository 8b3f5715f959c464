"""Tables made from the tasks, put into the plan: the changes, and the buttons that a form shows for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.document import PlanDocument
from desktop.footnote_marks import footnote_changes, marks_in
from plans.changes import Batch, Change, InsertNode, RemoveNode, SetField
from plans.nodes import Appendix, Node, Table, Task
from plans.plan import Plan
from plans.text import RichText
from plans.views import is_roadmap, roadmap_table, task_appendix, task_table
from resources.texts import gettext as _

_ROADMAP_TITLE = "LỘ TRÌNH THỰC HIỆN"


def appendix_at(plan: Plan, node_id: str) -> Appendix | None:
    """Return the appendix that is, or holds, a node."""
    return next((node for node in plan.path(node_id) if isinstance(node, Appendix)), None)


def has_tasks(plan: Plan) -> bool:
    """Say whether there is anything to make a table from."""
    return any(isinstance(node, Task) for node in plan.walk())


def replacement(plan: Plan, appendix: Appendix) -> Change | None:
    """Return the change that makes the appendix's tables the one generated from the tasks (``takes_roadmap`` says
    which), None where it is that.

    The first table keeps its identity and title, the others go, with the footnotes marked in them; prose around them
    stays. An appendix without a table gets one at its end. Only its own tables count, those below its sections
    where it has none of its own.
    """
    made = roadmap_table(plan) if takes_roadmap(appendix) else task_table(plan)
    tables = _tables_of(appendix)
    if not tables:
        return Batch((InsertNode(appendix.id, len(appendix.children), made),), "task-table")
    first, *others = tables
    changes: list[Change] = [
        SetField(first.id, name, getattr(made, name))
        for name in ("rows", "header_rows", "widths")
        if getattr(made, name) != getattr(first, name)
    ]
    changes += [RemoveNode(other.id) for other in others]
    if not changes:
        return None
    kept = marks_in([Table(title=first.title)])
    changes += footnote_changes(plan, marks_in(tables), kept)
    return Batch(tuple(changes), "task-table")


def appendix_addition(plan: Plan) -> tuple[Change, str]:
    """Return the change that adds the assignment appendix after the others, and its id."""
    made = task_appendix(plan)
    return InsertNode("appendices", len(plan.appendices.children), made), made.id


def roadmap_addition(plan: Plan) -> tuple[Change, str]:
    """Return the change that adds an appendix with the roadmap by quarter after the others, and its id."""
    table = roadmap_table(plan)
    made = Appendix(title=RichText.of(_ROADMAP_TITLE), orientation="landscape", children=[table])
    return InsertNode("appendices", len(plan.appendices.children), made), made.id


def takes_roadmap(appendix: Appendix) -> bool:
    """Say whether the table of an appendix is a roadmap; else it is the assignment table."""
    tables = _tables_of(appendix)
    return is_roadmap(tables[0] if tables else Table(), appendix.title.plain)


def _tables_of(appendix: Appendix) -> list[Table]:
    own: list[Node] = list(appendix.children)
    found = [node for node in own if isinstance(node, Table)]
    return found or [node for node in appendix.walk() if isinstance(node, Table)]


class TaskTableBar(QWidget):
    """The offer to make an appendix's table from the tasks, or to add such an appendix; hidden for other nodes.

    Signals:
        node_selected: id of the appendix that was added.
    """

    node_selected = Signal(str)

    def __init__(self, document: PlanDocument, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node_id = node_id
        node = document.node(node_id)
        self._replaces = isinstance(node, Appendix)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._words)
        self.setVisible(self._replaces or node_id == "appendices")
        self.button.clicked.connect(self._on_clicked)
        document.applied.connect(self._on_applied)
        self._refresh()

    def _on_clicked(self) -> None:
        if self._replaces:
            replace_tables(self._document, self._node_id)
        else:
            self.node_selected.emit(add_appendix(self._document))

    def _on_applied(self, _change: Any) -> None:
        self._refresh()

    def _refresh(self) -> None:
        plan = self._document.plan
        node = self._document.node(self._node_id)
        able = has_tasks(plan)
        self.button.setText(replace_text(node) if isinstance(node, Appendix) else add_text())
        words = _("Bảng lấy từ các nhiệm vụ trong kế hoạch: chủ trì, phối hợp, sản phẩm, thời gian hoàn thành.")
        if isinstance(node, Appendix) and takes_roadmap(node):
            words = _("Bảng lấy từ các nhiệm vụ trong kế hoạch: chủ trì, và các quý hoặc các năm phải làm.")
        if not able:
            words = _("Kế hoạch chưa có nhiệm vụ nào để lập bảng.")
        elif isinstance(node, Appendix) and replacement(plan, node) is None:
            able, words = False, _("Bảng đang khớp với các nhiệm vụ.")
        self.button.setEnabled(able)
        self._words.setText(words)


def replace_text(appendix: Appendix) -> str:
    """What the step on an appendix is called."""
    if takes_roadmap(appendix):
        return _("Thay bằng bảng lộ trình sinh từ nhiệm vụ")
    return _("Thay bằng bảng phân công sinh từ nhiệm vụ")


def add_text() -> str:
    """What the step on all appendices is called."""
    return _("Thêm phụ lục phân công từ nhiệm vụ")


def replace_tables(document: PlanDocument, appendix_id: str) -> None:
    """Make an appendix's tables the generated one, as one undoable step."""
    document.settle()
    node = document.node(appendix_id)
    change = replacement(document.plan, node) if isinstance(node, Appendix) else None
    if change is not None:
        document.end_burst()
        document.try_edit(change)


def add_appendix(document: PlanDocument) -> str:
    """Add the assignment appendix as one undoable step and return its id."""
    document.settle()
    change, made = appendix_addition(document.plan)
    document.end_burst()
    document.try_edit(change)
    return made

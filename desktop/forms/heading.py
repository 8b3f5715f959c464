"""The head of a form: where in the plan one is, the way to one more of its kind, and the bar of looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.forms.format_bar import FormatBar
from desktop.node_texts import headline, kind_name, place_name
from desktop.outline.steps import takes_another
from desktop.undo_texts import inserted_text
from plans.nodes import Node
from plans.plan import PLAN_ID
from resources.texts import gettext as _

_STEP = 48
"""Characters shown of one step of the path."""


class FormHeading(QWidget):
    """Two lines: the path down to the node, muted, and its kind with its label.

    Signals:
        another_asked: one more node of the kind shown is wanted.
    """

    another_asked = Signal()

    def __init__(self, document: PlanDocument, form: QWidget) -> None:
        super().__init__(form)
        self._document = document
        self.bar = FormatBar(form, self)
        self._path = ElidedLabel(self)
        self._path.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name = ElidedLabel(self)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        self.another = QToolButton(self)
        self.another.setAutoRaise(True)
        self.another.setToolTip(_("Thêm một mục cùng loại ngay sau (Alt+Enter)"))
        self.another.clicked.connect(self.another_asked)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._path, 1)
        above.addWidget(self.another)
        below.addWidget(self._name, 1)
        below.addWidget(self.bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 16, 8)
        whole.setSpacing(2)
        whole.addLayout(above)
        whole.addLayout(below)

    def show_node(self, node_id: str) -> None:
        """Say where ``node_id`` is; "" says nothing."""
        self._path.show_text("  ›  ".join(self._steps(node_id)))
        self._name.show_text(self._title(node_id))
        self._offer_another(self._document.node(node_id))

    def _offer_another(self, node: Node | None) -> None:
        offered = node is not None and takes_another(node)
        self.another.setVisible(offered)
        self._path.setVisible(offered or bool(self._path.text()))
        if node is not None and offered:
            self.another.setText(_("+ {action} nữa").format(action=inserted_text(node.kind)))

    def _title(self, node_id: str) -> str:
        node = self._document.node(node_id)
        if node_id == PLAN_ID or (node is not None and node.kind == "part"):
            return place_name(node_id)
        if node is None:
            return ""
        label = self._document.labels().get(node_id, "")
        name = kind_name(node.kind)
        if label.casefold().startswith(name.casefold()):
            return label
        return f"{label}  {name}" if label and label[0].isalnum() else name

    def _steps(self, node_id: str) -> list[str]:
        labels = self._document.labels()
        steps: list[str] = []
        for node in self._document.plan.path(node_id)[:-1]:
            if node.kind == "part":
                continue
            words = headline(node)
            short = words if len(words) <= _STEP else f"{words[: _STEP - 1].rstrip()}…"
            steps.append(f"{labels.get(node.id, '')} {short}".strip())
        return steps

"""A target's facts and its printed sentence: each filled from the other where it lacks something."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.document import PlanDocument
from plans.changes import SetField
from plans.goals import goal_sentence, says_value
from plans.nodes import Target
from plans.text import RichText
from resources.texts import gettext as _


def facts_from(target: Target, old: str, new: str) -> list[SetField]:
    """Return the changes by which a target's facts follow its sentence from ``old`` to ``new``: those that are empty
    or say what ``old`` said; facts of the clerk's own stay."""
    from documents.recognition.targets import figure_of  # noqa: PLC0415 - a tenth of a second, not for every window

    before, after = figure_of(old), figure_of(new)
    if after is None:
        return []
    facts: dict[str, object] = {}
    followed = [("", ""), (before.value, before.unit) if before else ("", "")]
    if (target.value, target.unit) in followed:
        facts = {"value": after.value, "unit": after.unit}
        if target.comparator in ("", before.comparator if before else ""):
            facts["comparator"] = after.comparator
    if after.year and target.year in (None, before.year if before else None):
        facts["year"] = after.year
    return [SetField(target.id, name, said) for name, said in facts.items() if said != getattr(target, name)]


def proposal(target: Target) -> RichText | None:
    """Return the sentence a target's facts ask for, None where its own says its value."""
    from documents.recognition.targets import figure_of  # noqa: PLC0415 - see above

    if says_value(target):
        return None
    figure = figure_of(target.text.plain)
    return goal_sentence(target, figure.value if figure else "")


class GoalBar(QWidget):
    """The offer to write a target's value into the sentence that is printed; hidden while the sentence has it."""

    def __init__(self, document: PlanDocument, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node_id = node_id
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.button = QPushButton(_("Dùng câu này"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        document.applied.connect(self._on_applied)
        self._refresh()

    def _proposed(self) -> RichText | None:
        node = self._document.node(self._node_id)
        return proposal(node) if isinstance(node, Target) else None

    def _on_clicked(self) -> None:
        self._document.settle()
        proposed = self._proposed()
        if proposed is not None:
            self._document.end_burst()
            self._document.try_edit(SetField(self._node_id, "text", proposed))
            self._document.end_burst()

    def _on_applied(self, _change: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        proposed = self._proposed()
        self.setVisible(proposed is not None)
        if proposed is not None:
            self._words.setText(
                _("Chỉ lời văn được in, mà lời văn chưa nói giá trị này. Câu gợi ý: “{sentence}”").format(
                    sentence=proposed.plain
                )
            )

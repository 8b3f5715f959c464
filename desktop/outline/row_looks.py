"""What a row of the outline shows: words, marks, counts, and what a screen reader says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from desktop.document import PlanDocument
from desktop.findings.texts import finding_text
from desktop.node_texts import headline, kind_name, place_name
from desktop.outline.missing import missing
from plans.checks import Finding, Severity
from plans.plan import PART_NAMES, PLAN_ID
from resources.texts import gettext as _

NODE_ID_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
MISSING_ROLE = Qt.ItemDataRole.UserRole + 3
FINDINGS_ROLE = Qt.ItemDataRole.UserRole + 4
"""How many places in the node and below it should be looked at (hints do not count)."""

ROOT = 0


@dataclass
class OutlineRow:
    """A row of the outline: its node's id ("" for the root), the serial numbers of its parent and its children."""

    node: str
    parent: int
    children: list[int] = field(default_factory=list[int])
    shown: tuple[str, str, str] | None = None
    """Label, words, and what is missing in the node; None while no view has asked."""


class RowLooks:
    """Answers a view's questions about rows, and says which answers a change or new findings have altered."""

    def __init__(self, document: PlanDocument) -> None:
        self._document = document
        self._findings: dict[str, list[str]] = {}
        self._below: Counter[str] = Counter()
        self._labels: dict[str, str] | None = None
        self._answers: dict[int, Callable[[OutlineRow], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            NODE_ID_ROLE: self._node_id,
            COUNT_ROLE: self._count,
            MISSING_ROLE: self._missing,
            FINDINGS_ROLE: self._findings_below,
        }

    def answer(self, row: OutlineRow, role: int) -> Any:
        """Return what a view asks for; None for a role the outline has nothing to say to."""
        answer = self._answers.get(role)
        return answer(row) if answer else None

    def tell(self, findings: list[Finding], rows: Collection[str]) -> set[str]:
        """Take in what should be looked at; ``rows``: the nodes that have one. Return the nodes that now look other."""
        said: dict[str, list[str]] = {}
        below: Counter[str] = Counter()
        for finding in findings:
            if finding.severity is Severity.HINT:
                continue
            path = [node.id for node in self._document.plan.path(finding.node)] or [finding.node]
            around = [node_id for node_id in path if node_id in rows]
            below.update(around)
            if around:
                said.setdefault(around[-1], []).append(finding_text(finding))
        other = {node for node in {*said, *self._findings} if said.get(node) != self._findings.get(node)}
        other |= {node for node in {*below, *self._below} if below[node] != self._below[node]}
        self._findings, self._below = said, below
        return other

    def refresh(
        self, changed: set[str], serials: Mapping[str, int], rows: Mapping[int, OutlineRow]
    ) -> Iterator[OutlineRow]:
        """Look at every label where they were counted anew, and at the words of the nodes that changed; yield the rows
        that now look other."""
        labels = self._document.labels()
        known = [serial for node in changed if (serial := serials.get(node)) is not None]
        counted_anew = labels is not self._labels
        self._labels = labels
        for row in list(rows.values()) if counted_anew else [rows[serial] for serial in known]:
            before = row.shown
            if row.node in changed:
                row.shown = (labels.get(row.node, ""), *self._said(row.node))
            elif before is not None:
                row.shown = (labels.get(row.node, ""), *before[1:])
            if row.shown != before:
                yield row

    def _said(self, node_id: str) -> tuple[str, str]:
        """Return the words of a row and what is missing in its node."""
        if node_id in (PLAN_ID, *PART_NAMES):
            return place_name(node_id), ""
        node = self._document.node(node_id)
        return (headline(node), missing(node)) if node else ("", "")

    def _shown(self, row: OutlineRow) -> tuple[str, str, str]:
        if row.shown is None:
            row.shown = (self._document.labels().get(row.node, ""), *self._said(row.node))
        return row.shown

    def _words(self, row: OutlineRow) -> str:
        return " ".join(part for part in self._shown(row)[:2] if part)

    def _tip(self, row: OutlineRow) -> str:
        return "\n".join(dict.fromkeys([part for part in self._shown(row)[1:] if part] + self._found(row)))

    def _node_id(self, row: OutlineRow) -> str:
        return row.node

    def _missing(self, row: OutlineRow) -> str:
        return self._shown(row)[2] or " ".join(self._found(row))

    def _findings_below(self, row: OutlineRow) -> int:
        return self._below[row.node]

    def _found(self, row: OutlineRow) -> list[str]:
        return self._findings.get(row.node, [])

    def _font(self, row: OutlineRow) -> QFont | None:
        node = self._document.node(row.node)
        if row.parent != ROOT or node is None or node.kind != "section":
            return None
        font = QFont(QGuiApplication.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _colour(self, row: OutlineRow) -> Any:
        node = self._document.node(row.node)
        prose = node is not None and node.kind in ("paragraph", "bullet", "legal_basis", "footnote")
        vacant = node is not None and node.kind == "part" and not node.children
        if not (prose or vacant):
            return None
        colour = QGuiApplication.palette().color(QPalette.ColorRole.Text)
        colour.setAlphaF(0.65 if prose else 0.5)
        return colour

    def _spoken(self, row: OutlineRow) -> str:
        """Return the kind and the words of a row, for screen readers."""
        node = self._document.node(row.node)
        if node is None or node.kind == "part":
            return self._shown(row)[1]
        return _("{kind}: {words}").format(
            kind=kind_name(node.kind), words=" ".join((*self._shown(row), *self._found(row)))
        )

    def _count(self, row: OutlineRow) -> int:
        """Return how many children with words a part has, 0 for other rows."""
        node = self._document.node(row.node)
        if node is None or node.kind != "part":
            return 0
        return sum(not missing(child) or bool(child.children) for child in node.children)

"""The list of findings at the foot of the editor: Enter goes to the place, a button cures what is safe to cure."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.document import PlanDocument
from desktop.findings.places import place_texts
from desktop.findings.texts import SEVERITIES, finding_text
from desktop.foot_pane import FootPane, heading
from plans.changes import Batch
from plans.checks import Finding, Severity
from resources.texts import gettext as _

_FINDING = Qt.ItemDataRole.UserRole
_SHOWN_ROWS = 6


class FindingsPane(FootPane):
    """Shows the findings of one document.

    Signals:
        place_chosen(str, str): the node of a finding the clerk wants to go to, and its field, "" for the whole node.
        closed: the pane was put away.
    """

    place_chosen = Signal(str, str)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.findings: list[Finding] = []
        self.list = QListWidget()
        self.list.setAccessibleName(_("Việc cần xem"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._on_activated)
        self.list.currentItemChanged.connect(self._on_current)
        self.fix = QPushButton(_("Sửa giúp"))
        self.fix.setToolTip(_("Sửa ngay chỗ này; chỉ đổi dấu, không đổi lời văn"))
        self.fix.clicked.connect(self._on_fix)
        self.fix_all = QPushButton(_("Sửa hết những chỗ sửa được"))
        self.fix_all.clicked.connect(self._on_fix_all)
        self._title = heading()
        self._lay_out()
        self.show_findings([])

    def _lay_out(self) -> None:
        close = self.closing_button(_("Đóng danh sách việc cần xem"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in (self.fix, self.fix_all, close):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, theme.SMALL_GAP)
        column.setSpacing(theme.SMALL_GAP)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def sizeHint(self) -> QSize:
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 4)
        return QSize(600, row * (_SHOWN_ROWS + 2))

    @property
    def pressing(self) -> int:
        """How many findings should be looked at before the plan is signed; hints do not count."""
        return sum(finding.severity is not Severity.HINT for finding in self.findings)

    def show_findings(self, findings: list[Finding]) -> None:
        """Replace the list; the row that was chosen stays chosen where its finding is still there."""
        chosen, row = self._chosen(), self.list.currentRow()
        self.findings = findings
        self.list.clear()
        places = place_texts(self._document.plan, self._document.labels())
        icons = {name: theme.list_icon(name, self.palette()) for name in ("hint", "warning")} if findings else {}
        for finding in findings:
            item = _item(finding, places.get(finding.node, ""))
            item.setIcon(icons["hint" if finding.severity is Severity.HINT else "warning"])
            self.list.addItem(item)
        same = (at for at, finding in enumerate(findings) if chosen and _key(finding) == _key(chosen))
        self.list.setCurrentRow(next(same, min(max(row, 0), len(findings) - 1)))
        self._title.setText(self._counted())
        self.fix_all.setVisible(any(f.fix for f in findings))
        self._on_current()

    def _counted(self) -> str:
        """Return the heading, which counts what presses as the button in the bar does, and hints apart."""
        pressing = self.pressing
        hints = len(self.findings) - pressing
        told = [_("Việc cần xem: {count}").format(count=pressing)] if pressing else []
        told += [_("Gợi ý: {count}").format(count=hints)] if hints else []
        return " · ".join(told) or _("Không còn việc cần xem.")

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) finding, round and round, or keep to this (0); go to its place."""
        if self.findings:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self.findings))
            self._on_activated(self.list.currentItem())

    def _chosen(self) -> Finding | None:
        item = self.list.currentItem()
        return item.data(_FINDING) if item is not None else None

    def _on_current(self, *_items: object) -> None:
        chosen = self._chosen()
        self.fix.setVisible(chosen is not None and chosen.fix is not None)

    def _on_activated(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(_FINDING)
        self.place_chosen.emit(finding.node, finding.field)

    def _on_fix(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.fix is not None:
            self._document.settle()
            self._document.try_edit(Batch((chosen.fix,), "fix"))

    def _on_fix_all(self) -> None:
        """One fix a field: two of them for one text would each bring back what the other has cured."""
        self._document.settle()
        fixes = {(f.node, f.field): f.fix for f in reversed(self.findings) if f.fix is not None}
        if fixes:
            self._document.try_edit(Batch(tuple(fixes.values()), "fix"))


def _item(finding: Finding, place: str) -> QListWidgetItem:
    said = finding_text(finding)
    item = QListWidgetItem(" · ".join(filter(None, (_(SEVERITIES[finding.severity]), place, said))))
    item.setData(_FINDING, finding)
    article = _("Nghị định 30/2020/NĐ-CP, {article}").format(article=finding.article) if finding.article else ""
    item.setToolTip("\n".join(filter(None, (said, article))))
    return item


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.node, finding.field

"""The row over the home list: year, field, order. What is chosen narrows the list on top of status and search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop import theme
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

if TYPE_CHECKING:
    from db.store import PlanSummary

ORDERS = {
    "year": N_("theo năm"),
    "topic": N_("theo lĩnh vực"),
    "changed": N_("mới sửa trước"),
    "name": N_("theo tên"),
}
"""Orders the list may stand in; the first two also group it."""

_ALL = None


class HomeFilters(QWidget):
    """Signals:
    changed: another year, field or order was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year, self.topic, self.order = QComboBox(), QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL_GAP)
        for combo, words in ((self.year, _("Năm")), (self.topic, _("Lĩnh vực")), (self.order, _("Sắp xếp"))):
            combo.setAccessibleName(words)
            combo.setToolTip(words)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.activated.connect(self._on_chosen)
            row.addWidget(combo)
        row.addStretch(1)
        self.topic.setMinimumWidth(80)
        self.topic.setMaximumWidth(260)
        for key, words in ORDERS.items():
            self.order.addItem(_(words), key)
        self.offer([])

    def offer(self, plans: Sequence[PlanSummary]) -> None:
        """Offer the years and fields there are; what was chosen stays chosen where it still is there."""
        years = sorted({plan.year for plan in plans if plan.year}, reverse=True)
        topics = sorted({plan.topic for plan in plans if plan.topic}, key=_plain)
        _fill(self.year, _("mọi năm"), [(str(year), year) for year in years])
        _fill(self.topic, _("mọi lĩnh vực"), [(topic, topic) for topic in topics])

    def narrowed(self, plans: Sequence[PlanSummary]) -> list[PlanSummary]:
        """Return the plans of the year and field chosen, in the order chosen."""
        year, topic = self.year.currentData(), self.topic.currentData()
        kept = [plan for plan in plans if year in (_ALL, plan.year) and topic in (_ALL, plan.topic)]
        key = _KEYS.get(self.order.currentData())
        return sorted(kept, key=key) if key else kept

    @property
    def narrows(self) -> bool:
        """Whether a year or field is chosen."""
        return self.year.currentData() is not _ALL or self.topic.currentData() is not _ALL

    @property
    def grouping(self) -> str:
        """What the list is grouped by: "year", "topic", "" for nothing."""
        order = str(self.order.currentData())
        return order if order in ("year", "topic") else ""

    def _on_chosen(self, _at: int) -> None:
        self.changed.emit()


def _plain(text: str) -> str:
    from plans.spelling import folded  # noqa: PLC0415 - its tables are built after the first paint

    return folded(text).lower()


def _by_name(plan: PlanSummary) -> str:
    return _plain(plan.subject or plan.title)


def _by_topic(plan: PlanSummary) -> tuple[bool, str]:
    return not plan.topic, _plain(plan.topic)


_KEYS: dict[str, Callable[[PlanSummary], Any]] = {"name": _by_name, "topic": _by_topic}
"""How the orders sort that are not the library's own, newest change first."""


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    items = [(everything, _ALL), *choices]
    if items == [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]:
        return
    with QSignalBlocker(combo):
        combo.clear()
        for words, value in items:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)

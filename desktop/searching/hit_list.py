"""The list under the search: places of the plan, with a tick box each where something is to be replaced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.document import PlanDocument
from desktop.findings.places import place_texts
from desktop.searching.rows import MARKS_ROLE, HitDelegate, line_of
from plans.places import Place
from plans.search import Hit
from resources.texts import gettext as _

SHOWN = 500
"""Hits that are listed at most; only what is listed can be replaced."""
_HIT = Qt.ItemDataRole.UserRole


class HitList(QListWidget):
    """Lists hits of one document.

    Signals:
        node_selected(str): a click on a hit, with its node.
        place_opened(str, str): Enter on a hit, with its node and field.
        ticked: a tick was set or taken away.
    """

    node_selected = Signal(str)
    place_opened = Signal(str, str)
    ticked = Signal()

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._unticked: set[Place] = set()
        self._hits: list[Hit] = []
        self.setAccessibleName(_("Các chỗ tìm thấy"))
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMaximumHeight(self.fontMetrics().height() * 10)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_clicked)
        self.itemChanged.connect(self._on_changed)

    def show_hits(self, hits: Sequence[tuple[Hit, str | None]]) -> None:
        """List hits with the words that shall stand there, None where nothing is to be replaced; ticks and the chosen
        row stay where they are."""
        self._hits = [hit for hit, _new in hits[:SHOWN]]
        at = self.currentRow()
        names = place_texts(self._document.plan, self._document.labels())
        with QSignalBlocker(self):
            self.clear()
            for hit, new in hits[:SHOWN]:
                self.addItem(self._item(hit, new, names.get(hit.place.node, "")))
            self.setCurrentRow(min(max(at, 0), self.count() - 1))
        self.setVisible(bool(hits))

    def chosen(self) -> list[Hit]:
        """Return the hits that are ticked."""
        return [hit for hit in self._hits if hit.place not in self._unticked]

    def tick_all(self, *, ticked: bool = True) -> None:
        """Tick all hits or none; list them again after it."""
        self._unticked = set() if ticked else {hit.place for hit in self._hits}

    def step(self, by: int) -> None:
        """Go on by that many hits, round at the end."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())
            self._on_clicked(self.currentItem())

    def _item(self, hit: Hit, new: str | None, place: str) -> QListWidgetItem:
        before, after = hit.before, hit.after
        words, marks = line_of(place, before, hit.words, new, after)
        item = QListWidgetItem(words)
        item.setData(_HIT, hit)
        item.setData(MARKS_ROLE, marks)
        item.setToolTip(before + hit.words + after)
        if new is not None:
            is_ticked = hit.place not in self._unticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        return item

    def _on_activated(self, item: QListWidgetItem) -> None:
        place: Place = item.data(_HIT).place
        self.place_opened.emit(place.node, place.field)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.node_selected.emit(item.data(_HIT).place.node)

    def _on_changed(self, item: QListWidgetItem) -> None:
        place = item.data(_HIT).place
        if item.checkState() == Qt.CheckState.Checked:
            self._unticked.discard(place)
        else:
            self._unticked.add(place)
        self.ticked.emit()

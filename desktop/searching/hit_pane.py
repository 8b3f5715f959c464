"""What the panes of this room share: a list of places with ticks that follows the plan, and the step that changes
those that are ticked."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop.document import PlanDocument
from desktop.foot_pane import FootPane
from desktop.searching.hit_list import HitList
from plans.changes import Batch
from resources.texts import gettext as _


class HitPane(FootPane):
    """Lists places of one document while it is shown, anew ``pause`` milliseconds after a change. ``words``: what the
    button says that changes those ticked.

    Signals:
        node_selected(str): the clerk looks at a place there; the keyboard stays where it is.
        place_opened(str, str): the clerk wants to go on writing there: the node and its field.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    place_opened = Signal(str, str)

    def __init__(self, document: PlanDocument, pause: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._press = QPushButton(words)
        self.all = QCheckBox(_("Chọn hết"))
        self.list = HitList(document)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self.refresh)
        self.all.clicked.connect(self._on_all)
        self._press.clicked.connect(self._on_pressed)
        self.list.node_selected.connect(self.node_selected)
        self.list.place_opened.connect(self.place_opened)
        self.list.ticked.connect(self._show_count)
        document.applied.connect(self._on_changed)
        self.hide()

    def refresh(self) -> None:
        """List the places anew; ticks and the chosen row stay with theirs."""
        raise NotImplementedError

    def _describe(self, ticked: int) -> None:
        """Say how many places there are, and how many are ``ticked``."""
        raise NotImplementedError

    def _change(self) -> Batch:
        """Return what changes the ticked places."""
        raise NotImplementedError

    def _show_count(self) -> None:
        ticked, listed = len(self.list.chosen()), self.list.count()
        self._press.setEnabled(ticked > 0)
        self.all.setEnabled(listed > 0)
        self.all.setChecked(0 < listed == ticked)
        self._describe(ticked)

    def _on_changed(self, _what: object) -> None:
        if not self.isHidden():
            self._pause.start()

    def _on_all(self, ticked: bool) -> None:
        self.list.tick_all(ticked=ticked)
        self.refresh()

    def _on_pressed(self) -> None:
        """Take what is being typed elsewhere into the plan first: the places are those of the plan after it."""
        self._document.settle()
        if self._pause.isActive():
            self.refresh()
        change = self._change()
        if change.changes:
            self._document.end_burst()
            self._document.try_edit(change)

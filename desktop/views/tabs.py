"""The tabs over the editor and the panes behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.document import PlanDocument
from desktop.tab_bar import TabBar
from desktop.views.covers import CoveragePane
from desktop.views.duties import DutiesPane
from desktop.views.pane import ViewPane
from desktop.views.results import ResultsPane
from desktop.views.roadmap import RoadmapPane
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

TAB_NAMES = (N_("Dàn ý"), N_("Phân công"), N_("Lộ trình"), N_("Độ phủ"), N_("Kết quả"))
"""The tabs in order; the first is the outline with its forms."""

_PANES: tuple[Callable[[PlanDocument], ViewPane], ...] = (DutiesPane, RoadmapPane, CoveragePane, ResultsPane)


class ViewTabs(TabBar):
    """Dàn ý | Phân công | Lộ trình | Độ phủ | Kết quả."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Cách xem kế hoạch"))
        for at, name in enumerate(TAB_NAMES):
            self.addTab(_(name))
            self.setTabToolTip(at, _("{name} (Ctrl+{number})").format(name=_(name), number=at + 1))

    def actions_for_menu(self) -> list[QAction]:
        """Return one action a tab, with its key."""
        found: list[QAction] = []
        for at, name in enumerate(TAB_NAMES):
            action = QAction(_("Xem {name}").format(name=_(name)), self)
            action.setShortcut(QKeySequence(f"Ctrl+{at + 1}"))
            action.triggered.connect(partial(self._on_asked, at))
            found.append(action)
        return found

    def _on_asked(self, at: int, _checked: bool = False) -> None:
        self.setCurrentIndex(at)


class PlanViews(QStackedWidget):
    """The panes of the tabs but the first, each made when it is first shown.

    Signals:
        node_selected: id of the node the clerk went to in a pane.
        node_opened: id of the node the clerk wants to see in its form, "" for the outline as it is.
        slips_asked(Plan, str), rollover_asked: see ``ViewPane``.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)
    slips_asked = Signal(object, str)
    rollover_asked = Signal()

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._made: dict[int, ViewPane] = {}

    def show_tab(self, tab: int, node_id: str) -> ViewPane:
        """Show the pane of ``tab`` (1 to 4) with ``node_id`` in sight, and return it."""
        pane = self._made.get(tab)
        if pane is None:
            pane = self._made[tab] = _PANES[tab - 1](self._document)
            pane.node_selected.connect(self.node_selected)
            pane.node_opened.connect(self.node_opened)
            pane.slips_asked.connect(self.slips_asked)
            pane.rollover_asked.connect(self.rollover_asked)
            self.addWidget(pane)
        self.setCurrentWidget(pane)
        self.show()
        pane.select(node_id)
        return pane

    def select(self, node_id: str) -> None:
        """Bring a node into sight in the pane that is shown, if any is."""
        pane = self.currentWidget()
        if self.isVisible() and isinstance(pane, ViewPane):
            pane.select(node_id)

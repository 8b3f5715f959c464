"""What the panes share: a line that says how things stand, and a page that teaches while there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.document import PlanDocument
from desktop.views.grid import TaskGrid
from resources.texts import gettext as _

_WORDS = 30
"""Digits: the line that says how things stand is not read where it gets less beside the buttons."""


class ViewPane(QWidget):
    """One view of the plan. It follows the plan only while it is shown.

    Signals:
        node_selected: id of the node the clerk went to here.
        node_opened: id of the node the clerk wants to see in its form, "" for the outline as it is.
        slips_asked(Plan, str): the plan and the unit whose slip is wanted as a file, "" for those of all units.
        rollover_asked: next year's draft is wanted, made from this plan.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)
    slips_asked = Signal(object, str)
    rollover_asked = Signal()

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.hint = QLabel(self)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SMALL_GAP)
        self._stack = QStackedWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.summary)
        words.addWidget(self.hint)
        self.head = QWidget(self)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.head)
        row.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        row.setSpacing(theme.GAP)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)

    def set_content(self, content: QWidget, title: str, teaching: str) -> None:
        """Show ``content``, or while there is nothing in it ``title`` and ``teaching``."""
        self._stack.addWidget(content)
        self.setFocusProxy(content)
        self._stack.addWidget(self._empty_page(title, teaching))
        self.document.applied.connect(self._on_applied)

    def add_button(self, text: str, tip: str, *, changes: bool = True) -> QPushButton:
        """Put a button at the right of the head and return it. changes: it is of no use where plans are only read."""
        button = QPushButton(text, self)
        button.setEnabled(not (changes and self.document.read_only))
        button.setToolTip(tip)
        button.setAutoDefault(False)
        self._buttons.addWidget(button)
        return button

    def add_switch(self, faces: Sequence[tuple[str, str]]) -> QButtonGroup:
        """Put a button for each face of the view, with its tip, at the right of the head; the first one is down."""
        group = QButtonGroup(self)
        for at, (words, tip) in enumerate(faces):
            button = self.add_button(words, tip, changes=False)
            button.setCheckable(True)
            button.setChecked(at == 0)
            group.addButton(button, at)
        return group

    def _empty_page(self, title: str, teaching: str) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 24, 48, 24)
        column.setSpacing(theme.GAP)
        column.addStretch(2)
        name = QLabel(title, page)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        words = QLabel(teaching, page)
        words.setWordWrap(True)
        for label in (name, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        back = QPushButton(_("Về Dàn ý"), page)
        back.setAutoDefault(False)
        back.clicked.connect(self._on_back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return page

    # -- for the panes

    def select(self, node_id: str) -> None:
        """Bring a node into sight, where this view shows it."""

    def _follow(self, *, shown: bool) -> None:
        """Begin or end to follow the plan."""
        raise NotImplementedError

    def _is_empty(self) -> bool:
        raise NotImplementedError

    def _describe(self) -> str:
        """Return the sentence that says how things stand."""
        raise NotImplementedError

    # -- following

    def refresh(self) -> None:
        """Say how things stand now; the content follows by itself."""
        empty = self._is_empty()
        self._stack.setCurrentIndex(1 if empty else 0)
        self.head.setVisible(not empty)
        self.summary.setText("" if empty else self._describe())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where they would leave them no room."""
        super().resizeEvent(event)
        beside = self._buttons.sizeHint().width() + _WORDS * self.fontMetrics().horizontalAdvance("0")
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= beside else below)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow(shown=True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow(shown=False)

    def _on_applied(self, _change: object) -> None:
        if self.isVisible():
            self.refresh()

    def _on_back(self) -> None:
        self.node_opened.emit("")


class GridPane(ViewPane):
    """A view whose content is a table of tasks, or several of which one is shown. Only that one follows the plan."""

    def set_grids(self, grids: Sequence[TaskGrid], title: str, teaching: str) -> None:
        """Show the first of ``grids``, or while there is nothing in it ``title`` and ``teaching``."""
        self._grids = QStackedWidget(self)
        self._grid = grids[0]
        for grid in grids:
            self._grids.addWidget(grid)
            grid.node_selected.connect(self.node_selected)
            grid.node_opened.connect(self.node_opened)
        self.set_content(self._grids, title, teaching)
        self.setFocusProxy(self._grid)

    def show_grid(self, grid: TaskGrid) -> None:
        """Show one of the grids, at the task that was current in the other."""
        node_id = self._grid.current_task
        self._follow(shown=False)
        self._grid = grid
        self._grids.setCurrentWidget(grid)
        self.setFocusProxy(grid)
        self._follow(shown=True)
        self.refresh()
        grid.go_to(node_id)

    def select(self, node_id: str) -> None:
        self._grid.go_to(node_id)

    def _follow(self, *, shown: bool) -> None:
        if shown:
            self._grid.grid.begin()
        else:
            self._grid.grid.following = False

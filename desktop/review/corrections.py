"""The one-key corrections of the review: keys, names, what each does; and the bar that shows and offers them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop import theme
from plans.changes import Change
from plans.plan import Plan
from plans.retyping import Correction, as_assignment, as_heading, as_target, as_task, as_text, join_above
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812


def _heading(level: int, plan: Plan, node_id: str) -> Change:
    return as_heading(plan, node_id, level)


@dataclass(frozen=True)
class Key:
    """One correction: its keys (the first is shown), its sign on the button, its name."""

    keys: tuple[str, ...]
    sign: str
    name: str
    correction: Correction


KEYS = (
    *(Key((str(level),), str(level), N_("Đề mục cấp {level}"), partial(_heading, level)) for level in (1, 2, 3, 4)),
    Key(("T",), "T", N_("Nhiệm vụ"), as_task),
    Key(("C",), "C", N_("Chỉ tiêu"), as_target),
    Key(("D", "Đ"), N_("Đ"), N_("Lời văn"), as_text),
    Key(("U",), "U", N_("Đơn vị"), as_assignment),
    Key(("Left",), "←", N_("Thuộc phần trên"), join_above),
)


_LAST_LEVEL = 3
"""The place in KEYS of the deepest heading; the levels before it show their figure alone."""


class CorrectionBar(QFrame):
    """All corrections as buttons that name their keys; the keys work in the lists, so that buttons keep theirs."""

    def __init__(
        self, lists: Sequence[QWidget], correct: Callable[[Correction], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("line", "bottom")
        self._lists = lists
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.MARGIN, 3, theme.GAP, 3)
        self.row.setSpacing(2)
        self.row.addWidget(QLabel(_("Sửa thành:")))
        for at, key in enumerate(KEYS):
            name = _(key.name).format(level=key.sign)
            action = self.add_action(name, key.keys, partial(_call, correct, key.correction))
            shown = _("Đề mục") if at == _LAST_LEVEL else name
            self.add_button(action, key.sign if at < _LAST_LEVEL else f"{_(key.sign)}  {shown}")

    def add_action(self, name: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
        """Give the lists an action with these keys."""
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(run)
        for view in self._lists:
            view.addAction(action)
        return action

    def add_button(self, action: QAction, text: str) -> QToolButton:
        """Show ``action`` at the bar's end as ``text``."""
        button = QToolButton()
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        button.setText(text)
        button.setToolTip(f"{action.text()} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button


def _call(correct: Callable[[Correction], None], correction: Correction, _checked: bool = False) -> None:
    correct(correction)

"""What can be done with a whole column of a table: its menu and its keys. Texts and keys only; the rules are pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from plans.tables import Rows, with_figures, with_order, with_sum, with_totals
from resources.texts import gettext as _

ColumnRule = Callable[[Rows, int, int], Rows]
"""Rows, how many of them are the head, and a column give the new rows."""


def column_actions(table: QWidget, run: Callable[[ColumnRule], None]) -> list[QAction]:
    """Return the actions, their keys working in ``table``; ``run`` applies a rule to the current column."""
    found: list[QAction] = []
    for text, key, rule in _rules():
        action = QAction(text, table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(_run, run, rule))
        table.addAction(action)
        found.append(action)
    return found


def _rules() -> Iterator[tuple[str, str, ColumnRule]]:
    label = _("Tổng cộng")
    yield _("Cộng cột này vào dòng tổng"), "Alt+=", partial(with_sum, label=label)
    yield _("Thêm hoặc tính lại dòng tổng"), "Alt+Shift+=", partial(_all_totals, label)
    yield _("Sắp xếp tăng dần theo cột này"), "Alt+Shift+Down", with_order
    yield _("Sắp xếp giảm dần theo cột này"), "Alt+Shift+Up", partial(with_order, down=True)
    yield _("Ghi số có dấu chấm phần nghìn"), "Ctrl+Shift+1", with_figures


def _all_totals(label: str, rows: Rows, header_rows: int, _column: int) -> Rows:
    return with_totals(rows, header_rows, label)


def _run(run: Callable[[ColumnRule], None], rule: ColumnRule, _checked: bool = False) -> None:
    run(rule)

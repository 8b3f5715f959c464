"""The menu bar, and which of its actions can be used where the clerk is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from resources.texts import gettext as _

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage


class Menus:
    """Kế hoạch, Sửa, Xem, Trợ giúp.

    beginnings: ways to a plan; of_plan: what is done with the open plan; pages: the window's other pages; ends: back to
    the library and out of the program, the first of them only where a plan is open; helps: the help's.

    Attributes:
        edit, view: the menus of the plan in front.
    """

    def __init__(
        self,
        bar: QMenuBar,
        *,
        beginnings: Sequence[QAction],
        of_plan: Sequence[QAction],
        pages: Sequence[QAction],
        ends: Sequence[QAction],
        helps: Sequence[QAction],
    ) -> None:
        self._of_plan = (*of_plan, ends[0])
        plan = bar.addMenu(_("&Kế hoạch"))
        for actions in (beginnings, of_plan, pages):
            plan.addActions(actions)
            plan.addSeparator()
        plan.addActions(ends)
        self.edit, self.view = bar.addMenu(_("&Sửa")), bar.addMenu(_("&Xem"))
        bar.addMenu(_("&Trợ giúp")).addActions(helps)

    def follow(self, editor: EditorPage | None) -> None:
        """Offer what can be done with the plan of ``editor``; None: no plan is in front."""
        for action in self._of_plan:
            action.setEnabled(editor is not None)
        for menu in (self.edit, self.view):
            menu.clear()
            menu.menuAction().setVisible(editor is not None)
        if editor is not None:
            self.edit.addActions([editor.undo, editor.redo, *editor.edit_actions()])
            self.view.addActions(editor.view_actions())

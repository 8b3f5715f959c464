"""The way from last year's plan to this year's draft: the plan is looked up, proposals are made, the wizard decides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.library import Library
from desktop.rollover.page import RolloverPage
from desktop.tasks import Tasks
from documents.rolling import propose_for
from plans.errors import Rejection
from plans.plan import Plan
from plans.rollover import Rollover
from resources.texts import gettext as _


class RolloverRoute(QObject):
    """Runs one wizard at a time on ``stack``.

    Signals:
        drafted(str): a draft with that plan id is in the library now.
        left: the wizard was closed without a draft; ``reopen`` brings it back as it was.
        refused(str): a sentence that says why there is nothing to roll over.
    """

    drafted = Signal(str)
    left = Signal()
    refused = Signal(str)

    def __init__(self, library: Library, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._stack = library, stack
        self._tasks = Tasks("rollover", self)
        self.page: RolloverPage | None = None
        self._closed = False

    def begin(self, plan_id: str, year: int | None = None) -> None:
        """Open the wizard for a plan of the library; year: None for the one after the plan's."""
        self._library.fetch(plan_id, partial(self.begin_with, year=year))

    def begin_with(self, plan: Plan, year: int | None = None) -> None:
        """Open the wizard for ``plan``, which is in the library; year: None for the one after the plan's."""
        if self._closed:
            return
        wanted = year or (plan.year or 0) + 1
        self._tasks.run(partial(_proposed, plan, wanted), partial(self._on_proposed, plan))

    def close(self) -> None:
        """Finish what is under way."""
        self._closed = True
        self._tasks.close()

    def _on_proposed(self, plan: Plan, found: Rollover | Rejection) -> None:
        if isinstance(found, Rejection):
            self.refused.emit(_refusal(plan, found))
            if self.page is None:
                self.left.emit()
            return
        self._drop()
        self.page = RolloverPage(plan, found)
        self.page.drafted.connect(self._on_drafted)
        self.page.cancelled.connect(self.left)
        self.page.year_asked.connect(partial(self.begin_with, plan))
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)

    def _on_drafted(self, plan: Plan) -> None:
        self._library.add_draft(plan, self._on_added)

    def _on_added(self, plan_id: str) -> None:
        self.drafted.emit(plan_id)
        self._drop()

    def reopen(self) -> None:
        """Take the wizard up again where it was left."""
        if self.page is not None:
            self._stack.setCurrentWidget(self.page)

    def _drop(self) -> None:
        if self.page is not None:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None


def _proposed(plan: Plan, year: int) -> Rollover | Rejection:
    try:
        return propose_for(plan, year)
    except Rejection as no:
        return no


def _refusal(plan: Plan, no: Rejection) -> str:
    name = plan.subject or plan.title
    if no.code == "rollover-no-year":
        text = _("Chưa rõ “{name}” là kế hoạch của năm nào. Hãy mở ra, điền thời kỳ ở Thể thức rồi làm lại.")
        return text.format(name=name)
    text = _("“{name}” là kế hoạch của năm {last}. Hãy chọn năm sau năm đó.")
    return text.format(name=name, last=no.data.get("last", ""))

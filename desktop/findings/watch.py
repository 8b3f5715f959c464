"""Checks the open plan again once nothing has changed for a moment, one rule at a time so that typing never waits."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document import PlanDocument
from plans.checks import RULES, Finding, Look, Rule, in_order

PAUSE_MS = 500


class FindingsWatch(QObject):
    """Watches one document.

    Signals:
        found(list[Finding]): all findings of the plan as it stands, errors first.
    """

    found = Signal(object)

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rules: Iterator[Rule] = iter(())
        self._look = Look(document.plan)
        self._findings: list[Finding] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)
        document.applied.connect(self._on_applied)
        self._pause.start()

    def stop(self) -> None:
        """Look no more."""
        self._pause.stop()
        self._turn.stop()

    def _on_applied(self, _change: object) -> None:
        self._turn.stop()
        self._pause.start()

    def _on_paused(self) -> None:
        self._look, self._findings = Look(self._document.plan), []
        self._rules = iter(RULES.values())
        self._turn.start()

    def _on_turn(self) -> None:
        rule = next(self._rules, None)
        if rule is not None:
            self._findings += rule.check(self._look)
            return
        self._turn.stop()
        self.found.emit(in_order(self._look, self._findings))

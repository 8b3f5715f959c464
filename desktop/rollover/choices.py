"""What the clerk decides about a rollover: which changes are taken, in which words, which questions are answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from plans.plan import Plan
from plans.rollover import Proposal, Rollover, draft
from resources.texts import gettext as _


class Choices(QObject):
    """All changes are taken and no question is answered at first.

    Signals:
        changed(set[str]): the ids of the proposals that are decided otherwise now.
    """

    changed = Signal(object)

    def __init__(self, plan: Plan, rollover: Rollover, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan, self.rollover = plan, rollover
        self._words = {proposal.id: proposal.new for proposal in rollover.changes}
        self._taken = set(self._words)
        self._answers: dict[str, str] = {}

    def is_taken(self, proposal: Proposal) -> bool:
        """Say whether a change is taken, a question answered."""
        return proposal.id in (self._answers if proposal.is_question else self._taken)

    def words(self, proposal: Proposal) -> str:
        """Return what will stand at the proposal's place if it is taken."""
        if proposal.is_question:
            return self._answers.get(proposal.id, proposal.old)
        return self._words[proposal.id]

    def take(self, proposals: Iterable[Proposal], *, taken: bool) -> None:
        """Take or refuse changes; questions among them are left alone."""
        ids = {proposal.id for proposal in proposals if not proposal.is_question}
        self._taken = self._taken | ids if taken else self._taken - ids
        self.changed.emit(ids)

    def write(self, proposal: Proposal, words: str) -> None:
        """Let other words stand at a change's place, and take it."""
        self._words[proposal.id] = words
        self._taken.add(proposal.id)
        self.changed.emit({proposal.id})

    def answer(self, proposal: Proposal, words: str | None) -> None:
        """Answer a question; None takes the answer back."""
        if words is None:
            self._answers.pop(proposal.id, None)
        else:
            self._answers[proposal.id] = words
        self.changed.emit({proposal.id})

    @property
    def taken_changes(self) -> int:
        """How many changes are taken."""
        return len(self._taken)

    @property
    def open_questions(self) -> list[Proposal]:
        """The questions without an answer; what they are about stays as it was."""
        return [proposal for proposal in self.rollover.questions if proposal.id not in self._answers]

    def draft(self) -> Plan:
        """Return the new plan. Its note, which never prints, lists the questions that are still open."""
        accepted = {key: words for key, words in self._words.items() if key in self._taken} | self._answers
        new = draft(self.plan, self.rollover, accepted)
        left = [f"- {' '.join(proposal.before.split())[:160]}" for proposal in self.open_questions if proposal.before]
        if not left:
            return new
        head = _("Còn phải xem lại khi làm cho năm {year}:").format(year=self.rollover.year)
        return replace(new, note="\n".join(filter(None, [new.note, head, *dict.fromkeys(left)])))

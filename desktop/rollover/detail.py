"""Right of the wizard's list: the chosen change or question in full, with what can be done about it."""

from __future__ import annotations

import textwrap
from functools import partial

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.marked_words import laid_out
from desktop.rollover.choices import Choices
from desktop.rollover.delegate import marked_sentence
from desktop.rollover.places import EMPTIED, Places
from plans.rollover import Entry, Proposal
from resources.rollover_reasons import reason_sentence
from resources.texts import gettext as _

WIDTH = 372
_WHOLE = 100_000
_BUTTON_SIGNS = 42
"""So many characters stand on one line of an answer's button."""


class Detail(QFrame):
    """Shows one row of the list.

    Signals:
        answered: a question got an answer here, so the next one can be shown.
        left: Enter was pressed in the field; the list takes the keyboard back.
    """

    answered = Signal()
    left = Signal()

    def __init__(self, choices: Choices, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._places = choices, places
        self._row: Proposal | Entry | None = None
        self._buttons: list[QPushButton] = []
        self.setFixedWidth(WIDTH)
        self.place, self.reason = QLabel(), QLabel()
        self.sentence = _Sentence()
        self.take = QCheckBox(_("Nhận thay đổi này"))
        self.label = QLabel()
        self.field = QLineEdit()
        self.label.setBuddy(self.field)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(theme.SMALL_GAP)
        self._lay_out()
        self.take.clicked.connect(self._on_take)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._on_return)
        choices.changed.connect(self._on_changed)
        self.show_row(None)

    def _lay_out(self) -> None:
        font = self.place.font()
        font.setBold(True)
        self.place.setFont(font)
        for label in (self.place, self.reason):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        for widget in (self.place, self.reason, self.sentence):
            column.addWidget(widget)
        column.addLayout(self._answers)
        column.addWidget(self.label)
        column.addWidget(self.field)
        column.addWidget(self.take)
        column.addStretch(1)

    def show_row(self, row: Proposal | Entry | None) -> None:
        """Show this row, nothing for None."""
        self._row = row
        self.place.setText(self._places.name(row.node, row.field) if row else "")
        self.reason.setText(reason_sentence(row.reason.value) if row else "")
        proposal = row if isinstance(row, Proposal) else None
        for widget in (self.label, self.field):
            widget.setVisible(proposal is not None)
        self.take.setVisible(proposal is not None and not proposal.is_question)
        self._offer(proposal)
        if proposal is not None:
            asked = _("Hoặc ghi câu trả lời khác:") if proposal.is_question else _("Thay “{old}” bằng:")
            self.label.setText(asked.format(old=proposal.old))
            self.field.setAccessibleName(self.label.text())
            self.field.setText(self._choices.words(proposal) if not proposal.is_question else self._free(proposal))
        self._refresh()

    def _free(self, proposal: Proposal) -> str:
        words = self._choices.words(proposal)
        return "" if words in (*proposal.answers, proposal.old) else words

    def _offer(self, proposal: Proposal | None) -> None:
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        if proposal is None or not proposal.is_question:
            return
        for number, answer in enumerate(self.answers_of(proposal), 1):
            text = _("{number}  {answer}").format(number=number, answer=_answer(proposal, answer))
            button = QPushButton(_on_lines(text))
            button.setCheckable(True)
            button.setToolTip(answer)
            button.setStyleSheet("text-align: left; padding: 5px 8px;")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_answer, number - 1))
            self._answers.addWidget(button)
            self._buttons.append(button)

    @staticmethod
    def answers_of(proposal: Proposal) -> list[str]:
        """Return the answers that are offered as buttons."""
        return list(dict.fromkeys(proposal.answers))

    def answer(self, number: int) -> bool:
        """Give the answer with this number, from 1; False where there is none."""
        if not 0 < number <= len(self._buttons):
            return False
        self._buttons[number - 1].click()
        return True

    def _refresh(self) -> None:
        row = self._row
        if isinstance(row, Proposal):
            taken = self._choices.is_taken(row)
            words = self._choices.words(row) if taken else None
            self.sentence.show_row(row, words)
            with QSignalBlocker(self.take):
                self.take.setChecked(taken)
            for button, answer in zip(self._buttons, self.answers_of(row), strict=False):
                button.setChecked(words == answer)
        else:
            self.sentence.show_row(row, None)

    def _on_changed(self, _ids: object) -> None:
        self._refresh()

    def _on_take(self, taken: bool) -> None:
        if isinstance(self._row, Proposal):
            self._choices.take((self._row,), taken=taken)

    def _on_answer(self, at: int) -> None:
        """Give the answer of a button, take it back where it was given already."""
        if not isinstance(self._row, Proposal):
            return
        chosen = self._buttons[at].isChecked()
        self._choices.answer(self._row, self.answers_of(self._row)[at] if chosen else None)
        if chosen:
            self.answered.emit()

    def _on_edited(self, words: str) -> None:
        if not isinstance(self._row, Proposal):
            return
        if self._row.is_question:
            self._choices.answer(self._row, words.strip() or None)
        else:
            self._choices.write(self._row, words)

    def _on_return(self) -> None:
        self.left.emit()
        if isinstance(self._row, Proposal) and self._row.is_question and self.field.text().strip():
            self.answered.emit()


def _on_lines(text: str) -> str:
    """Return ``text`` on at most three lines that a button has room for; buttons do not wrap by themselves."""
    lines = textwrap.wrap(text, _BUTTON_SIGNS, subsequent_indent="     ")
    return "\n".join([*lines[:2], *(["     …"] if len(lines) > 3 else lines[2:3])])


def _answer(proposal: Proposal, answer: str) -> str:
    if not answer:
        return _("Để trống") if proposal.field in EMPTIED else _("Bỏ")
    return _("Giữ nguyên “{words}”").format(words=answer) if answer == proposal.old else answer


class _Sentence(QWidget):
    """A sentence with its marks, as high as it needs to be."""

    def __init__(self) -> None:
        super().__init__()
        self._text: str = ""
        self._ranges: list[tuple[int, int, str]] = []

    def show_row(self, row: Proposal | Entry | None, words: str | None) -> None:
        """Show the whole sentence of a proposal, the words of an entry."""
        self._text, self._ranges = "", []
        if isinstance(row, Proposal):
            self._text, self._ranges = marked_sentence(row, words, _WHOLE)
        elif row is not None:
            self._text = row.text
        self.setAccessibleName(self._text)
        width = WIDTH - 2 * theme.MARGIN
        layout = laid_out(self._text, self._ranges, self.font(), self.palette(), width)
        self.setFixedHeight(min(round(layout.boundingRect().height()) + 2, 260))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * theme.MARGIN, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        laid_out(self._text, self._ranges, self.font(), self.palette(), self.width()).draw(painter, QPointF(0, 0))


__all__ = ["WIDTH", "Detail"]

"""The lists of a rollover as one model: rows of the same reason below a head, narrowed by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.rollover.choices import Choices
from desktop.rollover.places import Places
from plans.rollover import Entry, Proposal
from resources.rollover_reasons import reason_sentence
from resources.texts import gettext as _

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2
WORDS_ROLE = Qt.ItemDataRole.UserRole + 3
"""What will stand at a proposal's place; None for rows that are none, and while it stays as it is."""

ROOT = QModelIndex()


@dataclass(frozen=True)
class Head:
    """The head of the rows of one reason; members: their proposals, () for entries."""

    reason: str
    count: int
    members: tuple[Proposal, ...] = ()


Row = Head | Proposal | Entry


class RolloverModel(QAbstractListModel):
    """Heads, proposals (ticked where taken) and entries."""

    def __init__(self, choices: Choices, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices, self._places = choices, places
        self._all: Sequence[Proposal | Entry] = ()
        self._rows: list[Row] = []
        self._filter = ""
        choices.changed.connect(self._on_changed)

    def show_rows(self, rows: Sequence[Proposal | Entry]) -> None:
        """Show these proposals or entries."""
        self._all = rows
        self._arrange()

    def narrow(self, words: str) -> None:
        """Show only what holds ``words``, in any case."""
        self._filter = " ".join(words.lower().split())
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        groups: dict[str, list[Proposal | Entry]] = {}
        for row in self._all:
            if self._filter in self._spoken(row).lower():
                groups.setdefault(row.reason.value, []).append(row)
        self._rows = []
        for reason, members in groups.items():
            proposals = tuple(each for each in members if isinstance(each, Proposal))
            self._rows += [Head(reason_sentence(reason), len(members), proposals), *members]
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the row of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def open_rows(self) -> Iterator[int]:
        """Yield the rows of questions without an answer."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Proposal) and row.is_question and not self.choices.is_taken(row):
                yield at

    def first_row(self) -> int:
        """Return the first row that is no head, -1 where there is none."""
        return next((at for at, row in enumerate(self._rows) if not isinstance(row, Head)), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        match role:
            case _ if row is None:
                return None
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.CheckStateRole:
                return self._state(row)
            case int() if role == ROW_ROLE:
                return row
            case int() if role == PLACE_ROLE:
                return "" if isinstance(row, Head) else self._places.name(row.node, row.field)
            case int() if role == WORDS_ROLE and isinstance(row, Proposal):
                return self.choices.words(row) if self.choices.is_taken(row) else None
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        members = row.members if isinstance(row, Head) else (row,) if isinstance(row, Proposal) else ()
        if role != Qt.ItemDataRole.CheckStateRole or not members:
            return False
        self.choices.take(members, taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _state(self, row: Row | None) -> Qt.CheckState | None:
        members = row.members if isinstance(row, Head) else (row,) if isinstance(row, Proposal) else ()
        if not members or members[0].is_question:
            return None
        taken = sum(self.choices.is_taken(each) for each in members)
        if taken in (0, len(members)):
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        return Qt.CheckState.PartiallyChecked

    def _spoken(self, row: Row | None) -> str:
        match row:
            case Head():
                return _("{reason} {count} chỗ.").format(reason=row.reason, count=row.count)
            case Proposal():
                text = _("{place}: “{old}” thành “{new}”. {sentence}")
                place = self._places.name(row.node, row.field)
                return text.format(place=place, old=row.old, new=self.choices.words(row), sentence=row.before)
            case Entry():
                place = self._places.name(row.node, row.field)
                return _("{place}: {words}").format(place=place, words=row.text)
            case _:
                return ""

    def _on_changed(self, _ids: object) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

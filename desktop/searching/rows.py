"""One line for each place found: tick box, where it stands, the sentence with the words marked, old and new."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
_AROUND = 60
_Index = QModelIndex | QPersistentModelIndex
_Mark = tuple[int, int, str]
"""Start, length and look ("place", "found", "old", "new") of characters of a line."""


def line_of(place: str, before: str, old: str, new: str | None, after: str) -> tuple[str, list[_Mark]]:
    """Return the line of a hit with its marks; new: what will stand there, None where nothing is to be replaced."""
    left = before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2]
    head = f"{place} · " if place else ""
    start = len(head) + len(left)
    marks: list[_Mark] = [(0, len(head), "place"), (start, len(old), "found" if new is None else "old")]
    arrow = ""
    if new is not None:
        arrow = f" → {new}" if new else " → ∅"
        marks.append((start + len(old) + 3, len(arrow) - 3, "new"))
    return (head + left + old + arrow + after).replace("\n", " "), marks


class HitDelegate(QStyledItemDelegate):
    """Draws the words of a line in their looks; tick box, selection and focus are the style's."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = QApplication.style()
        words: str = option.text  # type: ignore[attr-defined]
        room: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, self._view)
        option.text = ""  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._draw(painter, room, words, index.data(MARKS_ROLE) or [], chosen=chosen)

    def _draw(self, painter: QPainter, room: QRect, words: str, marks: list[_Mark], *, chosen: bool) -> None:
        palette = self._view.palette()
        layout = QTextLayout(words, self._view.font())
        layout.setFormats([_format(mark, palette, chosen=chosen) for mark in marks if mark[1]])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(room)
        painter.setPen(palette.color(role))
        layout.draw(painter, QPointF(room.left() + 3, room.top() + (room.height() - line.height()) / 2))
        painter.restore()


def _format(mark: _Mark, palette: QPalette, *, chosen: bool) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = mark[0], mark[1]  # type: ignore[misc]
    look = QTextCharFormat()
    if mark[2] in ("found", "new"):
        look.setFontWeight(QFont.Weight.Bold)
    if mark[2] == "old":
        look.setFontStrikeOut(True)
    if not chosen and mark[2] in ("found", "new"):
        look.setBackground(theme.tint(palette, 0.22))
    if not chosen and mark[2] in ("place", "old"):
        look.setForeground(theme.muted(palette))
    made.format = look  # type: ignore[misc]
    return made

"""How a row of the wizard is drawn: tick box, the sentence with old and new words marked in place, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPalette, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.marked_words import Mark, laid_out
from desktop.rollover.model import PLACE_ROLE, ROW_ROLE, WORDS_ROLE, Head, Index
from desktop.rollover.places import EMPTIED, marked_at
from plans.rollover import Entry, Proposal
from resources.texts import gettext as _

_PAD, _BOX, _TICK, _AROUND = 6, 26, 15, 150
"""_AROUND: so many characters of a long sentence are shown on each side of what changes."""


class RolloverDelegate(QStyledItemDelegate):
    """Rows as wide as the list and as high as their words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.data(ROW_ROLE), self._view.viewport().width()
        key = (width, row if isinstance(row, Head) else id(row), index.data(WORDS_ROLE))
        if key not in self._heights:
            self._heights[key] = self._height(index, width)
        return QSize(120, self._heights[key])

    def _height(self, index: Index, width: int) -> int:
        row = index.data(ROW_ROLE)
        line = self._view.fontMetrics().height()
        if isinstance(row, Head):
            return line + 2 * _PAD + 6
        layout = self._sentence(index, width - _left(index) - theme.MARGIN)
        return round(layout.boundingRect().height()) + line + 2 * _PAD + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        palette = self._view.palette()
        painter.save()
        if isinstance(index.data(ROW_ROLE), Head):
            painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
        if state & QStyle.StateFlag.State_Selected:
            theme.paint_chosen(painter, rect, palette)
        painter.setPen(theme.line(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_box(painter, rect, index)
        self._paint_words(painter, rect.adjusted(_left(index), _PAD, -theme.MARGIN, -_PAD), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        row, palette = index.data(ROW_ROLE), self._view.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if isinstance(row, Head):
            font = QFont(self._view.font())
            font.setBold(True)
            painter.setFont(font)
            text = f"{row.reason}  ({row.count})"
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            return
        layout = self._sentence(index, room.width())
        layout.draw(painter, QPointF(room.topLeft()))
        painter.setPen(self._note_colour(index))
        note = self._view.fontMetrics().elidedText(_note(index), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), note)

    def _note_colour(self, index: Index) -> object:
        row, palette = index.data(ROW_ROLE), self._view.palette()
        waits = isinstance(row, Proposal) and row.is_question and index.data(WORDS_ROLE) is None
        return theme.warning(palette) if waits else theme.muted(palette)

    def _sentence(self, index: Index, width: int) -> QTextLayout:
        text, ranges = sentence_of(index)
        return laid_out(text, ranges, self._view.font(), self._view.palette(), max(width, 60))

    def _paint_box(self, painter: QPainter, rect: QRect, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        palette = self._view.palette()
        box = QRect(rect.left() + theme.GAP, rect.top() + _PAD + 1, _TICK, _TICK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if Qt.CheckState(state) == Qt.CheckState.Unchecked:
            painter.setPen(theme.muted(palette))
            painter.drawRoundedRect(box, 2, 2)
            return
        painter.fillRect(box, theme.tint(palette, 1.0))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2))
        if Qt.CheckState(state) == Qt.CheckState.PartiallyChecked:
            painter.drawLine(box.left() + 4, box.center().y() + 1, box.right() - 3, box.center().y() + 1)
            return
        low = QPoint(box.left() + 6, box.bottom() - 3)
        painter.drawPolyline(
            [QPoint(box.left() + 3, box.center().y() + 1), low, QPoint(box.right() - 2, box.top() + 4)]
        )

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick on a click into the box."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        return event.position().x() < rect.left() + theme.GAP + _BOX and toggle(self._view, index)


def toggle(view: QListView, index: Index) -> bool:
    """Tick a row that is not wholly ticked, untick one that is; False for a row without a box."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is None:
        return False
    on = Qt.CheckState(state) != Qt.CheckState.Checked
    new = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    return view.model().setData(index, new, Qt.ItemDataRole.CheckStateRole)


def sentence_of(index: Index, around: int = _AROUND) -> tuple[str, list[Mark]]:
    """Return the words of a row and which of them are marked: the old ones, and the new ones right after."""
    row = index.data(ROW_ROLE)
    if isinstance(row, Entry):
        return " ".join(row.text.split()) or "–", []
    return marked_sentence(row, index.data(WORDS_ROLE), around)


def marked_sentence(row: Proposal, words: str | None, around: int) -> tuple[str, list[Mark]]:
    """Return a proposal's sentence, at most ``around`` characters on each side of what changes, with the marks.
    ``words``: what will stand there, None where it stays."""
    start, end = marked_at(row)
    before = row.before
    if start == end:
        before, start, end = f"{before}   {row.old}", len(before) + 3, len(before) + 3 + len(row.old)
    left = before[:start] if start <= around else "…" + before[start - around : start]
    right = before[end:] if len(before) - end <= around else before[end : end + around] + "…"
    old = before[start:end]
    look = "asked" if row.is_question else "old"
    if words is None or words == old:
        return left + old + right, [(len(left), len(old), "asked")] if row.is_question else []
    gap = " " if old and words else ""
    ranges = [(len(left), len(old), "old" if words is not None else look)]
    ranges.append((len(left) + len(old) + len(gap), len(words), "new"))
    return left + old + gap + words + right, ranges


def _note(index: Index) -> str:
    row, place, words = index.data(ROW_ROLE), index.data(PLACE_ROLE), index.data(WORDS_ROLE)
    if not isinstance(row, Proposal):
        return place
    if row.is_question and words is None:
        state = _("chưa trả lời, tạm để trống") if row.field in EMPTIED else _("chưa trả lời, tạm để nguyên")
    elif words is None:
        state = _("không đổi")
    elif words == row.old:
        state = _("giữ nguyên")
    elif not words:
        state = _("để trống") if row.field in EMPTIED else _("bỏ")
    else:
        state = _("thay bằng “{words}”").format(words=words)
    return f"{place} · {state}"


def _left(index: Index) -> int:
    row = index.data(ROW_ROLE)
    inner = 0 if isinstance(row, Head) else theme.GAP
    return (theme.MARGIN if index.data(Qt.ItemDataRole.CheckStateRole) is None else theme.GAP + _BOX) + inner

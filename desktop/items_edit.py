"""A text field for several sibling items at once: one block each, with its mark in the margin.

Keys: Enter = next item, Shift+Enter = line break, Tab / Shift+Tab = level, Alt+↑↓ = move, "- " at a start = bullet,
Backspace at a start = one level out, Ctrl+Tab leaves the field, as Tab does while it is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from desktop.item_levels import inner, mark_of, moved, outer
from desktop.items import Item, normalised
from desktop.pasting import pasted_blocks
from desktop.rich_document import LINE_BREAK, block_text, clean, insert_text, kept_caret, prose_format
from desktop.richtext import RichTextEdit
from plans.nodes import new_id

if TYPE_CHECKING:
    from documents.reading.blocks import Block

_USER = QTextFormat.Property.UserProperty.value
_ID, _KIND, _DEPTH, _NUMBERED = (_USER + 11, _USER + 12, _USER + 13, _USER + 14)
_MARK_WIDTH = 20
_DEPTH_WIDTH = 20
_STARTS = {"- ": "bullet", "+ ": "bullet", "* ": "label_line"}
_MARKED = ("bullet", "label_line", "recipient")


class ItemsEdit(RichTextEdit):
    """Edits a run of items. ``kinds``: what the holder takes, the kind of a first item first. ``label_of``: the
    printed label of a node id, "" for none. ``takes_tables``: tables may stand between the items.

    Signals:
        blocks_pasted(str, list[Block]): a table was pasted, maybe with more, after the item of that id.
    """

    blocks_pasted = Signal(str, object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        kinds: Sequence[str] = ("paragraph", "bullet"),
        number_of: Callable[[str], int] | None = None,
        label_of: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(parent, looks="recipient" not in kinds, number_of=number_of)
        self._kinds = kinds
        self._label_of = label_of
        self._known: set[str] = set()
        self.takes_tables = False
        self.setTabChangesFocus(kinds[0] not in ("paragraph", "bullet", "label_line"))
        self.set_items([])

    # -- the value

    def items(self) -> list[Item]:
        """Return the items as they stand; lines without words that the plan doesn't know are none."""
        self._give_ids()
        found = [self._item(block) for block in self._blocks()]
        return normalised([item for item in found if item.text or item.id in self._known], self._kinds)

    def worded_items(self) -> list[Item]:
        """Return the items that have words."""
        return normalised([item for item in self.items() if item.text], self._kinds)

    def set_items(self, items: Sequence[Item]) -> None:
        """Show ``items``; the caret stays, and nothing happens when they stand there already."""
        self._known = {item.id for item in items}
        if self._kind(self.document().firstBlock()) and self.items() == list(items):
            self._align_blocks(items)
        else:
            self._rebuild(items)

    def caret_item(self) -> Item:
        """Return the item the caret is in."""
        self._give_ids()
        return self._item(self.textCursor().block())

    def tidy(self) -> None:
        """Drop lines without words, as when the clerk has left."""
        worded = self.worded_items()
        if self.document().blockCount() != max(1, len(worded)):
            self._rebuild(worded)

    def go_to(self, node_id: str) -> None:
        """Put the caret at the end of an item."""
        for block in self._blocks():
            if block.blockFormat().property(_ID) == node_id:
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                self.setTextCursor(cursor)

    def _rebuild(self, items: Sequence[Item]) -> None:
        cursor = self.textCursor()
        here = (self._id(cursor.block()), cursor.positionInBlock(), cursor.block().text())
        self._loading = True
        writer = QTextCursor(self.document())
        writer.beginEditBlock()
        writer.select(QTextCursor.SelectionType.Document)
        writer.removeSelectedText()
        for at, item in enumerate(items or [Item("", self._kinds[0])]):
            if at:
                writer.insertBlock()
            writer.setBlockFormat(_block_format(item))
            insert_text(writer, item.text)
        writer.endEditBlock()
        self._loading = False
        self._restore_caret(*here)

    def _align_blocks(self, items: Sequence[Item]) -> None:
        """Show the levels the grammar left of those asked for."""
        by_id = {item.id: item for item in items}
        for block in self._blocks():
            sound = by_id.get(self._id(block))
            if sound is not None and replace(self._place(block), text=sound.text) != sound:
                self._set_format(block, sound)

    def _restore_caret(self, node_id: str, offset: int, old: str) -> None:
        block = next((b for b in self._blocks() if self._id(b) == node_id), self.document().firstBlock())
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + max(0, min(kept_caret(old, block.text(), offset), block.length() - 1)))
        self.setTextCursor(cursor)

    # -- blocks

    def _blocks(self) -> list[QTextBlock]:
        found: list[QTextBlock] = []
        block = self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _id(self, block: QTextBlock) -> str:
        return str(block.blockFormat().property(_ID) or "")

    def _kind(self, block: QTextBlock) -> str:
        return str(block.blockFormat().property(_KIND) or "")

    def _place(self, block: QTextBlock) -> Item:
        """Return the block's item without its text."""
        form = block.blockFormat()
        return Item(
            id=self._id(block),
            kind=self._kind(block) or self._kinds[0],
            depth=int(form.property(_DEPTH) or 0),
            numbered=bool(form.property(_NUMBERED)),
        )

    def _item(self, block: QTextBlock) -> Item:
        return replace(self._place(block), text=block_text(block).stripped())

    def _give_ids(self) -> None:
        """Let every block have an id of its own: a split one shares its id with its first half."""
        taken: set[str] = set()
        for block in self._blocks():
            node_id = self._id(block)
            if not node_id or node_id in taken:
                self._set_format(block, replace(self._place(block), id=new_id()))
            taken.add(self._id(block))

    def _set_format(self, block: QTextBlock, item: Item) -> None:
        loading, self._loading = self._loading, True
        QTextCursor(block).setBlockFormat(_block_format(item))
        self._loading = loading

    # -- keys

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not self._own_key(e):
            super().keyPressEvent(e)
            self._mark_typed_start()

    def _own_key(self, e: QKeyEvent) -> bool:
        alt = bool(e.modifiers() & Qt.KeyboardModifier.AltModifier)
        ctrl = bool(e.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match e.key():
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if ctrl or self.tabChangesFocus() or self.document().isEmpty():
                QWidget.focusNextPrevChild(self, e.key() == Qt.Key.Key_Tab)
            case Qt.Key.Key_Tab:
                self.shift_level(1)
            case Qt.Key.Key_Backtab:
                self.shift_level(-1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_item(-1 if e.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Backspace if not self.textCursor().hasSelection() and self._at_marked_start():
                self.shift_level(-1)
            case Qt.Key.Key_V if ctrl and shift:
                self._paste_text(QGuiApplication.clipboard().text())
            case _:
                return False
        return True

    def _at_marked_start(self) -> bool:
        cursor = self.textCursor()
        item = self._item(cursor.block())
        return cursor.atBlockStart() and outer(item, self._kinds) is not None

    def _on_enter(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.looks:
            self.textCursor().insertText(LINE_BREAK)
        else:
            self._next_item()

    def _next_item(self) -> None:
        cursor = self.textCursor()
        cursor.removeSelectedText()
        item = self._item(cursor.block())
        if not item.text and outer(item, self._kinds) is not None:
            self.shift_level(-1)
            return
        moved_down = cursor.atBlockStart() and bool(item.text)
        following = replace(item, id="")
        if item.kind == "label_line" and not moved_down:
            following = Item("", "bullet", item.depth + 1)
        cursor.beginEditBlock()
        if moved_down:
            cursor.insertBlock(_block_format(item))
            QTextCursor(cursor.block().previous()).setBlockFormat(_block_format(following))
        else:
            cursor.insertBlock(_block_format(following))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _mark_typed_start(self) -> None:
        """Turn "- ", "+ " or "* " typed at a paragraph's start into what it means."""
        cursor = self.textCursor()
        block = cursor.block()
        kind = _STARTS.get(block.text()[:2])
        if cursor.positionInBlock() != 2 or self._kind(block) != "paragraph" or kind not in self._kinds:
            return
        item = self._item(block)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._set_format(block, replace(item, kind=kind, numbered=False))
        self.edited.emit()

    # -- levels and places

    def shift_level(self, step: int) -> None:
        """Take the selected items one level in (1) or out (-1): paragraph, "-", "+" …"""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        chosen = [block for block in self._blocks() if first.position() <= block.position() <= last.position()]
        for block in chosen:
            item = self._item(block)
            above = self._item(block.previous()) if block.previous().isValid() else None
            shifted = inner(item, above, self._kinds) if step > 0 else outer(item, self._kinds)
            if shifted is not None:
                self._set_format(block, shifted)
        self.edited.emit()

    def move_item(self, step: int) -> None:
        """Move the item at the caret, with what is nested below it, past its neighbour of the same level."""
        self._give_ids()
        items = [self._item(block) for block in self._blocks()]
        at = self.textCursor().blockNumber()
        arranged = moved(items, at, step)
        if arranged is not None:
            self._rebuild(arranged)
            self.edited.emit()

    # -- pasting

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain; several lines and lists become items of their level, tables are handed to the holder's box."""
        blocks = pasted_blocks(source)
        if self.takes_tables and any(block.is_table for block in blocks):
            self._give_ids()
            self.blocks_pasted.emit(self._id(self.textCursor().block()), blocks)
        elif len(blocks) > 1 and not any(block.is_table for block in blocks):
            self._paste_items(blocks)
        elif sum(1 for line in clean(source.text()).splitlines() if line.strip()) > 1:
            self._paste_text(source.text())
        else:
            super().insertFromMimeData(source)

    def _paste_text(self, text: str) -> None:
        data = QMimeData()
        data.setText(text.replace("\t", " "))
        self._paste_items(pasted_blocks(data))

    def _paste_items(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            if at:
                self._next_item()
            cursor = self.textCursor()
            cursor.insertText(block.text.plain.replace("\n", LINE_BREAK if self.looks else " "))
            here, is_bullet = cursor.block(), bool(block.label) and "bullet" in self._kinds
            if is_bullet and self._kind(here) in ("paragraph", "bullet"):
                item = replace(self._item(here), kind="bullet", numbered=False)
                depth = item.depth if block.level is None else block.level - 1
                self._set_format(here, replace(item, depth=depth))
            self.setTextCursor(cursor)
        self.edited.emit()

    # -- marks in the margin

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.document().isEmpty() and self.placeholderText():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        layout = self.document().documentLayout()
        above: list[Item] = []
        for block in self._blocks():
            item = self._place(block)
            above[item.depth :] = [item]
            mark = mark_of(item, above, self._label_of)
            if mark and block.layout().lineCount():
                line = block.layout().lineAt(0)
                origin = layout.blockBoundingRect(block).topLeft() - QPointF(0, self.verticalScrollBar().value())
                left = self.document().documentMargin() + item.depth * _DEPTH_WIDTH
                area = QRectF(left, origin.y() + line.y(), 200, line.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, mark)
        painter.end()


def _block_format(item: Item) -> QTextBlockFormat:
    form = prose_format()
    form.setProperty(_ID, item.id)
    form.setProperty(_KIND, item.kind)
    form.setProperty(_DEPTH, item.depth)
    form.setProperty(_NUMBERED, item.numbered)
    marked = item.kind in _MARKED
    form.setLeftMargin(item.depth * _DEPTH_WIDTH + (_MARK_WIDTH if marked else 28 if item.numbered else 0))
    form.setBottomMargin(4)
    return form

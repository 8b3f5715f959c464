"""A small list below the caret of a text field. It never takes the keyboard and never writes by itself.

Tab takes the marked line, or the first; Down marks one, and only then Enter takes it; Escape closes the list.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.offers import Offer, Offers
from desktop.richtext import RichTextEdit
from resources.texts import gettext as _

_NARROWEST = 260
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferList(QFrame):
    """The lines offered, and below them the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.lines = QListWidget(self)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName(_("Gợi ý khi gõ"))
        self._keys = keys = QLabel(_("Tab: điền · ↓: chọn dòng · Esc: bỏ qua"), self)
        keys.setForegroundRole(keys.foregroundRole().PlaceholderText)
        keys.setContentsMargins(6, 2, 6, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.lines)
        column.addWidget(keys)
        self.hide()

    def show_words(self, words: list[str], widest: int) -> None:
        """Show these lines, none of them marked, in at most ``widest`` pixels."""
        self.lines.clear()
        for line in words:
            item = QListWidgetItem(line, self.lines)
            item.setToolTip(line)
        self.lines.setCurrentRow(-1)
        self.lines.setFixedHeight(self.lines.sizeHintForRow(0) * len(words) + 4)
        room = self._window.width() - 16
        wanted = min(widest, self.lines.sizeHintForColumn(0) + 24)
        self.setFixedWidth(min(room, max(_NARROWEST, self._keys.sizeHint().width() + 4, wanted)))
        self.adjustSize()

    def stand_at(self, below: QPoint, line_height: int) -> None:
        """Stand below a point of the window, or above its line where there is no room."""
        window = self._window
        top = below.y() + 2
        if top + self.height() > window.height():
            top = max(0, below.y() - line_height - self.height() - 2)
        self.move(max(8, min(below.x(), window.width() - self.width() - 8)), top)
        self.raise_()
        self.show()


class Completion(QObject):
    """Offers words for one text field while somebody types in it. ``offers``: see ``desktop.offers``."""

    def __init__(self, edit: RichTextEdit, offers: Offers) -> None:
        super().__init__(edit)
        self._edit = edit
        self._ask = offers
        self._offered: list[Offer] = []
        self._before = ""
        self._typing = False
        self.popup: OfferList | None = None
        edit.installEventFilter(self)
        edit.edited.connect(self._on_edited)
        edit.cursorPositionChanged.connect(self._on_caret_moved)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self.popup is not None and self.popup.isVisible()

    def close(self) -> None:
        """Hide the list."""
        self._offered = []
        if self.popup is not None:
            self.popup.hide()

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key is the list's: of those that write nothing, and only while it is open."""
        if not self._offered or not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        marked = self._row() >= 0
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down)
        return event.key() in keys or (marked and event.key() in (*_ENTER, Qt.Key.Key_Up))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self.wants(event):
                event.accept()
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._on_key(event)
            case QEvent.Type.InputMethod:
                self._typing = True
            case QEvent.Type.FocusOut | QEvent.Type.Hide | QEvent.Type.Wheel:
                self.close()
            case _:
                pass
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if not self.wants(event):
            self._typing = event.key() == Qt.Key.Key_Backspace or (bool(event.text()) and event.text().isprintable())
            if event.key() in _ENTER:
                self.close()
            return False
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down:
                self._mark(min(self._row() + 1, len(self._offered) - 1))
            case Qt.Key.Key_Up:
                self._mark(self._row() - 1)
            case _:
                self._take(max(0, self._row()))
        return True

    def _row(self) -> int:
        return self.popup.lines.currentRow() if self.popup is not None else -1

    def _mark(self, row: int) -> None:
        if self.popup is not None:
            self.popup.lines.setCurrentRow(row)

    def _take(self, row: int) -> None:
        """Write the offer of a row in place of what was typed of it."""
        offer = self._offered[row]
        cursor = self._edit.textCursor()
        block = cursor.block().position()
        self.close()
        self._typing = False
        cursor.setPosition(block + offer.start)
        cursor.setPosition(block + len(self._before), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(offer.words)
        self._edit.setTextCursor(cursor)

    def _on_edited(self) -> None:
        """Offer what fits, where the text changed by a key."""
        typing, self._typing = self._typing, False
        cursor = self._edit.textCursor()
        if not typing or cursor.hasSelection() or not self._edit.hasFocus():
            self.close()
            return
        words, at = cursor.block().text(), cursor.positionInBlock()
        self._before = words[:at]
        self._offered = self._ask(words[:at], words[at:])
        if self._offered:
            self._show()
        else:
            self.close()

    def _show(self) -> None:
        window = self._edit.window()
        if self.popup is None or self.popup.parentWidget() is not window:
            self.popup = OfferList(window)
            self.popup.lines.itemClicked.connect(self._on_clicked)
            self._edit.destroyed.connect(self.popup.deleteLater)
        self.popup.show_words([offer.words for offer in self._offered], self._edit.width())
        caret = self._edit.cursorRect()
        self.popup.stand_at(self._edit.viewport().mapTo(window, caret.bottomLeft()), caret.height())

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if self.popup is not None and self._offered:
            self._take(self.popup.lines.row(item))

    def _on_caret_moved(self) -> None:
        """Close the list where the caret has left the words it is about."""
        cursor = self._edit.textCursor()
        if self._offered and cursor.block().text()[: cursor.positionInBlock()] != self._before:
            self.close()

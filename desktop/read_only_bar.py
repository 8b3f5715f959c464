"""The strip at the head of a window that only reads: who has the library, and the way to change it after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import theme
from desktop.library import Library
from desktop.one_window import LibraryHold
from resources.texts import gettext as _


class ReadOnlyBar(QFrame):
    """Takes the hold on the library at once; in sight only while another copy of the program has it.

    Signals:
        opened: the library may now be changed here.
        refused(str): it still may not; a sentence that says who has it.
    """

    opened = Signal()
    refused = Signal(str)

    def __init__(self, library: Library, hold: LibraryHold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._hold = library, hold
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.retry = QPushButton(_("Mở để sửa"))
        self.retry.clicked.connect(self._on_retry)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.retry)
        self._try()

    def _try(self) -> bool:
        taken = self._hold.take()
        self._library.held_by = None if taken else self._hold.holder()
        self.words.setText(
            _("Chỉ xem: thư viện đang được mở để sửa ở {who}. Không sửa, nhập hay lưu được ở cửa sổ này.").format(
                who=self._library.held_by
            )
        )
        self.setVisible(not taken)
        return taken

    def _on_retry(self) -> None:
        if self._try():
            self.opened.emit()
        else:
            self.refused.emit(
                _("Thư viện vẫn đang mở ở {who}. Hãy đóng cửa sổ bên đó trước.").format(who=self._library.held_by)
            )

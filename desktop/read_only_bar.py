"""The strip at the head of a window that only reads: who has the library, and the way to change it after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.library import Library
from desktop.one_window import LibraryHold
from desktop.strip import Strip
from resources.texts import gettext as _


class ReadOnlyBar(Strip):
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
        self.retry = QPushButton(_("Mở để sửa"))
        self.retry.clicked.connect(self._on_retry)
        self.lay_out(self.retry)
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

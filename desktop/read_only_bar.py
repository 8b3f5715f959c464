"""The strip at the head of a window that only reads: who has the library, and the way to change it after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.library import Library
from desktop.one_window import LibraryHold
from desktop.strip import Strip
from plans.errors import Trouble
from resources.messages import sentence
from resources.texts import gettext as _


class ReadOnlyBar(Strip):
    """Takes the hold on the library at once; in sight only while another copy of the program has it, or while it
    cannot be written.

    Signals:
        opened: the library may now be changed here.
        closed: the library may only be read from now on.
        refused(str): it still may not; a sentence that says who has it.
    """

    opened = Signal()
    closed = Signal()
    refused = Signal(str)

    def __init__(self, library: Library, hold: LibraryHold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._hold = library, hold
        self.retry = QPushButton(_("Mở để sửa"))
        self.retry.clicked.connect(self._on_retry)
        library.unwritable.connect(self._on_unwritable)
        self.lay_out(self.retry)
        self._try()

    def _try(self) -> bool:
        taken = self._hold.take()
        self._library.barred = None if taken else Trouble("library-held", who=self._hold.holder())
        self.words.setText(
            _("Chỉ xem: thư viện đang được mở để sửa ở {who}. Không sửa, nhập hay lưu được ở cửa sổ này.").format(
                who=self._hold.holder()
            )
        )
        self.setVisible(not taken)
        return taken

    def _on_unwritable(self, trouble: Trouble) -> None:
        self._library.barred = trouble
        why = sentence(trouble.code, trouble.data)
        self.words.setText(_("Chỉ xem, in và xuất được. {why}").format(why=why))
        self.show()
        self.closed.emit()

    def _on_retry(self) -> None:
        if self._try():
            self._library.ask(self._library.open_again, self._on_opened_again)
        else:
            self.refused.emit(
                _("Thư viện vẫn đang mở ở {who}. Hãy đóng cửa sổ bên đó trước.").format(who=self._hold.holder())
            )

    def _on_opened_again(self, _nothing: object) -> None:
        if self._library.barred is None:
            self.opened.emit()
        else:
            self.refused.emit(sentence(self._library.barred.code, self._library.barred.data))

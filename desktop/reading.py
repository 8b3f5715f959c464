"""Files read in the background: a strip says what goes on and offers to call it off; the window stays free."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop import theme
from desktop.tasks import Tasks
from plans.errors import Trouble
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from documents.arriving import Arrived

SHOWN_AFTER_MS = 400
"""What is quicker than this is not announced."""

STAGES = {
    "starting": N_("Đang mở “{name}”…"),
    "reading": N_("Đang đọc “{name}” và nhận ra các phần của kế hoạch…"),
    "tracing": N_("Đang nối từng phần với chỗ của nó trong “{name}”…"),
}


class Reading(QObject):
    """Reads one file at a time; asking for another calls the one under way off.

    Signals:
        began(str), stage(str), ended: a file of that name is being read; which of STAGES it is at; it is over.
        read(Arrived): what the file holds; never comes for what was called off.
        troubled(Trouble): the file could not be read.
    """

    began = Signal(str)
    stage = Signal(str)
    ended = Signal()
    read = Signal(object)
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks("reading", self)
        self._stop = threading.Event()

    def start(self, path: Path) -> None:
        """Read ``path``."""
        self._stop.set()
        self._stop = threading.Event()
        self.began.emit(path.name)
        work = partial(_read, path, self.stage.emit, self._stop)
        self._tasks.run(work, partial(self._on_read, self._stop), partial(self._on_failed, self._stop))

    def cancel(self) -> None:
        """Call off what is under way; nothing comes of it."""
        self._stop.set()
        self.ended.emit()

    def close(self) -> None:
        """Call off what is under way and end the thread."""
        self._stop.set()
        self._tasks.close()

    def _on_read(self, stop: threading.Event, arrived: Arrived | None) -> None:
        if not stop.is_set() and arrived is not None:
            self.ended.emit()
            self.read.emit(arrived)

    def _on_failed(self, stop: threading.Event, trouble: Trouble) -> None:
        if not stop.is_set():
            self.ended.emit()
            self.troubled.emit(trouble)


def _read(path: Path, tell: object, stop: threading.Event) -> Arrived | None:
    import desktop.review  # noqa: F401, PLC0415 - and its page, here where importing holds nobody up
    from documents.arriving import read_apart  # noqa: PLC0415 - readers only when a file is read

    return read_apart(path, tell, stop)  # type: ignore[arg-type]


class ReadingStrip(QFrame):
    """Shows what ``Reading`` is at, once that takes a moment, with a button to call it off."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.words = QLabel()
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setFixedWidth(160)
        moving.setAccessibleName(_("Đang đọc tệp"))
        self.cancel = QPushButton(_("Dừng đọc"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.setSpacing(theme.GAP)
        row.addWidget(moving)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SHOWN_AFTER_MS)
        self._pause.timeout.connect(self.show)
        self.cancel.clicked.connect(reading.cancel)
        reading.began.connect(self._on_began)
        reading.stage.connect(self._on_stage)
        reading.ended.connect(self._on_ended)
        self.hide()

    def _on_began(self, name: str) -> None:
        self._name = name
        self._on_stage("starting")
        self._pause.start()

    def _on_stage(self, stage: str) -> None:
        self.words.setText(_(STAGES.get(stage, STAGES["reading"])).format(name=self._name))

    def _on_ended(self) -> None:
        self._pause.stop()
        self.hide()

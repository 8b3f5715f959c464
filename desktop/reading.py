"""Files read in the background: a strip says what goes on and offers to call it off; the window stays free."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
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
    from documents.limited import Tell

SHOWN_AFTER_MS = 400
"""What is quicker than this is not announced."""

STAGES = {
    "starting": N_("Đang mở “{name}”…"),
    "converting": N_("Đang đọc tệp Word kiểu cũ “{name}”…"),
    "comparing": N_("Đang đối chiếu chữ của “{name}” để không sót…"),
    "pages": N_("Đang đọc “{name}”, trang {done}/{total}…"),
    "paragraphs": N_("Đang ghép dòng của “{name}” thành đoạn…"),
    "recognising": N_("Đang nhận ra các phần của kế hoạch trong “{name}”…"),
    "returning": N_("Đang tìm các chỗ đã sửa trong “{name}”…"),
    "tracing": N_("Đang nối từng phần với chỗ của nó trong “{name}”…"),
}

ReadingWork = Callable[[Path, "Tell", threading.Event], object]
"""Makes something of a file in a thread, tells its stages, and returns None once it is called off."""


class Reading(QObject):
    """Reads one file at a time; asking for another calls the one under way off.

    Signals:
        began(str), ended: a file of that name is being read; it is over.
        stage(str, int, int): which of STAGES reading is at, with steps done and steps in all (0 for none).
        read(object): what the file holds, an ``Arrived`` unless another work was asked for; never comes for what was
            called off.
        troubled(Trouble): the file could not be read.
    """

    began = Signal(str)
    stage = Signal(str, int, int)
    ended = Signal()
    read = Signal(object)
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks("reading", self)
        self._stop = threading.Event()

    def start(self, path: Path, work: ReadingWork | None = None) -> None:
        """Read ``path``; work: what is made of it, None for the plan that it is recognised as."""
        self._stop.set()
        self._stop = threading.Event()
        self.began.emit(path.name)
        job = partial(work or _read, path, self._tell, self._stop)
        self._tasks.run(job, partial(self._on_read, self._stop), partial(self._on_failed, self._stop))

    def cancel(self) -> None:
        """Call off what is under way; nothing comes of it."""
        self._stop.set()
        self.ended.emit()

    def close(self) -> None:
        """Call off what is under way and end the thread."""
        self._stop.set()
        self._tasks.close()

    def _tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        self.stage.emit(stage, done, total)

    def _on_read(self, stop: threading.Event, found: object) -> None:
        if not stop.is_set() and found is not None:
            self.ended.emit()
            self.read.emit(found)

    def _on_failed(self, stop: threading.Event, trouble: Trouble) -> None:
        if not stop.is_set():
            self.ended.emit()
            self.troubled.emit(trouble)


@dataclass(frozen=True)
class OfOpenPlan:
    """A Word file that was exported from the plan that is open: its changes can be taken in. path: the file."""

    path: Path


def read_unless_own(path: Path, tell: Tell, stop: threading.Event, *, own: str) -> Arrived | OfOpenPlan | None:
    """Read ``path`` unless it is an export of the plan with the id ``own``."""
    from documents.carried import carried_id  # noqa: PLC0415 - as below

    return OfOpenPlan(path) if carried_id(path) == own else _read(path, tell, stop)


def _read(path: Path, tell: Tell, stop: threading.Event) -> Arrived | None:
    import desktop.editor_page  # noqa: PLC0415 - pages that come next, here where importing holds nobody up
    import desktop.review  # noqa: F401, PLC0415
    from documents.arriving import read_apart  # noqa: PLC0415 - readers only when a file is read

    return read_apart(path, tell, stop)


class ReadingStrip(QFrame):
    """Shows what ``Reading`` is at, once that takes a moment, with a button to call it off."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.words = QLabel()
        self.moving = QProgressBar()
        self.moving.setTextVisible(False)
        self.moving.setFixedWidth(160)
        self.moving.setAccessibleName(_("Đang đọc tệp"))
        self.cancel = QPushButton(_("Dừng đọc"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.setSpacing(theme.GAP)
        row.addWidget(self.moving)
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
        self._on_stage("starting", 0, 0)
        self._pause.start()

    def _on_stage(self, stage: str, done: int, total: int) -> None:
        text = _(STAGES.get(stage, STAGES["starting"]))
        self.words.setText(text.format(name=self._name, done=done, total=total))
        self.moving.setRange(0, total)
        self.moving.setValue(done)

    def _on_ended(self) -> None:
        self._pause.stop()
        self.hide()

"""Bản Word đã sửa: at the foot of the editor, all that was changed in Word, ticked one by one and taken in one step."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.findings.places import place_texts
from desktop.foot_pane import FootPane, heading
from desktop.library import Library
from desktop.reading import Reading, ReadingStrip
from desktop.returning.change_list import ChangeList
from desktop.returning.rows import Row, rows_of, standings
from desktop.returning.trying import Trial, Trying
from plans.errors import Trouble
from plans.plan import Plan
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.limited import Tell
    from documents.returning import Returned

PAUSE_MS = 400


class ReturnPane(FootPane):
    """Takes one returned file at a time into one open plan; follows the plan while it is shown.

    Signals:
        node_selected(str), node_opened(str): the clerk looks at a change, wants to write there.
        troubled(Trouble): the file could not be read, or is no export of this plan.
        taken(str): a sentence that says what was taken in.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)
    troubled = Signal(object)
    taken = Signal(str)

    def __init__(self, document: PlanDocument, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._library = document, library
        self._path = Path()
        self._found: Returned | None = None
        self._accepted = True
        self.reading = Reading(self)
        self.strip = ReadingStrip(self.reading)
        self.trying = Trying(document, self)
        self.title = heading()
        self.said = QLabel()
        self.notes = ElidedLabel()
        self.tracked = QCheckBox(_("Coi sửa đổi có theo dõi là đã chấp nhận"))
        self.take = QPushButton(_("Nhận các thay đổi đã chọn"))
        self.list = ChangeList()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self.hide()

    def open_file(self, path: Path) -> None:
        """Read the file that came back and show what was changed in it."""
        self._path = path
        self.title.setText(_("Bản Word đã sửa: {name}").format(name=path.name))
        self.tracked.setChecked(True)
        self.tracked.hide()
        self._show_nothing()
        self.show()
        self.setFocus()
        self._read()

    def close_work(self) -> None:
        """Stop; nothing more is shown."""
        self._pause.stop()
        self.reading.close()
        self.trying.close()

    def put_away(self) -> None:
        self.reading.cancel()
        super().put_away()

    def sizeHint(self) -> QSize:
        return QSize(600, 290)

    # the file

    def _read(self) -> None:
        self._document.settle()
        current = copy.deepcopy(self._document.plan)
        self.reading.start(self._path, partial(_read, current=current, accept=self.tracked.isChecked()))

    def _on_read(self, read: tuple[Returned, list[Row]]) -> None:
        found, rows = read
        self._found, self._accepted = found, self.tracked.isChecked()
        self.tracked.setVisible(found.tracked)
        self.notes.show_text(" ".join(found.report.notes))
        self.notes.setVisible(bool(found.report.notes))
        self.list.show_rows(rows)
        self.list.setVisible(bool(self.list.rows))
        (self.list if self.list.rows else self).setFocus()
        self.refresh()

    def _on_troubled(self, trouble: Trouble) -> None:
        self.put_away()
        self.troubled.emit(trouble)

    def _show_nothing(self) -> None:
        self._found = None
        self.list.show_rows([])
        self.list.hide()
        self.notes.hide()
        self.said.setText("")
        self.take.setEnabled(False)

    def _on_cancelled(self) -> None:
        """Reading was called off: what was read before it stays."""
        self.tracked.setChecked(self._accepted)
        if self._found is None:
            self.put_away()

    # how the changes stand

    def refresh(self) -> None:
        """Try what is wanted on the plan as it is now."""
        self._pause.stop()
        self._try()

    def _try(self, then: Callable[[Trial], None] | None = None) -> None:
        if self._found is not None:
            self.trying.start(self._found, self.list.rows, self.list.unwanted, self.list.of_word, then)

    @property
    def _taken(self) -> int:
        """How many rows are taken when the clerk says so now."""
        return len(self.list.wanted) + len(self.list.of_word)

    def _on_tried(self, trial: Trial) -> None:
        plan = self._document.plan
        places = place_texts(plan, self._document.labels())
        self.list.show_standings(standings(list(self.list.rows), trial.merged, plan), places)
        self._show_count()

    def _show_count(self) -> None:
        all_, both = len(self.list.open) + len(self.list.both_changed), len(self.list.both_changed)
        if not any(row.is_choice for row in self.list.rows):
            said = _("Không có thay đổi nào để nhận.")
        elif not all_:
            said = _("Không còn thay đổi nào để nhận.")
        else:
            said = _("Chọn {wanted} trong {all} thay đổi").format(wanted=self._taken, all=all_)
        asked = _("{count} chỗ cả hai bên cùng sửa: chọn giữ bản nào").format(count=both) if both else ""
        self.said.setText(" · ".join(filter(None, (said, asked))))
        self.take.setEnabled(self._taken > 0 and not self._document.read_only)

    def _on_ticked(self) -> None:
        self._show_count()
        self._pause.start()

    def _on_applied(self, _change: object) -> None:
        if not self.isHidden() and self._found is not None:
            self._pause.start()

    # taking

    def _on_take(self) -> None:
        self._document.settle()
        if self._found is not None and self._taken:
            self._try(self._on_ready)

    def _on_ready(self, trial: Trial) -> None:
        """Keep the plan as it was, then take the changes."""
        if trial.revision == self._document.revision and trial.merged.batch.changes:
            self._library.versions.keep(self._document.plan, "return")
        QTimer.singleShot(0, self, partial(self._take_in, trial, self._taken))

    def _take_in(self, trial: Trial, wanted: int) -> None:
        """Take the changes as one step; try once more where something was written meanwhile."""
        if trial.revision != self._document.revision:
            self._on_take()
            return
        if not trial.merged.batch.changes:
            return
        self._document.end_burst()
        if self._document.try_edit(trial.merged.batch):
            self.taken.emit(
                _("Đã nhận {count} thay đổi từ “{name}”; Ctrl+Z đưa về như cũ.").format(
                    count=wanted, name=self._path.name
                )
            )
        self._document.end_burst()
        QTimer.singleShot(0, self, self.refresh)

    # parts

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = self.closing_button(_("Đóng bản Word đã sửa"))
        self.take.setProperty("primary", "true")
        self.take.setToolTip(_("Nhận một lần (Ctrl+Enter); bản trước đó được lưu lại, Ctrl+Z đưa về như cũ"))
        self.tracked.setToolTip(_("Bỏ chọn để đọc tệp như khi từ chối mọi sửa đổi có theo dõi (track changes)"))
        self.notes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.notes.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 2)
        row = self.head_row()
        row.addWidget(self.title)
        row.addWidget(self.said, 1)
        for widget in (self.tracked, self.take, close):
            row.addWidget(widget)
        self.stack(row, self.strip, self.notes, self.list)

    def _connect(self) -> None:
        self.reading.read.connect(self._on_read)
        self.reading.troubled.connect(self._on_troubled)
        self.strip.cancel.clicked.connect(self._on_cancelled)
        self.trying.tried.connect(self._on_tried)
        self.tracked.clicked.connect(self._read)
        self.take.clicked.connect(self._on_take)
        self.list.ticked.connect(self._on_ticked)
        self.list.node_selected.connect(self.node_selected)
        self.list.node_opened.connect(self.node_opened)
        self._pause.timeout.connect(self.refresh)
        self._document.applied.connect(self._on_applied)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)
        keys.setWhatsThis(_("Nhận các thay đổi đã chọn"))
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _read(
    path: Path, tell: Tell, stop: threading.Event, *, current: Plan, accept: bool
) -> tuple[Returned, list[Row]] | None:
    from documents.returning.apart import return_apart  # noqa: PLC0415 - only when a file is read

    found = return_apart(path, tell, stop, current=current, accept=accept)
    return None if found is None else (found, rows_of(found))

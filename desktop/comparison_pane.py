"""So với …: at the foot of the editor, what the open plan adds to an older one or a file, drops, moves, rewords."""

from __future__ import annotations

import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from desktop import theme
from desktop.comparison_tree import HEADS, ComparisonTree, Line, lines_of
from desktop.document import PlanDocument
from desktop.findings.places import place_texts
from desktop.foot_pane import FootPane, heading
from desktop.reading import Reading, ReadingStrip
from desktop.tasks import Tasks
from plans.errors import Trouble
from plans.plan import Plan
from plans.rollover import compared
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.comparing.apart import Other

PAUSE_MS = 600


class ComparisonPane(FootPane):
    """Compares one document with one other plan at a time; follows the document while it is shown.

    Signals:
        node_selected(str): the clerk wants to see this part of the plan.
        redline_asked(object): the comparison shall be written as a DOCX; the other Plan, or the file's Path.
        troubled(Trouble): the file could not be read.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    redline_asked = Signal(object)
    troubled = Signal(object)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.other: Plan | Path | None = None
        """What is compared with; a Path where the file holds no plan; None before anything was."""
        self._asked = 0
        self._tasks = Tasks("comparison", self)
        self.reading = Reading(self)
        self.strip = ReadingStrip(self.reading)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.title = heading()
        self.sum = QLabel()
        self.save = QPushButton(_("Lưu bản so sánh (DOCX)…"))
        self.save.setToolTip(_("Tệp Word có theo dõi sửa đổi: chấp nhận hết là bản đang soạn, từ chối hết là bản kia"))
        self.tree = ComparisonTree()
        self.counts = {kind: self._make_count(kind) for kind in HEADS}
        self._show_counts([])
        self._lay_out()
        self.tree.node_chosen.connect(self.node_selected)
        self.save.clicked.connect(self._on_save)
        self.reading.read.connect(self._on_read)
        self.reading.troubled.connect(self._on_troubled)
        self.strip.cancel.clicked.connect(self.put_away)
        document.applied.connect(self._on_applied)
        self.hide()

    def compare(self, other: Plan, name: str) -> None:
        """Show how the plan differs from ``other``; name: what that comparison is called."""
        self._begin(other, name)
        self.refresh()

    def compare_file(self, path: Path) -> None:
        """Read a file and show how the plan differs from what it holds."""
        from documents.comparing.apart import other_apart  # noqa: PLC0415 - only when a file is read

        self._begin(None, _("So với tệp “{name}”").format(name=path.name))
        self.reading.start(path, other_apart)

    def _begin(self, other: Plan | Path | None, name: str) -> None:
        self._document.settle()
        self._asked += 1
        self.other = other
        self.title.setText(name)
        self.tree.setAccessibleName(name)
        self.tree.forget()
        self._show_counts([])
        self.sum.setText("")
        self.save.setEnabled(other is not None)
        self.show()
        self.tree.setFocus()

    def _lay_out(self) -> None:
        close = self.closing_button(_("Đóng phần so sánh"))
        row = self.head_row()
        row.addWidget(self.title)
        for count in self.counts.values():
            row.addWidget(count)
        row.addWidget(self.sum, 1)
        row.addWidget(self.save)
        row.addWidget(close)
        self.stack(row, self.strip, self.tree)

    def sizeHint(self) -> QSize:
        return QSize(600, 230)

    def refresh(self) -> None:
        """Compare anew, in the background."""
        if not isinstance(self.other, Plan):
            return
        self._asked += 1
        if not self.tree.topLevelItemCount():
            self.sum.setText(_("Đang so sánh…"))
        work = partial(_lines, copy.deepcopy(self._document.plan), self.other)
        self._tasks.run(work, partial(self._on_compared, self._asked))

    def close_work(self) -> None:
        """Stop; nothing more is shown."""
        self._pause.stop()
        self._asked += 1
        self.reading.close()
        self._tasks.close()

    def put_away(self) -> None:
        self.reading.cancel()
        super().put_away()

    def _on_read(self, found: Other) -> None:
        """Compare with the file's plan; where it holds none, only the redline can tell."""
        if found.plan is not None:
            self.compare(found.plan, self.title.text())
            return
        self.other = found.path
        self.save.setEnabled(True)
        self.save.setFocus()
        self.sum.setText(_("Tệp không mang theo kế hoạch nên không kê từng mục được; bản so sánh DOCX vẫn lưu được."))

    def _on_troubled(self, trouble: Trouble) -> None:
        self.put_away()
        self.troubled.emit(trouble)

    def _on_save(self) -> None:
        self._document.settle()
        self.redline_asked.emit(self.other)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _on_applied(self, _change: object) -> None:
        if self.isVisible():
            self._pause.start()

    def _on_compared(self, asked: int, lines: list[Line]) -> None:
        if asked != self._asked:
            return
        self.tree.show_lines(lines, place_texts(self._document.plan, self._document.labels()))
        self._show_counts(lines)
        self.sum.setText("" if lines else self._nothing())

    def _make_count(self, kind: str) -> QToolButton:
        """Return the button that says how many changes of a kind there are, and leads to the first of them."""
        button = QToolButton()
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(theme.icon(kind, self.palette(), theme.change(kind, self.palette())))
        button.setToolTip(_("Đến chỗ đầu tiên"))
        button.clicked.connect(partial(self._on_count_clicked, kind))
        return button

    def _on_count_clicked(self, kind: str, _checked: bool = False) -> None:
        self.tree.jump(kind)

    def _show_counts(self, lines: list[Line]) -> None:
        for kind, button in self.counts.items():
            count = sum(line.kind == kind for line in lines)
            button.setText(_(HEADS[kind]).format(count=count))
            button.setVisible(bool(lines))
            button.setEnabled(count > 0)

    def _nothing(self) -> str:
        """Say what it means that no words differ."""
        if not isinstance(self.other, Plan) or self.other.id != self._document.plan.id:
            return _("Chỉ khác ở các mốc thời gian đã chuyển sang năm mới.")
        if self.other == self._document.plan:
            return _("Không khác chỗ nào.")
        return _("Lời văn không khác; chỉ khác ở ngày tháng, trạng thái, ghi chú hoặc cách trình bày.")


def name_of(plan: Plan, last: Plan) -> str:
    """Return what the comparison of ``plan`` with the one it was made from is called."""
    if last.year and last.year != plan.year:
        return _("So với năm {year}").format(year=last.year)
    return _("So với bản trước")


def _lines(plan: Plan, other: Plan) -> list[Line]:
    return lines_of(compared(plan, other))

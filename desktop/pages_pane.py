"""The pane with the real pages: what will be printed, laid out in a process of its own, joined to the nodes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.elided_label import ElidedLabel
from desktop.pages_strip import PagesStrip
from desktop.pages_view import PagesView
from documents.pages.messages import Drawn, Failed, LaidOut, NodesFound, Reply
from documents.pages.page_map import PageMap
from documents.pages.worker import PageWorker
from plans.plan import Plan
from resources.messages import sentence
from resources.texts import gettext as _

SLOW_MS = 600
"""Laying out is only mentioned when it takes longer than this."""

LONELY_LINES = 4
"""A signature with so few lines of the text above it on its page is worth a word."""


class PagesPane(QWidget):
    """Shows the pages of a plan and marks the chosen node on them.

    Signals:
        node_clicked(str): the id of the node whose text was clicked: PLAN_ID in letterhead and title, "recipients" in
            the signature and beside the recipients.
        mapped: the newest pages are shown and it is known where the nodes stand on them.
    """

    node_clicked = Signal(str)
    mapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PagesView()
        self.view.setAccessibleName(_("Trang in"))
        self.strip = PagesStrip()
        self.strip.hide()
        self._relay = _Relay(self)
        self._relay.replied.connect(self._on_replied)
        self._worker: PageWorker | None = None
        self._plan: Plan | None = None
        self._asked = self._shown = self._searched = 0
        self._map = PageMap()
        self._selected = ""
        self._wants_to_show = self._choosing = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._lay_out()
        self._connect()
        self.clear()

    # what the editor calls

    def show_plan(self, plan: Plan) -> None:
        """Lay out the plan as it stands and show it in place of what was; the caller waits for pauses in typing."""
        self._plan = plan
        self._asked = self._running_worker().lay_out(plan)
        self._failure.hide()
        self._slow.start()
        self.view.empty_text = _("Đang dựng trang in…")
        self.view.viewport().update()

    def select_node(self, node_id: str) -> None:
        """Mark the node's lines; scroll only when none of them is in sight."""
        self._selected = node_id
        self._wants_to_show = True
        self._mark_selected()

    def clear(self) -> None:
        """Forget the plan, as when it is closed."""
        self._plan, self._asked, self._shown, self._map = None, 0, 0, PageMap()
        self._selected = ""
        self._slow.stop()
        self._failure.hide()
        self.warning.hide()
        self._note.setText("")
        self.view.empty_text = _("Trang in sẽ hiện ở đây.")
        self.view.clear()
        self.strip.set_pages(())

    def close_worker(self) -> None:
        """End the worker's process; the pane shows nothing new afterwards."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    # how it is made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_failure())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.view, 1)
        column.addLayout(row, 1)
        column.addWidget(self._make_warning())
        column.addWidget(self._make_bar())

    def _make_failure(self) -> QFrame:
        self._failure = QFrame()
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._retry = QPushButton(_("Thử lại"))
        row = QHBoxLayout(self._failure)
        row.addWidget(self._reason, 1)
        row.addWidget(self._retry)
        return self._failure

    def _make_warning(self) -> QLabel:
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setMargin(6)
        self.warning.setStyleSheet(f"color: {theme.warning(self.palette()).name()}")
        self.warning.hide()
        return self.warning

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        self._place, self._note, self._percent = QLabel(), ElidedLabel(), QLabel()
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        small = self._note.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        self._note.setFont(small)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 %"))
        self._smaller = _tool_button("−", _("Thu nhỏ"))
        self._larger = _tool_button("+", _("Phóng to"))
        self._fit = _tool_button("↔", _("Vừa bề ngang"))
        self._fit.setCheckable(True)
        self._small_pages = _tool_button("▤", _("Trang thu nhỏ"))
        self._small_pages.setCheckable(True)
        self._small_pages.setShortcut(QKeySequence("Shift+F9"))
        self._small_pages.setToolTip(_("Hiện các trang thu nhỏ (Shift+F9)"))
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self._small_pages)
        row.addWidget(self._place)
        row.addWidget(self._note, 1)
        for widget in (self._smaller, self._percent, self._larger, self._fit):
            row.addWidget(widget)
        return bar

    def _connect(self) -> None:
        self.view.picture_wanted.connect(self._on_picture_wanted)
        self.view.pictures_called_off.connect(self._on_pictures_called_off)
        self.view.clicked_at.connect(self._on_clicked_at)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.zoom_changed.connect(self._on_zoom_changed)
        self.strip.page_chosen.connect(self._on_page_chosen)
        self.strip.pages.picture_wanted.connect(self._on_small_picture_wanted)
        self._small_pages.toggled.connect(self.strip.setVisible)
        self._retry.clicked.connect(self._on_retry)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._fit.clicked.connect(self._on_fit)

    def _running_worker(self) -> PageWorker:
        if self._worker is None:
            self._worker = PageWorker(self._relay.replied.emit)
            self._worker.start()
        return self._worker

    # replies of the worker

    def _on_replied(self, reply: Reply) -> None:
        match reply:
            case LaidOut() if reply.number == self._asked:
                self._show_pages(reply)
            case Drawn() if reply.number == self._shown:
                self._show_picture(reply)
            case NodesFound() if reply.number == self._shown:
                self._show_nodes(reply)
            case Failed() if reply.number in (self._asked, self._shown):
                self._show_failure(reply)
            case _:
                pass

    def _show_pages(self, laid_out: LaidOut) -> None:
        self._slow.stop()
        self._note.setText(_("Ngắt trang gần đúng với Word"))
        self._note.setToolTip(_("Khi mở bằng Word, chỗ ngắt trang có thể lệch đôi dòng so với ở đây."))
        self._wants_to_show = self._wants_to_show or self.view.is_marked_in_sight()
        self._shown = laid_out.number
        self.view.set_pages(laid_out.sizes)
        self.strip.set_pages(laid_out.sizes)
        self._on_page_changed(self.view.page)

    def _show_picture(self, drawn: Drawn) -> None:
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        if drawn.small:
            self.strip.pages.set_picture(drawn.page, image)
            return
        self.view.set_picture(drawn.page, drawn.scale, QPixmap.fromImage(image))
        if self._searched != self._shown:
            self._searched = self._shown  # not before the first picture: seeing comes first
            self._running_worker().find_nodes(self._shown)

    def _show_nodes(self, found: NodesFound) -> None:
        self._map = PageMap(found.boxes, found.ids, found.parts)
        self._mark_selected()
        self._warn_of_ending()
        self.mapped.emit()

    def _warn_of_ending(self) -> None:
        """Say when the signature has gone to a new page with next to nothing of the text."""
        ending = self._map.ending()
        lonely = ending is not None and ending.page > 0 and ending.lines <= LONELY_LINES
        self.warning.setVisible(lonely)
        if ending is not None and lonely:
            self.warning.setText(
                _(
                    "Chữ ký rơi sang trang {page}, chỉ kèm {lines} dòng. "
                    "Bớt vài dòng phía trước thì chữ ký về trang {before}."
                ).format(page=ending.page + 1, lines=ending.lines, before=ending.page)
            )

    def _show_failure(self, failed: Failed) -> None:
        self._slow.stop()
        self._reason.setText(sentence(failed.code, failed.told))
        self._failure.show()
        self._note.setText(_("Trang in chưa theo kịp văn bản") if self._shown else "")
        self.view.empty_text = ""
        self.view.viewport().update()

    def _mark_selected(self) -> None:
        rects = self._map.rects(self._selected)
        self.view.mark(rects, {page: self._map.left_edge(page) for page in {rect.page for rect in rects}})
        if rects and self._wants_to_show:
            self._wants_to_show = False
            self.view.show_marked()

    # the user and the view

    def _on_picture_wanted(self, page: int, scale: float) -> None:
        if self._worker is not None and self._shown:
            self._worker.draw(self._shown, page, scale)

    def _on_small_picture_wanted(self, page: int, scale: float) -> None:
        if self._worker is not None and self._shown:
            self._worker.draw_small(self._shown, page, scale)

    def _on_pictures_called_off(self) -> None:
        if self._worker is not None:
            self._worker.call_off_drawing()

    def _on_clicked_at(self, page: int, x: float, y: float) -> None:
        node_id = self._map.node_at(page, x, y)
        if node_id is not None:
            self.node_clicked.emit(node_id)

    def _on_page_chosen(self, page: int) -> None:
        self._choosing = True
        self.view.show_page(page)
        self._choosing = False
        self._say_page(page)

    def _on_page_changed(self, page: int) -> None:
        if self._choosing:
            return  # of several pages in sight the chosen one stays marked
        self.strip.follow(page)
        self._say_page(page)

    def _say_page(self, page: int) -> None:
        text = _("Trang {page} / {pages}").format(page=page + 1, pages=self.view.page_count) if page >= 0 else ""
        self._place.setText(text)

    def _on_zoom_changed(self, zoom: float) -> None:
        self._percent.setText(f"{round(zoom * 100)} %")
        self._fit.setChecked(self.view.is_fitted)

    def _on_smaller(self) -> None:
        self.view.step_zoom(-1)

    def _on_larger(self) -> None:
        self.view.step_zoom(1)

    def _on_fit(self, checked: bool) -> None:
        self.view.set_zoom(None if checked else 1.0)

    def _on_retry(self) -> None:
        if self._plan is not None:
            self.show_plan(self._plan)

    def _on_slow(self) -> None:
        self._note.setText(_("Đang dựng lại trang in…"))

    def showEvent(self, event: QShowEvent) -> None:
        """Start the worker with the first show, so that it is ready when the first document comes."""
        super().showEvent(event)
        self._running_worker()


class _Relay(QObject):
    """Carries replies from the worker's thread to the window's."""

    replied = Signal(object)


def _tool_button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button

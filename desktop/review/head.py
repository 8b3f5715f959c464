"""Over the review: which file, how many of its words have a place, how many doubts are open, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.elided_label import ElidedLabel
from desktop.review.state import ReviewState
from resources import texts
from resources.texts import gettext as _


class ReviewHead(QFrame):
    """Says how the import stands. ``accept``, ``roll`` and ``cancel`` are its buttons; ``rolls``: the way to the new
    year's draft is the one offered first."""

    def __init__(self, state: ReviewState, *, rolls: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setProperty("line", "bottom")
        self.name = ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.name.show_text(_("Xem lại khi nhập: {name}").format(name=state.path.name))
        self.sum = QLabel()
        self.share = _Share()
        self.accept = QPushButton()
        self.roll = QPushButton()
        self.cancel = QPushButton(_("Hủy"))
        self.cancel.setToolTip(_("Không nhập; thư viện giữ nguyên (Esc)"))
        first, second = (self.roll, self.accept) if rolls else (self.accept, self.roll)
        first.setProperty("primary", "true")
        self._lay_out(first, second)
        self._name_buttons()
        self.refresh()

    def _name_buttons(self) -> None:
        year = self._state.document.plan.year
        self.accept.setText(_("Nhận vào kế hoạch"))
        self.accept.setToolTip(_("Thêm vào thư viện và mở để soạn (Enter)"))
        rolling = _("Nhận và làm cho năm {year}").format(year=year + 1) if year else _("Nhận và làm cho năm mới")
        self.roll.setText(rolling)
        self.roll.setToolTip(_("Thêm kế hoạch này vào thư viện, rồi xem từng thay đổi cho năm mới"))

    def _lay_out(self, first: QPushButton, second: QPushButton) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.name)
        words.addWidget(self.sum)
        words.addWidget(self.share)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.setSpacing(theme.SMALL_GAP)
        row.addLayout(words, 1)
        row.addSpacing(theme.GAP)
        for button in (self.cancel, second, first):
            row.addWidget(button)

    def refresh(self) -> None:
        """Say how things stand now."""
        state = self._state
        unplaced, doubts = state.unplaced_words, len(state.doubts)
        text = _("{total} từ: {placed} đã xếp, {unplaced} chưa xếp").format(
            total=figure(state.total), placed=figure(state.total - unplaced), unplaced=figure(unplaced)
        )
        more = _("{count} chỗ ngờ cần xem").format(count=doubts) if doubts else _("không còn chỗ ngờ")
        self.sum.setText(f"{text} · {more}")
        self.share.show_share((state.total - unplaced) / state.total if state.total else 1.0)
        self.share.setAccessibleName(text)


class _Share(QWidget):
    """A thin bar: placed in the accent, the rest in the colour of doubts."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 1.0
        self.setFixedHeight(4)

    def show_share(self, share: float) -> None:
        """Show ``share`` (0 to 1) as placed; what is left, however little, stays in sight."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        left = max(room.width() * (1 - self._share), 4.0) if self._share < 1 else 0.0
        painter.fillRect(room.adjusted(0, 0, -left, 0), theme.tint(self.palette(), 0.8))
        painter.fillRect(room.adjusted(room.width() - left, 0, 0, 0), theme.warning(self.palette()))


def figure(number: int) -> str:
    """Return a count with its thousands parted as the language does."""
    parted = f"{number:,}"
    return parted.replace(",", ".") if texts.language() == "vi" else parted

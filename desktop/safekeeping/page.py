"""The page "Sao lưu và khôi phục": the backups there are, and the way back from one of them, also when the library is
damaged and nothing else can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from desktop.page_frame import PageFrame
from desktop.second_press import SecondPressButton
from desktop.two_lines import Choice, ChoicesModel, TwoLines
from plans.errors import Trouble
from resources.messages import sentence
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.backups import Backup


class BackupsPage(PageFrame):
    """Lists backups; ``trouble``: why the library can't be read, None where it can.

    Signals:
        backup_asked: make one now.
        restore_asked(Path): put this one in the library's place.
        afresh_asked: keep the damaged file and begin an empty library.
    """

    backup_asked = Signal()
    restore_asked = Signal(object)
    afresh_asked = Signal()

    def __init__(self, trouble: Trouble | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = trouble
        self.model = ChoicesModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(_("Các bản sao lưu"))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.empty = QLabel(_("Chưa có bản sao lưu nào. Bản đầu tiên được làm ngay trong ngày đầu sử dụng."))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = QPushButton(_("Về thư viện"))
        self.make = QPushButton(_("Sao lưu ngay"))
        self.afresh = SecondPressButton(
            _("Bắt đầu thư viện trống"), _("Bấm lần nữa để bắt đầu trống (tệp hỏng được giữ lại)")
        )
        self.restore = SecondPressButton(_("Khôi phục bản đang chọn"), _("Bấm lần nữa để khôi phục"))
        self.setFocusProxy(self.list)
        self._compose()
        self._connect()
        self.show_backups([])

    def _compose(self) -> None:
        middle = QVBoxLayout()
        middle.addWidget(self.empty)
        middle.addWidget(self.list, 1)
        self.back.setVisible(self.trouble is None)
        self.make.setVisible(self.trouble is None)
        self.afresh.setVisible(self.trouble is not None)
        buttons = [self.back, self.make, self.afresh, self.restore]
        if self.trouble is not None:
            title, words = _("Thư viện không mở được"), sentence(self.trouble.code, self.trouble.data)
            hint = _("Chọn bản mới nhất rồi khôi phục. Tệp hỏng được giữ lại bên cạnh, không bị xóa.")
        else:
            title = _("Sao lưu và khôi phục")
            words = _("Chương trình tự sao lưu mỗi ngày, kiểm tra từng bản, và giữ thưa dần: giờ, ngày, tuần, tháng.")
            hint = _("Khi khôi phục, thư viện hiện tại cũng được giữ lại thành một bản sao lưu.")
        self.compose(title, words, middle, hint, buttons)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.make.clicked.connect(self.backup_asked)
        self.afresh.confirmed.connect(self.afresh_asked)
        self.restore.confirmed.connect(self._on_restore)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, newest first; the newest that can be read is chosen."""
        self.model.show_choices([_choice(backup) for backup in backups])
        good = next((at for at, backup in enumerate(backups) if backup.plans is not None), -1)
        self.list.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        self.list.setCurrentIndex(self.model.index(good))
        self._on_current()

    def chosen(self) -> Path | None:
        """Return the backup that is chosen, None for none or one that cannot be read."""
        choice = self.model.choice(self.list.currentIndex())
        return choice.value if choice else None

    def _on_current(self, *_indexes: object) -> None:
        self.restore.calm()
        self.restore.setEnabled(self.chosen() is not None)

    def _on_activated(self, _index: object) -> None:
        self.restore.setFocus()

    def _on_restore(self) -> None:
        backup = self.chosen()
        if backup is not None:
            self.restore_asked.emit(backup)


def _choice(backup: Backup) -> Choice:
    size = f"{backup.path.stat().st_size / 1_000_000:.1f}".replace(".", ",") if backup.path.exists() else "0"
    return Choice(
        value=backup.path if backup.plans is not None else None,
        name=made_when(backup.made_at),
        words=_("không đọc được") if backup.plans is None else _("{count} kế hoạch").format(count=backup.plans),
        aside=_("{size} MB").format(size=size),
    )


def made_when(moment: datetime) -> str:
    """Return when a backup was made as a clerk says it: "hôm nay, 8:05", "26/11/2026, 16:40"."""
    local = moment.astimezone()
    today = datetime.now().astimezone().date()
    clock = f"{local.hour}:{local.minute:02d}"
    if local.date() == today:
        return _("Hôm nay, {clock}").format(clock=clock)
    if local.date() == today - timedelta(days=1):
        return _("Hôm qua, {clock}").format(clock=clock)
    return _("Ngày {day}, {clock}").format(day=f"{local.day}/{local.month}/{local.year}", clock=clock)

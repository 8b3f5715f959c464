"""The page of the office: chosen once on the first run, corrected any time from "Đơn vị của tôi…"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.fields.choices import ChoiceField
from desktop.fields.lines import LineField, TextLinesField
from desktop.fields.profile import ProfileField
from desktop.office.letterhead_view import LetterheadView
from desktop.office.lists import signers_field, units_field
from desktop.office.place_fields import PlaceFields
from desktop.office.places import Place, warm_up
from desktop.page_frame import foot, title_label
from plans.agency import Agency, moved, plan_of_agency
from plans.errors import Rejection
from plans.plan import Letterhead, Plan
from plans.profile import LayoutProfile, check_profile
from resources.texts import gettext as _

_NARROW = 120
"""Digits: where fewer fit side by side, the halves of the page stand below each other."""


class OfficePage(QWidget):
    """Edits one ``Agency``. It keeps nothing: whoever shows it does on ``done``, and calls ``start_drawing``.

    Signals:
        done(Agency): the clerk is through with it.
        left: not now; nothing is to be kept.
        refused(str, dict): a value the decree does not allow (code and data of the Rejection).
    """

    done = Signal(object)
    left = Signal()
    refused = Signal(str, object)

    def __init__(self, agency: Agency | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = agency is None
        self._agency = agency or Agency()
        self._ready = False
        self._halves: list[QBoxLayout] = []
        self.places = PlaceFields()
        self.place = LineField(hint=_("địa danh trước ngày tháng"))
        self.place_form = ChoiceField()
        self.letterhead = LetterheadView()
        self.parent_body = LineField(hint=_("để trống nếu không in"))
        self.agency_lines = TextLinesField(hint="ỦY BAN NHÂN DÂN\nXÃ …", min_lines=2)
        self.symbol = LineField(hint="KH-UBND")
        self.unit_code = LineField(hint="VHXH")
        self.units, self.signers = units_field(), signers_field()
        self.recipients = TextLinesField(min_lines=4)
        self.profile = ProfileField()
        self.begin = QPushButton(_("Bắt đầu") if self._first else _("Lưu"))
        self.later = QPushButton(_("Để sau") if self._first else _("Thôi"))
        self.setFocusProxy(self.places)
        self._lay_out()
        self._connect()
        self.show_agency(self._agency)

    # laying out

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.MARGIN * 2, theme.GAP, theme.MARGIN * 2, theme.SMALL_GAP)
        column.setSpacing(theme.SMALL_GAP)
        column.addLayout(self._title())
        column.addLayout(self._head())
        column.addLayout(self._lists(), 1)
        column.addWidget(self.profile)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._foot())

    def _title(self) -> QVBoxLayout:
        title = title_label(_("Chào bạn! Kế hoạch này của đơn vị nào?") if self._first else _("Đơn vị của tôi"))
        words = QLabel(
            _("Chọn xã, phường hoặc đặc khu; phần còn lại được gợi ý sẵn, sửa ngay tại chỗ. Mọi kế hoạch mới theo đó.")
        )
        words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(words)
        return column

    def _head(self) -> QBoxLayout:
        """Return the fields of the head at the left, the head as it will print at the right."""
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.GAP)
        fields.setVerticalSpacing(4)
        fields.addWidget(self.places, 0, 0, 1, 2)
        self._field(fields, 1, 0, _("Địa danh"), self.place)
        self._field(fields, 1, 1, _("Cách ghi địa danh"), self.place_form)
        self._field(fields, 3, 0, _("Cơ quan ban hành, mỗi dòng in một dòng"), self.agency_lines)
        self._field(fields, 3, 1, _("Cơ quan chủ quản (nếu có)"), self.parent_body)
        self._field(fields, 5, 0, _("Ký hiệu văn bản"), self.symbol)
        self._field(fields, 5, 1, _("Viết tắt đơn vị soạn (dòng Lưu)"), self.unit_code)
        fields.setRowStretch(7, 1)
        paper = QVBoxLayout()
        paper.addWidget(self.letterhead)
        paper.addStretch(1)
        return self._side_by_side(fields, paper)

    def _field(self, grid: QGridLayout, row: int, column: int, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        (field.focusProxy() or field).setAccessibleName(words)
        grid.addWidget(label, row, column)
        grid.addWidget(field, row + 1, column, Qt.AlignmentFlag.AlignTop)

    def _lists(self) -> QBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        for words, field, column in (
            (_("Các đơn vị: chủ trì, phối hợp chọn từ đây"), self.units, left),
            (_("Người ký (người đầu tiên ký nếu không chọn khác)"), self.signers, right),
            (_("Nơi nhận, mỗi nơi một dòng (dòng Lưu tự thêm)"), self.recipients, right),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            label.setWordWrap(True)
            column.addWidget(label)
            column.addWidget(field)
            column.setSpacing(4)
        self.recipients.text_widget().setAccessibleName(_("Nơi nhận, mỗi nơi một dòng (dòng Lưu tự thêm)"))
        self.units.setMinimumHeight(self.fontMetrics().height() * 13)
        self.signers.setFixedHeight(self.fontMetrics().height() * 8)
        left.setStretch(1, 1)
        right.addStretch(1)
        return self._side_by_side(left, right)

    def _side_by_side(self, left: QLayout, right: QLayout) -> QBoxLayout:
        """Return a row of two halves, which stand below each other where the page is narrow."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.MARGIN * 2)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self._halves.append(row)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().horizontalAdvance("0")
        for row in self._halves:
            row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _foot(self) -> QFrame:
        self.begin.setToolTip(_("Ctrl+Enter"))
        self.later.setToolTip(_("Esc"))
        hint = _("Sửa lại lúc nào cũng được: bấm tên đơn vị ở góc trên bên phải thư viện.")
        return foot(hint, [self.later, self.begin])

    def _connect(self) -> None:
        self.places.chosen.connect(self._on_place_chosen)
        for field in (
            self.place,
            self.place_form,
            self.parent_body,
            self.agency_lines,
            self.symbol,
            self.unit_code,
            self.profile,
        ):
            field.edited.connect(self._on_edited)
        self.profile.settled.connect(self._on_profile_settled)
        self.begin.clicked.connect(self._on_done)
        self.places.confirmed.connect(self._on_confirmed)
        self.later.clicked.connect(self.left)
        done, later = (_("Lưu"), self._on_done), (_("Để sau"), self.left.emit)
        for keys, (name, slot) in (("Ctrl+Return", done), ("Ctrl+Enter", done), ("Esc", later)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(name)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # values

    def show_agency(self, agency: Agency) -> None:
        """Show these facts in all fields."""
        self._agency = agency
        self.places.show_place(agency.kind, agency.commune, agency.province)
        self.place.set_value(agency.place)
        self._offer_place_forms()
        self.parent_body.set_value(agency.letterhead.parent)
        self.agency_lines.set_value(agency.letterhead.agency)
        self.symbol.set_value(agency.symbol)
        self.unit_code.set_value(agency.unit_code)
        self.units.model.show_rows(agency.units)
        self.signers.model.show_rows(agency.signers)
        self.recipients.set_value(agency.recipients)
        self.profile.set_value(agency.profile)
        self._draw()

    def agency(self) -> Agency:
        """Return the facts as they stand in the fields."""
        return replace(
            self._agency,
            letterhead=Letterhead(parent=self.parent_body.value(), agency=tuple(self.agency_lines.value())),
            place=self.place.value(),
            symbol=self.symbol.value(),
            unit_code=self.unit_code.value(),
            units=self.units.rows(),
            signers=self.signers.rows(),
            recipients=tuple(self.recipients.value()),
            profile=replace(self.profile.value(), place_form=self.place_form.value()),
        )

    def _offer_place_forms(self) -> None:
        name, kind = self._agency.commune or "…", self._agency.kind
        self.place_form.offer(
            [
                ("", _("như đã ghi")),
                ("bare", _("tên riêng ({name})").format(name=name)),
                ("full", _("tên đơn vị ({name})").format(name=f"{kind.capitalize()} {name}")),
            ]
        )
        self.place_form.set_value(self._agency.profile.place_form)

    def _on_place_chosen(self, place: Place) -> None:
        self.show_agency(moved(self.agency(), place.kind, place.name, place.province))

    def _on_edited(self) -> None:
        self._draw()

    def _on_profile_settled(self) -> None:
        said = self.profile.value()
        try:
            check_profile(said)
        except Rejection as rejection:
            self.profile.set_value(self._agency.profile)
            self.refused.emit(rejection.code, rejection.data)
            return
        self._agency = replace(self._agency, profile=said)
        self.profile.set_value(said)
        self.place_form.set_value(said.place_form)

    def start_drawing(self) -> None:
        """Draw the head from now on; call it once ``prepare`` is done."""
        self._ready = True
        self._draw()

    def _draw(self) -> None:
        if not self._ready:
            return
        year = date.today().year  # noqa: DTZ011 - the clerk's own calendar
        agency = self.agency_in_sight()
        subject = _("Trích yếu của kế hoạch năm {year}").format(year=year)
        self.letterhead.show_plan(plan_of_agency(agency, year, Plan(subject=subject)))

    def agency_in_sight(self) -> Agency:
        """Return what is to be drawn: the facts as typed; a profile outside the decree is not drawn."""
        said = self.agency()
        try:
            check_profile(said.profile)
        except Rejection:
            return replace(said, profile=LayoutProfile())
        return said

    def _on_confirmed(self) -> None:
        """Go on to the button that ends the page: one more Enter presses it."""
        self.begin.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_done(self) -> None:
        self.done.emit(self.agency())


def prepare() -> None:
    """Load what the page asks at the first letter typed and at the first drawing; off the window's thread."""
    import documents.rendering.context  # noqa: F401, PLC0415 - half a second on a slow machine

    warm_up()

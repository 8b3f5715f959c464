"""The layout profile of a plan: what decree 30/2020/NĐ-CP leaves an office to choose."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.fields.base import FieldEditor
from desktop.fields.choices import CheckField, ChoiceField, Choices
from desktop.fields.lines import PlainLine, fill
from plans.profile import CHOICES, RANGES, LayoutProfile, changed
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

LAYOUT_NAMES: dict[str, str] = {
    "body_size": N_("Cỡ chữ nội dung"),
    "head_sizes": N_("Cỡ chữ Quốc hiệu / Tiêu ngữ / ngày tháng"),
    "indent": N_("Lùi đầu dòng"),
    "line_spacing": N_("Cách dòng (lần dòng đơn)"),
    "gap_before": N_("Cách đoạn trước (pt)"),
    "gap_after": N_("Cách đoạn sau (pt)"),
    "margin_top": N_("Lề trên (mm)"),
    "margin_bottom": N_("Lề dưới (mm)"),
    "margin_left": N_("Lề trái (mm)"),
    "margin_right": N_("Lề phải (mm)"),
    "place_form": N_("Địa danh"),
    "parent_line": N_("In tên cơ quan chủ quản"),
}
"""What the screens call the fields of a layout profile, in the order they are shown."""

_PLACE_FORMS: Choices = (
    ("", N_("như đã ghi")),
    ("bare", N_("tên riêng (An Thới Đông)")),
    ("full", N_("tên đơn vị (Xã An Thới Đông)")),
)
_INDENTS = {10.0: N_("1 cm"), 12.7: N_("1,27 cm")}


class DecimalField(FieldEditor):
    """A figure with a decimal comma, done only when the clerk leaves it; None while it is none."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.line = PlainLine(self)
        self.line.setPlaceholderText(hint)
        self.line.editingFinished.connect(self._on_finished)
        self._shown: float | None = None
        fill(self, self.line)

    def value(self) -> float | None:
        try:
            return float(self.line.text().strip().replace(",", "."))
        except ValueError:
            return None

    def set_value(self, value: float) -> None:
        self._shown = value
        self.line.show_text(f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ","))

    def _on_finished(self) -> None:
        if self.value() != self._shown:
            self.edited.emit()
            self.settled.emit()


class ProfileField(FieldEditor):
    """All of a profile, folded under one button; the button says whether it is the template's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = LayoutProfile()
        self.button = QToolButton(self)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._on_toggled)
        self._box = QWidget(self)
        self.fields = {name: self._field(name) for name in LAYOUT_NAMES}
        self._lay_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._box)
        self.setFocusProxy(self.button)
        self._show_box(shown=False)

    def value(self) -> LayoutProfile:
        said = {name: field.value() for name, field in self.fields.items()}
        return LayoutProfile(**{name: getattr(self._profile, name) if v is None else v for name, v in said.items()})

    def set_value(self, value: LayoutProfile) -> None:
        self._profile = value
        for name, field in self.fields.items():
            field.set_value(getattr(value, name))
        own = _("theo lựa chọn riêng") if changed(value) else _("theo mẫu")
        self.button.setText(_("Cỡ chữ, lề, khoảng cách: {own}").format(own=own))

    def _field(self, name: str) -> FieldEditor:
        words = _(LAYOUT_NAMES[name])
        field = self._editor(name, words)
        field.text_widget().setAccessibleName(words)
        field.edited.connect(self.edited)
        field.settled.connect(self.settled)
        return field

    def _editor(self, name: str, words: str) -> FieldEditor:
        if name == "parent_line":
            return CheckField(self._box, words=words)
        if name in RANGES:
            low, high = (f"{end:g}".replace(".", ",") for end in RANGES[name])
            field = DecimalField(self._box)
            field.line.setToolTip(_("từ {low} đến {high}").format(low=low, high=high))
            return field
        return ChoiceField(self._box, choices=_choices(name))

    def _lay_out(self) -> None:
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for at, (name, field) in enumerate(self.fields.items()):
            row, column = divmod(at, 2)
            if not isinstance(field, CheckField):
                label = QLabel(_(LAYOUT_NAMES[name]), self._box)
                label.setBuddy(field)
                label.setWordWrap(True)
                grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)

    def _on_toggled(self, shown: bool) -> None:
        self._show_box(shown=shown)

    def _show_box(self, *, shown: bool) -> None:
        self._box.setVisible(shown)
        self.button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)


def _choices(name: str) -> list[tuple[Any, str]]:
    match name:
        case "place_form":
            return [(value, _(words)) for value, words in _PLACE_FORMS]
        case "indent":
            return [(value, _(words)) for value, words in _INDENTS.items()]
        case _:
            return [(value, str(value)) for value in CHOICES[name]]

"""Fields of choices: one of a list, yes or no, a date with blanks, a period of years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from desktop.fields.base import FieldEditor
from desktop.fields.flow import FlowLayout
from desktop.fields.lines import NumberField, fill
from plans.plan import PlanDate, PlanPeriod
from resources.texts import gettext as _

Choices = Sequence[tuple[Any, str]]


class CalmCombo(QComboBox):
    """A combo box that the wheel changes only while it has the focus, so that scrolling a form edits nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMinimumHeight(self.fontMetrics().height() + 15)

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()


class ChoiceField(FieldEditor):
    """One of ``choices``: pairs of value and words. ``choices`` may be a function, asked each time a value is shown."""

    def __init__(self, parent: QWidget | None = None, *, choices: Choices | Callable[[], Choices] = ()) -> None:
        super().__init__(parent)
        self._choices = choices if callable(choices) else None
        self._values: list[Any] = []
        self.combo = CalmCombo(self)
        self.combo.activated.connect(self._on_activated)
        fill(self, self.combo)
        if not callable(choices):
            self.offer(choices)

    def value(self) -> Any:
        at = self.combo.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Any) -> None:
        if self._choices is not None:
            self.offer(self._choices())
        if value not in self._values:
            self._values.append(value)
            self.combo.addItem(str(value))
        self.combo.setCurrentIndex(self._values.index(value))

    def offer(self, choices: Choices) -> None:
        """Let there be these to choose from."""
        words = [text for _value, text in choices]
        self._values = [value for value, _text in choices]
        if words != [self.combo.itemText(at) for at in range(self.combo.count())]:
            self.combo.clear()
            self.combo.addItems(words)

    def _on_activated(self, _at: int) -> None:
        self.edited.emit()
        self.settled.emit()


class CheckField(FieldEditor):
    """Yes or no; the words stand beside the box."""

    def __init__(self, parent: QWidget | None = None, *, words: str = "") -> None:
        super().__init__(parent)
        self.box = QCheckBox(words, self)
        self.box.setMinimumWidth(1)
        self.box.setToolTip(words)
        self.box.clicked.connect(self._on_clicked)
        fill(self, self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def _on_clicked(self, _checked: bool) -> None:
        self.edited.emit()
        self.settled.emit()


class _PartsField(FieldEditor):
    """A row of small number fields with words between."""

    def __init__(self, parent: QWidget | None, parts: Sequence[tuple[str, str, int]]) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, spacing=6)
        self.numbers: list[NumberField] = []
        for words, hint, top in parts:
            number = NumberField(self, hint=hint, top=top)
            number.line.setFixedWidth(number.fontMetrics().horizontalAdvance("0000") + 26)
            number.line.setAccessibleName(words)
            number.edited.connect(self.edited)
            number.settled.connect(self.settled)
            label = QLabel(words, self)
            label.setBuddy(number.line)
            label.setFixedHeight(number.line.minimumHeight())
            self._row.addWidget(label)
            self._row.addWidget(number)
            self.numbers.append(number)
        self._row.addWidget(QWidget(self))
        self.setFocusProxy(self.numbers[0])


class DateField(_PartsField):
    """The date of issue; each part may stay blank until it is signed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ((_("ngày"), "…", 31), (_("tháng"), "…", 12), (_("năm"), "…", 9999)))

    def value(self) -> PlanDate:
        day, month, year = (number.value() or None for number in self.numbers)
        return PlanDate(day=day, month=month, year=year)

    def set_value(self, value: PlanDate) -> None:
        for number, part in zip(self.numbers, (value.day, value.month, value.year), strict=True):
            number.set_value(part)


class PeriodField(_PartsField):
    """The years a plan is for: one year, several, or a school year; blank is None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ((_("từ năm"), "2026", 9999), (_("đến năm"), "", 9999)))
        self.school = QCheckBox(_("năm học"), self)
        self.school.setFixedHeight(self.numbers[0].line.minimumHeight())
        self.school.clicked.connect(self._on_clicked)
        self._row.insert_before_last(self.school)

    def doubt(self) -> str:
        start, end = (number.value() for number in self.numbers)
        if start and end and 1000 <= end < start:
            return _("Năm cuối {end} đứng trước năm đầu {start}; đang tính là một năm {start}.").format(
                start=start, end=end
            )
        return ""

    def value(self) -> PlanPeriod | None:
        start, end = (number.value() for number in self.numbers)
        if not start or start < 1000:
            return None
        school = self.school.isChecked()
        last = end if end and end >= start else start
        return PlanPeriod(start=start, end=start + 1 if school and last == start else last, school_year=school)

    def set_value(self, value: PlanPeriod | None) -> None:
        if value == self.value():
            return
        self.numbers[0].set_value(value.start if value else None)
        self.numbers[1].set_value(value.end if value else None)
        self.school.setChecked(bool(value and value.school_year))

    def _on_clicked(self, _checked: bool) -> None:
        self.edited.emit()
        self.settled.emit()

"""The field of bodies (chủ trì, phối hợp …): one chip each, completed from the bodies the plan knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QCompleter, QFrame, QSizePolicy, QToolButton, QWidget

from desktop.fields.base import FieldEditor
from desktop.fields.flow import FlowLayout
from desktop.fields.lines import PlainLine, fill
from desktop.offers import matching, plain
from desktop.rich_document import clean
from resources.texts import gettext as _

_BODIES = (
    "phòng", "ban", "công an", "trạm", "trường", "ủy ban", "uỷ ban", "ubnd", "ubmttq", "mttq", "mặt trận", "hội",
    "đoàn", "trung tâm", "văn phòng", "tổ", "thôn", "bản", "ấp", "xóm", "khu", "khối", "đảng", "hđnd", "thường trực",
    "công chức", "các", "đài", "hợp tác xã", "đội", "kho bạc", "ngân hàng", "chi cục", "đồn", "hạt", "liên đoàn",
    "công đoàn", "bch", "sở", "đơn vị", "cơ quan",
)  # fmt: skip
"""First words of bodies: a comma before one parts two bodies, any other may belong to a name ("Phòng Kinh tế, Hạ tầng
và Đô thị")."""


def bodies_in(typed: str, known: Sequence[str] = ()) -> list[str]:
    """Return the bodies named in what was typed, parted by ";", or by commas where each part begins like a body or is
    known; a name that is known as a whole stays whole."""
    names = {plain(name) for name in known}
    found: list[str] = []
    for part in (part.strip() for part in typed.replace("\n", ";").split(";")):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        parts = plain(part) not in names and all(plain(piece) in names or _begins(piece) for piece in pieces)
        found += pieces if parts else [part]
    return [name for name in dict.fromkeys(found) if name]


def meant(typed: str, known: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """Return the known bodies that may be meant: those that hold every word typed, then those whose initials it is
    ("vhxh", "KTHTĐT"). What is typed is none of them, though the plan may know it since a moment ago."""
    taken = [*taken, typed.strip()]
    found = matching(typed, known, taken)
    short = re.sub(r"\W", "", plain(typed))
    others = (name for name in known if name not in found and name not in taken)
    return [*found, *(name for name in others if len(short) > 1 and short in _initials(name))]


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", plain(name)) if word != "va")


def in_full(typed: str, known: Sequence[str]) -> str:
    """Return the first body meant by a few letters of its name; what begins like a body itself stays as typed."""
    return typed if _begins(typed) else next(iter(meant(typed, known)), typed)


def _begins(piece: str) -> bool:
    return f"{piece.lower()} ".startswith(tuple(f"{body} " for body in _BODIES))


class UnitField(FieldEditor):
    """One body as plain text, completed from the bodies the plan knows."""

    def __init__(
        self, parent: QWidget | None = None, *, known: Callable[[], Sequence[str]] = tuple, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.line = PlainLine(self)
        self.line.setPlaceholderText(hint)
        self._names = NameCompleter(self.line)
        self.line.textEdited.connect(self._on_typed)
        self._names.activated.connect(self._on_chosen)
        self.line.editingFinished.connect(self.settled)
        fill(self, self.line)

    def value(self) -> str:
        return clean(self.line.text()).strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.line.show_text(value)

    def _on_typed(self, text: str) -> None:
        self._names.offer(meant(text, self._known()) if text.strip() else [])
        self.edited.emit()

    def _on_chosen(self, _unit: str) -> None:
        self.edited.emit()
        self.settled.emit()


class NameCompleter(QCompleter):
    """The list of names below a line; what it holds is decided by ``offer``, not by Qt's prefix rule."""

    def __init__(self, line: PlainLine) -> None:
        super().__init__(line)
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.setCompleter(self)

    def offer(self, names: Sequence[str]) -> None:
        """Let the list show ``names``."""
        self._names.setStringList(names)

    def close(self) -> None:
        """Hide the list."""
        popup = self.popup()
        if popup is not None:
            popup.hide()


class _UnitLine(PlainLine):
    """The line after the chips. Backspace in an empty line takes the last chip back."""

    def __init__(self, field: UnitsField) -> None:
        super().__init__(field)
        self._field = field
        self.setFrame(False)
        self.setMinimumHeight(self.fontMetrics().height() + 7)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(90, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self._field.take_back()
        elif event.text() == ";" or (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip()):
            self._field.accept_typed()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._field.accept_typed()
            self._field.settled.emit()


class UnitsField(FieldEditor):
    """A list of bodies in order. ``known``: asked for the bodies to offer while typing."""

    def __init__(
        self, parent: QWidget | None = None, *, known: Callable[[], Sequence[str]] = tuple, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._hint = hint
        self._units: list[str] = []
        self._chips: list[QToolButton] = []
        frame = QFrame(self)
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        frame.setBackgroundRole(QPalette.ColorRole.Base)
        frame.setAutoFillBackground(True)
        fill(self, frame)
        self._flow = FlowLayout(frame)
        self._flow.setContentsMargins(3, 3, 3, 3)
        self.line = _UnitLine(self)
        self.line.setPlaceholderText(hint)
        self.line.setToolTip(hint)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self.settled)
        self._flow.addWidget(self.line)
        self._names = NameCompleter(self.line)
        self._names.activated.connect(self._on_chosen)
        self.setFocusProxy(self.line)

    def value(self) -> list[str]:
        typed = bodies_in(clean(self.line.text()), self._known())
        return list(dict.fromkeys([*self._units, *typed]))

    def set_value(self, value: Sequence[str]) -> None:
        if list(value) == self.value():
            return
        self.line.clear()
        self._units = list(value)
        self._show_chips()

    def accept_typed(self) -> None:
        """Turn what is typed into chips, a name begun into the name."""
        typed = clean(self.line.text())
        if bodies_in(typed):
            known = self._known()
            self._units = list(
                dict.fromkeys([*self._units, *(in_full(body, known) for body in bodies_in(typed, known))])
            )
            self.line.clear()
            self._names.close()
            self._show_chips()
            self.edited.emit()
            self.settled.emit()

    def take_back(self) -> None:
        """Put the last chip back into the line, to be changed."""
        if self._units:
            self.line.setText(self._units.pop())
            self._show_chips()
            self.edited.emit()

    def _remove(self, unit: str, _checked: bool = False) -> None:
        self._units.remove(unit)
        self._show_chips()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.settled.emit()

    def _on_typed(self, text: str) -> None:
        self._names.offer(meant(text, self._known(), self._units) if text.strip() else [])
        self.edited.emit()

    def _on_chosen(self, unit: str) -> None:
        self.line.setText(unit)
        self.accept_typed()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(unit) for unit in self._units]
        for chip in self._chips:
            self._flow.insert_before_last(chip)
            chip.show()
        self.line.setPlaceholderText("" if self._units else self._hint)
        self.updateGeometry()

    def _chip(self, unit: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{unit}  ✕")
        chip.setToolTip(_("Bỏ “{unit}”").format(unit=unit))
        chip.setAccessibleName(chip.toolTip())
        chip.clicked.connect(partial(self._remove, unit))
        return chip

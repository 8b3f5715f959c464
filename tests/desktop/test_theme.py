"""The look: what is the one thing to press stands out, and only while it can be pressed; all of it can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton

from desktop import theme

LIGHT = QPalette(QColor("#efefef"))
DARK = QPalette(QColor("#323232"))
READABLE = 4.5
"""The contrast that WCAG 2 asks for between words and their ground."""


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    old, font, sheet = QPalette(qapp.palette()), qapp.font(), qapp.styleSheet()
    qapp.setPalette(request.param)
    theme.apply(qapp)
    yield qapp.palette()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(old)
    qapp.setFont(font)


def brightness(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def drawn(button: QAbstractButton) -> tuple[QColor, QColor]:
    """The ground of a button as it is drawn, and the colour on it that stands out most: that of its words."""
    picture = button.grab().toImage()
    inside = [picture.pixelColor(x, y) for x in range(8, picture.width() - 8) for y in range(6, picture.height() - 6)]
    ground = QColor(Counter(colour.name() for colour in inside).most_common(1)[0][0])
    return ground, max(inside, key=lambda colour: contrast(colour, ground))


def primary(kind: type[QAbstractButton], qtbot, *, enabled: bool) -> QAbstractButton:
    button = kind()
    qtbot.addWidget(button)
    button.setText("Nhận sửa đổi")
    button.setProperty("primary", "true")
    button.setEnabled(enabled)
    button.adjustSize()
    return button


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_a_primary_button_that_cannot_be_pressed_looks_so_and_can_be_read(palette: QPalette, kind, qtbot) -> None:
    on, off = (drawn(primary(kind, qtbot, enabled=enabled)) for enabled in (True, False))
    accent = palette.color(QPalette.ColorRole.Accent)
    assert on[0] == accent
    assert contrast(off[0], palette.color(QPalette.ColorRole.Window)) < 1.5, "it lies back into the window"
    assert off[0].hslSaturation() < 20, "nothing of the accent is left"
    assert on[1].name() != off[1].name()
    for ground, words in (on, off):
        assert contrast(ground, words) >= READABLE


def test_both_states_are_equally_large(palette: QPalette, qtbot) -> None:
    for kind in (QPushButton, QToolButton):
        assert primary(kind, qtbot, enabled=True).sizeHint() == primary(kind, qtbot, enabled=False).sizeHint()


def test_secondary_words_and_warnings_can_be_read(palette: QPalette) -> None:
    ground = palette.color(QPalette.ColorRole.Window)
    for colour in (theme.muted(palette), theme.warning(palette)):
        assert contrast(colour, ground) >= READABLE

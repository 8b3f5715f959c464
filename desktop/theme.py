"""The look: one accent, spacing, and icons in the colour of the text. No other file names a colour."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from resources import path

ACCENT_LIGHT, ACCENT_DARK = "#0b6e4f", "#4cc29a"
WARNING_LIGHT, WARNING_DARK = "#9a5b00", "#f0b354"

CHANGES = {
    "added": (ACCENT_LIGHT, ACCENT_DARK),
    "changed": (WARNING_LIGHT, WARNING_DARK),
    "removed": ("#a3262e", "#ff938c"),
    "moved": ("#1f5c99", "#86bdf5"),
}
"""What kinds of change look like, light and dark; each is also told by an icon of that name and by a word."""

PAPER, INK = QColor("white"), QColor("black")
"""Paper is white in the dark theme too: what is printed is shown as it will be."""

GAP, SMALL_GAP, MARGIN = 12, 6, 16


def apply(app: QApplication) -> None:
    """Give the application its accent, its font size and the few rules that palettes cannot say."""
    palette = app.palette()
    accent = QColor(ACCENT_DARK if is_dark(palette) else ACCENT_LIGHT)
    palette.setColor(QPalette.ColorRole.Highlight, accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("black" if is_dark(palette) else "white"))
    palette.setColor(QPalette.ColorRole.Accent, accent)
    palette.setColor(QPalette.ColorRole.Link, accent)
    keep_legible(palette)
    app.setPalette(palette)
    font = QFont(app.font())
    if font.pointSizeF() < 10:
        font.setPointSizeF(10)
        app.setFont(font)
    colours = {
        "accent": accent,
        "line": line(palette),
        "off": _mixed(palette, 0.08),
        "off_text": muted(palette),
    }
    app.setStyleSheet(_SHEET.format(**{name: colour.name() for name, colour in colours.items()}))


def keep_legible(palette: QPalette) -> None:
    """Let what may only be read be read, and its hints not be taken for words: styles grey out the one alone."""
    off = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(off, role, _mixed(palette, 0.68))
    palette.setColor(off, QPalette.ColorRole.PlaceholderText, _mixed(palette, 0.3))


def is_dark(palette: QPalette) -> bool:
    """Say whether the system asks for light text on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def muted(palette: QPalette) -> QColor:
    """The colour of secondary text, readable on the window's ground."""
    return _mixed(palette, 0.62)


def warning(palette: QPalette) -> QColor:
    """The colour of doubts and unfinished things."""
    return QColor(WARNING_DARK if is_dark(palette) else WARNING_LIGHT)


def change(kind: str, palette: QPalette) -> QColor:
    """The colour of one of the kinds of ``CHANGES``."""
    return QColor(CHANGES[kind][is_dark(palette)])


def line(palette: QPalette) -> QColor:
    """The colour of thin separators."""
    return _mixed(palette, 0.16)


def tint(palette: QPalette, share: float) -> QColor:
    """The accent laid thinly (0 to 1) over what is below."""
    colour = QColor(ACCENT_DARK if is_dark(palette) else ACCENT_LIGHT)
    colour.setAlphaF(share)
    return colour


def paint_chosen(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """Give the chosen row of a list its ground, thin so that the colours on it stay readable, and its edge."""
    painter.fillRect(rect, tint(palette, 0.16))
    painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), tint(palette, 1.0))


def _mixed(palette: QPalette, share: float) -> QColor:
    active = QPalette.ColorGroup.Active
    ground = palette.color(active, QPalette.ColorRole.Window)
    text = palette.color(active, QPalette.ColorRole.WindowText)
    return QColor.fromRgbF(
        ground.redF() + (text.redF() - ground.redF()) * share,
        ground.greenF() + (text.greenF() - ground.greenF()) * share,
        ground.blueF() + (text.blueF() - ground.blueF()) * share,
    )


def icon(name: str, palette: QPalette, colour: QColor | None = None) -> QIcon:
    """Return the icon ``resources/icons/<name>.svg`` in ``colour`` (None: that of the text), paler where it is
    disabled."""
    shade = (colour or palette.color(QPalette.ColorRole.WindowText)).name()
    found = QIcon()
    for size in _sizes():
        picture = _drawn(name, shade, size)
        found.addPixmap(picture)
        found.addPixmap(_once(f"{name} {shade} {size} pale", partial(_pale, picture)), QIcon.Mode.Disabled)
    return found


def list_icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon for rows of a list: on the chosen one it has the colour of the text there."""
    found = icon(name, palette)
    chosen = palette.color(QPalette.ColorRole.HighlightedText).name()
    for size in _sizes():
        found.addPixmap(_drawn(name, chosen, size), QIcon.Mode.Selected)
    return found


def _sizes() -> list[int]:
    """The pixels an icon is drawn in: 16 and 20, and as many as that is on the finest screen."""
    finest = max((screen.devicePixelRatio() for screen in QApplication.screens()), default=1.0)
    return sorted({round(size * scale) for size in (16, 20) for scale in (1.0, finest)})


def _once(key: str, draw: Callable[[], QPixmap]) -> QPixmap:
    """Return a picture drawn at most once while the application lives: a list asks for hundreds of the same."""
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = draw()
        QPixmapCache.insert(key, picture)
    return picture


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    return _once(f"{name} {colour} {size}", partial(_draw, name, colour, size))


def _draw(name: str, colour: str, size: int) -> QPixmap:
    source = path("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return picture


def _pale(picture: QPixmap) -> QPixmap:
    pale = QPixmap(picture.size())
    pale.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pale)
    painter.setOpacity(0.35)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return pale


_SHEET = """
QToolTip {{ padding: 4px; }}
QFrame[line="bottom"] {{ border: 0; border-bottom: 1px solid {line}; }}
QFrame[line="top"] {{ border: 0; border-top: 1px solid {line}; }}
QFrame[line="right"] {{ border: 0; border-right: 1px solid {line}; }}
QListWidget[rows="airy"]::item {{ padding: 4px 12px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QPushButton[primary="true"] {{ background: {accent}; color: palette(highlighted-text); border: 0;
    border-radius: 4px; padding: 6px 14px; font-weight: 600; }}
QPushButton[primary="true"]:focus {{ border: 2px solid palette(window-text); padding: 4px 12px; }}
QToolButton[primary="true"] {{ background: {accent}; color: palette(highlighted-text); border: 0;
    border-radius: 4px; padding: 5px 12px; font-weight: 600; }}
QToolButton[primary="true"]::menu-indicator, QToolButton[arrow="text"]::menu-indicator {{ image: none; }}
QToolButton[primary="true"]:focus {{ border: 2px solid palette(window-text); padding: 3px 10px; }}
QPushButton[primary="true"]:disabled {{ background: {off}; color: {off_text}; border: 1px solid {line};
    padding: 5px 13px; }}
QToolButton[primary="true"]:disabled {{ background: {off}; color: {off_text}; border: 1px solid {line};
    padding: 4px 11px; }}
"""

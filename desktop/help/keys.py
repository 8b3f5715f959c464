"""The cheat sheet: every key of the window, read from its actions and shortcuts, so that it cannot go stale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.help.screens import SCREENS

_CAPS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}
"""Qt's names of keys → what stands on them."""


@dataclass(frozen=True)
class Key:
    """One thing that keys do. place: the key in SCREENS where it works, "" everywhere; keys: as the system writes
    them, several where several do it."""

    place: str
    text: str
    keys: tuple[str, ...]


def keys_of(window: QWidget) -> list[Key]:
    """Return what the keys in ``window`` do now, in the order of the screens; what has no name is not listed."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for owner in sources(window):
        text, keys = described(owner)
        if text and keys:
            found.setdefault((place_of(owner), text), {}).update(dict.fromkeys(keys))
    order = ["", *SCREENS]
    listed = [Key(place, text, tuple(keys)) for (place, text), keys in found.items()]
    return sorted(listed, key=lambda key: order.index(key.place))


def sources(window: QWidget) -> list[QAction | QShortcut | QAbstractButton]:
    """Return all in the window that has a key."""
    every: list[QAction | QShortcut | QAbstractButton] = [
        *window.findChildren(QAction),
        *window.findChildren(QShortcut),
        *window.findChildren(QAbstractButton),
    ]
    return [owner for owner in every if described(owner)[1]]


def described(owner: QAction | QShortcut | QAbstractButton) -> tuple[str, tuple[str, ...]]:
    """Return what the keys of ``owner`` do, "" where it does not say, and the keys."""
    if isinstance(owner, QAction):
        return owner.whatsThis() or owner.text().replace("&", "").rstrip("…"), _written(owner.shortcuts())
    if isinstance(owner, QShortcut):
        return owner.whatsThis(), _written(owner.keys())
    keys = _written([owner.shortcut()])
    name = owner.accessibleName() or owner.text().replace("&", "")
    return name.removesuffix(f" ({keys[0]})") if keys else name, keys


def _written(keys: list[QKeySequence]) -> tuple[str, ...]:
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(_as_printed(key.toString(native)) for key in keys if not key.isEmpty())


def _as_printed(key: str) -> str:
    """Return a key with what stands on the keyboard: arrows, and Enter for both of its keys."""
    *held, last = key.split("+") if not key.endswith("+") else [key]
    return "+".join([*held, _CAPS.get(last, last)])


def place_of(owner: QObject) -> str:
    """Return the screen the owner belongs to, "" for the whole window."""
    above = owner.parent()
    while above is not None:
        if type(above).__name__ in SCREENS:
            return type(above).__name__
        above = above.parent()
    return ""

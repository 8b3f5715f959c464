"""Whether a window can be opened here: Qt ends the process where it finds no screen, so ask before starting it."""

from __future__ import annotations

import ctypes
import os
import sys

APT_LINE = (
    "apt-get install -y libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libxcb-render-util0 libxcb-image0"
)
"""What a bare Debian or Ubuntu lacks for Qt's window (also in the README)."""

_NEEDED = ("libEGL.so.1", "libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1")


def missing() -> str:
    """Return the code of what is missing for a window: "no-screen", "no-screen-libraries", or "" for nothing."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") and not platform.startswith("xcb"):
        return ""
    if not os.environ.get("DISPLAY"):
        return "no-screen"
    if not all(_loads(name) for name in _NEEDED):
        return "no-screen-libraries"
    return "" if _display_answers() else "no-screen"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _display_answers() -> bool:
    """Say whether the X server that DISPLAY names accepts a connection."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers

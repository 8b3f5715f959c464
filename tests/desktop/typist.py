"""A clerk whose power is cut: opens the real window and a plan, types numbered words until somebody ends it. Run by
itself; tells each save on its output."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.main_window import MainWindow
from desktop.start import make_window


class Typist:
    """Types into the place of the plan in front."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._count = 0
        self._clock = QTimer()
        self._clock.timeout.connect(self._type)

    def begin(self) -> None:
        """Type from now on."""
        self._clock.start(60)

    def _type(self) -> None:
        fields = self._window.editor.form._fields
        line = next(bound.editor.line for bound in fields if getattr(bound, "field", "") == "place")
        line.setFocus()
        line.end(False)  # noqa: FBT003 - Qt's own signature
        QTest.keyClicks(line, f" w{self._count}")
        self._count += 1


def main() -> None:
    """Type until the end."""
    app = QApplication(sys.argv[:1])
    window = make_window()
    window.show()
    window.library.refresh()
    typist = Typist(window)
    window.plan_shown.connect(typist.begin)
    window.library.saved.connect(partial(print, "saved", flush=True))
    window.open_plan(sys.argv[1])
    app.exec()


if __name__ == "__main__":
    main()

"""The door to the window: says so in one sentence where there is no screen, else starts it."""

from __future__ import annotations

import gc
import sys

from desktop import screen
from resources.messages import sentence

NO_SCREEN = 2


def run() -> int:
    """Open the window and return the exit code; 2 where there is no screen or Qt lacks system libraries."""
    code = screen.missing()
    if code:
        print(sentence(code, {"apt": screen.APT_LINE}), file=sys.stderr)
        return NO_SCREEN
    gc.disable()  # what is imported stays: looking through it again and again costs 5 ms; see desktop.garbage
    from desktop.start import start  # noqa: PLC0415 - Qt ends the process where there is no screen

    return start(sys.argv[:1])

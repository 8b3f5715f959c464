"""A pause is waited for, but not for ever."""

from __future__ import annotations

import time

from desktop.pauses import Pauses


def test_a_pause_ends_a_burst_once(qtbot):
    pauses = Pauses(30, 5000)
    told = []
    pauses.over.connect(lambda: told.append(time.monotonic()))
    for _event in range(5):
        pauses.start()
    qtbot.waitUntil(lambda: bool(told), timeout=3000)
    qtbot.wait(60)
    assert len(told) == 1
    assert not pauses.isActive()


def test_what_goes_on_without_a_pause_is_not_waited_for_for_ever(qtbot):
    pauses = Pauses(5000, 40)
    told = []
    pauses.over.connect(lambda: told.append(True))
    deadline = time.monotonic() + 5
    while not told and time.monotonic() < deadline:
        pauses.start()
        qtbot.wait(5)
    assert told


def test_stopping_forgets_it(qtbot):
    pauses = Pauses(10, 20)
    told = []
    pauses.over.connect(lambda: told.append(True))
    pauses.start()
    pauses.stop()
    qtbot.wait(60)
    assert not told

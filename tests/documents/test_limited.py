"""Work done apart: its end comes when it takes too long, too much or is called off; what it says and leaves is known."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from pathlib import Path

import pytest

from documents.limited import Limits, Stopped, run_limited
from plans.errors import Trouble

SHORT = Limits(seconds=3)


def refuse(path):
    raise Trouble("file-empty", path=path)


def break_down():
    raise KeyError("x")


def count(up_to, tell):
    for number in range(up_to):
        tell("counting", number, up_to)
    return up_to


def leave_something_behind():
    with tempfile.NamedTemporaryFile(delete=False) as left:
        return left.name


def within():
    return run_limited(os.getpid), os.getpid()


@pytest.mark.parametrize(
    ("work", "arguments", "cause"),
    [(time.sleep, [60], "slow"), (bytearray, [2**40], "memory"), (os._exit, [1], "died"), (break_down, [], "fault")],
)
def test_work_without_a_good_end_is_stopped(work, arguments, cause):
    begun = time.monotonic()
    with pytest.raises(Stopped) as caught:
        run_limited(work, *arguments, limits=SHORT)
    assert caught.value.cause == cause
    assert time.monotonic() - begun < 15


def test_work_can_be_called_off():
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    begun = time.monotonic()
    with pytest.raises(Stopped, match="called-off"):
        run_limited(time.sleep, 60, stop=stop)
    assert time.monotonic() - begun < 15


def test_a_trouble_of_the_work_is_raised_here():
    with pytest.raises(Trouble) as caught:
        run_limited(refuse, "a.doc")
    assert (caught.value.code, caught.value.data) == ("file-empty", {"path": "a.doc"})


def test_what_the_work_says_on_its_way_arrives_in_order():
    said: list[tuple[str, int, int]] = []

    def tell(stage: str, done: int = 0, total: int = 0) -> None:
        said.append((stage, done, total))

    assert run_limited(count, 3, tell=tell) == 3
    assert said == [("counting", number, 3) for number in range(3)]


def test_what_the_work_leaves_behind_is_removed():
    assert not Path(run_limited(leave_something_behind)).exists()


def test_work_within_work_needs_no_process_of_its_own():
    inner, outer = run_limited(within)
    assert inner == outer != os.getpid()

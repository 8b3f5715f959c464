"""Work on files of others in a process of its own, with an end to its time and its memory, that can be called off.

What lasts too long, grows too large or dies comes back as ``Stopped``; a Trouble raised there is raised here. Where the
system can bound a process (``resource``), it does; everywhere the process is ended when its time is up. Whatever the
work leaves in the folder for temporary files goes with it.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from plans.errors import Trouble
from resources import texts

T = TypeVar("T")


class Tell(Protocol):
    """Is called with each stage that the work reaches. done, total: of the stage's steps, both 0 where it has none."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None: ...


_GLANCE = 0.1
"""Seconds between two looks at whether the work is called off."""


class Stopped(Exception):
    """The work came to no end of its own. cause: "slow", "memory", "died" (the process ended), "fault" (an exception,
    ``detail`` says which) or "called-off"."""

    def __init__(self, cause: Literal["slow", "memory", "died", "fault", "called-off"], detail: str = "") -> None:
        self.cause = cause
        self.detail = detail
        super().__init__(f"{cause} {detail}".strip())


@dataclass(frozen=True, kw_only=True)
class Limits:
    """seconds: from the start of the process on; memory: bytes of address space."""

    seconds: float = 30.0
    memory: int = 3 * 2**29


DEFAULT = Limits()


def run_limited(
    work: Callable[..., T],
    *arguments: Any,
    limits: Limits = DEFAULT,
    tell: Tell | None = None,
    stop: threading.Event | None = None,
) -> T:
    """Return ``work(*arguments)``, done elsewhere; all must be picklable. Raises Stopped, and the work's Trouble.

    tell: given, the work gets a function of that kind as its argument ``tell``; here ``tell`` is called with what it
    says. stop: set by another thread, it ends the work. Inside such a process the work is done at once, under the
    limits that hold there already.
    """
    if multiprocessing.current_process().daemon:
        return work(*arguments) if tell is None else work(*arguments, tell=tell)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as scratch:
        job = _Job(limits, texts.language(), scratch, work, arguments, tells=tell is not None)
        process = context.Process(target=_serve, args=(theirs, job), name="kehoach-limited", daemon=True)
        process.start()
        theirs.close()
        try:
            outcome, value = _outcome(ours, limits, tell, stop)
        except (EOFError, OSError) as error:
            raise Stopped("died") from error
        finally:
            ours.close()
            process.kill()
            process.join()
    if outcome == "trouble":
        raise Trouble(value[0], **value[1])
    if outcome != "done":
        raise Stopped(outcome, value)
    return value


_CODES = {"slow": "file-too-slow", "memory": "file-too-large"}


def run_stopped(
    work: Callable[..., T], path: Path, *arguments: Any, limits: Limits = DEFAULT, stop: threading.Event
) -> T | None:
    """Return ``work(path, *arguments)`` as ``run_limited`` does; None once ``stop`` is set.

    Raises the work's Trouble, and "file-too-slow", "file-too-large" or "file-not-understood" about ``path``.
    """
    try:
        return run_limited(work, path, *arguments, limits=limits, stop=stop)
    except Trouble as trouble:  # the process gave the path back as text
        if not stop.is_set():
            raise Trouble(trouble.code, **(trouble.data | {"path": path})) from trouble
    except Stopped as stopped:
        if not stop.is_set():
            raise Trouble(_CODES.get(stopped.cause, "file-not-understood"), path=path) from stopped
    return None


def _outcome(pipe: Connection, limits: Limits, tell: Tell | None, stop: threading.Event | None) -> tuple[Any, Any]:
    end = time.monotonic() + limits.seconds
    while (left := end - time.monotonic()) > 0:
        if stop is not None and stop.is_set():
            raise Stopped("called-off")
        if not pipe.poll(left if stop is None else min(left, _GLANCE)):
            continue
        outcome, value = pipe.recv()
        if outcome != "stage":
            return outcome, value
        if tell is not None:
            tell(*value)
    raise Stopped("slow")


@dataclass(frozen=True)
class _Job:
    limits: Limits
    language: str
    scratch: str
    work: Callable[..., object]
    arguments: tuple[Any, ...]
    tells: bool


def _serve(pipe: Connection, job: _Job) -> None:
    texts.use(job.language)
    tempfile.tempdir = job.scratch
    _bound(job.limits)
    try:
        more = {"tell": _Teller(pipe)} if job.tells else {}
        answer = ("done", job.work(*job.arguments, **more))
    except Trouble as trouble:
        answer = ("trouble", (trouble.code, {key: str(value) for key, value in trouble.data.items()}))
    except (MemoryError, RecursionError):
        answer = ("memory", "")
    except Exception as error:  # noqa: BLE001 (the worker boundary: whatever a foreign file breaks is its fault)
        answer = ("fault", f"{type(error).__name__}: {error}")
    pipe.send(answer)


@dataclass(frozen=True)
class _Teller:
    pipe: Connection

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        self.pipe.send(("stage", (stage, done, total)))


def _bound(limits: Limits) -> None:
    """Let the system end this process by itself where it can, also when nobody is left to do it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (absent on Windows)

    seconds = int(limits.seconds) + 5
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, limits.memory)):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, hard))

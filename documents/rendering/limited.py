"""Work on files of others in a process of its own, with an end to its time and its memory.

What lasts too long, grows too large or dies comes back as Trouble "template-hostile"; a Trouble raised there is raised
here. Where the system can bound a process (``resource``), it does; everywhere the process is ended when its time is up.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from plans.errors import Trouble
from resources import texts
from resources.texts import gettext as _

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """seconds: from the start of the process on; memory: bytes of address space."""

    seconds: float = 30.0
    memory: int = 3 * 2**29


DEFAULT = Limits()


def run_limited(name: str, work: Callable[..., T], *arguments: Any, limits: Limits = DEFAULT) -> T:
    """Return ``work(*arguments)``, done elsewhere; all must be picklable. ``name``: of the template, for troubles."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(theirs, limits, texts.language(), work, arguments), name="kehoach-template", daemon=True
    )
    process.start()
    theirs.close()
    try:
        if not ours.poll(limits.seconds):
            raise Trouble("template-hostile", template=name, reason=_("chạy quá lâu"))
        outcome, value = ours.recv()
    except (EOFError, OSError) as error:
        raise Trouble("template-hostile", template=name, reason=_("làm chương trình con dừng đột ngột")) from error
    finally:
        ours.close()
        process.kill()
        process.join()
    if outcome == "trouble":
        raise Trouble(value[0], **value[1])
    if outcome == "memory":
        raise Trouble("template-hostile", template=name, reason=_("dùng quá nhiều bộ nhớ"))
    if outcome == "fault":
        raise Trouble("template-broken", template=name, place="…", field=value)
    return value


def _serve(
    pipe: Connection, limits: Limits, language: str, work: Callable[..., object], arguments: tuple[Any, ...]
) -> None:
    texts.use(language)
    _bound(limits)
    try:
        answer = ("done", work(*arguments))
    except Trouble as trouble:
        answer = ("trouble", (trouble.code, {key: str(value) for key, value in trouble.data.items()}))
    except (MemoryError, RecursionError):
        answer = ("memory", None)
    except Exception as error:  # noqa: BLE001 (the worker boundary: whatever a foreign template breaks is its fault)
        answer = ("fault", f"{type(error).__name__}: {error}")
    pipe.send(answer)


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

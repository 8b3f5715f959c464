"""A returned file read for the window: in a process of its own, within limits, to be called off."""

from __future__ import annotations

import threading
from pathlib import Path

from documents.files import read_bytes
from documents.limited import Limits, Stopped, Tell, run_limited
from documents.returning import Returned, return_docx
from plans.errors import Trouble
from plans.plan import Plan

_LIMITS = Limits(seconds=60, memory=2**30)
_CODES = {"slow": "file-too-slow", "memory": "file-too-large"}


def return_apart(
    path: Path, tell: Tell, stop: threading.Event, *, current: Plan, accept: bool = True
) -> Returned | None:
    """Do what ``return_docx`` does with the file at ``path``; None once ``stop`` is set.

    Raises its troubles and "file-too-slow", "file-too-large", "file-not-understood".
    """
    tell("returning")
    try:
        return run_limited(_returned, path, current, accept, limits=_LIMITS, stop=stop)
    except Trouble as trouble:  # the process gave the path back as text
        if stop.is_set():
            return None
        raise Trouble(trouble.code, **(trouble.data | {"path": path})) from trouble
    except Stopped as stopped:
        if stop.is_set():
            return None
        raise Trouble(_CODES.get(stopped.cause, "file-not-understood"), path=path) from stopped


def _returned(path: Path, current: Plan, accept: bool) -> Returned:
    return return_docx(read_bytes(path), path, current, accept=accept)

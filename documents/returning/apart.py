"""A returned file read for the window: in a process of its own, within limits, to be called off."""

from __future__ import annotations

import threading
from pathlib import Path

from documents.files import read_bytes
from documents.limited import Limits, Tell, run_stopped
from documents.returning import Returned, return_docx
from plans.plan import Plan

_LIMITS = Limits(seconds=60, memory=2**30)


def return_apart(
    path: Path, tell: Tell, stop: threading.Event, *, current: Plan, accept: bool = True
) -> Returned | None:
    """Do what ``return_docx`` does with the file at ``path``; None once ``stop`` is set.

    Raises its troubles and those of ``run_stopped``.
    """
    tell("returning")
    return run_stopped(_returned, path, current, accept, limits=_LIMITS, stop=stop)


def _returned(path: Path, current: Plan, accept: bool) -> Returned:
    return return_docx(read_bytes(path), path, current, accept=accept)

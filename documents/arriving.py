"""A file on its way into the window: read, recognised and traced in a process of its own that can be called off."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from documents.limited import Limits, Stopped, Tell, run_limited
from documents.recognition import Recognition
from documents.recognition.tracing import Trace, trace
from plans.errors import Trouble

Stage = Literal["reading", "tracing"]
"""What is told while it goes on: the file is read and recognised; what came from where is looked up."""

LIMITS = Limits(seconds=90)


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """What a file holds. trace: None where the plan was carried in the file and taken whole, so there is nothing to
    review; path: the file."""

    found: Recognition
    trace: Trace | None
    path: Path


def read_apart(path: Path, tell: Tell, stop: threading.Event) -> Arrived | None:
    """Return what ``path`` holds, None once ``stop`` is set; ``tell`` is called with each stage, in this thread.

    Raises the troubles of ``import_plan``, "format-not-built" for a suffix we do not know, and "reading-stopped" where
    the file takes too long or too much.
    """
    try:
        return run_limited(_arrived, path, limits=LIMITS, tell=tell, stop=stop)
    except Stopped as stopped:
        if stopped.cause == "called-off":
            return None
        raise Trouble("reading-stopped", path=path) from stopped


def _arrived(path: Path, tell: Tell) -> Arrived:
    from documents.importing import UnknownFormat, import_plan  # noqa: PLC0415 - all readers, in that process only

    tell("reading")
    try:
        found = import_plan(path)
    except UnknownFormat as error:
        raise Trouble("format-not-built", path=path, suffix=path.suffix) from error
    if found.source is None:
        return Arrived(found=found, trace=None, path=path)
    tell("tracing")
    return Arrived(found=found, trace=trace(found.source, found.plan, found.report.unplaced), path=path)

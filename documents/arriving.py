"""A file on its way into the window: read and recognised in a process of its own, then traced back to its source."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from documents.importing import UnknownFormat, import_apart
from documents.limited import Tell
from documents.package import SUFFIX, read_history
from documents.reading.text_lines import words
from documents.recognition import Recognition
from documents.recognition.tracing import Trace, trace
from plans.errors import Trouble


@dataclass(frozen=True, kw_only=True)
class Arrived:
    """What a file holds. trace: None where the plan was carried in the file and taken whole, so there is nothing to
    review; path: the file; words: how many it has, layout marks aside, 0 where there is nothing to review;
    history: what a package tells of the plan's earlier states."""

    found: Recognition
    trace: Trace | None
    path: Path
    words: int = 0
    history: tuple[str, ...] = ()


def read_apart(path: Path, tell: Tell, stop: threading.Event) -> Arrived | None:
    """Return what ``path`` holds, None once ``stop`` is set; ``tell`` is called with each stage, in this thread.

    Raises the troubles of ``import_apart``, and "format-unknown" for a suffix that is not ours.
    """
    try:
        found = import_apart(path, tell, stop)
    except UnknownFormat as error:
        raise Trouble("format-unknown", path=path) from error
    except Trouble:
        if stop.is_set():
            return None
        raise
    tell("tracing")
    return arrived_from(found, path)


def arrived_from(found: Recognition, path: Path) -> Arrived:
    """Return what was recognised with all that its review needs."""
    source, report = found.source, found.report
    if source is None:
        history = read_history(path) if path.suffix.lower() == SUFFIX else ()
        return Arrived(found=found, trace=None, path=path, history=history)
    count = (words(source.text) - words("\n".join(report.layout))).total()
    return Arrived(found=found, trace=trace(source, found.plan, report.unplaced), path=path, words=count)

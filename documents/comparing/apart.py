"""A file to compare a plan with, read for the window: in a process of its own, within limits, to be called off."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from documents.comparing import plan_in
from documents.limited import Limits, Tell, run_stopped
from plans.plan import Plan

_LIMITS = Limits(seconds=60, memory=2**30)


@dataclass(frozen=True, kw_only=True)
class Other:
    """The file at path. plan: what it holds, None where it can only be compared by its words."""

    path: Path
    plan: Plan | None


def other_apart(path: Path, tell: Tell, stop: threading.Event) -> Other | None:
    """Return what ``path`` holds; None once ``stop`` is set. Raises the readers' troubles and those of
    ``run_stopped``."""
    tell("starting")
    return run_stopped(_other, path, limits=_LIMITS, stop=stop)


def _other(path: Path) -> Other:
    return Other(path=path, plan=plan_in(path))

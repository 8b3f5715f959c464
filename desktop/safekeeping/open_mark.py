"""The mark beside the library that says which plan is being worked on: what is left of it tells of a sudden end."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class OpenPlan:
    """The plan that is open. changes: how many changes since its last kept version, or since it was opened where there
    is none, are safe in the library."""

    plan_id: str
    changes: int = 0


class OpenMark:
    """Written when a plan is opened and at each save, gone when it is closed as usual. A folder that takes no file
    only costs the word after a sudden end."""

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(f"{library.name}.open")

    def write(self, plan: OpenPlan) -> None:
        """Say that this plan is open."""
        beside = self._path.with_name(f"{self._path.name}.new")
        with contextlib.suppress(OSError):
            beside.write_text(json.dumps(asdict(plan)), encoding="utf-8")
            beside.replace(self._path)

    def read(self) -> OpenPlan | None:
        """Return what the last run left, None where it closed its plan."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return OpenPlan(plan_id=str(found["plan_id"]), changes=int(found["changes"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def clear(self) -> None:
        """Say that no plan is open."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

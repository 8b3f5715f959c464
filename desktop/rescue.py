"""Plans that cannot be saved where they belong are written somewhere else, as packages that can be taken in again.

Such a file waits until somebody has looked at it: then it lies in a folder of its own below, never deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.output import file_name, free_place
from plans.errors import Trouble

if TYPE_CHECKING:
    from plans.plan import Plan

FOLDER, ANSWERED = "cuu-ho", "da-xem"
SUFFIX = ".kehoach"


class Rescue:
    """The rescue files of one library: beside it, else among the documents, else at home.

    Each plan has one file in a run of the program; what earlier runs left is never written over.
    """

    def __init__(self, library: Path, documents: Path) -> None:
        self._library, self._documents = library, documents
        self._files: dict[str, Path] = {}

    @property
    def folders(self) -> list[Path]:
        """Where such files go, the first that takes one."""
        homes = [self._library.parent, self._documents, Path.home()]
        return [home / FOLDER for home in dict.fromkeys(homes)]

    def write(self, plan: Plan) -> Path:
        """Write ``plan`` and return the file. Raises the last folder's Trouble "file-not-writable" where none takes
        it."""
        refused: Trouble | None = None
        for path in self._places(plan):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_plan(plan, path)
            except OSError as error:
                refused = Trouble("file-not-writable", path=path, reason=error.strerror or "")
            except Trouble as trouble:
                refused = trouble
            else:
                self._files[plan.id] = path
                return path
        raise refused or Trouble("file-not-writable", path=self._library.parent, reason="")

    def _places(self, plan: Plan) -> Iterator[Path]:
        before = self._files.get(plan.id)
        if before is not None:
            yield before
        for folder in self.folders:
            with suppress(OSError):
                yield free_place(folder / f"{file_name(plan)}{SUFFIX}")

    def settle(self, plan_id: str) -> None:
        """The library holds the plan now: the file this run wrote of it need not be looked at any more."""
        path = self._files.pop(plan_id, None)
        if path is not None:
            self.answer(path)

    def waiting(self) -> list[Path]:
        """Return the files that nobody has looked at yet, the newest first."""
        found: list[tuple[float, Path]] = []
        for folder in self.folders:
            with suppress(OSError):
                found += [(path.stat().st_mtime, path) for path in folder.glob(f"*{SUFFIX}")]
        return [path for _at, path in sorted(found, reverse=True)]

    def answer(self, path: Path) -> Path:
        """Put a file among those that were looked at and return where it lies; where it cannot be moved it stays."""
        aside = path.parent / ANSWERED
        with suppress(OSError):
            aside.mkdir(exist_ok=True)
            return path.rename(free_place(aside / path.name))
        return path


def write_plan(plan: Plan, path: Path) -> None:
    """Write the package of ``plan``. Raises Trouble "file-not-writable"."""
    from documents.files import write_whole  # noqa: PLC0415 - only in an emergency
    from documents.package import package_bytes  # noqa: PLC0415

    write_whole(path, package_bytes(plan))

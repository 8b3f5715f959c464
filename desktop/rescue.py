"""A plan that cannot be saved where it belongs is written somewhere else, as a package that can be imported again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.output import file_name
from plans.errors import Trouble

if TYPE_CHECKING:
    from plans.plan import Plan


def rescue(plan: Plan, folders: Sequence[Path]) -> Path:
    """Write ``plan`` into the first of ``folders`` that takes it and return the file.

    Raises the last folder's Trouble "file-not-writable" where none does.
    """
    from documents.files import write_whole  # noqa: PLC0415 - only in an emergency
    from documents.package import package_bytes  # noqa: PLC0415

    refused: Trouble | None = None
    for folder in folders:
        path = folder / f"{file_name(plan)}.kehoach"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, package_bytes(plan))
        except OSError as error:
            refused = Trouble("file-not-writable", path=path, reason=error.strerror or "")
        except Trouble as trouble:
            refused = trouble
        else:
            return path
    raise refused or Trouble("file-not-writable", path=Path(), reason="")

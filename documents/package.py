"""The plan package (``.kehoach``): a zip with ``mimetype`` and ``plan.json``, described in docs/formats.md.

Equal plans give equal bytes: no clock, fixed order, fixed packing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from documents.files import open_zip, read_bytes
from documents.stored_plans import load_plan
from plans import codec
from plans.errors import Trouble
from plans.plan import Plan

SUFFIX = ".kehoach"
HISTORY = "history.txt"
MIMETYPE = "application/vnd.kehoach.plan+zip"

_NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def package_bytes(plan: Plan, history: Sequence[str] = ()) -> bytes:
    """Return the package of ``plan``, notes and all: the same bytes for equal plans and equal histories.

    history: fingerprints (``plans.codec``) of earlier states, so that another library knows which is the newer one.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        _add(archive, "plan.json", codec.dumps(plan).encode(), zipfile.ZIP_DEFLATED)
        if history:
            _add(archive, HISTORY, "\n".join(history).encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def read_package(path: Path) -> Plan:
    """Return the plan in the package at ``path``. Raises the troubles of ``files.read_bytes``, "file-newer" for a
    package of a later version, "file-truncated" for a damaged one, "file-no-plan" for another kind of archive."""
    data = read_bytes(path)
    if not data.startswith(b"PK"):
        raise Trouble("file-truncated", path=path)
    archive = open_zip(data, path)
    if "plan.json" not in archive.namelist():
        raise Trouble("file-no-plan", path=path)
    try:
        return load_plan(archive.read("plan.json").decode("utf-8"))
    except Trouble as trouble:
        newer = trouble.code == "plan-newer"
        raise Trouble("file-newer" if newer else "file-truncated", path=path) from trouble
    except UnicodeDecodeError as error:
        raise Trouble("file-truncated", path=path) from error


def read_history(path: Path) -> tuple[str, ...]:
    """Return the fingerprints of the earlier states of the plan in the package at ``path``, () where it tells none.
    Raises the troubles of ``files.read_bytes`` and of ``files.open_zip``."""
    archive = open_zip(read_bytes(path), path)
    if HISTORY not in archive.namelist():
        return ()
    return tuple(archive.read(HISTORY).decode("utf-8", errors="replace").split())


def _add(archive: zipfile.ZipFile, name: str, data: bytes, packing: int) -> None:
    member = zipfile.ZipInfo(name, _NO_CLOCK)
    member.compress_type = packing
    member.create_system = 3
    member.external_attr = 0o644 << 16
    archive.writestr(member, data, packing, 9)

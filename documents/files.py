"""Files in and out: the only place of this room that touches the disk, opens archives and parses foreign XML.

Everything a file can do wrong comes out as a Trouble whose data names ``path``. Nothing is ever unpacked to disk,
no entity is expanded and nothing outside the file is fetched. Sizes are bytes.
"""

from __future__ import annotations

import contextlib
import copy
import io
import os
import secrets
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from plans.errors import Trouble
from resources.reasons import reason
from resources.texts import gettext as _

XmlElement = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
"""The type of an element for annotations; lxml names it so."""

MAX_FILE = 128 * 2**20
MAX_MEMBERS = 4000
MAX_MEMBER = 96 * 2**20
MAX_INFLATED = 256 * 2**20
MAX_RATIO = 250
"""Inflated over packed size of a whole archive; only asked above RATIO_FLOOR, since small XML may repeat itself."""
RATIO_FLOOR = 8 * 2**20

_CHUNK = 2**16
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, IndexError)
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_XML_LIMITS = frozenset(
    {etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG, etree.ErrorTypes.ERR_ENTITY_LOOP}
)


def read_bytes(path: Path) -> bytes:
    """Return the whole of an ordinary, non-empty file. Raises Trouble "file-missing", "file-is-folder",
    "file-no-permission", "file-empty", "file-too-large" or "file-unreadable"."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Trouble("file-is-folder", path=path)
        if not stat.S_ISREG(found.st_mode):
            raise Trouble("file-unreadable", path=path, reason=_("không phải tệp thông thường"))
        if found.st_size > MAX_FILE:
            raise Trouble("file-too-large", path=path)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Trouble("file-missing", path=path) from error
    except PermissionError as error:
        raise Trouble("file-no-permission", path=path) from error
    except (OSError, ValueError) as error:
        raise Trouble("file-unreadable", path=path, reason=reason(error)) from error
    if not data:
        raise Trouble("file-empty", path=path)
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, whole or not at all: beside it, then moved. Raises Trouble "file-not-writable";
    then an older file is still whole and nothing else is left behind. A link is followed, not replaced."""
    write_together([(path, data)])


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files as ``write_whole`` does one: only when all of them stand beside their places is the first
    one moved, so that a folder or disk that refuses one of them leaves every older file whole."""
    staged: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            target = path.resolve()
            _refuse_target(target, path)
            staged.append((_write_beside(target, data), target))
        for beside, target in staged:
            beside.replace(target)
    except (OSError, ValueError, RuntimeError) as error:
        raise Trouble("file-not-writable", path=path, reason=reason(error)) from error
    finally:
        for beside, _target in staged:
            _remove(beside)


def refuse_open(path: Path) -> None:
    """Raise Trouble "file-open" where Word or LibreOffice shows the file at ``path``: each leaves a small file beside
    what it has open. LibreOffice does not stop others from writing; its next save would undo what was written."""
    name = path.name
    owners = (f".~lock.{name}#", *(f"~${name[cut:]}" for cut in range(3)))
    try:
        if path.exists() and any(path.with_name(owner).exists() for owner in owners):
            raise Trouble("file-open", path=path)
    except (OSError, ValueError):
        return  # writing itself will say what is wrong with the place


def _refuse_target(target: Path, path: Path) -> None:
    if not target.exists():
        return
    if target.is_dir():
        raise Trouble("file-not-writable", path=path, reason=_("đó là một thư mục"))
    if not target.is_file():
        raise Trouble("file-not-writable", path=path, reason=_("không phải tệp thông thường"))
    if not os.access(target, os.W_OK):
        raise Trouble("file-not-writable", path=path, reason=_("tệp chỉ cho đọc"))


def _write_beside(target: Path, data: bytes) -> Path:
    beside = target.parent / f".kehoach-{secrets.token_hex(8)}.tmp"
    with contextlib.ExitStack() as undo:
        undo.callback(_remove, beside)
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        undo.pop_all()
    return beside


def _remove(beside: Path) -> None:
    with contextlib.suppress(OSError):
        beside.unlink(missing_ok=True)


def open_zip(data: bytes, path: Path) -> zipfile.ZipFile:
    """Return the archive in ``data``, every member of it checked: afterwards ``read`` of any member is safe.

    Raises Trouble "file-encrypted", "file-too-large" (too many members, too much inside, declared or real),
    "file-truncated" (damaged) or "file-not-docx" (no archive at all).
    """
    if not data.startswith(b"PK"):
        raise Trouble(_not_zip(data), path=path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
        if any(info.flag_bits & 1 for info in members):
            raise Trouble("file-encrypted", path=path)
        if _too_large([info.file_size for info in members], len(data)):
            raise Trouble("file-too-large", path=path)
        for info in members:
            _check_member(archive, info, path)
    except _ZIP_FAULTS as error:
        raise Trouble("file-truncated", path=path) from error
    return archive


def _not_zip(data: bytes) -> str:
    if data.startswith(_OLE):
        return "file-encrypted" if _ENCRYPTED_STREAM in data else "file-not-docx"
    return "file-not-docx" if data.strip(b"\0") else "file-truncated"


def _too_large(sizes: list[int], packed: int) -> bool:
    total = sum(sizes)
    if len(sizes) > MAX_MEMBERS or total > MAX_INFLATED or max(sizes, default=0) > MAX_MEMBER:
        return True
    return total > RATIO_FLOOR and total > MAX_RATIO * packed


def _check_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """Inflate a member piece by piece: a header may lie, and ``zipfile`` would inflate it all before it finds out."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Trouble("file-truncated", path=path)
    probe = copy.copy(info)
    probe.file_size = info.file_size + 1
    real = 0
    with archive.open(probe) as stream:
        while piece := stream.read(_CHUNK):
            real += len(piece)
    if real > info.file_size:
        raise Trouble("file-too-large", path=path)
    if real < info.file_size:
        raise Trouble("file-truncated", path=path)


def parse_xml(data: bytes, path: Path) -> XmlElement:
    """Return the root of the XML in ``data``. Raises Trouble "file-unsafe" for any DTD or entity, "file-too-large"
    for nesting or texts beyond libxml2's limits, "file-truncated" for what is no XML. Comments are dropped."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if any(mark in data for mark in _DOCTYPES):
            raise Trouble("file-unsafe", path=path) from error
        beyond = getattr(error, "code", None) in _XML_LIMITS
        raise Trouble("file-too-large" if beyond else "file-truncated", path=path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Trouble("file-unsafe", path=path)
    return root

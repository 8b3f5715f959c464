"""The parts of a .docx and how they refer to each other. Nothing outside the file is ever looked at."""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from documents.files import XmlElement, open_zip, parse_xml
from documents.reading.docx_xml import STRICT_NAMES, W
from plans.errors import Trouble

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class DocxPackage:
    """A checked package. ``main`` is the name of the document part, ``document`` its root.

    Raises Trouble "file-not-docx" for any other archive, "file-unsafe" where a part declares a DTD, and the
    troubles of ``files.open_zip`` and ``files.parse_xml``.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        self.path = path
        self._archive = open_zip(data, path)
        self._names = {_plain(info.filename): info for info in self._archive.infolist() if not info.is_dir()}
        if "[content_types].xml" not in self._names:
            raise Trouble("file-not-docx", path=path)
        self._refuse_doctypes()
        self.main = self._main_part()
        self.document = self.xml(self.main)
        if self.document.tag != W + "document":
            raise Trouble("file-not-docx", path=path)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; KeyError for an unknown one."""
        return self._archive.read(self._names[_plain(name)])

    def xml(self, name: str) -> XmlElement:
        """Return the root of a part, in the names of the usual form of the format."""
        data = self.read(name)
        for strict, usual in STRICT_NAMES:
            data = data.replace(strict, usual)
        return parse_xml(data, self.path)

    def targets(self, part: str, kind: str) -> list[str]:
        """Return the names of existing parts that ``part`` ("" for the package) refers to, by the last word of
        the relationship's type ("styles", "header" …); what lies outside the file is none of them."""
        folder, _, own = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", own + ".rels")
        if not self._has(rels):
            return []
        wanted = [item for item in self.xml(rels).iter(_RELATIONSHIP) if _is_internal(item, kind)]
        names = (_target(folder, str(item.get("Target") or "")) for item in wanted)
        return [name for name in names if self._has(name)]

    def target(self, part: str, rid: str) -> str | None:
        """Return the existing part that ``part`` refers to by the relationship ``rid``, None where there is none."""
        folder, _, own = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", own + ".rels")
        if not self._has(rels):
            return None
        found = [item for item in self.xml(rels).iter(_RELATIONSHIP) if item.get("Id") == rid and _is_inside(item)]
        names = [_target(folder, str(item.get("Target") or "")) for item in found]
        return next((name for name in names if self._has(name)), None)

    @property
    def names(self) -> list[str]:
        """All members of the package, in small letters."""
        return list(self._names)

    def related(self, kind: str) -> XmlElement | None:
        """Return the root of the main part's first related part of that kind, None where there is none."""
        return next((self.xml(name) for name in self.targets(self.main, kind)), None)

    def custom_items(self) -> Iterator[XmlElement]:
        """Yield the roots of the custom XML parts; damaged ones, which no text depends on, are passed over."""
        for name in self.targets(self.main, "customXml"):
            item = None
            with contextlib.suppress(Trouble):
                item = self.xml(name)
            if item is not None:
                yield item

    def _has(self, name: str) -> bool:
        return _plain(name) in self._names

    def _main_part(self) -> str:
        found = self.targets("", "officeDocument")
        if not found:
            raise Trouble("file-not-docx", path=self.path)
        return found[0]

    def _refuse_doctypes(self) -> None:
        for name in self._names:
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in self.read(name):
                raise Trouble("file-unsafe", path=self.path)


def _is_internal(relationship: XmlElement, kind: str) -> bool:
    return _is_inside(relationship) and str(relationship.get("Type") or "").endswith(f"/{kind}")


def _is_inside(relationship: XmlElement) -> bool:
    return str(relationship.get("TargetMode") or "").lower() != "external"


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()

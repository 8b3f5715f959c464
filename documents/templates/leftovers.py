"""What an office's program leaves in a template beside the document: properties and data of its own, a picture of
page 1, its building blocks, and settings that would follow into every export (tracking, protection, mail merge)."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from lxml import etree

from documents.files import parse_xml
from documents.templates.places import W

_DROPPED = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\.\w+)|customXml/.*|word/glossary/.*|word/printerSettings/.*|word/people\.xml"
)
_SETTINGS = "word/settings.xml"
_KEPT_BY_NO_EXPORT = (
    "trackRevisions", "documentProtection", "writeProtection", "mailMerge", "attachedTemplate", "docVars", "rsids",
)  # fmt: skip


def without_leftovers(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without leftovers, nor any mention of them; untouched where there are none."""
    dropped = {name for name in parts if _DROPPED.fullmatch(name)}
    kept = {name: data for name, data in parts.items() if name not in dropped}
    if dropped:
        naming = [name for name in kept if name == "[Content_Types].xml" or name.endswith(".rels")]
        kept |= {name: _without(kept[name], name, dropped) for name in naming}
    if _SETTINGS in kept:
        kept[_SETTINGS] = _plain_settings(kept[_SETTINGS])
    return kept


def _without(data: bytes, part: str, dropped: set[str]) -> bytes:
    root = parse_xml(data, Path(part))
    folder = posixpath.dirname(posixpath.dirname(part))
    for row in list(root):
        target = str(row.get("PartName") or row.get("Target"))
        whole = target if target.startswith("/") else posixpath.join("/", folder, target)
        if posixpath.normpath(whole).lstrip("/") in dropped:
            root.remove(row)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _plain_settings(data: bytes) -> bytes:
    root = parse_xml(data, Path(_SETTINGS))
    found = list(root.iterchildren(*(f"{W}{name}" for name in _KEPT_BY_NO_EXPORT)))
    for item in found:
        root.remove(item)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) if found else data

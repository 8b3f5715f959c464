"""What an office's program leaves in a template beside the document: properties of its own, a picture of page 1."""

from __future__ import annotations

from pathlib import Path
from posixpath import basename

from lxml import etree

from documents.files import parse_xml

_DROPPED = frozenset(
    {"docProps/custom.xml", "docProps/thumbnail.jpeg", "docProps/thumbnail.png", "docProps/thumbnail.emf"}
)
_NAMING = ("[Content_Types].xml", "_rels/.rels")


def without_leftovers(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without custom properties and thumbnail, nor any mention of them."""
    dropped = _DROPPED & parts.keys()
    if not dropped:
        return parts
    kept = {name: data for name, data in parts.items() if name not in dropped}
    return kept | {name: _without(kept[name], name, {basename(part) for part in dropped}) for name in _NAMING}


def _without(data: bytes, part: str, dropped: set[str]) -> bytes:
    root = parse_xml(data, Path(part))
    for row in list(root):
        if basename(str(row.get("PartName") or row.get("Target"))) in dropped:
            root.remove(row)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

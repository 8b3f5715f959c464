"""Names and units of WordprocessingML, and the parts of a package an audit looks at."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from documents.files import XmlElement, open_zip, parse_xml
from plans.errors import Trouble

MM_PER_TWIP = 25.4 / 1440
MM_PER_EMU = 25.4 / 914400
PT_PER_TWIP = 1 / 20

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": SPACES["w"],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": SPACES["r"],
    "http://purl.oclc.org/ooxml/drawingml/main": SPACES["a"],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": SPACES["wp"],
}
_COUNT = re.compile(r"[0-9]{1,6}")
_MOST = 1e9
"""No length in a file is greater, in any unit; what is (or is no number) was not written by a program."""
_MAIN_TYPES = ("/officeDocument",)


def qn(name: str) -> str:
    """Return the full name of a prefixed one: "w:p"."""
    prefix, local = name.split(":")
    return f"{{{SPACES[prefix]}}}{local}"


W_VAL = qn("w:val")


def val(holder: XmlElement | None, name: str, default: str = "") -> str:
    """Return ``w:val`` of the child ``name`` of ``holder``; ``default`` where either is missing."""
    found = holder.find(qn(name)) if holder is not None else None
    return default if found is None else (found.get(W_VAL) or default)


def on(text: str | None) -> bool:
    """Say whether an on/off attribute is on; None (attribute left out) is on."""
    return text not in ("0", "false", "off", "none")


def number(text: str | None, default: float = 0.0) -> float:
    """Return a figure such as "1134" or, from newer writers, "2cm" or "28.35pt", as twips; ``default`` for none."""
    if not text:
        return default
    for unit, twips in (("mm", 1440 / 25.4), ("cm", 1440 / 2.54), ("in", 1440.0), ("pt", 20.0)):
        if text.endswith(unit):
            return _figure(text.removesuffix(unit), default) * twips
    return _figure(text, default)


def _figure(text: str, default: float) -> float:
    try:
        figure = float(text)
    except ValueError:
        return default
    return figure if abs(figure) < _MOST else default


def whole(text: str | None, default: int) -> int:
    """Return a count such as "3"; ``default`` for none and for what no program would count to."""
    return int(text) if text and _COUNT.fullmatch(text) else default


@dataclass(frozen=True, kw_only=True)
class Package:
    """The parsed parts of one DOCX. ``document`` is the root of the main part, ``main`` its name; the others are None
    where the file has none. ``related``: relation id → part name, of the main part."""

    main: str
    document: XmlElement
    styles: XmlElement | None
    numbering: XmlElement | None
    theme: XmlElement | None
    settings: XmlElement | None
    footnotes: XmlElement | None
    related: dict[str, str]
    stories: dict[str, XmlElement] = field(default_factory=dict[str, XmlElement])


def open_package(data: bytes, path: Path) -> Package:
    """Return the parts of the DOCX in ``data``. Raises the troubles of ``documents.files`` and "file-not-docx"."""
    archive = open_zip(data, path)
    names = set(archive.namelist())

    def read(name: str | None) -> XmlElement | None:
        return _unified(parse_xml(archive.read(name), path)) if name in names else None

    top = read("_rels/.rels")
    main = next((t for _, kind, t in _relations(top, "") if kind.endswith(_MAIN_TYPES)), "")
    document = read(main)
    if document is None or document.tag != qn("w:document"):
        raise Trouble("file-not-docx", path=path)
    folder, name = posixpath.split(main)
    relations = list(_relations(read(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"), folder))
    by_kind = {kind.rsplit("/", 1)[-1]: target for _, kind, target in relations}
    stories = {
        target: story
        for _, kind, target in relations
        if kind.endswith(("/header", "/footer")) and (story := read(target)) is not None
    }
    return Package(
        main=main,
        document=document,
        styles=read(by_kind.get("styles")),
        numbering=read(by_kind.get("numbering")),
        theme=read(by_kind.get("theme")),
        settings=read(by_kind.get("settings")),
        footnotes=read(by_kind.get("footnotes")),
        related={key: target for key, _, target in relations},
        stories=stories,
    )


def _relations(root: XmlElement | None, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, type and part name of each relation inside the package."""
    for relation in root if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), relation.get("Type", ""), whole


def _unified(root: XmlElement) -> XmlElement:
    """Give a part in the "strict" dialect the usual names, so that all other code knows one dialect."""
    if not any(uri in _STRICT for uri in root.nsmap.values()):
        return root
    for element in root.iter("*"):
        tag = str(element.tag)
        uri, _, local = tag[1:].partition("}")
        if uri in _STRICT:
            element.tag = f"{{{_STRICT[uri]}}}{local}"
        for key, value in list(element.attrib.items()):
            uri, _, local = str(key)[1:].partition("}")
            if uri in _STRICT:
                element.attrib[f"{{{_STRICT[uri]}}}{local}"] = value
                del element.attrib[key]
    return root

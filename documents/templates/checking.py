"""All faults of a template at once, each at its place, without running it: ``faults_of``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from documents.files import XmlElement, open_zip, parse_xml
from documents.templates import constructs
from documents.templates.faults import Fault, Where
from documents.templates.manifest import Manifest, official
from documents.templates.places import Line, W, lines
from documents.templates.styles import matched
from documents.templates.tagged import TagCheck
from documents.templates.tags import tags_of
from plans.errors import Trouble

DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"

_NEEDED = (TYPES, "_rels/.rels", DOCUMENT, "word/_rels/document.xml.rels", STYLES)
_STORY = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\w*\.xml")


def parts_of(data: bytes, path: Path) -> dict[str, bytes]:
    """Return the parts of a template by name. Trouble "file-…", naming ``path``, for what is no whole, safe package."""
    with open_zip(data, path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    if TYPES not in parts:
        raise Trouble("file-not-docx", path=path)
    return parts


def faults_of(name: str, parts: dict[str, bytes], own: str = "") -> list[Fault]:
    """Return all that is wrong with a template; ``own``: the JSON text of the manifest beside it, "" for none."""
    manifest, faults = _manifest(name, own)
    roots: dict[str, XmlElement] = {}
    for part, data in parts.items():
        if part.endswith((".xml", ".rels")):
            try:
                roots[part] = parse_xml(data, Path(part))
            except Trouble as trouble:
                faults.append(_broken(part, data, trouble))
    faults += [Fault(code="part-missing", where=Where(part=part), found=part) for part in _NEEDED if part not in parts]
    faults += constructs.package_faults(parts, roots)
    for part, root in sorted(roots.items(), key=lambda item: item[0] != DOCUMENT):
        if part == DOCUMENT:
            faults += sorted(_document_faults(root, manifest), key=lambda fault: fault.where.paragraph or sys.maxsize)
        elif _STORY.fullmatch(part):
            faults += _story_faults(root, part)
    if STYLES in roots and DOCUMENT in roots:
        found = matched(roots[STYLES], roots[DOCUMENT], manifest)
        faults += [
            Fault(code="style-missing", where=Where(part=STYLES, text=role), found=manifest.styles[role])
            for role in found.missing
        ]
    return faults


def _manifest(name: str, own: str) -> tuple[Manifest, list[Fault]]:
    manifest = official()
    try:
        return manifest.with_own(own), []
    except ValueError as error:
        where = Where(part=str(Path(name).with_suffix(".json").name))
        return manifest, [Fault(code="manifest-broken", where=where, found=str(error))]


def _broken(part: str, data: bytes, trouble: Trouble) -> Fault:
    """Return the fault of a part that is no XML, with the line where the reader stopped."""
    reason = str(getattr(trouble.__cause__, "msg", None) or trouble.code)
    line = getattr(trouble.__cause__, "lineno", None) or 0
    around = data.decode("utf-8", "replace").split("\n")[line - 1 : line] if line else []
    column = max(0, (getattr(trouble.__cause__, "offset", None) or 0) - 60)
    return Fault(code="xml-broken", where=Where(part=part, text="".join(around)[column : column + 80]), found=reason)


def _document_faults(root: XmlElement, manifest: Manifest) -> Iterator[Fault]:
    known = lines(root, DOCUMENT)
    yield from TagCheck(manifest).check(known)
    yield from constructs.drawn_faults(root, DOCUMENT, known)
    yield from constructs.active_faults(root, DOCUMENT, known)
    yield from constructs.misplaced_faults(root, DOCUMENT, known)
    yield from _page_faults(root)


def _page_faults(root: XmlElement) -> Iterator[Fault]:
    """Yield what the last section lacks; it is the model of all pages."""
    body = root.find(f"{W}body")
    last = None if body is None or not len(body) else body[-1]
    if last is None or last.tag != f"{W}sectPr":
        yield Fault(code="page-missing", where=Where(), found="w:sectPr")
        return
    for name in ("pgSz", "pgMar"):
        if last.find(f"{W}{name}") is None:
            yield Fault(code="page-missing", where=Where(), found=f"w:{name}")


def _story_faults(root: XmlElement, part: str) -> Iterator[Fault]:
    """Yield the faults of headers, footers and notes, where tags are not filled in."""
    known: list[Line] = lines(root, part)
    for tag in tags_of(known)[0]:
        yield Fault(code="tag-outside", where=tag.line.where, found=tag.whole)
    yield from constructs.drawn_faults(root, part, known)
    yield from constructs.active_faults(root, part, known)

"""What a template must not hold beside its tags: drawn lines some viewers lose, code, links out of the file, leftovers.

Lines, connectors and VML vanish in rdocx (our pages and PDF) and others; the anchored rectangle and borders come out in
all (see docs/word-constructs.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.files import XmlElement
from documents.templates.faults import Fault, Where
from documents.templates.places import FALLBACK, Line, W, where_of

_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_TYPES = "[Content_Types].xml"

_LINE_SHAPES = re.compile(r"line(?:Inv)?|(?:straight|bent|curved)Connector\d")
_ACTIVE = re.compile(
    r"^\s*(DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|MACROBUTTON|DATABASE|RD|EMBED)\b", re.IGNORECASE
)
_CODE = re.compile(r"vbaProject\.bin|vbaData\.xml|activeX/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|hta)$", re.IGNORECASE)
_EMBEDDED = re.compile(r"embeddings/|oleObject|\.(?:bin|rtf|html?|mht)$", re.IGNORECASE)
_TAGGED = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)", re.DOTALL)
_OFF = ("0", "false", "off")
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")


def drawn_faults(root: XmlElement, part: str, lines: list[Line]) -> Iterator[Fault]:
    """Yield a fault for each drawn line that is not the rectangle."""
    for shape in root.iter(f"{_V}*"):
        if shape.tag in (f"{_V}line", f"{_V}polyline", f"{_V}shape", f"{_V}rect") and not _is_fallback(shape):
            yield Fault(code="line-lost", where=where_of(shape, part, lines), found=f"VML ({_local(shape)})")
    for shape in root.iter(f"{_A}prstGeom"):
        kind = str(shape.get("prst"))
        if _LINE_SHAPES.fullmatch(kind) and not _is_fallback(shape):
            yield Fault(code="line-lost", where=where_of(shape, part, lines), found=f"DrawingML ({kind})")


def active_faults(root: XmlElement, part: str, lines: list[Line]) -> Iterator[Fault]:
    """Yield faults for fields that fetch or run something, embedded objects, revisions and comments."""
    for text in (*root.iter(f"{W}instrText"), *root.iter(f"{W}fldSimple")):
        code = text.text if text.tag == f"{W}instrText" else text.get(f"{W}instr")
        if found := _ACTIVE.match(str(code or "")):
            yield Fault(code="active-field", where=where_of(text, part, lines), found=found[1])
    for item in root.iter(f"{W}object", f"{W}control", f"{W}altChunk", f"{W}subDoc"):
        yield Fault(code="embedded", where=where_of(item, part, lines), found=_local(item))
    revised = list(root.iter(*(f"{W}{name}" for name in _REVISIONS)))
    if revised:
        yield Fault(code="revision", where=where_of(revised[0], part, lines), found=_local(revised[0]))
    comment = next(root.iter(f"{W}commentReference"), None)
    if comment is not None:
        yield Fault(code="comment", where=where_of(comment, part, lines), found="comments.xml")


def misplaced_faults(root: XmlElement, part: str, lines: list[Line]) -> Iterator[Fault]:
    """Yield faults for tags that are no text of a paragraph (in codes of fields, deleted words, attributes), for those
    in hidden text, and for content controls that Word fills from other data."""
    for item in root.iter("{*}*"):
        texts = [str(value) for value in item.attrib.values()]
        texts += [item.text] if item.text and item.tag != f"{W}t" else []
        for text in texts:
            if found := _TAGGED.search(text):
                yield Fault(code="tag-misplaced", where=where_of(item, part, lines), found=found[0])
    for mark in root.iter(f"{W}vanish"):
        run = next(mark.iterancestors(f"{W}r"), None)
        words = "" if run is None else "".join(text.text or "" for text in run.iter(f"{W}t"))
        if mark.get(f"{W}val") not in _OFF and _TAGGED.search(words):
            yield Fault(code="tag-hidden", where=where_of(mark, part, lines), found=words.strip())
    for binding in root.iter(f"{W}dataBinding"):
        alias = next(binding.itersiblings(f"{W}alias", preceding=True), None)
        name = str(binding.get(f"{W}xpath")) if alias is None else str(alias.get(f"{W}val"))
        control = next(binding.iterancestors(f"{W}sdt"), binding)
        inside = next(control.iter(f"{W}p"), control)
        yield Fault(code="control-bound", where=where_of(inside, part, lines), found=name)


def package_faults(parts: dict[str, bytes], roots: dict[str, XmlElement]) -> Iterator[Fault]:
    """Yield faults of the package: code, embedded objects, links out of it, a main part that is no document."""
    for name in parts:
        if _CODE.search(name):
            yield Fault(code="macro", where=Where(part=name), found=name.rsplit("/", 1)[-1])
        elif _EMBEDDED.search(name):
            yield Fault(code="embedded", where=Where(part=name), found=name.rsplit("/", 1)[-1])
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from _link_faults(root, name)
        elif name == _TYPES:
            yield from _type_faults(root)


def _link_faults(root: XmlElement, part: str) -> Iterator[Fault]:
    for link in root.iter(_RELATIONSHIP):
        if str(link.get("TargetMode")).lower() == "external":
            yield Fault(code="external", where=Where(part=part), found=str(link.get("Target")))


def _type_faults(root: XmlElement) -> Iterator[Fault]:
    for row in root:
        kind = str(row.get("ContentType"))
        if "macroEnabled" in kind:
            yield Fault(code="macro", where=Where(part=_TYPES), found=kind)
        elif row.get("PartName") == "/word/document.xml" and not kind.endswith("document.main+xml"):
            yield Fault(code="not-a-document", where=Where(part=_TYPES), found=kind)


def _is_fallback(shape: XmlElement) -> bool:
    return next(shape.iterancestors(FALLBACK), None) is not None


def _local(item: XmlElement) -> str:
    return str(item.tag).rsplit("}", 1)[-1]

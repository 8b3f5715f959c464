"""What a document shows beside its lines and has no place in a plan: text of headers and footers, marks of a pen
(underlined, struck out, highlighted, coloured words), and how its pages lie."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.files import XmlElement
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_text import words
from documents.reading.docx_xml import W, child, number, switch, value

_PLAIN = frozenset({"none", "auto", "000000"})


@dataclass(frozen=True, kw_only=True)
class Beside:
    """edges: the words of headers and footers, page numbers left out; painted: words marked with a pen, each with the
    mark ("struck", "underlined", "highlighted", "coloured"); wide: whether the page of each section lies on its side.
    """

    edges: tuple[str, ...] = ()
    painted: tuple[tuple[str, str], ...] = ()
    wide: tuple[bool, ...] = ()


def read_beside(package: DocxPackage) -> Beside:
    """Return what stands beside the lines; tracked changes of the body have been resolved before."""
    root = package.document
    parts = (package.xml(name) for kind in ("header", "footer") for name in package.targets(package.main, kind))
    edges = (
        " ".join(re.sub(r"\d+", "", words(paragraph)).split()) for part in parts for paragraph in part.iter(W + "p")
    )
    return Beside(
        edges=tuple(dict.fromkeys(edge for edge in edges if edge)),
        painted=tuple(_painted(root)),
        wide=tuple(_lies(section) for section in root.iter(W + "sectPr")),
    )


def _painted(root: XmlElement) -> list[tuple[str, str]]:
    """Return the marked words, neighbours with one mark together."""
    found: list[tuple[str, str]] = []
    for paragraph in root.iter(W + "p"):
        last = ""
        for run in paragraph.iter(W + "r"):
            mark, said = _mark(child(run, "rPr")), words(run)
            if not said.strip():
                continue
            if mark and mark == last:
                found[-1] = (mark, found[-1][1] + said)
            elif mark:
                found.append((mark, said))
            last = mark
    return [(mark, " ".join(said.split())) for mark, said in found]


def _mark(looks: XmlElement | None) -> str:
    if looks is None:
        return ""
    if switch(looks, "strike") or switch(looks, "dstrike"):
        return "struck"
    marks = (("u", "underlined"), ("highlight", "highlighted"), ("color", "coloured"))
    return next((name for tag, name in marks if (value(looks, tag) or "none").lower() not in _PLAIN), "")


def _lies(section: XmlElement) -> bool:
    size = child(section, "pgSz")
    return (number(value(size, attribute="w")) or 0) > (number(value(size, attribute="h")) or 0)

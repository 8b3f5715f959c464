"""Page set-up per section: paper, margins, orientation, page numbers, and which header or footer is shown where."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.audit.word import MM_PER_TWIP, Package, number, on, qn, val, whole
from documents.files import XmlElement

_LETTER_TWIPS = (12240.0, 15840.0)


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section. Lengths in mm. restart: the number its first page gets, None where counting goes on; headers and
    footers: part name by kind, inherited ones included."""

    width_mm: float
    height_mm: float
    landscape: bool
    margins: dict[str, float]
    first_differs: bool
    restart: int | None
    number_format: str
    continuous: bool
    headers: dict[str, str] = field(default_factory=dict[str, str])
    footers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def text_mm(self) -> float:
        """Width of the text area."""
        return self.width_mm - self.margins["left"] - self.margins["right"]


def read_sections(package: Package) -> list[Section]:
    """Return the sections of a document in order, at least one."""
    even = package.settings is not None and package.settings.find(qn("w:evenAndOddHeaders")) is not None
    sections: list[Section] = []
    for props in package.document.iter(qn("w:sectPr")):
        if props.getparent() is not None and not any(a.tag == qn("w:sectPrChange") for a in props.iterancestors()):
            sections.append(_section(props, package, sections[-1] if sections else None, even))
    return sections or [_section(package.document.makeelement(qn("w:sectPr")), package, None, even)]


def _section(props: XmlElement, package: Package, before: Section | None, even: bool) -> Section:
    size, margins = props.find(qn("w:pgSz")), props.find(qn("w:pgMar"))
    counting = props.find(qn("w:pgNumType"))
    start = counting.get(qn("w:start"), "") if counting is not None else ""
    title = props.find(qn("w:titlePg"))
    first_differs = title is not None and on(title.get(qn("w:val")))
    width, height = _length(size, "w", _LETTER_TWIPS[0]), _length(size, "h", _LETTER_TWIPS[1])
    sides = {side: _length(margins, side, 1440) for side in ("top", "bottom", "left", "right")}
    sides["left"] += _length(margins, "gutter", 0)
    shown = ("default", *(("first",) if first_differs else ()), *(("even",) if even else ()))
    return Section(
        width_mm=width,
        height_mm=height,
        landscape=width > height,
        margins=sides,
        first_differs=first_differs,
        restart=whole(start, -1) if whole(start, -1) >= 0 else None,
        number_format=(counting.get(qn("w:fmt")) or "decimal") if counting is not None else "decimal",
        continuous=val(props, "w:type", "nextPage") == "continuous",
        headers=_stories(props, "w:headerReference", package, before.headers if before else {}, shown),
        footers=_stories(props, "w:footerReference", package, before.footers if before else {}, shown),
    )


def _length(holder: XmlElement | None, name: str, default: float) -> float:
    text = holder.get(qn(f"w:{name}")) if holder is not None else None
    return abs(number(text, default)) * MM_PER_TWIP


def _stories(
    props: XmlElement, tag: str, package: Package, before: dict[str, str], shown: tuple[str, ...]
) -> dict[str, str]:
    """Return part name by kind of the stories that are shown; what a section does not name it inherits."""
    own = {
        reference.get(qn("w:type"), "default"): package.related.get(reference.get(qn("r:id"), ""), "")
        for reference in props.iterfind(qn(tag))
    }
    return {kind: part for kind, part in (before | own).items() if kind in shown or kind not in ("first", "even")}

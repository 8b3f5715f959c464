"""The paragraphs of a part with their places: number, row and cell, words."""

from __future__ import annotations

from dataclasses import dataclass

from documents.files import XmlElement
from documents.templates.faults import Where

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _TC, _TR, _TBL, _BOX, _BODY = (f"{W}{name}" for name in ("p", "tc", "tr", "tbl", "txbxContent", "body"))
_BREAKS = frozenset({f"{W}br", f"{W}tab", f"{W}cr"})


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One paragraph. holder: the element it stands in (body, cell …); cell, row, table: None outside tables; style:
    its style id, "" for none; boxed: within a text box."""

    element: XmlElement
    where: Where
    text: str
    holder: XmlElement | None
    cell: XmlElement | None
    row: XmlElement | None
    table: XmlElement | None
    style: str
    boxed: bool


def lines(root: XmlElement, part: str) -> list[Line]:
    """Return the paragraphs of a part in document order, those of a shape's fallback left out."""
    places = {item: at for holder in root.iter(_TBL, _TR) for at, item in enumerate(holder.iterchildren(_TR, _TC), 1)}
    return [
        _line(element, part, number, places)
        for number, element in enumerate(root.iter(_P), 1)
        if not _is_spare(element)
    ]


def _is_spare(element: XmlElement) -> bool:
    return next(element.iterancestors(FALLBACK), None) is not None


def _line(element: XmlElement, part: str, number: int, places: dict[XmlElement, int]) -> Line:
    """Return a paragraph; ``places``: which row of its table, which cell of its row each is."""
    text = text_of(element)
    cell = next(element.iterancestors(_TC), None)
    row = None if cell is None else next(cell.iterancestors(_TR), None)
    table = None if row is None else next(row.iterancestors(_TBL), None)
    style = element.find(f"{W}pPr/{W}pStyle")
    where = Where(
        part=part,
        paragraph=number,
        row=None if row is None else places.get(row),
        cell=None if cell is None else places.get(cell),
        text=" ".join(text.split()),
    )
    return Line(
        element=element,
        where=where,
        text=text,
        holder=element.getparent(),
        cell=cell,
        row=row,
        table=table,
        style="" if style is None else str(style.get(f"{W}val")),
        boxed=next(element.iterancestors(_BOX), None) is not None,
    )


def text_of(element: XmlElement) -> str:
    """Return the words of a paragraph itself, without those of text boxes that hang on it."""
    own = [i for i in element.iter(f"{W}t", *_BREAKS) if next(i.iterancestors(_P), None) is element]
    return "".join([" " if item.tag in _BREAKS else item.text or "" for item in own])


def where_of(element: XmlElement, part: str, known: list[Line]) -> Where:
    """Return the place of any element: that of the paragraph it is in, else the part."""
    own = element if element.tag == _P else next(element.iterancestors(_P), None)
    return next((line.where for line in known if line.element is own), Where(part=part))

"""Tables cut in the layout copy where their pages end, as only a layout tells.

rdocx prints the notes of cells only where a table ends (``cell_notes``) and keeps no last row with the line after its
table. So a table with such notes, and one whose last row is kept with what follows ("./." and the signature), is laid
out once with a link in each row that tells its page; then it is written as several tables, one a page. What does not
come out so after all stays uncut.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.adapting import blocks
from documents.pages.messages import LinkBox
from documents.pages.owners import W
from documents.pages.paragraphs import Looks, P, height_of, text_of

Places = dict[str, LinkBox]
"""Where the marked rows stand: the first box by the marker's name."""

TRIES = (2.0, 24.0)
"""Points left free at the foot of a page, first and then."""

_ROW, _MARK = f"{W}tr", f"{W}footnoteReference"
_SEPARATOR = 16.0  # points: the line above the notes and the air around it
_MEAN_ROW = 16.0
_TOP = 56.7  # points: the least top margin


@dataclass(frozen=True)
class Room:
    """The text area of a table's pages in points: width, and its foot from the top of the paper."""

    width: float
    foot: float


def doubtful(body: Element) -> list[Element]:
    """Return the tables that may have to be cut."""
    return [
        table for table in body.iterchildren(f"{W}tbl") if len(_rows(table)) > 1 and (_notes(table) or _kept(table))
    ]


def mark_rows(body: Element, link: Callable[[Element, str], None]) -> None:
    """Put a link into each row of the doubtful tables and into the line after them."""
    for number, table in enumerate(doubtful(body)):
        for at, row in enumerate(_rows(table)):
            _mark(row, f"row-{number}-{at}", link)
        after = table.getnext()
        if after is not None and after.tag == P:
            _mark(after, f"row-{number}-end", link)


def cut_tables(body: Element, places: Places, notes: dict[str, Element], looks: Looks, free: float) -> bool:
    """Cut the doubtful tables by the places of their rows; say whether any was. ``notes``: w:footnote by id."""
    cut = False
    rooms = {block: Room(width, height + _TOP) for block, width, height in blocks(body)}
    for number, table in enumerate(doubtful(body)):
        room = rooms[table]
        rows = [places.get(f"row-{number}-{at}") for at in range(len(_rows(table)))]
        end = places.get(f"row-{number}-end")
        starts = _starts(table, rows, notes, room, looks, free) if _notes(table) else []
        if not starts and _kept(table) and end and rows[-1] and rows[-1].page < end.page:
            starts = [len(rows) - 1]
        if starts:
            _cut(table, starts)
            cut = True
    return cut


def is_right(body: Element, places: Places) -> bool:
    """Say whether each table with notes stands on one page, and each last row that is kept on that of the line after
    it."""
    for number, table in enumerate(doubtful(body)):
        boxes = [places.get(f"row-{number}-{at}") for at in range(len(_rows(table)))]
        last, end = boxes[-1], places.get(f"row-{number}-end")
        if _notes(table) and len({box.page for box in boxes if box}) > 1:
            return False
        if _kept(table) and last and end and last.page != end.page:
            return False
    return True


def _rows(table: Element) -> list[Element]:
    return table.findall(_ROW)


def _notes(element: Element) -> list[str]:
    return [mark.get(f"{W}id") or "" for mark in element.iter(_MARK)]


def _kept(table: Element) -> bool:
    """Say whether the last row is kept with the line after the table."""
    after = table.getnext()
    last = _rows(table)[-1].find(f".//{P}/{W}pPr/{W}keepNext")
    return last is not None and after is not None and after.tag == P


def _mark(holder: Element, name: str, link: Callable[[Element, str], None]) -> None:
    """Link the first run of the longest text in a row or paragraph, which begins at its top."""
    longest = max(holder.iter(P), key=lambda paragraph: len(text_of(paragraph)), default=holder)
    run = next((run for run in longest.iterchildren(f"{W}r") if run.find(f"{W}t") is not None), None)
    if run is not None:
        link(run, name)


def _starts(
    table: Element, rows: list[LinkBox | None], notes: dict[str, Element], room: Room, looks: Looks, free: float
) -> list[int]:
    """Return the rows that begin a page when each page holds the notes of its rows too; [] where one does."""
    heads = _head_count(table)
    known = [box for box in rows if box]
    if not known or heads >= len(rows):
        return []
    heights = _heights(rows)
    first_page = [box.y for box in known if box.page == known[0].page]
    foot = max(first_page) + _MEAN_ROW if len(first_page) < len(known) else room.foot
    top = min([box.y for box in known if box.page > known[0].page], default=0.0)
    used, below = known[0].y + sum(heights[:heads]), 0.0
    starts: list[int] = []
    for at, row in enumerate(_rows(table)[heads:], heads):
        own = sum(_note_height(notes.get(note), room.width, looks) for note in _notes(row))
        line = _SEPARATOR if own and not below else 0.0
        if used + heights[at] + below + own + line > foot - free and at > heads:
            starts.append(at)
            used, below, foot = top, 0.0, room.foot
            line = _SEPARATOR if own else 0.0
        used += heights[at]
        below += own + line
    return starts


def _heights(rows: list[LinkBox | None]) -> list[float]:
    """Return the heights of the rows by the places of their first lines; about a line where they can't be told."""
    found: list[float] = []
    for box, following in zip(rows, [*rows[1:], None], strict=True):
        told = box and following and following.page == box.page and following.y > box.y
        found.append(following.y - box.y if box and following and told else 0.0)
    usual = sorted(height for height in found if height) or [_MEAN_ROW]
    return [height or usual[len(usual) // 2] for height in found]


def _note_height(note: Element | None, width: float, looks: Looks) -> float:
    return 0.0 if note is None else sum(height_of(item, width, looks.of(item)) for item in note.iter(P))


def _head_count(table: Element) -> int:
    return sum(1 for row in _rows(table) if row.find(f"{W}trPr/{W}tblHeader") is not None)


def _cut(table: Element, starts: list[int]) -> None:
    """Write the table as several, each after the first on a new page under the header rows."""
    rows = _rows(table)
    heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    for start, end in reversed(list(zip(starts, [*starts[1:], len(rows)], strict=True))):
        part = etree.Element(table.tag)
        part.extend(copy.deepcopy(child) for child in table if child.tag in (f"{W}tblPr", f"{W}tblGrid"))
        part.extend(_without_marks(row) for row in heads)
        part.extend(rows[start:end])
        table.addnext(part)
        table.addnext(_page_break())


def _without_marks(row: Element) -> Element:
    """Return a copy of a header row without what stands once in a document."""
    made = copy.deepcopy(row)
    for mark in list(made.iter(_MARK, f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
    return made


def _page_break() -> Element:
    """Return a line one point high that begins a page."""
    paragraph = etree.Element(P)
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pageBreakBefore")
    etree.SubElement(
        properties,
        f"{W}spacing",
        {f"{W}before": "0", f"{W}after": "0", f"{W}line": "20", f"{W}lineRule": "exact"},
    )
    return paragraph

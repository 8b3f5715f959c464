"""Data tables: merged heads in both directions, header rows repeated, rows not split, columns as wide as they need.

The decree says nothing of tables but their place (PL1-I.2); 12 pt, black, header repeated is practice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from documents.rendering import wml
from documents.rendering.columns import TWIPS_PER_MM, Need, column_needs, column_widths, numeric_columns
from documents.rendering.grid import Slot, lay, stacked
from plans.nodes import Table
from plans.text import RichText

SPLITTABLE = 18
"""Lines: a higher row may break over pages, lest it leave half of one empty or run off it."""

TALL = 6
"""Rows: a cell merged over as many may cross pages, so its words stand at its top, where they are seen."""

_MERGES = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}

_CHARACTER = 125  # twips: about the mean width of a character at 12 pt


@dataclass(frozen=True, slots=True)
class Laid:
    """A table on its grid, in one part or several; least: twips of width below which words would be broken, 0 where
    the widths are given."""

    table: Table
    parts: list[tuple[list[list[Slot]], list[Need]]]
    least: float


class Tables:
    """Writes tables; ``runs`` turns a text into runs."""

    def __init__(self, styles: dict[str, str], runs: Callable[[RichText], str]) -> None:
        self._styles = styles
        self._runs = runs

    def laid(self, table: Table) -> Laid:
        """Return the table on its grid, measured."""
        parts = [(rows, column_needs(rows)) for rows in stacked(lay(table.rows))]
        least = max((sum(need.least for need in needs) for _, needs in parts), default=0.0)
        return Laid(table, parts, 0.0 if table.widths else least * TWIPS_PER_MM)

    def table(self, laid: Laid, width: int, bookmarks: wml.Bookmarks, *, keep: bool = False) -> Iterator[str]:
        """Yield the table, ``width`` twips wide, its node's bookmark in the first cell unless the title has it.

        ``keep``: its last row stays with the paragraph after it.
        """
        table = laid.table
        for number, (rows, needs) in enumerate(laid.parts):
            if number:
                yield wml.paragraph(self._styles["break"], "")
            widths = column_widths(needs, table.widths if len(laid.parts) == 1 else [], width)
            yield self._opening(widths)
            aligns = numeric_columns(rows, table.header_rows)
            for index, row in enumerate(rows):
                head = index < table.header_rows
                kept = head or len(row) == 1 < len(widths) or (keep and index == len(rows) - 1)
                cells = [self._cell(slot, widths, self._role(slot, head, aligns), keep=kept) for slot in row]
                if number == index == 0:
                    cells[0] = cells[0].replace("</w:pPr>", "</w:pPr>" + bookmarks.point(table.id), 1)
                yield f"<w:tr>{_row_properties(row, head, widths)}{''.join(cells)}</w:tr>"
            yield "</w:tbl>"

    def _opening(self, widths: list[int]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["table"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )

    def _role(self, slot: Slot, head: bool, aligns: dict[int, str]) -> str:
        if head:
            return "cell_head"
        align = slot.cell.align or (aligns.get(slot.column, "") if slot.colspan == 1 else "")
        return f"cell_{align}" if align in ("center", "right", "justify") else "cell"

    def _cell(self, slot: Slot, widths: list[int], role: str, *, keep: bool) -> str:
        one = slot.colspan == 1
        width = widths[slot.column] if one else sum(widths[slot.column : slot.column + slot.colspan])
        span = f'<w:gridSpan w:val="{slot.colspan}"/>' if not one else ""
        merge = _MERGES[slot.merge]
        extra = "<w:keepNext/>" if keep else ""
        style = self._styles[role]
        paragraphs = "".join([wml.paragraph(style, self._runs(line), extra) for line in _lines(slot)])
        middle = "" if slot.cell.rowspan >= TALL else '<w:vAlign w:val="center"/>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{paragraphs}</w:tc>'


def _row_properties(row: list[Slot], head: bool, widths: list[int]) -> str:
    long = any(len(slot.plain) >= SPLITTABLE and _height(slot, widths) > SPLITTABLE for slot in row)
    properties = ("" if long else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    return f"<w:trPr>{properties}</w:trPr>" if properties else ""


def _height(slot: Slot, widths: list[int]) -> int:
    """Return about how many lines a cell takes."""
    width = max(1, sum(widths[slot.column : slot.column + slot.colspan]))
    if "\n" not in slot.plain:
        return 1 + len(slot.plain) * _CHARACTER // width
    return sum(1 + len(line) * _CHARACTER // width for line in slot.plain.split("\n"))


def _lines(slot: Slot) -> list[RichText]:
    """Return the paragraphs of a cell."""
    plain, text = slot.plain, slot.cell.text
    if "\n" not in plain:
        return [text]
    found: list[RichText] = []
    at = 0
    for line in plain.split("\n"):
        found.append(text.slice(at, at + len(line)))
        at += len(line) + 1
    return found

"""Rich text and table cells as JSON values. A text of one plain look is its characters alone, without spans."""

from __future__ import annotations

from typing import Any

from plans.nodes import Cell
from plans.text import RichText, Span

_PLAIN = Span()
_CELL = Cell()
_SPAN_FIELDS = ("text", "bold", "italic", "vertical", "footnote")
_CELL_FIELDS = ("colspan", "rowspan", "align")


def rich_to(text: RichText) -> tuple[str, list[Any] | None]:
    """Return the characters, and the spans where they say more than the characters."""
    plain = text.plain
    if text.spans == ((Span(plain),) if plain else ()):
        return plain, None
    return plain, [_differing(span, _PLAIN, _SPAN_FIELDS) for span in text.spans]


def rich_of(plain: str, spans: list[Any] | None) -> RichText:
    """Return the text of ``rich_to``'s values, the very same spans."""
    if spans is None:
        return RichText((Span(plain),) if plain else ())
    return RichText(tuple(Span(**span) for span in spans))


def cells_to(rows: list[list[Cell]]) -> list[list[dict[str, Any]]]:
    """Return the rows of a table as JSON values."""
    return [[_cell(cell) for cell in row] for row in rows]


def cells_of(rows: list[list[dict[str, Any]]]) -> list[list[Cell]]:
    """Return the rows of ``cells_to``'s values."""
    return [[Cell(text=_text_of(cell), **_without_text(cell)) for cell in row] for row in rows]


def _cell(cell: Cell) -> dict[str, Any]:
    plain, spans = rich_to(cell.text)
    return {"text": plain if spans is None else spans} | _differing(cell, _CELL, _CELL_FIELDS)


def _text_of(cell: dict[str, Any]) -> RichText:
    text = cell["text"]
    return rich_of(text, None) if isinstance(text, str) else rich_of("", text)


def _without_text(cell: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in cell.items() if name != "text"}


def _differing(owner: Any, usual: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(owner, name)) != getattr(usual, name)}

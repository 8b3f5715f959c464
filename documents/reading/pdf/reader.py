"""The pages of a PDF as one flow of blocks: paragraphs, letterhead and signature as pairs of columns, tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from documents.reading.blocks import Block, LeftOut, Source
from documents.reading.pdf.columns import Band, bands_of, go_over
from documents.reading.pdf.footnotes import PageNotes, mark_words, notes_of
from documents.reading.pdf.grids import Grid, grids_of
from documents.reading.pdf.lines import Line, Row, rows_of
from documents.reading.pdf.margins import without_margins
from documents.reading.pdf.paragraphs import Frame, Paragraph, frames_of, joined, line_text, paragraphs_of
from documents.reading.pdf.shapes import Content, Page
from documents.reading.pdf.tables import FoundTable, aligned_runs, aligned_table, continues, put_together, ruled_table
from documents.reading.text_openers import AUTHORITY, OFFICE, RECIPIENTS
from plans.nodes import Cell
from plans.text import RichText, Span
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

_PICTURE = N_("Hình ảnh (con dấu, chữ ký, biểu trưng) không thuộc văn bản kế hoạch.")

_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|HĐND|HỘI|ĐẢNG|TRƯỜNG|BAN|PHÒNG|XÃ|PHƯỜNG|ĐẶC KHU|CÔNG AN|TRẠM|ĐOÀN|TRUNG TÂM|VĂN PHÒNG|SỞ|"
    r"TỔ|CHI|BCH|BCĐ|CỘNG HÒA|ĐỘC LẬP)(?!\w)",
    re.IGNORECASE,
)
"""Words that begin the name of a body in a letterhead, so a line of its own."""

Item = Line | Band | FoundTable


@dataclass(slots=True)
class _Flow:
    """What the pages hold, in reading order, and what is no text of a plan."""

    items: list[Item] = field(default_factory=list[Item])
    notes: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    layout: list[str] = field(default_factory=list[str])
    text: list[str] = field(default_factory=list[str])


def source_of(content: Content, notes: list[str]) -> Source:
    """Return the content as blocks; ``notes`` are told with it."""
    grids: list[list[Grid]] = []
    rows: list[list[Row]] = []
    for page in content.pages:
        its, rest = grids_of(page.rules, page.words)
        grids.append(its)
        rows.append(rows_of(rest, page.number))
    flow = _Flow()
    flow.text = [line.plain for page in rows for row in page for line in row]
    rows, margins = without_margins(content.pages, rows)
    flow.layout += margins
    body = _body_size(rows)
    for page, its, page_rows in zip(content.pages, grids, rows, strict=True):
        _add_page(flow, page, its, notes_of(page, page_rows, body))
    return _source(flow, content, notes)


def _body_size(rows: list[list[Row]]) -> float:
    sizes = Counter[float]()
    for page in rows:
        for row in page:
            for line in row:
                sizes[line.size] += len(line.plain)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _add_page(flow: _Flow, page: Page, grids: list[Grid], found: PageNotes) -> None:
    names = {figure: f"fn{page.number + 1}-{figure}" for figure in found.notes}
    if found.goes_on and flow.notes:
        flow.notes[list(flow.notes)[-1]] += found.goes_on
    elif found.goes_on:
        found.rows.append(found.goes_on)
    for figure, lines in found.notes.items():
        flow.notes[names[figure]] = lines
    flow.layout += found.figures
    for grid in grids:
        for cell in grid.cells:
            flow.text += [line.plain for row in rows_of(cell.words, page.number) for line in row]
    for row in found.rows:
        for line in row:
            flow.layout += mark_words(line.words, names)
    tables = [(grid.top, ruled_table(grid, page.number)) for grid in grids]
    _into(flow, page, found.rows, tables)


def _into(flow: _Flow, page: Page, rows: list[Row], tables: list[tuple[float, FoundTable]]) -> None:
    """Add rows and tables to the flow in the order in which they stand on the page."""
    last = flow.items[-1] if flow.items else None
    if isinstance(last, Band) and last.rows[-1][0].page == page.number - 1 and RECIPIENTS.match(last.left[0].plain):
        rows = rows[go_over(last, rows) :]
    placed: list[tuple[float, Row | Band | FoundTable]] = list(tables)
    bounds = [0.0, *(top for top, _ in tables), page.height + 1]
    for top, bottom in pairwise(bounds):
        between = [row for row in rows if top <= row[0].base < bottom]
        placed += [(_top(item), item) for item in bands_of(between)]
    run: list[Row] = []
    for _top_of, item in sorted(placed, key=lambda pair: pair[0]):
        if isinstance(item, list):
            run.append(item)
            continue
        _add_rows(flow, run, page)
        run = []
        if isinstance(item, FoundTable) and _last_table(flow, item):
            continue
        flow.items.append(item)
    _add_rows(flow, run, page)


def _top(item: Row | Band) -> float:
    return item.rows[0][0].base if isinstance(item, Band) else item[0].base


def _last_table(flow: _Flow, table: FoundTable) -> bool:
    """Add the table to the one that ended the page before, where it continues it."""
    last = flow.items[-1] if flow.items else None
    if not isinstance(last, FoundTable) or not continues(last, table):
        return False
    put_together(last, table)
    return True


def _add_rows(flow: _Flow, rows: list[Row], page: Page) -> None:
    at = 0
    for first, last in aligned_runs(rows):
        table = aligned_table(rows[first : last + 1], page.number)
        if table is None:
            continue
        flow.items += [_one_line(row) for row in rows[at:first]]
        flow.items.append(table)
        at = last + 1
    flow.items += [_one_line(row) for row in rows[at:]]


def _one_line(row: Row) -> Line:
    """Return a row as one line; columns that are neither a form nor a table are parted by a tab."""
    if len(row) == 1:
        return row[0]
    whole = Line(row[0].page, list(row[0].words))
    for line in row[1:]:
        first = line.words[0]
        first.text, first.blanks = f"\t{first.text}", 1
        whole.words += line.words
    return whole


def _source(flow: _Flow, content: Content, notes: list[str]) -> Source:
    by_page: list[list[Line]] = [[] for _ in content.pages]
    for item in flow.items:
        if isinstance(item, Line):
            by_page[item.page].append(item)
    tables = [item for item in flow.items if isinstance(item, FoundTable) and not item.guessed]
    edges = [(table.first_page, table.columns[0], table.columns[-1]) for table in tables]
    frames = frames_of(content.pages, by_page, edges)
    source = Source(format="pdf", characters=0, text="\n".join(flow.text), notes=notes)
    source.characters = len(source.text)
    for block in _blocks(flow, frames, content.pages):
        source.blocks.append(block)
    source.footnotes = {name: _note(lines, frames) for name, lines in flow.notes.items()}
    source.layout = flow.layout + [text for item in flow.items if isinstance(item, FoundTable) for text in item.layout]
    source.left_out = _left_out(content)
    return source


def _blocks(flow: _Flow, frames: dict[int, Frame], pages: list[Page]) -> list[Block]:
    blocks: list[Block] = []
    lines: list[Line] = []
    for item in [*flow.items, None]:
        if isinstance(item, Line):
            lines.append(item)
            continue
        blocks += [_paragraph(p, pages) for p in paragraphs_of(lines, frames)]
        lines = []
        if isinstance(item, Band):
            blocks.append(_pair(item, frames))
        elif item is not None:
            blocks.append(_table(item, pages))
    return blocks


def _paragraph(found: Paragraph, pages: list[Page]) -> Block:
    page = pages[found.lines[0].page]
    return Block(
        text=found.text.stripped(),
        align=found.align,
        indent_mm=found.indent_mm,
        landscape=page.is_landscape,
        line=page.number + 1,
    )


def _pair(band: Band, frames: dict[int, Frame]) -> Block:
    """Return two columns as a table of one row, as Word files have them."""
    cells = tuple(Cell(text=_lines(_column_texts(column, frames))) for column in (band.left, band.right))
    return Block(rows=(cells,), line=band.rows[0][0].page + 1)


def _column_texts(column: list[Line], frames: dict[int, Frame]) -> list[RichText]:
    """Return the texts of a column, a line that was full with the one below it as one."""
    if any(line.plain.startswith(("-", "–", "+")) for line in column):
        frame = Frame(min(line.x0 for line in column), max(line.x1 for line in column), 1.15)
        found = paragraphs_of(column, {line.page: frame for line in column})
        return [joined(line_text(line) for line in p.lines) for p in found]
    texts: list[list[Line]] = []
    for line in column:
        if texts and _filled(texts[-1][-1], line, frames[line.page]):
            texts[-1].append(line)
        else:
            texts.append([line])
    return [joined(map(line_text, lines)) for lines in texts]


def _filled(before: Line, line: Line, frame: Frame) -> bool:
    """Say whether the first word of a centred line had no room on the one before, the column reaching to the edge of
    the page's text on its side."""
    middle = (before.x0 + before.x1) / 2
    edge = min(middle - frame.left, frame.right - middle)
    alike = before.size == line.size and before.is_bold == line.is_bold and abs(middle - (line.x0 + line.x1) / 2) < 4
    if _BODY.match(line.plain) or OFFICE.match(line.plain) or AUTHORITY.match(line.plain):
        return False
    return alike and before.x1 - before.x0 + line.first_width + 0.2 * line.size > 2 * edge


def _lines(texts: list[RichText]) -> RichText:
    spans: list[Span] = []
    for text in texts:
        spans += [Span("\n")] if spans else []
        spans += text
    return RichText.join(spans)


def _table(table: FoundTable, pages: list[Page]) -> Block:
    page = pages[table.first_page]
    return Block(
        rows=table.cells(),
        header_rows=table.head_rows(),
        landscape=page.is_landscape,
        guessed=table.guessed,
        line=page.number + 1,
    )


def _note(lines: list[Line], frames: dict[int, Frame]) -> RichText:
    return _lines([p.text.stripped() for p in paragraphs_of(lines, frames)])


def _left_out(content: Content) -> list[LeftOut]:
    """Return what is no text: pictures, comments, signatures, attached files; each counted, none opened."""
    found = [
        LeftOut(kind="image", text=_("trang {page}").format(page=page.number + 1), reason=_(_PICTURE))
        for page in content.pages
        for _share in page.pictures
    ]
    found += [
        LeftOut(kind="comment", text=text, reason=_("Ghi chú đặt trên trang PDF."))
        for page in content.pages
        for text in page.remarks
    ]
    signed = LeftOut(kind="signature", text="", reason=_("Chữ ký số của tệp; dự thảo mới chưa được ký."))
    attached = LeftOut(kind="embedded", text="", reason=_("Tài liệu khác được nhúng vào tệp."))
    return [*found, *[signed] * min(content.signatures, 100), *[attached] * min(content.attachments, 100)]

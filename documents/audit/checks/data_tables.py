"""Row 40: data tables without colour, within the text area, with a repeated header row. The decree is silent on
tables; these are warnings by practice."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, millimetres, place
from documents.audit.flow import Para
from documents.audit.report import Finding
from documents.audit.rules import Rule
from documents.audit.tables import TableBox


def tables(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 40 for every table that holds data."""
    if not audited.parts.data_tables:
        return None
    first: dict[int, Para] = {}
    for para in audited.flow.paras:
        if para.cell is not None:
            first.setdefault(para.cell.table, para)
    tables = ((table, first[table.index]) for table in audited.parts.data_tables if table.index in first)
    return [finding for table, para in tables for finding in _table(audited, rule, table, para)]


def _table(audited: Audited, rule: Rule, table: TableBox, first: Para) -> Iterator[Finding]:
    fills = sorted({cell.fill for cell, _ in table.cells if cell.fill} - set(rule.strings("greys")))
    if fills:
        yield rule.finding("colour", place("table", first), ", ".join(fills))
    room = audited.flow.sections[min(table.section, len(audited.flow.sections) - 1)].text_mm
    if table.width_mm > room + rule.figure("slack"):
        yield rule.finding("wide", place("table", first), millimetres(table.width_mm), room=millimetres(room))
    if table.rows >= rule.figure("long_rows") and table.header_rows == 0:
        yield rule.finding("header", place("table", first))

"""A template fitted to a layout profile: its styles, margins and frames changed where the profile differs.

Styles are found by name, as everywhere; a style that a template lacks, or has under another name, stays as the office
made it. Only what the profile changes is touched, so a template keeps what an office set in Word.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Emu, Mm, Pt
from lxml import etree

from documents.rendering.measures import Measures
from plans.profile import LayoutProfile, changed

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_PER_MM = 1440 / 25.4
_TITLES = ("kh tên loại", "kh quyền hạn chức vụ người ký", "kh họ tên người ký")
_CENTRED_ROLES = ("subject", "part", "part_title", "table_title", "appendix_title", "appendix_reference")
_FLOW_ROLES = ("basis", "text", "roman", "arabic", "decimal", "decimal_low", "letter", "unnumbered", "task_part",
               "bullet", "plus", "label_line")  # fmt: skip
_HEAD = {
    "kh quốc hiệu": "nation",
    "kh cơ quan chủ quản": "nation",
    "kh cơ quan ban hành": "nation",
    "kh tiêu ngữ": "motto",
    "kh địa danh ngày tháng": "date",
}
_MARGINS = ("margin_top", "margin_bottom", "margin_left", "margin_right")
_SPACING = ("gap_before", "gap_after", "line_spacing")


def fitted(parts: dict[str, bytes], roles: dict[str, str], profile: LayoutProfile) -> dict[str, bytes]:
    """Return the parts of a template as the profile wants them; ``roles``: style name by role, as in its manifest."""
    fields = changed(profile)
    if not fields:
        return parts
    styled = _styled(parts[STYLES], roles, profile, fields)
    return {**parts, STYLES: styled, DOCUMENT: _laid(parts[DOCUMENT], profile, fields)}


def _styled(data: bytes, roles: dict[str, str], profile: LayoutProfile, fields: frozenset[str]) -> bytes:
    root: Any = parse_xml(data)
    styles = {str(style.name_val).lower(): style for style in root.iterfind(f"{_W}style") if style.name_val}
    flow = _found(styles, (roles.get(role, "") for role in _FLOW_ROLES))
    if "body_size" in fields:
        titles = _found(styles, (*(roles.get(role, "") for role in _CENTRED_ROLES), *_TITLES))
        for style in (*flow, *titles):
            _set_size(style, profile.body_size)
    if "head_sizes" in fields:
        measures = Measures.of(profile)
        for name, part in _HEAD.items():
            for style in _found(styles, (name,)):
                _set_size(style, getattr(measures, part))
    for style in flow:
        _space(style, profile, fields)
    return _bytes(root)


def _found(styles: dict[str, Any], names: Iterable[str]) -> list[Any]:
    return [styles[name.lower()] for name in names if name.lower() in styles]


def _set_size(style: Any, points: int) -> None:
    properties = style.get_or_add_rPr()
    properties.sz_val = Pt(points)
    complex_size = properties.find(f"{_W}szCs")
    if complex_size is None:
        complex_size = deepcopy(properties.find(f"{_W}sz"))
        complex_size.tag = f"{_W}szCs"
        properties.find(f"{_W}sz").addnext(complex_size)
    complex_size.set(f"{_W}val", str(points * 2))


def _space(style: Any, profile: LayoutProfile, fields: frozenset[str]) -> None:
    properties = style.get_or_add_pPr()
    if "indent" in fields and (properties.first_line_indent or Emu(0)) > 0:
        properties.first_line_indent = Mm(profile.indent)
    if fields.isdisjoint(_SPACING):
        return
    spacing = properties.get_or_add_spacing()
    if "line_spacing" in fields:
        spacing.set(f"{_W}line", str(round(profile.line_spacing * 240)))
        spacing.set(f"{_W}lineRule", "auto")
    if "gap_before" in fields:
        spacing.set(f"{_W}before", str(round(profile.gap_before * 20)))
    if "gap_after" in fields:
        spacing.set(f"{_W}after", str(round(profile.gap_after * 20)))


def _laid(data: bytes, profile: LayoutProfile, fields: frozenset[str]) -> bytes:
    root: Any = parse_xml(data)
    for section in root.iter(f"{_W}sectPr"):
        for name in _MARGINS:
            if name in fields:
                setattr(section, f"{name.removeprefix('margin_')}_margin", Mm(getattr(profile, name)))
    if fields & {"margin_left", "margin_right", "head_sizes"}:
        measures = Measures.of(profile)
        for table in root.iterfind(f"{_W}body/{_W}tbl"):
            _fit_table(table, measures)
    return _bytes(root)


def _fit_table(table: Any, measures: Measures) -> None:
    """Bring a frame of the template to the text width: the letterhead so that Quốc hiệu stays on one line, others in
    their own shares. One whose width is a share of the page's follows by itself."""
    if any(total.get(f"{_W}type") == "pct" for total in table.iterfind(f"{_W}tblPr/{_W}tblW")):
        return
    columns = list(table.iterfind(f"{_W}tblGrid/{_W}gridCol"))
    shares = [float(column.get(f"{_W}w", "0")) for column in columns]
    if not sum(shares):
        return
    widths = [measures.text * share / sum(shares) for share in shares]
    words = "".join(table.itertext())
    if len(columns) == 2 and "agency" in words and "motto_rule" in words:
        widths = [measures.left, measures.right]
    twips = [round(width * _TWIPS_PER_MM) for width in widths]
    for column, own in zip(columns, twips, strict=True):
        column.set(f"{_W}w", str(own))
    for total in table.iterfind(f"{_W}tblPr/{_W}tblW"):
        total.set(f"{_W}w", str(sum(twips)))
        total.set(f"{_W}type", "dxa")
    for row in table.iterfind(f"{_W}tr"):
        _fit_row(row, twips)


def _fit_row(row: Any, twips: list[int]) -> None:
    at = 0
    for cell in row.iterfind(f"{_W}tc"):
        span = cell.grid_span
        cell.width = Emu(round(sum(twips[at : at + span]) * 635))
        at += span


def _bytes(root: Any) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

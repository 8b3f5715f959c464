"""Redlines and what paper looks like: accepting all gives the new looks, rejecting all the old ones, pages included."""

from __future__ import annotations

import copy
import dataclasses
from pathlib import Path

import pytest
import rdocx
from docx_integrity import check
from lxml import etree
from openxml_audit import OpenXmlValidator

from documents.comparing import plan_redline
from documents.files import parse_xml
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_text import words
from documents.reading.docx_xml import W, child, value
from documents.rendering import render_docx
from documents.returning.revisions import resolve
from plans.nodes import Appendix, Cell, Paragraph, Table
from plans.plan import Letterhead, Plan
from plans.sample import sample_plan
from plans.text import RichText

HERE = Path("redline.docx")
T = RichText.of
_NOT_LOOKS = ("name", "basedOn", "next", "link", "uiPriority", "qFormat", "semiHidden", "unhideWhenUsed")


class Paper:
    """A DOCX reduced to what it looks like: no names of styles, only what they amount to."""

    def __init__(self, data: bytes, accept: bool | None) -> None:
        package = DocxPackage(data, HERE)
        styles = package.related("styles")
        self._styles = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}
        roots = [package.document, package.related("footnotes")]
        for root in roots:
            if accept is not None:
                resolve(root, accept=accept)
        self.pages = [form(section, "headerReference") for section in roots[0].iter(W + "sectPr")]
        marked = {mark.get(W + "id") for mark in roots[0].iter(W + "footnoteReference")}
        notes = [note for note in roots[1].iter(W + "footnote") if note.get(W + "id") in marked]
        self.paragraphs = [self._paragraph(item) for root in (roots[0], *notes) for item in root.iter(W + "p")]
        self.tables = [self._table(item) for item in roots[0].iter(W + "tbl")]
        self.drawn = [form(item, number="id") for item in roots[0].iter(W + "drawing")]

    def _paragraph(self, item: etree._Element) -> tuple[str, ...]:
        own = child(item, "pPr")
        given = own if own is not None else etree.Element(W + "pPr")
        return (
            " ".join(words(item).split()),
            self._style(value(given, "pStyle")),
            form(given, "pStyle", "rPr", "sectPr"),
        )

    def _table(self, item: etree._Element) -> tuple[str, ...]:
        own = child(item, "tblPr")
        rows = [form(cell, "p") for cell in item.iter(W + "tc")]
        return (self._style(value(own, "tblStyle")), form(own, "tblStyle"), form(child(item, "tblGrid")), *rows)

    def _style(self, name: str | None) -> str:
        style = self._styles.get(name)
        if style is None:
            return ""
        return form(style, *_NOT_LOOKS) + self._style(value(style, "basedOn"))


def form(element: etree._Element | None, *without: str, number: str = "") -> str:
    if element is None:
        return ""
    plain = copy.deepcopy(element)
    for name in without:
        for item in list(plain.iter(W + name)):
            item.getparent().remove(item)
    for item in plain.iter():
        for key in [k for k in item.attrib if k.endswith(("}styleId", "}default")) or k == number]:
            del item.attrib[key]
    return etree.tostring(plain, method="c14n", exclusive=True).decode()


def leads_in_looks(old: Plan, new: Plan) -> None:
    data = plan_redline(old, new)
    for accept, plan in ((True, new), (False, old)):
        shown, wanted = Paper(data, accept), Paper(render_docx(plan), None)
        assert shown.pages == wanted.pages
        assert shown.paragraphs == wanted.paragraphs
        assert shown.tables == wanted.tables
        assert shown.drawn == wanted.drawn


def wide_table(node_id: str, orientation: str) -> Table:
    cells = [[Cell(text=T(f"{row}{column}")) for column in range(6)] for row in range(3)]
    return Table(id=node_id, title=T("Biểu"), rows=cells, orientation=orientation)  # type: ignore[arg-type]


def with_table(orientation: str, *, after: bool = True) -> Plan:
    plan = sample_plan()
    body = plan.body.children[0].children
    body.insert(1, wide_table("wide", orientation))
    if not after:
        plan.body.children.append(wide_table("last", orientation))
    return plan


def with_profile(**fields: object) -> Plan:
    plan = sample_plan()
    plan.profile = dataclasses.replace(plan.profile, **fields)  # type: ignore[arg-type]
    return plan


def turned_appendix() -> Plan:
    plan = sample_plan()
    first = plan.appendices.children[0]
    assert isinstance(first, Appendix)
    first.orientation = "portrait" if first.orientation == "landscape" else "landscape"
    return plan


def long_head() -> Plan:
    plan = sample_plan()
    plan.letterhead = Letterhead(parent="UBND TỈNH LÂM SƠN", agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM THƯỢNG NGUỒN"))
    plan.subject = "Chuyển đổi số năm 2026"
    return plan


def more_after() -> Plan:
    plan = with_table("landscape")
    plan.body.children[0].children.insert(2, Paragraph(text=T("Câu mới sau bảng.")))
    return plan


PAIRS = {
    "a table turned": (with_table("portrait"), with_table("landscape")),
    "tables turned, one at the end": (with_table("portrait", after=False), with_table("landscape", after=False)),
    "a wide table added": (sample_plan(), with_table("landscape")),
    "an appendix turned": (sample_plan(), turned_appendix()),
    "an appendix gone": (sample_plan(), Plan(body=sample_plan().body, appendices=Plan().appendices)),
    "margins": (sample_plan(), with_profile(margin_left=35.0, margin_top=25.0)),
    "smaller text, other indent": (sample_plan(), with_profile(body_size=13, indent=10.0, line_spacing=1.3)),
    "larger head": (sample_plan(), with_profile(head_sizes="13/14/14")),
    "another letterhead": (sample_plan(), long_head()),
    "turned and other words": (with_table("portrait"), more_after()),
    "looks and page at once": (with_table("landscape"), with_profile(body_size=13, margin_right=20.0)),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_pages_styles_tables_and_rules_lead_both_ways(pair: str):
    old, new = PAIRS[pair]
    leads_in_looks(old, new)
    leads_in_looks(new, old)


@pytest.mark.parametrize("pair", PAIRS)
def test_redlines_of_looks_are_valid(pair: str, tmp_path: Path):
    path = tmp_path / "redline.docx"
    path.write_bytes(plan_redline(*PAIRS[pair]))
    found = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    found += [str(item) for item in check(str(path)) if item.severity == "error"]
    found += [str(item) for item in rdocx.validate_file(path).findings if item.severity == "error"]
    assert found == []


def test_a_style_that_looks_the_same_is_not_kept_twice():
    data = plan_redline(sample_plan(), sample_plan())
    assert b"(b\xe1\xba\xa3n c\xc5\xa9)" not in DocxPackage(data, HERE).read("word/styles.xml")


def test_only_what_looks_otherwise_has_its_style_tracked():
    data = plan_redline(sample_plan(), with_profile(head_sizes="13/14/14"))
    styles = parse_xml(DocxPackage(data, HERE).read("word/styles.xml"), HERE)
    kept = [value(child(style, "name")) for style in styles.iter(W + "style")]
    old = [name for name in kept if name and name.endswith("(bản cũ)")]
    assert 0 < len(old) <= 8

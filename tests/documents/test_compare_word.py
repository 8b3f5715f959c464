"""Redlines as Word would settle them: a second reading of tracked changes, written for the tests alone and from the
standard (ISO/IEC 29500-1, 17.13.5), that shares nothing with the program's own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from lxml import etree

from documents.comparing import compare_files, plan_redline
from documents.rendering import render_docx
from plans.nodes import Cell, Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText
from tests.documents.test_compare import OFFICE, edited, faults
from tests.documents.test_compare import _office_file as office_file
from tests.documents.test_compare_looks import PAIRS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CAME, WENT = ("ins", "moveTo"), ("del", "moveFrom")
RUN_TEXT = {"t": None, "delText": None, "tab": "\t", "br": "\n", "noBreakHyphen": "-"}
LOOKS = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
APART = {"pPr": ("rPr", "sectPr"), "sectPr": ("headerReference", "footerReference"), "trPr": (*CAME, *WENT)}


class Settled:
    """A DOCX read with all its changes accepted or rejected: ``blocks`` are paragraphs (looks, runs) and tables,
    ``pages`` the sections."""

    def __init__(self, data: bytes, *, accept: bool) -> None:
        self._kept, self._gone = (CAME, WENT) if accept else (WENT, CAME)
        self._accept = accept
        parts = {n: zipfile.ZipFile(io.BytesIO(data)).read(n) for n in zipfile.ZipFile(io.BytesIO(data)).namelist()}
        roots = {name: etree.fromstring(parts[f"word/{name}.xml"]) for name in ("document", "styles")}
        self._styles = {item.get(f"{W}styleId"): item for item in roots["styles"].iter(f"{W}style")}
        notes = etree.fromstring(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else ()
        self._notes = {item.get(f"{W}id"): item for item in notes}
        self.pages: list[str] = []
        body = roots["document"][0]
        self.blocks = self._blocks(body)
        self.pages += [self._properties(item) for item in body.findall(f"{W}sectPr")]

    def _blocks(self, holder: etree._Element) -> list[object]:
        found: list[object] = []
        waiting: list[tuple[str, str]] = []
        for item in holder:
            if item.tag == f"{W}tbl":
                found += self._table(item)
            elif item.tag == f"{W}p":
                given = item.find(f"{W}pPr")
                waiting += self._runs(item)
                if self._marked(None if given is None else given.find(f"{W}rPr"), self._gone):
                    continue
                found.append((self._properties(given), joined(waiting)))
                waiting = []
                if given is not None:
                    self.pages += [self._properties(section) for section in given.findall(f"{W}sectPr")]
        return found

    def _table(self, table: etree._Element) -> list[object]:
        rows = [row for row in table.findall(f"{W}tr") if not self._marked(row.find(f"{W}trPr"), self._gone)]
        if not rows:
            return []
        cells = [
            [(self._properties(cell.find(f"{W}tcPr")), self._blocks(cell)) for cell in row.findall(f"{W}tc")]
            for row in rows
        ]
        return [(self._properties(table.find(f"{W}tblPr")), self._properties(table.find(f"{W}tblGrid")), cells)]

    def _runs(self, holder: etree._Element) -> Iterator[tuple[str, str]]:
        for item in holder:
            name = etree.QName(item).localname
            if name in self._kept or name == "hyperlink":
                yield from self._runs(item)
            elif name == "r":
                looks = self._properties(item.find(f"{W}rPr"))
                yield from ((looks, self._said(part)) for part in item if part.tag != f"{W}rPr")

    def _said(self, part: etree._Element) -> str:
        name = etree.QName(part).localname
        if name == "footnoteReference":
            return f"[{self._blocks(self._notes[part.get(f'{W}id')])}]"
        return RUN_TEXT.get(name) or part.text or ("" if name in RUN_TEXT else f"<{name}>")

    def _marked(self, properties: etree._Element | None, names: tuple[str, ...]) -> bool:
        return properties is not None and any(properties.find(f"{W}{name}") is not None for name in names)

    def _properties(self, given: etree._Element | None) -> str:
        """The properties that hold, styles told by what they amount to; what a change cannot speak of is left out."""
        if given is None:
            return ""
        name = etree.QName(given).localname
        change = given.find(f"{W}{name}Change")
        holding = given if change is None or self._accept else change[0]
        skipped = {f"{W}{item}" for item in (f"{name}Change", *APART.get(name, ()))}
        return "".join(self._property(item) for item in holding if item.tag not in skipped)

    def _property(self, item: etree._Element) -> str:
        if etree.QName(item).localname in ("pStyle", "rStyle", "tblStyle"):
            return f"style({self._style(item.get(f'{W}val'))})"
        return etree.tostring(item, method="c14n", exclusive=True).decode()

    def _style(self, name: str | None) -> str:
        style = self._styles.get(name)
        if style is None:
            return ""
        based = style.find(f"{W}basedOn")
        looks = [
            item
            for item in style
            if etree.QName(item).localname in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
        ]
        own = "".join(etree.tostring(item, method="c14n", exclusive=True).decode() for item in looks)
        return own + ("" if based is None else self._style(based.get(f"{W}val")))


def joined(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for looks, said in runs:
        if found and found[-1][0] == looks:
            found[-1] = (looks, found[-1][1] + said)
        elif said:
            found.append((looks, said))
    return found


def leads(data: bytes, old: bytes, new: bytes) -> None:
    for accept, wanted in ((True, new), (False, old)):
        shown, meant = Settled(data, accept=accept), Settled(wanted, accept=True)
        assert shown.blocks == meant.blocks
        assert shown.pages == meant.pages


def own_faults(path: Path, source: Path) -> list[str]:
    """What the validators say of a redline and not of the file it comes from, lists of names aside."""
    known = {fault.partition(" contains ")[0] for fault in faults(source)}
    return [fault for fault in faults(path) if fault.partition(" contains ")[0] not in known]


def test_this_reading_tells_a_redline_from_the_new_file_alone():
    old, new = render_docx(sample_plan()), render_docx(edited())
    with pytest.raises(AssertionError):
        leads(new, old, new)


def merged_cells() -> Plan:
    plan = sample_plan()
    table = next(node for node in plan.body.walk() if isinstance(node, Table))
    row = table.rows[2]
    table.rows[2] = [Cell(text=RichText.of("gộp hai ô"), colspan=2), *row[2:]]
    return plan


PLANS = {**PAIRS, "a change of every sort": (sample_plan(), edited()), "cells merged": (sample_plan(), merged_cells())}


@pytest.mark.parametrize("pair", PLANS)
def test_word_would_settle_a_redline_of_plans_in_the_one_or_the_other(pair: str):
    old, new = PLANS[pair]
    leads(plan_redline(old, new), render_docx(old), render_docx(new))
    leads(plan_redline(new, old), render_docx(new), render_docx(old))


def _margins(document: DocumentObject) -> None:
    document.sections[0].left_margin = Cm(5)


def _lying(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width


def _centred(document: DocumentObject) -> None:
    document.paragraphs[0].alignment = 1
    document.paragraphs[0].runs[0].bold = True


def _heading(document: DocumentObject) -> None:
    document.styles["Table Grid"].font.size = Pt(20)
    document.paragraphs[-1].style = "List Bullet"


FOREIGN = {
    **OFFICE,
    "margins": _margins,
    "a page on its side": _lying,
    "a line centred and bold": _centred,
    "styles": _heading,
    "cells merged": lambda document: document.tables[0].cell(0, 0).merge(document.tables[0].cell(0, 1)),
    "a list item more": lambda document: document.add_paragraph("Việc nữa", style="List Number"),
}


@pytest.mark.parametrize("change", FOREIGN)
def test_word_would_settle_a_redline_of_foreign_files_in_the_one_or_the_other(change: str, tmp_path: Path):
    old, new = office_file(tmp_path / "cu.docx"), office_file(tmp_path / "moi.docx", FOREIGN[change])
    path = tmp_path / "redline.docx"
    for before, after in ((old, new), (new, old)):
        path.write_bytes(compare_files(before, after).data)
        leads(path.read_bytes(), before.read_bytes(), after.read_bytes())
        assert own_faults(path, after) == []


def test_an_export_with_rows_and_columns_added_in_word_is_compared(tmp_path: Path):
    old, new, path = (tmp_path / name for name in ("cu.docx", "moi.docx", "redline.docx"))
    old.write_bytes(render_docx(sample_plan(), issued=True))
    document = Document(str(old))
    table = next(item for item in document.tables if "Nội dung chi" in item.rows[0].cells[1].text)
    table.add_row().cells[1].text = "Việc thêm"
    table.add_column(Cm(2)).cells[2].text = "cột thêm"
    document.save(str(new))
    path.write_bytes(compare_files(old, new).data)
    leads(path.read_bytes(), old.read_bytes(), new.read_bytes())
    assert own_faults(path, new) == []


def _commented(path: Path, last: str, *, on: int | None) -> Path:
    document = Document(io.BytesIO(render_docx(sample_plan(), issued=True)))
    document.paragraphs[-1].runs[0].text = last
    if on is not None:
        document.styles.add_style("Comment Reference", WD_STYLE_TYPE.CHARACTER)
        document.add_comment(document.paragraphs[on].runs, text="Nêu rõ nguồn.", author="Lò Văn Ba")
    document.save(str(path))
    return path


@pytest.mark.parametrize("on", [(None, -1), (-1, None), (9, -1)])
def test_comments_stay_in_their_files_and_the_rest_is_compared(on: tuple[int | None, int | None], tmp_path: Path):
    old = _commented(tmp_path / "old.docx", "Các thôn thực hiện.", on=on[0])
    new = _commented(tmp_path / "new.docx", "Các thôn, bản thực hiện.", on=on[1])
    redline = compare_files(old, new)
    assert "comment" in redline.notes[-1]
    (tmp_path / "out.docx").write_bytes(redline.data)
    assert faults(tmp_path / "out.docx") == []
    said = (old, "Các thôn thực hiện."), (new, "Các thôn, bản thực hiện.")
    leads(redline.data, *(_commented(path, last, on=None).read_bytes() for path, last in said))

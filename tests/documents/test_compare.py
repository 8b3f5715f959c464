"""Redlines: accepting all gives the new state, rejecting all the old one; valid files, the same at every run."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
import rdocx
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from documents.comparing import compare_files, plan_redline
from documents.files import write_whole
from documents.package import package_bytes
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_text import words
from documents.reading.docx_xml import W
from documents.rendering import render_docx
from documents.returning.revisions import resolve
from plans.changes import Change, InsertNode, MoveNode, RemoveNode, SetField, perform
from plans.errors import Rejection, Trouble
from plans.nodes import Bullet, Node, Section, Table, Target
from plans.plan import Plan, PlanDate, Signature
from plans.sample import sample_plan
from plans.text import RichText, Span

HERE = Path("redline.docx")
WORDS = ("một", "hai", "ba", "bốn", "năm", "chợ", "đường", "sông", "núi", "ruộng")


def shown(data: bytes, accept: bool | None = None) -> tuple[list[str], list[str]]:
    """The words of each paragraph, empty ones too, and of each note in the order of their marks, all changes accepted
    or rejected."""
    package = DocxPackage(data, HERE)
    notes = package.related("footnotes")
    for root in (package.document, notes):
        if accept is not None and root is not None:
            resolve(root, accept=accept)
    paragraphs = (" ".join(words(item).split()) for item in package.document.iter(W + "p"))
    by_number = {note.get(W + "id"): " ".join(words(note).split()) for note in notes.iter(W + "footnote")}
    marks = [mark.get(W + "id") for mark in package.document.iter(W + "footnoteReference")]
    return list(paragraphs), [by_number[mark] for mark in marks]


def leads(data: bytes, old: Plan, new: Plan) -> None:
    assert shown(data, accept=True) == shown(render_docx(new))
    assert shown(data, accept=False) == shown(render_docx(old))


def faults(path: Path) -> list[str]:
    found = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    found += [str(item) for item in check(str(path)) if item.severity == "error"]
    return found + [str(item) for item in rdocx.validate_file(path).findings if item.severity == "error"]


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


def edited() -> Plan:
    """The sample with a change of every sort."""
    plan = sample_plan()
    purpose, _ = plan.body.children[0].children
    lead_in, first, second, third = purpose.children
    table = next(node for node in plan.body.walk() if isinstance(node, Table))
    rows = copy.deepcopy(table.rows)
    rows[3][2].text = RichText.of("777")
    del rows[4]
    rows.insert(5, copy.deepcopy(rows[5]))
    targets = [node for node in plan.body.walk() if isinstance(node, Target)]
    changes: list[Change] = [
        SetField("plan", "number", "07"),
        SetField("plan", "date", PlanDate(day=5, month=1, year=2026)),
        SetField("plan", "signature", Signature(lines=("CHỦ TỊCH",), name="Lò Thị Mây")),
        SetField(first.id, "text", RichText.of("Đưa việc tiếp nhận lên môi trường số một cách thực chất.")),
        RemoveNode(second.id),
        MoveNode(third.id, purpose.id, 0),
        SetField(lead_in.id, "text", RichText.of("Không còn chú thích ở đây.")),
        InsertNode("body", 1, Section(title=RichText.of("Mục mới"), children=[Bullet(text=RichText.of("Ý mới."))])),
        SetField(table.id, "rows", rows),
        SetField(targets[0].id, "text", targets[0].text + RichText((Span(footnote=plan.footnotes.children[0].id),))),
        SetField(plan.footnotes.children[1].id, "text", RichText.of("Là dịch vụ công làm trọn trên mạng.")),
        RemoveNode(plan.recipients.children[2].id),
        RemoveNode(plan.appendices.children[0].id),
    ]
    for change in changes:
        perform(plan, change)
    return plan


def test_a_redline_leads_from_the_old_plan_to_the_new_one():
    leads(plan_redline(sample_plan(), edited()), sample_plan(), edited())
    leads(plan_redline(edited(), sample_plan()), edited(), sample_plan())


def test_equal_plans_have_a_redline_without_changes():
    data = plan_redline(sample_plan(), sample_plan())
    assert "<w:ins " not in xml(data)
    assert "<w:del " not in xml(data)
    assert "PrChange" not in xml(data)


def test_only_the_changed_words_are_marked():
    plan = sample_plan()
    bullet = plan.body.children[0].children[0].children[2]
    perform(plan, SetField(bullet.id, "text", RichText.of(bullet.text.plain.replace("dùng chung", "chia sẻ"))))
    text = xml(plan_redline(sample_plan(), plan))
    assert '<w:delText xml:space="preserve">dùng chung</w:delText>' in text
    assert '<w:t xml:space="preserve">chia sẻ</w:t>' in text
    assert text.count("<w:ins ") == text.count("<w:del ") == 1


def test_a_deleted_row_is_marked_as_a_row():
    plan = sample_plan()
    table = next(node for node in plan.body.walk() if isinstance(node, Table))
    perform(plan, SetField(table.id, "rows", [*table.rows[:4], *table.rows[5:]]))
    package = DocxPackage(plan_redline(sample_plan(), plan), HERE)
    deleted = [row for row in package.document.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]
    assert len(deleted) == 1


def test_a_redline_carries_no_plan_and_no_bookmarks_and_is_the_same_at_every_run():
    data = plan_redline(sample_plan(), edited())
    assert data == plan_redline(sample_plan(), edited())
    assert "bookmarkStart" not in xml(data) + xml(data, "word/footnotes.xml")
    assert not any("customXml" in name for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert 'w:author="Kế Hoạch"' in xml(data)


@pytest.mark.parametrize("pair", ["edited", "emptied", "filled"])
def test_redlines_are_valid(pair: str, tmp_path: Path):
    old, new = {
        "edited": (sample_plan(), edited()),
        "emptied": (sample_plan(), Plan()),
        "filled": (Plan(), sample_plan()),
    }[pair]
    data = plan_redline(old, new)
    path = tmp_path / "redline.docx"
    path.write_bytes(data)
    leads(data, old, new)
    assert faults(path) == []


@pytest.mark.parametrize("seed", range(8))
def test_redlines_of_random_edits_lead_from_one_to_the_other(seed: int):
    chance, plan = random.Random(seed), sample_plan()
    for _ in range(8):
        _random_edit(chance, plan)
    leads(plan_redline(sample_plan(), plan), sample_plan(), plan)
    leads(plan_redline(plan, sample_plan()), plan, sample_plan())


def _random_edit(chance: random.Random, plan: Plan) -> None:
    node: Node = chance.choice(list(plan.walk()))
    said = RichText.of(" ".join(chance.choices(WORDS, k=5)))
    holder, index = plan.holder(node.id)
    options: list[Change] = [RemoveNode(node.id), MoveNode(node.id, holder.id, 0)]
    options += [InsertNode(holder.id, index, Bullet(text=said)), SetField(node.id, "text", said)]
    try:
        perform(plan, chance.choice(options))
    except Rejection:
        return


def test_notes_stand_in_the_order_of_their_marks():
    package = DocxPackage(plan_redline(sample_plan(), edited()), HERE)
    notes = [
        note.get(W + "id") for note in package.related("footnotes").iter(W + "footnote") if not note.get(W + "type")
    ]
    marks = [mark.get(W + "id") for mark in package.document.iter(W + "footnoteReference")]
    assert notes == marks == [str(number) for number in range(1, len(marks) + 1)]


def test_packages_and_our_exports_are_compared_as_plans(tmp_path: Path):
    old, new = tmp_path / "cu.kehoach", tmp_path / "moi.docx"
    write_whole(old, package_bytes(sample_plan()))
    write_whole(new, render_docx(edited()))
    found = compare_files(old, new)
    assert found.data == plan_redline(sample_plan(), edited())
    assert found.notes == []


def test_an_export_edited_in_word_is_compared_as_it_reads_now(tmp_path: Path):
    old, new = tmp_path / "cu.docx", tmp_path / "moi.docx"
    write_whole(old, render_docx(sample_plan()))
    document = Document(io.BytesIO(render_docx(sample_plan())))
    next(p for p in document.paragraphs if p.text == "I. MỤC ĐÍCH, YÊU CẦU").runs[0].text = "I. MỤC ĐÍCH"
    document.save(str(new))
    found = compare_files(old, new)
    assert "I. MỤC ĐÍCH" in shown(found.data, accept=True)[0]
    assert "I. MỤC ĐÍCH, YÊU CẦU" in shown(found.data, accept=False)[0]


def _foreign(path: Path, *lines: str, tracked: bool = False) -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if tracked:
        run = document.paragraphs[0].runs[0]._r
        mark = run.makeelement(W + "ins", {W + "id": "1", W + "author": "a"})
        run.addprevious(mark)
        mark.append(run)
    document.save(str(path))
    return path


def test_foreign_files_are_compared_by_their_words(tmp_path: Path):
    old = _foreign(tmp_path / "cu.docx", "Chợ Bến Mây họp sáng thứ Hai.", "Không thu phí.")
    new = _foreign(tmp_path / "moi.docx", "Chợ Bến Mây họp sáng thứ Ba.", "Không thu phí.", "Giữ vệ sinh.")
    found = compare_files(old, new)
    package = [DocxPackage(found.data, HERE) for _ in range(2)]
    for item, accept in zip(package, (False, True), strict=True):
        resolve(item.document, accept=accept)
    texts = [[words(p) for p in item.document.iter(W + "p") if words(p)] for item in package]
    assert texts[0] == ["Chợ Bến Mây họp sáng thứ Hai.", "Không thu phí."]
    assert texts[1] == ["Chợ Bến Mây họp sáng thứ Ba.", "Không thu phí.", "Giữ vệ sinh."]
    assert len(found.notes) == 1


def test_a_file_with_tracked_changes_is_not_compared(tmp_path: Path):
    old = _foreign(tmp_path / "cu.docx", "Một dòng.", tracked=True)
    with pytest.raises(Trouble) as caught:
        compare_files(old, _foreign(tmp_path / "moi.docx", "Một dòng khác."))
    assert (caught.value.code, caught.value.data["path"]) == ("compare-tracked", old)


def test_a_pair_rdocx_is_too_slow_for_is_compared_block_by_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("documents.comparing.foreign.PATIENCE", 0.0)
    old = _foreign(tmp_path / "cu.docx", "Một dòng.", "Dòng giữa.", "Dòng cuối.")
    new = _foreign(tmp_path / "moi.docx", "Một dòng khác.", "Dòng cuối.")
    leads_in_words(compare_files(old, new).data, old, new)


def leads_in_words(data: bytes, old: Path, new: Path) -> None:
    """Paragraphs that say something, cells included, in order; and the pages."""
    for accept, path in ((False, old), (True, new)):
        package, wanted = DocxPackage(data, HERE), DocxPackage(path.read_bytes(), path)
        resolve(package.document, accept=accept)
        texts = [
            [" ".join(words(p).split()) for p in item.document.iter(W + "p") if words(p).strip()]
            for item in (package, wanted)
        ]
        assert texts[0] == texts[1]
        sizes = [
            [(size.get(W + "w"), size.get(W + "h")) for size in item.document.iter(W + "pgSz")]
            for item in (package, wanted)
        ]
        assert sizes[0] == sizes[1]


def _office_file(path: Path, change: Callable[[DocumentObject], object] | None = None) -> Path:
    """A file of another program's: text, a table, a numbered list, another page."""
    document = Document()
    document.add_paragraph("Chợ Bến Mây họp sáng thứ Hai.")
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    for number, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"Việc {number}", f"Người {number}"
    document.add_paragraph("Việc thứ nhất", style="List Number")
    document.add_paragraph("Không thu phí.")
    if change is not None:
        change(document)
    document.save(str(path))
    return path


def _turn(document: DocumentObject) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph("Trang ngang.")


def _row(document: DocumentObject) -> None:
    cells = document.tables[0].add_row().cells
    cells[0].text, cells[1].text = "Việc thêm", "Người thêm"


def _less(document: DocumentObject) -> None:
    row = document.tables[0].rows[1]._tr
    row.getparent().remove(row)
    document.paragraphs[0].runs[0].text = "Chợ Bến Mây họp sáng thứ Ba."


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
"""A picture of one point."""

OFFICE: dict[str, Callable[[DocumentObject], object]] = {
    "a row added": _row,
    "a row gone and a word changed": _less,
    "a page turned": _turn,
    "a column added": lambda document: document.tables[0].add_column(Cm(3)).cells[0].paragraphs[0].add_run("Cột"),
    "a table added": lambda document: document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0].add_run("Ô"),
}


@pytest.mark.parametrize("change", OFFICE)
def test_what_an_office_does_to_a_file_in_word_leads_both_ways_and_is_valid(change: str, tmp_path: Path):
    old, new = _office_file(tmp_path / "cu.docx"), _office_file(tmp_path / "moi.docx", OFFICE[change])
    for before, after in ((old, new), (new, old)):
        data = compare_files(before, after).data
        leads_in_words(data, before, after)
        path = tmp_path / "redline.docx"
        path.write_bytes(data)
        known = set(faults(after))
        assert [fault for fault in faults(path) if fault not in known] == []


def test_a_pair_that_cannot_be_compared_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("documents.comparing.foreign.PATIENCE", 0.0)
    picture = io.BytesIO(b64decode(DOT))
    old = _office_file(tmp_path / "cu.docx", lambda document: document.add_picture(picture))
    with pytest.raises(Trouble) as caught:
        compare_files(old, _office_file(tmp_path / "moi.docx"))
    assert caught.value.code == "compare-refused"
    assert "hình ảnh" in str(caught.value.data["reason"])


def test_a_line_made_bold_in_word_is_a_tracked_change(tmp_path: Path):
    old, new = tmp_path / "cu.docx", tmp_path / "moi.docx"
    old.write_bytes(render_docx(sample_plan()))
    document = Document(io.BytesIO(old.read_bytes()))
    line = next(p for p in document.paragraphs if p.text.startswith("- ") and len(p.runs) > 0)
    for run in line.runs:
        run.bold = True
    document.save(str(new))
    package = zipfile.ZipFile(io.BytesIO(compare_files(old, new).data))
    assert b"<w:ins " in package.read("word/document.xml")

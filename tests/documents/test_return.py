"""What was changed in Word comes back as exactly these changes: edits by python-docx on the exported sample."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.table import Table as DocxTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as DocxParagraph

from documents.importing import import_plan
from documents.rendering import render_docx
from documents.returning import Returned, return_docx
from documents.returning.copied_notes import Copied, with_own_notes
from documents.returning.shown import Note, Shown
from plans.changes import InsertNode, MoveNode, RemoveNode, SetField, perform
from plans.errors import Trouble
from plans.nodes import Assignment, Bullet, LegalBasis, Node, Recipient, RoadmapYear, Section, Target, Task
from plans.nodes import Paragraph as PlanParagraph
from plans.nodes import Table as PlanTable
from plans.plan import Plan, PlanDate
from plans.sample import sample_plan
from plans.text import RichText

HERE = Path("returned.docx")
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

Edit = Callable[[DocxDocument], object]


def line(document: DocxDocument, words: str) -> DocxParagraph:
    """The first paragraph, in tables too, that shows ``words``."""
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    everywhere = [*document.paragraphs, *(item for cell in cells for item in cell.paragraphs)]
    return next(item for item in everywhere if words in item.text)


def swap(document: DocxDocument, old: str, new: str) -> None:
    run = next(run for run in line(document, old).runs if old in run.text)
    run.text = run.text.replace(old, new)


def after(place: DocxParagraph, words: str) -> DocxParagraph:
    """Put a new paragraph in the same style below ``place``, as the Enter key does."""
    element = copy.deepcopy(place._p)
    for item in list(element):
        if not item.tag.endswith("}pPr"):
            element.remove(item)
    place._p.addnext(element)
    added = DocxParagraph(element, place._parent)
    added.add_run(words)
    return added


def delete(place: DocxParagraph) -> None:
    place._p.getparent().remove(place._p)


def table(document: DocxDocument, words: str) -> DocxTable:
    return next(item for item in document.tables if words in item.rows[0].cells[1].text)


def edited(data: bytes, edit: Edit) -> bytes:
    document = Document(io.BytesIO(data))
    edit(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def back(edit: Edit, current: Plan | None = None, *, accept: bool = True) -> tuple[Returned, Plan]:
    """What comes back of the exported sample after ``edit``, and the plan that took it."""
    plan = current or sample_plan()
    found = return_docx(edited(render_docx(sample_plan()), edit), HERE, plan, accept=accept)
    perform(plan, found.batch)
    return found, plan


def node(plan: Plan, words: str) -> Node:
    """The first node of the plan that says ``words``."""
    values = ((item, getattr(item, name, "")) for item in plan.walk() for name in ("text", "title", "label", "unit"))
    return next(n for n, value in values if words in (value.plain if isinstance(value, RichText) else str(value)))


def only(found: Returned) -> tuple[str, str, str, str]:
    """Kind, field, old and new of the one change; nothing else may have come back."""
    assert (found.report.unmapped, found.report.conflicts) == ([], [])
    (change,) = found.report.changes
    assert change.accepted
    return change.kind, change.field, change.old, change.new


def test_nothing_comes_back_from_an_export_that_nobody_edited():
    found, plan = back(lambda document: None)
    assert found.batch.changes == ()
    assert found.report.as_json() == {"changes": [], "unmapped": [], "comments": [], "conflicts": [], "notes": []}
    assert plan == sample_plan()


def test_nothing_comes_back_from_the_exported_seeds():
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds not present")
    for seed in sorted(SEEDS.glob("*.txt")):
        plan = import_plan(seed).plan
        found = return_docx(render_docx(plan), HERE, plan)
        assert (found.report.changes, found.report.unmapped) == ([], []), seed.name


def test_a_changed_word_comes_back_alone():
    found, plan = back(lambda document: swap(document, "để dùng chung", "để chia sẻ"))
    assert only(found) == ("changed", "text", "dùng chung", "chia sẻ")
    assert node(plan, "để chia sẻ giữa").id == node(sample_plan(), "để dùng chung giữa").id


def test_the_same_file_returned_twice_changes_nothing_more():
    def edit(document: DocxDocument) -> None:
        swap(document, "để dùng chung", "để chia sẻ")
        after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa.")

    _, plan = back(edit)
    once = copy.deepcopy(plan)
    found, plan = back(edit, plan)
    assert found.batch.changes == ()
    assert plan == once


def test_a_new_bullet_stands_where_it_was_written():
    found, plan = back(lambda document: after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa."))
    assert only(found)[0] == "added"
    new = node(plan, "Một ý nữa.")
    holder, index = plan.holder(new.id)
    assert isinstance(new, Bullet)
    assert (new.text.plain, holder.children[index - 1].id) == ("Một ý nữa.", node(plan, "Chuẩn hóa dữ liệu").id)


def test_a_new_line_among_targets_is_a_target():
    _, plan = back(lambda document: after(line(document, "Dưới 3% hồ sơ"), "- Dưới 1% hồ sơ quá hạn;"))
    assert isinstance(node(plan, "Dưới 1% hồ sơ quá hạn"), Target)


def test_a_new_heading_and_what_it_leads_stand_together():
    def edit(document: DocxDocument) -> None:
        heading = after(line(document, "c) Bảo vệ dữ liệu"), "3. Nguyên tắc")
        heading.style = document.styles["KH Khoản 1"]
        after(heading, "- Đúng luật.").style = document.styles["KH Gạch đầu dòng"]

    found, plan = back(edit)
    section = node(plan, "Nguyên tắc")
    assert [change.kind for change in found.report.changes] == ["added", "added"]
    assert isinstance(section, Section)
    assert [child.kind for child in section.children] == ["bullet"]
    assert plan.holder(section.id) == (node(plan, "MỤC ĐÍCH, YÊU CẦU"), 2)


def test_a_deleted_line_goes():
    found, plan = back(lambda document: delete(line(document, "Chuẩn hóa dữ liệu")))
    assert only(found)[0] == "removed"
    assert all(
        "Chuẩn hóa dữ liệu" not in getattr(n, "text", RichText()).plain for n in plan.body.walk() if n.kind == "bullet"
    )


def test_a_section_deleted_with_all_it_held_is_one_change():
    def edit(document: DocxDocument) -> None:
        start = next(at for at, item in enumerate(document.paragraphs) if item.text == "2. Yêu cầu")
        for item in document.paragraphs[start : start + 4]:
            delete(item)

    found, plan = back(edit)
    assert only(found)[0] == "removed"
    assert len(node(plan, "MỤC ĐÍCH, YÊU CẦU").children) == 1


def test_what_stood_below_a_deleted_heading_stays():
    found, plan = back(lambda document: delete(line(document, "2. Yêu cầu")))
    assert {change.kind for change in found.report.changes} == {"moved", "removed"}
    kept = [child.text.plain[:8] for child in node(plan, "Mục đích").children[-3:]]
    assert kept == ["Mỗi nhiệ", "Ưu tiên ", "Bảo vệ d"]
    assert all(n.title.plain != "Yêu cầu" for n in plan.body.walk() if isinstance(n, Section))


def test_a_line_moved_elsewhere_keeps_its_node():
    def edit(document: DocxDocument) -> None:
        line(document, "Giao ban tiến độ")._p.addnext(line(document, "Chuẩn hóa dữ liệu")._p)

    found, plan = back(edit)
    moved = node(sample_plan(), "Chuẩn hóa dữ liệu")
    holder, index = plan.holder(moved.id)
    assert only(found)[0] == "moved"
    assert (holder.title.plain, holder.children[index - 1].text.plain[:8]) == ("Giải pháp chủ yếu", "Giao ban")


def test_a_section_moved_takes_along_what_it_holds():
    def edit(document: DocxDocument) -> None:
        rows = document.paragraphs
        start = next(at for at, item in enumerate(rows) if item.text == "2. Yêu cầu")
        first = line(document, "1. Mục đích")
        for item in rows[start : start + 4]:
            first._p.addprevious(item._p)

    found, plan = back(edit)
    assert only(found)[0] == "moved"
    titles = [child.title.plain for child in node(plan, "MỤC ĐÍCH, YÊU CẦU").children]
    assert titles == ["Yêu cầu", "Mục đích"]


def test_a_changed_cell_comes_back_alone():
    def edit(document: DocxDocument) -> None:
        table(document, "Nội dung chi").cell(3, 2).paragraphs[0].runs[0].text = "777"

    found, plan = back(edit)
    assert only(found) == ("changed", "rows", "95", "777")
    budget = next(n for n in plan.body.walk() if isinstance(n, PlanTable))
    before = next(n for n in sample_plan().body.walk() if isinstance(n, PlanTable))
    assert (
        sum(a != b for old, new in zip(before.rows, budget.rows, strict=True) for a, b in zip(old, new, strict=True))
        == 1
    )


@pytest.mark.parametrize("step", [1, -1])
def test_a_row_comes_or_goes(step: int):
    def edit(document: DocxDocument) -> None:
        budget = table(document, "Nội dung chi")
        row = budget.rows[4]._tr
        if step > 0:
            row.addnext(copy.deepcopy(row))
            _Row(row.getnext(), budget).cells[1].paragraphs[0].runs[0].text = "Mục chi mới"
        else:
            budget._tbl.remove(row)

    found, plan = back(edit)
    before, now = (next(n for n in p.body.walk() if isinstance(n, PlanTable)) for p in (sample_plan(), plan))
    assert len(now.rows) == len(before.rows) + step
    assert only(found)[:2] == ("changed", "rows")


def test_the_parts_of_a_task_come_back_as_its_fields():
    def edit(document: DocxDocument) -> None:
        swap(document, "Thời gian thực hiện: Quý I/2026", "Thời gian thực hiện: Quý III/2026")
        swap(document, "+ Chủ trì: Công an xã.", "+ Chủ trì: Phòng Kinh tế.")
        after(line(document, "+ Chủ trì: Phòng Kinh tế."), "+ Tham mưu: Công an xã; Trạm Y tế xã.")
        after(line(document, "+ 12 quyết định"), "+ Sổ tay;")

    found, plan = back(edit)
    reception, cleaning, groups = (
        node(plan, words) for words in ("Nâng cấp khu vực", "Làm sạch dữ liệu dân", "Kiện toàn, bồi")
    )
    assert len(found.report.changes) == 4
    assert isinstance(reception, Task)
    assert reception.deadline == "Quý III/2026"
    assert (cleaning.lead, cleaning.advisers) == (["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế xã"])
    assert groups.products == ["12 quyết định kiện toàn tổ", "Sổ tay", "04 lớp bồi dưỡng"]


def test_a_leader_named_in_word_comes_back_as_the_tasks_leader():
    line_of = "+ Lãnh đạo phụ trách: Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã."
    found, plan = back(lambda document: after(line(document, "+ Chủ trì: Công an xã."), line_of))
    assert only(found)[:2] == ("changed", "leaders")
    assert node(plan, "Làm sạch dữ liệu dân").leaders == ["Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã"]


def test_a_task_line_that_was_deleted_empties_its_field():
    found, plan = back(lambda document: delete(line(document, "+ Chủ trì: Công an xã.")))
    assert only(found)[:2] == ("changed", "lead")
    assert node(plan, "Làm sạch dữ liệu dân").lead == []


def test_a_title_printed_in_capitals_keeps_its_own_letters():
    plan = sample_plan()
    perform(plan, SetField(node(plan, "MỤC TIÊU").id, "title", RichText.of("Mục tiêu")))
    data = edited(render_docx(plan), lambda document: swap(document, "II. MỤC TIÊU", "II. MỤC TIÊU, CHỈ TIÊU"))
    found = return_docx(data, HERE, plan)
    perform(plan, found.batch)
    assert node(plan, "Mục tiêu, chỉ tiêu").title == RichText.of("Mục tiêu, chỉ tiêu")


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("2. Kiểm tra:", "2. Kiểm tra, giám sát:", "title", "Kiểm tra, giám sát"),
        ("ít nhất 02 lần", "ít nhất 03 lần", "text", "ít nhất 03 lần"),
        ("c) Phòng Kinh tế", "c) Phòng Kinh tế và Đô thị", "unit", "Phòng Kinh tế và Đô thị"),
        ("* Năm 2028", "* Năm 2029", "label", "Năm 2029"),
    ],
)
def test_titles_on_one_line_with_text_units_and_years(old: str, new: str, field: str, words: str):
    found, plan = back(lambda document: swap(document, old, new))
    assert found.report.changes[0].field == field
    changed = node(plan, words)
    assert not isinstance(changed, RoadmapYear) or changed.year == 2029
    assert not isinstance(changed, Assignment) or changed.unit == words


def test_number_and_date_written_in_come_back():
    def edit(document: DocxDocument) -> None:
        swap(document, "Số:", "Số: 07")
        paragraph = line(document, "Suối Lim, ngày")
        paragraph.runs[0].text = "Suối Lim, ngày 15 tháng 01 năm 2026"
        for run in paragraph.runs[1:]:
            run.text = ""

    found, plan = back(edit)
    assert (plan.number, plan.symbol, plan.date) == ("07", "KH-UBND", PlanDate(day=15, month=1, year=2026))
    assert [change.field for change in found.report.changes] == ["number", "date"]


def test_head_and_end_come_back_as_facts_of_the_plan():
    def edit(document: DocxDocument) -> None:
        swap(document, "XÃ SUỐI LIM", "XÃ SUỐI LÌM")
        swap(document, "Chuyển đổi số gắn với", "Đẩy mạnh chuyển đổi số gắn với")
        delete(line(document, "KT. CHỦ TỊCH"))
        swap(document, "PHÓ CHỦ TỊCH", "CHỦ TỊCH")
        swap(document, "Hà Thị Kim Lụa", "Lò Thị Mây")
        swap(document, "Lưu: VT, VHXH", "Lưu: VT, KT")

    _, plan = back(edit)
    assert plan.letterhead.agency == ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LÌM")
    assert plan.subject.startswith("Đẩy mạnh chuyển đổi số gắn với cải cách")
    assert (plan.signature.lines, plan.signature.name) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lò Thị Mây")
    assert plan.archive == "VT, KT"


def test_the_marks_of_a_draft_come_back():
    plan = sample_plan()
    plan.draft_mark, plan.drafter_mark, plan.copies = True, "PL", 30

    def edit(document: DocxDocument) -> None:
        swap(document, "PL.(30)", "TH.(40)")
        delete(line(document, "DỰ THẢO"))

    found = return_docx(edited(render_docx(plan), edit), HERE, plan)
    perform(plan, found.batch)
    assert (plan.draft_mark, plan.drafter_mark, plan.copies) == (False, "TH", 40)
    assert found.report.unmapped == []


def test_a_template_restyled_by_the_office_changes_nothing():
    def restyle(document: DocxDocument) -> None:
        for name in ("KH Nội dung", "KH Điểm a", "KH Ô bảng", "KH Căn cứ"):
            document.styles[name].font.bold = True
            document.styles[name].font.all_caps = True

    found, _ = back(restyle)
    assert (found.report.changes, found.report.unmapped) == ([], [])


def test_a_line_of_the_form_that_was_deleted_is_listed():
    found, _ = back(lambda document: delete(line(document, "Độc lập - Tự do")))
    assert [(left.before, left.after) for left in found.report.unmapped] == [("Độc lập - Tự do - Hạnh phúc", "")]


def test_bases_and_recipients_come_back_without_their_marks():
    def edit(document: DocxDocument) -> None:
        after(line(document, "Căn cứ Luật Giao dịch"), "Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;")
        after(line(document, "- Các thôn;"), "- Đài Truyền thanh xã;")

    found, plan = back(edit)
    basis, recipient = plan.bases.children[2], plan.recipients.children[-1]
    assert [change.kind for change in found.report.changes] == ["added", "added"]
    assert isinstance(basis, LegalBasis)
    assert basis.text.plain == "Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024"
    assert isinstance(recipient, Recipient)
    assert recipient.text == "Đài Truyền thanh xã"


def test_a_target_told_anew_takes_its_figure_along():
    found, plan = back(lambda document: swap(document, "Dưới 3% hồ sơ", "Dưới 2% hồ sơ"))
    target = node(plan, "Dưới 2% hồ sơ")
    assert [change.field for change in found.report.changes] == ["text", "value"]
    assert target.value == "2"


def test_bold_given_in_word_comes_back():
    found, plan = back(lambda document: setattr(line(document, "Nâng cao trách nhiệm").runs[0], "bold", True))
    assert only(found)[:2] == ("changed", "text")
    assert node(plan, "Nâng cao trách nhiệm").text.spans[0].bold


def test_a_comment_arrives_at_its_node():
    def edit(document: DocxDocument) -> None:
        paragraph = line(document, "Nâng cao trách nhiệm")
        document.add_comment(paragraph.runs, text="Viết lại câu này.", author="Lò Văn Ba", initials="LB")

    found, plan = back(edit)
    (comment,) = found.report.comments
    assert found.report.changes == []
    assert (comment.node, comment.author, comment.text) == (
        node(plan, "Nâng cao trách nhiệm").id, "Lò Văn Ba", "Viết lại câu này.",
    )  # fmt: skip
    assert node(plan, "Nâng cao trách nhiệm").note == "Lò Văn Ba: Viết lại câu này."


def test_a_note_of_the_foot_comes_back_changed():
    data = _replaced(render_docx(sample_plan()), "word/footnotes.xml", "nộp phí đến nhận", "nộp lệ phí đến nhận")
    plan = sample_plan()
    found = return_docx(data, HERE, plan)
    perform(plan, found.batch)
    assert only(found) == ("changed", "text", "", "lệ")
    assert "nộp lệ phí" in plan.footnotes.children[1].text.plain


def test_a_note_that_an_editor_copied_over_the_next_is_no_change():
    one, two = (node.text.plain for node in sample_plan().footnotes.children)
    found = return_docx(_replaced(render_docx(sample_plan()), "word/footnotes.xml", two, one), HERE, sample_plan())
    assert (found.report.changes, found.report.unmapped) == ([], [])
    assert "chép lặp" in found.report.notes[0]


def test_copied_notes_beside_changed_ones_are_left_to_the_reader():
    def shown(*texts: str) -> Shown:
        return Shown(notes={f"{at}": Note(text=RichText.of(text), marks=()) for at, text in enumerate(texts)})

    printed = shown("một", "hai", "ba")
    assert with_own_notes(printed, shown("một", "một", "hai")) == (printed, Copied.RESTORED)
    for edited in (shown("một", "một", "hai mới"), shown("hai", "hai")):
        assert with_own_notes(printed, edited) == (edited, Copied.UNSURE)
    for edited in (printed, shown("hai", "ba"), shown("một", "hai", "ba", "ba"), shown("mới", "hai", "ba")):
        assert with_own_notes(printed, edited) == (edited, Copied.NO)


def test_what_no_plan_can_hold_is_listed():
    found, plan = back(lambda document: swap(document, "Độc lập - Tự do", "Độc lập - Tự  do -"))
    assert (plan, found.report.changes) == (sample_plan(), [])
    (left,) = found.report.unmapped
    assert left.after.startswith("Độc lập")


def test_another_document_is_refused():
    with pytest.raises(Trouble) as caught:
        return_docx(render_docx(sample_plan()), HERE, Plan())
    assert caught.value.code == "return-stranger"
    stranger = edited(render_docx(sample_plan(), issued=True), lambda d: [delete(item) for item in d.paragraphs[3:]])
    with pytest.raises(Trouble) as caught:
        return_docx(stranger, HERE, sample_plan())
    assert caught.value.code == "return-stranger"


def test_a_file_without_carried_plan_and_bookmarks_is_read_by_its_words():
    def edit(document: DocxDocument) -> None:
        swap(document, "để dùng chung", "để chia sẻ")
        after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa.")

    data = edited(render_docx(sample_plan(), issued=True), edit)
    found = return_docx(data, HERE, sample_plan())
    assert [change.kind for change in found.report.changes] == ["changed", "added"]
    assert len(found.report.notes) == 2


def _replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(stream, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            changed.writestr(name, content)
    return stream.getvalue()


_SENTENCE = "Nâng cao trách nhiệm của từng cán bộ"
_TRACKED = (
    '<w:ins w:id="901" w:author="a"><w:r><w:t>Đề cao</w:t></w:r></w:ins>'
    '<w:del w:id="902" w:author="a"><w:r><w:delText>Nâng cao</w:delText></w:r></w:del>'
    '<w:r><w:t xml:space="preserve"> trách nhiệm của từng cán bộ'
)


@pytest.mark.parametrize("accept", [True, False])
def test_tracked_changes_are_taken_as_wished(accept: bool):
    data = render_docx(sample_plan())
    opening = '<w:r><w:t xml:space="preserve">- '
    closed = f"{opening}</w:t></w:r>{_TRACKED}"
    data = _replaced(data, "word/document.xml", opening + _SENTENCE, closed)
    plan = sample_plan()
    found = return_docx(data, HERE, plan, accept=accept)
    perform(plan, found.batch)
    assert [(c.old, c.new) for c in found.report.changes] == ([("Nâng", "Đề")] if accept else [])
    assert len(found.report.notes) == 1
    assert node(plan, "trách nhiệm của từng").text.plain.startswith("Đề cao" if accept else "Nâng cao")


def test_what_both_sides_changed_is_a_conflict():
    plan = sample_plan()
    ours = node(plan, "Chuẩn hóa dữ liệu")
    perform(plan, SetField(ours.id, "text", RichText.of("Dữ liệu được chuẩn hóa.")))
    found, plan = back(lambda document: swap(document, "để dùng chung", "để chia sẻ"), plan)
    (conflict,) = found.report.conflicts
    assert (conflict.node, conflict.plan) == (ours.id, "Dữ liệu được chuẩn hóa.")
    assert "để chia sẻ" in conflict.word
    assert [change.accepted for change in found.report.changes] == [False]
    assert plan.find(ours.id).text.plain == "Dữ liệu được chuẩn hóa."


def test_what_was_changed_meanwhile_elsewhere_stays():
    plan = sample_plan()
    first = node(plan, "Mục đích")
    perform(plan, RemoveNode(node(plan, "Nâng cao trách nhiệm").id))
    perform(plan, InsertNode(first.id, 0, PlanParagraph(text=RichText.of("Thêm sau khi xuất."))))
    perform(plan, MoveNode(node(plan, "Yêu cầu").id, node(plan, "MỤC ĐÍCH, YÊU CẦU").id, 0))
    found, plan = back(lambda document: after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa."), plan)
    assert only(found)[0] == "added"
    words = [child.text.plain.split(",")[0][:18] for child in first.children]
    assert words[0] == "Thêm sau khi xuất."
    assert words[-1] == "Một ý nữa."


def test_a_node_edited_in_the_plan_is_not_deleted_by_word():
    plan = sample_plan()
    ours = node(plan, "Chuẩn hóa dữ liệu")
    perform(plan, SetField(ours.id, "text", RichText.of("Dữ liệu được chuẩn hóa.")))
    found, plan = back(lambda document: delete(line(document, "Chuẩn hóa dữ liệu")), plan)
    assert len(found.report.conflicts) == 1
    assert plan.find(ours.id) is not None


def test_cells_changed_on_both_sides_are_put_together():
    plan = sample_plan()
    budget = next(n for n in plan.body.walk() if isinstance(n, PlanTable))
    rows = copy.deepcopy(budget.rows)
    rows[4][1].text = RichText.of("Nội dung do phòng sửa")
    perform(plan, SetField(budget.id, "rows", rows))

    def edit(document: DocxDocument) -> None:
        table(document, "Nội dung chi").cell(3, 2).paragraphs[0].runs[0].text = "777"

    found, plan = back(edit, plan)
    said = " ".join(cell.text.plain for row in plan.find(budget.id).rows for cell in row)
    assert only(found)[2:] == ("95", "777")
    assert "Nội dung do phòng sửa" in said
    assert re.search(r"\b777\b", said)

"""What came back is taken edit by edit: what is left out stays out, with all that hangs on it."""

from __future__ import annotations

import copy
from dataclasses import replace

from docx.document import Document as DocxDocument

from documents.rendering import render_docx
from documents.returning import Returned, return_docx, take_chosen
from plans.changes import RemoveNode, SetField, perform
from plans.nodes import Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText
from tests.documents.test_return import HERE, after, delete, edited, line, node, swap


def returned(edit) -> tuple[Returned, Plan]:
    """What comes back of the exported sample after ``edit``, and the sample."""
    plan = sample_plan()
    return return_docx(edited(render_docx(plan), edit), HERE, plan), plan


def two_words(document: DocxDocument) -> None:
    swap(document, "để dùng chung", "để chia sẻ")
    swap(document, "Bảo vệ dữ liệu", "Giữ gìn dữ liệu")


def heading_with_line(document: DocxDocument) -> None:
    heading = after(line(document, "c) Bảo vệ dữ liệu"), "3. Nguyên tắc")
    heading.style = document.styles["KH Khoản 1"]
    after(heading, "- Đúng luật.").style = document.styles["KH Gạch đầu dòng"]


def test_taking_all_is_what_the_command_line_takes():
    found, plan = returned(two_words)
    merged = take_chosen(found, plan, (), found.report.comments)
    assert merged.batch == found.batch
    assert [fate.state for fate in merged.fates] == ["taken", "taken"]


def test_what_is_left_out_stays_as_it_is_and_is_told_as_not_accepted():
    found, plan = returned(two_words)
    merged = take_chosen(found, plan, {0}, ())
    perform(plan, merged.batch)
    assert node(plan, "để dùng chung")
    assert node(plan, "Giữ gìn dữ liệu")
    assert [change.accepted for change in merged.changes] == [False, True]
    assert merged.conflicts == []


def test_what_hangs_on_a_part_left_out_is_said_to_need_it():
    found, plan = returned(heading_with_line)
    assert [edit.said.kind for edit in found.edits] == ["added", "added"]
    merged = take_chosen(found, plan, {0}, ())
    assert [fate.state for fate in merged.fates] == ["left", "clash"]
    assert "khi nhận cả mục" in merged.fates[1].reason
    assert merged.batch.changes == ()


def test_what_the_plan_has_already_is_there_and_needs_no_change():
    found, plan = returned(two_words)
    perform(plan, take_chosen(found, plan, {1}, ()).batch)
    before = copy.deepcopy(plan)
    merged = take_chosen(found, plan, {1}, ())
    assert [fate.state for fate in merged.fates] == ["there", "left"]
    perform(plan, merged.batch)
    assert plan == before


def test_only_the_wanted_comments_go_into_the_notes():
    def comment(document: DocxDocument) -> None:
        for words, said in (("để dùng chung", "Xem lại."), ("Bảo vệ dữ liệu", "Rút gọn.")):
            document.add_comment(line(document, words).runs, text=said, author="Chủ tịch")

    found, plan = returned(comment)
    merged = take_chosen(found, plan, (), found.report.comments[1:])
    perform(plan, merged.batch)
    assert (node(plan, "để dùng chung").note, node(plan, "Bảo vệ dữ liệu").note) == ("", "Chủ tịch: Rút gọn.")


def both_sides(edit, change) -> tuple[Returned, Plan]:
    """What comes back of the sample after ``edit`` in Word, and the sample after ``change`` here."""
    found, plan = returned(edit)
    perform(plan, change(plan))
    return found, plan


def test_where_both_sides_said_otherwise_either_can_be_had():
    ours = RichText.of("Dữ liệu được chuẩn hóa.")
    found, plan = both_sides(two_words, lambda plan: SetField(node(plan, "để dùng chung").id, "text", ours))
    kept = take_chosen(found, plan, (), ())
    assert [(fate.state, fate.choice) for fate in kept.fates] == [("clash", True), ("taken", False)]
    taken = take_chosen(found, plan, (), (), {0})
    first = taken.fates[0]
    assert (first.state, first.choice, first.now) == ("taken", True, ours.plain)
    assert taken.conflicts == []
    before = copy.deepcopy(plan)
    back = perform(plan, taken.batch)
    assert node(plan, "để chia sẻ")
    perform(plan, back)
    assert plan == before


def test_a_line_deleted_here_comes_back_as_word_has_it_where_word_is_asked_for():
    found, plan = both_sides(two_words, lambda plan: RemoveNode(node(plan, "để dùng chung").id))
    place = sample_plan().holder(node(sample_plan(), "để dùng chung").id)
    first = take_chosen(found, plan, (), ()).fates[0]
    assert (first.state, first.choice) == ("clash", True)
    perform(plan, take_chosen(found, plan, (), (), {0}).batch)
    back = node(plan, "để chia sẻ")
    assert plan.holder(back.id)[1] == place[1]


def test_a_line_added_in_word_brings_back_the_part_it_stands_in_that_was_deleted_here():
    def added(document: DocxDocument) -> None:
        after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa cho bà con.")

    sample = sample_plan()
    holder = sample.path(node(sample, "Chuẩn hóa dữ liệu").id)[-2]
    found, plan = both_sides(added, lambda _plan: RemoveNode(holder.id))
    assert [(fate.state, fate.choice) for fate in take_chosen(found, plan, (), ()).fates] == [("clash", True)]
    perform(plan, take_chosen(found, plan, (), (), {0}).batch)
    whole = sample_plan()
    perform(whole, found.batch)
    assert [n.id for n in plan.walk()] == [n.id for n in whole.walk()]


def test_a_line_deleted_in_word_goes_though_it_was_changed_here_where_word_is_asked_for():
    def deleted(document: DocxDocument) -> None:
        delete(line(document, "Dưới 3% hồ sơ"))

    theirs = RichText.of("Dưới 2% hồ sơ quá hạn.")
    found, plan = both_sides(deleted, lambda plan: SetField(node(plan, "Dưới 3% hồ sơ").id, "text", theirs))
    merged = take_chosen(found, plan, (), ())
    assert [(fate.state, fate.choice) for fate in merged.fates] == [("clash", True)]
    assert merged.batch.changes == ()
    perform(plan, take_chosen(found, plan, (), (), {0}).batch)
    assert not [n for n in plan.walk() if "Dưới 2%" in getattr(getattr(n, "text", None), "plain", "")]


def test_of_a_table_changed_on_both_sides_only_the_cells_that_clash_are_taken_over():
    sample = sample_plan()
    table = next(n for n in sample.walk() if isinstance(n, Table) and len(n.rows) > 1 and len(n.rows[0]) > 1)
    words = table.rows[0][0].text.plain

    def word_changes(document: DocxDocument) -> None:
        cell = next(c for t in document.tables for c in t.rows[0].cells if c.text.strip() == words)
        cell.paragraphs[0].runs[0].text = "Cột của Word"
        for run in cell.paragraphs[0].runs[1:]:
            run.text = ""

    rows = copy.deepcopy(table.rows)
    rows[0][0] = replace(rows[0][0], text=RichText.of("Cột ở đây"))
    rows[1][1] = replace(rows[1][1], text=RichText.of("Ô sửa ở đây"))
    found, plan = both_sides(word_changes, lambda _plan: SetField(table.id, "rows", rows))
    assert [(fate.state, fate.choice) for fate in take_chosen(found, plan, (), ()).fates] == [("clash", True)]
    perform(plan, take_chosen(found, plan, (), (), {0}).batch)
    got = plan.find(table.id)
    assert got.rows[0][0].text.plain == "Cột của Word"
    assert got.rows[1][1].text.plain == "Ô sửa ở đây"


def test_a_change_under_a_part_that_is_left_out_cannot_be_forced():
    found, plan = returned(heading_with_line)
    merged = take_chosen(found, plan, {0}, (), {1})
    assert [(fate.state, fate.choice) for fate in merged.fates] == [("left", False), ("clash", False)]

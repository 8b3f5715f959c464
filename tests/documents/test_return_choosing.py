"""What came back is taken edit by edit: what is left out stays out, with all that hangs on it."""

from __future__ import annotations

import copy

from docx.document import Document as DocxDocument

from documents.rendering import render_docx
from documents.returning import Returned, return_docx, take_chosen
from plans.changes import perform
from plans.plan import Plan
from plans.sample import sample_plan
from tests.documents.test_return import HERE, after, edited, line, node, swap


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

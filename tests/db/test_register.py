"""The documents an office has cited, over all plans of its library."""

from __future__ import annotations

from db.store import PlanStore
from plans.nodes import LegalBasis, Paragraph
from plans.text import RichText

OLD = "Căn cứ Nghị quyết số 7/NQ-HĐND ngày 10 tháng 12 năm 2025 của HĐND xã về cây"
NEW = "Căn cứ Nghị quyết số 7/NQ-HĐND ngày 10 tháng 12 năm 2025 của HĐND xã Suối Lim về cây xanh"
LAW = "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019"
ELSEWHERE = "Nghị định số 9/2024/NĐ-CP ngày 05 tháng 3 năm 2024 của Chính phủ về vườn trường"


def bases(*words: str) -> list[LegalBasis]:
    return [LegalBasis(text=RichText.of(text)) for text in words]


def test_each_document_stands_once_in_the_wording_of_the_plan_changed_last(store: PlanStore, make_plan):
    for wording in (OLD, NEW):
        plan = make_plan(wording)
        plan.bases.children = bases(wording, LAW)
        store.save(plan, None)
    assert [entry.wording for entry in store.register()] == [NEW, LAW]


def test_what_is_cited_in_full_in_other_texts_follows_as_a_basis(store: PlanStore, make_plan):
    prose = Paragraph(text=RichText.of(f"Thực hiện {ELSEWHERE}; Kế hoạch số 5/KH-UBND ngày 02 tháng 3 năm 2025."))
    plan = make_plan("Một", prose)
    plan.bases.children = bases(LAW)
    store.save(plan, None)
    assert [entry.wording for entry in store.register()] == [LAW, f"Căn cứ {ELSEWHERE}"]


def test_plans_in_the_trash_and_words_that_name_no_document_are_left_out(store: PlanStore, make_plan):
    thrown, kept = make_plan("Một"), make_plan("Hai")
    thrown.bases.children = bases(NEW)
    kept.bases.children = bases("Căn cứ tình hình thực tế")
    for plan in (thrown, kept):
        store.save(plan, None)
    store.trash(thrown.id)
    assert store.register() == []

"""Each check finds what it is for, at its place, and is quiet on a plan that is in order."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from plans.changes import perform
from plans.checks import RULES, Finding, Severity, findings
from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    Cell,
    LegalBasis,
    Paragraph,
    Recipient,
    Section,
    Table,
    Target,
    Task,
)
from plans.plan import PLAN_ID, Letterhead, Plan, PlanPeriod, Signature
from plans.sample import sample_plan
from plans.text import RichText
from tests.strategies import plans as any_plan

T = RichText.of


def plan_in_order() -> Plan:
    """A small plan nothing is the matter with."""
    plan = Plan(
        id="p" * 32,
        letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ KHE MƠ")),
        place="Khe Mơ",
        subject="Thu gom rác thải nông thôn năm 2026",
        period=PlanPeriod(start=2026, end=2026),
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lò Văn Thử"),
        archive="VT, KT",
    )
    basis = (
        "Căn cứ Quyết định số 12/2025/QĐ-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh về quản lý chất thải"
    )
    plan.bases.children = [LegalBasis(id="b1", text=T(basis))]
    plan.opening.children = [Paragraph(id="o1", text=T("Ủy ban nhân dân xã ban hành Kế hoạch như sau:"))]
    plan.body.children = [
        Section(id="s1", title=T("CHỈ TIÊU"), children=[Target(id="g1", text=T("90% hộ phân loại rác"), value="90")]),
        Section(id="s2", title=T("NHIỆM VỤ"), children=[task("t1", "Đặt điểm tập kết rác", target="g1")]),
        Section(id="s3", title=T("TỔ CHỨC"), children=[assignment("a1", "Phòng Kinh tế")]),
    ]
    plan.recipients.children = [Recipient(id="r1", text="Phòng Kinh tế")]
    return plan


def task(node_id: str, title: str, **facts: object) -> Task:
    usual = {"lead": ["Phòng Kinh tế"], "products": ["Biên bản"], "deadline": "Quý II/2026"}
    return Task(id=node_id, title=T(title), **{**usual, **facts})  # type: ignore[arg-type]


def assignment(node_id: str, unit: str) -> Assignment:
    return Assignment(id=node_id, unit=unit, children=[Bullet(id=f"{node_id}d", text=T("Theo dõi chung."))])


def total_table(*totals: str) -> Table:
    rows = [("TT", "Việc", "Tiền"), ("1", "Mua thùng", "1.200,5"), ("2", "Thuê xe", "800"), totals]
    return Table(id="tb", rows=[[Cell(text=T(words)) for words in row] for row in rows])


def found(plan: Plan, rule: str) -> list[Finding]:
    return [finding for finding in findings(plan) if finding.rule == rule]


Damage = Callable[[Plan], object]


def _set(owner: str, name: str, value: object) -> Damage:
    def damage(plan: Plan) -> None:
        setattr(plan if owner == PLAN_ID else plan.find(owner), name, value)

    return damage


def _add(holder: str, *nodes: object) -> Damage:
    def damage(plan: Plan) -> None:
        plan.find(holder).children.extend(copy.deepcopy(nodes))  # type: ignore[union-attr, arg-type]

    return damage


BROKEN: dict[str, tuple[Damage, str, str]] = {
    "no-subject": (_set(PLAN_ID, "subject", "  "), PLAN_ID, "subject"),
    "no-agency": (_set(PLAN_ID, "letterhead", Letterhead()), PLAN_ID, "letterhead.agency"),
    "no-place": (_set(PLAN_ID, "place", ""), PLAN_ID, "place"),
    "no-signature": (_set(PLAN_ID, "signature", Signature(name="Lò Văn Thử")), "recipients", "signature.lines"),
    "no-signer": (_set(PLAN_ID, "signature", Signature(lines=("CHỦ TỊCH",))), "recipients", "signature.name"),
    "no-recipients": (_set("recipients", "children", []), "recipients", ""),
    "no-archive": (_set(PLAN_ID, "archive", ""), "recipients", "archive"),
    "no-opening": (lambda p: (_set("bases", "children", [])(p), _set("opening", "children", [])(p)), "bases", ""),
    "no-title": (_set("s1", "title", T("")), "s1", "title"),
    "no-words": (_add("s2", Paragraph(id="x")), "x", "text"),
    "empty-section": (_add("body", Section(id="x", title=T("KINH PHÍ"))), "x", ""),
    "no-task-name": (_set("t1", "title", T("")), "t1", "title"),
    "no-lead": (_set("t1", "lead", []), "t1", "lead"),
    "many-leads": (_set("t1", "lead", ["Phòng Kinh tế", "Công an xã"]), "t1", "lead"),
    "no-deadline": (_set("t1", "deadline", " "), "t1", "deadline"),
    "no-product": (_set("t1", "products", [""]), "t1", "products"),
    "no-unit": (_set("a1", "unit", ""), "a1", "unit"),
    "no-duties": (_set("a1", "children", []), "a1", ""),
    "no-value": (_set("g1", "value", ""), "g1", "value"),
    "appendix-unmentioned": (
        _add("appendices", Appendix(id="x", title=T("BIỂU"), children=[Paragraph(text=T("Số liệu"))])),
        "x",
        "",
    ),
    "deadline-unclear": (_set("t1", "deadline", "khi trời tạnh"), "t1", "deadline"),
    "deadline-outside": (_set("t1", "deadline", "Quý II/2025"), "t1", "deadline"),
    "target-lost": (_set("t1", "target", "gone"), "t1", "target"),
    "target-unserved": (_add("s1", Target(id="x", text=T("Không còn điểm rác tự phát"), value="0")), "x", ""),
    "lead-coordinates": (_set("t1", "coordinating", ["Phòng Kinh tế"]), "t1", "coordinating"),
    "unit-twice": (_add("s3", assignment("x", "phòng Kinh tế")), "x", "unit"),
    "title-twice": (_add("s2", task("x", "Đặt điểm tập kết rác")), "x", "title"),
    "total-differs": (_add("s2", total_table("", "Tổng cộng", "2.000")), "tb", "rows"),
    "appendix-lost": (_add("s2", Paragraph(id="x", text=T("Chi tiết tại Phụ lục III."))), "x", "text"),
    "subject-stop": (_set(PLAN_ID, "subject", "Thu gom rác."), PLAN_ID, "subject"),
    "basis-short": (_set("b1", "text", T("Căn cứ Quyết định số 12/2025/QĐ-UBND")), "b1", "text"),
    "law-numbered": (
        _add("bases", LegalBasis(id="x", text=T("Căn cứ Luật Bảo vệ môi trường số 72/2020/QH14"))),
        "x",
        "text",
    ),
    "left-over": (_add("s2", Paragraph(id="x", text=T("Giao [tên đơn vị] theo dõi."))), "x", "text"),
    "double-space": (_add("s2", Paragraph(id="x", text=T("Giao Phòng  Kinh tế."))), "x", "text"),
    "space-before-sign": (_add("s2", Paragraph(id="x", text=T("Thùng , xe ; hố"))), "x", "text"),
    "mixed-tones": (
        _add("s2", Paragraph(id="w", text=T("văn hóa, hóa chất")), Paragraph(id="x", text=T("văn hoá"))),
        "x",
        "text",
    ),
}


def test_a_plan_in_order_has_no_findings():
    assert findings(plan_in_order()) == []


def test_the_sample_has_no_error_and_no_warning():
    assert [f for f in findings(sample_plan()) if f.severity is not Severity.HINT] == []


def test_every_rule_is_broken_once_here():
    assert BROKEN.keys() == RULES.keys()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_finds_what_breaks_it_at_its_place_and_no_other_rule_of_its_kind_speaks(rule: str):
    damage, node, field = BROKEN[rule]
    plan = plan_in_order()
    damage(plan)
    told = found(plan, rule)
    assert [(f.node, f.field) for f in told] == [(node, field)]
    assert told[0].severity is RULES[rule].severity


FIXED = {
    "subject-stop": "Thu gom rác",
    "double-space": "Giao Phòng Kinh tế.",
    "space-before-sign": "Thùng, xe; hố",
}


@pytest.mark.parametrize("rule", FIXED)
def test_a_fix_cures_its_finding_and_can_be_taken_back(rule: str):
    damage, node, field = BROKEN[rule]
    plan = plan_in_order()
    damage(plan)
    before = copy.deepcopy(plan)
    (only,) = found(plan, rule)
    assert only.fix is not None
    back = perform(plan, only.fix)
    owner = plan if node == PLAN_ID else plan.find(node)
    said = getattr(owner, field)
    assert (said if isinstance(said, str) else said.plain) == FIXED[rule]
    assert found(plan, rule) == []
    perform(plan, back)
    assert plan == before


def test_a_fix_keeps_looks_and_footnote_marks():
    plan = plan_in_order()
    words = RichText.join([*T("Rác ", bold=True), *T(" hữu cơ", italic=True), *T("  và khác")])
    plan.find("s2").children.append(Paragraph(id="x", text=words))  # type: ignore[union-attr]
    (only,) = found(plan, "double-space")
    perform(plan, only.fix)  # type: ignore[arg-type]
    kept = plan.find("x").text  # type: ignore[union-attr]
    assert kept.plain == "Rác hữu cơ và khác"
    assert next((s.text, s.bold, s.italic) for s in kept) == ("Rác ", True, False)


@pytest.mark.parametrize(
    "totals",
    [("", "Tổng cộng", "2.000,5"), ("", "Bình quân", "17"), ("", "Tổng", "1.000,1"), ("", "Tổng cộng", "-")],
    ids=["right", "no total", "a share", "no figure"],
)
def test_a_total_that_adds_up_or_is_no_sum_is_left_alone(totals: tuple[str, ...]):
    plan = plan_in_order()
    plan.find("s2").children.append(total_table(*totals))  # type: ignore[union-attr]
    assert found(plan, "total-differs") == []


def test_an_appendix_of_another_document_is_not_looked_for():
    plan = plan_in_order()
    words = "Theo Phụ lục II ban hành kèm theo Thông tư và Phụ lục I của Nghị quyết."
    plan.find("s2").children.append(Paragraph(text=T(words)))  # type: ignore[union-attr]
    assert found(plan, "appendix-lost") == []


def test_one_appendix_is_mentioned_without_number_and_several_by_theirs():
    plan = plan_in_order()
    plan.appendices.children = [
        Appendix(id="x", title=T("BIỂU"), children=[Paragraph(text=T("Số liệu"))]),
        Appendix(id="y", title=T("BIỂU KHÁC"), children=[Paragraph(text=T("Số liệu"))]),
    ]
    plan.find("s2").children.append(Paragraph(text=T("Chi tiết tại Phụ lục I.")))  # type: ignore[union-attr]
    assert [f.node for f in found(plan, "appendix-unmentioned")] == ["y"]


def test_errors_come_first_then_the_order_of_the_document():
    plan = plan_in_order()
    for rule in ("no-place", "no-product", "no-lead", "empty-section"):
        BROKEN[rule][0](plan)
    assert [f.rule for f in findings(plan)] == ["no-place", "no-lead", "empty-section", "no-product"]


@settings(max_examples=60, deadline=None)
@given(any_plan())
def test_checks_never_raise_and_every_fix_fits_its_plan(plan: Plan):
    for finding in findings(plan):
        if finding.fix is not None:
            finding.fix.validate(plan)

"""The closed tables of words: nothing a clerk can meet is without its Vietnamese."""

import pytest

from desktop.node_texts import (
    COMPARATOR_NAMES,
    KIND_NAMES,
    LABEL_STYLE_NAMES,
    PLACE_NAMES,
    PLAN_STATUS_NAMES,
    ROLE_NAMES,
    TASK_STATUS_NAMES,
    headline,
)
from desktop.rejection_texts import rejection_text
from desktop.undo_texts import undo_text
from plans.changes import Batch, InsertNode, MoveNode, RemoveNode, SetField
from plans.grammar import HOLDS
from plans.nodes import NODE_KINDS, LabelStyle, RoadmapYear, SectionRole, Table, TaskStatus
from plans.plan import PART_NAMES, PLAN_ID, Plan, PlanStatus
from plans.sample import sample_plan


def test_every_kind_part_role_style_and_state_has_its_name():
    assert set(KIND_NAMES) == set(NODE_KINDS) - {"part"}
    assert set(PLACE_NAMES) == {PLAN_ID, *PART_NAMES}
    assert set(ROLE_NAMES) == {None, *SectionRole}
    assert set(LABEL_STYLE_NAMES) == {None, *LabelStyle}
    assert set(TASK_STATUS_NAMES) == set(TaskStatus)
    assert set(PLAN_STATUS_NAMES) == set(PlanStatus)
    assert set(COMPARATOR_NAMES) == {"", ">=", ">", "=", "<", "<=", "range"}


def test_every_node_of_the_sample_has_a_headline_on_one_line():
    for node in sample_plan().walk():
        assert headline(node).strip()
        assert "\n" not in headline(node)


def test_an_empty_node_says_what_it_is():
    assert headline(NODE_KINDS["task"]()) == "(Nhiệm vụ chưa có chữ)"
    assert headline(RoadmapYear(year=2027)) == "Năm 2027"
    assert headline(Table(rows=[[]])) == "Bảng 1 hàng, 0 cột"


@pytest.mark.parametrize("kind", sorted({kind for kinds in HOLDS.values() for kind in kinds}))
def test_adding_and_deleting_any_kind_has_its_own_undo_text(kind):
    node = RoadmapYear(year=2026) if kind == "roadmap_year" else NODE_KINDS[kind]()
    plan = Plan()
    plan.body.children.append(node)
    assert undo_text(plan, InsertNode("body", 0, node)) not in ("Thêm nội dung", "")
    assert undo_text(plan, RemoveNode(node.id)) not in ("Xóa nội dung", "")


def test_undo_texts_name_the_field_the_move_and_the_batch():
    plan = sample_plan()
    assert undo_text(plan, SetField(PLAN_ID, "subject", "x")) == "Sửa trích yếu"
    assert undo_text(plan, MoveNode("x", "body", 0)) == "Chuyển vị trí"
    assert undo_text(plan, Batch((), "items")) == "Sửa danh sách"


@pytest.mark.parametrize("code", ["cannot-hold", "into-itself", "no-such-place", "unknown-node", "wrong-value", "new"])
def test_a_rejection_is_said_in_one_sentence(code):
    said = rejection_text(code, {"holder": "task", "child": "section", "node": "x"})
    assert said.endswith(".")
    assert "{" not in said


def test_a_rejection_names_the_kinds_as_the_clerk_does():
    said = rejection_text("cannot-hold", {"holder": "task", "child": "section"})
    assert said == "“Mục” không đặt được bên trong “Nhiệm vụ”."

"""What a rollover and a comparison tell, in JSON and in text."""

from __future__ import annotations

from documents.rolling import as_json, comparison_text, propose_for
from plans.nodes import Paragraph
from plans.plan import Plan
from plans.rollover import compared, draft
from plans.sample import sample_plan
from plans.text import RichText


def test_the_report_names_the_nodes_of_both_plans() -> None:
    plan = sample_plan()
    rollover = propose_for(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    told = as_json(rollover, new, rollover.accepted)
    ids, new_ids = {node.id for node in plan.walk()} | {"plan"}, {node.id for node in new.walk()}
    assert {proposal["node"] for proposal in told["changes"]} <= ids
    assert {entry["carried_to"] for entry in told["carried"]} == new_ids
    assert {entry["node"] for entry in told["carried"] + told["dropped"]} == ids - {"plan"}


def test_what_was_refused_is_told_so() -> None:
    plan = sample_plan()
    rollover = propose_for(plan, 2027)
    accepted = dict(list(rollover.accepted.items())[1:])
    told = as_json(rollover, draft(plan, rollover, accepted), accepted)
    assert [change["accepted"] for change in told["changes"]] == [False, *[True] * (len(told["changes"]) - 1)]


def test_a_comparison_is_three_lists_or_one_sentence() -> None:
    plan = sample_plan()
    rollover = propose_for(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    new.body.children.append(Paragraph(id="mới", text=RichText.of("Việc mới")))
    new.body.children[0].title = RichText.of("MỤC ĐÍCH")  # pyright: ignore[reportAttributeAccessIssue]
    text = comparison_text(compared(new, plan))
    assert "Thêm mới (1)\n  Việc mới" in text
    assert "Không còn (" in text
    assert "→ MỤC ĐÍCH" in text


def test_no_difference_is_said_in_a_sentence() -> None:
    plan = Plan(id="p", subject="Phòng dịch năm 2026")
    assert comparison_text(compared(draft(plan, propose_for(plan, 2027), {}), plan)).startswith("Không khác năm trước")

"""Corrections after an import: kind, place and order come out as a clerk means them, and no word is ever lost."""

from __future__ import annotations

import copy
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.changes import perform
from plans.errors import Rejection
from plans.nodes import Assignment, Bullet, LegalBasis, Node, Paragraph, Recipient, Section, Table, Target, Task
from plans.part_titles import PART_TITLES
from plans.places import spot_texts
from plans.plan import Plan
from plans.retyping import as_assignment, as_heading, as_target, as_task, as_text, join_above, place_text
from plans.text import RichText, Span
from tests.strategies import plans

_WORD = re.compile(r"[^\W_]+")


def words(plan: Plan) -> Counter[str]:
    """All words of the plan; those of source labels too, which a correction may turn into text."""
    found: list[str] = []
    for node in plan.walk():
        found += [
            node.source_label,
            *(text for _place, text in spot_texts(node) if _place.field not in ("source", "budget_source")),
        ]
        found += list(node.part_titles.values()) if isinstance(node, Task) else []
        found += [node.reference] if node.kind == "appendix" else []
    return Counter(_WORD.findall(" ".join(found).lower()))


PART_WORDS = set(_WORD.findall(" ".join(PART_TITLES.values()).lower()))
CORRECTIONS = [
    *(lambda plan, node, level=level: as_heading(plan, node, level) for level in (1, 2, 3, 4)),
    as_task,
    as_target,
    as_text,
    as_assignment,
    join_above,
]


@given(st.data())
def test_no_correction_loses_or_makes_up_a_word_and_undo_brings_the_plan_back(data) -> None:
    plan = data.draw(plans(max_nodes=20))
    ids = [node.id for node in plan.walk()]
    if not ids:
        return
    before = copy.deepcopy(plan)
    node, correct = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(CORRECTIONS))
    had_label = _WORD.findall(plan.find(node).source_label.lower())
    try:
        change = correct(plan, node)
        back = perform(plan, change)
    except Rejection:
        assert plan == before
        return
    old, new = words(before), words(plan)
    lost = old - new
    # a label goes with a node whose words join others only where it is a mark and no word
    assert lost == Counter() or (set(lost) <= set(had_label)), lost
    figures = {
        w
        for task in before.walk()
        if isinstance(task, Target)
        for w in _WORD.findall(" ".join([*task.lead, *task.coordinating]).lower())
    }
    assert set(new - old) <= PART_WORDS | figures
    perform(plan, back)
    assert plan == before


def section(node_id: str, *children: Node, title: str = "") -> Section:
    return Section(id=node_id, title=RichText.of(title or node_id), children=list(children))


def text(node_id: str, *children: Node, said: str = "") -> Paragraph:
    return Paragraph(id=node_id, text=RichText.of(said or node_id), children=list(children))


def outline(node: Node) -> list:
    """Kinds are told by the first letter: what a test reads."""
    name = node.id if len(node.id) < 20 else next((t for _p, t in spot_texts(node)), "")
    return [name, *[outline(child) for child in node.children]]


def plan_of(*children: Node) -> Plan:
    plan = Plan()
    plan.body.children = list(children)
    return plan


def test_what_follows_a_new_heading_goes_below_it_up_to_the_next() -> None:
    plan = plan_of(section("I", text("a"), text("b"), text("c"), section("1")))
    perform(plan, as_heading(plan, "b", 2))
    assert outline(plan.body)[1:] == [["I", ["a"], ["b", ["c"]], ["1"]]]


def test_a_paragraph_made_a_top_heading_takes_what_came_after_it_along() -> None:
    plan = plan_of(section("I", section("1", text("a"), text("b"), text("c")), section("2")), section("II"))
    perform(plan, as_heading(plan, "b", 1))
    assert outline(plan.body)[1:] == [["I", ["1", ["a"]]], ["b", ["c"], ["2"]], ["II"]]


def test_a_heading_one_level_too_high_goes_below_the_one_before() -> None:
    plan = plan_of(section("I"), section("II", text("a")), section("III"))
    perform(plan, as_heading(plan, "II", 2))
    assert outline(plan.body)[1:] == [["I", ["II", ["a"]]], ["III"]]


def test_a_heading_with_none_above_it_cannot_be_deeper() -> None:
    plan = plan_of(section("I"))
    with pytest.raises(Rejection) as no:
        as_heading(plan, "I", 2)
    assert no.value.code == "no-heading-above"


def test_a_heading_of_that_level_is_one_already() -> None:
    with pytest.raises(Rejection) as no:
        as_heading(plan_of(section("I")), "I", 1)
    assert no.value.code == "already-so"


def test_a_heading_becomes_a_task_with_its_contents_and_lower_headings_follow() -> None:
    plan = plan_of(section("I", section("1", text("a"), section("1.1"))))
    perform(plan, as_task(plan, "1"))
    assert isinstance(plan.find("1"), Task)
    assert outline(plan.body)[1:] == [["I", ["1", ["a"]], ["1.1"]]]


def test_a_bullet_of_a_paragraph_made_a_task_stands_beside_the_paragraph() -> None:
    bullets = [Bullet(id=each, text=RichText.of(each)) for each in "xyz"]
    plan = plan_of(section("I", text("a", *bullets)))
    perform(plan, as_task(plan, "y"))
    assert outline(plan.body)[1:] == [["I", ["a", ["x"]], ["y", ["z"]]]]


def test_a_task_made_text_keeps_who_and_when_as_lines() -> None:
    task = Task(id="t", title=RichText.of("Trồng cây"), lead=["Công an xã"], deadline="Quý II/2026")
    plan = plan_of(section("I", task))
    perform(plan, as_text(plan, "t"))
    made = plan.find("t")
    assert isinstance(made, Paragraph)
    assert made.numbered
    assert [child.text.plain for child in made.children] == ["Chủ trì: Công an xã", "Thời gian thực hiện: Quý II/2026"]


def test_a_target_made_text_is_served_by_no_task() -> None:
    plan = plan_of(section("I", Target(id="g", text=RichText.of("100 %")), Task(id="t", target="g")))
    perform(plan, as_text(plan, "g"))
    assert plan.find("t").target == ""


def test_a_line_with_a_colon_becomes_a_unit_with_its_duty() -> None:
    plan = plan_of(section("I", text("u", said="Đề nghị Công an xã: giữ trật tự."), text("b")))
    perform(plan, as_assignment(plan, "u"))
    unit = plan.find("u")
    assert isinstance(unit, Assignment)
    assert (unit.prefix, unit.unit, unit.run_in) == ("Đề nghị", "Công an xã", True)
    assert unit.children[0].text.plain == "giữ trật tự."


def test_a_unit_takes_no_footnote_into_its_name() -> None:
    plan = plan_of(text("u"))
    plan.find("u").text = RichText.join([Span("Công an"), Span(footnote="n")])
    with pytest.raises(Rejection) as no:
        as_assignment(plan, "u")
    assert no.value.code == "mark-in-unit"


def test_words_join_those_above_and_what_stood_below_follows() -> None:
    plan = plan_of(section("I", text("a"), text("b", Bullet(id="x", text=RichText.of("x")))))
    perform(plan, join_above(plan, "b"))
    assert plan.find("a").text.plain == "a b"
    assert outline(plan.body)[1:] == [["I", ["a", ["x"]]]]


def test_a_number_taken_for_a_label_comes_back_into_the_sentence() -> None:
    plan = plan_of(text("a", said="trước ngày"), text("b", said="tháng 6"))
    plan.find("b").source_label = "30."
    perform(plan, join_above(plan, "b"))
    assert plan.find("a").text.plain == "trước ngày 30. tháng 6"


def test_the_first_line_below_a_heading_joins_the_heading() -> None:
    plan = plan_of(section("I", text("a")))
    perform(plan, join_above(plan, "a"))
    assert plan.find("I").title.plain == "I a"


@pytest.mark.parametrize("above", [[], [Table(id="t")]])
def test_where_no_words_stand_above_nothing_can_join(above) -> None:
    plan = plan_of(*above, text("a"))
    with pytest.raises(Rejection) as no:
        join_above(plan, "a")
    assert no.value.code == "nothing-above"


def test_only_contents_change_their_kind() -> None:
    plan = Plan()
    plan.recipients.children = [Recipient(id="r", text="Các thôn")]
    with pytest.raises(Rejection) as no:
        as_task(plan, "r")
    assert no.value.code == "only-content"


@pytest.mark.parametrize(("after", "wanted"), [("I", ["I", ["mới"], ["a"]]), ("a", ["I", ["a"], ["mới"]])])
def test_a_text_without_place_is_put_after_the_words_of_a_node(after: str, wanted: list) -> None:
    plan = plan_of(section("I", text("a")))
    plan.note = "Chưa xếp"
    change, _made = place_text(plan, "mới", after, "")
    perform(plan, change)
    assert outline(plan.body)[1:] == [wanted]
    assert plan.note == ""


def test_a_text_without_place_can_be_put_and_corrected_in_one_step() -> None:
    plan = plan_of(section("I", text("a")))
    change, made = place_text(plan, "Trồng cây", "a", "", as_task)
    back = perform(plan, change)
    assert isinstance(plan.find(made), Task)
    perform(plan, back)
    assert outline(plan.body)[1:] == [["I", ["a"]]]


def test_a_text_put_among_bases_and_recipients_becomes_one() -> None:
    plan = Plan()
    plan.bases.children = [LegalBasis(id="l", text=RichText.of("Căn cứ Luật"))]
    plan.recipients.children = [Recipient(id="r", text="Các thôn")]
    for after in ("l", "r"):
        change, _made = place_text(plan, "mới", after, "")
        perform(plan, change)
    assert plan.bases.children[1].text.plain == "mới"
    assert plan.recipients.children[1].text == "mới"


def test_a_task_made_text_keeps_its_leaders_as_a_line() -> None:
    task = Task(id="t", title=RichText.of("Trồng cây"), leaders=["Đồng chí Lò Thị Mẫu", "Đồng chí Vàng A Thử"])
    plan = Plan()
    plan.body.children = [task]
    perform(plan, as_text(plan, "t"))
    assert "Lãnh đạo phụ trách: Đồng chí Lò Thị Mẫu; Đồng chí Vàng A Thử" in [
        node.text.plain for node in plan.body.walk() if isinstance(node, Bullet)
    ]

"""Changes: each has an inverse, none that is refused leaves a trace."""

from __future__ import annotations

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField, perform
from plans.errors import Rejection
from plans.nodes import Assignment, Bullet, Cell, LegalBasis, Paragraph, RoadmapYear, Section, SectionRole, Table
from plans.plan import PLAN_ID, Letterhead, Plan, Signature
from plans.text import RichText
from tests.strategies import changes, plans

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(st.data())
def test_the_inverse_of_any_change_restores_the_plan(data: st.DataObject) -> None:
    plan = data.draw(plans())
    change = data.draw(changes(plan))
    before = copy.deepcopy(plan)
    back = perform(plan, change)
    perform(plan, back)
    assert plan == before


@quick
@given(st.data())
def test_any_edits_are_undone_and_redone_in_turn(data: st.DataObject) -> None:
    plan = data.draw(plans())
    start = copy.deepcopy(plan)
    undo = [perform(plan, data.draw(changes(plan))) for _ in range(data.draw(st.integers(1, 6)))]
    end = copy.deepcopy(plan)
    redo = [perform(plan, change) for change in reversed(undo)]
    assert plan == start
    for change in reversed(redo):
        perform(plan, change)
    assert plan == end


@quick
@given(st.data())
def test_validating_and_inverting_change_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans())
    change = data.draw(changes(plan))
    before = copy.deepcopy(plan)
    change.validate(plan)
    change.inverse(plan)
    assert plan == before


def _plan() -> Plan:
    plan = Plan()
    section = Section(id="section", title=RichText.of("MỤC ĐÍCH"))
    section.children = [Paragraph(id="first"), Paragraph(id="second"), Bullet(id="bullet")]
    plan.body.children = [section, RoadmapYear(id="year", year=2026)]
    return plan


REFUSED: list[tuple[str, Change]] = [
    ("unknown-node", SetField("nowhere", "text", RichText.of("x"))),
    ("unknown-node", InsertNode("nowhere", 0, Paragraph())),
    ("unknown-node", RemoveNode("nowhere")),
    ("unknown-node", RemoveNode("body")),
    ("unknown-node", MoveNode("nowhere", "body", 0)),
    ("unknown-node", MoveNode("first", "nowhere", 0)),
    ("unknown-field", SetField("first", "colour", "red")),
    ("unknown-field", SetField("first", "children", [])),
    ("unknown-field", SetField("first", "id", "other")),
    ("unknown-field", SetField(PLAN_ID, "body", None)),
    ("unknown-field", SetField("body", "note", "kept nowhere")),
    ("wrong-value", SetField("first", "text", "plain")),
    ("wrong-value", SetField("first", "numbered", "yes")),
    ("wrong-value", SetField("section", "role", "purpose")),
    ("wrong-value", SetField("year", "year", None)),
    ("wrong-value", SetField("year", "year", value=True)),
    ("wrong-value", SetField(PLAN_ID, "subject", None)),
    ("wrong-value", SetField(PLAN_ID, "scheme", "greek")),
    ("wrong-value", SetField(PLAN_ID, "signature", Signature(lines=(1,)))),  # type: ignore[arg-type]
    ("no-such-place", InsertNode("body", 3, Paragraph())),
    ("no-such-place", InsertNode("body", -1, Paragraph())),
    ("no-such-place", MoveNode("first", "section", 3)),
    ("cannot-hold", InsertNode("body", 0, LegalBasis())),
    ("cannot-hold", InsertNode("bullet", 0, Section())),
    ("cannot-hold", MoveNode("section", "recipients", 0)),
    ("cannot-hold", InsertNode("body", 0, Section(children=[LegalBasis()]))),
    ("id-taken", InsertNode("body", 0, Paragraph(id="first"))),
    ("id-taken", InsertNode("body", 0, Paragraph(id="closing"))),
    ("id-taken", InsertNode("body", 0, Paragraph(id=PLAN_ID))),
    ("id-taken", InsertNode("body", 0, Paragraph(id="new", children=[Bullet(id="new")]))),
    ("into-itself", MoveNode("section", "section", 0)),
    ("into-itself", MoveNode("section", "first", 0)),
]


@pytest.mark.parametrize(("code", "change"), REFUSED)
def test_a_refused_change_says_why_and_leaves_the_plan(code: str, change: Change) -> None:
    plan = _plan()
    before = copy.deepcopy(plan)
    for attempt in (change, Batch((SetField(PLAN_ID, "subject", "Một việc"), change))):
        with pytest.raises(Rejection) as refusal:
            perform(plan, attempt)
        assert refusal.value.code == code
        assert plan == before


def test_a_batch_sees_what_its_earlier_members_did() -> None:
    plan = _plan()
    batch = Batch((InsertNode("section", 0, Bullet(id="new")), MoveNode("new", "bullet", 0), RemoveNode("second")))
    perform(plan, batch)
    assert [node.id for node in plan.body.walk()] == ["body", "section", "first", "bullet", "new", "year"]


def test_the_plan_keeps_no_hold_of_the_values_it_was_given() -> None:
    plan, node = _plan(), Bullet(id="new")
    perform(plan, InsertNode("section", 0, node))
    node.text = RichText.of("changed later")
    assert plan.find("new") == Bullet(id="new")


def test_text_enters_in_nfc() -> None:
    plan = _plan()
    perform(plan, SetField(PLAN_ID, "subject", "Xã Suo\u0302\u0301i Lim"))
    perform(plan, SetField(PLAN_ID, "letterhead", Letterhead(agency=("XA\u0303 SUO\u0302\u0301I LIM",))))
    perform(plan, InsertNode("body", 0, Assignment(id="new", unit="Phòng Kinh te\u0302\u0301")))
    assert plan.subject == "Xã Suối Lim"
    assert plan.letterhead.agency == ("XÃ SUỐI LIM",)
    assert plan.body.children[0].unit == "Phòng Kinh tế"  # type: ignore[attr-defined]


def test_a_table_keeps_no_hold_of_the_rows_it_was_given() -> None:
    plan = _plan()
    perform(plan, InsertNode("body", 0, Table(id="table")))
    rows = [[Cell(text=RichText.of("TT"), colspan=2)]]
    perform(plan, SetField("table", "rows", rows))
    rows[0][0].colspan = 3
    assert plan.find("table") == Table(id="table", rows=[[Cell(text=RichText.of("TT"), colspan=2)]])


def test_a_role_is_set() -> None:
    plan = _plan()
    perform(plan, SetField("section", "role", SectionRole.PURPOSE))
    assert plan.body.children[0].role is SectionRole.PURPOSE  # type: ignore[attr-defined]

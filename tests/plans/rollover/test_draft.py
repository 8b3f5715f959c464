"""What goes over to this year's draft, what stays behind, what is asked, and what an answer does."""

from __future__ import annotations

import copy

import pytest

from plans.codec import dumps
from plans.errors import Rejection
from plans.nodes import (
    Appendix,
    Bullet,
    Cell,
    Footnote,
    LegalBasis,
    Paragraph,
    RoadmapYear,
    Section,
    Table,
    Target,
    Task,
    TaskStatus,
)
from plans.plan import PLAN_ID, Plan, PlanDate, PlanPeriod, PlanStatus, Signature
from plans.rollover import Proposal, Reason, Rollover, compared, draft, propose
from plans.text import RichText, Span


def text(words: str) -> RichText:
    return RichText.of(words)


@pytest.fixture
def plan() -> Plan:
    plan = Plan(
        id="old",
        number="12",
        date=PlanDate(day=9, month=1, year=2026),
        subject="Phòng, chống dịch bệnh năm 2026",
        status=PlanStatus.SIGNED,
        period=PlanPeriod(start=2026, end=2026),
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lò Thị Mây"),
    )
    plan.bases.children = [
        LegalBasis(id="b1", text=text("Căn cứ Luật Phòng bệnh năm 2025")),
        LegalBasis(
            id="b2", text=text("Thực hiện Kế hoạch số 7/KH-UBND ngày 05/01/2026 của UBND tỉnh về y tế năm 2026")
        ),
    ]
    targets = Section(id="s1", title=text("Chỉ tiêu năm 2026"))
    targets.children = [
        Target(id="t1", text=text("Tiêm chủng đủ mũi đạt trên 95%"), year=2026, actual="96,1", baseline="94"),
        Target(id="t2", text=text("Đến năm 2030 không còn bệnh dại"), year=2030),
    ]
    tasks = Section(id="s2", title=text("Nhiệm vụ"))
    tasks.children = [
        Task(id="k1", title=text("Phun hóa chất"), deadline="Quý II/2026", status=TaskStatus.DOING, target="t1"),
        Task(
            id="k2",
            title=text("Mua máy phun"),
            status=TaskStatus.DONE,
            children=[Bullet(id="k2b", text=text("02 máy"))],
        ),
        Task(id="k3", title=text("Mở phòng khám"), status=TaskStatus.DROPPED),
    ]
    tasks.children[1].children[0].text = RichText.join([Span("02 máy"), Span(footnote="f1")])
    plan.body.children = [targets, tasks]
    plan.footnotes.children = [Footnote(id="f1", text=text("Theo báo giá."))]
    plan.appendices.children = [
        Appendix(id="a1", title=text("DANH MỤC NĂM 2026"), reference="(Kèm theo Kế hoạch số 12)")
    ]
    return plan


def asked(rollover: Rollover, reason: Reason) -> list[Proposal]:
    return [question for question in rollover.questions if question.reason is reason]


def test_number_date_and_signer_are_never_copied(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    assert (new.number, new.date, new.signature.name) == ("", PlanDate(), "")
    assert new.signature.lines == plan.signature.lines
    assert [(entry.field, entry.text) for entry in rollover.cleared if entry.node == PLAN_ID] == [
        ("number", "12"),
        ("date", "9/1/2026"),
        ("signature.name", "Lò Thị Mây"),
    ]
    assert new.appendices.children[0].reference == ""


def test_the_signer_is_asked_with_last_years_name(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    (signer,) = asked(rollover, Reason.SIGNER)
    assert signer.answers == ("Lò Thị Mây", "")
    assert draft(plan, rollover, {signer.id: "Hà Văn Tú"}).signature.name == "Hà Văn Tú"


def test_open_tasks_go_over_done_and_given_up_ones_stay_in_last_years_plan(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    tasks = [node for node in new.walk() if isinstance(node, Task)]
    assert [(task.origin, task.status, task.deadline) for task in tasks] == [("k1", TaskStatus.OPEN, "Quý II/2027")]
    assert [(entry.node, entry.reason) for entry in rollover.dropped] == [
        ("k2", Reason.TASK_DONE),
        ("k2b", Reason.TASK_DONE),
        ("k3", Reason.TASK_DROPPED),
        ("f1", Reason.NOTE_UNUSED),
    ]
    assert plan.find("k2") is not None
    assert new.footnotes.children == []


def test_the_leader_in_charge_goes_over_with_the_task_and_a_change_of_leader_is_told(plan: Plan) -> None:
    task = plan.find("k1")
    assert isinstance(task, Task)
    task.leaders = ["Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã"]
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    (gone_over,) = [node for node in new.walk() if isinstance(node, Task)]
    assert gone_over.leaders == task.leaders
    gone_over.leaders = ["Đồng chí Vàng A Thử"]
    assert [(d.origin, d.field, d.new) for d in compared(new, plan).changed] == [
        ("k1", "leaders", "Đồng chí Vàng A Thử")
    ]


def test_links_and_marks_name_the_new_ids(plan: Plan) -> None:
    plan.body.children[1].children[1].status = TaskStatus.OPEN
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    by_origin = {node.origin: node for node in new.walk()}
    assert by_origin["k1"].target == by_origin["t1"].id
    assert by_origin["k2b"].text.footnotes == [by_origin["f1"].id]
    assert not {node.id for node in new.walk()} & {node.id for node in plan.walk()}


def test_last_years_actual_becomes_the_baseline_and_an_unknown_one_is_asked(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    first, second = (node for node in new.walk() if isinstance(node, Target))
    assert (first.baseline, first.actual, second.baseline) == ("96,1", "", "")
    (unknown,) = asked(rollover, Reason.BASELINE)
    assert (unknown.node, unknown.new, unknown.answers) == ("t2", "", ("",))
    answered = draft(plan, rollover, {unknown.id: "03 ca"})
    assert [node.baseline for node in answered.walk() if isinstance(node, Target)] == ["", "03 ca"]


def test_a_typed_year_follows_the_words_above_it(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    years = [n.year for n in draft(plan, rollover, rollover.accepted).walk() if isinstance(n, Target)]
    assert years == [2027, 2030]
    refused = {p.id: p.new for p in rollover.changes if p.node != "s1"}
    assert [n.year for n in draft(plan, rollover, refused).walk() if isinstance(n, Target)] == [2026, 2030]


def test_every_document_is_asked_once(plan: Plan) -> None:
    again = Paragraph(id="p1", text=text("Theo Kế hoạch số 7/KH-UBND, các thôn ra quân."))
    plan.body.children.append(again)
    rollover = propose(plan, 2027)
    (law,) = asked(rollover, Reason.CITATION)
    assert (law.old, law.answers[0]) == ("Luật Phòng bệnh năm 2025", "Luật Phòng bệnh năm 2025")
    (parent,) = asked(rollover, Reason.PARENT_PLAN)
    assert parent.new == "Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh về y tế năm 2027"
    assert [place.node for place in parent.also] == ["p1"]


def test_a_basis_that_is_dropped_leaves_no_line(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    (law,) = asked(rollover, Reason.CITATION)
    assert "" in law.answers
    new = draft(plan, rollover, {law.id: ""})
    assert [node.origin for node in new.bases.children] == ["b2"]


@pytest.mark.parametrize(
    ("dropped", "left"),
    [("Luật Phòng bệnh", "Căn cứ Luật Dược năm 2016"), ("Luật Dược", "Căn cứ Luật Phòng bệnh năm 2025")],
)
def test_one_document_of_a_basis_is_dropped_with_what_parted_it(plan: Plan, dropped: str, left: str) -> None:
    plan.bases.children = [LegalBasis(id="b", text=text("Căn cứ Luật Phòng bệnh năm 2025; Luật Dược năm 2016"))]
    rollover = propose(plan, 2027)
    (law,) = [law for law in asked(rollover, Reason.CITATION) if law.old.startswith(dropped)]
    (basis,) = draft(plan, rollover, {law.id: ""}).bases.children
    assert isinstance(basis, LegalBasis)
    assert basis.text.plain == left


def test_a_replaced_document_is_replaced_where_it_is_named_again(plan: Plan) -> None:
    plan.body.children.append(Paragraph(id="p1", text=text("Theo Kế hoạch số 7/KH-UBND, các thôn ra quân.")))
    rollover = propose(plan, 2027)
    (parent,) = asked(rollover, Reason.PARENT_PLAN)
    answer = "Kế hoạch số 9/KH-UBND ngày 04/01/2027 của UBND tỉnh về y tế năm 2027"
    new = draft(plan, rollover, {parent.id: answer})
    assert new.bases.children[1].text.plain == f"Thực hiện {answer}"
    assert new.body.children[2].text.plain == "Theo Kế hoạch số 9/KH-UBND, các thôn ra quân."


def test_roadmap_years_gone_by_are_left_behind_the_others_stay(plan: Plan) -> None:
    stages = [RoadmapYear(id=f"r{year}", year=year, label=text(f"Năm {year}")) for year in (2026, 2027, 2028)]
    stages[1].children = [Bullet(id="r27b", text=text("Hoàn thành trong năm 2027, trước ngày 30/9/2027"))]
    plan.body.children.append(Section(id="s3", title=text("Lộ trình"), children=[*stages]))
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    kept = [(node.year, node.label.plain) for node in new.walk() if isinstance(node, RoadmapYear)]
    assert kept == [(2027, "Năm 2027"), (2028, "Năm 2028")]
    assert [change.node for change in rollover.changes if change.node.startswith("r2")] == []


def test_the_only_year_of_a_roadmap_moves_on(plan: Plan) -> None:
    quarter = RoadmapYear(id="q1", year=2026, label=text("Quý I/2026"))
    plan.body.children.append(Section(id="s3", title=text("Lộ trình"), children=[quarter]))
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    assert [(n.year, n.label.plain) for n in new.walk() if isinstance(n, RoadmapYear)] == [(2027, "Quý I/2027")]


def test_looks_and_footnote_marks_survive_a_change(plan: Plan) -> None:
    words = RichText.join([Span("Trong "), Span("năm 2026", bold=True), Span(footnote="f1"), Span(" hoàn thành")])
    plan.body.children.append(Paragraph(id="p1", text=words))
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    spans = new.body.children[2].text.spans
    assert [(s.text, s.bold) for s in spans] == [
        ("Trong ", False),
        ("năm 2027", True),
        ("", False),
        (" hoàn thành", False),
    ]
    assert spans[2].footnote == new.footnotes.children[0].id


def test_a_cell_moves_on_in_its_place(plan: Plan) -> None:
    rows = [
        [Cell(text=text("Việc")), Cell(text=text("Thời gian"))],
        [Cell(text=text("Rà soát")), Cell(text=text("6/2026"))],
    ]
    plan.body.children.append(Table(id="g1", rows=rows))
    rollover = propose(plan, 2027)
    (change,) = [change for change in rollover.changes if change.node == "g1"]
    assert (change.place.row, change.place.cell, change.new) == (1, 1, "6/2027")
    new = draft(plan, rollover, rollover.accepted)
    assert [[cell.text.plain for cell in row] for row in new.body.children[2].rows][1] == ["Rà soát", "6/2027"]


def test_columns_of_years_stay(plan: Plan) -> None:
    heads = [Cell(text=text(f"Năm {year}")) for year in (2026, 2027, 2028)]
    plan.body.children.append(Table(id="g1", rows=[heads]))
    assert [change for change in propose(plan, 2027).changes if change.node == "g1"] == []


def test_what_was_refused_stays_as_it_stood(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    assert draft(plan, rollover, {}).subject == plan.subject
    assert draft(plan, rollover, rollover.accepted).subject == "Phòng, chống dịch bệnh năm 2027"


@pytest.mark.parametrize(("year", "code"), [(2026, "rollover-not-later"), (2019, "rollover-not-later")])
def test_a_year_must_come_later(plan: Plan, year: int, code: str) -> None:
    with pytest.raises(Rejection) as no:
        propose(plan, year)
    assert no.value.code == code


def test_a_plan_without_a_year_is_refused(plan: Plan) -> None:
    plan.period, plan.subject, plan.date = None, "Phòng, chống dịch bệnh", PlanDate()
    with pytest.raises(Rejection) as no:
        propose(plan, 2027)
    assert no.value.code == "rollover-no-year"


def test_comparing_tells_what_is_new_gone_and_otherwise(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, rollover.accepted)
    new.body.children[0].children[0].text = text("Tiêm chủng đủ mũi đạt trên 97%")
    new.body.children.append(Paragraph(id="new", text=text("Thêm mới")))
    found = compared(new, plan)
    assert [(d.node, d.new) for d in found.added] == [("new", "Thêm mới")]
    assert [d.origin for d in found.dropped] == ["k2", "k3", "f1"]
    assert [(d.origin, d.field, d.old, d.new) for d in found.changed] == [
        ("t1", "text", "Tiêm chủng đủ mũi đạt trên 95%", "Tiêm chủng đủ mũi đạt trên 97%")
    ]


def test_the_source_is_never_changed(plan: Plan) -> None:
    before = dumps(plan)
    rollover = propose(plan, 2027)
    draft(plan, rollover, rollover.accepted | {question.id: "khác" for question in rollover.questions})
    assert dumps(plan) == before


def test_comparing_with_an_earlier_state_goes_by_the_nodes_themselves(plan: Plan) -> None:
    now = copy.deepcopy(plan)
    first, *_rest = now.body.children
    first.children[0].text = text("Tiêm chủng đủ mũi đạt trên 97%")
    now.body.children.append(first.children.pop())
    now.body.children.append(Paragraph(id="new", text=text("Thêm mới")))
    now.subject = now.subject.replace("2026", "2027")
    found = compared(now, plan)
    assert [d.node for d in found.added] == ["new"]
    assert [d.node for d in found.moved] == [now.body.children[-2].id]
    assert [(d.node, d.field) for d in found.changed] == [("plan", "subject"), (first.children[0].id, "text")]
    assert found.dropped == []


def test_a_changed_order_is_told_of_the_one_that_moved(plan: Plan) -> None:
    now = copy.deepcopy(plan)
    holder = max((node for part in now.parts for node in part.walk()), key=lambda node: len(node.children))
    moved = holder.children.pop(0)
    holder.children.append(moved)
    found = compared(now, plan)
    assert [d.node for d in found.moved] == [moved.id]
    assert (found.added, found.dropped, found.changed) == ([], [], [])

"""Facts that cannot be are told below their field and stay as they are written."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.fields.lines import PlainLine
from desktop.forms import NodeForm
from desktop.forms.doubt_label import DoubtLabel
from desktop.forms.doubts import doubt_about
from plans.plan import PLAN_ID, Plan, PlanDate, PlanPeriod


@pytest.fixture
def form(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show()
    return form


def field(form, name, kind=QWidget):
    return next(widget for widget in form.findChildren(kind) if widget.accessibleName().startswith(name))


def doubts(form):
    return [label.text() for label in form.findChildren(DoubtLabel) if not label.isHidden()]


@pytest.mark.parametrize(
    ("day", "month", "year", "doubted"),
    [
        (31, 2, 2026, True), (29, 2, 2026, True), (29, 2, 2028, False), (29, 2, None, False), (31, 4, None, True),
        (31, None, 2026, False), (None, None, None, False), (30, 6, 2026, False),
        (None, 13, 2026, True), (45, None, None, True),
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_has_not_is_doubted(day, month, year, doubted):
    assert bool(doubt_about(Plan(date=PlanDate(day=day, month=month, year=year)), "date")) == doubted


def test_an_impossible_date_is_told_and_kept(form, document, qtbot):
    form.show_node(PLAN_ID)
    assert doubts(form) == []
    qtbot.keyClicks(field(form, "ngày", PlainLine), "31")
    qtbot.keyClicks(field(form, "tháng", PlainLine), "2")
    form.flush()
    assert (document.plan.date.day, document.plan.date.month) == (31, 2)
    assert ["31/2" in words for words in doubts(form)] == [True]


def test_a_period_that_ends_before_it_begins_is_told(form, document, qtbot):
    form.show_node(PLAN_ID)
    qtbot.keyClicks(field(form, "từ năm", PlainLine), "2027")
    qtbot.keyClicks(field(form, "đến năm", PlainLine), "2025")
    form.flush()
    assert document.plan.period == PlanPeriod(start=2027, end=2027)
    assert ["2025" in words for words in doubts(form)] == [True]


def test_a_second_lead_of_a_task_is_told_at_once_and_kept(form, document, qtbot):
    form.show_node("task")
    assert doubts(form) == []
    line = field(form, "Chủ trì", PlainLine)
    qtbot.keyClicks(line, "Cong an xa;")
    assert ["một đơn vị chủ trì" in words for words in doubts(form)] == [True]
    assert len(document.node("task").lead) == 2


@pytest.mark.parametrize("node_id", ["task", "target"])
def test_a_unit_that_leads_and_coordinates_is_told(form, document, node_id):
    document.node(node_id).lead = ["Trạm Y tế"]
    document.node(node_id).coordinating = ["Công an xã", "trạm Y tế"]
    form.show_node(node_id)
    assert ["trạm Y tế" in words for words in doubts(form)] == [True]

"""A target's form: the printed sentence and the facts fill each other."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.fields.lines import PlainLine
from desktop.forms import NodeForm
from desktop.forms.goal_bar import GoalBar
from desktop.richtext import RichTextEdit
from plans.text import RichText


@pytest.fixture
def form(document, qtbot):
    document.node("target").text = RichText.of("Tỷ lệ trường có vườn")
    document.node("target").value = document.node("target").unit = ""
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show()
    form.show_node("target")
    return form


def field(form, name, kind=QWidget):
    return next(widget for widget in form.findChildren(kind) if widget.accessibleName().startswith(name))


def test_a_value_that_is_not_in_the_sentence_is_offered_and_taken_in_one_step(form, document, qtbot):
    bar = form.findChild(GoalBar)
    assert bar.isHidden()
    qtbot.keyClicks(field(form, "Giá trị", PlainLine), "90")
    form.flush()
    assert not bar.isHidden()
    bar.button.click()
    assert document.node("target").text.plain == "Tỷ lệ trường có vườn đạt 90"
    assert bar.isHidden()
    document.undo()
    assert document.node("target").text.plain == "Tỷ lệ trường có vườn"


def test_facts_are_filled_from_the_sentence_and_follow_it_while_one_types(form, document, qtbot):
    text = field(form, "Lời văn in ra", RichTextEdit)
    target = document.node("target")
    for said in ("Vườn trường đạt từ 8 %", "Vườn trường đạt từ 85 % trở lên năm 2027"):
        text.set_value(RichText.of(said))
        text.edited.emit()
        form.flush()
    assert (target.comparator, target.value, target.unit, target.year) == (">=", "85", "%", 2027)


def test_facts_of_the_clerks_own_are_not_overwritten(form, document):
    target = document.node("target")
    target.value, target.unit = "70", "%"
    text = field(form, "Lời văn in ra", RichTextEdit)
    text.set_value(RichText.of("Vườn trường đạt 85 %"))
    text.edited.emit()
    form.flush()
    assert (target.value, target.unit) == ("70", "%")
    assert "70 %" in form.findChild(GoalBar)._words.text()

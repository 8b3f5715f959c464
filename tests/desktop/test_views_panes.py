"""The tabs as a clerk uses them: keys, drags, empty pages; and tables made from the tasks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton

from desktop.document import PlanDocument
from desktop.editor_page import EditorPage
from desktop.library import Library
from desktop.office.facts import OfficeFacts
from desktop.pages_pane import PagesPane
from desktop.views import PlanViews
from plans.agency import Agency, OfficeUnit
from plans.changes import SetField
from plans.nodes import Target, Task
from plans.plan import Plan
from plans.sample import sample_plan

PLACES = "các thôn"


@pytest.fixture
def document(qapp):
    return PlanDocument(sample_plan())


@pytest.fixture
def editor(qtbot, tmp_path: Path):
    library, pages = Library(tmp_path / "kehoach.db"), PagesPane()
    found = EditorPage(sample_plan(), library, pages)
    found.resize(1366, 740)
    found.show()
    yield found
    found.shut()
    pages.close_worker()
    found.hide()
    found.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    library.close()


def first_task(document) -> Task:
    return next(node for node in document.plan.walk() if isinstance(node, Task))


def unit_column(pane, unit):
    heads = [pane.model.headerData(at, Qt.Orientation.Horizontal) for at in range(pane.model.columnCount())]
    return heads.index(unit)


def test_typing_a_letter_gives_a_duty(views, document, qtbot):
    pane, task = views.show_tab(1, ""), first_task(document)
    pane.grid.setCurrentIndex(pane.model.index(pane.model.row_of(task.id), unit_column(pane, PLACES)))
    qtbot.keyClicks(pane.grid, "p")
    assert PLACES in task.coordinating
    qtbot.keyClicks(pane.grid, "T")
    assert (task.advisers, PLACES in task.coordinating) == ([PLACES], False)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert task.advisers == []
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    assert task.lead == [PLACES]
    assert document.undo_stack.count() == 4


def test_a_view_asked_for_by_its_key_has_the_keyboard(editor, qtbot):
    task = first_task(editor.document)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.select(task.id)
    editor.form.focus_first()
    editor.tabs.actions_for_menu()[2].trigger()
    pane = editor.views.currentWidget()
    assert pane.grid.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert task.deadline == "Quý II/2026"
    editor.tabs.setFocus()
    editor.tabs.setCurrentIndex(1)
    assert editor.tabs.hasFocus()


def test_the_cursor_passes_over_the_titles_of_sections(views, document, qtbot):
    pane = views.show_tab(1, "")
    tasks = [row.task.id for row in pane.model.tasks]
    pane.select(tasks[2])
    qtbot.keyClick(pane.grid, Qt.Key.Key_Down)
    assert pane.grid.current_task == tasks[3]
    qtbot.keyClick(pane.grid, Qt.Key.Key_Up)
    assert pane.grid.current_task == tasks[2]


def test_a_unit_named_by_hand_gets_a_column_with_the_cursor_in_it(views, document, qtbot):
    pane = views.show_tab(1, "")
    pane.unit.set_value("Hội Nông dân xã")
    qtbot.keyClick(pane.unit.line, Qt.Key.Key_Return)
    assert pane.grid.currentIndex().column() == unit_column(pane, "Hội Nông dân xã")
    qtbot.keyClicks(pane.grid, "p")
    assert "Hội Nông dân xã" in first_task(document).coordinating
    assert pane.unit.value() == ""


def test_the_units_of_the_office_are_offered_for_a_new_column(document, qtbot):
    document.office = OfficeFacts(agency=Agency(units=(OfficeUnit(name="Hội Làm vườn"),)))
    views = PlanViews(document)
    qtbot.addWidget(views)
    pane = views.show_tab(1, "")
    qtbot.keyClicks(pane.unit.line, "lam vuon")
    assert pane.unit._names._names.stringList() == ["Hội Làm vườn"]


def test_alt_right_moves_the_deadline_by_a_quarter_and_the_cursor_follows(views, document, qtbot):
    pane, task = views.show_tab(2, ""), first_task(document)
    pane.select(task.id)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert task.deadline == "Quý II/2026"
    assert pane.grid.current_task == task.id
    document.undo()
    assert task.deadline == "Quý I/2026"


def test_alt_left_in_the_roadmap_does_not_leave_the_editor(document, qtbot):
    window, views, left = QMainWindow(), PlanViews(document), []
    qtbot.addWidget(window)
    window.setCentralWidget(views)
    back = QAction("Thư viện", window)
    back.setShortcut("Alt+Left")
    back.triggered.connect(left.append)
    window.addAction(back)
    window.show()
    window.activateWindow()
    pane, task = views.show_tab(2, ""), first_task(document)
    pane.select(task.id)
    pane.grid.setFocus()
    with qtbot.waitActive(window):
        qtbot.keyClick(pane.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (task.deadline, left) == ("Quý I/2026", [])


def test_a_deadline_is_typed_as_unikey_types_it(views, document, qtbot, type_as_unikey):
    pane, task = views.show_tab(2, ""), first_task(document)
    pane.select(task.id)
    pane.grid.edit(pane.grid.currentIndex())
    line = pane.grid.findChild(QLineEdit)
    line.selectAll()
    type_as_unikey(line, "Quy<ý IV/2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: task.deadline == "Quý IV/2026", timeout=2000)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert task.deadline == ""
    assert pane.grid.current_task == task.id


def test_the_end_of_a_bar_is_dragged_to_another_quarter(views, document, qtbot):
    pane, task = views.show_tab(2, ""), first_task(document)
    row, port = pane.model.row_of(task.id), pane.grid.viewport()
    start, end = (pane.grid.visualRect(pane.model.index(row, at)).center() for at in (1, 3))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert task.deadline == "Quý III/2026"


def test_a_press_beside_the_bar_drags_nothing(views, document, qtbot):
    pane, task = views.show_tab(2, ""), first_task(document)
    row, port = pane.model.row_of(task.id), pane.grid.viewport()
    start, end = (pane.grid.visualRect(pane.model.index(row, at)).center() for at in (2, 4))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert task.deadline == "Quý I/2026"


def test_a_task_off_the_shelf_gets_its_quarter_and_keeps_the_cursor(views, document, qtbot):
    pane = views.show_tab(2, "")
    waiting = pane.model.roadmap.undated[0].task
    pane.grid.setCurrentIndex(pane.model.index(pane.model.row_of(waiting.id), 3))
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    assert waiting.deadline == "Quý III/2026, thực hiện thường xuyên"
    assert (pane.grid.current_task, pane.grid.currentIndex().column()) == (waiting.id, 3)


def test_space_ticks_a_task_and_the_summary_follows(views, document, qtbot):
    pane, task = views.show_tab(3, ""), first_task(document)
    bare = pane.targets.node_id(pane.target_list.currentIndex())
    assert pane.summary.text().startswith("1 trong 8 chỉ tiêu")
    pane.task_list.setCurrentIndex(pane.tasks.index_of(task.id))
    qtbot.keyClick(pane.task_list, Qt.Key.Key_Space)
    assert task.target == bare
    assert pane.targets.node_id(pane.target_list.currentIndex()) == bare


def test_a_click_into_the_box_ticks_and_one_beside_it_does_not(views, document, qtbot):
    pane = views.show_tab(3, "")
    rect = pane.task_list.visualRect(pane.tasks.index(1))
    task = document.node(pane.tasks.node_id(pane.tasks.index(1)))
    before = task.target
    qtbot.mouseClick(pane.task_list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert task.target == before
    qtbot.mouseClick(pane.task_list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(20, 16))
    assert task.target == pane.tasks.target != before


@pytest.mark.parametrize("tab", [1, 2, 3, 4])
def test_an_empty_plan_is_taught_and_led_back(tab, qtbot):
    views = PlanViews(PlanDocument(Plan()))
    qtbot.addWidget(views)
    views.show()
    pane = views.show_tab(tab, "")
    words = " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())
    assert "Thêm" in words
    with qtbot.waitSignal(views.node_opened) as back:
        next(each for each in pane.findChildren(QPushButton) if each.isVisible()).click()
    assert back.args == [""]


def test_the_first_task_fills_an_empty_view(qtbot):
    document = PlanDocument(Plan())
    views = PlanViews(document)
    qtbot.addWidget(views)
    views.show()
    pane = views.show_tab(1, "")
    document.plan.body.children = [Task(id="task"), Target(id="target")]
    document.edit(SetField("task", "lead", ["Công an xã"]))
    assert pane.grid.isVisible()
    assert pane.summary.text().startswith("1 nhiệm vụ · 1 đơn vị")


def test_a_tab_takes_the_place_of_outline_and_form_and_gives_it_back(editor, qtbot):
    editor.tabs.setCurrentIndex(1)
    assert (editor.outline.isVisible(), editor.form.isVisible(), editor.views.isVisible()) == (False, False, True)
    task = first_task(editor.document)
    pane = editor.views.currentWidget()
    pane.select(task.id)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    assert editor.tabs.currentIndex() == 0
    assert (editor.outline.isVisible(), editor.form.node_id, editor.views.isVisible()) == (True, task.id, False)


def test_the_chosen_task_is_the_same_in_every_tab(editor):
    task = [node for node in editor.document.plan.walk() if isinstance(node, Task)][3]
    editor.select(task.id)
    for tab in (1, 2):
        editor.tabs.setCurrentIndex(tab)
        assert editor.views.currentWidget().grid.current_task == task.id


def test_what_is_chosen_on_the_page_is_shown_in_the_tab(editor):
    task = [node for node in editor.document.plan.walk() if isinstance(node, Task)][5]
    editor.tabs.setCurrentIndex(1)
    editor.pages.node_clicked.emit(task.id)
    assert editor.views.currentWidget().grid.current_task == task.id


def test_a_folded_outline_stays_folded_after_a_look_at_a_tab(editor):
    fold = next(action for action in editor.view_actions() if action.shortcut().toString() == "F8")
    fold.trigger()
    editor.tabs.setCurrentIndex(2)
    editor.tabs.setCurrentIndex(0)
    assert not editor.outline.isVisible()
    fold.trigger()
    assert editor.outline.isVisible()


def test_a_table_goes_from_the_view_into_the_plan(editor):
    editor.tabs.setCurrentIndex(2)
    pane = editor.views.currentWidget()
    next(each for each in pane.findChildren(QPushButton) if each.text() == "Đưa vào phụ lục").click()
    added = editor.document.plan.appendices.children[-1]
    assert (added.title.plain, editor.form.node_id) == ("LỘ TRÌNH THỰC HIỆN", added.id)


@pytest.mark.parametrize("tab", [1, 2, 3, 4])
def test_in_a_narrow_window_the_buttons_leave_the_words_their_room(views, tab):
    views.resize(660, 500)
    pane = views.show_tab(tab, "")
    QApplication.processEvents()
    assert pane.summary.width() >= 30 * pane.fontMetrics().horizontalAdvance("0")
    assert pane.head.height() < 160

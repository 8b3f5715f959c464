"""The pages pane as a clerk meets it: pages appear, follow the chosen node, and failures are said calmly."""

import os
import signal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.pages_column import PageColumn
from desktop.pages_pane import PagesPane
from desktop.pages_view import PagesView
from documents.pages.messages import PageSize
from documents.pages.page_map import PageRect
from plans.nodes import Bullet, Paragraph, Task
from plans.sample import sample_plan
from plans.text import RichText

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the offscreen platform of every window

WAIT = 30_000


@pytest.fixture(scope="module")
def plan():
    return sample_plan()


@pytest.fixture
def pane(qtbot):
    pane = PagesPane()
    qtbot.addWidget(pane)
    pane.resize(430, 640)
    with qtbot.waitExposed(pane):
        pane.show()
    yield pane
    pane.close_worker()


@pytest.fixture
def shown(pane, plan, qtbot):
    """The pane with the sample's pages drawn and mapped."""
    pane.show_plan(plan)
    wait_for_map(qtbot, pane, "plan")
    return pane


def wait_for_map(qtbot, pane, node_id):
    qtbot.waitUntil(lambda: bool(pane._map.rects(node_id)), timeout=WAIT)


def place_of(pane, node_id):
    """Return the middle of a node's first line in pixels of the viewport."""
    box = pane.view._column.in_view(pane._map.rects(node_id)[0])
    return (box.center() - pane.view._offset()).toPoint()


def test_the_pages_appear_with_their_count_and_a_word_about_page_breaks(shown, qtbot):
    assert shown._place.text() == f"Trang 1 / {shown.view.page_count}"
    assert shown.view.page_count > 5
    assert "gần đúng" in shown._note.text()
    assert not shown._failure.isVisible()
    assert 0 in shown.view._pictures


def test_a_click_on_a_page_tells_the_node(shown, plan, qtbot):
    node = plan.bases.children[1]
    with qtbot.waitSignal(shown.node_clicked) as clicked:
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(shown, node.id))
    assert clicked.args == [node.id]


def test_choosing_a_node_scrolls_only_when_it_is_out_of_sight(shown, plan, qtbot):
    bar = shown.view.verticalScrollBar()
    in_the_lower_half = plan.body.children[0].children[0].id
    shown.select_node(in_the_lower_half)
    assert shown.view.is_marked_in_sight()
    assert bar.value() == 0
    task = [node for node in plan.walk() if isinstance(node, Task)][-1]
    shown.select_node(task.id)
    assert bar.value() > 0
    assert shown.view.is_marked_in_sight()


def test_a_node_chosen_before_the_pages_are_there_is_shown_when_they_are(pane, plan, qtbot):
    pane.show_plan(plan)
    pane.select_node("recipients")
    wait_for_map(qtbot, pane, "recipients")
    assert pane.view.is_marked_in_sight()


def test_only_pages_near_the_view_are_kept_as_pictures(shown, qtbot):
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = shown.view.page_count - 1
    qtbot.waitUntil(lambda: last in shown.view._pictures, timeout=WAIT)
    assert 0 not in shown.view._pictures
    assert shown._place.text() == f"Trang {last + 1} / {last + 1}"


def test_the_place_is_kept_when_the_pages_are_laid_out_anew(shown, qtbot):
    shown.view.verticalScrollBar().setValue(900)
    plan = sample_plan()
    plan.body.children[-1].children.append(Bullet(text=RichText.of("Một việc vừa thêm.")))
    shown.show_plan(plan)
    number = shown._asked
    qtbot.waitUntil(lambda: shown._shown == number and shown._searched == number, timeout=WAIT)
    assert shown.view.verticalScrollBar().value() == 900


def test_zoom_goes_by_steps_and_back_to_the_width(shown, qtbot):
    fitted = shown.view.zoom
    qtbot.mouseClick(shown._larger, Qt.MouseButton.LeftButton)
    assert shown.view.zoom > fitted
    assert shown._percent.text() == "50 %"
    assert not shown._fit.isChecked()
    qtbot.mouseClick(shown._fit, Qt.MouseButton.LeftButton)
    assert shown.view.zoom == pytest.approx(fitted)


def test_control_and_wheel_zoom(shown):
    before = shown.view.zoom
    middle = QPointF(200, 300)
    wheel = QWheelEvent(
        middle, shown.view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(shown.view.viewport(), wheel)
    assert shown.view.zoom > before


def test_a_plan_that_cannot_be_laid_out_is_said_and_can_be_tried_again(pane, qtbot):
    plan = sample_plan()
    plan.body.children.append(plan.body.children[0])  # one id twice
    pane.show_plan(plan)
    qtbot.waitUntil(pane._failure.isVisible, timeout=WAIT)
    assert pane._reason.text().startswith("Dữ liệu kế hoạch bị hỏng")
    plan.body.children.pop()
    qtbot.mouseClick(pane._retry, Qt.MouseButton.LeftButton)
    wait_for_map(qtbot, pane, "plan")
    assert not pane._failure.isVisible()


def test_pages_go_on_after_the_worker_was_killed(shown, qtbot):
    os.kill(shown._worker.process_id, signal.SIGTERM)
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = shown.view.page_count - 1
    qtbot.waitUntil(lambda: last in shown.view._pictures, timeout=WAIT)


def test_cleared_the_pane_forgets_its_plan_and_shows_the_next_from_the_top(shown, plan, qtbot):
    shown.view.verticalScrollBar().setValue(900)
    shown.clear()
    assert shown.view.page_count == 0
    assert shown._map.rects("plan") == []
    shown.show_plan(plan)
    wait_for_map(qtbot, shown, "plan")
    assert shown.view.verticalScrollBar().value() == 0


def test_points_of_the_column_and_of_the_page_are_the_same_place():
    column = PageColumn([PageSize(595, 842), PageSize(842, 595)], width=430)
    box = column.in_view(PageRect(1, 100, 50, 200, 20))
    page, x, y = column.on_page(box.topLeft())
    assert (page, round(x), round(y)) == (1, 100, 50)
    assert column.pages[0].width() == pytest.approx(column.pages[1].width())
    assert column.on_page(QPointF(2, 2)) is None


@pytest.fixture
def strip(shown, qtbot):
    """The strip of small pages, shown by its button, its first pages drawn."""
    assert not shown.strip.isVisible()
    assert not shown.strip.pages._asked
    qtbot.mouseClick(shown._small_pages, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 0 in shown.strip.pages._pictures, timeout=WAIT)
    return shown.strip


def test_small_pages_are_drawn_only_where_they_are_seen(shown, strip, qtbot):
    last = shown.view.page_count - 1
    assert strip.pages.rowCount() == last + 1
    assert last not in strip.pages._asked
    strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: last in strip.pages._pictures, timeout=WAIT)


def test_a_click_on_a_small_page_goes_to_it(shown, strip, qtbot):
    place = strip.visualRect(strip.pages.index(2)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown._place.text().startswith("Trang 3 ")
    assert shown.view._column.pages[2].top() - shown.view._offset().y() < 20


def test_keys_go_from_small_page_to_small_page_though_several_are_in_sight(shown, strip, qtbot):
    shown.view.set_zoom(0.5)
    shown.resize(430, 1400)
    pages = []
    for _ in range(3):
        qtbot.keyClick(strip, Qt.Key.Key_Down)
        pages.append((strip.currentIndex().row(), shown._place.text().split()[1]))
    first = pages[0][0]
    assert pages == [(first + step, str(first + step + 1)) for step in range(3)]


def test_the_small_page_of_the_one_in_sight_is_marked(shown, strip, qtbot):
    shown.view.show_page(3)
    assert strip.currentIndex().row() == 3
    assert strip.selectionModel().isSelected(strip.pages.index(3))


def test_small_pages_are_drawn_anew_after_an_edit(shown, strip, plan, qtbot):
    before = strip.pages._pictures[0].cacheKey()
    shown.show_plan(plan)
    qtbot.waitUntil(lambda: strip.pages._pictures[0].cacheKey() != before, timeout=WAIT)


def test_the_strip_is_a_sound_model(shown, strip, qtmodeltester):
    qtmodeltester.check(strip.pages)


def test_the_bar_beside_the_chosen_lines_stands_left_of_all_text_of_the_page(qtbot):
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(600, 700)
    view.set_pages([PageSize(595, 842)])
    heading = PageRect(0, 121, 100, 200, 14)
    view.mark([heading], {0: 85.0})
    picture = view.viewport().grab().toImage()
    box = view._column.in_view(heading)
    accent = view.palette().color(QPalette.ColorRole.Highlight)
    bar = [x for x in range(picture.width()) if picture.pixelColor(x, round(box.center().y())) == accent]
    assert bar, "no bar"
    assert max(bar) < view._column.x_of(0, 85.0)


def test_a_signature_that_goes_to_a_new_page_nearly_alone_is_said_while_it_does(pane, qtbot):
    plan = sample_plan()
    extra = [Paragraph(text=RichText.of(f"Dòng thêm {at}.")) for at in range(15)]
    plan.body.children[-1].children += extra
    pane.show_plan(plan)
    wait_for_map(qtbot, pane, "recipients")
    assert pane.warning.isVisible()
    assert pane.warning.text().startswith("Chữ ký rơi sang trang 9, chỉ kèm 4 dòng.")
    del plan.body.children[-1].children[-15:]
    with qtbot.waitSignal(pane.mapped, timeout=WAIT):
        pane.show_plan(plan)
    assert not pane.warning.isVisible()

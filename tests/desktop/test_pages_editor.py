"""Outline, form and pages stay in step in the real editor, whatever is clicked on the pages."""

import pytest
from PySide6.QtCore import Qt

from desktop.editor_page import EditorPage
from desktop.library import Library
from desktop.pages_pane import PagesPane
from documents.pages.page_map import PageRect
from plans.nodes import NODE_KINDS
from plans.plan import PLAN_ID
from plans.sample import sample_plan

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the offscreen platform of every window

WAIT = 30_000
KINDS = sorted(set(NODE_KINDS) - {"part"})


@pytest.fixture
def editor(qtbot, tmp_path):
    """The editor with the sample's pages mapped."""
    library = Library(tmp_path / "kehoach.db")
    pages = PagesPane()
    editor = EditorPage(sample_plan(), library, pages)
    qtbot.addWidget(editor)
    editor.resize(1366, 700)
    with qtbot.waitSignal(pages.mapped, timeout=WAIT), qtbot.waitExposed(editor):
        editor.show()
    yield editor
    editor.shut()
    pages.close_worker()
    library.close()


def click_on(qtbot, editor, node_id):
    """Click the middle of a node's first line on its page, after scrolling there."""
    view = editor.pages.view
    box = view._column.in_view(editor.pages._map.rects(node_id)[0])
    view.verticalScrollBar().setValue(round(box.top() - 200))
    place = (box.center() - view._offset()).toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def holders(editor, node_id):
    return [node.id for node in editor.document.plan.path(node_id)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_on_a_page_brings_outline_form_and_pages_to_the_node(editor, qtbot, kind):
    nodes = [node for node in editor.document.plan.walk() if node.kind == kind]
    for node in (nodes[0], nodes[-1]):
        editor.select(PLAN_ID)
        click_on(qtbot, editor, node.id)
        assert editor.outline.current in holders(editor, node.id)
        assert editor.form.shows(node.id)
        assert editor.pages._selected == node.id
        assert editor.pages.view.is_marked_in_sight()


def test_one_recipient_after_the_other_is_gone_to(editor, qtbot):
    first, second = editor.document.plan.recipients.children[:2]
    for node in (first, second, first):
        click_on(qtbot, editor, node.id)
        assert editor.outline.current == "recipients"
        assert editor.form.node_id == "recipients"
        assert editor.pages._selected == node.id


@pytest.mark.parametrize("place", [PLAN_ID, "recipients"])
def test_head_and_ending_are_shown_by_a_click(editor, qtbot, place):
    editor.select(editor.document.plan.bases.children[0].id)
    own = editor.pages._map._by_node[place][-1]
    view = editor.pages.view
    box = view._column.in_view(PageRect(*own[:5]))
    view.verticalScrollBar().setValue(round(box.top() - 200))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=(box.center() - view._offset()).toPoint())
    assert (editor.outline.current, editor.form.node_id, editor.pages._selected) == (place, place, place)


@pytest.mark.parametrize("kind", KINDS)
def test_a_choice_in_the_outline_is_marked_on_the_pages(editor, kind):
    node = [node for node in editor.document.plan.walk() if node.kind == kind][-1]
    editor.outline.select(node.id)
    assert editor.pages._selected == editor.outline.current
    assert editor.form.shows(editor.outline.current)
    assert editor.outline.current == "body" or editor.pages.view.is_marked_in_sight()

"""Outline, form and pages stay in step in the real editor, whatever is clicked on the pages."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.editor_page import EditorPage
from desktop.library import Library
from desktop.pages_pane import PagesPane
from documents.pages.page_map import PageRect
from plans.changes import InsertNode
from plans.nodes import NODE_KINDS, Paragraph
from plans.plan import PLAN_ID
from plans.sample import sample_plan
from plans.text import RichText

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
    editor.save_now()  # as the window does before it closes
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


def test_an_edit_after_the_process_of_the_pages_died_is_shown(editor, qtbot):
    os.kill(editor.pages._worker.process_id, signal.SIGTERM)
    added = Paragraph(text=RichText.of("Một câu vừa thêm."))
    with qtbot.waitSignal(editor.pages.mapped, timeout=WAIT):
        editor.document.edit(InsertNode("body", 0, added))
    click_on(qtbot, editor, added.id)
    assert editor.pages._selected == added.id
    assert not editor.pages._failure.isVisible()


def test_of_edits_that_follow_each_other_only_the_newest_is_laid_out(editor, qtbot):
    asked = editor.pages._asked
    added = [Paragraph(text=RichText.of(f"Câu thứ {number}.")) for number in range(5)]
    with qtbot.waitSignal(editor.pages.mapped, timeout=WAIT):
        for node in added:
            editor.document.edit(InsertNode("body", 0, node))
    assert editor.pages._asked == asked + 1
    assert all(editor.pages._map.rects(node.id) for node in added)


def test_an_edit_is_rendered_in_the_process_of_the_pages_not_in_the_windows(tmp_path):
    program = tmp_path / "window.py"
    program.write_text(WINDOW, encoding="utf-8")
    paths = os.pathsep.join(filter(None, [str(Path.cwd()), *sys.path]))
    environment = {**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True, env=environment)
    assert found.stdout.split() == ["mapped", "mapped", "[]"]


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from desktop.editor_page import EditorPage
from desktop.library import Library
from desktop.pages_pane import PagesPane
from plans.changes import SetField
from plans.plan import PLAN_ID
from plans.sample import sample_plan

def wait(pages):
    loop = QEventLoop()
    pages.mapped.connect(loop.quit)
    QTimer.singleShot(30_000, sys.exit)
    loop.exec()
    print("mapped")

if __name__ == "__main__":
    app = QApplication([])
    library, pages = Library(Path(sys.argv[0]).parent / "kehoach.db"), PagesPane()
    editor = EditorPage(sample_plan(), library, pages)
    editor.show()
    wait(pages)
    editor.document.edit(SetField(PLAN_ID, "subject", "Trồng cây"))
    wait(pages)
    print([name for name in ("documents.rendering", "jinja2", "lxml", "docx") if name in sys.modules])
    editor.shut()
    pages.close_worker()
    library.close()
"""


@pytest.mark.parametrize(("width", "pages"), [(1366, True), (910, True), (760, False)])
def test_with_large_letters_the_form_keeps_its_width_and_the_pages_give_way(qtbot, tmp_path, width, pages):
    library, pane = Library(tmp_path / "kehoach.db"), PagesPane()
    editor = EditorPage(sample_plan(), library, pane)
    qtbot.addWidget(editor)
    editor.resize(width, 512)
    with qtbot.waitExposed(editor):
        editor.show()
    assert pane.isVisible() is pages
    assert editor.form.width() >= 400
    editor.shut()
    pane.close_worker()
    library.close()


def test_an_editor_that_is_shut_at_once_asks_for_no_pages_any_more(qtbot, tmp_path):
    library, pane = Library(tmp_path / "kehoach.db"), PagesPane()
    editor = EditorPage(sample_plan(), library, pane)
    qtbot.addWidget(editor)
    editor.show()
    editor.shut()
    qtbot.wait(50)
    assert pane._asked == 0
    pane.close_worker()
    library.close()

"""What Word and Excel put on the clipboard becomes lists, tables and lines of the plan, in one step."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from desktop.forms import NodeForm
from desktop.forms.items_box import ItemsBox
from desktop.outline import OutlinePane
from desktop.pasting import paste_change, pasted_blocks
from plans.changes import SetField, perform
from plans.nodes import Paragraph
from plans.text import RichText

CLIPBOARD = Path(__file__).parent / "clipboard"


def html(name):
    data = QMimeData()
    data.setHtml((CLIPBOARD / name).read_text("utf-8"))
    return data


def text(words):
    data = QMimeData()
    data.setText(words)
    return data


def told(nodes, depth=0):
    """The nodes as indented lines: kind and words."""
    lines = []
    for node in nodes:
        words = " | ".join(cell.text.plain for row in node.rows for cell in row) if node.kind == "table" else ""
        words = words or str(getattr(getattr(node, "text", None), "plain", getattr(node, "text", "")) or "")
        lines += [f"{'  ' * depth}{node.kind} {words or node.title.plain}", *told(node.children, depth + 1)]
    return lines


def pasted(plan, node_id, data):
    before = {node.id for node in plan.walk()}
    made = paste_change(plan, node_id, pasted_blocks(data))
    assert made is not None
    perform(plan, made[0])
    return told([child for child in plan.holder(made[1])[0].children if child.id not in before])


FROM_WORD = [
    "paragraph Chuẩn bị vườn ươm ở các thôn:",
    "bullet Chọn đất",
    "  bullet Gần nguồn nước",
    "bullet Làm giàn che",
    "table Thôn | Số cây | Suối Trong | 1.200",
]


def test_words_lists_and_tables_keep_their_levels_and_looks(small_plan, qapp):
    assert pasted(small_plan, "aims", html("word_list.html")) == FROM_WORD
    first = next(node for node in small_plan.find("aims").children if told([node]) == FROM_WORD[:1])
    assert isinstance(first, Paragraph)
    assert first.text.spans[0].bold
    assert first.text.spans[0].text == "Chuẩn bị vườn ươm"


def test_cells_of_excel_become_a_table_with_merged_cells(small_plan, qapp):
    assert pasted(small_plan, "aims", html("excel_cells.html")) == ["table Thôn | Số cây | Suối Trong | 1.200 | 85,5"]
    assert small_plan.find("aims").children[-1].rows[0][1].colspan == 2


def test_lines_of_text_become_items_by_their_marks(small_plan, qapp):
    words = "Các việc:\n- Trồng cây\n+ Cây bóng mát\n- Tưới cây\n"
    assert pasted(small_plan, "prose", text(words)) == [
        "paragraph Các việc:",
        "bullet Trồng cây",
        "  bullet Cây bóng mát",
        "bullet Tưới cây",
    ]


def test_a_part_takes_the_lines_as_its_own_kind(small_plan, qapp):
    words = "- Như trên;\n- Lưu: VT."
    assert pasted(small_plan, "recipients", text(words)) == ["recipient Như trên;", "recipient Lưu: VT."]
    assert pasted(small_plan, "bases", html("excel_cells.html")) == [
        "legal_basis Thôn Số cây",
        "legal_basis Suối Trong 1.200 85,5",
    ]


def test_a_numbered_list_as_bare_text_is_no_table(small_plan, qapp):
    words = "1.\tChọn đất\n2.\tLàm giàn\n\ta)\tChe nắng\n"
    assert pasted(small_plan, "aims", text(words)) == [
        "paragraph Chọn đất",
        "paragraph Làm giàn",
        "  bullet Che nắng",
    ]


def test_cells_of_one_column_become_lines(small_plan, qapp):
    data = QMimeData()
    data.setHtml("<html><body><table><tr><td>Chọn <b>đất</b><br>Làm giàn</td></tr><tr><td>Che nắng</td></tr></table>")
    assert pasted(small_plan, "aims", data) == ["paragraph Chọn đất", "paragraph Làm giàn", "paragraph Che nắng"]


def test_nothing_on_the_clipboard_changes_nothing(small_plan, qapp):
    assert paste_change(small_plan, "aims", pasted_blocks(text(" \n"))) is None
    assert paste_change(small_plan, "aims", pasted_blocks(None)) is None
    assert paste_change(small_plan, "appendices", pasted_blocks(text("a\nb"))) is None


@pytest.fixture
def clipboard(qapp):
    QApplication.clipboard().clear()
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


def test_the_outline_pastes_by_key_and_one_undo_takes_it_back(document, clipboard, qtbot):
    pane = OutlinePane(document)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.tree.setFocus()
    qtbot.waitUntil(pane.tree.hasFocus)
    before = copy.deepcopy(document.plan)
    pane.select("aims")
    clipboard.setMimeData(html("word_list.html"))
    qtbot.keyClick(pane.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told(document.plan.find("aims").children)[2:] == FROM_WORD
    assert document.undo_stack.undoText() == "Dán"
    document.undo()
    assert document.plan == before


@pytest.fixture
def box(document, qtbot):
    box = ItemsBox(document, "aims", "Các ý")
    box.settled.connect(box.commit)
    qtbot.addWidget(box)
    return box


def test_a_list_pasted_among_items_keeps_its_levels(box, document):
    edit = next(iter(box._runs.values()))
    edit.go_to("bullet")
    edit.insertFromMimeData(text(": cây\n- Bàng\n+ Bàng lá nhỏ"))
    box.commit()
    assert told(document.plan.find("aims").children) == [
        "paragraph Trường nào cũng có vườn.",
        "bullet Trồng cây bóng mát: cây",
        "bullet Bàng",
        "  bullet Bàng lá nhỏ",
    ]


def test_a_table_pasted_among_items_stands_after_the_one_with_the_caret(box, document):
    edit = next(iter(box._runs.values()))
    edit.go_to("prose")
    edit.insertFromMimeData(html("excel_cells.html"))
    assert [node.kind for node in document.plan.find("aims").children] == ["paragraph", "table", "bullet"]
    document.undo()
    assert [node.kind for node in document.plan.find("aims").children] == ["paragraph", "bullet"]


@pytest.fixture
def form(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.node_selected.connect(form.show_node)
    return form


def test_a_list_pasted_into_the_words_of_a_paragraph_stands_after_it(form, document):
    before = copy.deepcopy(document.plan)
    form.show_node("prose")
    form._fields[0].editor.edit.insertFromMimeData(html("word_list.html"))
    assert told(document.plan.find("aims").children) == [
        "paragraph Trường nào cũng có vườn.",
        *FROM_WORD,
        "bullet Trồng cây bóng mát",
    ]
    document.undo()
    assert document.plan == before


def test_a_paragraph_that_says_nothing_gives_its_place_to_what_is_pasted(form, document):
    document.edit(SetField("prose", "text", RichText()))
    form.show_node("prose")
    form._fields[0].editor.edit.insertFromMimeData(text("- Bàng\n- Phượng"))
    assert told(document.plan.find("aims").children) == [
        "bullet Bàng",
        "bullet Phượng",
        "bullet Trồng cây bóng mát",
    ]
    assert document.node(form.node_id).text.plain == "Bàng"


def test_lines_of_bare_text_stay_one_paragraph_among_words(form, document):
    form.show_node("prose")
    form._fields[0].editor.edit.insertFromMimeData(text("Vườn có\nhàng rào. "))
    form.flush()
    assert document.node("prose").text.plain == "Vườn có hàng rào. Trường nào cũng có vườn."

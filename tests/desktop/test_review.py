"""The review of an import as a clerk goes through it: real widgets, keys, and the library at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.main_window import MainWindow
from desktop.review import ReviewPage
from desktop.review.head import figure
from documents.arriving import Arrived, arrived_from
from documents.reading.text import source_of
from documents.recognition import recognise
from documents.recognition.report import Guess
from plans.plan import Plan

PLAN = """UBND XÃ SUỐI LIM
KẾ HOẠCH
Trồng cây năm 2026

I. MỤC ĐÍCH
Trồng cây để có bóng mát.
Giữ đất ven suối.

II. NHIỆM VỤ
1. Trồng cây ven đường
- Công an xã: giữ trật tự.
- Chọn giống cây bản địa.
2. Trồng cây ven suối

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Ký, đóng dấu)
Lò Văn Suối
"""


def arrived(text: str = PLAN, path: str = "nam-truoc.txt") -> Arrived:
    found = recognise(source_of(text))
    return arrived_from(found, Path(path))


def doubted(*said: str) -> Arrived:
    """The plan with a doubt on each part that says one of these."""
    result = arrived()
    result.found.report.guesses.clear()
    for words in said:
        node = node_of(result.found.plan, words)
        guess = Guess(node=node.id, text=words, reason=f"Ngờ {words}.", confidence=0.5)
        result.found.report.guesses.append(guess)
    return result


def node_of(plan: Plan, words: str):
    return next(
        n for n in plan.walk() for name in ("title", "text") if words in getattr(getattr(n, name, None), "plain", "")
    )


def show(qtbot, what: Arrived) -> ReviewPage:
    page = ReviewPage(what)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.nodes.setFocus()
    return page


@pytest.fixture
def page(qtbot) -> ReviewPage:
    return show(qtbot, doubted("Giữ đất", "bản địa"))


def plan_of(page: ReviewPage) -> Plan:
    return page.state.document.plan


def chosen_block(page: ReviewPage) -> str:
    return str(page.source.currentIndex().data())


@pytest.fixture
def reviewed(window: MainWindow, qtbot, tmp_path: Path) -> MainWindow:
    """The window with the plan read from a file, under review."""
    source = tmp_path / "nam-truoc.txt"
    source.write_text(PLAN, encoding="utf-8")
    window.incoming.read_file(source)
    qtbot.waitUntil(lambda: window.incoming.review is not None, timeout=60000)
    return window


def test_both_models_keep_the_rules_of_item_models(qtmodeltester, page) -> None:
    qtmodeltester.check(page.source_model)
    qtmodeltester.check(page.nodes_model)


def test_the_first_doubt_is_chosen_and_its_source_beside_it(page: ReviewPage) -> None:
    assert page.current == node_of(plan_of(page), "Giữ đất").id
    assert chosen_block(page) == "Giữ đất ven suối."


def test_choosing_a_block_chooses_what_came_of_it(page: ReviewPage) -> None:
    row = next(r for r in range(page.source_model.rowCount()) if "ven đường" in page.source_model.index(r).data())
    page.source.setCurrentIndex(page.source_model.index(row))
    assert page.current == node_of(plan_of(page), "ven đường").id


def test_every_part_leads_to_its_source_and_back(page: ReviewPage) -> None:
    for row in range(page.nodes_model.rowCount()):
        page.nodes.setCurrentIndex(page.nodes_model.index(row))
        words = set(page.nodes_model.index(row).data().split()) - {"·"}
        assert words & set(chosen_block(page).split()), page.nodes_model.index(row).data()


def test_n_steps_through_the_doubts_and_space_accepts_them(page: ReviewPage, qtbot) -> None:
    first, second = (node_of(plan_of(page), words).id for words in ("Giữ đất", "bản địa"))
    qtbot.keyClick(page.nodes, Qt.Key.Key_N)
    assert page.current == second
    qtbot.keyClick(page.nodes, Qt.Key.Key_N)
    assert page.current == first
    qtbot.keyClick(page.nodes, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert page.current == second
    qtbot.keyClick(page.nodes, Qt.Key.Key_Space)
    assert page.current == first
    assert page.state.doubts == [first]
    qtbot.keyClick(page.nodes, Qt.Key.Key_Space)
    assert page.state.doubts == []
    assert "không còn chỗ ngờ" in page.head.sum.text()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_2, "section"),
        (Qt.Key.Key_T, "task"),
        (Qt.Key.Key_C, "target"),
        (Qt.Key.Key_U, "assignment"),
    ],
)
def test_one_key_corrects_the_chosen_part_and_undo_takes_it_back(page: ReviewPage, qtbot, key, kind: str) -> None:
    node = node_of(plan_of(page), "Giữ đất").id
    before = plan_of(page).find(node).kind
    qtbot.keyClick(page.nodes, key)
    assert plan_of(page).find(node).kind == kind
    assert page.current == node
    assert node not in page.state.doubts
    page.undo.trigger()
    assert plan_of(page).find(node).kind == before
    assert node in page.state.doubts


def test_left_joins_a_part_to_the_one_above(page: ReviewPage, qtbot) -> None:
    qtbot.keyClick(page.nodes, Qt.Key.Key_Left)
    above = node_of(plan_of(page), "bóng mát")
    assert above.text.plain == "Trồng cây để có bóng mát. Giữ đất ven suối."
    assert page.current == above.id


def test_d_makes_a_heading_text(page: ReviewPage, qtbot) -> None:
    node = node_of(plan_of(page), "MỤC ĐÍCH")
    page.select(node.id)
    qtbot.keyClick(page.nodes, Qt.Key.Key_D)
    assert plan_of(page).find(node.id).kind == "paragraph"


def test_a_correction_that_makes_no_sense_is_said_and_changes_nothing(page: ReviewPage, qtbot) -> None:
    page.select(node_of(plan_of(page), "MỤC ĐÍCH").id)
    with qtbot.waitSignal(page.rejected) as told:
        qtbot.keyClick(page.nodes, Qt.Key.Key_2)
    assert "đề mục" in told.args[0]
    assert page.state.document.undo_stack.count() == 0


def test_what_has_no_place_is_counted_and_leads_to_its_block(page: ReviewPage) -> None:
    assert [text for _at, text in page.state.leftovers()] == ["(Ký, đóng dấu)"]
    assert "3 chưa xếp" in page.head.sum.text()
    assert "Chưa xếp được (1)" in page.drawer.tabs.tabText(0)


def test_a_leftover_gets_a_place_by_the_same_keys_and_undo_brings_it_back(page: ReviewPage, qtbot) -> None:
    page.select(node_of(plan_of(page), "bóng mát").id)
    page.drawer.leftovers.setFocus()
    assert page.drawer.in_use
    qtbot.keyClick(page.drawer.leftovers, Qt.Key.Key_T)
    made = node_of(plan_of(page), "đóng dấu")
    assert made.kind == "task"
    assert page.current == made.id
    assert chosen_block(page) == "(Ký, đóng dấu)"
    assert page.state.leftovers() == []
    assert "0 chưa xếp" in page.head.sum.text()
    assert plan_of(page).note == ""
    page.undo.trigger()
    assert len(page.state.leftovers()) == 1


def test_a_button_keeps_its_own_keys(page: ReviewPage, qtbot) -> None:
    page.head.roll.setFocus()
    with qtbot.waitSignal(page.accepted_to_roll):
        qtbot.keyClick(page.head.roll, Qt.Key.Key_Space)
    assert len(page.state.doubts) == 2


def test_the_hints_of_the_reader_are_told_below_the_source(page: ReviewPage) -> None:
    assert page.hint.toolTip().startswith("dòng ")


def test_the_line_joins_the_chosen_rows(page: ReviewPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.joint._span(page.nodes, (page.nodes.currentIndex().row(),)) is not None)
    blocks = page.state.blocks_of(page.current)
    assert page.joint._blocks == blocks
    assert page.joint._span(page.source, blocks) is not None


def test_figures_are_parted_as_the_language_does() -> None:
    assert figure(1204) == "1.204"


def test_accepting_is_one_step_that_undo_takes_back_and_redo_brings(reviewed: MainWindow, qtbot) -> None:
    review = reviewed.incoming.review
    qtbot.keyClick(review.nodes, Qt.Key.Key_T)
    qtbot.keyClick(review.nodes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reviewed.editor is not None, timeout=20000)
    document = reviewed.editor.document
    subject = document.plan.subject
    assert subject
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Nhận vào kế hoạch"
    document.undo()
    assert list(document.plan.walk()) == []
    assert document.plan.subject == ""
    document.redo()
    assert document.plan.subject == subject


def test_cancelling_leaves_the_library_untouched_and_can_be_thought_better_of(reviewed: MainWindow, qtbot) -> None:
    review = reviewed.incoming.review
    qtbot.keyClick(review.nodes, Qt.Key.Key_Escape)
    assert reviewed.home.isVisible()
    with qtbot.waitSignal(reviewed.library.listed, timeout=10000) as listed:
        reviewed.library.refresh()
    assert listed.args[0] == []
    reviewed.notices._button.click()
    assert review.isVisible()


def test_reading_can_be_called_off(window: MainWindow, qtbot, tmp_path: Path) -> None:
    source = tmp_path / "nam-truoc.txt"
    source.write_text(PLAN, encoding="utf-8")
    strip = window.incoming.strip
    strip._pause.setInterval(0)  # a fast machine reads this file before a reading is worth showing
    window.incoming.read_file(source)
    qtbot.waitUntil(strip.isVisible, timeout=20000)
    assert "nam-truoc.txt" in strip.words.text()
    strip.cancel.click()
    assert not strip.isVisible()
    qtbot.wait(300)
    assert window.incoming.review is None


def test_every_row_and_button_says_what_it_is(page: ReviewPage) -> None:
    views = (page.source, page.nodes, page.drawer.leftovers, page.drawer.left_out)
    assert all(view.accessibleName() for view in views)
    spoken = page.nodes.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Chỗ ngờ: Ngờ Giữ đất." in spoken

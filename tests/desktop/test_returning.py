"""The leader's Word file returned: found, ticked, taken in one step; the journey with real widgets."""

from __future__ import annotations

import copy
import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PySide6.QtCore import Qt

from desktop import incoming as incoming_module
from desktop.main_window import MainWindow
from desktop.marked_words import marked_change
from desktop.return_offer import ReturnOffer
from desktop.returning import ReturnPane
from desktop.returning.side_choice import SideChoice
from documents.rendering import render_docx
from plans.changes import SetField
from plans.nodes import Node
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText
from tests.documents.test_return import after, delete, line, node, swap


def leaders_file(plan: Plan, path: Path) -> Path:
    """The export of ``plan`` as a leader gives it back: a word changed, a line added, one deleted, a sentence tracked,
    a comment, a header that no plan can hold."""
    document = Document(io.BytesIO(render_docx(plan)))
    swap(document, "để dùng chung", "để chia sẻ")
    after(line(document, "Chuẩn hóa dữ liệu"), "- Một ý nữa cho bà con.")
    delete(line(document, "Dưới 3% hồ sơ"))
    track(document, "c) Bảo vệ dữ liệu", " Ưu tiên thôn xa.")
    document.add_comment(line(document, "để chia sẻ").runs, text="Xem lại số liệu này.", author="Chủ tịch")
    document.sections[0].header.paragraphs[0].text = "Bản góp ý"
    document.save(str(path))
    return path


def track(document: DocxDocument, place: str, words: str) -> None:
    """Add words at the end of a line as Word does while it tracks changes."""
    inserted, run, text = (OxmlElement(name) for name in ("w:ins", "w:r", "w:t"))
    for name, value in (("id", "901"), ("author", "Chủ tịch"), ("date", "2026-01-01T00:00:00Z")):
        inserted.set(qn(f"w:{name}"), value)
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    inserted.append(run)
    line(document, place)._p.append(inserted)


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    return sample_window


@pytest.fixture
def pane(window: MainWindow, qtbot, tmp_path: Path) -> ReturnPane:
    """The pane with the leader's file in it."""
    pane = window.editor.returned
    pane.open_file(leaders_file(sample_plan(), tmp_path / "gop-y.docx"))
    qtbot.waitUntil(lambda: pane.said.text() == "Chọn 5 trong 5 thay đổi", timeout=60000)
    return pane


def groups(pane: ReturnPane) -> list[tuple[str, str]]:
    return [(row.group, " ".join((row.after or row.before).split())[:24]) for row in pane.list.rows]


def tick(pane: ReturnPane, qtbot, words: str) -> None:
    """Press Space on the row that says ``words``."""
    row = next(at for at in range(pane.list.count()) if words in pane.list.item(at).text())
    pane.list.setCurrentRow(row)
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)


def note_of(pane: ReturnPane, words: str) -> str:
    """The small line below a row."""
    row = next(at for at in range(pane.list.count()) if words in pane.list.item(at).text())
    return str(pane.list.item(row).data(Qt.ItemDataRole.UserRole + 2))


def in_plan(plan: Plan, words: str) -> Node | None:
    try:
        return node(plan, words)
    except StopIteration:
        return None


def test_everything_that_came_back_is_listed_and_what_has_no_place_is_said(pane: ReturnPane) -> None:
    assert [group for group, _words in groups(pane)] == [
        "changed", "changed", "added", "removed", "comment", "unmapped",
    ]  # fmt: skip
    assert "Đầu trang" in note_of(pane, "Bản góp ý")
    assert note_of(pane, "Xem lại số liệu").endswith("Chủ tịch")


def test_old_and_new_words_stand_side_by_side() -> None:
    text, marks = marked_change(
        "Chuẩn hóa dữ liệu để dùng chung giữa các cơ quan", "Chuẩn hóa dữ liệu để chia sẻ giữa các cơ quan"
    )
    assert text == "Chuẩn hóa dữ liệu để dùng chung chia sẻ giữa các cơ quan"
    assert [(text[at : at + length], look) for at, length, look in marks] == [("dùng chung", "old"), ("chia sẻ", "new")]


def test_what_stays_far_from_the_change_is_left_out_and_its_spaces_stay() -> None:
    long = "chữ " * 60
    text, _marks = marked_change(f"{long}cũ {long}", f"{long}mới {long}")
    assert "chữ cũ mới chữ" in text
    assert len(text) < 200
    assert text.startswith("… chữ")
    assert text.endswith("chữ …")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [("", "Ý mới.", "Ý mới."), ("Ý cũ.", "", "Ý cũ."), ("Làm xong.", "Làm xong. Báo cáo.", "Làm xong. Báo cáo.")],
)
def test_what_only_comes_or_goes_is_said_once(before: str, after: str, said: str) -> None:
    text, marks = marked_change(before, after)
    assert text == said
    assert len(marks) == 1


def test_only_what_is_ticked_is_taken_in_one_step_and_the_plan_before_is_kept(
    window: MainWindow, pane: ReturnPane, qtbot
) -> None:
    document = window.editor.document
    before = copy.deepcopy(document.plan)
    tick(pane, qtbot, "Dưới 3% hồ sơ")
    assert pane.said.text() == "Chọn 4 trong 5 thay đổi"
    qtbot.mouseClick(pane.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: document.undo_stack.count() == 1, timeout=20000)
    assert document.undo_stack.undoText() == "Nhận sửa đổi từ Word"
    assert in_plan(document.plan, "Dưới 3% hồ sơ") is not None
    assert "Ưu tiên thôn xa." in node(document.plan, "Bảo vệ dữ liệu").text.plain
    assert node(document.plan, "để chia sẻ").note == "Chủ tịch: Xem lại số liệu này."
    assert window.notices.text.startswith("Đã nhận 4 thay đổi từ “gop-y.docx”")
    kept: list[object] = []
    window.library.versions.of(document.plan.id, kept.extend)
    qtbot.waitUntil(lambda: bool(kept), timeout=20000)
    assert kept[0].why == "return"
    loaded: list[Plan] = []
    window.library.versions.load(kept[0].key, document.plan, loaded.append)
    qtbot.waitUntil(lambda: bool(loaded), timeout=20000)
    assert loaded[0] == before
    document.undo()
    assert document.plan == before


def test_what_was_taken_is_shown_as_there_and_opens_again_on_undo(window: MainWindow, pane: ReturnPane, qtbot) -> None:
    pane.take.click()
    qtbot.waitUntil(lambda: pane.said.text() == "Không còn thay đổi nào để nhận.", timeout=20000)
    assert "kế hoạch đã có" in note_of(pane, "Một ý nữa")
    assert not pane.take.isEnabled()
    window.editor.undo.trigger()
    qtbot.waitUntil(lambda: pane.said.text() == "Chọn 5 trong 5 thay đổi", timeout=20000)


def test_the_tick_of_a_head_is_that_of_its_rows(pane: ReturnPane, qtbot) -> None:
    tick(pane, qtbot, "Sửa chữ (2)")
    assert pane.said.text() == "Chọn 3 trong 5 thay đổi"
    tick(pane, qtbot, "dùng chung")
    assert pane.list.item(0).checkState() == Qt.CheckState.PartiallyChecked
    tick(pane, qtbot, "Sửa chữ (2)")
    assert pane.said.text() == "Chọn 5 trong 5 thay đổi"


def test_tracked_changes_are_read_as_refused_on_one_press(pane: ReturnPane, qtbot) -> None:
    assert pane.tracked.isVisible()
    pane.tracked.click()
    qtbot.waitUntil(lambda: pane.said.text() == "Chọn 4 trong 4 thay đổi", timeout=60000)
    assert not any("Ưu tiên thôn xa" in words for _group, words in groups(pane))


@pytest.fixture
def both(window: MainWindow, pane: ReturnPane, qtbot) -> Node:
    """The node that the plan here and the leader's file both changed."""
    document = window.editor.document
    changed = node(document.plan, "để dùng chung")
    document.edit(SetField(changed.id, "text", RichText.of("Câu khác hẳn.")))
    qtbot.waitUntil(lambda: pane.said.text().startswith("Chọn 4 trong 5 thay đổi"), timeout=20000)
    return changed


def sides(pane: ReturnPane) -> SideChoice:
    (found,) = pane.list.findChildren(SideChoice)
    return found


def test_what_both_sides_changed_stays_as_it_is_here_unless_the_clerk_says_otherwise(
    window: MainWindow, pane: ReturnPane, both: Node, qtbot
) -> None:
    document = window.editor.document
    assert pane.said.text().endswith("1 chỗ cả hai bên cùng sửa: chọn giữ bản nào")
    assert "Kế hoạch đã đổi chỗ này" in note_of(pane, "chia sẻ")
    assert sides(pane).here.isChecked()
    pane.take.click()
    qtbot.waitUntil(lambda: in_plan(document.plan, "Một ý nữa") is not None, timeout=20000)
    assert document.node(both.id).text.plain == "Câu khác hẳn."


def test_the_word_files_side_is_taken_by_one_click_and_undone_by_one_step(
    window: MainWindow, pane: ReturnPane, both: Node, qtbot
) -> None:
    document = window.editor.document
    steps = document.undo_stack.count()
    qtbot.mouseClick(sides(pane).word, Qt.MouseButton.LeftButton)
    assert pane.said.text().startswith("Chọn 5 trong 5 thay đổi")
    pane.take.click()
    qtbot.waitUntil(lambda: document.undo_stack.count() == steps + 1, timeout=20000)
    assert "để chia sẻ" in document.node(both.id).text.plain
    assert window.notices.text.startswith("Đã nhận 5 thay đổi")
    qtbot.waitUntil(lambda: pane.said.text() == "Không còn thay đổi nào để nhận.", timeout=20000)
    document.undo()
    assert document.node(both.id).text.plain == "Câu khác hẳn."
    qtbot.waitUntil(lambda: bool(pane.list.both_changed), timeout=20000)
    assert sides(pane).word.isChecked()


def test_space_takes_the_other_side_and_back(pane: ReturnPane, both: Node, qtbot) -> None:
    tick(pane, qtbot, "chia sẻ")
    assert sides(pane).word.isChecked()
    assert pane.said.text().startswith("Chọn 5 trong 5 thay đổi")
    tick(pane, qtbot, "chia sẻ")
    assert sides(pane).here.isChecked()
    assert pane.said.text().startswith("Chọn 4 trong 5 thay đổi")


def test_the_choice_goes_when_the_plan_says_again_what_it_said(
    window: MainWindow, pane: ReturnPane, both: Node, qtbot
) -> None:
    window.editor.undo.trigger()
    qtbot.waitUntil(lambda: pane.said.text() == "Chọn 5 trong 5 thay đổi", timeout=20000)
    assert not pane.list.both_changed


def test_enter_leads_to_the_place(window: MainWindow, pane: ReturnPane, qtbot) -> None:
    pane.list.setCurrentRow(1)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert window.editor.outline.current == node(window.editor.document.plan, "để dùng chung").id


def test_a_stranger_is_said_and_the_pane_goes(window: MainWindow, qtbot, tmp_path: Path) -> None:
    other = tmp_path / "khac.docx"
    other.write_bytes(render_docx(Plan(subject="Việc khác")))
    with qtbot.waitSignal(window.editor.troubled, timeout=60000) as told:
        window.editor.returned.open_file(other)
    assert told.args[0].code == "return-stranger"
    assert not window.editor.returned.isVisible()


def test_reading_that_is_called_off_leaves_no_pane(window: MainWindow, qtbot, tmp_path: Path) -> None:
    pane = window.editor.returned
    pane.open_file(leaders_file(sample_plan(), tmp_path / "gop-y.docx"))
    pane.strip.cancel.click()
    assert not pane.isVisible()
    assert not pane.list.rows


def test_an_export_of_the_open_plan_dropped_on_the_window_shows_its_changes(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    window.incoming.read_file(leaders_file(sample_plan(), tmp_path / "gop-y.docx"))
    qtbot.waitUntil(lambda: window.editor.returned.said.text() == "Chọn 5 trong 5 thay đổi", timeout=60000)
    assert window.incoming.review is None
    assert "bản xuất của kế hoạch đang mở" in window.notices.text
    window.notices._button.click()
    qtbot.waitUntil(lambda: window.incoming.review is not None, timeout=60000)


@pytest.fixture
def offer(window: MainWindow, qtbot, tmp_path: Path) -> ReturnOffer:
    """What is asked at home when the leader's file is chosen there."""
    window.back.trigger()
    assert window.editor is None
    window.incoming.read_file(leaders_file(sample_plan(), tmp_path / "gop-y.docx"))
    qtbot.waitUntil(window.incoming.offer.isVisible, timeout=60000)
    return window.incoming.offer


def test_at_home_an_edited_export_offers_the_way_into_its_plan(
    window: MainWindow, offer: ReturnOffer, qtbot, tmp_path: Path
) -> None:
    assert window.incoming.review is not None
    assert "gop-y.docx" in offer.words.text()
    assert sample_plan().subject in offer.words.text()
    qtbot.waitUntil(offer.take.hasFocus, timeout=5000)
    qtbot.keyClick(offer.take, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.editor is not None, timeout=20000)
    qtbot.waitUntil(lambda: window.editor.returned.said.text() == "Chọn 5 trong 5 thay đổi", timeout=60000)
    assert window.incoming.review is None
    assert window.editor.document.plan.id == sample_plan().id
    assert not offer.isVisible()


def test_the_offer_stays_until_it_is_answered(window: MainWindow, offer: ReturnOffer, qtbot) -> None:
    window.notices._timer.timeout.emit()  # what goes by itself is gone by now
    assert offer.isVisible()
    window.incoming.review.cancelled.emit()
    assert not offer.isVisible()
    window.notices._button.click()  # "Xem lại"
    assert offer.isVisible()
    qtbot.keyClick(offer.take, Qt.Key.Key_Escape)
    assert not offer.isVisible()
    assert window.incoming.review is not None
    assert window.incoming.review.isVisible()


def test_no_offer_is_left_when_the_file_has_become_a_plan(window: MainWindow, offer: ReturnOffer, qtbot) -> None:
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.incoming.review.accepted.emit(Plan(subject="Việc khác"))
    assert not offer.isVisible()


def test_a_leaders_file_is_taken_in_with_five_actions(window: MainWindow, qtbot, tmp_path: Path, monkeypatch) -> None:
    """The whole journey; each tick the clerk sets is a decision of his own and does not count."""
    path = leaders_file(sample_plan(), tmp_path / "gop-y.docx")
    monkeypatch.setattr(incoming_module, "ask_returned_path", lambda *_a: path)
    pane, document = window.editor.returned, window.editor.document
    actions = 0
    window.incoming.take_back.trigger()
    actions += 2  # "Nhận lại bản Word đã sửa…" (one shortcut), the file in the system's dialog
    qtbot.waitUntil(lambda: pane.said.text() == "Chọn 5 trong 5 thay đổi", timeout=60000)
    tick(pane, qtbot, "Dưới 3% hồ sơ")
    qtbot.keyClick(pane.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    actions += 1
    qtbot.waitUntil(lambda: in_plan(document.plan, "Một ý nữa") is not None, timeout=20000)
    assert in_plan(document.plan, "Dưới 3% hồ sơ") is not None
    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)
    actions += 1
    assert not pane.isVisible()
    assert actions <= 5

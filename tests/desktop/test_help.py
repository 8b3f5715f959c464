"""F1 and the cheat sheet: every screen explains itself, and every key of the window is listed by what it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from desktop.fields.grid import GridField
from desktop.help.keys import described, keys_of, sources
from desktop.help.screens import SCREENS, screen_at
from desktop.main_window import MainWindow
from resources import texts


@pytest.fixture
def editor(sample_window: MainWindow):
    return sample_window.editor


def shown(window: MainWindow) -> str:
    """What F1 shows now."""
    window.help.to_screen.trigger()
    return window.help.pane.here.toPlainText()


def test_keys_are_named_by_what_stands_on_the_keyboard_and_a_fold_by_what_it_does(window: MainWindow, editor) -> None:
    listed = {key.text: key.keys for key in keys_of(window)}
    assert listed["Về thư viện"] == ("Alt+←",)
    assert listed["Sang mục tiếp theo"] == ("Ctrl+Enter",)
    assert listed["Chèn chú thích cuối trang"] == ("Ctrl+Alt+F",)
    assert listed["Hiện hoặc ẩn “Dàn ý”"] == ("F8",)


def test_f1_explains_home_and_the_pages_beyond_it(window: MainWindow) -> None:
    assert window.help.to_screen.shortcut() == QKeySequence("F1")
    assert "Thư viện" in shown(window)
    window.visits.show_new()
    assert "Kế hoạch mới" in shown(window)
    window.visits.show_office()
    assert "Chọn tỉnh và xã một lần" in shown(window)
    window.visits.show_backups()
    assert "tự sao lưu thư viện mỗi ngày" in shown(window)


def test_f1_explains_the_pane_that_holds_the_keyboard(window: MainWindow, editor) -> None:
    assert screen_at(editor, editor) == "EditorPage"
    places = (editor.outline.tree, editor.form, editor.pages.view, editor.findings.list, editor.versions.list)
    names = ["OutlinePane", "NodeForm", "PagesPane", "FindingsPane", "VersionsPane"]
    assert [screen_at(place, editor) for place in places] == names


@pytest.mark.parametrize(
    ("tab", "name"), [(1, "DutiesPane"), (2, "RoadmapPane"), (3, "CoveragePane"), (4, "ResultsPane")]
)
def test_f1_explains_each_view(window: MainWindow, editor, tab, name) -> None:
    editor.tabs.setCurrentIndex(tab)
    assert screen_at(editor.views.currentWidget(), editor) == name


def test_every_screen_named_exists_so_that_none_goes_stale() -> None:
    sources_ = "\n".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "desktop").rglob("*.py"))
    assert [name for name in SCREENS if f"class {name}(" not in sources_] == []


def test_the_cheat_sheet_lists_every_key_of_every_screen(window: MainWindow, editor) -> None:
    window.visits.show_office()
    for owner in sources(window):
        text, keys = described(owner)
        assert text, f"{keys} says nowhere what it does"
    listed = {(key.text, each) for key in keys_of(window) for each in key.keys}
    assert {(described(owner)[0], each) for owner in sources(window) for each in described(owner)[1]} == listed
    window.help.to_keys.trigger()
    sheet = window.help.pane.sheet.toPlainText()
    assert all(text in sheet and key in sheet for text, key in listed)
    assert ("In", "Ctrl+P") in listed


def test_a_new_action_is_on_the_sheet_by_itself(window: MainWindow) -> None:
    action = window._action("Việc mới toanh", window.close, "Ctrl+Alt+Shift+J")
    window.help.to_keys.trigger()
    assert "Việc mới toanh" in window.help.pane.sheet.toPlainText()
    action.deleteLater()


def test_the_review_and_the_new_year_name_their_keys(window: MainWindow, editor, qtbot, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\n1. Trồng cây ven đường.\n", encoding="utf-8")
    window.incoming.read_file(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: window.incoming.review is not None, timeout=30000)
    assert all(described(owner)[0] for owner in sources(window.incoming.review))
    assert "Xem lại tệp vừa đọc" in shown(window)
    window.incoming.roll_over(editor.document.plan.id)
    qtbot.waitUntil(lambda: window.incoming.route.page is not None, timeout=30000)
    assert all(described(owner)[0] for owner in sources(window.incoming.route.page))


def test_help_speaks_english_too(window: MainWindow) -> None:
    texts.use("en")
    try:
        assert "All plans of this computer" in shown(window)
    finally:
        texts.use("vi")


def test_every_page_view_and_pane_explains_itself() -> None:
    sources_ = "\n".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "desktop").rglob("*.py"))
    kinds = "PageFrame|FootPane|GridPane|ViewPane"
    assert set(re.findall(rf"class (\w+)\((?:{kinds})\)", sources_)) - {"GridPane"} <= SCREENS.keys()
    assert set(re.findall(r"class (\w+Page)\(QWidget\)", sources_)) <= SCREENS.keys()


def test_f1_in_the_cells_of_a_table_lists_their_keys(window: MainWindow, editor) -> None:
    table = next(node for node in editor.document.plan.walk() if node.kind == "table")
    editor.select(table.id)
    grid = editor.form.findChild(GridField)
    assert screen_at(grid.table, editor) == "GridField"
    assert "Nới rộng cột này" in [key.text for key in keys_of(window) if key.place == "GridField"]

"""Each language of the interface on its own: the whole window is walked over, screen by screen, in both.

In English the plan that is open holds no accents, so that every Vietnamese letter shown comes from the interface.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from docx import Document
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QMenu, QTabBar, QWidget

from desktop import main_window as main_window_module
from desktop.comparison_pane import ComparisonPane, name_of
from desktop.document import PlanDocument
from desktop.fields.grid import GridField
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.report_window import ReportWindow
from desktop.returning import ReturnPane
from desktop.returning.rows import rows_of
from desktop.review import ReviewPage
from desktop.rollover.page import RolloverPage
from desktop.standard_texts import StandardTexts
from desktop.two_lines import Choice
from desktop.views.model import GROUP_ROLE, NOTE_ROLE
from documents.arriving import arrived_from
from documents.audit import AuditReport
from documents.reading.blocks import LeftOut
from documents.reading.text import source_of
from documents.recognition import recognise
from documents.recognition.recognising import unplaced_note
from documents.rendering import render_docx
from documents.returning import return_docx
from documents.rolling import propose_for
from plans.blank import blank_plan
from plans.codec import dump, load
from plans.errors import Trouble
from plans.plan import PART_NAMES, PLAN_ID, Plan
from plans.sample import sample_plan
from resources import path, texts

PRINTED = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày … tháng … năm …",
    "Như căn cứ pháp lý; Thường trực Đảng ủy; các phòng, đơn vị…",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "ỦY BAN NHÂN DÂN",
    "XÃ …",
    "UBND TỈNH …",
    "TRƯỞNG PHÒNG",
    "[TÊN CƠ QUAN]",
    "[Địa danh], ngày      tháng      năm",
    "Số:      /KH-UBND",
    "KẾ HOẠCH",
    "DỰ THẢO",
    "Kế hoạch số … của UBND tỉnh",
    "Báo cáo kết quả rà soát",
    "Danh mục nhiệm vụ …",
    "Đề nghị, Giao…",
    "Phấn đấu … đạt …",
    "Ngân sách xã",
    "Nhiệm vụ:",
    "trước ngày 30/6/2026",
    "Quý II/2026",
    "Năm 2026",
    "Kèm theo",
    "Phụ lục",
    "Phần I, Phần II",
    "Chương I, Chương II",
    "Điều 1, Điều 2",
    "(Xã …)",
    "(Xã An Thới Đông)",
    "(An Thới Đông)",
    "30/2020/NĐ-CP",
    "đ)",
    ".đ",
    "Kế Hoạch",
)
"""Official words that are shown as they are printed, and the program's name; long ones first."""

ENGLISH = re.compile(
    r"\b(open|save|save as|cancel|close|ok|yes|no|copy|paste|cut|undo|redo|file|edit|view|delete|new|add|remove|import"
    r"|export|print|help|back|next|quit|exit|find|search|replace|insert|select all|clear|settings|options|zoom|page"
    r"|bold|italic|table|row|column|library|plan|outline|task|target)\b",
    re.IGNORECASE,
)
"""Words of English menus that no Vietnamese text may hold."""

IMPORTED = """KE HOACH
Trong cay nam 2026

I. MUC DICH
Trong cay de co bong mat.

Cot mot | Cot hai
1 | 2

II. NHIEM VU
1. Trong cay ven duong
"""
"""A plan as a file has it, in plain letters."""

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    NOTE_ROLE,
    GROUP_ROLE,
)
_NOT_SHOWN = {"objectName", "styleSheet", "html", "markdown", "inputMask"}


def is_vietnamese(text: str) -> bool:
    """Say whether letters only Vietnamese has are left when the printed phrases are taken away."""
    for phrase in PRINTED:
        text = text.replace(phrase, "")
    return any(sign in "đĐ" or (sign.isalpha() and not sign.isascii() and _accented(sign)) for sign in text)


def is_english(text: str) -> bool:
    """Say whether an English word is left when the names of keys are taken away."""
    return ENGLISH.search(re.sub(r"\bDelete: |&", "", text)) is not None


def _accented(sign: str) -> bool:
    return len(unicodedata.normalize("NFD", sign)) > 1


def unaccented(plan: Plan) -> Plan:
    """Return the plan with plain letters in all its words."""
    return load(_plain(dump(plan)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        plain = unicodedata.normalize("NFD", value).replace("đ", "d").replace("Đ", "D")
        return "".join(sign for sign in plain if not unicodedata.combining(sign))
    return value


def told(found: set[tuple[str, str, str]], wrong: Callable[[str], bool]) -> list[str]:
    """Return each wrong text once, with the kind of thing and the first screen it is on."""
    screens: dict[tuple[str, str], str] = {}
    for screen, kind, text in sorted(found):
        if wrong(text):
            screens.setdefault((kind, text), screen)
    return [f"{kind} on {screen}: {text}" for (kind, text), screen in screens.items()]


# what is shown


def _properties(shown: QObject) -> Iterator[str]:
    meta = shown.metaObject()
    for at in range(meta.propertyCount()):
        known = meta.property(at)
        if known.typeName() == "QString" and known.name() not in _NOT_SHOWN:
            yield str(shown.property(known.name()) or "")


def _items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[Any]:
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent))
    rows = range(model.rowCount(parent))
    for role in _ROLES:
        yield from (model.headerData(at, Qt.Orientation.Horizontal, role) for at in columns)
        yield from (model.headerData(at, Qt.Orientation.Vertical, role) for at in rows)
    for row in rows:
        for column in columns:
            index = model.index(row, column, parent)
            yield from (index.data(role) for role in _ROLES)
            if not isinstance(model, QAbstractListModel) and column == 0:
                yield from _items(model, index)


def shown_in(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield the class of each thing within ``top``, hidden ones too, with each text it shows or tells."""
    for shown in [top, *top.findChildren(QWidget), *top.findChildren(QAction)]:
        found: list[Any] = list(_properties(shown))
        if isinstance(shown, QComboBox):
            found += [shown.itemText(at) for at in range(shown.count())]
        if isinstance(shown, QTabBar):
            found += [words(at) for at in range(shown.count()) for words in (shown.tabText, shown.tabToolTip)]
        if isinstance(shown, QAbstractItemView) and shown.model() is not None:
            found += _items(shown.model(), QModelIndex())
        yield from ((_kind(shown), text) for text in found if isinstance(text, str) and text.strip())


def _kind(shown: QObject) -> str:
    """Return "button" for what is pressed or chosen, else the class."""
    return "button" if isinstance(shown, (QAbstractButton, QAction, QMenu)) else type(shown).__name__


# the walk


class Walk:
    """One tour through the window; ``found`` holds (screen, kind of thing, text)."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self._qtbot = window, qtbot
        self.found: set[tuple[str, str, str]] = set()

    def look(self, screen: str, top: QWidget | None = None) -> None:
        self.found |= {(screen, kind, text) for kind, text in shown_in(top or self.window)}

    def library(self) -> None:
        for name, button in self.window.home.side._filters.items():
            button.click()
            self.look(f"library, {name}")
        self.window.home.side._filters["all"].click()

    def search(self, words: str) -> None:
        with self._qtbot.waitSignal(self.window.library.found, timeout=10000):
            self.window.home.search.setText(words)
        self.look("search")

    def open(self, plan: Plan) -> None:
        with self._qtbot.waitSignal(self.window.plan_shown, timeout=20000):
            self.window.library.add(plan)

    def leave(self) -> None:
        with self._qtbot.waitSignal(self.window.library.listed, timeout=10000):
            self.window.back.trigger()

    def forms(self) -> None:
        """Show the head, each part, and the first node of each kind, each with what may be added there."""
        editor = self.window.editor
        first: dict[str, str] = {}
        for node in editor.document.plan.walk():
            first.setdefault(node.kind, node.id)
        for node_id in (PLAN_ID, *PART_NAMES, *first.values()):
            editor.select(node_id)
            screen = editor.document.node(node_id).kind if node_id in first.values() else node_id
            self.look(screen)
            menu = QMenu(editor)
            editor.outline.fill_add_menu(menu)
            editor.outline._offer_task_tables(menu)
            self.look(f"menu, {screen}", menu)
            menu.deleteLater()
            for grid in editor.findChildren(GridField):
                self.look("menu, cell", grid.cell_menu())

    def visits(self) -> None:
        """Show the pages one goes to from home; names of places and of families are data and stay as they are."""
        visits = self.window.visits
        visits.show_office()
        with self._qtbot.waitSignal(self.window.library.office_told, timeout=10000):
            self.window.library.warm_up()
        self.look("my office", visits.page)
        visits.offer_rollover(_nothing)
        visits.show_new()
        visits.page.model.show_choices([_plainly(visits.page.model.choice(visits.page.model.index(0)))])
        self.look("a new plan", visits.page)
        for trouble in (None, Trouble("library-damaged", path=self.window.library.path, reason="x")):
            with self._qtbot.waitSignal(visits.keeper.listed, timeout=10000):
                visits.show_backups(trouble)
            self.look("backups", visits.page)
        visits.leave()
        self.look("read only", self.window.read_only)

    def tabs(self, plan: str) -> None:
        tabs = self.window.editor.tabs
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            self.look(f"{tabs.tabText(at)}, {plan}")
        tabs.setCurrentIndex(0)

    def review(self) -> None:
        """Show an import under review: tables, doubts, a leftover, something left out."""
        source = source_of(IMPORTED)
        source.left_out.append(LeftOut(kind="image", text="", reason=""))
        found = recognise(source)
        found.report.unplaced.append("Ky ten")
        found.plan.note = unplaced_note(found.report.unplaced)
        page = ReviewPage(arrived_from(found, Path("a.txt")), parent=self.window)
        self.look("review", page)
        page.deleteLater()

    def wizard(self, plan: Plan) -> None:
        page = RolloverPage(plan, propose_for(plan, (plan.year or 0) + 1), self.window)
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            self.look(f"wizard, {at}", page)
        page.deleteLater()
        pane = ComparisonPane(PlanDocument(plan, self.window), self.window)
        pane.compare(plan, name_of(plan, plan))
        self.look("comparison", pane)
        pane.close_work()
        pane.deleteLater()

    def returned(self, plan: Plan) -> None:
        """Show what came back from Word: words changed, added, tracked, a comment, a header that no plan can hold."""
        document = Document(io.BytesIO(render_docx(plan)))
        line = next(each for each in document.paragraphs if len(each.text) > 3 and each.style.name.startswith("KH "))
        line.add_run(" x y z")
        document.add_comment(line.runs, text="x", author="y")
        document.sections[0].header.paragraphs[0].text = "x"
        edited = io.BytesIO()
        document.save(edited)
        pane = ReturnPane(PlanDocument(plan, self.window), self.window.library, self.window)
        found = return_docx(edited.getvalue(), Path("a.docx"), plan)
        pane._on_read((found, rows_of(found)))
        pane.tracked.show()
        self.look("returned", pane)
        pane.close_work()
        pane.deleteLater()

    def report(self) -> None:
        report = AuditReport(version="1.0", date="2026-11-22", decree="30/2020/NĐ-CP", checked=39)
        self.look("report", ReportWindow("ke-hoach.docx", report, self.window))


def _nothing(_plan_id: str, _year: int) -> None:
    pass


def _plainly(choice: Choice | None) -> Choice:
    assert choice is not None
    return choice


def _tour(window: MainWindow, qtbot: Any, plan: Plan, blank: Plan) -> set[tuple[str, str, str]]:
    walk = Walk(window, qtbot)
    walk.look("first sight")
    qtbot.waitUntil(window.home.empty.sample.isVisible, timeout=10000)
    walk.library()
    walk.open(plan)
    walk.forms()
    walk.tabs("full")
    walk.report()
    walk.review()
    walk.wizard(plan)
    walk.returned(plan)
    window.editor.outline.select("opening")
    window.editor.outline.moves._on_duplicate()
    walk.leave()
    walk.library()
    walk.visits()
    walk.search("khong co chu nay")
    walk.open(blank)
    walk.tabs("blank")
    return walk.found


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication):
    """The interface in the language asked for, with Qt's own words in it too."""
    standard = StandardTexts(qapp)
    texts.use(request.param)
    if request.param == "vi":
        qapp.installTranslator(standard)
    yield request.param
    texts.use("vi")
    qapp.removeTranslator(standard)


@pytest.fixture
def window(language: str, qtbot, tmp_path: Path):
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    found = main_window_module.MainWindow(Library(tmp_path / "lib" / "kehoach.db"), FileWork(), settings)
    found.show()
    found.library.refresh()
    yield found
    found.close()
    found.deleteLater()


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_in_english_nothing_stays_vietnamese_but_printed_phrases(window: MainWindow, qtbot) -> None:
    found = _tour(window, qtbot, unaccented(sample_plan()), unaccented(blank_plan(2027)))
    assert len({screen for screen, _kind, _text in found}) > 40
    assert told(found, is_vietnamese) == []


@pytest.mark.parametrize("language", ["vi"], indirect=True)
def test_in_vietnamese_no_button_menu_or_tip_is_english(window: MainWindow, qtbot) -> None:
    found = _tour(window, qtbot, sample_plan(), blank_plan(2027))
    assert len({screen for screen, _kind, _text in found}) > 40
    assert told(found, is_english) == []


def test_english_texts_hold_vietnamese_only_in_printed_phrases() -> None:
    with path("catalogues", "en.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    assert [each.id for each in catalogue if each.id and is_vietnamese(str(each.string))] == []

"""Findings beside the work: told in the office's words, jumped to, cured, and never in the way of typing."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.document import PlanDocument
from desktop.editor_page import EditorPage
from desktop.findings import FindingsPane, FindingsWatch
from desktop.findings.places import place_texts
from desktop.findings.texts import SENTENCES, finding_text
from desktop.library import Library
from desktop.pages_pane import PagesPane
from plans.changes import SetField
from plans.checks import RULES, Finding, Severity, findings
from plans.nodes import Appendix, Bullet, LabelStyle, Paragraph, Section, Task
from plans.numbering import labels
from plans.plan import PLAN_ID, Plan
from plans.text import RichText
from resources import texts


@pytest.fixture
def untidy(small_plan):
    prose = small_plan.find("prose")
    prose.text = RichText.of("Trường nào  cũng có vườn , có cây.")
    small_plan.subject += "."
    return PlanDocument(small_plan)


@pytest.fixture
def pane(untidy, qtbot):
    pane = FindingsPane(untidy)
    qtbot.addWidget(pane)
    pane.show_findings(findings(untidy.plan))
    return pane


def row_of(pane: FindingsPane, rule: str) -> int:
    return next(at for at, finding in enumerate(pane.findings) if finding.rule == rule)


def test_every_rule_has_a_sentence_in_both_languages():
    assert SENTENCES.keys() == RULES.keys()
    words = {key: key for key in ("title", "task", "leads", "unit", "appendix", "deadline", "years", "target", "column",
                                  "said", "counted", "missing", "law", "words", "near", "rare", "usual")}  # fmt: skip
    for rule in RULES:
        finding = Finding(rule=rule, node="x", severity=Severity.HINT, data=words)
        vietnamese = finding_text(finding)
        texts.use("en")
        try:
            assert finding_text(finding) != vietnamese
        finally:
            texts.use("vi")


def test_the_list_says_grade_place_and_sentence(pane):
    row = pane.list.item(row_of(pane, "no-deadline")).text()
    assert row == "Nên xem · II.1 · Nhiệm vụ “Trồng cây” chưa có thời gian hoàn thành."


def test_long_words_of_the_author_are_cut(untidy):
    untidy.plan.find("task").title = RichText.of("Trồng " + "cây " * 60)
    told = next(finding for finding in findings(untidy.plan) if finding.rule == "no-deadline")
    assert len(finding_text(told)) < 140


def test_enter_goes_to_the_place(pane, qtbot):
    pane.list.setCurrentRow(row_of(pane, "no-deadline"))
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert chosen.args == ["task", "deadline"]


def test_stepping_goes_round(pane):
    visited = []
    pane.place_chosen.connect(lambda node, _field: visited.append(node))
    start = pane.list.currentRow()
    for _step in pane.findings:
        pane.step(1)
    assert pane.list.currentRow() == start
    pane.step(-1)
    assert visited[-1] == pane.findings[start - 1].node


def test_a_safe_fix_is_one_undoable_step(pane, untidy):
    before = copy.deepcopy(untidy.plan)
    pane.list.setCurrentRow(row_of(pane, "subject-stop"))
    assert not pane.fix.isHidden()
    pane.fix.click()
    assert not untidy.plan.subject.endswith(".")
    assert untidy.undo_stack.undoText() == "Sửa theo gợi ý"
    untidy.undo()
    assert untidy.plan == before


def test_what_the_clerk_must_decide_has_no_fix(pane):
    pane.list.setCurrentRow(row_of(pane, "no-deadline"))
    assert pane.fix.isHidden()


def test_all_safe_fixes_are_made_at_once_and_again_for_a_text_with_two(pane, untidy):
    for _round in range(2):
        pane.fix_all.click()
        pane.show_findings(findings(untidy.plan))
    assert untidy.plan.find("prose").text.plain == "Trường nào cũng có vườn, có cây."
    assert not [finding for finding in pane.findings if finding.fix]
    assert pane.fix_all.isHidden()


def test_the_chosen_finding_stays_chosen_when_others_go(pane, untidy):
    pane.list.setCurrentRow(row_of(pane, "no-deadline"))
    untidy.edit(SetField(PLAN_ID, "place", "Suối Lim"))
    pane.show_findings(findings(untidy.plan))
    assert pane.findings[pane.list.currentRow()].rule == "no-deadline"


def test_hints_do_not_press(pane):
    assert pane.pressing == sum(finding.severity is not Severity.HINT for finding in pane.findings)
    assert 0 < pane.pressing < len(pane.findings)
    hints = len(pane.findings) - pane.pressing
    assert pane._title.text() == f"Việc cần xem: {pane.pressing} · Gợi ý: {hints}"


def test_a_plan_in_order_says_so(pane):
    pane.show_findings([])
    assert pane.list.count() == 0
    assert pane.pressing == 0


def test_the_watch_tells_once_after_a_burst_what_a_whole_look_would(untidy, qtbot):
    watch = FindingsWatch(untidy)
    told = []
    watch.found.connect(told.append)
    with qtbot.waitSignal(watch.found, timeout=5000):
        for words in ("a", "ab", "abc"):
            untidy.edit(SetField(PLAN_ID, "place", words))
    assert told == [findings(untidy.plan)]
    watch.stop()


def test_an_edit_in_the_middle_of_looking_begins_anew(untidy, qtbot):
    watch = FindingsWatch(untidy)
    told = []
    watch.found.connect(told.append)
    watch._on_paused()
    watch._on_turn()
    untidy.edit(SetField(PLAN_ID, "place", "Suối Lim"))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told == [findings(untidy.plan)]
    watch.stop()


def test_places_are_told_as_the_office_counts():
    plan = Plan(scheme="decimal")
    inner = Section(id="s", title=RichText.of("Mục"), children=[Task(id="t", children=[Bullet(id="b")])])
    plan.body.children = [Section(id="top", title=RichText.of("LỚN"), children=[inner])]
    plan.appendices.children = [Appendix(id="a", children=[Paragraph(id="p")])]
    plan.body.child_labels = LabelStyle.ROMAN
    told = place_texts(plan, labels(plan))
    assert (told["top"], told["s"], told["t"], told["b"]) == ("I", "I.1", "I.1.1", "I.1.1")
    assert (told["a"], told["p"], told["recipients"]) == ("Phụ lục", "Phụ lục", "Nơi nhận và ký")


@pytest.fixture
def page(small_plan, tmp_path, qtbot):
    library = Library(tmp_path / "library.db")
    pages = PagesPane()
    page = EditorPage(small_plan, library, pages)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.save_now()
    page.shut()
    pages.close_worker()
    library.close()


def test_the_editor_counts_what_presses_and_f7_walks_through_it(page, qtbot):
    qtbot.waitUntil(lambda: bool(page.findings.findings), timeout=10000)
    assert page.bar.findings.text() == f"{page.findings.pressing} việc cần xem"
    assert page.findings.isHidden()
    following = next(action for action in page.view_actions() if action.shortcut().toString() == "F7")
    following.trigger()
    assert page.findings.isVisible()
    assert page.findings.list.currentRow() == 0
    assert page.outline.isVisible()
    chosen = page.findings.findings[page.findings.list.currentRow()].node
    assert page.form.node_id == chosen or page.form.shows(chosen)


@pytest.mark.parametrize(
    ("rule", "name"),
    [("no-deadline", "Thời gian hoàn thành"), ("no-signer", "Họ và tên người ký"), ("no-place", "Địa danh")],
)
def test_a_finding_leads_into_the_field_it_is_about(page, qtbot, rule, name):
    qtbot.waitUntil(lambda: bool(page.findings.findings), timeout=10000)
    page.activateWindow()
    page.bar.findings.setChecked(True)
    page.findings.list.setCurrentRow(row_of(page.findings, rule))
    qtbot.keyClick(page.findings.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not page.findings.list)
    assert QApplication.focusWidget().accessibleName() == name
    assert not QApplication.focusWidget().visibleRegion().isEmpty()


def test_curing_a_finding_takes_it_off_the_count(page, qtbot):
    qtbot.waitUntil(lambda: bool(page.findings.findings), timeout=10000)
    before = page.findings.pressing
    page.document.edit(SetField("task", "deadline", "Quý I/2026"))
    qtbot.waitUntil(lambda: page.findings.pressing == before - 1, timeout=10000)
    assert page.bar.findings.text() == f"{before - 1} việc cần xem"

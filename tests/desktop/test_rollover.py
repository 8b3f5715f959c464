"""Last year's plan becomes this year's draft, as a clerk decides it: wizard, keys, draft, comparison, and the journey."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop import exports as exports_module
from desktop import incoming as incoming_module
from desktop.comparison_pane import ComparisonPane, name_of
from desktop.main_window import MainWindow
from desktop.rollover.delegate import marked_sentence
from desktop.rollover.model import Head
from desktop.rollover.page import RolloverPage
from desktop.rollover.places import Places, marked_at
from documents.rendering import render_docx
from documents.rolling import propose_for
from plans.changes import InsertNode, RemoveNode, SetField, perform
from plans.nodes import Paragraph, Task, TaskStatus
from plans.plan import PLAN_ID, Plan, PlanPeriod, Signature
from plans.rollover import Proposal, draft
from plans.sample import sample_plan
from plans.text import RichText


@pytest.fixture
def page(qtbot) -> RolloverPage:
    plan = sample_plan()
    found = RolloverPage(plan, propose_for(plan, plan.year + 1))
    qtbot.addWidget(found)
    found.resize(1200, 700)
    found.show()
    found.activateWindow()
    found.list.setFocus()
    return found


@pytest.fixture
def at_home(window: MainWindow, qtbot) -> MainWindow:
    """The window at home, with the sample plan in the library."""
    window.sample.trigger()
    qtbot.waitUntil(lambda: window.editor is not None, timeout=20000)
    window.back.trigger()
    qtbot.waitUntil(lambda: window.home.model.rowCount() == 2, timeout=10000)
    return window


def current(page: RolloverPage) -> Proposal:
    row = page.model.row(page.list.currentIndex())
    assert isinstance(row, Proposal)
    return row


def questions(page: RolloverPage) -> None:
    page.tabs.setCurrentIndex(1)
    page.list.setFocus()


def go_to_head(page: RolloverPage) -> Head:
    page._go(0)
    row = page.model.row(page.list.currentIndex())
    assert isinstance(row, Head)
    return row


def test_the_list_keeps_the_rules_of_item_models(qtmodeltester, page: RolloverPage) -> None:
    qtmodeltester.check(page.model)


def test_every_list_is_shown_with_its_count(page: RolloverPage) -> None:
    roll = page.rollover
    counts = [len(each) for each in (roll.changes, roll.questions, roll.carried, roll.dropped, roll.cleared)]
    assert [page.tabs.tabText(at) for at in range(5)] == [
        f"{name} ({count})" for name, count in zip(("Đổi", "Hỏi", "Giữ nguyên", "Bỏ", "Để trống"), counts, strict=True)
    ]
    for tab, count in enumerate(counts):
        page.tabs.setCurrentIndex(tab)
        rows = [page.model.row(page.model.index(at)) for at in range(page.model.rowCount())]
        assert sum(not isinstance(row, Head) for row in rows) == count


def test_space_refuses_a_change_and_takes_it_again(page: RolloverPage, qtbot) -> None:
    change = current(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert not page.choices.is_taken(change)
    assert page.choices.draft().subject == sample_plan().subject
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.choices.draft().subject != sample_plan().subject


def test_space_on_the_reason_ticks_all_of_its_rows(page: RolloverPage, qtbot) -> None:
    head = go_to_head(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert not any(page.choices.is_taken(each) for each in head.members)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert all(page.choices.is_taken(each) for each in head.members)


def test_a_partly_taken_group_says_so(page: RolloverPage, qtbot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    go_to_head(page)
    state = page.list.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) == Qt.CheckState.PartiallyChecked


def test_a_click_into_the_box_ticks(page: RolloverPage, qtbot) -> None:
    change = current(page)
    qtbot.waitUntil(lambda: page.list.visualRect(page.list.currentIndex()).isValid())
    place = page.list.visualRect(page.list.currentIndex()).topLeft() + QPoint(18, 12)
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not page.choices.is_taken(change)


def test_enter_leads_to_the_new_words_and_back(page: RolloverPage, qtbot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.field.hasFocus()
    qtbot.keyClicks(page.detail.field, "2030")
    qtbot.keyClick(page.detail.field, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    assert page.choices.words(current(page)) == "2030"
    assert "2030" in page.choices.draft().subject


def test_a_figure_answers_a_question_and_the_next_open_one_comes(page: RolloverPage, qtbot) -> None:
    questions(page)
    first = current(page)
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    assert page.choices.words(first) == first.answers[0]
    assert page.choices.is_taken(first)
    assert current(page) != first
    assert "đã trả lời 1 trong" in page.sum.text()


def test_an_answer_given_twice_is_taken_back(page: RolloverPage, qtbot) -> None:
    questions(page)
    first = current(page)
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    page._go(page.model.first_row())
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    assert not page.choices.is_taken(first)


def test_a_question_takes_free_words(page: RolloverPage, qtbot) -> None:
    questions(page)
    question = next(q for q in page.rollover.questions if q.field == "signature.name")
    assert current(page) == question
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.detail.field, "Lo Thi Moi")
    qtbot.keyClick(page.detail.field, Qt.Key.Key_Return)
    assert page.choices.draft().signature.name == "Lo Thi Moi"
    assert current(page) != question


def test_open_questions_are_kept_in_the_note_that_never_prints(page: RolloverPage) -> None:
    made = page.choices.draft()
    assert "Còn phải xem lại khi làm cho năm 2027" in made.note
    for question in page.rollover.questions:
        page.choices.answer(question, question.old)
    assert page.choices.draft().note == sample_plan().note


def test_the_filter_narrows_and_says_when_nothing_is_left(page: RolloverPage) -> None:
    page.filter.setText("trích yếu")
    rows = [page.model.row(page.model.index(at)) for at in range(page.model.rowCount())]
    assert {row.field for row in rows if isinstance(row, Proposal)} == {"subject"}
    page.filter.setText("không có chữ này")
    assert page._empty.isVisible()
    page.filter.clear()
    assert page.list.isVisible()


def test_old_and_new_words_are_marked_where_they_stand(page: RolloverPage) -> None:
    for change in page.rollover.changes:
        start, end = marked_at(change)
        assert change.before[start:end] in (change.old, "")
        text, ranges = marked_sentence(change, change.new, 10_000)
        marked = {look: text[at : at + length] for at, length, look in ranges}
        if change.old != change.new:
            assert marked["new"] == change.new
        assert marked.get("old", change.old) == change.old


def test_a_year_said_twice_is_marked_at_its_own_place() -> None:
    plan = sample_plan()
    body = plan.body.children[0]
    body.children.insert(
        0, Paragraph(id="twice", text=RichText.of("Năm 2026 như Kế hoạch 2026, hết tháng 6 năm 2026."))
    )
    found = [p for p in propose_for(plan, 2027).changes if p.node == "twice"]
    assert len({marked_at(each) for each in found}) == len(found)


def test_places_are_named_as_the_plan_shows_them() -> None:
    plan = sample_plan()
    places = Places(plan)
    assert places.name(PLAN_ID, "subject") == "Thể thức · Trích yếu"
    task = next(node for node in plan.walk() if node.kind == "task")
    assert places.name(task.id).endswith("Nhiệm vụ")
    assert places.name(task.id).startswith("III")


def test_home_leads_to_the_wizard_in_two_clicks_and_the_draft_knows_where_it_came_from(
    at_home: MainWindow, qtbot
) -> None:
    home = at_home.home
    home.list.setCurrentIndex(home.model.index(1))
    assert home.card.roll.text() == "Làm cho năm 2027"
    qtbot.mouseClick(home.card.roll, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at_home.incoming.route.page is not None, timeout=20000)
    last = at_home.incoming.route.page.choices.plan
    qtbot.mouseClick(at_home.incoming.route.page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at_home.editor is not None, timeout=20000)
    made = at_home.editor.document.plan
    assert (made.origin, made.year, made.number, made.signature.name) == (last.id, 2027, "", "")
    qtbot.waitUntil(lambda: at_home.editor.origin is not None, timeout=10000)
    assert "So với năm 2026" in [action.text() for action in at_home.menus.view.actions()]
    at_home.back.trigger()
    qtbot.waitUntil(lambda: home.model.rowCount() == 4, timeout=10000)
    assert "Làm từ: " in home.card._facts.text()
    assert "2026" in home.card._facts.text()


def test_the_menu_of_the_list_offers_the_new_year_too(at_home: MainWindow, qtbot) -> None:
    home = at_home.home
    menu = home.menu_of(home.model.plan(home.model.index(1)))
    action = next(each for each in menu.actions() if each.text() == "Làm cho năm 2027")
    with qtbot.waitSignal(home.roll_asked):
        action.trigger()
    qtbot.waitUntil(lambda: at_home.incoming.route.page is not None, timeout=20000)


def test_the_results_lead_into_the_wizard_with_what_was_just_recorded(at_home: MainWindow, qtbot) -> None:
    at_home.open_plan(at_home.home.rollable)
    qtbot.waitUntil(lambda: at_home.editor is not None, timeout=20000)
    editor = at_home.editor
    task = next(node for node in editor.document.plan.walk() if isinstance(node, Task))
    editor.select(task.id)
    editor.tabs.setCurrentIndex(4)
    pane = editor.views.currentWidget()
    qtbot.keyClicks(pane.grid, "x")
    assert pane.roll.text() == "Lập kế hoạch năm sau từ kết quả này…"
    qtbot.mouseClick(pane.roll, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at_home.incoming.route.page is not None, timeout=20000)
    page = at_home.incoming.route.page
    assert page.choices.plan.id == editor.document.plan.id
    assert task.id not in {node.origin for node in page.choices.draft().walk()}, "what is done is not carried"


def test_another_year_proposes_anew(at_home: MainWindow, qtbot) -> None:
    at_home.incoming.roll_over(at_home.home.rollable)
    route = at_home.incoming.route
    qtbot.waitUntil(lambda: route.page is not None, timeout=20000)
    route.page.year.setValue(2028)
    qtbot.waitUntil(lambda: route.page.rollover.year == 2028, timeout=20000)
    assert route.page.make.text() == "Tạo dự thảo 2028"


def test_leaving_the_wizard_makes_no_draft(at_home: MainWindow, qtbot) -> None:
    at_home.incoming.roll_over(at_home.home.rollable)
    route = at_home.incoming.route
    qtbot.waitUntil(lambda: route.page is not None, timeout=20000)
    qtbot.keyClick(route.page.list, Qt.Key.Key_Escape)
    assert at_home.home.isVisible()
    with qtbot.waitSignal(at_home.library.listed, timeout=5000) as listed:
        at_home.library.refresh()
    assert len(listed.args[0]) == 1
    at_home.notices._button.click()
    assert route.page.isVisible()


def test_a_plan_of_no_year_is_refused_in_one_sentence(at_home: MainWindow, qtbot) -> None:
    plan = sample_plan()
    plan.id, plan.period, plan.subject = "f" * 32, None, "Kế hoạch chưa rõ năm"
    plan.date = type(plan.date)()
    with qtbot.waitSignal(at_home.incoming.route.refused, timeout=20000) as told:
        at_home.incoming.route.begin_with(plan)
    assert "Kế hoạch chưa rõ năm" in told.args[0]


def test_the_same_draft_made_twice_lies_beside_the_first(at_home: MainWindow, qtbot) -> None:
    plan = sample_plan()
    rollover = propose_for(plan, 2027)
    ids = []
    for _turn in range(2):
        at_home.library.add_draft(draft(plan, rollover, rollover.accepted), ids.append)
    qtbot.waitUntil(lambda: len(ids) == 2, timeout=10000)
    assert ids[0] != ids[1]


def test_the_comparison_lists_what_is_new_other_and_gone_and_leads_there(document, qtbot) -> None:
    last = sample_plan()
    rollover = propose_for(last, 2027)
    document.plan = draft(last, rollover, rollover.accepted)
    pane = ComparisonPane(document)
    qtbot.addWidget(pane)
    pane.compare(last, name_of(document.plan, last))
    body = document.plan.body.children[0]
    new = Paragraph(text=RichText.of("Việc mới của năm nay."))
    gone = next(node for node in document.plan.walk() if node.kind == "task")
    perform(document.plan, InsertNode(body.id, 0, new))
    perform(document.plan, RemoveNode(gone.id))
    perform(document.plan, SetField(body.id, "title", RichText.of("TÊN KHÁC HẲN")))
    pane.refresh()
    qtbot.waitUntil(lambda: pane.tree.topLevelItemCount() == 3 and pane.tree.topLevelItem(0).childCount() == 1)
    added, changed, dropped = (pane.tree.topLevelItem(at) for at in range(3))
    assert added.child(0).text(0) == "Việc mới của năm nay."
    assert any("TÊN KHÁC HẲN" in changed.child(at).text(0) for at in range(changed.childCount()))
    assert any(gone.title.plain in dropped.child(at).text(0) for at in range(dropped.childCount()))
    with qtbot.waitSignal(pane.node_selected) as told:
        pane.tree.activated.emit(pane.tree.indexFromItem(added.child(0)))
    assert told.args[0] == new.id
    pane.close_work()


def test_a_comparison_within_one_year_names_no_year() -> None:
    plan = sample_plan()
    assert name_of(plan, copy.deepcopy(plan)) == "So với bản trước"


def test_the_first_list_that_holds_something_is_opened(qtbot) -> None:
    plan = Plan(period=PlanPeriod(start=2026, end=2026))
    plan.signature = Signature(lines=("CHỦ TỊCH",), name="Lê Thị Mẫu")
    page = RolloverPage(plan, propose_for(plan, 2027))
    qtbot.addWidget(page)
    assert not page.rollover.changes
    assert page.tab == "questions"
    assert current(page).old == "Lê Thị Mẫu"
    page.tabs.setCurrentIndex(0)
    assert page.detail.isHidden()


def test_done_tasks_stay_behind_and_are_told(qtbot) -> None:
    plan = sample_plan()
    done = next(node for node in plan.walk() if node.kind == "task")
    done.status = TaskStatus.DONE
    page = RolloverPage(plan, propose_for(plan, 2027))
    qtbot.addWidget(page)
    assert done.id in [entry.node for entry in page.rollover.dropped]
    assert done.id not in [node.origin for node in page.choices.draft().walk()]


def test_last_years_file_becomes_this_years_document_in_twelve_actions(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch
) -> None:
    """The whole journey with real widgets; the decisions in the wizard's lists are the clerk's own and do not count."""
    plan = sample_plan()
    plan.number = "07"
    source, out = tmp_path / "nam-truoc.docx", tmp_path / "nam-nay.docx"
    source.write_bytes(_without_carried(render_docx(plan)))
    actions = 0

    monkeypatch.setattr(incoming_module, "ask_open_path", lambda *_a: source)
    window.incoming.last_year.menu().aboutToShow.emit()
    actions += 1  # "Từ năm trước"
    window.incoming.from_file.trigger()
    actions += 2  # "Từ tệp của năm trước…", the file in the system's dialog
    qtbot.waitUntil(lambda: window.incoming.review is not None, timeout=60000)
    qtbot.mouseClick(window.incoming.review.head.roll, Qt.MouseButton.LeftButton)
    actions += 1
    qtbot.waitUntil(lambda: window.incoming.route.page is not None, timeout=30000)
    qtbot.mouseClick(window.incoming.route.page.make, Qt.MouseButton.LeftButton)
    actions += 1
    qtbot.waitUntil(lambda: window.editor is not None, timeout=30000)
    assert window.editor.document.plan.year == 2027
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_a: out)
    with qtbot.waitSignal(window.files.written, timeout=60000):
        window.out.to_docx.trigger()
    actions += 2  # "Xuất DOCX", the place in the system's dialog
    assert out.stat().st_size > 2000
    assert actions <= 12


def _without_carried(document: bytes) -> bytes:
    """The DOCX as Word would have made it: without the plan that our own files carry."""
    import io
    import zipfile

    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.startswith("customXml"):
                content = old.read(name)
                if name.endswith(".rels") or name == "[Content_Types].xml":
                    content = _without_parts(content)
                new.writestr(name, content)
    return kept.getvalue()


def _without_parts(content: bytes) -> bytes:
    import re

    return re.sub(rb"<(?:Relationship|Override)\b[^>]*customXml[^>]*/>", b"", content)

"""What could not be saved is put into safety, offered again at the next start until it is answered, and never lost."""

from __future__ import annotations

import copy
import os
from contextlib import closing
from pathlib import Path

import pytest

from db.store import PlanStore
from desktop import library_told as told_module
from desktop.main_window import MainWindow
from desktop.rescue import Rescue
from documents.package import read_package
from plans.changes import SetField
from plans.errors import Trouble
from plans.plan import PLAN_ID, Plan


@pytest.fixture
def library(tmp_path: Path, small_plan: Plan) -> Path:
    path = tmp_path / "Thư viện của xã" / "kế hoạch.db"
    with closing(PlanStore.open(path)) as store:
        store.save(small_plan, None)
    return path


@pytest.fixture
def rescue(library: Path, tmp_path: Path) -> Rescue:
    """What an earlier run put into safety."""
    return Rescue(library, tmp_path / "Documents")


@pytest.fixture
def start(open_window, monkeypatch):
    """Start the program on the library, as often as asked."""
    monkeypatch.setattr(told_module, "ask_whether_to_keep", lambda *_a: False)
    return open_window


def typed_on(plan: Plan, subject: str) -> Plan:
    """The plan as it was on the screen when it could not be saved."""
    found = copy.deepcopy(plan)
    found.subject = subject
    return found


def quiet(window: MainWindow, qtbot) -> bool:
    """Whether nothing is offered, now that the files have been looked at."""
    done: list[object] = []
    window.library.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20000)
    return not window.rescued.isVisible()


def test_a_rescue_copy_of_a_plan_here_is_offered_opens_as_the_plan_and_the_former_state_is_kept(
    start, rescue: Rescue, small_plan: Plan, qtbot
) -> None:
    path = rescue.write(typed_on(small_plan, "Gõ lúc đĩa đầy"))
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    assert "Gõ lúc đĩa đầy" in window.rescued.title.text()
    assert "Các bản đã lưu" in window.rescued.words.text()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.rescued.open.click()
    assert window.editor.document.plan.subject == "Gõ lúc đĩa đầy"
    assert not window.rescued.isVisible()
    assert (path.parent / "da-xem" / path.name).exists()
    with closing(PlanStore.open(window.library.path)) as store:
        assert store.load(small_plan.id).plan.subject == "Gõ lúc đĩa đầy"
        kept = [store.version(version.key).subject for version in store.versions(small_plan.id)]
    assert small_plan.subject in kept
    window.close()
    assert quiet(start(), qtbot)


def test_a_rescue_copy_of_a_plan_that_never_got_into_the_library_is_added(start, rescue: Rescue, qtbot) -> None:
    rescue.write(Plan(subject="Chưa từng lưu"))
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.rescued.open.click()
    assert window.editor.document.plan.subject == "Chưa từng lưu"
    with closing(PlanStore.open(window.library.path)) as store:
        assert len(store.list()) == 2


def test_what_is_not_wanted_is_put_aside_and_not_offered_again(start, rescue: Rescue, small_plan: Plan, qtbot) -> None:
    first = rescue.write(typed_on(small_plan, "Bản thứ nhất"))
    second = rescue.write(Plan(subject="Bản thứ hai"))
    os.utime(first, (1, 1))
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    assert "Bản thứ hai" in window.rescued.title.text()
    assert "Còn 1 bản cứu hộ nữa." in window.rescued.words.text()
    window.rescued.dismiss.click()
    assert "da-xem" in window.notices.text
    assert "Bản thứ nhất" in window.rescued.title.text()
    window.rescued.dismiss.click()
    assert not window.rescued.isVisible()
    aside = sorted(read_package(p.parent / "da-xem" / p.name).subject for p in (first, second))
    assert aside == ["Bản thứ hai", "Bản thứ nhất"]
    window.close()
    assert quiet(start(), qtbot)


def test_a_copy_of_what_the_library_holds_is_not_offered(start, rescue: Rescue, small_plan: Plan, qtbot) -> None:
    path = rescue.write(small_plan)
    assert quiet(start(), qtbot)
    assert (path.parent / "da-xem" / path.name).exists()


def test_a_rescue_copy_that_cannot_be_read_is_told_and_stays(start, rescue: Rescue, small_plan: Plan, qtbot) -> None:
    path = rescue.write(typed_on(small_plan, "Sẽ hỏng"))
    path.write_bytes(path.read_bytes()[:60])
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    assert str(path) in window.rescued.title.text()
    assert not window.rescued.open.isEnabled()
    window.rescued.dismiss.click()
    assert (path.parent / "da-xem" / path.name).exists()


def test_a_copy_that_cannot_come_in_stays_offered(start, rescue: Rescue, qtbot, monkeypatch) -> None:
    path = rescue.write(Plan(subject="Đĩa vẫn đầy"))
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    monkeypatch.setattr(PlanStore, "save", full)
    with qtbot.waitSignal(window.library.troubled, timeout=20000):
        window.rescued.open.click()
    qtbot.waitUntil(window.rescued.open.isEnabled, timeout=5000)
    assert path.exists()
    assert "ổ đĩa đã đầy" in window.notices.text


def test_the_offer_waits_at_home_while_a_plan_is_open(start, rescue: Rescue, small_plan: Plan, qtbot) -> None:
    rescue.write(Plan(subject="Chưa từng lưu"))
    window = start()
    qtbot.waitUntil(window.rescued.isVisible, timeout=10000)
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    assert not window.rescued.isVisible()
    window.back.trigger()
    assert window.rescued.isVisible()


def test_no_rescue_copy_is_written_over_another(library: Path, tmp_path: Path, small_plan: Plan) -> None:
    """Two plans of one name, and the copy of an earlier run, each keep their file."""
    earlier, now = (Rescue(library, tmp_path / "Documents") for _run in "ab")
    earlier.write(typed_on(small_plan, "Trùng tên"))
    for words in ("Trùng tên", "Trùng tên"):
        now.write(Plan(subject=words))
    again = Plan(subject="Trùng tên", topic="một")
    now.write(again)
    again.topic = "hai"
    assert now.write(again) in now.waiting()
    assert len(now.waiting()) == 4
    assert sorted(read_package(path).topic for path in now.waiting()) == ["", "", "", "hai"]


def test_where_the_librarys_folder_takes_nothing_the_documents_do(library: Path, tmp_path: Path) -> None:
    (library.parent / "cuu-ho").write_text("a file is in the way", encoding="utf-8")
    rescue = Rescue(library, tmp_path / "Documents")
    path = rescue.write(Plan(subject="Ở nơi khác"))
    assert path.parent == tmp_path / "Documents" / "cuu-ho"
    assert rescue.waiting() == [path]


def full(*_args: object) -> int:
    raise Trouble("library-not-writable", path="x", reason="ổ đĩa đã đầy")


@pytest.fixture
def writing(start, small_plan: Plan, qtbot, monkeypatch) -> MainWindow:
    """A plan is open, and the library takes nothing any more."""
    window = start()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    monkeypatch.setattr(PlanStore, "save", full)
    return window


def type_and_fail(window: MainWindow, qtbot, subject: str) -> None:
    with qtbot.waitSignal(window.library.save_failed, timeout=5000):
        window.editor.document.edit(SetField(PLAN_ID, "subject", subject))
        window.editor.save_now()


def test_once_the_library_takes_the_text_again_its_rescue_copy_is_put_aside(
    writing: MainWindow, qtbot, monkeypatch
) -> None:
    type_and_fail(writing, qtbot, "Chưa lưu được")
    (path,) = writing.rescue.waiting()
    monkeypatch.undo()
    with qtbot.waitSignal(writing.library.saved, timeout=5000):
        writing.editor.save_now()
        writing.editor.autosave.save()
    assert writing.rescue.waiting() == []
    assert (path.parent / "da-xem" / path.name).exists()


def nowhere(_rescue: Rescue, _plan: Plan) -> Path:
    raise Trouble("file-not-writable", path="x", reason="ổ đĩa đã đầy")


def test_where_no_place_takes_the_text_the_clerk_is_asked_for_one(
    writing: MainWindow, qtbot, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Rescue, "write", nowhere)
    type_and_fail(writing, qtbot, "Chỉ còn trong cửa sổ")
    assert "đừng đóng" in writing.notices.text
    answers = iter([None, tmp_path / "khong-co" / "x.kehoach", tmp_path / "usb.kehoach"])
    monkeypatch.setattr(told_module, "ask_save_path", lambda *_a: next(answers))
    for _answer in "called off", "no such folder":
        writing.notices._button.click()
        assert "đừng đóng" in writing.notices.text
    writing.notices._button.click()
    assert read_package(tmp_path / "usb.kehoach").subject == "Chỉ còn trong cửa sổ"
    assert "usb.kehoach" in writing.notices.text


def test_a_window_with_text_that_no_place_took_asks_before_it_goes(
    writing: MainWindow, qtbot, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Rescue, "write", nowhere)
    type_and_fail(writing, qtbot, "Chỉ còn trong cửa sổ")
    asked: list[str] = []
    answers = iter([None, tmp_path / "usb.kehoach"])

    def keep(_window: object, plan: Plan, _trouble: Trouble) -> bool:
        asked.append(plan.subject)
        return True

    monkeypatch.setattr(told_module, "ask_whether_to_keep", keep)
    monkeypatch.setattr(told_module, "ask_save_path", lambda *_a: next(answers))
    writing.close()
    assert asked == ["Chỉ còn trong cửa sổ"] * 2
    assert read_package(tmp_path / "usb.kehoach").subject == "Chỉ còn trong cửa sổ"

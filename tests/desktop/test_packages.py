"""Packages between two computers over a USB stick: which state is newer is told, and nothing is lost whatever is chosen."""

from __future__ import annotations

import copy
from contextlib import closing
from pathlib import Path

import pytest

from db.records import VersionReason
from db.store import PlanStore
from desktop.main_window import MainWindow
from documents.package import package_bytes, read_history, read_package
from plans import codec
from plans.plan import Plan


@pytest.fixture
def theirs(small_plan: Plan) -> Plan:
    """What a colleague made of the plan."""
    changed = copy.deepcopy(small_plan)
    changed.subject = "Chăm lo vườn trường, bản của đồng nghiệp"
    return changed


@pytest.fixture
def window(open_window, tmp_path: Path, small_plan: Plan) -> MainWindow:
    with closing(PlanStore.open(tmp_path / "lib" / "kehoach.db")) as store:
        store.save(small_plan, None)
        store.keep_version(small_plan, VersionReason.EXPORT)
    return open_window()


@pytest.fixture
def receive(window, qtbot, tmp_path):
    """Read a package with this plan and history; return how it stands to ours."""

    def read(plan: Plan, history: tuple[str, ...] = ()) -> str:
        path = tmp_path / "usb.kehoach"
        path.write_bytes(package_bytes(plan, history))
        with qtbot.waitSignal(window.incoming.packages.asked, timeout=30000) as told:
            window.incoming.read_file(path)
        assert window.incoming.packages.isVisible()
        return told.args[0]

    return read


@pytest.fixture
def make_package(tmp_path):
    """Make a plan of this subject and its package."""

    def make(subject: str) -> tuple[Plan, Path]:
        plan, path = Plan(subject=subject), tmp_path / "moi.kehoach"
        path.write_bytes(package_bytes(plan))
        return plan, path

    return make


def change_ours(tmp_path: Path, plan: Plan) -> None:
    """Go on with our own plan."""
    with closing(PlanStore.open(tmp_path / "lib" / "kehoach.db")) as store:
        stored = store.load(plan.id)
        stored.plan.place = "Suối Lim"
        store.save(stored.plan, stored.revision)


def test_a_package_made_from_our_state_is_newer_and_ours_is_kept_when_it_is_taken(
    window, receive, theirs, small_plan, qtbot
) -> None:
    assert receive(theirs, (codec.fingerprint(small_plan),)) == "newer"
    assert "mới hơn" in window.incoming.packages.words.text()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.incoming.packages.take.click()
    assert window.editor.document.plan == theirs
    store = PlanStore.open(window.library.path)
    assert small_plan in [store.version(version.key) for version in store.versions(theirs.id)]
    store.close()


def test_a_package_of_a_state_we_had_is_older_and_keeping_ours_changes_nothing(
    window, receive, small_plan, tmp_path
) -> None:
    change_ours(tmp_path, small_plan)
    assert receive(small_plan) == "older"
    window.incoming.packages.keep.click()
    assert not window.incoming.packages.isVisible()
    store = PlanStore.open(window.library.path)
    assert [store.load(found.id).plan.place for found in store.list()] == ["Suối Lim"]
    store.close()


def test_where_both_went_on_both_are_kept(window, receive, theirs, small_plan, tmp_path, qtbot) -> None:
    history = (codec.fingerprint(small_plan),)
    change_ours(tmp_path, small_plan)
    assert receive(theirs, history) == "both"
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.incoming.packages.both.click()
    store = PlanStore.open(window.library.path)
    assert {found.subject for found in store.list()} == {small_plan.subject, theirs.subject}
    store.close()


def test_what_is_being_typed_in_the_open_plan_is_kept_when_the_package_is_taken(
    window, receive, theirs, small_plan, qtbot
) -> None:
    from plans.changes import SetField
    from plans.plan import PLAN_ID

    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    window.editor.document.edit(SetField(PLAN_ID, "place", "gõ dở"))
    assert receive(theirs, (codec.fingerprint(small_plan),)) == "both"
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.incoming.packages.take.click()
    store = PlanStore.open(window.library.path)
    assert "gõ dở" in [store.version(version.key).place for version in store.versions(theirs.id)]
    assert store.load(theirs.id).plan == theirs
    store.close()


def test_a_package_there_and_back_again_is_newer(window, small_plan, tmp_path, monkeypatch, qtbot, receive) -> None:
    from desktop import exports as exports_module

    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "di.kehoach")
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_package.trigger()
    with closing(PlanStore.open(tmp_path / "other.db")) as other:
        from db.arrivals import add_arrived

        add_arrived(other, read_package(tmp_path / "di.kehoach"))
        other.keep_version(small_plan, VersionReason.ARRIVAL)
        stored = other.load(small_plan.id)
        stored.plan.subject = "Sửa ở máy bên kia"
        other.save(stored.plan, stored.revision)
        history = tuple(other.fingerprints(small_plan.id))
    assert receive(stored.plan, history) == "newer"
    assert read_history(tmp_path / "di.kehoach") == (codec.fingerprint(small_plan),)


def test_a_package_new_here_is_opened_and_its_state_is_remembered(window, make_package, qtbot) -> None:
    plan, path = make_package("Vệ sinh đường làng năm 2026")
    with qtbot.waitSignals([window.plan_shown, window.library.versions.kept], timeout=30000):
        window.incoming.read_file(path)
    assert window.editor.document.plan == plan
    with closing(PlanStore.open(window.library.path)) as store:
        assert store.fingerprints(plan.id) == [codec.fingerprint(plan)]

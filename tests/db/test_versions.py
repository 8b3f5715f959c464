"""Versions of a plan, and the copy it was issued as."""

from __future__ import annotations

import copy

import pytest

from db import versions
from db.records import VersionReason
from db.store import PlanStore
from plans.errors import Trouble
from plans.plan import Plan


@pytest.fixture
def saved(store: PlanStore, office_plan: Plan) -> Plan:
    store.save(office_plan, None)
    return office_plan


def renamed(plan: Plan, subject: str) -> Plan:
    changed = copy.deepcopy(plan)
    changed.subject = subject
    return changed


def test_a_version_gives_the_plan_back_as_it_was(store: PlanStore, saved: Plan):
    store.keep_version(saved, VersionReason.EXPORT)
    store.save(renamed(saved, "về việc khác"), 1)
    (only,) = store.versions(saved.id)
    assert only.why is VersionReason.EXPORT
    assert store.version(only.key) == saved


def test_versions_are_listed_newest_first(store: PlanStore, saved: Plan):
    for subject in ("một", "hai", "ba"):
        store.keep_version(renamed(saved, subject), VersionReason.EXPORT)
    assert [store.version(v.key).subject for v in store.versions(saved.id)] == ["ba", "hai", "một"]


def test_the_same_content_is_kept_once_in_a_row(store: PlanStore, saved: Plan):
    for subject in ("một", "một", "hai", "một"):
        store.keep_version(renamed(saved, subject), VersionReason.EXPORT)
    assert len(store.versions(saved.id)) == 3


def test_an_issue_is_kept_though_the_content_is_the_same(store: PlanStore, saved: Plan):
    store.keep_version(saved, VersionReason.EXPORT)
    store.keep_version(saved, VersionReason.ISSUE)
    assert [v.why for v in store.versions(saved.id)] == [VersionReason.ISSUE, VersionReason.EXPORT]


def test_the_oldest_exports_go_when_there_are_too_many_but_issues_stay(
    store: PlanStore, saved: Plan, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(versions, "MOST", 5)
    store.keep_version(renamed(saved, "ban hành"), VersionReason.ISSUE)
    for count in range(9):
        store.keep_version(renamed(saved, f"lần {count}"), VersionReason.EXPORT)
    subjects = [store.version(v.key).subject for v in store.versions(saved.id)]
    assert subjects == ["lần 8", "lần 7", "lần 6", "lần 5", "ban hành"]


def test_versions_outlive_the_trash_and_end_with_the_plan(store: PlanStore, saved: Plan):
    store.keep_version(saved, VersionReason.EXPORT)
    (only,) = store.versions(saved.id)
    store.trash(saved.id)
    assert store.versions(saved.id) == [only]
    store.delete(saved.id)
    with pytest.raises(Trouble, match="version-unknown"):
        store.version(only.key)


def test_a_plan_the_library_does_not_hold_has_no_versions(store: PlanStore):
    with pytest.raises(Trouble, match="plan-unknown"):
        store.keep_version(Plan(), VersionReason.EXPORT)
    with pytest.raises(Trouble, match="plan-unknown"):
        store.versions("0" * 32)


def test_the_issued_copy_is_kept_byte_for_byte_and_saving_leaves_it(store: PlanStore, saved: Plan):
    assert store.issued(saved.id) is None
    store.freeze_issued(saved.id, b"PK\x03\x04 docx", "2026-11-01")
    store.save(renamed(saved, "về việc khác"), 1)
    kept = store.issued(saved.id)
    assert kept is not None
    assert (kept.document, kept.rules) == (b"PK\x03\x04 docx", "2026-11-01")


def test_a_plan_issued_anew_has_one_copy(store: PlanStore, saved: Plan):
    store.freeze_issued(saved.id, b"one", "a")
    store.freeze_issued(saved.id, b"two", "b")
    kept = store.issued(saved.id)
    assert kept is not None
    assert kept.document == b"two"
    with pytest.raises(Trouble, match="plan-unknown"):
        store.freeze_issued("0" * 32, b"", "")

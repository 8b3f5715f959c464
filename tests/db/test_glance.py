"""The first look says the same as the store, and leaves whatever is unusual to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import glance as glance_module
from db.glance import glance
from db.schema import CURRENT
from db.store import PlanStore
from plans.blank import blank_plan
from plans.sample import sample_plan


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "thư viện số 1.db"
    store = PlanStore.open(path)
    for plan in (sample_plan(), blank_plan(2026), blank_plan(2027)):
        store.save(plan, expected_revision=None)
    store.trash(store.list()[0].id)
    store.close()
    return path


def test_the_first_look_says_what_the_store_says(library: Path) -> None:
    store = PlanStore.open(library)
    expected = store.list(), store.trashed()
    store.close()
    assert glance(library) == expected
    assert len(expected[0]) == 2


def test_the_first_look_knows_the_newest_schema() -> None:
    assert glance_module.SCHEMA == CURRENT


def test_no_library_yet_is_left_to_the_store(tmp_path: Path) -> None:
    assert glance(tmp_path / "chua-co.db") is None
    assert not (tmp_path / "chua-co.db").exists()


def test_the_first_look_leaves_no_trace_beside_the_library(library: Path) -> None:
    glance(library)
    assert [path.name for path in library.parent.iterdir()] == [library.name]


def test_a_damaged_library_is_left_to_the_store(tmp_path: Path) -> None:
    path = tmp_path / "hong.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    assert glance(path) is None


def test_another_schema_is_left_to_the_store(library: Path, monkeypatch) -> None:
    monkeypatch.setattr(glance_module, "SCHEMA", "0000")
    assert glance(library) is None

"""A plan package: equal plans give equal bytes; a newer or damaged one is refused with a sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.package import MIMETYPE, package_bytes, read_package
from documents.stored_plans import MAX_DEPTH
from plans import codec
from plans.errors import Trouble
from plans.nodes import Bullet, Paragraph
from plans.plan import Plan
from plans.sample import sample_plan


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_plan_comes_back_from_its_package_as_it_was(tmp_path: Path):
    path = write(tmp_path / "mẫu.kehoach", package_bytes(sample_plan()))
    assert read_package(path) == sample_plan()


def test_notes_that_never_print_are_kept(tmp_path: Path):
    plan = Plan(note="nhắc riêng")
    plan.body.children.append(Paragraph(note="hỏi lại"))
    assert read_package(write(tmp_path / "a.kehoach", package_bytes(plan))) == plan


def test_equal_plans_give_equal_bytes_without_a_clock(monkeypatch: pytest.MonkeyPatch):
    first = package_bytes(sample_plan())
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: pytest.fail("a clock was asked"))
    assert package_bytes(sample_plan()) == first


def test_the_package_is_the_one_that_the_page_on_formats_describes(tmp_path: Path):
    path = write(tmp_path / "a.kehoach", package_bytes(sample_plan()))
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        assert [member.filename for member in members] == ["mimetype", "plan.json"]
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
        assert members[0].compress_type == zipfile.ZIP_STORED
        assert archive.read("mimetype").decode() == MIMETYPE
        assert json.loads(archive.read("plan.json"))["version"] == codec.VERSION


def code(path: Path) -> str:
    with pytest.raises(Trouble) as caught:
        read_package(path)
    assert caught.value.data["path"] == path
    return caught.value.code


def test_a_package_of_a_later_version_is_refused(zip_file: Callable[..., Path]):
    text = json.dumps({"version": codec.VERSION + 1, "future": []})
    assert code(zip_file({"mimetype": MIMETYPE, "plan.json": text}, "mới.kehoach")) == "file-newer"


def test_another_archive_holds_no_plan(zip_file: Callable[..., Path]):
    assert code(zip_file({"a.txt": "x"}, "lạ.kehoach")) == "file-no-plan"


def test_a_truncated_package_is_damaged(tmp_path: Path):
    data = package_bytes(sample_plan())
    for cut in (3, 40, len(data) // 2, len(data) - 4):
        assert code(write(tmp_path / "a.kehoach", data[:cut])) == "file-truncated"


def test_an_empty_package_is_said_to_be_empty(tmp_path: Path):
    assert code(write(tmp_path / "a.kehoach", b"")) == "file-empty"


def test_what_is_no_archive_is_damaged(tmp_path: Path):
    assert code(write(tmp_path / "a.kehoach", b"Ke hoach nam 2026")) == "file-truncated"


def nested(depth: int) -> str:
    plan = Plan(id="p")
    holder = Bullet(id="0")
    plan.body.children.append(holder)
    for number in range(1, depth):
        below = Bullet(id=str(number))
        holder.children.append(below)
        holder = below
    return codec.dumps(plan)


BULLET = {"kind": "bullet", "id": "x", "text": "a"}
CELL = {"text": "a"}


@pytest.mark.parametrize(
    "values",
    [
        [],
        {"version": 1, "body": 3},
        {"version": 1, "body": [{"kind": "unknown"}]},
        {"version": 1, "body": [BULLET, BULLET]},
        {"version": 1, "body": [BULLET | {"id": "body"}]},
        {"version": 1, "body": [{"kind": "recipient", "id": "r", "text": "a"}]},
        {"version": 1, "bases": [BULLET]},
        {"version": 1, "body": [BULLET | {"text": "\ud800"}]},
        {"version": 1, "body": [{"kind": "table", "id": "t", "rows": [[CELL | {"colspan": 0}]]}]},
        {"version": 1, "body": [{"kind": "table", "id": "t", "rows": [[CELL | {"rowspan": 5}]]}]},
        {"version": 1, "body": [{"kind": "table", "id": "t", "widths": [-1.0]}]},
        {"version": 1, "subject": 5},
    ],
)
def test_values_that_break_the_rules_of_a_plan_are_damage(zip_file: Callable[..., Path], values: object):
    assert code(zip_file({"plan.json": json.dumps(values)}, "a.kehoach")) == "file-truncated"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, nested(MAX_DEPTH + 1), "\xff"])
def test_text_that_is_no_plan_is_damage(zip_file: Callable[..., Path], text: str):
    assert code(zip_file({"plan.json": text.encode("latin-1")}, "a.kehoach")) == "file-truncated"


def test_a_deep_plan_within_the_limit_is_read(zip_file: Callable[..., Path]):
    plan = read_package(zip_file({"plan.json": nested(MAX_DEPTH)}, "a.kehoach"))
    assert sum(1 for _ in plan.walk()) == MAX_DEPTH

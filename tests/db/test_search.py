"""Words are found as clerks type them, with and without accents."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from db.records import SearchHit
from db.store import PlanStore
from plans.nodes import Cell, Paragraph, Table, Task
from plans.plan import PLAN_ID, Plan
from plans.text import RichText

Find = Callable[[str], list[str]]


@pytest.fixture
def find(store: PlanStore, make_plan: Callable[..., Plan]) -> Find:
    """Search a library whose nodes are named by what they say; returns their ids."""
    texts = {
        "giáo dục": "Nâng cao chất lượng giáo dục mầm non",
        "giao dục": "Bàn giao dục cụ lao động",
        "đường": "Sửa đường giao thông; trồng cây hai bên, không để đức tính xấu",
        "hoá": "Bảo tồn di sản văn hoá",
        "số hiệu": 'Thực hiện Nghị quyết 71-NQ/TW "đột phá"',
    }
    nodes = [Paragraph(id=name, text=RichText.of(words)) for name, words in texts.items()]
    table = Table(id="bảng", rows=[[Cell(text=RichText.of("Trường Sơn Ca", bold=True)), Cell()]])
    task = Task(id="việc", title=RichText.of("Tập huấn"), lead=["Trạm Y tế"], products=["Báo cáo"], deadline="Quý II")
    task.leaders = ["Đồng chí Lò Thị Mẫu"]
    store.save(make_plan("Phát triển đô thị", *nodes, table, task), None)
    return lambda words: [hit.node_id for hit in store.search(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("giao duc", {"giáo dục", "giao dục", "đường"}),
        ("giáo dục", {"giáo dục"}),
        ("duong", {"đường"}),
        ("đường", {"đường"}),
        ("ĐƯỜNG", {"đường"}),
        ("văn hóa", {"hoá"}),
        ("văn hoá", {"hoá"}),
        ("mầm n", {"giáo dục"}),
        ("mầm n ", set()),
        ("71-NQ/TW", {"số hiệu"}),
        ('"đột phá', {"số hiệu"}),
        ("son ca", {"bảng"}),
        ("trạm y tế", {"việc"}),
        ("lo thi mau", {"việc"}),
        ("do thi", {PLAN_ID}),
        ("gia\u0301o du\u0323c", {"giáo dục"}),
        ("không có ở đâu", set()),
    ],
)
def test_words_find_the_places_that_hold_them(find: Find, words: str, found: set[str]):
    assert set(find(words)) == found


def test_words_side_by_side_come_before_words_apart(find: Find):
    assert find("giao duc")[-1] == "đường"


def test_places_of_the_newest_plan_come_first_in_the_order_of_its_text(
    store: PlanStore, make_plan: Callable[..., Plan]
):
    for name in ("cũ", "mới"):
        nodes = [Paragraph(id=f"{name} {at}", text=RichText.of("Sửa kênh mương nội đồng")) for at in (1, 2)]
        store.save(make_plan(f"Thủy lợi {name}", *nodes), None)
    assert [hit.node_id for hit in store.search("kênh mương")] == ["mới 1", "mới 2", "cũ 1", "cũ 2"]


@pytest.mark.parametrize(
    "words", ["", "  ", "-", "\"'", "***", "NOT", "a AND", "{qq} :", "(", "\0", "\ufdd0", "NEAR(a"]
)
def test_signs_and_words_of_the_query_language_are_only_words(find: Find, words: str):
    assert find(words) == []


def test_a_hit_shows_the_text_as_written_with_the_words_marked(store: PlanStore, make_plan: Callable[..., Plan]):
    long = "Mở đầu dài dòng, " * 9 + "rồi mới tới văn hoá cơ sở" + " và còn tiếp nữa" * 20
    store.save(make_plan("Văn", Paragraph(text=RichText.of(long))), None)
    (hit,) = store.search("van hoa ")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["văn hoá"]
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert hit.snippet.strip("…") in long
    assert len(hit.snippet) < 170


def test_a_hit_names_its_plan(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    (hit,) = store.search("trực đường dây")
    assert isinstance(hit, SearchHit)
    assert (hit.plan_id, hit.subject) == (office_plan.id, office_plan.subject)


def test_an_edited_plan_is_indexed_as_a_fresh_one_would_be(store: PlanStore, office_plan: Plan, tmp_path: Path):
    section = office_plan.body.children[0]
    store.save(office_plan, None)
    section.children.insert(0, Paragraph(text=RichText.of("Dòng mới")))
    del section.children[3]
    store.save(office_plan, 1)
    with closing(PlanStore.open(tmp_path / "fresh.db")) as fresh:
        fresh.save(office_plan, None)
        assert index_of(store) == index_of(fresh)
    assert [hit.snippet for hit in store.search("dong moi")] == ["Dòng mới"]


def index_of(store: PlanStore) -> list[tuple[object, ...]]:
    with store._reading() as connection:
        found = connection.execute(text("SELECT rowid, shown, exact, folded FROM search ORDER BY rowid"))
        return [tuple(row) for row in found]

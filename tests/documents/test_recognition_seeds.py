"""The five real plans: words kept, head and end right, headings with label and depth against the truth."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from documents.inspection import inspect
from documents.measure import text_width_mm
from documents.reading.text import read_text, source_of
from documents.recognition import recognise

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not present")


def seed(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*.txt"))


def truth(number: str) -> dict[str, Any]:
    return json.loads((SEEDS / "truth" / f"{number}.json").read_text(encoding="utf-8"))


def seen(number: str) -> dict[str, Any]:
    return inspect(recognise(read_text(seed(number))))


def folded(text: str | None) -> str:
    plain = re.sub(r"[‐‑‒–—]", "-", " ".join(unicodedata.normalize("NFC", text or "").lower().split())).rstrip(" .:;")
    for old, new in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oạ", "ọa"), ("uỷ", "ủy")):
        plain = plain.replace(old, new)
    return plain


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_word_of_a_real_plan_is_lost(number: str) -> None:
    found = seen(number)
    assert found["text_kept"] >= 0.999
    assert found["unplaced"] == []


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_headings_agree_with_the_truth_in_label_depth_and_text(number: str) -> None:
    found = {(h["label"], h["depth"], folded(h["text"])) for h in seen(number)["headings"]}
    wanted = [(h["label"], h["depth"], folded(h["text"])) for h in truth(number)["headings"]]
    assert [heading for heading in wanted if heading not in found] == []


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_head_and_end_agree_with_the_truth(number: str) -> None:
    found, wanted = seen(number), truth(number)
    assert found["letterhead"]["agency"] == wanted["agency"]
    for ours, theirs in (
        ("number", "number"),
        ("symbol", "symbol"),
        ("place", "place"),
        ("date", "date"),
        ("title", "doc_type"),
    ):
        assert found[ours] == wanted[theirs], ours
    assert folded(found["subject"]) == folded(wanted["subject"])
    assert len(found["bases"]) == wanted["legal_bases_count"]
    assert [*map(folded, found["recipients"]), folded(found["archive"])] == list(map(folded, wanted["recipients"]))
    assert found["signature"] == {"lines": wanted["signer"]["authority"], "name": wanted["signer"]["name"]}


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_units_and_roadmap_years_agree_with_the_truth(number: str) -> None:
    found, wanted = seen(number), truth(number)
    assert sorted(folded(a["unit"]) for a in found["assignments"]) == sorted(map(folded, wanted["units"]))
    assert [year["year"] for year in found["roadmap"]] == wanted["roadmap_years"]


def test_the_largest_plan_has_its_tasks_and_its_appendix() -> None:
    found = seen("003")
    assert len(found["tasks"]) == 64
    assert all(
        task["lead"] and task["coordinating"] and task["products"] and task["deadline"] for task in found["tasks"]
    )
    assert found["tables"] == [{"rows": 43, "columns": 6, "title": None}]
    assert len(found["appendices"]) == 1


def test_the_plan_with_tables_has_its_note_of_nine_items_and_its_units() -> None:
    found = recognise(read_text(seed("002")))
    notes = inspect(found)["footnotes"]
    assert len(notes) == 1
    assert found.plan.footnotes.children[0].text.plain.count("\n") == 9  # type: ignore[attr-defined]
    assert len(inspect(found)["tables"]) >= 9
    assert len(inspect(found)["assignments"]) == 4


def test_bare_numbered_paragraphs_stay_paragraphs() -> None:
    found = seen("004")
    assert [h["depth"] for h in found["headings"]][:3] == [1, 1, 2]
    assert found["title"] == "KẾ HOẠCH HÀNH ĐỘNG"


def test_a_long_plan_is_recognised_at_once() -> None:
    source = read_text(seed("003"))
    start = time.process_time()
    recognise(source)
    assert time.process_time() - start < 3


def wrapped(text: str) -> list[str]:
    """Return ``text`` broken as a page of 160 mm breaks it, its first line indented."""
    lines, line, width = [], "", 12.7
    for word in text.split():
        step = text_width_mm(f" {word}" if line else word, 14)
        if line and width + step > 160:
            lines.append(line)
            line, width = word, text_width_mm(word, 14)
        else:
            line, width = f"{line} {word}".strip(), width + step
    return [*lines, line]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_plan_set_in_lines_with_page_numbers_reads_as_the_plan_it_was(blank: str) -> None:
    source = read_text(seed("004"))
    lines = [f"{line} {blank}" for block in source.blocks for line in wrapped(block.text.plain)]
    pages = [f"\f                {page}\n" for page in range(2, len(lines) // 38 + 3)]
    text = "\n".join(piece for at in range(0, len(lines), 38) for piece in [*lines[at : at + 38], pages[at // 38]])
    plain, set_in_lines = inspect(recognise(source)), inspect(recognise(source_of(text)))
    for key in ("headings", "assignments", "recipients", "signature", "subject", "bases", "roadmap", "unplaced"):
        assert set_in_lines[key] == plain[key], key

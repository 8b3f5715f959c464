"""Every part of a recognised plan leads back to where it stood in the source, and every block to what came of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from documents.reading.text import read_text, source_of
from documents.reading.text_lines import words
from documents.recognition import Recognition, recognise
from documents.recognition.accounting import texts_of
from documents.recognition.tracing import Trace, block_text, trace
from plans.plan import PLAN_ID, Plan

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
FIXTURES = sorted((Path(__file__).parent / "fixtures" / "text").glob("*.txt"))
EXAM = sorted(p for p in (Path(__file__).parents[1] / "score").rglob("*.txt"))
TEXTS = [*FIXTURES, *EXAM, *sorted(SEEDS.glob("*.txt"))]
FORM = (
    "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc số ngày tháng năm kh ubnd nơi nhận lưu như trên "
    "nội dung công việc phân công thực hiện chủ trì tham mưu phối hợp sản phẩm thời gian hoàn thành đơn vị cơ quan"
)
"""Words that the form prints itself."""


def read(path: Path) -> tuple[Recognition, Trace]:
    found = recognise(read_text(path))
    return found, trace(found.source, found.plan, found.report.unplaced)


def held(plan: Plan) -> dict[str, Counter[str]]:
    """The words of each node with its label and the form's; of the head and the end too."""
    date = plan.date
    head = [plan.letterhead.parent, *plan.letterhead.agency, plan.number, plan.symbol, plan.place, plan.title]
    head += [plan.subject, f"{date.day} {date.month} {date.year} 0{date.day} 0{date.month}"]
    end = [plan.archive, plan.drafter_mark, str(plan.copies or ""), *plan.signature.lines, plan.signature.name]
    found = {PLAN_ID: words("\n".join(head)), "recipients": words("\n".join(end))}
    found |= {node.id: words("\n".join([node.source_label, *texts_of(node)])) for node in plan.walk()}
    return {owner: each + words(FORM) for owner, each in found.items()}


def share_linked(found: Recognition, links: Trace) -> float:
    """The share of the words of placed blocks that are linked to something that holds them."""
    holds = held(found.plan)
    aside = words("\n".join([*found.report.layout, *found.report.unplaced]))
    total = good = 0
    for at, block in enumerate(found.source.blocks):
        mine: Counter[str] = Counter()
        for owner in links.nodes[at]:
            mine |= holds[owner]
        for word in words(block_text(block)).elements():
            if word not in mine and aside[word]:
                continue
            total += 1
            good += word in mine
    return good / total


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_the_words_of_a_block_are_linked_to_what_holds_them(path: Path) -> None:
    found, links = read(path)
    assert share_linked(found, links) >= 0.99


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_what_found_no_place_leads_to_its_block(path: Path) -> None:
    found, links = read(path)
    for text, at in zip(found.report.unplaced, links.unplaced, strict=True):
        assert at is not None
        assert words(text) & words(block_text(found.source.blocks[at]))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_links_go_both_ways(path: Path) -> None:
    found, links = read(path)
    assert len(links.nodes) == len(found.source.blocks)
    there = {(owner, at) for at, owners in enumerate(links.nodes) for owner in owners}
    notes = {note.id for note in found.plan.footnotes.children}
    back = {(owner, at) for owner, places in links.blocks.items() for at in places if owner not in notes}
    assert there - back == set() or {owner for owner, _ in there - back} <= notes
    assert back - there == set()


PLAN = """UBND XÃ SUỐI LIM
KẾ HOẠCH
Trồng cây năm 2026

I. MỤC ĐÍCH
Trồng cây để có bóng mát.

II. NHIỆM VỤ
1. Trồng cây
a) Nội dung công việc: Trồng cây ven đường.
b) Chủ trì: Công an xã
2. Trồng cây
a) Nội dung công việc: Trồng cây ven suối.
b) Chủ trì: Trạm Y tế xã
"""


def test_of_two_equal_lines_each_leads_to_its_own() -> None:
    source = source_of(PLAN)
    plan = recognise(source).plan
    links = trace(source, plan)
    named = [n for n in plan.walk() if n.kind in ("task", "section") and next(texts_of(n)) == "Trồng cây"]
    first, second = (links.blocks[node.id] for node in named)
    assert first
    assert second
    assert max(first) < min(second)

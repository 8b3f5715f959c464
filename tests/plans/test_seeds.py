"""Citations and deadlines of the five real plans, where they are present beside the checkout."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from plans.citations import find_citations
from plans.periods import parse_period

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def _seed(number: str) -> str:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the seeds are not present")
    return " ".join(unicodedata.normalize("NFC", found[0].read_text("utf-8")).split())


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_number_with_a_symbol_after_a_type_is_found(number: str) -> None:
    text = _seed(number)
    codes = (
        r"(?:Nghị quyết|Kế hoạch|Quyết định|Công văn|Thông tư|Chỉ thị|Kết luận|Chương trình hành động) số (\d+)\s*[-/]"
    )
    found = {citation.number.split("/")[0] for citation in find_citations(text)}
    assert set(re.findall(codes, text)) <= found


def test_most_citations_with_a_date_have_their_issuer_and_date() -> None:
    text = _seed("001")
    dated = [citation for citation in find_citations(text) if citation.day]
    assert len(dated) > 8
    assert all(citation.month and citation.year for citation in dated)
    assert sum(bool(citation.issuer) for citation in dated) >= 0.8 * len(dated)


def test_nearly_all_deadlines_of_the_long_plan_are_understood() -> None:
    text = _seed("003")
    deadlines = re.findall(r"[a-e]\) \*?Thời gian(?: thực hiện)?\*?:? ([^.;:]{3,120})", text)
    assert len(deadlines) > 40
    lost = [deadline for deadline in deadlines if parse_period(deadline) is None]
    assert len(lost) <= 0.05 * len(deadlines), lost

"""The object of ``kehoach inspect``: its keys, and the account for the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from documents.account import as_text
from documents.inspection import inspect
from documents.reading.text import read_text, source_of
from documents.recognition import recognise

TEXTS = Path(__file__).parent / "fixtures" / "text"
KEYS = [
    "source", "letterhead", "number", "symbol", "place", "date", "title", "subject", "bases", "headings", "targets",
    "tasks", "roadmap", "assignments", "tables", "footnotes", "appendices", "recipients", "archive", "signature",
    "unplaced", "text_kept",
]  # fmt: skip


def test_the_keys_of_the_contract_are_all_there() -> None:
    found = inspect(recognise(read_text(TEXTS / "tasks.txt")))
    assert list(found) == KEYS
    assert json.loads(json.dumps(found)) == found


def test_what_the_source_has_not_is_null_or_empty() -> None:
    found = inspect(recognise(source_of("Các thôn trồng cây gây rừng trong tháng Giêng.")))
    nothing = [key for key in KEYS if found[key] in (None, [])]
    assert {"number", "symbol", "place", "title", "subject", "archive", "headings", "recipients", "tables"} <= set(
        nothing
    )
    assert found["date"] == {"day": None, "month": None, "year": None}
    assert found["letterhead"] == {"parent": None, "agency": []}
    assert found["signature"] == {"lines": [], "name": None}


def test_headings_leave_out_bullets_and_the_parts_of_tasks() -> None:
    found = inspect(recognise(read_text(TEXTS / "tasks.txt")))
    texts = [heading["text"] for heading in found["headings"]]
    assert "Rà soát, đơn giản hóa thủ tục hành chính" in texts
    assert not any(text.startswith(("Đơn vị chủ trì", "Nội dung")) for text in texts)
    assert all(heading["label"][:1] not in "-+*" for heading in found["headings"] if heading["label"])


def test_bases_listed_under_a_heading_of_the_body_are_bases() -> None:
    text = "KẾ HOẠCH\nTrồng cây\nI. CĂN CỨ\n- Luật Lâm nghiệp;\n- Kế hoạch của tỉnh.\nII. MỤC TIÊU\n- Trồng 200 cây.\n"
    assert inspect(recognise(source_of(text)))["bases"] == ["Luật Lâm nghiệp", "Kế hoạch của tỉnh"]


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*.txt")))
def test_the_account_for_the_terminal_names_issuer_signer_and_units(name: str) -> None:
    recognition = recognise(read_text(TEXTS / f"{name}.txt"))
    found, text = inspect(recognition), as_text(recognition)
    assert found["signature"]["name"] in text
    assert all(line in text for line in found["letterhead"]["agency"])
    assert all(assignment["unit"] in text for assignment in found["assignments"])

"""Labels as offices write them: what runs on, what begins anew, and what is out of order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.audit.audited import Audited
from documents.audit.checks.levels import labels
from documents.audit.components import locate
from documents.audit.flow import read_flow
from documents.audit.rules import load_rules
from documents.audit.word import open_package

WordFile = Callable[..., Path]
Faults = Callable[[str], list[str]]


@pytest.fixture
def faults(word_file: WordFile) -> Faults:
    """Return the texts that row 22 names in a document whose paragraphs are parted by bars."""

    def read(text: str) -> list[str]:
        body = "".join(f"<w:p><w:r><w:t>{line.strip()}</w:t></w:r></w:p>" for line in text.split("|"))
        path = word_file(body)
        flow = read_flow(open_package(path.read_bytes(), path))
        audited = Audited(flow=flow, parts=locate(flow), rules=load_rules())
        return [finding.where.text for finding in labels(audited, audited.rules.rules["ND30-22"]) or []]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "I. A | 1. Một | 2. Hai | II. B | 1. Một | 2. Hai",
        "I. A | 1. Một | a) Đầu | b) Sau | 2. Hai | a) Đầu",
        "I. A | 1. Một | 1.1. Con | 1.1.1. Cháu | 1.1.2. Cháu | 1.2. Con | 2. Hai | 2.1. Con",
        "I. A | 1. Một | a) Đầu | 1. Lồng | 2. Lồng | b) Sau | 2. Hai",
        "A. PHẦN CHUNG | I. Một | II. Hai | B. PHẦN RIÊNG | I. Một | II. Hai | C. PHẦN CUỐI | I. Một",
        "Phần I | I. Một | Phần II | I. Một | II. Hai",
        "I. A | * Nhiệm vụ: | 1. Một | 2. Hai | * Giải pháp: | 1. Một | 2. Hai",
        "I. A | a) Đầu | b) Sau | c) Nữa | d) Nữa | đ) Nữa | e) Nữa | g) Nữa | h) Cuối",
        "I. A | 1. Một | 30/11 hằng năm các trường báo cáo. | 2. Hai",
        "I. A | X-quang tại Trạm Y tế | Vitamin C. Cấp đủ | II. B",
    ],
)
def test_labels_that_run_on_are_no_fault(faults: Faults, text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I. A | III. C", "III. C"),
        ("I. A | II. B | II. C", "II. C"),
        ("I. A | 1. Một | 3. Ba", "3. Ba"),
        ("I. A | 1. Một | 1. Một nữa", "1. Một nữa"),
        ("I. A | 1. Một | 1.1. Con | 1.3. Con", "1.3. Con"),
        ("I. A | a) Đầu | c) Sau", "c) Sau"),
        ("I. A | a) Đầu | b) Sau | c) Nữa | d) Nữa | e) Nhảy", "e) Nhảy"),
        ("I. A | a) Đầu | f) Lạ", "f) Lạ"),
        ("I- MỤC ĐÍCH | II. B", "I- MỤC ĐÍCH"),
        ("I. A | 1) Một", "1) Một"),
        ("I. A | 1/ Một", "1/ Một"),
        ("I. A | a. Đầu", "a. Đầu"),
        ("I. A | a/ Đầu", "a/ Đầu"),
    ],
)
def test_a_label_out_of_order_or_with_another_sign_is_named(faults: Faults, text: str, wrong: str) -> None:
    assert faults(text) == [wrong]

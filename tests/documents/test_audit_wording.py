"""Wording: what the decree's Phụ lục II and its citation rules call wrong is named, and what is right is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.audit.audited import Audited
from documents.audit.checks import CHECKS
from documents.audit.components import locate
from documents.audit.flow import read_flow
from documents.audit.rules import load_rules
from documents.audit.word import open_package

WordFile = Callable[..., Path]
Found = Callable[[str, str], list[str]]


@pytest.fixture
def found(word_file: WordFile) -> Found:
    """Return what a rule names in a plan with one basis or one paragraph of text."""

    def read(code: str, text: str) -> list[str]:
        told = ["KẾ HOẠCH", *([text] if text.startswith("Căn cứ") else []), "I. MỤC ĐÍCH", text, "Các thôn thực hiện."]
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in told)
        path = word_file(body)
        flow = read_flow(open_package(path.read_bytes(), path))
        audited = Audited(flow=flow, parts=locate(flow), rules=load_rules())
        return sorted({f.found for f in CHECKS[code](audited, audited.rules.rules[code]) or []})

    return read


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("ND30-18", "Căn cứ Luật Tài nguyên nước số 28/2023/QH15;", "Luật Tài nguyên nước số 28/2023/QH15"),
        ("ND30-18", "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;", "Nghị định số 30/2020/NĐ-CP"),
        ("ND30-19", "Theo Nghị định số 110/2004/NĐ-CP về văn thư.", "Nghị định số 110/2004/NĐ-CP"),
        ("ND30-19", "Báo cáo UBND huyện Mường Sơn.", "UBND huyện"),
        ("ND30-36", "Thực hiện theo Khoản 2 Điều 5 của Quy chế.", "Khoản 2"),
        ("ND30-36", "Quy định tại Điểm a khoản 2 Điều 5.", "Điểm a"),
        ("ND30-36", "Thực hiện theo điều 5 của Quy chế.", "điều 5"),
        ("ND30-37", "Vận động nhân dân tham gia.", "nhân dân"),
        ("ND30-37", "Theo chủ trương của Đảng và nhà nước.", "Đảng và nhà nước"),
        ("ND30-37", "Trình Uỷ Ban Nhân Dân xã.", "Uỷ Ban Nhân Dân"),
        ("ND30-37", "Trên địa bàn Xã Suối Lim năm 2026.", "Xã "),
        ("ND30-38", "Rà soát TTHC tại các thôn.", "TTHC"),
        ("ND30-38", "Chúc mừng \U0001f389 các thôn.", "\U0001f389"),
        ("ND30-39", "Năm 2026 , các thôn thực hiện.", "2026 ,"),
        ("ND30-39", "Các thôn , bản thực hiện.", "thôn ,"),
    ],
)
def test_a_wrong_wording_is_named(found: Found, code: str, text: str, wrong: str) -> None:
    assert found(code, text) == [wrong]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ND30-18", "Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023;"),
        ("ND30-18", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"),
        ("ND30-19", "Báo cáo Ủy ban nhân dân tỉnh Lâm Sơn."),
        ("ND30-36", "Thực hiện theo khoản 2 Điều 5 và điểm a khoản 3 Điều 7."),
        ("ND30-36", "Khoản 2 Điều 5 được sửa đổi."),
        ("ND30-36", "Bảo đảm 100% điều kiện, điều 12 người đi học."),
        ("ND30-37", "Hội đồng nhân dân, Ủy ban nhân dân xã, Công an nhân dân và Nhân dân cùng làm."),
        ("ND30-37", "Tăng cường quản lý nhà nước, ngân sách nhà nước, cơ quan nhà nước."),
        ("ND30-37", "Các cơ quan trên địa bàn xã Suối Lim, tỉnh Lâm Sơn và Thành phố Hồ Chí Minh."),
        ("ND30-38", "Rà soát thủ tục hành chính (TTHC); công khai TTHC tại UBND xã theo Quyết định số 5/QĐ-UBND."),
        ("ND30-39", "Từ ngày 01/3/2026, các thôn ... thực hiện; báo cáo: 02 lần."),
    ],
)
def test_a_right_wording_is_left_alone(found: Found, code: str, text: str) -> None:
    assert found(code, text) == []

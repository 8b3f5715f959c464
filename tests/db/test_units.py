"""One unit, many spellings."""

from __future__ import annotations

import pytest

from db.units import unit_key

KEY = "phòng văn hóa xã hội"


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Văn hóa - Xã hội",
        "phòng Văn hoá – Xã hội;",
        "Phòng VH-XH",
        "Phòng VHXH",
        "PHÒNG VĂN HÓA VÀ XÃ HỘI",
        " Phòng  Văn hóa-Xã hội. ",
        "Phòng Va\u0306n ho\u0301a - Xã hội",
    ],
)
def test_spellings_of_one_unit_give_one_key(name: str):
    assert unit_key(name) == KEY


def test_other_units_have_other_keys():
    names = ["Phòng Kinh tế", "Văn phòng HĐND và UBND", "UBND xã", "Ủy ban MTTQ xã", "Thôn 1", "Thôn 2", "Thôn Đoài"]
    assert len({unit_key(name) for name in names}) == len(names)
    assert unit_key("Văn phòng HĐND và UBND") == unit_key("Văn phòng Hội đồng nhân dân - Uỷ ban nhân dân")


def test_a_name_without_words_has_an_empty_key():
    assert unit_key(" - ;") == unit_key("") == ""

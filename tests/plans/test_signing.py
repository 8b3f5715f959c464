from __future__ import annotations

import pytest

from plans.signing import WITH_OFFICE, SigningCase, signing_lines, signing_of

LINES = {
    SigningCase.CHAIR: ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    SigningCase.DEPUTY: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningCase.ACTING: ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
    SigningCase.ORDER: ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
    SigningCase.ORDER_DEPUTY: ("TL. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    SigningCase.AUTHORISED: ("TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningCase.OWN_CHAIR: ("CHỦ TỊCH",),
    SigningCase.OWN_DEPUTY: ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    SigningCase.UNIT_HEAD: ("TRƯỞNG PHÒNG",),
    SigningCase.UNIT_DEPUTY: ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
}


@pytest.mark.parametrize("case", LINES)
def test_each_case_prints_the_lines_of_the_decree(case):
    assert signing_lines(case) == LINES[case]


@pytest.mark.parametrize("case", LINES)
def test_the_case_is_told_from_its_lines(case):
    assert signing_of(LINES[case]).case is case


@pytest.mark.parametrize("case", sorted(WITH_OFFICE))
def test_the_office_of_a_units_head_is_told_too(case):
    assert signing_of(signing_lines(case, "Chánh Văn phòng")) == (case, "CHÁNH VĂN PHÒNG")


@pytest.mark.parametrize("lines", [(), ("",), ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), ("KT. CHỦ TỊCH",), ("T/M UBND",)])
def test_lines_of_the_clerks_own_are_free(lines):
    assert signing_of(lines).case is SigningCase.FREE


def test_lines_typed_carelessly_are_still_told():
    assert signing_of(("tm.  Ủy ban nhân dân", "Chủ tịch ")).case is SigningCase.CHAIR

"""The cases in which a commune's plan is signed, and the lines each prints (decree 30/2020/NĐ-CP, Đ13 and PL1-II.7).

A plan keeps the lines alone: they may be anything. ``signing_of`` tells which case they are.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

COMMITTEE = "ỦY BAN NHÂN DÂN"
CHAIR = "CHỦ TỊCH"
USUAL_OFFICES = ("TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG", "GIÁM ĐỐC")

_OFFICE = re.compile(rf"(PHÓ {CHAIR}$|CHÁNH |(\w+ ){{0,2}}TRƯỞNG\b|GIÁM ĐỐC\b)")


class SigningCase(StrEnum):
    """Who signs, and in whose stead."""

    CHAIR = "chair"  # TM., the chair for the committee
    DEPUTY = "deputy"  # TM. and KT., a deputy chair for the committee
    ACTING = "acting"  # TM. and Q., the acting chair
    ORDER = "order"  # TL., a head of unit by the chair's order
    ORDER_DEPUTY = "order_deputy"  # TL. and KT., that head's deputy
    AUTHORISED = "authorised"  # TUQ., by written authorisation
    OWN_CHAIR = "own_chair"  # the chair's own document: no TM.
    OWN_DEPUTY = "own_deputy"  # a deputy chair for the chair's own document
    UNIT_HEAD = "unit_head"  # a unit's own document
    UNIT_DEPUTY = "unit_deputy"  # its deputy head
    FREE = "free"  # lines of the clerk's own


class Signing(NamedTuple):
    """A case and, where it names one, the head's office in capitals ("TRƯỞNG PHÒNG"); "" else."""

    case: SigningCase
    office: str = ""


LEADING: dict[SigningCase, str] = {
    SigningCase.CHAIR: "Chủ tịch",
    SigningCase.OWN_CHAIR: "Chủ tịch",
    SigningCase.ACTING: "Quyền Chủ tịch",
    SigningCase.DEPUTY: "Phó Chủ tịch",
    SigningCase.OWN_DEPUTY: "Phó Chủ tịch",
}
"""The cases in which a leader of the committee signs, with the leader's office in a sentence."""

WITH_OFFICE = frozenset(
    {
        SigningCase.ORDER,
        SigningCase.ORDER_DEPUTY,
        SigningCase.AUTHORISED,
        SigningCase.UNIT_HEAD,
        SigningCase.UNIT_DEPUTY,
    }
)
"""Cases that name the office of a unit's head."""

_FIXED: dict[SigningCase, tuple[str, ...]] = {
    SigningCase.CHAIR: (f"TM. {COMMITTEE}", CHAIR),
    SigningCase.DEPUTY: (f"TM. {COMMITTEE}", f"KT. {CHAIR}", f"PHÓ {CHAIR}"),
    SigningCase.ACTING: (f"TM. {COMMITTEE}", f"Q. {CHAIR}"),
    SigningCase.OWN_CHAIR: (CHAIR,),
    SigningCase.OWN_DEPUTY: (f"KT. {CHAIR}", f"PHÓ {CHAIR}"),
}


def signing_lines(case: SigningCase, office: str = "") -> tuple[str, ...]:
    """Return the lines of a case from top; ``office``: of the unit's head, "" for TRƯỞNG PHÒNG (PHÓ CHỦ TỊCH where
    the chair authorises); () for FREE."""
    if case in _FIXED:
        return _FIXED[case]
    head = " ".join(office.upper().split()) or (f"PHÓ {CHAIR}" if case is SigningCase.AUTHORISED else USUAL_OFFICES[0])
    stand_in = (f"KT. {head}", f"PHÓ {head}")
    match case:
        case SigningCase.ORDER:
            return (f"TL. {CHAIR}", head)
        case SigningCase.ORDER_DEPUTY:
            return (f"TL. {CHAIR}", *stand_in)
        case SigningCase.AUTHORISED:
            return (f"TUQ. {CHAIR}", head)
        case SigningCase.UNIT_HEAD:
            return (head,)
        case SigningCase.UNIT_DEPUTY:
            return stand_in
        case _:
            return ()


def signing_of(lines: tuple[str, ...]) -> Signing:
    """Return the case that prints exactly ``lines``, FREE where none does."""
    said = tuple(" ".join(line.upper().split()) for line in lines if line.strip())
    for case in SigningCase:
        if said and case not in WITH_OFFICE and signing_lines(case) == said:
            return Signing(case)
    office = said[-1].removeprefix("PHÓ ") if len(said) > 1 and said[-2].startswith("KT. ") else "".join(said[-1:])
    for case in WITH_OFFICE:
        if _OFFICE.match(office) and signing_lines(case, office) == said:
            return Signing(case, office)
    return Signing(SigningCase.FREE)

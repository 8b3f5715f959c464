"""What is proposed to an office from its name, and what a new plan takes from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.agency import COMMUNE_KINDS, Agency, CommuneKind, Signer, moved, plan_of_agency, proposed_agency
from plans.checks import findings
from plans.nodes import LegalBasis
from plans.plan import Letterhead, Plan, PlanPeriod
from plans.signing import SigningCase
from plans.text import RichText


@pytest.mark.parametrize("kind", COMMUNE_KINDS)
def test_the_letterhead_has_committee_and_unit_and_no_parent(kind: CommuneKind):
    agency = proposed_agency(kind, "Khe  Mơ", "tỉnh Lâm Sơn")
    assert agency.letterhead == Letterhead(agency=("ỦY BAN NHÂN DÂN", f"{kind.upper()} KHE MƠ"))
    assert (agency.place, agency.name) == ("Khe Mơ", f"Ủy ban nhân dân {kind} Khe Mơ")


def test_a_ward_has_the_room_for_works_and_residential_groups_a_commune_its_economy_and_hamlets():
    ward, commune = ({unit.name for unit in proposed_agency(kind, "Khe Mơ").units} for kind in ("phường", "xã"))
    assert {"Phòng Kinh tế, Hạ tầng và Đô thị", "Các tổ dân phố"} <= ward
    assert {"Phòng Kinh tế", "Các thôn"} <= commune


def test_the_front_is_asked_and_the_rooms_are_told():
    asked = [unit.name for unit in proposed_agency("xã", "Khe Mơ").units if unit.asked]
    assert asked == ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]


def test_the_committee_is_no_unit_of_its_own_plan():
    assert not [unit for unit in proposed_agency("xã", "Khe Mơ").units if unit.name.startswith("Ủy ban nhân dân")]


def test_the_province_is_a_recipient_only_where_it_is_known():
    assert proposed_agency("xã", "Khe Mơ", "tỉnh Lâm Sơn").recipients[0] == "Ủy ban nhân dân tỉnh Lâm Sơn (để báo cáo)"
    assert "để báo cáo" in proposed_agency("xã", "Khe Mơ").recipients[0]
    assert not proposed_agency("xã", "Khe Mơ").recipients[0].startswith("Ủy ban nhân dân")


def test_a_signer_prints_the_lines_of_the_case():
    signature = Signer(name="Lò Văn Thử", case=SigningCase.DEPUTY).signature
    assert signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signature.name == "Lò Văn Thử"


def test_a_new_plan_takes_head_and_end_from_the_office():
    agency = proposed_agency("xã", "Khe Mơ", "tỉnh Lâm Sơn")
    plan = plan_of_agency(agency, 2027, Plan(subject="Thu gom rác thải năm 2027"))
    assert (plan.letterhead, plan.place, plan.date.year) == (agency.letterhead, "Khe Mơ", 2027)
    assert plan.period == PlanPeriod(start=2027, end=2027)
    assert plan.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert plan.archive == "VT"
    assert [node.text for node in plan.recipients.children] == list(agency.recipients)  # type: ignore[attr-defined]
    opening = plan.opening.children[0].text.plain  # type: ignore[attr-defined]
    assert opening.startswith("Ủy ban nhân dân xã Khe Mơ ban hành Kế hoạch thu gom rác")
    assert not {"no-agency", "no-place", "no-recipients", "no-signature"} & {f.rule for f in findings(plan)}


def test_what_the_plan_says_already_stays():
    plan = Plan(place="Suối Đá", letterhead=Letterhead(agency=("TRƯỜNG MẦM NON SUỐI ĐÁ",)))
    plan.bases.children = [LegalBasis(text=RichText.of("Căn cứ tình hình"))]
    plan_of_agency(proposed_agency("xã", "Khe Mơ"), 2027, plan)
    assert (plan.place, plan.letterhead.agency) == ("Suối Đá", ("TRƯỜNG MẦM NON SUỐI ĐÁ",))
    assert len(plan.bases.children) == 1


def test_an_office_nobody_has_described_leaves_the_plan_blank():
    plan = plan_of_agency(Agency(), 2027, Plan())
    assert plan.letterhead == Letterhead()
    assert plan.opening.children[0].text.plain == ""  # type: ignore[attr-defined]


def test_a_commune_chosen_anew_keeps_what_the_office_corrected():
    former = replace(proposed_agency("xã", "Khe Mơ", "tỉnh Lâm Sơn"), symbol="KH-VHXH", unit_code="VHXH")
    assert moved(former, "phường", "Bến Mây", "tỉnh Lâm Sơn") == replace(
        proposed_agency("phường", "Bến Mây", "tỉnh Lâm Sơn"), symbol="KH-VHXH", unit_code="VHXH"
    )


def test_an_office_nobody_has_described_yet_is_proposed_whole():
    assert moved(Agency(), "xã", "Khe Mơ") == proposed_agency("xã", "Khe Mơ")


def test_the_committees_leaders_are_its_signers_but_heads_of_units_are_not():
    signers = (
        Signer(name="Vàng A Thử", case=SigningCase.CHAIR),
        Signer(case=SigningCase.DEPUTY),
        Signer(name="Lò Văn Thử", case=SigningCase.ORDER, office="CHÁNH VĂN PHÒNG"),
    )
    assert Agency(kind="phường", signers=signers).leaders == (
        "Đồng chí Vàng A Thử, Chủ tịch Ủy ban nhân dân phường",
        "Đồng chí Phó Chủ tịch Ủy ban nhân dân phường",
    )

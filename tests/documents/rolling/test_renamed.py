"""Units and places that changed on 1 July 2025 are found in a plan's texts, and only those."""

from __future__ import annotations

import pytest

from documents.rolling import propose_for, renamed_units
from documents.rolling.renamed import PlanUnits
from plans.nodes import LegalBasis, Paragraph
from plans.plan import PLAN_ID, Letterhead, Plan, PlanPeriod
from plans.rollover import Reason, draft
from plans.text import RichText
from resources.places import units

HAI_PHONG = "31"


def found(text: str, province: str = HAI_PHONG, commune: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [(text[unit.start : unit.end], unit.now) for unit in PlanUnits(province, commune).find(text)]


def test_the_table_holds_all_units_of_now() -> None:
    assert (len(units().provinces), sum(map(len, units().communes.values()))) == (34, 3321)
    known = {code for communes in units().communes.values() for code in communes}
    former = [codes for d in units().former.values() for c in d.values() for codes in c.values()]
    assert len(former) == 10040
    assert all(code in known for codes in former for code in codes.split())


def test_a_merged_province_has_one_answer() -> None:
    assert found("Sở Y tế tỉnh Hải Dương") == [("tỉnh Hải Dương", ("thành phố Hải Phòng",))]
    assert found("UBND TỈNH HẬU GIANG") == [("TỈNH HẬU GIANG", ("THÀNH PHỐ CẦN THƠ",))]


def test_a_province_that_kept_its_name_is_not_asked() -> None:
    assert found("UBND tỉnh Lào Cai, thành phố Hà Nội") == []


def test_a_district_is_divided_among_its_communes_the_own_one_first() -> None:
    ((words, now),) = found("Phòng Y tế huyện Bình Giang", commune="kẻ sặt")
    assert words == "huyện Bình Giang"
    assert now[:2] == ("xã Kẻ Sặt", "xã Bình Giang")


def test_a_town_that_became_a_commune_has_one_answer() -> None:
    assert found("Công an Thị trấn Kẻ Sặt") == [("Thị trấn Kẻ Sặt", ("Xã Kẻ Sặt",))]


def test_the_name_ends_where_its_words_do() -> None:
    assert found("thị trấn Kẻ Sặt Quý I hoàn thành")[0][0] == "thị trấn Kẻ Sặt"
    assert found("Phòng Văn hóa - Xã hội Hòa Bình") == []


def test_a_former_commune_is_asked_only_where_the_province_is_known() -> None:
    assert found("xã Thanh Hải") == [("xã Thanh Hải", ("xã Hà Tây", "xã Đại Sơn"))]
    assert found("xã Thanh Hải", province="") == []


def test_a_name_said_to_be_a_former_one_is_left() -> None:
    assert found("địa bàn huyện Bình Giang (cũ); trước đây thuộc huyện Bình Giang") == []


@pytest.mark.parametrize("written", ["phường Ngọc Sơn", "xã Hòa Bình", "xã Hoà Bình"])
def test_the_way_tones_are_placed_does_not_matter(written: str) -> None:
    assert [now for _, now in found(written)] == [now for _, now in found(written.replace("oà", "òa"))]


def plan_of(text: str) -> Plan:
    plan = Plan(id="p", period=PlanPeriod(start=2025, end=2025))
    plan.letterhead = Letterhead(parent="UBND HUYỆN BÌNH GIANG", agency=("ỦY BAN NHÂN DÂN", "THỊ TRẤN KẺ SẶT"))
    plan.body.children.append(Paragraph(id="n", text=RichText.of(text)))
    plan.bases.children.append(
        LegalBasis(id="b", text=RichText.of("Quyết định số 12/QĐ-UBND ngày 03/01/2025 của UBND huyện Bình Giang"))
    )
    return plan


def test_names_inside_a_citation_are_left_to_the_citation() -> None:
    plan = plan_of("Phối hợp với Công an huyện Bình Giang")
    asked = [q for q in propose_for(plan, 2026).questions if q.reason in (Reason.OLD_UNIT, Reason.DIVIDED_UNIT)]
    assert [(q.node, q.field, q.reason) for q in asked if q.node != PLAN_ID] == [("n", "text", Reason.DIVIDED_UNIT)]


def test_the_province_is_known_by_its_name_or_by_a_district_of_it() -> None:
    for text in ("Sở Y tế tỉnh Hải Dương", "Công tác dân số"):
        assert [unit.now for unit in renamed_units(plan_of(text)).find("xã Thanh Hải")] == [("xã Hà Tây", "xã Đại Sơn")]
    nowhere = Plan(id="p")
    assert list(renamed_units(nowhere).find("xã Thanh Hải")) == []


def test_the_head_of_the_plan_is_asked_and_takes_the_answer() -> None:
    plan = plan_of("Tỉnh Hải Dương")
    rollover = propose_for(plan, 2026)
    head = {q.field: q for q in rollover.questions if q.field.startswith("letterhead")}
    new = draft(plan, rollover, {head["letterhead.agency"].id: head["letterhead.agency"].new})
    assert new.letterhead.agency == ("ỦY BAN NHÂN DÂN", "XÃ KẺ SẶT")
    assert plan.letterhead.agency == ("ỦY BAN NHÂN DÂN", "THỊ TRẤN KẺ SẶT")

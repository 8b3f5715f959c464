"""The office's page: a commune found while it is typed, everything proposed from it, corrected in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.office.facts import OfficeFacts
from desktop.office.lists import signers_field, units_field
from desktop.office.page import OfficePage
from desktop.office.places import matching_places, matching_provinces, place_typed, places, provinces
from plans.agency import OfficeUnit, Signer, proposed_agency
from plans.nodes import Section, Task
from plans.plan import Plan
from plans.profile import LayoutProfile
from plans.signing import SigningCase
from plans.text import RichText


@pytest.fixture
def page(qtbot):
    made = OfficePage(None)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.start_drawing()
    return made


def _type_commune(page: OfficePage, qtbot, words: str) -> None:
    page.places.commune.clear()
    qtbot.keyClicks(page.places.commune, words)
    qtbot.keyClick(page.places.commune, Qt.Key.Key_Return)


def test_all_provinces_and_communes_of_today_are_known() -> None:
    assert (len(provinces()), len(places())) == (34, 3321)


def test_a_commune_is_found_without_accents_and_with_them_it_is_only_itself() -> None:
    assert {place.label for place in matching_places("ba dinh")} >= {
        "Phường Ba Đình, thành phố Hà Nội",
        "Xã Ba Dinh, tỉnh Quảng Ngãi",
    }
    assert {place.name for place in matching_places("ba đình")} == {"Ba Đình"}


def test_words_of_a_name_may_be_begun_only_and_the_type_may_be_typed_too() -> None:
    assert matching_places("phuong thanh do")[0].title == "Phường Thành Đông"
    assert matching_provinces("hai ph") == ["thành phố Hải Phòng"]


def test_a_province_narrows_the_communes() -> None:
    assert {place.province for place in matching_places("tan", "tỉnh Cà Mau")} == {"tỉnh Cà Mau"}


def test_a_name_borne_by_several_communes_is_not_guessed() -> None:
    assert place_typed("tân hưng") is None
    found = place_typed("xã tân hưng", "tỉnh Cà Mau")
    assert found is not None
    assert found.label == "Xã Tân Hưng, tỉnh Cà Mau"


def test_a_commune_no_list_knows_is_taken_with_its_type() -> None:
    found = place_typed("xã suối lim")
    assert found is not None
    assert found.title == "Xã Suối Lim"
    assert place_typed("suối lim") is None


def test_a_commune_typed_and_entered_proposes_everything(page: OfficePage, qtbot) -> None:
    _type_commune(page, qtbot, "phuong thanh dong")
    agency = page.agency()
    assert agency == proposed_agency("phường", "Thành Đông", "thành phố Hải Phòng")
    assert page.letterhead.lines[:2] == ("ỦY BAN NHÂN DÂN", "PHƯỜNG THÀNH ĐÔNG")
    assert page.letterhead.lines[3].startswith("Thành Đông, ngày")


def test_enter_once_more_goes_on_to_the_button_that_ends_the_page(page: OfficePage, qtbot) -> None:
    _type_commune(page, qtbot, "phuong thanh dong")
    assert not page.begin.hasFocus()
    qtbot.keyClick(page.places.commune, Qt.Key.Key_Return)
    qtbot.waitUntil(page.begin.hasFocus, timeout=5000)


def test_another_commune_of_the_name_is_chosen_with_the_arrows(page: OfficePage, qtbot) -> None:
    page.places.commune.setFocus()
    qtbot.keyClicks(page.places.commune, "tan hung")
    popup = page.places.commune.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for _time in range(3):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    third = page.places.commune.completer().completionModel().index(2, 0).data()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    found = page.places.place()
    assert found is not None
    assert found.label == third
    assert page.places.province.text() == found.province


def test_what_was_corrected_stays_when_the_commune_changes(page: OfficePage, qtbot) -> None:
    _type_commune(page, qtbot, "phuong thanh dong")
    page.symbol.line.clear()
    qtbot.keyClicks(page.symbol.line, "KH-VHXH")
    _type_commune(page, qtbot, "xa ha dong, thanh pho hai phong")
    agency = page.agency()
    assert (agency.symbol, agency.kind, agency.commune, agency.place) == ("KH-VHXH", "xã", "Hà Đông", "Hà Đông")
    assert "Các thôn" in [unit.name for unit in agency.units]


def test_the_form_of_the_place_is_drawn_at_once(page: OfficePage, qtbot) -> None:
    _type_commune(page, qtbot, "phuong thanh dong")
    page.place_form.set_value("full")
    page.place_form.edited.emit()
    assert page.letterhead.lines[3].startswith("Phường Thành Đông, ngày")
    assert page.agency().profile.place_form == "full"


def test_a_name_that_cannot_be_told_is_said_and_changes_nothing(page: OfficePage, qtbot) -> None:
    page.places.commune.setFocus()
    qtbot.keyClicks(page.places.commune, "suoi lim nao do")
    qtbot.keyClick(page.places.commune, Qt.Key.Key_Tab)
    assert page.places.doubt.isVisible()
    assert page.agency().commune == ""


def test_a_value_the_decree_does_not_allow_is_refused_with_its_article(page: OfficePage, qtbot) -> None:
    with qtbot.waitSignal(page.refused) as refused:
        page.profile.fields["margin_left"].line.setText("50")
        page.profile.fields["margin_left"].line.editingFinished.emit()
    assert refused.args[0] == "outside-decree"
    assert page.agency().profile == LayoutProfile()


def test_ctrl_enter_is_done_and_escape_leaves_it(page: OfficePage, qtbot) -> None:
    _type_commune(page, qtbot, "xa ba dinh")
    with qtbot.waitSignal(page.done) as done:
        qtbot.keyClick(page.places.commune, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done.args[0].commune == "Ba Dinh"
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.places.commune, Qt.Key.Key_Escape)


def test_what_the_page_is_given_comes_back_unchanged(qtbot) -> None:
    agency = proposed_agency("xã", "Khe Mơ", "tỉnh Lâm Sơn")
    page = OfficePage(agency)
    qtbot.addWidget(page)
    assert page.agency() == agency


def test_every_field_of_the_page_has_a_name(page: OfficePage) -> None:
    fields = [page.place, page.place_form, page.parent_body, page.agency_lines, page.symbol, page.unit_code]
    named = [field.text_widget().accessibleName() for field in (*fields, page.recipients)]
    named += [page.units.table.accessibleName(), page.signers.table.accessibleName()]
    assert all(named)


# the lists


def test_units_are_edited_as_a_table_and_a_row_without_a_name_does_not_count(qtbot) -> None:
    field = units_field()
    qtbot.addWidget(field)
    QAbstractItemModelTester(field.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    field.model.show_rows((OfficeUnit(name="Phòng Kinh tế", code="KT"),))
    at = field.model.add(1)
    assert len(field.rows()) == 1
    field.model.setData(field.model.index(at, 0), "Trạm Y tế xã")
    field.model.setData(field.model.index(at, 3), value=True)
    assert field.model.index(at, 3).data() == "đề nghị"
    assert field.model.move(at, -1) == 0
    assert [(unit.name, unit.asked) for unit in field.rows()] == [("Trạm Y tế xã", True), ("Phòng Kinh tế", False)]
    field.model.remove(0)
    assert field.rows() == (OfficeUnit(name="Phòng Kinh tế", code="KT"),)


def test_a_signer_without_a_name_counts_for_the_case(qtbot) -> None:
    field = signers_field()
    qtbot.addWidget(field)
    QAbstractItemModelTester(field.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    field.model.show_rows((Signer(), Signer(case=SigningCase.DEPUTY)))
    assert [signer.case for signer in field.rows()] == [SigningCase.CHAIR, SigningCase.DEPUTY]
    assert field.model.index(1, 0).data() == "Phó Chủ tịch ký thay Chủ tịch (TM., KT.)"


def test_insert_and_delete_keys_work_in_the_table(qtbot) -> None:
    field = units_field()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitActive(field)
    field.model.show_rows((OfficeUnit(name="Phòng Kinh tế"), OfficeUnit(name="Các thôn")))
    field.table.setCurrentIndex(field.model.index(0, 0))
    field.table.setFocus()
    qtbot.waitUntil(field.table.hasFocus)
    qtbot.keyClick(field.table, Qt.Key.Key_Delete)
    assert [unit.name for unit in field.rows()] == ["Các thôn"]


# what forms offer


def test_forms_offer_the_offices_units_then_the_plans_then_the_librarys_each_once() -> None:
    plan = Plan()
    plan.body.children = [
        Section(children=[Task(title=RichText.of("Trồng cây"), lead=["Phòng VH-XH"], coordinating=["Hội Nông dân"])])
    ]
    agency = proposed_agency("xã", "Suối Lim")
    facts = OfficeFacts(agency=agency, units=("Đoàn Thanh niên", "Phòng văn hoá – xã hội"))
    names = facts.names(plan)
    assert names[: len(agency.units)] == [unit.name for unit in agency.units]
    assert names[len(agency.units) :] == ["Hội Nông dân", "Đoàn Thanh niên"]


def test_the_archive_line_offers_the_drafting_units_code_first() -> None:
    agency = proposed_agency("xã", "Suối Lim")
    facts = OfficeFacts(agency=type(agency)(**{**vars(agency), "unit_code": "VHXH"}))
    assert facts.codes()[:2] == ["VT, VHXH", "VT, VP"]

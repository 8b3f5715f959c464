"""The layout profile, the signing case and the marks in the forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.fields.profile import LAYOUT_NAMES, ProfileField
from desktop.fields.signing import CASE_NAMES, SigningField
from desktop.forms import NodeForm
from desktop.rejection_texts import rejection_text
from plans.errors import Rejection
from plans.plan import PLAN_ID, Signature
from plans.profile import LayoutProfile, check_profile
from plans.signing import SigningCase
from plans.text import RichText


@pytest.fixture
def form(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.resize(686, 600)
    form.show()
    qtbot.waitExposed(form)
    return form


@pytest.fixture
def profile(form):
    form.show_node(PLAN_ID)
    field = form.findChild(ProfileField)
    field.button.click()
    return field


@pytest.fixture
def signing(form):
    form.show_node("recipients")
    return form.findChild(SigningField)


def choose(field, value):
    field.combo.setCurrentIndex(field._values.index(value))
    field.combo.activated.emit(field.combo.currentIndex())


def test_a_size_chosen_in_the_form_is_one_step_that_can_be_undone(document, profile):
    choose(profile.fields["body_size"], 13)
    assert document.plan.profile == LayoutProfile(body_size=13)
    assert "riêng" in profile.button.text()
    document.undo()
    assert document.plan.profile == LayoutProfile()
    assert profile.fields["body_size"].value() == 14


def test_a_margin_outside_the_decree_is_refused_and_the_old_one_shown(document, profile, qtbot):
    refused = []
    document.rejected.connect(lambda code, data: refused.append(rejection_text(code, data)))
    line = profile.fields["margin_left"].line
    line.selectAll()
    qtbot.keyClicks(line, "27,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.plan.profile == LayoutProfile()
    assert line.text() == "30"
    assert "27,5" in refused[0]
    assert "PL1-I.3: 30–35" in refused[0]


def test_a_margin_within_the_decree_is_taken_with_its_comma(document, profile, qtbot):
    line = profile.fields["margin_left"].line
    line.selectAll()
    qtbot.keyClicks(line, "32,5")
    assert document.plan.profile == LayoutProfile()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.plan.profile == LayoutProfile(margin_left=32.5)


def test_what_is_refused_is_named_as_on_the_screen():
    with pytest.raises(Rejection) as said:
        check_profile(LayoutProfile(gap_after=2.5))
    assert rejection_text(said.value.code, said.value.data).startswith("Cách đoạn sau (pt): 2,5 nằm ngoài mức")


def test_every_field_of_the_profile_can_be_chosen_and_has_a_name(profile):
    assert set(LAYOUT_NAMES) == set(LayoutProfile.__dataclass_fields__)
    assert all(field.text_widget().accessibleName() for field in profile.fields.values())


@pytest.mark.parametrize("case", [case for case in CASE_NAMES if case is not SigningCase.FREE])
def test_choosing_who_signs_writes_the_lines(document, signing, case):
    choose(signing.case, case)
    if case is not SigningCase.CHAIR:
        assert document.plan.signature.lines
    assert signing.case.value() == case


def test_the_office_of_the_unit_goes_into_the_lines(document, signing, qtbot, type_as_unikey):
    choose(signing.case, SigningCase.ORDER)
    signing.office.line.selectAll()
    type_as_unikey(signing.office.line, "Chánh Văn phòng")
    qtbot.keyClick(signing.office.line, Qt.Key.Key_Return)
    assert document.plan.signature == Signature(lines=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"))


def test_lines_of_ones_own_stay_possible(document, form, signing):
    choose(signing.case, SigningCase.DEPUTY)
    signing.lines.edit.set_value(RichText.of("TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN"))
    signing.lines.edit.edited.emit()
    form.flush()
    assert document.plan.signature.lines == ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")
    assert signing.case.value() == SigningCase.FREE


def test_marks_are_off_until_asked_for(document, form, qtbot):
    form.show_node(PLAN_ID)
    box = next(w for w in form.findChildren(QWidget) if w.accessibleName().startswith("In chữ DỰ THẢO"))
    assert not box.isChecked()
    box.click()
    assert document.plan.draft_mark


def test_the_wheel_changes_no_choice_of_the_folded_form(form):
    form.show_node(PLAN_ID)
    assert not any(combo.isVisible() for combo in form.findChild(ProfileField).findChildren(QComboBox))

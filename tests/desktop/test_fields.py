"""The editors of single values: what is typed, what comes out, what a refresh leaves alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.fields.choices import ChoiceField, DateField, PeriodField
from desktop.fields.lines import LineField, NumberField, TextLinesField
from desktop.fields.units import UnitField, UnitsField, bodies_in, matching, meant
from plans.plan import PlanDate, PlanPeriod

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KNOWN = ("Công an xã Suối Lim", "Trạm Y tế xã Suối Lim", "Đoàn Thanh niên xã Suối Lim")


def known():
    return KNOWN


@pytest.fixture
def units(qtbot):
    field = UnitsField(known=known)
    qtbot.addWidget(field)
    field.resize(500, 40)
    field.show()
    return field


def chips(field):
    return [chip.text().removesuffix("  ✕") for chip in field.findChildren(QToolButton) if not chip.isHidden()]


def test_a_line_is_trimmed_and_composed(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    field.line.setText("  Suo\u0302\u0301i Lim ")
    assert field.value() == "Suối Lim"
    field.set_value("Suối Lim")
    assert field.line.text().startswith("  ")


def test_a_number_may_be_blank(qtbot):
    field = NumberField()
    qtbot.addWidget(field)
    assert field.value() is None
    qtbot.keyClicks(field.line, "2a026")
    assert field.value() == 2026
    field.set_value(None)
    assert field.line.text() == ""


def test_lines_keep_list_or_tuple_and_drop_empty_lines(qtbot):
    field = TextLinesField()
    qtbot.addWidget(field)
    field.set_value(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    assert field.value() == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    field.set_value(["một"])
    field.edit.moveCursor(field.edit.textCursor().MoveOperation.End)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == ["một"]


def test_a_hint_of_several_lines_is_shown_on_the_one_that_is_drawn(qtbot):
    lines = TextLinesField(hint="ỦY BAN NHÂN DÂN\nXÃ …")
    qtbot.addWidget(lines)
    assert lines.edit.placeholderText() == "ỦY BAN NHÂN DÂN / XÃ …"


def test_a_choice_keeps_a_value_it_does_not_know(qtbot):
    field = ChoiceField(choices=[("a", "A")])
    qtbot.addWidget(field)
    field.set_value("b")
    assert field.value() == "b"


def test_each_part_of_the_date_may_stay_blank(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(PlanDate(month=1, year=2026))
    assert field.value() == PlanDate(month=1, year=2026)
    qtbot.keyClicks(field.numbers[0].line, "15")
    assert field.value() == PlanDate(day=15, month=1, year=2026)


@pytest.mark.parametrize(
    ("start", "end", "school", "period"),
    [
        ("2026", "", False, PlanPeriod(start=2026, end=2026)),
        ("2026", "2030", False, PlanPeriod(start=2026, end=2030)),
        ("2026", "2025", False, PlanPeriod(start=2026, end=2026)),
        ("2025", "", True, PlanPeriod(start=2025, end=2026, school_year=True)),
        ("20", "", False, None),
        ("", "", False, None),
    ],
)
def test_a_period_is_one_year_several_or_a_school_year(qtbot, start, end, school, period):
    field = PeriodField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field.numbers[0].line, start)
    qtbot.keyClicks(field.numbers[1].line, end)
    field.school.setChecked(school)
    assert field.value() == period


def test_units_are_chips_and_what_is_typed_counts_too(units, qtbot):
    units.set_value(["Công an xã Suối Lim"])
    assert chips(units) == ["Công an xã Suối Lim"]
    qtbot.keyClicks(units.line, "Thon 1")
    assert units.value() == ["Công an xã Suối Lim", "Thon 1"]
    with qtbot.waitSignal(units.settled):
        qtbot.keyClick(units.line, Qt.Key.Key_Return)
    assert chips(units) == ["Công an xã Suối Lim", "Thon 1"]


def test_a_semicolon_ends_a_unit_and_a_comma_does_not(units, qtbot):
    qtbot.keyClicks(units.line, "Ban A, B;")
    assert units.value() == ["Ban A, B"]
    assert units.line.text() == ""


def test_a_chip_is_taken_off_by_its_cross_and_taken_back_by_backspace(units, qtbot):
    units.set_value(["Công an", "Trạm Y tế"])
    units.findChildren(QToolButton)[0].click()
    assert units.value() == ["Trạm Y tế"]
    qtbot.keyClick(units.line, Qt.Key.Key_Backspace)
    assert (chips(units), units.line.text()) == ([], "Trạm Y tế")


def test_a_unit_is_found_without_accents_and_by_any_word():
    assert matching("cong", KNOWN, ()) == ["Công an xã Suối Lim"]
    assert matching("doan lim", KNOWN, ()) == ["Đoàn Thanh niên xã Suối Lim"]
    assert matching("xã", KNOWN, KNOWN[:2]) == [KNOWN[2]]


def test_a_unit_is_found_by_the_initials_an_office_writes_and_entered_in_full(units, qtbot):
    office = ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội", *KNOWN]
    assert meant("kthtđt", office) == office[:1]
    assert meant("VH-XH", office) == office[1:2]
    assert meant("vhxh", office, office[1:2]) == []
    assert meant("vhxh", ["vhxh", *office]) == office[1:2]
    for typed, entered in (("cax", "Công an xã Suối Lim"), ("tram y", "Trạm Y tế xã Suối Lim")):
        units.set_value([])
        qtbot.keyClicks(units.line, typed)
        qtbot.keyClick(units.line, Qt.Key.Key_Return)
        assert units.value() == [entered]


def test_a_body_typed_as_one_stays_as_typed(units, qtbot):
    units.line.setText("Công an xã")
    qtbot.keyClick(units.line, Qt.Key.Key_Return)
    assert units.value() == ["Công an xã"]


def test_choosing_from_the_completion_makes_a_chip(units, qtbot):
    qtbot.keyClicks(units.line, "tram")
    units._names.activated.emit("Trạm Y tế xã Suối Lim")
    assert units.value() == ["Trạm Y tế xã Suối Lim"]


def test_a_single_unit_is_a_plain_line(qtbot):
    field = UnitField(known=known)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.line, "cong")
    assert field._names.completionModel().rowCount() == 1
    assert field.value() == "cong"


@pytest.mark.parametrize(
    ("typed", "bodies"),
    [
        ("Công an xã, Trạm Y tế", ["Công an xã", "Trạm Y tế"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
        ("Hội Cựu chiến binh, Trạm lạ", ["Hội Cựu chiến binh, Trạm lạ"]),
        ("Công an xã, Suối Lim xanh", ["Công an xã", "Suối Lim xanh"]),
        ("Trạm Y tế; Văn phòng ;", ["Trạm Y tế", "Văn phòng"]),
        (" ; ", []),
    ],
)
def test_a_comma_parts_bodies_but_no_name(typed, bodies):
    assert bodies_in(typed, ["Suối Lim xanh", "Hội Cựu chiến binh, Trạm lạ"]) == bodies


def test_enter_makes_a_chip_of_each_body_typed(units, qtbot, type_as_unikey):
    type_as_unikey(units.line, "Công an xã, Trạm Y tế")
    qtbot.keyClick(units.line, Qt.Key.Key_Return)
    assert units.value()[-2:] == ["Công an xã", "Trạm Y tế"]
    assert units.line.text() == ""

"""The end of a plan filled from the office's facts: recipients, signer, archive line; each one step to undo."""

from __future__ import annotations

import pytest

from desktop.document import PlanDocument
from desktop.forms import NodeForm
from desktop.forms.office_bar import OfficeBar
from desktop.office.facts import OfficeFacts
from plans.agency import Agency, OfficeUnit, Signer
from plans.signing import SigningCase


@pytest.fixture
def bar(document: PlanDocument, qtbot):
    document.office = OfficeFacts(
        agency=Agency(
            commune="Suối Lim",
            units=(OfficeUnit(name="Phòng Kinh tế", code="KT"),),
            signers=(Signer(name="Lò Văn Thử", case=SigningCase.DEPUTY),),
            recipients=("các thôn;", "Trạm Y tế xã", "Các trường học"),
        )
    )
    made = OfficeBar(document)
    qtbot.addWidget(made)
    return made


def _choose(button, words: str) -> None:
    button.menu().aboutToShow.emit()
    next(action for action in button.menu().actions() if action.text() == words).trigger()


def _texts(document: PlanDocument) -> list[str]:
    return [node.text for node in document.plan.recipients.children]


def test_only_recipients_that_are_missing_are_offered_and_all_go_in_as_one_step(bar: OfficeBar, document) -> None:
    _choose(bar.recipients, "Thêm cả 2 nơi còn thiếu")
    assert _texts(document) == ["Các thôn", "Trạm Y tế xã", "Các trường học"]
    document.undo()
    assert _texts(document) == ["Các thôn"]


def test_a_signer_gives_lines_and_name(bar: OfficeBar, document) -> None:
    _choose(bar.signers, "Lò Văn Thử – Phó Chủ tịch ký thay Chủ tịch (TM., KT.)")
    assert document.plan.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert document.plan.signature.name == "Lò Văn Thử"


def test_the_archive_line_takes_a_units_code(bar: OfficeBar, document) -> None:
    _choose(bar.archive, "VT, KT")
    assert document.plan.archive == "VT, KT"


def test_the_bar_stands_over_the_recipients_and_only_where_an_office_is_known(document, qtbot) -> None:
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show_node("recipients")
    assert form.findChild(OfficeBar).isHidden()
    document.office = OfficeFacts(agency=Agency(commune="Suối Lim"))
    form.show_node("plan")
    form.show_node("recipients")
    assert not form._scroll.widget().findChild(OfficeBar).isHidden()
    form.show_node("plan")
    assert form._scroll.widget().findChild(OfficeBar) is None

"""Who signs: one of the decree's cases, or lines of the clerk's own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.fields.base import FieldEditor
from desktop.fields.choices import ChoiceField
from desktop.fields.lines import LineField, TextLinesField
from plans.signing import WITH_OFFICE, SigningCase, signing_lines, signing_of
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

CASE_NAMES: dict[SigningCase, str] = {
    SigningCase.CHAIR: N_("Chủ tịch ký thay mặt Ủy ban nhân dân (TM.)"),
    SigningCase.DEPUTY: N_("Phó Chủ tịch ký thay Chủ tịch (TM., KT.)"),
    SigningCase.ACTING: N_("Quyền Chủ tịch ký (TM., Q.)"),
    SigningCase.ORDER: N_("Thừa lệnh Chủ tịch (TL.)"),
    SigningCase.ORDER_DEPUTY: N_("Thừa lệnh, cấp phó ký thay (TL., KT.)"),
    SigningCase.AUTHORISED: N_("Thừa ủy quyền Chủ tịch (TUQ.)"),
    SigningCase.OWN_CHAIR: N_("Văn bản của Chủ tịch, Chủ tịch ký"),
    SigningCase.OWN_DEPUTY: N_("Văn bản của Chủ tịch, Phó Chủ tịch ký thay (KT.)"),
    SigningCase.UNIT_HEAD: N_("Văn bản của phòng, trưởng phòng ký"),
    SigningCase.UNIT_DEPUTY: N_("Văn bản của phòng, phó trưởng phòng ký thay (KT.)"),
    SigningCase.FREE: N_("Tự ghi các dòng"),
}
"""What a clerk calls the cases, in the order they are offered."""


class SigningField(FieldEditor):
    """The authority lines of the signature: a case that writes them, the unit head's office where the case names one,
    and the lines themselves, which stay free."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.case = ChoiceField(self, choices=[(case, _(words)) for case, words in CASE_NAMES.items()])
        self.office = LineField(self, hint="TRƯỞNG PHÒNG")
        self.lines = TextLinesField(self, hint=hint, min_lines=2)
        self.case.combo.setAccessibleName(_("Trường hợp ký"))
        self.office.line.setAccessibleName(_("Chức vụ của người đứng đầu đơn vị"))
        self.lines.edit.setAccessibleName(_("Các dòng quyền hạn, chức vụ"))
        row = QHBoxLayout()
        row.addWidget(self.case, 3)
        row.addWidget(self.office, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.lines)
        self.setFocusProxy(self.case)
        self.case.settled.connect(self._on_case_chosen)
        self.office.settled.connect(self._on_office_given)
        self.lines.edited.connect(self.edited)
        self.lines.settled.connect(self.settled)

    def value(self) -> tuple[str, ...]:
        return tuple(self.lines.value())

    def set_value(self, value: tuple[str, ...]) -> None:
        self.lines.set_value(value)
        case, office = signing_of(value)
        self.case.set_value(case)
        self.office.set_value(office)
        self.office.setVisible(case in WITH_OFFICE)

    def text_widget(self) -> QWidget:
        return self.case.combo

    def _on_case_chosen(self) -> None:
        case = self.case.value()
        if case is not SigningCase.FREE:
            self._write(case, self.office.value() if signing_of(self.value()).case in WITH_OFFICE else "")

    def _on_office_given(self) -> None:
        if self.case.value() in WITH_OFFICE:
            self._write(self.case.value(), self.office.value())

    def _write(self, case: SigningCase, office: str) -> None:
        lines = signing_lines(case, office)
        if lines != self.value():
            self.set_value(lines)
            self.edited.emit()
            self.settled.emit()

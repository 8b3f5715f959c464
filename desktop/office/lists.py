"""What the lists of the office's page hold: units, signers, as columns of a table."""

from __future__ import annotations

from desktop.fields.signing import CASE_NAMES
from desktop.office.rows import Column, RowsModel
from desktop.office.rows_field import RowsField
from plans.agency import OfficeUnit, Signer
from plans.signing import SigningCase
from resources.texts import gettext as _


def units_field() -> RowsField:
    """Return the table of the bodies that work for the office."""
    columns = (
        Column(field="name", title=_("Tên đơn vị"), tip=_("Viết như trong một câu: Phòng Văn hóa - Xã hội")),
        Column(field="code", title=_("Viết tắt"), tip=_("Dùng ở dòng Lưu: VT, …; để trống nếu không có")),
        Column(field="head", title=_("Người đứng đầu"), tip=_("Chức vụ khi ký thừa lệnh, ví dụ CHÁNH VĂN PHÒNG")),
        Column(
            field="asked",
            title=_("Khi phân công"),
            choices=((False, _("giao")), (True, _("đề nghị"))),
            tip=_("Đơn vị không thuộc Ủy ban nhân dân: kế hoạch viết “Đề nghị …” chứ không giao việc"),
        ),
    )
    field = RowsField(RowsModel(columns, _blank_unit, needed="name"), _("Các đơn vị"), _("+ Đơn vị"))
    field.widths(11, 20, 12)
    return field


def signers_field() -> RowsField:
    """Return the table of those who sign; the first one signs unless another is chosen."""
    cases = tuple((case, _(CASE_NAMES[case])) for case in CASE_NAMES if case is not SigningCase.FREE)
    columns = (
        Column(field="case", title=_("Trường hợp ký"), choices=cases),
        Column(field="name", title=_("Họ và tên"), tip=_("Không ghi học hàm, học vị")),
        Column(field="office", title=_("Chức vụ"), tip=_("Chỉ ghi khi ký thừa lệnh: CHÁNH VĂN PHÒNG …")),
    )
    field = RowsField(RowsModel(columns, Signer), _("Người ký"), _("+ Người ký"))
    field.widths(20, 17)
    return field


def _blank_unit() -> OfficeUnit:
    return OfficeUnit(name="")

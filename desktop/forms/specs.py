"""The forms as data: which fields each kind of node, each part and the plan's head has, in which rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desktop.node_texts import (
    COMPARATOR_NAMES,
    LABEL_STYLE_NAMES,
    PLAN_STATUS_NAMES,
    ROLE_NAMES,
    SCHEME_NAMES,
    TASK_STATUS_NAMES,
)
from plans.plan import PLAN_ID
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form.

    field: the attribute; "letterhead.parent" for a part of a value object; "children" for the items editor.
    editor: a key of ``editors.EDITORS``. owner: the id of the thing that has the attribute, "" for the node shown.
    stretch: its share of the row's width. choices: pairs of value and marked words. required: None is no value.
    begins: the keyboard starts here while the field says nothing, rather than in the form's first.
    """

    field: str
    label: str
    editor: str = "line"
    hint: str = ""
    owner: str = ""
    stretch: int = 1
    choices: tuple[tuple[Any, str], ...] = ()
    required: bool = False
    begins: bool = False


Row = tuple[FieldSpec, ...]

_STYLES = tuple(LABEL_STYLE_NAMES.items())
_ORIENTATIONS = (("portrait", N_("Đứng")), ("landscape", N_("Ngang")))

NOTE: Row = (FieldSpec("note", N_("Ghi chú (không in)"), "note", N_("Điều cần nhớ khi soạn, chỉ mình thấy")),)
_ITEMS = FieldSpec("children", N_("Nội dung"), "items")
_ADD_UNIT = N_("Gõ tên rồi Enter để thêm")
_CHILD_LABELS = FieldSpec("child_labels", N_("Đánh số các mục bên trong"), "choice", choices=_STYLES)

FORMS: dict[str, tuple[Row, ...]] = {
    PLAN_ID: (
        (
            FieldSpec("letterhead.parent", N_("Cơ quan chủ quản (nếu có)"), hint=N_("UBND TỈNH …")),
            FieldSpec(
                "letterhead.agency",
                N_("Cơ quan ban hành, mỗi dòng in một dòng"),
                "agency",
                N_("ỦY BAN NHÂN DÂN\nXÃ …"),
            ),
        ),
        (
            FieldSpec("number", N_("Số"), hint=N_("để trống khi dự thảo"), stretch=2),
            FieldSpec("symbol", N_("Ký hiệu"), hint="KH-UBND", stretch=2),
            FieldSpec("place", N_("Địa danh"), hint=N_("tên xã, phường"), stretch=3),
        ),
        (FieldSpec("date", N_("Ngày ban hành"), "date"),),
        (FieldSpec("title", N_("Tên loại văn bản"), hint=N_("KẾ HOẠCH")),),
        (FieldSpec("subject", N_("Trích yếu"), "wide_line", N_("Kế hoạch về việc gì, năm nào"), begins=True),),
        (FieldSpec("period", N_("Thời kỳ của kế hoạch"), "period"),),
        (
            FieldSpec("topic", N_("Lĩnh vực"), hint=N_("Giáo dục, Y tế, Cải cách hành chính…"), stretch=3),
            FieldSpec("status", N_("Tình trạng"), "choice", stretch=2, choices=tuple(PLAN_STATUS_NAMES.items())),
        ),
        (
            FieldSpec("scheme", N_("Kiểu đánh số chung"), "choice", choices=tuple(SCHEME_NAMES.items())),
            FieldSpec("child_labels", N_("Đánh số các mục lớn"), "choice", owner="body", choices=_STYLES),
        ),
        (FieldSpec("profile", N_("Trình bày"), "profile"),),
        (FieldSpec("draft_mark", N_("In chữ DỰ THẢO (bản phát hành không in)"), "check"),),
    ),
    "bases": ((FieldSpec("children", N_("Mỗi căn cứ một đoạn; dấu “;” và “.” cuối đoạn tự thêm khi in"), "items"),),),
    "opening": ((FieldSpec("children", N_("Lời dẫn, đứng trước mục đầu tiên"), "items"),),),
    "body": ((_ITEMS,), (_CHILD_LABELS,)),
    "closing": ((FieldSpec("children", N_("Lời kết, đứng sau mục cuối cùng"), "items"),),),
    "recipients": (
        (FieldSpec("children", N_("Nơi nhận, mỗi nơi một dòng"), "items"),),
        (
            FieldSpec("archive", N_("Lưu"), hint=N_("VT, VHXH"), owner=PLAN_ID, stretch=2),
            FieldSpec(
                "drafter_mark", N_("Ký hiệu người soạn"), hint=N_("để trống: không in"), owner=PLAN_ID, stretch=2
            ),
            FieldSpec("copies", N_("Số bản"), "number", owner=PLAN_ID),
        ),
        (
            FieldSpec(
                "signature.lines",
                N_("Quyền hạn, chức vụ của người ký, mỗi dòng in một dòng"),
                "signing",
                N_("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
                owner=PLAN_ID,
            ),
        ),
        (FieldSpec("signature.name", N_("Họ và tên người ký"), owner=PLAN_ID),),
    ),
    "appendices": ((FieldSpec("children", N_("Các phụ lục in sau phần ký"), "items"),),),
    "footnotes": (
        (FieldSpec("children", N_("Chú thích cuối trang; thêm bằng nút “Chú thích” khi soạn lời văn"), "items"),),
    ),
    "section": (
        (FieldSpec("title", N_("Tiêu đề"), "title", N_("Tên của mục"), begins=True),),
        (replace(_ITEMS, begins=True),),
        (FieldSpec("role", N_("Mục này nói về"), "choice", choices=tuple(ROLE_NAMES.items())), _CHILD_LABELS),
        (
            FieldSpec("numbered", N_("Có đánh số"), "check"),
            FieldSpec("run_in", N_("Nội dung viết tiếp sau tiêu đề, cùng dòng"), "check", stretch=2),
        ),
    ),
    "paragraph": (
        (FieldSpec("text", N_("Lời văn; Enter sang đoạn mới, Shift+Enter xuống dòng"), "prose"),),
        (FieldSpec("numbered", N_("Có đánh số như một mục"), "check"),),
        (FieldSpec("children", N_("Các ý bên dưới"), "items"),),
    ),
    "bullet": (
        (FieldSpec("text", N_("Lời văn; Enter sang ý mới, Shift+Enter xuống dòng"), "prose"),),
        (FieldSpec("children", N_("Các ý bên dưới"), "items"),),
    ),
    "label_line": (
        (FieldSpec("text", N_("Dòng nhãn, không kể dấu * ở đầu"), "title", N_("Nhiệm vụ:")),),
        (_ITEMS,),
    ),
    "target": (
        (FieldSpec("text", N_("Lời văn in ra"), "goal", N_("Phấn đấu … đạt …")),),
        (
            FieldSpec("comparator", N_("So sánh"), "choice", stretch=4, choices=tuple(COMPARATOR_NAMES.items())),
            FieldSpec("value", N_("Giá trị"), hint="95", stretch=3),
            FieldSpec("unit", N_("Đơn vị tính"), hint="%", stretch=3),
            FieldSpec("year", N_("Năm phải đạt"), "number", stretch=2),
        ),
        (
            FieldSpec("baseline", N_("Kết quả năm trước")),
            FieldSpec("actual", N_("Kết quả năm nay")),
            FieldSpec("source", N_("Giao tại văn bản"), "wide_line", N_("Kế hoạch số … của UBND tỉnh"), stretch=2),
        ),
        (FieldSpec("lead", N_("Chủ trì"), "units", _ADD_UNIT),),
        (FieldSpec("coordinating", N_("Phối hợp"), "units", _ADD_UNIT),),
        (FieldSpec("children", N_("Các ý bên dưới"), "items"),),
    ),
    "task": (
        (FieldSpec("title", N_("Tên nhiệm vụ"), "title", N_("Việc phải làm, bắt đầu bằng động từ")),),
        (_ITEMS,),
        (
            FieldSpec("lead", N_("Chủ trì"), "units", _ADD_UNIT),
            FieldSpec("advisers", N_("Tham mưu"), "units", _ADD_UNIT),
        ),
        (
            FieldSpec("coordinating", N_("Phối hợp"), "units", _ADD_UNIT),
            FieldSpec("leaders", N_("Lãnh đạo phụ trách"), "leaders", _ADD_UNIT),
        ),
        (FieldSpec("products", N_("Sản phẩm, mỗi dòng một sản phẩm"), "lines", N_("Báo cáo kết quả rà soát")),),
        (
            FieldSpec("deadline", N_("Thời gian hoàn thành"), "deadline", N_("Quý II/2026"), stretch=3),
            FieldSpec("status", N_("Tình trạng"), "choice", stretch=2, choices=tuple(TASK_STATUS_NAMES.items())),
        ),
        (
            FieldSpec("budget_source", N_("Nguồn kinh phí"), hint=N_("Ngân sách xã")),
            FieldSpec("target", N_("Chỉ tiêu liên quan"), "target"),
        ),
    ),
    "roadmap_year": (
        (
            FieldSpec("label", N_("Dòng in ra"), "title", N_("Năm 2026"), stretch=4),
            FieldSpec("year", N_("Năm"), "number", required=True),
        ),
        (_ITEMS,),
    ),
    "assignment": (
        (
            FieldSpec("prefix", N_("Lời mở đầu"), hint=N_("Đề nghị, Giao…")),
            FieldSpec("unit", N_("Đơn vị"), "unit", stretch=3),
        ),
        (FieldSpec("children", N_("Nhiệm vụ được giao"), "items"),),
        (
            FieldSpec("numbered", N_("Có đánh số"), "check"),
            FieldSpec("run_in", N_("Việc đầu tiên viết tiếp sau tên đơn vị, cùng dòng"), "check", stretch=2),
        ),
    ),
    "table": (
        (FieldSpec("title", N_("Tên bảng"), "title", N_("Để trống nếu bảng không có tên")),),
        (FieldSpec("rows", N_("Các ô"), "grid"),),
        (
            FieldSpec("header_rows", N_("Số hàng tiêu đề, lặp lại ở mỗi trang"), "number", stretch=2, required=True),
            FieldSpec("orientation", N_("Hướng giấy"), "choice", choices=_ORIENTATIONS),
        ),
    ),
    "legal_basis": ((FieldSpec("text", N_("Căn cứ, không kể dấu “;” cuối đoạn"), "basis"),),),
    "recipient": ((FieldSpec("text", N_("Nơi nhận")),),),
    "footnote": ((FieldSpec("text", N_("Lời chú thích"), "rich"),),),
    "appendix": (
        (FieldSpec("title", N_("Tên phụ lục"), "title", N_("Danh mục nhiệm vụ …")),),
        (
            FieldSpec(
                "reference", N_("Dòng “Kèm theo”"), hint=N_("để trống: tự ghi theo số, ngày, cơ quan"), stretch=3
            ),
            FieldSpec("orientation", N_("Hướng giấy"), "choice", choices=_ORIENTATIONS),
        ),
        (_ITEMS,),
        (_CHILD_LABELS,),
    ),
}
"""Rows of fields by kind; for parts and the plan's head by their id. ``NOTE`` follows on every node."""

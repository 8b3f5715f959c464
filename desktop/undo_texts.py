"""What the undo menu says: a closed table of sentences by change, kind, field and batch name."""

from __future__ import annotations

from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.plan import Plan
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

_FIELDS: dict[str, str] = {
    "title": N_("Sửa tiêu đề"),
    "text": N_("Sửa lời văn"),
    "label": N_("Sửa lời văn"),
    "letterhead": N_("Sửa cơ quan ban hành"),
    "number": N_("Sửa số, ký hiệu"),
    "symbol": N_("Sửa số, ký hiệu"),
    "place": N_("Sửa địa danh, ngày tháng"),
    "date": N_("Sửa địa danh, ngày tháng"),
    "subject": N_("Sửa trích yếu"),
    "topic": N_("Sửa lĩnh vực"),
    "status": N_("Đổi tình trạng"),
    "period": N_("Đổi thời kỳ của kế hoạch"),
    "scheme": N_("Đổi kiểu đánh số"),
    "child_labels": N_("Đổi kiểu đánh số"),
    "numbered": N_("Đổi kiểu đánh số"),
    "signature": N_("Sửa phần ký"),
    "archive": N_("Sửa nơi nhận"),
    "draft_mark": N_("Đổi chữ DỰ THẢO"),
    "drafter_mark": N_("Sửa ký hiệu người soạn"),
    "copies": N_("Sửa số bản"),
    "profile": N_("Đổi cách trình bày"),
    "note": N_("Sửa ghi chú"),
    "role": N_("Đổi vai trò của mục"),
    "leaders": N_("Sửa lãnh đạo phụ trách"),
    "lead": N_("Sửa đơn vị chủ trì"),
    "advisers": N_("Sửa đơn vị tham mưu"),
    "coordinating": N_("Sửa đơn vị phối hợp"),
    "products": N_("Sửa sản phẩm"),
    "deadline": N_("Sửa thời gian hoàn thành"),
    "budget_source": N_("Sửa nguồn kinh phí"),
    "target": N_("Đổi chỉ tiêu liên quan"),
    "unit": N_("Sửa đơn vị"),
    "rows": N_("Sửa bảng"),
    "header_rows": N_("Sửa bảng"),
    "orientation": N_("Đổi hướng giấy"),
}

_INSERTED: dict[str, str] = {
    "section": N_("Thêm mục"),
    "paragraph": N_("Thêm đoạn"),
    "bullet": N_("Thêm gạch đầu dòng"),
    "label_line": N_("Thêm dòng nhãn"),
    "target": N_("Thêm chỉ tiêu"),
    "task": N_("Thêm nhiệm vụ"),
    "roadmap_year": N_("Thêm năm của lộ trình"),
    "assignment": N_("Thêm phân công"),
    "table": N_("Thêm bảng"),
    "legal_basis": N_("Thêm căn cứ"),
    "recipient": N_("Thêm nơi nhận"),
    "footnote": N_("Thêm chú thích"),
    "appendix": N_("Thêm phụ lục"),
}

_REMOVED: dict[str, str] = {
    "section": N_("Xóa mục"),
    "paragraph": N_("Xóa đoạn"),
    "bullet": N_("Xóa gạch đầu dòng"),
    "label_line": N_("Xóa dòng nhãn"),
    "target": N_("Xóa chỉ tiêu"),
    "task": N_("Xóa nhiệm vụ"),
    "roadmap_year": N_("Xóa năm của lộ trình"),
    "assignment": N_("Xóa phân công"),
    "table": N_("Xóa bảng"),
    "legal_basis": N_("Xóa căn cứ"),
    "recipient": N_("Xóa nơi nhận"),
    "footnote": N_("Xóa chú thích"),
    "appendix": N_("Xóa phụ lục"),
}

_BATCHES: dict[str, str] = {
    "delete": N_("Xóa"),
    "duplicate": N_("Nhân đôi"),
    "items": N_("Sửa danh sách"),
    "paste": N_("Dán"),
    "text": N_("Sửa lời văn"),
    "table": N_("Sửa bảng"),
    "footnote": N_("Thêm chú thích"),
    "import": N_("Nhận vào kế hoạch"),
    "heading": N_("Đổi thành đề mục"),
    "task": N_("Đổi thành nhiệm vụ"),
    "target": N_("Đổi thành chỉ tiêu"),
    "paragraph": N_("Đổi thành lời văn"),
    "assignment": N_("Đổi thành phân công cho đơn vị"),
    "join": N_("Nối vào phần trên"),
    "split": N_("Tách thành mục mới"),
    "move": N_("Chuyển vị trí"),
    "place": N_("Xếp chữ vào kế hoạch"),
    "rollover": N_("Làm cho năm khác"),
    "fix": N_("Sửa theo gợi ý"),
    "issue": N_("Ban hành"),
    "return": N_("Nhận sửa đổi từ Word"),
    "restore": N_("Đưa bản đã lưu trở lại"),
    "replace": N_("Tìm và thay"),
    "tidy": N_("Dọn lỗi gõ"),
    "duties": N_("Sửa phân công"),
    "task-table": N_("Thay bằng bảng sinh từ nhiệm vụ"),
}


def inserted_text(kind: str) -> str:
    """Return what adding a node of ``kind`` is called, in the undo menu and on buttons."""
    return _(_INSERTED[kind])


def undo_text(plan: Plan, change: Change) -> str:
    """Return what the undo menu says for ``change``, which is about to be applied to ``plan``."""
    return _(_marked_text(plan, change))


def _marked_text(plan: Plan, change: Change) -> str:
    match change:
        case SetField():
            return _FIELDS.get(change.field, N_("Sửa nội dung"))
        case InsertNode():
            return _INSERTED.get(change.node.kind, N_("Thêm nội dung"))
        case RemoveNode():
            found = plan.find(change.node)
            return _REMOVED.get(found.kind if found else "", N_("Xóa nội dung"))
        case MoveNode():
            return N_("Chuyển vị trí")
        case Batch():
            return _BATCHES.get(change.name, N_("Sửa nhiều chỗ"))
        case _:
            return N_("Sửa nội dung")

"""Rejections in words: why a move or an entry was not possible. Nothing has changed when one is shown."""

from __future__ import annotations

from desktop.fields.profile import LAYOUT_NAMES
from desktop.node_texts import KIND_NAMES, PLACE_NAMES
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

_SENTENCES: dict[str, str] = {
    "cannot-hold": N_("“{child}” không đặt được bên trong “{holder}”."),
    "into-itself": N_("Không chuyển được một mục vào bên trong chính nó."),
    "no-such-place": N_("Chỗ đặt không còn nữa vì kế hoạch vừa thay đổi. Hãy thử lại."),
    "unknown-node": N_("Phần này không còn trong kế hoạch. Hãy chọn lại trong dàn ý."),
    "read-only": N_("Chỉ xem được: thư viện đang mở ở nơi khác hoặc không ghi được. Nội dung ở đây chưa thay đổi gì."),
    "id-taken": N_("Phần này đã có trong kế hoạch."),
    "kind-stays": N_("{kind}: không đổi được thành loại khác."),
    "only-content": N_("Chỉ đổi được loại của các phần trong nội dung và phụ lục."),
    "already-so": N_("Phần này đã là loại đó rồi."),
    "no-heading-above": N_("Ngay phía trên không có đề mục để đặt vào. Hãy sửa đề mục phía trên trước."),
    "nothing-above": N_("Phía trên không có lời văn để nối vào."),
    "mark-in-unit": N_("Tên đơn vị không mang dấu chú thích. Hãy bỏ dấu chú thích trước."),
    "unit-without-duty": N_("Kế hoạch chưa giao việc gì cho {unit}."),
    "outside-decree": N_(
        "{field}: {value} nằm ngoài mức Nghị định 30/2020/NĐ-CP cho phép ({article}: {allowed}). Đã giữ giá trị cũ."
    ),
}


def rejection_text(code: str, data: dict[str, object]) -> str:
    """Return why the domain said no, with what the places and kinds are called."""
    known = KIND_NAMES | PLACE_NAMES | LAYOUT_NAMES | {"part": N_("phần này")}
    words = {key: _(known[str(value)]) if str(value) in known else _figures(value) for key, value in data.items()}
    sentence = _SENTENCES.get(code, N_("Không thực hiện được thay đổi này. Kế hoạch vẫn giữ nguyên."))
    return _(sentence).format_map(words)


def _figures(value: object) -> str:
    """Return a figure with a decimal comma, a range or list of them with dashes or commas, else the value as it is."""
    match value:
        case bool() | str():
            return str(value)
        case int() | float():
            return f"{value:g}".replace(".", ",")
        case (float() as low, float() as high):
            return f"{_figures(low)}–{_figures(high)}"
        case tuple():
            return "; ".join(_figures(item) for item in value)
        case _:
            return str(value)

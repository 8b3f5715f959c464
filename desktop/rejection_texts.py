"""Rejections in words: why a move or an entry was not possible. Nothing has changed when one is shown."""

from __future__ import annotations

from desktop.node_texts import KIND_NAMES, PLACE_NAMES
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

_SENTENCES: dict[str, str] = {
    "cannot-hold": N_("“{child}” không đặt được bên trong “{holder}”."),
    "into-itself": N_("Không chuyển được một mục vào bên trong chính nó."),
    "no-such-place": N_("Chỗ đặt không còn nữa vì kế hoạch vừa thay đổi. Hãy thử lại."),
    "unknown-node": N_("Phần này không còn trong kế hoạch. Hãy chọn lại trong dàn ý."),
    "id-taken": N_("Phần này đã có trong kế hoạch."),
}


def rejection_text(code: str, data: dict[str, object]) -> str:
    """Return why the domain said no, with what the places and kinds are called."""
    known = KIND_NAMES | PLACE_NAMES | {"part": N_("phần này")}
    words = {key: _(known[str(value)]) if str(value) in known else str(value) for key, value in data.items()}
    sentence = _SENTENCES.get(code, N_("Không thực hiện được thay đổi này. Kế hoạch vẫn giữ nguyên."))
    return _(sentence).format_map(words)

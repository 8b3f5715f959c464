"""What a line begins: a heading, an item, a basis, the recipients, a signature, an appendix. Asked by the joiner."""

from __future__ import annotations

import re

from documents.reading.text_labels import UPPERCASE, LabelKind, parse_label

TITLE = re.compile(
    r"^\W*(?:DỰ\s+THẢO\W+)?(?:KẾ\s+HOẠCH|CHƯƠNG\s+TRÌNH\s+HÀNH\s+ĐỘNG|PHƯƠNG\s+ÁN|ĐỀ\s+ÁN|CHƯƠNG\s+TRÌNH)(?!\w)(?![^\n]*:\s*$)"
)
BASIS = re.compile(
    r"^(?:Căn\s+cứ|Thực\s+hiện|Thi\s+hành|Xét|Theo|Để|Nhằm|Trên\s+cơ\s+sở|Tiếp\s+tục\s+thực\s+hiện|Triển\s+khai(?:\s+thực\s+hiện)?)"
    r"(?!\w)",
)
RECIPIENTS = re.compile(r"^\W*N(?:ơi|ƠI)\s+(?:nhận|NHẬN|gửi)\b", re.IGNORECASE)
AUTHORITY = re.compile(rf"^\W*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?\.?\s*(?=[{UPPERCASE}]{{2}})")
OFFICE = re.compile(
    r"^\W*(?:QUYỀN\s+|Q\.\s*|PHÓ\s+)?(?:CHỦ TỊCH|TRƯỞNG (?:PHÒNG|BAN|CÔNG AN|TRẠM|ĐOÀN)|TRƯỞNG BAN|BÍ THƯ|GIÁM ĐỐC|"
    rf"HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|CHỈ HUY TRƯỞNG|TRẠM TRƯỞNG|THỦ TRƯỞNG|CHÁNH THANH TRA)(?:\s+[{UPPERCASE},\- ]+)?\W*$"
)
_LOST_CAPITALS = re.compile(
    r"^\W*(?:(?:tm|t/m|kt|tl|tuq)\s?\.\s*(?:ủy ban|uỷ ban|ubnd|chủ tịch|hiệu trưởng|trưởng|giám đốc|ban|thường trực)"
    r"[\w ]{0,40}|(?:quyền |phó )?(?:chủ tịch|trưởng (?:ban|phòng|trạm|công an xã|công an phường)|trạm trưởng|"
    r"hiệu trưởng|giám đốc|bí thư|chỉ huy trưởng))\W*$",
    re.IGNORECASE,
)
"""Lines of a signature in a text whose font of capitals was lost: nothing else stands on them."""

_LONE_TITLE = re.compile(r"^\W*(?:kế hoạch(?: hành động)?|phương án|đề án|chương trình hành động)\W*$", re.IGNORECASE)
APPENDIX = re.compile(
    r"^\W*(?:PHỤ LỤC|Phụ lục(?=\s*[:.]?\s*$)|"
    r"Phụ lục\s+(?:số\s*)?(?:[IVX]+|\d{1,2})(?!\w)(?!\s+[^\W\d_A-Z])|PHỤ BIỂU|BIỂU MẪU|MẪU SỐ|BIỂU SỐ|"
    rf"Biểu số \d|Mẫu số \d)(?=\W|$)(?![^{UPPERCASE}\d(:.\-–\s])"
)
NUMBER_LINE = re.compile(rf"^Số\s?:\s*(?:\d{{1,4}}[a-z]?|[….\s_]*)\s*/\s*[{UPPERCASE}]")
"""Số: 02/KH-UBND, its number blank in a draft."""
NATION = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+X(?:Ã|Ã)\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM", re.IGNORECASE)
MOTTO = re.compile(r"Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc", re.IGNORECASE)
_CAPTION = re.compile(
    r"^(?:Bảng|Biểu|BẢNG|BIỂU)(?:\s+số)?\s+[\dIVX]+|^\((?:Kèm theo|Ban hành kèm|Có phụ lục)|^Ghi chú\s*:|^Đơn vị tính"
)

CONNECTIVES = frozenset(
    """và của các cho với về theo trong tại đến từ là bằng để do bởi những mỗi một hoặc hay như khi nếu mà gồm cùng
    giữa chưa đã đang sẽ cần phải không nhằm gắn""".split()  # noqa: SIM905 (a list of words reads better as words)
)
"""Last words after which a Vietnamese line is not finished."""

_CLOSED_WORDS = (
    "tồn tại", "hiện tại", "thực tại", "tiếp theo", "công bằng", "cân bằng", "đồng bằng", "văn bằng", "cuối cùng",
    "sau cùng", "danh từ", "bên trong", "nội tại",
)  # fmt: skip
"""Words whose last syllable is a connective by itself only."""

_BODIES = frozenset({"Sở", "Bộ", "UBND", "HĐND", "Ủy", "Uỷ"})
_SENTENCE_END = re.compile(r"(?:[.;:!?…]|/\.|\./)[\s”\"’»)\]]*$")


_SPREAD = {"KẾHOẠCH": "KẾ HOẠCH", "CHƯƠNGTRÌNH": "CHƯƠNG TRÌNH", "PHƯƠNGÁN": "PHƯƠNG ÁN", "ĐỀÁN": "ĐỀ ÁN"}
_SPREAD_LABEL = re.compile(r"\s*(?:[IVX]{1,4}|[A-H]|\d{1,2})\s?[.)/\-]\s*")
_LONE_LETTERS = re.compile(r"^(?:\s*(?:[IVX]{1,4}|\d{1,2})\s?[.)/\-])?\W*(?:[^\W\d_]\s+){3,}[^\W\d_]\W*$")


def unspread(line: str) -> str:
    """Return the line; what is set in spaced letters ("K Ế  H O Ạ C H") comes back in words where a tên loại or wider
    gaps tell where they end."""
    if not _LONE_LETTERS.match(line):
        return line
    known = _SPREAD.get("".join(c for c in line if c.isalpha()))
    if known:
        return known
    label = _SPREAD_LABEL.match(line)
    head = label[0] if label else ""
    rest = line[len(head) :]
    words = re.split(r"\s{2,}", rest.strip())
    return head + " ".join(re.sub(r"\s", "", word) for word in words) if len(words) > 1 else line


def is_title(plain: str) -> bool:
    """Say whether a line is a tên loại: in capitals, or alone on its line."""
    return bool(TITLE.match(plain) or _LONE_TITLE.match(plain))


def is_authority(plain: str) -> bool:
    """Say whether a line tells for whom is signed ("TM. ỦY BAN NHÂN DÂN")."""
    lost = _LOST_CAPITALS.match(plain) and "." in plain
    return bool(lost or (AUTHORITY.match(plain) and is_caps(plain)))


def is_office(plain: str) -> bool:
    """Say whether a line is the office of who signs ("CHỦ TỊCH")."""
    return bool(OFFICE.match(plain) or (_LOST_CAPITALS.match(plain) and "." not in plain))


def starts_structure(plain: str) -> bool:
    """Say whether a line with this text begins a paragraph of its own by its form."""
    label = parse_label(plain)
    if label is not None:
        return not (label.kind is LabelKind.DASH and plain[label.end : label.end + 1].islower())
    return bool(
        RECIPIENTS.match(plain)
        or AUTHORITY.match(plain)
        or APPENDIX.match(plain)
        or _CAPTION.match(plain)
        or NATION.search(plain)
        or NUMBER_LINE.match(plain)
        or plain.startswith(("Căn cứ ", "CĂN CỨ"))
    )


def ends_sentence(plain: str) -> bool:
    """Say whether the text ends in a closing mark."""
    return bool(_SENTENCE_END.search(plain))


def ends_open(plain: str) -> bool:
    """Say whether the text ends in a comma or in a word that asks for more."""
    if plain.endswith((",", "-", "–", "(", "/", "&", "+")):
        return True
    last = plain.rsplit(None, 1)[-1].strip("“\"'(") if plain.split() else ""
    if plain.lower().endswith(_CLOSED_WORDS):
        return False
    return last.lower() in CONNECTIVES or last in _BODIES


def is_caps(plain: str) -> bool:
    """Say whether the letters of a text are capitals (at least four of them)."""
    letters = [c for c in plain if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)

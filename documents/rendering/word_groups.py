"""Where a long agency's name may be broken: the cost of ending a line after each of its words.

Best before "VÀ" and after a comma; then after the kind of body ("TRUNG TÂM / DỊCH VỤ …") and between words of
administration; never inside one of them. What is in no list is taken for words of two
syllables, as most are.
"""

from __future__ import annotations

from functools import cache

NEVER = 10.0
"""From this cost on a break is worse than any number of lines."""

_GOOD, _FAIR, _LOOSE, _POOR = 0.4, 1.0, 1.5, 3.0
_KNOWN, _GUESSED = 2 * NEVER, 7.0
"""Within a word of the lists, and within two syllables taken for one."""

_COMPOUNDS = (
    "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ĐẶC KHU", "THÀNH PHỐ", "VĂN HÓA", "XÃ HỘI", "HẠ TẦNG", "ĐÔ THỊ",
    "KINH TẾ", "NÔNG NGHIỆP", "NÔNG THÔN", "MÔI TRƯỜNG", "TÀI NGUYÊN", "DỊCH VỤ", "TỔNG HỢP", "CUNG ỨNG",
    "PHỤC VỤ", "SỰ NGHIỆP", "HÀNH CHÍNH CÔNG", "HÀNH CHÍNH", "CÔNG LẬP", "QUÂN SỰ", "CHỈ HUY", "CÔNG AN",
    "Y TẾ", "QUẦN ĐẢO", "CHUYỂN ĐỔI SỐ", "CẢI CÁCH", "KHOA HỌC", "CÔNG NGHỆ", "GIÁO DỤC", "ĐÀO TẠO", "THỂ THAO",
    "DU LỊCH", "THÔNG TIN", "TRUYỀN THÔNG", "TRUYỀN THANH", "PHÁT TRIỂN", "THỰC HIỆN", "DÂN TỘC", "TÔN GIÁO",
    "ĐỔI MỚI", "SÁNG TẠO", "NGHỊ QUYẾT", "PHÒNG CHỐNG", "THIÊN TAI", "TÌM KIẾM", "CỨU NẠN", "PHÒNG THỦ",
    "DÂN SỰ", "GIẢM NGHÈO", "BỀN VỮNG", "MỤC TIÊU", "QUỐC GIA", "CHƯƠNG TRÌNH", "XÂY DỰNG", "TỔ CHỨC", "NỘI VỤ",
    "TƯ PHÁP", "TÀI CHÍNH", "KẾ HOẠCH", "ĐẦU TƯ", "DỰ ÁN", "AN NINH", "TRẬT TỰ", "AN TOÀN", "GIAO THÔNG",
    "BẢO VỆ", "CHĂM SÓC", "TRẺ EM", "PHỤ NỮ", "THANH NIÊN", "NÔNG DÂN", "CỰU CHIẾN BINH", "MẶT TRẬN",
    "VIỆT NAM", "KHUYẾN NÔNG", "KHUYẾN HỌC", "ỨNG PHÓ", "SỰ CỐ", "THI ĐUA", "KHEN THƯỞNG", "NHÂN DÂN",
    "HỢP TÁC", "ĐỐI NGOẠI", "LAO ĐỘNG", "THƯƠNG BINH", "QUẢN LÝ", "ĐẤT ĐAI", "THƯƠNG MẠI", "CÔNG THƯƠNG",
    "GIAI ĐOẠN", "TRUNG HỌC CƠ SỞ", "TIỂU HỌC", "MẦM NON", "TỔ QUỐC", "PHỐI HỢP", "PHỔ BIẾN", "PHÁP LUẬT",
    "VẬN ĐỘNG", "KHOA GIÁO",
)  # fmt: skip

_BODIES = (
    "VĂN PHÒNG", "TRUNG TÂM", "BAN QUẢN LÝ", "BAN CHỈ ĐẠO", "BAN CHỈ HUY", "BAN TỔ CHỨC", "BAN VẬN ĐỘNG",
    "TỔ CÔNG TÁC", "TỔ GIÚP VIỆC", "HỘI ĐỒNG", "ỦY BAN", "TRẠM", "PHÒNG", "BAN", "SỞ", "HỘI", "ĐOÀN", "TRƯỜNG",
)  # fmt: skip
"""Kinds of body, with which a name begins."""

UNITS = ("XÃ", "PHƯỜNG", "ĐẶC KHU", "TỈNH", "THÀNH PHỐ")
"""Kinds of unit, which stay with the name after them."""


def break_costs(words: tuple[str, ...]) -> list[float]:
    """Return for each word but the last what it costs to end a line after it."""
    groups = _groups(words)
    costs: list[float] = []
    for number, (group, following) in enumerate(zip(groups, [*groups[1:], ()], strict=True)):
        costs += [_KNOWN if _is_known(group) else _GUESSED] * (len(group) - 1)
        costs.append(_between(group, following, is_first=number == 0))
    return costs[:-1]


def torn(words: tuple[str, ...], ends: list[int]) -> float:
    """Return what it costs that lines end after the first ``ends`` words within words of several syllables: 0 where
    none does. Lines that end with "VÀ" cost nothing here, since a title set by its width alone can hardly avoid it."""
    costs = break_costs(words)
    return sum(costs[end - 1] for end in ends if costs[end - 1] in (_KNOWN, _GUESSED))


def _between(group: tuple[str, ...], following: tuple[str, ...], *, is_first: bool) -> float:
    """Return what a break between two groups costs."""
    before, after = " ".join(group), " ".join(following)
    if after in ("-", "–", "&") or before in ("VÀ", "&", "CỦA", "VỀ", "CHO"):
        return NEVER
    if before.endswith((",", ";")) or after == "VÀ":
        return _GOOD
    if before in ("-", "–") or before in UNITS:
        return _POOR
    return _FAIR if is_first or (_is_known(group) and _is_known(following)) else _LOOSE


def _is_known(group: tuple[str, ...]) -> bool:
    return " ".join(group).rstrip(",;") in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset((*_COMPOUNDS, *_BODIES))


def _groups(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the words in groups: those of the lists, the longest first; else by twos."""
    found: list[tuple[str, ...]] = []
    loose: list[str] = []
    at = 0
    while at < len(words):
        length = _known_length(words, at, is_first=at == 0)
        if length:
            found += [*_paired(loose), words[at : at + length]]
            loose = []
            at += length
        else:
            loose.append(words[at])
            at += 1
    return found + _paired(loose)


def _known_length(words: tuple[str, ...], at: int, *, is_first: bool) -> int:
    """Return how many words from ``at`` on are one group of the lists or a joining word, 0 for none."""
    for length in range(min(5, len(words) - at), 0, -1):
        said = " ".join(words[at : at + length])
        bare = said.rstrip(",;")
        if bare in _COMPOUNDS or (is_first and bare in _BODIES) or said in _SINGLE or (length == 1 and bare != said):
            return length
    return 0


_SINGLE = frozenset({"-", "–", "&", "VÀ", "CỦA", "VỀ", "CHO", *UNITS})


def _paired(loose: list[str]) -> list[tuple[str, ...]]:
    """Return syllables of no list by twos; an odd one goes with the last two."""
    pairs = [tuple(loose[at : at + 2]) for at in range(0, len(loose), 2)]
    if len(pairs) > 1 and len(pairs[-1]) == 1:
        pairs[-2:] = [pairs[-2] + pairs[-1]]
    return pairs

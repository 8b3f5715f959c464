"""Names of bodies and office holders at the head of a line: who is meant, and how he is addressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = re.compile(
    r"^(?P<prefix>(?:Kính\s+)?[Đđ]ề nghị|Giao(?: cho)?|Yêu cầu|Phân công|Đối với|Trách nhiệm của|ĐỀ NGHỊ|GIAO)\s+(?=\S)"
)
_HEADS = (
    r"phòng|ban|công an|trạm|trường|ủy ban|uỷ ban|ubnd|ubmttq|ub|hội|đoàn|mặt trận|mttq|trung tâm|văn phòng|tổ|thôn|bản|"
    r"ấp|xóm|làng|buôn|khối|khu|khu phố|khu dân cư|tổ dân phố|trưởng|phó|bí thư|chi bộ|chi hội|đảng ủy|đảng uỷ|hđnd|thường trực|"
    r"công chức|viên chức|cán bộ|bộ phận|lãnh đạo|chủ tịch|hiệu trưởng|thủ trưởng|đài|kế toán|hợp tác xã|doanh nghiệp|"
    r"cơ quan|đơn vị|tổ chức|đoàn thể|ngành|cơ sở|quân sự|chỉ huy|ban chỉ huy|bch|bcđ|liên đoàn|công đoàn|hộ|nhân dân|"
    r"người dân|người đứng đầu|cấp ủy|cấp uỷ|cá nhân|kho bạc|ngân hàng|chi cục|đội|quỹ|thành viên|cha mẹ|phụ huynh|"
    r"bệnh viện|nhà trường|hạt|đồn|điểm|tổ trưởng|mặt trận tổ quốc|lực lượng|chợ|thư viện|nhà văn hóa|cựu chiến binh"
)
_UNIT = re.compile(rf"^(?:(?:các|toàn thể|những|mỗi|tất cả)\s+)*(?:{_HEADS}|đồng chí|đ/c|ông|bà)(?!\w)", re.IGNORECASE)
_VERB = re.compile(
    r"\s+(?=(?:chủ trì|phối hợp với|phối hợp cùng|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|căn cứ|chủ động|"
    r"tổ chức (?:thực hiện|triển khai|tuyên truyền|quán triệt|rà soát|kiểm tra)|thực hiện|xây dựng|hướng dẫn|theo dõi|tăng cường|"
    r"đẩy mạnh|tiếp tục|tuyên truyền|triển khai|rà soát|là (?:cơ quan|đơn vị|đầu mối)|bố trí|đảm bảo|bảo đảm|báo cáo|"
    r"kiểm tra|vận động(?!\s+viên)|chỉ đạo|cử|lập|chuẩn bị|quản lý|đôn đốc|tổng hợp|thẩm định|cân đối|kiện toàn|duy trì|"
    r"quán triệt|phân công|tiếp nhận|huy động|lồng ghép|hỗ trợ|tham gia|nghiêm túc|chấp hành|giám sát|cung cấp|đề xuất|"
    r"trực tiếp|phụ trách)(?!\w))"
)
_NAMES_ON = re.compile(
    r"(?:^|[,;]\s|\bvà\s)(?:các\s+)?(?:ban|tổ|đội|đoàn|phòng|hội|trung tâm|ủy ban|uỷ ban|cơ quan|đơn vị)$|\b(?:và|các)$", re.IGNORECASE
)
_NO_UNIT = re.compile(r"^(?:đội ngũ|cơ sở vật chất|cơ sở dữ liệu|tổ chức (?:thực hiện|triển khai|các|tuyên|kiểm|tốt)|"
                      r"ngành nghề|hội nghị|hội thảo|hội thi|khu vực|đơn vị tính|trường hợp|ban hành|đoàn kết|cán bộ[,:]|"
                      r"đội tuyển|điểm (?:mới|nhấn)|chợ phiên|phòng[,]? chống|phòng ngừa|phòng dịch|bản đồ|làng nghề|quỹ đất)", re.IGNORECASE)  # fmt: skip
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Unit:
    """prefix: how it is addressed ("Đề nghị"), "" for none; name: the body or bodies, as written."""

    prefix: str
    name: str


def split_unit(text: str) -> Unit | None:
    """Return the body that ``text`` names and nothing else, None where it names none."""
    text = text.strip().rstrip(" :.;")
    prefix = _PREFIX.match(text)
    name = text[prefix.end() :] if prefix else text
    bare = re.sub(r"^(?:các|toàn thể)\s+", "", name, flags=re.IGNORECASE)
    if not _UNIT.match(name) or _NO_UNIT.match(bare) or len(name.split()) > _LONGEST:
        return None
    if re.search(r"[.!?]\s", name) or _is_sentence(name):
        return None
    return Unit(prefix["prefix"] if prefix else "", name)


def _verb(text: str) -> re.Match[str] | None:
    """Return the verb that begins the duties in ``text``; "Ban chỉ đạo", "Tổ kiểm tra" are names."""
    return next((match for match in _VERB.finditer(text) if not _NAMES_ON.search(text[: match.start()])), None)


def _is_sentence(name: str) -> bool:
    return _verb(name) is not None


def leading_unit(text: str) -> tuple[Unit, str] | None:
    """Return the body a sentence begins with and the rest ("Giao Phòng Y chủ trì …"), None where it begins with none."""
    match = _verb(text)
    if match is None or match.start() == 0:
        return None
    unit = split_unit(text[: match.start()].rstrip(" ,"))
    return (unit, text[match.end() :].strip()) if unit else None

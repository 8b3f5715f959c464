"""An appendix that was bound before the plan it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.importing import import_plan

APPENDIX = """PHỤ LỤC I
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Suối Lim)
{tasks}
"""
PLAN = """
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI LIM              Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND           Suối Lim, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát triển chợ phiên năm 2026

I. MỤC ĐÍCH
Giữ chợ phiên sạch đẹp.
II. TỔ CHỨC THỰC HIỆN
Phòng Kinh tế chủ trì thực hiện Kế hoạch này./.

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Thị Mây
"""


@pytest.mark.parametrize("count", [2, 60])
def test_an_appendix_before_the_letterhead_goes_behind_the_signature(tmp_path: Path, count: int):
    tasks = "\n".join(f"{number}. Sửa gian hàng thứ {number} của chợ phiên" for number in range(1, count + 1))
    path = tmp_path / "nguon.txt"
    path.write_text(APPENDIX.format(tasks=tasks) + PLAN, encoding="utf-8")
    found = import_plan(path)
    plan = found.plan
    assert (plan.letterhead.parent, plan.letterhead.agency) == ("", ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"))
    assert (plan.number, plan.subject) == ("12", "Phát triển chợ phiên năm 2026")
    assert len(plan.appendices.children) == 1
    assert (found.report.unplaced, found.report.text_kept) == ([], 1.0)


def test_an_appendix_alone_stays_what_is_read_first(tmp_path: Path):
    path = tmp_path / "nguon.txt"
    path.write_text(APPENDIX.format(tasks="1. Sửa chợ phiên"), encoding="utf-8")
    assert import_plan(path).report.text_kept > 0

"""The marks of an office on the way back: DỰ THẢO, the drafter's mark and the copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.importing import import_plan

TEXT = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI LIM              Độc lập - Tự do - Hạnh phúc
Số:     /KH-UBND         Suối Lim, ngày   tháng 3 năm 2026
{mark}
KẾ HOẠCH
Phát triển chợ phiên năm 2026

I. MỤC ĐÍCH
Giữ chợ phiên sạch đẹp.
II. TỔ CHỨC THỰC HIỆN
Phòng Kinh tế chủ trì thực hiện Kế hoạch này./.

Nơi nhận:
- Thường trực Đảng ủy;
- Các thôn;
{archive}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Thị Mây
"""


@pytest.fixture
def read(tmp_path: Path):
    """Read the plan of a text with that mark below the number and that archive line."""

    def plan_of(mark: str = "", archive: str = "- Lưu: VT, VHXH."):
        path = tmp_path / "nguon.txt"
        path.write_text(TEXT.format(mark=mark, archive=archive), encoding="utf-8")
        return import_plan(path)

    return plan_of


def test_a_draft_mark_is_read_as_one(read):
    found = read(mark="DỰ THẢO")
    assert found.plan.draft_mark
    assert found.report.unplaced == []
    assert not read().plan.draft_mark


@pytest.mark.parametrize("archive", ["- Lưu: VT, VHXH. PL.(300)", "- Lưu: VT, VHXH.\nPL.(300)"])
def test_the_drafters_mark_is_not_taken_for_the_archive(read, archive):
    plan = read(archive=archive).plan
    assert (plan.archive, plan.drafter_mark, plan.copies) == ("VT, VHXH", "PL", 300)


@pytest.mark.parametrize("archive", ["- Lưu: VT, VHXH(02).", "- Lưu: VT, VHXH (3b)."])
def test_copies_in_the_archive_stay_there(read, archive):
    plan = read(archive=archive).plan
    assert plan.archive == archive.removeprefix("- Lưu: ").rstrip(".")
    assert (plan.drafter_mark, plan.copies) == ("", None)

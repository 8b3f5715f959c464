"""Tasks and duties told in other ways than by titles: tables, sentences, requests, office holders."""

from __future__ import annotations

from typing import Any

from documents.inspection import inspect
from documents.recognition.units import split_unit
from tests.documents.test_recognised_outline import read


def seen(*lines: str) -> dict[str, Any]:
    return inspect(read(*lines))


def units(*lines: str) -> list[str]:
    return [assignment["unit"] for assignment in seen("I. TỔ CHỨC THỰC HIỆN", *lines)["assignments"]]


def test_a_table_of_tasks_tells_tasks_and_its_group_rows_do_not() -> None:
    plan = seen(
        "I. NHIỆM VỤ",
        "| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời gian |",
        "| I | Khảo sát | | | | |",
        "| 1 | Khảo sát đồi | Phòng Kinh tế | Các thôn | Báo cáo | Quý I |",
        "| 2 | Lập dự toán | Văn phòng | | | 15/5/2026 |",
    )
    assert [(t["title"], t["lead"], t["coordinating"], t["products"], t["deadline"]) for t in plan["tasks"]] == [
        ("Khảo sát đồi", ["Phòng Kinh tế"], ["Các thôn"], ["Báo cáo"], "Quý I"),
        ("Lập dự toán", ["Văn phòng"], [], [], "15/5/2026"),
    ]
    assert plan["assignments"] == []


def test_a_table_of_goals_tells_no_tasks() -> None:
    lines = [
        "| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 | Cơ quan chủ trì |",
        "| 1 | Trồng rừng | ha | 50 | Hạt |",
    ]
    plan = seen("I. MỤC TIÊU", *lines)
    assert plan["tasks"] == []
    assert [(goal["value"], goal["unit"], goal["year"]) for goal in plan["targets"]] == [("50", "ha", 2026)]


def test_lines_below_named_tasks_without_labels_are_their_parts() -> None:
    task = ["Cơ quan thực hiện: Phòng Kinh tế", "Thời hạn: Tháng 5/2026", "Yêu cầu đầu ra: Danh sách"]
    plan = seen("I. NHIỆM VỤ CỤ THỂ", "Nhiệm vụ 1: Khảo sát hộ", *task, "Nhiệm vụ 2: Giao cây", *task)
    assert [(t["title"], t["lead"], t["deadline"], t["products"]) for t in plan["tasks"]] == [
        ("Khảo sát hộ", ["Phòng Kinh tế"], "Tháng 5/2026", ["Danh sách"]),
        ("Giao cây", ["Phòng Kinh tế"], "Tháng 5/2026", ["Danh sách"]),
    ]
    assert plan["text_kept"] == 1.0


def test_a_table_of_duties_tells_assignments() -> None:
    lines = ["| TT | Đơn vị | Nhiệm vụ |", "| 1 | Công an xã | Giữ trật tự |", "| 2 | Các thôn | Vận động |"]
    assert units(*lines) == ["Công an xã", "Các thôn"]


def test_numbered_sentences_that_begin_with_bodies_are_titled_by_them() -> None:
    lines = [
        "1. Giao Phòng Kinh tế là cơ quan đầu mối.",
        "2. Yêu cầu Công an xã tăng cường tuần tra.",
        "3. Giao thôn Đoài phát hiện.",
    ]
    plan = seen("I. TỔ CHỨC THỰC HIỆN", *lines)
    assert [a["unit"] for a in plan["assignments"]] == ["Phòng Kinh tế", "Công an xã", "thôn Đoài"]
    assert [h["text"] for h in plan["headings"]][1:] == ["Giao Phòng Kinh tế", "Yêu cầu Công an xã", "Giao thôn Đoài"]


def test_a_body_of_unknown_words_among_bodies_is_one_and_work_is_none() -> None:
    known = ["1. Phòng Kinh tế", "- Chủ trì.", "2. Trạm Y tế", "- Lo thuốc."]
    assert units(*known, "3. Tuyên truyền viên cơ sở", "- Nói chuyện.")[-1] == "Tuyên truyền viên cơ sở"
    assert units(*known, "3. Công tác tuyên truyền", "- Treo pano.") == ["Phòng Kinh tế", "Trạm Y tế"]


def test_a_title_for_all_gives_way_to_the_bodies_below_it() -> None:
    below = [
        "1. Đồng chí Trưởng ban: lãnh đạo chung.",
        "2. Văn phòng là cơ quan thường trực.",
        "3. Công an xã chủ trì.",
    ]
    lines = ["Điều 1. Trách nhiệm của các thành viên", *below, "Điều 2. Chế độ báo cáo", "Báo cáo hằng quý."]
    assert units(*lines) == ["Đồng chí Trưởng ban", "Văn phòng", "Công an xã"]


def test_a_request_behind_the_last_duties_is_one_of_its_own() -> None:
    lines = [
        "1. Phòng Kinh tế",
        "- Chủ trì.",
        "2. Các thôn",
        "- Vận động.",
        "Đề nghị Hội Nông dân xã hỗ trợ giống cây.",
    ]
    assert units(*lines) == ["Phòng Kinh tế", "Các thôn", "Hội Nông dân xã"]


def test_a_closing_request_counts_where_it_names_one_body() -> None:
    one = seen("I. NHIỆM VỤ", "Trồng cây.", "Đề nghị Mặt trận Tổ quốc xã giám sát việc thực hiện Kế hoạch này./.")
    assert [a["unit"] for a in one["assignments"]] == ["Mặt trận Tổ quốc xã"]
    assert seen("I. NHIỆM VỤ", "Trồng cây.", "Yêu cầu các thôn thực hiện nghiêm Kế hoạch này./.")["assignments"] == []


def test_what_an_office_holder_is_in_charge_of_belongs_to_his_name() -> None:
    unit = split_unit("Đồng chí Phó Chủ tịch UBND xã phụ trách kinh tế")
    assert unit is not None
    assert unit.name.endswith("phụ trách kinh tế")
    assert split_unit("Trung tâm Dịch vụ tổng hợp") is not None
    assert split_unit("Phòng Kinh tế chủ trì, theo dõi") is None


def test_quarters_of_a_year_are_steps_of_the_roadmap() -> None:
    lines = [
        "1. Quý I/2026",
        "- Làm đất.",
        "2. Quý II, III năm 2026",
        "- Trồng cây.",
        "3. Giai đoạn 2027-2030",
        "- Chăm sóc.",
    ]
    assert [step["year"] for step in seen("I. LỘ TRÌNH", *lines)["roadmap"]] == [2026, 2026, 2027]


MAU = "Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã"


def told(*lines: str) -> list[dict[str, Any]]:
    return seen("I. NHIỆM VỤ", "1. Trồng cây", "a) Nội dung công việc", "Trồng tre.", *lines)["tasks"]


def test_the_leader_in_charge_is_told_by_an_explicit_label() -> None:
    assignment = (f"- Lãnh đạo phụ trách: {MAU}; Đồng chí Vàng A Thử.", "- Chủ trì: Phòng Kinh tế.")
    (task,) = told("b) Phân công thực hiện", *assignment, "c) Thời gian: Quý II/2026.")
    assert (task["leaders"], task["lead"]) == ([MAU, "Đồng chí Vàng A Thử"], ["Phòng Kinh tế"])
    (alone,) = told(f"b) Đồng chí phụ trách: {MAU}")
    assert (alone["leaders"], alone["lead"]) == ([MAU], [])


def test_a_comrade_without_that_label_is_no_leader_in_charge() -> None:
    (task,) = told(f"{MAU} phụ trách việc này.", "b) Chủ trì: Phòng Kinh tế.", "c) Thời gian: Quý II/2026.")
    assert (task["leaders"], task["lead"]) == ([], ["Phòng Kinh tế"])
    assert f"{MAU} phụ trách việc này." in task["contents"]


def test_a_column_of_leaders_is_not_that_of_who_leads() -> None:
    (task,) = seen(
        "I. NHIỆM VỤ",
        "| TT | Nội dung nhiệm vụ | Lãnh đạo phụ trách | Cơ quan chủ trì | Thời gian |",
        f"| 1 | Khảo sát đồi | {MAU} | Phòng Kinh tế | Quý I |",
    )["tasks"]
    assert (task["leaders"], task["lead"]) == ([MAU], ["Phòng Kinh tế"])


def test_leaders_lead_where_no_column_names_a_unit() -> None:
    (task,) = seen(
        "I. NHIỆM VỤ",
        "| TT | Nội dung nhiệm vụ | Lãnh đạo phụ trách | Thời gian |",
        f"| 1 | Khảo sát đồi | {MAU} | Quý I |",
    )["tasks"]
    assert (task["leaders"], task["lead"]) == ([], [MAU])

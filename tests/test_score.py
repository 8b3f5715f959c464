"""A scorer that cannot fail is worthless: each comparison marks down what is wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.score import comparing, marking, years
from tests.score.comparing import Tally
from tests.score.exams import Exam
from tests.score.marking import head, recognised, words

PLAN = {
    "head_missing": False, "parent": None, "agency": ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG KHẾ"], "number": "07",
    "symbol": "KH-UBND", "place": "Đồng Khế", "date": {"day": 5, "month": 2, "year": 2026}, "doc_type": "KẾ HOẠCH",
    "subject": "Công tác khuyến học", "legal_bases_count": 2, "recipients": ["Các thôn", "Lưu: VT"],
}  # fmt: skip
READ = {
    "letterhead": {"parent": None, "agency": ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG KHẾ"]}, "number": "07", "symbol": "KH-UBND",
    "place": "Đồng Khế", "date": {"day": 5, "month": 2, "year": 2026}, "title": "KẾ HOẠCH",
    "subject": "Công tác khuyến học", "bases": ["a", "b"], "archive": "Lưu: VT",
}  # fmt: skip


def heading(label: str, depth: int, text: str) -> dict[str, object]:
    return {"label": label, "depth": depth, "text": text}


def test_texts_are_folded_but_not_made_equal() -> None:
    assert comparing.folded("Hoà  bình –  An khang:") == comparing.folded("hòa bình - an khang")
    assert comparing.folded("hoàn thành") == "hoàn thành"
    assert comparing.folded("năm 2026") != comparing.folded("năm 2027")


def test_a_right_head_scores_full_and_each_wrong_field_costs_one() -> None:
    assert head(READ, PLAN).recall == 1
    full = head(READ, PLAN).right
    for name, wrong in (("number", "7"), ("place", None), ("bases", ["a"]), ("archive", None), ("subject", "Công tác")):
        assert head(READ | {name: wrong}, PLAN).right == full - 1


def test_nothing_found_scores_nothing() -> None:
    truth = PLAN | {"headings": [heading("I", 1, "Mục đích")], "units": ["Công an xã"], "roadmap_years": [2026],
                    "signer": {"authority": ["CHỦ TỊCH"], "name": "A"}, "targets": [], "tasks": []}  # fmt: skip
    for key, tally in recognised({}, truth).items():
        assert not tally.right, key


def test_headings_lose_for_missing_extra_and_changed_ones() -> None:
    wanted = [heading("I", 1, "Mục đích"), heading("1", 2, "Chung"), heading("II", 1, "Nhiệm vụ")]
    good, depth = comparing.headings(wanted, wanted)
    assert good.f1 == depth.recall == 1
    wrong, _ = comparing.headings([wanted[0], heading("2", 2, "Chung"), wanted[2], heading("-", 2, "x")], wanted)
    assert (wrong.right, wrong.wanted, wrong.found) == (2, 3, 4)
    swapped, _ = comparing.headings([wanted[2], wanted[0], wanted[1]], wanted)
    assert swapped.right == 2
    _, flat = comparing.headings([entry | {"depth": 1} for entry in wanted], wanted)
    assert (flat.right, flat.wanted) == (2, 3)


def test_a_heading_that_may_be_taken_or_left_costs_nothing() -> None:
    wanted, spare = [heading("I", 1, "Mục đích")], [heading("*", 2, "Năm 2026")]
    assert comparing.headings(wanted + spare, wanted, spare)[0].f1 == 1
    assert comparing.headings(wanted, wanted, spare)[0].f1 == 1


def test_a_lost_label_is_not_invented() -> None:
    wanted = [heading("", 1, "Mục tiêu")]
    assert comparing.headings([heading("", 1, "Mục tiêu")], wanted)[0].f1 == 1
    assert comparing.headings([heading("I", 1, "Mục tiêu")], wanted)[0].f1 == 0


def test_bags_count_twice_what_stands_twice() -> None:
    tally = comparing.bag(["a", "b", "b"], ["a", "b", "c"], "unit", ["b"])
    assert (tally.right, tally.wanted, tally.found) == (2, 3, 2)
    assert comparing.bag(["a"], [], "unit").f1 == 0
    assert comparing.bag([], [], "unit").f1 is None


def target(text: str, value: str, comparator: str = ">=", unit: str = "%", year: int = 2026) -> dict[str, object]:
    return {"text": text, "value": value, "comparator": comparator, "unit": unit, "year": year}


def test_targets_are_held_by_value_and_by_each_part() -> None:
    wanted = [target("Thu gom đạt từ 90% trở lên", "90"), target("Hộ nghèo còn dưới 2,5%", "2,5", "<")]
    found, parts = comparing.targets(wanted, wanted, [])
    assert found.f1 == parts.recall == 1
    assert comparing.targets([wanted[0] | {"value": "95"}, wanted[1]], wanted, [])[0].right == 1
    assert comparing.targets([*wanted, target("Xây 3 nhà", "3")], wanted, [])[0].found == 3
    assert comparing.targets([*wanted, target("Xây 3 nhà", "3")], wanted, [target("Xây 3 nhà", "3")])[0].found == 2
    _, parts = comparing.targets([wanted[0] | {"comparator": "="}, wanted[1] | {"year": None}], wanted, [])
    assert (parts.right, parts.wanted) == (4, 6)


def test_targets_of_equal_value_are_told_apart_by_their_text() -> None:
    wanted = [target("trường đạt chuẩn quốc gia", "100"), target("giáo viên được bồi dưỡng", "100", "=")]
    assert comparing.targets(wanted[::-1], wanted, [])[1].recall == 1


def test_a_year_that_is_not_said_may_be_left_but_not_be_another() -> None:
    wanted = [target("Thu gom đạt từ 90% trở lên", "90") | {"year_alt": [None]}]
    for year, right in ((2026, 3), (None, 3), (2025, 2)):
        assert comparing.targets([wanted[0] | {"year": year}], wanted, [])[1].right == right


def test_what_our_own_paper_prints_in_one_way_is_read_in_several() -> None:
    assert comparing.authority("T/M UỶ BAN NHÂN DÂN") == comparing.authority("TM. ỦY BAN NHÂN DÂN")
    assert comparing.authority("KT.CHỦ TỊCH") == comparing.authority("KT. CHỦ TỊCH") != comparing.authority("CHỦ TỊCH")
    assert comparing.archived("Lưu VT") == comparing.archived("Lưu: VT.") != comparing.archived("Lưu: VP")
    assert comparing.appendix("Phụ lục I LỊCH CHUNG") == comparing.appendix("Lịch chung") != comparing.appendix("Lịch")
    assert comparing.appendix("Phụ lục") == "phụ lục"


def task(title: str, **parts: object) -> dict[str, object]:
    return {"title": title, "lead": [], "coordinating": [], "products": [], "deadline": None} | parts


def test_tasks_are_held_by_title_and_by_each_part() -> None:
    wanted = [task("Ban hành kế hoạch kiểm tra", lead=["Văn phòng"], coordinating=["A", "B"], deadline="Quý I/2026")]
    assert comparing.tasks(wanted, wanted)[1].recall == 1
    cut = [wanted[0] | {"coordinating": ["A; B"]}]
    assert comparing.tasks(cut, wanted)[1].recall == 1, "however the list was cut"
    assert comparing.tasks([wanted[0] | {"lead": ["Công an"]}], wanted)[1].right == 3
    assert comparing.tasks([task("Khảo sát mức độ hài lòng")], wanted)[0].right == 0
    assert comparing.tasks([wanted[0], task("Kế hoạch")], wanted)[0].found == 2


def shift(old: str, new: str | None, sentence: str) -> dict[str, object]:
    return {"old": old, "new": new, "sentence": sentence}


TRUTH = {
    "year_shifts": [
        shift("2025-2026", "2026-2027", "Thực hiện nhiệm vụ năm học 2025-2026"),
        shift("15/8/2026", "15/8/2027", "Báo cáo trước ngày 15/8/2026"),
    ],
    "year_either": [shift("01/6/2026", None, "Lễ phát động ngày 01/6/2026")],
    "year_questions": [
        shift("Bính Ngọ", None, "Chúc thọ dịp Tết Bính Ngọ"),
        shift("2008", "2009", "công dân sinh năm 2008"),
    ],
}


def change(old: str, new: str, before: str) -> dict[str, object]:
    return {"old": old, "new": new, "before": before}


def test_shifts_count_single_years_however_a_change_is_cut() -> None:
    whole = change("năm học 2025-2026", "năm học 2026-2027", "Thực hiện nhiệm vụ năm học 2025-2026")
    date = change("2026", "2027", "Báo cáo trước ngày 15/8/2026")
    tally = years.shifts([whole, date], TRUTH)
    assert (tally.right, tally.wanted, tally.found) == (3, 3, 3)


def test_a_wrong_year_a_wrong_place_and_a_missed_one_are_marked_down() -> None:
    skipped = years.shifts([change("15/8/2026", "15/8/2028", "Báo cáo trước ngày 15/8/2026")], TRUTH)
    assert (skipped.right, skipped.found) == (0, 1)
    citation = years.shifts([change("2026", "2027", "Căn cứ Quyết định số 5/QĐ-UBND ngày 02/01/2026")], TRUTH)
    assert (citation.right, citation.found) == (0, 1)
    assert years.shifts([], TRUTH).recall == 0


def test_a_token_that_may_be_changed_or_left_counts_nowhere() -> None:
    tally = years.shifts([change("01/6/2026", "01/6/2027", "Lễ phát động ngày 01/6/2026")], TRUTH)
    assert (tally.right, tally.found) == (0, 0)


def test_a_question_changed_in_silence_is_wrong_and_not_asked() -> None:
    silent = [change("2008", "2009", "công dân sinh năm 2008")]
    assert years.shifts(silent, TRUTH).found == 1
    assert years.questions([], TRUTH).right == 0
    asked = [*silent, change("Bính Ngọ", "Đinh Mùi", "Chúc thọ dịp Tết Bính Ngọ")]
    assert years.questions(asked, TRUTH).recall == 1


def test_words_are_of_letters_and_no_labels() -> None:
    assert words("II. Năm 2026, hoà xã") == words("1. năm xã hòa")
    assert words("năm năm") != words("năm")


def test_a_word_lost_on_the_way_to_paper_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exam = Exam("x", tmp_path / "none.txt", {"headings": [heading("Phần thứ nhất", 1, "Mục tiêu")]})
    exam.file.write_text("Phần thứ nhất\nMục tiêu giữ vững", "utf-8")
    for paper, kept in (("Mục tiêu giữ vững", 1), ("Mục tiêu giữ", 0.75)):
        monkeypatch.setattr(marking, "run", _prints(paper))
        assert marking.words_kept(exam, tmp_path) == kept


def _prints(paper: str) -> object:
    def run(*arguments: str) -> tuple[int, str, str]:
        with zipfile.ZipFile(arguments[2], "w") as package:
            package.writestr("word/document.xml", f"<w:p><w:t>{paper}</w:t></w:p>")
        return 0, "", ""

    return run


def test_tallies_add_up() -> None:
    total = Tally(1, 2, 3, ["a"]) + Tally(1, 1, 1, ["b"])
    assert (total.right, total.wanted, total.found, total.misses) == (2, 3, 4, ["a", "b"])
    assert total.f1 == 4 / 7
    assert Tally(0, 0, 2).f1 == 0
    assert Tally().precision is None

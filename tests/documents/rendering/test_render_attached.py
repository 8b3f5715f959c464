"""The "(Kèm theo …)" line follows the plan's own number, date and issuer (decree 30/2020/NĐ-CP, PL1-III.1.c)."""

from __future__ import annotations

import pytest

from plans.nodes import Appendix
from plans.plan import Plan, PlanDate

READ = "(Kèm theo Kế hoạch số     /KH-UBND ngày    /3/2026 của UBND xã Suối Lim)"
FILLED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 04 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Lim)"


@pytest.fixture
def printed(plan, rendered):
    """Print an appendix whose line was read, in a plan with these fields; return the line."""

    def line(reference: str, **fields: object) -> str:
        made: Plan = plan
        made.appendices.children = [Appendix(reference=reference)]
        for name, value in fields.items():
            setattr(made, name, value)
        return rendered(made).texts("KHKemTheo")[0]

    return line


def issued(**more: object) -> dict[str, object]:
    return {"number": "5", "date": PlanDate(day=4, month=3, year=2026)} | more


@pytest.mark.parametrize(
    "line",
    [
        READ,
        "(Kèm theo Kế hoạch số: ......./KH-UBND ngày ..... tháng 3 năm 2026 của Uỷ ban nhân dân xã Suối Lim)",
        "(Kèm theo Kế hoạch số ___/KH - UBND, ngày … / 03 / 2026)",
    ],
)
def test_a_line_with_the_plan_s_own_blanks_keeps_its_words(printed, line):
    assert printed(line).split() == line.split()


def test_blanks_of_a_line_leave_room_to_write_in(printed):
    line = "(Kèm theo Kế hoạch số /KH-UBND ngày /3/2026 của UBND xã Suối Lim)"
    assert printed(line) == "(Kèm theo Kế hoạch số       /KH-UBND ngày      /3/2026 của UBND xã Suối Lim)"


@pytest.mark.parametrize(
    "line",
    [
        "(Ban hành kèm theo Kế hoạch số 5/KH-UBND ngày 4/3/2026 của UBND xã Suối Lim, tỉnh Lào Cai)",
        "(Kèm theo Văn bản số 05/KH-UBND ngày 04-03-2026 của Ủy ban nhân dân xã Suối Lim)",
    ],
)
def test_a_line_with_the_plan_s_own_facts_stays_as_read(printed, line):
    assert printed(line, **issued()) == line


def test_a_blank_line_is_written_anew_once_the_plan_is_issued(printed):
    assert printed(READ, **issued()) == FILLED


@pytest.mark.parametrize(
    "line",
    [
        FILLED.replace("05/", "06/"),
        FILLED.replace("KH-UBND", "KH-BCĐ"),
        FILLED.replace("ngày 04", "ngày 14"),
        FILLED.replace("tháng 3", "tháng 4"),
        FILLED.replace("năm 2026", "năm 2025"),
        FILLED.replace("Suối Lim", "Bến Mây"),
    ],
)
def test_a_line_with_one_other_fact_is_written_anew(printed, line):
    assert printed(line, **issued()) == FILLED


def test_last_year_s_number_and_date_do_not_stay_on_this_year_s_draft(printed):
    assert (
        printed(FILLED)
        == "(Kèm theo Kế hoạch số       /KH-UBND ngày      tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Lim)"
    )


@pytest.mark.parametrize(
    "line",
    [
        "(Kèm theo Quyết định số 9/QĐ-UBND ngày 1/2/2025 của UBND tỉnh Lào Cai)",
        "(Kèm theo Kế hoạch)",
        "Mẫu dùng cho các thôn",
    ],
)
def test_a_line_about_something_else_is_the_author_s(printed, line):
    assert printed(line, **issued()) == line

"""A library in a folder of its own, and plans of invented communes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.store import PlanStore
from plans.nodes import Assignment, Bullet, Paragraph, RoadmapYear, Section, Target, Task
from plans.plan import Letterhead, Plan, PlanPeriod
from plans.text import RichText


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "thư viện #1?%20" / "library.db"


@pytest.fixture
def store(library: Path) -> Iterator[PlanStore]:
    opened = PlanStore.open(library, wait=0.2)
    yield opened
    opened.close()


@pytest.fixture
def make_plan() -> Callable[..., Plan]:
    """Return a maker of small plans: one section with the nodes given."""

    def make(subject: str = "Chuyển đổi số năm 2026", *nodes: object, year: int = 2026) -> Plan:
        plan = Plan(
            subject=subject,
            letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
            period=PlanPeriod(start=year, end=year),
        )
        section = Section(title=RichText.of("Nhiệm vụ"), children=list(nodes))
        plan.body.children.append(section)
        return plan

    return make


@pytest.fixture
def office_plan(make_plan: Callable[..., Plan]) -> Plan:
    """A plan in which Phòng Văn hóa - Xã hội owes something in every way there is."""
    unit = "Phòng Văn hóa - Xã hội"
    duty = Paragraph(text=RichText.of("Theo dõi, đôn đốc các thôn"))
    year = RoadmapYear(year=2026, children=[Task(title=RichText.of("Tổng kết"), coordinating=[unit])])
    return make_plan(
        "Chuyển đổi số năm 2026",
        Task(title=RichText.of("Tập huấn"), lead=[unit], deadline="Quý II/2026", products=["Báo cáo"]),
        Task(title=RichText.of("Sơ kết"), advisers=["Phòng VH-XH"], deadline="Quý III/2026"),
        Task(title=RichText.of("Trực đường dây nóng"), lead=["Công an xã"], coordinating=["Phòng Kinh tế"]),
        Target(text=RichText.of("100% hồ sơ trực tuyến"), value="100", unit="%", year=2026, lead=[unit]),
        year,
        Assignment(unit="phòng Văn hoá – Xã hội", prefix="Giao", children=[duty, Bullet(text=RichText.of("Tổng hợp"))]),
    )

"""Freeze a library of the current schema: run once at each release that brings a new schema, then never again.

    python tests/db/frozen/make.py

writes schema-<step>.db and beside it the plan it holds, as JSON.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db.schema import CURRENT
from db.store import PlanStore
from plans import codec
from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    Cell,
    Footnote,
    LabelLine,
    LabelStyle,
    LegalBasis,
    Paragraph,
    Recipient,
    RoadmapYear,
    Section,
    SectionRole,
    Table,
    Target,
    Task,
    TaskStatus,
)
from plans.plan import Letterhead, Plan, PlanDate, PlanPeriod, PlanStatus, Signature
from plans.profile import LayoutProfile
from plans.text import RichText, Span

HERE = Path(__file__).parent


def frozen_plan() -> Plan:
    """A plan of an invented commune with every kind of node."""
    plan = Plan(
        id="frozen",
        letterhead=Letterhead(parent="HĐND XÃ SUỐI LIM", agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
        number="07",
        place="Suối Lim",
        date=PlanDate(month=3, year=2026),
        subject="Sửa khán đài sân vận động xã năm 2026",
        topic="Văn hóa",
        status=PlanStatus.SIGNED,
        period=PlanPeriod(start=2026, end=2027, school_year=True),
        scheme="decimal",
        signature=Signature(lines=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Lò Thị Mẫu"),
        archive="VT, VHXH",
        draft_mark=True,
        drafter_mark="PL",
        copies=30,
        profile=LayoutProfile(body_size=13, indent=10.0, place_form="full"),
        origin="last-year",
        note="Bản thử",
    )
    plan.bases.children = [LegalBasis(id="b1", text=RichText.of("Căn cứ Luật Thể dục, thể thao"))]
    plan.opening.children = [Paragraph(id="o1", text=RichText.of("Ủy ban nhân dân xã ban hành kế hoạch:"))]
    plan.closing.children = [Paragraph(id="c1", text=RichText.of("Trên đây là kế hoạch."))]
    plan.recipients.children = [Recipient(id="r1", text="Đảng ủy xã")]
    plan.footnotes.children = [Footnote(id="f1", text=RichText.of("Theo số liệu cuối năm"))]
    plan.appendices.children = [Appendix(id="a1", title=RichText.of("Biểu"), orientation="landscape", reference="Kèm")]
    plan.body.child_labels = LabelStyle.PART
    plan.body.children = [_section()]
    return plan


def _section() -> Section:
    marked = RichText.join([Span("Hiện trạng"), Span(" khán đài", bold=True), Span(footnote="f1")])
    cell = Cell(text=RichText.of("Hạng mục", italic=True), colspan=2, align="center")
    return Section(
        id="s1",
        title=RichText.of("Nội dung"),
        role=SectionRole.TASKS,
        run_in=True,
        source_label="I",
        children=[
            Paragraph(id="p1", text=marked, numbered=True, note="Kiểm lại"),
            Bullet(id="u1", text=RichText.of("Gạch đầu dòng"), origin="u0"),
            LabelLine(id="l1", text=RichText.of("Nhiệm vụ:")),
            Table(id="t1", title=RichText.of("Bảng 1"), rows=[[cell], [Cell(), Cell()]], widths=[0.5, 0.5]),
            Target(id="g1", text=RichText.of("Đạt 0,82"), comparator=">=", value="0,82", year=2026, lead=["UBND xã"]),
            _task(),
            RoadmapYear(id="y1", year=2026, label=RichText.of("Năm 2026")),
            Assignment(id="m1", unit="Công an xã", prefix="Đề nghị", numbered=False),
        ],
    )


def _task() -> Task:
    return Task(
        id="k1",
        title=RichText.of("Sửa mái"),
        leaders=["Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã"],
        lead=["Phòng Kinh tế"],
        advisers=["Văn phòng HĐND và UBND"],
        coordinating=["Công an xã", "Các thôn"],
        products=["Biên bản"],
        deadline="Quý II/2026",
        status=TaskStatus.DOING,
        budget_source="Ngân sách xã",
        target="g1",
        part_titles={"lead": "Đơn vị chủ trì"},
    )


def main() -> None:
    """Write the two files; ``backup`` leaves one whole file without companions."""
    plan = frozen_plan()
    with tempfile.TemporaryDirectory() as folder:
        store = PlanStore.open(Path(folder) / "library.db")
        store.save(plan, None)
        store.backup(HERE / f"schema-{CURRENT}.db")
        store.close()
    (HERE / f"schema-{CURRENT}.json").write_text(codec.dumps(plan), "utf-8")


if __name__ == "__main__":
    main()

"""The pieces a family is written with. ``{year}`` in a text is the plan's year, ``{before}`` and ``{next}`` those
around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plans.nodes import Comparator, SectionRole

Body = Literal["office", "culture", "economy", "service", "police", "military", "health", "schools", "hamlets", "front"]
"""Who a task is proposed to; which unit that is, the office's own list tells (``building.unit_names``)."""


@dataclass(frozen=True)
class Words:
    """A paragraph, or a bullet."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A target whose value is still to be set."""

    text: str
    unit: str = "%"
    comparator: Comparator = ">="


@dataclass(frozen=True, kw_only=True)
class Work:
    """A task: what, who, with whom, what comes out, by when."""

    title: str
    lead: Body
    helped_by: tuple[Body, ...] = ()
    product: str
    deadline: str


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What one body is usually charged with."""

    body: Body
    duties: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """A section with a hint for the clerk and what stands in it."""

    title: str
    role: SectionRole | None = None
    hint: str = ""
    pieces: tuple[Words | Goal | Work | Duty | Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Family:
    """One kind of plan. key: stable, English; name and topic as the office says; subject: trích yếu; bases: căn cứ to
    be completed, each begun only; starts, ends: years from the plan's year to the first and the last one of its period;
    school_year: that is a "năm học"."""

    key: str
    name: str
    subject: str
    bases: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    starts: int = 0
    ends: int = 0
    school_year: bool = False


def lines(*texts: str) -> tuple[Words, ...]:
    """Return one bullet for each text."""
    return tuple(Words(text, bullet=True) for text in texts)


def purpose(aims: tuple[str, ...], demands: tuple[str, ...], hint: str) -> Part:
    """Return the usual first section: mục đích, yêu cầu."""
    return Part(
        title="MỤC ĐÍCH, YÊU CẦU",
        role=SectionRole.PURPOSE_REQUIREMENTS,
        pieces=(
            Part(title="Mục đích", role=SectionRole.PURPOSE, hint=hint, pieces=lines(*aims)),
            Part(title="Yêu cầu", role=SectionRole.REQUIREMENTS, pieces=lines(*demands)),
        ),
    )


def budget(source: str) -> Part:
    """Return the section on money."""
    return Part(
        title="KINH PHÍ THỰC HIỆN",
        role=SectionRole.BUDGET,
        hint="Ghi nguồn và tổng số; nếu có dự toán chi tiết thì lập bảng hoặc phụ lục.",
        pieces=(Words(source),),
    )


def organisation(*duties: Duty, report: str) -> Part:
    """Return the section that assigns duties and says when to report."""
    return Part(
        title="TỔ CHỨC THỰC HIỆN",
        role=SectionRole.ORGANISATION,
        pieces=(
            Part(
                title="Phân công trách nhiệm",
                role=SectionRole.ASSIGNMENTS,
                hint="Mỗi đơn vị chủ trì một nhiệm vụ ở trên đều phải có tên ở đây và ở Nơi nhận.",
                pieces=duties,
            ),
            Part(title="Chế độ báo cáo", role=SectionRole.REPORTING, pieces=(Words(report),)),
        ),
    )

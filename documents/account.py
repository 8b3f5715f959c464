"""What was recognised, told in the terminal as the review in the window shows it: the structure with its doubts, then
what is to be looked at, what found no place, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from documents.inspection import inspect
from documents.reading.blocks import LeftOut
from documents.recognition.items import one_line
from documents.recognition.report import Guess, Recognition
from plans.nodes import Assignment, Node, RoadmapYear, Section, Table, Target, Task
from plans.numbering import labels
from plans.plan import PLAN_ID
from resources.texts import gettext as _

DOUBTFUL = 0.8
"""Guesses below this are to be looked at."""

_WIDEST = 100


def as_text(recognition: Recognition) -> str:
    """Return the account of an import, a line each."""
    found = inspect(recognition)
    lines = [*_head(found), *_structure(recognition), *_end(found)]
    for title, told in _told(recognition):
        lines += [title, *(f"  - {text}" for text in told)] if told else []
    return "\n".join(lines)


def _head(found: dict[str, Any]) -> list[str]:
    date = found["date"]
    day = "/".join(str(date[key]) if date[key] else "…" for key in ("day", "month", "year"))
    return [
        _("Cơ quan ban hành: {agency}").format(agency=" ".join(found["letterhead"]["agency"]) or "–"),
        _("Số, ký hiệu: {number}/{symbol}").format(number=found["number"] or "…", symbol=found["symbol"] or "…"),
        _("Nơi và ngày: {place}, {day}").format(place=found["place"] or "–", day=day),
        _("Tên loại: {title}").format(title=found["title"] or "–"),
        _("Trích yếu: {subject}").format(subject=found["subject"] or "–"),
        _("Căn cứ: {count}").format(count=len(found["bases"])),
        _("Đề mục: {count}").format(count=len(found["headings"])),
    ]


def _structure(recognition: Recognition) -> Iterator[str]:
    """Yield the tree of the body and the appendices; "?" before a node that is to be looked at."""
    plan = recognition.plan
    doubted = {guess.node for guess in recognition.report.guesses if guess.confidence < DOUBTFUL}
    printed = labels(plan)
    for part in (plan.body, plan.appendices):
        for child in part.children:
            yield from _below(child, printed, doubted, 1)


def _below(node: Node, printed: dict[str, str], doubted: set[str], depth: int) -> Iterator[str]:
    text = _named(node)
    if text is not None:
        sign = "?" if node.id in doubted else " "
        label = node.source_label or printed.get(node.id, "")
        shown = one_line(f"{label} {text}")
        yield f"{sign} {'  ' * (depth - 1)}{shown[:_WIDEST]}{'…' if len(shown) > _WIDEST else ''}"
    for child in node.children:
        yield from _below(child, printed, doubted, depth + (text is not None))


def _named(node: Node) -> str | None:
    """Return how a node is called in the account, None for plain text."""
    match node:
        case Section():
            return node.title.plain
        case Task():
            told = (", ".join(node.lead), node.deadline)
            return f"[{_('nhiệm vụ')}] {node.title.plain} ({'; '.join(filter(None, told)) or '–'})"
        case Assignment():
            return f"[{_('phân công')}] {node.title}"
        case RoadmapYear():
            return f"[{_('lộ trình')} {node.year}] {node.label.plain}"
        case Target():
            figure = " ".join(filter(None, (node.comparator, node.value, node.unit, str(node.year or ""))))
            return f"[{_('chỉ tiêu')}: {figure}] {node.text.plain}"
        case Table():
            columns = max((sum(cell.colspan for cell in row) for row in node.rows), default=0)
            return f"[{_('bảng')} {len(node.rows)} × {columns}] {node.title.plain}".rstrip()
        case _:
            return None


def _end(found: dict[str, Any]) -> list[str]:
    lines = [
        _("Chỉ tiêu: {count}").format(count=len(found["targets"])),
        _("Nhiệm vụ: {count}").format(count=len(found["tasks"])),
        _("Lộ trình: {years}").format(years=", ".join(str(year["year"]) for year in found["roadmap"]) or "–"),
        _("Phân công cho {count} đơn vị").format(count=len(found["assignments"])),
    ]
    lines += [f"  {assignment['unit']}" for assignment in found["assignments"]]
    return [
        *lines,
        _("Bảng: {count}").format(count=len(found["tables"])),
        _("Chú thích: {count}").format(count=len(found["footnotes"])),
        _("Phụ lục: {count}").format(count=len(found["appendices"])),
        _("Nơi nhận: {recipients}").format(recipients="; ".join(found["recipients"]) or "–"),
        _("Người ký: {name}").format(name=found["signature"]["name"] or "–"),
        _("Giữ được {share} % số chữ").format(share=f"{found['text_kept'] * 100:.1f}".replace(".", ",")),
    ]


def _told(recognition: Recognition) -> list[tuple[str, list[str]]]:
    """Return the lists below the structure, each with its title; empty ones too."""
    report = recognition.report
    doubts = [guess for guess in report.guesses if guess.confidence < DOUBTFUL]
    sure = len(report.guesses) - len(doubts)
    return [
        (_("Cần xem lại: {count}").format(count=len(doubts)), [_doubt(guess) for guess in doubts]),
        (_("Chưa xếp được vào đâu:"), [one_line(text) for text in report.unplaced]),
        (_("Không nhập: {count}").format(count=len(report.left_out)), list(_left_out(report.left_out))),
        (_("Khi đọc tệp:"), report.notes),
        (_("Đã suy đoán mà gần như chắc chắn:"), [_("{count} chỗ").format(count=sure)] if sure else []),
    ]


def _doubt(guess: Guess) -> str:
    share = f"{guess.confidence * 100:.0f} %"
    about = one_line(guess.text)[:60]
    place = _("phần đầu, phần cuối") if guess.node == PLAN_ID and not about else f"“{about}”"
    return f"{place}: {guess.reason} ({share})"


def _left_out(left: list[LeftOut]) -> Iterator[str]:
    """Yield what was left out, like things together with their count, each with its reason."""
    counts = Counter((item.kind, item.reason) for item in left)
    for (kind, reason), count in counts.items():
        texts = [one_line(item.text)[:60] for item in left if (item.kind, item.reason) == (kind, reason) and item.text]
        shown = "; ".join(dict.fromkeys(texts))
        yield f"{count} × {reason} {f'({shown})' if shown else ''}".rstrip()

"""From neutral blocks to a plan with an account of how it was found. Pure: no files, no formats."""

from __future__ import annotations

import re
from dataclasses import replace

from documents.reading.blocks import Block, Source
from documents.recognition import (
    appendices,
    assignments,
    ending,
    head,
    outline,
    preamble,
    roadmap,
    roles,
    schemes,
    targets,
    tasks,
)
from documents.recognition.accounting import settle
from documents.recognition.fitting import fit
from documents.recognition.identity import footnotes_of, give_ids, renamed
from documents.recognition.items import Item, Ledger, item_of
from documents.recognition.preparing import prepared
from documents.recognition.report import Guess, ImportReport, Recognition
from plans.nodes import Cell
from plans.plan import PLAN_ID, Plan, PlanPeriod

_PERIOD = re.compile(r"giai đoạn\s+(20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"năm học\s+(20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm|hè|vụ|mùa|tết|(?:tháng|quý)\s+[\dIVX]{1,3}\s*/)\s*(20\d\d)(?!\d)", re.IGNORECASE)


def recognise(source: Source) -> Recognition:
    """Return the plan that ``source`` holds. Raises Trouble "words-lost" when words were lost on the way."""
    ledger = Ledger()
    plan = Plan(symbol="")
    notes, names = footnotes_of(source)
    plan.footnotes.children = list(notes)
    blocks, text = prepared(source)
    items = [item_of(_renamed(block, names)) for block in blocks if block.is_table or _written(block)]
    _read(appendices.put_behind(items), plan, ledger)
    fit(plan)
    schemes.choose_styles(plan)
    plan.period = period_in(plan.subject)
    give_ids(plan, source.text)
    schemes.report_differences(plan, ledger)
    kept = settle(plan, ledger, text, source.layout)
    plan.note = unplaced_note(ledger.unplaced)
    return Recognition(plan=plan, report=_report(source, ledger, kept), source=source)


NOTE_HEAD = "Chưa xếp được chỗ khi nhập:"
"""Part of the plan, so the same in every interface language: the same file gives the same plan."""


def unplaced_note(unplaced: list[str]) -> str:
    """Return the plan's note that keeps what found no place, "" where everything has one."""
    if not unplaced:
        return ""
    return "\n".join([NOTE_HEAD, *(f"- {text}" for text in unplaced)])


def _written(block: Block) -> bool:
    """Say whether a paragraph has a word or a footnote mark; drawn lines and lone dots have none."""
    return bool(re.search(r"[^\W_]", block.text.plain) or block.text.footnotes)


def _renamed(block: Block, names: dict[str, str]) -> Block:
    if not names:
        return block
    if block.rows is None:
        return replace(block, text=renamed(block.text, names))
    rows = tuple(
        tuple(Cell(text=renamed(c.text, names), colspan=c.colspan, rowspan=c.rowspan, align=c.align) for c in row)
        for row in block.rows
    )
    return replace(block, rows=rows)


def _read(items: list[Item], plan: Plan, ledger: Ledger) -> None:
    start = head.read_head(items, head.find_title(items), plan, ledger)
    end = ending.end_begins(items, start)
    body = preamble.body_begins(items[:end], start)
    closing = ending.closing_begins(items, body, end)
    preamble.read_preamble(items[start:body], plan, ledger)
    outline.build(plan.body, items[body:closing], ledger, by_words=True)
    ending.read_closing(items[closing:end], plan)
    after = ending.read_end(items, end, plan, ledger)
    appendices.read_appendices(items[after:], plan, ledger)
    _see(plan, ledger)


def _see(plan: Plan, ledger: Ledger) -> None:
    """See roles, tasks, years, assignments and targets in the plain tree of the body."""
    roles.give_roles(plan.body)
    tasks.find_tasks(plan.body, ledger)
    roadmap.find_roadmap(plan.body, ledger)
    assignments.find_assignments(plan.body, ledger)
    targets.find_targets(plan.body)


def period_in(subject: str) -> PlanPeriod | None:
    """Return the years a subject names, None where it names none."""
    if match := _SCHOOL_YEAR.search(subject):
        return PlanPeriod(start=int(match[1]), end=int(match[2]), school_year=True)
    if match := _PERIOD.search(subject):
        return PlanPeriod(start=int(match[1]), end=int(match[2]))
    plain = re.sub(r"ngày\s+\d+[/\-.]\d+[/\-.]\d+|tháng\s+\d+\s+năm\s+\d+", "", subject)
    years = _YEAR.findall(plain)
    return PlanPeriod(start=int(years[-1]), end=int(years[-1])) if years else None


def _report(source: Source, ledger: Ledger, kept: float) -> ImportReport:
    guesses = [
        Guess(node=node.id if node is not None else PLAN_ID, text=text, reason=reason, confidence=confidence)
        for node, text, reason, confidence in ledger.guesses
    ]
    return ImportReport(
        format=source.format,
        characters=source.characters,
        guesses=guesses,
        unplaced=ledger.unplaced,
        layout=[*source.layout, *ledger.layout],
        left_out=source.left_out,
        notes=list(source.notes),
        rewritten=ledger.rewritten,
        text_kept=kept,
    )

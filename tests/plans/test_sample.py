"""The sample: it uses everything, contradicts itself nowhere, and keeps the decree's rules for wording."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeVar

from plans.citations import find_citations
from plans.grammar import may_hold
from plans.nodes import NODE_KINDS, Appendix, Assignment, Node, RoadmapYear, Section, SectionRole, Table, Target, Task
from plans.numbering import labels
from plans.periods import parse_period
from plans.sample import sample_plan
from plans.text import RichText

PLAN = sample_plan()


T = TypeVar("T", bound=Node)


def _of(kind: type[T]) -> list[T]:
    return [node for node in PLAN.walk() if isinstance(node, kind)]


def _texts() -> list[str]:
    found: list[str] = [PLAN.subject]
    for node in PLAN.walk():
        found += [value.plain for value in vars(node).values() if isinstance(value, RichText)]
        found += [cell.text.plain for row in getattr(node, "rows", []) for cell in row]
    return found


def test_every_call_gives_an_equal_plan_of_its_own() -> None:
    other = sample_plan()
    assert other == PLAN
    other.body.children.clear()
    assert sample_plan() == PLAN


def test_its_ids_are_unique_and_of_32_hexadecimal_digits() -> None:
    ids = [PLAN.id, *(node.id for node in PLAN.walk())]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)


def test_it_uses_every_kind_of_node_and_every_part() -> None:
    assert {node.kind for node in PLAN.walk()} == set(NODE_KINDS) - {"part"}
    assert all(part.children for part in PLAN.parts)


def test_it_keeps_to_the_grammar() -> None:
    assert all(may_hold(node, child) for part in PLAN.parts for node in part.walk() for child in node.children)


def test_its_headings_run_from_one_to_six() -> None:
    found = labels(PLAN)
    tops = [(found[node.id], node.title.plain) for node in PLAN.body.children if isinstance(node, Section)]
    assert [label for label, _ in tops] == ["I.", "II.", "III.", "IV.", "V.", "VI."]
    assert all(title == title.upper() for _, title in tops)


def test_it_has_the_looks_of_text_that_an_office_needs() -> None:
    spans = [span for node in PLAN.walk() for span in getattr(node, "text", RichText()) if not isinstance(span, str)]
    assert any(span.bold for span in spans)
    assert any(span.italic for span in spans)
    assert any(span.vertical == "super" for span in spans)


def test_each_footnote_is_marked_once() -> None:
    marks = [key for node in PLAN.walk() if isinstance(node.__dict__.get("text"), RichText) for key in _marks(node)]
    assert sorted(marks) == sorted(note.id for note in PLAN.footnotes.children)
    assert "\n" in PLAN.footnotes.children[0].text.plain  # type: ignore[attr-defined]


def _marks(node: Node) -> list[str]:
    return node.text.footnotes  # type: ignore[attr-defined,no-any-return]


def test_each_task_says_who_what_and_when() -> None:
    tasks = _of(Task)
    assert len(tasks) >= 6
    targets = {target.id for target in _of(Target)}
    for task in tasks:
        assert task.lead
        assert task.products
        assert task.children
        assert parse_period(task.deadline)
        assert task.target in targets


def test_who_leads_does_not_coordinate_the_same_task() -> None:
    for task in _of(Task):
        assert not {*task.lead, *task.advisers} & set(task.coordinating)
        assert "Ủy ban nhân dân xã" not in task.coordinating


def test_each_target_has_a_figure_and_last_years() -> None:
    for target in _of(Target):
        assert target.comparator
        assert all(figure in target.text.plain for figure in target.value.split(" - "))
        assert (target.year, bool(target.baseline)) == (2026, True)


def test_the_text_points_to_both_appendices() -> None:
    body = " ".join(_texts())
    titles = [labels(PLAN)[appendix.id] for appendix in _of(Appendix)]
    assert titles == ["Phụ lục I", "Phụ lục II"]
    assert all(re.search(rf"{title} kèm theo Kế hoạch", body) for title in titles)
    assert {appendix.orientation for appendix in _of(Appendix)} == {"landscape", "portrait"}


def test_the_roadmap_runs_over_three_years() -> None:
    assert [node.year for node in _of(RoadmapYear)] == [2026, 2027, 2028]


def test_units_with_duties_are_asked_or_told_and_get_the_plan() -> None:
    assignments = _of(Assignment)
    assert len(assignments) >= 5
    assert [one.prefix for one in assignments].count("Đề nghị") == 1
    roles = {node.role for node in _of(Section)}
    assert {SectionRole.ASSIGNMENTS, SectionRole.REPORTING, SectionRole.MONITORING, SectionRole.BUDGET} <= roles


def test_the_grid_of_every_table_is_full() -> None:
    for table in _of(Table):
        free: dict[int, int] = {}
        width = sum(cell.colspan for cell in table.rows[0])
        for row in table.rows:
            above = sum(1 for rows in free.values() if rows)
            assert sum(cell.colspan for cell in row) + above == width
            _take(free, row, width)
        assert not any(free.values())
        assert len(table.widths) == width


def _take(free: dict[int, int], row: list[object], width: int) -> None:
    """Note in ``free`` how many further rows each column stays covered from above."""
    cells = iter(row)
    column = 0
    while column < width:
        if free.get(column):
            free[column] -= 1
            column += 1
            continue
        cell = next(cells)
        for place in range(column, column + cell.colspan):  # type: ignore[attr-defined]
            free[place] = cell.rowspan - 1  # type: ignore[attr-defined]
        column += cell.colspan  # type: ignore[attr-defined]


def test_the_budget_adds_up_and_is_the_sum_in_the_text() -> None:
    (budget,) = [table for table in _of(Table) if "Dự toán" in table.title.plain]
    lines = [[int(cell.text.plain) for cell in row[-3:]] for row in budget.rows[2:]]
    assert all(own + given == total for own, given, total in lines)
    assert [sum(column) for column in zip(*lines[:-1], strict=True)] == lines[-1]
    assert f"{lines[-1][2]} triệu đồng" in " ".join(_texts())


def test_bases_name_documents_as_the_decree_wants() -> None:
    for basis in PLAN.bases.children[:-1]:
        (citation,) = find_citations(basis.text.plain)  # type: ignore[attr-defined]
        assert basis.text.plain == f"Căn cứ {citation.full()}"  # type: ignore[attr-defined]
        assert citation.is_law or (citation.number and citation.issuer and citation.subject)
        assert citation.day


def test_lines_that_get_their_stops_when_printed_have_none() -> None:
    for node in (*PLAN.bases.children, *PLAN.recipients.children):
        text = node.text if isinstance(node.text, str) else node.text.plain  # type: ignore[attr-defined]
        assert not text.endswith((";", ".", ","))
    assert not PLAN.subject.endswith(".")


def test_the_body_and_each_appendix_end_with_the_closing_mark() -> None:
    ends = [PLAN.closing.children[-1], *(appendix.children[-1] for appendix in PLAN.appendices.children)]
    assert all(node.text.plain.endswith("./.") for node in ends)  # type: ignore[attr-defined]
    assert sum(text.count("./.") for text in _texts()) == 3


def test_its_wording_keeps_the_rules() -> None:
    for text in _texts():
        assert unicodedata.is_normalized("NFC", text)
        assert "  " not in text
        assert not re.search(r"\s[,.;:]|\bnhà nước\b|Uỷ|tháng 0[3-9]", text)
        assert not re.search(r"(?<!Ủy ban )(?<!Hội đồng )\bnhân dân\b|(?<!-)\bUBND\b", text)
        for citation in find_citations(text):
            assert citation.is_law or citation.symbol

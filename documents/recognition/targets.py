"""Figures of goals: which comparator, value, unit and year a sentence speaks of; bullets with one become Targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.recognition.items import one_line
from documents.recognition.roles import role_of
from documents.recognition.vocabulary import MEASURES, NO_VALUES, alternatives
from plans.grammar import may_hold
from plans.nodes import Bullet, Comparator, LabelLine, Node, Paragraph, RoadmapYear, Section, SectionRole, Table, Target
from plans.plan import Plan
from plans.text import RichText

_VALUE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?(?:/\d+)?"
_UNITS = rf"%|(?:{alternatives(MEASURES)})(?:/[^\W\d_]+)*"
_FIGURE = re.compile(rf"(?<![\w/.,\-])(?P<value>{_VALUE})(?P<unit>\s*(?:{_UNITS})(?!\w))?(?![\w/\-]*\d)", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?:từ\s+)?(?P<low>{_VALUE})\s*(?:%|\w*)?\s*(?:đến|[-–])\s*(?P<high>{_VALUE})(?P<unit>\s*(?:{_UNITS})(?!\w))",
    re.IGNORECASE,
)
_AT_MOST = (
    r"(?:≤|<=|chậm nhất(?: sau)?|muộn nhất|trong vòng|không muộn hơn|tối đa|không quá|không vượt quá|nhiều nhất|"
    r"cao nhất|không cao hơn)\s*$"
)
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (r"(?:≥|>=|tối thiểu|ít nhất|không dưới|không thấp hơn|đạt từ|từ)\s*$", ">="),
    (_AT_MOST, "<="),
    (r"(?:>|trên|hơn|vượt|quá|cao hơn)\s*$", ">"),
    (r"(?:<|dưới|thấp hơn|ít hơn)\s*$", "<"),
)
_AFTER = re.compile(
    r"^\s*(?:[^\s\d]+\s+){0,6}?(?P<word>trở lên|trở xuống|hoặc thấp hơn|hoặc ít hơn|hoặc cao hơn|hoặc nhiều hơn)",
    re.IGNORECASE,
)
_NOT_A_VALUE = re.compile(rf"(?:{alternatives(NO_VALUES)})\s*$", re.IGNORECASE)
_BESIDE = re.compile(r"\([^()]*\)|,\s*(?:tăng|giảm)\s(?:[^,;.]|,(?=\d))*so với[^,;.]*")
_HOW_OFTEN = re.compile(r"\d (?:buổi|lần|ngày|tháng|đợt|cuộc|ca)$")
_CLAUSE = re.compile(
    r"(?:;|\.(?=\s+\S))\s*|,\s+(?=(?:mỗi|trong đó|tỷ lệ|tỉ lệ|có ít nhất|có trên|có tối thiểu)\s[^,;]*\d)",
    re.IGNORECASE,
)
_GOAL_HEADS = re.compile(r"chỉ tiêu|mục tiêu|kế hoạch|nội dung|tiêu chí")
_UNIT_HEAD = re.compile(r"đơn vị|đvt")
_PLANNED = re.compile(r"(?:chỉ tiêu|kế hoạch|mục tiêu)[^\d]*(?:20\d\d|giao|đăng ký)|phấn đấu|^kế hoạch|^mục tiêu")
_ONLY_FIGURE = re.compile(rf"^(?P<sign>[≥≤<>]?)\s*(?P<value>{_VALUE})\s*(?P<unit>%?)$")
_SIGNS: dict[str, Comparator] = {"≥": ">=", "≤": "<=", "<": "<", ">": ">"}
_HOUR = re.compile(r"\s*giờ(?!\w)")
_AGE = re.compile(r"\s*(?:tuổi|tháng tuổi)(?!\w)|\s*(?:-|đến)\s*\d+\s*tuổi")
_LIMITED = re.compile(r"(?:chậm nhất(?: sau)?|trong vòng|không quá|tối đa|dưới|ít nhất|tối thiểu)\s*$", re.IGNORECASE)
_FORBIDS = re.compile(r"^\W*(?:không để|không có|hạn chế)(?!\w)", re.IGNORECASE)
_DUE = re.compile(
    r"(?:trước|đến|hết|trong|xong)\s+(?:ngày|tháng|quý)?\s*[\dIVX/]{0,6}[\s/](?P<year>20\d\d)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:đến|vào|trong|hết|cuối)?\s*năm\s+(?P<year>20\d\d)", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"(?<!\d)(20[2-6]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a goal says: see ``plans.nodes.Target``."""

    comparator: Comparator
    value: str
    unit: str
    year: int | None


def figure_of(text: str) -> Figure | None:
    """Return the figure a goal is about, None where it has none: the first share or compared one outside brackets,
    else the first of all."""
    bare = _BESIDE.sub(lambda match: " " * len(match[0]), text)
    for where in (bare, text):
        figures = list(_figures(where))
        if figures:
            shares = [one for one in figures if one.unit == "%"]
            telling = [one for one in figures if one.unit == "%" or one.comparator not in ("=", "range")]
            first = (telling or figures)[0]
            return shares[0] if shares and _HOW_OFTEN.search(f"{first.value} {first.unit}") else first
    return None


def _figures(text: str) -> Iterator[Figure]:
    ranged = _RANGE.search(text)
    for match in _FIGURE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        unit = (match["unit"] or "").strip() or _counted(match["value"], after)
        if _NOT_A_VALUE.search(before) or (not unit and not _compared(before, after)):
            continue
        behind = f" {unit}{after}"
        if _AGE.match(behind) or (_HOUR.match(behind) and not _LIMITED.search(before)):
            continue
        year = _year_at(text, match.start())
        if ranged and ranged.start() <= match.start() <= ranged.end():
            yield Figure("range", f"{ranged['low']} - {ranged['high']}", ranged["unit"].strip(), year)
            continue
        comparator = _comparator(before, after)
        if comparator == ">" and _FORBIDS.match(text):
            comparator = "<="
        yield Figure(comparator, match["value"], unit, year)


def _counted(value: str, after: str) -> str:
    """Return the word behind "08/08", which counts things whatever they are; "" behind other figures."""
    named = re.match(r"\s+([^\W\d_]+)", after)
    return named[1] if "/" in value and named else ""


def _year_at(text: str, place: int) -> int | None:
    """Return the year that goes with the figure at ``place``: one of its own clause, else the last one named before
    it, else the first after."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, place)), default=0)
    following = _CLAUSE.search(text, place)
    own = text[start : following.start() if following else len(text)]
    years = [match["year"] for match in _YEAR.finditer(_undated(own))]
    if len(years) == 1:
        return int(years[0])
    before = [match["year"] for match in _YEAR.finditer(_undated(text[:place]))]
    return int(before[-1]) if before else year_in(text)


def _compared(before: str, after: str) -> bool:
    tail = before[-24:].lower()
    return any(re.search(pattern, tail) for pattern, _ in _BEFORE[1:]) or bool(
        re.search(r"(?:đạt|còn|xuống|lên|bình quân|ít nhất|tối thiểu)\s*$", tail) or _AFTER.match(after[:20])
    )


def _comparator(before: str, after: str) -> Comparator:
    clause = re.split(r"[;,.]|\s(?:từ|lớp|cấp|mức độ|bậc)\s", f" {after}" if after[:1].isspace() else after)[0]
    follows = _AFTER.match(clause)
    if follows:
        return ">=" if follows["word"].lower() in ("trở lên", "hoặc cao hơn", "hoặc nhiều hơn") else "<="
    tail = before[-24:].lower()
    for pattern, sign in _BEFORE:
        if re.search(pattern, tail):
            return sign
    return "="


def year_in(text: str) -> int | None:
    """Return the year a goal or a title names ("đến năm 2030"), None where it names none or a document's date."""
    due = _DUE.search(text)
    match = _YEAR.search(_undated(text)) or due
    return int(match["year"]) if match else None


def _undated(text: str) -> str:
    return re.sub(r"so với (?:\w+\s+){0,4}?năm \d+|ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d+|\d+/\d+/\d+", "", text)


def last_year_in(title: str) -> int | None:
    """Return the year a title is due: the one it names, or the end of its period ("giai đoạn 2026-2030")."""
    named = year_in(title)
    years = _ONLY_YEAR.findall(title)
    return named or (int(years[-1]) if years else None)


def find_targets(root: Node) -> None:
    """Turn bullets and short paragraphs with a figure into targets, in the sections that state goals."""
    _in(root, goals=False, year=None)


def _in(node: Node, *, goals: bool, year: int | None) -> None:
    if isinstance(node, Section):
        goals = node.role is SectionRole.TARGETS or (goals and node.role in (None, SectionRole.SITUATION))
        year = last_year_in(node.title.plain) or year
    if isinstance(node, RoadmapYear):
        year = node.year
    if isinstance(node, LabelLine):
        role = role_of(node.text.plain)
        goals = role is SectionRole.TARGETS or (goals and role is None)
    children: list[Node] = []
    for child in node.children:
        made = _target(child, node, year) if goals and isinstance(child, Bullet) else None
        if made is not None:
            children += [made, *(below for below in child.children if isinstance(below, Table))]
            continue
        if isinstance(child, (Section, LabelLine, Bullet, RoadmapYear)):
            _in(child, goals=goals, year=year)
        children.append(child)
    node.children = children


def goals_of(plan: Plan) -> Iterator[Target]:
    """Yield the plan's targets in order; a paragraph with a figure among goals counts as one too. What
    names no year is due in the plan's own, where that is one."""
    period = plan.period
    only = period.start if period is not None and period.start == period.end else None
    for goal in _goals(plan.body, goals=False, year=None):
        yield goal if goal.year is not None else replace(goal, year=only)


def _goals(node: Node, *, goals: bool, year: int | None) -> Iterator[Target]:
    if isinstance(node, Section):
        goals = node.role is SectionRole.TARGETS or (goals and node.role is None)
        year = last_year_in(node.title.plain) or year
    for child in node.children:
        if isinstance(child, Target):
            yield from _several(child, child.text.plain, child.year or year)
        elif goals and isinstance(child, Paragraph):
            yield from _several(child, child.text.plain, year)
        elif goals and isinstance(child, Table):
            yield from _in_table(child, year)
        elif goals and isinstance(child, Section) and (text := _goal_title(child)):
            yield from _several(child, text, year)
            yield from (goal for below in child.children[1:] for goal in _goals(below, goals=True, year=year))
            continue
        yield from _goals(child, goals=goals, year=year)


def _goal_title(section: Section) -> str:
    """Return the words of a numbered goal: a title that runs into its text or has nothing below it, "" for none."""
    title = section.title.plain
    if not section.children:
        return title if figure_of(title) is not None else ""
    first = section.children[0]
    if not (section.run_in and isinstance(first, Paragraph)) or figure_of(first.text.plain) is None:
        return ""
    return f"{title.rstrip(' :')}: {first.text.plain}"


def _several(node: Node, text: str, year: int | None) -> Iterator[Target]:
    """Yield a target for each clause of ``text`` that has a figure of its own, one for all where only one has."""
    clauses: list[tuple[str, Figure]] = []
    said = year
    for clause in _CLAUSE.split(text):
        figure = figure_of(clause)
        said = year_in(clause) or said
        if figure is not None:
            clauses.append((clause, replace(figure, year=figure.year or said)))
    if len(clauses) < 2:
        figure = figure_of(text)
        clauses = [(text, figure)] if figure is not None else []
    if not clauses and isinstance(node, Target):
        yield node
    for clause, figure in clauses:
        yield Target(
            id=node.id, text=RichText.of(clause), comparator=figure.comparator, value=figure.value, unit=figure.unit,
            year=figure.year or year,
        )  # fmt: skip


def _in_table(table: Table, year: int | None) -> Iterator[Target]:
    """Yield the rows of a table of goals: the first cell in words, its unit, the figure of the last column with one."""
    heads = [cell.text.plain.lower() for cell in table.rows[0]] if table.rows else []
    for row in table.rows[max(1, table.header_rows) :]:
        texts = [one_line(cell.text.plain) for cell in row]
        name = next((text for text in texts if sum(sign.isalpha() for sign in text) >= 6), "")
        if len(texts) != len(heads) or not name or not _GOAL_HEADS.search(" ".join(heads)):
            continue
        measure = next((text for text, head in zip(texts, heads, strict=True) if _UNIT_HEAD.search(head)), "")
        values = [(text, head) for text, head in zip(texts, heads, strict=True) if _ONLY_FIGURE.match(text)]
        values = [(text, head) for text, head in values if not re.match(r"s?tt$", head)]
        if not values:
            continue
        value, head = next(((v, h) for v, h in values if _PLANNED.search(h)), values[-1])
        figure = _ONLY_FIGURE.match(value)
        if figure is None:
            continue
        sign: Comparator = _SIGNS.get(figure["sign"], "=")
        unit = figure["unit"] or measure or ("%" if "%" in head else "")
        yield Target(
            id=table.id, text=RichText.of(name), comparator=sign, value=figure["value"], unit=unit,
            year=last_year_in(head) or year,
        )  # fmt: skip


def _target(child: Bullet, holder: Node, year: int | None) -> Target | None:
    if not isinstance(holder, (Section, LabelLine, Bullet, RoadmapYear)):
        return None
    if child.text.plain.rstrip().endswith(":") and child.children:
        return None
    tables = [n for n, below in enumerate(child.children) if isinstance(below, Table)]
    if tables and (tables[0] != len(child.children) - len(tables) or not may_hold(holder, child.children[-1])):
        return None
    figure = figure_of(child.text.plain)
    return _made(child, figure, year) if figure is not None else None


def _made(child: Bullet | Paragraph, figure: Figure, year: int | None) -> Target:
    return Target(
        id=child.id,
        text=child.text,
        comparator=figure.comparator,
        value=figure.value,
        unit=figure.unit,
        year=figure.year or year,
        source_label=child.source_label,
        children=[below for below in child.children if not isinstance(below, Table)],
    )

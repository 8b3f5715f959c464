"""Labels: dense and in order in every sibling group, in both schemes and in mixed ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    LabelLine,
    LabelStyle,
    Node,
    Paragraph,
    RoadmapYear,
    Section,
    Target,
    Task,
)
from plans.numbering import is_numbered, labels, letter, roman
from plans.plan import Plan
from tests.strategies import plans

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _outline(plan: Plan, *shape: int) -> list[Node]:
    """Sections in a chain, ``shape`` giving how many at each level; the next level hangs below the last one."""
    holder: Node = plan.body
    made: list[Node] = []
    for count in shape:
        holder.children = [Section() for _ in range(count)]
        made += holder.children
        holder = holder.children[-1]
    return made


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("decree", ["I.", "II.", "1.", "2.", "a)", "b)", "-", "-"]),
        ("decimal", ["I.", "II.", "1.", "2.", "2.1.", "2.2.", "2.2.1.", "2.2.2."]),
    ],
)
def test_a_scheme_gives_each_level_its_style(scheme: str, expected: list[str]) -> None:
    plan = Plan(scheme=scheme)
    made = _outline(plan, 2, 2, 2, 2)
    found = labels(plan)
    assert [found[node.id] for node in made] == expected


def test_a_holder_chooses_the_labels_of_its_group() -> None:
    plan = Plan()
    first, second = Section(), Section(child_labels=LabelStyle.DECIMAL)
    first.children, second.children = (
        [Section(child_labels=LabelStyle.LETTER)],
        [Section(), Assignment(unit="Các thôn")],
    )
    first.children[0].children = [Task(), Task()]
    plan.body.children = [first, second]
    assert list(labels(plan).values()) == ["I.", "1.", "a)", "b)", "II.", "2.1.", "2.2."]


def test_what_is_not_numbered_takes_no_number_from_the_group() -> None:
    plan = Plan()
    group: list[Node] = [Section(), Section(numbered=False), Paragraph(), Paragraph(numbered=True), LabelLine()]
    plan.body.children = group
    found = labels(plan)
    assert [found.get(node.id) for node in group] == ["I.", None, None, "II.", "*"]


def test_what_stands_below_a_label_line_or_a_year_is_no_level_deeper() -> None:
    plan = Plan()
    year = RoadmapYear(year=2026, children=[Task()])
    plan.body.children = [Section(children=[LabelLine(children=[Task(), Task()]), year])]
    assert list(labels(plan).values()) == ["I.", "*", "1.", "2.", "*", "1."]


def test_a_list_in_a_list_is_marked_with_plus() -> None:
    plan = Plan()
    outer, target = Bullet(children=[Bullet()]), Target(children=[Bullet()])
    plan.body.children = [outer, target]
    assert list(labels(plan).values()) == ["-", "+", "-", "+"]


def test_one_appendix_has_no_number_and_two_have_roman_ones() -> None:
    plan = Plan()
    plan.appendices.children = [Appendix()]
    assert list(labels(plan).values()) == ["Phụ lục"]
    plan.appendices.children.append(Appendix())
    assert list(labels(plan).values()) == ["Phụ lục I", "Phụ lục II"]


def test_letters_are_those_the_decree_counts_with() -> None:
    expected = {1: "a", 4: "d", 5: "đ", 6: "e", 7: "g", 8: "h", 22: "x", 23: "y", 24: "aa"}
    assert {number: letter(number) for number in expected} == expected


def test_roman_digits_read_back() -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for number in range(1, 400):
        values = [worth[sign] for sign in roman(number)]
        pairs = zip(values, [*values[1:], 0], strict=True)
        assert sum(-here if here < after else here for here, after in pairs) == number


@quick
@given(plans())
def test_the_numbers_of_every_group_are_dense_and_in_order(plan: Plan) -> None:
    found = labels(plan)
    for holder in [node for part in (plan.body, plan.appendices) for node in part.walk()]:
        own = [found[node.id] for node in holder.children if is_numbered(node) and node.id in found]
        if own and own[0].startswith("Điều "):
            continue  # counted on through the whole plan, see the next test
        last = [label.split()[-1].rstrip(".)").split(".")[-1] for label in own]
        count = range(1, len(own) + 1)
        letters = [letter(n) for n in count]
        orders = [[str(n) for n in count], [roman(n) for n in count], letters, [sign.upper() for sign in letters]]
        assert last in [*orders, ["-"] * len(own), ["+"] * len(own)]


@quick
@given(plans())
def test_articles_are_counted_on_through_the_whole_plan(plan: Plan) -> None:
    found = labels(plan)
    nodes = [node for part in (plan.body, plan.appendices) for node in part.walk()]
    articles = [found[node.id] for node in nodes if found.get(node.id, "").startswith("Điều ")]
    assert articles == [f"Điều {number}." for number in range(1, len(articles) + 1)]


@quick
@given(plans())
def test_labels_name_only_nodes_of_the_plan(plan: Plan) -> None:
    assert labels(plan).keys() <= {node.id for node in plan.walk()}

"""Items: a run of prose as a flat list, and the change that makes the plan say what the list says."""

import copy
import random

import pytest

from desktop.items import Item, Run, flatten, items_change, kinds_of, normalised, run_after, segments
from plans.changes import Batch, SetField, perform
from plans.nodes import Bullet, Footnote, LabelLine, Paragraph, Section, Task
from plans.plan import Plan
from plans.text import RichText, Span


def bullet(node_id, *children):
    return Bullet(id=node_id, text=RichText.of(node_id), children=list(children))


@pytest.fixture
def plan():
    first = Paragraph(id="a", text=RichText.of("a"))
    rest = [bullet("b", bullet("c"), bullet("d")), Task(id="task"), bullet("e"), Section(id="inner")]
    holder = Section(id="holder", children=[first, *rest])
    return Plan(body=_body(holder))


def _body(*children):
    part = Plan().body
    part.children = list(children)
    return part


def items_of(plan, anchor=""):
    return flatten(run_after(plan.find("holder"), anchor).nodes)


def listed(items):
    return [(item.id, item.kind, item.depth) for item in items]


def test_a_holder_is_seen_as_runs_and_other_nodes(plan):
    shape = [
        ("run", s.anchor, [n.id for n in s.nodes]) if isinstance(s, Run) else s.id
        for s in segments(plan.find("holder"))
    ]
    assert shape == [("run", "", ["a", "b"]), "task", ("run", "task", ["e"]), "inner"]


def test_a_holder_without_prose_offers_an_empty_run_first():
    found = segments(Section(children=[Task(id="task")]))
    assert found[0] == Run("", ())
    assert segments(Plan().appendices) == []


def test_a_run_reads_as_items_with_their_depths(plan):
    assert listed(items_of(plan)) == [("a", "paragraph", 0), ("b", "bullet", 0), ("c", "bullet", 1), ("d", "bullet", 1)]


def test_no_change_is_no_change(plan):
    assert items_change(plan, "holder", "", items_of(plan)) is None


def test_one_changed_text_is_one_plain_change(plan):
    items = items_of(plan)
    items[2] = Item("c", "bullet", 1, RichText.of("mới"))
    assert items_change(plan, "holder", "", items) == SetField("c", "text", RichText.of("mới"))


@pytest.mark.parametrize(
    "items",
    [
        [],
        [Item("new", "paragraph", 0, RichText.of("x"))],
        [Item("b", "bullet"), Item("a", "bullet", 1), Item("d", "bullet", 1), Item("n", "bullet", 2)],
        [Item("d", "bullet"), Item("c", "bullet", 1), Item("b", "bullet", 2), Item("a", "paragraph")],
        [Item("a", "label_line"), Item("b", "bullet", 1), Item("c", "bullet", 1)],
        [Item("b", "paragraph", numbered=True), Item("c", "bullet", 1)],
    ],
)
def test_the_plan_says_what_the_list_says_and_can_go_back(plan, items):
    before = copy.deepcopy(plan)
    back = perform(plan, items_change(plan, "holder", "", items))
    assert items_of(plan) == items
    assert [n.id for n in plan.find("holder").children][-3:] == ["task", "e", "inner"]
    perform(plan, back)
    assert plan == before


def test_only_the_run_after_its_anchor_changes(plan):
    change = items_change(plan, "holder", "task", [Item("f", "bullet", 0, RichText.of("f"))])
    perform(plan, change)
    assert [n.id for n in plan.find("holder").children] == ["a", "b", "task", "f", "inner"]


def test_a_changed_kind_keeps_identity_note_and_what_it_holds(plan):
    plan.find("b").note = "nhớ"
    items = [
        Item("a", "paragraph", 0, RichText.of("a")),
        Item("b", "paragraph", 0, RichText.of("b")),
        *items_of(plan)[2:],
    ]
    perform(plan, items_change(plan, "holder", "", items))
    assert isinstance(plan.find("b"), Paragraph)
    assert plan.find("b").note == "nhớ"
    assert [child.id for child in plan.find("b").children] == ["c", "d"]


def test_footnotes_come_and_go_with_their_marks(plan):
    marked = Item("a", "paragraph", 0, RichText((Span("a"), Span(footnote="note"))))
    perform(plan, items_change(plan, "holder", "", [marked, *items_of(plan)[1:]]))
    assert plan.footnote("note") == Footnote(id="note")
    perform(plan, items_change(plan, "holder", "", [Item("a", "paragraph", 0, RichText.of("a"))]))
    assert plan.footnote("note") is None


def test_depths_and_kinds_the_grammar_forbids_are_put_right():
    raw = [Item("a", "bullet", 3), Item("b", "label_line", 1), Item("c", "bullet", 5), Item("d", "paragraph", 1)]
    sound = [("a", "bullet", 0), ("b", "label_line", 0), ("c", "bullet", 1), ("d", "paragraph", 1)]
    assert listed(normalised(raw, ["paragraph", "bullet", "label_line"])) == sound
    assert listed(normalised([Item("a", "bullet")], ["paragraph"])) == [("a", "paragraph", 0)]


def test_each_holder_takes_its_kinds():
    parts = Plan()
    assert kinds_of(parts.bases) == ["legal_basis"]
    assert kinds_of(parts.recipients) == ["recipient"]
    assert kinds_of(parts.opening) == ["paragraph"]
    assert kinds_of(Bullet())[0] == "bullet"
    assert kinds_of(LabelLine())[0] == "bullet"
    assert kinds_of(parts.footnotes) == []


@pytest.mark.parametrize("seed", range(20))
def test_any_list_can_be_reached_from_any_other(plan, seed):
    chance = random.Random(seed)
    for _round in range(8):
        ids = [*"abcd", "x", "y"]
        chance.shuffle(ids)
        raw = [
            Item(
                node_id,
                chance.choice(["paragraph", "bullet", "label_line"]),
                chance.randint(0, 3),
                RichText.of(node_id),
            )
            for node_id in ids[: chance.randint(0, 6)]
        ]
        items = normalised(raw, ["paragraph", "bullet", "label_line"])
        before = copy.deepcopy(plan)
        change = items_change(plan, "holder", "", items)
        if change is None:
            continue
        back = perform(plan, change)
        assert items_of(plan) == items
        again = copy.deepcopy(plan)
        perform(again, back)
        assert again == before


def test_several_changes_are_one_step(plan):
    change = items_change(plan, "holder", "", items_of(plan)[:1])
    assert not isinstance(change, Batch) or change.name == "items"

"""Slips of typing: found wherever text stands, put right in one step, words and names left alone."""

from __future__ import annotations

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.changes import perform
from plans.nodes import Cell, Paragraph, Table
from plans.plan import Plan
from plans.text import RichText
from plans.tidying import slips, tidied, usual_spellings
from tests.strategies import plans


def _tidy(text: str) -> str:
    plan = Plan()
    plan.body.children = [Table(id="t", rows=[[Cell(text=RichText.of(text))]])]
    perform(plan, tidied(plan, slips(plan)))
    table = plan.find("t")
    assert isinstance(table, Table)
    return table.rows[0][0].text.plain


def test_spaces_too_many_and_missing_are_put_right_also_in_cells() -> None:
    assert _tidy("Vườn  rau , vườn cây ;có lối đi .") == "Vườn rau, vườn cây; có lối đi."


def test_figures_times_and_addresses_stay() -> None:
    for text in ("1,5 ha; 7:30; 12.000", "a,b", "http://xa.vn", "Số 07/KH-UBND …"):
        assert _tidy(text) == text


def test_the_usual_spelling_wins_and_names_stay() -> None:
    assert _tidy("văn hoá, văn hóa, xã hội hóa, Hoà Bình") == "văn hóa, văn hóa, xã hội hóa, Hoà Bình"
    assert _tidy("thuỷ, thuỷ, thủy") == "thuỷ, thuỷ, thuỷ"
    assert usual_spellings(["hòa hoà"]) == {"hoà": "hòa"}


def test_a_slip_says_where_it_is() -> None:
    plan = Plan()
    plan.body.children = [Paragraph(id="p", text=RichText.of("Vườn  rau"))]
    slip = next(slips(plan))
    assert (slip.hit.place.node, slip.hit.words, slip.words, slip.hit.before) == ("p", "  ", " ", "Vườn")


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.text(alphabet="hoàáó ,;.a\u00a0", max_size=30))
def test_tidying_leaves_nothing_to_tidy_and_can_be_undone(plan: Plan, text: str) -> None:
    plan.body.children.insert(0, Paragraph(id="typed", text=RichText.of(text)))
    before = copy.deepcopy(plan)
    back = perform(plan, tidied(plan, slips(plan)))
    tidy = copy.deepcopy(plan)
    perform(plan, back)
    assert plan == before
    letters = [sign for sign in text if sign.isalpha()]
    typed = tidy.find("typed")
    assert isinstance(typed, Paragraph)
    assert len([sign for sign in typed.text.plain if sign.isalpha()]) == len(letters)

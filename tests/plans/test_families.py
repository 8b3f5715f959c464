"""Each family makes a plan of this office that a clerk can go on with."""

from __future__ import annotations

import pytest

from plans.agency import Agency, CommuneKind, OfficeUnit, proposed_agency
from plans.checks import Severity, findings
from plans.families import FAMILIES, Family, plan_of_family
from plans.families.building import unit_names
from plans.nodes import Section, Target, Task
from plans.periods import parse_period
from plans.plan import Plan
from plans.views import units_of

OFFICE = proposed_agency("xã", "Khe Mơ", "tỉnh Lâm Sơn")
EACH = pytest.mark.parametrize("family", FAMILIES, ids=[family.key for family in FAMILIES])


def test_there_are_the_eight_yearly_kinds_each_named_once():
    assert len({family.key for family in FAMILIES}) == len({family.name for family in FAMILIES}) == 8


@EACH
def test_only_what_the_clerk_must_decide_is_left_to_find(family: Family):
    left = {f.rule for f in findings(plan_of_family(family, OFFICE, 2027)) if f.severity is not Severity.HINT}
    assert left == set()
    assert "no-signer" in {f.rule for f in findings(plan_of_family(family, OFFICE, 2027))}


@EACH
def test_it_is_of_the_year_asked_for_and_no_pattern_is_left(family: Family):
    plan = plan_of_family(family, OFFICE, 2031)
    words = _words(plan)
    assert "2031" in plan.subject
    assert plan.period is not None
    assert 2031 in (plan.period.start, plan.period.end)
    assert "{" not in words
    assert not {"2026", "2027", "2028"} & set(words.split())
    assert plan.topic == family.name


@EACH
def test_tasks_have_lead_product_and_a_deadline_and_goals_no_value(family: Family):
    plan = plan_of_family(family, OFFICE, 2027)
    tasks = [node for node in plan.walk() if isinstance(node, Task)]
    assert len(tasks) >= 4
    assert all(len(task.lead) == 1 and task.products and task.deadline for task in tasks)
    assert [task.deadline for task in tasks if parse_period(task.deadline, 2027) is None] == []
    assert all(node.value == "" for node in plan.walk() if isinstance(node, Target))


@EACH
def test_every_leading_unit_is_charged_in_the_organisation_or_a_body_of_its_own(family: Family):
    plan = plan_of_family(family, OFFICE, 2027)
    units = {unit.name for unit in OFFICE.units}
    assert set(units_of(plan)) <= units


@EACH
def test_hints_stand_in_notes_that_never_print(family: Family):
    notes = [
        node.note for node in plan_of_family(family, OFFICE, 2027).walk() if isinstance(node, Section) and node.note
    ]
    assert notes
    printed = _words(plan_of_family(family, OFFICE, 2027))
    assert not [note for note in notes if note in printed]


@pytest.mark.parametrize("kind", ["xã", "phường", "đặc khu"])
def test_units_are_the_offices_own(kind: CommuneKind):
    names = unit_names(proposed_agency(kind, "Khe Mơ"))
    assert names["police"] == f"Công an {kind}"
    assert ("Đô thị" in names["economy"]) == (kind == "phường")


def test_a_unit_the_office_calls_otherwise_is_found_by_its_words_and_a_lacking_one_has_its_usual_name():
    office = Agency(kind="xã", commune="Khe Mơ", units=(OfficeUnit(name="Phòng Nông nghiệp và Kinh tế"),))
    names = unit_names(office)
    assert names["economy"] == "Phòng Nông nghiệp và Kinh tế"
    assert names["culture"] == "Phòng Văn hóa - Xã hội"


def _words(plan: Plan) -> str:
    texts = [getattr(node, name, None) for node in plan.walk() for name in ("title", "text", "deadline", "unit")]
    return "\n".join(getattr(text, "plain", text) or "" for text in texts)

"""The rules are data: complete, dated, replaceable, and refused with a sentence when broken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from documents.audit import audit, checks
from documents.audit.rules import load_rules
from documents.measure import text_width_mm
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.sample import sample_plan
from resources import messages, path, texts

Spoil = Callable[[dict[str, Any]], object]


@pytest.fixture
def english() -> Iterator[None]:
    was = texts._Current.language
    texts._Current.language = "en"
    yield
    texts._Current.language = was


def stored() -> dict[str, Any]:
    return json.loads(path("rules", "nd30-2020.json").read_text(encoding="utf-8"))


def test_the_forty_rows_stand_in_the_rules_with_article_and_both_languages() -> None:
    rules = load_rules().rules
    assert list(rules) == [f"ND30-{n:02}" for n in range(1, 41)]
    assert all(rule.article and rule.message["vi"] and rule.message["en"] for rule in rules.values())


def test_every_rule_is_measured_and_says_what_it_looks_at() -> None:
    assert {code for code, rule in load_rules().rules.items() if rule.measures} == set(checks.CHECKS)
    assert len(checks.CHECKS) == 40


def test_every_fault_a_check_names_stands_in_the_rules() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in Path(checks.__file__).parent.glob("*.py"))
    named = set(re.findall(r'rule\.finding\(\s*"([a-z-]+)"', code))
    assert named <= {name for rule in load_rules().rules.values() for name in rule.faults}
    assert len(named) > 50


def test_another_edition_changes_what_is_right(tmp_path: Path) -> None:
    data = stored()
    data["version"] = "9"
    next(rule for rule in data["rules"] if rule["code"] == "ND30-02")["values"]["margin_top"] = [40, 50]
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    report = audit(render_docx(sample_plan()), rules=load_rules(file))
    assert report.as_json()["rules"]["version"] == "9"
    assert {f.expected for f in report.findings if f.fault == "margin-top"} == {"40–50 mm"}


def test_every_box_of_the_decrees_diagram_stands_in_the_component_table() -> None:
    components = load_rules().components
    boxes = {component.box for component in components.values()}
    assert boxes == {"1", "2", "3", "4", "5a", "5b", "6", "7a", "7b", "7c", "8", "9a", "9b", "10a", "10b", "11", "12",
                     "13", "14", ""}  # fmt: skip
    lined = {name: component.line for name, component in components.items() if component.line}
    assert lined == {"motto": (1, 1), "issuer": (0.3333, 0.5), "subject": (0.3333, 0.5)}
    assert all(component.name["vi"] and component.name["en"] and component.article for component in components.values())


def edited(tmp_path: Path, change: Spoil) -> Path:
    data = stored()
    change(data)
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


@pytest.mark.parametrize(("name", "rule"), [("body", "ND30-21"), ("recipient", "ND30-30"), ("nation", "ND30-09")])
def test_a_replaced_component_table_changes_what_the_audit_says(tmp_path: Path, name: str, rule: str) -> None:
    file = edited(tmp_path, lambda data: data["components"][name].update(size=[15, 16], sample=15))
    assert rule not in {f.rule for f in audit(render_docx(sample_plan())).findings}
    found = [f for f in audit(render_docx(sample_plan()), rules=load_rules(file)).findings if f.rule == rule]
    assert "15–16 pt" in {f.expected for f in found}
    assert any("15–16 pt" in f.message for f in found)


def test_a_replaced_rule_has_its_own_severity_sentence_and_values(tmp_path: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        rule = next(rule for rule in data["rules"] if rule["code"] == "ND30-20")
        rule["values"]["indents"] = [15]
        rule["faults"]["indent"] |= {"severity": "warning", "message": {"vi": "Lùi {found}.", "en": "In {found}."}}

    rules = load_rules(edited(tmp_path, change))
    found = [f for f in audit(render_docx(sample_plan()), rules=rules).findings if f.fault == "indent"]
    assert {(f.severity, f.message) for f in found} >= {("warning", "Lùi 12,7 mm.")}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("version"),
        lambda data: data.update(content_at_most="blocking"),
        lambda data: data["rules"].pop(),
        lambda data: data["rules"][3].update(code="ND30-01"),
        lambda data: data["rules"][3].update(severity="fatal"),
        lambda data: data["rules"][3].update(kind="style"),
        lambda data: data["rules"][3]["message"].pop("en"),
        lambda data: data["rules"][3].update(safe_fix="yes"),
        lambda data: data["rules"][0]["values"].update(pattern_legacy="("),
        lambda data: data["rules"][0]["faults"]["font"]["message"].update(vi="{unknown}"),
        lambda data: data["rules"][0]["faults"]["font"].update(colour="red"),
        lambda data: data["components"]["nation"].update(size=[13, 12]),
        lambda data: data["components"]["nation"].update(sample=14),
        lambda data: data["components"]["motto"].update(line=[2, 1]),
        lambda data: data["components"]["motto"].pop("box"),
        lambda data: data["rules"][31].update(measures=None),
    ],
)
def test_a_broken_rules_file_is_a_trouble(tmp_path: Path, spoil: Spoil) -> None:
    data = stored()
    spoil(data)
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(Trouble) as caught:
        load_rules(file)
    assert caught.value.code == "rules-broken"
    assert str(file) in messages.sentence(caught.value.code, caught.value.data)


def test_rules_that_are_no_json_are_a_trouble(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(Trouble, match="rules-broken"):
        load_rules(file)


def test_a_missing_figure_is_a_trouble_when_it_is_asked_for(tmp_path: Path) -> None:
    data = stored()
    next(rule for rule in data["rules"] if rule["code"] == "ND30-20")["values"].pop("line")
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(Trouble, match="rules-broken"):
        audit(render_docx(sample_plan()), rules=load_rules(file))


def test_findings_speak_the_language_in_force(english: None) -> None:
    found = audit(render_docx(sample_plan())).findings
    assert {f.message for f in found if f.fault == "number"} == {
        "The number is still blank; it must be filled in when the document is issued."
    }


def test_times_widths_are_those_of_the_decree_sheet() -> None:
    assert round(text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True), 1) == 95.7
    assert round(text_width_mm("Độc lập - Tự do - Hạnh phúc", 14, bold=True), 1) == 60.5
    assert text_width_mm("ÂÂ", 12) == text_width_mm("A\u0302A\u0302", 12)

"""``convert --year``: this year's draft and the report on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main
from documents.package import package_bytes, read_package
from plans.nodes import Paragraph
from plans.plan import Plan, PlanStatus
from plans.rollover import Reason
from plans.text import RichText
from resources import texts
from resources.rollover_reasons import REASONS


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mau.kehoach"
    assert main(["new", str(path), "--sample"]) == 0
    return path


@pytest.fixture(autouse=True)
def _vietnamese():
    yield
    texts.use("vi")


def test_the_report_lists_every_change_with_its_sentence(sample: Path, tmp_path: Path, capsys) -> None:
    out, report = tmp_path / "moi.kehoach", tmp_path / "r.json"
    assert main(["convert", str(sample), str(out), "--year", "2027", "--report", str(report)]) == 0
    told = json.loads(report.read_text("utf-8"))
    assert {"changes", "questions", "carried", "dropped", "cleared", "guesses"} <= told.keys()
    for proposal in told["changes"] + told["questions"]:
        assert {"old", "new", "before", "after", "node", "reason", "confidence", "accepted"} <= proposal.keys()
        assert proposal["old"] in proposal["before"] or proposal["code"] in ("baseline", "actual")
    assert all(change["accepted"] and change["confidence"] >= 0.8 for change in told["changes"])
    assert not any(question["accepted"] for question in told["questions"])
    assert "2027" in capsys.readouterr().err


def test_the_draft_is_of_the_new_year_and_its_source_stays(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    out = tmp_path / "moi.kehoach"
    assert main(["convert", str(sample), str(out), "--year", "2027"]) == 0
    old, new = read_package(sample), read_package(out)
    assert (new.year, new.origin, new.status, new.signature.name) == (2027, old.id, PlanStatus.DRAFT, "")
    assert new.subject.endswith("2027")
    assert sample.read_bytes() == before


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".kehoach"])
def test_the_same_input_gives_the_same_draft(suffix: str, sample: Path, tmp_path: Path) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    for out in (first, second):
        assert main(["convert", str(sample), str(out), "--year", "2027"]) == 0
    assert suffix == ".pdf" or first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 0


@pytest.mark.parametrize("year", ["2026", "2020"])
def test_a_year_that_is_not_later_is_wrong_use(year: str, sample: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "moi.kehoach"
    assert main(["convert", str(sample), str(out), "--year", year]) == 2
    assert "2026" in capsys.readouterr().err
    assert not out.exists()


def test_a_plan_that_names_no_year_is_said_so(tmp_path: Path, capsys) -> None:
    plan = Plan(id="p", subject="Phòng cháy, chữa cháy")
    plan.body.children.append(Paragraph(id="n", text=RichText.of("Tuyên truyền thường xuyên.")))
    source = tmp_path / "cu.kehoach"
    source.write_bytes(package_bytes(plan))
    assert main(["convert", str(source), str(tmp_path / "moi.docx"), "--year", "2027"]) == 3
    told = capsys.readouterr().err
    assert "cu.kehoach" in told
    assert "Traceback" not in told


def test_every_reason_has_a_sentence() -> None:
    assert {reason.value for reason in Reason} == REASONS.keys()

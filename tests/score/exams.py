"""Finds the exam: plan files with a truth beside them, in the corpus, the seeds, and directories named by the caller."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.building.marks import read
from tests.corpus.building.wear import WEARS
from tests.score.comparing import Entry

TESTS = Path(__file__).parents[1]
CORPUS = TESTS / "corpus" / "files"
PLANS = TESTS / "corpus" / "plans"
SEEDS = TESTS.parents[1] / "shared" / "seeds"


@dataclass(frozen=True)
class Exam:
    """One plan as an office has it, and what a careful reader finds in it."""

    name: str
    file: Path
    truth: Entry


def corpus() -> list[Exam]:
    """Return the plans of the corpus."""
    return [
        Exam(path.stem, CORPUS / found["file"], found)
        for path in sorted(CORPUS.glob("*.json"))
        for found in [_read(path)]
    ]


def worn(room: Path) -> list[Exam]:
    """Return the corpus's text plans again in every wear of ``wear.py``, written into ``room``; the truth is the same."""
    exams: list[Exam] = []
    for exam in corpus():
        source = read(PLANS / f"{exam.name}.txt")
        if source.settings["build"] != "txt" or "encoding" in source.settings:
            continue
        for name, wear in WEARS.items():
            file = room / name / exam.file.name
            file.parent.mkdir(exist_ok=True)
            file.write_text(wear(source.text), encoding="utf-8")
            exams.append(Exam(f"{exam.name}.{name}", file, exam.truth))
    return exams


def seeds(extra: Path | None = None) -> list[Exam]:
    """Return the seeds that are present and have a truth, there or in ``extra`` (files ``002.json`` or ``truth-002.json``)."""
    exams: list[Exam] = []
    for file in sorted(SEEDS.glob("*.txt")):
        places = [SEEDS / "truth" / f"{file.name[:3]}.json"]
        if extra:
            places += [extra / f"{file.name[:3]}.json", extra / f"truth-{file.name[:3]}.json"]
        path = next((place for place in reversed(places) if place.exists()), None)
        if path:
            exams.append(Exam(file.name[:3], file, _read(path)))
    return exams


def _read(path: Path) -> Entry:
    return json.loads(path.read_text(encoding="utf-8"))

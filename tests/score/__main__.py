"""Prints how well plans are read: ``python -m tests.score [-v] [--quick] [--worn] [--truth DIR] [PLAN …]``.

One line a plan and one in total; the plans are the corpus, and the seeds where they are present. Figures are F1 where
both extra and missing count, else the share that is right; "–" where a plan has nothing of that kind.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from pathlib import Path

from tests.score.comparing import Tally
from tests.score.exams import Exam, corpus, seeds, worn
from tests.score.marking import Marks, mark

COLUMNS = (
    ("head", "head", "recall"), ("hP", "headings", "precision"), ("hR", "headings", "recall"),
    ("hF1", "headings", "f1"), ("depth", "depth", "recall"), ("units", "units", "f1"), ("years", "years", "f1"),
    ("recip", "recipients", "f1"), ("sign", "signer", "recall"), ("targ", "targets", "f1"),
    ("tgparts", "target parts", "recall"), ("tasks", "tasks", "f1"), ("tkparts", "task parts", "recall"),
    ("tables", "tables", "f1"), ("notes", "others", "f1"), ("shP", "shifts", "precision"), ("shR", "shifts", "recall"),
    ("asked", "asked", "recall"),
)  # fmt: skip
"""Heading of the column, the tally it shows, and which figure of it."""


def figure(value: float | None) -> str:
    """A share with three figures, "–" for nothing to measure; 1 only where all is right."""
    if value is None:
        return "–"
    return "1" if value == 1 else f"{min(value, 0.999):.3f}".removeprefix("0")


def line(name: str, marks: Marks) -> str:
    """One line of the table."""
    shown = [figure(getattr(marks.tallies.get(key, Tally()), which)) for _, key, which in COLUMNS]
    shown += [figure(marks.claimed), figure(marks.measured), f"{marks.seconds:.2f}"]
    return f"{name:24.24}" + "".join(f"{value:>8}" for value in shown)


def total(all_marks: list[Marks]) -> Marks:
    """Add the tallies of all plans; words kept is the worst of them, the time the sum."""
    summed = Marks(seconds=sum(marks.seconds for marks in all_marks))
    for marks in all_marks:
        for key, tally in marks.tallies.items():
            summed.tallies[key] = summed.tallies.get(key, Tally()) + tally
    summed.claimed = min((m.claimed for m in all_marks if m.claimed is not None), default=None)
    summed.measured = min((m.measured for m in all_marks if m.measured is not None), default=None)
    return summed


def chosen(names: list[str], exams: list[Exam]) -> list[Exam]:
    """The plans named, all without names; a name may be the beginning of one."""
    return [exam for exam in exams if not names or any(exam.name.startswith(name) for name in names)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.score", description="How well plans are read.")
    parser.add_argument("plans", nargs="*", help="names of plans, or how they begin; all without")
    parser.add_argument("-v", "--verbose", action="store_true", help="list each miss")
    parser.add_argument("--quick", action="store_true", help="no export and no rollover")
    parser.add_argument("--worn", action="store_true", help="the text plans in further states of damage instead")
    parser.add_argument("--truth", type=Path, help="a directory with further truth for the seeds")
    options = parser.parse_args()
    print(f"{'':24}" + "".join(f"{title:>8}" for title, _, _ in COLUMNS) + "    kept   words     sec")
    with tempfile.TemporaryDirectory() as room:
        exams = worn(Path(room)) if options.worn else corpus() + seeds(options.truth)
        scored = scores(chosen(options.plans, exams), options)
    print(line(f"{len(scored)} plans", total(scored)))
    if not importlib.util.find_spec("plans.rollover"):
        print("The rollover is not built here (no plans.rollover): year shifts are not scored.")


def scores(exams: list[Exam], options: argparse.Namespace) -> list[Marks]:
    """Print each plan's line, and its misses where asked."""
    scored: list[Marks] = []
    for exam in exams:
        marks = mark(exam, export=not options.quick)
        scored.append(marks)
        print(line(exam.name, marks), f"  {marks.failure}" if marks.failure else "", flush=True)
        misses = [miss for tally in marks.tallies.values() for miss in tally.misses]
        if options.verbose and misses:
            print(*(f"      {miss}" for miss in misses), sep="\n")
    return scored


if __name__ == "__main__":
    main()

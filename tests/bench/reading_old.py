"""PDF and old Word files → recognised plan, whole (with the process it takes), and how reading a PDF grows.

The plan is seed 003 where it is at hand, else the sample written eight times over, exported as PDF by the program
itself; the old Word file is the fixture. Times are the best of several runs.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from documents.importing import import_plan
from documents.pages import docx_to_pdf
from documents.reading.pdf.content import content_of
from documents.reading.pdf.process_target import read
from documents.recognition import recognise
from documents.rendering import render_docx
from plans.sample import sample_plan
from tests.bench.export import repeated, seed_or_sample

ROUNDS = 5
TIMES = 16
DOC = Path(__file__).parent.parent / "documents" / "fixtures" / "office" / "ngan.doc"


def _silent(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell nobody."""


def _best(action: Callable[[], object], rounds: int = ROUNDS, clock: Callable[[], float] = time.perf_counter) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = clock()
        action()
        best = min(best, clock() - start)
    return best


def _pdf(plan: object) -> bytes:
    return docx_to_pdf(render_docx(plan)).pdf  # type: ignore[arg-type]


def main() -> None:
    """Print times and ratios."""
    path = Path("bench.pdf")
    data = _pdf(seed_or_sample())
    pages = len(content_of(data, path, _silent).pages)
    inside = _best(lambda: recognise(read(data, path, _silent)))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "bench.pdf")
        file.write_bytes(data)
        whole = _best(lambda: import_plan(file))
    print(f"PDF of {pages} pages: whole {whole:.2f} s, in its process {inside:.2f} s;"
          f" 45 pages would take {whole + (45 - pages) * inside / pages:.2f} s (aim below 2)")  # fmt: skip
    print(f"old Word file of {DOC.stat().st_size:,} bytes: whole {_best(lambda: import_plan(DOC)):.2f} s")
    one, many = _pdf(sample_plan()), _pdf(repeated(sample_plan(), TIMES))
    counts = [len(content_of(pdf, path, _silent).pages) for pdf in (one, many)]
    once = _best(lambda: recognise(read(one, path, _silent)), clock=time.process_time)
    sixteen = _best(lambda: recognise(read(many, path, _silent)), rounds=3, clock=time.process_time)
    print(
        f"{counts[1]} pages against {counts[0]}: {sixteen / once:.1f} × the time (of the processor, aim below 20 for 16 ×)"
    )


if __name__ == "__main__":
    main()

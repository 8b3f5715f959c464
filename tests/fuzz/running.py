"""Reads many bad files as the program does, in a process with its limits, and says what came of each."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import docx

from documents import importing
from documents.limited import Limits, Stopped, run_limited
from documents.package import package_bytes
from documents.recognition.accounting import printed
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.sample import sample_plan
from resources.messages import TROUBLES
from tests.documents.pdf_files import Sheet, pdf_of
from tests.fuzz.mutations import BOMB, mutated

FIXTURES = Path(__file__).parent.parent / "documents" / "fixtures"
SUFFIXES = (".docx", ".doc", ".pdf", ".txt", ".kehoach")
SLOWEST = 20.0
"""Seconds."""

_BATCH = 50
_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "urllib.Request")


@dataclass
class Outcome:
    """What came of one file. said: "read", or the code of its trouble; fault: what went wrong, "" for nothing."""

    name: str
    said: str = ""
    fault: str = ""
    seconds: float = 0.0


@dataclass
class Report:
    """All outcomes; megabytes: the most that a process held."""

    outcomes: list[Outcome] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def faults(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.fault or outcome.seconds > SLOWEST]


def seeds(suffix: str) -> list[bytes]:
    """Return the good files of a format."""
    match suffix:
        case ".docx":
            return [render_docx(sample_plan()), render_docx(sample_plan(), issued=True), _foreign()]
        case ".kehoach":
            return [package_bytes(sample_plan())]
        case ".pdf":
            return [(FIXTURES / "office" / "ngan.pdf").read_bytes(), _drawn(), _drawn()]
        case ".doc":
            return [path.read_bytes() for path in sorted((FIXTURES / "office").glob("*.doc"))]
        case _:
            return [path.read_bytes() for path in sorted((FIXTURES / "text").glob("*.txt"))]


def _foreign() -> bytes:
    document = docx.Document()
    document.add_heading("I. MỤC ĐÍCH", 1)
    document.add_paragraph("Một việc", style="List Number")
    document.add_table(3, 3).cell(0, 0).text = "ô"
    with tempfile.NamedTemporaryFile(suffix=".docx") as target:
        document.save(target)
        target.seek(0)
        return target.read()


def _drawn() -> bytes:
    sheet = Sheet().text(85, 100, "KE HOACH").text(85, 130, "I. MUC DICH").picture(300, 500, 60, 60)
    for x in (100, 200, 400):
        sheet.rule(x, 200, x, 260)
    for y in (200, 230, 260):
        sheet.rule(100, y, 400, y)
    return pdf_of(
        sheet.text(110, 220, "TT").text(210, 220, "Viec").text(95, 700, "1", 6), Sheet(rotate=90).text(9, 99, "2")
    )


def bad_files(suffix: str, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield that many bad files of a format with their names."""
    for number, seed in enumerate(islice(cycle(seeds(suffix)), count)):
        yield f"{number:05}{suffix}", mutated(seed, suffix, number)


def read_all(files: list[tuple[str, bytes]]) -> Report:
    """Read the files, some at a time in one process; the process's end is told of the file at which it came."""
    report = Report()
    waiting = list(files)
    while waiting:
        done = _read_some(waiting[:_BATCH], report)
        waiting = waiting[done:]
    return report


def _read_some(files: list[tuple[str, bytes]], report: Report) -> int:
    begun: list[float] = []
    said: list[str] = []

    def tell(stage: str, done: int = 0, total: int = 0) -> None:
        begun.append(time.monotonic())
        said.append(stage)

    try:
        limits = Limits(seconds=SLOWEST * 3, memory=2**30)
        outcomes, megabytes = run_limited(_read_here, files, limits=limits, tell=tell)
    except Stopped as stopped:
        names = {name: at for at, (name, _) in enumerate(files)}
        at = names[said[-1]] if said else 0
        report.outcomes.append(
            Outcome(files[at][0], fault=str(stopped), seconds=time.monotonic() - begun[-1] if begun else 0)
        )
        return at + 1
    report.outcomes += outcomes
    report.megabytes = max(report.megabytes, megabytes)
    return len(files)


def _read_here(files: list[tuple[str, bytes]], tell: object) -> tuple[list[Outcome], float]:
    """Read the files in this process, which nothing may leave."""
    touched: list[str] = []
    sys.addaudithook(lambda event, _arguments: touched.append(event) if event.startswith(_FORBIDDEN) else None)
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            tell(name)  # type: ignore[operator]
            path = Path(folder, name)
            path.write_bytes(data)
            begun = time.monotonic()
            outcome = _outcome(path)
            outcome.seconds = time.monotonic() - begun
            if touched:
                outcome.fault = f"touched {touched.pop()}"
            outcomes.append(outcome)
    return outcomes, _megabytes()


def _outcome(path: Path) -> Outcome:
    try:
        found = importing._imported(path, importing._silent)
    except Trouble as trouble:
        fault = "" if trouble.code in TROUBLES and trouble.data.get("path") else f"no sentence for {trouble}"
        return Outcome(path.name, trouble.code, fault)
    except Exception as error:  # noqa: BLE001 (what breaks the reader is what is looked for)
        return Outcome(path.name, fault=f"{type(error).__name__}: {error}"[:300] + _where(error))
    text = "\n".join(printed(found.plan))
    return Outcome(path.name, "read", "an entity was expanded" if BOMB in text else "")


def _where(error: BaseException) -> str:
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _megabytes() -> float:
    """Return the most this process held. Linux tells its own peak; ``getrusage`` would count the parent's at the fork."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

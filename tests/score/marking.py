"""Marks one plan: runs the product's own commands on it and compares what they say with the truth."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cli.main import main as kehoach
from tests.corpus.building.marks import read, seen
from tests.score import comparing, years
from tests.score.comparing import Entry, Tally, folded
from tests.score.exams import PLANS, Exam

CERTAIN = 0.8


@dataclass
class Marks:
    """The tallies of one plan by column, its words kept as claimed and as measured (0–1), its time, and why it failed."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    claimed: float | None = None
    measured: float | None = None
    seconds: float = 0.0
    failure: str = ""


def mark(exam: Exam, export: bool = True) -> Marks:
    """Inspect one plan, and with ``export`` also write it as DOCX and roll it over, and compare."""
    marks = Marks()
    start = time.perf_counter()
    code, said, complaint = run("inspect", str(exam.file), "--json")
    marks.seconds = time.perf_counter() - start
    if code:
        marks.failure = complaint.strip() or f"exit {code}"
        found: Entry = {}
    else:
        found = json.loads(said)
        marks.claimed = found["text_kept"]
    marks.tallies = recognised(found, exam.truth)
    if export:
        with tempfile.TemporaryDirectory() as room:
            marks.measured = None if code else words_kept(exam, Path(room))
            if "year_shifts" in exam.truth and importlib.util.find_spec("plans.rollover"):
                marks.tallies |= rolled(exam, Path(room))
    return marks


def run(*arguments: str) -> tuple[int, str, str]:
    """Run one command of the product in this process; return its exit code and both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = kehoach(list(arguments))
    return code, out.getvalue(), err.getvalue()


def recognised(found: Entry, truth: Entry) -> dict[str, Tally]:
    """Compare everything ``inspect`` says; an empty ``found`` scores nothing."""
    outline, depth = comparing.headings(
        found.get("headings", []), truth["headings"], truth.get("optional_headings", [])
    )
    tallies = {"head": head(found, truth), "headings": outline, "depth": depth}
    units = [folded(entry["unit"]) for entry in found.get("assignments", [])]
    tallies["units"] = comparing.bag(
        units, [folded(u) for u in truth["units"]], "unit", [folded(u) for u in truth.get("optional_units", [])]
    )
    roadmap = [entry["year"] for entry in found.get("roadmap", [])]
    tallies["years"] = comparing.bag(roadmap, truth["roadmap_years"], "roadmap year")
    tallies["recipients"] = recipients(found, truth)
    signer = found.get("signature") or {}
    tallies["signer"] = comparing.fields(
        {"lines": [comparing.authority(line) for line in signer.get("lines", [])], "name": folded(signer.get("name"))},
        {
            "lines": [comparing.authority(t) for t in truth["signer"]["authority"]],
            "name": folded(truth["signer"]["name"]),
        },
    )
    if "targets" in truth:
        goals = found.get("targets", [])
        tallies["targets"], tallies["target parts"] = comparing.targets(
            goals, truth["targets"], truth.get("optional_targets", [])
        )
    if "tasks" in truth:
        tallies["tasks"], tallies["task parts"] = comparing.tasks(found.get("tasks", []), truth["tasks"])
    if "tables" in truth:
        tallies["tables"] = comparing.bag(sizes(found), sizes(truth), "table")
        tallies["others"] = others(found, truth)
    return tallies


def sizes(found: Entry) -> list[str]:
    """The tables as rows × columns."""
    return [f"{table['rows']} × {table['columns']}" for table in found.get("tables", [])]


def others(found: Entry, truth: Entry) -> Tally:
    """Compare footnotes and the titles of appendices."""
    notes = comparing.bag(
        [folded(n) for n in found.get("footnotes", [])], [folded(n) for n in truth["footnotes"]], "footnote"
    )
    titles = comparing.bag(
        [comparing.appendix(a["title"]) for a in found.get("appendices", [])],
        [comparing.appendix(a["title"]) for a in truth["appendices"]],
        "appendix",
    )
    return notes + titles


def head(found: Entry, truth: Entry) -> Tally:
    """Compare letterhead, number, symbol, place, date, title, subject and the count of bases."""
    letterhead = found.get("letterhead") or {}
    counts = [truth["legal_bases_count"], *truth.get("legal_bases_count_alt", [])]
    bases = len(found["bases"]) if "bases" in found else None
    have = {
        "agency": [folded(line) for line in letterhead.get("agency", [])] if found else None,
        "title": folded(found.get("title")),
        "subject": folded(found.get("subject")),
        "bases": counts[0] if bases in counts else bases,
        "archive": comparing.archived(found.get("archive")),
    }
    have |= {name: found.get(name) for name in ("number", "symbol", "place", "date")} if found else {}
    want = {
        "agency": [folded(line) for line in truth["agency"]],
        "title": folded(truth["doc_type"]),
        "subject": folded(truth["subject"]),
        "bases": counts[0],
        "archive": next((comparing.archived(line) for line in truth["recipients"] if is_archive(line)), ""),
    } | {name: truth[name] for name in ("number", "symbol", "place", "date")}
    if "parent" in truth:
        have["parent"], want["parent"] = folded(letterhead.get("parent")), folded(truth["parent"])
    return comparing.fields(have, want) if found else Tally(wanted=len(want), found=len(want), misses=["head: nothing"])


def recipients(found: Entry, truth: Entry) -> Tally:
    """Compare the recipients; the line "Lưu" belongs to the head's fields."""
    have = [folded(line) for line in found.get("recipients", [])]
    return comparing.bag(have, [folded(r) for r in truth["recipients"] if not is_archive(r)], "recipient")


def is_archive(line: str) -> bool:
    """Whether a line under "Nơi nhận" says where the copy is filed."""
    return folded(line).startswith("lưu")


def words(text: str) -> Counter[str]:
    """The words that no numbering and no page can make: of letters only, two or more, no Roman figures, hòa = hoà."""
    plain = comparing.spelled(unicodedata.normalize("NFC", text).lower())
    return Counter(word for word in re.findall(r"[^\W\d_]{2,}", plain) if not re.fullmatch(r"[ivx]+", word))


def words_kept(exam: Exam, room: Path) -> float | None:
    """Write the plan as DOCX and measure which of the source's words stand in it; None for formats without a text.

    Labels count for nothing: numbering prints its own.
    """
    source = source_text(exam)
    if source is None:
        return None
    target = room / "out.docx"
    if run("convert", str(exam.file), str(target))[0]:
        return 0.0
    outline = exam.truth["headings"] + exam.truth.get("optional_headings", [])
    wanted = words(source) - words(" ".join(heading["label"] for heading in outline))
    return (wanted & words(docx_text(target))).total() / wanted.total()


def source_text(exam: Exam) -> str | None:
    """The words a reader sees in the source: from the marked plan where there is one, else from the text file.

    Tags of HTML and the words of formulas are an extraction's own.
    """
    plan = PLANS / f"{exam.file.stem}.txt"
    if plan.exists():
        return re.sub(r"<[^>]*>|&nbsp;|\\geq", " ", seen(read(plan).text).replace("\u00ad", ""))
    return exam.file.read_text(encoding="utf-8") if exam.file.suffix == ".txt" else None


def docx_text(path: Path) -> str:
    """Every text of a Word file's body, footnotes and headers; paragraphs and cells are parted."""
    with zipfile.ZipFile(path) as package:
        parts = [
            name for name in package.namelist() if re.match(r"word/(document|footnotes|header|footer)\d*\.xml", name)
        ]
        xml = " ".join(package.read(name).decode("utf-8") for name in parts)
    plain = re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", xml))
    return plain.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def rolled(exam: Exam, room: Path) -> dict[str, Tally]:
    """Roll the plan over by the command line and compare what it changed and asked."""
    report = room / "report.json"
    year = str(exam.truth["year_to"])
    code, _, complaint = run(
        "convert", str(exam.file), str(room / "new.kehoach"), "--year", year, "--report", str(report)
    )
    said: dict[str, Any] = {"changes": [], "questions": []}
    if not code:
        said = json.loads(report.read_text(encoding="utf-8"))
    changes = [c for c in said["changes"] if c.get("accepted", c.get("confidence", 1) >= CERTAIN)]
    tallies = {"shifts": years.shifts(changes, exam.truth), "asked": years.questions(said["questions"], exam.truth)}
    if code:
        tallies["shifts"].misses.insert(0, f"rollover failed: {complaint.strip()}")
    return tallies

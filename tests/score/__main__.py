"""Prints how well the seeds are recognised, against ``../shared/seeds/truth``: ``python -m tests.score [SEED …]``."""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from pathlib import Path
from typing import Any

from documents.inspection import inspect
from documents.reading.text import read_text
from documents.recognition import recognise

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def folded(text: str | None) -> str:
    """Texts are compared NFC, lower case, spaces folded, dashes alike, hòa = hoà."""
    plain = unicodedata.normalize("NFC", text or "").lower()
    plain = re.sub(r"[‐‑‒–—]", "-", " ".join(plain.split())).rstrip(" .:;")
    for old, new in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("uỷ", "ủy"), ("uý", "úy")):
        plain = plain.replace(old, new)
    return plain


def matched(found: list[tuple[str, int, str]], wanted: list[tuple[str, int, str]]) -> int:
    """Return how many of ``wanted`` stand in ``found`` in the same order (longest common subsequence)."""
    row = [0] * (len(found) + 1)
    for heading in wanted:
        before = row[:]
        for place, other in enumerate(found):
            row[place + 1] = before[place] + 1 if other == heading else max(before[place + 1], row[place])
    return row[-1]


def keys(headings: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    """Return label, depth and folded text of each heading."""
    return [(h["label"], h["depth"], folded(h["text"])) for h in headings]


def score(path: Path) -> None:
    """Print the table's lines of one seed."""
    start = time.perf_counter()
    source = read_text(path)
    middle = time.perf_counter()
    found = inspect(recognise(source))
    end = time.perf_counter()
    print(f"== {path.name[:3]}  read {middle - start:.3f} s  recognise {end - middle:.3f} s  kept {found['text_kept']}")
    print(f"   tasks {len(found['tasks'])}  targets {len(found['targets'])}  tables {len(found['tables'])}"
          f"  footnotes {len(found['footnotes'])}  unplaced {found['unplaced']}")  # fmt: skip
    truth_path = SEEDS / "truth" / f"{path.name[:3]}.json"
    if truth_path.exists():
        against(found, json.loads(truth_path.read_text(encoding="utf-8")))


def against(found: dict[str, Any], truth: dict[str, Any]) -> None:
    """Print what differs from the truth."""
    have, want = keys(found["headings"]), keys(truth["headings"])
    good = matched(have, want)
    print(f"   headings {good}/{len(want)} = {good / len(want):.3f}, {len(have)} found")
    for heading in [h for h in want if h not in have]:
        print("     missing", heading)
    for heading in [h for h in have if h not in want]:
        print("     extra  ", heading)
    recipients = [r for r in truth["recipients"] if not r.startswith("Lưu")]
    archive = [r for r in truth["recipients"] if r.startswith("Lưu")]
    pairs = {
        "agency": (found["letterhead"]["agency"], truth["agency"]),
        "number": (found["number"], truth["number"]),
        "symbol": (found["symbol"], truth["symbol"]),
        "place": (found["place"], truth["place"]),
        "date": (found["date"], truth["date"]),
        "title": (found["title"], truth["doc_type"]),
        "subject": (folded(found["subject"]), folded(truth["subject"])),
        "bases": (len(found["bases"]), truth["legal_bases_count"]),
        "units": (sorted(folded(a["unit"]) for a in found["assignments"]), sorted(map(folded, truth["units"]))),
        "roadmap": ([year["year"] for year in found["roadmap"]], truth["roadmap_years"]),
        "recipients": (list(map(folded, found["recipients"])), list(map(folded, recipients))),
        "archive": (folded(found["archive"]), folded(archive[0] if archive else "")),
        "signer": (found["signature"], {"lines": truth["signer"]["authority"], "name": truth["signer"]["name"]}),
    }
    for name, (have_it, want_it) in pairs.items():
        if have_it != want_it:
            print(f"   WRONG {name}: {have_it!r}\n     wanted {want_it!r}")


def main() -> None:
    """Score the seeds named on the command line, all without names."""
    if not SEEDS.exists():
        print("seeds not present")
        return
    for path in sorted(SEEDS.glob("*.txt")):
        if not sys.argv[1:] or path.name[:3] in sys.argv[1:]:
            score(path)


if __name__ == "__main__":
    main()

"""Bad files of every format, 2,000 in all: what came of them, and every one that broke something.

``python -m tests.bench fuzz`` reads 400 of each; KEHOACH_FUZZ names another number.
"""

from __future__ import annotations

import os
from collections import Counter

from tests.fuzz.running import SUFFIXES, bad_files, read_all

EACH = int(os.environ.get("KEHOACH_FUZZ", "400"))


def main() -> None:
    """Print a line a format and a line a fault."""
    for suffix in SUFFIXES:
        report = read_all(list(bad_files(suffix, EACH)))
        said = Counter(outcome.said for outcome in report.outcomes if not outcome.fault)
        slowest = max(report.outcomes, key=lambda outcome: outcome.seconds)
        print(f"{suffix}: {len(report.outcomes)} files, {len(report.faults)} faults, slowest {slowest.seconds:.1f} s"
              f" ({slowest.name}), at most {report.megabytes:.0f} MB")  # fmt: skip
        print("   " + ", ".join(f"{code} {count}" for code, count in said.most_common()))
        for outcome in report.faults:
            print(f"   FAULT {outcome.name} {outcome.seconds:.1f} s {outcome.fault}")


if __name__ == "__main__":
    main()

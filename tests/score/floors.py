"""What the reading of the exam must at least reach in CI: one table, raised as reading gets better, never lowered.

Keyed by the format of the plan's file, then by column of the score's table (see ``tests/score/__main__.py``): the figure
of all plans of that format together.
"""

FLOORS: dict[str, dict[str, float]] = {
    "txt": {"head": 1, "hF1": 0.99, "depth": 1, "units": 1, "years": 1, "recip": 0.98, "sign": 1, "targ": 0.98,
            "tgparts": 0.99, "tasks": 1, "tkparts": 1, "tables": 0.94, "notes": 1},
    "docx": {"head": 1, "hF1": 1, "depth": 1, "units": 1, "recip": 1, "sign": 1, "targ": 1, "tgparts": 0.95, "tasks": 1,
             "tkparts": 1, "tables": 0.88, "notes": 1},
    "doc": {"head": 1, "hF1": 1, "depth": 1, "units": 1, "recip": 1, "sign": 1, "targ": 1, "tgparts": 1, "tasks": 1,
            "tkparts": 1, "tables": 1},
    "pdf": {"head": 0.97, "hF1": 1, "depth": 1, "units": 1, "years": 1, "recip": 1, "sign": 1, "targ": 0.93, "tgparts": 1,
            "tasks": 0.8, "tkparts": 1, "tables": 0.85, "notes": 0.8},
}  # fmt: skip
